"""Where a ticket stands: folded from its steps, each as the centre ruled on it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from operator_desk.domain.life_cycle import BACK, WAYS, Action, Request, Way
from operator_desk.domain.terms import Reply, Secrecy, TicketState
from operator_desk.domain.ticket_facts import EventRuling, TicketEvent

A = Action


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """What all effective steps of a ticket have come to.

    `n` and `last`: place and id of the last step that was ruled on; `changed`: the place of the
    last one that moved the ticket. `asked`: open requests and the steps that made them.
    `tries`: when the caller was not reached since the last answer. `handlers`: who signed or
    answered for the unit.
    """

    state: TicketState = TicketState.REGISTERED
    n: int = 0
    last: UUID
    changed: int = 0
    since: datetime
    before: TicketState = TicketState.REGISTERED
    unit: str | None = None
    co_units: tuple[str, ...] = ()
    level: str | None = None
    designated: bool = False
    secrecy: Secrecy = Secrecy.OPEN
    category: str | None = None
    category_text: str | None = None
    asked: tuple[tuple[Request, UUID], ...] = ()
    return_accepted: bool = False
    returns: int = 0
    reworks: int = 0
    extensions: int = 0
    chases: int = 0
    supervised: int = 0
    tries: tuple[datetime, ...] = ()
    relays: tuple[UUID, ...] = ()
    paused_since: datetime | None = None
    excluded: bool = False
    unsolved: bool = False  # the caller called again and no rework was left
    joined_to: UUID | None = None
    event_card: UUID | None = None
    dispatched_at: datetime | None = None
    answered_at: datetime | None = None
    closed_at: datetime | None = None
    contacted: Reply | None = None
    solved: Reply | None = None
    unit_rating: Reply | None = None
    hotline_rating: Reply | None = None
    handlers: frozenset[UUID] = frozenset()

    def asks(self, request: Request) -> UUID | None:
        """The step that made a request which is still open, or None."""
        return dict(self.asked).get(request)

    @property
    def paused(self) -> bool:
        """Whether the limits are at rest."""
        return self.paused_since is not None


@dataclass(frozen=True, slots=True)
class Ruled:
    """A step and what the centre ruled on it (None: the registration of an older program)."""

    event: TicketEvent
    ruling: EventRuling | None

    @property
    def n(self) -> int:
        """The step's place among the ticket's."""
        return self.ruling.n if self.ruling else 0

    @property
    def effective(self) -> bool:
        """Whether it changes anything."""
        return self.ruling is None or self.ruling.effective


def ruled(events: Iterable[TicketEvent], rulings: Iterable[EventRuling]) -> tuple[Ruled, ...]:
    """The steps in the centre's order, each with its first ruling (later ones tell new limits).

    A step without a ruling has not been decided on and is left out, but for the registration.
    """
    first: dict[UUID, EventRuling] = {}
    for ruling in sorted(rulings, key=lambda row: row.n):
        first.setdefault(ruling.event_id, ruling)
    found = [
        Ruled(event, first.get(event.id))
        for event in events
        if event.id in first or event.action == A.REGISTER
    ]
    return tuple(sorted(found, key=lambda one: one.n))


def standing(steps: Sequence[Ruled]) -> tuple[Ruled, ...]:
    """The effective steps that were not taken back."""
    taken = {one.event.ref for one in steps if one.event.action == A.TAKE_BACK and one.effective}
    return tuple(
        one
        for one in steps
        if one.effective and one.event.id not in taken and one.event.action != A.TAKE_BACK
    )


def stand(first: Stand, steps: Sequence[Ruled]) -> Stand:
    """Where the ticket stands after these steps (`ruled`), from what was registered."""
    now = first
    for one in standing(steps):
        if one.event.action != A.REGISTER:
            now = after(now, one.event, one.n, way_of(one, now))
    last = steps[-1] if steps else None
    return replace(now, n=last.n, last=last.event.id) if last else now


def way_of(one: Ruled, now: Stand) -> Way | None:
    """The row of the table a step went by: the one that leads to its ruled state.

    None for an action that this program does not know.
    """
    for way in WAYS:
        possible = way.action == one.event.action and now.state in way.from_
        if possible and (one.ruling is None or target(way, now) is one.ruling.state):
            return way
    return None


def target(way: Way, now: Stand) -> TicketState:
    """The state a row leads to from here."""
    if way.to is None:
        return now.state
    return now.before if way.to == BACK else TicketState(way.to)


def after(now: Stand, event: TicketEvent, n: int, way: Way | None) -> Stand:
    """The stand after one more effective step; a step of an unknown kind changes nothing."""
    if way is None:
        return now
    state = target(way, now)
    moved = replace(now, n=n, last=event.id)
    if way.moves:
        moved = replace(moved, changed=n)
    if state is not now.state:
        moved = replace(moved, state=state, since=event.when, before=now.state)
    if way.asks is not None:
        moved = replace(moved, asked=(*moved.asked, (way.asks, event.id)))
    if way.decides is not None:
        left = tuple(one for one in moved.asked if one[0] is not way.decides)
        moved = replace(moved, asked=left)
    change = _CHANGES.get(way.action)
    return change(moved, event) if change else moved


# -- what single actions change besides the state ------------------------------------------


def _dispatched(now: Stand, event: TicketEvent) -> Stand:
    return replace(
        now,
        unit=event.unit,
        co_units=event.co_units or (),
        level=event.level or now.level,
        designated=bool(event.designated),
        dispatched_at=event.when,
        asked=(),
        return_accepted=False,
        paused_since=None,
        extensions=0,
    )


def _reworked(now: Stand, event: TicketEvent) -> Stand:
    if now.state is not TicketState.DISPATCHED:
        return replace(now, unsolved=True)
    return replace(
        now,
        reworks=now.reworks + 1,
        dispatched_at=event.when,
        tries=(),
        answered_at=None,
        closed_at=None,
        contacted=None,
        solved=None,
        unit_rating=None,
        hotline_rating=None,
        unsolved=False,
        joined_to=None,  # the other one may be content: each is done once more by itself
    )


def _accepted(now: Stand, event: TicketEvent) -> Stand:
    del event
    return replace(now, return_accepted=True, returns=now.returns + 1, paused_since=None)


def _answered(now: Stand, event: TicketEvent) -> Stand:
    left = tuple(one for one in now.asked if one[0] is Request.EXCLUSION)
    return replace(
        now,
        answered_at=event.when,
        tries=(),
        asked=left,
        relays=(),
        paused_since=None,
        handlers=now.handlers | {event.actor},
    )


def _answered_jointly(now: Stand, event: TicketEvent) -> Stand:
    # Joined before it was dispatched it had no unit, and a rework needs one.
    return replace(_answered(now, event), unit=now.unit or event.unit)


def _rated(now: Stand, event: TicketEvent) -> Stand:
    return replace(
        now,
        contacted=event.contacted,
        solved=event.solved,
        unit_rating=event.unit_rating,
        hotline_rating=event.hotline_rating,
    )


def _handled(now: Stand, event: TicketEvent) -> Stand:
    return replace(now, handlers=now.handlers | {event.actor})


def _paused(now: Stand, event: TicketEvent) -> Stand:
    return replace(now, paused_since=event.when)


def _resumed(now: Stand, event: TicketEvent) -> Stand:
    del event
    return replace(now, paused_since=None)


def _relay_answered(now: Stand, event: TicketEvent) -> Stand:
    return replace(now, relays=tuple(one for one in now.relays if one != event.ref))


def _closed(now: Stand, event: TicketEvent) -> Stand:
    return replace(now, closed_at=event.when, unsolved=False)


_CHANGES: dict[Action, Callable[[Stand, TicketEvent], Stand]] = {
    A.DISPATCH: _dispatched,
    A.REDISPATCH: _dispatched,
    A.SIGN: _handled,
    A.ACCEPT_RETURN: _accepted,
    A.ANSWER: _answered,
    A.ANSWER_JOINT: _answered_jointly,
    A.FOLLOW_UP: _rated,
    A.NOT_REACHED: lambda now, event: replace(now, tries=(*now.tries, event.when)),
    A.REWORK: _reworked,
    A.NOT_SOLVED: _reworked,
    A.CLOSE: _closed,
    A.WITHDRAW: lambda now, event: replace(now, closed_at=event.when, asked=(), relays=()),
    A.GRANT_PAUSE: _paused,
    A.GRANT_PARK: _paused,
    A.RESUME: _resumed,
    A.GRANT_EXTENSION: lambda now, _: replace(now, extensions=now.extensions + 1),
    A.GRANT_EXCLUSION: lambda now, _: replace(now, excluded=True),
    A.CHASE: lambda now, _: replace(now, chases=now.chases + 1),
    A.SUPERVISE: lambda now, _: replace(now, supervised=now.supervised + 1, unsolved=False),
    A.RELAY: lambda now, event: replace(now, relays=(*now.relays, event.id)),
    A.RELAY_ANSWER: _relay_answered,
    A.LINK: lambda now, event: replace(now, joined_to=event.ref),
    A.UNLINK: lambda now, _: replace(now, joined_to=None),
    A.JOIN_EVENT: lambda now, event: replace(now, event_card=event.ref),
    A.RAISE_SECRECY: lambda now, event: replace(now, secrecy=Secrecy(event.value or now.secrecy)),
    A.RECATEGORISE: lambda now, event: replace(now, category=event.value, category_text=None),
}
