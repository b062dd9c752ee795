"""The text of an article: limited Markdown or the plain lines of a law, with links in it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QEvent, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import (
    QFont,
    QImage,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QTextBrowser

from operator_desk.domain.references import references
from operator_desk.ui.kit import look
from operator_desk.ui.kit.words import tr

_SHOWN_NUMBERS = 9  # links that a digit opens


class SafeBrowser(QTextBrowser):
    """Shows limited Markdown; loads nothing, follows nothing, knows no HTML.

    Names of articles that `set_links` knows become links, each with its digit behind it.
    """

    link_wanted = Signal(int)  # the place of the link

    def __init__(self) -> None:
        super().__init__()
        self._links: Mapping[str, int] = {}
        self._law = ""
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName(tr("Text of the article"))
        self.anchorClicked.connect(self._clicked)

    def loadResource(self, _kind: int, _name: QUrl | str) -> Any:
        # None would let Qt load the file all the same; an empty picture does not.
        return QImage()

    def set_links(self, links: Mapping[str, int], law: str = "") -> None:
        """Names with the place of the link they lead to; `law` is the one the text belongs to."""
        self._links, self._law = links, law

    def show_markdown(self, text: str) -> None:
        """Puts an article's body in."""
        features = (
            QTextDocument.MarkdownFeature.MarkdownDialectCommonMark
            | QTextDocument.MarkdownFeature.MarkdownNoHTML
        )
        self.document().setMarkdown(text, features)
        self._show()

    def show_law(self, text: str) -> None:
        """Puts the text of a law in: every line a paragraph that begins two characters in."""
        self.document().setPlainText("\n".join(line.strip() for line in text.splitlines()))
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        paragraph = QTextBlockFormat()
        paragraph.setTextIndent(2.0 * self.fontMetrics().horizontalAdvance("条"))
        paragraph.setBottomMargin(look.current().px(5))
        paragraph.setLineHeight(130, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor.setBlockFormat(paragraph)
        self._show()

    def _show(self) -> None:
        self._mark_links()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.fit()

    def fit(self) -> None:
        """As high as its text: the whole article scrolls, not a window in it."""
        frame = self.height() - self.viewport().height()
        self.setFixedHeight(int(self.document().size().height()) + max(frame, 12) + 2)

    # -- links ---------------------------------------------------------------------------

    def _mark_links(self) -> None:
        """From the end on, so that a digit that is put in moves no place still to be marked."""
        block = self.document().lastBlock()
        while block.isValid():
            places = [
                (block.position() + one.start, block.position() + one.end, self._links[name])
                for one in references(block.text(), self._law)
                for name in one.names[:1]
                if name in self._links
            ]
            places += self._anchors(block)
            for start, end, link in sorted(set(places), reverse=True):
                self._mark(start, end, link)
            block = block.previous()

    def _anchors(self, block: Any) -> list[tuple[int, int, int]]:
        """Links that the text itself has; what they lead to elsewhere is nothing to click."""
        found = []
        part = block.begin()
        while not part.atEnd():
            fragment = part.fragment()
            form = fragment.charFormat()
            if form.isAnchor():
                start, end = fragment.position(), fragment.position() + fragment.length()
                if form.anchorHref() in self._links:
                    found.append((start, end, self._links[form.anchorHref()]))
                else:
                    self._mark(start, end, None)
            part += 1
        return found

    def _mark(self, start: int, end: int, link: int | None) -> None:
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        form = QTextCharFormat()
        form.setAnchor(link is not None)
        form.setAnchorHref("" if link is None else f"link:{link}")
        form.setForeground(look.color("text" if link is None else "accent_text"))
        form.setFontUnderline(link is not None)
        cursor.mergeCharFormat(form)
        if link is not None and link < _SHOWN_NUMBERS:
            cursor.clearSelection()
            cursor.setPosition(end)
            number = QTextCharFormat()
            number.setForeground(look.color("accent_text"))
            number.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
            number.setFontWeight(QFont.Weight.Bold)
            cursor.insertText(str(link + 1), number)

    def _clicked(self, url: QUrl) -> None:
        if url.scheme() == "link" and url.path().isdigit():
            self.link_wanted.emit(int(url.path()))

    # -- size ----------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            QTimer.singleShot(0, self, self.fit)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            QTimer.singleShot(0, self, self.fit)
