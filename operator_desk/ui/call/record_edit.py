"""The record's text box: one paragraph a statement, its number and mark in the margin."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QTextCursor, QTextOption
from PySide6.QtWidgets import QWidget

from operator_desk.domain.terms import Answer, Mark
from operator_desk.ui.call.readback_items import LOOKS
from operator_desk.ui.kit import look
from operator_desk.ui.kit.composing import ComposingText
from operator_desk.ui.kit.icons import icon
from operator_desk.ui.kit.words import tr

_TELLING = 6  # characters below which a statement alone says too little to search by
_MUCH = 30  # characters put in or taken out at once, by which lines may move anywhere
_TOKENS = {Mark.VERBATIM: "ok", Mark.GIST: "muted", Mark.UNCLEAR: "danger"}


def mark_word(mark: Mark) -> str:
    """The mark's word in the window's language."""
    return {
        Mark.VERBATIM: tr("verbatim"),
        Mark.GIST: tr("gist"),
        Mark.UNCLEAR: tr("unclear"),
    }[mark]


class RecordEdit(ComposingText):
    """Tells `words_changed` when the text is another one, not while a word is composed."""

    words_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "record")
        self.setAccessibleName(tr("Verbatim record"))
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setTabChangesFocus(True)
        self._margin = _Margin(self)
        self._marks: tuple[Mark, ...] = ()
        self._answers: tuple[Answer | None, ...] = ()
        self._known = ""
        self._shape: tuple[object, ...] = ()  # what the margin was last painted for
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Put off: another width inside Qt's own laying out loses the lines.
        self._bar_timer = QTimer(self)
        self._bar_timer.setSingleShot(True)
        self._bar_timer.setInterval(0)
        self._bar_timer.timeout.connect(self._fit_bar)
        self.document().documentLayout().documentSizeChanged.connect(
            lambda _size: self._bar_timer.start()
        )
        self.blockCountChanged.connect(self._fit_margin)
        self.updateRequest.connect(self._update_margin)
        self.document().contentsChange.connect(self._edited)
        self.textChanged.connect(self._maybe_changed)
        self._fit_margin()

    def _maybe_changed(self) -> None:
        # Qt tells a change for every preedit too, with the text as it was.
        text = self.toPlainText()
        if text != self._known:
            self._known = text
            self._freshen_margin()
            self.words_changed.emit()

    def paragraphs(self) -> list[str]:
        """The paragraphs as they stand."""
        return self.toPlainText().split("\n")

    def show_words(self, paragraphs: list[str], cursor: int) -> None:
        """Puts words in without telling a change (another matter, a recovered call)."""
        text = "\n".join(paragraphs)
        if text != self.toPlainText():
            self._known = text
            self.setPlainText(text)
        at = self.textCursor()
        at.setPosition(min(cursor, len(text)))
        self.setTextCursor(at)

    def replace_words(self, paragraphs: list[str]) -> None:
        """Puts words in that were cut or corrected; the cursor stays behind the same character."""
        at, text = self.textCursor(), "\n".join(paragraphs)
        before = len("".join(self.toPlainText()[: at.position()].split()))
        self.show_words(paragraphs, len(text) if at.atEnd() else _behind(text, before))

    def to_end(self) -> None:
        """Puts the cursor behind the last word."""
        self.moveCursor(QTextCursor.MoveOperation.End)

    def to_new_line(self) -> None:
        """Puts a cursor that stands behind the last word on a line of its own."""
        at = self.textCursor()
        if at.atEnd() and at.block().text().strip():
            at.insertText("\n")
            self.setTextCursor(at)

    def set_marks(self, marks: tuple[Mark, ...], answers: tuple[Answer | None, ...] = ()) -> None:
        """The marks of the statements in their order, and how each was answered when read back."""
        if (marks, answers) != (self._marks, self._answers):
            self._marks, self._answers = marks, answers
            self._margin.update()

    def statement_at_cursor(self) -> int:
        """The place (from 0) of the statement the cursor stands in."""
        before = self.toPlainText()[: self.textCursor().position()].split("\n")
        return max(0, sum(bool(text.strip()) for text in before) - (1 if before[-1].strip() else 0))

    def line_at_cursor(self) -> str:
        """The words of the paragraph the cursor stands in; while it is short, with those before.

        So what is proposed stays when Enter begins a new statement.
        """
        block = self.textCursor().block()
        words = block.text().strip()
        while len(words) < _TELLING and block.previous().isValid():
            block = block.previous()
            words = f"{block.text().strip()} {words}".strip()
        return words

    # -- margin --------------------------------------------------------------------------

    def margin_width(self) -> int:
        """The margin's width in pixels."""
        return self.fontMetrics().horizontalAdvance("88 没听清 ") + 20

    def _fit_margin(self, _count: int = 0) -> None:
        self.setViewportMargins(self.margin_width(), 0, 0, 0)

    def _fit_bar(self) -> None:
        """A scroll bar only for more words than there is room for: the empty part scrolls too."""
        needed, off = Qt.ScrollBarPolicy.ScrollBarAsNeeded, Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        lines = self.document().size().height()  # a plain text document counts in lines
        room = self.viewport().height() / max(1, self.fontMetrics().lineSpacing())
        shown = self.verticalScrollBarPolicy() == needed
        # Without the bar lines are longer: it goes only where that cannot bring it back.
        policy = needed if lines > room - (1 if shown else 0) else off
        if policy != self.verticalScrollBarPolicy():
            self.setVerticalScrollBarPolicy(policy)

    def _update_margin(self, _rect: QRect, dy: int) -> None:
        if dy:
            self._margin.scroll(0, dy)
        else:
            self._freshen_margin()

    def _edited(self, _at: int, removed: int, added: int) -> None:
        if removed + added > _MUCH:
            self._shape = ()

    def _freshen_margin(self) -> None:
        """Paints the margin anew where a statement may stand elsewhere: not for every letter."""
        filled = tuple(bool(part.strip()) for part in self._known.split("\n"))
        lines, place = self.document().size().height(), self.verticalScrollBar().value()
        if (filled, lines, place) != self._shape:
            self._shape = (filled, lines, place)
            self._margin.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        inner = self.contentsRect()
        self._margin.setGeometry(
            QRect(inner.left(), inner.top(), self.margin_width(), inner.height())
        )
        # The last line stays in the upper two thirds: the candidate window covers nothing.
        self.document().setDocumentMargin(6)
        self.setCenterOnScroll(True)
        self._bar_timer.start()
        self._margin.update()

    def changeEvent(self, event: Any) -> None:
        super().changeEvent(event)
        if hasattr(self, "_margin"):
            self._fit_margin()
            self._margin.update()

    def paint_margin(self, painter: QPainter, area: QRect) -> None:
        """Paints number and mark beside the first line of each statement."""
        painter.fillRect(area, look.color("surface2"))
        block, number = self.firstVisibleBlock(), 0
        before = self.document().begin()
        while before.isValid() and before != block:
            number += bool(before.text().strip())
            before = before.next()
        offset, height = self.contentOffset(), self.fontMetrics().height()
        while block.isValid():
            box = self.blockBoundingGeometry(block).translated(offset)
            if box.top() > area.bottom():
                break
            if block.text().strip():
                if block.isVisible() and box.bottom() >= area.top():
                    self._paint_mark(painter, number, box, height)
                number += 1
            block = block.next()

    def _paint_mark(self, painter: QPainter, number: int, box: QRectF, height: int) -> None:
        mark = self._marks[number] if number < len(self._marks) else Mark.GIST
        painter.setPen(look.color(_TOKENS[mark]))
        where = QRectF(4, box.top(), self.margin_width() - 12, height + 2)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(where, right, f"{number + 1} {mark_word(mark)}")
        if number < len(self._answers):
            side = max(10, height - 8)
            sign = QRect(3, round(box.top()) + (height + 2 - side) // 2, side, side)
            self._paint_answer(painter, self._answers[number], sign)

    def _paint_answer(self, painter: QPainter, answer: Answer | None, where: QRect) -> None:
        """The sign of the answer; a ring where the wording was not read back yet."""
        if answer is not None:
            icon(*LOOKS[answer]).paint(painter, where)
            return
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(where.adjusted(2, 2, -2, -2))


def _behind(text: str, letters: int) -> int:
    """The place behind the n-th letter that is no blank."""
    for place, letter in enumerate(text):
        if letters == 0:
            return place
        letters -= not letter.isspace()
    return len(text)


class _Margin(QWidget):
    def __init__(self, edit: RecordEdit) -> None:
        super().__init__(edit)
        self._edit = edit

    def sizeHint(self) -> QSize:
        return QSize(self._edit.margin_width(), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self._edit.font())
        self._edit.paint_margin(painter, event.rect())
