"""One batch: what taking it back would do, and doing it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from operator_desk.services.batches import BatchKind, UndoLook
from operator_desk.services.people import Actor
from operator_desk.ui.in_step import bring_in_step
from operator_desk.ui.kit.flow import flow_row
from operator_desk.ui.kit.labels import button, card, plain_label
from operator_desk.ui.kit.notices import Toasts
from operator_desk.ui.kit.table import Column, RowsView
from operator_desk.ui.kit.words import tr
from operator_desk.ui.knowledge.batch.run import Run
from operator_desk.ui.knowledge.batch.steps import TakingBack
from operator_desk.ui.knowledge.batch.strip import Plan, RunStrip
from operator_desk.ui.knowledge.editor.ask import Ask, AskStrip, Values, Wanted
from operator_desk.ui.knowledge.imports.batch_list import BatchRow
from operator_desk.ui.parts import Parts


@dataclass(frozen=True, slots=True)
class KeyRow:
    """One article of a batch: whether it goes back, or was changed since and stays."""

    key: str
    back: bool


class UndoPane(QWidget):
    """Shows one batch, or several of one import."""

    left = Signal()
    failed = Signal(object)
    stored = Signal()

    def __init__(self, parts: Parts, actor: Actor) -> None:
        super().__init__()
        self._parts, self._actor = parts, actor
        self._ids: list[UUID] = []
        self._reason = ""
        self._wanted = False  # whether somebody waits for it with the keys
        frame, layout = card()
        self._title = plain_label(role="title", wrap=True)
        self._about, self._words = plain_label(role="muted", wrap=True), plain_label(wrap=True)
        self.table = RowsView(self._columns(), tr("Articles of this import"))
        self.strip, self.run_strip, self.toasts = AskStrip(), RunStrip(), Toasts()
        self._foot, row = flow_row(8)
        self.undo = button(tr("Take it back…"), "danger", "undo")
        back = button(tr("Back to the list"), "flat", "chevron-left", "Esc")
        for made in (self.undo, back):
            row.addWidget(made)
        for label in (self._title, self._about, self._words):
            layout.addWidget(label)
        layout.addWidget(self.table, 1)
        for widget in (self.strip, self.run_strip, self._foot, self.toasts):
            layout.addWidget(widget)
        layout.addStretch(0)
        self._layout = layout
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        self.undo.clicked.connect(self.ask)
        back.clicked.connect(self.left)
        self.strip.closed.connect(self._asked)
        self.run_strip.failed.connect(self.failed)
        self._clear()

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column(tr("Article"), lambda row: row.key),
            Column(tr("Taken back"), self._fate, 22),
        )

    def _fate(self, row: KeyRow) -> str:
        return tr("goes back") if row.back else tr("changed since, stays")

    def _clear(self) -> None:
        self._title.setText(tr("Taking back"))
        self._about.setText("")
        self._show_words(
            tr(
                "Open an entry with Enter: here stands what taking it back would do to each of "
                "its articles."
            )
        )
        self.table.hide()
        self._foot.hide()
        self._layout.setStretch(self._layout.count() - 1, 1)

    def _show_words(self, words: str) -> None:
        self._words.setText(words)
        self._words.setVisible(bool(words))

    # -- looking -------------------------------------------------------------------------

    def show_batch(self, row: BatchRow) -> None:
        """Looks at what taking back one batch would do."""
        one = row.batch
        counts = tr(
            "Added {added}, changed {changed}, unchanged {unchanged}, refused {refused}.",
            added=one.added, changed=one.changed, unchanged=one.unchanged, refused=one.refused,
        )  # fmt: skip
        about = [f"{row.at} · {row.by}", counts]
        if not one.ended:
            about.append(tr("The program ended in the middle of it."))
        if one.kind is BatchKind.UNDO:
            about.append(tr("Taking back an undo brings the import back."))
        self._show_batches([one.id], row.what, "\n".join(about), self._why(row))

    def _why(self, row: BatchRow) -> str:
        name = row.name or row.at
        if row.batch.kind is BatchKind.IMPORT:
            return tr("Import undone: {file}", file=name)
        if row.batch.kind is BatchKind.CHANGE:
            return tr("Change undone: {what}", what=name)
        return tr("Undo taken back: {what}", what=name)

    def show_import(self, ids: Sequence[UUID], name: str) -> None:
        """Looks at what taking back the batches of one import would do."""
        self._show_batches(ids, name, "", tr("Import undone: {file}", file=name))

    def _show_batches(self, ids: Sequence[UUID], name: str, about: str, why: str) -> None:
        if self.run_strip.running:
            return
        self.strip.close_strip()
        self._ids, self._reason = list(ids), why
        self._title.setText(name)
        self._about.setText(about)
        self._about.setVisible(bool(about))
        self._wanted = True
        self._look()

    def _look(self) -> None:
        batches, wanted = self._parts.batches, list(self._ids)
        self._parts.lanes.read.submit(
            lambda: [batches.look_undo(one) for one in wanted], self._show, self.failed.emit,
            newest="undo look",
        )  # fmt: skip

    def _show(self, looks: list[UndoLook]) -> None:
        left = [KeyRow(key, False) for look in looks for key in look.left]
        back = [KeyRow(key, True) for look in looks for key in look.back]
        if back:
            words = tr(
                "{n} articles go back to what they were; those that were new are taken down.",
                n=len(back),
            )
        else:
            words = tr("Nothing of it is left to take back.")
        if left:
            more = tr("Changed since, so they stay as they are: {n}.", n=len(left))
            words = f"{words} {more}"
        self._show_words(words)
        self.table.set_rows([*left, *back])
        self.table.setVisible(bool(left or back))
        self._foot.show()
        self.undo.setVisible(bool(back))
        self._layout.setStretch(self._layout.count() - 1, 0 if left or back else 1)
        if self._wanted:
            self.focus_work()

    def focus_work(self) -> None:
        """The keys to where the work goes on."""
        if self.run_strip.running:
            self.run_strip.take_keys()
        elif not self.undo.isHidden() and self._foot.isVisible():
            self.undo.setFocus()

    # -- taking back ---------------------------------------------------------------------

    def ask(self) -> None:
        """Asks why, then takes it back."""
        self._foot.hide()
        why = Wanted("why", tr("Why?"), self._reason)
        words = tr("Every article gets the text it had before; the versions between stay readable.")
        self.strip.ask(Ask(words, (why,), tr("Take it back"), self._begin))

    def _asked(self) -> None:
        if not self.run_strip.running:
            self._foot.show()
            self.focus_work()

    def _begin(self, given: Values) -> None:
        if not given["why"].strip():
            self.strip.show_trouble(tr("Say why it is taken back."))
            return
        steps = TakingBack(self._parts.batches, self._actor, self._ids, given["why"].strip())
        left = partial(bring_in_step, self._parts)
        run = Run(self._parts.lanes.write, steps, self, left)
        self.run_strip.lead(
            run,
            Plan(
                lambda: tr("{n} articles taken back", n=steps.back),
                partial(self._done, steps),
                lambda: self._rest(steps),
            ),
        )
        self.strip.close_strip()

    def _rest(self, steps: TakingBack) -> str:
        return tr("Stopped: {n} articles are taken back, the others still stand.", n=steps.back)

    def _done(self, steps: TakingBack, _whole: bool) -> None:
        words = tr("{n} articles were taken back.", n=steps.back)
        if steps.left:
            more = tr("Changed since, so they stay as they are: {n}.", n=len(steps.left))
            words = f"{words} {more}"
        self.toasts.say(words)
        self.stored.emit()
        bring_in_step(self._parts, failed=self.failed.emit)
        self._wanted = self.run_strip.had_keys
        self._look()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            if self.run_strip.running:
                self.run_strip.stop()
            else:
                self.left.emit()
        else:
            super().keyPressEvent(event)
