"""The questions of all sets with their ranks; run, taken in from files, written into files."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from operator_desk.domain.question_sets import Question, Run, Tried, is_first
from operator_desk.services.people import Actor
from operator_desk.services.question_sets import Listed, Taken
from operator_desk.ui.kit.composing import ComposingLine
from operator_desk.ui.kit.files import ask_file, ask_new_file
from operator_desk.ui.kit.flow import flow_row
from operator_desk.ui.kit.labels import button, card, heading, plain_label
from operator_desk.ui.kit.notices import Toasts
from operator_desk.ui.kit.picker import Choice, PickerField, found_in
from operator_desk.ui.kit.table import Column, RowsView
from operator_desk.ui.kit.words import tr
from operator_desk.ui.knowledge.questions.refused import Refused
from operator_desk.ui.knowledge.questions.runner import ProgressRow, Runner
from operator_desk.ui.knowledge.questions.words import change_words, rank_words, ranks_words
from operator_desk.ui.names import local
from operator_desk.ui.parts import Parts

_JSONL = "JSONL (*.jsonl)"


@dataclass(frozen=True, slots=True)
class Row:
    """A question as it is kept, and its ranks in the last two runs, as far as it was asked."""

    listed: Listed
    ranks: Tried | None = None
    asked_before: bool = False

    @property
    def question(self) -> Question:
        """The question."""
        return self.listed.question

    @property
    def place(self) -> tuple[bool, bool, bool]:
        """What needs a look comes first: worse than before, not among the first ten, not run."""
        ranks = self.ranks
        if ranks is None:
            return True, True, False
        worse = self.asked_before and ranks.moved > 0
        return not (worse and ranks.falls_out), not worse, is_first(ranks.after)

    def rank(self) -> str:
        """The rank, and the one before where it was another."""
        if self.ranks is None:
            return tr("not run yet")
        return ranks_words(self.ranks) if self.asked_before else rank_words(self.ranks.after)

    def state(self) -> str:
        """What there is to know of the question."""
        if self.listed.unknown:
            return tr("right article missing")
        if self.ranks is None or not self.asked_before:
            return ""
        return change_words(self.ranks)


def rows_of(listed: Sequence[Listed], runs: Sequence[Run]) -> list[Row]:
    """The rows of a list, what needs a look first."""
    now = runs[0].ranks if runs else {}
    before = runs[1].ranks if len(runs) > 1 else {}
    rows = []
    for one in listed:
        name = one.question.name
        ranks = Tried(one.question, before.get(name), now[name]) if name in now else None
        rows.append(Row(one, ranks, name in before))
    return sorted(rows, key=lambda row: row.place)


class _List(RowsView):
    dropped = Signal(object)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().row()
        if event.key() == Qt.Key.Key_Delete and 0 <= row < len(self.rows.rows):
            self.dropped.emit(self.rows.rows[row].question)
        else:
            super().keyPressEvent(event)


class ListCard(QWidget):
    """Enter puts a question into the form, Delete takes it out of its set."""

    failed = Signal(object)
    opened = Signal(object)  # Listed
    dropped = Signal(object)  # Question

    def __init__(self, parts: Parts, actor: Actor) -> None:
        super().__init__()
        self._parts, self._actor = parts, actor
        self._every: list[Row] = []
        self._sets: list[Choice] = []
        self._runner = Runner(parts)
        self._runner.failed.connect(self.failed)
        frame, layout = card()
        title, self._remark = heading("list", tr("Question sets"))
        layout.addWidget(title)
        layout.addLayout(self._filters())
        columns = (
            Column(tr("Question"), lambda row: row.question.text),
            Column(tr("Rank"), lambda row: row.rank(), 13),
            Column(tr("Since the last run"), lambda row: row.state(), 20),
            Column(tr("Set"), lambda row: row.question.set_name, 10),
        )
        self.table = _List(columns, tr("Question sets"))
        self.table.opened.connect(lambda row: self.opened.emit(row.listed))
        self.table.dropped.connect(self.dropped)
        self.line.returnPressed.connect(self.table.setFocus)
        layout.addWidget(self.table, 1)
        self._empty = plain_label(role="muted", wrap=True)
        layout.addWidget(self._empty)
        layout.addWidget(ProgressRow(self._runner))
        self.refused = Refused()
        layout.addWidget(self.refused)
        layout.addWidget(self._buttons())
        self.toasts = Toasts()
        layout.addWidget(self.toasts)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)

    def _filters(self) -> QHBoxLayout:
        self.line = ComposingLine()
        self.line.setAccessibleName(tr("Search questions"))
        self.line.setPlaceholderText(tr("Words of a question"))
        self.line.setClearButtonEnabled(True)
        self.line.textChanged.connect(lambda _text: self._show())
        self.set = PickerField(lambda typed: found_in(self._sets, typed))
        self.set.setPlaceholderText(tr("All sets"))
        self.set.setAccessibleName(tr("Question set"))
        self.set.chosen.connect(lambda _name: self._show())
        self.set.accepted.connect(self.table_first)
        row = QHBoxLayout()
        row.addWidget(self.line, 2)
        row.addWidget(self.set, 1)
        return row

    def table_first(self) -> None:
        """The keys into the list."""
        self.table.setFocus()

    def _buttons(self) -> QWidget:
        host, row = flow_row()
        self.go = button(tr("Run now"), "primary", "search")
        self.take_in, self.write_out = button(tr("Import…")), button(tr("Export…"))
        self.go.clicked.connect(self.run)
        self.take_in.clicked.connect(
            lambda: ask_file(self, tr("Import questions"), _JSONL, self.take)
        )
        self.write_out.clicked.connect(self._ask_where)
        for made in (self.go, self.take_in, self.write_out):
            row.addWidget(made)
        return host

    # -- reading -------------------------------------------------------------------------

    def reload(self) -> None:
        """Reads questions and ranks anew."""
        sets = self._parts.question_sets
        self._parts.lanes.read.submit(
            lambda: (sets.listed(), sets.last_runs()),
            lambda found: self._take(*found),
            self.failed.emit,
            newest="question sets",
        )

    def _take(self, listed: list[Listed], runs: list[Run]) -> None:
        self._every = rows_of(listed, runs)
        names = dict.fromkeys(one.question.set_name for one in listed)
        self._sets = [Choice(name, name, name.lower()) for name in names]
        if self.set.value not in names:
            self.set.set_choice(None, "")
        words = tr("{n} questions", n=len(listed))
        if runs:
            at = local(self._parts.profile, runs[0].at, "%m-%d %H:%M")
            words = tr("{words} · run {at}", words=words, at=at)
        self._remark.setText(words)
        self._show()

    def _show(self) -> None:
        wanted, name = self.line.text().strip(), self.set.value
        rows = [
            row
            for row in self._every
            if wanted in row.question.text and name in (None, row.question.set_name)
        ]
        self.table.set_rows(rows)
        said = ""
        if not self._every:
            said = tr(
                "No questions yet. Write what callers ask and choose the articles "
                "that answer it, or import a file."
            )
        elif not rows:
            said = tr("No question with these words.")
        self._empty.setText(said)
        self._empty.setVisible(bool(said))
        self.go.setEnabled(bool(self._every))
        self.write_out.setEnabled(bool(self._every))

    @property
    def set_names(self) -> list[str]:
        """The sets there are."""
        return [choice.value for choice in self._sets]

    # -- running -------------------------------------------------------------------------

    def run(self) -> None:
        """Asks the questions of the chosen set, or all, as the desk finds now."""
        sets, name = self._parts.question_sets, self.set.value
        self._runner.start(
            lambda ranker, progress: sets.run(ranker, name, progress=progress),
            lambda _run: self.reload(),
        )

    # -- files ---------------------------------------------------------------------------

    def take(self, path: Path) -> None:
        """Takes a file in."""
        files, actor = self._parts.question_files, self._actor
        self._parts.lanes.write.submit(
            lambda: files.take(actor, path), self._taken, self.failed.emit
        )

    def _taken(self, taken: Taken) -> None:
        done = taken.done
        self.toasts.say(
            tr(
                "Added {added}, changed {changed}, unchanged {unchanged}.",
                added=done.added,
                changed=done.changed,
                unchanged=done.unchanged,
            )
        )
        self.refused.show_rows(taken.refused)
        self.reload()

    def _ask_where(self) -> None:
        name = f"{self.set.value or tr('Question sets')}.jsonl"
        ask_new_file(self, tr("Export questions"), _JSONL, name, self.write)

    def write(self, path: Path) -> None:
        """Writes the chosen set, or all, into a file."""
        files, name = self._parts.question_files, self.set.value
        self._parts.lanes.read.submit(
            lambda: files.write(path, name),
            lambda n: self.toasts.say(tr("{n} questions written.", n=n)),
            self.failed.emit,
        )
