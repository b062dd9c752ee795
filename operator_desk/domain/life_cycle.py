"""The way of a ticket as one table: state × action × role → state, and what must be given.

Services, window and commands read this table and nothing else. Adding a step is adding a row;
what a row cannot say stands in `life_guards` under the name of its guard.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from operator_desk.domain.terms import Role, TicketState


class Action(StrEnum):
    """What can be done to a ticket; the words of events, commands and buttons."""

    REGISTER = "register"
    DISPATCH = "dispatch"
    REDISPATCH = "redispatch"
    SIGN = "sign"
    CONTACT = "contact"
    RETURN = "return"
    ACCEPT_RETURN = "accept_return"
    REFUSE_RETURN = "refuse_return"
    EXTEND = "extend"
    GRANT_EXTENSION = "grant_extension"
    REFUSE_EXTENSION = "refuse_extension"
    PAUSE = "pause"
    GRANT_PAUSE = "grant_pause"
    REFUSE_PAUSE = "refuse_pause"
    RESUME = "resume"
    PARK = "park"
    GRANT_PARK = "grant_park"
    REFUSE_PARK = "refuse_park"
    EXCLUDE = "exclude"
    GRANT_EXCLUSION = "grant_exclusion"
    REFUSE_EXCLUSION = "refuse_exclusion"
    ANSWER = "answer"
    ANSWER_JOINT = "answer_joint"
    CONTRIBUTE = "contribute"
    FOLLOW_UP = "follow_up"
    NOT_REACHED = "not_reached"
    DEEM = "deem"
    REWORK = "rework"
    CLOSE = "close"
    WITHDRAW = "withdraw"
    NOT_SOLVED = "not_solved"
    CHASE = "chase"
    PROGRESS = "progress"
    SUPPLEMENT = "supplement"
    SUPERVISE = "supervise"
    RELAY = "relay"
    RELAY_ANSWER = "relay_answer"
    LINK = "link"
    UNLINK = "unlink"
    JOIN_EVENT = "join_event"
    RAISE_SECRECY = "raise_secrecy"
    RECATEGORISE = "recategorise"
    TAKE_BACK = "take_back"


class Request(StrEnum):
    """What a unit may ask the centre for; open until it is granted or refused."""

    RETURN = "return"
    EXTENSION = "extension"
    PAUSE = "pause"
    PARK = "park"
    EXCLUSION = "exclusion"


BACK = "back"  # in place of a state: the one before the request or the pause

_S = TicketState
_R = Role
AT_UNIT = frozenset({_S.DISPATCHED, _S.SIGNED, _S.IN_HAND})
OPEN = AT_UNIT | {_S.REGISTERED, _S.RETURNED, _S.LONG_TERM}
ANSWERED = frozenset({_S.ANSWERED, _S.FOLLOW_UP})
JUDGED = frozenset({_S.RATED, _S.DEEMED_SATISFIED})
DONE = JUDGED | {_S.CLOSED, _S.WITHDRAWN}
ALL = frozenset(TicketState)

CENTRE = frozenset({_R.DISPATCHER, _R.LEAD})
UNIT = CENTRE | {_R.UNIT}  # the centre may enter what a unit without a desk reports
AFTER = frozenset({_R.FOLLOW_UP, _R.LEAD})
AT_DESK = frozenset({_R.OPERATOR}) | CENTRE | AFTER
LEAD = frozenset({_R.LEAD})


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One row of the table.

    `to`: the state after it, `BACK`, or None when the state stays. `needs`: fields of the event
    that must be given (`a|b`: one of them); `wants`: fields that are asked for besides.
    `guards`: names of further conditions in `life_guards`. `reasons`: the profile's list that
    the reason is taken from. `asks`, `decides`: the request that is made or settled.
    """

    action: Action
    from_: frozenset[TicketState]
    to: TicketState | str | None
    by: frozenset[Role]
    needs: tuple[str, ...] = ()
    wants: tuple[str, ...] = ()
    guards: tuple[str, ...] = ()
    reasons: str | None = None
    asks: Request | None = None
    decides: Request | None = None

    @property
    def moves(self) -> bool:
        """Whether it changes where the ticket stands, or what is asked for."""
        return self.to is not None or self.asks is not None or self.decides is not None


