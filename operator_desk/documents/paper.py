"""Lays out a form of ruled rows on A4 pages, for a PDF, a printer or a picture alike."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QImage,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QPen,
    QTextLayout,
    QTextOption,
)

DPI = 600
# The shipped one first: a paper looks the same on every machine. The others have rare signs.
FAMILIES = ("Noto Sans SC", "Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC",
            "WenQuanYi Micro Hei")  # fmt: skip
_PAGE_MM = (210.0, 297.0)
_SIDE_MM, _TOP_MM, _FOOT_MM = 20.0, 16.0, 15.0
_LEADING = 1.32  # line height to that of the font's own line, for Chinese


def mm(length: float) -> float:
    """Millimetres in units of the page."""
    return length * DPI / 25.4


CENTRE = Qt.AlignmentFlag.AlignHCenter
WIDTH = mm(_PAGE_MM[0] - 2 * _SIDE_MM)
_BOTTOM = mm(_PAGE_MM[1] - _FOOT_MM)
_PAD = (mm(2.0), mm(1.6))  # of a cell: at its sides, above and below


@dataclass(frozen=True, slots=True)
class Style:
    """How a text is set: size in points, weight, place in its cell."""

    points: float = 10.5
    bold: bool = False
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft
    muted: bool = False

    def font(self) -> QFont:
        """The font at the page's resolution."""
        font = QFont()
        font.setFamilies(list(FAMILIES))
        font.setPixelSize(round(self.points * DPI / 72))
        font.setBold(self.bold)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        return font


TEXT = Style()
STRONG = Style(bold=True)
LABEL = Style(points=10, bold=True, align=Qt.AlignmentFlag.AlignHCenter)
SMALL = Style(points=8.5, muted=True)


