"""Tickets: registered from a matter, found, shown."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from operator_desk.domain import facts
from operator_desk.domain.draft import Draft, MatterDraft, SealDraft, TicketDraft
from operator_desk.domain.errors import UserError
from operator_desk.domain.ids import derived_id
from operator_desk.domain.life_cycle import OPEN, Action
from operator_desk.domain.numbers import ticket_number
from operator_desk.domain.profile import Profile
from operator_desk.domain.terms import Entry, MatterKind, Purpose, Secrecy
from operator_desk.domain.views import TicketRow, newest
from operator_desk.services.deadlines import Deadlines
from operator_desk.services.ports import Clock, Store, TicketQuery, Writer
from operator_desk.services.records import add_rows, add_seal
from operator_desk.services.steps import Steps, steps_of


@dataclass(frozen=True, slots=True)
class Registered:
    """What the store has acknowledged: the ticket and the seal made with it (None: nothing new).

    `linked`: the number of the ticket that it is handled jointly with.
    """

    ticket: TicketDraft
    seal: SealDraft | None
    linked: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketWhole:
    """A ticket with everything that belongs to it."""

    row: TicketRow
    ticket: facts.Ticket
    call: facts.Call
    form: facts.MatterForm | None
    forms: tuple[facts.MatterForm, ...]
    statements: tuple[facts.Statement, ...]
    readbacks: tuple[facts.Readback, ...]
    answers: tuple[facts.ReadbackAnswer, ...]
    seals: tuple[facts.Seal, ...]
    events: tuple[facts.TicketEvent, ...]
    attachments: tuple[facts.Attachment, ...] = ()
    steps: Steps


def ticket_id(matter_id: UUID) -> UUID:
    """The ticket of a matter has one id, so it cannot be registered twice."""
    return derived_id("ticket", matter_id)


def missing_fields(profile: Profile, draft: Draft, matter: MatterDraft) -> tuple[str, ...]:
    """Names of the fields that the kind's rule requires and the form lacks."""
    if matter.kind is None:
        return ("kind",)
    secrecy = effective_secrecy(profile, matter)
    strip = matter.strip
    given = {
        "category": matter.category or matter.category_text,
        "place": strip.place or strip.place_code,
        "title": strip.title,
        "summary": matter.summary,
        "unit": strip.unit,
        "caller_name": draft.name,
        "caller_address": strip.caller_address,
        "callback": strip.callback or draft.number,
    }
    hidden = (
        {"caller_name", "caller_address", "callback"} if secrecy is Secrecy.ANONYMOUS else set()
    )
    required = profile.kind(matter.kind).required
    return tuple(name for name in required if name not in hidden and not given[name])


def effective_secrecy(profile: Profile, matter: MatterDraft) -> Secrecy:
    """The secrecy chosen, or the default of the kind."""
    if matter.strip.secrecy is not None:
        return matter.strip.secrecy
    return profile.kind(matter.kind).secrecy if matter.kind else Secrecy.OPEN


