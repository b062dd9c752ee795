"""Requests of another system become tickets, with the steps that they have behind them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from itertools import count
from time import perf_counter
from uuid import UUID

from operator_desk.domain import call_flow, facts
from operator_desk.domain.draft import Draft, Stamp
from operator_desk.domain.errors import UserError
from operator_desk.domain.facts import ListImport, StaffVersion, TicketEvent, UnitVersion
from operator_desk.domain.ids import derived_id
from operator_desk.domain.life_cycle import Action
from operator_desk.domain.profile import CallFacts, Profile
from operator_desk.domain.requests import Planned, Request, Stage, steps
from operator_desk.domain.terms import Direction, Entry, Outcome, Purpose, Role
from operator_desk.services.calls import Calls
from operator_desk.services.handling import Given, Handling
from operator_desk.services.lists import current_units
from operator_desk.services.people import IMPORTED_LOGIN, Actor
from operator_desk.services.ports import Clock, Store, Writer
from operator_desk.services.tickets import Tickets, ticket_id

LIST = "requests"
AT_A_WINDOW, AT_A_COMMAND = 0.025, 0.4  # seconds that a transaction should take
_LEAST, _FIRST, _MOST = 1, 1, 500
# Who did it there is not known here: one machine actor for the centre and one for the units,
# because who answered a ticket may not close it. No account can be given such a login.
_CENTRE, _UNITS = f"{IMPORTED_LOGIN}:centre", f"{IMPORTED_LOGIN}:units"
_CENTRE_ID, _UNITS_ID = derived_id("staff", _CENTRE), derived_id("staff", _UNITS)


class Became(StrEnum):
    """What became of a request; ADVANCED: a ticket of an earlier import has gone further."""

    ADDED = "added"
    ADVANCED = "advanced"
    UNCHANGED = "unchanged"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What was done with one request; `place` is its place in what was given, from 0."""

    place: int
    request: Request
    became: Became
    refused: UserError | None = None


class _RefusedError(Exception):
    """One of the requests of a transaction cannot be stored; the others can."""

    def __init__(self, place: int, reason: UserError) -> None:
        super().__init__(str(reason))
        self.place, self.reason = place, reason


class _NotKeptError(Exception):
    """Ends a transaction of a dry run, so that nothing of it stays."""


