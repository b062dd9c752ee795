"""A ticket's way through the services: dispatch to closing, refusals, what came too late."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from operator_desk.domain.errors import UserError
from operator_desk.domain.facts import TicketEvent, UnitVersion
from operator_desk.domain.life_cycle import Action
from operator_desk.domain.terms import MatterKind, Reply, Role, TicketState
from operator_desk.domain.ticket_row import TicketRow
from operator_desk.services.handling import Done, Given
from operator_desk.services.people import Actor
from operator_desk.services.ports import TicketQuery
from tests.services.desk import Desk

A, S = Action, TicketState


class Centre(Desk):
    """A desk with a dispatcher, a lead, two units, a follow-up caller, and one ticket."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.dispatcher = self._person("dora", Role.DISPATCHER)
        self.lead = self._person("lea", Role.LEAD)
        self.lamps = self._person("lamps", Role.UNIT, unit="lamps")
        self.roads = self._person("roads", Role.UNIT, unit="roads")
        self.follow_up = self._person("fay", Role.FOLLOW_UP)
        with self.store.write() as tx:
            tx.add(self._unit("lamps"), self._unit("roads"))
        self.number = self.new()

    def _person(self, login: str, role: Role, unit: str | None = None) -> Actor:
        return Actor(self.clock.new_id(), login, login, (role,), unit)

    def _unit(self, code: str) -> UnitVersion:
        return UnitVersion(
            id=self.clock.new_id(), at=self.clock.now(), actor=self.lead.staff_id,
            code=code, name=code, short_name=code, kind="unit",
        )  # fmt: skip

    def new(self, kind: MatterKind = MatterKind.COMPLAINT) -> str:
        """The number of a new ticket."""
        ticket = self.registered(self.filled(kind)).matter.ticket
        assert ticket is not None
        return ticket.number

    def act(self, actor: Actor, action: Action, number: str = "", **given: object) -> Done:
        """A step on the ticket."""
        return self.services.handling.act(
            actor,
            number or self.number,
            action,
            Given(**given),  # type: ignore[arg-type]
        )

    def in_hand(self, number: str = "") -> None:
        """Dispatches and signs."""
        self.act(self.dispatcher, A.DISPATCH, number, unit="lamps")
        self.act(self.lamps, A.SIGN, number)

    def rated(self, solved: Reply = Reply.YES, **given: object) -> Done:
        """The follow-up call."""
        replies = dict.fromkeys(("contacted", "unit_rating", "hotline_rating"), Reply.YES)
        return self.act(self.follow_up, A.FOLLOW_UP, solved=solved, **replies, **given)

    def row(self, number: str = "") -> TicketRow:
        """The ticket as lists show it."""
        rows = self.services.tickets.rows(TicketQuery())
        return next(row for row in rows if row.number == (number or self.number))


@pytest.fixture
def centre(tmp_path: Path) -> Centre:
    return Centre(tmp_path)


def test_from_dispatch_to_closing(centre: Centre) -> None:
    states = [centre.row().state]
    for actor, action, given in (
        (centre.dispatcher, A.DISPATCH, {"unit": "lamps", "co_units": ("roads",)}),
        (centre.lamps, A.SIGN, {}),
        (centre.lamps, A.CONTACT, {"contacted": Reply.YES}),
        (centre.roads, A.CONTRIBUTE, {"note": "道路侧无故障"}),
        (centre.lamps, A.ANSWER, {"note": "已换灯", "basis": "own:lamp"}),
    ):
        centre.act(actor, action, **given)
        states.append(centre.row().state)
    centre.rated()
    centre.act(centre.follow_up, A.CLOSE)
    row = centre.row()
    assert [*states, row.state] == [
        S.REGISTERED, S.DISPATCHED, S.SIGNED, S.IN_HAND, S.IN_HAND, S.ANSWERED, S.CLOSED,
    ]  # fmt: skip
    assert (row.unit, row.co_units, row.solved) == ("lamps", ("roads",), Reply.YES)
    assert row.caller_due_at is not None
    assert row.holder_due_at is None


