"""Runs commands in tests: the exit code, what was printed, the JSON objects of it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from click.testing import CliRunner

from operator_desk.cli import cli


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command left behind."""

    code: int
    out: str
    err: str

    @property
    def rows(self) -> list[dict[str, Any]]:
        """The JSON objects on standard output, one a line."""
        return [json.loads(line) for line in self.out.splitlines()]

    @property
    def object(self) -> dict[str, Any]:
        """The one JSON object on standard output."""
        (one,) = self.rows
        return one


@dataclass(frozen=True, slots=True)
class Member:
    """A member of the sample staff, as `init --practice` prints it."""

    login: str
    roles: list[str]
    password: str


class Desk:
    """A data folder and the commands on it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def run(
        self, *words: object, typed: str = "", password: str | None = None, lang: str = "en"
    ) -> Ran:
        """Runs one command in this process."""
        env = {"OPERATOR_DESK_PASSWORD": password}
        start = ["--data-dir", str(self.folder), "--lang", lang]
        said = [*start, *map(str, words)]
        result = CliRunner().invoke(cli, said, input=typed, env=env, prog_name="operator-desk")
        return Ran(result.exit_code, result.stdout, result.stderr)

    def ok(self, *words: object, typed: str = "", password: str | None = None) -> Ran:
        """Runs a command that must succeed without a word on standard error."""
        ran = self.run(*words, typed=typed, password=password)
        assert (ran.code, ran.err) == (0, ""), ran
        return ran

    def wrong(self, *words: object, lang: str = "en") -> str:
        """Runs a command that is wrong usage; what was said about it."""
        ran = self.run(*words, lang=lang)
        assert (ran.code, ran.out) == (2, ""), ran
        return ran.err

    def refused(self, *words: object, typed: str = "", password: str | None = None) -> str:
        """Runs a command that must be refused; the one line of the reason."""
        ran = self.run(*words, typed=typed, password=password)
        assert ran.code == 1, ran
        (line,) = ran.err.splitlines()
        assert "Traceback" not in ran.out
        return line
