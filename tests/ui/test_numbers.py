"""The numbers of a contact at the desk, and the directory that Shift+F3 shows."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from operator_desk.domain.article import Article, ArticleKind, Phone
from operator_desk.ui.knowledge.pane import KnowledgePane
from operator_desk.ui.knowledge.phones import PhoneRow
from tests.ui.desk import Desk

pytestmark = pytest.mark.window

OFFICE = Article(
    "own:office",
    ArticleKind.CONTACT,
    "社保中心",
    category="人社",
    old_names=("社保局 12350",),
    phones=(
        Phone("62880001", "负责人", "internal", "工作日 9:00-17:00"),
        Phone("62880002", "窗口", "public", "工作日 9:00-17:00", date(2020, 1, 1)),
        Phone("62880003", "值班", "public", "24小时", date(2026, 11, 1)),
    ),
)
NOON = datetime(2026, 11, 25, 4, tzinfo=UTC)  # a Wednesday in Shanghai


@pytest.fixture
def pane(desk: Desk) -> KnowledgePane:
    """The knowledge column of a desk that knows the office."""
    desk.services.knowledge.put(desk.actor, [OFFICE])
    desk.clock.put(NOON)
    return desk.page.knowledge


def rows(pane: KnowledgePane) -> list[PhoneRow]:
    return pane.view.phones.rows


def marks(row: PhoneRow) -> set[str]:
    """Every text of a row."""
    return {label.text() for label in row.findChildren(type(row.state))}


def test_public_numbers_come_first_and_the_internal_one_is_not_to_be_said(
    pane: KnowledgePane,
) -> None:
    pane.open_key(OFFICE.key)
    assert [row.phone.number for row in rows(pane)] == ["62880002", "62880003", "62880001"]
    assert ["内部号码，不得告知" in marks(row) for row in rows(pane)] == [False, False, True]
    assert ["久未核实" in marks(row) for row in rows(pane)] == [True, False, False]


def test_now_open_goes_with_the_clock(desk: Desk, pane: KnowledgePane) -> None:
    pane.open_key(OFFICE.key)
    assert rows(pane)[0].state.text() == "现在可拨打，至 17:00（未计法定节假日）"
    assert rows(pane)[1].state.text() == "现在可拨打，全天有人接听"
    desk.pass_by(hours=6)
    pane.view.phones._look_again()
    assert rows(pane)[0].state.text() == "现在不在服务时间，周四 09:00 开始（未计法定节假日）"
    assert rows(pane)[1].state.text() == "现在可拨打，全天有人接听"


def test_a_repealed_contact_says_that_its_number_is_no_longer_in_use(
    desk: Desk, pane: KnowledgePane
) -> None:
    old = Article(
        "12350", ArticleKind.CONTACT, "社保局", phones=OFFICE.phones[1:2],
        repealed_on=date(2026, 1, 1), successor=OFFICE.key,
    )  # fmt: skip
    desk.services.knowledge.put(desk.actor, [old])
    pane.open_key(old.key)
    (row,) = rows(pane)
    assert "已停用" in marks(row)
    assert not row.state.isVisible()
    desk.click(pane.view._next)
    assert pane.view.shown is not None
    assert pane.view.shown.article.key == OFFICE.key


def test_shift_f3_lists_the_directory_and_a_digit_opens_a_number(
    desk: Desk, pane: KnowledgePane
) -> None:
    desk.press("F2", "Shift+F3")
    assert [hit.key for hit in pane.list.hits.hits] == ["own:office", "own:water"]
    assert pane._remark.text() == "共 2 个"
    desk.press("Down", "1")
    assert pane.view.shown is not None
    assert pane.view.shown.article.key == "own:office"


def test_a_row_says_the_public_number_that_answers_now_else_when_the_first_one_does(
    desk: Desk, pane: KnowledgePane
) -> None:
    day = Article(
        "own:day", ArticleKind.CONTACT, "税务", category="税务",
        phones=(
            Phone("62880009", "领导", "internal", "24小时"),
            Phone("62880005", "窗口", "public", "工作日 9:00-12:00"),
            Phone("62880006", "咨询", "public", "工作日 9:00-18:00"),
        ),
    )  # fmt: skip
    desk.services.knowledge.put(desk.actor, [day])
    desk.press("F2", "Shift+F3")
    rows = pane.list.hits
    said = {hit.key: rows.number(hit) for hit in rows.hits}
    assert said["own:day"] == ("62880006", "可拨打至 18:00（未计节假日）")
    assert said["own:office"][0] == "62880002"
    assert "62880006" in rows.data(rows.index(1))
    desk.pass_by(hours=8)
    rows.look_again()
    said = {hit.key: rows.number(hit) for hit in rows.hits}
    assert said["own:day"][0] == "62880005"
    assert "周四 09:00" in said["own:day"][1]
    assert said["own:office"] == ("62880003", "全天可拨打")


def test_favourites_stand_first_in_the_directory(desk: Desk, pane: KnowledgePane) -> None:
    desk.press("F2", "Shift+F3", "Down", "2", "S", "Escape", "F2", "Shift+F3")
    assert [hit.key for hit in pane.list.hits.hits] == ["own:water", "own:office"]
    assert pane.list.hits.stars == {"own:water"}


def test_a_typed_query_takes_the_place_of_the_directory_and_esc_brings_it_back(
    desk: Desk, pane: KnowledgePane
) -> None:
    desk.press("F2", "Shift+F3")
    desk.type("供水抢修")
    assert [hit.key for hit in pane.list.hits.hits] == ["own:water"]
    pane.line.clear()
    assert len(pane.list.hits.hits) == 2
    pane.set_filter(0)
    assert not pane.list.hits.hits
