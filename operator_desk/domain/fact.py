"""What every fact is: a row that is added and never changed, with personal texts kept apart."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import datetime
from functools import cache
from typing import Annotated, Any, get_type_hints
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Personal:
    """Marks a field whose text lies in `personal`; `kind` is its class there."""

    kind: str


ERASED = "\ufffc"  # what an erased text is read as; cannot be typed

Words = Annotated[str | None, Personal("statement")]
Name = Annotated[str | None, Personal("name")]
Number = Annotated[str | None, Personal("number")]
Address = Annotated[str | None, Personal("address")]
Note = Annotated[str | None, Personal("note")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """What every fact has: its identity, when it was recorded (UTC) and by whom (staff id)."""

    id: UUID
    at: datetime
    actor: UUID


def personal_fields(cls: Any) -> dict[str, str]:
    """The personal fields of a fact and the class each text has in `personal`."""
    return _personal_fields(cls)


@cache
def _personal_fields(cls: Any) -> dict[str, str]:
    resolved, found = get_type_hints(cls, include_extras=True), {}
    for field in fields(cls):
        for mark in getattr(resolved[field.name], "__metadata__", ()):
            if isinstance(mark, Personal):
                found[field.name] = mark.kind
    return found