def _way(
    action: Action,
    from_: frozenset[TicketState] | set[TicketState],
    to: TicketState | str | None,
    by: frozenset[Role],
    needs: str = "",
    wants: str = "",
    guards: str = "",
    reasons: str | None = None,
    asks: Request | None = None,
    decides: Request | None = None,
) -> Way:
    return Way(
        action=action,
        from_=frozenset(from_),
        to=to,
        by=by,
        needs=tuple(needs.split()),
        wants=tuple(wants.split()),
        guards=tuple(guards.split()),
        reasons=reasons,
        asks=asks,
        decides=decides,
    )


_A = Action
_HOLDING = AT_UNIT | {_S.LONG_TERM}
WAYS: tuple[Way, ...] = (
    # -- to the unit, and back from it ---------------------------------------------------
    _way(_A.DISPATCH, {_S.REGISTERED}, _S.DISPATCHED, CENTRE, "unit",
         "co_units level until designated note", "known_unit known_level"),
    _way(_A.REDISPATCH, _HOLDING | {_S.RETURNED}, _S.DISPATCHED, CENTRE, "unit reason",
         "co_units level until designated note",
         "known_unit known_level return_decided lead_decides",
         "redispatch"),
    _way(_A.SIGN, {_S.DISPATCHED}, _S.SIGNED, UNIT, "", "note", "own_ticket"),
    _way(_A.CONTACT, {_S.SIGNED, _S.IN_HAND}, _S.IN_HAND, UNIT, "contacted", "note",
         "own_ticket"),
    _way(_A.RETURN, AT_UNIT, _S.RETURNED, UNIT, "reason basis|note", "unit",
         "own_ticket lead_unit not_designated return_window", "return", asks=Request.RETURN),
    _way(_A.ACCEPT_RETURN, {_S.RETURNED}, None, CENTRE, "", "note", "asked",
         decides=Request.RETURN),
    _way(_A.REFUSE_RETURN, {_S.RETURNED}, BACK, CENTRE, "reason|note", "", "asked", "refusal",
         decides=Request.RETURN),
    # -- what the unit asks for ----------------------------------------------------------
    _way(_A.EXTEND, AT_UNIT, None, UNIT, "until reason told", "note",
         "own_ticket lead_unit not_asked before_limit within_extension extensions_left",
         "extension",
         asks=Request.EXTENSION),
    _way(_A.GRANT_EXTENSION, AT_UNIT, None, CENTRE, "", "until note", "asked within_extension",
         decides=Request.EXTENSION),
    _way(_A.REFUSE_EXTENSION, AT_UNIT, None, CENTRE, "reason|note", "", "asked", "refusal",
         decides=Request.EXTENSION),
    _way(_A.PAUSE, AT_UNIT, None, UNIT, "reason", "note", "own_ticket lead_unit not_asked running",
         "pause", asks=Request.PAUSE),
    _way(_A.GRANT_PAUSE, AT_UNIT, None, CENTRE, "", "note", "asked running",
         decides=Request.PAUSE),
    _way(_A.REFUSE_PAUSE, AT_UNIT, None, CENTRE, "reason|note", "", "asked", "refusal",
         decides=Request.PAUSE),
    _way(_A.RESUME, AT_UNIT, None, UNIT, "note", "", "own_ticket paused"),
    _way(_A.RESUME, {_S.LONG_TERM}, BACK, CENTRE, "note"),
    _way(_A.PARK, AT_UNIT, None, UNIT, "reason note", "until", "own_ticket lead_unit not_asked",
         "park", asks=Request.PARK),
    _way(_A.GRANT_PARK, AT_UNIT, _S.LONG_TERM, LEAD, "", "until note", "asked",
         decides=Request.PARK),
    _way(_A.REFUSE_PARK, AT_UNIT, None, LEAD, "reason|note", "", "asked", "refusal",
         decides=Request.PARK),
    _way(_A.EXCLUDE, ALL - {_S.REGISTERED, _S.WITHDRAWN}, None, UNIT, "reason note", "basis",
         "own_ticket lead_unit not_asked not_excluded", "exclusion", asks=Request.EXCLUSION),
    _way(_A.GRANT_EXCLUSION, ALL, None, LEAD, "", "note", "asked", decides=Request.EXCLUSION),
    _way(_A.REFUSE_EXCLUSION, ALL, None, LEAD, "reason|note", "", "asked", "refusal",
         decides=Request.EXCLUSION),
    # -- the answer ----------------------------------------------------------------------
    _way(_A.ANSWER, {_S.SIGNED, _S.IN_HAND, _S.LONG_TERM}, _S.ANSWERED, UNIT, "note",
         "basis contacted", "own_ticket lead_unit not_joined"),
    _way(_A.ANSWER_JOINT, OPEN, _S.ANSWERED, UNIT, "note ref", "basis", "joint"),
    _way(_A.CONTRIBUTE, {_S.SIGNED, _S.IN_HAND, _S.DISPATCHED}, None, UNIT, "note", "basis",
         "own_ticket"),
    _way(_A.RELAY, AT_UNIT, None, UNIT, "note", "", "own_ticket"),
    _way(_A.RELAY_ANSWER, OPEN | ANSWERED, None, AT_DESK, "note ref", "", "relay_open"),
    # -- what the caller says to it ------------------------------------------------------
    _way(_A.FOLLOW_UP, ANSWERED, _S.RATED, AFTER,
         "contacted solved unit_rating hotline_rating", "reason note", "not_handler gives_reason",
         "follow_up"),
    _way(_A.NOT_REACHED, ANSWERED, _S.FOLLOW_UP, AFTER, "reason", "note", "not_handler",
         "not_reached"),
    _way(_A.DEEM, ANSWERED, _S.DEEMED_SATISFIED, AFTER, "", "note", "not_handler tried_enough"),
    _way(_A.REWORK, ANSWERED | {_S.RATED}, _S.DISPATCHED, AFTER | CENTRE, "reason", "note",
         "not_handler rework_left has_unit", "follow_up"),
    _way(_A.CLOSE, JUDGED, _S.CLOSED, AFTER | CENTRE, "", "note"),
    _way(_A.CLOSE, ANSWERED, _S.CLOSED, AFTER | CENTRE, "", "note", "nobody_to_ask not_handler"),
    # -- the second call -----------------------------------------------------------------
    _way(_A.PROGRESS, ALL, None, AT_DESK, "", "told note"),
    _way(_A.CHASE, OPEN, None, AT_DESK, "", "note"),
    _way(_A.SUPPLEMENT, OPEN | ANSWERED, None, AT_DESK, "note|matter_id"),
    _way(_A.WITHDRAW, OPEN | ANSWERED, _S.WITHDRAWN, AT_DESK, "reason", "note", "",
         "withdraw"),
    _way(_A.NOT_SOLVED, ANSWERED | JUDGED | {_S.CLOSED}, _S.DISPATCHED, AT_DESK, "",
         "reason note", "rework_left has_unit", "follow_up"),
    _way(_A.NOT_SOLVED, ANSWERED | JUDGED | {_S.CLOSED}, None, AT_DESK, "", "reason note",
         "no_rework_left", "follow_up"),
    # -- what the centre does besides ----------------------------------------------------
    _way(_A.SUPERVISE, ALL - {_S.WITHDRAWN}, None, LEAD, "reason", "note", "", "supervise"),
    _way(_A.LINK, OPEN, None, AT_DESK, "ref", "note", "not_joined"),
    _way(_A.UNLINK, OPEN, None, CENTRE | {_R.OPERATOR}, "", "note", "joined"),
    _way(_A.JOIN_EVENT, OPEN, None, AT_DESK, "ref"),
    _way(_A.RAISE_SECRECY, OPEN | ANSWERED, None, AT_DESK, "value", "note", "more_secret"),
    _way(_A.RECATEGORISE, OPEN, None, CENTRE, "value", "note", "known_category"),
)  # fmt: skip


def ways(action: Action, state: TicketState) -> tuple[Way, ...]:
    """The rows for an action in a state; of several the first whose guards hold is taken."""
    return tuple(way for way in WAYS if way.action is action and state in way.from_)


def actions_in(state: TicketState, roles: frozenset[Role]) -> tuple[Action, ...]:
    """What somebody with one of these roles may try in a state, in the table's order."""
    found = (way.action for way in WAYS if state in way.from_ and way.by & roles)
    return tuple(dict.fromkeys(found))


def states_for(action: Action) -> tuple[TicketState, ...]:
    """The states in which an action is possible at all, in their own order."""
    able = frozenset().union(*(way.from_ for way in WAYS if way.action is action))
    return tuple(state for state in TicketState if state in able)
