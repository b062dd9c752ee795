"""A window on a practice desk, as it is looked at: view, size, theme, people."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from time import monotonic

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget

from operator_desk import app
from operator_desk.app import window
from operator_desk.lanes import Lanes
from operator_desk.services.people import Actor
from operator_desk.settings import Settings
from operator_desk.ui.main_window import MainWindow
from tests.fakes.voice import FakeVoice


@dataclass(frozen=True, slots=True)
class View:
    """How the window is looked at."""

    name: str
    width: int = 1366
    height: int = 768
    theme: str = "light"
    scale: int = 100
    language: str = "zh_CN"


VIEWS = (
    View("small-light"),
    View("small-dark", theme="dark"),
    View("wide-light", 1720, 960),
    View("double", 1720, 960, scale=200),
    View("small-double", scale=200),
    View("english", language="en"),
)


class Stand:
    """The window with its desk."""

    def __init__(self, desk: app.Services, view: View) -> None:
        self.desk, self.view = desk, view
        self.settings = Settings(desk.folder)
        for key, value in (("theme", view.theme), ("scale", view.scale)):
            self.settings.set(key, value)
        self.settings.set("language", view.language)
        window.prepare(self.settings)
        self.voice = FakeVoice()
        joined = window.join(desk, desk.folder, self.settings, Lanes(inline=True))
        self.parts = replace(joined, voice=self.voice)  # type: ignore[arg-type]
        self.shown: QWidget = QWidget()

    def close(self) -> None:
        """Ends the window."""
        self.shown.close()
        self.shown.deleteLater()
        self.parts.lanes.close()
        settle()

    def show(self, widget: QWidget) -> None:
        """Puts a widget on the screen in the view's size."""
        self.shown = widget
        widget.resize(self.view.width, self.view.height)
        widget.show()
        widget.setFocus()
        settle()

    def person(self, login: str) -> Actor:
        """One of the sample staff."""
        row = next(one for one in self.desk.people.all() if one.login == login)
        return Actor(row.staff_id, row.login, row.name, row.roles, row.unit)

    @property
    def window(self) -> MainWindow:
        """The main window."""
        if not isinstance(self.shown, MainWindow):
            self.show(MainWindow(self.parts, self.person("wang")))
        assert isinstance(self.shown, MainWindow)
        return self.shown

    def run(self, action: str) -> None:
        """Does an action by its name, as its key would."""
        self.window.run(action)
        settle()


def settle() -> None:
    """Lets the window do what it has put off."""
    for _ in range(3):
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()


def until(holds: Callable[[], object], seconds: float = 20) -> None:
    """Lets the window go on until something holds; fails when it never does."""
    end = monotonic() + seconds
    while not holds():
        assert monotonic() < end, "it never came to that"
        QApplication.processEvents()
    settle()
