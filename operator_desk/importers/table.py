"""CSV and XLSX with a header line: rows as dictionaries of texts."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

from operator_desk.domain.article import Article
from operator_desk.domain.article_json import FIELDS, from_json
from operator_desk.domain.errors import UserError
from operator_desk.importers.rows import Read, collect, file_bytes, file_text, once

MAX_ROWS = 200_000
MAX_MEMBERS = 2_000
MAX_UNPACKED = 400 * 1024 * 1024
_ENCODINGS = ("utf-8-sig", "gb18030")
Row = dict[str, str]


def articles(path: Path) -> Read[Article]:
    """The articles of a CSV or XLSX file; columns as the fields of JSONL."""
    header, rows = table(path)
    check_header(path, header, needed=("key", "kind", "title"), known=FIELDS)
    keeps = tuple(name for name in FIELDS if name not in header)
    seen: dict[str, int] = {}

    def make(row: tuple[int, Row]) -> Article:
        article = from_json(_values(row[1]))
        once(seen, article.key, row[0])
        return article

    pairs = ((number, row if isinstance(row, UserError) else (number, row)) for number, row in rows)
    return collect(path.name, pairs, make, keeps)


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


def table(path: Path) -> tuple[list[str], Iterator[tuple[int, Row | UserError]]]:
    """Header and rows (number, column → text) of a CSV or XLSX file.

    UserError: not a table, too large, no header.
    """
    data = file_bytes(path)
    lines = _xlsx(path, data) if path.suffix.lower() == ".xlsx" else _csv(path, data)
    header = [name.strip() for name in next(lines, (0, []))[1]]
    while header and not header[-1]:
        header.pop()
    if not any(header):
        raise UserError("{path} has no header line.", path=path.name)
    return header, _rows(header, lines)


def _rows(
    header: list[str], lines: Iterator[tuple[int, list[str]]]
) -> Iterator[tuple[int, Row | UserError]]:
    for number, cells in lines:
        if not any(cell.strip() for cell in cells):
            continue
        if any(cell.strip() for cell in cells[len(header) :]):
            yield number, UserError("The row has more cells than the header.")
            continue
        padded = cells[: len(header)] + [""] * (len(header) - len(cells))
        yield number, {name: cell.strip() for name, cell in zip(header, padded, strict=True)}


def _csv(path: Path, data: bytes) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(file_text(path, data, _ENCODINGS), newline=""), strict=True)
    try:
        for cells in reader:
            yield reader.line_num, cells
    except csv.Error as error:
        raise UserError(
            "{path}, line {line}: this is not CSV.", path=path.name, line=reader.line_num
        ) from error


def _xlsx(path: Path, data: bytes) -> Iterator[tuple[int, list[str]]]:
    _check_archive(path, data)
    from openpyxl import load_workbook

    try:
        # Formulas come as their text and are never worked out.
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=False)
        sheet = book.worksheets[0]
        for number, cells in enumerate(sheet.iter_rows(values_only=True), 1):
            if number > MAX_ROWS:
                raise UserError("{path} has more than {most} rows.", path=path.name, most=MAX_ROWS)
            yield number, [_cell(cell) for cell in cells]
    except UserError:
        raise
    except Exception as error:  # the library raises whatever a bad file leads it to
        raise UserError("{path} is not an XLSX file.", path=path.name) from error


def _check_archive(path: Path, data: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError) as error:
        raise UserError("{path} is not an XLSX file.", path=path.name) from error
    if len(members) > MAX_MEMBERS or sum(one.file_size for one in members) > MAX_UNPACKED:
        raise UserError("{path} is too large once it is unpacked.", path=path.name)


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
