"""A batch being stored: transaction by transaction, each short enough that nobody waits for it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from time import perf_counter
from typing import Any
from uuid import UUID

from operator_desk.domain.article_rows import Change
from operator_desk.domain.facts import ArticleVersion, ListImport
from operator_desk.services.ports import Clock, Reader, Store

_AIMED_S = 0.025  # of a transaction; half of what one may take
_LEAST, _FIRST, _MOST = 4, 16, 500


@dataclass(frozen=True, slots=True)
class Note:
    """What every row of a batch says: who, which batch, why; clock and ids for its rows."""

    actor: UUID
    batch: UUID
    why: str | None
    clock: Clock
    new_id: Callable[[], UUID]

    @property
    def change(self) -> Change:
        """How the versions of the batch come about."""
        return Change(why=self.why, batch=self.batch)

    def stamp(self) -> tuple[UUID, datetime]:
        """Id and time of the next row."""
        return self.new_id(), self.clock()


@dataclass(frozen=True, slots=True)
class Made:
    """The rows of one transaction: of these `added` keys are new, `left` were not touched."""

    rows: tuple[ArticleVersion, ...]
    added: int = 0
    unchanged: int = 0
    left: tuple[str, ...] = ()


Maker = Callable[[Reader, Sequence[Any]], Made]


class Storing:
    """Stores a batch; counts are of what was stored so far. `finish` is called in any case.

    `size` is how many items the next transaction should have, so that it is done in good time.
    """

    def __init__(
        self,
        store: Store,
        batch: UUID,
        make: Maker,
        report: Callable[[int, int, int], ListImport],
        items: tuple[Any, ...] = (),
    ) -> None:
        self._store, self._make, self._report = store, make, report
        self.id, self._items = batch, items
        self.of, self.done = len(items), 0
        self.added = self.changed = self.unchanged = 0
        self.left: list[str] = []
        self.size = _FIRST

    def take(self, items: Sequence[Any]) -> None:
        """Stores these items in one transaction."""
        begun = perf_counter()
        with self._store.write() as tx:
            made = self._make(tx, items)
            tx.add(*made.rows)
        self.done += len(items)
        self.added += made.added
        self.changed += len(made.rows) - made.added
        self.unchanged += made.unchanged
        self.left += made.left
        self._aim(len(items), perf_counter() - begun)

    def _aim(self, items: int, took: float) -> None:
        if items:
            fits = int(items * _AIMED_S / max(took, 1e-6))
            self.size = max(_LEAST, min(_MOST, fits, 2 * self.size))

    def step(self) -> bool:
        """Stores the next of the items that it was begun with; False when there are no more."""
        part = self._items[self.done : self.done + self.size]
        if part:
            self.take(part)
        return self.done < self.of

    def run(self) -> None:
        """All items at once, for a caller that nobody waits for."""
        while self.step():
            self.size = _MOST

    @property
    def stored(self) -> int:
        """How many versions were stored."""
        return self.added + self.changed

    def finish(self, *, empty: bool = False) -> None:
        """Stores what the batch has come to; nothing when it was broken off at once."""
        if self.done or empty:
            with self._store.write() as tx:
                tx.add(self._report(self.added, self.changed, self.unchanged + len(self.left)))
