"""Follow-up calls: which tickets wait for one, its form, what it has to ask."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from operator_desk.domain import facts
from operator_desk.domain.draft import Draft
from operator_desk.domain.drafted_steps import FollowUpDraft
from operator_desk.domain.errors import UserError
from operator_desk.domain.life_cycle import AFTER, ANSWERED, Action
from operator_desk.domain.life_guards import counted_tries
from operator_desk.domain.profile import Profile
from operator_desk.domain.stand import standing
from operator_desk.domain.terms import Direction, Purpose, Reply, Secrecy
from operator_desk.domain.ticket_row import TicketRow, ticket_row
from operator_desk.services.calls import Calls
from operator_desk.services.handling import Given, Handling
from operator_desk.services.lists import current_units
from operator_desk.services.people import Actor
from operator_desk.services.ports import Clock, Reader, Store, TicketQuery
from operator_desk.services.steps import Steps, many_steps, steps_of, ticket_of

_ANSWERS = {Action.ANSWER, Action.ANSWER_JOINT}
_ALL_YES = Given(
    contacted=Reply.YES, solved=Reply.YES, unit_rating=Reply.YES, hotline_rating=Reply.YES
)
_MOST = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class ToAsk:
    """A ticket whose caller is to be asked, and what the unit answered.

    `tries`: tries so far that count, `of`: how many that reach nobody end it (None: none do).
    `next_at`: from when another try counts; None: at once. `rework`: whether one is left.
    """

    row: TicketRow
    unit: str
    answer: str
    tries: int
    of: int | None
    next_at: datetime | None
    rework: bool


class FollowUps:
    """Tickets whose unit has answered and whose caller has not been asked."""

    def __init__(
        self, store: Store, profile: Profile, handling: Handling, calls: Calls, clock: Clock
    ) -> None:
        self._store, self._profile = store, profile
        self._handling, self._calls, self._clock = handling, calls, clock

    def waiting(self, actor: Actor) -> list[ToAsk]:
        """The tickets that somebody may ask about, the most urgent first.

        Without those that this person or their unit handled, those whose caller wants no reply
        or left no number, and those that were tried a moment ago (they come last).
        """
        if not actor.all_roles & AFTER:
            return []
        with self._store.read() as tx:
            query = TicketQuery(
                states=tuple(ANSWERED), sort="step_due_at", descending=False, limit=_MOST
            )
            rows = tx.tickets(query)
            tickets = {one.id: one for one in tx.many(facts.Ticket, [row.id for row in rows])}
            steps = many_steps(tx, [tickets[row.id] for row in rows])
            found = [
                self._to_ask(tx, actor, row, one)
                for row, one in zip(rows, steps, strict=True)
                if row.wants_reply and row.number_key and not self._refusal(tx, actor, one)
            ]
        now = self._clock()
        return sorted(found, key=lambda one: one.next_at is not None and one.next_at > now)

    def begin(self, actor: Actor, number: str) -> Draft:
        """The empty form of a follow-up call about a ticket; nothing is stored by it.

        UserError: there is no such ticket, it is not answered, this person handled it or has
        not the role, or there is no number to call.
        """
        with self._store.read() as tx:
            ticket = ticket_of(tx, number)
            steps = steps_of(tx, ticket)
            refused = self._refusal(tx, actor, steps)
            if refused is not None:
                raise refused
            telephone = _telephone(tx, ticket, steps)
        if not telephone:
            raise UserError("There is no number to call back.")
        begun = self._calls.begin(
            actor, number=telephone, direction=Direction.OUT, purpose=Purpose.FOLLOW_UP
        )
        asked = FollowUpDraft(
            id=self._calls.stamp().new_id(),
            ticket_id=ticket.id,
            number=ticket.number,
            based_on=steps.stand.last,
        )
        return replace(begun, follow_up=asked)

    def to_ask(self, actor: Actor, draft: Draft) -> ToAsk:
        """What a follow-up call is about. UserError: it is none."""
        if draft.follow_up is None:
            raise UserError("This call is no follow-up call about a ticket.")
        with self._store.read() as tx:
            steps = steps_of(tx, ticket_of(tx, draft.follow_up.number))
            row = ticket_row(
                steps.ticket, draft.number, [one.event for one in steps.ruled], steps.rulings
            )
            return self._to_ask(tx, actor, row, steps)

    def _refusal(self, tx: Reader, actor: Actor, steps: Steps) -> UserError | None:
        return self._handling.refusal(tx, actor, steps, Action.FOLLOW_UP, _ALL_YES)

    def _to_ask(self, tx: Reader, actor: Actor, row: TicketRow, steps: Steps) -> ToAsk:
        unit = current_units(tx).get(row.unit or "")
        answers = [
            one.event.note or "" for one in standing(steps.ruled) if one.event.action in _ANSWERS
        ]
        day = steps.ticket.local_day
        apart, tries = self._profile.tries_apart(day), steps.stand.tries
        codes = self._profile.reasons.get("follow_up", ())
        given = Given(reason=codes[0].code if codes else "")
        return ToAsk(
            row=row,
            unit=unit.name if unit else row.unit or "",
            answer=answers[-1] if answers else "",
            tries=counted_tries(tries, apart),
            of=self._profile.follow_up_tries(day),
            next_at=_next(tries, apart),
            rework=self._handling.refusal(tx, actor, steps, Action.REWORK, given) is None,
        )


def _next(tries: Sequence[datetime], apart: timedelta) -> datetime | None:
    counted: list[datetime] = []
    for at in sorted(tries):
        if not counted or at - counted[-1] >= apart:
            counted.append(at)
    return counted[-1] + apart if counted else None


def _telephone(tx: Reader, ticket: facts.Ticket, steps: Steps) -> str:
    """The number the caller gave, else the one the call came from; none of an anonymous one."""
    if steps.stand.secrecy is Secrecy.ANONYMOUS:
        return ""
    (call,) = tx.calls_by_id([ticket.call_id]) or (None,)
    return ticket.callback or (call.number if call else None) or ""
