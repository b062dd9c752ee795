"""Which of the finds in a record an element of the category asks for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from operator_desk.domain.element_days import near_day, near_day_english
from operator_desk.domain.element_finds import Find, Fit, Kind, Trait

_SPELLED = re.compile("[〇零一二三四五六七八九幺]")
MOST = 5  # proposals for one field
T = Trait


@dataclass(frozen=True, slots=True)
class Proposal:
    """Words for a field, and the find they come from."""

    text: str
    find: Find


@dataclass(frozen=True, slots=True)
class _Rule:
    """Finds of a kind; those with a trait named first come first, some traits do not fit.

    `only`: nothing without one of the traits.
    """

    kind: Kind
    first: tuple[Trait, ...] = ()
    never: frozenset[Trait] = frozenset()
    only: bool = False


def _rule(kind: Kind, *first: Trait, never: tuple[Trait, ...] = (), only: bool = False) -> _Rule:
    return _Rule(kind, first, frozenset(never), only)


_RULES = {
    Fit.PHONE: _rule(Kind.PHONE),
    Fit.PLACE: _rule(Kind.PLACE, T.HOUSE, T.ESTATE, T.ROAD, T.VILLAGE),
    Fit.ESTATE: _rule(Kind.PLACE, T.ESTATE, only=True),
    Fit.VILLAGE: _rule(Kind.PLACE, T.VILLAGE, only=True),
    Fit.AREA: _rule(Kind.PLACE, T.AREA, T.VILLAGE),
    Fit.HOME: _rule(Kind.PLACE, T.HOME, only=True),
    Fit.TIME: _rule(Kind.TIME, T.DAY, T.CLOCK, only=True, never=(T.OFTEN, T.LASTING)),
    Fit.SINCE: _rule(Kind.TIME, T.SINCE, T.DAY, T.LASTING, only=True, never=(T.OFTEN, T.UNTIL)),
    Fit.UNTIL: _rule(Kind.TIME, T.UNTIL, only=True),
    Fit.HOURS: _rule(Kind.TIME, T.OFTEN, T.CLOCK, only=True),
    Fit.LASTING: _rule(Kind.TIME, T.LASTING, T.SINCE, only=True),
    Fit.PEOPLE: _rule(Kind.PEOPLE),
    Fit.PERSON: _rule(Kind.PERSON),
    Fit.FIRM: _rule(Kind.FIRM),
    Fit.SCHOOL: _rule(Kind.FIRM, T.SCHOOL, only=True),
    Fit.HOSPITAL: _rule(Kind.FIRM, T.HOSPITAL, only=True),
    Fit.MANAGER: _rule(Kind.FIRM, T.MANAGER, only=True),
    Fit.BANK: _rule(Kind.FIRM, T.BANK, only=True),
    Fit.AMOUNT: _rule(Kind.AMOUNT),
    Fit.PAID: _rule(Kind.AMOUNT, T.PAID, never=(T.LEFT, T.OWED)),
    Fit.LEFT: _rule(Kind.AMOUNT, T.LEFT, only=True),
    Fit.OWED: _rule(Kind.AMOUNT, T.OWED, never=(T.LEFT, T.PAID)),
}


def proposals(
    fit: Fit, finds: Sequence[Find], today: date | None = None, language: str = "zh_CN"
) -> tuple[Proposal, ...]:
    """What may stand in a field that asks for something, the best first, no words twice."""
    rule = _RULES[fit]
    ranked = sorted(
        (find for find in finds if _fits(rule, find)), key=lambda find: _rank(rule, find)
    )
    made: dict[str, Proposal] = {}
    for find in ranked:
        text = _text(find, today, language)
        made.setdefault(text, Proposal(text, find))
    return tuple(made.values())[:MOST]


def _fits(rule: _Rule, find: Find) -> bool:
    if find.kind is not rule.kind or find.traits & rule.never:
        return False
    return not rule.only or any(trait in find.traits for trait in rule.first)


def _rank(rule: _Rule, find: Find) -> tuple[bool, int, int]:
    """Where the caller lives comes last unless it is asked for; then the place of the first
    trait, then how many there are; else the order of the record stays.
    """
    places = [n for n, trait in enumerate(rule.first) if trait in find.traits]
    home = T.HOME in find.traits and T.HOME not in rule.first
    return home, min(places, default=len(rule.first)), -len(places)


def _text(find: Find, today: date | None, language: str) -> str:
    """The words as they were typed; 昨天 with its day, which it says to nobody later; a number
    that was typed in Chinese numerals in digits.
    """
    words = " ".join(find.words.split())
    if find.kind is Kind.PHONE and _SPELLED.search(words):
        return find.value
    if find.kind is not Kind.TIME or today is None:
        return words
    if language == "en":
        day = near_day_english(words, today)
        return f"{words} ({day:%b} {day.day})" if day else words
    day = near_day(words, today)
    return f"{words}（{day.month}月{day.day}日）" if day else words
