"""Searches without a hit: stored once, when they stood still or were left, with their call."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QTimer

from operator_desk.domain import facts
from operator_desk.domain.facts import SearchMiss
from operator_desk.domain.terms import MatterKind
from operator_desk.ui.knowledge.pane import KnowledgePane
from tests.ui.desk import Desk

pytestmark = pytest.mark.window


def pane(desk: Desk) -> KnowledgePane:
    return desk.page.knowledge


def misses(desk: Desk) -> list[str]:
    rows = desk.facts(facts.SearchMiss)
    return [row.query or "" for row in rows if isinstance(row, SearchMiss)]


def still(desk: Desk) -> QTimer:
    return pane(desk).misses._still


def test_what_is_typed_on_is_no_miss_and_what_stands_is_stored_once(desk: Desk) -> None:
    desk.take_call("问补贴。")
    desk.press("F3")
    still(desk).setInterval(0)
    desk.type("充电桩")
    desk.compose("bu'tie")  # a pause in the middle of a word is none
    still(desk).timeout.emit()
    assert misses(desk) == []
    desk.type("补贴")
    desk.wait(lambda: misses(desk))
    desk.press("Return", "Escape", "F3")
    desk.type("充电桩补贴")
    desk.press("Escape")
    assert misses(desk) == ["充电桩补贴"]
    (row,) = desk.facts(facts.SearchMiss)
    assert isinstance(row, SearchMiss)
    assert row.call_id == desk.draft.call_id


@pytest.mark.parametrize("key", ["Return", "Escape", "F2", "Tab"])
def test_a_query_that_is_left_is_stored_at_once(desk: Desk, key: str) -> None:
    desk.take_call()
    desk.press("F3")
    desk.type("遛狗")
    desk.press(key)
    assert misses(desk) == ["遛狗"]


def test_hits_proposals_and_what_another_kind_answers_are_no_misses(desk: Desk) -> None:
    desk.take_call("没有人知道的事。")
    desk.page._propose()
    desk.press("F3")
    desk.type("路灯不亮")
    desk.press("Escape", "Shift+F3")
    desk.type("养老金什么时候发")  # no contact, but an answer
    desk.press("Escape", "Shift+F3")
    desk.type("蒙古包")
    desk.press("Escape")
    assert misses(desk) == ["蒙古包"]


def test_words_of_a_secret_call_are_not_stored_not_even_after_it(desk: Desk) -> None:
    desk.take_call()
    desk.choose_kind(MatterKind.REPORT)
    desk.press("F3")
    desk.type("举报厂长")
    desk.press("Escape")
    desk.window.run("show_knowledge")
    there: KnowledgePane = desk.window.pages["show_knowledge"].front.pane  # type: ignore[attr-defined]
    there.line.setText("举报厂长")
    desk.press("F12", "F12")
    there.misses.settle()
    assert misses(desk) == []


def test_without_a_sound_index_nothing_is_called_a_gap(desk: Desk) -> None:
    desk.search.scanning = True
    desk.take_call()
    desk.press("F3")
    desk.type("遛狗")
    desk.press("Escape")
    assert misses(desk) == []
