"""A text as it is compared, however it was typed, with the way back to where it stood."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_SAME = ("零〇○", "一壹幺", "二贰两", "三叁", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖")
_DIGITS = {sign: digit for digit, signs in enumerate(_SAME) for sign in signs}
_TENS = {"十": 10, "拾": 10, "百": 100, "佰": 100}
_NUMERAL = re.compile(f"[{''.join(_DIGITS)}{''.join(_TENS)}]*[{''.join(_TENS)}]"
                      f"[{''.join(_DIGITS)}{''.join(_TENS)}]*")  # fmt: skip
_DASHES = "-‐‑‒–—―−_~·•・‧.'\"“”‘’*/\\|"
_PAUSES = "，,、。;；:：()（）[]【】"


@dataclass(frozen=True, slots=True)
class Folded:
    """The text to look in; `starts[n]`, `ends[n]`: where its n-th sign stood before."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def span(self, begin: int, end: int) -> tuple[int, int]:
        """Where signs `begin` up to `end` stood in the text before."""
        return self.starts[begin], self.ends[end - 1]


def fold(
    text: str,
    *,
    digits: bool = False,
    numerals: bool = False,
    pauses: bool = False,
    marks: bool = False,
) -> Folded:
    """Width, case, blanks, dashes and invisible signs taken away.

    `digits`: Chinese digits as 0–9; `numerals`: 十五 as 15 too; `pauses`: without the marks that
    people put between groups of digits; `marks`: with the dashes and dots.
    """
    dropped = "" if marks else _DASHES + (_PAUSES if pauses else "")
    found = [
        (sign, start, end)
        for piece, start, end in _pieces(text, numerals)
        for sign in _signs(piece, digits)
        if sign not in dropped
    ]
    return Folded(
        "".join(one[0] for one in found),
        tuple(one[1] for one in found),
        tuple(one[2] for one in found),
    )


def _pieces(text: str, numerals: bool) -> Iterator[tuple[str, int, int]]:
    at = 0
    for found in _NUMERAL.finditer(text) if numerals else ():
        yield from ((text[n], n, n + 1) for n in range(at, found.start()))
        yield str(_value(found[0])), found.start(), found.end()
        at = found.end()
    yield from ((text[n], n, n + 1) for n in range(at, len(text)))


def _value(numeral: str) -> int:
    total, digit = 0, 0
    for sign in numeral:
        if sign in _TENS:
            total, digit = total + max(digit, 1) * _TENS[sign], 0
        else:
            digit = digit * 10 + _DIGITS[sign]
    return total + digit


def _signs(piece: str, digits: bool) -> Iterable[str]:
    for sign in unicodedata.normalize("NFKC", piece).casefold():
        if sign.isspace() or unicodedata.category(sign) in ("Cc", "Cf", "Mn"):
            continue
        yield str(_DIGITS[sign]) if digits and sign in _DIGITS else sign
