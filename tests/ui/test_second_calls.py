"""A second call about a ticket at the window: its keys, a supplement, what is said."""

from __future__ import annotations

from uuid import UUID

import pytest

from operator_desk.domain import facts
from operator_desk.domain.errors import UserError
from operator_desk.domain.life_cycle import Action
from operator_desk.domain.terms import CallClass, MatterKind, Outcome, Role, TicketState
from operator_desk.services.handling import Given
from operator_desk.services.people import Actor
from tests.ui.desk import NUMBER, Desk

FULL = UserError("The disk is full.")
LEAD = Actor(UUID(int=2 << 64), "lea", "Lea", (Role.DISPATCHER, Role.LEAD))
UNIT = Actor(UUID(int=3 << 64), "lamps", "Lamps", (Role.UNIT,), "lamps")


def act(desk: Desk, actor: Actor, action: Action, **given: str) -> None:
    """Somebody else does something to the oldest ticket."""
    number = desk.tickets()[-1].number
    desk.services.handling.act(actor, number, action, Given(**given))  # type: ignore[arg-type]


def in_hand(desk: Desk) -> None:
    act(desk, LEAD, Action.DISPATCH, unit="lamps")
    act(desk, UNIT, Action.SIGN)
    act(desk, UNIT, Action.CONTACT, contacted="yes")


def again(desk: Desk, words: str = "", number: str = NUMBER) -> None:
    """The caller of the first ticket calls again."""
    desk.take_call(words, number)
    desk.wait(lambda: desk.page.listening.past.tickets)


def steps(desk: Desk, action: Action) -> list[facts.TicketEvent]:
    with desk.store.read() as tx:
        return tx.find(facts.TicketEvent, action=action.value)


@pytest.fixture
def held(desk: Desk) -> Desk:
    """A desk with one ticket of a number, in hand at its unit."""
    desk.ticket_call("路灯不亮。", NUMBER)
    in_hand(desk)
    return desk


def test_a_chase_is_two_keys_with_one_open_ticket_and_says_what_to_say(held: Desk) -> None:
    again(held)
    held.press("Ctrl+F2", "2")
    (step,) = steps(held, Action.CHASE)
    assert (step.call_id, step.told) == (held.draft.call_id, "第1次催办，转给市政照明处。")
    assert held.page.middle.say.text() == step.told
    assert any("已催办" in text for text in held.page.knowledge.toasts.texts())
    held.press("F12", "F12")
    row = held.calls()[0]
    assert (row.call_class, row.outcome) == (CallClass.SECOND_CALL, Outcome.TICKET)
    assert len(held.tickets()) == 1


def test_a_chase_of_one_of_two_tickets_is_three_keys(held: Desk) -> None:
    held.ticket_call("井盖坏了。", NUMBER)
    again(held)
    past = held.page.listening.past
    older = [one.row.number for one in past.tickets].index(held.tickets()[-1].number)
    held.press("Ctrl+F2", str(older + 1), "2")
    assert [row.chases for row in held.tickets()] == [0, 1]
    held.press("Escape")
    assert "按数字打开" in past.title.text()


def test_digits_that_are_typed_into_the_record_do_nothing_to_a_ticket(held: Desk) -> None:
    again(held)
    held.keys("2")
    assert held.words == ["2"]
    assert steps(held, Action.CHASE) == []


def test_progress_is_told_as_one_sentence_that_is_kept(held: Desk) -> None:
    again(held)
    held.press("Ctrl+F2", "1")
    (step,) = steps(held, Action.PROGRESS)
    assert step.told is not None
    assert step.told.startswith("由市政照明处在办理，")
    assert held.page.middle.say.text() == step.told
    held.press("F12")
    assert held.call.outcome is Outcome.DIRECT_ANSWER


def test_a_withdrawal_asks_its_reason_and_is_taken_back(held: Desk) -> None:
    again(held)
    held.press("Ctrl+F2", "4")
    assert held.page.middle.say.text() == "是什么原因？"
    held.press("Escape", "4", "9")
    assert [step.reason for step in steps(held, Action.WITHDRAW)] == ["other"]
    assert held.tickets()[0].state is TicketState.WITHDRAWN
    held.window.run("take_back_step")
    assert held.tickets()[0].state is TicketState.IN_HAND
    held.press("F12")
    assert held.call.outcome is Outcome.SILENT


