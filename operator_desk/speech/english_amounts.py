"""Amounts as they are said in English: money, shares, ranges, measures, plain numbers."""

from __future__ import annotations

import re

from operator_desk.speech.english_numbers import cardinal, each, grouped, number, ordinal, pairs
from operator_desk.speech.english_words import UNITS
from operator_desk.speech.scanning import Rule, after, before, rule

_NUM = r"(?:[0-9]{1,3}(?:,[0-9]{3}){1,6}(?![0-9])(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?)"
_UNIT = "|".join(sorted(map(re.escape, UNITS), key=len, reverse=True))
_CURRENCIES = {
    "$": ("dollar", "dollars", "cent", "cents"),
    "€": ("euro", "euros", "cent", "cents"),
    "£": ("pound", "pounds", "penny", "pence"),
    "¥": ("yuan", "yuan", "fen", "fen"),
}
_SCALES = {"k": "thousand", "m": "million", "b": "billion"}


def _money(found: re.Match[str]) -> str:
    sign, text, many = found.groups()
    one, more, cent, cents = _CURRENCIES[sign]
    if many:
        scale = _SCALES.get(many.strip().lower(), many.strip())
        return f"{number(text)} {scale} {more}"
    whole, _, part = text.replace(",", "").partition(".")
    if len(part) > 2:
        return f"{number(text)} {more}"
    small = int((part + "00")[:2])
    said = f"{cardinal(whole)} {one if whole.lstrip('0') == '1' else more}"
    coins = f"{cardinal(str(small))} {cent if small == 1 else cents}"
    if not small:
        return said
    return f"{said} and {coins}" if whole.strip("0") else coins


def _percent(found: re.Match[str]) -> str:
    first, second = found.groups()
    return f"{number(first)}{f' to {number(second)}' if second else ''} percent"


def _measured(found: re.Match[str]) -> str:
    first, second, unit = found.groups()
    one, more = UNITS[unit]
    said = f"{number(first)} to {number(second)}" if second else number(first)
    return f"{said} {one if said == 'one' else more}"


def _range(found: re.Match[str]) -> str | None:
    first, second = found.groups()
    low, high = (float(one.replace(",", "")) for one in (first, second))
    if low >= high or any(len(one) > 1 and one[0] == "0" for one in (first, second)):
        return None
    if 1900 <= low < high <= 2099:
        return f"{pairs(first)} to {pairs(second)}"
    return f"{number(first)} to {number(second)}"


def _fraction(found: re.Match[str]) -> str | None:
    over, under = found.groups()
    if int(over) >= int(under) or int(under) < 2:
        return None
    name = {2: "half", 4: "quarter"}.get(int(under), ordinal(under))
    more = "s" * (int(over) > 1)
    return f"{cardinal(over)} {name}{more}"


def _ratio(found: re.Match[str]) -> str:
    return " to ".join(map(number, re.split("[:：]", found[0])))


def _year_or_number(found: re.Match[str]) -> str:
    text = found[0]
    whole = text.partition(".")[0]
    if (len(whole) > 1 and whole[0] == "0") or (len(whole) > 9 and "," not in whole):
        return grouped(whole) + (f" point {each(text.partition('.')[2])}" if "." in text else "")
    if re.fullmatch(r"(?:19|20)[0-9]{2}", text) and not after(found, 2).startswith((" %", "%")):
        return pairs(text)
    if len(text) == 5 and re.search(r"(?:\b[A-Z]{2}|(?i:zip(?: code)?)),? $", before(found, 11)):
        return each(text)
    return number(text)


FRONT_RULES: tuple[Rule, ...] = (
    rule(r"([0-9]+)(?:st|nd|rd|th)(?![A-Za-z0-9])", lambda found: ordinal(found[1])),
    rule(rf"({_NUM})(?: ?(?:-|to) ?({_NUM}))? ?(?:%|percent\b)", _percent),
    rule(rf"({_NUM})(?:-({_NUM}))? ?({_UNIT})(?![A-Za-z0-9])", _measured),
)
FRACTION = rule(r"([0-9]{1,3})/([0-9]{1,3})(?![0-9/])", _fraction)
LAST_RULES: tuple[Rule, ...] = (
    rule(rf"({_NUM})(?:-|–)({_NUM})(?![-0-9])", _range),
    rule(rf"{_NUM}:{_NUM}", _ratio),
    rule(_NUM, _year_or_number),
)
MONEY = rule(rf"([$€£¥]) ?({_NUM})( ?(?:thousand|million|billion|[kKmMbB])(?![A-Za-z]))?", _money)
CURRENCIES = tuple(_CURRENCIES)
