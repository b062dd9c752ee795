"""Calls: started, ended, closed, listed; the history of a number."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from operator_desk.domain import call_flow, facts
from operator_desk.domain.draft import Draft, EndDraft, SealDraft, Stamp, TicketDraft
from operator_desk.domain.errors import UserError
from operator_desk.domain.ids import derived_id
from operator_desk.domain.numbers import number_key
from operator_desk.domain.profile import PRACTICE_RULE, CallFacts, Profile
from operator_desk.domain.terms import CallClass, Direction, Entry, Outcome, Purpose, Secrecy
from operator_desk.domain.views import CallRow, MatterRow, TicketRow, newest
from operator_desk.services.call_steps import CallSteps, Taken
from operator_desk.services.people import Actor
from operator_desk.services.ports import CallQuery, Clock, Reader, Store, TicketQuery, Writer
from operator_desk.services.rebuilding import rebuilt, with_strips
from operator_desk.services.records import add_rows, add_seal, seal_id
from operator_desk.services.tickets import ticket_id
from operator_desk.services.told import called_back

_TEST = CallClass.TEST
# What the store has of a practice call is that it took place: class test, not counted, whatever the
# profile says, and one outcome for all. What came of it is for who practised alone.
PRACTICE_OUTCOME = Outcome.DIRECT_ANSWER


@dataclass(frozen=True, slots=True)
class Ended:
    """What the store has acknowledged: the end, with it the seals by matter, and steps.

    `steps`: those on tickets that the store did not have before.
    """

    end: EndDraft
    seals: tuple[tuple[UUID, SealDraft], ...] = ()
    steps: tuple[Taken, ...] = ()


@dataclass(frozen=True, slots=True)
class History:
    """What is known of a number: calls and tickets, newest first. Never a person."""

    calls: tuple[CallRow, ...]
    matters: tuple[MatterRow, ...]
    tickets: tuple[TicketRow, ...]


@dataclass(frozen=True, slots=True)
class Waiting:
    """A call that is still to register, and the first words of what it is about."""

    call: CallRow
    words: str


class Calls:
    """The calls of this desk."""

    def __init__(
        self,
        store: Store,
        profile: Profile,
        clock: Clock,
        new_id: Callable[[], UUID],
        steps: CallSteps,
    ) -> None:
        self._store, self._profile, self._steps = store, profile, steps
        self._clock, self._new_id = clock, new_id

    def stamp(self) -> Stamp:
        """Now, with a source of ids."""
        return Stamp(self._clock(), self._new_id)

    def begin(
        self,
        actor: Actor,
        *,
        number: str = "",
        direction: Direction = Direction.IN,
        entry: Entry = Entry.LIVE,
        purpose: Purpose = Purpose.NONE,
        started_at: datetime | None = None,
    ) -> Draft:
        """An empty form for a call that begins now; nothing is stored before `open`."""
        return call_flow.started(
            actor.staff_id,
            self.stamp(),
            number=number,
            direction=direction,
            entry=entry,
            purpose=purpose,
            started_at=started_at,
        )

    def open(self, draft: Draft) -> None:
        """Stores the row of the call."""
        with self._store.write() as tx:
            add_rows(tx, draft, self._profile)

    def end(self, draft: Draft, outcome: Outcome | None = None) -> Ended:
        """Stores a call that was hung up: rest of the record, seals, outcome, class and rule.

        A second end of the same call is a correction of the first. Doing the same twice adds
        nothing. UserError: the call is still running.
        """
        with self._store.write() as tx:
            return self.end_in(tx, draft, outcome, self._clock())

    def end_in(self, tx: Writer, draft: Draft, outcome: Outcome | None, at: datetime) -> Ended:
        """`end` inside a transaction that is open already; `at` is when it is recorded."""
        if draft.ended_at is None:
            raise UserError("The call is still running.")
        draft = with_tickets(tx, draft)
        add_rows(tx, draft, self._profile)
        steps = self._steps.store_in(tx, draft)
        seals = []
        for matter in draft.matters:
            made = add_seal(tx, draft, matter, at) if matter.noted and not draft.practice else None
            if made is not None:
                seals.append((matter.id, made))
        end = self._add_end(tx, draft, outcome or call_flow.proposed_outcome(draft), at)
        return Ended(end, tuple(seals), steps)

    def _add_end(self, tx: Writer, draft: Draft, outcome: Outcome, at: datetime) -> EndDraft:
        before = tx.find(facts.CallEnd, call_id=draft.call_id)
        last = newest(before)
        ended_at = draft.ended_at or at
        if draft.practice:
            outcome = PRACTICE_OUTCOME
        rule = self._profile.classify(_facts(draft, outcome), draft.started_at)
        if draft.practice and (rule is None or rule.counted or rule.call_class is not _TEST):
            rule = PRACTICE_RULE  # the profile has another rule for tests, or none
        if rule is None:
            raise UserError(
                "No classing rule of the profile is in force on {day}.",
                day=self._profile.local_day(draft.started_at),
            )
        guided_to = None if draft.practice else draft.guided_to or None
        same = (outcome, guided_to)
        if last and (last.outcome, last.guided_to) == same and last.call_class is rule.call_class:
            return EndDraft(id=last.id, at=last.at, outcome=outcome)
        row = facts.CallEnd(
            id=derived_id("end", draft.call_id, len(before)),
            at=at,
            actor=draft.operator,
            call_id=draft.call_id,
            corrects=last.id if last else None,
            ended_at=ended_at,
            outcome=outcome,
            call_class=rule.call_class,
            counted=rule.counted,
            rule=rule.id,
            talk_s=call_flow.talk_s(draft),
            guided_to=guided_to,
        )
        tx.add(row)
        return EndDraft(id=row.id, at=row.at, outcome=outcome)

    def close(self, draft: Draft, closed_at: datetime | None = None) -> None:
        """Stores that the after-call work is over; doing it twice adds nothing."""
        with self._store.write() as tx:
            self.close_in(tx, draft, closed_at or self._clock())

    def finish(self, draft: Draft, closed_at: datetime) -> Outcome:
        """Stores the end and the close of a call in one go; the outcome that holds then.

        Doing it twice adds nothing.
        """
        with self._store.write() as tx:
            done = self.end_in(tx, draft, draft.chosen, self._clock())
            self.close_in(tx, draft, closed_at)
        return done.end.outcome

    def close_in(self, tx: Writer, draft: Draft, at: datetime) -> None:
        """`close` inside a transaction that is open already."""
        if draft.ended_at is None:
            raise UserError("The call is still running.")
        entered = draft.entry is Entry.AFTER_CALL and draft.matters
        began = draft.matters[0].at if entered else draft.ended_at
        row = facts.CallClose(
            id=derived_id("close", draft.call_id),
            at=at,
            actor=draft.operator,
            call_id=draft.call_id,
            after_call_s=max(0, round((at - began).total_seconds())),
        )
        if not tx.known(facts.CallClose, [row.id]):
            tx.add(row, *called_back(tx, draft))

    def rows(self, query: CallQuery) -> list[tuple[CallRow, tuple[MatterRow, ...]]]:
        """Calls with their matters, the newest first."""
        with self._store.read() as tx:
            calls = tx.calls(query)
            matters: dict[UUID, list[MatterRow]] = {}
            for row in tx.matters(call.id for call in calls):
                matters.setdefault(row.call_id, []).append(row)
        return [(call, tuple(matters.get(call.id, ()))) for call in calls]

    def to_register(self, actor: Actor) -> list[CallRow]:
        """The actor's calls that are still to be registered."""
        query = CallQuery(operator=actor.staff_id, outcome=Outcome.TO_REGISTER)
        with self._store.read() as tx:
            return tx.calls(query)

    def waiting(self, actor: Actor) -> list[Waiting]:
        """The same with the words that tell them apart: a summary, else the first statement."""
        query = CallQuery(operator=actor.staff_id, outcome=Outcome.TO_REGISTER)
        with self._store.read() as tx:
            calls = tx.calls(query)
            words: dict[UUID, str] = {}
            for matter in tx.matters(call.id for call in calls):
                if matter.ticket is None and matter.call_id not in words:
                    words[matter.call_id] = matter.summary or _first_words(tx, matter.id)
        return [Waiting(call, words.get(call.id, "")) for call in calls]

    def is_closed(self, draft: Draft) -> bool:
        """Whether the store has all of a call that was closed for the first time."""
        with self._store.read() as tx:
            closed = tx.get(facts.CallClose, derived_id("close", draft.call_id))
        return closed is not None and draft.resumed_at is None

    def reopened(self, call_id: UUID, strips: Mapping[str, Any]) -> Draft:
        """A closed call as it stands in the store, to go on with its after-call work.

        `strips` holds what was typed for tickets that were not registered (`rebuilding.strips_of`).
        UserError: there is no such call, or it never ended.
        """
        with self._store.read() as tx:
            draft = rebuilt(tx, call_id, self.stamp())
        return with_strips(replace(draft, resumed_at=self._clock()), strips)

    def history(self, number: str, limit: int = 20) -> History:
        """Earlier calls and tickets of the same number; empty for a withheld one.

        Matters that were registered anonymously are left out, as their tickets are.
        """
        wanted = number_key(number)
        if not wanted:
            return History((), (), ())
        with self._store.read() as tx:
            calls = tx.calls(CallQuery(number_key=wanted, limit=limit))
            matters = _findable(tx, tx.matters(call.id for call in calls))
            tickets = tx.tickets(TicketQuery(number_key=wanted, limit=limit))
        return History(tuple(calls), tuple(matters), tuple(tickets))

    def reconciled(self, draft: Draft) -> Draft:
        """A recovered draft with what the store had acknowledged before the crash."""
        with self._store.read() as tx:
            draft = with_tickets(tx, draft)
            for matter in draft.matters:
                seals = tuple(
                    SealDraft(id=row.id, number=row.number, part=row.part, at=row.at)
                    for row in tx.find(facts.Seal, matter_id=matter.id)
                    if row.id == seal_id(matter.id, row.part)
                )
                draft = draft.with_matter(replace(matter, seals=seals))
            ends = tx.find(facts.CallEnd, call_id=draft.call_id)
        last = newest(ends)
        ends.sort(key=lambda row: row is last)  # the one that holds, whatever the clock said
        stored = tuple(EndDraft(id=row.id, at=row.at, outcome=row.outcome) for row in ends)
        return replace(draft, ends=stored)


