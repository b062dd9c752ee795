"""What commands that take files in have in common: rows and files that are refused."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click

from operator_desk.app import content
from operator_desk.commands.asked import Asked
from operator_desk.commands.printing import print_json
from operator_desk.domain.errors import UserError
from operator_desk.domain.said import Said
from operator_desk.words import sentence

T = TypeVar("T")


class Taking:
    """Files being taken in; `refused` grows by every row, or whole file, that was not taken."""

    def __init__(self, asked: Asked, files: Sequence[Path]) -> None:
        self._asked, self._files = asked, files
        self.refused: list[dict[str, Any]] = []
        self.odd: list[dict[str, Any]] | None = None

    def read(self, of: Callable[[Path], T]) -> Iterator[tuple[Path, T, str]]:
        """Every file that can be read, what it holds, the SHA-256 of its bytes.

        One of several files that cannot be read as a whole is refused and the others are
        taken; for a single file the UserError is raised.
        """
        for path in self._files:
            try:
                found = of(path)
                digest = getattr(found, "sha256", "") or content.digest(path)
            except UserError as error:
                if len(self._files) == 1:
                    raise
                self.refuse(path.name, None, error)
                continue
            yield path, found, digest

    def refuse(self, file: str, row: int | str | None, reason: UserError) -> None:
        """Notes a row that was not taken; None: the file as a whole."""
        said = sentence(reason, self._asked.language)
        self.refused.append({"file": file, "row": row, "reason": said})

    def mark_odd(self, file: str, row: int, what: Said) -> None:
        """Notes a row that was taken, but contradicts itself."""
        said = sentence(what, self._asked.language)
        self.odd = [*(self.odd or ()), {"file": file, "row": row, "reason": said}]

    def report(self, context: click.Context, text: str, counts: Mapping[str, int]) -> None:
        """Says what was done, and everything that was refused; exit 1 when anything was.

        `odd` is reported where a command has begun such a list.
        """
        if self._asked.json:
            odd: dict[str, Any] = {} if self.odd is None else {"odd": self.odd}
            print_json({**counts, "refused": self.refused, **odd})
        else:
            numbers = {**counts, "refused": len(self.refused), "odd": len(self.odd or ())}
            click.echo(self._asked.say(text, **numbers))
            for row in [*(self.odd or ()), *self.refused]:
                self._print(row)
        if self.refused:
            context.exit(1)

    def _print(self, row: Mapping[str, Any]) -> None:
        if row["row"] is not None:
            words = self._asked.say("{file}, row {row}: {reason}", **row)
        elif row["file"] in row["reason"]:
            words = row["reason"]
        else:
            words = self._asked.say("{file}: {reason}", **row)
        click.echo(words, err=True)
