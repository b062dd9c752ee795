"""Ranks the units that could take a ticket: catalogue, told articles, similar tickets."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from operator_desk.domain.catalogue import FALLBACK, area, matching, within
from operator_desk.domain.facts import UnitVersion
from operator_desk.domain.proposals import Matter, Near, Reason, TicketMark, UnitProposal, Why
from operator_desk.domain.terms import TicketState
from operator_desk.domain.ticket_facts import CatalogueVersion
from operator_desk.domain.views import ArticleHead

MOST = 3
_ROW, _OWNER, _OTHER_ROW, _ARTICLE, _SIMILAR, _FALLBACK = 6.0, 5.0, 4.0, 3.0, 2.0, 0.0
_NEAR = 0.3  # how near the words of a ticket must be, in another category
_TOP = 4
_SHORTEST = 3  # signs of a unit's name that may stand in an owner's


@dataclass(frozen=True, slots=True)
class _Voice:
    """One source that speaks for a unit."""

    unit: str
    score: float
    reason: Reason
    co_units: tuple[str, ...] = ()
    row_id: UUID | None = None


def ranked(
    matter: Matter,
    on: date,
    rows: Iterable[CatalogueVersion],
    units: Mapping[str, UnitVersion],
    told: Sequence[ArticleHead],
    alike: Sequence[tuple[Near, TicketMark]],
) -> tuple[UnitProposal, ...]:
    """At most three, the likeliest first; a fall-back only where no row names the category.

    `alike`: closed tickets near the matter, the nearest first.
    """
    held = list(rows)
    voices = [
        *_of_catalogue(matter, on, held),
        *_of_articles(matter, on, held, units, told),
        *_of_similar(matter, units, alike),
    ]
    by_unit: dict[str, list[_Voice]] = defaultdict(list)
    for voice in voices:
        if voice.unit in units:
            by_unit[voice.unit].append(voice)
    made = [_made(found) for found in by_unit.values()]
    made.sort(key=lambda one: (-one.score, one.unit))
    return tuple(made[:MOST])


def _made(voices: Sequence[_Voice]) -> UnitProposal:
    """The voices for one unit as a proposal: the strongest counts, each other a little."""
    ordered = sorted(voices, key=lambda one: -one.score)
    first = ordered[0]
    reasons = tuple(dict.fromkeys(one.reason for one in ordered))
    score = first.score + 0.1 * (len({one.why for one in reasons}) - 1)
    row = next((one for one in ordered if one.row_id is not None), None)
    return UnitProposal(
        first.unit,
        row.co_units if row else (),
        score,
        reasons,
        row.row_id if row else None,
    )


def _of_catalogue(matter: Matter, on: date, rows: Sequence[CatalogueVersion]) -> Iterator[_Voice]:
    found = matching(rows, matter.category, matter.place_code, matter.kind, on)
    plain = [row for row in found if row.category != FALLBACK]
    for n, row in enumerate(plain):
        score = _ROW if n == 0 else _OTHER_ROW - 0.01 * n
        yield _Voice(row.lead_unit, score, _row_reason(row), row.co_units, row.row_id)
    for row in [] if plain else found[:1]:
        reason = Reason(Why.FALLBACK, _fields(row)[1:])
        yield _Voice(row.lead_unit, _FALLBACK, reason, row.co_units, row.row_id)


def _row_reason(row: CatalogueVersion) -> Reason:
    return Reason(Why.CATALOGUE, _fields(row))


def _fields(row: CatalogueVersion) -> tuple[tuple[str, str], ...]:
    named = (("category", row.category), ("place", row.place), ("kind", row.kind))
    return tuple((name, str(value)) for name, value in named if value)


def _of_articles(
    matter: Matter,
    on: date,
    rows: Sequence[CatalogueVersion],
    units: Mapping[str, UnitVersion],
    told: Sequence[ArticleHead],
) -> Iterator[_Voice]:
    """The owner of a told article; else who the catalogue names for the article's category."""
    for head in told:
        reason = Reason(Why.ARTICLE, (("title", head.title),))
        owner = _unit_of(head, units)
        if owner is not None:
            yield _Voice(owner, _OWNER, reason)
        elif head.category and head.category != matter.category:
            found = matching(rows, head.category, matter.place_code, matter.kind, on)
            for row in found[:1]:
                if row.category != FALLBACK:
                    yield _Voice(row.lead_unit, _ARTICLE, reason, row.co_units, row.row_id)


def _unit_of(head: ArticleHead, units: Mapping[str, UnitVersion]) -> str | None:
    """The unit that an article is of: its owner, for a contact also its title."""
    said = [head.owner or "", head.title if head.kind == "contact" else ""]
    names = [
        (len(name), code)
        for code, unit in units.items()
        for name in (unit.name, unit.short_name, code if code in said else "")
        if any(_names(name, words) for words in said)
    ]
    return max(names, key=lambda one: (one[0], one[1]))[1] if names else None


def _names(name: str, words: str) -> bool:
    return bool(words) and (name == words or (len(name) >= _SHORTEST and name in words))


def _of_similar(
    matter: Matter, units: Mapping[str, UnitVersion], alike: Sequence[tuple[Near, TicketMark]]
) -> Iterator[_Voice]:
    votes: dict[str, float] = defaultdict(float)
    counts: dict[str, int] = defaultdict(int)
    for near, mark in alike:
        same = bool(matter.category and (mark.category or "")[:_TOP] == matter.category[:_TOP])
        if mark.unit is None or mark.state is TicketState.WITHDRAWN:
            continue
        if near.text < _NEAR and not same:
            continue
        unit = _here(mark.unit, matter.place_code, units)
        if unit is not None:
            votes[unit] += near.text + 0.2 * same
            counts[unit] += 1
    whole = sum(votes.values())
    for unit, weight in votes.items():
        reason = Reason(Why.SIMILAR, (("count", str(counts[unit])),))
        yield _Voice(unit, _SIMILAR + weight / (whole or 1.0), reason)


def _here(code: str, place: str | None, units: Mapping[str, UnitVersion]) -> str | None:
    """The unit itself, or the one of its kind that works in a place; None: no such one is known.

    A ticket like it in another street went to that street's office; this one goes to its own.
    """
    unit = units.get(code)
    if unit is None:
        return None
    if not unit.areas or place is None or any(within(place, wide) for wide in unit.areas):
        return code
    own = [
        (len(area(wide)), other.code)
        for other in units.values()
        if other.kind == unit.kind
        for wide in other.areas
        if within(place, wide)
    ]
    return max(own)[1] if own else None
