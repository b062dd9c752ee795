"""kill -9 in mid-sentence and in mid-readback: the next start has everything."""

from __future__ import annotations

import time

import pytest

from operator_desk.domain.phase import Phase
from operator_desk.ui.kit.look import DARK, LIGHT
from tests.stories.conftest import Practice
from tests.stories.driver import Desk
from tests.stories.steps import answers, hang_up, in_hand, say, store_is_sound, take_call

pytestmark = pytest.mark.story
OFFER, OFFERED = (700, 54), {LIGHT["warn_soft"], DARK["warn_soft"]}


def go_on(desk: Desk, practice: Practice) -> None:
    """Starts the killed program again and takes the call up that it offers."""
    desk.start()
    desk.sign_in("wang", practice.password)
    desk.wait_for(lambda: desk.look().pixel(*OFFER) in OFFERED, "the offer to go on")
    desk.shot("offered")
    desk.key("1")
    desk.wait_for(lambda: desk.look().pixel(*OFFER) not in OFFERED, "the call taken up")


def test_killed_in_mid_sentence(at_work: Desk, practice: Practice) -> None:
    desk = at_work
    take_call(desk, "13800002206")
    say(desk, "我住幸福小区三号楼。")
    desk.type("\n楼上从早上六点一直")
    typed = time.time()
    desk.wait_for(lambda: desk.text().endswith("一直"), "the half sentence on the disk")
    assert desk.journal_files()[-1].stat().st_mtime - typed < 1
    before = in_hand(desk)
    desk.kill()
    go_on(desk, practice)
    desk.type("响到晚上")
    desk.wait_for(lambda: desk.text().endswith("一直响到晚上"), "the sentence gone on with")
    desk.shot("resumed")
    now = in_hand(desk)
    assert (now.call_id, now.started_at) == (before.call_id, before.started_at)
    assert now.number == "13800002206"
    assert [line.words for line in now.matter.lines] == [
        "我住幸福小区三号楼。",
        "楼上从早上六点一直响到晚上",
    ]
    hang_up(desk)
    assert store_is_sound(desk)


def test_killed_in_mid_readback(at_work: Desk, practice: Practice) -> None:
    desk = at_work
    take_call(desk)
    say(desk, "路灯坏了。", "已经三天。")
    desk.key("F5", "Return")
    desk.wait_for(lambda: answers(desk) == ["confirmed", None], "the first answer on the disk")
    desk.kill()
    go_on(desk, practice)
    desk.shot("resumed")
    assert in_hand(desk).phase is Phase.READBACK
    desk.key("F6")
    desk.type("已经四天，")
    desk.wait_for(lambda: _typed(desk) == "已经四天，", "half a correction on the disk")
    desk.kill()
    go_on(desk, practice)
    desk.type("没人来修。\n")
    desk.wait_for(lambda: answers(desk) == ["confirmed", "corrected", None], "the correction")
    desk.shot("corrected")
    assert desk.text() == "路灯坏了。\n已经四天，没人来修。"


def _typed(desk: Desk) -> str | None:
    run = in_hand(desk).matter.readback
    return run.typed if run else None
