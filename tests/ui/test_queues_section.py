"""The editors' queues by keys: what operators missed and flagged, numbers, reviews, successors."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from operator_desk.domain.article import Article, ArticleKind, Phone
from operator_desk.domain.knowledge_terms import FlagReason, Queue
from operator_desk.domain.terms import Role
from operator_desk.services.people import Actor
from operator_desk.ui.knowledge.queues.section import QueuesSection
from tests.services.desk import profile
from tests.ui.desk import Desk
from tests.ui.faulty import FaultyStore
from tests.ui.test_editor import Editors, section

pytestmark = pytest.mark.window
TODAY = date(2026, 11, 23)
OFFICE = Article(
    "own:office",
    ArticleKind.CONTACT,
    "社保窗口",
    phones=(
        Phone("0551-12340001", "window", confirmed_on=date(2025, 1, 1)),
        Phone("0551-12340002", "fax"),
    ),
)
OLD = Article("own:old", ArticleKind.FAQ, "旧政策", "旧。", repealed_on=date(2026, 1, 1))
LATE = Article("own:late", ArticleKind.FAQ, "落户", "凭证办理。", review_by=date(2026, 6, 30))


class Queues(Editors):
    """An editor before the queues, in each of which something waits."""

    def _fill(self) -> None:
        super()._fill()
        anna = Actor(self.clock.new_id(), "anna", "Anna", (Role.OPERATOR,))
        self.services.knowledge.put(anna, [OFFICE, OLD, LATE])
        for words in ("充电桩 补贴", "遛狗", "充电桩补贴"):
            self.services.queues.missed(anna, words)
        version = self.services.knowledge.get("own:lamp").version_id
        row = self.services.queues.flagged(
            anna, "own:lamp", version, FlagReason.OUTDATED, "改成三天了"
        )
        self.services.queues.keep(row)


@pytest.fixture
def queues(prepared: QApplication, qtbot: QtBot, tmp_path: Path) -> Queues:
    """The window with the queues in front."""
    del prepared
    made = Queues(qtbot, FaultyStore("A07"), profile(), tmp_path)
    made.window.run("show_queues")
    return made


def part(desk: Desk) -> QueuesSection:
    front = desk.window.pages["show_queues"].front  # type: ignore[attr-defined]
    assert isinstance(front, QueuesSection)
    return front


def titles(desk: Desk) -> list[str]:
    return [item.title for item in part(desk).list.table.rows.rows]


def shown(desk: Desk) -> str:
    """Everything that stands beside the list."""
    labels = part(desk).view.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisible())


def test_words_that_nobody_found_become_a_draft_and_the_item_is_done_and_undone(
    queues: Queues,
) -> None:
    assert titles(queues) == ["充电桩补贴", "遛狗"]
    assert [chip.text()[-1] for chip in part(queues).list.chips.values()] == list("21111")
    assert "充电桩 补贴" in shown(queues)  # as it was typed, too
    queues.press("D")
    queues.type("已有条目")
    queues.press("Return")
    assert titles(queues) == ["遛狗"]
    assert queues.focus() is part(queues).list.table
    queues.press("U")
    assert titles(queues) == ["充电桩补贴", "遛狗"]
    queues.press("N", "Return", "Return")
    desk = section(queues).desk
    assert desk.sheet["title"] == "充电桩补贴"
    assert desk.dirty
    assert desk.now is not None
    assert desk.now.work.article.kind is ArticleKind.FAQ


def test_a_flag_shows_its_case_and_leads_into_the_editor(queues: Queues) -> None:
    queues.press("2")
    assert titles(queues) == ["路灯不亮怎么报修"]
    assert "改成三天了" in shown(queues)
    queues.press("E")
    assert section(queues).desk.sheet["key"] == "own:lamp"


def test_numbers_are_confirmed_one_or_all_and_the_queue_says_when_it_is_done(
    queues: Queues,
) -> None:
    queues.press("4")
    assert titles(queues) == ["社保窗口"]
    queues.press("Return", "Down", "Space", "C", "Return")
    phones = queues.services.knowledge.get(OFFICE.key).article.phones
    assert [phone.confirmed_on for phone in phones] == [date(2025, 1, 1), TODAY]
    assert titles(queues) == ["社保窗口"]
    queues.press("C")
    queues.press("Return")
    phones = queues.services.knowledge.get(OFFICE.key).article.phones
    assert {phone.confirmed_on for phone in phones} == {TODAY}
    assert queues.services.editing.history(OFFICE.key)[0].why == "电话核实"
    assert titles(queues) == ["供水抢修电话"][:0]
    assert "已全部办结" in part(queues).list._empty.text()
    assert queues.indexed  # the search hears of it


def test_a_review_asks_for_a_day_to_come(queues: Queues) -> None:
    queues.press("3", "R")
    line = part(queues).strip.lines["day"]
    assert line.text() == (TODAY + timedelta(days=365)).isoformat()
    line.setText("2026-01-01")
    queues.press("Return", "Return")
    assert part(queues).strip.asking  # what was typed stays, and why it cannot be is said
    line.setText("2027-01-01")
    queues.press("Return")
    assert queues.services.knowledge.get(LATE.key).article.review_by == date(2027, 1, 1)
    assert titles(queues) == []


def test_an_item_is_given_to_somebody_until_a_day_and_the_page_counts_what_is_mine(
    queues: Queues,
) -> None:
    queues.press("5", "A")
    queues.keys("li")
    queues.press("Return")
    queues.type("2026-11-25")
    queues.press("Return")
    item = part(queues).list.item
    assert item is not None
    assert (item.owner, item.due) == (queues.people[1].staff_id, date(2026, 11, 25))
    assert queues.window.rail._buttons["show_knowledge"].waiting == 0
    queues.press("A")
    queues.keys("wang")
    queues.press("Return", "Return")
    assert queues.window.rail._buttons["show_knowledge"].waiting == 1
    chip = queues.window.pages["show_queues"]._chips["show_queues"]  # type: ignore[attr-defined]
    assert chip.text().endswith("1")
    queues.pass_by(days=3)
    part(queues).reload()
    assert "逾期" in part(queues).list.table.rows.index(0, 4).data()
    assert queues.services.queues.items(Queue.SUCCESSOR)[0].owner == queues.actor.staff_id


def test_esc_goes_back_to_the_rows_and_narrow_windows_show_one_of_both(queues: Queues) -> None:
    queues.window.resize(900, 700)
    QApplication.processEvents()
    assert not part(queues).view.isVisible()
    queues.press("Return")
    assert part(queues).view.isVisible()
    assert not part(queues).list.isVisible()
    queues.press("D", "Escape")
    assert queues.focus() is part(queues).list.table
    queues.services.knowledge.put(queues.actor, [replace(LATE, review_by=None)])
    queues.press("3")
    assert titles(queues) == ["落户"]  # as it was read; its text is the newest
    queues.window.run("show_queues")
    assert titles(queues) == []


def test_operators_see_no_queues(desk: Desk) -> None:
    assert "show_queues" in desk.window.pages.hidden()
    desk.window.run("show_queues")
    page = desk.window.pages["show_knowledge"]
    assert not isinstance(page.front, QueuesSection)  # type: ignore[attr-defined]
