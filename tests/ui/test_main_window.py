"""The window around the pages: signing off, the seat, closing; what the shell says."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from operator_desk import app
from operator_desk.app import input_method, starting
from operator_desk.app.window import Shell
from operator_desk.domain import facts
from operator_desk.domain.phase import Phase
from operator_desk.domain.terms import Seat
from operator_desk.settings import Settings
from operator_desk.ui.sign_in import FirstStartPage, SignInPage
from tests.ui.desk import NUMBER, Desk
from tests.ui.faulty import FULL

pytestmark = pytest.mark.window


# -- signing off -------------------------------------------------------------------------


def signed_off(desk: Desk) -> list[bool]:
    told: list[bool] = []
    desk.window.signed_off.connect(lambda: told.append(True))
    return told


def last_state(desk: Desk) -> Seat:
    row = desk.facts(facts.SeatState)[-1]
    assert isinstance(row, facts.SeatState)
    return row.state


def test_signing_off_with_nothing_left_asks_nothing(desk: Desk) -> None:
    told = signed_off(desk)
    desk.press("F1")
    desk.keys("qc")
    desk.press("Return")
    assert told == [True]
    assert last_state(desk) is Seat.SIGNED_OFF


def test_signing_off_lists_what_is_still_to_register_and_leaves_the_choice(desk: Desk) -> None:
    for _ in range(2):
        desk.take_call("路灯不亮。", NUMBER)
        desk.press("F12", "F12")
    told = signed_off(desk)
    desk.window.run("sign_off")
    question = desk.window.questions.question
    assert question is not None
    assert "2" in question.words
    assert question.words.count("138****2206") == 2
    desk.press("1")
    assert (told, desk.window.questions.question) == ([], None)
    assert desk.focus() is desk.page.ready.list
    desk.window.run("sign_off")
    desk.press("2")
    assert told == [True]


def test_signing_off_with_something_not_stored_says_so(desk: Desk) -> None:
    desk.store.trouble = FULL  # type: ignore[attr-defined]
    desk.take_call("路灯不亮。")
    desk.press("F12", "F12")
    told = signed_off(desk)
    desk.window.run("sign_off")
    assert desk.window.questions.question is not None
    desk.press("2")
    assert told == [True]
    assert len(desk.on_disk()) == 1


def test_signing_off_is_told_only_when_the_store_has_it(desk: Desk) -> None:
    told = signed_off(desk)
    desk.store.trouble = FULL  # type: ignore[attr-defined]
    desk.window.run("sign_off")
    assert told == []
    assert desk.window.troubles.isVisible()
    desk.store.trouble = None  # type: ignore[attr-defined]
    desk.window.run("retry")
    assert told == [True]


# -- seat and closing --------------------------------------------------------------------


def test_not_ready_asks_why_and_shows_it_until_ready(desk: Desk) -> None:
    desk.press("Ctrl+F8", "1")
    row = desk.facts(facts.SeatState)[-1]
    assert (row.state, row.reason) == (Seat.NOT_READY, "short_break")  # type: ignore[attr-defined]
    assert "小休" in desk.window.top._state.text()
    desk.press("F2")
    desk.type("路灯不亮。")
    desk.press("F12", "F12")
    assert last_state(desk) is Seat.READY
    assert "小休" not in desk.window.top._state.text()
    desk.press("Ctrl+F8", "1", "Ctrl+F8", "0")
    assert "小休" not in desk.window.top._state.text()


def test_a_window_closed_in_mid_sentence_keeps_every_character(desk: Desk) -> None:
    desk.take_call("路灯")
    desk.compose("bu'liang")
    desk.window.close()
    assert [line.words for line in desk.on_disk()[0].matter.lines] == ["路灯buliang"]


def test_a_window_closed_without_a_call_signs_the_seat_off(desk: Desk) -> None:
    desk.window.close()
    assert last_state(desk) is Seat.SIGNED_OFF


def test_the_number_is_masked_in_the_bar_as_soon_as_the_call_is_over(desk: Desk) -> None:
    desk.take_call("路灯不亮。", NUMBER)
    desk.call.changed.emit()
    assert desk.window.top._number.text() == NUMBER
    desk.press("F12")
    assert desk.window.top._number.text() == "138****2206"


def test_a_fault_of_the_program_is_told_once_with_its_details(desk: Desk) -> None:
    for _ in range(2):
        try:
            raise LookupError("王女士")
        except LookupError as error:
            desk.window.messages.failed(error)
    assert desk.window.notices.text()
    copy = [one for one in desk.window.notices.findChildren(QPushButton) if one.isVisible()]
    desk.click(copy[0])
    assert "LookupError" in QGuiApplication.clipboard().text()


def test_a_failure_is_not_buried_by_what_is_said_after_it(desk: Desk) -> None:
    bar, done = desk.window.notices, []
    bar.show_notice("one", "danger", "do", lambda: done.append(1))
    bar.show_notice("two", "info")
    bar.show_notice("three", "warn")
    bar.show_notice("three", "warn")
    close = bar.findChild(QToolButton)
    assert close is not None
    said = []
    while bar.isVisible():
        said.append(bar.text())
        if bar.text() == "one":
            desk.click(next(one for one in bar.findChildren(QPushButton) if one.isVisible()))
        else:
            desk.click(close)
    assert (said, done) == (["three", "one"], [1])


# -- the shell ---------------------------------------------------------------------------


@pytest.fixture
def shell(prepared: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Shell]:
    """The outermost widget over an empty folder."""
    del prepared
    made = Shell(tmp_path / "desk", Settings(tmp_path / "desk"))
    qtbot.addWidget(made)
    yield made
    made.close_desk()


def first_page(shell: Shell) -> FirstStartPage:
    page = shell.currentWidget()
    assert isinstance(page, FirstStartPage)
    return page


def fill(page: FirstStartPage) -> None:
    page.login.setText("anna")
    page.name.setText("安娜")
    page.password.setText("a good password")


def test_what_was_said_of_a_call_goes_with_the_next_one(desk: Desk) -> None:
    desk.take_call()
    desk.press("F5")  # nothing to read back
    assert desk.window.notices.text()
    desk.press("F12", "F12", "F2")
    assert not desk.window.notices.text()
    desk.window.notices.show_notice("not on disk", "danger")
    desk.press("F12", "F12", "F2")
    assert desk.window.notices.text() == "not on disk"


def test_a_fault_in_the_first_start_is_told_and_the_page_works_again(
    shell: Shell, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_given: object) -> None:
        raise LookupError("a bug")

    with monkeypatch.context() as patch:
        patch.setattr(starting, "own_desk", broken)
        shell.begin()
        page = first_page(shell)
        fill(page)
        page.password.returnPressed.emit()
        qtbot.waitUntil(lambda: shell.notices.isVisible(), timeout=5000)
    assert shell.notices.width() == shell.width()
    assert page.practice.isEnabled()
    page.password.returnPressed.emit()
    qtbot.waitUntil(lambda: isinstance(shell.currentWidget(), SignInPage), timeout=10_000)


def test_a_sentence_of_the_first_start_stands_on_its_page(
    shell: Shell, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_given: object) -> None:
        raise FULL

    monkeypatch.setattr(starting, "own_desk", full)
    shell.begin()
    page = first_page(shell)
    fill(page)
    page.password.returnPressed.emit()
    qtbot.waitUntil(
        lambda: page.practice.isEnabled() and "满" in page._trouble.text(), timeout=5000
    )
    assert not shell.notices.isVisible()


def test_a_desk_that_cannot_be_opened_for_any_reason_is_told(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_given: object, **_more: object) -> None:
        raise LookupError("a bug")

    monkeypatch.setattr(app, "has_desk", lambda _folder: True)
    monkeypatch.setattr(app, "open_desk", broken)
    shell.begin()
    assert shell.isVisible()
    assert shell.notices.isVisible()


# -- input methods -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ({"QT_IM_MODULE": "fcitx"}, "ibus"),
        ({"QT_IM_MODULE": "fcitx5"}, "ibus"),
        ({"QT_IM_MODULE": "ibus"}, "ibus"),
        ({"QT_IM_MODULE": "compose"}, "compose"),
        ({"QT_IM_MODULE": "fcitx", "WAYLAND_DISPLAY": "wayland-0"}, "ibus"),
        ({"XMODIFIERS": "@im=fcitx"}, "ibus"),
        ({"XMODIFIERS": "@im=ibus", "WAYLAND_DISPLAY": "wayland-0"}, ""),
        ({"XMODIFIERS": "@im=none"}, ""),
        ({}, ""),
    ],
)
def test_an_engine_without_a_plug_in_of_its_own_is_reached_through_ibus(
    before: dict[str, str], after: str
) -> None:
    environment = dict(before)
    input_method.choose_input_method(environment)
    assert environment.get("QT_IM_MODULE", "") == after


def test_no_input_method_is_seen_and_a_chosen_or_running_one_is_not(tmp_path: Path) -> None:
    home = {"XDG_CONFIG_HOME": str(tmp_path)}
    bus = tmp_path / "ibus" / "bus" / "machine-unix-0"
    bus.parent.mkdir(parents=True)
    missing = input_method.no_input_method
    assert missing("xcb", home)
    assert missing("xcb", home | {"QT_IM_MODULE": "xim"})
    assert missing("xcb", home | {"QT_IM_MODULE": "ibus"})
    assert not missing("xcb", home | {"QT_IM_MODULE": "compose"})
    assert not missing("wayland", home)
    assert not missing("windows", home)
    bus.write_text(f"IBUS_ADDRESS=unix:abstract=x\nIBUS_DAEMON_PID={os.getpid()}\n")
    assert not missing("xcb", home | {"QT_IM_MODULE": "ibus"})
    bus.write_text("IBUS_ADDRESS=unix:abstract=x\nIBUS_DAEMON_PID=999999999\n")
    assert missing("xcb", home | {"QT_IM_MODULE": "ibus"})


def test_the_window_says_once_that_no_chinese_can_be_typed(
    shell: Shell, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("operator_desk.app.window.no_input_method", lambda: True)
    shell.begin()
    page = first_page(shell)
    fill(page)
    page.password.returnPressed.emit()
    qtbot.waitUntil(lambda: isinstance(shell.currentWidget(), SignInPage), timeout=10_000)
    said = []
    for _ in range(2):
        sign_in = shell.currentWidget()
        assert isinstance(sign_in, SignInPage)
        sign_in.login.setText("anna")
        sign_in.password.setText("a good password")
        sign_in.password.returnPressed.emit()
        qtbot.waitUntil(lambda: hasattr(shell.currentWidget(), "call"), timeout=10_000)
        window = shell.currentWidget()
        said.append(window.notices.text())  # type: ignore[union-attr]
        assert window.call.desk.phase is Phase.NO_CALL  # type: ignore[union-attr]
        window.run("sign_off")  # type: ignore[union-attr]
        qtbot.waitUntil(lambda: isinstance(shell.currentWidget(), SignInPage), timeout=10_000)
    assert "输入法" in said[0]
    assert said[1] == ""