@pytest.mark.parametrize(
    ("who", "action", "given", "sentence"),
    [
        ("lamps", A.SIGN, {}, r"only when it is: dispatched"),
        (
            "anna",
            A.DISPATCH,
            {"unit": "lamps"},
            r"is for: dispatcher, team lead",
        ),
        ("dispatcher", A.DISPATCH, {}, r"Needed for this step .dispatch.: the unit"),
        ("dispatcher", A.DISPATCH, {"unit": "moon"}, "There is no unit moon"),
        ("dispatcher", A.DISPATCH, {"unit": "lamps", "co_units": ("lamps",)}, "at once"),
        ("dispatcher", A.DISPATCH, {"unit": "lamps", "level": "9"}, "no levels"),
        ("anna", A.WITHDRAW, {"reason": "because"}, "because is not a reason"),
    ],
)
def test_what_is_not_allowed_is_refused_and_nothing_stored(
    centre: Centre, who: str, action: Action, given: dict[str, object], sentence: str
) -> None:
    before = len(centre.store.links())
    with pytest.raises(UserError, match=sentence):
        centre.act(getattr(centre, who), action, **given)
    assert len(centre.store.links()) == before


def test_a_unit_sees_to_its_own_tickets_only(centre: Centre) -> None:
    centre.act(centre.dispatcher, A.DISPATCH, unit="lamps")
    with pytest.raises(UserError, match="not with your unit"):
        centre.act(centre.roads, A.SIGN)


def test_a_step_that_came_too_late_is_kept_with_its_words(centre: Centre) -> None:
    centre.in_hand()
    seen = centre.row().last_event
    centre.act(centre.lamps, A.RETURN, reason="not_own_duty", note="属道路", unit="roads")
    late = centre.services.handling.act(
        centre.lamps, centre.number, A.ANSWER, Given(note="已修好"), based_on=seen
    )
    assert not late.effective
    assert centre.row().state is S.RETURNED
    whole = centre.services.tickets.show(centre.number)
    kept = whole.steps.ruled[-1]
    assert (kept.event.note, kept.effective, kept.ruling and kept.ruling.why) == (
        "已修好", False, "not_allowed",
    )  # fmt: skip


def test_two_dispatchers_at_once_dispatch_once(centre: Centre) -> None:
    centre.in_hand()
    seen = centre.row().last_event
    given = Given(unit="roads", reason="wrong_unit")
    centre.services.handling.act(
        centre.dispatcher, centre.number, A.REDISPATCH, given, based_on=seen
    )
    again = centre.services.handling.act(
        centre.lead, centre.number, A.REDISPATCH, Given(unit="lamps", reason="wrong_unit"),
        based_on=seen,
    )  # fmt: skip
    assert (again.effective, centre.row().unit) == (False, "roads")
    assert again.against is not None


def test_returned_three_times_it_is_for_the_lead(centre: Centre) -> None:
    centre.act(centre.dispatcher, A.DISPATCH, unit="lamps")
    for turn, (unit, other) in enumerate((("lamps", "roads"), ("roads", "lamps"), ("lamps", "x"))):
        actor = getattr(centre, unit)
        centre.act(actor, A.RETURN, reason="not_own_duty", note="不属我单位")
        with pytest.raises(UserError, match="Decide on the return first"):
            centre.act(centre.dispatcher, A.REDISPATCH, unit="roads", reason="wrong_unit")
        centre.act(centre.dispatcher, A.ACCEPT_RETURN)
        if turn < 2:
            centre.act(centre.dispatcher, A.REDISPATCH, unit=other, reason="wrong_unit")
    with pytest.raises(UserError, match="a lead names"):
        centre.act(centre.dispatcher, A.REDISPATCH, unit="roads", reason="wrong_unit")
    centre.act(centre.lead, A.REDISPATCH, unit="roads", co_units=("lamps",), reason="wrong_unit")
    assert (centre.row().state, centre.row().returns) == (S.DISPATCHED, 3)


