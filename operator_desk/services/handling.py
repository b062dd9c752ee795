"""The steps of a ticket's way: each goes by the table of the life cycle, in one transaction."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields, replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from operator_desk.domain import facts, step_choice
from operator_desk.domain.errors import UserError
from operator_desk.domain.facts import EventRuling, TicketEvent
from operator_desk.domain.ids import derived_id
from operator_desk.domain.life_cycle import OPEN, WAYS, Action, Way, actions_in
from operator_desk.domain.profile import Profile
from operator_desk.domain.stand import after
from operator_desk.domain.step_case import Case
from operator_desk.domain.terms import Reply, Role, TicketState
from operator_desk.services.deadlines import Deadlines
from operator_desk.services.lists import current_units
from operator_desk.services.people import Actor
from operator_desk.services.ports import Clock, Reader, Store, Writer
from operator_desk.services.steps import Steps, many_steps, steps_of, ticket_of

TAKE_BACK_WITHIN = timedelta(seconds=60)
OVERTAKEN, NOT_ALLOWED = "overtaken", "not_allowed"
_DECIDES = {  # which request a decision is about, where the step does not say so
    Action.GRANT_EXTENSION, Action.REFUSE_EXTENSION, Action.GRANT_PAUSE, Action.REFUSE_PAUSE,
    Action.GRANT_PARK, Action.REFUSE_PARK, Action.GRANT_EXCLUSION, Action.REFUSE_EXCLUSION,
    Action.ACCEPT_RETURN, Action.REFUSE_RETURN,
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What is given with a step; the fields are those of `TicketEvent`."""

    reason: str | None = None
    unit: str | None = None
    co_units: tuple[str, ...] | None = None
    note: str | None = None
    told: str | None = None
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
    value: str | None = None


@dataclass(frozen=True, slots=True)
class Done:
    """What the store has acknowledged. A step that was not effective says what stood against it."""

    number: str
    event: TicketEvent
    ruling: EventRuling
    against: UserError | None = None
    mirrored: tuple[UUID, ...] = ()

    @property
    def effective(self) -> bool:
        """Whether the step changed anything."""
        return self.ruling.effective


