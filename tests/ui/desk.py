"""A real window over a desk, driven by keys: what tests of the window sit at.

Lanes run inline, so an answer of the store is there when the key was handled. Only what the
window itself delays by a timer (journal, proposals, history) has to be waited for.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget
from pytestqt.qtbot import QtBot

from operator_desk import app
from operator_desk.app import window as joiner
from operator_desk.domain.draft import Draft, MatterDraft
from operator_desk.domain.facts import Fact, UnitVersion
from operator_desk.domain.phase import Phase
from operator_desk.domain.profile import Profile
from operator_desk.domain.state import from_state
from operator_desk.domain.terms import MatterKind, Role
from operator_desk.domain.views import CallRow, TicketRow
from operator_desk.lanes import Lanes
from operator_desk.services.people import Actor
from operator_desk.services.ports import CallQuery, Store, TicketQuery
from operator_desk.settings import Settings
from operator_desk.storage.journal import FileJournal
from operator_desk.ui.call.desk import CallDesk
from operator_desk.ui.call.page import CallPage
from operator_desk.ui.main_window import MainWindow
from tests.services.desk import Clock
from tests.ui.content import ARTICLES, PHRASES, PLACES, UNITS, CannedSearch

WIDTH, HEIGHT = 1366, 768
NUMBER = "13800002206"


class Desk:
    """A window of an operator who is signed in, and the hands at its keys."""

    def __init__(
        self,
        qtbot: QtBot,
        store: Store,
        profile: Profile,
        folder: Path,
        *,
        lanes: Lanes | None = None,
    ) -> None:
        self.qtbot, self.store, self.folder, self.profile = qtbot, store, folder, profile
        self.clock = Clock()
        self.journal = FileJournal(folder / app.JOURNAL)
        self.services = app.services(
            store, profile, folder, self.journal, self.clock.now, self.clock.new_id
        )
        self.actor = Actor(UUID(int=1 << 64), "anna", "Anna", (Role.OPERATOR,))
        self._fill()
        self.search, self.settings, self.lanes = (
            CannedSearch(),
            Settings(folder),
            lanes or Lanes(inline=True),
        )
        joined = joiner.join(self.services, folder, self.settings, self.lanes)
        self.parts = replace(joined, search=self.search)
        self.window = self.opened()

    def _fill(self) -> None:
        self.services.knowledge.put(self.actor, [*ARTICLES, *PHRASES])
        self.services.lists.put_places(self.actor, PLACES, "places.csv", "0" * 64, 0)
        units = [
            UnitVersion(
                id=self.clock.new_id(), at=self.clock.now(), actor=self.actor.staff_id,
                code=code, name=name, short_name=name, kind="bureau",
            )
            for code, name in UNITS
        ]  # fmt: skip
        self.services.lists.put_units(self.actor, units, "units.csv", "0" * 64, 0)

    def opened(self) -> MainWindow:
        """A window over the desk, shown and active; the first one, or that of the next start."""
        made = MainWindow(self.parts, self.actor)
        self.qtbot.addWidget(made)
        made.resize(WIDTH, HEIGHT)
        made.show()
        made.activateWindow()
        self.qtbot.waitUntil(made.isActiveWindow)
        self.window = made
        return made

    def crashed(self) -> MainWindow:
        """The window gone without a word, as after a kill, and the one of the next start."""
        self.window.call.desk.blockSignals(True)
        self.window.hide()
        return self.opened()

    # -- what is there -------------------------------------------------------------------

    @property
    def page(self) -> CallPage:
        """The call page."""
        return self.window.call

    @property
    def call(self) -> CallDesk:
        """What holds the call in hand."""
        return self.window.call.desk

    @property
    def phase(self) -> Phase:
        """The phase of the call in hand."""
        return self.call.phase

    @property
    def draft(self) -> Draft:
        """The call in hand."""
        assert self.call.draft is not None, "there is no call"
        return self.call.draft

    @property
    def matter(self) -> MatterDraft:
        """The matter in hand."""
        return self.draft.matter

    @property
    def words(self) -> list[str]:
        """The statements of the matter in hand."""
        return [line.words for line in self.matter.lines if line.words]

    @property
    def told(self) -> list[str]:
        """The keys of the articles that were told in the matter in hand."""
        return [told.key for told in self.matter.standing_told]

    def focus(self) -> QWidget:
        """The widget that has the keys."""
        found = QApplication.focusWidget()
        assert found is not None, "nothing has the focus"
        return found

    def calls(self) -> list[CallRow]:
        """The calls of the store, the newest first."""
        return [row for row, _matters in self.services.calls.rows(CallQuery())]

    def tickets(self) -> list[TicketRow]:
        """The tickets of the store, the newest first."""
        return self.services.tickets.rows(TicketQuery())

    def facts(self, cls: type[Fact]) -> list[Fact]:
        """All rows of one table of the store."""
        with self.store.read() as tx:
            return list(tx.find(cls))

    def on_disk(self) -> list[Draft]:
        """The calls that another start would find in the journal."""
        return [
            from_state(Draft, state)
            for state in FileJournal(self.folder / app.JOURNAL).unfinished()
        ]

    # -- hands ---------------------------------------------------------------------------

    def press(self, *keys: str) -> None:
        """Presses keys one after the other, each named as in the table of actions."""
        for key in keys:
            combined = QKeySequence(key)[0]
            target = QApplication.focusWidget() or self.window
            QTest.keyClick(target, combined.key(), combined.keyboardModifiers())
            if combined.keyboardModifiers():
                # The application would believe to the end of all tests that the key is held.
                held = QApplication.focusWidget() or self.window
                QTest.keyRelease(held, Qt.Key.Key_Alt, Qt.KeyboardModifier.NoModifier)
            QApplication.processEvents()

    def type(self, words: str) -> None:
        """Words as an input method commits them; a line feed is the Enter key."""
        for place, part in enumerate(words.split("\n")):
            if place:
                self.press("Return")
            if part:
                event = QInputMethodEvent()
                event.setCommitString(part)
                QApplication.sendEvent(self.focus(), event)

    def compose(self, preedit: str) -> None:
        """A word that the input method has not committed yet."""
        QApplication.sendEvent(self.focus(), QInputMethodEvent(preedit, []))

    def keys(self, letters: str) -> None:
        """Plain letters and digits, as pickers and digit fields take them."""
        QTest.keyClicks(self.focus(), letters)

    def click(self, widget: QWidget) -> None:
        """A click in the middle of a widget."""
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)

    def click_row(self, rows: QAbstractItemView, row: int) -> None:
        """A click on a row of a list."""
        where = rows.visualRect(rows.model().index(row, 0)).center()
        QTest.mouseClick(
            rows.viewport(),
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
            where,
        )

    def pass_by(self, **time: float) -> None:
        """Lets time pass on the desk's clock (`seconds=60`)."""
        self.clock.skip(**time)

    def wait(self, holds: Callable[[], object]) -> None:
        """Waits until something holds, at most a second."""
        self.qtbot.waitUntil(lambda: bool(holds()), timeout=1000)

    # -- ways walked by many tests -------------------------------------------------------

    def take_call(self, words: str = "", number: str = "") -> None:
        """F2, the number if any, and the caller's words."""
        self.press("F2")
        if number:
            self.page.form.number.setFocus()
            self.keys(number)
            self.page.form.record.setFocus()
        if words:
            self.type(words)

    def category(self, name: str) -> str:
        """The code of the first category whose name holds some words."""
        leaves = self.profile.categories.leaves()
        return next(leaf.code for leaf in leaves if name in leaf.name)

    def choose_category(self, name: str) -> None:
        """The category of the matter in hand."""
        self.call.set_category(self.category(name))

    def choose_kind(self, kind: MatterKind) -> None:
        """The kind of the matter in hand."""
        self.call.set_kind(kind)

    def fill_strip(self) -> None:
        """Everything that a ticket about a street lamp needs."""
        self.choose_category("路灯不亮")
        self.choose_kind(MatterKind.REQUEST)
        self.call.set_strip(title="路灯不亮", place="湖滨路 5 号", unit="lamps", callback=NUMBER)

    def ticket_call(self, words: str, number: str = NUMBER) -> str:
        """A whole call that ends with a ticket; the ticket's number."""
        self.take_call(words, number)
        self.fill_strip()
        self.press("F11", "Return", "F12", "F12")
        return self.tickets()[0].number
