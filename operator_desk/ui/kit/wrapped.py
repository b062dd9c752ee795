"""Painted text that wraps as labels do: no full stop at the beginning of a line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QTextCharFormat, QTextLayout, QTextOption

from operator_desk.ui.kit import look


def wrapped(
    words: str,
    font: QFont,
    width: float,
    lines: int = 0,
    marks: Sequence[tuple[int, int]] = (),
) -> QTextLayout:
    """A text laid out in a width, in at most `lines` lines (0: all); marks on their own ground."""
    layout = QTextLayout(words, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats([_marked(start, end) for start, end in marks])
    layout.beginLayout()
    y = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(40.0, width))
        line.setPosition(QPointF(0, y))
        y += line.height()
        if layout.lineCount() == lines:
            break
    layout.endLayout()
    return layout


def _marked(start: int, end: int) -> QTextLayout.FormatRange:
    span = QTextLayout.FormatRange()
    span.start, span.length = start, end - start
    form = QTextCharFormat()
    form.setBackground(look.color("mark"))
    form.setForeground(look.color("text"))
    span.format = form
    return span
