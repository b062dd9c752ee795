"""Flagging in a call: a key, a digit, Enter; the case goes along and the record stays as it is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from operator_desk.domain import facts
from operator_desk.domain.facts import ArticleFlag
from operator_desk.domain.knowledge_terms import FlagReason, Queue
from operator_desk.domain.terms import MatterKind
from operator_desk.ui.knowledge.flag_strip import FlagStrip
from operator_desk.ui.knowledge.pane import KnowledgePane
from tests.ui.desk import Desk
from tests.ui.faulty import FULL, FaultyStore

pytestmark = pytest.mark.window
LAMP = "own:lamp"


def pane(desk: Desk) -> KnowledgePane:
    return desk.page.knowledge


def strip(desk: Desk) -> FlagStrip:
    return pane(desk).flags.strip


def flags(desk: Desk) -> list[ArticleFlag]:
    return [row for row in desk.facts(facts.ArticleFlag) if isinstance(row, ArticleFlag)]


def mark(desk: Desk) -> str:
    """What the open article says of flags."""
    chip = pane(desk).view.flagged
    return chip.text() if chip.isVisible() else ""


def test_three_keys_flag_the_open_article_while_a_word_is_composed(desk: Desk) -> None:
    desk.take_call("路灯不亮。")
    pane(desk).open_key(LAMP)
    desk.page.form.record.setFocus()
    desk.press("Left")
    desk.compose("很")
    desk.press("Ctrl+F10")
    assert desk.words == ["路灯不亮很。"]
    desk.press("2", "Return")
    (row,) = flags(desk)
    version = desk.services.knowledge.get(LAMP).version_id
    assert (row.article_key, row.version_id, row.reason) == (LAMP, version, FlagReason.OUTDATED)
    assert (row.call_id, row.matter_id) == (desk.draft.call_id, desk.matter.id)
    assert not strip(desk).isVisible()
    desk.type("亮")  # the cursor is where it was
    assert desk.words == ["路灯不亮很亮。"]
    assert "过期" in mark(desk)
    (toast,) = pane(desk).toasts.texts()
    assert "路灯不亮怎么报修" in toast


def test_a_flag_is_taken_back_and_the_mark_goes(desk: Desk) -> None:
    desk.take_call()
    pane(desk).open_key(LAMP)
    desk.press("Ctrl+F10", "1", "Tab")
    desk.type("号码改了")
    desk.press("Return")
    (row,) = flags(desk)
    assert row.note == "号码改了"
    desk.press("Ctrl+F10", "0")
    assert mark(desk) == ""
    assert desk.services.queues.items(Queue.FLAG) == []
    assert not strip(desk).isVisible()
    desk.press("Ctrl+F10", "0", "Return")  # there is none any more
    assert len(flags(desk)) == 1


def test_without_an_open_article_the_first_hit_is_meant_and_named(desk: Desk) -> None:
    desk.take_call()
    desk.press("Ctrl+F10")
    assert not strip(desk).isVisible()
    assert "没有打开" in desk.window.notices.text()
    desk.press("F3")
    desk.type("养老金什么时候发")
    pane(desk).list.viewport().repaint()
    desk.press("Ctrl+F10")
    assert "养老金什么时候发" in strip(desk).accessibleName()
    desk.press("Return")  # no reason yet: nothing is stored, the strip asks for one
    assert flags(desk) == []
    desk.press("Escape")
    assert desk.focus() is pane(desk).line
    desk.press("Ctrl+F10", "6", "Ctrl+F10")
    assert [row.article_key for row in flags(desk)] == ["own:pension"]


def test_a_secret_call_gives_no_note_and_an_unstored_flag_is_said_and_tried_again(
    desk: Desk,
) -> None:
    assert isinstance(desk.store, FaultyStore)
    desk.take_call()
    desk.choose_kind(MatterKind.REPORT)
    pane(desk).open_key(LAMP)
    desk.store.trouble = FULL
    desk.press("Ctrl+F10")
    assert not strip(desk).note.isVisible()
    desk.press("4", "Return")
    assert any("纠错" in line for line in desk.window.troubles.lines)
    assert mark(desk) == ""
    desk.store.trouble = None
    desk.window.run("retry")
    (row,) = flags(desk)
    assert (row.reason, row.note) == (FlagReason.INCOMPLETE, None)
    assert "内容不全" in mark(desk)


def test_the_strip_goes_with_its_call_but_not_with_a_note_that_was_begun(desk: Desk) -> None:
    desk.take_call("路灯不亮。")
    pane(desk).open_key(LAMP)
    desk.press("Ctrl+F10", "Shift+F2")
    assert not strip(desk).isVisible()
    pane(desk).open_key(LAMP)
    first = desk.matter.id
    desk.press("Ctrl+F10", "3", "Down")
    desk.type("两天改成三天")
    desk.press("Ctrl+F11")
    assert desk.matter.id != first
    desk.press("Ctrl+F10", "Ctrl+F10")
    (row,) = flags(desk)
    assert (row.matter_id, row.note) == (first, "两天改成三天")


def test_the_knowledge_page_flags_with_the_call_that_goes_on(desk: Desk) -> None:
    desk.take_call("路灯不亮。")
    desk.window.run("show_news")
    desk.press("Ctrl+F10")  # nothing is read there: the search comes to the front
    page = desk.window.pages["show_knowledge"]
    there: KnowledgePane = page.front.pane  # type: ignore[attr-defined]
    there.open_key(LAMP)
    desk.press("Ctrl+F10", "5", "Return")
    (row,) = flags(desk)
    assert row.call_id == desk.draft.call_id
    desk.services.knowledge.put(
        desk.actor, [replace(desk.services.knowledge.get(LAMP).article, answer="三天内。")]
    )
    queues, newest = desk.services.queues, desk.services.knowledge.get(LAMP).version_id
    assert queues.flagged_today(LAMP, row.version_id) == (FlagReason.UNCLEAR,)
    assert queues.flagged_today(LAMP, newest) == ()  # what was flagged stands there no more
    desk.pass_by(days=1)
    assert queues.flagged_today(LAMP, row.version_id) == ()
