"""Direct answers: three keys after the answer was found."""

from __future__ import annotations

import pytest

from tests.stories.driver import Desk
from tests.stories.steps import HITS, close, in_hand, say, take_call

pytestmark = pytest.mark.story
WAGES = "own:labour-wages"


def counted(desk: Desk) -> int:
    """How many calls of the store count."""
    return int(desk.rows("SELECT count(*) FROM call_view WHERE counted = 1")[0][0])


def test_the_first_proposal_in_two_keys(at_work: Desk) -> None:
    desk, before = at_work, counted(at_work)
    take_call(desk, "13900001111")
    empty = desk.look()
    say(desk, "单位拖欠工资三个月了怎么办")
    desk.steady(HITS, unlike=empty)
    desk.shot("1-proposed")
    desk.key("F10", "F12")
    desk.wait_for(lambda: in_hand(desk).ends, "the end in the store")
    desk.shot("2-ended")
    call = close(desk)
    assert call["outcome"] == "direct_answer"
    assert [key for matter in call["matters"] for key in matter["told"]] == [WAGES]
    assert counted(desk) == before + 1


def test_from_the_search_box_in_three_keys(at_work: Desk) -> None:
    desk = at_work
    take_call(desk)
    empty = desk.look()
    desk.key("F3")
    desk.type("拖欠工资")
    desk.steady(HITS, unlike=empty)
    desk.shot("1-found")
    desk.key("Return", "F10", "F12")
    desk.wait_for(lambda: in_hand(desk).ends, "the end in the store")
    desk.shot("2-ended")
    call = close(desk)
    assert call["outcome"] == "direct_answer"
    assert [key for matter in call["matters"] for key in matter["told"]] == [WAGES]
