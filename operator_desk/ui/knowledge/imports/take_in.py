"""Taking files in: chosen, looked at row by row, stored; every step can be stopped."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QFileDialog, QPushButton, QVBoxLayout, QWidget

from operator_desk.domain.errors import UserError
from operator_desk.services.incoming import Look, Turn
from operator_desk.services.people import Actor
from operator_desk.ui.in_step import bring_in_step
from operator_desk.ui.kit.composing import flush_composition
from operator_desk.ui.kit.flow import flow_row
from operator_desk.ui.kit.labels import button, card, clear, heading, plain_label, restyle
from operator_desk.ui.kit.notices import Toasts
from operator_desk.ui.kit.table import Column, RowsView
from operator_desk.ui.kit.words import later, tr
from operator_desk.ui.knowledge.batch.steps import TakingBack
from operator_desk.ui.knowledge.batch.strip import Plan, RunStrip
from operator_desk.ui.knowledge.imports.choosing import (
    ChooseArea,
    FormatField,
    dropped,
    format_word,
)
from operator_desk.ui.knowledge.imports.desk import ImportDesk
from operator_desk.ui.knowledge.imports.rows import TURNS, SeenRow, report
from operator_desk.ui.parts import Parts

_CHIPS: tuple[tuple[Turn | None, str], ...] = (
    (None, later("All {n}")),
    (Turn.REFUSED, later("Not taken {n}")),
    (Turn.CHANGED, later("Altered {n}")),
    (Turn.ADDED, later("Added {n}")),
    (Turn.UNCHANGED, later("Unchanged {n}")),
)
_TICK_MS = 250
Offer = tuple[str, str, Callable[[], object]]  # words, role, what it does


class TakeIn(QWidget):
    """One import from the choice of files to its report."""

    failed = Signal(object)
    row_chosen = Signal(object)  # SeenRow or None
    row_opened = Signal(object)
    stored = Signal()  # something was stored or taken back
    undo_wanted = Signal(object)  # the ids of batches

    def __init__(self, parts: Parts, actor: Actor) -> None:
        super().__init__()
        self._parts = parts
        self.desk = ImportDesk(parts, actor, self)
        self._rows: list[SeenRow] = []
        self._turn: Turn | None = None
        self._words_done = self._level = ""
        self._indexed = (0, 0)  # written by the lane that brings the search in step
        self._ticks = QTimer(self)
        self._ticks.setInterval(_TICK_MS)
        self._ticks.timeout.connect(self._say_indexed)
        self.buttons: dict[str, QPushButton] = {}
        frame, layout = card()
        title, self._remark = heading("file-in", tr("Take articles in"))
        self.area, self.format, self.strip = ChooseArea(), FormatField(), RunStrip()
        self._chip_host, self._chip_row = flow_row()
        self.chips: dict[Turn | None, QPushButton] = {}
        self._make_chips()
        self.table = RowsView(self._columns(), tr("Rows of the files"))
        self._words = plain_label(wrap=True)
        self._foot, self._foot_row = flow_row(8)
        self.toasts = Toasts()
        for widget in (title, self.area, self.format, self.strip, self._chip_host):
            layout.addWidget(widget)
        layout.addWidget(self.table, 1)
        for widget in (self._words, self._foot, self.toasts):
            layout.addWidget(widget)
        layout.addStretch(0)
        self._layout = layout
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        self.setAcceptDrops(True)
        self._listen()
        self.reset()

    def _listen(self) -> None:
        self.area.chosen.connect(self.look_at)
        self.format.chosen.connect(self._again)
        self.strip.failed.connect(self.failed)
        self.table.chosen.connect(self.row_chosen)
        self.table.opened.connect(self.row_opened)

    def _make_chips(self) -> None:
        for turn, _words in _CHIPS:
            chip = self.chips[turn] = QPushButton()
            chip.setProperty("role", "chip")
            chip.setCheckable(True)
            chip.clicked.connect(partial(self.choose_turn, turn))
            self._chip_row.addWidget(chip)

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column(tr("File"), lambda row: row.file, 14),
            Column(tr("Row"), lambda row: "" if row.row is None else str(row.row), 7),
            Column(tr("What"), lambda row: tr(TURNS[row.turn]), 9),
            Column(tr("Article, or why it is refused"), lambda row: row.words),
        )

    # -- stages --------------------------------------------------------------------------

    def _stage(self, *shown: QWidget) -> None:
        """Only these are to be seen."""
        parts = (self.area, self.format, self._chip_host, self.table, self._words, self._foot)
        for widget in parts:
            widget.setVisible(widget in shown)
        self._layout.setStretch(self._layout.count() - 1, 0 if self.table in shown else 1)

    def reset(self) -> None:
        """Nothing in hand: files may be chosen."""
        self._ticks.stop()
        self.desk.put_away()
        self._show_rows([])
        self._remark.setText("")
        self._stage(self.area, self.format)

    @property
    def idle(self) -> bool:
        """Whether files may be given: nothing is being read or stored."""
        return not self.strip.running

    def look_at(self, paths: Sequence[Path]) -> None:
        """Looks at files; what was in hand before is put away."""
        if not paths or not self.idle:
            return
        flush_composition()
        self._ticks.stop()
        self._show_rows([])
        run = self.desk.look_at(paths, self.format.field.value or "")
        self._remark.setText(self.desk.name)
        self._stage()
        self.strip.lead(run, Plan(self._say_looking, self._looked))

    def _again(self, _name: str) -> None:
        if self.desk.paths:
            self.look_at(self.desk.paths)

    def _say_looking(self) -> str:
        looking = self.desk.looking
        if looking is None or not looking.done:
            return tr("Reading {file}…", file=looking.name if looking else "")
        return tr("{n} rows looked at; nothing is stored yet", n=looking.done)

    def _looked(self, _whole: bool) -> None:
        look = self.desk.look
        if look is None:  # stopped: as if nothing had been chosen
            self.toasts.say(tr("The files were put away; nothing was stored."), "info")
            self.reset()
            if self.strip.had_keys:
                self.area.button.setFocus()
            return
        several = len(self.desk.paths) > 1
        self.table.setColumnHidden(0, not several)  # first: the keys start in what is seen
        self._show_rows(self.desk.rows())
        formats = dict.fromkeys(one.head.format for one in self.desk.opened)
        words = " · ".join((self.desk.name, *map(format_word, formats)))
        self._remark.setText(words)
        self._stage(self.format, self._chip_host, self.table, self._words, self._foot)
        self._say(*self._verdict(look))
        self._offer(self._after_look(look))
        if self.strip.had_keys:
            self.table.setFocus()

    def _verdict(self, look: Look) -> tuple[str, str]:
        refused = len(look.refused)
        if not look.wanted:
            words = tr("Nothing would change.")
            if not look.unchanged:
                words = tr("There is nothing in it that could be taken in.")
            return words, "warn" if refused else ""
        if refused:
            words = tr(
                "{n} rows are refused. Mend them in the file and choose it again, or take in the "
                "others without them.",
                n=refused,
            )
            return words, "warn"
        return tr("All rows can be taken in. They can be taken back later as a whole."), ""

    def _after_look(self, look: Look) -> dict[str, Offer]:
        found: dict[str, Offer] = {}
        if look.wanted and look.refused:
            words = tr("Take in the other {n} articles", n=look.wanted)
            found["take"] = (words, "", self.take)
        elif look.wanted:
            found["take"] = (tr("Take in {n} articles", n=look.wanted), "primary", self.take)
        found["save"] = (tr("Save the report…"), "", self._ask_path)
        found["other"] = (tr("Choose other files"), "", self._start_over)
        return found

    def _start_over(self) -> None:
        self.reset()
        self.area.button.setFocus()

    # -- storing -------------------------------------------------------------------------

    def take(self) -> None:
        """Stores what was looked at."""
        self._stage(self._chip_host, self.table)
        run = self.desk.take()
        self.strip.lead(
            run, Plan(self._say_storing, self._taken, self._say_stopped, self._take_back)
        )

    def _say_storing(self) -> str:
        taking = self.desk.taking
        done, of = (taking.done, taking.of) if taking else (0, 0)
        return tr("{done} of {of} rows done", done=done, of=of)

    def _say_stopped(self) -> str:
        added, changed, _unchanged = self.desk.counts()
        if not added + changed:
            return tr("Nothing is stored so far.")
        return tr(
            "Stopped: {n} articles are stored and hold, the others are not. They are one import "
            "and can be taken back together, now or later.",
            n=added + changed,
        )

    def _taken(self, whole: bool) -> None:
        added, changed, unchanged = self.desk.counts()
        look = self.desk.look
        words = tr(
            "Added {added}, changed {changed}, unchanged {unchanged}, refused {refused}.",
            added=added, changed=changed, unchanged=unchanged,
            refused=len(look.refused) if look else 0,
        )  # fmt: skip
        if not whole:
            words = tr("{words} Not all rows were taken in.", words=words)
        self._done(words, "ok" if whole else "warn")

    def _done(self, words: str, level: str) -> None:
        self._stage(self._chip_host, self.table, self._words, self._foot)
        self._words_done, self._level = words, level
        self._say(words, level)
        found: dict[str, Offer] = {"other": (tr("Choose other files"), "primary", self._start_over)}
        found["save"] = (tr("Save the report…"), "", self._ask_path)
        if self.desk.ids:
            undo = lambda: self.undo_wanted.emit(self.desk.ids)  # noqa: E731
            found["undo"] = (tr("Undo this import…"), "", undo)
        self._offer(found)
        if self.strip.had_keys:
            next(iter(self.buttons.values())).setFocus()
        self.stored.emit()
        self._indexed = (0, 0)
        self._ticks.start()
        bring_in_step(self._parts, self._in_step, self._not_in_step, self._tell)

    def _tell(self, done: int, of: int) -> None:
        self._indexed = (done, of)

    def _say_indexed(self) -> None:
        done, of = self._indexed
        if of:
            words = self._words_done
            words = tr("{words} Search: {done} of {of}.", words=words, done=done, of=of)
            self._say(words, self._level)

    def _in_step(self, _n: int) -> None:
        self._ticks.stop()
        if self.idle and not self._words.isHidden() and self.desk.ids:
            words = tr("{words} It can be found.", words=self._words_done)
            self._say(words, self._level)

    def _not_in_step(self, error: Exception) -> None:
        self._ticks.stop()
        self.failed.emit(error)

    def _take_back(self) -> None:
        ids = self.desk.ids
        if not ids:
            self._done(tr("Nothing was stored."), "")
            return
        run, steps = self.desk.take_back(ids, self.desk.name)
        say = lambda: tr("{n} articles taken back", n=steps.back)  # noqa: E731
        self.strip.lead(run, Plan(say, partial(self._backed, steps), say))

    def _backed(self, steps: TakingBack, whole: bool) -> None:
        words = tr("{n} articles were taken back: they are as they were before.", n=steps.back)
        if not whole:
            words = tr("{words} Others still stand.", words=words)
        self.desk.taking = None
        self._done(words, "ok" if whole else "warn")

    # -- what is shown -------------------------------------------------------------------

    def _show_rows(self, rows: list[SeenRow]) -> None:
        self._rows = rows
        counts = Counter(row.turn for row in rows)
        for turn, words in _CHIPS:
            many = counts[turn] if turn else len(rows)
            self.chips[turn].setText(tr(words, n=many))
            self.chips[turn].setVisible(bool(many))
        self.choose_turn(None)

    def choose_turn(self, turn: Turn | None) -> None:
        """Only rows of which this becomes, or all."""
        for other, chip in self.chips.items():
            chip.setChecked(other is turn)
        self.table.set_rows([row for row in self._rows if turn in (None, row.turn)])

    def _say(self, words: str, level: str) -> None:
        self._words.setText(words)
        restyle(self._words, "role", level)

    def _offer(self, wanted: dict[str, Offer]) -> None:
        clear(self._foot_row)
        self.buttons = {}
        before: QWidget = self.table
        for name, (words, role, run) in wanted.items():
            made = self.buttons[name] = button(words, role)
            made.clicked.connect(run)
            self._foot_row.addWidget(made)
            made.show()  # at once: what is not to be seen cannot take the keys
            QWidget.setTabOrder(before, made)  # not behind what stands at the right
            before = made

    # -- report --------------------------------------------------------------------------

    def _ask_path(self) -> None:
        dialog = QFileDialog(self.window(), tr("Save the report…"), f"{self.desk.name}.csv")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter("CSV (*.csv)")
        dialog.setDefaultSuffix("csv")
        dialog.setModal(False)
        dialog.fileSelected.connect(lambda name: self.save_report(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.show()

    def save_report(self, path: Path) -> None:
        """Writes what became of every row, as a table that spreadsheets open."""
        names, rows = report(self._rows)
        csv = self._parts.csv

        def write() -> None:
            try:
                path.write_text(csv(names, rows), encoding="utf-8-sig", newline="")
            except OSError as error:
                raise UserError(
                    "{path} cannot be written: {reason}.",
                    path=path, reason=error.strerror or error,
                ) from error  # fmt: skip

        said = tr("The report is saved: {path}", path=path)
        self._parts.lanes.read.submit(write, lambda _none: self.toasts.say(said), self.failed.emit)

    def focus_work(self) -> None:
        """The keys to where the work goes on."""
        if self.strip.running:
            self.strip.take_keys()
        elif not self.table.isHidden():
            self.table.setFocus()
        else:
            self.area.button.setFocus()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.idle and dropped(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.look_at(dropped(event.mimeData()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.strip.running:
            self.strip.stop()
        else:
            super().keyPressEvent(event)
