"""Asks the question sets in a lane and a child process: how far it is; it can be given up."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from operator_desk.services.question_sets import Progress, Ranker
from operator_desk.ui.kit.labels import button, plain_label
from operator_desk.ui.kit.words import tr
from operator_desk.ui.parts import Parts

Work = Callable[[Ranker, Progress], Any]


class _GivenUpError(Exception):
    """Somebody pressed Cancel, or wants something else."""


class Runner(QObject):
    """One run at a time; a newer one gives up the one before."""

    told = Signal(int, int)
    ended = Signal()
    failed = Signal(object)
    _far = Signal(int, int, int)  # from the lane's thread

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self._parts = parts
        self._serial = 0
        self.running = False
        self._far.connect(self._tell)

    def start(self, work: Work, done: Callable[[Any], object]) -> None:
        """Runs `work` with the search aside; `done` gets what it gave, None without questions."""
        self._serial += 1
        serial, parts, self.running = self._serial, self._parts, True

        def progress(ready: int, of: int) -> None:
            if serial != self._serial:
                raise _GivenUpError
            self._far.emit(serial, ready, of)

        def run() -> Any:
            progress(0, 0)
            if not parts.question_sets.questions():
                return None
            with parts.trial() as ranker:
                return work(ranker, progress)

        parts.lanes.network.submit(
            run,
            lambda found: self._done(serial, lambda: done(found)),
            lambda error: self._done(serial, lambda: self.failed.emit(error)),
        )

    def _done(self, serial: int, then: Callable[[], object]) -> None:
        if serial != self._serial:
            return  # given up
        self.running = False
        self.ended.emit()
        then()

    def give_up(self) -> None:
        """Lets go of the run at work; its process is ended after the questions in hand."""
        if self.running:
            self._serial += 1
            self.running = False
            self.ended.emit()

    def _tell(self, serial: int, ready: int, of: int) -> None:
        if serial == self._serial and self.running:
            self.told.emit(ready, of)


class ProgressRow(QWidget):
    """How far a run is, and the button that gives it up; hidden without one."""

    def __init__(self, runner: Runner) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        self._words = plain_label(role="muted")
        self.cancel = button(tr("Cancel"), "", "close")
        self.cancel.clicked.connect(runner.give_up)
        row.addWidget(self._words)
        row.addWidget(self.cancel)
        row.addStretch(1)
        runner.told.connect(self._tell)
        runner.ended.connect(self.hide)
        self.hide()

    def _tell(self, ready: int, of: int) -> None:
        words = tr("Questions asked: {n} of {of}", n=ready, of=of)
        self._words.setText(words if of else tr("The search is being opened…"))
        self.show()
