"""The certificate in the window: masked first, full for who may, saved, printed, noted."""

from __future__ import annotations

from pathlib import Path

import pytest

from operator_desk.app import certificates
from operator_desk.domain.facts import ViewLog
from operator_desk.domain.life_cycle import Action
from operator_desk.domain.terms import Role
from operator_desk.services.handling import Given
from operator_desk.services.people import Actor
from operator_desk.ui.tickets.certificate import CertificateView
from operator_desk.ui.tickets.page import TicketsPage
from tests.ui.desk import NUMBER, Desk
from tests.ui.test_papers import FakePrinting, text

pytestmark = pytest.mark.window
SAID = f"我是王女士，电话 {NUMBER}，路灯不亮。"


def opened(desk: Desk) -> CertificateView:
    """The certificate of the newest ticket, opened by its keys."""
    desk.window.run("show_tickets")
    page = desk.window.pages["show_tickets"]
    assert isinstance(page, TicketsPage)
    page.ticket.load(desk.tickets()[0].number, page.ticket.take_keys)
    desk.press("Shift+P")
    return page.ticket.certificate


def seen(desk: Desk) -> list[tuple[str, str | None]]:
    """The rows of the view log, the oldest first."""
    rows = [row for row in desk.facts(ViewLog) if isinstance(row, ViewLog)]
    return [(row.what, row.purpose) for row in rows]


def test_the_operator_saves_both_forms_and_prints_and_esc_goes_back(
    desk: Desk, tmp_path: Path
) -> None:
    number = desk.ticket_call(SAID)
    view = opened(desk)
    assert view.isVisible()
    assert desk.focus() is view.save
    assert view.made is not None
    assert not view.made.data.full
    bar = view.area.verticalScrollBar()
    desk.qtbot.waitUntil(lambda: bar.maximum() > 0)
    desk.press("PgDown")
    assert bar.value() > 0
    view.write(tmp_path / "masked")
    desk.press("T")
    assert view.made.data.full
    view.write(tmp_path / "full.pdf")
    view._printing = FakePrinting(tmp_path / "printed.pdf")
    view.print_out()
    assert seen(desk) == [
        ("view", "ticket"), ("export", "certificate"), ("export", "full_certificate"),
        ("print", "full_certificate"),
    ]  # fmt: skip
    for name, tells in (("masked", False), ("full", True)):
        path = tmp_path / f"{name}.pdf"
        checked = certificates.check(path, tmp_path / "nowhere")
        assert (checked.broken, checked.ticket, checked.full) == ((), number, tells)
        assert (NUMBER in text(path)) is tells
    assert "路灯不亮" in text(tmp_path / "printed.pdf")
    desk.press("T")
    assert not view.made.data.full
    desk.press("Esc")
    assert not view.isVisible()


def test_what_was_looked_at_goes_out_or_nothing(desk: Desk, tmp_path: Path) -> None:
    number = desk.ticket_call(SAID)
    view = opened(desk)
    before = view.made
    desk.services.handling.act(
        Actor(desk.actor.staff_id, "lea", "Lea", (Role.LEAD,)),
        number,
        Action.RAISE_SECRECY,
        Given(value="anonymous"),
    )
    view.write(tmp_path / "c.pdf")
    assert not (tmp_path / "c.pdf").exists()
    assert seen(desk) == [("view", "ticket")]
    assert view.made is not before
    view.write(tmp_path / "c.pdf")
    assert (tmp_path / "c.pdf").exists()


def test_another_operator_has_no_way_to_the_texts(desk: Desk) -> None:
    desk.ticket_call(SAID)
    desk.actor = Actor(desk.clock.new_id(), "ben", "Ben", (Role.OPERATOR,))
    desk.opened()
    view = opened(desk)
    assert view.made is not None
    assert view.other.isHidden()
    desk.press("T")
    assert not view.made.data.full
