"""A step that somebody wants to take, and all that decides whether it may be taken."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from operator_desk.domain.facts import Ticket
from operator_desk.domain.life_cycle import CENTRE
from operator_desk.domain.stand import Stand
from operator_desk.domain.terms import Role
from operator_desk.domain.ticket_facts import TicketEvent


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """What the rules of the ticket's profile allow, as far as guards ask for it.

    `return_by`: first instant after the return window; `holder_due`: the unit's limit;
    `extension_until`: the latest instant an extension may be granted to, `extensions`: how many
    may be. `tries`: how many that reached nobody must lie `tries_apart`, and `silent_until`:
    when enough time has passed, before a caller is deemed satisfied; None of both: never.
    `reasons`: codes by list.
    """

    return_by: datetime | None = None
    holder_due: datetime | None = None
    extension_until: datetime | None = None
    extensions: int | None = None
    returns_before_lead: int | None = None
    reworks: int = 1
    tries: int | None = None
    tries_apart: timedelta = timedelta()
    silent_until: datetime | None = None
    designated_may_not_return: bool = False
    levels: tuple[str, ...] = ()
    reasons: dict[str, tuple[str, ...]] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A step that somebody wants to take, and all that decides whether it may be taken."""

    ticket: Ticket
    stand: Stand
    event: TicketEvent
    roles: frozenset[Role]
    unit: str | None  # the actor's own
    bounds: Bounds
    units: Collection[str]
    categories: Collection[str]
    zone: ZoneInfo

    def local(self, at: datetime) -> str:
        """An instant as people of the hotline read it."""
        return f"{at.astimezone(self.zone):%Y-%m-%d %H:%M}"

    @property
    def of_centre(self) -> bool:
        """Whether the actor acts for the centre."""
        return bool(self.roles & CENTRE)
