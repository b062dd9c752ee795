"""What must be true of every picture: no text cut, nothing lies over anything, contrast."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QScrollArea,
    QScrollBar,
    QWidget,
)

_SLACK = 1  # a pixel of rounding
_WRAP = Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere


def cut_texts(root: QWidget) -> list[str]:
    """Texts that do not fit into the place they have."""
    found = []
    for widget in root.findChildren(QWidget):
        if not widget.isVisible():
            continue
        if isinstance(widget, QLabel) and widget.text():
            found += _cut_label(widget)
        elif isinstance(widget, QAbstractButton) and widget.text():
            found += _cut_button(widget)
        elif isinstance(widget, QLineEdit) and not widget.text() and widget.placeholderText():
            found += _cut_placeholder(widget)
    return found


def _cut_label(label: QLabel) -> Iterator[str]:
    inner, text = label.contentsRect(), label.text()
    if label.wordWrap():
        # As the label itself would lay it out: padding of the style sheet is in its hint.
        if label.heightForWidth(label.width()) > label.height() + _SLACK:
            yield f"cut below ({label.height()} px): {text!r}"
        return
    lines = text.split("\n")
    wide = max(label.fontMetrics().horizontalAdvance(line) for line in lines)
    if wide > inner.width() + _SLACK:
        yield f"cut at the right ({inner.width()} of {wide} px): {text!r}"
    if label.fontMetrics().height() * len(lines) > label.height() + 2 * _SLACK:
        yield f"cut below ({label.height()} px): {text!r}"


def _cut_button(button: QAbstractButton) -> Iterator[str]:
    wanted, given = button.sizeHint(), button.size()
    style = getattr(button, "toolButtonStyle", None)
    if style is not None and style() == Qt.ToolButtonStyle.ToolButtonIconOnly:
        return
    if wanted.width() > given.width() + _SLACK or wanted.height() > given.height() + 2 * _SLACK:
        sizes = f"{given.width()} × {given.height()} of {wanted.width()} × {wanted.height()}"
        yield f"button {sizes}: {button.text()!r}"


def _cut_placeholder(line: QLineEdit) -> Iterator[str]:
    wide = line.fontMetrics().horizontalAdvance(line.placeholderText())
    room = line.contentsRect().width() - 10
    if wide > room and line.toolTip() != line.placeholderText():
        yield f"hint cut ({room} of {wide} px): {line.placeholderText()!r}"


def beyond(root: QWidget) -> list[str]:
    """Widgets that stick out of their parent, where no scroll bar brings them back."""
    found = []
    for widget in root.findChildren(QWidget):
        parent = widget.parentWidget()
        if not widget.isVisible() or parent is None or _scrolls(parent) or _scrolls(widget):
            continue
        if widget.isWindow() or not widget.width() or not widget.height():
            continue
        if not parent.rect().adjusted(-1, -1, 1, 1).contains(widget.geometry()):
            found.append(f"{_name(widget)} {widget.geometry()} beyond {parent.rect()}")
    return found


def _scrolls(widget: QWidget) -> bool:
    """Whether a widget is what a scroll area moves, or belongs to one's inside."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QAbstractScrollArea):
            return True
        widget, parent = parent, parent.parentWidget()
    return isinstance(widget, QScrollArea)


def overlaps(root: QWidget) -> list[str]:
    """Widgets of one parent that lie over each other."""
    found = []
    for parent in [root, *root.findChildren(QWidget)]:
        if not parent.isVisible() or isinstance(parent, QAbstractScrollArea):
            continue
        children = [
            child
            for child in parent.children()
            if isinstance(child, QWidget)
            and child.isVisible()
            and not child.isWindow()
            and not child.property("overlay")
        ]
        for one, other in combinations(children, 2):
            shared = one.geometry().intersected(other.geometry())
            if shared.width() > 1 and shared.height() > 1:
                found.append(f"{_name(one)} and {_name(other)} share {shared}")
    return found


def outside(root: QWidget) -> list[str]:
    """Text widgets of which a part lies outside the window."""
    whole = QRect(QPoint(0, 0), root.size())
    found = []
    for widget in root.findChildren(QWidget):
        if not widget.isVisible() or _scrolls(widget) or not isinstance(widget, QLabel | QLineEdit):
            continue
        area = QRect(widget.mapTo(root, QPoint(0, 0)), widget.size())
        if not whole.contains(area):
            found.append(f"{_name(widget)} at {area}")
    return found


def nameless(root: QWidget) -> list[str]:
    """Controls that keys or a click reach, and a screen reader could say nothing of."""
    found = []
    for widget in root.findChildren(QWidget):
        reached = widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        reached = reached or isinstance(widget, QAbstractButton)
        parent = widget.parentWidget()
        inner = isinstance(parent, QAbstractScrollArea | QLineEdit | QKeySequenceEdit)
        if not widget.isVisible() or not reached or inner or isinstance(widget, QScrollBar):
            continue
        text = getattr(widget, "text", None)
        if not widget.accessibleName() and not (callable(text) and text()):
            found.append(f"{type(widget).__name__} {widget.objectName()!r} has no name")
    return found


def _name(widget: QWidget) -> str:
    text = getattr(widget, "text", None)
    words = text() if callable(text) else ""
    return f"{type(widget).__name__}({widget.accessibleName() or widget.objectName() or words!r})"


def contrast(one: str, other: str) -> float:
    """The contrast of two colours by WCAG 2: from 1 (none) to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = QColor(colour).getRgbF()[:3]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
