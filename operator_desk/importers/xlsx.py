"""The first sheet of an XLSX file as lines of texts; what it would unpack to is looked at first."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime
from pathlib import Path
from typing import Any

from operator_desk.domain.errors import UserError
from operator_desk.importers.rows import Rows

MAX_ROWS = 200_000
MAX_COLUMNS = 256
MAX_MEMBERS = 2_000
MAX_UNPACKED = 400 * 1024 * 1024
MAX_RATIO = 200  # sheets of real texts unpack to twenty times their size at most
_SMALL = 1024 * 1024  # below it a ratio says nothing
Lines = Rows[list[str]]


def check(path: Path, data: bytes) -> None:
    """UserError: no archive, or one that would unpack without end."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
            if _is_bomb(members):
                raise UserError("{path} is too large once it is unpacked.", path=path.name)
            if any(_declares(archive, one) for one in members):
                raise UserError("{path} is not an XLSX file.", path=path.name)
    except (zipfile.BadZipFile, ValueError, OSError, RuntimeError, NotImplementedError) as error:
        raise UserError("{path} is not an XLSX file.", path=path.name) from error


def _is_bomb(members: list[zipfile.ZipInfo]) -> bool:
    if len(members) > MAX_MEMBERS or sum(one.file_size for one in members) > MAX_UNPACKED:
        return True
    return any(
        one.file_size > _SMALL and one.file_size > MAX_RATIO * max(one.compress_size, 1)
        for one in members
    )


def _declares(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bool:
    """Whether an XML member brings definitions of its own, by which it could grow without end."""
    if not member.filename.endswith((".xml", ".rels")):
        return False
    with archive.open(member) as file:
        return b"<!DOCTYPE" in file.read(4096)


def lines(path: Path, data: bytes, *, times: bool = False) -> Lines:
    """Number and cells of every row of the first sheet; `times`: days keep their time of day.

    A row with a formula or an error in it is a UserError: what it would come to is not known here,
    and its text is not what the editor sees.
    """
    from openpyxl import load_workbook

    try:
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=False)
        sheet = book.worksheets[0]
        for number, cells in enumerate(sheet.iter_rows(max_col=MAX_COLUMNS), 1):
            if number > MAX_ROWS:
                raise UserError("{path} has more than {most} rows.", path=path.name, most=MAX_ROWS)
            yield number, _line(cells, times)
    except UserError:
        raise
    except Exception as error:  # the library raises whatever a bad file leads it to
        raise UserError("{path} is not an XLSX file.", path=path.name) from error


def _line(cells: tuple[Any, ...], times: bool) -> list[str] | UserError:
    for cell in cells:
        if cell.data_type in ("f", "e"):
            return UserError(
                "Cell {cell} holds a formula or an error; put the value itself there.",
                cell=cell.coordinate,
            )
    return [_text(cell.value, times) for cell in cells]


def _text(value: object, times: bool) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return (value if times else value.date()).isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
