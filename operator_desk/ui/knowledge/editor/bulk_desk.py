"""Changes of many being stored and taken back; the strip shows how far they are."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from operator_desk.services.people import Actor
from operator_desk.ui.in_step import bring_in_step
from operator_desk.ui.kit.words import tr
from operator_desk.ui.knowledge.batch.run import Run
from operator_desk.ui.knowledge.batch.steps import Changing, Steps, TakingBack
from operator_desk.ui.knowledge.batch.strip import Plan, RunStrip
from operator_desk.ui.knowledge.editor.bulk_pane import Wish
from operator_desk.ui.parts import Parts


class BulkDesk(QObject):
    """One change at a time. `said`: what became of it, and what takes it back (None: nothing)."""

    stored = Signal()
    said = Signal(str, object)
    failed = Signal(object)

    def __init__(self, parts: Parts, actor: Actor, strip: RunStrip) -> None:
        super().__init__()
        self._parts, self._actor, self._strip = parts, actor, strip
        strip.failed.connect(self.failed)

    @property
    def busy(self) -> bool:
        """Whether a change is being stored, or rests."""
        return self._strip.running

    def store(self, wish: Wish) -> None:
        """Stores a change as one batch."""
        steps = Changing(self._parts.batches, self._actor, wish.keys, wish.change, wish.name)
        run = self._run(steps)
        self._strip.lead(
            run,
            Plan(
                lambda: tr("{done} of {of} articles done", done=steps.done, of=steps.of),
                partial(self._changed, steps, wish.name),
                partial(self._say_stopped, steps),
                partial(self._back, steps, wish.name),
            ),
        )

    def _run(self, steps: Steps) -> Run:
        return Run(self._parts.lanes.write, steps, self, partial(bring_in_step, self._parts))

    def _say_stopped(self, steps: Changing) -> str:
        if not steps.stored:
            return tr("Nothing is stored so far.")
        return tr(
            "Stopped: {n} articles are changed, the others are not. They can be taken back "
            "together, now or later.",
            n=steps.stored,
        )

    def _changed(self, steps: Changing, name: str, _whole: bool) -> None:
        words = tr("{n} articles changed: {name}", n=steps.stored, name=name)
        self._end(words, partial(self._back, steps, name) if steps.stored else None)

    def _back(self, steps: Changing, name: str) -> None:
        if steps.storing is not None and steps.stored:
            self.undo(steps.storing.id, name)
        else:
            self._end(tr("Nothing was stored."), None)

    def undo(self, batch: UUID, name: str) -> None:
        """Takes a whole change back; what was changed since stays."""
        if self.busy:
            return
        why = tr("Change undone: {what}", what=name)
        steps = TakingBack(self._parts.batches, self._actor, [batch], why)
        run = self._run(steps)
        say = lambda: tr("{n} articles taken back", n=steps.back)  # noqa: E731
        self._strip.lead(run, Plan(say, partial(self._undone, steps), say))

    def _undone(self, steps: TakingBack, _whole: bool) -> None:
        words = tr("{n} articles were taken back.", n=steps.back)
        if steps.left:
            more = tr("Changed since, so they stay as they are: {n}.", n=len(steps.left))
            words = f"{words} {more}"
        self._end(words, None)

    def _end(self, words: str, back: Callable[[], None] | None) -> None:
        self.said.emit(words, back)
        self.stored.emit()
        bring_in_step(self._parts, failed=self.failed.emit)
