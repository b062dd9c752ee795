"""Tables of words beside the snapshot: what editors decided, and what was learned; checksums."""

from __future__ import annotations

import json
import logging
import os
import zlib
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

from operator_desk.domain.language import Decided, LearnedPair, LearnedTable, Synonym

FORMAT = 1
DECIDED, LEARNED = "decided.jsonl", "learned.jsonl"
T = TypeVar("T")
_log = logging.getLogger(__name__)


class FileTables:
    """The tables in an index folder; a damaged one is as good as none, and the log says so.

    A file's first line is a JSON object with `format` and the checksum of all that follows, then
    come its values, one a line: read line by line, a large table never holds up the window.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep(self, decided: Decided) -> None:
        """Writes what editors have decided."""
        rows = [
            [[one.lay, one.stands_for] for one in decided.synonyms],
            sorted(decided.struck),
            sorted(decided.pinned),
            decided.forgotten.isoformat() if decided.forgotten else None,
        ]
        _write(self._folder / DECIDED, {}, rows)

    def keep_learned(self, table: LearnedTable) -> None:
        """Writes what was learned, its pairs grouped by the caller's word."""
        words: dict[str, list[tuple[str, float, int]]] = {}
        for one in table.pairs:
            words.setdefault(one.lay, []).append((one.official, one.probability, one.times))
        head = {
            "made_at": table.made_at.isoformat(),
            "told": table.told,
            "lessons": table.lessons,
            "calls": table.calls,
        }
        _write(self._folder / LEARNED, head, words.items())

    def decided(self) -> Decided | None:
        """What editors had decided when it was last kept; None: never, or damaged."""
        return _read(self._folder / DECIDED, _decided)

    def made(self) -> LearnedTable | None:
        """The table without its pairs; None: none there, or damaged."""
        return _read(self._folder / LEARNED, lambda head, _lines: _learned(head, ()))

    def learned(self) -> LearnedTable | None:
        """The table with all pairs; None: none there, or damaged."""
        return _read(self._folder / LEARNED, _learned)

    def stamps(self) -> tuple[tuple[int, int] | None, ...]:
        """Changes whenever one of the tables is written anew."""
        return tuple(_stamp(self._folder / name) for name in (DECIDED, LEARNED))


def _decided(_head: dict[str, Any], lines: Sequence[bytes]) -> Decided:
    synonyms, struck, pinned, forgotten = map(json.loads, lines)
    return Decided(
        tuple(Synonym(lay, tuple(words)) for lay, words in synonyms),
        frozenset((lay, official) for lay, official in struck),
        frozenset((lay, official) for lay, official in pinned),
        datetime.fromisoformat(forgotten) if forgotten else None,
    )


def _learned(head: dict[str, Any], lines: Iterable[bytes]) -> LearnedTable:
    pairs = (
        LearnedPair(lay, official, probability, times)
        for lay, found in map(json.loads, lines)
        for official, probability, times in found
    )
    made_at = datetime.fromisoformat(head["made_at"])
    return LearnedTable(made_at, head["told"], head["lessons"], head["calls"], tuple(pairs))


def _write(path: Path, head: dict[str, Any], rows: Iterable[object]) -> None:
    body = b"".join(json.dumps(row, ensure_ascii=False).encode() + b"\n" for row in rows)
    first = head | {"format": FORMAT}
    crc = zlib.crc32(body, zlib.crc32(_line(first)))
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    fresh = path.with_suffix(".new")
    with fresh.open("wb") as file:
        file.write(_line(first | {"crc": crc}) + body)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)


def _line(head: dict[str, Any]) -> bytes:
    return json.dumps(head, sort_keys=True).encode() + b"\n"


def _read(path: Path, made: Callable[[dict[str, Any], Sequence[bytes]], T]) -> T | None:
    try:
        first, _, body = path.read_bytes().partition(b"\n")
    except FileNotFoundError:
        return None
    except OSError as error:
        _log.warning("%s cannot be read: %s", path.name, error.strerror)
        return None
    try:
        head = json.loads(first)
        crc = head.pop("crc")
        if crc != zlib.crc32(body, zlib.crc32(_line(head))) or head["format"] != FORMAT:
            raise ValueError
        return made(head, body.split(b"\n")[:-1])
    except (ValueError, KeyError, TypeError, AttributeError):
        _log.warning("%s is damaged and is made anew", path.name)
        return None


def _stamp(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_ino
