"""A line in which a proposal stands until it is taken: seen, and never filled in by itself."""

from __future__ import annotations

import html
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QStyle, QStyleOptionFrame

from operator_desk.domain.numbers import masked
from operator_desk.ui.kit import look
from operator_desk.ui.kit.composing import ComposingLine
from operator_desk.ui.kit.labels import restyle
from operator_desk.ui.kit.number_line import CallerLine
from operator_desk.ui.kit.words import tr

KEY = "↓"  # as in the summary: no engine wants it while nothing is composed
_GAP, _ROUND = 6, 5


@dataclass(frozen=True, slots=True)
class Offer:
    """Words that may be taken, where they come from (the first of `remarks` that there is room
    for), and the reason in full.
    """

    text: str
    remarks: tuple[str, ...]
    reason: str


class _Proposing:
    """Mixed into a line edit: ↓ takes what is offered in the empty field, again the next one.

    `over`: what stands in the field is a preset that nobody typed; then the offer stands behind it.
    """

    _offers: tuple[Offer, ...] = ()
    _over = False
    _taken = ""
    _ask = ""
    _tip = ""

    def propose(self: Any, offers: Sequence[Offer], *, over: bool = False) -> None:
        """What is offered from now on; what stands in the field stays as it is."""
        offers = tuple(offers)
        if (offers, over) == (self._offers, self._over):
            return
        self._offers, self._over = offers, over
        if not offers:
            self._taken = ""
        QLineEdit.setPlaceholderText(self, "" if offers else self._ask)
        self._tell()
        self.update()

    @property
    def offered(self: Any) -> Offer | None:
        """What ↓ would take now; None: nothing is offered, or the field has words of its own."""
        if not self._offers or self.composing:
            return None
        text = self.text()
        if text and text == self._taken:  # taken and not changed since: the one after it
            texts = [one.text for one in self._offers]
            at = texts.index(text) + 1 if text in texts else 0
            return self._offers[at % len(texts)] if len(texts) > 1 or at == 0 else None
        return self._offers[0] if not text or self._over else None

    @property
    def shows_offer(self) -> bool:
        """Whether the offer stands in the field to be seen."""
        return self._shown() is not None

    def _shown(self: Any) -> Offer | None:
        if self.text() and not self._over:
            return None
        offer: Offer | None = self.offered
        return offer

    def setPlaceholderText(self: Any, text: str) -> None:
        self._ask = text
        QLineEdit.setPlaceholderText(self, "" if self._offers else text)

    def setToolTip(self: Any, text: str) -> None:
        self._tip = text
        self._tell()

    def _tell(self: Any) -> None:
        """Says the offer to whoever cannot see it whole."""
        offer = self._shown()
        words = ""
        if offer is not None:
            words = tr(
                "Proposed, {key} takes it: {words}. {reason}",
                key=KEY,
                words=self._seen(offer),
                reason=offer.reason,
            )
        self.setAccessibleDescription(words)
        # What a caller said is no markup.
        lines = [html.escape(one) for one in (self._tip, words) if one]
        QLineEdit.setToolTip(self, f"<p>{'<br>'.join(lines)}</p>" if words else self._tip)
        restyle(self, "proposed", offer is not None and not self.text())

    def _seen(self, offer: Offer) -> str:
        return offer.text

    def keyPressEvent(self: Any, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and not event.modifiers() & _CHORD:
            self._take()
            return
        super().keyPressEvent(event)  # type: ignore[misc]

    def _take(self: Any) -> None:
        offer = self.offered
        if offer is None:
            return
        self.selectAll()
        self.insert(offer.text)  # so that Ctrl+Z takes it back
        self._taken = offer.text
        self.textEdited.emit(offer.text)
        self._tell()

    def paintEvent(self: Any, event: QPaintEvent) -> None:
        super().paintEvent(event)  # type: ignore[misc]
        offer = self._shown()
        if offer is not None:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint(painter, self._inside(), offer)

    def _inside(self: Any) -> QRect:
        """The room for the offer: the whole field, or what the preset leaves of it."""
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        inside: QRect = self.style().subElementRect(
            QStyle.SubElement.SE_LineEditContents, option, self
        )
        left = self.fontMetrics().horizontalAdvance(self.text()) + 2 * _GAP if self.text() else 3
        return inside.adjusted(left, 0, 0, 0)

    def _paint(self: Any, painter: QPainter, room: QRect, offer: Offer) -> None:
        metrics = self.fontMetrics()
        height = metrics.height() + 2
        top = room.center().y() - height // 2 + 1
        key_width = metrics.horizontalAdvance(KEY) + 2 * _GAP
        key = QRect(room.right() - key_width, top, key_width, height)
        room_for = key.left() - room.left() - 2 * _GAP
        wanted = metrics.horizontalAdvance(self._seen(offer))
        remarks = [f"← {one}" for one in offer.remarks]
        # What would stand in the field comes before where it was said.
        remark = next(
            (one for one in remarks if wanted + metrics.horizontalAdvance(one) + _GAP <= room_for),
            "",
        )
        words = metrics.elidedText(self._seen(offer), Qt.TextElideMode.ElideRight, room_for)
        chip = QRect(room.left(), top, metrics.horizontalAdvance(words) + 2 * _GAP, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color("accent_soft"))
        painter.drawRoundedRect(QRectF(chip), _ROUND, _ROUND)
        painter.setPen(look.color("accent_text"))
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, words)
        painter.setPen(look.color("muted"))
        beside = QRect(chip.right() + _GAP, top, key.left() - chip.right() - _GAP, height)
        painter.drawText(beside, Qt.AlignmentFlag.AlignVCenter, remark)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(key).adjusted(0.5, 0.5, -0.5, -0.5), _ROUND, _ROUND)
        painter.drawText(key, Qt.AlignmentFlag.AlignCenter, KEY)


_CHORD = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.ShiftModifier
)


class ProposingLine(_Proposing, ComposingLine):
    """A line of words with an offer in it."""

    def __init__(self) -> None:
        super().__init__()
        self.textChanged.connect(self._tell)


class ProposingCallerLine(_Proposing, CallerLine):
    """A caller's number with an offer in it; masked as the number is."""

    def __init__(self) -> None:
        super().__init__()
        self.textChanged.connect(self._tell)

    def _seen(self, offer: Offer) -> str:
        return masked(offer.text) if self._hidden and not self.hasFocus() else offer.text
