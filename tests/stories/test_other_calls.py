"""A call with two matters, one nobody speaks in, one that was taken on paper."""

from __future__ import annotations

import pytest

from tests.stories.driver import Desk
from tests.stories.steps import close, hang_up, in_hand, say, take_call

pytestmark = pytest.mark.story


def test_an_after_call_entry(at_work: Desk) -> None:
    desk = at_work
    desk.key("F1", *"bl", "Return")
    desk.wait_for(lambda: desk.draft() is not None, "the entry in the journal")
    desk.shot("1-entry")
    desk.type("13700003333")
    desk.key("F2")
    say(desk, "停电时记在纸上的：路口红绿灯不亮。")
    desk.shot("2-typed")
    hang_up(desk)
    call = close(desk)
    assert call["class"] == "after_call_entry"
    assert call["number"] == "137****3333"


def test_a_silent_call_ends_by_itself(at_work: Desk) -> None:
    desk = at_work
    take_call(desk)
    first = desk.look()
    desk.key("shift+F12")
    desk.steady(unlike=first)
    desk.shot("1-first-prompt")
    desk.wait_for(lambda: in_hand(desk).ends, "the end of the silent call", 25)
    desk.shot("2-ended")
    call = close(desk)
    assert call["outcome"] == "silent"
    assert 14 <= call["talk_s"] <= 20
