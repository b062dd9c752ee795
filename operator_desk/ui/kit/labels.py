"""Labels and buttons. Text of callers and articles is never read as markup."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from operator_desk.ui.kit.icons import Picture, dress


def plain_label(text: str = "", role: str = "", *, wrap: bool = False) -> QLabel:
    """A label that shows its text as it is; `role` is the style sheet's name for its look."""
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(wrap)
    label.setText(text)
    if role:
        label.setProperty("role", role)
    return label


def steady_label(longest: str, role: str = "") -> QLabel:
    """A label with room for this text: whatever it says, nothing beside it is laid out anew."""
    label = plain_label(role=role)
    label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    _Steady(label, longest)
    return label


class _Steady(QObject):
    def __init__(self, label: QLabel, longest: str) -> None:
        super().__init__(label)
        self._label, self._longest = label, longest
        self._fit()
        label.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.Polish):
            self._fit()
        return False

    def _fit(self) -> None:
        self._label.ensurePolished()
        size = self._label.fontMetrics().size(Qt.TextFlag.TextSingleLine, self._longest)
        self._label.setFixedSize(size.width() + 4, size.height() + 2)


class PushButton(QPushButton):
    """A button that Enter presses too, as it does in dialogs; by itself Qt knows only Space."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)


def button(text: str, role: str = "", picture: str = "", key: str = "") -> QPushButton:
    """A push button; `key` is shown after the text."""
    made = PushButton(f"{text}  {key}" if key else text)
    made.setAccessibleName(text)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    if role:
        made.setProperty("role", role)
    if picture:
        dress(made, picture, "on_accent" if role == "primary" else "text")
    return made


def card(margins: int = 14) -> tuple[QFrame, QVBoxLayout]:
    """A panel with a border, and its layout."""
    frame = QFrame()
    frame.setProperty("role", "card")
    layout = QVBoxLayout(frame)
    layout.setContentsMargins(margins, margins - 2, margins, margins - 2)
    layout.setSpacing(8)
    return frame, layout


class Heading(QWidget):
    """The first line of a panel: picture, title, and a short remark at the right."""

    def __init__(self, picture: str, text: str) -> None:
        super().__init__()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        self._picture = Picture(picture)
        self._title, self.remark = plain_label(text, "title"), plain_label(role="muted")
        self._row.addWidget(self._picture)
        self._row.addWidget(self._title)
        self._row.addStretch(1)
        self._row.addWidget(self.remark)

    def add_button(self, words: str, run: Callable[[], object]) -> QPushButton:
        """A small button behind the remark; it never takes the keys."""
        made = button(words, "flat")
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.clicked.connect(run)
        self._row.addWidget(made)
        return made

    def show_title(self, picture: str, text: str) -> None:
        """Another title with its picture."""
        self._picture.show_picture(picture)
        self._title.setText(text)


def heading(picture: str, text: str) -> tuple[Heading, QLabel]:
    """A panel's first line, and the label of its remark."""
    made = Heading(picture, text)
    return made, made.remark


def restyle(widget: QWidget, name: str, value: object) -> None:
    """Sets a property that the style sheet looks at, and has the look follow."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def clear(layout: QLayout) -> None:
    """Takes every widget out of a layout and ends it."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
