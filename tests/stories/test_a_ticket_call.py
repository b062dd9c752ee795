"""Calls that end in a ticket, taken in a real window by keys."""

from __future__ import annotations

import pytest

from operator_desk.domain.draft import Draft
from operator_desk.domain.phase import Phase
from tests.stories.driver import Desk

pytestmark = pytest.mark.story


def in_hand(desk: Desk) -> Draft:
    """The call in hand."""
    draft = desk.draft()
    assert draft is not None
    return draft


def take_call(desk: Desk, number: str = "13800002206") -> None:
    """F2, the number, and the cursor in the record."""
    desk.key("F2")
    desk.wait_for(lambda: desk.draft() is not None, "the call in the journal")
    desk.key("shift+Tab", "shift+Tab", "shift+Tab")
    desk.type(number)
    desk.wait_for(lambda: in_hand(desk).number == number, "the number")
    desk.key("F2")


def test_a_ticket_call_with_a_correction_and_a_hang_up(at_work: Desk) -> None:
    desk = at_work
    take_call(desk)
    desk.type("我住幸福小区三号楼，楼上装修太吵了。\n")
    desk.type("从早上六点一直响到晚上十一点，连着半个月。\n")
    desk.type("找过物业两次，没人管。")
    desk.wait_for(lambda: len(in_hand(desk).matter.lines) == 3, "three statements")
    desk.shot("1-typed")
    desk.key("F5")
    desk.wait_for(lambda: in_hand(desk).phase is Phase.READBACK, "the readback")
    desk.shot("2-readback")
