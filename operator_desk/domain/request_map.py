"""Which column of another system's list is what: a map written as TOML, read and checked."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from operator_desk.domain.errors import UserError
from operator_desk.domain.profile import Profile
from operator_desk.domain.requests import Stage
from operator_desk.domain.said import said
from operator_desk.domain.terms import MatterKind, Urgency
from operator_desk.domain.toml_row import NOTHING, Row, shown

COLUMNS = (
    "reference", "created", "closed", "status", "category", "title", "place", "answer", "unit",
    "unit_name",
)  # fmt: skip
_ONE = ("reference", "created", "closed", "status", "unit", "unit_name")
_NEEDED = ("reference", "created", "status", "title")
_TRIED = datetime(2026, 11, 23, 14, 5)  # a format is tried with it: afternoon, and no day 1-12
Columns = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestMap:
    """How rows of a list become requests; `columns` holds column names by field, () for none.

    `no_answer` stands in for an answer that the other system does not give. `unit_kind` is the
    kind of units that are made where they are missing; None: none is made.
    """

    source: str
    columns: Mapping[str, Columns]
    formats: tuple[str, ...]
    zone: ZoneInfo
    status: Mapping[str, Stage]
    categories: Mapping[str, str]
    kind: MatterKind
    urgency: Urgency
    unit_kind: str | None
    no_answer: str

    @property
    def names(self) -> tuple[str, ...]:
        """Every column that is read, once."""
        return tuple(dict.fromkeys(name for names in self.columns.values() for name in names))


def load(text: str, profile: Profile, file: str) -> RequestMap:
    """The map of a TOML text for a profile, whose time zone holds where the map names none.

    UserError names the file, the path in it, what is expected there and what was found.
    """
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UserError("{file} is not valid TOML: {fault}", file=file, fault=error) from None
    top = Row("", values, file=file)
    columns = _columns(_table(top, "columns", file))
    times = _table(top, "times", file)
    units = _table(top, "units", file, needed=False)
    constants = _table(top, "constants", file)
    made = RequestMap(
        source=top.text("source"),
        columns=columns,
        formats=_formats(times),
        zone=_zone(times, profile),
        status=_status(_table(top, "status", file), columns),
        categories=_categories(_table(top, "categories", file, needed=False), profile),
        kind=constants.one_of("kind", MatterKind),
        urgency=constants.optional("urgency", lambda name: constants.one_of(name, Urgency))
        or Urgency.NORMAL,
        unit_kind=_unit_kind(units, columns),
        no_answer=constants.text("no_answer", ""),
    )
    for table in (times, units, constants, top):
        table.done()
    return made


def _table(top: Row, name: str, file: str, *, needed: bool = True) -> Row:
    values: dict[str, Any] = top.take(name, dict, None if needed else {})
    return Row(name, values, file=file)


def _columns(row: Row) -> dict[str, Columns]:
    found = {name: _names(row, name) for name in COLUMNS}
    row.done()
    return found


def _names(row: Row, name: str) -> Columns:
    value = row.take(name, object, None if name in _NEEDED else ())
    names = (value,) if isinstance(value, str) else value
    expected = (
        said("the name of a column")
        if name in _ONE
        else said("the name of a column, or a list of such")
    )
    if not isinstance(names, list | tuple) or (name in _ONE and isinstance(value, list)):
        raise row.wrong(name, expected, shown(value))
    for one in names:
        if not isinstance(one, str) or not one.strip():
            raise row.wrong(name, expected, shown(one))
    if name in _NEEDED and not names:
        raise row.wrong(name, expected, NOTHING)
    return tuple(one.strip() for one in names)


def _formats(row: Row) -> tuple[str, ...]:
    found = row.texts("formats")
    expected = said("a format of day and time such as {example}", example="%Y-%m-%d %H:%M")
    if not found:
        raise row.wrong("formats", expected, NOTHING)
    for one in found:
        try:
            back = datetime.strptime(_TRIED.strftime(one), one)
        except ValueError:
            back = None
        if back is None or back.replace(tzinfo=None) != _TRIED:
            raise row.wrong("formats", expected, shown(one))
    return found


def _zone(row: Row, profile: Profile) -> ZoneInfo:
    name = row.text("time_zone", profile.time_zone)
    try:
        return ZoneInfo(name)
    except (OSError, ValueError):  # ZoneInfoNotFoundError is a KeyError
        pass
    except KeyError:
        pass
    raise row.wrong("time_zone", said("a time zone such as America/New_York"), shown(name))


def _status(row: Row, columns: Mapping[str, Columns]) -> dict[str, Stage]:
    found = {name: row.one_of(name, Stage) for name in row.names()}
    if not found:
        raise row.wrong("…", said("one of {known}", known=", ".join(Stage)), NOTHING)
    if any(stage is not Stage.REGISTERED for stage in found.values()):
        _must_name("unit", columns, row)
    if any(stage.settled for stage in found.values()):
        _must_name("closed", columns, row)
    return found


def _must_name(field: str, columns: Mapping[str, Columns], row: Row) -> None:
    """UserError: a field without which no ticket comes as far as the map says has no column."""
    if not columns[field]:
        raise Row("columns", {}, file=row.file).wrong(field, said("the name of a column"), NOTHING)


def _categories(row: Row, profile: Profile) -> dict[str, str]:
    tree, found = profile.categories, {}
    codes = {tree.path_name(one.code): one.code for one in tree.categories}
    codes |= {one.code: one.code for one in tree.categories}
    for name in row.names():
        value = row.text(name)
        if value not in codes:
            expected = said("a category of the profile: its code, or the names down to it")
            raise row.wrong(name, expected, shown(value))
        found[name] = codes[value]
    return found


def _unit_kind(row: Row, columns: Mapping[str, Columns]) -> str | None:
    create, kind = row.take("create", bool, False), row.text("kind", "unit")
    if create:
        _must_name("unit", columns, row)
    return kind if create else None


def joined(parts: Iterable[str], between: str) -> str:
    """The parts that say something, one after the other; the same twice only once."""
    return between.join(dict.fromkeys(part for part in parts if part))
