"""Reads and checks a profile written as TOML; docs/content.md describes the file."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from datetime import date, time
from enum import StrEnum
from typing import Any, TypedDict, TypeVar
from zoneinfo import ZoneInfo

from operator_desk.domain import category
from operator_desk.domain.category import CategoryTree
from operator_desk.domain.errors import UserError
from operator_desk.domain.profile import (
    TICKET_FIELDS,
    Choice,
    ClassingRule,
    Condition,
    GuideRule,
    KindRule,
    LimitOf,
    LimitRule,
    LimitUnit,
    Profile,
    Reason,
    Target,
)
from operator_desk.domain.terms import (
    REASON_HUNG_UP,
    REASON_SCOPE,
    CallClass,
    Direction,
    Entry,
    MatterKind,
    Outcome,
    Purpose,
    Secrecy,
    Urgency,
)
from operator_desk.domain.toml_row import Row

LANGUAGES = ("zh_CN", "en")
NEEDED_TARGETS = ("month_calls", "answer_within_s", "after_call_limit_s", "service_level")
NEEDED_REASONS = {
    "declined": ("caller_in_a_hurry", "words_differ", "will_not_say", "other"),
    "not_read": (REASON_SCOPE, REASON_HUNG_UP, "refused", "cut", "danger"),
    "not_ready": (),
    "dropped": (),
}

_T = TypeVar("_T")


def categories_name(text: str) -> str:
    """The name of the category file (without folder and ending) a profile is written for."""
    return Row("profile", _parse(text)).text("categories")


def load(text: str, categories: str) -> Profile:
    """The profile of a TOML text and of the JSONL text of its category file.

    Raises UserError naming table and field for anything missing, unknown or wrong.
    """
    top = Row("profile", _parse(text), "name")
    top.text("categories")
    language = top.text("language")
    if language not in LANGUAGES:
        raise top.unknown("language", language, LANGUAGES)
    tree = category.load(categories)
    profile = Profile(
        name=top.text("name"),
        title=top.text("title"),
        language=language,
        hotline_number=top.text("hotline_number"),
        time_zone=_zone(top),
        day_start=_day_start(top),
        classing=_unique(map(_classing, top.rows("classing")), "classing", "id"),
        kinds=_every(map(_kind, top.rows("kinds", "kind")), "kinds", "kind", MatterKind),
        limits=_unique((_limit(row, tree) for row in top.rows("limits")), "limits", "id"),
        targets=_targets(top),
        reasons=_reasons(top),
        urgencies=_choices(top, "urgencies", Urgency),
        secrecies=_choices(top, "secrecies", Secrecy),
        outcomes=_choices(top, "outcomes", Outcome),
        guide=_guide(Row("guide", top.take("guide", dict))),
        categories=tree,
    )
    top.done()
    return profile


def _parse(text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UserError("The profile is not valid TOML: {fault}", fault=error) from None


def _zone(top: Row) -> str:
    name = top.text("time_zone")
    try:
        ZoneInfo(name)
    except (ValueError, OSError, KeyError):
        raise UserError("Profile: {value} is not a time zone", value=name) from None
    return name


def _day_start(top: Row) -> time:
    text = top.text("day_start", "00:00")
    hours, _, minutes = text.partition(":")
    try:
        return time(int(hours), int(minutes))
    except ValueError:
        raise UserError(
            "Profile: day_start: {value} is not a time such as 06:30", value=text
        ) from None


class _Names(TypedDict):
    label: str
    label_en: str


class _Dates(TypedDict):
    source: str
    valid_from: date
    valid_to: date | None


def _named(row: Row) -> _Names:
    label = row.text("label")
    return {"label": label, "label_en": row.text("label_en", label)}


def _dated(row: Row) -> _Dates:
    dates: _Dates = {
        "source": row.text("source"),
        "valid_from": row.day("valid_from"),
        "valid_to": row.optional("valid_to", row.day),
    }
    if dates["valid_to"] is not None and dates["valid_to"] <= dates["valid_from"]:
        raise UserError("Profile: {where} ends before it begins", where=row.where)
    return dates


def _classing(row: Row) -> ClassingRule:
    rule = ClassingRule(
        id=row.text("id"),
        call_class=row.one_of("class", CallClass),
        counted=row.take("counted", bool),
        when=_condition(Row(f"{row.where}, when", row.take("when", dict, {}))),
        **_named(row),
        **_dated(row),
    )
    row.done()
    return rule


def _condition(row: Row) -> Condition:
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


def _kind(row: Row) -> KindRule:
    rule = KindRule(
        kind=row.one_of("kind", MatterKind),
        secrecy=row.one_of("secrecy", Secrecy),
        outcome=row.one_of("outcome", Outcome),
        required=row.texts("required"),
        wants_reply=row.take("wants_reply", bool, True),
        **_named(row),
        **_dated(row),
    )
    for field in rule.required:
        if field not in TICKET_FIELDS:
            raise row.unknown("required", field, TICKET_FIELDS)
    row.done()
    return rule


def _limit(row: Row, tree: CategoryTree) -> LimitRule:
    rule = LimitRule(
        id=row.text("id"),
        what=row.one_of("what", LimitOf),
        amount=row.number("amount"),
        unit=row.one_of("unit", LimitUnit),
        kinds=row.some_of("kinds", MatterKind),
        categories=row.texts("categories"),
        urgencies=row.some_of("urgencies", Urgency),
        **_named(row),
        **_dated(row),
    )
    for code in rule.categories:
        if tree.find(code) is None:
            raise UserError(
                "Profile: {where}: there is no category {code}", where=row.where, code=code
            )
    row.done()
    return rule


def _targets(top: Row) -> tuple[Target, ...]:
    found = tuple(map(_target, top.rows("targets")))
    for needed in NEEDED_TARGETS:
        if all(target.id != needed for target in found):
            raise UserError("Profile: targets: {id} is missing", id=needed)
    return found


def _target(row: Row) -> Target:
    target = Target(id=row.text("id"), value=row.figure("value"), **_dated(row))
    row.done()
    return target


def _reasons(top: Row) -> dict[str, tuple[Reason, ...]]:
    lists = Row("reasons", top.take("reasons", dict))
    found = {}
    for name in lists.names():
        rows = [Row(f"reasons.{name}", item, "code") for item in lists.take(name, list)]
        reasons = _unique(map(_reason, rows), f"reasons.{name}", "code")
        _unique((r for r in reasons if r.digit), f"reasons.{name}", "digit")
        found[name] = reasons
    for name, codes in NEEDED_REASONS.items():
        present = {reason.code for reason in found.get(name, ())}
        for code in codes if name in found else ("",):
            if code not in present:
                raise UserError("Profile: reasons.{name} {code} is missing", name=name, code=code)
    return found


def _reason(row: Row) -> Reason:
    automatic = row.take("automatic", bool, False)
    reason = Reason(
        code=row.text("code"),
        digit=row.text("digit", "") if automatic else _digit(row),
        automatic=automatic,
        **_named(row),
    )
    row.done()
    return reason


def _digit(row: Row) -> str:
    digit = row.text("digit")
    if not (len(digit) == 1 and digit in "0123456789"):
        raise row.unknown("digit", digit, "0123456789")
    return digit


def _choices(top: Row, table: str, values: type[StrEnum]) -> tuple[Choice, ...]:
    rows = top.rows(table, "value")
    found = _every((_choice(row, values) for row in rows), table, "value", values)
    return _unique(found, table, "digit")


def _choice(row: Row, values: type[StrEnum]) -> Choice:
    choice = Choice(value=row.one_of("value", values), digit=_digit(row), **_named(row))
    row.done()
    return choice


def _guide(row: Row) -> GuideRule:
    say = row.text("say")
    guide = GuideRule(
        number=row.text("number"),
        pattern=row.text("pattern"),
        say=say,
        say_en=row.text("say_en", say),
        **_dated(row),
    )
    try:
        guide.dial("0")
    except (KeyError, IndexError, ValueError, AttributeError):
        raise UserError(
            "Profile: guide: only area_code and number may stand in braces in the pattern"
        ) from None
    row.done()
    return guide


def _unique(items: Iterable[_T], table: str, field: str) -> tuple[_T, ...]:
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


def _every(items: Iterable[_T], table: str, field: str, values: type[StrEnum]) -> tuple[_T, ...]:
    found = _unique(items, table, field)
    present = {getattr(item, field) for item in found}
    for value in values:
        if value not in present:
            raise UserError("Profile: {table}: {value} is missing", table=table, value=value)
    return found
