"""Question sets from files and into files."""

from __future__ import annotations

from pathlib import Path

from operator_desk.app import Services, content
from operator_desk.domain.errors import UserError
from operator_desk.domain.question_sets import to_line
from operator_desk.services.people import Actor
from operator_desk.services.question_sets import Taken


class QuestionFiles:
    """Takes files in and writes them, for a window."""

    def __init__(self, desk: Services) -> None:
        self._desk = desk

    def take(self, actor: Actor, path: Path) -> Taken:
        """Takes the questions of a file in. UserError: it cannot be read as a whole."""
        read = content.read_questions(path)
        done = self._desk.question_sets.take(actor, read.values)
        return Taken(done, tuple((one.row, one.reason) for one in read.refused))

    def write(self, path: Path, set_name: str | None = None) -> int:
        """Writes the questions of one set or of all; how many. UserError: cannot be written."""
        return write(self._desk, path, set_name)


def write(desk: Services, path: Path, set_name: str | None) -> int:
    """Writes the questions of one set or of all; how many. UserError: cannot be written."""
    lines = [to_line(one) for one in desk.question_sets.questions(set_name)]
    try:
        path.write_text("".join(lines), encoding="utf-8", newline="")
    except OSError as error:
        raise UserError(
            "{path} cannot be written: {reason}.", path=path, reason=error.strerror or error
        ) from error
    return len(lines)
