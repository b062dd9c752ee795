"""Days and times of day as they are said in English."""

from __future__ import annotations

import re

from operator_desk.speech.english_numbers import cardinal, ordinal, pairs, two
from operator_desk.speech.english_words import MONTHS, SHORT_MONTHS
from operator_desk.speech.scanning import Rule, before, rule

_MONTH = "|".join([*MONTHS, *SHORT_MONTHS])
_IN_DATE = re.compile(r"\b(?:on|by|since|until|from|before|after|dated?|of|due) $", re.I)


def _date(year: str, month: str, day: str) -> str | None:
    if not (1 <= int(month) <= 12 and 1 <= int(day) <= 31):
        return None
    said = f"{MONTHS[int(month) - 1]} {ordinal(day)}"
    return f"{said}, {pairs(year)}" if year else said


def _iso_date(found: re.Match[str]) -> str | None:
    return _date(found[1], found[3], found[4])


def _us_date(found: re.Match[str]) -> str | None:
    return _date(found[4], found[1], found[3])


def _month_day(found: re.Match[str]) -> str | None:
    return _date("", found[1], found[2]) if _IN_DATE.search(before(found, 9)) else None


def _day_of_month(found: re.Match[str]) -> str | None:
    month, day, year = found.group("month", "day", "year")
    if not 1 <= int(day) <= 31:
        return None
    said = f"{SHORT_MONTHS.get(month, month)} {ordinal(day)}"
    return f"{said}, {pairs(year)}" if year else said


def _clock(found: re.Match[str]) -> str | None:
    first = _time(found[1], found[2], found[3], found[4])
    if found[5] is None:
        return first
    second = _time(found[5], found[6], found[7], found[8])
    return f"{first} to {second}" if first and second else None


def _time(hour: str, minute: str, second: str | None, half: str | None) -> str | None:
    if int(hour) > 24 or int(minute) > 59 or int(second or 0) > 59:
        return None
    said = cardinal(hour)
    if int(minute):
        said += f" {two(minute)}"
    elif not half:
        said += " o'clock" if 0 < int(hour) < 13 else " hundred"
    if second and int(second):
        seconds = cardinal(second)
        said += f" and {seconds} second{'s' * (seconds != 'one')}"
    return said + (f" {half[0].upper()} M" if half else "")


def _hour(found: re.Match[str]) -> str | None:
    return f"{cardinal(found[1])} {found[2][0].upper()} M" if int(found[1]) < 13 else None


_TIME = r"([0-9]{1,2}):([0-9]{2})(?::([0-9]{2}))?(?: ?([AaPp])\.?[Mm]\b\.?)?"
TIME_RULES: tuple[Rule, ...] = (
    rule(r"([12][0-9]{3})([-/.])([0-9]{1,2})\2([0-9]{1,2})(?![0-9])", _iso_date),
    rule(r"([0-9]{1,2})([-/])([0-9]{1,2})\2([12][0-9]{3})(?![0-9])", _us_date),
    rule(rf"{_TIME}(?: ?- ?{_TIME})?(?![0-9:])", _clock),
    rule(r"([0-9]{1,2}) ?([AaPp])\.?[Mm]\b", _hour),
)
MONTH_DAY = rule(r"([0-9]{1,2})/([0-9]{1,2})(?![0-9/])", _month_day)
DAY_OF_MONTH = rule(
    rf"(?P<month>{_MONTH})\b\.? (?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?(?![0-9:])"
    r"(?:,? (?P<year>(?:19|20)[0-9]{2})(?![0-9]))?",
    _day_of_month,
)
