"""The facts of a ticket's way: steps, what was decided of them, catalogue, event cards."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from operator_desk.domain.fact import Fact, Note
from operator_desk.domain.terms import MatterKind, Reply, TicketState


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketEvent(Fact):
    """One step of a ticket; `based_on` is the event its author had before the eyes.

    `action` is one of `life_cycle.Action`, `reason` a code of the profile's list for it.
    `happened_at`: when it really happened, for a step that was entered after the fact.
    `unit`, `co_units`: to whom a dispatch goes, or who a return proposes. `until`: the instant
    an extension asks for or is granted to, or a limit set with a dispatch. `level`,
    `designated`: how a dispatch was made, where the profile's rules know them. `basis`: key of
    the article an answer or a return rests on. `ref`: the event or ticket the step is about.
    `call_id`, `matter_id`: the call in which it was taken, and the record that supplements.
    `contacted` … `hotline_rating`: what the caller said when asked. `told`: what the caller was
    told. `value`: what was chosen (a grade of secrecy, a category). `rule_set`: the limits
    that the step fixed.
    """

    ticket_id: UUID
    based_on: UUID | None = None
    action: str
    reason: str | None = None
    unit: str | None = None
    note: Note = None
    happened_at: datetime | None = None
    co_units: tuple[str, ...] | None = None
    until: datetime | None = None
    level: str | None = None
    designated: bool | None = None
    basis: str | None = None
    ref: UUID | None = None
    call_id: UUID | None = None
    matter_id: UUID | None = None
    contacted: Reply | None = None
    solved: Reply | None = None
    unit_rating: Reply | None = None
    hotline_rating: Reply | None = None
    told: Note = None
    value: str | None = None
    rule_set: UUID | None = None

    @property
    def when(self) -> datetime:
        """The instant that limits count with."""
        return self.happened_at or self.at


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleSet(Fact):
    """Limits as they stood in the profile when a step fixed them; kept once for all tickets.

    `rules`: what `limits.FixedLimit.to_json` gives. The id is made of the content.
    """

    rules: tuple[Any, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRuling(Fact):
    """What the centre decided of an event: its place `n` among the ticket's, and its effect.

    Not effective events change nothing; `why` says what stood against them. The instants are
    the limits as they were after the event; None with `unknown` (why not computable) or without
    a limit. A ticket's last ruling holds. Registration is the event with n = 0.
    """

    ticket_id: UUID
    event_id: UUID
    n: int
    effective: bool
    why: str | None = None
    state: TicketState
    caller_due_at: datetime | None = None
    holder_due_at: datetime | None = None
    step_due_at: datetime | None = None
    unknown: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment(Fact):
    """A file that belongs to a step of a ticket; its bytes lie under their SHA-256."""

    ticket_id: UUID
    event_id: UUID | None = None
    sha256: str
    size: int
    media: str
    name: Note = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueVersion(Fact):
    """A row of the dispatch catalogue as of `at`; the newest of a `row_id` holds.

    A category covers all below it; no place or kind means any. `valid_to` is the first day
    on which the row no longer holds.
    """

    row_id: UUID
    category: str
    place: str | None = None
    kind: MatterKind | None = None
    lead_unit: str
    co_units: tuple[str, ...] = ()
    valid_from: date | None = None
    valid_to: date | None = None
    withdrawn: bool = False
    why: str | None = None
    ticket_id: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarYear(Fact):
    """The days off and moved working days of one year, from a file.

    `days`: objects {date, name, off}; days not named are ordinary. The newest of a year holds.
    """

    year: int
    days: tuple[Any, ...]
    sha256: str
    corrects: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventCardVersion(Fact):
    """A version of an event card; the newest of a `card_id` holds.

    `step` is published, changed, solved or withdrawn. `words` is what callers are told,
    `answer` what all who reported it are told when it is solved.
    """

    card_id: UUID
    corrects: UUID | None = None
    step: str
    title: str
    words: str
    place_code: str | None = None
    place: str | None = None
    category: str | None = None
    keywords: tuple[str, ...] = ()
    unit: str | None = None
    begins_at: datetime
    ends_at: datetime | None = None
    answer: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventTold(Fact):
    """A caller was told an event card; `corrects` with `taken_back` takes it back."""

    card_id: UUID
    version_id: UUID
    call_id: UUID
    matter_id: UUID
    corrects: UUID | None = None
    taken_back: bool = False
