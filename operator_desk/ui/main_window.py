"""The window: bars around the pages, every action led to the page in front."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QSizePolicy, QStackedWidget, QWidget

from operator_desk.domain.phase import Phase
from operator_desk.domain.terms import Entry, Seat
from operator_desk.services.people import Actor
from operator_desk.ui.bars import KeyBar, Rail, TopBar
from operator_desk.ui.call.page import CallPage
from operator_desk.ui.call_backs import CallBacks
from operator_desk.ui.frame import framed, inside
from operator_desk.ui.keyboard import Keyboard
from operator_desk.ui.kit import look
from operator_desk.ui.kit.composing import flush_composition
from operator_desk.ui.kit.garbage import let_go_with
from operator_desk.ui.kit.icons import dress_again
from operator_desk.ui.kit.notices import NoticeBar
from operator_desk.ui.kit.words import tr
from operator_desk.ui.messages import Messages
from operator_desk.ui.pages import Pages
from operator_desk.ui.palette import Palette
from operator_desk.ui.parts import Parts
from operator_desk.ui.questions import QuestionBar
from operator_desk.ui.recovery import Recovery
from operator_desk.ui.seat_keys import SeatKeys
from operator_desk.ui.troubles import TroubleBar
from operator_desk.ui.waiting import Waiting

_FOLD_BELOW = 1440


class MainWindow(QMainWindow):
    """One window, one person signed in."""

    signed_off = Signal()
    rebuilt = Signal()  # another language: the window is made anew

    def __init__(self, parts: Parts, actor: Actor) -> None:
        super().__init__()
        self._parts, self._actor = parts, actor
        self.setWindowTitle(tr("Operator Desk"))
        host = inside(self)
        self.notices = NoticeBar()
        self.messages = Messages(self.notices)
        limit = parts.profile.target("after_call_limit_s", parts.counting.today())
        counter = parts.settings.get("show_counter")
        self.top = TopBar(actor, parts.clock, limit, show_counter=counter)
        self.rail, self.keys = Rail(), KeyBar()
        self._stack = QStackedWidget(host)
        self.call = CallPage(parts, actor, self._stack)
        self.call_backs = CallBacks(parts, actor, self.call.desk)
        self.pages = Pages(parts, actor, self.call, self._page_made)
        self.troubles = TroubleBar(self.call.desk, parts.profile)
        self.questions = QuestionBar()
        self.recovery = Recovery(parts, actor, self.call.desk, self.questions)
        self.waiting = Waiting(parts, actor)
        self.seat = SeatKeys(parts, actor, self.call.desk, self.questions, self.troubles)
        bars = (self.top, self.notices, self.troubles, self.questions)
        framed(host, bars, self.rail, self._stack, self.keys)
        self.action_list = Palette(self)
        self.keyboard = Keyboard(self, self._now, self.run, self._open_hit, self.pages.hidden())
        self._connect()
        self._take_keys()
        self.rail.hide_pages(self.pages.hidden())
        self.show_page(self.pages.first)
        self._count()
        self.waiting.count()
        self.recovery.look()

    def _page_made(self, page: QWidget) -> None:
        # The window is as small as the screen, whatever one of its pages would like.
        page.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self._stack.addWidget(page)
        page.failed.connect(self.messages.failed)  # type: ignore[attr-defined]
        if hasattr(page, "notice"):
            page.notice.connect(self.notices.show_notice)
        if hasattr(page, "keys_changed"):  # the settings
            page.look_changed.connect(self._look)  # type: ignore[attr-defined]
            page.keys_changed.connect(self._take_keys)
            page.language_changed.connect(self._language)  # type: ignore[attr-defined]
        if hasattr(page, "page_wanted"):  # tickets, to the view log and back
            page.page_wanted.connect(self.show_page)
        if hasattr(page, "section_wanted"):  # knowledge
            page.section_wanted.connect(self.show_page)
            page.acted.connect(self.waiting.count)  # type: ignore[attr-defined]
            self.waiting.counted.connect(page.show_waiting)  # type: ignore[attr-defined]
            page.call_wanted.connect(self.call_backs.call)  # type: ignore[attr-defined]
        if hasattr(page, "follow_up_wanted"):  # number of a ticket, and whom to tell why not
            page.follow_up_wanted.connect(self.call.begin_follow_up)

    def _connect(self) -> None:
        self.rail.wanted.connect(self.show_page)
        self.top.counter_wanted.connect(lambda: self.show_page("show_counter"))
        self.top.theme_wanted.connect(self.toggle_theme)
        self.call.phase_changed.connect(self._phase_changed)
        self.call.desk.changed.connect(lambda: self.top.show_call(self.call.desk.draft))
        self.call.counted.connect(self._count)
        self.action_list.wanted.connect(self.run)
        self.action_list.closed.connect(self._focus_page)
        self.call.question.connect(self.questions.ask)
        self.questions.answered.connect(self._focus_page)
        self.waiting.counted.connect(self.rail.show_waiting)
        for begun in (self.recovery.resumed, self.call_backs.begun, self.call.follow_up_begun):
            begun.connect(lambda: self.show_page("show_call"))
        self.call_backs.closed.connect(self._called_back)
        self.call.follow_up_closed.connect(lambda: self.show_page("show_tickets"))
        self.seat.resting.connect(self.top.show_reason)
        self.seat.noted.connect(self.notices.show_notice)
        self.seat.signed_off.connect(self.signed_off)
        helpers = (self.recovery, self.waiting, self.call_backs, self.seat)
        for part in helpers:
            part.failed.connect(self.messages.failed)
        let_go_with(self, *helpers)

    # -- actions -------------------------------------------------------------------------

    def _take_keys(self) -> None:
        self.keyboard.take(self._parts.settings.get("keys"))
        self._refresh_keys()

    def _now(self) -> tuple[Phase, bool]:
        return self.call.desk.phase, self.call.desk.ended

    def _open_hit(self, place: int) -> None:
        page = self._stack.currentWidget()
        pane = getattr(page, "knowledge", None)
        if pane is not None:
            pane.list.open_number(place)

    def run(self, name: str) -> None:
        """Runs an action by its name: a page, the window's own, the page's in front, the call's."""
        front = self._stack.currentWidget()
        if name in self.pages:
            self.show_page(name)
            return
        for owner in (self, self.seat, front, self.call):
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
            self.action_list.open_with(self.keyboard.working())

    def show_page(self, name: str) -> None:
        """Brings a page to the front and reads it anew."""
        flush_composition()
        page = self.pages[name]
        self._stack.setCurrentWidget(page)
        self.rail.show_page(self.pages.in_rail(name))
        if name != "show_call":
            page.reload()  # type: ignore[attr-defined]
        self._refresh_keys()
        self._focus_page()

    def _focus_page(self) -> None:
        page, phase = self._stack.currentWidget(), self.call.desk.phase
        if page is not self.call:
            self.run("search")
        elif phase is Phase.NO_CALL and self.questions.question is not None:
            self.questions.setFocus()
        else:
            self.call.focus_work()

    def to_middle(self) -> None:
        """The keys into the middle column; without a call first into a question that waits."""
        if self._stack.currentWidget() is not self.call:
            self.show_page("show_call")
        elif self.call.desk.phase is Phase.NO_CALL and self.questions.question is not None:
            self.questions.setFocus()
        else:
            self.call.to_middle()

    def toggle_theme(self) -> None:
        """Light or dark."""
        dark = look.current().dark
        self._parts.settings.set("theme", "light" if dark else "dark")
        self._look()

    # -- showing -------------------------------------------------------------------------

    def _phase_changed(self) -> None:
        self._refresh_keys()
        if (draft := self.call.desk.draft) is not None:
            self.notices.turn_over(draft.call_id)
        if self.call.desk.phase is Phase.NO_CALL and self._stack.currentWidget() is self.call:
            self._focus_page()

    def _called_back(self) -> None:
        if self._stack.currentWidget() is self.call and "show_told" not in self.pages.hidden():
            self.show_page("show_told")
            self.run("next_call_back")

    def _refresh_keys(self) -> None:
        working, draft = self.keyboard.working(), self.call.desk.draft
        if draft is not None and draft.entry is Entry.AFTER_CALL:
            working = [action for action in working if not action.caller]
        self.keys.show_actions(working, self.call.desk.phase)

    def _count(self) -> None:
        counting, actor, read = self._parts.counting, self._actor, self._parts.lanes.read
        read.submit(lambda: counting.counter(actor), self.top.show_counter,
                    self.messages.failed, newest="counter")  # fmt: skip

    def _look(self) -> None:
        settings = self._parts.settings
        look.apply(look.Look(settings.get("theme"), settings.get("scale")))
        self.top.offer_counter(settings.get("show_counter"))
        dress_again(self)
        self._fold()
        for page in self.pages.made():
            table = getattr(page, "table", None)
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
        if self.call.desk.draft is None:
            self.call.desk.seat(Seat.SIGNED_OFF)
        event.accept()
        app = QApplication.instance()
        if app is not None:
            app.setProperty("closing", True)
        super().closeEvent(event)
