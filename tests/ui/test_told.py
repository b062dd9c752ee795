"""Versions marked wrong in the window, the told-to list, and the calls back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from operator_desk.domain.article import Article, ArticleKind
from operator_desk.domain.terms import Direction, Outcome, Purpose
from operator_desk.ui.knowledge.told.section import ToldSection
from tests.services.desk import profile
from tests.ui.faulty import FaultyStore
from tests.ui.test_editor import LAMP, Editors, opens, presses, section, sits, tab_to

pytestmark = pytest.mark.window


@pytest.fixture
def editors(prepared: QApplication, qtbot: QtBot, tmp_path: Path) -> Editors:
    """A window of the first of two editors."""
    del prepared
    return Editors(qtbot, FaultyStore("A07"), profile(), tmp_path)


def tells(desk: Editors, number: str = "13800002206") -> None:
    """A whole call in which the article on lamps is told as it is now."""
    desk.window.show_page("show_call")
    desk.take_call("路灯不亮。", number)
    desk.page.knowledge.open_key(LAMP)
    desk.press("F10", "F12", "F12")
    desk.window.run("show_articles")


def corrects(desk: Editors, answer: str) -> None:
    """The first editor changes the sentence to say, the second one publishes it."""
    wang, li = desk.people
    drafts = desk.services.editing.drafts
    work = drafts.of_article(wang, LAMP).work
    work = replace(work, article=replace(work.article, answer=answer))
    drafts.submit(wang, work, "照明处来函")
    sits(desk, desk.people.index(li))
    opens(desk, "路灯")
    presses(desk, "publish")
    desk.press("Return")


def test_a_correction_offers_once_to_call_back_who_was_told(editors: Editors) -> None:
    desk = editors
    tells(desk)
    corrects(desk, "请拨 12345 转照明处。")
    offer, had = section(desk).offer, desk.focus()
    assert "1 通来电" in offer._words.text()
    assert not offer.isAncestorOf(had)  # it steals no key
    tab_to(desk, offer.mark)
    desk.press("Return")
    assert offer.strip.lines["reason"].text() == "照明处来函"
    desk.press("Return", "Return", "Return")
    assert not offer.isVisible()
    assert desk.focus() is section(desk).list.table
    (found,) = desk.services.recalls.lists(desk.actor)
    assert (found.versions, found.reason, found.of) == ((1,), "照明处来函", 1)
    assert "1 通来电" in section(desk).toasts.texts()[-1]
    section(desk).told_wanted.emit()
    assert lists(desk).table.rows.rows[0].id == found.id
    desk.window.run("show_articles")

    opens(desk, "路灯")  # and in the versions it is taken back
    pane = section(desk).pane
    pane.tabs["history"].click()
    table = pane.history.table
    assert [table.rows.columns[4].cell(row) for row in table.rows.rows] == ["", "1，有误"]
    assert desk.services.recalls.corrected(LAMP) is None
    table.setFocus()
    desk.press("Down")
    assert "照明处来函" in pane.history._why.text()
    tab_to(desk, pane.history.back)
    desk.press("Return", "Return")
    assert pane.strip._trouble.isVisible()  # not without a reason
    desk.type("当时没错\n")
    assert desk.services.recalls.lists(desk.actor) == []
    assert desk.focus() is table
    assert table.currentIndex().row() == 1
    tab_to(desk, pane.history.mark)
    desk.press("Return")
    desk.type("还是错的\n\n")
    pane.strip.lines["last"].setText("二")
    desk.press("Return")
    assert "例如 3" in pane.strip._trouble.text()
    pane.strip.lines["last"].setText("1")
    desk.press("Return")
    assert [one.reason for one in desk.services.recalls.lists(desk.actor)] == ["还是错的"]


PHRASE = Article(
    "own:correction", ArticleKind.PHRASE, "更正", answer="正确的是：{answer}。对不起。",
    section="correction",
)  # fmt: skip


def lists(desk: Editors) -> ToldSection:
    """The told-to lists, in front."""
    front = desk.window.pages["show_told"].front  # type: ignore[attr-defined]
    assert isinstance(front, ToldSection)
    return front


def cells(part: ToldSection, column: int) -> list[str]:
    table = part.detail.calls
    return [table.rows.columns[column].cell(row) for row in table.rows.rows]


def told_wrong(desk: Editors) -> None:
    """Three callers were told what is wrong; it is corrected only after that was said."""
    desk.services.knowledge.put(desk.actor, [PHRASE])
    for number in ("13800002206", "13900003307", ""):
        tells(desk, number)
    desk.services.recalls.mark(desk.actor, LAMP, "两天写错了")
    desk.window.run("show_told")
    assert desk.focus() is lists(desk).table
    desk.press("Return", "Return")
    assert "先发布更正" in lists(desk).detail._trouble.text()  # nothing right to tell yet
    corrects(desk, "一天内有人到场。")
    section(desk).offer.hide()


def test_who_was_told_is_called_back_until_the_list_is_done(editors: Editors) -> None:
    desk, recalls = editors, editors.services.recalls
    told_wrong(desk)
    desk.window.show_page("show_call")
    assert "2 通" in desk.page.ready._told.text()
    desk.window.run("show_told")
    part = lists(desk)
    desk.press("Return")
    assert cells(part, 2) == ["138****2206", "139****3307", "无"]
    assert cells(part, 4) == ["待回拨", "待回拨", "无号码"]
    assert part.detail.words.text() == "已办 0 / 2"
    desk.press("Return")
    assert (desk.draft.number, desk.draft.purpose) == ("13800002206", Purpose.CORRECTION)
    assert desk.page.isVisible()
    assert desk.focus() is desk.page.form.record
    assert desk.page.middle.say.text() == "正确的是：一天内有人到场。对不起。"
    shown = desk.page.knowledge.view.shown
    assert shown is not None
    assert (shown.article.key, shown.article.answer) == (LAMP, "一天内有人到场。")

    desk.window.run("show_told")  # the list waits for the call in hand
    desk.press("Return", "Down", "Return")
    assert "F12" in part.detail._trouble.text()
    assert desk.draft.number == "13800002206"
    desk.window.show_page("show_call")
    desk.press("F10", "F12")
    assert desk.call.outcome is Outcome.DIRECT_ANSWER
    desk.press("F12")
    part = lists(desk)
    desk.wait(part.detail.calls.hasFocus)
    assert cells(part, 4) == ["待回拨", "无号码", "已回拨"]
    assert part.detail.words.text() == "已办 1 / 2"
    assert part.detail.calls.call.number == "139****3307"  # type: ignore[union-attr]

    desk.press("Return", "F12")
    desk.call.choose_outcome(Outcome.SILENT)
    desk.press("F12")
    desk.wait(part.detail.calls.hasFocus)
    assert cells(part, 4) == ["未接通", "无号码", "已回拨"]
    assert cells(part, 5) == ["1", "", ""]
    desk.press("N", "Return")
    assert part.detail.strip._trouble.isVisible()
    desk.type("本人来电已知晓\n")
    assert recalls.lists(desk.actor) == []
    assert not part.detail.calls.isVisible()
    assert part._empty.isVisible()
    assert desk.focus() is part._closed
    desk.press("Space")
    assert part.detail.words.text() == "已办 2 / 2"
    (kept,) = [one for one in recalls.lists(desk.actor, closed=True)[0].calls if one.tries]
    assert kept.steps[-1].note == "本人来电已知晓"


def test_a_call_taken_at_once_leaves_the_list_where_it_is(editors: Editors) -> None:
    desk = editors
    tells(desk)
    desk.services.recalls.mark(desk.actor, LAMP, "两天写错了")
    desk.services.editing.withdraw(
        desk.actor, desk.services.knowledge.get(LAMP).version_id, "没有这回事"
    )
    desk.window.run("show_told")
    desk.press("Return", "Return")
    assert desk.page.knowledge.view.shown is None  # what does not hold is not opened
    desk.press("F12", "F2")
    assert desk.page.isVisible()
    assert desk.draft.direction is Direction.IN
    (found,) = desk.services.recalls.lists(desk.actor)
    assert found.calls[0].tries == 1


def test_a_call_back_is_one_still_after_a_kill(editors: Editors) -> None:
    desk, recalls = editors, editors.services.recalls
    desk.services.knowledge.put(desk.actor, [PHRASE])
    tells(desk)
    found = recalls.mark(desk.actor, LAMP, "两天写错了")
    corrects(desk, "一天内有人到场。")
    desk.window.run("show_told")
    desk.press("Return", "Return")
    desk.crashed()
    desk.window.show_page("show_call")
    desk.press("Ctrl+F2", "1")
    assert desk.page.middle.say.text() == "正确的是：一天内有人到场。对不起。"
    desk.press("F10", "F12", "F12")
    desk.wait(lambda: lists(desk).isVisible())
    assert recalls.told_list(desk.actor, found).done == 1
