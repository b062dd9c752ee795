"""Event cards: published, changed, solved with one answer for all, withdrawn; who was told."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from time import perf_counter
from uuid import UUID

from operator_desk.domain import life_cycle
from operator_desk.domain.errors import UserError
from operator_desk.domain.event_cards import CardStep, CardText, EventCard, card_of, cards_of
from operator_desk.domain.facts import EventCardVersion, EventTold, Ticket, TicketEvent
from operator_desk.domain.ids import derived_id
from operator_desk.domain.life_cycle import Action
from operator_desk.domain.numbers import number_key
from operator_desk.domain.profile import Profile
from operator_desk.domain.terms import Role
from operator_desk.domain.views import TicketRow
from operator_desk.services.handling import Given, Handling
from operator_desk.services.lists import current_units
from operator_desk.services.people import Actor
from operator_desk.services.ports import Clock, Reader, Store, TicketQuery, Writer
from operator_desk.services.steps import steps_of, ticket_of

PUBLISHES = (Role.LEAD,)
JOINS = (Role.OPERATOR, Role.DISPATCHER, Role.FOLLOW_UP, Role.LEAD)
_AIMED_S = 0.025  # of a transaction; half of what one may take


@dataclass(frozen=True, slots=True)
class CardRow:
    """A card as the list shows it: in how many calls it was told, how many tickets joined it.

    `open` of these have no answer yet.
    """

    card: EventCard
    told: int
    joined: int
    open: int


@dataclass(frozen=True, slots=True)
class CardWhole:
    """A card with its versions, the oldest first, and the tickets that joined it."""

    row: CardRow
    versions: tuple[EventCardVersion, ...]
    tickets: tuple[TicketRow, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """What a desk matches its calls with: cards to show, and places by telephone area code."""

    cards: tuple[EventCard, ...] = ()
    areas: tuple[tuple[str, str], ...] = ()

    def areas_of(self, number: str) -> tuple[str, ...]:
        """Codes of the places that a fixed line lies in; empty for a mobile."""
        key = number_key(number)
        if not key.startswith("0"):
            return ()
        return tuple(code for area, code in self.areas if key.startswith(area))


class EventCards:
    """The event cards of a store."""

    def __init__(
        self,
        store: Store,
        profile: Profile,
        handling: Handling,
        clock: Clock,
        new_id: Callable[[], UUID],
    ) -> None:
        self._store, self._profile, self._handling = store, profile, handling
        self._clock, self._new_id = clock, new_id

    # -- reading -------------------------------------------------------------------------

    def rows(self, *, closed: bool = True) -> list[CardRow]:
        """The cards, the one published last first.

        Without `closed` only those that are open or have an answer to tell.
        """
        now = self._clock()
        with self._store.read() as tx:
            cards = cards_of(tx.find(EventCardVersion))
            return [_row(tx, card) for card in cards if closed or _told_now(card, now)]

    def show(self, card_id: UUID) -> CardWhole:
        """One card with all that belongs to it. UserError: there is none."""
        with self._store.read() as tx:
            versions = _versions(tx, card_id)
            row, tickets = _row(tx, card_of(versions)), tuple(_joined(tx, card_id))
        return CardWhole(row, tuple(versions), tickets)

    def shown(self) -> Shown:
        """What calls are matched with: cards that run, will run, or were solved not long ago."""
        now = self._clock()
        with self._store.read() as tx:
            cards = cards_of(tx.find(EventCardVersion))
            areas = tuple((one.area_code, one.code) for one in tx.places() if one.area_code)
        return Shown(tuple(one for one in cards if _told_now(one, now)), areas)

    # -- the lead's ----------------------------------------------------------------------

    def publish(self, actor: Actor, text: CardText) -> EventCard:
        """A new card. UserError: not a lead; something missing; unknown category or unit."""
        _must(actor, PUBLISHES)
        card_id = self._new_id()
        with self._store.write() as tx:
            row = self._version(tx, actor, card_id, None, CardStep.PUBLISHED, text)
            tx.add(row)
        return card_of([row])

    def change(
        self, actor: Actor, card_id: UUID, text: CardText, seen: UUID | None = None
    ) -> EventCard:
        """Another text for a card; the same as before adds nothing.

        `seen` is the version that was before the eyes. UserError: as for `publish`; the card is
        over, or was changed meanwhile.
        """
        _must(actor, PUBLISHES)
        with self._store.write() as tx:
            versions, last = _open(tx, card_id, seen)
            row = self._version(tx, actor, card_id, last, CardStep.CHANGED, text)
            if _text_of(row) == last.text:
                return last
            tx.add(row)
            return card_of([*versions, row])

    def withdraw(self, actor: Actor, card_id: UUID, seen: UUID | None = None) -> EventCard:
        """Takes a card away; tickets that joined it go their own way. UserError: as `change`."""
        _must(actor, PUBLISHES)
        with self._store.write() as tx:
            versions, last = _open(tx, card_id, seen)
            row = self._version(tx, actor, card_id, last, CardStep.WITHDRAWN, last.text)
            tx.add(row)
            return card_of([*versions, row])

    def solve(self, actor: Actor, card_id: UUID, answer: str, seen: UUID | None = None) -> Solving:
        """Stores that the event is over, and gives back how its tickets are answered: `run` it.

        Done again with the same answer it goes on where it was broken off. UserError: as for
        `change`; no answer; solved with another answer.
        """
        _must(actor, PUBLISHES)
        answer = answer.strip()
        if not answer:
            raise UserError("Say what all who reported it are told.")
        with self._store.write() as tx:
            card = card_of(_versions(tx, card_id))
            if card.step is not CardStep.SOLVED:
                versions, card = _open(tx, card_id, seen)
                row = self._version(tx, actor, card_id, card, CardStep.SOLVED, card.text, answer)
                tx.add(row)
                card = card_of([*versions, row])
            elif card.answer != answer:
                raise UserError("The event was solved already, with another answer.")
            waiting = _waiting(tx, card_id)
        return Solving(self._store, self._handling, actor, card, waiting)

    def _version(
        self,
        tx: Reader,
        actor: Actor,
        card_id: UUID,
        last: EventCard | None,
        step: CardStep,
        text: CardText,
        answer: str | None = None,
    ) -> EventCardVersion:
        at = self._clock()
        if step in (CardStep.PUBLISHED, CardStep.CHANGED):
            text = text.checked()
            self._check(tx, text)
        begins = text.begins_at or (last.text.begins_at if last else None) or at
        if text.ends_at is not None and text.ends_at <= begins:
            raise UserError("The event card ends before it begins.")
        return EventCardVersion(
            id=self._new_id(),
            at=at,
            actor=actor.staff_id,
            card_id=card_id,
            corrects=last.version_id if last else None,
            step=step.value,
            title=text.title,
            words=text.words,
            place_code=text.place_code,
            place=text.place,
            category=text.category,
            keywords=text.keywords,
            unit=text.unit,
            begins_at=begins,
            ends_at=text.ends_at,
            answer=answer,
        )

    def _check(self, tx: Reader, text: CardText) -> None:
        if text.category and self._profile.categories.find(text.category) is None:
            raise UserError("There is no category {code}.", code=text.category)
        if text.unit and text.unit not in current_units(tx):
            raise UserError("There is no unit {unit}.", unit=text.unit)

    # -- tickets that report the same ----------------------------------------------------

    def join(self, actor: Actor, card_id: UUID, numbers: Iterable[str]) -> list[str]:
        """Makes registered tickets reports of an event; the numbers of those that joined now.

        One that has joined it already is passed over. UserError: the card is over; unknown
        number; the ticket is not open any more.
        """
        _must(actor, JOINS)
        joined: list[str] = []
        with self._store.write() as tx:
            _open(tx, card_id, None)
            for number in dict.fromkeys(numbers):
                ticket = ticket_of(tx, number)
                if steps_of(tx, ticket).stand.event_card == card_id:
                    continue
                given = Given(ref=card_id)
                self._handling.act_in(tx, actor, ticket, Action.JOIN_EVENT, given)
                joined.append(ticket.number)
        return joined


class Solving:
    """Gives every open ticket of a solved event its answer, a few in each transaction.

    The step of a ticket has one id, so one that was answered in an earlier run is passed over.
    """

    def __init__(
        self,
        store: Store,
        handling: Handling,
        actor: Actor,
        card: EventCard,
        tickets: Sequence[TicketRow],
    ) -> None:
        self._store, self._handling, self._actor = store, handling, actor
        self.card, self._tickets = card, tuple(tickets)
        self.of, self.done, self.answered = len(tickets), 0, 0
        self.to_call: list[str] = []  # numbers of tickets whose callers want to hear it
        self.left: list[tuple[str, UserError]] = []  # what could not be answered, and why
        self._size = 2

    def step(self) -> bool:
        """Answers the next tickets; False when there are no more."""
        part = self._tickets[self.done : self.done + self._size]
        begun = perf_counter()
        if part:
            with self._store.write() as tx:
                now = [self._answer(tx, row) for row in part]
            for row, refusal in zip(part, now, strict=True):
                self._note(row, refusal)
            self.done += len(part)
            took = max(perf_counter() - begun, 1e-6)
            self._size = max(1, min(100, 2 * self._size, int(len(part) * _AIMED_S / took)))
        return self.done < self.of

    @staticmethod
    def ready() -> bool:
        """The next step waits for nobody."""
        return True

    def finish(self) -> None:
        """There is nothing to close: each transaction stands by itself."""

    def run(self) -> Solving:
        """All of them, for a caller that nobody waits for."""
        while self.step():
            pass
        return self

    def _note(self, row: TicketRow, refusal: UserError | None) -> None:
        if refusal is not None:
            self.left.append((row.number, refusal))
            return
        self.answered += 1
        if row.wants_reply:
            self.to_call.append(row.number)

    def _answer(self, tx: Writer, row: TicketRow) -> UserError | None:
        event_id = answer_id(self.card.id, row.id)
        ticket = tx.get(Ticket, row.id)
        if ticket is None or tx.known(TicketEvent, [event_id]):
            return None
        given = Given(note=self.card.answer, ref=self.card.id, unit=self.card.text.unit)
        try:
            self._handling.act_in(
                tx, self._actor, ticket, Action.ANSWER_JOINT, given, event_id=event_id
            )
        except UserError as error:
            return error
        return None


def answer_id(card_id: UUID, ticket_id: UUID) -> UUID:
    """The step that answers a ticket for an event has one id, so it is not answered twice."""
    return derived_id("event answer", card_id, ticket_id)


def _told_now(card: EventCard, now: datetime) -> bool:
    return card.open or card.shown_at(now)


def _waiting(tx: Reader, card_id: UUID) -> list[TicketRow]:
    """The open tickets of an event that it has not answered, the oldest first."""
    rows = [row for row in _joined(tx, card_id) if row.state in life_cycle.OPEN]
    known = tx.known(TicketEvent, [answer_id(card_id, row.id) for row in rows])
    left = [row for row in rows if answer_id(card_id, row.id) not in known]
    return sorted(left, key=lambda row: (row.registered_at, row.id))


def _joined(tx: Reader, card_id: UUID) -> list[TicketRow]:
    return tx.tickets(TicketQuery(event_card=card_id))


def _row(tx: Reader, card: EventCard) -> CardRow:
    rows = tx.find(EventTold, card_id=card.id)
    corrected = {row.corrects for row in rows}
    told = {row.call_id for row in rows if row.id not in corrected and not row.taken_back}
    joined = TicketQuery(event_card=card.id)
    waiting = replace(joined, states=tuple(life_cycle.OPEN))
    return CardRow(card, len(told), tx.count_tickets(joined), tx.count_tickets(waiting))


def _versions(tx: Reader, card_id: UUID) -> list[EventCardVersion]:
    rows = tx.find(EventCardVersion, card_id=card_id)
    if not rows:
        raise UserError("There is no such event card.")
    return rows


def _open(tx: Reader, card_id: UUID, seen: UUID | None) -> tuple[list[EventCardVersion], EventCard]:
    versions = _versions(tx, card_id)
    card = card_of(versions)
    if card.step is CardStep.SOLVED:
        raise UserError("The event was solved already.")
    if card.step is CardStep.WITHDRAWN:
        raise UserError("The event card was withdrawn.")
    if seen is not None and seen != card.version_id:
        raise UserError("The event card was changed by somebody else meanwhile. Open it anew.")
    return versions, card


def _text_of(row: EventCardVersion) -> CardText:
    return card_of([row]).text


def _must(actor: Actor, roles: Sequence[Role]) -> None:
    if not actor.may(*roles):
        raise UserError(
            "{login} may not do this; it needs the role {roles}.",
            login=actor.login,
            roles=", ".join(roles),
        )
