"""What the rules find in a statement: its kind, where it stands, what it means, and why."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID


class Kind(StrEnum):
    """What a find is."""

    PHONE = "phone"
    PLACE = "place"
    TIME = "time"
    PEOPLE = "people"  # how many
    PERSON = "person"  # who
    FIRM = "firm"  # company, shop, school, hospital
    AMOUNT = "amount"  # money


class Trait(StrEnum):
    """What a find says besides its kind; by it an element prefers one find to another."""

    SINCE = "since"
    UNTIL = "until"
    DAY = "day"
    CLOCK = "clock"
    LASTING = "lasting"  # how long
    OFTEN = "often"
    ROAD = "road"
    ESTATE = "estate"
    VILLAGE = "village"
    AREA = "area"  # nothing narrower than a district or a town
    HOUSE = "house"  # with the number of a house, a block or a room
    SCHOOL = "school"
    HOSPITAL = "hospital"
    MANAGER = "manager"  # who manages an estate
    BANK = "bank"
    PAID = "paid"
    LEFT = "left"  # not used up yet
    OWED = "owed"
    HOME = "home"  # where the caller says to live


class Fit(StrEnum):
    """What an element asks for, as `fits` says in the category file."""

    PHONE = "phone"
    PLACE = "place"
    ESTATE = "estate"
    VILLAGE = "village"
    AREA = "area"
    HOME = "home"
    TIME = "time"
    SINCE = "since"
    UNTIL = "until"
    HOURS = "hours"
    LASTING = "lasting"
    PEOPLE = "people"
    PERSON = "person"
    FIRM = "firm"
    SCHOOL = "school"
    HOSPITAL = "hospital"
    MANAGER = "manager"
    BANK = "bank"
    AMOUNT = "amount"
    PAID = "paid"
    LEFT = "left"
    OWED = "owed"


@dataclass(frozen=True, slots=True)
class Find:
    """One find: `text[start:end] == words`.

    `value` is the same in a fixed form, "" where there is none: digits of a number to call, whole
    units of money, how many people, a day or an instant in ISO 8601 (local), the code of a place.
    `rule` names the rule that found it; `statement` is the line of the record, None outside one.
    """

    kind: Kind
    start: int
    end: int
    words: str
    value: str = ""
    traits: frozenset[Trait] = frozenset()
    rule: str = ""
    statement: UUID | None = None


def hits(
    kind: Kind, rule: str, pattern: re.Pattern[str], text: str, *traits: Trait
) -> Iterator[Find]:
    """A find for each match; where the pattern has a group `it`, this alone is the find."""
    named = "it" in pattern.groupindex
    for hit in pattern.finditer(text):
        start, end = hit.span("it") if named else hit.span()
        if end > start:
            yield Find(kind, start, end, text[start:end], "", frozenset(traits), rule)


class Before:
    """Traits that the words before a find give it; of several the first."""

    def __init__(self, *traits: tuple[Trait, str], reach: int = 16) -> None:
        self._traits = [(trait, re.compile(words, re.IGNORECASE)) for trait, words in traits]
        self._reach = reach

    def traits(self, text: str, find: Find) -> frozenset[Trait]:
        """The traits of a find with the one that the words before it say."""
        before = text[max(0, find.start - self._reach) : find.start]
        said = next((trait for trait, words in self._traits if words.search(before)), None)
        return find.traits if said is None else find.traits | {said}


# Of two finds that overlap the longer one stays; of the same length the kind that is named first.
_FIRST = (Kind.PHONE, Kind.AMOUNT, Kind.TIME, Kind.PEOPLE, Kind.FIRM, Kind.PLACE, Kind.PERSON)


def apart(finds: Iterable[Find]) -> tuple[Find, ...]:
    """The finds without those that overlap a better one, in the order of the text."""
    kept: list[Find] = []
    for find in sorted(finds, key=_rank):
        if all(find.end <= one.start or one.end <= find.start for one in kept):
            kept.append(find)
    return tuple(sorted(kept, key=lambda find: find.start))


def _rank(find: Find) -> tuple[bool, int, int, int]:
    phone = find.kind is Kind.PHONE
    return not phone, find.start - find.end, _FIRST.index(find.kind), find.start
