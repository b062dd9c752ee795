"""A follow-up call at the window: four answers by digit, nobody reached by one key."""

from __future__ import annotations

import pytest

from operator_desk.domain.life_cycle import Action
from operator_desk.domain.terms import CallClass, Outcome, Reply, Role, TicketState
from operator_desk.services.people import Actor
from tests.ui.desk import NUMBER, Desk
from tests.ui.test_second_calls import UNIT, act, in_hand, steps


@pytest.fixture
def asking(desk: Desk) -> Desk:
    """A desk with one answered ticket, before a person who makes follow-up calls."""
    desk.ticket_call("路灯不亮。", NUMBER)
    in_hand(desk)
    act(desk, UNIT, Action.ANSWER, note="灯已换好")
    roles = (Role.OPERATOR, Role.FOLLOW_UP)
    desk.actor = Actor(desk.actor.staff_id, "anna", "Anna", roles)
    desk.window.hide()
    desk.opened()
    return desk


def test_four_digits_and_the_call_is_stored_with_its_answers(asking: Desk) -> None:
    asking.window.run("next_follow_up")
    assert asking.draft.number == NUMBER
    assert asking.page.asks.answer.text() == "灯已换好"
    assert asking.page.middle.say.text() == "回访您反映的路灯不亮。"
    asking.press("1", "1")
    assert asking.page.middle.say.text() == "解决了吗？"
    asking.press("1", "1", "1", "F12", "F12")
    (step,) = steps(asking, Action.FOLLOW_UP)
    assert (step.solved, step.reason) == (Reply.YES, None)
    row = asking.calls()[0]
    assert (row.call_class, row.counted, row.outcome) == (
        CallClass.FOLLOW_UP, True, Outcome.DIRECT_ANSWER,
    )  # fmt: skip
    assert step.call_id == row.id
    assert asking.tickets()[0].state is TicketState.RATED


def test_a_no_asks_for_rework_and_its_reason(asking: Desk) -> None:
    asking.page.begin_follow_up(asking.tickets()[0].number)
    asking.press("1", "1", "3", "3", "1")
    assert not asking.page.asks._fields["reason"].isHidden()
    asking.press("1", "1", "F12")
    assert asking.window._stack.currentWidget() is asking.page
    asking.press("F12")
    assert asking.window._stack.currentWidget() is asking.window.pages["show_tickets"]
    assert [step.reason for step in steps(asking, Action.FOLLOW_UP)] == ["not_solved"]
    assert asking.tickets()[0].state is TicketState.DISPATCHED


def test_nobody_reached_is_one_key_and_ends_the_call(asking: Desk) -> None:
    asking.window.run("next_follow_up")
    asking.press("2", "F12")
    assert [step.reason for step in steps(asking, Action.NOT_REACHED)] == ["no_answer"]
    row = asking.calls()[0]
    assert (row.call_class, row.counted, row.outcome) == (
        CallClass.FOLLOW_UP, False, Outcome.SILENT,
    )  # fmt: skip


def test_what_is_missing_at_the_end_can_still_be_given(asking: Desk) -> None:
    asking.window.run("next_follow_up")
    asking.press("1", "1", "1", "F12")
    assert steps(asking, Action.FOLLOW_UP) == []
    asking.press("1", "4")
    assert len(steps(asking, Action.FOLLOW_UP)) == 1
    assert asking.call.outcome is Outcome.DIRECT_ANSWER
    asking.press("F12")
    assert asking.calls()[0].counted


def test_a_call_that_was_killed_goes_on_with_its_answers(asking: Desk) -> None:
    asking.window.run("next_follow_up")
    asking.press("1", "1", "2")
    asking.crashed()
    asking.press("1")
    assert asking.page.asks.answer.text() == "灯已换好"
    asking.press("1", "1", "2", "2", "F12", "F12")
    (step,) = steps(asking, Action.FOLLOW_UP)
    assert (step.solved, step.reason) == (Reply.PARTLY, "slow")


def test_why_no_call_can_begin_is_said(asking: Desk) -> None:
    said: list[str] = []
    asking.page.begin_follow_up("20200101-A07-0001", said.append)
    asking.press("F2")
    asking.page.begin_follow_up(None, said.append)
    assert len(said) == 2
    assert "20200101-A07-0001" in said[0]
