"""Fields of one object of a JSONL file, checked as they are read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from operator_desk.domain.errors import UserError


def text(row: Mapping[str, Any], name: str, *, needed: bool = False) -> str:
    """A text without blanks at its ends, "" when it is left out. UserError: no text, or missing."""
    value = row.get(name)
    if value is None:
        value = ""
    if not isinstance(value, str) or "\x00" in value:
        raise UserError("Field {field} is not a text.", field=name)
    if needed and not value.strip():
        raise UserError("Field {field} is missing or empty.", field=name)
    return value.strip()


def texts(row: Mapping[str, Any], name: str) -> tuple[str, ...]:
    """A list of texts without the empty ones. UserError: anything else."""
    value = row.get(name) or []
    if not isinstance(value, list) or not all(isinstance(part, str) for part in value):
        raise UserError("Field {field} is not a list of texts.", field=name)
    return tuple(part.strip() for part in value if part.strip())
