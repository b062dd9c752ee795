"""The items of a readback as a list: words, answers, keys."""

from __future__ import annotations

from math import ceil
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPen, QTextLayout
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from operator_desk.domain import readback
from operator_desk.domain.draft import Item, MatterDraft
from operator_desk.domain.profile import Profile
from operator_desk.domain.terms import Answer, ItemKind
from operator_desk.ui import names
from operator_desk.ui.kit import look
from operator_desk.ui.kit.icons import icon
from operator_desk.ui.kit.words import tr
from operator_desk.ui.kit.wrapped import wrapped

_NOW_LARGER = 1.25  # the item being read can be read from an arm's length
_KEPT = 200  # texts laid out
AnyIndex = QModelIndex | QPersistentModelIndex
LOOKS = {
    Answer.CONFIRMED: ("check", "ok"),
    Answer.CORRECTED: ("edit", "accent_text"),
    Answer.DECLINED: ("decline", "warn"),
    Answer.NOT_READ: ("skip", "muted"),
}


class ItemsModel(QAbstractListModel):
    """The items of the readback in hand, with their words and answers."""

    def __init__(self, profile: Profile, language: str) -> None:
        super().__init__()
        self._profile, self._language = profile, language
        self.matter: MatterDraft | None = None
        self.items: tuple[Item, ...] = ()
        self.said = (0, 0)  # of the words of the item being read, what the voice is saying

    def show_matter(self, matter: MatterDraft | None) -> None:
        """Another state of the matter."""
        self.beginResetModel()
        self.matter = matter
        run = matter.readback if matter else None
        self.items = run.items if run else ()
        self.endResetModel()

    @property
    def now(self) -> int:
        """The row that is being read; -1 when all have an answer."""
        run = self.matter.readback if self.matter else None
        return run.current if run is not None and run.current < len(self.items) else -1

    def say(self, span: tuple[int, int]) -> None:
        """What of the item being read the voice is saying."""
        if span != self.said:
            self.said = span
            where = self.index(self.now)
            self.dataChanged.emit(where, where)

    def rowCount(self, _parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        return len(self.items)

    def words(self, row: int) -> str:
        """What is read for a row: for an answered item the wording that was answered."""
        if self.matter is None:
            return ""
        item = self.items[row]
        if item.given and item.kind is not ItemKind.ELEMENT:
            return readback.words_of(self.matter, item, item.given[-1].target)
        return readback.words(self.matter, item, self.labels(self.matter))

    def labels(self, matter: MatterDraft) -> dict[str, str]:
        """The names of the elements of a matter's category."""
        elements = self._profile.categories.elements(matter.category or "")
        return {element.code: element.label for element in elements}

    def remark(self, row: int) -> str:
        """The answer in words, with its reason."""
        item = self.items[row]
        if item.answer is None:
            return tr("new wording") if item.again else ""
        reason = item.given[-1].reason
        words = names.answer_word(item.answer)
        if not reason:
            return words
        entry = self._profile.reason(item.answer.value, reason)
        label = entry.text(self._language) if entry else reason
        return f"{words} · {label}"

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{self.words(index.row())} {self.remark(index.row())}".strip()
        return None


class ItemDelegate(QStyledItemDelegate):
    """Paints one item: sign or number, words, the answer in words."""

    def __init__(self, model: ItemsModel) -> None:
        super().__init__()
        self._model = model
        self._kept: dict[tuple[str, str, int], QTextLayout] = {}

    def _text_width(self, width: int) -> int:
        return max(60, width - look.current().px(48))

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        view = option.widget
        width = view.viewport().width() if isinstance(view, QListView) else 300
        height = self._laid_out(index.row(), option.font, width).boundingRect().height()
        extra = option.fontMetrics.height() if self._model.remark(index.row()) else 0
        return QSize(width, ceil(height) + extra + 18)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row, rect = index.row(), option.rect
        item = self._model.items[row]
        box = rect.adjusted(1, 2, -2, -2)
        if row == self._model.now:
            painter.setPen(QPen(look.color("accent"), 1.5))
            painter.setBrush(look.color("accent_soft"))
            painter.drawRoundedRect(box, 8, 8)
        self._paint_sign(painter, box, row, item)
        text = box.adjusted(look.current().px(36), 6, -8, -6)
        quiet = item.answer is Answer.NOT_READ
        painter.setPen(look.color("muted" if quiet else "text"))
        words = self._laid_out(row, option.font, rect.width())
        words.draw(painter, QPointF(text.topLeft()))
        remark = self._model.remark(row)
        if remark:
            token = LOOKS[item.answer][1] if item.answer else "accent_text"
            painter.setPen(look.color(token))
            painter.drawText(
                text, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft, remark
            )
        painter.restore()

    def _laid_out(self, row: int, font: QFont, width: int) -> QTextLayout:
        """The words of a row: an old wording struck out, what is being read large and marked."""
        made, now = QFont(font), row == self._model.now
        made.setStrikeOut(self._model.items[row].answer is Answer.CORRECTED)
        if now:
            made.setPointSizeF(font.pointSizeF() * _NOW_LARGER)
        words, inner = self._model.words(row), self._text_width(width)
        if now and self._model.said[1] > self._model.said[0]:
            return wrapped(words, made, inner, marks=[self._model.said])
        # A list asks for the height of a row a dozen times while it is shown.
        key = (words, made.key(), inner)
        if key not in self._kept:
            if len(self._kept) > _KEPT:
                self._kept.clear()
            self._kept[key] = wrapped(words, made, inner)
        return self._kept[key]

    def _paint_sign(self, painter: QPainter, box: QRect, row: int, item: Item) -> None:
        side = look.current().px(20)
        where = QRect(box.left() + 8, box.top() + 6, side, side)
        if item.answer is not None:
            picture, token = LOOKS[item.answer]
            icon(picture, token).paint(painter, where)
            return
        painter.setPen(QPen(look.color("muted"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(where)
        painter.drawText(where, Qt.AlignmentFlag.AlignCenter, str(row + 1))


class ReadbackList(QListView):
    """The items; Enter confirms, digits give reasons, ↓ and ↑ (or Backspace) only move."""

    confirm_wanted = Signal()
    moved = Signal(int)
    digit_typed = Signal(int)
    pace_wanted = Signal(int)  # 1: faster, -1: slower

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> Any:
        if query == Qt.InputMethodQuery.ImEnabled:
            return False
        return super().inputMethodQuery(query)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.confirm_wanted.emit()
        elif event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Up):
            self.moved.emit(-1)
        elif event.key() == Qt.Key.Key_Down:
            self.moved.emit(1)
        elif event.text() and event.text() in "+=-":
            self.pace_wanted.emit(-1 if event.text() == "-" else 1)
        elif event.text() and event.text() in "123456789":
            self.digit_typed.emit(int(event.text()))
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: Any) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
