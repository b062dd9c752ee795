"""Own pictures from SVG files, coloured by token."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRect, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPaintEvent, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

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
    for size in (16, 20, 24, 32, 48, 64):
        pixmap = QPixmap(size, size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        renderer.render(painter)
        painter.end()
        made.addPixmap(pixmap)
    return made


class Picture(QWidget):
    """A picture beside a text; follows theme and font scale by itself."""

    def __init__(self, name: str, token: str = "accent_text", side: int = 20) -> None:
        super().__init__()
        self._name, self._token, self._side = name, token, side
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_picture(self, name: str, token: str = "") -> None:
        """Another picture, in its colour or another one."""
        self._name, self._token = name, token or self._token
        self.update()

    def sizeHint(self) -> QSize:
        side = look.current().px(self._side)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        side = self.sizeHint().width()
        where = QRect((self.width() - side) // 2, (self.height() - side) // 2, side, side)
        icon(self._name, self._token).paint(QPainter(self), where)


def dress(button: QAbstractButton, name: str, token: str = "text", side: int = 16) -> None:
    """Puts a picture on a button; `dress_again` lets it follow theme and font scale."""
    button.setProperty("picture", (name, token, side))
    length = look.current().px(side)
    button.setIcon(icon(name, token))
    button.setIconSize(QSize(length, length))


def dress_again(root: QWidget) -> None:
    """Puts the pictures of all buttons below a widget on anew, after the look has changed."""
    for button in root.findChildren(QAbstractButton):
        worn = button.property("picture")
        if worn:
            dress(button, *worn)
    for picture in root.findChildren(Picture):
        picture.updateGeometry()
