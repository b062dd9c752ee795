"""Reads the rules of a profile: classing, kinds, limits, working time, levels, numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import Protocol, TypedDict, TypeVar

from operator_desk.domain.category import CategoryTree
from operator_desk.domain.errors import UserError
from operator_desk.domain.limit_rules import (
    BEGINS,
    MOST,
    HandlingOf,
    HandlingRule,
    Level,
    LimitFrom,
    LimitOf,
    LimitRule,
    LimitUnit,
    WorkingTime,
)
from operator_desk.domain.profile import (
    TICKET_FIELDS,
    ClassingRule,
    Condition,
    KindRule,
    Target,
)
from operator_desk.domain.said import said
from operator_desk.domain.terms import (
    CallClass,
    Direction,
    Entry,
    MatterKind,
    Outcome,
    Purpose,
    Secrecy,
    Urgency,
)
from operator_desk.domain.toml_row import Row, shown, wrong

_SPAN = re.compile(r"(?:[01]\d|2[0-3]):[0-5]\d-(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)", re.ASCII)
_PLACE = re.compile(r"\d{2,12}", re.ASCII)
_T = TypeVar("_T")


class Names(TypedDict):
    """The fields of something named."""

    label: str
    label_en: str


class Dates(TypedDict):
    """The fields of something dated."""

    source: str
    valid_from: date
    valid_to: date | None


def named(row: Row) -> Names:
    """The two names of a row."""
    label = row.text("label")
    return {"label": label, "label_en": row.text("label_en", label)}


def dated(row: Row) -> Dates:
    """Source and days of a row."""
    dates: Dates = {
        "source": row.text("source"),
        "valid_from": row.day("valid_from"),
        "valid_to": row.optional("valid_to", row.day),
    }
    if dates["valid_to"] is not None and dates["valid_to"] <= dates["valid_from"]:
        raise row.wrong(
            "valid_to",
            said("a day after {day}", day=dates["valid_from"].isoformat()),
            dates["valid_to"].isoformat(),
        )
    return dates


def classing(row: Row) -> ClassingRule:
    """One of `[[classing]]`."""
    rule = ClassingRule(
        id=row.text("id"),
        call_class=row.one_of("class", CallClass),
        counted=row.take("counted", bool),
        when=condition(Row(row.path("when"), row.take("when", dict, {}))),
        **named(row),
        **dated(row),
    )
    row.done()
    return rule


def condition(row: Row) -> Condition:
    condition = Condition(
        directions=row.some_of("direction", Direction),
        outcomes=row.some_of("outcome", Outcome),
        entries=row.some_of("entry", Entry),
        purposes=row.some_of("purpose", Purpose),
        min_talk_s=row.optional("min_talk_s", row.number),
        max_talk_s=row.optional("max_talk_s", row.number),
        has_record=row.optional("has_record", lambda field: row.take(field, bool)),
    )
    row.done()
    return condition


def kind(row: Row) -> KindRule:
    """One of `[[kinds]]`."""
    rule = KindRule(
        kind=row.one_of("kind", MatterKind),
        secrecy=row.one_of("secrecy", Secrecy),
        outcome=row.one_of("outcome", Outcome),
        required=row.texts("required"),
        wants_reply=row.take("wants_reply", bool, True),
        **named(row),
        **dated(row),
    )
    for field in rule.required:
        if field not in TICKET_FIELDS:
            raise row.unknown("required", field, TICKET_FIELDS)
    row.done()
    return rule


def limit(row: Row, tree: CategoryTree, levels: Iterable[str]) -> LimitRule:
    """One of `[[limits]]`."""
    what = row.one_of("what", LimitOf)
    rule = LimitRule(
        id=row.text("id"),
        what=what,
        amount=row.number("amount", 1, MOST),
        unit=row.one_of("unit", LimitUnit),
        begins=row.optional("from", lambda field: row.one_of(field, LimitFrom)) or BEGINS[what],
        kinds=row.some_of("kinds", MatterKind),
        categories=row.texts("categories"),
        urgencies=row.some_of("urgencies", Urgency),
        places=row.texts("places"),
        levels=row.texts("levels"),
        next_working_day=row.take("next_working_day", bool, True),
        **named(row),
        **dated(row),
    )
    for code in rule.categories:
        if tree.find(code) is None:
            raise row.wrong("categories", said("codes of the category file"), shown(code))
    for place in rule.places:
        if not _PLACE.fullmatch(place):
            raise row.wrong("places", said("beginnings of division codes"), shown(place))
    for level in rule.levels:
        if level not in levels:
            raise row.unknown("levels", level, levels)
    row.done()
    return rule


def working_time(row: Row) -> WorkingTime:
    """One of `[[working_time]]`."""
    rule = WorkingTime(spans=row.texts("spans"), **dated(row))
    ends = [part for span in rule.spans for part in span.split("-")]
    good = all(map(_SPAN.fullmatch, rule.spans)) and ends == sorted(set(ends))
    if not rule.spans or not good:
        expected = said("times in order, such as 08:30-12:00")
        raise row.wrong("spans", expected, shown(", ".join(rule.spans)) or said("nothing"))
    row.done()
    return rule


def level(row: Row) -> Level:
    """One of `[[levels]]`."""
    made = Level(
        value=row.text("value"),
        digit=digit(row),
        urgencies=row.some_of("urgencies", Urgency),
        **named(row),
    )
    row.done()
    return made


def handling(row: Row) -> HandlingRule:
    """One of `[[handling]]`."""
    of = row.one_of("id", HandlingOf)
    most = 1 if of is HandlingOf.DESIGNATED_MAY_NOT_RETURN else MOST
    rule = HandlingRule(id=of, amount=row.number("amount", 0, most), **named(row), **dated(row))
    row.done()
    return rule


def target(row: Row) -> Target:
    """One of `[[targets]]`."""
    target = Target(id=row.text("id"), value=row.figure("value"), **dated(row))
    row.done()
    return target


def digit(row: Row) -> str:
    """The digit that chooses a row."""
    found = row.text("digit")
    if not (len(found) == 1 and found in "0123456789"):
        raise row.unknown("digit", found, "0123456789")
    return found


def unique(items: Iterable[_T], table: str, field: str) -> tuple[_T, ...]:
    """The items; UserError: a value of the field stands twice."""
    found = tuple(items)
    seen: set[object] = set()
    for item in found:
        value = getattr(item, field)
        if value in seen:
            raise UserError(
                "Profile: {table}: {field} {value} stands twice",
                table=table,
                field=field,
                value=value,
            )
        seen.add(value)
    return found


def every(items: Iterable[_T], table: str, field: str, values: type[StrEnum]) -> tuple[_T, ...]:
    """The items, one of each value; UserError: one twice or not there."""
    found = unique(items, table, field)
    present = {getattr(item, field) for item in found}
    for value in values:
        if value not in present:
            raise UserError("Profile: {table}: {value} is missing", table=table, value=value)
    return found


class _Dated(Protocol):
    @property
    def valid_from(self) -> date: ...
    def in_force(self, on: date) -> bool: ...


_D = TypeVar("_D", bound=_Dated)


def one_at_a_time(items: Iterable[_D], table: str, field: str = "") -> tuple[_D, ...]:
    """The rules; UserError: two with the same value of `field` hold on the same day."""
    found = tuple(items)
    for place, rule in enumerate(found, start=1):
        for before, other in enumerate(found[: place - 1], start=1):
            same = not field or getattr(rule, field) == getattr(other, field)
            day = max(rule.valid_from, other.valid_from)
            if same and rule.in_force(day) and other.in_force(day):
                raise wrong(
                    f"{table}[{place}].valid_from",
                    said("a day on which {path} no longer holds", path=f"{table}[{before}]"),
                    rule.valid_from.isoformat(),
                )
    return found
