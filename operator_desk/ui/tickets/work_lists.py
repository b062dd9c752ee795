"""The work lists as one table: what is in each, for whom, in which order. Another list: a row."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from operator_desk.domain.life_cycle import AFTER, ANSWERED, CENTRE, JUDGED, LEAD, OPEN
from operator_desk.domain.terms import Role, TicketState
from operator_desk.services.people import Actor
from operator_desk.services.ports import TicketQuery
from operator_desk.services.rights import own_only
from operator_desk.ui.kit.words import later

_S = TicketState
_SOON = timedelta(hours=24)
_UNIT = frozenset({Role.UNIT})
_DESK = frozenset({Role.OPERATOR, *CENTRE, *AFTER})
_SEEING = frozenset(Role) - _UNIT


@dataclass(frozen=True, slots=True)
class WorkList:
    """One list: `query` says what is in it for somebody now, `empty` what an empty one means.

    `columns`: those that are shown before others, where there is not room for all.
    """

    name: str
    text: str
    roles: frozenset[Role]
    query: Callable[[Actor, datetime], TicketQuery]
    sort: str
    empty: str
    descending: bool = False
    columns: tuple[str, ...] = ("unit", "flags")

    def asked(self, actor: Actor, now: datetime) -> TicketQuery:
        """The query in the order of the list."""
        query = self.query(actor, now)
        return replace(query, sort=self.sort, descending=self.descending)


def _plain(query: TicketQuery) -> Callable[[Actor, datetime], TicketQuery]:
    return lambda _actor, _now: query


def _states(*states: TicketState) -> Callable[[Actor, datetime], TicketQuery]:
    return _plain(TicketQuery(states=tuple(sorted(states))))


def _of_unit(*states: TicketState) -> Callable[[Actor, datetime], TicketQuery]:
    return lambda actor, _now: TicketQuery(states=states, with_unit=actor.unit or "")


_OPEN = tuple(sorted(OPEN))


def _soon(_actor: Actor, now: datetime) -> TicketQuery:
    return TicketQuery(due_before=now + _SOON, not_due_before=now, states=_OPEN)


_NOTHING = later("Nothing waits here.")
WORK_LISTS: tuple[WorkList, ...] = (
    WorkList("to_sign", later("To sign"), _UNIT, _of_unit(_S.DISPATCHED), "step_due_at",
             later("No new ticket: everything is signed."), columns=("category", "state")),
    WorkList("in_hand", later("In hand"), _UNIT, _of_unit(_S.SIGNED, _S.IN_HAND, _S.LONG_TERM),
             "holder_due_at", later("Nothing is in hand."), columns=("flags", "state")),
    WorkList("returned_by_me", later("Returned"), _UNIT, _of_unit(_S.RETURNED), "since",
             later("Nothing is being looked at by the centre.")),
    WorkList("answered", later("Answered"), _UNIT,
             _of_unit(_S.ANSWERED, _S.FOLLOW_UP, _S.RATED, _S.DEEMED_SATISFIED, _S.CLOSED),
             "answered_at", later("Nothing was answered yet."), True),
    WorkList("to_dispatch", later("To dispatch"), CENTRE,
             _plain(TicketQuery(states=(_S.REGISTERED, _S.RETURNED), not_asked="return",
                                joined=False)),
             "step_due_at", later("Everything is dispatched."),
             columns=("category", "flags")),
    WorkList("returns", later("Returns to decide"), CENTRE, _plain(TicketQuery(asked="return")),
             "since", later("No unit has returned a ticket.")),
    WorkList("due_soon", later("Due within a day"), CENTRE,
             _soon, "caller_due_at",
             later("Nothing is due within a day.")),
    WorkList("late", later("Late"), CENTRE,
             lambda _actor, now: TicketQuery(due_before=now, states=_OPEN), "caller_due_at",
             later("Nothing is late.")),
    WorkList("extensions", later("Extensions asked"), CENTRE,
             _plain(TicketQuery(asked="extension")), "holder_due_at", _NOTHING),
    WorkList("pauses", later("Pauses asked"), CENTRE, _plain(TicketQuery(asked="pause")),
             "holder_due_at", _NOTHING),
    WorkList("parks", later("Long-term asked"), LEAD, _plain(TicketQuery(asked="park")),
             "since", _NOTHING),
    WorkList("exclusions", later("Exclusions asked"), LEAD, _plain(TicketQuery(asked="exclusion")),
             "since", _NOTHING),
    WorkList("chased", later("Chased"), CENTRE,
             _plain(TicketQuery(chased=True, states=_OPEN)), "caller_due_at", _NOTHING),
    WorkList("unsolved", later("Not solved after rework"), CENTRE,
             _plain(TicketQuery(unsolved=True)), "since", _NOTHING),
    WorkList("long_term", later("Long-term list"), CENTRE, _states(_S.LONG_TERM), "since",
             _NOTHING),
    WorkList("to_follow_up", later("To follow up"), AFTER, _states(_S.ANSWERED), "step_due_at",
             later("No answer waits for its follow-up.")),
    WorkList("try_again", later("To try again"), AFTER, _states(_S.FOLLOW_UP), "step_due_at",
             _NOTHING),
    WorkList("said_no", later("Said no: rework"), AFTER,
             _plain(TicketQuery(state=_S.RATED, dissatisfied=True)), "since", _NOTHING),
    WorkList("to_close", later("To close"), AFTER,
             _plain(TicketQuery(states=tuple(sorted(JUDGED)), dissatisfied=False)), "since",
             _NOTHING),
    WorkList("mine", later("My tickets"), _DESK,
             lambda actor, _now: TicketQuery(operator=actor.staff_id), "registered_at",
             later("No ticket here. F11 in a call registers one."), True),
    WorkList("questions", later("Questions to callers"), _DESK,
             _plain(TicketQuery(relays=True, states=tuple(sorted(OPEN | ANSWERED)))), "since",
             later("No unit has a question to a caller.")),
    WorkList("all", later("All tickets"), _SEEING, _plain(TicketQuery()), "registered_at",
             later("There is no ticket yet."), True),
)  # fmt: skip


def lists_for(actor: Actor) -> tuple[WorkList, ...]:
    """The lists of somebody; who belongs to a unit only has those of the unit."""
    roles = _UNIT if own_only(actor) else actor.all_roles - _UNIT
    if not own_only(actor) and actor.unit is not None:
        roles = actor.all_roles
    return tuple(one for one in WORK_LISTS if one.roles & roles)
