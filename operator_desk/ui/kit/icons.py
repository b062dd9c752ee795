"""Own pictures from SVG files, coloured by token."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from operator_desk.ui.kit import look


class _Where:
    folder = Path()


def load(folder: Path) -> None:
    """Says where the pictures lie."""
    _Where.folder = folder


def icon(name: str, token: str = "text") -> QIcon:
    """A picture in a colour of the theme in use; an empty one when the file is not there."""
    return _icon(name, look.current().tokens[token])


@cache
def _icon(name: str, colour: str) -> QIcon:
    path = _Where.folder / f"{name}.svg"
    if not path.exists():
        return QIcon()
    drawing = path.read_text(encoding="utf-8").replace("currentColor", colour)
    renderer = QSvgRenderer(QByteArray(drawing.encode()))
    made = QIcon()
    for size in (16, 20, 24, 32, 48):
        pixmap = QPixmap(size, size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        renderer.render(painter)
        painter.end()
        made.addPixmap(pixmap)
    return made
