"""One question: its words, its set, and the right articles, which are chosen by search."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QVBoxLayout, QWidget

from operator_desk.domain.facts import QuestionVersion
from operator_desk.domain.knowledge import Hit, QueryMode
from operator_desk.domain.question_sets import Question
from operator_desk.domain.views import ArticleHead
from operator_desk.services.people import Actor
from operator_desk.services.question_sets import Listed
from operator_desk.ui.kit import look
from operator_desk.ui.kit.composing import ComposingLine, flush_composition
from operator_desk.ui.kit.flow import flow_row
from operator_desk.ui.kit.labels import button, card, heading, plain_label
from operator_desk.ui.kit.table import Column, RowsView
from operator_desk.ui.kit.words import tr
from operator_desk.ui.names import article_word, local
from operator_desk.ui.parts import Parts

_HITS, _WAIT_MS = 9, 200
_LOW_BELOW = 420  # pixels at 100 %


@dataclass(frozen=True, slots=True)
class Gold:
    """A right article: its key, its title ("": it is not there), whether it is repealed."""

    key: str
    title: str
    repealed: bool = False

    def state(self) -> str:
        """What there is to know of it."""
        if not self.title:
            return tr("not there")
        return tr("repealed") if self.repealed else ""


class _Chosen(RowsView):
    removed = Signal(object)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().row()
        if event.key() == Qt.Key.Key_Delete and 0 <= row < len(self.rows.rows):
            self.removed.emit(self.rows.rows[row])
        else:
            super().keyPressEvent(event)


class FormCard(QWidget):
    """Enter goes on: question, set, search, hits; there it adds an article, then keeps."""

    failed = Signal(object)
    kept = Signal(object)  # Question
    drop_wanted = Signal(object)  # Question

    def __init__(self, parts: Parts, actor: Actor) -> None:
        super().__init__()
        self._parts, self._actor = parts, actor
        self._before: Question | None = None
        self._gold: list[Gold] = []
        self._timer = QTimer(self, singleShot=True, interval=_WAIT_MS)
        self._timer.timeout.connect(self._search)
        frame, layout = card()
        title, self._remark = heading("edit", tr("Question"))
        layout.addWidget(title)
        # What it is, and what is found for it: below each other, or beside where it is low.
        self._halves = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._halves.addLayout(self._upper(), 2)
        self._halves.addLayout(self._lower(), 3)
        layout.addLayout(self._halves, 1)
        self._trouble = plain_label(role="muted", wrap=True)
        layout.addWidget(self._trouble)
        layout.addWidget(self._buttons())
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        self.clear()

    def _upper(self) -> QVBoxLayout:
        layout = QVBoxLayout()
        layout.setSpacing(8)
        layout.addLayout(self._lines())
        layout.addWidget(plain_label(tr("Right articles"), "field"))
        columns = (
            Column(tr("Title"), lambda row: row.title or row.key),
            Column(tr("State"), lambda row: row.state(), 10),
        )
        self.chosen = _Chosen(columns, tr("Right articles"))
        self.chosen.removed.connect(self._remove)
        layout.addWidget(self.chosen, 1)
        return layout

    def _lower(self) -> QVBoxLayout:
        layout = QVBoxLayout()
        layout.setSpacing(8)
        self.line = ComposingLine()
        self.line.setAccessibleName(tr("Search an article to add"))
        self.line.setPlaceholderText(tr("Search an article to add"))
        self.line.textChanged.connect(lambda _text: self._timer.start())
        self.line.returnPressed.connect(self._to_hits)
        layout.addWidget(self.line)
        columns = (
            Column(tr("Found"), lambda hit: hit.title),
            Column(tr("Kind of article"), lambda hit: article_word(hit.kind), 12),
        )
        self.hits = RowsView(columns, tr("Found articles; Enter adds one"))
        self.hits.opened.connect(self._add)
        layout.addWidget(self.hits, 1)
        return layout

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        low = self.height() < look.current().px(_LOW_BELOW)
        way = QBoxLayout.Direction.LeftToRight if low else QBoxLayout.Direction.TopToBottom
        self._halves.setDirection(way)

    def _lines(self) -> QGridLayout:
        grid = QGridLayout()
        self.question, self.set = ComposingLine(), ComposingLine()
        self.question.returnPressed.connect(self._question_done)
        self.set.returnPressed.connect(self._to_search)
        for row, (words, field) in enumerate(
            ((tr("What callers ask"), self.question), (tr("Question set"), self.set))
        ):
            field.setAccessibleName(words)
            field.textChanged.connect(lambda _text: self._fit_buttons())
            grid.addWidget(plain_label(words, "field"), row, 0)
            grid.addWidget(field, row, 1)
        return grid

    def _buttons(self) -> QWidget:
        host, row = flow_row()
        self.keep = button(tr("Keep"), "primary")
        self.away, self.another = button(tr("Take out of the set")), button(tr("Another one"))
        self.keep.clicked.connect(self._keep)
        self.away.clicked.connect(
            lambda: self.drop_wanted.emit(self._before) if self._before else None
        )
        self.another.clicked.connect(self._begin)
        for made in (self.keep, self.away, self.another):
            row.addWidget(made)
        return host

    # -- showing -------------------------------------------------------------------------

    def show_question(self, listed: Listed) -> None:
        """A question that is kept, to be changed."""
        one, today = listed.question, self._parts.counting.today()
        heads = {head.key: head for head in listed.articles}
        self._before = one
        self.question.setText(one.text)
        self.question.setCursorPosition(0)
        self.set.setText(one.set_name)
        self._set_gold([_gold(key, heads.get(key), today.isoformat()) for key in one.gold])
        self.line.clear()
        self.hits.set_rows([])
        self.question.setFocus()
        sets, people = self._parts.question_sets, self._parts.people
        self._parts.lanes.read.submit(
            lambda: (sets.history(*one.name), people.names()),
            lambda found: self._say_history(one, *found),
            self.failed.emit,
            newest="question history",
        )

    def _say_history(
        self, one: Question, rows: list[QuestionVersion], names: dict[UUID, str]
    ) -> None:
        if self._before is not one or not rows:
            return
        at = local(self._parts.profile, rows[0].at, "%Y-%m-%d")
        name = names.get(rows[0].actor, tr("this machine"))
        self._remark.setText(tr("{name}, {at} · change {n}", name=name, at=at, n=len(rows)))

    def clear(self, set_name: str = "") -> None:
        """Nothing stands in the form but the set."""
        self._before = None
        self.question.clear()
        self.set.setText(set_name or self.set.text() or tr("Callers' questions"))
        self._remark.setText("")
        self._set_gold([])
        self.line.clear()
        self.hits.set_rows([])

    def _begin(self) -> None:
        flush_composition()
        self.clear()
        self.question.setFocus()

    def _set_gold(self, gold: list[Gold]) -> None:
        self._gold = gold
        self.chosen.set_rows(gold)
        self._fit_buttons()

    def _fit_buttons(self) -> None:
        lacking = not self._gold or not self.question.text().strip() or not self.set.text().strip()
        self.keep.setEnabled(not lacking)
        self.away.setEnabled(self._before is not None)
        words = "" if self._gold else tr("Search the articles that answer it; Enter adds one.")
        if self._gold and not self.chosen.hasFocus():
            words = tr("Delete takes a right article out of the list.")
        self._trouble.setText(words)

    # -- right articles ------------------------------------------------------------------

    def _question_done(self) -> None:
        flush_composition()
        self.set.setFocus()
        self.set.selectAll()

    def _to_search(self) -> None:
        flush_composition()
        if not self.line.text():
            self.line.setText(self.question.text())
        self.line.setFocus()
        self.line.selectAll()

    def _to_hits(self) -> None:
        flush_composition()
        self._timer.stop()
        self._search(then=self._focus_hits)

    def _focus_hits(self) -> None:
        if self.hits.rows.rows:
            self.hits.setFocus()

    def _search(self, then: Callable[[], object] = lambda: None) -> None:
        words, search = self.line.text().strip(), self._parts.search
        today = self._parts.counting.today()

        def show(hits: list[Hit]) -> None:
            self.hits.set_rows(hits)
            if words and not hits:
                self._trouble.setText(tr("Nothing was found."))
            then()

        if not words:
            self.hits.set_rows([])
            return
        self._parts.lanes.search.submit(
            lambda: search(words, limit=_HITS, on=today, mode=QueryMode.TYPED),
            show,
            self.failed.emit,
            newest="right articles",
        )

    def _add(self, hit: Hit) -> None:
        if hit.key not in [one.key for one in self._gold]:
            repealed = hit.validity.value == "repealed"
            self._set_gold([*self._gold, Gold(hit.key, hit.title, repealed)])
        (self.keep if self.keep.isEnabled() else self.question).setFocus()

    def _remove(self, gone: Gold) -> None:
        self._set_gold([one for one in self._gold if one != gone])
        if not self._gold:
            self.line.setFocus()

    # -- keeping -------------------------------------------------------------------------

    def _keep(self) -> None:
        flush_composition()
        sets, actor, before = self._parts.question_sets, self._actor, self._before
        text, name, gold = self.question.text(), self.set.text(), [one.key for one in self._gold]
        self._parts.lanes.write.submit(
            lambda: sets.put(actor, name, text, gold, before), self._kept, self.failed.emit
        )

    def _kept(self, one: Question) -> None:
        self.clear(one.set_name)
        self.question.setFocus()
        self.kept.emit(one)


def _gold(key: str, head: ArticleHead | None, today: str) -> Gold:
    if head is None:
        return Gold(key, "")
    gone = head.repealed_on is not None and head.repealed_on.isoformat() <= today
    return Gold(key, head.title, gone)
