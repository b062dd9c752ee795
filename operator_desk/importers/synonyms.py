"""Synonyms: JSONL, one object a line with `lay` and `stands_for`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from operator_desk.domain.errors import UserError
from operator_desk.domain.language import Synonym, synonym
from operator_desk.importers.jsonl import objects
from operator_desk.importers.rows import Read, collect, once

FIELDS = ("lay", "stands_for")


def synonyms(path: Path) -> Read[Synonym]:
    """The synonyms of a file. UserError: the file as a whole cannot be read."""
    seen: dict[str, int] = {}

    def make(given: tuple[int, dict[str, Any]]) -> Synonym:
        number, row = given
        for name in row.keys() - set(FIELDS):
            raise UserError("Unknown field {field}.", field=name)
        lay, words = row.get("lay"), row.get("stands_for")
        if not isinstance(lay, str):
            raise UserError("Field {field} is missing or empty.", field="lay")
        if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
            raise UserError("Field {field} is missing or empty.", field="stands_for")
        made = synonym(lay, words)
        once(seen, made.lay, number)
        return made

    return collect(path.name, _numbered(path), make)


def _numbered(path: Path) -> Iterator[tuple[int, Any]]:
    for number, row in objects(path):
        yield number, row if isinstance(row, UserError) else (number, row)
