"""JSONL: one object a line."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from operator_desk.domain.article import Article
from operator_desk.domain.article_json import from_json
from operator_desk.domain.errors import UserError
from operator_desk.importers.rows import Read, collect, file_bytes, file_text, once

_ODD = re.compile("[\0\ud800-\udfff]")
_ODD_ESCAPE = re.compile(r"\\u(?:0000|[dD][89a-fA-F])")


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
    if _ODD_ESCAPE.search(line) and _is_odd(row):
        return UserError("The line holds a character that no text has.")
    return row if isinstance(row, dict) else UserError("The line is not a JSON object.")


def _is_odd(value: Any) -> bool:
    """Whether half a character or the character zero stands in it: no store takes them."""
    if isinstance(value, str):
        return _ODD.search(value) is not None
    if isinstance(value, dict):
        return any(map(_is_odd, (*value.keys(), *value.values())))
    return isinstance(value, list) and any(map(_is_odd, value))


def _no_constant(name: str) -> Any:
    raise ValueError(name)
