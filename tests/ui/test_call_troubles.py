"""A store or a disk that fails: nothing vanishes, everything can be tried again."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton

from operator_desk.domain import facts
from operator_desk.domain.phase import Phase
from operator_desk.domain.terms import Outcome
from tests.ui.desk import NUMBER, Desk
from tests.ui.faulty import FULL, FaultyStore

pytestmark = pytest.mark.window


def store(desk: Desk) -> FaultyStore:
    assert isinstance(desk.store, FaultyStore)
    return desk.store


def lines(desk: Desk) -> tuple[str, ...]:
    return desk.window.troubles.lines


def broken_call(desk: Desk) -> None:
    """A whole ticket call while the store takes nothing."""
    store(desk).trouble = FULL
    desk.take_call("路灯不亮。", NUMBER)
    desk.fill_strip()
    desk.press("F5", "F5", "F11", "Return", "F12", "F12")
    assert desk.phase is Phase.NO_CALL


def test_a_closed_call_that_could_not_be_stored_stays_on_disk_and_can_be_retried(
    desk: Desk,
) -> None:
    broken_call(desk)
    assert desk.calls() == []
    assert any("已结束" in line for line in lines(desk))
    (kept,) = desk.on_disk()
    assert (kept.matter.lines[0].words, kept.ended_at is not None) == ("路灯不亮。", True)
    store(desk).trouble = None
    desk.window.run("retry")
    assert lines(desk) == ()
    assert not desk.window.troubles.isVisible()
    (row,) = desk.calls()
    assert (row.outcome, row.tickets, row.counted) == (Outcome.TICKET, 1, True)
    assert desk.on_disk() == []


def test_several_failures_are_all_to_be_seen_and_the_button_tries_all(desk: Desk) -> None:
    broken_call(desk)
    assert len(lines(desk)) > 2
    (again,) = desk.window.troubles.findChildren(QPushButton)
    desk.click(again)
    assert len(lines(desk)) > 2
    store(desk).trouble = None
    desk.click(again)
    assert lines(desk) == ()
    states = [row.state.value for row in desk.facts(facts.SeatState)]
    assert states == ["talking", "after_call", "ready"]


def test_the_next_write_that_succeeds_brings_the_others_with_it(desk: Desk) -> None:
    broken_call(desk)
    store(desk).trouble = None
    desk.press("F2")
    assert lines(desk) == ()
    assert [row.outcome for row in desk.calls()] == [None, Outcome.TICKET]


def test_trying_again_twice_stores_nothing_twice(desk: Desk) -> None:
    broken_call(desk)
    troubles = desk.call.writes.troubles
    store(desk).trouble = None
    for trouble in (*troubles, *troubles):
        trouble.again()
    assert len(desk.calls()) == len(desk.tickets()) == 1
    assert len(desk.facts(facts.CallEnd)) == 1


def test_an_older_outcome_is_not_written_over_a_newer_one(desk: Desk) -> None:
    desk.take_call("打错了。")
    store(desk).trouble = FULL
    desk.press("F12")
    store(desk).trouble = None
    desk.press("8")
    desk.window.run("retry")
    assert [end.outcome for end in desk.facts(facts.CallEnd)] == [Outcome.WRONG_NUMBER]


def test_a_call_whose_close_failed_is_offered_at_the_next_start(desk: Desk) -> None:
    broken_call(desk)
    store(desk).trouble = None
    window = desk.crashed()
    assert window.questions.question is not None
    desk.press("2")
    (row,) = desk.calls()
    assert (row.outcome, row.after_call_s is not None) == (Outcome.TO_REGISTER, True)
    assert desk.on_disk() == []


def test_a_fault_of_the_program_keeps_the_call_and_offers_its_details(desk: Desk) -> None:
    store(desk).trouble = LookupError("a bug")
    desk.take_call("路灯不亮。")
    desk.press("F12", "F12")
    assert "故障" in desk.window.notices.text() or "程序" in desk.window.notices.text()
    assert any("已结束" in line for line in lines(desk))
    store(desk).trouble = None
    desk.window.run("retry")
    assert [row.outcome for row in desk.calls()] == [Outcome.TO_REGISTER]


def full(_fd: int, _data: bytes) -> int:
    raise OSError(errno.ENOSPC, "No space left on device")


def test_a_journal_that_cannot_be_written_says_since_when_until_it_can(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.take_call("路灯")
    desk.wait(lambda: desk.on_disk() and desk.on_disk()[0].matter.lines)
    with monkeypatch.context() as patch:
        patch.setattr(os, "write", full)
        (desk.folder / "journal" / "ballast").unlink(missing_ok=True)
        desk.type("不亮")
        desk.wait(lambda: lines(desk))
        since = lines(desk)[0]
        desk.type("。")
        desk.press("F6")
        assert lines(desk)[0] == since
        assert desk.window.troubles.isVisible()
    desk.type("\n三天了。")
    desk.wait(lambda: not lines(desk))
    assert [line.words for line in desk.on_disk()[0].matter.lines] == ["路灯不亮。", "三天了。"]


def test_what_the_disk_lacks_is_tried_again_without_a_key(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(os, "write", full)
        desk.take_call("路灯不亮。")
        desk.wait(lambda: lines(desk))
    desk.call.keeper.retry()  # as its timer does
    assert lines(desk) == ()
    assert desk.on_disk()[0].matter.lines[0].words == "路灯不亮。"


def test_typed_text_is_on_the_disk_within_a_second_of_the_last_key(desk: Desk) -> None:
    desk.take_call()
    desk.type("路灯")
    desk.type("不亮。")
    desk.wait(lambda: desk.on_disk()[0].matter.lines[:1] and "不亮" in str(desk.on_disk()[0]))
    desk.page.form.name.setFocus()
    desk.type("王女士")
    desk.page.form.summary.setFocus()
    desk.type("路灯")
    desk.wait(
        lambda: (desk.on_disk()[0].name, desk.on_disk()[0].matter.summary) == ("王女士", "路灯")
    )


def test_a_read_only_folder_is_one_line_and_the_call_goes_on(desk: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "journal"
    folder.mkdir(mode=0o700, exist_ok=True)
    blocked = folder / "blocked"
    blocked.write_text("a file where a folder should be")
    desk.journal._folder = blocked / "journal"
    desk.take_call("路灯不亮。")
    desk.wait(lambda: lines(desk))
    assert len(lines(desk)) == 1
    desk.press("F12", "F12")
    assert [row.outcome for row in desk.calls()] == [Outcome.TO_REGISTER]
