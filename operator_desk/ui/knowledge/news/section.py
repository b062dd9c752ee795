"""The section of the knowledge page: all that is not read, and one change in full width."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from operator_desk.services.news import Item
from operator_desk.services.people import Actor
from operator_desk.ui.kit.labels import card, heading, plain_label
from operator_desk.ui.kit.table import Column, RowsView
from operator_desk.ui.kit.words import tr
from operator_desk.ui.knowledge.news.reader import NewsReader
from operator_desk.ui.knowledge.news.words import turn_word
from operator_desk.ui.parts import Parts


class NewsSection(QWidget):
    """The list at the left, old beside new at the right."""

    failed = Signal(object)
    open_wanted = Signal(str)

    def __init__(self, parts: Parts, actor: Actor) -> None:
        super().__init__()
        self.reader = NewsReader(parts, actor)
        self.reader.failed.connect(self.failed)
        self.reader.open_wanted.connect(self.open_wanted)
        self.reader.loaded.connect(self._show)
        self.reader.left.connect(self.search)
        columns = (
            Column(tr("Article"), lambda item: item.after.title),
            Column(tr("What"), lambda item: turn_word(item.turn), 9),
        )
        self.table = RowsView(columns, tr("Since my last shift"))
        self.table.chosen.connect(self._chosen)
        self.table.opened.connect(lambda _item: self.reader.setFocus())
        frame, layout = card()
        title, self._remark = heading("history", tr("Since my last shift"))
        self._empty = plain_label(role="muted", wrap=True)
        layout.addWidget(title)
        layout.addWidget(self._empty)
        layout.addWidget(self.table, 1)
        side = QWidget()
        inner = QVBoxLayout(side)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self.reader, 1)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(10)
        outer.addWidget(frame, 2)
        outer.addWidget(side, 3)

    def reload(self) -> None:
        """Reads anew what is not read yet."""
        self.reader.load()

    def search(self) -> None:
        """The keys to where the work begins: the change itself, else the list."""
        if self.reader.items and not self.reader.hasFocus():
            self.reader.setFocus()
        else:
            self.table.setFocus()

    def _show(self, items: list[Item]) -> None:
        self._remark.setText(tr("{n} not read", n=len(items)) if items else "")
        self._empty.setText(
            tr("Nothing has changed of what this desk tells. What changes stands here until read.")
        )
        self._empty.setVisible(not items)
        self.table.setVisible(bool(items))
        shown = self.reader.item
        self.table.blockSignals(True)
        self.table.set_rows(items)
        if shown is not None:
            self.table.selectRow(items.index(shown))
        self.table.blockSignals(False)

    def _chosen(self, item: Item | None) -> None:
        if item is not None and item is not self.reader.item:
            self.reader.choose(item)
