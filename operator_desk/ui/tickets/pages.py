"""What views of papers share: a page on the screen, and the way to a printer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Protocol

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPageSize, QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from operator_desk.ui.kit import look
from operator_desk.ui.kit.labels import clear
from operator_desk.ui.kit.words import tr

_MARGIN = 0.065  # of a page's width: white that the screen has no room for
Ready = Callable[[Any], None]


class Printing(Protocol):
    """Asks for a printer beside the window; `ready` gets it when the person has chosen one."""

    def ask(self, parent: QWidget, name: str, ready: Ready) -> None: ...


class DialogPrinting:
    """The system's print dialog; nothing waits for it."""

    def ask(self, parent: QWidget, name: str, ready: Ready) -> None:
        """Shows the dialog."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # 15 ms, and few print

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(name)
        printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        printer.setFullPage(True)
        dialog = QPrintDialog(printer, parent)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setModal(False)
        dialog.accepted.connect(lambda: ready(printer))
        dialog.show()


class PageView(QWidget):
    """A page as wide as there is room."""

    def __init__(self, page: QImage, n: int, of: int) -> None:
        super().__init__()
        self.setAccessibleName(tr("Page {n} of {of}", n=n, of=of))
        side = round(page.width() * _MARGIN)
        self._page = page.copy(side, side, page.width() - 2 * side, page.height() - 2 * side)
        self.setMinimumWidth(look.current().px(200))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        width = look.current().px(400)
        return QSize(width, self.heightForWidth(width))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(width * self._page.height() / self._page.width())

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        high = self.heightForWidth(self.width())
        painter.drawImage(QRectF(0, 0, self.width(), high), self._page)


class PaperPages(QScrollArea):
    """A paper as it will look, its pages below each other, with what is to be read before them."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(name)
        host = QWidget()
        host.setObjectName("inner")
        self._rows = QVBoxLayout(host)
        self._rows.setContentsMargins(0, 0, 8, 0)
        self.setWidget(host)

    def clear(self) -> None:
        """Takes everything away."""
        clear(self._rows)

    def show_pages(self, pages: Sequence[QImage], above: Iterable[QWidget] = ()) -> None:
        """The pages of another paper."""
        self.clear()
        for widget in above:
            self._rows.addWidget(widget)
        for n, page in enumerate(pages, 1):
            self._rows.addWidget(PageView(page, n, len(pages)))
        self._rows.addStretch(1)
