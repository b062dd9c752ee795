"""JSONL: one object a line."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from operator_desk.domain.article import MAX_ARTICLE_BYTES, Article
from operator_desk.domain.article_json import from_json
from operator_desk.domain.errors import UserError
from operator_desk.importers.encoding import text_of
from operator_desk.importers.rows import Opened, Rows, file_bytes, made, numbered, once

_MAX_LINE = 10 * MAX_ARTICLE_BYTES  # every character of a text may be written as \\uXXXX
_ODD = re.compile("[\0\ud800-\udfff]")
_ODD_ESCAPE = re.compile(r"\\u(?:0000|[dD][89a-fA-F])")


def opened(path: Path, data: bytes) -> Opened[Article]:
    """The articles of a JSONL file. UserError: it is no text."""
    text = text_of(path, data)

    def rows() -> Rows[Article]:
        seen: dict[str, int] = {}

        def make(row: tuple[int, dict[str, Any]]) -> Article:
            article = from_json(row[1])
            once(seen, article.key, row[0])
            return article

        return made(numbered(_objects(text)), make)

    return Opened(rows)


def objects(path: Path) -> Rows[dict[str, Any]]:
    """Row number and object of every line that is not blank; a UserError for one that is none."""
    return _objects(text_of(path, file_bytes(path)))


def _objects(text: str) -> Rows[dict[str, Any]]:
    for number, line in enumerate(_lines(text), 1):
        if len(line) > _MAX_LINE:
            size, most = len(line.encode("utf-8", "replace")), MAX_ARTICLE_BYTES
            yield (
                number,
                UserError(
                    "The row has {size} bytes; an article has at most {most}.", size=size, most=most
                ),
            )
        elif line.strip():
            yield number, _object(line)


def _lines(text: str) -> Iterator[str]:
    """Only a line feed ends a row, as a text may hold other separators; or CR, where all are so."""
    end, start = "\r" if "\n" not in text else "\n", 0
    while (found := text.find(end, start)) >= 0:
        yield text[start:found]
        start = found + 1
    yield text[start:]


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
