"""Reads and checks a profile written as TOML; docs/content.md describes the file."""

from __future__ import annotations

import tomllib
from datetime import time
from enum import StrEnum
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

from operator_desk.domain import category
from operator_desk.domain import profile_rules_toml as rules
from operator_desk.domain.errors import UserError
from operator_desk.domain.profile import Choice, GuideRule, Profile, Reason, Target
from operator_desk.domain.profile_rules_toml import every, unique
from operator_desk.domain.said import said
from operator_desk.domain.terms import (
    REASON_HUNG_UP,
    REASON_SCOPE,
    MatterKind,
    Outcome,
    Secrecy,
    Urgency,
)
from operator_desk.domain.toml_row import NOTHING, Row, shown, wrong

LANGUAGES = ("zh_CN", "en")
NEEDED_TARGETS = ("month_calls", "answer_within_s", "after_call_limit_s", "service_level")
NEEDED_REASONS = {
    "declined": ("caller_in_a_hurry", "words_differ", "will_not_say", "other"),
    "not_read": (REASON_SCOPE, REASON_HUNG_UP, "refused", "cut", "danger"),
    "not_ready": (),
    "dropped": (),
}

# Lists that a profile may lack: then there is no reason for such a step, and none is taken.
HANDLING_REASONS = {
    "return": ("insufficient_details",),
    "redispatch": (),
    "extension": (),
    "pause": (),
    "park": (),
    "exclusion": (),
    "follow_up": ("not_solved",),
    "not_reached": (),
    "withdraw": (),
    "refusal": (),
    "supervise": (),
    "late": (),
}
# Where the working days of a year come from that nobody has imported.
CALENDARS = ("china", "us_federal", "imported")
BASE = "based_on"


# The same texts are the same profile: a program that opens desk after desk reads it once.
_once = lru_cache(maxsize=8)


@_once
def base_name(text: str) -> str | None:
    """The name of the profile that one is based on, or None."""
    values = _parse(text)
    return Row("", values).text(BASE) if BASE in values else None


@_once
def categories_name(text: str, base: str = "") -> str:
    """The name of the category file (without folder and ending) a profile is written for."""
    return Row("", _joined(text, base)).text("categories")


@_once
def load(text: str, categories: str, base: str = "") -> Profile:
    """The profile of a TOML text and of the JSONL text of its category file.

    `base` is the text of the profile it is based on: whatever table or list of reasons the text
    has takes the place of the base's. Raises UserError naming the path in the file, what is
    expected there and what was found.
    """
    top = Row("", _joined(text, base))
    top.text("categories")
    language = top.text("language")
    if language not in LANGUAGES:
        raise top.unknown("language", language, LANGUAGES)
    tree = category.load(categories)
    levels = unique(map(rules.level, _some(top, "levels", "value")), "levels", "value")
    names = [level.value for level in levels]
    profile = Profile(
        name=top.text("name"),
        title=top.text("title"),
        language=language,
        hotline_number=top.text("hotline_number"),
        time_zone=_zone(top),
        day_start=_day_start(top),
        classing=unique(map(rules.classing, top.rows("classing")), "classing", "id"),
        kinds=every(map(rules.kind, top.rows("kinds", "kind")), "kinds", "kind", MatterKind),
        limits=unique(
            (rules.limit(row, tree, names) for row in top.rows("limits")), "limits", "id"
        ),
        targets=_targets(top),
        reasons=_reasons(top),
        urgencies=_choices(top, "urgencies", Urgency),
        secrecies=_choices(top, "secrecies", Secrecy),
        outcomes=_choices(top, "outcomes", Outcome),
        guide=_guide(Row("guide", top.take("guide", dict))),
        categories=tree,
        calendar=_calendar(top, language),
        working_time=rules.one_at_a_time(
            map(rules.working_time, _some(top, "working_time")), "working_time"
        ),
        levels=unique(levels, "levels", "digit"),
        handling=rules.one_at_a_time(map(rules.handling, _some(top, "handling")), "handling", "id"),
    )
    top.done()
    return profile


def _some(top: Row, table: str, key: str = "id") -> list[Row]:
    return top.rows(table, key, needed=False)


