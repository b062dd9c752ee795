"""The fields of a scripted call that only a practice call looks at; each may be left out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from operator_desk.domain.errors import UserError
from operator_desk.domain.scripted import Practised
from operator_desk.importers.fields import text, texts

PRACTICE_FIELDS = ("level", "trains", "elements", "replies", "pauses", "pace", "verbatim")
REPLIES = ("confirmed", "corrected", "declined", "not_read", "done", "unknown")
_LEVELS, _PACES, _LONGEST_PAUSE_S = (1, 5), (0.5, 2.0), 120


def practised(row: Mapping[str, Any]) -> Practised:
    """What an object says for practice. UserError: a field of a wrong type or out of range."""
    replies = _pairs(row, "replies")
    for name, _words in replies:
        if name not in REPLIES:
            raise UserError(
                "Field {field}: {value} is none of {known}.",
                field="replies",
                value=name,
                known=", ".join(REPLIES),
            )
    level = _number(row, "level", 1, *_LEVELS)
    if level != int(level):
        raise _out_of_range("level", *_LEVELS)
    return Practised(
        level=int(level),
        trains=text(row, "trains"),
        elements=_pairs(row, "elements"),
        replies=replies,
        pauses=_pauses(row),
        pace=_number(row, "pace", 1.0, *_PACES),
        verbatim=texts(row, "verbatim"),
    )


def _pairs(row: Mapping[str, Any], name: str) -> tuple[tuple[str, str], ...]:
    value = row.get(name) or {}
    if not isinstance(value, dict) or not all(
        isinstance(words, str) and words.strip() and code.strip() for code, words in value.items()
    ):
        raise UserError("Field {field} is not an object of texts.", field=name)
    return tuple((code.strip(), words.strip()) for code, words in value.items())


def _number(row: Mapping[str, Any], name: str, default: float, least: float, most: float) -> float:
    value = row.get(name)
    if value is None:
        return default
    if isinstance(value, bool) or not isinstance(value, int | float) or not least <= value <= most:
        raise _out_of_range(name, least, most)
    return value


def _pauses(row: Mapping[str, Any]) -> tuple[float, ...]:
    value = row.get("pauses") or []
    if not isinstance(value, list):
        raise UserError("Field {field} is not a list.", field="pauses")
    numbers = [_number({"pauses": one}, "pauses", 0, 0, _LONGEST_PAUSE_S) for one in value]
    return tuple(float(one) for one in numbers)


def _out_of_range(name: str, least: float, most: float) -> UserError:
    return UserError(
        "Field {field} is not a number from {least} to {most}.", field=name, least=least, most=most
    )
