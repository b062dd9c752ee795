"""The dispatch catalogue: CSV `category,place,kind,lead_unit,co_units,valid_from,valid_to`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import UUID

from operator_desk.domain import catalogue as rules
from operator_desk.domain.catalogue import FALLBACK, Known, row_id
from operator_desk.domain.errors import UserError
from operator_desk.domain.facts import CatalogueVersion, UnitVersion
from operator_desk.domain.places import Place
from operator_desk.domain.profile import Profile
from operator_desk.domain.terms import MatterKind
from operator_desk.importers.rows import Read, Refused, collect
from operator_desk.importers.table import Row, check_header, table

COLUMNS = ("category", "place", "kind", "lead_unit", "co_units", "valid_from", "valid_to")
_NEEDED = ("category", "lead_unit")
# The service gives identity, time and actor when it stores a row.
_NOBODY, _NEVER = UUID(int=0), datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Names:
    """Codes by what a table may call a thing: code, name, short name; None: more than one."""

    categories: Mapping[str, str | None]
    places: Mapping[str, str | None]
    kinds: Mapping[str, str | None]
    units: Mapping[str, str | None]


def names(profile: Profile, units: Iterable[UnitVersion], places: Iterable[Place]) -> Names:
    """What rows may say: codes, and names where only one thing has them."""
    tree, every, where = profile.categories, list(units), list(places)
    return Names(
        categories=_codes(
            (one.code for one in tree.categories),
            ((_plain(one.name), one.code) for one in tree.categories),
            ((_plain(tree.path_name(one.code, "/")), one.code) for one in tree.categories),
        ),
        places=_codes((one.code for one in where), ((one.name, one.code) for one in where)),
        kinds=_codes(
            MatterKind,
            ((one.label, one.kind) for one in profile.kinds),
            ((one.label_en, one.kind) for one in profile.kinds),
        ),
        units=_codes(
            (one.code for one in every),
            ((one.name, one.code) for one in every),
            ((one.short_name, one.code) for one in every),
        ),
    )


def _plain(name: str) -> str:
    return name.replace(" ", "").replace("›", "/")


def catalogue(
    path: Path, named: Names, known: Known, stored: Iterable[CatalogueVersion] = ()
) -> Read[CatalogueVersion]:
    """The rows of a file; none meets the days of another of its key, in the file or `stored`."""
    header, lines = table(path)
    check_header(path, header, needed=_NEEDED, known=COLUMNS)
    seen: set[UUID] = set()

    def make(row: Row) -> CatalogueVersion:
        made = rules.checked(_row(row, named), known)
        if made.row_id in seen:
            raise UserError("This category, place, kind and first day stand in the list already.")
        seen.add(made.row_id)
        return made

    read = collect(path.name, lines, make)
    return _apart(path.name, read, [row for row in stored if row.row_id not in seen])


def _apart(
    file: str, read: Read[CatalogueVersion], stored: Sequence[CatalogueVersion]
) -> Read[CatalogueVersion]:
    """What was read without the rows that meet an earlier one of their key."""
    others: dict[tuple[object, ...], list[CatalogueVersion]] = {}
    for row in stored:
        others.setdefault(rules.key(row), []).append(row)
    taken: list[tuple[CatalogueVersion, int]] = []
    refused = list(read.refused)
    for row, number in zip(read.values, read.rows, strict=True):
        beside = others.setdefault(rules.key(row), [])
        try:
            rules.refuse_overlap(row, beside)
        except UserError as error:
            refused.append(Refused(file, number, error))
            continue
        beside.append(row)
        taken.append((row, number))
    return replace(
        read,
        values=tuple(row for row, _number in taken),
        rows=tuple(number for _row, number in taken),
        refused=tuple(sorted(refused, key=lambda one: one.row)),
    )


def _row(row: Row, named: Names) -> CatalogueVersion:
    for name in _NEEDED:
        if not row[name]:
            raise UserError("Field {field} is missing or empty.", field=name)
    category = row["category"]
    if category != FALLBACK:
        category = _code(_plain(category), named.categories, _no_category)
    place = _code(row["place"], named.places, _no_place) if row.get("place") else None
    kind = _code(row["kind"], named.kinds, _no_kind) if row.get("kind") else None
    co_units = row.get("co_units", "").replace("；", ";").split(";")
    since = _day("valid_from", row.get("valid_from", ""))
    return CatalogueVersion(
        id=_NOBODY,
        at=_NEVER,
        actor=_NOBODY,
        row_id=row_id(category, place, MatterKind(kind) if kind else None, since),
        category=category,
        place=place,
        kind=MatterKind(kind) if kind else None,
        lead_unit=_code(row["lead_unit"], named.units, _no_unit),
        co_units=tuple(_code(u.strip(), named.units, _no_unit) for u in co_units if u.strip()),
        valid_from=since,
        valid_to=_day("valid_to", row.get("valid_to", "")),
    )


def _codes(own: Iterable[str], *named: Iterable[tuple[str, str]]) -> dict[str, str | None]:
    found: dict[str, str | None] = {str(code): str(code) for code in own}
    codes = frozenset(found)
    for pairs in named:
        for name, code in pairs:
            if name and name not in codes:
                found[name] = None if found.get(name, str(code)) != str(code) else str(code)
    return found


def _code(said: str, codes: Mapping[str, str | None], missing: Callable[[str], UserError]) -> str:
    if said not in codes:
        raise missing(said)
    code = codes[said]
    if code is None:
        raise UserError("{name} is the name of more than one: give the code.", name=said)
    return code


def _no_category(said: str) -> UserError:
    return UserError("There is no category {category}.", category=said)


def _no_place(said: str) -> UserError:
    return UserError("There is no place {place}.", place=said)


def _no_kind(said: str) -> UserError:
    return UserError("There is no kind of matter {kind}.", kind=said)


def _no_unit(said: str) -> UserError:
    return UserError("There is no unit {unit}.", unit=said)


def _day(name: str, said: str) -> date | None:
    if not said:
        return None
    try:
        day = date.fromisoformat(said)
    except ValueError:
        day = None
    if day is None or day.isoformat() != said:
        raise UserError(
            "Field {field}: {value} is not a date (YYYY-MM-DD).", field=name, value=said
        )
    return day
