"""What the program proposes for a matter, each with its reasons; people decide."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from operator_desk.domain.life_cycle import ANSWERED, OPEN
from operator_desk.domain.terms import MatterKind, Secrecy, TicketState


class Why(StrEnum):
    """Why something is proposed; the fields of its `Reason` are named behind it."""

    CATALOGUE = "catalogue"  # category, place, kind: those that the row names
    FALLBACK = "fallback"  # place, kind
    ARTICLE = "article"  # title: an article that was told names the unit
    SIMILAR = "similar"  # count: that many similar tickets had it
    NAMES = "names"  # words: of the category's name, or of one above it
    KEYWORDS = "keywords"  # words: of articles in the category
    NUMBER = "number"  # the same caller's number
    PLACE = "place"  # the same place
    CATEGORY = "category"  # category: the same, or the same above it
    TEXT = "text"  # share: how near the titles are, in percent


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason and what fills its sentence: pairs of field and value."""

    why: Why
    fields: tuple[tuple[str, str], ...] = ()

    @property
    def values(self) -> dict[str, str]:
        """The fields by name."""
        return dict(self.fields)


@dataclass(frozen=True, slots=True)
class UnitProposal:
    """A unit that could take a ticket; the strongest reason first. `row_id`: of the catalogue."""

    unit: str
    co_units: tuple[str, ...]
    score: float
    reasons: tuple[Reason, ...]
    row_id: UUID | None = None

    @property
    def fallback(self) -> bool:
        """Whether nothing speaks for the unit but that no row was found."""
        return all(one.why is Why.FALLBACK for one in self.reasons)


@dataclass(frozen=True, slots=True)
class CategoryProposal:
    """A category that a text could belong to."""

    code: str
    score: float
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketMark:
    """What is compared of a ticket, and what is shown beside a matter that may be the same."""

    id: UUID
    number: str
    state: TicketState
    since: datetime
    kind: MatterKind
    category: str | None
    category_text: str | None
    title: str | None
    place: str | None
    place_code: str | None
    unit: str | None
    co_units: tuple[str, ...]
    registered_at: datetime
    local_day: date
    secrecy: Secrecy
    number_key: str | None
    call_id: UUID
    joined_to: UUID | None
    caller_due_at: datetime | None
    closed_at: datetime | None

    @property
    def hidden(self) -> bool:
        """Whether nothing of the caller and of what was said may be compared or shown."""
        return self.secrecy is not Secrecy.OPEN

    @property
    def open(self) -> bool:
        """Whether the ticket is still being handled."""
        return self.state in OPEN or self.state in ANSWERED


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """A matter that proposals are asked for; `title` and `place` as far as they were typed."""

    category: str | None = None
    place_code: str | None = None
    kind: MatterKind | None = None
    title: str = ""
    place: str = ""
    number_key: str | None = None
    told: tuple[str, ...] = ()  # keys of articles
    call_id: UUID | None = None  # tickets of the same call are no duplicates of each other

    def at(self, place_code: str | None) -> Matter:
        """The matter in a place."""
        return replace(self, place_code=place_code)


@dataclass(frozen=True, slots=True)
class Near:
    """A ticket near a matter: how near their words are, 0 to 1; whether by the same number."""

    id: UUID
    text: float
    number: bool


@dataclass(frozen=True, slots=True)
class Duplicate:
    """A ticket that may be about the same matter; of a hidden one neither title nor place."""

    ticket: TicketMark
    score: float
    reasons: tuple[Reason, ...]
    joined: int = 0  # tickets that are joined to it already
    summary: str = ""

    @property
    def title(self) -> str:
        """The title, or "" when it may not be shown."""
        return "" if self.ticket.hidden else self.ticket.title or ""

    @property
    def place(self) -> str:
        """The place in words, or "" when it may not be shown."""
        return "" if self.ticket.hidden else self.ticket.place or ""
