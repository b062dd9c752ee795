"""Which hit a number means: the one that was painted when the person looked at it."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from operator_desk.domain.knowledge import Hit

_LOOK_S = 0.3  # from seeing a row to pressing its number
Hits = tuple[Hit, ...]


class Painted:
    """Remembers the rows on the screen and those that stood there before.

    A number that is pressed sooner than a person can have read the new rows means the old ones.
    """

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._shown: Hits = ()
        self._before: Hits = ()
        self._since = 0.0

    def painted(self, hits: Hits) -> None:
        """These rows are on the screen now."""
        if hits is not self._shown:
            self._before, self._shown, self._since = self._shown, hits, self._clock()

    def hidden(self) -> None:
        """Nobody sees any rows."""
        self._shown = self._before = ()

    def meant(self, row: int, hits: Hits) -> Hit | None:
        """The hit that a number means (from 0); `hits` are the rows as they are now."""
        seen = self._shown if self._shown and hits is not self._shown else hits
        if seen is self._shown and self._before and self._clock() - self._since < _LOOK_S:
            seen = self._before
        return seen[row] if 0 <= row < len(seen) else None
