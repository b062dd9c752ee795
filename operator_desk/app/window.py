"""Opens the window: look, language, first start, sign-in. A joiner like `app.py`."""

from __future__ import annotations

import contextlib
import logging
import sys
from contextlib import ExitStack
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, QTimer, QTranslator, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from operator_desk import app, resources
from operator_desk.app import starting
from operator_desk.app.input_method import choose_input_method, no_input_method
from operator_desk.app.joining import join as join
from operator_desk.app.learning import Learning
from operator_desk.app.learning_lane import LearningLane
from operator_desk.app.proposing_lane import ProposingLane
from operator_desk.app.window_socket import SOCKET as SOCKET
from operator_desk.app.window_socket import Done, Failed, WindowSocket
from operator_desk.app.window_socket import raise_running as raise_running
from operator_desk.domain import elements
from operator_desk.domain.errors import UserError
from operator_desk.domain.knowledge import QueryMode
from operator_desk.domain.phase import Phase
from operator_desk.lanes import Lanes
from operator_desk.services.draft_steps import EDITORS
from operator_desk.services.people import Actor
from operator_desk.services.viewing import Seen
from operator_desk.settings import Settings
from operator_desk.speech.spoken import warm
from operator_desk.ui.in_step import DueClock, bring_in_step
from operator_desk.ui.kit import icons, look
from operator_desk.ui.kit.garbage import Collector
from operator_desk.ui.kit.notices import NoticeBar
from operator_desk.ui.kit.words import FileTranslator, tr
from operator_desk.ui.messages import Messages, sentence
from operator_desk.ui.parts import Parts
from operator_desk.ui.shell_bar import ShellBar
from operator_desk.words import say

if TYPE_CHECKING:
    from operator_desk.ui.main_window import MainWindow

LOG = "operator-desk.log"
_TYPING_MS, _PAINTED_MS = 800, 200  # after the sign-in page stands, after the call page does


def main(folder: Path, language: str | None = None) -> int:
    """Runs the window on the desk of a folder until it is closed; the exit status."""
    choose_input_method()
    application = QApplication(sys.argv[:1])
    application.setStyle("Fusion")
    application.setApplicationName("operator-desk")
    if raise_running(folder):
        return 0
    settings = Settings(folder)
    if language:
        settings.set("language", language)
    prepare(settings)
    shell, collector = Shell(folder, settings), Collector()
    shell.rested.connect(collector.pause)
    shell.begin()
    status = application.exec()
    shell.close_desk()
    collector.stop()
    return status


def prepare(settings: Settings) -> None:
    """Loads look, pictures and words into the running application."""
    icons.load(resources.path("resources", "icons"))
    look.load(resources.path("resources", "theme.qss"), resources.path("resources", "fonts"))
    look.apply(look.Look(settings.get("theme"), settings.get("scale")))
    set_language(settings.get("language"))


_translators: list[QTranslator] = []


