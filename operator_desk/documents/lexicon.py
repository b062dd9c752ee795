"""Dictionaries for input methods, each in the format that its engine takes in."""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from operator_desk.domain.lexicon import Entry

RIME_NAME = "operator_desk"
_LIBPINYIN_LONGEST = 16  # characters of a phrase that the library keeps
_MS_CODE = 32  # letters of what a user-defined phrase is typed by
_MS_MAGIC, _MS_FORMAT, _MS_HEAD, _MS_ROW = 0x00100010, 0x00600002, 0x40, 16


@dataclass(frozen=True, slots=True)
class Engine:
    """An input method: which words it can hold, and the file of words that all are such."""

    holds: Callable[[Entry], bool]
    write: Callable[[Sequence[Entry], date], bytes]


def rime(entries: Sequence[Entry], on: date) -> bytes:
    """A dictionary of Rime: a YAML head, then word, syllables and weight, parted by tabs."""
    head = f'# Rime dictionary\n---\nname: {RIME_NAME}\nversion: "{on.isoformat()}"\n'
    head += "sort: by_weight\n...\n\n"
    return _lines(head, (f"{one.word}\t{' '.join(one.syllables)}\t100" for one in entries), "\n")


def fcitx5(entries: Sequence[Entry], _on: date) -> bytes:
    """The text that `libime_pinyindict` and the dictionary manager of Fcitx 5 take in."""
    return _lines("", (f"{one.word} {_quoted(one)} 0" for one in entries), "\n")


def libpinyin(entries: Sequence[Entry], _on: date) -> bytes:
    """The user dictionary of IBus Intelligent Pinyin."""
    return _lines("", (f"{one.word} {_quoted(one)}" for one in entries), "\n")


def sogou(entries: Sequence[Entry], _on: date) -> bytes:
    """A text dictionary of Sogou Pinyin: GBK, each syllable after an apostrophe."""
    return _lines("", (f"'{_quoted(one)} {one.word}" for one in entries), "\r\n", "gbk")


def mspy(entries: Sequence[Entry], _on: date) -> bytes:
    """User-defined phrases of Microsoft Pinyin (`.dat`): it takes in no text.

    Typed by the whole pinyin, or by the initials where that has more than 32 letters.
    """
    rows = [_phrase(_code(one), one.word) for one in entries]
    starts, at = [], 0
    for row in rows:
        starts.append(at)
        at += len(row)
    first = _MS_HEAD + 4 * len(rows)
    head = struct.pack(
        "<8sIIIIIII", b"mschxudp", _MS_FORMAT, 1, _MS_HEAD, first, first + at, len(rows), 0
    )
    table = struct.pack(f"<{len(rows)}I", *starts)
    return head.ljust(_MS_HEAD, b"\0") + table + b"".join(rows)


def _phrase(code: str, word: str) -> bytes:
    typed = code.encode("utf-16-le") + b"\0\0"
    head = struct.pack("<IHBBII", _MS_MAGIC, _MS_ROW + len(typed), 1, 6, 0, 0)
    return head + typed + word.encode("utf-16-le") + b"\0\0"


def _code(entry: Entry) -> str:
    whole = "".join(entry.syllables)
    return whole if len(whole) <= _MS_CODE else "".join(one[0] for one in entry.syllables)


def _quoted(entry: Entry) -> str:
    return "'".join(entry.syllables)


def _in_gbk(entry: Entry) -> bool:
    try:
        entry.word.encode("gbk")
    except UnicodeEncodeError:
        return False
    return True


def _lines(head: str, lines: Iterable[str], end: str, encoding: str = "utf-8") -> bytes:
    return (head + "".join(line + end for line in lines)).encode(encoding)


def _any(_entry: Entry) -> bool:
    return True


ENGINES: dict[str, Engine] = {
    "rime": Engine(_any, rime),
    "fcitx5": Engine(_any, fcitx5),
    "libpinyin": Engine(lambda one: len(one.word) <= _LIBPINYIN_LONGEST, libpinyin),
    "sogou": Engine(_in_gbk, sogou),
    "mspy": Engine(lambda one: len(one.word) <= _MS_CODE, mspy),
}
