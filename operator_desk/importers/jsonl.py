"""JSONL: one object a line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from operator_desk.domain.article import Article
from operator_desk.domain.article_json import from_json
from operator_desk.domain.errors import UserError
from operator_desk.importers.rows import Read, collect, file_bytes, file_text, once


def articles(path: Path) -> Read[Article]:
    """The articles of a JSONL file. UserError: the file as a whole cannot be read."""
    seen: dict[str, int] = {}

    def make(row: tuple[int, dict[str, Any]]) -> Article:
        article = from_json(row[1])
        once(seen, article.key, row[0])
        return article

    return collect(path.name, _numbered(objects(path)), make)


def _numbered(rows: Iterator[tuple[int, Any]]) -> Iterator[tuple[int, Any]]:
    for number, row in rows:
        yield number, row if isinstance(row, UserError) else (number, row)


def objects(path: Path) -> Iterator[tuple[int, dict[str, Any] | UserError]]:
    """Row number and object of every line that is not blank; a UserError for one that is none."""
    text = file_text(path, file_bytes(path))
    # Only a line feed ends a row: a text may hold other line separators.
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield number, _object(line)


def _object(line: str) -> dict[str, Any] | UserError:
    try:
        row = json.loads(line, parse_constant=_no_constant)
    except (ValueError, RecursionError):
        return UserError("The line is not JSON.")
    return row if isinstance(row, dict) else UserError("The line is not a JSON object.")


def _no_constant(name: str) -> Any:
    raise ValueError(name)
