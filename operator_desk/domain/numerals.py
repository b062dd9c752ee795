"""Numbers of articles in a law, written in Chinese numerals."""

from __future__ import annotations

import re

LAST = 1_000_000  # texts without an article's number come after those with one
_NUMBER = re.compile(r"第([〇零一二三四五六七八九十百千0-9]+)条")
_DIGITS = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {"〇": 0}
_UNITS = {"十": 10, "百": 100, "千": 1000}


def place_in_law(title: str) -> int:
    """The article's number in its law (第五十四条 → 54), for which article comes first."""
    found = _NUMBER.search(title)
    return value(found[1]) if found else LAST


def value(numeral: str) -> int:
    """The number of a Chinese numeral (五十四 → 54), or of digits."""
    if numeral.isascii():
        return min(int(numeral), LAST)
    total, digit = 0, 0
    for sign in numeral:
        if sign in _UNITS:
            total, digit = total + max(digit, 1) * _UNITS[sign], 0
        else:
            digit = _DIGITS.get(sign, 0)
    return total + digit