def set_language(language: str) -> None:
    """Puts the words of a language on the running application."""
    for old in _translators:
        QApplication.removeTranslator(old)
    _translators.clear()
    QLocale.setDefault(QLocale(language))
    own = resources.path("resources", "i18n", f"operator_desk_{language}.ts")
    qt = QTranslator()
    if qt.load(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        _translators.append(qt)
    if own.exists():
        _translators.append(FileTranslator(own))
    for translator in _translators:
        QApplication.installTranslator(translator)


class Shell(QStackedWidget):
    """The outermost widget: first start, sign-in, then the window of the person signed in."""

    rested = Signal()  # no call is in hand
    _untold = True  # whether an input method is missing is said once

    def __init__(self, folder: Path, settings: Settings) -> None:
        super().__init__()
        self._folder, self._settings = folder, settings
        self._open = ExitStack()
        self._parts: Parts | None = None
        self._hint = ""
        self.notices = ShellBar(self)
        self.messages = Messages(self.notices)
        self._socket = WindowSocket(folder, self._saw, self)
        self._socket.raised.connect(self._raise)
        self._later = QTimer(self, singleShot=True)
        self._later.timeout.connect(self._prepare)
        self.setWindowTitle(tr("Operator Desk"))
        self.resize(1440, 860)

    # -- start ---------------------------------------------------------------------------

    def begin(self) -> None:
        """Shows the first page: sign-in on a desk that is there, else the first start."""
        self.messages.catch_all()
        if app.has_desk(self._folder):
            self._open_desk()
        else:
            self._first_start()
        self.show()

    def _show_only(self, page: QWidget) -> None:
        while (old := self.widget(0)) is not None:
            self.removeWidget(old)
            old.deleteLater()
        self.addWidget(page)
        self.setCurrentWidget(page)
        page.setFocus()

    def _first_start(self) -> None:
        from operator_desk.ui.sign_in import FirstStartPage

        page = FirstStartPage(
            lambda *given: tr(starting.account_trouble(*given)), self._settings.get("language")
        )
        lanes = Lanes()

        def failed(error: Exception) -> None:
            if isinstance(error, UserError):
                page.show_trouble(sentence(error))
            else:
                page.show_trouble("")
                self.messages.failed(error)

        def made(hint: str) -> None:
            lanes.close()
            self._hint = hint
            self._open_desk()

        def practice() -> None:
            folder, language = self._folder, self._settings.get("language")
            lanes.write.submit(lambda: _practice(folder, language), made, failed)

        def hotline(login: str, name: str, password: str) -> None:
            folder, language = self._folder, self._settings.get("language")
            lanes.write.submit(
                lambda: _hotline(folder, language, login, name, password), made, failed
            )

        def language(wanted: str) -> None:
            lanes.close()
            self._settings.set("language", wanted)
            set_language(wanted)
            self._first_start()

        page.language_wanted.connect(lambda wanted: QTimer.singleShot(0, lambda: language(wanted)))
        page.practice_wanted.connect(practice)
        page.hotline_wanted.connect(hotline)
        self._show_only(page)

    def _open_desk(self) -> None:
        try:
            desk = self._open.enter_context(app.open_desk(self._folder, writing=True))
        except UserError as error:
            self._show_only(_trouble_page(sentence(error)))
            return
        except Exception as error:  # the window must say so, whatever it was
            self._show_only(_trouble_page(""))
            self.messages.failed(error)
            return
        keep_log(self._folder)
        self._parts = join(desk, self._folder, self._settings, Lanes())
        self._learning = LearningLane(Learning(desk), self._parts.lanes)
        self._proposing = ProposingLane(desk.proposals, self._parts.lanes)
        self._due = DueClock(self._parts, self)
        self._due.failed.connect(self._index_failed)
        self._socket.listen()
        self._sign_in()
        self._later.start(_TYPING_MS)

    def _prepare(self) -> None:
        """What the first page can do without: the index brought in step, the search opened."""
        if self._parts is not None:
            bring_in_step(self._parts, failed=self._index_failed)
            self._parts.lanes.search.submit(self._warm_up)
            self._learning.begin()
            self._proposing.begin()
            self._due.begin()

    def _warm_up(self) -> None:
        """Opens the searcher while a password is typed, not under the first words of a call.

        And makes the rules of reading aloud.
        """
        if self._parts is not None:
            warm(self._parts.profile.language)
            # The patterns are made with the first statement: 25 ms of the window's thread.
            elements.found("我住学府路26号院，昨天交了300元。", self._parts.profile.language)
            today = self._parts.counting.today()
            self._parts.search("请问", limit=1, on=today, mode=QueryMode.STATEMENT)

    def _index_failed(self, error: Exception) -> None:
        logging.getLogger("operator_desk").warning("index: %s", type(error).__name__)
        messages = getattr(self.currentWidget(), "messages", self.messages)
        messages.failed(error)

    def _saw(self, seen: Seen, done: Done, failed: Failed) -> None:
        """Stores what a command beside the window has to note before it shows anything."""
        parts = self._parts
        if parts is None:
            failed(UserError("The window is being closed."))
            return
        parts.lanes.write.submit(
            lambda: parts.viewing.saw_all(seen.actor, seen.what, seen.subjects, seen.purpose),
            lambda _row: done(),
            failed,
        )

    def _raise(self) -> None:
        self.setWindowState(self.windowState() & ~self.windowState().WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    # -- sign-in -------------------------------------------------------------------------

    def _sign_in(self) -> None:
        from operator_desk.ui.sign_in import SignInPage

        if self._parts is None:
            return
        self.messages.catch_all()
        self._parts.lanes.forget()  # what was asked for the page that goes, not for this one
        self._due.tell(None)
        page = SignInPage(self._parts, self._hint)
        page.signed_in.connect(self._signed_in)
        self._show_only(page)

    def _signed_in(self, actor: Actor) -> None:
        from operator_desk.ui.main_window import MainWindow

        if self._parts is None:
            return
        self.notices.hide()
        self._parts.lanes.forget()  # what was asked for the page that goes, not for this one
        window = MainWindow(self._parts, actor)
        window.messages.catch_all()
        self._due.tell(window.notices if actor.may(*EDITORS) else None)
        window.signed_off.connect(lambda: QTimer.singleShot(0, self._sign_in))
        window.rebuilt.connect(lambda: QTimer.singleShot(0, lambda: self._again(actor)))
        window.call.phase_changed.connect(lambda: self._rest(window.call.desk.phase))
        self._show_only(window)
        if self._later.isActive():  # signed in at once: the page is painted first
            self._later.start(_PAINTED_MS)
        else:
            self._learning.begin()
        if self._untold and self._parts.profile.language.startswith("zh"):
            self._untold = False
            self._say_input_method(window)

    def _say_input_method(self, window: MainWindow) -> None:
        """Says once that no Chinese can be typed, when that is so."""
        if no_input_method():
            words = tr(
                "No input method was found: Chinese cannot be typed. Run: operator-desk doctor"
            )
            window.notices.show_notice(words, "warn")

    def _rest(self, phase: Phase) -> None:
        if phase is Phase.NO_CALL:
            QTimer.singleShot(0, self.rested.emit)

    def _again(self, actor: Actor) -> None:
        set_language(self._settings.get("language"))
        self._signed_in(actor)

    # -- end -----------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.notices.place()

    def closeEvent(self, event: QCloseEvent) -> None:
        window = self.currentWidget()
        if window is not None:
            window.close()
        super().closeEvent(event)

    def close_desk(self) -> None:
        """Finishes every lane and closes the store."""
        if self._parts is not None:
            self._parts.voice.close()
            self._parts.lanes.close()
            self._learning.stop()
            self._proposing.stop()
        self._socket.close()
        self._open.close()


def _trouble_page(words: str) -> QWidget:
    from operator_desk.ui.kit.page import page_widget

    page, layout = page_widget()
    if words:
        bar = NoticeBar()
        bar.show_notice(words, "danger")
        layout.addWidget(bar)
    layout.addStretch(1)
    return page


def _practice(folder: Path, language: str) -> str:
    made = starting.practice_desk(folder, starting.profile_for(language))
    lines = [_introduced(person, language) for person in made.staff]
    password = made.staff[0].password
    return "\n".join([tr("Sample staff, password of all: {password}", password=password), *lines])


def _introduced(person: starting.Member, language: str) -> str:
    roles = ", ".join(say(role, language) for role in person.roles)
    return f"{person.login}　{person.name}　{roles}"


def _hotline(folder: Path, language: str, login: str, name: str, password: str) -> str:
    starting.own_desk(folder, starting.profile_for(language), login, name, password)
    return ""


def keep_log(folder: Path) -> None:
    """Keeps a small log in the data folder; it holds no words and numbers of callers."""
    handler = RotatingFileHandler(folder / LOG, maxBytes=500_000, backupCount=2, encoding="utf-8")
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    logger = logging.getLogger("operator_desk")
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    with contextlib.suppress(OSError):
        (folder / LOG).chmod(0o600)
