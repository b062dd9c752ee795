"""Pinyin and digits of the names by which articles are called."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

_NOT_DIGIT = re.compile(r"\D+")
_LONGEST = 30
START = "^"  # in front of a term that begins where the name begins


@lru_cache(maxsize=4096)
def pinyin_terms(pieces: tuple[str, ...]) -> frozenset[str]:
    """Initials and full pinyin of a name from each word's start on, the whole name marked `^`.

    `pieces` are the words of the name, so that a reader's prefix can begin at any of them.
    """
    from pypinyin import lazy_pinyin

    sounds = [lazy_pinyin(piece) for piece in _cut(pieces)]
    terms = set()
    for at in range(len(sounds)):
        rest = [sound for word in sounds[at:] for sound in word]
        mark = "" if at else START
        terms |= {mark + "".join(sound[0] for sound in rest), mark + "".join(rest)}
    return frozenset(terms)


def number_terms(numbers: Sequence[str]) -> set[str]:
    """The digits of phone numbers, with and without the part before a dash (the area code)."""
    terms = {_NOT_DIGIT.sub("", number) for number in numbers}
    terms |= {_NOT_DIGIT.sub("", number.partition("-")[2]) for number in numbers}
    return terms - {""}


def _cut(pieces: tuple[str, ...]) -> list[str]:
    kept, length = [], 0
    for piece in pieces:
        kept.append(piece[: _LONGEST - length])
        length += len(piece)
        if length >= _LONGEST:
            break
    return kept
