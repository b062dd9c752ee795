"""What views of papers share: a page on the screen, and the way to a printer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, Protocol

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPageSize, QPainter, QPaintEvent
from PySide6.QtWidgets import QLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from operator_desk.lanes import Lanes
from operator_desk.ui.kit import look
from operator_desk.ui.kit.files import put_file
from operator_desk.ui.kit.labels import clear, plain_label, restyle
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


class PaperView(QWidget):
    """A paper before it goes out: its name, what is said of it, its pages; `closed`: Esc."""

    failed = Signal(object)
    closed = Signal()

    def __init__(self, name: str, lanes: Lanes, printing: Printing | None) -> None:
        super().__init__()
        self._lanes, self._printing = lanes, printing or DialogPrinting()
        self._title = plain_label(role="number", wrap=True)
        self._said = plain_label(role="muted", wrap=True)
        self.area = PaperPages(name)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._title)
        layout.addWidget(self._said)
        layout.addWidget(self.area, 1)
        layout.addLayout(self._buttons())

    def _buttons(self) -> QLayout:
        """What can be done with it."""
        raise NotImplementedError

    def _put(self, path: Path, made: Callable[[], bytes]) -> None:
        """Makes the PDF and writes it into a file."""
        self._lanes.read.submit(
            lambda: put_file(path, made()),
            lambda _none: self._tell(tr("Saved: {path}", path=path), "ok"),
            self.failed.emit,
        )

    def _tell(self, words: str, role: str) -> None:
        restyle(self._said, "role", role)
        self._said.setText(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


def pdf_path(path: Path) -> Path:
    """A file that was named, with its ending."""
    return path if path.suffix.lower() == ".pdf" else Path(f"{path}.pdf")
