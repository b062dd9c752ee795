"""The second call about a matter: what of a ticket may be told, and what its caller can do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from operator_desk.domain import facts
from operator_desk.domain.draft import Draft
from operator_desk.domain.drafted_steps import StepDraft
from operator_desk.domain.errors import UserError
from operator_desk.domain.facts import TicketEvent
from operator_desk.domain.life_cycle import ANSWERED, OPEN, Action
from operator_desk.domain.numbers import number_key, said_ticket_number
from operator_desk.domain.profile import Profile
from operator_desk.domain.progress import Tellable, may_be_told
from operator_desk.domain.stand import standing
from operator_desk.domain.terms import Secrecy, TicketState
from operator_desk.domain.ticket_row import TicketRow
from operator_desk.services.call_steps import Taken, given_of
from operator_desk.services.handling import Done, Given, Handling
from operator_desk.services.lists import current_units
from operator_desk.services.people import Actor
from operator_desk.services.ports import Clock, Reader, Store, TicketQuery
from operator_desk.services.records import add_rows
from operator_desk.services.steps import Steps, many_steps, steps_of, ticket_of

CHOICES = (
    Action.PROGRESS,
    Action.CHASE,
    Action.SUPPLEMENT,
    Action.WITHDRAW,
    Action.NOT_SOLVED,
)
MOST = 9  # as many as there are digits
_ANSWERS = {Action.ANSWER, Action.ANSWER_JOINT}


class StepRefusedError(UserError):
    """A step that the rules do not allow now; nothing of it was stored."""

    def __init__(self, refused: UserError) -> None:
        super().__init__(refused.text, **refused.values)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question of the unit to the caller, and the step that asks it."""

    event_id: UUID
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownTicket:
    """A ticket that a caller may mean, as far as the operator needs it.

    `own`: the call comes from its own number. `last`: the last step that took effect. `chased`:
    when the caller has called about it before. `refused`: what is not possible now, and why.
    """

    row: TicketRow
    own: bool
    unit: str
    last: TicketEvent
    chased: tuple[datetime, ...]
    tellable: Tellable
    asked: tuple[Asked, ...]
    refused: dict[Action, UserError]

    @property
    def open(self) -> bool:
        """Whether something is still to come for the caller."""
        return self.row.state in OPEN | ANSWERED

    @property
    def hidden(self) -> bool:
        """Whether nothing but the state may be said."""
        return self.row.secrecy is Secrecy.SECRET and not self.own


