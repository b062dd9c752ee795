"""The question sets beside a draft: where right articles stand now, and would after a change."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from operator_desk.domain.article import Article
from operator_desk.domain.question_sets import Foreseen, Tried, summary, worst_first
from operator_desk.services.question_sets import Progress, Ranker
from operator_desk.ui.kit.flow import flow_row
from operator_desk.ui.kit.labels import button, plain_label, restyle
from operator_desk.ui.kit.table import Column, RowsView
from operator_desk.ui.kit.words import later, tr
from operator_desk.ui.knowledge.questions.runner import ProgressRow, Runner
from operator_desk.ui.knowledge.questions.words import change_words, ranks_words, summary_words
from operator_desk.ui.parts import Parts

DRAFT, TAKEN_DOWN, REPEALED = "draft", "withdraw", "repeal"
_WAYS = (
    (DRAFT, later("This text published")),
    (TAKEN_DOWN, later("Taken down")),
    (REPEALED, later("Repealed today")),
)


@dataclass(frozen=True, slots=True)
class InHand:
    """What can be tried: the text as it stands, what is published under its key, its day.

    `readable`: no field of the text has to be mended before it can be read.
    """

    article: Article
    published: Article | None
    publish_on: date | None = None
    readable: bool = True

    @property
    def ways(self) -> tuple[str, ...]:
        """What there is to try, the likeliest first."""
        changed = self.readable and self.article != self.published
        gone = (TAKEN_DOWN, REPEALED) if self.published else ()
        return (DRAFT, *gone) if changed else gone


@dataclass(frozen=True, slots=True)
class _Result:
    """What came of a trial, and the text in hand then."""

    article: Article
    change: Foreseen
    rows: list[Tried]


class TrialPane(QWidget):
    """Tries the text in hand, its taking down or its repeal; worsened questions first."""

    failed = Signal(object)
    told = Signal()  # there is another result, or none any more
    question_wanted = Signal()

    def __init__(self, parts: Parts, in_hand: Callable[[], InHand]) -> None:
        super().__init__()
        self._parts, self._in_hand = parts, in_hand
        self._runner = Runner(parts)
        self._runner.failed.connect(self.failed)
        self._runner.ended.connect(self.told)
        self._results: dict[str, _Result] = {}  # by what was tried
        self._none = False  # whether there are no questions at all
        self._chosen = ""
        self._build()

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._way_row())
        layout.addWidget(ProgressRow(self._runner))
        self._said, self._said_words = self._remark()
        layout.addWidget(self._said)
        columns = (
            Column(tr("Question"), lambda row: row.question.text),
            Column(tr("Rank"), ranks_words, 14),
            Column(tr("What becomes of it"), change_words, 20),
            Column(tr("Set"), lambda row: row.question.set_name, 12),
        )
        self.table = RowsView(columns, tr("Question sets, worsened questions first"))
        layout.addWidget(self.table, 1)
        self._hint = plain_label(role="muted", wrap=True)
        layout.addWidget(self._hint)
        layout.addStretch(0)

    def _remark(self) -> tuple[QFrame, QLabel]:
        frame = QFrame()
        frame.setProperty("role", "remark")
        inner = QVBoxLayout(frame)
        inner.setContentsMargins(10, 6, 10, 6)
        words = plain_label(wrap=True)
        inner.addWidget(words)
        frame.hide()
        return frame, words

    def _way_row(self) -> QWidget:
        host, row = flow_row()
        self._chips: dict[str, QPushButton] = {}
        group = QButtonGroup(self)
        for name, words in _WAYS:
            chip = self._chips[name] = QPushButton(tr(words))
            chip.setProperty("role", "chip")
            chip.setCheckable(True)
            chip.clicked.connect(lambda _on, way=name: self.choose(way))
            group.addButton(chip)
            row.addWidget(chip)
        self.go = button(tr("Try the question sets"), "primary", "search")
        self.go.clicked.connect(self.begin)
        self.add = button(tr("Should be found by…"), "", "plus")
        self.add.clicked.connect(self.question_wanted)
        row.addWidget(self.go)
        row.addWidget(self.add)
        return host

    # -- what is tried -------------------------------------------------------------------

    def show_draft(self) -> None:
        """Another draft is in hand: nothing of it has been tried."""
        self._runner.give_up()
        self._results, self._none, self._chosen = {}, False, ""
        self.refresh()
        sets = self._parts.question_sets
        self._parts.lanes.read.submit(
            lambda: bool(sets.questions()), self._know, self.failed.emit, newest="any questions"
        )

    def _know(self, there_are: bool) -> None:
        self._none = not there_are
        self.refresh()

    def choose(self, way: str) -> None:
        """Another change to try; begun by the button."""
        self._runner.give_up()
        self._chosen = way
        self.refresh()

    def refresh(self) -> None:
        """Shows what holds for the text as it stands now."""
        ways, way = self._in_hand().ways, self.way
        for name, chip in self._chips.items():
            chip.setVisible(name in ways and len(ways) > 1)
            chip.setChecked(name == way)
        self.go.setEnabled(bool(ways))
        found = self._result(way)
        rows = found.rows if found else []
        if rows != self.table.rows.rows:
            self.table.set_rows(rows)
        self.table.setVisible(bool(rows))
        self._said.setVisible(found is not None)
        if found is not None:
            self._said_words.setText(self._words(found))
            restyle(self._said, "level", _level(rows))
        self._hint.setText("" if rows else self._hint_words(ways))
        self._hint.setVisible(bool(self._hint.text()))
        self.told.emit()

    def _hint_words(self, ways: tuple[str, ...]) -> str:
        if self._none:
            return tr(
                "There are no questions yet. Say with “Should be found by…” what callers ask for "
                "this article, or import a set under “Question sets”."
            )
        if not self._in_hand().readable:
            return tr("A field has to be mended before this text can be tried.")
        if not ways:
            return tr("Nothing was changed, so there is nothing to try.")
        return tr(
            "Every question is asked twice: as the desk finds now, and as it would find after "
            "this change. Nothing is published by that."
        )

    def begin(self) -> None:
        """Tries it, in a lane and a process of its own."""
        in_hand, way, sets = self._in_hand(), self.way, self._parts.question_sets
        if way not in in_hand.ways:
            return
        article, key = in_hand.article, in_hand.article.key

        def work(ranker: Ranker, progress: Progress) -> tuple[Foreseen, list[Tried]]:
            if way == TAKEN_DOWN:
                change = sets.of_withdrawal(key)
            elif way == REPEALED:
                change = sets.of_repeal(key)
            else:
                change = sets.of_article(article, in_hand.publish_on)
            return change, worst_first(sets.foretell(ranker, change, progress=progress))

        def done(found: tuple[Foreseen, list[Tried]] | None) -> None:
            self._none = found is None
            if found is not None:
                self._results[way] = _Result(article, *found)
            self.refresh()

        self._runner.start(work, done)
        self.told.emit()

    def focus_work(self) -> None:
        """The keys into the result, or to the button that gets it."""
        (self.table if self.table.rows.rows else self.go).setFocus()

    # -- what came of it -----------------------------------------------------------------

    @property
    def way(self) -> str:
        """What is tried: as chosen, else the likeliest; "": there is nothing to try."""
        ways = self._in_hand().ways
        return self._chosen if self._chosen in ways else next(iter(ways), "")

    def _result(self, way: str) -> _Result | None:
        """What came of a change of the text as it stands now."""
        found = self._results.get(way)
        in_hand = self._in_hand()
        fits = found is not None and (way != DRAFT or found.article == in_hand.article)
        return found if fits and way in in_hand.ways else None

    def fallen(self) -> int:
        """How many questions fall out of the first ten by what is tried."""
        found = self._result(self.way)
        return summary(found.rows).out if found else 0

    def _words(self, found: _Result) -> str:
        words, day = summary_words(found.rows), found.change.day
        if day == self._parts.counting.today():
            return words
        return tr("On {day}: {words}", day=day.isoformat(), words=words)

    def hint(self, way: str) -> str:
        """What to know of the question sets before a change is decided; "": nothing."""
        if self._runner.running:
            return tr("The question sets are being tried.")
        if self._none:
            return ""
        found = self._result(way)
        if found is None:
            return tr("The question sets were not tried for this change.")
        return tr("Question sets: {words}", words=self._words(found))


def _level(rows: list[Tried]) -> str:
    counts = summary(rows)
    if counts.out:
        return "danger"
    return "warn" if counts.later else "info"
