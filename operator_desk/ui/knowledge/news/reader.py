"""Reads what changed one after the other: Enter is read, and the next one comes."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from operator_desk.services.news import Item
from operator_desk.services.people import Actor
from operator_desk.ui.kit.flow import flow_row
from operator_desk.ui.kit.labels import button, heading, plain_label, restyle
from operator_desk.ui.kit.words import tr
from operator_desk.ui.knowledge.news.change_view import ChangeView
from operator_desk.ui.knowledge.news.words import item_line, parts_of
from operator_desk.ui.parts import Parts


class NewsReader(QFrame):
    """One change at a time; it asks for nothing and takes no keys by itself."""

    loaded = Signal(object)  # the items that are not read
    open_wanted = Signal(str)  # the key of an article
    left = Signal()
    failed = Signal(object)

    def __init__(self, parts: Parts, actor: Actor) -> None:
        super().__init__()
        self._parts, self._actor = parts, actor
        self.items: list[Item] = []
        self._at = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("role", "inset")
        self._heading, self._count = heading("history", tr("Since my last shift"))
        self._title, self._line = (
            plain_label(role="title", wrap=True),
            plain_label("", "muted", wrap=True),
        )
        self._change = ChangeView()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 8, 10, 8)
        layout.setSpacing(6)
        for widget in (self._heading, self._title, self._line, self._scrolling()):
            layout.addWidget(widget, int(isinstance(widget, QScrollArea)))
        layout.addWidget(self._buttons())
        self.hide()

    def _scrolling(self) -> QScrollArea:
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        host = QWidget()
        host.setObjectName("inner")
        inner = QVBoxLayout(host)
        inner.setContentsMargins(0, 0, 4, 0)
        inner.addWidget(self._change)
        inner.addStretch(1)
        self._area.setWidget(host)
        return self._area

    def _buttons(self) -> QWidget:
        host, row = flow_row(8)
        self.read = button(tr("Read, next"), "primary", "check", "Enter")
        self.read.clicked.connect(self.read_on)
        self.open = button(tr("Open the article"), "flat", "book")
        self.open.clicked.connect(self._open)
        self.all = button(tr("All read"), "flat")
        self.all.clicked.connect(self.read_all)
        for widget in (self.read, self.open, self.all):
            row.addWidget(widget)
        return host

    # -- loading -------------------------------------------------------------------------

    def begin(self) -> None:
        """At sign-in: notes from when on changes count, then reads what there is."""
        news, actor = self._parts.news, self._actor
        self._parts.lanes.write.submit(
            lambda: news.begin(actor), lambda _none: self.load(), self.failed.emit
        )

    def load(self) -> None:
        """Reads anew what is not read yet."""
        news, actor = self._parts.news, self._actor
        self._parts.lanes.read.submit(
            lambda: news.unread(actor), self._loaded, self.failed.emit, newest="news"
        )

    def _loaded(self, items: list[Item]) -> None:
        kept = self.item.id if self.item else ""
        self.items = items
        self._at = next((at for at, item in enumerate(items) if item.id == kept), 0)
        self._show()
        self.loaded.emit(items)

    @property
    def item(self) -> Item | None:
        """The change that is shown."""
        return self.items[self._at] if self._at < len(self.items) else None

    def _show(self) -> None:
        item = self.item
        had_keys = self.hasFocus()
        self.setVisible(item is not None)
        if item is None:
            if had_keys:
                self.left.emit()
            return
        self._count.setText(f"{self._at + 1} / {len(self.items)}")
        self._title.setText(item.after.title)
        self._line.setText(item_line(item, self._parts.profile))
        parts = parts_of(item)
        self._change.show_parts(parts)
        self._area.verticalScrollBar().setValue(0)
        words = "; ".join(f"{label}: {old} → {new}" for label, old, new in parts)
        self.setAccessibleName(f"{tr('Since my last shift')}: {item.after.title}")
        self.setAccessibleDescription(words)

    # -- reading -------------------------------------------------------------------------

    def read_on(self) -> None:
        """What is shown was read; the next one comes."""
        if self.item is not None:
            self._mark([self.item.id])

    def read_all(self) -> None:
        """All of it was read."""
        self._mark([item.id for item in self.items])

    def _mark(self, ids: list[str]) -> None:
        news, actor = self._parts.news, self._actor
        self.items = [item for item in self.items if item.id not in ids]
        self._at = min(self._at, max(0, len(self.items) - 1))
        self._show()
        self.loaded.emit(self.items)
        self._parts.lanes.write.submit(
            lambda: news.mark_read(actor, ids), lambda _none: None, self.failed.emit
        )

    def choose(self, item: Item) -> None:
        """Shows one of the changes."""
        if item in self.items:
            self._at = self.items.index(item)
            self._show()

    def _step(self, by: int) -> None:
        if self.items:
            self._at = (self._at + by) % len(self.items)
            self._show()

    def _open(self) -> None:
        if self.item is not None:
            self.open_wanted.emit(self.item.after.key)

    # -- keys ----------------------------------------------------------------------------

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> Any:
        if query == Qt.InputMethodQuery.ImEnabled:
            return False
        return super().inputMethodQuery(query)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.read_on()
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._step(1 if key == Qt.Key.Key_Right else -1)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            bar = self._area.verticalScrollBar()
            bar.setValue(bar.value() + (40 if key == Qt.Key.Key_Down else -40))
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: Any) -> None:
        super().focusInEvent(event)
        restyle(self, "keys", True)

    def focusOutEvent(self, event: Any) -> None:
        super().focusOutEvent(event)
        restyle(self, "keys", False)
