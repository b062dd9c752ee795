"""Calls that end in tickets, taken in a real window by keys."""

from __future__ import annotations

import pytest

from operator_desk.domain.phase import Phase
from tests.stories.driver import Desk
from tests.stories.steps import (
    answers,
    close,
    hang_up,
    in_hand,
    register,
    say,
    store_is_sound,
    take_call,
)

pytestmark = pytest.mark.story
SAID = "从早上六点一直响到晚上十一点，连着半个月。"
TITLE = "楼上装修噪音扰民"
MEANT = "从早上七点一直响到晚上十一点，连着半个月。"


def test_a_correction_and_a_hang_up_in_mid_readback(at_work: Desk) -> None:
    desk = at_work
    take_call(desk, "13800002206")
    say(desk, "我住幸福小区三号楼，楼上装修太吵了。", SAID, "找过物业两次，没人管。")
    typed = desk.steady()
    desk.shot("1-typed")
    desk.key("F5")
    desk.wait_for(lambda: in_hand(desk).phase is Phase.READBACK, "the readback")
    desk.shot("2-readback", unlike=typed)
    desk.key("F5", "F6")
    desk.type(MEANT)
    desk.shot("3-correcting")
    desk.key("Return")
    desk.wait_for(lambda: answers(desk)[:2] == ["confirmed", "corrected"], "the correction")
    desk.shot("4-corrected")
    hang_up(desk)
    assert answers(desk) == ["confirmed", "corrected", "not_read", "not_read"]
    desk.shot("5-hung-up")
    number = register(desk, "3", "llsh", "幸福小区", TITLE, "城管")
    desk.shot("6-ticket")
    call = close(desk)
    (matter,) = call["matters"]
    assert (call["outcome"], matter["ticket"]) == ("ticket", number)
    (ticket,) = desk.json("ticket", "show", number)
    assert (ticket["title"], ticket["unit"], ticket["place"]) == (TITLE, "CG", "幸福小区")
    assert [row["words"] for row in matter["statements"] if row["n"] == 2] == [SAID, MEANT]
    assert [row["reason"] for row in matter["answers"]] == [None, None, "hung_up", "hung_up"]
    (verified,) = desk.json("ticket", "verify", number)
    assert verified["broken"] == []
    assert store_is_sound(desk)


def test_two_matters_in_one_call(at_work: Desk) -> None:
    desk = at_work
    take_call(desk, "13800002207")
    say(desk, "小区门口路灯坏了三天。")
    first = register(desk, "2", "ldbl", "东风路", "路灯不亮", "城管")
    desk.key("shift+F2")
    desk.wait_for(lambda: len(in_hand(desk).matters) == 2, "the second matter")
    say(desk, "公司拖欠工资两个月。")
    desk.shot("1-second-matter")
    second = register(desk, "3", "tqgz", "", "拖欠工资两个月", "人社")
    desk.shot("2-two-tickets")
    assert first != second
    hang_up(desk)
    desk.shot("3-hung-up")
    call = close(desk)
    assert [matter["ticket"] for matter in call["matters"]] == [first, second]
    assert call["counted"] is True
    assert desk.rows("SELECT count(*) FROM call_view WHERE id = ?", call["id"]) == [(1,)]
