"""Words of the call page about tickets that there are already."""

from __future__ import annotations

from datetime import datetime

from operator_desk.domain.errors import UserError
from operator_desk.domain.facts import TicketEvent
from operator_desk.domain.life_cycle import Action
from operator_desk.domain.numbers import short_ticket_number
from operator_desk.domain.profile import Profile
from operator_desk.domain.said import Said
from operator_desk.domain.step_choice import NotAllowedError
from operator_desk.domain.terms import Reply, Secrecy
from operator_desk.services.second_calls import KnownTicket
from operator_desk.ui import names
from operator_desk.ui.kit.words import later, tr
from operator_desk.ui.messages import sentence

_CHOICES = {
    Action.PROGRESS: later("Progress"),
    Action.CHASE: later("Chase"),
    Action.SUPPLEMENT: later("Supplement"),
    Action.WITHDRAW: later("Withdraw the matter"),
    Action.NOT_SOLVED: later("Not solved"),
}
_TAKEN = {
    Action.PROGRESS: later("Progress told: {number}"),
    Action.CHASE: later("Chased: {number}"),
    Action.SUPPLEMENT: later("Supplement to {number}: type it, it is joined when it is sealed"),
    Action.WITHDRAW: later("Withdrawn: {number}"),
    Action.NOT_SOLVED: later("Not solved: {number}"),
    Action.RELAY_ANSWER: later("Answer for the unit: {number}"),
}
_STEPS = {
    Action.REGISTER: later("registered"),
    Action.DISPATCH: later("dispatched"),
    Action.REDISPATCH: later("dispatched again"),
    Action.SIGN: later("signed"),
    Action.CONTACT: later("caller contacted"),
    Action.RETURN: later("returned"),
    Action.ACCEPT_RETURN: later("return accepted"),
    Action.REFUSE_RETURN: later("return refused"),
    Action.EXTEND: later("extension asked"),
    Action.GRANT_EXTENSION: later("extension granted"),
    Action.REFUSE_EXTENSION: later("extension refused"),
    Action.PAUSE: later("pause asked"),
    Action.GRANT_PAUSE: later("paused"),
    Action.REFUSE_PAUSE: later("pause refused"),
    Action.RESUME: later("resumed"),
    Action.PARK: later("long-term list asked"),
    Action.GRANT_PARK: later("put on the long-term list"),
    Action.REFUSE_PARK: later("long-term list refused"),
    Action.ANSWER: later("answered"),
    Action.ANSWER_JOINT: later("answered"),
    Action.CONTRIBUTE: later("co-unit contributed"),
    Action.FOLLOW_UP: later("caller asked"),
    Action.NOT_REACHED: later("caller not reached"),
    Action.DEEM: later("deemed satisfied"),
    Action.REWORK: later("rework"),
    Action.CLOSE: later("closed"),
    Action.WITHDRAW: later("withdrawn"),
    Action.NOT_SOLVED: later("not solved"),
    Action.CHASE: later("chased"),
    Action.PROGRESS: later("progress told"),
    Action.SUPPLEMENT: later("supplemented"),
    Action.SUPERVISE: later("supervised"),
    Action.RELAY: later("unit asks the caller"),
    Action.RELAY_ANSWER: later("answered for the unit"),
    Action.LINK: later("joined to another"),
    Action.UNLINK: later("no longer joined"),
    Action.JOIN_EVENT: later("joined to an event"),
    Action.RAISE_SECRECY: later("secrecy raised"),
    Action.RECATEGORISE: later("category changed"),
}
_REPLIES = {
    Reply.YES: later("yes"),
    Reply.PARTLY: later("partly"),
    Reply.NO: later("no"),
    Reply.NOT_SAID: later("not said"),
}


def choice_word(action: Action) -> str:
    """The word of what a caller can do to a ticket."""
    return tr(_CHOICES[action])


def taken_words(action: Action, number: str) -> str:
    """What was done to a ticket in the call."""
    return tr(_TAKEN[action], number=short_ticket_number(number))


def reply_word(reply: Reply) -> str:
    """The word of an answer in a follow-up call."""
    return tr(_REPLIES[reply])


def step_words(profile: Profile, event: TicketEvent) -> str:
    """A step of a ticket with its time."""
    action = next((one for one in Action if one.value == event.action), None)
    words = tr(_STEPS[action]) if action in _STEPS else event.action
    return f"{names.local(profile, event.when, '%m-%d %H:%M')} {words}"


def refusal(error: UserError) -> str:
    """Why something is not possible, short enough for a row."""
    if isinstance(error, NotAllowedError):
        state = error.values["state"]
        return tr(
            "not while it is {state}", state=sentence(state) if isinstance(state, Said) else state
        )
    return sentence(error)


def limit_words(profile: Profile, ticket: KnownTicket, now: datetime) -> str:
    """The caller's limit and what is left of it; "" when it does not run any more."""
    due = ticket.row.caller_due_at
    if not ticket.open or ticket.row.answered_at is not None:
        return ""
    if due is None:
        return tr("limit not computable") if ticket.row.unknown else ""
    when = names.limit_time(profile, due, year=False)
    if due < now:
        return tr("late since {when}", when=when)
    hours, minutes = divmod(int((due - now).total_seconds()) // 60, 60)
    if hours >= 48:
        return tr("until {when}, {n} days left", when=when, n=hours // 24)
    if hours:
        return tr("until {when}, {n} hours left", when=when, n=hours)
    return tr("until {when}, {n} minutes left", when=when, n=minutes)


def head_words(ticket: KnownTicket) -> str:
    """Number, state and unit of a ticket."""
    parts = [short_ticket_number(ticket.row.number), names.state_word(ticket.row.state)]
    if ticket.row.secrecy is not Secrecy.OPEN:
        grades = {Secrecy.SECRET: tr("secret"), Secrecy.ANONYMOUS: tr("anonymous")}
        parts.append(grades[ticket.row.secrecy])
    parts.append(ticket.unit)
    return "　".join(part for part in parts if part)


def short_words(profile: Profile, ticket: KnownTicket, now: datetime) -> str:
    """What a ticket is about and how its time stands, few lines."""
    chased = ""
    if ticket.chased:
        since = names.local(profile, ticket.chased[0], "%m-%d")
        chased = tr("chased {n} times since {day}", n=len(ticket.chased), day=since)
    runs = "　".join(part for part in (limit_words(profile, ticket, now), chased) if part)
    lines = [head_words(ticket), ticket.row.title or "", runs]
    return "\n".join(line for line in lines if line)


def more_words(profile: Profile, ticket: KnownTicket) -> str:
    """Where a ticket is about, and what was done to it last."""
    last = tr("Last step: {step}", step=step_words(profile, ticket.last))
    return "\n".join(line for line in (ticket.row.place or "", last) if line)


def whole_words(profile: Profile, ticket: KnownTicket, now: datetime) -> str:
    """All that an operator needs to know to choose a ticket, some lines."""
    lines = [short_words(profile, ticket, now), more_words(profile, ticket)]
    lines += [tr("The unit asks: {question}", question=one.words) for one in ticket.asked]
    return "\n".join(lines)