class Handling:
    """Takes steps. A step that came too late is kept as not effective, with its words."""

    def __init__(
        self,
        store: Store,
        profile: Profile,
        deadlines: Deadlines,
        clock: Clock,
        new_id: Callable[[], UUID],
    ) -> None:
        self._store, self._profile, self._deadlines = store, profile, deadlines
        self._clock, self._new_id = clock, new_id

    def act(
        self,
        actor: Actor,
        number: str,
        action: Action,
        given: Given = Given(),
        *,
        based_on: UUID | None = None,
        happened_at: datetime | None = None,
    ) -> Done:
        """Takes a step. `based_on`: the last step its author has seen (None: the very last).

        `happened_at`: for a step entered after the fact, by a lead only. UserError: the table
        or a rule does not allow it, or something is missing; then nothing is stored, unless the
        ticket was moved since its author looked.
        """
        with self._store.write() as tx:
            ticket = ticket_of(tx, number)
            return self.act_in(
                tx, actor, ticket, action, given, based_on=based_on, happened_at=happened_at
            )

    def act_in(
        self,
        tx: Writer,
        actor: Actor,
        ticket: facts.Ticket,
        action: Action,
        given: Given,
        *,
        based_on: UUID | None = None,
        happened_at: datetime | None = None,
        event_id: UUID | None = None,
        trusted: bool = False,
    ) -> Done:
        """`act` inside a transaction that is open already.

        `trusted`: the step is one of another system's, whose time is taken as it is.
        """
        steps = steps_of(tx, ticket)
        if happened_at is not None and not trusted:
            self._must_be_enterable(actor, steps, happened_at)
        event = self._event(actor, steps, action, given, event_id or self._new_id())
        event = replace(event, based_on=based_on or steps.stand.last, happened_at=happened_at)
        if action is Action.LINK:
            _must_be_linkable(tx, steps, event.ref)
        case = self.case(tx, actor, steps, event)
        try:
            way = step_choice.chosen(case)
        except UserError as refused:
            if steps.place(based_on) >= steps.stand.changed:
                raise
            return self._kept(tx, steps, event, NOT_ALLOWED, refused)
        overtaken = step_choice.overtaken(case, way, steps.place(based_on))
        if overtaken is not None:
            return self._kept(tx, steps, event, OVERTAKEN, overtaken)
        return self._taken(tx, actor, steps, event, way)

    def tried_in(
        self,
        tx: Writer,
        actor: Actor,
        ticket: facts.Ticket,
        action: Action,
        given: Given,
        *,
        based_on: UUID | None,
        event_id: UUID,
    ) -> Done | UserError:
        """`act_in` that gives a refusal back, so that what else is stored with it stays.

        A fault of the store is raised all the same.
        """
        steps = steps_of(tx, ticket)
        refused = self.refusal(tx, actor, steps, action, given)
        if refused is not None and steps.place(based_on) >= steps.stand.changed:
            return refused
        return self.act_in(tx, actor, ticket, action, given, based_on=based_on, event_id=event_id)

    def refusal(
        self, tx: Reader, actor: Actor, steps: Steps, action: Action, given: Given = Given()
    ) -> UserError | None:
        """Why a step could not be taken now; None: it can."""
        event = self._event(actor, steps, action, given, steps.ticket.id)
        try:
            step_choice.chosen(self.case(tx, actor, steps, event))
        except UserError as refused:
            return refused
        return None

    def _event(
        self, actor: Actor, steps: Steps, action: Action, given: Given, event_id: UUID
    ) -> TicketEvent:
        event = TicketEvent(
            id=event_id,
            at=self._clock(),
            actor=actor.staff_id,
            ticket_id=steps.ticket.id,
            based_on=steps.stand.last,
            action=action.value,
            **_plain(given),
        )
        if action in _DECIDES and event.ref is None:
            event = replace(event, ref=_request_of(steps, action))
        return event

    def bulk(
        self, actor: Actor, numbers: Sequence[str], action: Action, given: Given
    ) -> list[Done | UserError]:
        """The same step for several tickets, each in a transaction of its own, in their order."""
        found: list[Done | UserError] = []
        for number in numbers:
            try:
                found.append(self.act(actor, number, action, given))
            except UserError as refused:
                found.append(refused)
        return found

    # -- taking back ---------------------------------------------------------------------

    def take_back(self, actor: Actor, number: str) -> Done:
        """Takes back one's own last step, within 60 s. UserError: it cannot be taken back."""
        with self._store.write() as tx:
            return self.take_back_in(tx, actor, ticket_of(tx, number))

    def take_back_in(self, tx: Writer, actor: Actor, ticket: facts.Ticket) -> Done:
        """`take_back` inside a transaction that is open already."""
        steps = steps_of(tx, ticket)
        last = next((one for one in reversed(steps.ruled) if one.effective), None)
        event = last.event if last else None
        if event is None or event.action in (Action.REGISTER, Action.TAKE_BACK):
            raise UserError("There is no step to take back.")
        if event.actor != actor.staff_id:
            raise UserError("Only who took the last step can take it back.")
        if self._clock() - event.at > TAKE_BACK_WITHIN:
            raise UserError("A step can be taken back within 60 s; that time is over.")
        mirrored = []
        for copy in tx.find(TicketEvent, ref=event.id):
            if copy.action == Action.ANSWER_JOINT:
                self._back(tx, actor, _steps_by_id(tx, copy.ticket_id), copy)
                mirrored.append(copy.ticket_id)
        return replace(self._back(tx, actor, steps, event), mirrored=tuple(mirrored))

    def _back(self, tx: Writer, actor: Actor, steps: Steps, event: TicketEvent) -> Done:
        back = TicketEvent(
            id=derived_id("take_back", event.id),
            at=self._clock(),
            actor=actor.staff_id,
            ticket_id=event.ticket_id,
            based_on=steps.stand.last,
            action=Action.TAKE_BACK.value,
            ref=event.id,
        )
        return self._stored(tx, steps, back, steps.stand.state)

    # -- storing -------------------------------------------------------------------------

    def _taken(self, tx: Writer, actor: Actor, steps: Steps, event: TicketEvent, way: Way) -> Done:
        fixed = self._deadlines.fixed_by(steps, event)
        if fixed is not None:
            event = replace(event, rule_set=self._deadlines.kept(tx, event, fixed))
        now = after(steps.stand, event, steps.n + 1, way)
        done = self._stored(tx, steps, event, now.state)
        if way.action is Action.ANSWER:
            mirrored = tuple(self._mirrored(tx, actor, event))
            done = replace(done, mirrored=mirrored)
        return done

    def _mirrored(self, tx: Writer, actor: Actor, answer: TicketEvent) -> list[UUID]:
        """One answer serves all open tickets that are handled jointly with the answered one.

        Those that were answered before, or withdrawn, wait for none: a rework is for one caller.
        """
        unit = _steps_by_id(tx, answer.ticket_id).stand.unit
        links = tx.find(TicketEvent, action=Action.LINK.value, ref=answer.ticket_id)
        tickets = tx.many(facts.Ticket, {link.ticket_id for link in links})
        served = []
        for steps in many_steps(tx, tickets):
            if steps.stand.joined_to != answer.ticket_id or steps.stand.state not in OPEN:
                continue
            given = Given(note=answer.note, basis=answer.basis, ref=answer.id, unit=unit)
            done = self.act_in(
                tx, actor, steps.ticket, Action.ANSWER_JOINT, given,
                happened_at=answer.happened_at,
                event_id=derived_id("answer_joint", answer.id, steps.ticket.id), trusted=True,
            )  # fmt: skip
            if done.effective:
                served.append(steps.ticket.id)
        return served

    def _stored(self, tx: Writer, steps: Steps, event: TicketEvent, state: TicketState) -> Done:
        ruling = self._deadlines.ruling(tx, steps, event, state)
        tx.add(event, ruling)
        return Done(steps.ticket.number, event, ruling)

    def _kept(
        self, tx: Writer, steps: Steps, event: TicketEvent, why: str, against: UserError
    ) -> Done:
        last = max(steps.rulings, key=lambda row: row.n, default=None)
        ruling = EventRuling(
            id=derived_id("ruling", event.id),
            at=event.at,
            actor=event.actor,
            ticket_id=event.ticket_id,
            event_id=event.id,
            n=steps.n + 1,
            effective=False,
            why=why,
            state=steps.stand.state,
            caller_due_at=last.caller_due_at if last else None,
            holder_due_at=last.holder_due_at if last else None,
            step_due_at=last.step_due_at if last else None,
            unknown=last.unknown if last else None,
        )
        tx.add(event, ruling)
        return Done(steps.ticket.number, event, ruling, against)

    # -- what decides --------------------------------------------------------------------

    def possible(self, actor: Actor, number: str) -> tuple[Action, ...]:
        """What the actor may try on a ticket now; guards speak when it is tried."""
        with self._store.read() as tx:
            steps = steps_of(tx, ticket_of(tx, number))
        return actions_in(steps.stand.state, actor.all_roles)

    def case(self, tx: Reader, actor: Actor, steps: Steps, event: TicketEvent) -> Case:
        """A step with all that decides whether it may be taken."""
        return Case(
            ticket=steps.ticket,
            stand=steps.stand,
            event=event,
            roles=actor.all_roles,
            unit=actor.unit,
            bounds=self._deadlines.bounds(tx, steps, event),
            units=current_units(tx),
            categories={one.code for one in self._profile.categories.categories},
            zone=ZoneInfo(self._profile.time_zone),
        )

    def _local(self, at: datetime) -> str:
        return f"{at.astimezone(ZoneInfo(self._profile.time_zone)):%Y-%m-%d %H:%M}"

    def _must_be_enterable(self, actor: Actor, steps: Steps, at: datetime) -> None:
        if not actor.may(Role.LEAD):
            raise UserError("Only a lead enters a step after the fact.")
        if at > self._clock():
            raise UserError("A step cannot have happened in the future.")
        before = max((one.event.when for one in steps.ruled if one.effective), default=None)
        if at < (before or steps.ticket.registered_at):
            raise UserError(
                "The step before happened at {when}; this one cannot have been earlier.",
                when=self._local(before or steps.ticket.registered_at),
            )
        within = self._profile.after_the_fact(steps.ticket.local_day)
        if within is not None and self._clock() - at > within:
            raise UserError(
                "The rules allow to enter a step within {days} days after it happened.",
                days=within.days,
            )