class Requests:
    """Takes requests in. Each is stored whole or not at all; the same twice adds nothing."""

    def __init__(
        self,
        store: Store,
        profile: Profile,
        calls: Calls,
        tickets: Tickets,
        handling: Handling,
        clock: Clock,
        new_id: Callable[[], UUID],
    ) -> None:
        self._store, self._profile, self._clock = store, profile, clock
        self._calls, self._tickets, self._handling = calls, tickets, handling
        self._new_id = new_id

    def take_in(
        self,
        actor: Actor,
        requests: Sequence[Request],
        *,
        unit_kind: str | None = None,
        aimed_s: float = AT_A_WINDOW,
        dry_run: bool = False,
    ) -> Iterator[TakenIn]:
        """Stores requests transaction by transaction and says what became of each, in order.

        `unit_kind`: units that are missing are made, of this kind; None: their requests are
        refused. `aimed_s`: how long a transaction should take. Broken off, the next run adds
        the rest. UserError: the profile would count them as calls, or the store cannot be
        written.
        """
        self._must_not_count(requests)
        at, size = 0, _FIRST
        while at < len(requests):
            part = list(enumerate(requests[at : at + size], at))
            begun = perf_counter()
            yield from self._chunk(actor, part, unit_kind, dry_run)
            took = perf_counter() - begun
            at += len(part)
            fits = int(len(part) * aimed_s / max(took, 1e-6))
            size = max(_LEAST, min(_MOST, fits, 2 * size))

    def report(
        self, actor: Actor, file: str, sha256: str, took: Iterable[TakenIn], refused: int = 0
    ) -> None:
        """Notes that a file was taken in, by whom and what came of it; nothing if nothing did.

        `refused`: rows that could not even be read.
        """
        numbers = dict.fromkeys(Became, 0)
        for one in took:
            numbers[one.became] += 1
        if not numbers[Became.ADDED] + numbers[Became.ADVANCED]:
            return
        row = ListImport(
            id=self._new_id(),
            at=self._clock(),
            actor=actor.staff_id,
            list_name=LIST,
            file_name=file,
            sha256=sha256,
            added=numbers[Became.ADDED],
            changed=numbers[Became.ADVANCED],
            unchanged=numbers[Became.UNCHANGED],
            refused=numbers[Became.REFUSED] + refused,
        )
        with self._store.write() as tx:
            tx.add(row)

    def _must_not_count(self, requests: Iterable[Request]) -> None:
        """UserError: no rule of the profile says that a request is no call."""
        facts_ = CallFacts(
            Direction.IN, Outcome.TICKET, 0, entry=Entry.IMPORTED, purpose=Purpose.NO_CALL
        )
        for day in {self._profile.local_day(one.created): one.created for one in requests}.values():
            rule = self._profile.classify(facts_, day)
            if rule is None or rule.counted:
                raise UserError(
                    "The profile would count requests of another system as calls: it needs a "
                    "classing rule for the purpose {purpose} that does not count, in force on "
                    "{day}.",
                    purpose=Purpose.NO_CALL.value,
                    day=self._profile.local_day(day),
                )

    # -- transactions --------------------------------------------------------------------

    def _chunk(
        self,
        actor: Actor,
        part: list[tuple[int, Request]],
        unit_kind: str | None,
        dry_run: bool,
    ) -> list[TakenIn]:
        """Stores the requests in one transaction; one that is refused leaves nothing of itself."""
        refused: list[TakenIn] = []
        while True:
            try:
                done = self._stored(actor, part, unit_kind, dry_run)
            except _RefusedError as error:
                bad = dict(part)[error.place]
                refused.append(TakenIn(error.place, bad, Became.REFUSED, error.reason))
                part = [one for one in part if one[0] != error.place]
            else:
                return sorted([*done, *refused], key=lambda one: one.place)

    def _stored(
        self,
        actor: Actor,
        part: Sequence[tuple[int, Request]],
        unit_kind: str | None,
        dry_run: bool,
    ) -> list[TakenIn]:
        done: list[TakenIn] = []
        with suppress(_NotKeptError), self._store.write() as tx:
            self._prepare(tx, actor, [one for _place, one in part], unit_kind)
            for place, request in part:
                try:
                    done.append(TakenIn(place, request, self._one(tx, request)))
                except UserError as error:
                    raise _RefusedError(place, error) from error
            if dry_run:
                raise _NotKeptError
        return done

    def _prepare(
        self, tx: Writer, actor: Actor, requests: Iterable[Request], unit_kind: str | None
    ) -> None:
        """Adds the machine actors, and the units that are missing where they may be made."""
        rows: list[facts.Fact] = []
        for staff_id, login, name in (
            (_CENTRE_ID, _CENTRE, "Imported: centre"),
            (_UNITS_ID, _UNITS, "Imported: units"),
        ):
            row = StaffVersion(
                id=derived_id("staff-version", login),
                at=self._clock(),
                actor=actor.staff_id,
                staff_id=staff_id,
                login=login,
                name=name,
                roles=(),
                disabled=True,
            )
            if not tx.known(StaffVersion, [row.id]):
                rows.append(row)
        if unit_kind is not None:
            rows += self._units(tx, actor, requests, unit_kind)
        if rows:
            tx.add(*rows)

    def _units(
        self, tx: Writer, actor: Actor, requests: Iterable[Request], kind: str
    ) -> list[UnitVersion]:
        known = current_units(tx)
        named = {one.unit: one.unit_name for one in requests if one.unit}
        return [
            UnitVersion(
                id=self._new_id(),
                at=self._clock(),
                actor=actor.staff_id,
                code=code,
                name=name or code,
                short_name=code,
                kind=kind,
            )
            for code, name in named.items()
            if code not in known
        ]

    # -- one request ---------------------------------------------------------------------

    def _one(self, tx: Writer, request: Request) -> Became:
        call_id = derived_id("request", request.source, request.reference)
        matter_id = derived_id("request-matter", call_id)
        ticket = tx.get(facts.Ticket, ticket_id(matter_id))
        planned = [(derived_id("request-step", matter_id, one.action), one)
                   for one in steps(request)]  # fmt: skip
        new = ticket is None
        if ticket is None:
            ticket = self._registered(tx, request, call_id, matter_id)
            known: set[UUID] = set()
        else:
            known = tx.known(TicketEvent, [key for key, _one in planned])
        missing = [(key, one) for key, one in planned if key not in known]
        for key, one in missing:
            self._step(tx, ticket, request, key, one)
        if new:
            return Became.ADDED
        return Became.ADVANCED if missing else Became.UNCHANGED

    def _registered(
        self, tx: Writer, request: Request, call_id: UUID, matter_id: UUID
    ) -> facts.Ticket:
        """Stores what stands for the call that there was not, and the ticket."""
        draft, at = _draft(request, call_id, matter_id), request.created
        done = self._tickets.register_in(tx, draft, matter_id, at)
        draft = draft.with_matter(replace(draft.matter, ticket=done.ticket))
        self._calls.end_in(tx, draft, Outcome.TICKET, at)
        self._calls.close_in(tx, draft, at)
        ticket = tx.get(facts.Ticket, done.ticket.id)
        assert ticket is not None  # it was added above
        return ticket

    def _step(
        self, tx: Writer, ticket: facts.Ticket, request: Request, key: UUID, one: Planned
    ) -> None:
        actor = _actor(request, one)
        unit = request.unit if one.action is Action.DISPATCH else None
        given = Given(unit=unit, note=one.note or None)
        self._handling.act_in(
            tx, actor, ticket, one.action, given,
            happened_at=one.at, event_id=key, trusted=True,
        )  # fmt: skip


def _actor(request: Request, one: Planned) -> Actor:
    if one.of_unit:
        return Actor(_UNITS_ID, _UNITS, _UNITS, (Role.UNIT.value,), request.unit)
    return Actor(_CENTRE_ID, _CENTRE, _CENTRE, (Role.LEAD.value,))


def _draft(request: Request, call_id: UUID, matter_id: UUID) -> Draft:
    """What stands for the call: without a caller, without a length, from its row alone."""
    numbers = count()

    def new_id() -> UUID:
        return derived_id("request-row", call_id, next(numbers))

    at: datetime = request.created
    draft = call_flow.started(
        _CENTRE_ID, Stamp(at, new_id), entry=Entry.IMPORTED, purpose=Purpose.NO_CALL
    )
    matter = replace(draft.matter, id=matter_id)
    matter = replace(
        matter,
        kind=request.kind,
        category=request.category,
        category_text=request.category_text,
        strip=replace(
            matter.strip,
            title=request.title,
            place=request.place,
            urgency=request.urgency,
            unit=request.unit if request.stage is not Stage.REGISTERED else None,
        ),
    )
    draft = replace(draft, call_id=call_id, reference=request.reference, matters=(matter,))
    return call_flow.hung_up(draft, at, Stamp(at, new_id))
