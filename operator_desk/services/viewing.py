"""Who looked at, copied, printed or exported what belongs to a caller."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID

from operator_desk.domain.errors import UserError
from operator_desk.domain.facts import Call, Ticket, ViewLog
from operator_desk.domain.profile import Profile
from operator_desk.domain.terms import Role, Secrecy
from operator_desk.domain.ticket_row import TicketRow
from operator_desk.services.people import Actor
from operator_desk.services.ports import Clock, Reader, Store, Writer

AUDITORS = (Role.AUDITOR, Role.LEAD)
_ONCE_IN = timedelta(minutes=10)  # a plain view of the same thing by the same person


class Looked(StrEnum):
    """What was done with personal data."""

    VIEW = "view"
    COPY = "copy"
    PRINT = "print"
    EXPORT = "export"
    REVEAL = "reveal"


class Purpose(StrEnum):
    """In what the data stood."""

    TICKET = "ticket"
    CALL = "call"
    SLIP = "slip"
    CERTIFICATE = "certificate"
    FULL_CERTIFICATE = "full_certificate"
    LIST = "list"
    ATTACHMENT = "attachment"
    NUMBER = "number"
    NAME = "name"
    ADDRESS = "address"


@dataclass(frozen=True, slots=True)
class Seen:
    """Somebody saw something of these tickets or calls (None: of many, a list)."""

    actor: UUID
    what: Looked
    subjects: tuple[UUID | None, ...]
    purpose: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ViewQuery:
    """Which views: days are local and inclusive; the newest first."""

    first_day: date | None = None
    last_day: date | None = None
    actor: UUID | None = None
    subject: UUID | None = None
    what: Looked | None = None
    limit: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ViewRow:
    """One view as the auditor sees it; `ticket` is a number, None for a call or a list."""

    id: UUID
    at: datetime
    actor: UUID
    what: str
    subject: UUID | None
    ticket: str | None
    purpose: str | None


class Viewing:
    """The log of views. A row is stored before anybody gets to see what it is about."""

    def __init__(
        self, store: Store, profile: Profile, clock: Clock, new_id: Callable[[], UUID]
    ) -> None:
        self._store, self._profile, self._clock, self._new_id = store, profile, clock, new_id

    def saw(
        self, actor: UUID, what: Looked, subject: UUID | None = None, purpose: str | None = None
    ) -> ViewLog | None:
        """Stores that somebody saw something; None for a plain view that is known already.

        Plain views of one thing by one person are one row in ten minutes; all else a row each
        time. UserError: it cannot be stored, so it must not be shown.
        """
        with self._store.read() as tx:
            if self._known(tx, actor, what, subject):
                return None
        with self._store.write() as tx:
            return self.saw_in(tx, actor, what, subject, purpose)

    def saw_all(
        self, actor: UUID, what: Looked, subjects: Sequence[UUID | None], purpose: str | None = None
    ) -> None:
        """`saw` for each of these, all in one transaction."""
        if len(subjects) == 1:
            self.saw(actor, what, subjects[0], purpose)
            return
        with self._store.write() as tx:
            for one in subjects:
                self.saw_in(tx, actor, what, one, purpose)

    def saw_in(
        self,
        tx: Writer,
        actor: UUID,
        what: Looked,
        subject: UUID | None = None,
        purpose: str | None = None,
    ) -> ViewLog | None:
        """`saw` inside a transaction that is open already."""
        if self._known(tx, actor, what, subject):
            return None
        row = ViewLog(
            id=self._new_id(),
            at=self._clock(),
            actor=actor,
            what=what.value,
            subject=subject,
            purpose=purpose,
        )
        tx.add(row)
        return row

    def _known(self, tx: Reader, actor: UUID, what: Looked, subject: UUID | None) -> bool:
        if what is not Looked.VIEW or subject is None:
            return False
        since = self._clock() - _ONCE_IN
        rows = tx.find(ViewLog, subject=subject, actor=actor, what=what.value)
        return any(row.at > since for row in rows)

    def viewers(self, ticket_id: UUID) -> list[ViewRow]:
        """Everybody who saw, copied, printed or exported a ticket, the newest first.

        For a ticket whose secrecy was raised: these knew before. Views of the ticket's call count.
        """
        with self._store.read() as tx:
            ticket = tx.get(Ticket, ticket_id)
            about = [ticket_id, *([ticket.call_id] if ticket else [])]
            rows = tx.among(ViewLog, "subject", about)
            return _rows(tx, sorted(rows, key=lambda row: (row.at, row.id), reverse=True))

    def rows(self, actor: Actor, query: ViewQuery) -> list[ViewRow]:
        """Views, the newest first. UserError: not for this role."""
        if not actor.may(*AUDITORS):
            raise UserError(
                "{login} may not do this; it needs the role {roles}.",
                login=actor.login,
                roles=", ".join((*AUDITORS, Role.ADMIN)),
            )
        equal: dict[str, object] = {}
        for name in ("actor", "subject", "what"):
            if (value := getattr(query, name)) is not None:
                equal[name] = value.value if isinstance(value, Looked) else value
        with self._store.read() as tx:
            found = [row for row in tx.find(ViewLog, **equal) if self._within(row, query)]
            found.sort(key=lambda row: (row.at, row.id), reverse=True)
            return _rows(tx, found[: query.limit])

    def _within(self, row: ViewLog, query: ViewQuery) -> bool:
        day = self._profile.local_day(row.at)
        return (query.first_day is None or day >= query.first_day) and (
            query.last_day is None or day <= query.last_day
        )

    def of_list(self, actor: UUID, rows: Iterable[TicketRow]) -> Seen:
        """What is noted when a list leaves the desk: the list, and each ticket that is not open."""
        kept = [row.id for row in rows if row.secrecy is not Secrecy.OPEN]
        return Seen(actor, Looked.EXPORT, (None, *kept), Purpose.LIST.value)

    def subject(self, number: str) -> UUID:
        """The id of a ticket by its number. UserError: there is none."""
        with self._store.read() as tx:
            row = tx.ticket_by_number(number.strip())
        if row is None:
            raise UserError("There is no ticket {number}.", number=number)
        return row.id


def _rows(tx: Reader, found: Iterable[ViewLog]) -> list[ViewRow]:
    kept = list(found)
    about = {row.subject for row in kept if row.subject is not None}
    numbers = {row.id: row.number for row in tx.many(Ticket, about)}
    calls = tx.known(Call, about - numbers.keys())
    for ticket in tx.among(Ticket, "call_id", calls) if calls else ():
        numbers.setdefault(ticket.call_id, ticket.number)
    return [
        ViewRow(
            id=row.id,
            at=row.at,
            actor=row.actor,
            what=row.what,
            subject=row.subject,
            ticket=numbers.get(row.subject) if row.subject else None,
            purpose=row.purpose,
        )
        for row in kept
    ]