class SecondCalls:
    """Tickets of callers who call again."""

    def __init__(self, store: Store, profile: Profile, handling: Handling, clock: Clock) -> None:
        self._store, self._profile = store, profile
        self._handling, self._clock = handling, clock

    # -- finding -------------------------------------------------------------------------

    def of_number(
        self, actor: Actor, number: str, running: UUID | None = None
    ) -> tuple[KnownTicket, ...]:
        """The tickets of a telephone number, open ones first, without those of the call in hand.

        A withheld number has none, and an anonymous ticket is never among them.
        """
        wanted = number_key(number)
        if not wanted:
            return ()
        with self._store.read() as tx:
            rows = tx.tickets(TicketQuery(number_key=wanted, limit=50))
            rows = [
                row
                for row in rows
                if row.call_id != running and row.state is not TicketState.WITHDRAWN
            ]
            rows.sort(key=lambda row: row.state not in OPEN | ANSWERED)
            return self._known(tx, actor, rows[:MOST], wanted)

    def by_ticket(self, actor: Actor, said: str, number: str = "") -> tuple[KnownTicket, ...]:
        """The tickets that a caller means by a number as it is said, the newest first.

        `number`: the telephone that the call comes from. UserError: it is no ticket number, or
        there is no such ticket.
        """
        ending = said_ticket_number(said)
        if ending is None:
            raise UserError("{number} is no ticket number, such as A07-0012.", number=said.strip())
        with self._store.read() as tx:
            rows = tx.tickets(TicketQuery(text=ending))
            rows = [
                row for row in rows if row.number == ending or row.number.endswith(f"-{ending}")
            ]
            if not rows:
                raise UserError("There is no ticket {number}.", number=ending)
            return self._known(tx, actor, rows[:MOST], number_key(number))

    def _known(
        self, tx: Reader, actor: Actor, rows: Sequence[TicketRow], wanted: str
    ) -> tuple[KnownTicket, ...]:
        found = {row.id: row for row in tx.many(facts.Ticket, [row.id for row in rows])}
        steps = many_steps(tx, [found[row.id] for row in rows])
        names = {code: unit.name for code, unit in current_units(tx).items()}
        return tuple(
            self._one(tx, actor, row, one, names.get(row.unit or "", row.unit or ""), wanted)
            for row, one in zip(rows, steps, strict=True)
        )

    def _one(
        self, tx: Reader, actor: Actor, row: TicketRow, steps: Steps, unit: str, wanted: str
    ) -> KnownTicket:
        own = bool(wanted) and row.number_key == wanted
        events = [one.event for one in standing(steps.ruled)]
        answers = [event.note or "" for event in events if event.action in _ANSWERS]
        return KnownTicket(
            row=row,
            own=own,
            unit=unit,
            last=events[-1],
            chased=tuple(event.when for event in events if event.action == Action.CHASE),
            tellable=may_be_told(
                row,
                unit=unit,
                answer=answers[-1] if answers else "",
                own=own,
                local_day=self._profile.local_day,
                language=self._profile.language,
            ),
            asked=tuple(
                Asked(event.id, event.note or "")
                for event in events
                if event.id in steps.stand.relays
            ),
            refused=self._refused(tx, actor, steps, own=own),
        )

    def _refused(
        self, tx: Reader, actor: Actor, steps: Steps, *, own: bool
    ) -> dict[Action, UserError]:
        found = {}
        for action in CHOICES:
            refused = self._handling.refusal(tx, actor, steps, action, self._probe(action))
            if refused is not None:
                found[action] = refused
        if steps.stand.secrecy is Secrecy.SECRET and not own:
            found[Action.WITHDRAW] = UserError(
                "A secret ticket is withdrawn only from the number it was registered with."
            )
        return found

    def _probe(self, action: Action) -> Given:
        """What is asked for only after an action was chosen."""
        if action is Action.SUPPLEMENT:
            return Given(note="·")
        reasons = self._profile.reasons.get(action.value, ())
        return Given(reason=reasons[0].code if action is Action.WITHDRAW and reasons else None)

    # -- stepping ------------------------------------------------------------------------

    def take(self, actor: Actor, draft: Draft, step: StepDraft, matter_id: UUID) -> Taken:
        """Stores a step of a running call with the call itself; twice adds nothing.

        StepRefusedError: the table or a rule does not allow it.
        """
        with self._store.write() as tx:
            add_rows(tx, draft, self._profile)
            ticket = tx.get(facts.Ticket, step.ticket_id)
            if ticket is None or tx.known(TicketEvent, [step.id]):
                return Taken(step.number, step.action, None)
            done = self._handling.tried_in(
                tx, actor, ticket, step.action, given_of(draft, step, matter_id),
                based_on=step.based_on, event_id=step.id,
            )  # fmt: skip
            if isinstance(done, UserError):
                raise StepRefusedError(done)
        return Taken(step.number, step.action, done)

    def take_back(self, actor: Actor, step: StepDraft) -> Done:
        """Takes a step back that is the ticket's last, within 60 s. UserError: it cannot be."""
        with self._store.write() as tx:
            ticket = ticket_of(tx, step.number)
            steps = reversed(steps_of(tx, ticket).ruled)
            last = next((one.event.id for one in steps if one.effective), None)
            if last != step.id:
                raise UserError("Only the last step of a ticket can be taken back.")
            return self._handling.take_back_in(tx, actor, ticket)
