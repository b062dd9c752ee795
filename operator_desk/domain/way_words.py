"""The words of a ticket's way, for sentences: actions, states, requests, roles, fields."""

from __future__ import annotations

from collections.abc import Iterable

from operator_desk.domain.life_cycle import Action, Request
from operator_desk.domain.said import Said, said
from operator_desk.domain.terms import Role, TicketState

ACTIONS: dict[Action, Said] = {
    Action.REGISTER: said("register"),
    Action.DISPATCH: said("dispatch"),
    Action.REDISPATCH: said("dispatch again"),
    Action.SIGN: said("sign"),
    Action.CONTACT: said("contact the caller"),
    Action.RETURN: said("return"),
    Action.ACCEPT_RETURN: said("accept the return"),
    Action.REFUSE_RETURN: said("refuse the return"),
    Action.EXTEND: said("ask for an extension"),
    Action.GRANT_EXTENSION: said("grant the extension"),
    Action.REFUSE_EXTENSION: said("refuse the extension"),
    Action.PAUSE: said("ask for a pause"),
    Action.GRANT_PAUSE: said("grant the pause"),
    Action.REFUSE_PAUSE: said("refuse the pause"),
    Action.RESUME: said("resume"),
    Action.PARK: said("ask for the long-term list"),
    Action.GRANT_PARK: said("put on the long-term list"),
    Action.REFUSE_PARK: said("refuse the long-term list"),
    Action.EXCLUDE: said("ask for exclusion"),
    Action.GRANT_EXCLUSION: said("grant the exclusion"),
    Action.REFUSE_EXCLUSION: said("refuse the exclusion"),
    Action.ANSWER: said("answer"),
    Action.ANSWER_JOINT: said("answer jointly"),
    Action.CONTRIBUTE: said("contribute"),
    Action.FOLLOW_UP: said("rate in the follow-up"),
    Action.NOT_REACHED: said("note that nobody was reached"),
    Action.DEEM: said("deem satisfied"),
    Action.REWORK: said("rework"),
    Action.CLOSE: said("close"),
    Action.WITHDRAW: said("withdraw"),
    Action.NOT_SOLVED: said("note as not solved"),
    Action.CHASE: said("chase"),
    Action.PROGRESS: said("tell the progress"),
    Action.SUPPLEMENT: said("supplement"),
    Action.SUPERVISE: said("supervise"),
    Action.RELAY: said("ask the caller"),
    Action.RELAY_ANSWER: said("bring the caller's answer"),
    Action.LINK: said("handle jointly"),
    Action.UNLINK: said("handle apart"),
    Action.JOIN_EVENT: said("join an event"),
    Action.RAISE_SECRECY: said("raise the secrecy"),
    Action.RECATEGORISE: said("change the category"),
    Action.TAKE_BACK: said("take back"),
}
STATES: dict[TicketState, Said] = {
    TicketState.REGISTERED: said("registered"),
    TicketState.DISPATCHED: said("dispatched"),
    TicketState.SIGNED: said("signed"),
    TicketState.RETURNED: said("returned"),
    TicketState.IN_HAND: said("in hand"),
    TicketState.ANSWERED: said("answered"),
    TicketState.FOLLOW_UP: said("in follow-up"),
    TicketState.RATED: said("rated"),
    TicketState.DEEMED_SATISFIED: said("deemed satisfied"),
    TicketState.CLOSED: said("closed"),
    TicketState.WITHDRAWN: said("withdrawn"),
    TicketState.LONG_TERM: said("on the long-term list"),
}
REQUESTS: dict[Request, Said] = {
    Request.RETURN: said("a return"),
    Request.EXTENSION: said("an extension"),
    Request.PAUSE: said("a pause"),
    Request.PARK: said("the long-term list"),
    Request.EXCLUSION: said("an exclusion"),
}
ROLES: dict[Role, Said] = {
    Role.OPERATOR: said("operator"),
    Role.DISPATCHER: said("dispatcher"),
    Role.LEAD: said("team lead"),
    Role.EDITOR: said("knowledge editor"),
    Role.UNIT: said("responsible unit"),
    Role.FOLLOW_UP: said("follow-up caller"),
    Role.QUALITY: said("quality reviewer"),
    Role.AUDITOR: said("auditor"),
    Role.ADMIN: said("administrator"),
}
FIELDS: dict[str, Said] = {
    "reason": said("the reason"),
    "unit": said("the unit"),
    "note": said("the words"),
    "told": said("what the caller was told"),
    "until": said("until when"),
    "basis": said("the basis"),
    "ref": said("what it is about"),
    "matter_id": said("a record"),
    "contacted": said("whether the caller was contacted"),
    "solved": said("whether it was solved"),
    "unit_rating": said("whether the unit satisfied"),
    "hotline_rating": said("whether the hotline satisfied"),
    "value": said("the new value"),
}


def listed(words: Iterable[Said]) -> Said:
    """Several words as one: with commas."""
    first, *rest = words
    for one in rest:
        first = said("{words}, {more}", words=first, more=one)
    return first


def either(words: Iterable[Said]) -> Said:
    """Several words of which one is enough."""
    first, *rest = words
    for one in rest:
        first = said("{words} or {more}", words=first, more=one)
    return first
