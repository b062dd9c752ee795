"""Slips in the window, and the page of who has seen personal data."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdf
import pytest
from openpyxl import load_workbook
from PySide6.QtGui import QGuiApplication, QPageLayout, QPageSize, QPdfWriter
from PySide6.QtWidgets import QWidget

from operator_desk.domain.errors import UserError
from operator_desk.domain.facts import ViewLog
from operator_desk.domain.life_cycle import Action
from operator_desk.domain.redaction import MASK
from operator_desk.domain.terms import Role
from operator_desk.services.handling import Given
from operator_desk.services.people import Actor
from operator_desk.services.viewing import Looked
from operator_desk.ui.audit.page import AuditPage
from operator_desk.ui.tickets.page import TicketsPage
from operator_desk.ui.tickets.slip import SlipView
from tests.ui.desk import NUMBER, Desk

pytestmark = pytest.mark.window


class FakePrinting:
    """A printer that is chosen at once: a PDF file in memory's place."""

    def __init__(self, path: Path) -> None:
        self.path, self.names = path, list[str]()

    def ask(self, parent: QWidget, name: str, ready: Callable[[Any], None]) -> None:
        """Chooses it."""
        del parent
        self.names.append(name)
        device = QPdfWriter(str(self.path))
        device.setPageLayout(
            QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait,
                        device.pageLayout().margins() * 0)
        )  # fmt: skip
        ready(device)


@pytest.fixture
def lead(desk: Desk) -> Desk:
    """A lead's window with a ticket that is with a unit."""
    number = desk.ticket_call(f"我是王女士，电话 {NUMBER}，路灯不亮。")
    desk.actor = Actor(desk.actor.staff_id, "lea", "Lea", (Role.LEAD,))
    desk.services.handling.act(desk.actor, number, Action.DISPATCH, Given(unit="lamps"))
    desk.opened()
    return desk


def seen(desk: Desk) -> list[tuple[str, str | None]]:
    """The rows of the view log, the oldest first."""
    rows = [row for row in desk.facts(ViewLog) if isinstance(row, ViewLog)]
    return [(row.what, row.purpose) for row in rows]


def tickets(desk: Desk) -> TicketsPage:
    """The tickets page with the ticket opened."""
    desk.window.run("show_tickets")
    page = desk.window.pages["show_tickets"]
    assert isinstance(page, TicketsPage)
    page.ticket.load(desk.tickets()[0].number)
    return page


def slip_view(desk: Desk) -> SlipView:
    page = tickets(desk)
    page.ticket.show_slip()
    return page.ticket.slip


def text(path: Path) -> str:
    """What a PDF says, without blanks."""
    pages = pypdf.PdfReader(io.BytesIO(path.read_bytes())).pages
    return "".join("".join(page.extract_text().split()) for page in pages)


def test_an_opened_ticket_is_noted_once_and_a_copied_number_each_time(
    lead: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_given: object) -> None:
        raise UserError("The disk is full.")

    page = tickets(lead)
    page.ticket.load(lead.tickets()[0].number)
    assert seen(lead) == [("view", "ticket")]
    lead.press("N")
    assert QGuiApplication.clipboard().text() == NUMBER
    lead.press("N")
    assert seen(lead)[1:] == [("copy", "number")] * 2
    # What cannot be noted is not shown, and not copied.
    monkeypatch.setattr(type(lead.services.viewing), "saw", full)
    QGuiApplication.clipboard().clear()
    lead.press("N")
    assert QGuiApplication.clipboard().text() == ""


def test_a_slip_is_looked_at_printed_saved_and_another_one_when_secret(
    lead: Desk, tmp_path: Path
) -> None:
    view, number = slip_view(lead), lead.tickets()[0].number
    assert view.slip is not None
    assert lead.focus() is view.print
    view._printing = FakePrinting(tmp_path / "printed.pdf")
    lead.press("Return")
    view.write(tmp_path / "saved")
    assert seen(lead) == [("view", "ticket"), ("print", "slip"), ("export", "slip")]
    for name in ("printed.pdf", "saved.pdf"):
        assert view.slip.number in text(tmp_path / name)
        assert NUMBER in text(tmp_path / name)
    lead.services.handling.act(lead.actor, number, Action.RAISE_SECRECY, Given(value="secret"))
    view.write(tmp_path / "late.pdf")
    assert not (tmp_path / "late.pdf").exists()  # what was looked at is another slip now
    assert view.slip.n == 2
    assert {hit.words for _field, hit in view.slip.masked} >= {NUMBER, "王女士"}
    view.write(tmp_path / "secret.pdf")
    words = text(tmp_path / "secret.pdf")
    assert NUMBER not in words
    assert "王女士" not in words
    assert MASK in words
    lead.press("Esc")
    assert not view.isVisible()


def test_the_log_is_found_by_person_ticket_kind_and_days(lead: Desk, tmp_path: Path) -> None:
    tickets(lead)
    lead.press("N")
    lead.window.run("show_views")
    log = lead.window.pages["show_views"]
    assert isinstance(log, AuditPage)
    assert lead.focus() is log.line
    assert [row.what for row in log.table.rows.rows] == ["copy", "view"]
    lead.click(log.kinds[1])
    assert [row.what for row in log.table.rows.rows] == ["view"]
    lead.click(log.kinds[0])
    log.line.setText(lead.tickets()[0].number)
    log.reload()
    assert len(log.table.rows.rows) == 2
    log.write(tmp_path / "log.xlsx")
    sheet = load_workbook(tmp_path / "log.xlsx").active
    assert sheet.max_row == 3
    log.line.setText("nobody")
    log.reload()
    assert log.table.rows.rows == []
    assert log.query(lead.profile.local_day(lead.clock.now())).what is None
    lead.pass_by(days=8)
    log.line.clear()
    log.reload()
    assert log.table.rows.rows == []
    lead.click(log.spans[3])
    assert len(log.table.rows.rows) == 2
    assert {row.what for row in log.table.rows.rows} == {Looked.COPY, Looked.VIEW}


def test_an_operator_does_not_get_to_the_log(desk: Desk) -> None:
    assert "show_views" in desk.window.pages.hidden()
    assert "show_views" not in [one.name for one in desk.window.keyboard.working()]
