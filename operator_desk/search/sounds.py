"""How Chinese words sound, character by character, without tones: for words typed alike."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.util import find_spec
from itertools import islice, product
from pathlib import Path
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

Sums = NDArray[np.uint32]
SHORTEST, LONGEST = 2, 6  # characters of a word that has homophones to look for
_READINGS, _WAYS = 2, 4  # of a character, of a word: rarer ones lead astray


@cache
def readings() -> dict[str, tuple[str, ...]]:
    """The readings of each character in common use, the usual one first.

    From the table of pypinyin; the library itself takes a tenth of a second to load.
    """
    spec = find_spec("pypinyin")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("pypinyin")
    table = json.loads(Path(spec.origin).with_name("pinyin_dict.json").read_text("utf-8"))
    return {char: _toneless(table[code]) for char in _common() if (code := str(ord(char))) in table}


def _common() -> Iterator[str]:
    """The 6,763 characters of GB 2312."""
    for row in range(0xB0, 0xF8):
        for cell in range(0xA1, 0xFF):
            yield from bytes((row, cell)).decode("gb2312", "ignore")


def _toneless(marked: str) -> tuple[str, ...]:
    plain = unicodedata.normalize("NFD", marked).replace("u\u0308", "v")
    letters = "".join(sign for sign in plain if sign.isalpha() or sign == ",").split(",")
    return tuple(dict.fromkeys(letters))[:_READINGS]


def sums(word: str) -> list[int]:
    """The checksum of each way in which a word may sound; none with a rare character in it."""
    known = readings()
    if not all(char in known for char in word):
        return []
    ways = product(*(known[char] for char in word))
    return [crc32(" ".join(way).encode()) for way in islice(ways, _WAYS)]


def table(words: Sequence[str]) -> tuple[Sums, NDArray[np.int32]]:
    """Checksums of sounds in order, and beside each the place of its word."""
    pairs = sorted(
        (number, place)
        for place, word in enumerate(words)
        if SHORTEST <= len(word) <= LONGEST and word > "\u2e80"
        for number in sums(word)
    )
    own = np.array(pairs, dtype=np.int64).reshape(-1, 2)
    return own[:, 0].astype(np.uint32), own[:, 1].astype(np.int32)
