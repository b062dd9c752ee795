"""The tickets page with lanes that run by themselves: answers come later, the keys stay."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from operator_desk.domain.life_cycle import Action
from operator_desk.domain.terms import TicketState
from operator_desk.lanes import Lanes
from tests.fakes.store import FakeStore
from tests.services.desk import profile
from tests.ui.test_tickets import Centre, shown

pytestmark = pytest.mark.window


@pytest.fixture
def centre(prepared: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Centre]:
    """A desk with two registered tickets."""
    del prepared
    lanes = Lanes()
    yield Centre(qtbot, FakeStore("A07"), profile(), tmp_path, lanes=lanes)
    lanes.close()


def test_after_a_step_the_next_ticket_is_in_hand(centre: Centre) -> None:
    page = centre.sits("zhou")
    first, second = centre.numbers
    centre.wait(lambda: shown(page) == [first, second])
    centre.to("to_dispatch", first)
    centre.press("Return")
    centre.wait(lambda: page.ticket.detail.number == first)
    assert centre.focus() is page.ticket.bar
    centre.key(Action.DISPATCH)
    centre.press("Return")
    centre.wait(lambda: shown(page) == [second])
    assert centre.row(first).state is TicketState.DISPATCHED
    centre.wait(lambda: page.ticket.detail.number == second)
    assert centre.focus() is page.lists.table
    centre.press("Return")
    centre.wait(lambda: centre.focus() is page.ticket.bar)
    centre.key(Action.DISPATCH)
    centre.press("Return")
    centre.wait(lambda: shown(page) == [])
    centre.wait(lambda: page.lists.bar.counts.get("all") == 2)
    assert centre.focus() is page.lists.bar
    assert page.ticket.detail.number == second  # as it is now
    centre.wait(lambda: page.ticket.bar.key_of(Action.REDISPATCH))