def _joined(text: str, base: str) -> dict[str, Any]:
    """The values of a profile over those of its base."""
    values = _parse(text)
    if BASE not in values:
        return values
    name, under = Row("", values).text(BASE), _parse(base)
    if BASE in under:
        raise wrong(BASE, said("a profile that is based on none itself"), name)
    joined = {**under, **values}
    both = under.get("reasons"), values.get("reasons")
    if isinstance(both[0], dict) and isinstance(both[1], dict):
        joined["reasons"] = {**both[0], **both[1]}
    del joined[BASE]
    return joined


def _parse(text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UserError("The profile is not valid TOML: {fault}", fault=error) from None


def _calendar(top: Row, language: str) -> str:
    name = top.text("calendar", "china" if language == "zh_CN" else "imported")
    if name not in CALENDARS:
        raise top.unknown("calendar", name, CALENDARS)
    return name


def _zone(top: Row) -> str:
    name = top.text("time_zone")
    try:
        ZoneInfo(name)
    except (ValueError, OSError, KeyError):
        expected = said("a time zone such as Asia/Shanghai")
        raise top.wrong("time_zone", expected, name) from None
    return name


def _day_start(top: Row) -> time:
    text = top.text("day_start", "00:00")
    hours, _, minutes = text.partition(":")
    try:
        return time(int(hours), int(minutes))
    except ValueError:
        raise top.wrong("day_start", said("a time such as 06:30"), shown(text)) from None


def _targets(top: Row) -> tuple[Target, ...]:
    found = tuple(map(rules.target, top.rows("targets")))
    for needed in NEEDED_TARGETS:
        if all(target.id != needed for target in found):
            raise UserError("Profile: targets: {id} is missing", id=needed)
    return found


def _reasons(top: Row) -> dict[str, tuple[Reason, ...]]:
    lists = Row("reasons", top.take("reasons", dict))
    found = {}
    known = {**NEEDED_REASONS, **HANDLING_REASONS}
    for name in filter(known.__contains__, lists.names()):
        items = enumerate(lists.take(name, list), start=1)
        rows = [Row(f"reasons.{name}", item, "code", place) for place, item in items]
        reasons = unique(map(_reason, rows), f"reasons.{name}", "code")
        unique((r for r in reasons if r.digit), f"reasons.{name}", "digit")
        found[name] = reasons
    for name in known:
        lists.take(name, list, [])
    lists.done()
    for name, codes in known.items():
        if name in NEEDED_REASONS and name not in found:
            raise wrong(f"reasons.{name}", said("a list"), NOTHING)
        _codes(name, codes if name in found else (), found.get(name, ()))
    return found


def _codes(name: str, codes: tuple[str, ...], reasons: tuple[Reason, ...]) -> None:
    present = {reason.code for reason in reasons}
    for code in codes:
        if code not in present:
            raise UserError("Profile: reasons.{name} {code} is missing", name=name, code=code)


def _reason(row: Row) -> Reason:
    automatic = row.take("automatic", bool, False)
    reason = Reason(
        code=row.text("code"),
        digit=row.text("digit", "") if automatic else rules.digit(row),
        automatic=automatic,
        **rules.named(row),
    )
    row.done()
    return reason


def _choices(top: Row, table: str, values: type[StrEnum]) -> tuple[Choice, ...]:
    rows = top.rows(table, "value")
    found = every((_choice(row, values) for row in rows), table, "value", values)
    return unique(found, table, "digit")


def _choice(row: Row, values: type[StrEnum]) -> Choice:
    choice = Choice(value=row.one_of("value", values), digit=rules.digit(row), **rules.named(row))
    row.done()
    return choice


def _guide(row: Row) -> GuideRule:
    say = row.text("say")
    guide = GuideRule(
        number=row.text("number"),
        pattern=row.text("pattern"),
        say=say,
        say_en=row.text("say_en", say),
        **rules.dated(row),
    )
    try:
        guide.dial("0")
    except (KeyError, IndexError, ValueError, AttributeError):
        expected = said("only area_code and number in braces")
        raise row.wrong("pattern", expected, shown(guide.pattern)) from None
    row.done()
    return guide