def test_a_refused_return_goes_back_to_where_it_was(centre: Centre) -> None:
    centre.in_hand()
    due = centre.row().caller_due_at
    centre.act(centre.lamps, A.RETURN, reason="not_own_duty", note="属道路")
    assert centre.row().asked == "return"
    centre.act(centre.dispatcher, A.REFUSE_RETURN, note="属你单位")
    assert (centre.row().state, centre.row().asked) == (S.SIGNED, "")
    assert centre.row().caller_due_at == due


def test_an_extension_moves_the_limit_and_is_refused_after_it(centre: Centre) -> None:
    centre.in_hand()
    due = centre.row().caller_due_at
    assert due is not None
    asked = {"until": due + timedelta(days=2), "reason": "complex", "told": "已电话告知"}
    centre.act(centre.lamps, A.EXTEND, **asked)
    centre.act(centre.dispatcher, A.GRANT_EXTENSION)
    assert (centre.row().caller_due_at or due) > due
    centre.clock.skip(days=30)
    with pytest.raises(UserError, match="can no longer be asked"):
        centre.act(centre.lamps, A.EXTEND, **asked | {"until": due + timedelta(days=60)})


def test_a_no_sends_it_back_once(centre: Centre) -> None:
    centre.in_hand()
    centre.act(centre.lamps, A.ANSWER, note="已换灯")
    with pytest.raises(UserError, match="A no needs its reason"):
        centre.rated(Reply.NO)
    centre.rated(Reply.NO, reason="not_solved")
    centre.act(centre.follow_up, A.REWORK, reason="not_solved")
    assert (centre.row().state, centre.row().reworks) == (S.DISPATCHED, 1)
    centre.act(centre.lamps, A.SIGN)
    centre.act(centre.lamps, A.ANSWER, note="又换了一次")
    centre.rated(Reply.NO, reason="not_solved")
    with pytest.raises(UserError, match="reworked 1 times"):
        centre.act(centre.follow_up, A.REWORK, reason="not_solved")
    centre.act(centre.anna, A.NOT_SOLVED, reason="not_solved")
    assert (centre.row().state, centre.row().unsolved) == (S.RATED, True)


def test_who_handled_it_does_not_rate_it(centre: Centre) -> None:
    centre.in_hand()
    both = Actor(centre.lamps.staff_id, "lamps", "lamps", (Role.FOLLOW_UP,), None)
    centre.act(centre.lamps, A.ANSWER, note="已换灯")
    replies = dict.fromkeys(("contacted", "solved", "unit_rating", "hotline_rating"), Reply.YES)
    with pytest.raises(UserError, match="Who handled the ticket"):
        centre.act(both, A.FOLLOW_UP, **replies)


def test_silence_counts_after_three_tries_at_different_hours(centre: Centre) -> None:
    centre.in_hand()
    centre.act(centre.lamps, A.ANSWER, note="已换灯")
    for _turn in range(3):
        centre.act(centre.follow_up, A.NOT_REACHED, reason="no_answer")
    with pytest.raises(UserError, match=r"far enough apart|Silence counts"):
        centre.act(centre.follow_up, A.DEEM)
    for _turn in range(2):
        centre.clock.skip(hours=30)
        centre.act(centre.follow_up, A.NOT_REACHED, reason="no_answer")
    centre.clock.skip(days=9)
    centre.act(centre.follow_up, A.DEEM)
    assert centre.row().state is S.DEEMED_SATISFIED


