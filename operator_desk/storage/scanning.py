"""Articles found without an index: every newest text is looked through (70 ms for 13,000)."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import reduce
from operator import add
from typing import Any

from sqlalchemy import ColumnElement, Select, Text, case, false, or_, select, type_coerce

from operator_desk.domain.scanning import PLACES
from operator_desk.domain.where import FIELDS
from operator_desk.storage.tables import fact_tables, view_tables

_VERSIONS, _HEADS = fact_tables["article_version"], view_tables["article_view"]

_FULL_WIDTH = {ord(str(digit)): chr(0xFF10 + digit) for digit in range(10)}


def holding(words: Sequence[str], limit: int, kinds: Collection[str] | None) -> Select[Any]:
    """The keys of the articles that hold most of the words, the best first, then by key."""
    score = reduce(add, (_points(word, at) for word in words for at in PLACES))
    found = (
        select(_VERSIONS.c.key, score.label("points"))
        .join(_HEADS, _HEADS.c.version_id == _VERSIONS.c.id)
        .where(_HEADS.c.withdrawn == false())
    )
    if kinds is not None:
        found = found.where(_HEADS.c.kind.in_(sorted(kinds)))
    inner = found.subquery()
    return (
        select(inner.c.key)
        .where(inner.c.points > 0)
        .order_by(inner.c.points.desc(), inner.c.key)
        .limit(limit)
    )


def with_digits(digits: str) -> Select[Any]:
    """The keys of the articles with these digits in this order in one of their texts, by key.

    Few texts hold digits, so 13,000 take 30 to 80 ms; to read them all takes 30 times as long.
    """
    forms = (digits, digits.translate(_FULL_WIDTH))
    held = [
        type_coerce(_VERSIONS.c[name], Text).like("%" + "%".join(form) + "%")
        for name in FIELDS
        for form in forms
    ]
    return (
        select(_VERSIONS.c.key)
        .join(_HEADS, _HEADS.c.version_id == _VERSIONS.c.id)
        .where(_HEADS.c.withdrawn == false(), or_(*held))
        .order_by(_VERSIONS.c.key)
    )


def _points(word: str, fields: tuple[str, ...]) -> ColumnElement[int]:
    like = "%" + word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"
    held = [type_coerce(_VERSIONS.c[name], Text).ilike(like, escape="\\") for name in fields]
    return case((or_(*held), PLACES[fields]), else_=0)
