"""A call nobody speaks in, and one that was taken on paper."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from operator_desk.domain.terms import Entry
from tests.stories.driver import Desk
from tests.stories.steps import close, hang_up, in_hand, say, take_call

pytestmark = pytest.mark.story


def test_an_after_call_entry(at_work: Desk) -> None:
    desk = at_work
    desk.key("F1")
    desk.shot("1-palette")
    desk.key(*"bl", "Return")
    desk.wait_for(lambda: desk.draft() is not None, "the entry in the journal")
    assert in_hand(desk).entry is Entry.AFTER_CALL
    desk.shot("2-entry")
    began = datetime.now(ZoneInfo("Asia/Shanghai")) - timedelta(days=1)
    desk.type(f"{began:%m-%d} 10:05\n3\n")
    desk.key("F2")
    say(desk, "停电时记在纸上的：路口红绿灯不亮。")
    desk.shot("3-typed")
    hang_up(desk)
    call = close(desk)
    assert call["class"] == "after_call_entry"
    assert call["started_at"].startswith(f"{began:%Y-%m-%d}T10:05")
    assert call["talk_s"] == 180


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