def test_one_s_own_step_is_taken_back_within_a_minute(centre: Centre) -> None:
    centre.act(centre.dispatcher, A.DISPATCH, unit="lamps")
    with pytest.raises(UserError, match="Only who took"):
        centre.services.handling.take_back(centre.lead, centre.number)
    centre.services.handling.take_back(centre.dispatcher, centre.number)
    assert (centre.row().state, centre.row().dispatched_at) == (S.REGISTERED, None)
    centre.act(centre.dispatcher, A.DISPATCH, unit="roads")
    centre.clock.skip(seconds=61)
    with pytest.raises(UserError, match="that time is over"):
        centre.services.handling.take_back(centre.dispatcher, centre.number)


def test_one_answer_serves_all_that_are_handled_jointly(centre: Centre) -> None:
    other = centre.new()
    centre.in_hand()
    main = centre.row()
    centre.act(centre.dispatcher, A.LINK, other, ref=main.id)
    done = centre.act(centre.lamps, A.ANSWER, note="已换灯")
    assert len(done.mirrored) == 1
    assert {centre.row().state, centre.row(other).state} == {S.ANSWERED}
    centre.services.handling.take_back(centre.lamps, centre.number)
    assert centre.row(other).state is S.REGISTERED
    centre.act(centre.dispatcher, A.UNLINK, other)
    centre.act(centre.lamps, A.ANSWER, note="已换灯")
    assert centre.row(other).state is S.REGISTERED


def test_of_joint_tickets_only_the_one_whose_caller_says_no_is_done_once_more(
    centre: Centre,
) -> None:
    content, unhappy, gone = (centre.new() for _ in range(3))
    centre.in_hand()
    main = centre.row()
    for number in (content, unhappy, gone):
        centre.act(centre.dispatcher, A.LINK, number, ref=main.id)
    centre.act(centre.dispatcher, A.WITHDRAW, gone, reason="solved")
    assert len(centre.act(centre.lamps, A.ANSWER, note="已换灯").mirrored) == 2
    for number in (centre.number, unhappy):
        centre.act(centre.lead, A.REWORK, number, reason="not_solved")
        row = centre.row(number)
        assert (row.state, row.unit, row.joined_to) == (S.DISPATCHED, "lamps", None)
        centre.act(centre.lamps, A.SIGN, number)
        done = centre.act(centre.lamps, A.ANSWER, number, note="又换了一次")
        assert (done.effective, done.mirrored) == (True, ())
    assert (centre.row(content).state, centre.row(gone).state) == (S.ANSWERED, S.WITHDRAWN)


def test_a_step_is_entered_after_the_fact_by_a_lead(centre: Centre) -> None:
    centre.clock.skip(hours=2)
    at = centre.clock.now() - timedelta(hours=1)
    handling = centre.services.handling
    with pytest.raises(UserError, match="Only a lead"):
        handling.act(centre.dispatcher, centre.number, A.DISPATCH, Given(unit="lamps"),
                     happened_at=at)  # fmt: skip
    handling.act(centre.lead, centre.number, A.DISPATCH, Given(unit="lamps"), happened_at=at)
    assert centre.row().dispatched_at == at
    with pytest.raises(UserError, match="cannot have been earlier"):
        handling.act(centre.lead, centre.number, A.SIGN, happened_at=at - timedelta(minutes=5))


def test_a_pause_moves_the_limit_when_it_ends(centre: Centre) -> None:
    centre.in_hand()
    due = centre.row().caller_due_at
    assert due is not None
    reason = centre.profile.reasons["pause"][0].code
    centre.act(centre.lamps, A.PAUSE, reason=reason)
    centre.act(centre.lead, A.GRANT_PAUSE)
    assert (centre.row().caller_due_at, centre.row().unknown) == (None, "paused")
    centre.clock.skip(days=7)
    centre.act(centre.lamps, A.RESUME, note="可以继续")
    after = centre.row().caller_due_at
    assert after is not None
    assert after >= due + timedelta(days=5)
    events = [row.action for row in centre.services.tickets.show(centre.number).events]
    assert events[-3:] == ["pause", "grant_pause", "resume"]
    assert isinstance(centre.services.tickets.show(centre.number).events[0], TicketEvent)
