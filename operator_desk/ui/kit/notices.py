"""The notice bar inside the layout and toasts at the foot: nothing modal during a call."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from operator_desk.ui.kit.icons import Picture, dress
from operator_desk.ui.kit.labels import button, clear, plain_label, restyle
from operator_desk.ui.kit.words import tr

_TOAST_MS = 7000
_KEPT = 5  # notices below the one that is shown
_PICTURES = {"info": "info", "ok": "check", "warn": "warning", "danger": "error"}


@dataclass(frozen=True, slots=True)
class _Notice:
    text: str
    level: str
    label: str
    act: Callable[[], None] | None

    @property
    def weighty(self) -> bool:
        """Whether it must not be buried: a failure, or something to do about it."""
        return self.level in ("warn", "danger") or self.act is not None


class NoticeBar(QFrame):
    """One sentence across the window with at most one thing to do; takes no focus.

    A weighty one that another takes the place of comes back when that one is closed.
    """

    def __init__(self) -> None:
        super().__init__()
        self._shown: _Notice | None = None
        self._below: list[_Notice] = []
        self._subject: object = None
        self.setProperty("role", "notice")
        self.setAccessibleName(tr("Notice"))
        self._picture, self._text = Picture("info", "text", 18), plain_label(wrap=True)
        self._act = button("")
        self._act.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._act.clicked.connect(self._acted)
        close = QToolButton()
        dress(close, "close")
        close.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        close.setAccessibleName(tr("Close the notice"))
        close.clicked.connect(self._close)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 6, 8, 6)
        layout.addWidget(self._picture)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._act)
        layout.addWidget(close)
        self.hide()

    def show_notice(
        self, text: str, level: str = "info", label: str = "", act: Callable[[], None] | None = None
    ) -> None:
        """Shows a sentence; `level` is info, ok, warn or danger; `act` runs on the button."""
        notice, before = _Notice(text, level, label, act), self._shown
        self._below = [one for one in self._below if one.text != text][-_KEPT:]
        if before is not None and before.weighty and before.text != text and not self.isHidden():
            self._below.append(before)
        self._show(notice)

    def _show(self, notice: _Notice) -> None:
        self._shown = notice
        self._text.setText(notice.text)
        self._picture.show_picture(_PICTURES[notice.level])
        restyle(self, "level", notice.level)
        self._act.setText(notice.label)
        self._act.setVisible(notice.act is not None)
        self.show()

    def turn_over(self, subject: object) -> None:
        """What is said from now on is about this call; of the one before only the weighty stays."""
        if subject != self._subject and self._shown is not None and not self._shown.weighty:
            self._close()
        self._subject = subject

    def _close(self) -> None:
        self._shown = None
        if self._below:
            self._show(self._below.pop())
        else:
            self.hide()

    def text(self) -> str:
        """The sentence that is shown, "" while the bar is hidden."""
        return self._text.text() if self.isVisible() else ""

    def _acted(self) -> None:
        notice = self._shown
        self._close()
        if notice is not None and notice.act is not None:
            notice.act()


class Toasts(QWidget):
    """Short news at the foot of a column; each goes by itself, an undo stays as long."""

    def __init__(self) -> None:
        super().__init__()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(6)

    def say(
        self,
        text: str,
        level: str = "ok",
        label: str = "",
        act: Callable[[], None] | None = None,
        milliseconds: int = _TOAST_MS,
    ) -> None:
        """Shows news for some seconds; at most two stand at a time."""
        while self._layout.count() >= 2:
            self._drop_first()
        toast = _Toast(text, level, label, act, milliseconds)
        toast.gone.connect(lambda: self._drop(toast))
        self._layout.addWidget(toast)

    def texts(self) -> list[str]:
        """What is shown now."""
        found = []
        for place in range(self._layout.count()):
            item = self._layout.itemAt(place)
            widget = item.widget() if item else None
            if isinstance(widget, _Toast):
                found.append(widget.words.text())
        return found

    def clear(self) -> None:
        """Takes all news away."""
        clear(self._layout)

    def _drop_first(self) -> None:
        item = self._layout.itemAt(0)
        widget = item.widget() if item else None
        if isinstance(widget, _Toast):
            self._drop(widget)

    def _drop(self, toast: _Toast) -> None:
        self._layout.removeWidget(toast)
        toast.hide()
        toast.deleteLater()


class _Toast(QFrame):
    gone = Signal()

    def __init__(
        self,
        text: str,
        level: str,
        label: str,
        act: Callable[[], None] | None,
        milliseconds: int,
    ) -> None:
        super().__init__()
        self.setProperty("role", "toast")
        self.setProperty("level", level)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        self.words = plain_label(text, wrap=True)
        layout.addWidget(Picture(_PICTURES[level], "text", 18))
        layout.addWidget(self.words, 1)
        if act is not None:
            undo = button(label)
            undo.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            undo.clicked.connect(act)
            undo.clicked.connect(self.gone)
            layout.addWidget(undo)
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(self.gone)
        timer.start(milliseconds)
