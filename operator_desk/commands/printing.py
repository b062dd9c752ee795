"""How commands print: JSON for programs, tables and sentences for people."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from operator_desk.domain.errors import UserError

if TYPE_CHECKING:
    from rich.console import Console

_WIDE = 200  # columns of a table that goes to a file: nothing is cut


def print_json(value: Mapping[str, Any]) -> None:
    """One JSON object on one line."""
    click.echo(json.dumps(value, ensure_ascii=False, default=str))


def print_rows(rows: Iterable[Mapping[str, Any]], *, as_json: bool, columns: Sequence[str]) -> None:
    """Rows: one JSON object a line, or a table of these columns."""
    if as_json:
        for row in rows:
            print_json(row)
        return
    print_table(columns, [[_shown(row.get(name)) for name in columns] for row in rows])


def print_table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """A table for people; texts are printed as they are, never read as markup."""
    from rich.table import Table  # 40 ms that the window does not need

    table = Table(box=None, pad_edge=False, header_style="bold")
    for name in columns:
        table.add_column(name, overflow="fold")
    for row in rows:
        table.add_row(*(_plain(cell) for cell in row))
    console().print(table)


def print_record(record: Mapping[str, Any], indent: str = "") -> None:
    """One object for people: a line a value, lists of objects indented below."""
    for name, value in record.items():
        if isinstance(value, list) and value and isinstance(value[0], Mapping):
            click.echo(f"{indent}{name}:")
            for number, part in enumerate(value, 1):
                click.echo(f"{indent}  {number}.")
                print_record(part, indent + "    ")
        elif value is not None and value != [] and value != "":
            click.echo(f"{indent}{name}: {_plain(_shown(value))}")


@contextmanager
def writing_to(path: Path) -> Iterator[None]:
    """While a file of the caller's choice is written: an OSError becomes a sentence."""
    try:
        yield
    except OSError as error:
        raise UserError(
            "{path} cannot be written: {reason}.", path=path, reason=error.strerror or error
        ) from error


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


def _shown(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (list, tuple)):
        return "; ".join(_shown(item) for item in value)
    if isinstance(value, Mapping):
        return " ".join(_shown(item) for item in value.values() if item)
    return str(value)
