"""CSV and XLSX with a header line: rows as dictionaries of texts."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from operator_desk.domain.article import Article
from operator_desk.domain.article_json import FIELDS, from_json
from operator_desk.domain.errors import UserError
from operator_desk.importers import xlsx
from operator_desk.importers.encoding import text_of
from operator_desk.importers.rows import (
    MAX_FILE_BYTES,
    Opened,
    Rows,
    file_bytes,
    made,
    numbered,
    once,
)
from operator_desk.importers.xlsx import Lines

csv.field_size_limit(MAX_FILE_BYTES)  # too large an article is refused as a row, not as a file
Row = dict[str, str]


def opened(path: Path, data: bytes) -> Opened[Article]:
    """The articles of a CSV or XLSX file; columns as the fields of JSONL."""
    header, rows_of = table_of(path, data)
    check_header(path, header, needed=("key", "kind", "title"), known=FIELDS)

    def rows() -> Rows[Article]:
        seen: dict[str, int] = {}

        def make(row: tuple[int, Row]) -> Article:
            article = from_json(_values(row[1]))
            once(seen, article.key, row[0])
            return article

        return made(numbered(rows_of()), make)

    return Opened(rows, tuple(name for name in FIELDS if name not in header))


def _values(row: Row) -> dict[str, Any]:
    values: dict[str, Any] = {name: value for name, value in row.items() if value}
    phones = values.pop("phones", "")
    if phones:
        values["phones"] = _phones(phones)
    return values


def _phones(text: str) -> Any:
    if text.startswith("["):
        try:
            return json.loads(text)
        except ValueError:
            raise UserError("Field {field} is not a list.", field="phones") from None
    return [{"number": part.strip()} for part in text.split(";") if part.strip()]


def check_header(
    path: Path, header: Sequence[str], *, needed: Iterable[str], known: Iterable[str]
) -> None:
    """UserError: a column stands twice, is unknown, or a needed one is missing."""
    for name in header:
        if name not in known:
            raise UserError("{path} has the unknown column {column}.", path=path.name, column=name)
        if header.count(name) > 1:
            raise UserError("{path} has the column {column} twice.", path=path.name, column=name)
    for name in needed:
        if name not in header:
            raise UserError("{path} has no column {column}.", path=path.name, column=name)


def table(path: Path, *, times: bool = False) -> tuple[list[str], Rows[Row]]:
    """Header and rows (number, column → text) of a CSV or XLSX file.

    `times`: days in cells of a workbook keep their time of day. UserError: not a table, too
    large, no header.
    """
    header, rows = table_of(path, file_bytes(path), times=times)
    return header, rows()


def table_of(
    path: Path, data: bytes, *, times: bool = False
) -> tuple[list[str], Callable[[], Rows[Row]]]:
    """As `table`, of the bytes of a file; the rows can be read more than once."""
    if path.suffix.lower() == ".xlsx":
        xlsx.check(path, data)
        lines: Callable[[], Lines] = lambda: xlsx.lines(path, data, times=times)  # noqa: E731
    else:
        text = text_of(path, data)
        lines = lambda: _csv(path, text)  # noqa: E731
    header = _header(lines())
    if not any(header):
        raise UserError("{path} has no header line.", path=path.name)
    return header, lambda: _rows(header, lines())


def _header(lines: Lines) -> list[str]:
    _number, cells = next(lines, (0, []))
    if isinstance(cells, UserError):
        raise cells
    header = [name.strip() for name in cells]
    while header and not header[-1]:
        header.pop()
    return header


def _rows(header: list[str], lines: Lines) -> Rows[Row]:
    next(lines)  # the header
    for number, cells in lines:
        if isinstance(cells, UserError):
            yield number, cells
            continue
        if not any(cell.strip() for cell in cells):
            continue
        if any(cell.strip() for cell in cells[len(header) :]):
            yield number, UserError("The row has more cells than the header.")
            continue
        padded = cells[: len(header)] + [""] * (len(header) - len(cells))
        yield number, {name: cell.strip() for name, cell in zip(header, padded, strict=True)}


def _csv(path: Path, text: str) -> Lines:
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        for cells in reader:
            yield reader.line_num, cells
    except csv.Error as error:
        raise UserError(
            "{path}, line {line}: this is not CSV.", path=path.name, line=reader.line_num
        ) from error
