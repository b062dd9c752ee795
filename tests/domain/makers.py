"""Small makers of domain values for tests: a clock that ticks, ids that count."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import count
from uuid import UUID

from operator_desk.domain import call_flow, record
from operator_desk.domain.draft import Draft, MatterDraft, Stamp

NOON = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)  # noon in Shanghai


class Ticking:
    """A clock that goes on one second a look, and ids that count."""

    def __init__(self) -> None:
        self._seconds, self._ids = count(), count(1)

    def now(self) -> datetime:
        """The next second."""
        return NOON + timedelta(seconds=next(self._seconds))

    def new_id(self) -> UUID:
        """The next id."""
        return UUID(int=next(self._ids))

    def stamp(self) -> Stamp:
        """The next second with the source of ids."""
        return Stamp(self.now(), self.new_id)


def draft(ticking: Ticking, *words: str) -> Draft:
    """A running call whose record holds these statements."""
    begun = call_flow.started(ticking.new_id(), ticking.stamp(), number="13800002206")
    return begun.with_matter(typed(ticking, begun.matter, *words))


def typed(ticking: Ticking, matter: MatterDraft, *words: str) -> MatterDraft:
    """The matter with these statements typed one after the other."""
    for number in range(len(words)):
        matter = record.edited(matter, list(words[: number + 1]), ticking.stamp())
    return matter
