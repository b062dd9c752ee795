"""Where the cursor stands after the palette or the search box was visited."""

from __future__ import annotations

import pytest

from tests.ui.desk import Desk

pytestmark = pytest.mark.window


def test_the_palette_gives_the_cursor_back(desk: Desk) -> None:
    desk.take_call("路灯不亮。")
    desk.page.form.summary.setFocus()
    desk.press("F1", "Escape")
    assert desk.focus() is desk.page.form.summary
    desk.press("F1", "F1")
    assert desk.focus() is desk.page.form.summary


def test_the_palette_does_not_take_the_cursor_out_of_a_correction(desk: Desk) -> None:
    desk.take_call("路灯不亮。")
    desk.press("F5", "F6", "Ctrl+A")
    desk.type("路灯亮")
    desk.press("F1", "Escape", "End")
    desk.type("了。")
    desk.press("Return")
    assert desk.words == ["路灯亮了。"]


def test_the_search_box_gives_the_cursor_back_to_the_items(desk: Desk) -> None:
    desk.take_call("路灯不亮。")
    desk.press("F5", "F3", "Escape")
    assert desk.focus() is desk.page.readback.list
    desk.press("F2", "F3", "Escape")
    assert desk.focus() is desk.page.form.record
