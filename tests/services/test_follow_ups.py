"""Follow-up calls: who waits for one, what is asked, what is stored when the call is over."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from operator_desk.domain import facts
from operator_desk.domain.draft import Draft
from operator_desk.domain.errors import UserError
from operator_desk.domain.life_cycle import Action
from operator_desk.domain.state import from_state, to_state
from operator_desk.domain.terms import CallClass, Direction, Outcome, Purpose, Reply, TicketState
from tests.services.test_handling import Centre

A, S = Action, TicketState
YES = dict.fromkeys(("contacted", "solved", "unit_rating", "hotline_rating"), Reply.YES)


@pytest.fixture
def centre(tmp_path: Path) -> Centre:
    made = Centre(tmp_path)
    made.in_hand()
    made.act(made.lamps, A.ANSWER, note="灯已换好")
    return made


def begun(centre: Centre, **given: object) -> Draft:
    """A follow-up call with these answers."""
    draft = centre.services.follow_ups.begin(centre.follow_up, centre.number)
    assert draft.follow_up is not None
    return replace(draft, follow_up=replace(draft.follow_up, **given))  # type: ignore[arg-type]


def end(centre: Centre, draft: Draft, outcome: Outcome | None = None) -> facts.CallEnd:
    centre.ended(from_state(Draft, to_state(draft)), outcome)
    with centre.store.read() as tx:
        return tx.find(facts.CallEnd, call_id=draft.call_id)[-1]


def test_who_waits_and_what_the_call_begins_with(centre: Centre) -> None:
    (one,) = centre.services.follow_ups.waiting(centre.follow_up)
    assert (one.row.number, one.answer, one.rework, one.of) == (
        centre.number, "灯已换好", True, 3,
    )  # fmt: skip
    assert centre.services.follow_ups.waiting(centre.anna) == []
    draft = begun(centre)
    assert (draft.direction, draft.purpose, draft.number) == (
        Direction.OUT, Purpose.FOLLOW_UP, "0551-62881234",
    )  # fmt: skip
    assert centre.services.follow_ups.to_ask(centre.follow_up, draft).answer == "灯已换好"


def test_who_handled_it_does_not_ask(centre: Centre) -> None:
    handled = replace(centre.lamps, roles=("unit", "follow_up"))
    assert centre.services.follow_ups.waiting(handled) == []
    with pytest.raises(UserError, match="handled"):
        centre.services.follow_ups.begin(handled, centre.number)


def test_four_answers_are_stored_with_the_end_once(centre: Centre) -> None:
    draft = begun(centre, **{**YES, "unit_rating": Reply.PARTLY}, reason="slow")
    stored = end(centre, draft)
    assert (stored.call_class, stored.counted, stored.outcome) == (
        CallClass.FOLLOW_UP, True, Outcome.DIRECT_ANSWER,
    )  # fmt: skip
    end(centre, draft)
    with centre.store.read() as tx:
        (event,) = tx.find(facts.TicketEvent, action="follow_up")
    assert (event.call_id, event.reason, event.unit_rating, event.solved) == (
        draft.call_id, "slow", Reply.PARTLY, Reply.YES,
    )  # fmt: skip
    assert centre.row().state is S.RATED
    assert centre.services.follow_ups.waiting(centre.follow_up) == []


@pytest.mark.parametrize("missing", [{"solved": None}, {"solved": Reply.NO}])
def test_what_is_not_answered_or_lacks_its_reason_is_not_stored(
    centre: Centre, missing: dict[str, Reply | None]
) -> None:
    end(centre, begun(centre, **{**YES, **missing}))
    assert centre.row().state is S.ANSWERED


def test_not_solved_goes_to_the_unit_once_more(centre: Centre) -> None:
    end(centre, begun(centre, **{**YES, "solved": Reply.NO}, reason="not_solved", rework=True))
    row = centre.row()
    assert (row.state, row.reworks) == (S.DISPATCHED, 1)
    centre.act(centre.lamps, A.SIGN)
    centre.act(centre.lamps, A.ANSWER, note="又换了")
    (one,) = centre.services.follow_ups.waiting(centre.follow_up)
    assert not one.rework


def test_three_tries_far_enough_apart_before_anybody_is_deemed_satisfied(centre: Centre) -> None:
    for n in range(1, 4):
        stored = end(centre, begun(centre, not_reached="no_answer"), Outcome.SILENT)
        assert (stored.call_class, stored.counted) == (CallClass.FOLLOW_UP, False)
        (one,) = centre.services.follow_ups.waiting(centre.follow_up)
        assert (one.tries, centre.row().state) == (n, S.FOLLOW_UP)
        assert one.next_at is not None
        with pytest.raises(UserError):
            centre.act(centre.follow_up, A.DEEM)
        centre.clock.skip(hours=2)
    centre.clock.skip(days=4)
    centre.act(centre.follow_up, A.DEEM)
    assert centre.row().state is S.DEEMED_SATISFIED
