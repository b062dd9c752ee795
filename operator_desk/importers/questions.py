"""Question sets: JSONL, one object a line with `question`, `gold` and, if wanted, `set`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from operator_desk.domain.errors import UserError
from operator_desk.domain.question_sets import LONGEST_NAME, Question, question
from operator_desk.importers.jsonl import objects
from operator_desk.importers.rows import Read, collect

FIELDS = ("question", "gold", "set")


def questions(path: Path, set_name: str = "") -> Read[Question]:
    """The questions of a file; rows that name no set are of `set_name`, or of the file's name.

    UserError: the file as a whole cannot be read.
    """
    otherwise = set_name or path.stem[:LONGEST_NAME]

    def make(row: dict[str, Any]) -> Question:
        for name in row.keys() - set(FIELDS):
            raise UserError("Unknown field {field}.", field=name)
        text, gold, named = row.get("question"), row.get("gold"), row.get("set", otherwise)
        if not isinstance(text, str) or not text.strip():
            raise UserError("Field {field} is missing or empty.", field="question")
        if not isinstance(gold, list) or not all(isinstance(key, str) for key in gold):
            raise UserError("Field {field} is missing or empty.", field="gold")
        if not isinstance(named, str):
            raise UserError("Field {field} is missing or empty.", field="set")
        return question(named, text, gold)

    return collect(path.name, objects(path), make)
