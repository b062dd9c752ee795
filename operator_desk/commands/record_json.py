"""A matter's record as JSON: statements, answers, seals, told articles, events."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import Any, Protocol
from uuid import UUID

from operator_desk.domain import facts
from operator_desk.domain.stand import Ruled
from operator_desk.domain.terms import ItemKind

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


class Record(Protocol):
    """What is stored of a matter's record."""

    @property
    def statements(self) -> Iterable[facts.Statement]: ...
    @property
    def forms(self) -> Iterable[facts.MatterForm]: ...
    @property
    def readbacks(self) -> Iterable[facts.Readback]: ...
    @property
    def answers(self) -> Iterable[facts.ReadbackAnswer]: ...


def answers(record: Record, local: Local) -> list[dict[str, Any]]:
    """Every answer of the caller, in the order it was given, with the words it is about."""
    lines = {row.id: row for row in record.statements}
    versions = {row.id: row for row in record.forms}
    modes = {row.id: row.mode for row in record.readbacks}

    def words(answer: facts.ReadbackAnswer, row: UUID | None) -> str | None:
        if row in lines:
            return lines[row].words
        if row not in versions:
            return None
        if answer.item is ItemKind.SUMMARY:
            return versions[row].summary
        return (elements(versions[row]) or {}).get(answer.element or "")

    return [
        {
            "item": row.item.value,
            "element": row.element,
            "target": str(row.target),
            "words": words(row, row.target),
            "answer": row.answer.value,
            "reason": row.reason,
            "corrected_to": words(row, row.corrected_to),
            "mode": (row.mode or modes[row.readback_id]).value,
            "at": local(row.at),
        }
        for row in record.answers
    ]


def elements(form: facts.MatterForm | None) -> dict[str, str] | None:
    """The elements of a matter, code and answer; None without a form or where they were erased."""
    if form is None or form.elements is None:
        return None
    found: dict[str, str] = json.loads(form.elements)
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


def attachments(rows: Iterable[facts.Attachment]) -> list[dict[str, Any]]:
    """The files of a ticket in the order they came; `n` is how a command names one."""
    return [
        {"n": n, "name": row.name, "media": row.media, "size": row.size, "sha256": row.sha256}
        for n, row in enumerate(rows, 1)
    ]


def steps(rows: Iterable[Ruled], names: dict[UUID, str], local: Local) -> list[dict[str, Any]]:
    """The steps of a ticket in the centre's order, each with what was ruled of it."""
    return [_step(one, names, local) for one in rows]


def _step(one: Ruled, names: dict[UUID, str], local: Local) -> dict[str, Any]:
    event, ruling = one.event, one.ruling

    def when(at: datetime | None) -> str | None:
        return local(at) if at else None

    given = {
        name: str(value) if isinstance(value, UUID) else value
        for name in _GIVEN
        if (value := getattr(event, name)) not in (None, ())
    }
    return {
        "n": one.n,
        "id": str(event.id),
        "action": event.action,
        "at": local(event.when),
        "entered_at": local(event.at) if event.happened_at else None,
        "by": names.get(event.actor, str(event.actor)),
        "unit": event.unit,
        "reason": event.reason,
        "note": event.note,
        **given,
        "until": when(event.until),
        "effective": one.effective,
        "why": ruling.why if ruling else None,
        "state": ruling.state.value if ruling else None,
        "caller_due_at": when(ruling.caller_due_at) if ruling else None,
        "holder_due_at": when(ruling.holder_due_at) if ruling else None,
    }


_GIVEN = (
    "co_units", "level", "designated", "basis", "ref", "call_id", "contacted", "solved",
    "unit_rating", "hotline_rating", "told", "value",
)  # fmt: skip
