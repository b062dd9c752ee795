"""The window: bars around the pages, every action led to the page in front."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QMainWindow,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from operator_desk.domain.draft import Draft
from operator_desk.domain.phase import Phase
from operator_desk.domain.terms import Seat
from operator_desk.services.counting import Counter
from operator_desk.services.people import Actor
from operator_desk.ui.actions import Action, with_keys, working
from operator_desk.ui.bars import KeyBar, Rail, TopBar
from operator_desk.ui.call.page import CallPage
from operator_desk.ui.counter.page import CounterPage
from operator_desk.ui.kit import look
from operator_desk.ui.kit.composing import flush_composition
from operator_desk.ui.kit.icons import dress_again
from operator_desk.ui.kit.notices import NoticeBar
from operator_desk.ui.kit.words import tr
from operator_desk.ui.knowledge.page import KnowledgePage
from operator_desk.ui.messages import Messages
from operator_desk.ui.palette import Palette
from operator_desk.ui.parts import Parts
from operator_desk.ui.recovery import RecoveryBar
from operator_desk.ui.settings.page import SettingsPage
from operator_desk.ui.tickets.page import TicketsPage

_FOLD_BELOW = 1440


class MainWindow(QMainWindow):
    """One window, one person signed in."""

    signed_off = Signal()
    rebuilt = Signal()  # another language: the window is made anew

    def __init__(self, parts: Parts, actor: Actor) -> None:
        super().__init__()
        self._parts, self._actor = parts, actor
        self.setWindowTitle(tr("Operator Desk"))
        self.notices = NoticeBar()
        self.messages = Messages(self.notices)
        show_counter = parts.settings.get("show_counter")
        self.top = TopBar(actor, parts.clock, show_counter=show_counter)
        self.rail, self.keys = Rail(), KeyBar()
        self.call = CallPage(parts, actor)
        self.pages: dict[str, QWidget] = {
            "show_call": self.call,
            "show_knowledge": KnowledgePage(parts),
            "show_tickets": TicketsPage(parts, actor),
            "show_counter": CounterPage(parts, actor),
            "show_settings": SettingsPage(parts),
        }
        self._stack = QStackedWidget()
        for page in self.pages.values():
            # The window is as small as the screen, whatever one of its pages would like.
            page.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
            self._stack.addWidget(page)
            page.failed.connect(self.messages.failed)  # type: ignore[attr-defined]
        self.recovery = RecoveryBar(parts, actor)
        self._build()
        self.action_list = Palette(self)
        self._actions: tuple[Action, ...] = ()
        self._qt_actions: list[QAction] = []
        self._connect()
        self._take_keys()
        self.show_page("show_call")
        self._count()
        self.recovery.look()

    def _build(self) -> None:
        host = QWidget()
        host.setObjectName("page")
        layout = QVBoxLayout(host)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.rail)
        middle.addWidget(self._stack, 1)
        layout.addWidget(self.top)
        layout.addWidget(self.notices)
        layout.addWidget(self.recovery)
        layout.addLayout(middle, 1)
        layout.addWidget(self.keys)
        self.setCentralWidget(host)

    def _connect(self) -> None:
        self.rail.wanted.connect(self.show_page)
        self.top.counter_wanted.connect(lambda: self.show_page("show_counter"))
        self.top.theme_wanted.connect(self.toggle_theme)
        self.call.phase_changed.connect(self._refresh_keys)
        self.call.desk.changed.connect(self._call_changed)
        self.call.counted.connect(self._count)
        self.call.notice.connect(self.notices.show_notice)
        self.action_list.wanted.connect(self.run)
        self.action_list.closed.connect(self._focus_page)
        self.recovery.resumed.connect(self._resume)
        self.recovery.failed.connect(self.messages.failed)
        settings = self.pages["show_settings"]
        if isinstance(settings, SettingsPage):
            settings.look_changed.connect(self._look)
            settings.keys_changed.connect(self._take_keys)
            settings.language_changed.connect(self._language)

    # -- actions -------------------------------------------------------------------------

    def _take_keys(self) -> None:
        """One QAction a key; which action it means is decided by the phase when it comes."""
        self._actions = with_keys(self._parts.settings.get("keys"))
        for old in self._qt_actions:
            self.removeAction(old)
        keys = {key for action in self._actions for key in action.keys}
        self._qt_actions = [self._key_action(key) for key in sorted(keys)]
        for place in range(1, 10):
            self._qt_actions.append(
                self._qt_action(f"Alt+{place}", lambda n=place: self._open_hit(n - 1))
            )
        self._refresh_keys()

    def _key_action(self, key: str) -> QAction:
        return self._qt_action(key, lambda: self._key(key))

    def _qt_action(self, key: str, run: Callable[[], None]) -> QAction:
        made = QAction(self)
        made.setShortcut(QKeySequence(key))
        made.setAutoRepeat(False)
        made.triggered.connect(run)
        self.addAction(made)
        return made

    def _key(self, key: str) -> None:
        for action in working(self._actions, self.call.desk.phase):
            if key in action.keys:
                self.run(action.name)
                return

    def _open_hit(self, place: int) -> None:
        page = self._stack.currentWidget()
        pane = getattr(page, "knowledge", None) or getattr(page, "pane", None)
        if pane is not None:
            pane.list.open_row(place)

    def run(self, name: str) -> None:
        """Runs an action by its name: the window's own, the page's in front, the call page's."""
        front = self._stack.currentWidget()
        for owner in (self, front, self.call):
            method = getattr(type(owner), name, None)
            if method is not None:
                if owner is self.call and front is not self.call:
                    self.show_page("show_call")
                method(owner)
                return

    def all_actions(self) -> None:
        """F1: all actions that work now."""
        if self.action_list.isVisible():
            self.action_list.close_palette()
        else:
            flush_composition()
            self.action_list.open_with(working(self._actions, self.call.desk.phase))

    def show_call(self) -> None:
        """The call page."""
        self.show_page("show_call")

    def show_knowledge(self) -> None:
        """The knowledge page."""
        self.show_page("show_knowledge")

    def show_tickets(self) -> None:
        """The tickets page."""
        self.show_page("show_tickets")

    def show_counter(self) -> None:
        """The counter's rows."""
        self.show_page("show_counter")

    def show_settings(self) -> None:
        """The settings."""
        self.show_page("show_settings")

    def show_page(self, name: str) -> None:
        """Brings a page to the front and reads it anew."""
        flush_composition()
        page = self.pages[name]
        self._stack.setCurrentWidget(page)
        self.rail.show_page(name)
        if name != "show_call":
            page.reload()  # type: ignore[attr-defined]
        self._refresh_keys()
        self._focus_page()

    def _focus_page(self) -> None:
        page = self._stack.currentWidget()
        if page is self.call:
            if self.call.desk.phase is Phase.LISTENING:
                self.call.form.record.setFocus()
            else:
                self.call.to_middle()
        else:
            page.search()  # type: ignore[attr-defined]

    def seat_state(self) -> None:
        """Ready, or not ready with the reason of a digit (palette of reasons)."""
        self.recovery.ask_seat(self._seat_chosen)

    def _seat_chosen(self, code: str | None, words: str) -> None:
        state = Seat.READY if code is None else Seat.NOT_READY
        self.call.desk.seat(state, code)
        self.top.show_reason(words)

    def sign_off(self) -> None:
        """Signs off; what is still to register is listed on the call page."""
        flush_composition()
        self.call.desk.seat(Seat.SIGNED_OFF)
        self.signed_off.emit()

    def toggle_theme(self) -> None:
        """Light or dark."""
        dark = look.current().dark
        self._parts.settings.set("theme", "light" if dark else "dark")
        self._look()

    # -- showing -------------------------------------------------------------------------

    def _call_changed(self) -> None:
        draft: Draft | None = self.call.desk.draft
        self.top.show_call(draft)

    def _refresh_keys(self) -> None:
        phase = self.call.desk.phase
        self.keys.show_actions(working(self._actions, phase), phase)

    def _count(self) -> None:
        counting, actor = self._parts.counting, self._actor

        def shown(counter: Counter) -> None:
            self.top.show_counter(counter)

        self._parts.lanes.read.submit(
            lambda: counting.counter(actor), shown, self.messages.failed, newest="counter"
        )

    def _resume(self, draft: Draft) -> None:
        self.show_page("show_call")
        self.call.desk.resume(draft)
        self._focus_page()

    def _look(self) -> None:
        settings = self._parts.settings
        look.apply(look.Look(settings.get("theme"), settings.get("scale")))
        self.top.counter.setVisible(settings.get("show_counter"))
        dress_again(self)
        self._fold()
        for page in self.pages.values():
            for name in ("table",):
                table = getattr(page, name, None)
                if table is not None:
                    table.fit()

    def _language(self) -> None:
        if self.call.desk.draft is None:
            self.rebuilt.emit()
        else:
            self.notices.show_notice(tr("The language changes after this call."), "info")

    def _fold(self) -> None:
        self.rail.fold(self.width() < _FOLD_BELOW * look.current().scale / 100)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def closeEvent(self, event: QCloseEvent) -> None:
        flush_composition()
        self.call.desk.write_now()
        event.accept()
        app = QApplication.instance()
        if app is not None:
            app.setProperty("closing", True)
        super().closeEvent(event)
