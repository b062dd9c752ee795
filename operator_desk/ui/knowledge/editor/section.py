"""The section of the editors: the list at the left, the draft in hand at the right."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from operator_desk.domain.article import ArticleKind
from operator_desk.domain.article_list import Entry
from operator_desk.domain.recalls import ToldList
from operator_desk.services.people import Actor
from operator_desk.ui.kit import look
from operator_desk.ui.kit.composing import flush_composition
from operator_desk.ui.kit.labels import card, plain_label
from operator_desk.ui.kit.notices import Toasts
from operator_desk.ui.kit.words import tr
from operator_desk.ui.knowledge.batch.strip import RunStrip
from operator_desk.ui.knowledge.editor.article_list import ArticleList
from operator_desk.ui.knowledge.editor.bulk_desk import BulkDesk
from operator_desk.ui.knowledge.editor.bulk_pane import BulkPane, Wish
from operator_desk.ui.knowledge.editor.draft_desk import DraftDesk
from operator_desk.ui.knowledge.editor.kept import Typed
from operator_desk.ui.knowledge.editor.marking import marked_words
from operator_desk.ui.knowledge.editor.offer import Offer
from operator_desk.ui.knowledge.editor.pane import DraftPane
from operator_desk.ui.parts import Parts

_NARROW_BELOW = 1000  # pixels at 100 %: list and draft take turns


class ArticlesSection(QWidget):
    """List and draft beside each other, or in turns where there is little room."""

    failed = Signal(object)
    told_wanted = Signal()  # the told-to lists

    def __init__(self, parts: Parts, actor: Actor) -> None:
        super().__init__()
        self._parts, self._actor = parts, actor
        self.desk = DraftDesk(parts, actor)
        self.list, self.pane = ArticleList(parts), DraftPane(parts, self.desk, actor)
        self.offer = Offer(parts, actor)
        self._hint = self._hint_card()
        self.toasts = Toasts()
        self._right = QStackedWidget()
        self._right.addWidget(self._hint)
        self._right.addWidget(self.pane)
        self.bulk, self.strip = BulkPane(parts), RunStrip()
        self.bulk_desk = BulkDesk(parts, actor, self.strip)
        self._right.addWidget(self.bulk)
        beside = QHBoxLayout()
        beside.setSpacing(10)
        beside.addWidget(self.list, 38)
        beside.addWidget(self._right, 62)
        self._blank = QWidget()  # takes the room of both while a question needs it
        beside.addWidget(self._blank)
        outer = QVBoxLayout(self)  # what is said is seen whichever of the two is in front
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(10)
        outer.addWidget(self.offer)
        outer.addLayout(beside, 1)
        outer.addWidget(self.strip)
        outer.addWidget(self.toasts)
        # Who has published stands in the rows: the question is one Tab away.
        QWidget.setTabOrder(self.list.table, self.offer.mark)
        QWidget.setTabOrder(self.offer.mark, self.offer.leave)
        self._listen()

    def _hint_card(self) -> QWidget:
        frame, layout = card()
        words = tr(
            "Choose an article at the left and press Enter: it is opened for editing, and nothing "
            "is published before a second person has looked at it.\n\n"
            "Shift with the arrows, Ctrl with a click or Ctrl+A pick several: one field of all of "
            "them is changed at once, and taken back as a whole."
        )
        layout.addWidget(plain_label(words, "muted", wrap=True))
        layout.addStretch(1)
        return frame

    def _listen(self) -> None:
        for part in (self.desk, self.list, self.pane, self.offer, self.bulk, self.bulk_desk):
            part.failed.connect(self.failed)
        self.list.opened.connect(self.open_entry)
        self.list.new_wanted.connect(lambda kind: self.begin(kind))
        self.list.resumed.connect(self.resume)
        self.desk.shown.connect(lambda _shown: self._show_pane())
        self.desk.stored.connect(self.reload)
        self.desk.ended.connect(self.close_draft)
        self.desk.published.connect(self._say_published)
        self.desk.published.connect(self.offer.look)
        self.desk.question_added.connect(
            lambda one: self.toasts.say(tr("Kept in the set {name}.", name=one.set_name))
        )
        self.pane.left.connect(self.close_draft)
        self.list.change_wanted.connect(self.change_many)
        self.bulk.left.connect(self.close_draft)
        self.bulk.wanted.connect(self._store_many)
        self.bulk_desk.stored.connect(self.reload)
        self.bulk_desk.said.connect(self._say_changed)
        self.offer.asking.connect(self._fit)
        self.offer.closed.connect(self.list.table.setFocus)
        for marked in (self.offer.marked, self.pane.marking.marked):
            marked.connect(self._say_marked)

    # -- opening -------------------------------------------------------------------------

    def open_entry(self, entry: Entry) -> None:
        """Opens the draft of a row, else what is published."""
        if entry.drafts:
            self.desk.open(entry.drafts[-1].draft_id)
        else:
            self.desk.edit(entry.key)

    def edit_key(self, key: str) -> None:
        """Opens what is published under a key, from wherever it was found."""
        self.desk.edit(key)

    def begin(self, kind: ArticleKind, title: str = "") -> None:
        """Begins a new article, with a title if there is one."""
        self.desk.begin(kind, title)

    def resume(self, typed: Typed) -> None:
        """Goes on with what was typed and never saved."""
        self.desk.take_up(typed)

    def change_many(self, entries: list[Entry]) -> None:
        """One field of many articles; a draft in hand is put away, what was typed is kept."""
        if self.bulk_desk.busy:
            self.strip.take_keys()
            return
        flush_composition()
        self.desk.close()
        self.bulk.begin(entries, self.list.owners)
        self._right.setCurrentWidget(self.bulk)
        self._fit()
        self.bulk.focus_work()

    def _store_many(self, wish: Wish) -> None:
        if not self.bulk_desk.busy:
            self.close_draft()
            self.bulk_desk.store(wish)

    def _say_changed(self, words: str, back: Callable[[], None] | None) -> None:
        self.toasts.say(words, "ok", tr("Undo") if back else "", back)
        if self.strip.had_keys:
            self.list.table.setFocus()

    def _show_pane(self) -> None:
        self._right.setCurrentWidget(self.pane)
        self._fit()
        self.pane.focus_work()

    def close_draft(self) -> None:
        """Back to the list; what was typed is kept."""
        flush_composition()
        self.desk.close()
        self._right.setCurrentWidget(self._hint)
        self._fit()
        self._look_for_unsaved()
        self.list.table.setFocus()

    def _say_published(self, key: str) -> None:
        self.toasts.say(tr("{key} is published and can be found.", key=key))
        self.reload()

    def _say_marked(self, found: ToldList) -> None:
        words = marked_words(found)
        self.toasts.say(words, "ok", tr("Show the list"), self.told_wanted.emit)

    # -- the page ------------------------------------------------------------------------

    def reload(self) -> None:
        """Reads the list anew; the draft in hand stays."""
        self.list.reload()
        self._look_for_unsaved()

    def _look_for_unsaved(self) -> None:
        forms = self.desk.keeper.forms(self._actor.staff_id)
        self._parts.lanes.read.submit(forms, self._show_unsaved, self.failed.emit, newest="unsaved")

    def _show_unsaved(self, forms: list[Typed]) -> None:
        now = self.desk.now
        self.list.show_unsaved(
            [one for one in forms if now is None or one.draft_id != now.work.draft_id]
        )

    def search(self) -> None:
        """The cursor into the draft in hand; from there, or without one, into the list's box."""
        flush_composition()
        focus = self.focusWidget()
        inside = focus is not None and focus.hasFocus() and self.pane.isAncestorOf(focus)
        if self.desk.now is not None and not (inside and self.list.isVisible()):
            self.pane.focus_work()
        else:
            self.list.line.setFocus()
            self.list.line.selectAll()

    def _fit(self) -> None:
        narrow = self.width() < look.current().px(_NARROW_BELOW)
        editing = self._right.currentWidget() is not self._hint
        asking = narrow and self.offer.wide
        self.list.setVisible(not asking and not (narrow and editing))
        self._right.setVisible(not asking and (editing or not narrow))
        self._blank.setVisible(asking)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
