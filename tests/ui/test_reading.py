"""Reading in a call: links, what changed meanwhile, what is kept at hand, the basis, numbers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from operator_desk.domain import facts
from operator_desk.domain.article import Article, ArticleKind, Phone, Validity
from operator_desk.domain.knowledge import Hit
from operator_desk.domain.terms import Seat
from operator_desk.ui.knowledge.news.reader import NewsReader
from operator_desk.ui.knowledge.page import KnowledgePage
from operator_desk.ui.knowledge.painted import Painted
from operator_desk.ui.knowledge.pane import KnowledgePane
from tests.ui.content import ARTICLES, PHRASES
from tests.ui.desk import Desk

pytestmark = pytest.mark.window

LAW = Article(
    "劳动法#第五十条",
    ArticleKind.REGULATION,
    "劳动法 第五十条",
    "工资按月支付。\n依照本法第五十一条办理。",
    source="劳动法",
    version_date=date(2018, 12, 29),
)
NEXT = replace(LAW, key="劳动法#第五十一条", title="劳动法 第五十一条", body="休假照付工资。")
COURT = Article("own:12368", ArticleKind.CONTACT, "诉讼服务 12368", phones=(Phone("12368"),))
SCOPE = Article(
    "own:scope",
    ArticleKind.OUT_OF_SCOPE,
    "法院在审的案件",
    "**引导渠道**：诉讼服务 12368。\n\n**提醒**：先听完。",
    answer="进度请打 12368。",
)
CARD = Article("own:card", ArticleKind.CARD, "燃气泄漏", "**待确认**\n\n1. 先撤离。\n2. 打 119。")
GUIDE = Article(
    "own:wages", ArticleKind.PROCEDURE, "欠薪", "依据《劳动法》第五十条办理。", answer="按月发。"
)


@pytest.fixture
def filled(desk: Desk) -> Desk:
    """A desk with texts that lead to each other."""
    desk.services.knowledge.put(desk.actor, [LAW, NEXT, COURT, SCOPE, CARD, GUIDE])
    return desk


def pane(desk: Desk) -> KnowledgePane:
    return desk.page.knowledge


def opened(desk: Desk) -> str:
    """The key of the open article."""
    shown = pane(desk).view.shown
    assert shown is not None
    return shown.article.key


def open_in_a_call(desk: Desk, key: str) -> None:
    desk.take_call("老板欠工资")
    pane(desk).open_key(key)
    pane(desk).view.focus_body()


def test_the_remark_says_when_the_stored_texts_answer_without_an_index(desk: Desk) -> None:
    for scanning in (False, True, False):
        desk.search.scanning = scanning
        pane(desk).line.setText("")
        pane(desk).line.setText(ARTICLES[0].title)
        count = len(pane(desk).list.hits.hits)
        assert pane(desk)._remark.text() == f"{count} 条" + " · 索引未就绪" * scanning


def test_a_digit_follows_a_link_and_backspace_comes_back(filled: Desk) -> None:
    open_in_a_call(filled, "own:wages")
    assert "第五十条1" in pane(filled).view._body.toPlainText()
    filled.press("1")
    assert opened(filled) == LAW.key
    filled.press("1")
    assert opened(filled) == NEXT.key
    filled.press("Backspace", "Backspace")
    assert opened(filled) == "own:wages"
    filled.press("1", "Escape")
    assert pane(filled).view.shown is None


def test_an_article_that_changes_keeps_its_text_until_enter_and_is_told_as_seen(
    filled: Desk,
) -> None:
    open_in_a_call(filled, "own:wages")
    view = pane(filled).view
    before = view.shown
    filled.services.knowledge.put(filled.actor, [replace(GUIDE, answer="十五日前发。")])
    filled.wait(view.newer.isVisible)  # within the second that `wait` allows
    filled.press("F10")
    told = filled.matter.standing_told[0]
    assert before is not None
    assert (view.shown, told.version_id) == (before, before.version_id)
    filled.press("Return")
    assert view.shown is not None
    assert view.shown.article.answer == "十五日前发。"
    assert not view.newer.isVisible()


def test_the_basis_goes_into_the_summary_and_out_again(filled: Desk) -> None:
    open_in_a_call(filled, LAW.key)
    filled.call.set_summary("欠薪三个月")
    filled.press("B")
    line = "依据：《劳动法》第五十条（版本 2018-12-29）"
    assert filled.matter.summary == f"欠薪三个月\n{line}"
    assert filled.page.form.summary.toPlainText() == filled.matter.summary
    filled.press("B")
    assert filled.matter.summary == "欠薪三个月"


def test_favourites_and_what_was_opened_last_stand_in_the_empty_box(filled: Desk) -> None:
    open_in_a_call(filled, "own:wages")
    filled.press("S", "Escape")
    pane(filled).open_key(LAW.key)
    filled.press("F12", "F2")
    filled.page._propose()  # a timer that the words of the call before had set
    rows = pane(filled).list
    assert [hit.key for hit in rows.hits.hits] == ["own:wages", LAW.key]
    filled.press("F10")  # nobody asked about them
    assert filled.told == []
    filled.press("Alt+2")
    assert opened(filled) == LAW.key


def test_out_of_scope_phrases_and_cards_have_a_display_of_their_own(filled: Desk) -> None:
    open_in_a_call(filled, "own:scope")
    view = pane(filled).view
    assert view._channel.text().endswith("诉讼服务 12368。")
    assert view._say.property("level") == "said"
    assert "引导渠道" not in view._body.toPlainText()
    filled.press("1")
    assert opened(filled) == COURT.key
    pane(filled).open_key("own:card")
    assert view._steps.isVisible()
    assert not view._body.isVisible()


def test_arrows_choose_the_kind_and_short_kinds_are_listed_without_a_query(filled: Desk) -> None:
    filled.take_call()
    filled.press("F3", "Left")
    assert len(pane(filled).list.hits.hits) == len(PHRASES) + 1
    filled.press("Down", "Left")  # in the list: the kind before, the keys stay
    assert [hit.key for hit in pane(filled).list.hits.hits] == ["own:scope"]
    assert filled.focus() is pane(filled).list
    filled.press("Right", "Return")
    assert opened(filled) == "own:card"


def test_esc_gives_the_cursor_back_where_it_was_in_the_record(desk: Desk) -> None:
    desk.take_call("路灯不亮。")
    desk.press("Left", "Left", "F3")
    desk.type("供水抢修电话")
    desk.press("F2")
    assert pane(desk).pinned
    desk.press("F3", "Down", "Escape")
    assert not pane(desk).pinned
    desk.type("很")
    assert desk.words == ["路灯不很亮。"]
    desk.press("Tab", "F3", "Escape")
    assert desk.focus() is desk.page.form.summary


class Watch:
    """A clock in seconds that is put forward by hand."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def hits(*keys: str) -> tuple[Hit, ...]:
    return tuple(Hit(key, ArticleKind.FAQ, key, 1.0, Validity.VALID) for key in keys)