@dataclass(frozen=True, slots=True)
class Cell:
    """A text in a row; `share` of the page's width, `fill` for a tinted label."""

    text: str
    share: float
    style: Style = TEXT
    fill: bool = False
    top: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """Cells beside each other with rules around them; at least so many millimetres high.

    `whole`: goes to the next page rather than be parted. `with_next`: a heading, which goes to
    the next page with the row below it. `head`: the names of columns, said again on each page
    up to the next heading.
    """

    cells: tuple[Cell, ...]
    least_mm: float = 8.5
    whole: bool = False
    with_next: bool = False
    head: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A form: title over its first page, a running head over the others, feet below all.

    `foot` is at the left of every page, `page` says which it is (fields {n} and {of}).
    """

    title: str
    under: str
    running: str
    rows: tuple[Row, ...]
    foot: str
    page: str
    name: str


@dataclass(slots=True)
class _Page:
    texts: list[tuple[QTextLayout, int, QPointF, bool]] = field(default_factory=list)
    fills: list[QRectF] = field(default_factory=list)
    boxes: list[QRectF] = field(default_factory=list)
    rules: list[tuple[float, float]] = field(default_factory=list)  # y, width in mm


class _Set:
    """A text in lines of one width."""

    def __init__(self, text: str, style: Style, width: float) -> None:
        self.style, self.muted = style, style.muted
        font = style.font()
        self.height = QFontMetricsF(font).height() / 1.45 * _LEADING  # Noto's own line is wide
        self.layout = QTextLayout(_plain(text), font)
        option = QTextOption(style.align)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.layout.setTextOption(option)
        self.layout.beginLayout()
        while (line := self.layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, 0))
        self.layout.endLayout()
        self.count = self.layout.lineCount() if text else 0

    def put(self, page: _Page, x: float, y: float, first: int, count: int) -> None:
        """Puts some of the lines on a page."""
        for n in range(first, min(first + count, self.count)):
            lead = (self.height - self.layout.lineAt(n).height()) / 2
            at = QPointF(x, y + (n - first) * self.height + lead)
            page.texts.append((self.layout, n, at, self.muted))


def _plain(text: str) -> str:
    """A text without control characters; line ends as the layout knows them."""
    kept = "".join(" " if (ord(c) < 32 and c != "\n") or 127 <= ord(c) < 160 else c for c in text)
    return kept.replace("\n", "\u2028")


class Layout:
    """A form on its pages."""

    def __init__(self, form: Form) -> None:
        self.form = form
        self.pages: list[_Page] = []
        self._y = 0.0
        self._head: tuple[Row, list[_Set]] | None = None
        self._begin_page()
        kept = [(row, self._sets(row)) for row in form.rows]
        for at, (row, sets) in enumerate(kept):
            self._row(row, sets, self._below(kept[at : at + 40]))
        self._feet()

    # -- pages ---------------------------------------------------------------------------

    def _begin_page(self) -> None:
        page = _Page()
        self.pages.append(page)
        side, self._y = mm(_SIDE_MM), mm(_TOP_MM)
        if len(self.pages) == 1:
            centre = Qt.AlignmentFlag.AlignHCenter
            for text, style, gap in (
                (self.form.title, Style(20, True, centre), 1.5),
                (self.form.under, Style(10, False, centre), 2.0),
            ):
                made = _Set(text, style, WIDTH)
                made.put(page, side, self._y, 0, made.count)
                self._y += made.count * made.height + mm(gap)
            page.rules += [(self._y, 0.5), (self._y + mm(0.9), 0.18)]
            self._y += mm(4)
        else:
            made = _Set(self.form.running, Style(9, True), WIDTH)
            made.put(page, side, self._y, 0, made.count)
            self._y += made.count * made.height + mm(1)
            page.rules.append((self._y, 0.35))
            self._y += mm(3)
        if self._head is not None:
            row, sets = self._head
            height = max(self._least(row, sets), mm(row.least_mm))
            self._cells(row, sets, [0] * len(sets), [one.count for one in sets], height, _PAD)
            self._y += height

    def _feet(self) -> None:
        y = _BOTTOM + mm(3)
        for n, page in enumerate(self.pages, 1):
            words = self.form.page.format(n=n, of=len(self.pages))
            for text, align in (
                (self.form.foot, Qt.AlignmentFlag.AlignLeft),
                (words, Qt.AlignmentFlag.AlignRight),
            ):
                made = _Set(text, Style(8.5, False, align, True), WIDTH)
                made.put(page, mm(_SIDE_MM), y, 0, made.count)

    # -- rows ----------------------------------------------------------------------------

    def _sets(self, row: Row) -> list[_Set]:
        return [_Set(one.text, one.style, one.share * WIDTH - 2 * _PAD[0]) for one in row.cells]

    def _least(self, row: Row, sets: Sequence[_Set]) -> float:
        """The room that a row needs on a page to begin there."""
        wanted = max((one.count * one.height for one in sets), default=0.0) + 2 * _PAD[1]
        keep = row.whole or wanted <= mm(24)
        return max(wanted if keep else mm(14), mm(row.least_mm) if row.whole else 0)

    def _below(self, rows: Sequence[tuple[Row, list[_Set]]]) -> float:
        """The room for what must stand below the first of these rows; at most half a page."""
        room = 0.0
        for (row, _sets), (other, sets) in pairwise(rows):
            if not row.with_next:
                break
            room += max(self._least(other, sets), mm(other.least_mm))
        return min(room, _BOTTOM / 2)

    def _row(self, row: Row, sets: list[_Set], below: float) -> None:
        pad = _PAD
        done = [0] * len(sets)
        if row.with_next:
            self._head = None
        if self._least(row, sets) + below > _BOTTOM - self._y:
            self._begin_page()
        while True:
            room = _BOTTOM - self._y
            fits = [
                min(one.count - at, int((room - 2 * pad[1]) / one.height))
                for one, at in zip(sets, done, strict=True)
            ]
            over = any(at + fit < one.count for one, at, fit in zip(sets, done, fits, strict=True))
            used = max(fit * one.height for one, fit in zip(sets, fits, strict=True)) + 2 * pad[1]
            least = mm(row.least_mm) if not any(done) else 0.0
            height = room if over else min(room, max(used, least))
            self._cells(row, sets, done, fits, height, pad)
            self._y += height
            if not over:
                self._head = (row, sets) if row.head else self._head
                return
            # A cell that is done says its words again beside the rest of the others.
            done = [
                at + fit if at + fit < one.count else (0 if row.cells[n].fill else one.count)
                for n, (one, at, fit) in enumerate(zip(sets, done, fits, strict=True))
            ]
            self._begin_page()

    def _cells(
        self,
        row: Row,
        sets: Sequence[_Set],
        done: Sequence[int],
        fits: Sequence[int],
        height: float,
        pad: tuple[float, float],
    ) -> None:
        page, x = self.pages[-1], mm(_SIDE_MM)
        for cell, made, first, count in zip(row.cells, sets, done, fits, strict=True):
            width = cell.share * WIDTH
            box = QRectF(x, self._y, width, height)
            page.boxes.append(box)
            if cell.fill:
                page.fills.append(box)
            free = height - count * made.height
            y = self._y + (pad[1] if cell.top else max(pad[1], free / 2))
            made.put(page, x + pad[0], y, first, count)
            x += width

    # -- painting ------------------------------------------------------------------------

    def paint(self, painter: QPainter, number: int) -> None:
        """Paints a page (from 0) in units of 600 a inch, from the corner of the sheet."""
        page = self.pages[number]
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for box in page.fills:
            painter.fillRect(box, QColor("#F3F4F6"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(_pen(0.2))
        for box in page.boxes:
            painter.drawRect(box)
        for y, thick in page.rules:
            painter.setPen(_pen(thick))
            painter.drawLine(QPointF(mm(_SIDE_MM), y), QPointF(mm(_SIDE_MM) + WIDTH, y))
        for outline in _outlines(page.boxes):
            painter.setPen(_pen(0.45))
            painter.drawRect(outline)
        for layout, line, at, muted in page.texts:
            painter.setPen(QColor("#444444" if muted else "#000000"))
            layout.lineAt(line).draw(painter, at)


def _pen(thick_mm: float) -> QPen:
    pen = QPen(QColor("#000000"))
    pen.setWidthF(mm(thick_mm))
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    return pen


def _outlines(boxes: Iterable[QRectF]) -> list[QRectF]:
    whole = QRectF()
    for box in boxes:
        whole = whole.united(box)
    return [] if whole.isNull() else [whole]


def pdf(form: Form) -> bytes:
    """The form as a PDF file; the fonts are in it."""
    layout, out = Layout(form), QBuffer()
    out.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(out)
    writer.setPdfVersion(QPdfWriter.PdfVersion.PdfVersion_1_6)
    writer.setResolution(DPI)
    writer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4),
            QPageLayout.Orientation.Portrait,
            QMarginsF(0, 0, 0, 0),
        )
    )
    writer.setTitle(form.name)
    writer.setCreator("Operator Desk")
    print_on(layout, writer)
    return bytes(out.data().data())


def pictures(layout: Layout, dpi: int = 150) -> list[QImage]:
    """Every page as a picture."""
    wide, high = (round(side * dpi / 25.4) for side in _PAGE_MM)
    made = []
    for number in range(len(layout.pages)):
        image = QImage(wide, high, QImage.Format.Format_RGB32)
        image.fill(QColor("#FFFFFF"))
        painter = QPainter(image)
        painter.scale(dpi / DPI, dpi / DPI)
        layout.paint(painter, number)
        painter.end()
        made.append(image)
    return made


def print_on(layout: Layout, device: Any) -> None:
    """Prints every page on a paged device (a PDF, a printer), from the corner of the sheet.

    RuntimeError: the device cannot be printed on.
    """
    painter = QPainter()
    if not painter.begin(device):
        raise RuntimeError("the device does not take anything to print")
    try:
        scale = device.resolution() / DPI
        for number in range(len(layout.pages)):
            if number and not device.newPage():
                raise RuntimeError("the device does not take another page")
            painter.save()
            painter.scale(scale, scale)
            layout.paint(painter, number)
            painter.restore()
    finally:
        painter.end()
