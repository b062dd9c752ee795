"""Which tickets are about the same matter: an index in memory, kept in step ticket by ticket.

It holds pairs of characters of titles and places, never the texts themselves, and of secret and
anonymous tickets nothing but category and place. A hundred thousand tickets take some 60 MB.
"""

from __future__ import annotations

import math
from array import array
from collections import defaultdict
from collections.abc import Iterable, Sequence
from uuid import UUID

import numpy as np
from numpy.typing import NDArray

from operator_desk.domain.catalogue import area
from operator_desk.domain.category_names import parts
from operator_desk.domain.proposals import Matter, Near, TicketMark

_SHARE = 0.05  # a pair that more tickets have than this tells nothing
_FEW = 500  # … unless they are as few as this
_STREET = 9  # signs of a street's code
_TOP = 4  # signs of a category of the second level
_WASTE = 20_000  # places of tickets that have changed, before all is packed anew
Floats = NDArray[np.float64]
Whole = NDArray[np.int64]
_Key = tuple[str | None, ...]


class NearTickets:
    """Tickets by number, by place and category, and by the words of their titles."""

    def __init__(self) -> None:
        self._clear()

    def _clear(self) -> None:
        self._ids: list[UUID] = []
        self._slots: dict[UUID, int] = {}
        self._keys: dict[UUID, _Key] = {}
        self._size = array("H")  # pairs of a ticket
        self._day = array("i")
        self._open = bytearray()
        self._alive = bytearray()
        self._dead = 0
        self._words: dict[str, array[int]] = defaultdict(lambda: array("i"))
        self._numbers: dict[str, list[int]] = defaultdict(list)
        self._places: dict[tuple[str, str], array[int]] = defaultdict(lambda: array("i"))

    def __len__(self) -> int:
        return len(self._slots)

    # -- keeping in step -----------------------------------------------------------------

    def put(self, marks: Iterable[TicketMark]) -> None:
        """Takes tickets up, or what has changed of them."""
        for mark in marks:
            key = _key(mark)
            slot = self._slots.get(mark.id)
            if slot is not None and self._keys[mark.id] != key:
                self._alive[slot] = 0
                self._dead += 1
                slot = None
            if slot is None:
                self._add(mark, key)
            else:
                self._open[slot] = mark.open
                self._day[slot] = _day(mark)

    def _add(self, mark: TicketMark, key: _Key) -> None:
        slot = len(self._ids)
        self._ids.append(mark.id)
        self._slots[mark.id], self._keys[mark.id] = slot, key
        self._day.append(_day(mark))
        self._open.append(mark.open)
        self._alive.append(1)
        _id, category, place, number, title, where = key
        found = frozenset(parts(f"{title or ''}\n{where or ''}"))
        self._size.append(min(len(found), 65_535))
        for one in found:
            self._words[one].append(slot)
        if number:
            self._numbers[number].append(slot)
        for code in _areas(category, place):
            self._places[code].append(slot)

    @property
    def wasted(self) -> bool:
        """Whether so much has changed that it is worth to build the index anew."""
        return self._dead > max(_WASTE, len(self._slots))

    # -- asking --------------------------------------------------------------------------

    def find(self, matter: Matter, since: int, limit: int, *, closed: bool = False) -> list[Near]:
        """The nearest tickets: open ones and those changed on a day (ordinal) or later.

        With `closed` instead those that are closed, from that day on.
        """
        count = len(self._ids)
        if not count:
            return []
        texts = self._texts(matter, count)
        scores = texts.copy()
        numbers = self._flags(self._numbers.get(matter.number_key or "", ()), count)
        scores += 0.5 * numbers
        for code in _areas(matter.category, matter.place_code):
            scores += 0.3 * self._flags(self._places.get(code, ()), count)
        wanted = self._wanted(since, closed)
        scores[~wanted] = 0.0
        most = min(limit, count)
        best = np.argpartition(-scores, most - 1)[:most]
        best = best[scores[best] > 0]
        best = best[np.lexsort((-best, -scores[best]))]
        return [Near(self._ids[n], float(texts[n]), bool(numbers[n])) for n in best.tolist()]

    def _wanted(self, since: int, closed: bool) -> NDArray[np.bool_]:
        alive = np.frombuffer(self._alive, dtype=np.uint8).astype(bool)
        is_open = np.frombuffer(self._open, dtype=np.uint8).astype(bool)
        late = np.frombuffer(self._day, dtype=np.int32) >= since
        return alive & ~is_open & late if closed else alive & (is_open | late)

    def _texts(self, matter: Matter, count: int) -> Floats:
        """How near the words of every ticket are, 0 to 1: twice the shared over both."""
        most = max(_FEW, int(_SHARE * count))
        asked = {
            one: self._words[one]
            for one in frozenset(parts(f"{matter.title}\n{matter.place}"))
            if one in self._words
        }
        told = {one: slots for one, slots in asked.items() if len(slots) <= most}
        unknown = len(frozenset(parts(f"{matter.title}\n{matter.place}"))) - len(asked)
        if not told:
            return np.zeros(count)
        rare = [math.log(1 + count / len(slots)) for slots in told.values()]
        slots = np.concatenate([np.frombuffer(one, dtype=np.int32) for one in told.values()])
        weights = np.repeat(rare, [len(one) for one in told.values()])
        shared = np.bincount(slots, weights, minlength=count)
        mean = sum(rare) / len(rare)
        sizes = np.frombuffer(self._size, dtype=np.uint16) * mean
        whole = sum(rare) + unknown * mean
        return np.minimum(1.0, 2 * shared / (whole + sizes))

    @staticmethod
    def _flags(slots: Sequence[int], count: int) -> Floats:
        found = np.zeros(count)
        if len(slots):
            found[np.asarray(slots, dtype=np.int64)] = 1.0
        return found


def _key(mark: TicketMark) -> _Key:
    """What is compared of a ticket; of a hidden one its category and place, and no words."""
    seen = (None, None, None) if mark.hidden else (mark.number_key, mark.title, mark.place)
    return (str(mark.id), mark.category, mark.place_code, *seen)


def _day(mark: TicketMark) -> int:
    return (mark.closed_at or mark.registered_at).toordinal()


def _areas(category: str | None, place: str | None) -> list[tuple[str, str]]:
    """Under what a ticket is found by category and place: the very place, then its street."""
    if not category or not place:
        return []
    where, top = area(place), category[:_TOP]
    found = [(top, where)] if len(where) > _STREET else []
    return [*found, (top, where[:_STREET])]
