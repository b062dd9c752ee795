"""Projections: what lists show, computed from facts by pure functions and rebuilt at will."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol, TypeVar
from uuid import UUID

from operator_desk.domain import facts
from operator_desk.domain.numbers import number_key
from operator_desk.domain.terms import (
    CallClass,
    Direction,
    Entry,
    MatterKind,
    Outcome,
)
from operator_desk.domain.ticket_row import TicketRow as TicketRow
from operator_desk.domain.ticket_row import ticket_row


@dataclass(frozen=True, slots=True, kw_only=True)
class CallRow:
    """One call as lists and counters show it; an unended call has no outcome."""

    id: UUID
    number: str | None
    number_key: str | None
    name: str | None
    started_at: datetime
    local_day: date
    operator: UUID
    direction: Direction
    entry: Entry
    ended_at: datetime | None
    outcome: Outcome | None
    call_class: CallClass | None
    counted: bool | None
    rule: str | None
    guided_to: str | None
    talk_s: int | None
    after_call_s: int | None
    matters: int
    tickets: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MatterRow:
    """One matter of a call: what it was, what was told, its ticket."""

    id: UUID
    call_id: UUID
    n: int
    kind: MatterKind | None
    category: str | None
    category_text: str | None
    summary: str | None
    told: tuple[str, ...]
    ticket: str | None
    seals: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleHead:
    """The newest version of an article: enough for lists and for finding the text."""

    key: str
    version_id: UUID
    version: int
    kind: str
    title: str
    category: str | None
    withdrawn: bool
    valid_from: date | None
    repealed_on: date | None
    successor: str | None
    owner: str | None
    review_by: date | None
    changed_at: datetime | None


class _Row(Protocol):
    @property
    def id(self) -> UUID: ...
    @property
    def at(self) -> datetime: ...
    @property
    def corrects(self) -> UUID | None: ...


R = TypeVar("R", bound=_Row)


def newest(rows: Iterable[R]) -> R | None:
    """The row that no other corrects; of several the one recorded last."""
    kept = list(rows)
    corrected = {row.corrects for row in kept}
    return max(
        (row for row in kept if row.id not in corrected),
        key=lambda row: (row.at, row.id),
        default=None,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class CallFacts:
    """All rows of one call that its views are made of."""

    call: facts.Call
    callers: Sequence[facts.Caller] = ()
    ends: Sequence[facts.CallEnd] = ()
    closes: Sequence[facts.CallClose] = ()
    matters: Sequence[facts.Matter] = ()
    forms: Sequence[facts.MatterForm] = ()
    told: Sequence[facts.Told] = ()
    tickets: Sequence[facts.Ticket] = ()
    events: Sequence[facts.TicketEvent] = ()
    rulings: Sequence[facts.EventRuling] = ()
    seals: Sequence[facts.Seal] = ()


def call_row(of: CallFacts) -> CallRow:
    """The call as lists show it."""
    caller, end = newest(of.callers), newest(of.ends)
    number = caller.number if caller else None
    return CallRow(
        id=of.call.id,
        number=number,
        number_key=number_key(number) if number else None,
        name=caller.name if caller else None,
        started_at=of.call.started_at,
        local_day=of.call.local_day,
        operator=of.call.actor,
        direction=of.call.direction,
        entry=of.call.entry,
        ended_at=end.ended_at if end else None,
        outcome=end.outcome if end else None,
        call_class=end.call_class if end else None,
        counted=end.counted if end else None,
        rule=end.rule if end else None,
        guided_to=end.guided_to if end else None,
        talk_s=end.talk_s if end else None,
        after_call_s=sum(close.after_call_s for close in of.closes) if of.closes else None,
        matters=len(of.matters),
        tickets=len(of.tickets),
    )


def matter_rows(of: CallFacts) -> list[MatterRow]:
    """The matters of the call in their order."""
    return [_matter_row(of, matter) for matter in sorted(of.matters, key=lambda row: row.n)]


def _matter_row(of: CallFacts, matter: facts.Matter) -> MatterRow:
    form = newest(row for row in of.forms if row.matter_id == matter.id)
    told = [row for row in of.told if row.matter_id == matter.id]
    ticket = next((row for row in of.tickets if row.matter_id == matter.id), None)
    return MatterRow(
        id=matter.id,
        call_id=matter.call_id,
        n=matter.n,
        kind=form.kind if form else (ticket.kind if ticket else None),
        category=form.category if form else None,
        category_text=form.category_text if form else None,
        summary=form.summary if form else None,
        told=standing_told(told),
        ticket=ticket.number if ticket else None,
        seals=sum(seal.matter_id == matter.id for seal in of.seals),
    )


def standing_told(rows: Iterable[facts.Told]) -> tuple[str, ...]:
    """The keys of told articles that were not taken back, in the order they were told."""
    kept = list(rows)
    corrected = {row.corrects for row in kept}
    standing = [row for row in kept if row.id not in corrected and not row.taken_back]
    return tuple(row.article_key for row in sorted(standing, key=lambda row: (row.at, row.id)))


def ticket_rows(of: CallFacts) -> list[TicketRow]:
    """The tickets of the call, as their steps have left them."""
    caller = newest(of.callers)
    number = caller.number if caller else None
    return [
        ticket_row(
            ticket,
            number,
            [row for row in of.events if row.ticket_id == ticket.id],
            [row for row in of.rulings if row.ticket_id == ticket.id],
        )
        for ticket in of.tickets
    ]


def article_head(versions: Sequence[facts.ArticleVersion]) -> ArticleHead:
    """The head of an article from all its versions (at least one)."""
    last = max(versions, key=lambda row: row.version)
    return ArticleHead(
        key=last.key,
        version_id=last.id,
        version=last.version,
        kind=last.kind,
        title=last.title,
        category=last.category,
        withdrawn=last.withdrawn,
        valid_from=last.valid_from,
        repealed_on=last.repealed_on,
        successor=last.successor,
        owner=last.owner,
        review_by=last.review_by,
        changed_at=last.at,
    )


VIEWS: dict[str, type] = {
    "call_view": CallRow,
    "matter_view": MatterRow,
    "ticket_state": TicketRow,
    "article_view": ArticleHead,
}
