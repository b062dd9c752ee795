"""How commands print: JSON for programs, tables and sentences for people."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from operator_desk.commands import naming
from operator_desk.commands.asked import Asked
from operator_desk.domain.errors import UserError
from operator_desk.words import noted

if TYPE_CHECKING:
    from rich.console import Console

_WIDE = 200  # columns of a table that goes to a file: nothing is cut
_NOTHING: tuple[object, ...] = (None, "", [], {})
_FOR_PROGRAMS = ("id", "target", "corrects", "items", "part")  # inside a record


def print_json(value: Mapping[str, Any]) -> None:
    """One JSON object on one line."""
    click.echo(json.dumps(value, ensure_ascii=False, default=str))


def print_rows(rows: Iterable[Mapping[str, Any]], *, as_json: bool, columns: Sequence[str]) -> None:
    """Rows: one JSON object a line, or a table of these columns."""
    if as_json:
        for row in rows:
            print_json(row)
        return
    print_table(columns, ([row.get(name) for name in columns] for row in rows))


def print_table(columns: Sequence[str], rows: Iterable[Sequence[object]], indent: int = 0) -> None:
    """A table for people; texts are printed as they are, never read as markup."""
    from rich.padding import Padding  # 40 ms that the window does not need
    from rich.table import Table

    table = Table(box=None, pad_edge=False, header_style="bold")
    for name in columns:
        table.add_column(_say(name), overflow="fold")
    for row in rows:
        table.add_row(*(_shown(name, cell) for name, cell in zip(columns, row, strict=True)))
    console().print(Padding(table, (0, 0, 0, indent), expand=False))


def print_record(record: Mapping[str, Any], indent: int = 0) -> None:
    """One object for people: a line a value; lists of objects as tables, or indented below."""
    blank = " " * indent
    for name in _shown_of(record):
        value = record[name]
        if value in _NOTHING:
            continue
        if not _are_objects(value):
            click.echo(f"{blank}{_say(name)}: {_shown(name, value)}")
            continue
        click.echo(f"{blank}{_say(name)}:")
        if any(_are_objects(part[inner]) for part in value for inner in _shown_of(part)):
            for number, part in enumerate(value, 1):
                click.echo(f"{blank}  {number}.")
                print_record(part, indent + 4)
        else:
            _print_objects(value, indent + 2)


def _are_objects(value: object) -> bool:
    return isinstance(value, list) and bool(value) and isinstance(value[0], Mapping)


def _shown_of(record: Mapping[str, Any]) -> list[str]:
    return [name for name in record if name not in _FOR_PROGRAMS]


def _print_objects(rows: list[Mapping[str, Any]], indent: int) -> None:
    columns = [
        name for name in _shown_of(rows[0]) if any(row[name] not in _NOTHING for row in rows)
    ]
    print_table(columns, ([row[name] for name in columns] for row in rows), indent)


@contextmanager
def progress(
    asked: Asked, text: str = noted("Index: {done} of {of}")
) -> Iterator[Callable[[int, int], None]]:
    """Tells on standard error how far the work is, when somebody looks at it."""
    terminal = sys.stderr.isatty()

    def tell(done: int, of: int) -> None:
        if terminal:
            words = asked.say(text, done=done, of=of)
            click.echo(f"\r{words}", nl=False, err=True)

    try:
        yield tell
    finally:
        if terminal:
            click.echo("", err=True)


@contextmanager
def writing_to(path: Path) -> Iterator[None]:
    """While a file of the caller's choice is written: an OSError becomes a sentence."""
    try:
        yield
    except OSError as error:
        raise UserError(
            "{path} cannot be written: {reason}.", path=path, reason=error.strerror or error
        ) from error


def put_file(path: Path, body: bytes, *, force: bool = False) -> None:
    """Puts a new file (mode 0600) under its name when all of it is on the disk.

    UserError: there is one of that name and not `force`; it cannot be written, then nothing is.
    """
    part = path.with_name(f".{path.name}.part")
    with writing_to(path):
        if path.is_dir() or (path.exists() and not force):
            raise UserError("{path} exists already; --force replaces it.", path=path)
        try:
            with os.fdopen(
                os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb"
            ) as out:
                out.write(body)
                out.flush()
                os.fsync(out.fileno())
            os.replace(part, path)
        finally:
            with suppress(OSError):
                part.unlink()


def write_text(path: Path, text: str) -> None:
    """Writes a file as UTF-8, its line ends as they are. UserError: cannot be written."""
    with writing_to(path):
        path.write_text(text, encoding="utf-8", newline="")


def console() -> Console:
    """Standard output as it is now; a terminal's width, or wide enough for a file."""
    from rich.console import Console

    terminal = sys.stdout.isatty()
    return Console(
        file=sys.stdout,
        width=None if terminal else _WIDE,
        markup=False,
        highlight=False,
        emoji=False,
    )


def _plain(text: str) -> str:
    """A text without control characters, so that stored words cannot drive a terminal."""
    return "".join(" " if ord(char) < 32 or 127 <= ord(char) < 160 else char for char in text)


def _say(word: str) -> str:
    """A word of a closed list in the language asked for."""
    return click.get_current_context().ensure_object(Asked).say(word)


def _shown(name: str, value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return _say("yes" if value else "no")
    if isinstance(value, (list, tuple)):
        return "; ".join(_shown(name, item) for item in value)
    if isinstance(value, Mapping):
        return "; ".join(f"{key}: {_shown(name, item)}" for key, item in value.items() if item)
    return _plain(_say(str(value)) if name in naming.CLOSED else str(value))
