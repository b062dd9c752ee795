"""The dispatch catalogue: which unit leads for a category, a place and a kind of matter."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from operator_desk.domain.category import CategoryTree
from operator_desk.domain.errors import UserError
from operator_desk.domain.ids import derived_id
from operator_desk.domain.terms import MatterKind
from operator_desk.domain.ticket_facts import CatalogueVersion

FALLBACK = "*"  # in place of a category: for every matter that has no row of its own
_PADDED = (4, 6)  # lengths of codes that may be filled up with zeros


@dataclass(frozen=True, slots=True)
class Known:
    """What a row may name: the category tree, codes of units and of places."""

    tree: CategoryTree
    units: Collection[str]
    places: Collection[str]


def area(code: str) -> str:
    """The beginning that the codes of all places in a place share: `110100` has `1101`."""
    while len(code) in _PADDED and code.endswith("00"):
        code = code[:-2]
    return code


def within(place: str | None, wider: str) -> bool:
    """Whether a place is another one or lies in it; an unknown place lies nowhere."""
    return place is not None and place.startswith(area(wider))


def row_id(category: str, place: str | None, kind: MatterKind | None, since: date | None) -> UUID:
    """The identity of a row: the same key from the same day is the same row, on every desk."""
    return derived_id("catalogue", category, place or "", kind or "", since or "")


def covers(
    row: CatalogueVersion,
    category: str | None,
    place: str | None,
    kind: MatterKind | None,
    on: date,
) -> bool:
    """Whether a row says something about a matter on a local day."""
    named = row.category == FALLBACK or (category or "").startswith(row.category)
    placed = row.place is None or within(place, row.place)
    return named and placed and row.kind in (None, kind) and in_force(row, on)


def in_force(row: CatalogueVersion, on: date) -> bool:
    """Whether a row holds on a local day."""
    begun = row.valid_from is None or row.valid_from <= on
    return not row.withdrawn and begun and (row.valid_to is None or on < row.valid_to)


def matching(
    rows: Iterable[CatalogueVersion],
    category: str | None,
    place: str | None,
    kind: MatterKind | None,
    on: date,
) -> list[CatalogueVersion]:
    """The rows for a matter, the most particular first.

    A row of a category before a fall-back; then the narrower place, a named kind, the deeper
    category, the later first day.
    """
    found = (row for row in rows if covers(row, category, place, kind, on))
    return sorted(found, key=_order)


def _order(row: CatalogueVersion) -> tuple[bool, int, bool, int, int, str]:
    began = (row.valid_from or date.min).toordinal()
    narrow = -len(area(row.place or ""))
    return (
        row.category == FALLBACK,
        narrow,
        row.kind is None,
        -len(row.category),
        -began,
        str(row.row_id),
    )


def newest(versions: Iterable[CatalogueVersion]) -> dict[UUID, CatalogueVersion]:
    """The newest version of every row that was not withdrawn; `versions` by time."""
    held = {row.row_id: row for row in versions}
    return {key: row for key, row in held.items() if not row.withdrawn}


def checked(row: CatalogueVersion, known: Known) -> CatalogueVersion:
    """The row itself. UserError: it names what there is not, or holds on no day."""
    if row.category != FALLBACK and known.tree.find(row.category) is None:
        raise UserError("There is no category {category}.", category=row.category)
    if row.place is not None and row.place not in known.places:
        raise UserError("There is no place {place}.", place=row.place)
    for unit in (row.lead_unit, *row.co_units):
        if unit not in known.units:
            raise UserError("There is no unit {unit}.", unit=unit)
    if row.lead_unit in row.co_units or len(set(row.co_units)) < len(row.co_units):
        raise UserError("A unit stands twice in the row.")
    if row.valid_from is not None and row.valid_to is not None and row.valid_to <= row.valid_from:
        raise UserError(
            "The row ends on {end}, before it begins on {begin}.",
            end=row.valid_to,
            begin=row.valid_from,
        )
    return row


def key(row: CatalogueVersion) -> tuple[str, str, str]:
    """What a row is for: at most one row of a key holds on a day."""
    return row.category, row.place or "", row.kind or ""


def overlapping(
    row: CatalogueVersion, others: Iterable[CatalogueVersion]
) -> CatalogueVersion | None:
    """Another row of the same key that holds on one of the same days."""
    for other in others:
        if key(other) == key(row) and other.row_id != row.row_id and _days_meet(row, other):
            return other
    return None


def refuse_overlap(row: CatalogueVersion, others: Iterable[CatalogueVersion]) -> None:
    """UserError when another row says something for the same key on the same day."""
    other = overlapping(row, others)
    if other is not None:
        raise UserError(
            "For this category, place and kind there is a row from {begin} to {end} already.",
            begin=other.valid_from or "…",
            end=other.valid_to or "…",
        )


def _days_meet(one: CatalogueVersion, other: CatalogueVersion) -> bool:
    def before(first: CatalogueVersion, second: CatalogueVersion) -> bool:
        return (
            first.valid_to is not None
            and second.valid_from is not None
            and first.valid_to <= second.valid_from
        )

    return not before(one, other) and not before(other, one)


def same_words(one: CatalogueVersion, other: CatalogueVersion) -> bool:
    """Whether two versions of a row say the same, whoever stored them and why."""
    return other == replace(
        one,
        id=other.id,
        at=other.at,
        actor=other.actor,
        why=other.why,
        ticket_id=other.ticket_id,
    )


def by_key(rows: Iterable[CatalogueVersion]) -> Sequence[CatalogueVersion]:
    """Rows as a catalogue is read: by category, place, kind and first day; fall-backs first."""
    return sorted(
        rows,
        key=lambda row: (
            row.category != FALLBACK,
            row.category,
            row.place or "",
            row.kind or "",
            row.valid_from or date.min,
        ),
    )
