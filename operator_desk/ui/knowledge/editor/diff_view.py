"""What differs, before at the left and after at the right; what differs is marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QPainter, QPen, QResizeEvent, QTextLayout
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from operator_desk.domain.article import ArticleKind
from operator_desk.domain.article_diff import FieldChange
from operator_desk.domain.text_diff import DiffLine, LineKind
from operator_desk.ui.kit import look
from operator_desk.ui.kit.words import later, tr
from operator_desk.ui.kit.wrapped import wrapped
from operator_desk.ui.knowledge.editor.words import field_name
from operator_desk.ui.names import article_word

AnyIndex = QModelIndex | QPersistentModelIndex
_WORDS = {
    LineKind.SAME: later("unchanged"),
    LineKind.CHANGED: later("altered"),
    LineKind.ADDED: later("added"),
    LineKind.GONE: later("taken out"),
}


@dataclass(frozen=True, slots=True)
class Row:
    """A heading (the field), or a line."""

    heading: str = ""
    line: DiffLine | None = None

    def words(self) -> str:
        """The row as it is read aloud."""
        line = self.line
        if line is None:
            return self.heading
        if line.kind is LineKind.SKIPPED:
            return tr("{n} lines unchanged", n=line.skipped)
        parts = dict.fromkeys(part for part in (line.before, line.after) if part)
        return tr("{change}: {words}", change=tr(_WORDS[line.kind]), words=" → ".join(parts))


class DiffModel(QAbstractListModel):
    """The rows of a comparison."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[Row] = []

    def set_changes(self, changes: Sequence[FieldChange]) -> None:
        """Another comparison."""
        self.beginResetModel()
        self.rows = [
            row
            for change in changes
            for row in (Row(field_name(change.field)), *(Row("", line) for line in _lines(change)))
        ]
        self.endResetModel()

    def rowCount(self, _parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        return len(self.rows)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.rows[index.row()].words()
        return None


def _lines(change: FieldChange) -> tuple[DiffLine, ...]:
    """The lines of a field; kinds of articles by their words."""
    if change.field != "kind":
        return change.lines
    return tuple(
        DiffLine(line.kind, _kind_word(line.before), _kind_word(line.after))
        for line in change.lines
    )


def _kind_word(name: str) -> str:
    return article_word(ArticleKind(name)) if name else ""


class DiffDelegate(QStyledItemDelegate):
    """Paints a row in two columns."""

    def __init__(self, model: DiffModel) -> None:
        super().__init__()
        self._model = model

    def _texts(self, row: Row, font: QFont, width: int) -> tuple[QTextLayout, QTextLayout]:
        line = row.line
        if line is None or line.kind is LineKind.SKIPPED:
            bold = QFont(font)
            bold.setBold(line is None)
            return wrapped(row.words(), bold, 2 * width), wrapped("", font, width)
        left = wrapped(line.before, font, width, marks=line.before_marks)
        return left, wrapped(line.after, font, width, marks=line.after_marks)

    def _half(self, width: int) -> int:
        return max(60, width // 2 - look.current().px(16))

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        view = option.widget
        width = view.viewport().width() if isinstance(view, QListView) else 600
        texts = self._texts(self._model.rows[index.row()], option.font, self._half(width))
        height = max(text.boundingRect().height() for text in texts)
        return QSize(width, int(max(height, option.fontMetrics.height())) + 8)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        painter.save()
        row, rect = self._model.rows[index.row()], option.rect
        left, right = self._texts(row, option.font, self._half(rect.width()))
        middle = rect.left() + rect.width() // 2
        if row.line is not None and row.line.kind is not LineKind.SKIPPED:
            self._paint_ground(painter, row.line, rect, middle)
            painter.setPen(look.color("text"))
            right.draw(painter, QPointF(middle + 8, rect.top() + 4))
        else:
            painter.setPen(look.color("text" if row.line is None else "muted"))
        left.draw(painter, QPointF(rect.left() + 8, rect.top() + 4))
        view = option.widget
        if isinstance(view, QListView) and view.hasFocus() and view.currentIndex() == index:
            painter.setPen(QPen(look.color("accent"), 1))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))
        painter.restore()

    def _paint_ground(self, painter: QPainter, line: DiffLine, rect: QRect, middle: int) -> None:
        before = QRectF(rect.left(), rect.top(), middle - rect.left() - 1, rect.height())
        after = QRectF(middle, rect.top(), rect.right() - middle + 1, rect.height())
        if line.kind in (LineKind.GONE, LineKind.CHANGED):
            painter.fillRect(before, look.color("danger_soft"))
        if line.kind in (LineKind.ADDED, LineKind.CHANGED):
            painter.fillRect(after, look.color("ok_soft"))


class DiffView(QListView):
    """A comparison that scrolls; arrows go from line to line."""

    def __init__(self) -> None:
        super().__init__()
        self.changes = DiffModel()
        self.setModel(self.changes)
        self.setItemDelegate(DiffDelegate(self.changes))
        self.setAccessibleName(tr("What was changed: before at the left, after at the right"))
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_changes(self, changes: Sequence[FieldChange]) -> None:
        """Shows another comparison from its beginning."""
        self.changes.set_changes(changes)
        self.scrollToTop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
