"""The section of the queues: what waits at the left, the item in hand at the right."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from operator_desk.domain.errors import UserError
from operator_desk.domain.facts import StaffVersion
from operator_desk.domain.knowledge_terms import Queue
from operator_desk.domain.queues import Item
from operator_desk.services.people import Actor
from operator_desk.ui.kit import look
from operator_desk.ui.kit.composing import flush_composition
from operator_desk.ui.kit.notices import Toasts
from operator_desk.ui.kit.words import tr
from operator_desk.ui.knowledge.queues import detail
from operator_desk.ui.knowledge.queues.acts import Acts
from operator_desk.ui.knowledge.queues.detail import Detail
from operator_desk.ui.knowledge.queues.item_list import ItemList
from operator_desk.ui.knowledge.queues.item_view import ItemView
from operator_desk.ui.knowledge.queues.words import acts_of
from operator_desk.ui.messages import sentence
from operator_desk.ui.parts import Parts

_NARROW_BELOW = 1000  # pixels at 100 %: list and item take turns
_Read = tuple[dict[Queue, list[Item]], list[StaffVersion]]


class QueuesSection(QWidget):
    """Digits choose a queue, letters do something with the item that the keys stand on."""

    failed = Signal(object)
    edit_wanted = Signal(str)  # an article's key, into the editor
    new_wanted = Signal(object, str)  # ArticleKind and title of a draft to begin
    acted = Signal()  # what waits for whom may be another number

    def __init__(self, parts: Parts, actor: Actor) -> None:
        super().__init__()
        self._parts, self._actor = parts, actor
        self._subject = ""
        self._reading = False  # the item is in front where there is room for one of both
        self.list, self.view = ItemList(parts, actor), ItemView(parts)
        self.strip = self.view.strip
        self.acts, self.toasts = Acts(parts, actor), Toasts()
        self._side = QWidget()
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.addWidget(self.view, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(10)
        beside = QHBoxLayout()
        beside.setSpacing(10)
        beside.addWidget(self.list, 52)
        beside.addWidget(self._side, 48)
        outer.addLayout(beside, 1)
        outer.addWidget(self.toasts)
        self._listen()

    def _listen(self) -> None:
        self.list.chosen.connect(self._chosen)
        self.list.opened.connect(lambda _item: self._read_item())
        self.view.left.connect(self._to_list)
        self.view.act_wanted.connect(self.act)
        self.strip.closed.connect(self._asked)
        self.acts.done.connect(self._done)
        self.acts.returned.connect(self._returned)
        self.acts.new_wanted.connect(self._begin)
        self.acts.refused.connect(self._refused)
        self.acts.failed.connect(self.failed)

    # -- reading -------------------------------------------------------------------------

    def reload(self) -> None:
        """Reads all queues anew; the keys stay on their item."""
        queues, people = self._parts.queues, self._parts.people
        self._parts.lanes.read.submit(
            lambda: (queues.all(), people.all()), self._take, self.failed.emit, newest="queues"
        )

    def _take(self, read: _Read) -> None:
        items, people = read
        self.acts.set_people(people)
        self.list.show_items(items, {one.staff_id: one.name for one in people}, self._subject)

    def _chosen(self, item: Item | None) -> None:
        self._subject = item.subject if item else ""
        if item is None:
            self.view.show_nothing(tr("Nothing is left in this queue."))
            self._reading = False
            self._fit()
            return
        parts, actor = self._parts, self._actor
        parts.lanes.read.submit(
            lambda: detail.load(parts, actor, item), self._show, self._not_read, newest="item"
        )

    def _show(self, found: Detail) -> None:
        if found.item.subject == self._subject and not self.strip.asking:
            self.view.show_detail(found)

    def _not_read(self, error: Exception) -> None:
        if isinstance(error, UserError):  # the article went since the list was read
            self.view.show_nothing(sentence(error))
        else:
            self.failed.emit(error)

    # -- acts ----------------------------------------------------------------------------

    def act(self, name: str) -> None:
        """Does something with the item in hand, or asks first what it needs."""
        found = self.view.detail
        if found is None or name not in [act.name for act in acts_of(found.item.queue)]:
            return
        flush_composition()
        if name == "edit":
            self.edit_wanted.emit(found.item.key)
            return
        self._read_item(keys=False)
        self.view.ask(self.acts.ask(name, found.item, self.view.numbers.marked()))

    def _asked(self) -> None:
        self._to_list()
        self._chosen(self.list.item)  # perhaps another row was clicked meanwhile

    def _begin(self, kind: object, title: str) -> None:
        self.strip.close_strip()
        self.new_wanted.emit(kind, title)

    def _done(self, words: str, undoes: Item | None) -> None:
        self.view.numbers.unmark()
        self.strip.close_strip()
        if undoes is None:
            self.toasts.say(words)
        else:
            label = f"{tr('Undo')}  U"
            self.toasts.say(words, "ok", label, lambda: self.acts.undo(undoes))
        self.acted.emit()
        self.reload()

    def _returned(self, item: Item) -> None:
        """The keys go to what waits again."""
        self.list.queue, self._subject = item.queue, item.subject

    def _refused(self, error: UserError) -> None:
        if self.strip.asking:
            self.strip.show_trouble(sentence(error))
        else:
            self.failed.emit(error)

    # -- the page ------------------------------------------------------------------------

    def search(self) -> None:
        """The keys to where the work begins: the rows."""
        flush_composition()
        self._to_list()

    def _read_item(self, *, keys: bool = True) -> None:
        self._reading = True
        self._fit()
        if keys:
            self.view.take_keys()

    def _to_list(self) -> None:
        self._reading = False
        self._fit()
        self.list.take_keys()

    def _fit(self) -> None:
        narrow = self.width() < look.current().px(_NARROW_BELOW)
        self.list.setVisible(not narrow or not self._reading)
        self._side.setVisible(not narrow or self._reading)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = event.text().upper()
        keys = {act.key: act.name for act in acts_of(self.list.queue)}
        if self.strip.asking or not text:
            super().keyPressEvent(event)
        elif text in keys:
            self.act(keys[text])
        elif text == "U":
            self.acts.undo(self.acts.last_done)
        elif text.isdecimal() and text.isascii():
            self.list.step(int(text))
            self._to_list()
        elif event.key() == Qt.Key.Key_Escape:
            self._to_list()
        else:
            super().keyPressEvent(event)
