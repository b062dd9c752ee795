"""The strip that shows how far a run is, stops it, and asks how it is to go on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QProgressBar, QPushButton, QVBoxLayout

from operator_desk.domain.errors import UserError
from operator_desk.ui.kit.flow import flow_row
from operator_desk.ui.kit.labels import button, clear, plain_label
from operator_desk.ui.kit.words import tr
from operator_desk.ui.knowledge.batch.run import Run
from operator_desk.ui.messages import sentence


@dataclass(frozen=True, slots=True)
class Plan:
    """What a run says and what follows it.

    `say`: how far it is. `ended`: it is closed, and whether all of it was done. `rest`: what
    stopping here means; then it may go on, `back` take back what was done, or leave it like this.
    Without `rest` there is nothing to decide: a stop ends it.
    """

    say: Callable[[], str]
    ended: Callable[[bool], object]
    rest: Callable[[], str] | None = None
    back: Callable[[], object] | None = None


class RunStrip(QFrame):
    """How far a run is; Esc stops it."""

    failed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "inset")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 8, 10, 8)
        layout.setSpacing(6)
        self._words, self._bar = plain_label(wrap=True), QProgressBar()
        self._bar.setAccessibleName(tr("How far it is"))
        self._host, self._row = flow_row(8)
        for widget in (self._words, self._bar, self._host):
            layout.addWidget(widget)
        self.buttons: dict[str, QPushButton] = {}
        self._run: Run | None = None
        self._plan = Plan(str, bool)
        self._backing = False
        self.had_keys = False  # at the end of the last run: who goes on may take them
        self.hide()

    def lead(self, run: Run, plan: Plan) -> None:
        """Begins a run and takes the keys: Esc is at hand."""
        self._run, self._plan, self._backing = run, plan, False
        run.moved.connect(self._moved)
        run.rested.connect(self._rested)
        run.closed.connect(self._closed)
        self.show()
        self._going()
        self.take_keys()
        run.begin()

    @property
    def running(self) -> bool:
        """Whether a run is in hand, also one at rest."""
        return self._run is not None

    # -- while it runs -------------------------------------------------------------------

    def _going(self) -> None:
        self._bar.show()
        self._moved()
        self._offer({"stop": (tr("Cancel"), "", self.stop)})

    def _moved(self) -> None:
        if self._run is None:
            return
        steps = self._run.steps
        self._words.setText(self._plan.say())
        self._bar.setRange(0, steps.of)  # 0: no end is known
        self._bar.setValue(min(steps.done, steps.of))

    def stop(self) -> None:
        """Rests after the step in hand."""
        if self._run is not None:
            self._run.stop()

    # -- at rest -------------------------------------------------------------------------

    def _rested(self, error: Exception | None) -> None:
        said = ""
        if isinstance(error, UserError):
            said = sentence(error)
        elif error is not None:
            self.failed.emit(error)
        if self._plan.rest is None:
            if isinstance(error, UserError):
                self.failed.emit(error)
            self.leave()
            return
        self._bar.hide()
        self._words.setText("\n".join(part for part in (said, self._plan.rest()) if part))
        choices = {"on": (tr("Go on"), "primary", self._on)}
        if self._plan.back is not None:
            choices["back"] = (tr("Take back what was done"), "", self._take_back)
        choices["keep"] = (tr("Leave it like this"), "", self.leave)
        self._offer(choices)

    def _on(self) -> None:
        if self._run is not None:
            self._going()
            self._run.begin()

    def _take_back(self) -> None:
        self._backing = True
        self.leave()

    def leave(self) -> None:
        """Goes no further."""
        if self._run is not None:
            self._run.close()

    def _closed(self, whole: bool) -> None:
        run, self._run = self._run, None
        if run is not None:
            run.deleteLater()
        self.had_keys = self._has_keys()
        self.hide()
        if self._backing and self._plan.back is not None:
            self._plan.back()
        else:
            self._plan.ended(whole)

    # -- buttons -------------------------------------------------------------------------

    def _offer(self, wanted: dict[str, tuple[str, str, Callable[[], None]]]) -> None:
        mine = self._has_keys()
        clear(self._row)
        self.buttons = {}
        for name, (words, role, run) in wanted.items():
            made = button(words, role, "", "Esc" if name == "stop" else "")
            made.clicked.connect(run)
            self.buttons[name] = made
            self._row.addWidget(made)
            made.show()  # at once: what is not to be seen cannot take the keys
        if mine:
            self.take_keys()

    def _has_keys(self) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    def take_keys(self) -> None:
        """The keys to the first button."""
        next(iter(self.buttons.values())).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and "stop" in self.buttons:
            self.stop()
        else:
            super().keyPressEvent(event)
