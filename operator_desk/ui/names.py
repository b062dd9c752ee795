"""The words of closed lists: kinds, outcomes, answers, secrecy, in the window's language."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from operator_desk.domain.article import ArticleKind, Validity
from operator_desk.domain.knowledge_terms import FlagReason
from operator_desk.domain.profile import Profile
from operator_desk.domain.terms import Answer, CallClass, MatterKind, Scope, TicketState
from operator_desk.domain.times import deadline
from operator_desk.ui.kit.words import later, tr

_ANSWERS = {
    Answer.CONFIRMED: later("confirmed"),
    Answer.CORRECTED: later("corrected"),
    Answer.DECLINED: later("declined"),
    Answer.NOT_READ: later("not read"),
}
_SCOPES = {
    Scope.GIST: later("gist readback"),
    Scope.WHOLE: later("whole readback"),
    Scope.CHANGED: later("what changed"),
}
_ARTICLES = {
    ArticleKind.REGULATION: later("Regulation"),
    ArticleKind.PROCEDURE: later("Procedure"),
    ArticleKind.FAQ: later("FAQ"),
    ArticleKind.CONTACT: later("Contact"),
    ArticleKind.PHRASE: later("Phrase"),
    ArticleKind.OUT_OF_SCOPE: later("Out of scope"),
    ArticleKind.CARD: later("Card"),
}
_FLAGS = {
    FlagReason.NUMBER_WRONG: later("number wrong"),
    FlagReason.OUTDATED: later("outdated"),
    FlagReason.TEXT_WRONG: later("text wrong"),
    FlagReason.INCOMPLETE: later("incomplete"),
    FlagReason.UNCLEAR: later("hard to understand"),
    FlagReason.OTHER: later("other reason"),
}
_VALIDITY = {
    Validity.VALID: later("in force"),
    Validity.REPEALED: later("repealed"),
    Validity.NOT_YET: later("not yet in force"),
}
_STATES = {
    TicketState.REGISTERED: later("registered"),
    TicketState.DISPATCHED: later("dispatched"),
    TicketState.SIGNED: later("signed"),
    TicketState.RETURNED: later("returned"),
    TicketState.IN_HAND: later("in hand"),
    TicketState.ANSWERED: later("answered"),
    TicketState.FOLLOW_UP: later("follow-up"),
    TicketState.RATED: later("rated"),
    TicketState.DEEMED_SATISFIED: later("deemed satisfied"),
    TicketState.CLOSED: later("closed"),
    TicketState.WITHDRAWN: later("withdrawn"),
    TicketState.LONG_TERM: later("long-term list"),
}
_CLASSES = {
    CallClass.INBOUND: later("incoming call"),
    CallClass.CALLBACK: later("call-back of a missed call"),
    CallClass.FOLLOW_UP: later("follow-up call"),
    CallClass.CORRECTION: later("correction call-back"),
    CallClass.SECOND_CALL: later("second call"),
    CallClass.AFTER_CALL_ENTRY: later("entered after the call"),
    CallClass.FAULT: later("line fault"),
    CallClass.TEST: later("test call"),
    CallClass.NO_CALL: later("no call: another system's request"),
}
_FIELDS = {
    "kind": later("Kind"),
    "category": later("Category"),
    "place": later("Place of the matter"),
    "title": later("Title"),
    "summary": later("Summary"),
    "unit": later("Responsible unit"),
    "caller_name": later("Caller's name"),
    "caller_address": later("Caller's address"),
    "callback": later("Call-back number"),
    "urgency": later("Urgency"),
    "secrecy": later("Secrecy"),
    "wants_reply": later("Wants a reply"),
}


def answer_word(answer: Answer) -> str:
    """The word of a readback answer."""
    return tr(_ANSWERS[answer])


def scope_word(scope: Scope) -> str:
    """The word of a readback's scope."""
    return tr(_SCOPES[scope])


def article_word(kind: ArticleKind) -> str:
    """The word of a kind of article."""
    return tr(_ARTICLES[kind])


def flag_word(reason: FlagReason) -> str:
    """Why an article is flagged."""
    return tr(_FLAGS[reason])


def validity_word(validity: Validity) -> str:
    """The word of an article's validity."""
    return tr(_VALIDITY[validity])


def state_word(state: TicketState) -> str:
    """The word of a ticket's state."""
    return tr(_STATES[state])


def class_word(call_class: CallClass) -> str:
    """The word of a call's class."""
    return tr(_CLASSES[call_class])


def field_word(name: str) -> str:
    """The label of a field of the ticket."""
    return tr(_FIELDS[name])


def kind_word(profile: Profile, kind: MatterKind, language: str) -> str:
    """The word of a kind of matter, as the profile says it."""
    return profile.kind(kind).text(language)


def outcome_word(profile: Profile, outcome: object, language: str) -> str:
    """The word of an outcome, as the profile says it."""
    for choice in profile.outcomes:
        if choice.value == outcome:
            return choice.text(language)
    return str(outcome)


def local(profile: Profile, at: datetime, form: str = "%H:%M") -> str:
    """An instant as the hotline's clock shows it."""
    return at.astimezone(ZoneInfo(profile.time_zone)).strftime(form)


def limit_time(profile: Profile, at: datetime, *, year: bool = True) -> str:
    """The first instant that is late, as people read it: midnight as 24:00 of the day before."""
    day, time = deadline(at, ZoneInfo(profile.time_zone))
    return f"{day:%Y-%m-%d} {time}" if year else f"{day:%m-%d} {time}"


def clock_text(seconds: int) -> str:
    """Minutes and seconds, with hours from the first hour on."""
    minutes, rest = divmod(max(0, seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes:02}:{rest:02}"
