"""Gathers what told articles teach: whose words, which article, from which calls."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar
from uuid import UUID

from operator_desk.domain import facts, teaching
from operator_desk.domain.facts import Fact
from operator_desk.domain.numbers import number_key
from operator_desk.domain.teaching import Lesson
from operator_desk.domain.terms import MatterKind
from operator_desk.services.ports import Reader

MOST = 10_000  # told articles that are learned from, the newest: some seconds of a child process
F = TypeVar("F", bound=Fact)


@dataclass(frozen=True, slots=True)
class _Calls:
    """What belongs to the calls in which something was told, by call and by matter."""

    calls: dict[UUID, facts.Call]
    ends: dict[UUID, facts.CallEnd]
    callers: dict[UUID, list[facts.Caller]]
    tickets: dict[UUID, list[facts.Ticket]]
    forms: dict[UUID, list[facts.MatterForm]]
    statements: dict[UUID, list[facts.Statement]]
    seals: dict[UUID, list[facts.Seal]]
    kinds: dict[UUID, set[MatterKind | None]]
    allowed: dict[UUID, datetime]


def standing(rows: Iterable[facts.Told]) -> list[facts.Told]:
    """The told articles that were not taken back, by time."""
    kept = list(rows)
    undone = {row.corrects for row in kept}
    return [row for row in kept if not row.taken_back and row.id not in undone]


def lessons(tx: Reader, desk: str, since: datetime | None = None) -> list[Lesson]:
    """What the newest told articles may teach, by time; `since`: what was told after an instant.

    A played call counts from when it was allowed to teach. `desk` told what no seal names one of.
    """
    told = standing(tx.find(facts.Told))
    allowed = {
        row.subject: row.at
        for row in tx.find(facts.ViewLog, what=teaching.ALLOWED)
        if row.subject is not None
    }
    if since is not None:
        told = [row for row in told if max(row.at, allowed.get(row.call_id, row.at)) > since]
    told = told[-MOST:]
    read = _read(tx, told, allowed)
    fit = {call_id for call_id in read.calls if _may_teach(read, call_id)}
    said = {row.matter_id: _said(read, row) for row in told if row.call_id in fit}
    return [
        _lesson(read, row, said[row.matter_id], desk) for row in told if said.get(row.matter_id)
    ]


def _read(tx: Reader, told: Sequence[facts.Told], allowed: dict[UUID, datetime]) -> _Calls:
    calls, matters = {row.call_id for row in told}, {row.matter_id for row in told}
    owner = {row.id: row.call_id for row in tx.among(facts.Matter, "call_id", calls)}
    forms = _by(tx.among(facts.MatterForm, "matter_id", owner), "matter_id")
    kinds: dict[UUID, set[MatterKind | None]] = defaultdict(set)
    for matter, rows in forms.items():
        kinds[owner[matter]].add(rows[-1].kind)
    return _Calls(
        {row.id: row for row in tx.many(facts.Call, calls)},
        {row.call_id: row for row in tx.among(facts.CallEnd, "call_id", calls)},
        _by(tx.among(facts.Caller, "call_id", calls), "call_id"),
        _by(tx.among(facts.Ticket, "call_id", calls), "call_id"),
        forms,
        _by(tx.among(facts.Statement, "matter_id", matters), "matter_id"),
        _by(tx.among(facts.Seal, "matter_id", matters), "matter_id"),
        kinds,
        allowed,
    )


def _by(rows: Iterable[F], column: str) -> dict[UUID, list[F]]:
    found: dict[UUID, list[F]] = defaultdict(list)
    for row in rows:
        found[getattr(row, column)].append(row)
    return found


def _may_teach(read: _Calls, call_id: UUID) -> bool:
    call = read.calls[call_id]
    return teaching.may_teach(
        call,
        read.ends.get(call_id),
        read.kinds.get(call_id, ()),
        read.tickets.get(call_id, ()),
        allowed=call_id in read.allowed,
        crisis=teaching.in_danger(call),
    )


def _said(read: _Calls, told: facts.Told) -> tuple[str, ...]:
    callers = read.callers.get(told.call_id, [])
    tickets = read.tickets.get(told.call_id, [])
    names = [row.name for row in callers] + [row.caller_name for row in tickets]
    return teaching.said_in(
        read.statements.get(told.matter_id, ()),
        read.forms.get(told.matter_id, ()),
        (name for name in names if name),
    )


def _lesson(read: _Calls, told: facts.Told, said: tuple[str, ...], desk: str) -> Lesson:
    numbers = [row.number for row in read.callers.get(told.call_id, []) if row.number]
    seals = read.seals.get(told.matter_id)
    return Lesson(
        call=told.call_id,
        caller=number_key(numbers[-1]) if numbers else str(told.call_id),
        said=said,
        article=told.article_key,
        at=told.at,
        desk=seals[-1].desk if seals else desk,
        operator=told.actor,
    )
