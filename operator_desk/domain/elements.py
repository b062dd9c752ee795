"""Elements in a record: telephone, place, time, people, amounts, found by rules alone.

What is found is proposed and never filled in by itself. Pure functions: `found` looks into one
text, `Recogniser` into the statements of a matter and remembers what stood in each.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from operator_desk.domain import (
    element_counts,
    element_english,
    element_names,
    element_phones,
    element_places,
    element_times,
)
from operator_desk.domain.draft import Line
from operator_desk.domain.element_finds import Find, apart
from operator_desk.domain.element_places import KnownPlaces

LONGEST = 2000  # signs of a statement that are looked at; what is pasted behind them is not
_NOWHERE = KnownPlaces()


def found(
    text: str, language: str = "zh_CN", known: KnownPlaces = _NOWHERE, today: date | None = None
) -> tuple[Find, ...]:
    """What stands in a text, in its order, none overlapping another.

    `language`: `zh_CN` or `en`; `known`: the places of the desk; `today`: the local day of the
    call, from which 昨天 counts.
    """
    text = text[:LONGEST]
    return apart(_english(text, known, today) if language == "en" else _chinese(text, known, today))


def _chinese(text: str, known: KnownPlaces, today: date | None) -> Iterator[Find]:
    yield from element_phones.chinese(text)
    yield from element_counts.amounts(text)
    yield from element_times.times(text, today)
    yield from element_counts.people(text)
    yield from element_names.firms(text)
    yield from element_places.places(text, known)
    yield from element_names.persons(text)


def _english(text: str, known: KnownPlaces, today: date | None) -> Iterator[Find]:
    yield from element_phones.english(text)
    yield from element_english.amounts(text)
    yield from element_english.times(text, today)
    yield from element_english.people(text)
    yield from element_english.firms(text)
    yield from element_english.places(text, known)
    yield from element_english.persons(text)


@dataclass(slots=True)
class Recogniser:
    """Looks into the statements of a matter; each text once, as long as it stands there."""

    language: str
    known: KnownPlaces = _NOWHERE
    _seen: dict[str, tuple[Find, ...]] = field(default_factory=dict)
    _today: date | None = None

    def learn(self, known: KnownPlaces) -> None:
        """Other places are known."""
        self.known, self._seen = known, {}

    def of(self, lines: Iterable[Line], today: date | None) -> tuple[Find, ...]:
        """The finds of some statements in their order; what no longer stands there is forgotten."""
        if today != self._today:
            self._seen, self._today = {}, today
        seen: dict[str, tuple[Find, ...]] = {}
        made: list[Find] = []
        for line in lines:
            finds = self._seen.get(line.words)
            if finds is None:
                finds = found(line.words, self.language, self.known, today)
            seen[line.words] = finds
            made += (replace(find, statement=line.id) for find in finds)
        self._seen = seen
        return tuple(made)
