"""The page of event cards: a lead publishes, changes, solves and withdraws by keys alone."""

from __future__ import annotations

from typing import Any

import pytest

from operator_desk.domain.event_cards import CardState, CardStep
from operator_desk.domain.terms import Role, TicketState
from operator_desk.services.people import Actor
from tests.ui.desk import NUMBER, Desk

pytestmark = pytest.mark.window


def page(desk: Desk, *roles: Role) -> Any:
    """The page, for somebody with these roles."""
    desk.actor = Actor(desk.actor.staff_id, "lee", "Lee", roles)
    desk.window.hide()
    desk.opened()
    desk.window.run("show_events")
    return desk.window.pages["show_events"]


def published(desk: Desk) -> Any:
    """The page of a lead who has published a card by keys alone."""
    shown = page(desk, Role.LEAD)
    desk.press("Space")  # the new card; there is nothing else
    assert desk.focus() is shown.detail.form.title
    desk.type("湖滨路水管爆裂\n正在抢修。")
    desk.press("Tab")
    desk.type("湖滨路\n停水、没水\n")
    desk.press("Return", "Return")
    desk.type("20:00\n")
    return shown


def test_a_lead_publishes_changes_and_solves_by_keys(desk: Desk) -> None:
    shown = published(desk)
    (row,) = desk.services.events.rows()
    assert row.card.state_at(desk.clock.now()) is CardState.RUNNING
    assert (row.card.text.place, row.card.text.keywords) == ("湖滨路", ("停水", "没水"))
    assert row.card.text.ends_at is not None
    assert desk.focus() is shown.table
    desk.press("Return")
    desk.type("二次抢修")  # the title is selected anew only by Tab: it is typed behind
    desk.press("Escape")
    shown.reload()
    assert shown.detail.form.title.text() == "湖滨路水管爆裂二次抢修"  # nothing typed is lost
    shown.detail.keep()
    (row,) = desk.services.events.rows()
    assert row.card.title == "湖滨路水管爆裂二次抢修"
    desk.window.run("show_call")
    desk.take_call("停水了。", NUMBER)
    desk.wait(desk.page.events.strip.isVisible)
    desk.press("F7", "2", "F12", "F12")
    desk.window.run("show_events")
    assert shown.table.rows.rows[0].joined == 1
    shown.detail.answer.setFocus()
    desk.type("供水已恢复。")
    desk.press("Tab", "Return")
    desk.wait(lambda: desk.tickets()[0].state is TicketState.ANSWERED)
    desk.wait(lambda: shown.detail.row.card.step is CardStep.SOLVED)
    assert shown.detail.row.open == 0
    assert shown.detail.form.isHidden()


def test_the_keys_wait_for_the_list(desk: Desk) -> None:
    shown = published(desk)
    shown.table.set_rows([])  # as it is before the list was read for the first time
    shown.search()
    assert desk.focus() is shown.new
    shown.reload()
    assert desk.focus() is shown.table
    desk.press("Return")
    assert shown.detail.form.title.text() == "湖滨路水管爆裂"


def test_what_is_wrong_is_said_beside_the_form_and_nothing_is_stored(desk: Desk) -> None:
    shown = page(desk, Role.LEAD)
    desk.press("Space")
    shown.detail.keep()
    assert "标题" in shown.detail.trouble.text()
    shown.detail.form.until.setText("gestern")
    shown.detail.keep()
    assert "20:00" in shown.detail.trouble.text()
    assert desk.focus() is shown.detail.form.until
    assert desk.services.events.rows() == []


def test_an_operator_reads_and_a_withdrawn_card_is_gone(desk: Desk) -> None:
    shown = published(desk)
    card = desk.services.events.rows()[0].card
    read = page(desk, Role.OPERATOR)
    assert read.new.isHidden()
    assert read.detail.form.isHidden()
    assert "正在抢修。" in read.detail._facts.text()
    shown = page(desk, Role.LEAD)
    shown.detail.away.click()
    assert [row.card.id for row in desk.services.events.rows(closed=False)] == []
    assert desk.services.events.rows()[0].card.id == card.id
