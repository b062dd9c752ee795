"""Input methods: whatever key comes while a word is composed, the word stays in its field."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractSpinBox, QKeySequenceEdit, QLineEdit, QPlainTextEdit, QWidget

from operator_desk.app import starting
from operator_desk.domain.phase import Phase
from operator_desk.domain.terms import MatterKind
from operator_desk.ui.actions import ACTIONS
from operator_desk.ui.kit.composing import ComposingLine, ComposingText
from operator_desk.ui.sign_in import FirstStartPage, SignInPage
from tests.ui.desk import Desk

pytestmark = pytest.mark.window

LISTENING = [action.name for action in ACTIONS if Phase.LISTENING in action.phases]
PAGES = [action.name for action in ACTIONS if action.name.startswith("show_")]


def seen(desk: Desk) -> str:
    """The first statement as it is seen: what is typed, and what is still being composed."""
    if desk.call.draft is None:
        return "gone"
    first = desk.draft.matters[0].lines[0].words
    composed = desk.page.form.record._preedit.replace("'", "")
    return first + composed


def test_every_action_keeps_the_word_that_is_composed_in_the_record(desk: Desk) -> None:
    for name in (*LISTENING, *PAGES, "toggle_theme"):
        desk.take_call("路灯")
        record = desk.page.form.record
        record.setFocus()
        desk.compose("bu'liang")
        desk.window.run(name)
        assert seen(desk) == "路灯buliang", name
        if desk.call.running:
            desk.press("F12")
        desk.press("Escape", "F12")
        desk.window.run("show_call")
        assert desk.phase is Phase.NO_CALL, name


def test_chinese_preedit_is_kept_as_it_is_seen(desk: Desk) -> None:
    desk.take_call("路灯")
    desk.compose("不亮")
    desk.press("F5")
    assert desk.words == ["路灯不亮"]


@pytest.mark.parametrize("field", ["name", "summary", "element", "title", "address", "search"])
def test_a_word_composed_elsewhere_is_kept_when_the_keys_leave(desk: Desk, field: str) -> None:
    desk.take_call("路灯不亮。")
    desk.choose_kind(MatterKind.REQUEST)
    desk.choose_category("路灯不亮")
    if field in ("title", "address"):
        desk.press("F11")
    fields: dict[str, QWidget] = {
        "name": desk.page.form.name,
        "summary": desk.page.form.summary,
        "element": next(iter(desk.page.listening._fields.values())),
        "title": desk.page.strip.fields["title"],
        "address": desk.page.strip.fields["caller_address"],
        "search": desk.page.knowledge.line,
    }
    widget = fields[field]
    desk.wait(widget.isVisible)
    widget.setFocus()
    widget.selectAll()  # type: ignore[attr-defined]
    desk.compose("学府路")
    desk.press("F2")
    text = widget.toPlainText() if isinstance(widget, QPlainTextEdit) else widget.text()  # type: ignore[attr-defined]
    assert text == "学府路"
    kept = {
        "name": desk.draft.name,
        "summary": desk.matter.summary,
        "element": dict(desk.matter.elements).get("exact_place", ""),
        "title": desk.matter.strip.title,
        "address": desk.matter.strip.caller_address,
        "search": text,
    }
    assert kept[field] == "学府路"


def test_a_click_elsewhere_keeps_the_word_too(desk: Desk) -> None:
    desk.take_call("路灯")
    desk.compose("bu'liang")
    desk.click(desk.page.form.number)
    assert desk.words == ["路灯buliang"]


def test_what_comes_unasked_takes_no_focus_and_leaves_the_composition(desk: Desk) -> None:
    desk.take_call("路灯")
    desk.compose("bu'liang")
    desk.window.notices.show_notice("unasked", "warn")
    desk.page.knowledge.toasts.say("unasked")
    desk.call.writes.changed.emit()
    desk.call.counted.emit()
    desk.call.keeper.saved.emit(desk.clock.now())
    assert desk.focus() is desk.page.form.record
    assert desk.words == ["路灯"]  # nothing was committed behind the typist's back
    desk.type("不亮")
    assert desk.words == ["路灯不亮"]


def loose(root: QWidget) -> list[str]:
    """Text fields that take Chinese and would lose what is being composed."""
    found = []
    for field in (*root.findChildren(QLineEdit), *root.findChildren(QPlainTextEdit)):
        parent = field.parent()
        if isinstance(field, ComposingLine | ComposingText):
            continue
        if isinstance(parent, QAbstractSpinBox | QKeySequenceEdit):
            continue
        if isinstance(field, QLineEdit) and field.echoMode() is QLineEdit.EchoMode.Password:
            continue
        if field.inputMethodQuery(Qt.InputMethodQuery.ImEnabled):
            found.append(f"{type(field).__name__} {field.accessibleName()}")
    return found


def test_every_field_that_takes_chinese_keeps_its_composition(desk: Desk) -> None:
    desk.take_call("路灯不亮。")
    desk.choose_category("路灯不亮")
    assert loose(desk.window) == []
    first = FirstStartPage(starting.account_trouble, "zh_CN")
    sign_in = SignInPage(desk.parts)
    for page in (first, sign_in):
        desk.qtbot.addWidget(page)
        assert loose(page) == []


def test_the_guard_sees_a_loose_field(desk: Desk) -> None:
    host = QWidget()
    desk.qtbot.addWidget(host)
    QLineEdit(host).setAccessibleName("name")
    QPlainTextEdit(host)
    assert loose(host) == ["QLineEdit name", "QPlainTextEdit "]
