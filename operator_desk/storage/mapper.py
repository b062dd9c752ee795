"""Rows to dataclasses and back, driven by the dataclass's fields."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from enum import StrEnum
from typing import Any, TypeVar

from operator_desk.domain import canonical
from operator_desk.domain.facts import ERASED, TABLES, Fact, personal_fields
from operator_desk.storage.tables import plain_hints
from operator_desk.storage.types import DamagedValueError

T = TypeVar("T")


def stored(fact: Fact) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """A fact as its column values, and the personal rows its texts go to."""
    row = plain(fact)
    texts = []
    for name, kind in personal_fields(type(fact)).items():
        text = row[name]
        if text is not None:
            salt = secrets.token_bytes(32)
            row[name] = canonical.commitment(salt, text)
            texts.append({"id": row[name], "class": kind, "salt": salt, "text": text})
    return row, texts


def plain(value: Any) -> dict[str, Any]:
    """A dataclass as column values; enumerations become their text."""
    row = {}
    for name in plain_hints(type(value)):
        field = getattr(value, name)
        row[name] = field.value if isinstance(field, StrEnum) else field
    return row


def canonical_row(cls: type[Fact], row: Mapping[Any, Any]) -> bytes:
    """The canonical bytes of stored column values."""
    return canonical.canonical(TABLES[cls], dict(row))


def loaded(cls: type[T], row: Mapping[Any, Any], texts: Mapping[str, str] | None = None) -> T:
    """A dataclass from column values; commitments are replaced by their texts."""
    values: dict[str, Any] = {}
    for name, (bare, _optional, personal) in plain_hints(cls).items():
        value = row[name]
        if value is None:
            values[name] = None
        elif personal:
            values[name] = (texts or {}).get(value, ERASED)
        elif isinstance(bare, type) and issubclass(bare, StrEnum):
            values[name] = _member(bare, value)
        else:
            values[name] = value
    return cls(**values)


def _member(bare: type[StrEnum], value: str) -> StrEnum:
    try:
        return bare(value)
    except ValueError as error:
        raise DamagedValueError(str(error)) from error