def _plain(given: Given) -> dict[str, Any]:
    return {field.name: getattr(given, field.name) or None for field in fields(given)}


def _steps_by_id(tx: Reader, ticket_id: UUID) -> Steps:
    ticket = tx.get(facts.Ticket, ticket_id)
    if ticket is None:
        raise UserError("There is no ticket {number}.", number=ticket_id)
    return steps_of(tx, ticket)


def _must_be_linkable(tx: Reader, steps: Steps, main_id: UUID | None) -> None:
    """UserError: the ticket would be handled jointly with itself, or in a chain."""
    main = tx.get(facts.Ticket, main_id) if main_id else None
    if main is None:
        return  # the table says what is missing
    if main.id == steps.ticket.id:
        raise UserError("A ticket cannot be handled jointly with itself.")
    leads = steps_of(tx, main)
    if leads.stand.joined_to is not None:
        raise UserError("Ticket {number} is handled jointly with another itself.",
                        number=main.number)  # fmt: skip
    if leads.stand.state not in OPEN:
        raise UserError("Ticket {number} is not open any more.", number=main.number)
    links = tx.find(TicketEvent, action=Action.LINK.value, ref=steps.ticket.id)
    tickets = tx.many(facts.Ticket, {link.ticket_id for link in links})
    if any(one.stand.joined_to == steps.ticket.id for one in many_steps(tx, tickets)):
        raise UserError("Others are handled jointly with ticket {number}: it cannot join another.",
                        number=steps.ticket.number)  # fmt: skip


def _request_of(steps: Steps, action: Action) -> UUID | None:
    """The step that asked for what an action decides."""
    wanted = next(way.decides for way in WAYS if way.action is action)
    return steps.stand.asks(wanted) if wanted else None
