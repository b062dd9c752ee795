"""The middle column while reading back: the items, the answer keys, the correction."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from operator_desk.domain import readback
from operator_desk.domain.draft import Item, MatterDraft
from operator_desk.domain.phase import Phase
from operator_desk.domain.profile import Profile
from operator_desk.domain.terms import Answer, ItemKind
from operator_desk.ui import names
from operator_desk.ui.call.desk import CallDesk
from operator_desk.ui.kit import look
from operator_desk.ui.kit.composing import ComposingText, flush_composition
from operator_desk.ui.kit.icons import icon
from operator_desk.ui.kit.labels import plain_label
from operator_desk.ui.kit.words import tr

AnyIndex = QModelIndex | QPersistentModelIndex
_LOOKS = {
    Answer.CONFIRMED: ("check", "ok"),
    Answer.CORRECTED: ("edit", "accent_text"),
    Answer.DECLINED: ("decline", "warn"),
    Answer.NOT_READ: ("skip", "muted"),
}
_WRAP = Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere


class ItemsModel(QAbstractListModel):
    """The items of the readback in hand, with their words and answers."""

    def __init__(self, profile: Profile, language: str) -> None:
        super().__init__()
        self._profile, self._language = profile, language
        self.matter: MatterDraft | None = None
        self.items: tuple[Item, ...] = ()

    def show_matter(self, matter: MatterDraft | None) -> None:
        """Another state of the matter."""
        self.beginResetModel()
        self.matter = matter
        run = matter.readback if matter else None
        self.items = run.items if run else ()
        self.endResetModel()

    def rowCount(self, _parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        return len(self.items)

    def words(self, row: int) -> str:
        """What is read for a row: for an answered item the wording that was answered."""
        if self.matter is None:
            return ""
        item = self.items[row]
        labels = {
            element.code: element.label
            for element in self._profile.categories.elements(self.matter.category or "")
        }
        if item.given and item.kind is not ItemKind.ELEMENT:
            return readback.words_of(self.matter, item, item.given[-1].target)
        return readback.words(self.matter, item, labels)

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


class _ItemDelegate(QStyledItemDelegate):
    def __init__(self, model: ItemsModel) -> None:
        super().__init__()
        self._model = model

    def _text_width(self, width: int) -> int:
        return max(60, width - look.current().px(48))

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        view = option.widget
        width = view.viewport().width() if isinstance(view, QListView) else 300
        metrics = option.fontMetrics
        words = self._model.words(index.row())
        box = metrics.boundingRect(QRect(0, 0, self._text_width(width), 10_000), _WRAP, words)
        extra = metrics.height() if self._model.remark(index.row()) else 0
        return QSize(width, box.height() + extra + 18)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row, rect = index.row(), option.rect
        item = self._model.items[row]
        run = self._model.matter.readback if self._model.matter else None
        now = run is not None and run.current == row
        box = rect.adjusted(1, 2, -2, -2)
        if now:
            painter.setPen(QPen(look.color("accent"), 1.5))
            painter.setBrush(look.color("accent_soft"))
            painter.drawRoundedRect(box, 8, 8)
        self._paint_sign(painter, box, row, item)
        text = box.adjusted(look.current().px(36), 6, -8, -6)
        quiet = item.answer is Answer.NOT_READ
        painter.setPen(look.color("muted" if quiet else "text"))
        painter.setFont(_struck(painter.font(), item.answer is Answer.CORRECTED))
        painter.drawText(text, _WRAP, self._model.words(row))
        painter.setFont(_struck(painter.font(), False))
        remark = self._model.remark(row)
        if remark:
            token = _LOOKS[item.answer][1] if item.answer else "accent_text"
            painter.setPen(look.color(token))
            painter.drawText(
                text, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft, remark
            )
        painter.restore()

    def _paint_sign(self, painter: QPainter, box: QRect, row: int, item: Item) -> None:
        side = look.current().px(20)
        where = QRect(box.left() + 8, box.top() + 6, side, side)
        if item.answer is not None:
            picture, token = _LOOKS[item.answer]
            icon(picture, token).paint(painter, where)
            return
        painter.setPen(QPen(look.color("muted"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(where)
        painter.drawText(where, Qt.AlignmentFlag.AlignCenter, str(row + 1))


def _struck(font: QFont, on: bool) -> QFont:
    """The font of an old wording: struck out, as on paper."""
    made = QFont(font)
    made.setStrikeOut(on)
    return made


class ReadbackList(QListView):
    """The items; Enter confirms, digits give reasons, ↓ and ↑ (or Backspace) only move."""

    confirm_wanted = Signal()
    moved = Signal(int)
    digit_typed = Signal(int)

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
        elif event.text() and event.text() in "123456789":
            self.digit_typed.emit(int(event.text()))
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: Any) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


class _Correction(ComposingText):
    accepted = Signal()
    cancelled = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.accepted.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)


class ReadbackPane(QWidget):
    """Shows the readback of the matter in hand and takes the caller's answers."""

    scope_shown = Signal(str)

    def __init__(self, desk: CallDesk, profile: Profile, language: str) -> None:
        super().__init__()
        self._desk, self._profile, self._language = desk, profile, language
        self._asking: Answer | None = None
        self._before = ""
        self._model = ItemsModel(profile, language)
        self.list = ReadbackList()
        self.list.setProperty("role", "bare")
        self.list.setAccessibleName(tr("Items of the readback"))
        self.list.setModel(self._model)
        self.list.setItemDelegate(_ItemDelegate(self._model))
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.list.clicked.connect(lambda index: self._clicked(index.row()))
        self.list.confirm_wanted.connect(self.confirm)
        self.list.moved.connect(desk.move)
        self.list.digit_typed.connect(self._digit)
        self._reasons = plain_label(role="say", wrap=True)
        self._edit_label = plain_label(tr("New wording: Enter or F5 accepts"), "field")
        self._edit = _Correction()
        self._edit.setAccessibleName(tr("New wording"))
        self._edit.setFixedHeight(look.current().px(84))
        self._edit.accepted.connect(self.confirm)
        self._edit.cancelled.connect(self._stop_correcting)
        self._state = plain_label(role="muted", wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for widget in (self._edit_label, self._edit, self._reasons):
            widget.hide()
        layout.addWidget(self.list, 1)
        for widget in (self._edit_label, self._edit, self._reasons, self._state):
            layout.addWidget(widget)
        desk.changed.connect(self.refresh)

    @property
    def correcting(self) -> bool:
        """Whether a new wording is being typed."""
        return not self._edit.isHidden()

    def refresh(self) -> None:
        """Shows the readback as it stands."""
        matter = self._desk.matter
        self._model.show_matter(matter)
        run = matter.readback if matter else None
        if matter is None or run is None:
            self._state.setText("")
            return
        done = sum(item.answer is not None for item in run.items)
        self._show_current()
        left = len(run.items) - done
        words = (
            tr("{left} items left · {scope}", left=left, scope=names.scope_word(run.scope))
            if left
            else tr("All items have an answer. Shift+F6 seals, F11 registers.")
        )
        self._state.setText(words)
        if self._desk.phase is Phase.READBACK:
            self.scope_shown.emit(f"{done} / {len(run.items)}")

    def _show_current(self) -> None:
        run = self._model.matter.readback if self._model.matter else None
        if run is not None and run.current < len(run.items):
            self.list.scrollTo(self._model.index(run.current))

    # -- keys ----------------------------------------------------------------------------

    def confirm(self) -> None:
        """Confirms the item; accepts the new wording while one is being typed."""
        if self.correcting:
            flush_composition()
            words = " ".join(self._edit.toPlainText().split())
            self._stop_correcting()
            if words != self._before:
                self._desk.correct(words)
            return
        self._ask(None)
        self._desk.answer(Answer.CONFIRMED)

    def correct(self) -> None:
        """Opens the new wording of the item being read."""
        matter = self._desk.matter
        if self.correcting:
            self.confirm()
            return
        item = readback.current(matter) if matter else None
        if matter is None or item is None:
            return
        self._ask(None)
        words = readback.words(matter, item)
        if item.kind is ItemKind.ELEMENT:
            words = dict(matter.elements).get(item.element or "", "")
        self._before = words
        self._edit.setPlainText(words)
        self._edit_label.show()
        self._edit.show()
        self._edit.setFocus()
        self._edit.selectAll()

    def finish_correction(self) -> None:
        """Takes a new wording that is half typed, before the keys go elsewhere."""
        if self.correcting:
            self.confirm()

    def forget_correction(self) -> None:
        """Another matter or call is in hand: the field of the new wording is put away."""
        self._edit.hide()
        self._edit_label.hide()
        self._ask(None)

    def _clicked(self, row: int) -> None:
        self.finish_correction()
        self._desk.go_to_item(row)

    def _stop_correcting(self) -> None:
        self._edit.hide()
        self._edit_label.hide()
        self.list.setFocus()

    def ask_reason(self, answer: Answer) -> None:
        """Asks for the reason of *declined* or *not read*; the key again takes the first."""
        if self._asking is answer:
            self._digit(int(self._entries(answer)[0].digit))
            return
        flush_composition()
        self._ask(answer)
        self.list.setFocus()

    def _entries(self, answer: Answer) -> list[Any]:
        entries = self._profile.reasons.get(answer.value, ())
        return [entry for entry in entries if not entry.automatic]

    def _ask(self, answer: Answer | None) -> None:
        self._asking = answer
        if answer is None:
            self._reasons.hide()
            return
        rows = [f"{entry.digit} {entry.text(self._language)}" for entry in self._entries(answer)]
        title = tr("Why {answer}? A digit chooses:", answer=names.answer_word(answer))
        # Beside each other: one below the other they would push the item out of sight.
        self._reasons.setText(f"{title}\n{'　'.join(rows)}")
        self._reasons.show()
        QTimer.singleShot(0, self, self._show_current)

    def _digit(self, digit: int) -> None:
        if self._asking is None:
            self._desk.go_to_item(digit - 1)
            return
        answer = self._asking
        for entry in self._entries(answer):
            if entry.digit == str(digit):
                self._ask(None)
                self._desk.answer(answer, entry.code)
                return
