"""Old and new of what changed, what differs marked by shape and colour; side by side in a wide
place, else one below the other."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent
from PySide6.QtGui import (
    QFont,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
    QTextLength,
    QTextTableFormat,
)

from operator_desk.domain.changes import Spans, spans
from operator_desk.ui.kit import look
from operator_desk.ui.kit.words import tr
from operator_desk.ui.knowledge.browser import SafeBrowser
from operator_desk.ui.knowledge.news.words import Part

_WIDE = 620  # pixels at 100 %


class ChangeView(SafeBrowser):
    """What is gone is struck through, what has come stands on marked ground."""

    def __init__(self) -> None:
        super().__init__()
        self._parts: tuple[Part, ...] = ()
        self._was_wide = False
        self.setAccessibleName(tr("What changed"))

    def show_parts(self, parts: Sequence[Part]) -> None:
        """Other changes."""
        self._parts = tuple(parts)
        self._build()

    def _wide(self) -> bool:
        return self.width() >= look.current().px(_WIDE)

    def _build(self) -> None:
        self._was_wide = self._wide()
        self.clear()
        cursor = QTextCursor(self.document())
        for at, (label, old, new) in enumerate(self._parts):
            if at:
                cursor.insertBlock()
                cursor.insertBlock()
            cursor.insertText(label, _form("muted", bold=True))
            # What is new as a whole needs no marks.
            gone, come = spans(old, new) if old and new else ((), ())
            if self._was_wide and old and new:
                self._beside(cursor, (old, gone), (new, come))
            else:
                self._below(cursor, (old, gone), (new, come))
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.fit()

    def _below(self, cursor: QTextCursor, old: tuple[str, Spans], new: tuple[str, Spans]) -> None:
        both = bool(old[0] and new[0])
        for words, (text, marks), gone in ((tr("old"), old, True), (tr("new"), new, False)):
            if text:
                cursor.insertBlock()
                if both:
                    cursor.insertText(f"{words}　", _form("muted"))
                _insert(cursor, text, marks, gone=gone)

    def _beside(self, cursor: QTextCursor, old: tuple[str, Spans], new: tuple[str, Spans]) -> None:
        form = QTextTableFormat()
        form.setCellPadding(look.current().px(5))
        form.setCellSpacing(0)
        form.setBorder(1)
        form.setBorderCollapse(True)
        form.setBorderStyle(QTextTableFormat.BorderStyle.BorderStyle_Solid)
        form.setBorderBrush(look.color("border"))
        form.setWidth(_percent(100))
        form.setColumnWidthConstraints([_percent(50), _percent(50)])
        table = cursor.insertTable(2, 2, form)
        for column, (words, side, gone) in enumerate(
            ((tr("old"), old, True), (tr("new"), new, False))
        ):
            table.cellAt(0, column).firstCursorPosition().insertText(words, _form("muted"))
            _insert(table.cellAt(1, column).firstCursorPosition(), *side, gone=gone)
        cursor.movePosition(QTextCursor.MoveOperation.End)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._wide() != self._was_wide:
            self._build()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange and self._parts:
            self._build()  # the colours are another theme's


def _percent(share: int) -> QTextLength:
    return QTextLength(QTextLength.Type.PercentageLength, share)


def _form(token: str, *, bold: bool = False) -> QTextCharFormat:
    form = QTextCharFormat()
    form.setForeground(look.color(token))
    form.setFontWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
    return form


def _insert(cursor: QTextCursor, text: str, marks: Spans, *, gone: bool) -> None:
    """A text piece by piece: plain, or marked as gone or come."""
    plain, marked = _form("muted" if gone else "text"), _form("text")
    marked.setFontStrikeOut(gone)
    marked.setBackground(look.color("danger_soft" if gone else "mark"))
    at = 0
    for start, end in (*marks, (len(text), len(text))):
        cursor.insertText(text[at:start], plain)
        cursor.insertText(text[start:end], marked)
        at = end
