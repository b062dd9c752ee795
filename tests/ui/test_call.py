"""A call from F2 to F12, by keys alone."""

from __future__ import annotations

import pytest

from operator_desk.domain.phase import Phase
from operator_desk.domain.terms import Outcome
from tests.ui.desk import Desk

pytestmark = pytest.mark.window


def test_f2_opens_an_empty_form_with_the_cursor_in_the_record(desk: Desk) -> None:
    desk.take_call("路灯不亮。\n三天了。")
    assert desk.phase is Phase.LISTENING
    assert desk.words == ["路灯不亮。", "三天了。"]
    assert desk.focus() is desk.page.form.record


def test_a_direct_answer_is_three_keys_after_the_answer_was_found(desk: Desk) -> None:
    desk.take_call("养老金什么时候发")
    desk.wait(lambda: desk.page.knowledge.list.hits.hits)
    desk.press("Alt+1", "F10", "F12")
    assert (desk.phase, desk.call.outcome) == (Phase.AFTER_CALL, Outcome.DIRECT_ANSWER)
    (row,) = desk.calls()
    assert (row.outcome, row.counted, row.tickets) == (Outcome.DIRECT_ANSWER, True, 0)


def test_the_same_over_a_real_store(sqlite_desk: Desk) -> None:
    desk = sqlite_desk
    desk.take_call("路灯不亮。", number="13800002206")
    desk.press("F12", "F12")
    assert desk.phase is Phase.NO_CALL
    (row,) = desk.calls()
    assert (row.outcome, row.number) == (Outcome.TO_REGISTER, "13800002206")
