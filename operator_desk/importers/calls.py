"""Scripted calls: JSONL, one call a line."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from operator_desk.domain.errors import UserError
from operator_desk.domain.scripted import ScriptedAnswer, ScriptedCall
from operator_desk.domain.terms import Answer, CallClass, Direction, MatterKind, Outcome
from operator_desk.importers.fields import text, texts
from operator_desk.importers.jsonl import objects
from operator_desk.importers.practised import PRACTICE_FIELDS, practised
from operator_desk.importers.rows import Read, collect, numbered, once

FIELDS = (
    "id", "started_at", "caller_number", "kind", "title", "category", "statements", "readback",
    "told", "talk_s", "after_call_s", "outcome", "class", "direction", "operator",
    *PRACTICE_FIELDS,
)  # fmt: skip
E = TypeVar("E", bound=StrEnum)


def calls(path: Path) -> Read[ScriptedCall]:
    """The calls of a file. UserError: the file as a whole cannot be read."""
    seen: dict[str, int] = {}

    def make(row: tuple[int, dict[str, Any]]) -> ScriptedCall:
        call = scripted(row[1])
        once(seen, call.id, row[0])
        return call

    return collect(path.name, numbered(objects(path)), make)


def scripted(row: Mapping[str, Any]) -> ScriptedCall:
    """One call of an object. UserError: unknown, missing or wrong field."""
    for name in row:
        if name not in FIELDS:
            raise UserError("Unknown field {field}.", field=name)
    outcome = text(row, "outcome", needed=True)
    return ScriptedCall(
        id=text(row, "id", needed=True),
        started_at=_instant(row),
        caller_number=text(row, "caller_number"),
        kind=_value(MatterKind, text(row, "kind", needed=True), "kind"),
        statements=texts(row, "statements"),
        outcome=_value(Outcome, "direct_answer" if outcome == "answered" else outcome, "outcome"),
        talk_s=_seconds(row, "talk_s"),
        after_call_s=_seconds(row, "after_call_s"),
        title=text(row, "title"),
        category=text(row, "category"),
        readback=_readback(row),
        told=texts(row, "told"),
        call_class=_value(CallClass, text(row, "class"), "class") if row.get("class") else None,
        direction=_value(Direction, text(row, "direction") or "in", "direction"),
        operator=text(row, "operator"),
        practice=practised(row),
    )


def _instant(row: Mapping[str, Any]) -> datetime:
    said = text(row, "started_at", needed=True)
    try:
        at = datetime.fromisoformat(said)
    except ValueError:
        at = None
    # Beyond these years an hour more or less may not be an instant any more.
    if at is None or at.tzinfo is None or not 1900 <= at.year < 9000:
        raise UserError(
            "Field {field}: {value} is not a time with its offset.", field="started_at", value=said
        )
    return at


def _seconds(row: Mapping[str, Any], name: str) -> int:
    value = row.get(name, 0)
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= 86_400:
        raise UserError(
            "Field {field}: {value} is not a number of seconds.", field=name, value=value
        )
    return value


def _value(kind: type[E], value: str, name: str) -> E:
    try:
        return kind(value)
    except ValueError:
        known = ", ".join(member.value for member in kind)
        raise UserError(
            "Field {field}: {value} is none of {known}.", field=name, value=value, known=known
        ) from None


def _readback(row: Mapping[str, Any]) -> tuple[ScriptedAnswer, ...]:
    value = row.get("readback") or []
    if not isinstance(value, list):
        raise UserError("Field {field} is not a list.", field="readback")
    return tuple(_answer(part) for part in value)


def _answer(part: Any) -> ScriptedAnswer:
    if isinstance(part, str):
        return ScriptedAnswer(_value(Answer, part, "readback"))
    if isinstance(part, dict) and len(part) == 1:
        (name, words), *_ = part.items()
        answer = _value(Answer, name, "readback")
        if isinstance(words, str) and words.strip():
            return ScriptedAnswer(answer, words.strip())
    raise UserError("A readback answer cannot be read.")