def with_tickets(tx: Reader, draft: Draft) -> Draft:
    """The draft with the tickets that the store has and the window has not heard of yet."""
    for matter in draft.matters:
        ticket = None if matter.ticket else tx.get(facts.Ticket, ticket_id(matter.id))
        if ticket is not None:
            known = TicketDraft(id=ticket.id, number=ticket.number, at=ticket.at)
            draft = draft.with_matter(replace(matter, ticket=known))
    return draft


def _first_words(tx: Reader, matter_id: UUID) -> str:
    rows = tx.find(facts.Statement, matter_id=matter_id)
    corrected = {row.corrects for row in rows}
    standing = sorted((row.n, row.words) for row in rows if row.id not in corrected and row.words)
    return str(standing[0][1]) if standing else ""


def _findable(tx: Reader, matters: list[MatterRow]) -> list[MatterRow]:
    registered = [ticket_id(matter.id) for matter in matters if matter.ticket]
    hidden = {
        ticket.matter_id
        for ticket in tx.many(facts.Ticket, registered)
        if ticket.secrecy is Secrecy.ANONYMOUS
    }
    return [matter for matter in matters if matter.id not in hidden]


def _facts(draft: Draft, outcome: Outcome) -> CallFacts:
    return CallFacts(
        direction=draft.direction,
        outcome=outcome,
        talk_s=call_flow.talk_s(draft),
        entry=draft.entry,
        purpose=call_flow.purpose(draft),
        has_record=call_flow.has_record(draft),
    )
