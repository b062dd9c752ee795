"""Whether a text is in force, as a shape and a word: nothing is said by colour alone."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter

from operator_desk.domain.article import Validity
from operator_desk.ui.kit import look
from operator_desk.ui.kit.icons import icon

# The picture and the colour of each.
BADGES = {
    Validity.VALID: ("valid", "ok"),
    Validity.REPEALED: ("repealed", "danger"),
    Validity.NOT_YET: ("clock", "warn"),
}


def paint_badge(painter: QPainter, where: QRectF, validity: Validity, words: str) -> float:
    """Paints shape and words at the left of a line; how much room they took."""
    picture, token = BADGES[validity]
    side = min(int(where.height()), look.current().px(15))
    top = int(where.top() + (where.height() - side) / 2)
    icon(picture, token).paint(painter, QRect(int(where.left()), top, side, side))
    text = where.adjusted(side + 4, 0, 0, 0)
    metrics = painter.fontMetrics()
    shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, max(0, int(text.width())))
    painter.setPen(look.color(token))
    painter.drawText(text, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
    return side + 4 + metrics.horizontalAdvance(shown) + 10.0
