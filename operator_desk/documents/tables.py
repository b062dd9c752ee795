"""Tables as CSV and XLSX files that no spreadsheet can be tricked with."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path

Cell = str | int | float | None

# A spreadsheet takes a cell that begins with one of these for a formula; the full-width
# forms count too, because some programs fold them when the file is opened.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def csv_text(columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    """The table as CSV with a line of names; texts that look like formulas get a `'` before."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([_safe(cell) for cell in row] for row in rows)
    return out.getvalue()


def _safe(cell: Cell) -> Cell:
    if isinstance(cell, str) and cell.startswith(_FORMULA):
        return f"'{cell}"
    return cell


def write_xlsx(path: Path, columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> None:
    """The table as a workbook in a file; see `xlsx_bytes`."""
    path.write_bytes(xlsx_bytes(columns, rows))


def table_bytes(suffix: str, columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """The table as a file of this ending. ValueError: neither `.csv` nor `.xlsx`."""
    if suffix == ".xlsx":
        return xlsx_bytes(columns, rows)
    if suffix != ".csv":
        raise ValueError(suffix)
    # The mark at the beginning: without it spreadsheets on Windows take Chinese for Latin-1.
    return csv_text(columns, rows).encode("utf-8-sig")


def xlsx_bytes(columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """The table as a workbook of one sheet; texts are stored as texts, never as formulas."""
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    for row in (columns, *rows):
        cells = []
        for value in row:
            text = ILLEGAL_CHARACTERS_RE.sub(" ", value) if isinstance(value, str) else value
            cell = WriteOnlyCell(sheet, value=text)
            if isinstance(text, str):
                cell.data_type = "s"
            cells.append(cell)
        sheet.append(cells)
    whole = io.BytesIO()
    book.save(whole)
    return whole.getvalue()
