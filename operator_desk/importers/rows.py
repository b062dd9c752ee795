"""What reading a file gives: values with their rows, and the rows that were refused and why."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

from operator_desk.domain.errors import UserError

MAX_FILE_BYTES = 200 * 1024 * 1024
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Refused:
    """A row that was not taken: file name, row (from 1, as an editor counts), the sentence why."""

    file: str
    row: int
    reason: UserError


@dataclass(frozen=True, slots=True)
class Read(Generic[T]):
    """The values of a file in its order; `keeps` names fields that the file does not have.

    A stored value of such a field stays as it is.
    """

    values: tuple[T, ...] = ()
    refused: tuple[Refused, ...] = ()
    keeps: tuple[str, ...] = ()


def file_bytes(path: Path) -> bytes:
    """The bytes of a file. UserError: not there, not readable, empty, over 200 MB."""
    try:
        if path.stat().st_size > MAX_FILE_BYTES:
            raise UserError("{path} is larger than {most} MB.", path=path, most=200)
        data = path.read_bytes()
    except OSError as error:
        raise UserError(
            "{path} cannot be read: {reason}.", path=path, reason=error.strerror or error
        ) from error
    if not data.strip():
        raise UserError("{path} is empty.", path=path)
    return data


def file_text(path: Path, data: bytes, encodings: Iterable[str] = ("utf-8-sig",)) -> str:
    """The text of a file. UserError when it is in none of the encodings."""
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return text
    raise UserError("{path} is not a text file in UTF-8.", path=path)


def collect(
    file: str,
    rows: Iterable[tuple[int, Any]],
    make: Callable[[Any], T],
    keeps: tuple[str, ...] = (),
) -> Read[T]:
    """Makes a value of every row; one that raises UserError is refused, the others go on."""
    values, refused = [], []
    for number, row in rows:
        try:
            if isinstance(row, UserError):
                raise row
            values.append(make(row))
        except UserError as error:
            refused.append(Refused(file, number, error))
    return Read(tuple(values), tuple(refused), keeps)


def once(seen: dict[str, int], key: str, row: int) -> None:
    """UserError when a key stood in an earlier row of the same file."""
    before = seen.setdefault(key, row)
    if before != row:
        raise UserError("{key} stands in row {row} already.", key=key, row=before)
