"""The call with real lanes: answers of the store that come late hit nothing else."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event

import pytest

from operator_desk.domain import facts
from operator_desk.domain.errors import UserError
from operator_desk.domain.phase import Phase
from operator_desk.domain.terms import Outcome
from operator_desk.services.knowledge import Shown
from tests.ui.desk import NUMBER, Desk
from tests.ui.faulty import FULL, FaultyStore

pytestmark = pytest.mark.window


def store(desk: Desk) -> FaultyStore:
    assert isinstance(desk.store, FaultyStore)
    return desk.store


@contextmanager
def held(desk: Desk) -> Iterator[None]:
    """While it lasts, the store answers nothing."""
    store(desk).gate.clear()
    try:
        yield
    finally:
        store(desk).gate.set()


def settled(desk: Desk, calls: int) -> None:
    """Waits until so many calls are closed in the store and the journal let go of them."""
    desk.wait(lambda: len(desk.facts(facts.CallClose)) == calls and not desk.on_disk())


def test_a_ticket_that_is_made_late_still_makes_the_call_a_ticket_call(threaded_desk: Desk) -> None:
    desk = threaded_desk
    with held(desk):
        desk.take_call("路灯不亮。", NUMBER)
        desk.fill_strip()
        desk.press("F11", "Return", "F12", "F12")
        desk.take_call("第二个来电。")
        assert desk.calls() == []
    desk.wait(lambda: len(desk.facts(facts.CallClose)) == 1)
    first = desk.calls()[-1]
    assert (first.outcome, first.tickets, first.counted) == (Outcome.TICKET, 1, True)
    assert (desk.words, desk.matter.ticket) == (["第二个来电。"], None)
    assert desk.phase is Phase.LISTENING
    desk.press("F12", "F12")
    settled(desk, 2)


def test_keys_while_the_store_is_locked_are_kept_and_stored_when_it_is_free(
    threaded_desk: Desk,
) -> None:
    desk = threaded_desk
    with held(desk):
        desk.take_call("一\n二")
        desk.press("F5", "F5", "F7", "1", "Shift+F6", "F2")
        desk.type("三")
        desk.wait(lambda: desk.on_disk() and len(desk.on_disk()[0].matter.lines) == 3)
        desk.press("F12", "F12")
        assert desk.phase is Phase.NO_CALL
    settled(desk, 1)
    answers = [[item["answer"] for item in seal.items] for seal in desk.facts(facts.Seal)]
    assert answers == [["confirmed", "declined"], ["not_read"]]


def test_a_call_opened_again_at_once_is_not_taken_out_of_the_journal_by_its_own_close(
    threaded_desk: Desk,
) -> None:
    desk = threaded_desk
    desk.take_call("路灯不亮。")
    desk.press("F12", "F12")
    settled(desk, 1)
    desk.wait(lambda: desk.page.ready.list.rows)
    desk.press("1")
    desk.wait(lambda: desk.phase is Phase.AFTER_CALL)
    with held(desk):
        call = desk.draft.call_id
        desk.press("F12")
        desk.call.reopen(call)
    desk.wait(lambda: desk.phase is Phase.AFTER_CALL)
    desk.call.set_strip(unit="water")
    desk.wait(lambda: desk.on_disk() and desk.on_disk()[0].matter.strip.unit == "water")


@pytest.mark.skipif(sys.platform != "linux", reason="threads have their own priority on Linux only")
def test_the_window_is_served_before_its_lanes_and_the_journal_as_it_is(
    threaded_desk: Desk,
) -> None:
    def nice() -> int:
        return os.getpriority(os.PRIO_PROCESS, threading.get_native_id())

    lanes, found = threaded_desk.parts.lanes, {}
    for lane in (lanes.journal, lanes.write, lanes.search):
        lane.submit(nice, lambda value, name=lane.name: found.update({name: value}))
    threaded_desk.wait(lambda: len(found) == 3)
    own = nice()
    assert found["journal"] == own
    assert found["write"] == found["search"] == min(19, own + 5)


def test_a_failure_and_its_retry_go_through_the_lanes(threaded_desk: Desk) -> None:
    desk = threaded_desk
    store(desk).trouble = FULL
    desk.take_call("路灯不亮。")
    desk.press("F12", "F12")
    desk.wait(lambda: any("已结束" in line for line in desk.window.troubles.lines))
    store(desk).trouble = None
    desk.window.run("retry")
    settled(desk, 1)
    desk.wait(lambda: not desk.window.troubles.lines)


def test_signing_off_waits_for_what_is_on_its_way(threaded_desk: Desk) -> None:
    desk = threaded_desk
    told: list[int] = []
    desk.window.signed_off.connect(lambda: told.append(len(desk.facts(facts.CallClose))))
    version = next(iter(desk.facts(facts.ArticleVersion))).id
    desk.take_call("路灯不亮。")
    desk.call.toggle_told("own:lamp", version, "路灯")
    with held(desk):
        desk.press("F12", "F12")
        desk.window.run("sign_off")
        assert told == []
    desk.wait(lambda: told == [1])


@contextmanager
def reading(desk: Desk) -> Iterator[None]:
    """While it lasts, the lane that reads articles is busy with something else."""
    free = Event()
    desk.page._parts.lanes.read.submit(free.wait)
    try:
        yield
    finally:
        free.set()


@pytest.mark.parametrize("last", ["F12", "F2"])
def test_a_call_is_not_closed_before_what_f10_asked_for_is_marked(
    threaded_desk: Desk, last: str
) -> None:
    desk = threaded_desk
    desk.take_call("路灯不亮。")
    desk.wait(lambda: desk.page.knowledge.first_hit())
    with reading(desk):
        desk.press("F10", "F12", last)
        assert (desk.phase, desk.words) == (Phase.AFTER_CALL, ["路灯不亮。"])
    desk.wait(lambda: len(desk.facts(facts.CallClose)) == 1)
    assert [row.taken_back for row in desk.facts(facts.Told)] == [False]
    assert desk.calls()[-1].outcome is Outcome.DIRECT_ANSWER
    desk.wait(lambda: desk.phase is (Phase.NO_CALL if last == "F12" else Phase.LISTENING))


def test_a_call_stays_open_when_the_article_cannot_be_read(
    threaded_desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = threaded_desk

    def lost(_key: str) -> Shown:
        raise UserError("There is no article {key}.", key="own:lamp")

    desk.take_call("路灯不亮。")
    desk.wait(lambda: desk.page.knowledge.first_hit())
    monkeypatch.setattr(desk.page._parts.knowledge, "get", lost)
    with reading(desk):
        desk.press("F10", "F12", "F12")
    desk.wait(lambda: "own:lamp" in desk.window.notices.text())
    assert (desk.phase, desk.facts(facts.CallClose)) == (Phase.AFTER_CALL, [])
    desk.press("F12")
    settled(desk, 1)