class Tickets:
    """Registers and finds tickets."""

    def __init__(self, store: Store, profile: Profile, clock: Clock, deadlines: Deadlines) -> None:
        self._store, self._profile, self._clock = store, profile, clock
        self._deadlines = deadlines

    def register(self, draft: Draft, matter_id: UUID, at: datetime | None = None) -> Registered:
        """Stores the ticket of a frozen matter with its record and seal, in one transaction.

        Doing it twice gives the same ticket. UserError: a required field is missing (for an
        imported call, or one more report of an event, the ticket lists it instead).
        """
        with self._store.write() as tx:
            return self.register_in(tx, draft, matter_id, at or self._clock())

    def check(self, draft: Draft, matter: MatterDraft) -> tuple[str, ...]:
        """The required fields that a ticket of the matter would lack and may.

        MissingFieldsError: it lacks one that it needs.
        """
        lacking = missing_fields(self._profile, draft, matter)
        may_lack = draft.entry is Entry.IMPORTED or matter.event_card is not None
        if "kind" in lacking or (lacking and not may_lack):
            raise MissingFieldsError(lacking)
        return lacking

    def register_in(self, tx: Writer, draft: Draft, matter_id: UUID, at: datetime) -> Registered:
        """`register` inside a transaction that is open already."""
        if draft.practice:
            raise UserError("In a practice call no ticket is registered.")
        matter = next(one for one in draft.matters if one.id == matter_id)
        known = tx.get(facts.Ticket, ticket_id(matter_id))
        if known is not None:
            return Registered(TicketDraft(id=known.id, number=known.number, at=known.at), None)
        if matter.supplements is not None:
            raise UserError(
                "This record supplements ticket {number}; a new matter begins with Shift+F2.",
                number=matter.supplements.number,
            )
        lacking = self.check(draft, matter)
        add_rows(tx, draft, self._profile)
        ticket = self._ticket(tx, draft, matter, lacking, at)
        tx.add(ticket)
        self._deadlines.register(tx, ticket)
        if matter.event_card is not None:
            self._join_event(tx, ticket, matter.event_card)
        linked = self._link(tx, ticket, matter.joins) if matter.joins else None
        done = TicketDraft(id=ticket.id, number=ticket.number, at=ticket.at)
        seal = add_seal(tx, draft, replace(matter, ticket=done), ticket.at)
        return Registered(done, seal, linked)

    def _ticket(
        self,
        tx: Writer,
        draft: Draft,
        matter: MatterDraft,
        lacking: tuple[str, ...],
        at: datetime,
    ) -> facts.Ticket:
        kind = matter.kind or MatterKind.INQUIRY
        day, strip = self._profile.local_day(at), matter.strip
        secrecy = effective_secrecy(self._profile, matter)
        named = secrecy is not Secrecy.ANONYMOUS
        wants = strip.wants_reply
        return facts.Ticket(
            id=ticket_id(matter.id),
            at=at,
            actor=draft.operator,
            number=ticket_number(day, tx.desk, tx.next_running(day)),
            call_id=draft.call_id,
            matter_id=matter.id,
            registered_at=at,
            local_day=day,
            kind=kind,
            category=matter.category,
            category_text=matter.category_text,
            unit=strip.unit,
            urgency=strip.urgency,
            secrecy=secrecy,
            wants_reply=self._profile.kind(kind).wants_reply if wants is None else wants,
            place_code=strip.place_code,
            missing=lacking,
            title=strip.title or None,
            place=strip.place or None,
            reference=draft.reference if draft.purpose is Purpose.NO_CALL else None,
            caller_name=(draft.name or None) if named else None,
            caller_address=(strip.caller_address or None) if named else None,
            callback=(strip.callback or draft.number or None) if named else None,
        )

    def _join_event(self, tx: Writer, ticket: facts.Ticket, card_id: UUID) -> None:
        """Makes a new ticket one more report of an event."""
        self._add_step(tx, ticket, Action.JOIN_EVENT, card_id, "joined event")

    def _link(self, tx: Writer, ticket: facts.Ticket, other_id: UUID) -> str | None:
        """Has a new ticket handled jointly with one that is still open; that one's number.

        A ticket that is joined itself stands for the one it is joined to. None: meanwhile it is
        not open any more, and no answer of it would come.
        """
        other = tx.get(facts.Ticket, other_id)
        main = steps_of(tx, other).stand.joined_to if other else None
        if main is not None:
            other = tx.get(facts.Ticket, main)
        if other is None or steps_of(tx, other).stand.state not in OPEN or other.id == ticket.id:
            return None
        self._add_step(tx, ticket, Action.LINK, other.id, "linked")
        return other.number

    def _add_step(
        self, tx: Writer, ticket: facts.Ticket, action: Action, ref: UUID, cause: str
    ) -> None:
        steps = steps_of(tx, ticket)
        event = facts.TicketEvent(
            id=derived_id(cause, ticket.id),
            at=ticket.at,
            actor=ticket.actor,
            ticket_id=ticket.id,
            based_on=steps.stand.last,
            action=action.value,
            ref=ref,
            call_id=ticket.call_id,
            matter_id=ticket.matter_id,
        )
        tx.add(event, self._deadlines.ruling(tx, steps, event, steps.stand.state))

    def rows(self, query: TicketQuery) -> list[TicketRow]:
        """Tickets, the newest first."""
        with self._store.read() as tx:
            return tx.tickets(query)

    def show(self, number: str) -> TicketWhole:
        """One ticket with record, answers, seals and events. UserError: unknown number."""
        with self._store.read() as tx:
            row = tx.ticket_by_number(number.strip())
            ticket = tx.get(facts.Ticket, row.id) if row else None
            call = tx.get(facts.Call, row.call_id) if row else None
            if row is None or ticket is None or call is None:
                raise UserError("There is no ticket {number}.", number=number)
            matter, steps = row.matter_id, steps_of(tx, ticket)
            forms = tx.find(facts.MatterForm, matter_id=matter)
            return TicketWhole(
                row=row,
                ticket=ticket,
                call=call,
                form=newest(forms),
                forms=tuple(forms),
                statements=tuple(tx.find(facts.Statement, matter_id=matter)),
                readbacks=tuple(tx.find(facts.Readback, matter_id=matter)),
                answers=tuple(tx.find(facts.ReadbackAnswer, matter_id=matter)),
                seals=tuple(tx.find(facts.Seal, matter_id=matter)),
                events=tuple(one.event for one in steps.ruled),
                attachments=tuple(tx.find(facts.Attachment, ticket_id=row.id)),
                steps=steps,
            )


class MissingFieldsError(UserError):
    """A ticket cannot be registered yet; `fields` are the names that are missing."""

    def __init__(self, fields: tuple[str, ...]) -> None:
        super().__init__("Still missing: {fields}.", fields=", ".join(fields))
        self.fields = fields
