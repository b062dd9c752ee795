"""One item: the words operators typed, the flags with their calls, the numbers, the text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from operator_desk.domain.article import Article, ArticleKind
from operator_desk.domain.knowledge_terms import Queue
from operator_desk.domain.queues import Case, Item, is_late
from operator_desk.ui import names
from operator_desk.ui.kit.flow import flow_row
from operator_desk.ui.kit.labels import button, card, clear, plain_label, restyle
from operator_desk.ui.kit.words import tr
from operator_desk.ui.knowledge.browser import SafeBrowser
from operator_desk.ui.knowledge.editor.ask import Ask, AskStrip
from operator_desk.ui.knowledge.queues.detail import Asked, Detail
from operator_desk.ui.knowledge.queues.numbers import NumbersTable
from operator_desk.ui.knowledge.queues.words import acts_of, how_often
from operator_desk.ui.parts import Parts

_CLOCK = "%m-%d %H:%M"


class ItemView(QWidget):
    """Shows a `Detail`; the foot has what can be done, each with its key."""

    act_wanted = Signal(str)
    left = Signal()

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self._parts = parts
        self.detail: Detail | None = None
        self.buttons: dict[str, QPushButton] = {}
        frame, layout = card()
        self._title, self._meta = plain_label(role="title", wrap=True), plain_label(wrap=True)
        self._whose = plain_label(role="muted", wrap=True)
        self.numbers = NumbersTable()
        self.numbers.changed.connect(self._offer)
        self._say, self._body = plain_label(role="say", wrap=True), SafeBrowser()
        self._source = plain_label(role="muted", wrap=True)
        for widget in (self._title, self._meta, self._whose):
            layout.addWidget(widget)
        layout.addWidget(self._scrolling(), 1)
        self.strip = AskStrip()
        self.strip.closed.connect(self._offer)
        layout.addWidget(self.strip)
        self._foot, self._row = flow_row(8)
        layout.addWidget(self._foot)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        self.show_nothing("")

    def _scrolling(self) -> QScrollArea:
        strip = QWidget()
        strip.setObjectName("inner")
        layout = QVBoxLayout(strip)
        layout.setContentsMargins(0, 0, 4, 0)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(8)
        layout.addLayout(self._lines)
        for widget in (self.numbers, self._say, self._body, self._source):
            layout.addWidget(widget)
        layout.addStretch(1)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setAccessibleName(tr("What is behind it"))
        self.area.setWidget(strip)
        return self.area

    # -- showing -------------------------------------------------------------------------

    def show_nothing(self, words: str) -> None:
        """No item is chosen."""
        self.detail = None
        clear(self._lines)
        self._title.setText(words)
        for widget in (self._meta, self._whose, self.numbers, self._say, self._body, self._source):
            widget.hide()
        self._offer()

    def show_detail(self, detail: Detail) -> None:
        """An item with what is behind it."""
        item = detail.item
        same = self.detail is not None and self.detail.item.subject == item.subject
        self.detail = detail
        self._title.setText(item.title)
        self._meta.setText(how_often(item, self._parts.profile))
        self._meta.show()
        self._show_whose(item)
        clear(self._lines)
        for line in self._told(detail):
            self._lines.addWidget(line)
        contact = item.queue is Queue.CONTACT and detail.article is not None
        phones = detail.article.phones if contact and detail.article else ()
        self.numbers.show_phones(phones, detail.confirmed_since, keep=same)
        self._show_text(detail.article)
        if not same:
            self.area.verticalScrollBar().setValue(0)
        self._offer()

    def _show_whose(self, item: Item) -> None:
        late = is_late(item, self._parts.counting.today())
        parts = []
        if item.owner is not None:
            known = self.detail.names if self.detail else {}
            parts.append(tr("Whose: {name}", name=known.get(item.owner, tr("this machine"))))
        if item.due is not None:
            words = tr("overdue since {day}") if late else tr("until {day}")
            parts.append(words.format(day=item.due.isoformat()))
        if item.again:
            parts.append(tr("was done once, and has come back"))
        self._whose.setText(" · ".join(parts))
        restyle(self._whose, "role", "warn" if late or item.again else "muted")
        self._whose.setVisible(bool(parts))

    def _told(self, detail: Detail) -> Iterator[QWidget]:
        for asked in detail.asked:
            yield self._asked(asked)
        for case in detail.cases:
            yield self._case(case, detail)

    def _asked(self, asked: Asked) -> QWidget:
        frame, layout = _inset()
        layout.addWidget(plain_label(asked.words, wrap=True))
        times = "　".join(names.local(self._parts.profile, at, _CLOCK) for at in asked.at)
        layout.addWidget(plain_label(times, "muted", wrap=True))
        return frame

    def _case(self, case: Case, detail: Detail) -> QWidget:
        """A flag: why, the note, who and when, and the call it came up in."""
        profile = self._parts.profile
        frame, layout = _inset()
        at = names.local(profile, case.at, _CLOCK)
        by = detail.names.get(case.by, tr("this machine"))
        head = tr(
            "{reason} · {name}, {time}", reason=names.flag_word(case.reason), name=by, time=at
        )
        layout.addWidget(plain_label(head, wrap=True))
        if case.note:
            layout.addWidget(plain_label(f"“{case.note}”", wrap=True))
        if case.started_at is None:
            layout.addWidget(plain_label(tr("Flagged outside a call."), "muted", wrap=True))
            return frame
        call = [tr("Call of {time}", time=names.local(profile, case.started_at, _CLOCK))]
        if case.ticket:
            call.append(tr("Ticket {number}", number=case.ticket))
        if case.summary:
            call.append(case.summary)
        if case.hidden:
            call.append(tr("secret or anonymous, its words stay in the call"))
        layout.addWidget(plain_label(" · ".join(call), "muted", wrap=True))
        return frame

    def _show_text(self, article: Article | None) -> None:
        answer = article.answer if article else ""
        self._say.setText(answer)
        self._say.setVisible(bool(answer))
        body = article.body if article else ""
        if article is not None and article.kind is ArticleKind.REGULATION:
            self._body.show_law(body)
        else:
            self._body.show_markdown(body)
        self._body.setVisible(bool(body))
        source = article.source if article else ""
        words = tr("Source: {source}", source=source or tr("none stated"))
        self._source.setText(words if article else "")
        self._source.setVisible(article is not None)

    # -- acts ----------------------------------------------------------------------------

    def _offer(self) -> None:
        clear(self._row)
        self.buttons = {}
        acts = acts_of(self.detail.item.queue) if self.detail else ()
        for place, act in enumerate(acts):
            words = tr(act.words)
            if act.name == "confirm" and self.numbers.marked():
                words = tr("{n} confirmed today…", n=len(self.numbers.marked()))
            made = button(words, "" if place else "primary", act.picture, act.key)
            made.clicked.connect(lambda _on=False, name=act.name: self.act_wanted.emit(name))
            self.buttons[act.name] = made
            self._row.addWidget(made)
        self._foot.setVisible(bool(acts) and not self.strip.asking)

    def ask(self, ask: Ask) -> None:
        """Asks in the strip; the buttons make room for it."""
        self.strip.ask(ask)
        self._foot.hide()

    def take_keys(self) -> None:
        """The keys to the numbers, or to the text (arrows scroll)."""
        (self.area if self.numbers.isHidden() else self.numbers).setFocus()

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> Any:
        if query == Qt.InputMethodQuery.ImEnabled:
            return False
        return super().inputMethodQuery(query)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _inset() -> tuple[QFrame, QVBoxLayout]:
    frame = QFrame()
    frame.setProperty("role", "inset")
    layout = QVBoxLayout(frame)
    layout.setContentsMargins(10, 6, 10, 6)
    layout.setSpacing(2)
    return frame, layout
