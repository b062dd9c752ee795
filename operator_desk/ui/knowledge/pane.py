"""Search box, hits and article: the right column of the call page and the knowledge page."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from operator_desk.domain.article import ArticleKind, validity_on
from operator_desk.domain.knowledge import Hit, QueryMode, nearer
from operator_desk.domain.views import ArticleHead
from operator_desk.services.people import Actor
from operator_desk.services.reading import Opened
from operator_desk.services.shelf import Kept
from operator_desk.ui.kit import look
from operator_desk.ui.kit.labels import card, heading, plain_label
from operator_desk.ui.kit.notices import Toasts
from operator_desk.ui.kit.words import tr
from operator_desk.ui.knowledge import directory
from operator_desk.ui.knowledge.article_view import ArticleView
from operator_desk.ui.knowledge.filters import FILTERS, FilterRow
from operator_desk.ui.knowledge.flagging import Flagging
from operator_desk.ui.knowledge.hits import HitList
from operator_desk.ui.knowledge.in_hand import InHand
from operator_desk.ui.knowledge.misses import Misses
from operator_desk.ui.knowledge.opened import OpenArticle
from operator_desk.ui.knowledge.search_line import SearchLine
from operator_desk.ui.parts import Parts

LIMIT = 10
_ROOM = 450  # pixels at 100 %: article and strip below each other
_AGAIN_MS = 60  # while Alt is held the rows stay as they are
NUMBERS = 3  # the filter of contacts
LISTED = 100  # rows of the directory at most: who wants another one types


class KnowledgePane(QWidget):
    """Finds articles; a typed query stays pinned until Esc, proposals come only without one."""

    article_opened = Signal(object)  # Shown
    told_wanted = Signal()
    basis_wanted = Signal()
    left = Signal()
    failed = Signal(object)

    def __init__(self, parts: Parts, actor: Actor) -> None:
        super().__init__()
        self._parts = parts
        self._filter = 0
        self._proposed, self._category = "", ""
        self._found = False  # the rows answer a query; else they are what is kept at hand
        self._asked = ""  # the query whose answer is on its way
        self._entered = False  # Enter was pressed for it
        self._chosen = False  # a person changed the kind: the rows follow under the hand
        frame, layout = card()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        self.title, self._remark = heading("book", tr("Knowledge search"))
        layout.addWidget(self.title)
        self.list, self.view = HitList(), ArticleView()
        for part in (self.view.phones, self.list):
            part.follow(parts.clock, parts.profile.time_zone)
        self.article = OpenArticle(parts, actor, self.view)
        self.line, self._filters = SearchLine(), FilterRow()
        self.misses = Misses(parts, actor, lambda: self.line.composing, self)
        layout.addWidget(self.line)
        layout.addWidget(self._filters)
        self._empty = plain_label(role="muted", wrap=True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._stack = QStackedWidget()
        for widget in (self._empty, self.list, self.view):
            self._stack.addWidget(widget)
        layout.addWidget(self._stack, 1)
        self.toasts = Toasts()
        self.flags = Flagging(parts, actor, self)
        layout.addWidget(self.flags.strip)
        layout.addWidget(self.toasts)
        self._connect()
        self._show_empty()
        self.article.load_shelf()

    def in_call(self, hand: InHand) -> None:
        """Whose call in hand flags and searches without a hit belong to."""
        self.flags.in_call(hand)
        self.misses.in_call(hand)

    def _connect(self) -> None:
        self.line.textChanged.connect(self.misses.typed)
        self.line.textChanged.connect(self._search_again)
        self.line.deserted.connect(self.misses.settle)
        self.line.returnPressed.connect(self._enter)
        self.line.down.connect(self._to_list)
        self._filters.chosen.connect(self.set_filter)
        self._filters.down.connect(self._to_list)
        for steps in (self.line, self.list):
            steps.stepped.connect(self._filters.step)
        for leaving in (self.line.given_up, self.list.left, self._filters.given_up):
            leaving.connect(self._give_up)
        self.list.opened.connect(lambda hit: self.open_key(hit.key))
        self.view.left.connect(self.close_article)
        self.view.told_wanted.connect(self.told_wanted)
        self.view.basis_wanted.connect(self.basis_wanted)
        self.article.opened.connect(self._opened)
        self.article.emptied.connect(self.close_article)
        self.article.kept.connect(self._kept)
        for part in (self.article, self.flags, self.misses):
            part.failed.connect(self.failed)
        # An open article takes the room of the filters: they choose among hits.
        self._stack.currentChanged.connect(
            lambda _at: self._filters.setVisible(self._stack.currentWidget() is not self.view)
        )

    def set_filter(self, place: int) -> None:
        """Only one kind of articles, or all (0)."""
        self._filter = place
        self._chosen = self.list.hasFocus()
        self._filters.show_place(place)
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

    def propose(self, words: str, category: str = "") -> None:
        """Proposals for the statement being typed; nothing while a query or an article stands.

        `category` is the code of the matter's category: what belongs to it comes first.
        """
        self._proposed, self._category = words, category
        if not self.pinned and self.view.shown is None and not self.list.hasFocus():
            self._ask(words.strip(), QueryMode.STATEMENT)

    def _enter(self) -> None:
        """Opens the first hit of what stands in the box, also when its answer is still to come."""
        if self.pinned and self._asked:
            self._entered = True
        else:
            self.misses.settle()
            self.list.open_row(0)

    def _search_again(self, _words: str = "") -> None:
        self._entered = False
        if self.pinned:
            self.article.close()
            self._ask(self.line.text().strip(), QueryMode.TYPED)
        elif self._filter == NUMBERS:
            self._ask_directory()
        else:
            self._ask(self._proposed.strip(), QueryMode.STATEMENT)

    def _ask_directory(self) -> None:
        """All contacts, where only numbers are wanted and nothing is typed."""
        knowledge, day = self._parts.knowledge, self.today
        stars = [head.key for head in self.article.shelf.stars]

        def done(hits: list[Hit]) -> None:
            if self._filter == NUMBERS and not self.pinned:
                self._show_directory(hits)

        self._parts.lanes.read.submit(
            lambda: directory.load(knowledge, day, stars),
            done,
            self.failed.emit,
            newest="directory",
        )

    def _show_directory(self, hits: list[Hit]) -> None:
        if (self.list.hasFocus() and not self._chosen) or self.view.shown is not None:
            return
        if hits:
            self._show_rows(hits[:LISTED], tr("{n} contacts", n=len(hits)), found=False)
        else:
            self._show_nothing(tr("No contact is stored yet: editors import them."))

    def _ask(self, query: str, mode: QueryMode) -> None:
        if not query:
            self._asked = ""
            self._show_empty()
            return
        kinds, day, search = FILTERS[self._filter].kinds, self.today, self._parts.search
        self._asked = query

        self._parts.lanes.search.submit(
            lambda: search(query, limit=2 * LIMIT, on=day, mode=mode, kinds=kinds),
            lambda hits: self._answered(query, mode, hits),
            self._not_answered,
            newest="query",
        )

    def _answered(self, query: str, mode: QueryMode, hits: list[Hit]) -> None:
        if QGuiApplication.queryKeyboardModifiers() & Qt.KeyboardModifier.AltModifier:
            # A number is about to be pressed; what comes then is looked for once more.
            QTimer.singleShot(_AGAIN_MS, self, lambda: self._later(query, mode, hits))
            return
        self._asked = ""
        if mode is QueryMode.TYPED and query == self.line.text().strip():
            self.misses.answered(query, hits, narrowed=self._filter != 0)
        self._show(mode, self._nearer(mode, hits))
        if self._entered:
            self.misses.settle()
            self._entered = False
            self.list.open_row(0)

    def _not_answered(self, error: Exception) -> None:
        self._asked, self._entered = "", False
        self.failed.emit(error)

    def _later(self, query: str, mode: QueryMode, hits: list[Hit]) -> None:
        asked = self.line.text().strip() if self.pinned else self._proposed.strip()
        if asked == query:  # else another answer is on its way, or was shown
            self._answered(query, mode, hits)

    def _nearer(self, mode: QueryMode, hits: list[Hit]) -> list[Hit]:
        if mode is QueryMode.STATEMENT:
            hits = nearer(hits, self._category)
        return hits[:LIMIT]

    def _show(self, mode: QueryMode, hits: list[Hit]) -> None:
        # The list never changes under a hand that is about to choose.
        if (self.list.hasFocus() and not self._chosen) or self.view.shown is not None:
            return
        if not hits:
            typed = mode is QueryMode.TYPED
            nothing = tr("Nothing found. Try fewer words, or another one for it.")
            self._show_nothing(nothing if typed else "")
            return
        count = tr("{n} hits", n=len(hits))
        words = count if mode is QueryMode.TYPED else tr("proposed · {count}", count=count)
        if self._parts.search.scanning:
            words = tr("{words} · index not ready", words=words)
        self._show_rows(hits, words, found=True)

    def _show_rows(self, hits: list[Hit], words: str, *, found: bool) -> None:
        self._found, self._chosen = found, False
        self.list.hits.set_hits(hits)
        self.list.setCurrentIndex(self.list.hits.index(0))
        self._remark.setText(words)
        self._remark.setAccessibleDescription(words)
        self._stack.setCurrentWidget(self.list)

    def _show_empty(self) -> None:
        """Without a query: all of a short kind, or what is kept at hand."""
        if self.view.shown is not None:
            return
        heads = [] if FILTERS[self._filter].listed else self._at_hand()
        if self._filter == NUMBERS:
            self._ask_directory()
        elif FILTERS[self._filter].listed:
            self._list_all()
        elif heads:
            self._show_kept(heads, tr("at hand"))
        else:
            self._show_nothing()

    def _at_hand(self) -> list[ArticleHead]:
        kinds = FILTERS[self._filter].kinds
        return [head for head in self.article.shelf.heads if ArticleKind(head.kind) in kinds]

    def _list_all(self) -> None:
        knowledge, place = self._parts.knowledge, self._filter
        kinds = sorted(FILTERS[place].kinds)

        def show(heads: list[ArticleHead]) -> None:
            if place == self._filter and self.view.shown is None and not self.pinned:
                if heads:
                    self._show_kept(heads, tr("{n} in all", n=len(heads)))
                else:
                    self._show_nothing()

        self._parts.lanes.read.submit(
            lambda: [head for kind in kinds for head in knowledge.heads(kind)],
            show,
            self.failed.emit,
            newest="listed",
        )

    def _show_kept(self, heads: list[ArticleHead], words: str) -> None:
        if not self.list.hasFocus() or self._chosen:
            self._show_rows([_hit(head, self.today) for head in heads], words, found=False)

    def _show_nothing(self, words: str = "") -> None:
        """No rows; whoever was among them goes to the kinds, where the arrows go on."""
        had_keys = self.list.hasFocus()
        self._found = self._chosen = False
        self.list.hits.set_hits([])
        if not words:
            self._remark.setText("")
            words = tr("Type in the search box (F3). What fits the record is proposed here.")
        self._empty.setText(words)
        self._stack.setCurrentWidget(self._empty)
        if had_keys:
            self._filters.take_keys()

    def _kept(self, kept: Kept) -> None:
        self.list.hits.set_stars(frozenset(head.key for head in kept.stars))
        if not self._found and not self.pinned and not self._proposed.strip():
            self._show_empty()

    def give_room(self, strip: bool) -> None:
        """Where there is little room, the strip takes the place of what it asks about."""
        self._stack.setVisible(not strip or self.height() >= look.current().px(_ROOM))

    # -- opening -------------------------------------------------------------------------

    def focus_search(self) -> None:
        """The cursor into the search box, its text selected."""
        self.line.setFocus()
        self.line.selectAll()

    def _to_list(self) -> None:
        if self.list.hits.hits:
            self._stack.setCurrentWidget(self.list)
            self.list.setFocus()

    def open_key(self, key: str) -> None:
        """Opens the newest version of an article."""
        self.article.open(key)

    def _opened(self, opened: Opened) -> None:
        had_keys = self.list.hasFocus() or self.line.hasFocus() or self._holds_keys()
        self._stack.setCurrentWidget(self.view)
        if had_keys:
            self.view.focus_body()
        self.article_opened.emit(opened.shown)

    def _holds_keys(self) -> bool:
        """Whether the keys are in the article, perhaps on a button that goes with it."""
        focused = self.window().focusWidget()
        return focused is not None and self.view.isAncestorOf(focused)

    def close_article(self) -> None:
        """Back to the hits."""
        had_keys = self._holds_keys()
        self.article.close()
        if self.list.hits.hits and self._found:
            self._stack.setCurrentWidget(self.list)
        else:
            self._search_again()
        if had_keys:
            there = self._stack.currentWidget() is self.list
            (self.list if there else self.line).setFocus()

    def _give_up(self) -> None:
        self.misses.settle()
        self.article.close()
        self.line.clear()
        self._search_again()
        self.left.emit()

    def reset(self) -> None:
        """Empty, for a new call."""
        self.flags.forget()
        self.misses.forget()
        self.article.close()
        self._proposed = ""
        self.line.clear()
        self._show_empty()

    def first_hit(self) -> Hit | None:
        """The hit that was painted first, for F10 without an open article.

        What is only kept at hand answers nobody, so it is not told unopened.
        """
        there = self._found and self._stack.currentWidget() is self.list
        return self.list.meant(0) if there else None


def _hit(head: ArticleHead, on: date) -> Hit:
    """An article that nobody searched for, as a row."""
    return Hit(
        head.key,
        ArticleKind(head.kind),
        head.title,
        0.0,
        validity_on(head.valid_from, head.repealed_on, on),
        successor=head.successor or "",
        category=head.category or "",
    )
