"""Rows of facts as a certificate carries them: canonical objects read back, strictly."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import MISSING, dataclass, fields
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints
from uuid import UUID

from operator_desk.domain import canonical
from operator_desk.domain.facts import FACTS, Fact, personal_fields
from operator_desk.domain.terms import Answer, ItemKind
from operator_desk.domain.times import parse_instant

# What a certificate may hold, and which of its personal texts the full form opens.
TABLES = (
    "staff_version", "call", "matter", "matter_form", "statement", "readback", "readback_answer",
    "seal", "ticket", "ticket_event", "erasure",
)  # fmt: skip
OPENED: dict[str, tuple[str, ...]] = {
    "statement": ("words",),
    "matter_form": ("summary", "elements"),
    "ticket": ("title", "caller_name", "callback"),
}
HASH = re.compile(r"[0-9a-f]{64}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Linked:
    """A row with its link: place in the chain, hash before, hash of both.

    `fact` holds commitments where a text would stand. A row that is `withheld` (it holds a plain
    text that names somebody) has neither `body` nor `fact`, only the hash of its content.
    """

    n: int
    prev: str
    hash: str
    table: str
    id: UUID
    content: str
    body: bytes | None = None
    fact: Fact | None = None

    @property
    def withheld(self) -> bool:
        """Whether the row itself is left out."""
        return self.body is None


def row_of(value: Mapping[str, Any]) -> tuple[str, bytes, Fact]:
    """Table, canonical bytes and fact of a canonical object; ValueError, TypeError: it is none."""
    table = value.get("table")
    if value.get("form") != canonical.FORM or table not in TABLES:
        raise ValueError(f"form {value.get('form')}, table {table}")
    values = {name: one for name, one in value.items() if name not in ("form", "table")}
    if any(one is None for one in values.values()):
        raise ValueError("null")
    if table == "seal":
        _sure(all(map(_is_item, values.get("items", ()))), "items")
    return table, canonical.canonical(table, values), _fact(FACTS[table], values)


def _is_item(item: Any) -> bool:
    """Whether something is an item of a seal: texts, with kind and answer of the closed lists."""
    if not isinstance(item, dict) or not {"kind", "row", "hash", "answer"} <= item.keys():
        return False
    return (
        all(type(one) is str for one in item.values())
        and item["kind"] in set(ItemKind)
        and item["answer"] in set(Answer)
    )


def _fact(cls: type[Fact], values: Mapping[str, Any]) -> Fact:
    shape = _shape(cls)
    if odd := values.keys() - shape.keys():
        raise ValueError(f"{sorted(odd)[0]}")
    made: dict[str, Any] = {}
    for name, (kind, optional) in shape.items():
        if name not in values:
            if not optional:
                raise ValueError(name)
            made[name] = None
        else:
            made[name] = _value(kind, values[name])
    return cls(**made)


def _shape(cls: Any) -> dict[str, tuple[Any, bool]]:
    return _cached_shape(cls)


@cache
def _cached_shape(cls: Any) -> dict[str, tuple[Any, bool]]:
    """Each column's type and whether it may be null; a personal text is a commitment."""
    hints, personal = get_type_hints(cls), personal_fields(cls)
    found = {}
    for one in fields(cls):
        kinds = _kinds(hints[one.name])
        bare = [kind for kind in kinds if kind is not NoneType]
        kind = "commitment" if one.name in personal else bare[0]
        found[one.name] = (kind, NoneType in kinds and one.default is not MISSING)
    return found


def _kinds(hint: Any) -> tuple[Any, ...]:
    return get_args(hint) if get_origin(hint) in (Union, UnionType) else (hint,)


def _value(kind: Any, value: Any) -> Any:
    if kind == "commitment":
        return _sure(isinstance(value, str) and bool(HASH.fullmatch(value)), value)
    kind = get_origin(kind) or kind
    if kind is tuple:
        return tuple(_sure(isinstance(value, list), value))
    if kind in (bool, int):
        return _sure(type(value) is kind, value)
    _sure(isinstance(value, str), value)
    if kind is UUID:
        return _same(UUID(value), value, str)
    if kind is datetime:
        return parse_instant(value)
    if kind is date:
        return _same(date.fromisoformat(value), value, date.isoformat)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return kind(value)
    return value


def _sure(good: bool, value: Any) -> Any:
    if not good:
        raise ValueError(f"{value!r}"[:80])
    return value


def _same(made: Any, text: str, written: Any) -> Any:
    """A value that is written in one way only."""
    _sure(written(made) == text, text)
    return made
