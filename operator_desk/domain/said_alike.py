"""Whether words mean what a caller said: numbers as numbers, the rest by its pairs of signs."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

_DIGITS = {"〇": "0", "零": "0", "一": "1", "幺": "1", "二": "2", "两": "2", "三": "3", "四": "4",
           "五": "5", "六": "6", "七": "7", "八": "8", "九": "9"}  # fmt: skip
_UNITS = {"十": 10, "百": 100, "千": 1000, "万": 10_000}
_NUMERAL = re.compile(f"[0-9{''.join(_DIGITS)}{''.join(_UNITS)}]+")
_NUMBER = re.compile(r"\d+")
_BETWEEN_DIGITS = re.compile(r"(?<=\d)[\s,，、\-]+(?=\d)")
_MARKS = re.compile(r"[\W_]+")
ALIKE = 0.6
_LOOSE = 0.35  # of a form's field: who fills it in shortens


@cache
def plain(text: str) -> str:
    """The text as it is compared: width, case, marks and the way numbers are written aside."""
    text = unicodedata.normalize("NFKC", text).casefold()
    text = _BETWEEN_DIGITS.sub("", text)
    return _MARKS.sub("", _NUMERAL.sub(lambda found: _figures(found[0]), text))


def _figures(numeral: str) -> str:
    """六千三百 → 6300, 六千三 → 6300, 一三八 → 138, 3万2 → 32000; a lone unit stays as it is."""
    signs = [_DIGITS.get(sign, sign) for sign in numeral]
    if not any(sign in _UNITS for sign in signs):
        return "".join(signs)
    if all(sign in _UNITS for sign in signs) and signs != ["十"]:
        return numeral
    total = part = 0
    digits, unit, gap = "", 1, False
    for sign in signs:
        if sign not in _UNITS:
            digits, gap = digits + sign, gap or sign == "0"
            continue
        unit = _UNITS[sign]
        if unit == 10_000:
            total, part = (total + part + int(digits or 0)) * unit, 0
        else:
            part += int(digits or 1) * unit
        digits, gap = "", False
    last = int(digits or 0)
    if len(digits) == 1 and not gap and unit > 10:
        last *= unit // 10
    return str(total + part + last)


def numbers(text: str) -> set[str]:
    """The numbers in a text, but for 1: 一共, 一直 and „a“ hold no number."""
    return set(_NUMBER.findall(plain(text))) - {"1"}


def share(right: str, words: str) -> float:
    """How much of what is right stands in some words, 0 to 1."""
    wanted, there = plain(right), plain(words)
    if not wanted:
        return 1.0
    if wanted in there:
        return 1.0
    pairs = _pairs(wanted)
    return len(pairs & _pairs(there)) / len(pairs) if pairs else 0.0


def _pairs(text: str) -> set[str]:
    return {text[at : at + 2] for at in range(len(text) - 1)}


def holds(words: str, right: str) -> bool:
    """Whether words hold what was said: every number, and most of the rest."""
    return numbers(right) <= numbers(words) and share(right, words) >= ALIKE


def fits(field: str, right: str) -> bool:
    """Whether what was put into a field means what was said: every number, and some of the rest."""
    if not plain(field):
        return False
    if not numbers(right) <= numbers(field):
        return False
    return max(share(right, field), share(field, right)) >= _LOOSE


def slip(words: str, token: str) -> bool:
    """Whether words hold a name or number that is all but the one that was said."""
    wanted, there = plain(token), plain(words)
    if len(wanted) < 2 or wanted in there:
        return False
    most = max(1, len(wanted) // 4)
    spans = (there[at : at + len(wanted)] for at in range(len(there) - len(wanted) + 1))
    return any(
        0 < sum(one != other for one, other in zip(span, wanted, strict=True)) <= most
        for span in spans
    )


def other_number(words: str, said: str) -> bool:
    """Whether words name another number of the same thing: 三个晚上 where 四个晚上 was said."""
    told = dict.fromkeys(_counted(said))
    kinds: dict[str, set[str]] = {}
    for number, thing in told:
        kinds.setdefault(thing, set()).add(number)
    return any(
        number != "1" and thing in kinds and number not in kinds[thing]
        for number, thing in _counted(words)
    )


def _counted(text: str) -> list[tuple[str, str]]:
    """Numbers with what they count, the sign or word behind them."""
    return re.findall(r"(\d+)([^\d\W])", plain(text))
