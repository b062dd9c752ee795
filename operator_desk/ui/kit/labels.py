"""Labels and buttons. Text of callers and articles is never read as markup."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from operator_desk.ui.kit.icons import icon


def plain_label(text: str = "", role: str = "", *, wrap: bool = False) -> QLabel:
    """A label that shows its text as it is; `role` is the style sheet's name for its look."""
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(wrap)
    label.setText(text)
    if role:
        label.setProperty("role", role)
    return label


def button(text: str, role: str = "", picture: str = "", key: str = "") -> QPushButton:
    """A push button; `key` is shown after the text."""
    made = QPushButton(f"{text}  {key}" if key else text)
    made.setAccessibleName(text)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    if role:
        made.setProperty("role", role)
    if picture:
        made.setIcon(icon(picture, "on_accent" if role == "primary" else "text"))
    return made


def card(margins: int = 14) -> tuple[QFrame, QVBoxLayout]:
    """A panel with a border, and its layout."""
    frame = QFrame()
    frame.setProperty("role", "card")
    layout = QVBoxLayout(frame)
    layout.setContentsMargins(margins, margins - 2, margins, margins - 2)
    layout.setSpacing(8)
    return frame, layout


def heading(picture: str, text: str) -> tuple[QWidget, QLabel]:
    """The first line of a panel: picture, title, and a label at the right for a short remark."""
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(8)
    sign = plain_label()
    sign.setPixmap(icon(picture, "accent_text").pixmap(20, 20))
    remark = plain_label(role="muted")
    layout.addWidget(sign)
    layout.addWidget(plain_label(text, "title"))
    layout.addStretch(1)
    layout.addWidget(remark)
    return row, remark


def restyle(widget: QWidget, name: str, value: object) -> None:
    """Sets a property that the style sheet looks at, and has the look follow."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def clear(layout: QVBoxLayout | QHBoxLayout) -> None:
    """Takes every widget out of a layout and ends it."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
