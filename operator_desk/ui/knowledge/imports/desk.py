"""The files in hand: looked at, taken in, taken back; each as a run that can be stopped."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QObject

from operator_desk.services.incoming import Incoming, Look
from operator_desk.services.people import Actor
from operator_desk.ui.in_step import bring_in_step
from operator_desk.ui.kit.words import tr
from operator_desk.ui.knowledge.batch.run import Run
from operator_desk.ui.knowledge.batch.steps import Looking, Opened, Steps, Taking, TakingBack
from operator_desk.ui.knowledge.imports.rows import Seen, SeenRow
from operator_desk.ui.parts import Files, Parts


class ImportDesk(QObject):
    """What was found in files, and what was stored of them."""

    def __init__(self, parts: Parts, actor: Actor, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts, self._actor = parts, actor
        self.paths: tuple[Path, ...] = ()
        self._files: Files | None = None
        self._incoming: Incoming | None = None
        self._seen = Seen()
        self.looking: Looking | None = None
        self.taking: Taking | None = None

    # -- looking -------------------------------------------------------------------------

    def look_at(self, paths: Sequence[Path], as_format: str) -> Run:
        """A look at files; nothing is stored."""
        self.paths, self._seen, self.taking = tuple(paths), Seen(), None
        self._files = self._parts.files()
        self.destroyed.connect(self._files.close)  # signed off in the middle of it
        self._incoming = self._parts.batches.incoming(self._seen.note)
        self.looking = Looking(self._files, self._incoming, paths, as_format)
        return Run(self._parts.lanes.read, self.looking, self)

    def put_away(self) -> None:
        """Nothing is in hand any more."""
        self.paths, self._seen, self.looking, self.taking = (), Seen(), None, None

    @property
    def look(self) -> Look | None:
        """What was found, once all rows were looked at."""
        return self.looking.look if self.looking else None

    @property
    def opened(self) -> list[Opened]:
        """The files that could be read."""
        return self.looking.opened if self.looking else []

    def rows(self) -> list[SeenRow]:
        """Every row that was looked at, what is refused first."""
        return self._seen.rows(self.look) if self.look else []

    @property
    def name(self) -> str:
        """The files by name."""
        if len(self.paths) == 1:
            return self.paths[0].name
        return tr("{n} files", n=len(self.paths))

    # -- storing -------------------------------------------------------------------------

    def take(self) -> Run:
        """Stores what was looked at, without the refused rows."""
        if self._files is None or self._incoming is None or self.look is None:
            raise RuntimeError("nothing was looked at")
        self.taking = Taking(
            self._files, self._parts.batches, self._actor, self._incoming, self.opened, self.look
        )
        return self._storing(self.taking)

    def _storing(self, steps: Steps) -> Run:
        return Run(self._parts.lanes.write, steps, self, partial(bring_in_step, self._parts))

    @property
    def ids(self) -> list[UUID]:
        """The batches that hold something of these files."""
        return [one.id for one in self.taking.batches if one.stored] if self.taking else []

    def counts(self) -> tuple[int, int, int]:
        """How many articles were added, changed, found unchanged."""
        done = self.taking.batches if self.taking else []
        return (
            sum(one.added for one in done),
            sum(one.changed for one in done),
            sum(one.unchanged for one in done),
        )

    def take_back(self, ids: Sequence[UUID], name: str) -> tuple[Run, TakingBack]:
        """Takes whole batches back."""
        why = tr("Import undone: {file}", file=name)
        steps = TakingBack(self._parts.batches, self._actor, ids, why)
        return self._storing(steps), steps
