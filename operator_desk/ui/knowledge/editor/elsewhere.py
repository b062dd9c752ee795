"""The numbers that a draft drops and other articles still tell: a bar, and a list to open each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from operator_desk.domain.article import Article
from operator_desk.domain.where import Standing, dropped
from operator_desk.ui.kit.labels import button, plain_label
from operator_desk.ui.kit.table import Column, RowsView
from operator_desk.ui.kit.words import tr
from operator_desk.ui.knowledge.editor.ask import Ask
from operator_desk.ui.knowledge.editor.words import field_name
from operator_desk.ui.parts import Parts

_DECISIONS = ("submit", "publish", "schedule")
_Numbers = tuple[str, ...]


def old_number_words(found: list[Standing]) -> str:
    """What an editor is told of them; "" when there are none."""
    if not found:
        return ""
    return tr(
        "The draft does not say {numbers} any more; callers are still told it by {n} others.",
        numbers="、".join(dict.fromkeys(one.number for one in found)),
        n=len({one.article.key for one in found}),
    )


class OldNumberBar(QFrame):
    """One line above the draft; takes no keys by itself."""

    wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "remark")
        self.setProperty("level", "warn")
        self._words = plain_label(wrap=True)
        self.show_them = button(tr("Show them"), "flat")
        self.show_them.clicked.connect(self.wanted)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 4, 6, 4)
        layout.addWidget(self._words, 1)
        layout.addWidget(self.show_them)
        self.hide()

    def show_words(self, words: str) -> None:
        """Says it; "" takes no room."""
        self._words.setText(words)
        self.setAccessibleName(words)
        self.setVisible(bool(words))


class ElsewherePane(QWidget):
    """The articles that still tell an old number; Enter opens one for editing."""

    open_wanted = Signal(str)  # the key of an article
    looked = Signal()  # `found` is another one
    failed = Signal(object)

    def __init__(self, parts: Parts, asking: Callable[[], bool]) -> None:
        super().__init__()
        self._parts, self._asking = parts, asking
        self.bar = OldNumberBar()
        self._numbers: _Numbers = ()
        self._draft = 0  # counts the drafts: what was asked for the one before comes too late
        self.found: list[Standing] = []
        self.table = RowsView(
            (
                Column(tr("Number"), lambda one: one.number, 14),
                Column(tr("Article"), lambda one: one.article.title),
                Column(tr("Where"), self._where, 14),
                Column(tr("Words around it"), lambda one: one.places[0].words),
            ),
            tr("Articles that tell an old number"),
        )
        self.table.opened.connect(lambda one: self.open_wanted.emit(one.article.key))
        self.setFocusProxy(self.table)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        hint = tr("Enter opens an article for editing. What you typed here is kept.")
        layout.addWidget(plain_label(hint, "muted", wrap=True))
        layout.addWidget(self.table, 1)

    @staticmethod
    def _where(one: Standing) -> str:
        return "、".join(dict.fromkeys(field_name(place.field) for place in one.places))

    def forget(self) -> None:
        """Another draft is in hand: nothing is known of it yet."""
        self._numbers = ()
        self._draft += 1
        self._show([])

    def look(self, before: Article | None, after: Article) -> None:
        """Looks which numbers the text drops, and where these stand; in a lane.

        The store is asked only when other numbers are dropped than before.
        """
        if before is None:
            return
        where, known, draft = self._parts.where, self._numbers, self._draft

        def work() -> tuple[_Numbers, list[Standing] | None]:
            numbers = dropped(before, after)
            return numbers, None if numbers == known else where.left(numbers, before.key)

        self._parts.lanes.read.submit(
            work, lambda done: self._done(draft, *done), self.failed.emit, newest="old numbers"
        )

    def _done(self, draft: int, numbers: _Numbers, found: list[Standing] | None) -> None:
        if found is not None and draft == self._draft:
            self._numbers = numbers
            self._show(found)

    def _show(self, found: list[Standing]) -> None:
        self.found = found
        self.table.set_rows(found)
        self.show_bar()
        self.looked.emit()

    def show_bar(self) -> None:
        """The bar where there is something to say, unless a question of the foot says it."""
        self.bar.show_words("" if self._asking() else old_number_words(self.found))

    def warned(self, name: str, ask: Ask) -> Ask:
        """The question of a decision, with what is left behind when the text reaches callers."""
        if name not in _DECISIONS or not self.found:
            return ask
        return replace(ask, words=f"{ask.words}\n{old_number_words(self.found)}")