def test_what_is_not_possible_is_greyed_says_why_and_does_nothing(held: Desk) -> None:
    again(held)
    row = held.page.listening.history.rows[4]
    assert row.off
    assert "办理中" in row.text
    held.press("Ctrl+F2", "5")
    assert "办理中" in held.window.notices.text()
    assert steps(held, Action.NOT_SOLVED) == []


def test_not_solved_says_whether_it_is_worked_on_again(held: Desk) -> None:
    act(held, UNIT, Action.ANSWER, note="灯已换好")
    again(held)
    held.press("Ctrl+F2", "5", "1")
    assert held.tickets()[0].state is TicketState.DISPATCHED
    assert any("重办" in text for text in held.page.knowledge.toasts.texts())


def test_a_supplement_is_read_back_sealed_and_joined_and_makes_no_ticket(held: Desk) -> None:
    again(held)
    held.press("Ctrl+F2", "3")
    assert held.focus() is held.page.form.record
    held.type("又坏了两盏。")
    held.press("F11")
    assert "不另立工单" in held.window.notices.text()
    held.press("F5", "F5", "Shift+F6")
    (step,) = steps(held, Action.SUPPLEMENT)
    assert (step.matter_id, step.call_id) == (held.matter.id, held.draft.call_id)
    held.press("F12")
    assert held.call.outcome is Outcome.TICKET
    held.press("F12")
    assert len(steps(held, Action.SUPPLEMENT)) == len(held.tickets()) == 1
    assert held.calls()[0].call_class is CallClass.SECOND_CALL


def test_a_supplement_survives_a_kill_and_is_joined_once(held: Desk) -> None:
    again(held)
    held.press("Ctrl+F2", "3")
    held.type("又坏了两盏。")
    held.call.keeper.now()
    held.crashed()
    held.press("2")  # close it as it is
    (step,) = steps(held, Action.SUPPLEMENT)
    (seal,) = [one for one in held.facts(facts.Seal) if one.matter_id == step.matter_id]  # type: ignore[attr-defined]
    assert seal is not None
    assert held.calls()[0].call_class is CallClass.SECOND_CALL
    assert held.on_disk() == []


def test_another_matter_of_the_same_call_gets_its_ticket(held: Desk) -> None:
    again(held)
    held.press("Ctrl+F2", "3")
    held.type("又坏了两盏。")
    held.press("Shift+F2")
    held.type("小区停水。")
    held.fill_strip()
    held.press("F11", "Return")
    assert len(held.tickets()) == 2
    held.press("F12", "F12")
    assert held.calls()[0].call_class is CallClass.INBOUND


def test_by_the_number_that_the_caller_says_from_another_telephone(held: Desk) -> None:
    held.take_call(number="13911112222")
    held.press("Ctrl+F7")
    held.keys(held.tickets()[0].number.split("-", 1)[1].lower())
    held.press("Return", "2")
    assert len(steps(held, Action.CHASE)) == 1
    held.press("Ctrl+F7")
    held.keys("A07-9999")
    held.press("Return")
    assert "A07-9999" in held.window.notices.text()


def test_a_secret_ticket_is_named_as_one_to_another_telephone(desk: Desk) -> None:
    desk.take_call("举报一件事。", NUMBER)
    desk.fill_strip()
    desk.choose_kind(MatterKind.REPORT)
    desk.press("F11", "Return", "F12", "F12")
    desk.take_call(number="13911112222")
    desk.press("Ctrl+F7")
    desk.keys(desk.tickets()[0].number)
    desk.press("Return")
    assert "只能告知状态" in desk.page.listening.past.detail.text()


def test_the_units_question_is_put_and_its_answer_goes_back(held: Desk) -> None:
    act(held, UNIT, Action.RELAY, note="是几号灯杆？")
    again(held)
    assert "是几号灯杆？" in held.page.listening.history.rows[0].text
    held.press("Ctrl+F2", "6")
    held.type("五号\n")
    assert [step.note for step in steps(held, Action.RELAY_ANSWER)] == ["五号"]


def test_a_step_that_the_store_could_not_take_is_stored_with_the_call(held: Desk) -> None:
    again(held)
    held.store.trouble = FULL  # type: ignore[attr-defined]
    held.press("Ctrl+F2", "2")
    assert any("工单操作" in line for line in held.window.troubles.lines)
    held.store.trouble = None  # type: ignore[attr-defined]
    held.press("F12")
    assert held.window.troubles.lines == ()
    assert len(steps(held, Action.CHASE)) == 1
