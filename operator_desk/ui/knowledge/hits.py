"""The list of hits: numbered rows with found words marked; repealed ones say so."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QFont, QHideEvent, QKeyEvent, QPainter, QPaintEvent, QPen, QTextLayout
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from operator_desk.domain.article import Validity
from operator_desk.domain.knowledge import Hit
from operator_desk.domain.times import now
from operator_desk.ui import names
from operator_desk.ui.kit import look
from operator_desk.ui.kit.words import tr
from operator_desk.ui.kit.wrapped import wrapped
from operator_desk.ui.knowledge.badge import paint_badge
from operator_desk.ui.knowledge.painted import Painted
from operator_desk.ui.knowledge.phones import AGAIN_MS, number_words

AnyIndex = QModelIndex | QPersistentModelIndex
_KEPT = 64  # hits whose words stay laid out


class HitsModel(QAbstractListModel):
    """The hits of the last answer."""

    def __init__(self) -> None:
        super().__init__()
        self.hits: tuple[Hit, ...] = ()
        self.told: frozenset[str] = frozenset()
        self.stars: frozenset[str] = frozenset()
        self._numbers: dict[str, tuple[str, str]] = {}  # by key: what to say, who answers there
        self._clock: Callable[[], datetime] = now
        self._zone = ZoneInfo("UTC")

    def follow(self, clock: Callable[[], datetime], zone: str) -> None:
        """The clock and the hotline's time zone by which "now open" goes."""
        self._clock, self._zone = clock, ZoneInfo(zone)

    def set_hits(self, hits: Sequence[Hit]) -> None:
        """Another answer; nothing moves when its rows show nothing new."""
        if list(map(_shown, hits)) == list(map(_shown, self.hits)):
            return
        self.beginResetModel()
        self.hits = tuple(hits)
        self._numbers = self._numbers_now()
        self.endResetModel()

    def look_again(self) -> None:
        """Time has passed: perhaps another number answers."""
        found = self._numbers_now()
        if found != self._numbers:
            self._numbers = found
            self._mark_again()

    def _numbers_now(self) -> dict[str, tuple[str, str]]:
        timed = [hit for hit in self.hits if hit.numbers and hit.validity is Validity.VALID]
        if not timed:
            return {}
        at = self._clock()
        return {hit.key: number_words(hit.numbers, at, self._zone) for hit in timed}

    def number(self, hit: Hit) -> tuple[str, str]:
        """The number of a contact that is said now, and until or from when; "" where unknown."""
        return self._numbers.get(hit.key, (hit.phone, ""))

    def set_told(self, keys: frozenset[str]) -> None:
        """Which articles were told in the matter in hand."""
        if keys != self.told:
            self.told = keys
            self._mark_again()

    def set_stars(self, keys: frozenset[str]) -> None:
        """Which articles are favourites."""
        if keys != self.stars:
            self.stars = keys
            self._mark_again()

    def _mark_again(self) -> None:
        if self.hits:
            self.dataChanged.emit(self.index(0), self.index(len(self.hits) - 1))

    def rowCount(self, _parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        return len(self.hits)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        hit = self.hits[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            words = (hit.title, names.validity_word(hit.validity), *self.number(hit), hit.snippet)
            return " ".join((str(index.row() + 1), *filter(None, words)))
        return None


def _shown(hit: Hit) -> Hit:
    return replace(hit, score=0.0)


@dataclass(frozen=True, slots=True)
class _Words:
    """Title and snippet of a hit, laid out."""

    title: QTextLayout
    snippet: QTextLayout | None

    @property
    def height(self) -> float:
        """Of both, in pixels."""
        snippet = self.snippet.boundingRect().height() if self.snippet else 0.0
        return self.title.boundingRect().height() + snippet


class HitDelegate(QStyledItemDelegate):
    """Paints one hit: number, title, snippet, chips."""

    def __init__(self, model: HitsModel) -> None:
        super().__init__()
        self._model = model
        # Asked for twice by the layout and once by the paint, and most hits stay for a while.
        self._laid_out: dict[tuple[object, ...], _Words] = {}

    def _words(self, hit: Hit, font: QFont, inner: int) -> _Words:
        """What is written, in a width; the same until hit, width, font or theme is another."""
        shown = (hit.title, hit.title_marks, hit.snippet, hit.snippet_marks)
        key = (*shown, inner, font.key(), look.current())
        if key not in self._laid_out:
            if len(self._laid_out) >= _KEPT:
                self._laid_out.clear()
            bold = QFont(font)
            bold.setBold(True)
            title = wrapped(hit.title, bold, inner, 2, hit.title_marks)
            marks = hit.snippet_marks
            snippet = wrapped(hit.snippet, font, inner, 2, marks) if hit.snippet else None
            self._laid_out[key] = _Words(title, snippet)
        return self._laid_out[key]

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        view = option.widget
        width = view.viewport().width() if isinstance(view, QListView) else 300
        inner = width - look.current().px(44)
        words = self._words(self._model.hits[index.row()], option.font, inner)
        return QSize(width, int(words.height + option.fontMetrics.height() + 24))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        hit, rect = self._model.hits[index.row()], option.rect
        view = option.widget
        chosen = isinstance(view, QListView) and view.currentIndex() == index
        box = QRectF(rect.adjusted(1, 3, -2, -3))
        painter.setPen(QPen(look.color("accent" if chosen else "border"), 1.4 if chosen else 1))
        painter.setBrush(look.color("accent_soft" if chosen else "surface"))
        painter.drawRoundedRect(box, 8, 8)
        self._paint_number(painter, rect, index.row())
        self._paint_words(painter, option, hit, rect)
        painter.restore()

    def _paint_number(self, painter: QPainter, rect: QRect, row: int) -> None:
        side = look.current().px(20)
        where = QRectF(rect.left() + 9, rect.top() + 11, side, side)
        painter.setPen(QPen(look.color("border")))
        painter.setBrush(look.color("surface2"))
        painter.drawRoundedRect(where, 5, 5)
        painter.setPen(look.color("muted"))
        painter.drawText(where, Qt.AlignmentFlag.AlignCenter, str(row + 1) if row < 9 else "·")

    def _paint_words(
        self, painter: QPainter, option: QStyleOptionViewItem, hit: Hit, rect: QRect
    ) -> None:
        left, inner = rect.left() + look.current().px(36), rect.width() - look.current().px(44)
        words, y = self._words(hit, option.font, inner), float(rect.top() + 10)
        painter.setPen(look.color("muted" if hit.validity is not Validity.VALID else "text"))
        words.title.draw(painter, QPointF(left, y))
        y += words.title.boundingRect().height() + 2
        painter.setPen(look.color("muted"))
        if words.snippet is not None:
            words.snippet.draw(painter, QPointF(left, y))
            y += words.snippet.boundingRect().height() + 3
        line = QRectF(left, y, inner, option.fontMetrics.height())
        self._paint_foot(painter, hit, line)

    def _paint_foot(self, painter: QPainter, hit: Hit, line: QRectF) -> None:
        number, state = self._model.number(hit)
        parts = [
            number or names.article_word(hit.kind),
            tr("formerly {numbers}", numbers=hit.formerly) if hit.formerly else "",
            tr("long not confirmed") if hit.stale else "",
            state,
            hit.region,
            hit.version_date,
        ]
        x = line.left()
        if hit.key in self._model.stars:
            x += _draw(painter, line, "★", "accent_text")
        words = names.validity_word(hit.validity)
        if hit.successor and hit.validity is not Validity.VALID:
            successor = hit.successor.replace("#", " ")
            words = tr("{state} → {successor}", state=words, successor=successor)
        room = QRectF(x, line.top(), line.right() - x, line.height())
        x += paint_badge(painter, room, hit.validity, words)
        if hit.key in self._model.told and hit.validity is Validity.VALID:
            room = QRectF(x, line.top(), line.right() - x, line.height())
            x += _draw(painter, room, tr("told"), "ok")
        rest = QRectF(x, line.top(), max(0.0, line.right() - x), line.height())
        _draw(painter, rest, " · ".join(filter(None, parts)), "muted")


def _draw(painter: QPainter, where: QRectF, words: str, token: str) -> float:
    painter.setPen(look.color(token))
    metrics = painter.fontMetrics()
    shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, int(where.width()))
    painter.drawText(where, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
    return metrics.horizontalAdvance(shown) + 10.0


class HitList(QListView):
    """Enter or a digit opens a hit; Esc goes back to where the cursor was."""

    opened = Signal(object)
    left = Signal()
    stepped = Signal(int)  # another kind of articles: the one before, the next

    def __init__(self) -> None:
        super().__init__()
        self.hits, self._painted = HitsModel(), Painted()
        self.setProperty("role", "bare")
        self.setAccessibleName(tr("Hits"))
        self.setModel(self.hits)
        self.setItemDelegate(HitDelegate(self.hits))
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(lambda index: self.open_row(index.row()))
        self._again = QTimer(self, interval=AGAIN_MS)
        self._again.timeout.connect(self.hits.look_again)
        self._again.start()

    def follow(self, clock: Callable[[], datetime], zone: str) -> None:
        """The clock and the hotline's time zone by which "now open" goes."""
        self.hits.follow(clock, zone)

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> Any:
        if query == Qt.InputMethodQuery.ImEnabled:
            return False
        return super().inputMethodQuery(query)

    def open_row(self, row: int) -> None:
        """Opens the hit at a place of the last answer."""
        if 0 <= row < len(self.hits.hits):
            self.setCurrentIndex(self.hits.index(row))
            self.opened.emit(self.hits.hits[row])

    def meant(self, row: int) -> Hit | None:
        """The hit that a number means: what was painted there when somebody looked."""
        return self._painted.meant(row, self.hits.hits)

    def open_number(self, row: int) -> None:
        """Opens the hit that the number of a row (from 0) means."""
        hit = self.meant(row)
        if hit is not None:
            if row < len(self.hits.hits) and self.hits.hits[row] is hit:
                self.setCurrentIndex(self.hits.index(row))
            self.opened.emit(hit)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self._painted.painted(self.hits.hits)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._painted.hidden()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open_row(self.currentIndex().row())
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.text() and event.text() in "123456789":
            self.open_number(int(event.text()) - 1)
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.stepped.emit(1 if event.key() == Qt.Key.Key_Right else -1)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: Any) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