def test_a_number_means_the_row_that_was_read_not_the_one_that_came_in_between() -> None:
    watch, old, new = Watch(), hits("a", "b"), hits("b", "a", "c")
    painted = Painted(watch)
    assert painted.meant(0, old) == old[0]  # nothing was painted yet
    painted.painted(old)
    assert painted.meant(0, new) == old[0]  # the new rows are not on the screen
    painted.painted(new)
    watch.now = 0.2
    assert painted.meant(0, new) == old[0]  # nobody reads that fast
    assert painted.meant(2, new) is None
    watch.now = 0.4
    assert painted.meant(0, new) == new[0]
    painted.hidden()
    painted.painted(old)
    assert painted.meant(0, old) == old[0]


@pytest.fixture
def proposed(desk: Desk) -> Desk:
    """A desk whose proposals are painted and read."""
    desk.take_call("养老金什么时候发")
    desk.wait(lambda: pane(desk).list.hits.hits)
    watch, rows = Watch(), pane(desk).list
    rows._painted = Painted(watch)
    rows.viewport().repaint()
    watch.now = 1
    return desk


def test_rows_that_come_under_the_hand_do_not_change_what_a_key_means(proposed: Desk) -> None:
    rows = pane(proposed).list
    lamp = ARTICLES[0]
    other = Hit(lamp.key, lamp.kind, lamp.title, 1.0, Validity.VALID)
    rows.hits.set_hits([other, *rows.hits.hits])
    QApplication.processEvents()
    proposed.press("F10")
    assert proposed.told == ["own:pension"]
    proposed.press("Alt+1")
    assert opened(proposed) == "own:pension"


def test_while_alt_is_held_the_rows_stay(proposed: Desk) -> None:
    rows = pane(proposed).list
    before = rows.hits.hits
    record = proposed.page.form.record
    QTest.keyPress(record, Qt.Key.Key_Alt, Qt.KeyboardModifier.AltModifier)
    pane(proposed).propose("供水抢修电话")
    assert rows.hits.hits == before
    QTest.keyRelease(record, Qt.Key.Key_Alt, Qt.KeyboardModifier.NoModifier)
    proposed.wait(lambda: rows.hits.hits != before)
    assert rows.hits.hits[0].key == "own:water"


def changed(desk: Desk) -> NewsReader:
    """A desk whose person signs in after two phrases have changed."""
    desk.services.seats.change(desk.actor, Seat.SIGNED_OFF)
    desk.pass_by(hours=1)
    phrases = [replace(one, answer=f"{one.answer}谢谢。") for one in PHRASES[:2]]
    desk.services.knowledge.put(desk.actor, phrases)
    with desk.store.write() as tx:  # as at the first sign-in that knows of news
        tx.set_setting(f"news:{desk.actor.staff_id}", "")
    return desk.opened().call.news


def test_what_changed_since_the_last_shift_is_read_by_enter_and_stays_read(desk: Desk) -> None:
    reader = changed(desk)
    assert len(reader.items) == 2
    assert desk.focus() is reader
    assert "谢谢" in reader._change.toPlainText()
    desk.press("Return")
    assert len(reader.items) == 1
    desk.press("F2", "F12", "F2", "F12", "F12")  # a call is taken as ever; the list waits
    assert len(reader.items) == 1
    desk.window.run("show_news")
    (page,) = (one for one in desk.window.pages.made() if isinstance(one, KnowledgePage))
    section = page.front
    assert section.table.rows.rows == reader.items  # type: ignore[attr-defined]
    desk.press("Return")
    assert section.table.rows.rows == []  # type: ignore[attr-defined]
    assert desk.opened().call.news.items == []
    assert not desk.facts(facts.Told)


def test_enter_before_the_answer_came_opens_what_was_asked_and_not_what_stood_there(
    threaded_desk: Desk,
) -> None:
    desk, rows = threaded_desk, pane(threaded_desk).list
    desk.take_call()
    desk.press("F3")
    desk.type("路灯不亮")
    desk.wait(lambda: rows.hits.hits)
    go_on = Event()
    desk.lanes.search.submit(go_on.wait)  # the lane is busy
    try:
        pane(desk).line.setText("供水抢修电话")
        desk.press("Return")
        too_early = pane(desk).view.shown
    finally:
        go_on.set()
    assert too_early is None
    desk.wait(lambda: pane(desk).view.shown)
    assert opened(desk) == "own:water"
