"""Search box, hits and article: the right column of the call page and the knowledge page."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QStackedWidget, QVBoxLayout, QWidget

from operator_desk.domain.article import ArticleKind
from operator_desk.domain.knowledge import Hit, QueryMode, nearer
from operator_desk.services.knowledge import Shown
from operator_desk.ui.kit.composing import ComposingLine
from operator_desk.ui.kit.flow import flow_row
from operator_desk.ui.kit.labels import card, heading, plain_label
from operator_desk.ui.kit.notices import Toasts
from operator_desk.ui.kit.words import later, tr
from operator_desk.ui.knowledge import directory
from operator_desk.ui.knowledge.article_view import ArticleView
from operator_desk.ui.knowledge.hits import HitList
from operator_desk.ui.parts import Parts

LIMIT = 10
NUMBERS = 3  # the filter of contacts
LISTED = 100  # rows of the directory at most: who wants another one types
_FILTERS: tuple[tuple[str, frozenset[ArticleKind] | None], ...] = (
    # Phrases have their own place: the sentence to say next.
    (later("All"), frozenset(ArticleKind) - {ArticleKind.PHRASE}),
    (later("Regulations"), frozenset({ArticleKind.REGULATION})),
    (later("Guides"), frozenset({ArticleKind.PROCEDURE, ArticleKind.FAQ})),
    (later("Numbers"), frozenset({ArticleKind.CONTACT})),
    (later("Out of scope"), frozenset({ArticleKind.OUT_OF_SCOPE})),
)


class SearchLine(ComposingLine):
    """The query; ↓ goes to the hits, Esc gives it up."""

    down = Signal()
    given_up = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.down.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)


class KnowledgePane(QWidget):
    """Finds articles; a typed query stays pinned until Esc, proposals come only without one."""

    article_opened = Signal(object)  # Shown
    told_wanted = Signal()
    left = Signal()
    failed = Signal(object)

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self._parts = parts
        self._filter = 0
        self._proposed, self._category = "", ""
        frame, layout = card()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        self.title, self._remark = heading("book", tr("Knowledge search"))
        layout.addWidget(self.title)
        self.list, self.view = HitList(), ArticleView()
        self.view.phones.follow(parts.clock, parts.profile.time_zone)
        self.line = SearchLine()
        self.line.setAccessibleName(tr("Search the knowledge base"))
        self.line.setPlaceholderText(tr("F3: words, initials, or a number"))
        self.line.setClearButtonEnabled(True)
        self.line.textChanged.connect(self._typed)
        self.line.returnPressed.connect(lambda: self.list.open_row(0))
        self.line.down.connect(self._to_list)
        self.line.given_up.connect(self._give_up)
        layout.addWidget(self.line)
        self._filters = self._filter_row()
        layout.addWidget(self._filters)
        self.list.opened.connect(self._open_hit)
        self.list.left.connect(self._give_up)
        self.view.left.connect(self.close_article)
        self.view.successor_wanted.connect(self.open_key)
        self.view.told_wanted.connect(self.told_wanted)
        self._empty = plain_label(role="muted", wrap=True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._stack = QStackedWidget()
        for widget in (self._empty, self.list, self.view):
            self._stack.addWidget(widget)
        # An open article takes the room of the filters: they choose among hits.
        self._stack.currentChanged.connect(
            lambda _at: self._filters.setVisible(self._stack.currentWidget() is not self.view)
        )
        layout.addWidget(self._stack, 1)
        self.toasts = Toasts()
        layout.addWidget(self.toasts)
        self._show_empty()

    def _filter_row(self) -> QWidget:
        host, row = flow_row()
        self._chips: list[QPushButton] = []
        for place, (words, _kinds) in enumerate(_FILTERS):
            chip = QPushButton(tr(words))
            chip.setProperty("role", "chip")
            chip.setCheckable(True)
            chip.setChecked(place == 0)
            chip.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            chip.clicked.connect(lambda _on, at=place: self.set_filter(at))
            self._chips.append(chip)
            row.addWidget(chip)
        return host

    def set_filter(self, place: int) -> None:
        """Only one kind of articles, or all (0)."""
        self._filter = place
        for at, chip in enumerate(self._chips):
            chip.setChecked(at == place)
        self._search_again()

    # -- searching -----------------------------------------------------------------------

    @property
    def pinned(self) -> bool:
        """Whether a typed query stands."""
        return bool(self.line.text().strip())

    @property
    def today(self) -> date:
        """The hotline's local day, for what is in force."""
        return self._parts.counting.today()

    def _typed(self) -> None:
        self._search_again()

    def propose(self, words: str, category: str = "") -> None:
        """Proposals for the statement being typed; nothing while a query or an article stands.

        `category` is the code of the matter's category: what belongs to it comes first.
        """
        self._proposed, self._category = words, category
        if not self.pinned and self.view.shown is None and not self.list.hasFocus():
            self._ask(words.strip(), QueryMode.STATEMENT)

    def _search_again(self) -> None:
        if self.pinned:
            self.view.shown = None
            self._ask(self.line.text().strip(), QueryMode.TYPED)
        elif self._filter == NUMBERS:
            self._ask_directory()
        else:
            self._ask(self._proposed.strip(), QueryMode.STATEMENT)

    def _ask_directory(self) -> None:
        """All contacts, where only numbers are wanted and nothing is typed."""
        knowledge, day = self._parts.knowledge, self.today

        def done(hits: list[Hit]) -> None:
            if self._filter == NUMBERS and not self.pinned:
                self._show_directory(hits)

        self._parts.lanes.read.submit(
            lambda: directory.load(knowledge, day),
            done,
            self.failed.emit,
            newest="directory",
        )

    def _show_directory(self, hits: list[Hit]) -> None:
        if not self.list.hasFocus() and self.view.shown is None:
            self._show_hits(hits[:LISTED], tr("{n} contacts", n=len(hits)))
            if not hits:
                self._show_empty(tr("No contact is stored yet: editors import them."))

    def _ask(self, query: str, mode: QueryMode) -> None:
        if not query:
            self._show_empty()
            return
        kinds, day, search = _FILTERS[self._filter][1], self.today, self._parts.search

        self._parts.lanes.search.submit(
            lambda: search(query, limit=2 * LIMIT, on=day, mode=mode, kinds=kinds),
            lambda hits: self._show(mode, self._nearer(mode, hits)),
            self.failed.emit,
            newest="query",
        )

    def _nearer(self, mode: QueryMode, hits: list[Hit]) -> list[Hit]:
        if mode is QueryMode.STATEMENT:
            hits = nearer(hits, self._category)
        return hits[:LIMIT]

    def _show(self, mode: QueryMode, hits: list[Hit]) -> None:
        # The list never changes under a hand that is about to choose.
        if self.list.hasFocus() or self.view.shown is not None:
            return
        count = tr("{n} hits", n=len(hits))
        words = count if mode is QueryMode.TYPED else tr("proposed · {count}", count=count)
        self._show_hits(hits, words)
        if not hits and mode is QueryMode.TYPED:
            self._show_empty(tr("Nothing found. Try fewer words, or another one for it."))
        elif not hits:
            self._show_empty()

    def _show_hits(self, hits: list[Hit], words: str) -> None:
        self.list.hits.set_hits(hits)
        if hits:
            self.list.setCurrentIndex(self.list.hits.index(0))
            self._stack.setCurrentWidget(self.list)
        self._remark.setText(words)
        self._remark.setAccessibleDescription(words)

    def _show_empty(self, words: str = "") -> None:
        if self.view.shown is not None:
            return
        self.list.hits.set_hits([])
        if not words:
            self._remark.setText("")
            words = tr("Type in the search box (F3). What fits the record is proposed here.")
        self._empty.setText(words)
        self._stack.setCurrentWidget(self._empty)

    # -- opening -------------------------------------------------------------------------

    def focus_search(self) -> None:
        """The cursor into the search box, its text selected."""
        self.line.setFocus()
        self.line.selectAll()

    def _to_list(self) -> None:
        if self.list.hits.hits:
            self._stack.setCurrentWidget(self.list)
            self.list.setFocus()

    def _open_hit(self, hit: Hit) -> None:
        self.open_key(hit.key)

    def open_key(self, key: str) -> None:
        """Opens the newest version of an article."""
        knowledge = self._parts.knowledge
        self._parts.lanes.read.submit(
            lambda: knowledge.get(key), self._open, self.failed.emit, newest="article"
        )

    def _open(self, shown: Shown) -> None:
        self.view.show_article(shown, self.today)
        self._stack.setCurrentWidget(self.view)
        if self.list.hasFocus() or self.line.hasFocus():
            self.view.focus_body()
        self.article_opened.emit(shown)

    def close_article(self) -> None:
        """Back to the hits."""
        had_focus = self.view.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        self.view.shown = None
        if self.list.hits.hits:
            self._stack.setCurrentWidget(self.list)
            if had_focus:
                self.list.setFocus()
        else:
            self._search_again()
            if had_focus:
                self.line.setFocus()

    def _give_up(self) -> None:
        self.view.shown = None
        self.line.clear()
        self._search_again()
        self.left.emit()

    def reset(self) -> None:
        """Empty, for a new call."""
        self.view.shown, self._proposed = None, ""
        self.line.clear()
        self._show_empty()

    def first_hit(self) -> Hit | None:
        """The hit painted first, for F10 without an open article."""
        hits = self.list.hits.hits
        return hits[0] if hits and self._stack.currentWidget() is self.list else None
