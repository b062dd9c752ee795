"""A second call about a ticket: what it finds, what it does, and what becomes of the call."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from operator_desk.domain import facts
from operator_desk.domain.draft import Draft
from operator_desk.domain.drafted_steps import StepDraft
from operator_desk.domain.errors import UserError
from operator_desk.domain.life_cycle import Action
from operator_desk.domain.state import from_state, to_state
from operator_desk.domain.terms import CallClass, MatterKind, Outcome, TicketState
from operator_desk.services.ports import TicketQuery
from operator_desk.services.second_calls import KnownTicket, StepRefusedError
from tests.services.test_handling import Centre

A, S = Action, TicketState
NUMBER, CALLBACK = "13800002206", "0551-62881234"


@pytest.fixture
def centre(tmp_path: Path) -> Centre:
    return Centre(tmp_path)


def known(centre: Centre, number: str = CALLBACK) -> KnownTicket:
    (found,) = centre.services.second_calls.of_number(centre.anna, number)
    return found


def stepped(centre: Centre, draft: Draft, action: Action, **given: str) -> Draft:
    """The draft with a step on the ticket, as the window makes one."""
    ticket = known(centre).row
    step = StepDraft(
        id=centre.clock.new_id(), at=centre.clock.now(), ticket_id=ticket.id,
        number=ticket.number, action=action, based_on=ticket.last_event, **given,
    )  # fmt: skip
    return draft.with_matter(replace(draft.matter, steps=(*draft.matter.steps, step)))


def called(centre: Centre, action: Action, *words: str, **given: str) -> Draft:
    """A running second call in which a step was taken and acknowledged."""
    draft = stepped(centre, centre.begun(*words, number=CALLBACK), action, **given)
    second, matter = centre.services.second_calls, draft.matter
    second.take(centre.anna, draft, matter.steps[-1], matter.id)
    return draft


def events(centre: Centre, action: Action) -> list[facts.TicketEvent]:
    with centre.store.read() as tx:
        return tx.find(facts.TicketEvent, action=action.value)


def end(centre: Centre, draft: Draft) -> facts.CallEnd:
    centre.ended(draft)
    with centre.store.read() as tx:
        return tx.find(facts.CallEnd, call_id=draft.call_id)[-1]


def test_a_number_finds_its_tickets_and_what_can_be_done_to_them(centre: Centre) -> None:
    found = known(centre)
    assert (found.row.number, found.own, found.open) == (centre.number, True, True)
    assert set(found.refused) == {A.NOT_SOLVED}
    assert found.tellable.sections == ("progress_registered",)
    centre.in_hand()
    centre.act(centre.lamps, A.ANSWER, note="灯已换好")
    found = known(centre)
    assert set(found.refused) == {A.CHASE}
    assert (found.tellable.values["answer"], found.unit) == ("灯已换好", "lamps")


def test_a_withheld_number_and_the_call_in_hand_find_nothing(centre: Centre) -> None:
    second = centre.services.second_calls
    row = known(centre).row
    assert second.of_number(centre.anna, "") == ()
    assert second.of_number(centre.anna, CALLBACK, row.call_id) == ()


def test_from_another_telephone_by_the_number_that_is_said(centre: Centre) -> None:
    second = centre.services.second_calls
    short = centre.number.split("-", 1)[1]
    (found,) = second.by_ticket(centre.anna, short.lower().replace("-", " "), "13911112222")
    assert (found.row.number, found.own, found.hidden) == (centre.number, False, False)
    for typed in ("A07-9999", "路灯"):
        with pytest.raises(UserError):
            second.by_ticket(centre.anna, typed)


def test_of_a_secret_ticket_another_telephone_hears_the_state_and_cannot_withdraw(
    centre: Centre,
) -> None:
    number = centre.new(MatterKind.REPORT)
    centre.in_hand(number)
    second = centre.services.second_calls
    (other,) = second.by_ticket(centre.anna, number, "13911112222")
    assert other.hidden
    assert A.WITHDRAW in other.refused
    assert set(other.tellable.values) == {"number"}
    (own,) = second.by_ticket(centre.anna, number, CALLBACK)
    assert A.WITHDRAW not in own.refused
    assert own.tellable.sections[-1] == "progress_secret"


@pytest.mark.parametrize(
    ("action", "given", "outcome"),
    [
        (A.PROGRESS, {"told": "已转给照明处。"}, Outcome.DIRECT_ANSWER),
        (A.CHASE, {}, Outcome.TICKET),
        (A.WITHDRAW, {"reason": "solved"}, Outcome.TICKET),
    ],
)
def test_a_step_is_stored_with_its_call_which_is_a_second_call(
    centre: Centre, action: Action, given: dict[str, str], outcome: Outcome
) -> None:
    draft = called(centre, action, **given)
    stored = end(centre, draft)
    (event,) = events(centre, action)
    assert (event.call_id, event.told) == (draft.call_id, given.get("told"))
    assert (stored.call_class, stored.counted, stored.outcome) == (
        CallClass.SECOND_CALL, True, outcome,
    )  # fmt: skip
    assert len(centre.services.second_calls.of_number(centre.anna, NUMBER)) == 0
    assert (centre.row().state is S.WITHDRAWN) == (action is A.WITHDRAW)


def test_words_of_a_call_about_a_ticket_are_not_to_register(centre: Centre) -> None:
    draft = called(centre, A.CHASE, "还没有人来。")
    assert end(centre, draft).outcome is Outcome.TICKET


def test_a_new_ticket_or_an_answer_in_another_matter_makes_it_an_ordinary_call(
    centre: Centre,
) -> None:
    draft = called(centre, A.CHASE)
    other = centre.filled(number=CALLBACK).matter
    draft = replace(draft, matters=(*draft.matters, replace(other, n=2)), current=1)
    draft = centre.registered(centre.frozen(draft))
    assert end(centre, draft).call_class is CallClass.INBOUND


def test_a_supplement_is_joined_when_it_is_sealed_and_only_once(centre: Centre) -> None:
    draft = stepped(centre, centre.begun("又坏了两盏。", number=CALLBACK), A.SUPPLEMENT)
    draft = centre.frozen(draft)
    seal = centre.services.records.seal(draft, draft.matter.id)
    assert seal is not None
    (event,) = events(centre, A.SUPPLEMENT)
    assert (event.matter_id, event.call_id) == (draft.matter.id, draft.call_id)
    recovered = from_state(Draft, to_state(draft))  # killed before the window heard of it
    assert end(centre, recovered).outcome is Outcome.TICKET
    centre.services.calls.end(centre.hung_up(recovered))
    assert len(events(centre, A.SUPPLEMENT)) == 1
    assert len(centre.services.tickets.rows(TicketQuery())) == 1
    with pytest.raises(UserError):
        centre.services.tickets.register(draft, draft.matter.id)


def test_a_supplement_without_a_word_adds_nothing(centre: Centre) -> None:
    draft = stepped(centre, centre.begun(number=CALLBACK), A.SUPPLEMENT)
    stored = end(centre, draft)
    assert events(centre, A.SUPPLEMENT) == []
    assert stored.outcome is Outcome.SILENT


def test_a_step_that_only_the_journal_had_is_stored_at_the_end(centre: Centre) -> None:
    draft = stepped(centre, centre.begun(number=CALLBACK), A.CHASE)
    done = centre.services.calls.end(centre.hung_up(draft))
    assert [one.against for one in done.steps] == [None]
    centre.services.calls.end(centre.hung_up(draft))
    assert len(events(centre, A.CHASE)) == 1


def test_a_supplement_to_a_ticket_that_was_closed_meanwhile_keeps_its_words(
    centre: Centre,
) -> None:
    centre.in_hand()
    draft = stepped(centre, centre.begun("又坏了。", number=CALLBACK), A.SUPPLEMENT)
    centre.act(centre.lamps, A.ANSWER, note="灯已换好")
    centre.rated()
    done = centre.services.calls.end(centre.hung_up(draft))
    assert done.steps[0].against is not None
    (event,) = events(centre, A.SUPPLEMENT)
    assert event.matter_id == draft.matter.id


def test_what_the_rules_do_not_allow_is_refused_and_nothing_is_stored(centre: Centre) -> None:
    draft = stepped(centre, centre.begun(number=CALLBACK), A.WITHDRAW)
    with pytest.raises(StepRefusedError):
        centre.services.second_calls.take(
            centre.anna, draft, draft.matter.steps[0], draft.matter.id
        )
    assert events(centre, A.WITHDRAW) == []


def test_not_solved_is_worked_on_once_more_and_then_shown_to_the_lead(centre: Centre) -> None:
    for wanted in ((S.DISPATCHED, False), (S.ANSWERED, True)):
        if centre.row().state is S.REGISTERED:
            centre.in_hand()
        else:
            centre.act(centre.lamps, A.SIGN)
        centre.act(centre.lamps, A.ANSWER, note="灯已换好")
        end(centre, called(centre, A.NOT_SOLVED, reason="not_solved"))
        assert (centre.row().state, centre.row().unsolved) == wanted
    assert len(events(centre, A.NOT_SOLVED)) == 2


def test_a_step_taken_back_leaves_an_ordinary_call(centre: Centre) -> None:
    told = called(centre, A.PROGRESS, told="已转给照明处。").matter.steps[0]
    draft = called(centre, A.CHASE)
    second = centre.services.second_calls
    with pytest.raises(UserError, match="last step"):
        second.take_back(centre.anna, told)
    second.take_back(centre.anna, draft.matter.steps[0])
    step = replace(draft.matter.steps[0], taken_back=True)
    assert end(centre, draft.with_step(step)).call_class is not CallClass.SECOND_CALL
    assert centre.row().chases == 0


def test_the_units_question_is_asked_and_answered(centre: Centre) -> None:
    centre.in_hand()
    centre.act(centre.lamps, A.RELAY, note="是几号灯杆？")
    (asked,) = known(centre).asked
    assert asked.words == "是几号灯杆？"
    draft = centre.begun(number=CALLBACK)
    draft = stepped(centre, draft, A.RELAY_ANSWER, note="五号")
    step = replace(draft.matter.steps[0], ref=asked.event_id)
    centre.services.second_calls.take(centre.anna, draft, step, draft.matter.id)
    assert known(centre).asked == ()


def test_a_closed_call_opened_again_knows_what_it_did(centre: Centre) -> None:
    draft = called(centre, A.CHASE, "还没有人来。")
    end(centre, draft)
    again = centre.services.calls.reopened(draft.call_id, {})
    assert [step.action for step in again.matter.steps] == [A.CHASE]
    assert end(centre, again).call_class is CallClass.SECOND_CALL
