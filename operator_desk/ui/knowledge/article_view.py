"""One article as it is read to a caller: sentence to say, numbers, text, source, validity."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QImage, QKeyEvent, QResizeEvent, QTextDocument
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QTextBrowser, QVBoxLayout, QWidget

from operator_desk.domain.article import Article, ArticleKind, Validity
from operator_desk.services.knowledge import Shown
from operator_desk.ui import names
from operator_desk.ui.kit.labels import button, plain_label, restyle
from operator_desk.ui.kit.words import tr
from operator_desk.ui.knowledge.phones import PhoneList


class SafeBrowser(QTextBrowser):
    """Shows limited Markdown; loads nothing, follows nothing, knows no HTML."""

    def __init__(self) -> None:
        super().__init__()
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName(tr("Text of the article"))

    def loadResource(self, _kind: int, _name: QUrl | str) -> Any:
        # None would let Qt load the file all the same; an empty picture does not.
        return QImage()

    def show_markdown(self, text: str) -> None:
        """Puts an article's body in."""
        features = (
            QTextDocument.MarkdownFeature.MarkdownDialectCommonMark
            | QTextDocument.MarkdownFeature.MarkdownNoHTML
        )
        self.document().setMarkdown(text, features)
        self.moveCursor(self.textCursor().MoveOperation.Start)
        self._fit()

    def _fit(self) -> None:
        """As high as its text: the whole article scrolls, not a window in it."""
        frame = self.height() - self.viewport().height()
        self.setFixedHeight(int(self.document().size().height()) + max(frame, 12) + 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            QTimer.singleShot(0, self, self._fit)


class ArticleView(QWidget):
    """Shows an article; Esc or Backspace goes back to the hits."""

    left = Signal()
    successor_wanted = Signal(str)
    told_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.shown: Shown | None = None
        self._title = plain_label(role="title", wrap=True)
        self._state = plain_label(role="chip")
        self._next = button(tr("Show what is in force"), "flat", "chevron-right")
        self._next.clicked.connect(self._to_successor)
        self._in_force = plain_label(role="ok", wrap=True)
        self._say = plain_label(role="say", wrap=True)
        self.phones = PhoneList()
        self._body = SafeBrowser()
        self._source = plain_label(role="muted", wrap=True)
        self.told = button(tr("Told"), "primary", "told", "F10")
        self.told.clicked.connect(self.told_wanted)
        back = button(tr("Back to the hits"), "flat", "chevron-left", "Esc")
        back.clicked.connect(self.left)
        top = QHBoxLayout()
        top.addWidget(self._state)
        top.addStretch(1)
        instead = QHBoxLayout()
        instead.addWidget(self._in_force, 1)
        instead.addWidget(self._next)
        foot = QHBoxLayout()
        foot.addWidget(back)
        foot.addStretch(1)
        foot.addWidget(self.told)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._title)
        layout.addLayout(top)
        layout.addLayout(instead)
        layout.addWidget(self._scrolling(), 1)
        layout.addLayout(foot)

    def _scrolling(self) -> QScrollArea:
        """Sentence to say, numbers, text and source in one long strip."""
        strip = QWidget()
        strip.setObjectName("inner")
        layout = QVBoxLayout(strip)
        layout.setContentsMargins(0, 0, 4, 0)
        for widget in (self._say, self.phones, self._body, self._source):
            layout.addWidget(widget)
        layout.addStretch(1)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setAccessibleName(tr("Article"))
        self._area.setWidget(strip)
        return self._area

    def show_article(self, shown: Shown, on: date) -> None:
        """Shows one version of an article as of a local day."""
        self.shown = shown
        article = shown.article
        self._title.setText(article.title)
        validity = article.validity(on)
        self._state.setText(self._state_words(article, validity))
        restyle(self._state, "level", "ok" if validity is Validity.VALID else "danger")
        successor = shown.successor
        for widget in (self._next, self._in_force):
            widget.setVisible(successor is not None)
        if successor is not None:
            self._in_force.setText(tr("in force: {title}", title=successor.title))
        self._say.setText(article.answer)
        self._say.setVisible(bool(article.answer))
        self.phones.show_phones(article, on)
        self._body.show_markdown(_paragraphs(article))
        self._body.setVisible(bool(article.body))
        self._area.verticalScrollBar().setValue(0)
        self._source.setText(self._source_words(shown))

    def _state_words(self, article: Article, validity: Validity) -> str:
        words = f"{names.article_word(article.kind)} · {names.validity_word(validity)}"
        if validity is Validity.REPEALED and article.repealed_on:
            words = tr("{state} since {day}", state=words, day=article.repealed_on.isoformat())
        if validity is Validity.NOT_YET and article.valid_from:
            words = tr("{state} until {day}", state=words, day=article.valid_from.isoformat())
        return words

    def _source_words(self, shown: Shown) -> str:
        article = shown.article
        parts = [tr("Source: {source}", source=article.source or tr("none stated"))]
        if article.version_date:
            parts.append(tr("Version of {day}", day=article.version_date.isoformat()))
        if article.review_by:
            parts.append(tr("Review by {day}", day=article.review_by.isoformat()))
        if article.region:
            parts.append(article.region)
        parts.append(tr("Stored version {n}", n=shown.version))
        return " · ".join(parts)

    def _to_successor(self) -> None:
        if self.shown and self.shown.successor:
            self.successor_wanted.emit(self.shown.successor.key)

    def focus_body(self) -> None:
        """Puts the keys on the text (arrows scroll)."""
        self._area.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Backspace):
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _paragraphs(article: Article) -> str:
    # Laws come with one line a paragraph; Markdown would run them together.
    if article.kind is ArticleKind.REGULATION:
        return "\n\n".join(article.body.split("\n"))
    return article.body
