"""Direct answers: three keys after the answer was found."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from shutil import copytree

import pytest

from tests.stories.conftest import Practice
from tests.stories.driver import Desk
from tests.stories.engines import Libpinyin
from tests.stories.steps import close, in_hand, say, see_hits, take_call, told_keys

pytestmark = pytest.mark.story
WAGES = "own:labour-wages"


def counted(desk: Desk) -> int:
    """How many calls of the store count."""
    return int(desk.rows("SELECT count(*) FROM call_view WHERE counted = 1")[0][0])


def test_the_first_proposal_in_two_keys(at_work: Desk) -> None:
    desk, before = at_work, counted(at_work)
    take_call(desk, "13900001111")
    say(desk, "单位拖欠工资三个月了怎么办")
    see_hits(desk)
    desk.shot("1-proposed")
    desk.key("F10", "F12")
    desk.wait_for(lambda: in_hand(desk).ends, "the end in the store")
    desk.shot("2-ended")
    call = close(desk)
    assert (call["outcome"], told_keys(call)) == ("direct_answer", [WAGES])
    assert counted(desk) == before + 1


def test_from_the_search_box_in_three_keys(at_work: Desk) -> None:
    desk = at_work
    take_call(desk)
    desk.key("F3")
    desk.type("拖欠工资")
    see_hits(desk)
    desk.shot("1-found")
    desk.key("Return", "F10", "F12")
    desk.wait_for(lambda: in_hand(desk).ends, "the end in the store")
    desk.shot("2-ended")
    call = close(desk)
    assert (call["outcome"], told_keys(call)) == ("direct_answer", [WAGES])


def test_typed_with_an_input_method(
    practice: Practice, tmp_path: Path, open_desk: Callable[[Path], Desk]
) -> None:
    lacking = Libpinyin.missing()
    if lacking:
        pytest.skip(f"{lacking} is not on this machine")
    copytree(practice.folder, tmp_path / "desk")
    desk = open_desk(tmp_path / "desk")
    desk.type_with(Libpinyin)
    desk.start()
    desk.sign_in("wang", practice.password)
    take_call(desk)
    desk.type("nihao woyaotousu tuoqiangongzi")
    desk.wait_for(lambda: desk.text() == "你好我要投诉", "two words, the third still composed")
    desk.shot("1-composing")
    before = desk.steady()
    desk.type(" ")
    desk.wait_for(lambda: desk.text() == "你好我要投诉拖欠工资", "the third word")
    see_hits(desk, unlike=before)
    desk.type("\n")
    desk.key("F10", "F12")
    desk.wait_for(lambda: in_hand(desk).ends, "the end in the store")
    desk.shot("2-ended")
    assert told_keys(close(desk)) == [WAGES]
