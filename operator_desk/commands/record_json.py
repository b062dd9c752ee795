"""A matter's record as JSON: statements, answers, seals, told articles, events."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from operator_desk.domain import facts

Local = Callable[[datetime], str]


def statements(rows: Iterable[facts.Statement], local: Local) -> list[dict[str, Any]]:
    """Every wording of every line, in the order of the record."""
    kept = sorted(rows, key=lambda row: (row.n, row.version, row.part))
    return [
        {
            "id": str(row.id),
            "n": row.n,
            "version": row.version,
            "part": row.part,
            "mark": row.mark.value,
            "typed_at": local(row.typed_at),
            "corrects": str(row.corrects) if row.corrects else None,
            "words": row.words,
        }
        for row in kept
    ]


def answers(
    rows: Iterable[facts.ReadbackAnswer], words: dict[UUID, str | None], local: Local
) -> list[dict[str, Any]]:
    """Every answer of the caller, in the order it was given."""
    return [
        {
            "item": row.item.value,
            "element": row.element,
            "target": str(row.target),
            "words": words.get(row.target),
            "answer": row.answer.value,
            "reason": row.reason,
            "corrected_to": words.get(row.corrected_to) if row.corrected_to else None,
            "at": local(row.at),
        }
        for row in rows
    ]


def words(
    said: Iterable[facts.Statement], forms: Iterable[facts.MatterForm]
) -> dict[UUID, str | None]:
    """The text of every row that an answer may be about."""
    found = {row.id: row.words for row in said}
    found.update({row.id: row.summary for row in forms})
    return found


def seals(rows: Sequence[facts.Seal], local: Local) -> list[dict[str, Any]]:
    """The seals of a matter in their order."""
    return [
        {
            "number": row.number,
            "part": row.part,
            "at": local(row.at),
            "scope": row.scope.value,
            "mode": row.mode.value,
            "hash": row.seal_hash,
            "items": list(row.items),
        }
        for row in rows
    ]


def events(
    rows: Iterable[facts.TicketEvent], names: dict[UUID, str], local: Local
) -> list[dict[str, Any]]:
    """The events of a ticket in their order."""
    return [
        {
            "action": row.action,
            "at": local(row.at),
            "by": names.get(row.actor, str(row.actor)),
            "unit": row.unit,
            "reason": row.reason,
            "note": row.note,
        }
        for row in rows
    ]
