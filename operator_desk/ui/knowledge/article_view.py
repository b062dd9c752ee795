"""One article as it is read to a caller: sentence to say, numbers, text, source, validity."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from operator_desk.domain.article import Article, ArticleKind, Validity
from operator_desk.domain.basis import channel_of, steps_of
from operator_desk.domain.knowledge_terms import FlagReason
from operator_desk.domain.references import law_of
from operator_desk.services.knowledge import Shown
from operator_desk.services.reading import Link
from operator_desk.ui import names
from operator_desk.ui.kit import look
from operator_desk.ui.kit.flow import flow_row
from operator_desk.ui.kit.icons import Picture
from operator_desk.ui.kit.labels import button, plain_label, restyle
from operator_desk.ui.kit.words import tr
from operator_desk.ui.knowledge.badge import BADGES
from operator_desk.ui.knowledge.browser import SafeBrowser as SafeBrowser
from operator_desk.ui.knowledge.links_row import LinksRow
from operator_desk.ui.knowledge.newer_bar import NewerBar
from operator_desk.ui.knowledge.phones import PhoneList
from operator_desk.ui.knowledge.steps_list import StepsList

# What is said as it stands, so it is shown large.
_SAID = (ArticleKind.OUT_OF_SCOPE, ArticleKind.PHRASE)
_ALL_BUTTONS = 340  # the width that holds them in one row


class ArticleView(QWidget):
    """Shows an article; a digit follows a link, Backspace goes back, Esc to the hits."""

    left = Signal()
    back = Signal()
    link_wanted = Signal(str)  # the key of an article that the text names
    successor_wanted = Signal(str)
    told_wanted = Signal()
    newer_wanted = Signal()
    star_wanted = Signal()
    basis_wanted = Signal()
    flag_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.shown: Shown | None = None
        self._links: tuple[Link, ...] = ()
        self._title = plain_label(role="title", wrap=True)
        self.newer = NewerBar()
        self.newer.wanted.connect(self.newer_wanted)
        self._say = plain_label(role="say", wrap=True)
        self._channel = plain_label(role="number", wrap=True)
        self.phones = PhoneList()
        self._steps, self._body, self._leads = StepsList(), SafeBrowser(), LinksRow()
        self._leads.wanted.connect(self._follow)
        self._body.link_wanted.connect(self._follow)
        self._source = plain_label(role="muted", wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(self._title_row())
        layout.addLayout(self._state_row())
        self.flagged = plain_label(role="chip", wrap=True)
        restyle(self.flagged, "level", "warn")
        layout.addWidget(self.flagged)
        layout.addWidget(self.newer)
        layout.addLayout(self._instead_row())
        layout.addWidget(self._scrolling(), 1)
        layout.addWidget(self._foot())

    # -- building ------------------------------------------------------------------------

    def _title_row(self) -> QHBoxLayout:
        self._star = button("☆", "flat")
        self._star.clicked.connect(self.star_wanted)
        row = QHBoxLayout()
        row.addWidget(self._title, 1)
        row.addWidget(self._star, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _state_row(self) -> QHBoxLayout:
        host, row = flow_row()
        self._shape = Picture("valid", "ok", 18)
        self._state, self._overdue = plain_label(role="chip"), plain_label(role="chip")
        restyle(self._overdue, "level", "warn")
        self.basis: QPushButton = button(tr("Basis"), "flat", "copy", "B")
        self.basis.setAccessibleName(tr("Basis into the summary"))
        self.basis.setToolTip(tr("Basis into the summary"))
        self.basis.clicked.connect(self.basis_wanted)
        for widget in (self._shape, self._state, self._overdue):
            row.addWidget(widget)
        line = QHBoxLayout()
        line.addWidget(host, 1, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self.basis)
        return line

    def _instead_row(self) -> QHBoxLayout:
        self._in_force = plain_label(role="ok", wrap=True)
        self._next = button(tr("Show what is in force"), "flat", "chevron-right")
        self._next.clicked.connect(self._to_successor)
        row = QHBoxLayout()
        row.addWidget(self._in_force, 1)
        row.addWidget(self._next)
        return row

    def _scrolling(self) -> QScrollArea:
        """Sentence to say, channel, numbers, steps, text, links and source in one long strip."""
        strip = QWidget()
        strip.setObjectName("inner")
        layout = self._strip = QVBoxLayout(strip)
        layout.setContentsMargins(0, 0, 4, 0)
        for widget in (
            *(self._say, self._channel, self.phones, self._steps),
            *(self._body, self._leads, self._source),
        ):
            layout.addWidget(widget)
        layout.addStretch(1)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setAccessibleName(tr("Article"))
        self._area.setWidget(strip)
        return self._area

    def _foot(self) -> QWidget:
        host, row = flow_row()
        back = button(tr("Back to the hits"), "flat", "chevron-left", "Esc")
        back.clicked.connect(self.left)
        self.told = button(tr("Told"), "primary", "told", "F10")
        self.told.clicked.connect(self.told_wanted)
        self._flag = button(tr("Flag"), "flat", "", "Ctrl+F10")
        self._flag.setAccessibleName(tr("Flag the article"))
        self._flag.clicked.connect(self.flag_wanted)
        for widget in (back, self.told, self._flag):
            row.addWidget(widget)
        return host

    def without_call(self) -> None:
        """Where there is no call, nothing is told and no ticket takes a basis."""
        self.told.setVisible(False)
        self.basis.setVisible(False)

    # -- showing -------------------------------------------------------------------------

    def show_article(self, shown: Shown, on: date, links: Sequence[Link] = ()) -> None:
        """Shows one version of an article as of a local day."""
        self.shown, self._links = shown, tuple(links)
        article = shown.article
        self.newer.show_newer(None, "")
        self.show_flags(())
        self._title.setText(article.title)
        self._show_state(article, on)
        successor = shown.successor
        for widget in (self._next, self._in_force):
            widget.setVisible(successor is not None)
        if successor is not None:
            self._in_force.setText(tr("in force: {title}", title=successor.title))
        _show(self._say, article.answer)
        restyle(self._say, "level", "said" if article.kind in _SAID else "")
        self.phones.show_phones(article, on)
        self._show_text(article)
        self._leads.show_links(self._links)
        self._place_leads(article.kind is ArticleKind.OUT_OF_SCOPE)
        self._area.verticalScrollBar().setValue(0)
        self._source.setText(self._source_words(shown))

    def _place_leads(self, early: bool) -> None:
        """Behind the text; below the right channel where that is what they lead to."""
        self._strip.removeWidget(self._leads)
        behind = self._channel if early else self._body
        self._strip.insertWidget(self._strip.indexOf(behind) + 1, self._leads)

    def _show_state(self, article: Article, on: date) -> None:
        validity = article.validity(on)
        picture, token = BADGES[validity]
        self._shape.show_picture(picture, token)
        self._state.setText(self._state_words(article, validity))
        restyle(self._state, "level", "ok" if validity is Validity.VALID else "danger")
        overdue = article.review_by is not None and article.review_by < on
        day = article.review_by.isoformat() if article.review_by else ""
        _show(self._overdue, tr("not reviewed since {day}", day=day) if overdue else "")

    def _show_text(self, article: Article) -> None:
        """The text by its kind: a card's steps, a law's lines, else Markdown."""
        card = article.kind is ArticleKind.CARD and article.body
        self._steps.show_steps(steps_of(article.body) if card else None)
        channel, body = "", "" if card else article.body
        if article.kind is ArticleKind.OUT_OF_SCOPE:
            channel, body = channel_of(article.body)
        _show(self._channel, tr("Right channel: {channel}", channel=channel) if channel else "")
        places = {name: at for at, link in enumerate(self._links) for name in link.names}
        self._body.set_links(places, law_of(article.key))
        if article.kind is ArticleKind.REGULATION:
            self._body.show_law(body)
        else:
            self._body.show_markdown(body)
        self._body.setVisible(bool(body))

    def show_flags(self, reasons: Sequence[FlagReason]) -> None:
        """Why it was flagged today; nobody needs to do that again."""
        why = " · ".join(map(names.flag_word, reasons))
        _show(self.flagged, tr("flagged today: {reasons}", reasons=why) if why else "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # A second row of buttons would take the text's room; the key works in any case.
        self._flag.setVisible(self.width() >= look.current().px(_ALL_BUTTONS))

    def show_star(self, starred: bool) -> None:
        """Whether the article is a favourite."""
        self._star.setText("★" if starred else "☆")
        name = (
            tr("Favourite: take it off the list (S)") if starred else tr("Make it a favourite (S)")
        )
        self._star.setAccessibleName(name)
        self._star.setToolTip(name)

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

    # -- keys ----------------------------------------------------------------------------

    def _to_successor(self) -> None:
        if self.shown and self.shown.successor:
            self.successor_wanted.emit(self.shown.successor.key)

    def _follow(self, place: int) -> None:
        if 0 <= place < len(self._links):
            self.link_wanted.emit(self._links[place].key)

    def focus_body(self) -> None:
        """Puts the keys on the text (arrows scroll)."""
        self._area.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key == Qt.Key.Key_Backspace:
            self.back.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.newer.newer is not None:
            self.newer_wanted.emit()
        elif event.text() and event.text() in "123456789":
            self._follow(int(event.text()) - 1)
        elif key == Qt.Key.Key_S:
            self.star_wanted.emit()
        elif key == Qt.Key.Key_B and self.basis.isVisible():
            self.basis_wanted.emit()
        else:
            super().keyPressEvent(event)


def _show(label: QLabel, words: str) -> None:
    label.setText(words)
    label.setVisible(bool(words))
