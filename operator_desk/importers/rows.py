"""What reading a file gives: values with their rows, and the rows that were refused and why."""

from __future__ import annotations

import stat
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Generic, TypeVar

from operator_desk.domain.errors import UserError

MAX_FILE_BYTES = 200 * 1024 * 1024
T = TypeVar("T")
Rows = Iterator[tuple[int, T | UserError]]


@dataclass(frozen=True, slots=True)
class Refused:
    """A row that was not taken: file name, row (from 1, as an editor counts), the sentence why."""

    file: str
    row: int
    reason: UserError


@dataclass(frozen=True, slots=True)
class Read(Generic[T]):
    """The values of a file in its order; `keeps` names fields that the file does not have.

    A stored value of such a field stays as it is, and one of `alike` where it says the same but
    for blanks. `rows` are the numbers of the values' rows, `sha256` that of the file's bytes.
    """

    values: tuple[T, ...] = ()
    refused: tuple[Refused, ...] = ()
    keeps: tuple[str, ...] = ()
    rows: tuple[int, ...] = field(default=(), compare=False)
    sha256: str = field(default="", compare=False)
    alike: tuple[str, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Opened(Generic[T]):
    """A file that can be read: its rows, from the first each time; the others as in `Read`."""

    rows: Callable[[], Rows[T]]
    keeps: tuple[str, ...] = ()
    alike: tuple[str, ...] = ()


def file_bytes(path: Path) -> bytes:
    """The bytes of a file. UserError: not there, not readable, no file, empty, over 200 MB."""
    try:
        if not stat.S_ISREG(path.stat().st_mode) and not path.is_dir():
            raise UserError("{path} is not a file.", path=path)  # a pipe or device has no end
        with path.open("rb") as file:
            data = file.read(MAX_FILE_BYTES + 1)
    except OSError as error:
        raise UserError(
            "{path} cannot be read: {reason}.", path=path, reason=error.strerror or error
        ) from error
    if len(data) > MAX_FILE_BYTES:
        raise UserError("{path} is larger than {most} MB.", path=path, most=200)
    if not data.strip():
        raise UserError("{path} is empty.", path=path)
    return data


def made(rows: Rows[Any], make: Callable[[Any], T]) -> Rows[T]:
    """A value of every row; one that raises UserError stays as its sentence."""
    for number, row in rows:
        try:
            if isinstance(row, UserError):
                raise row
            yield number, make(row)
        except UserError as error:
            yield number, error


def collect(
    file: str,
    rows: Iterable[tuple[int, Any]],
    make: Callable[[Any], T],
    keeps: tuple[str, ...] = (),
) -> Read[T]:
    """Makes a value of every row; one that raises UserError is refused, the others go on."""
    return gathered(file, made(iter(rows), make), keeps)


def gathered(
    file: str,
    rows: Rows[T],
    keeps: tuple[str, ...] = (),
    sha256: str = "",
    alike: tuple[str, ...] = (),
) -> Read[T]:
    """All rows of a file at once."""
    values: list[T] = []
    numbers: list[int] = []
    refused: list[Refused] = []
    for number, row in rows:
        if isinstance(row, UserError):
            refused.append(Refused(file, number, row))
        else:
            values.append(row)
            numbers.append(number)
    return Read(tuple(values), tuple(refused), keeps, tuple(numbers), sha256, alike)


def numbered(rows: Rows[T]) -> Rows[tuple[int, T]]:
    """Rows that know their number."""
    for number, row in rows:
        yield number, row if isinstance(row, UserError) else (number, row)


def once(seen: dict[str, int], key: str, row: int) -> None:
    """UserError when a key stood in an earlier row of the same file."""
    before = seen.setdefault(key, row)
    if before != row:
        raise UserError("{key} stands in row {row} already.", key=key, row=before)
