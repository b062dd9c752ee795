"""The closed lists of values of the field; their spelling is stable (commands, store, exports)."""

from __future__ import annotations

from enum import StrEnum


class Direction(StrEnum):
    """Who dialled."""

    IN = "in"
    OUT = "out"


class Entry(StrEnum):
    """How a call came into the store: taken live, entered from paper, or played from a script."""

    LIVE = "live"
    AFTER_CALL = "after_call"
    IMPORTED = "imported"


class Outcome(StrEnum):
    """How a call ended."""

    DIRECT_ANSWER = "direct_answer"
    TICKET = "ticket"
    TO_REGISTER = "to_register"
    SILENT = "silent"
    DROPPED = "dropped"
    WRONG_NUMBER = "wrong_number"
    TRANSFERRED = "transferred"
    GUIDED = "guided"
    NUISANCE = "nuisance"


class Purpose(StrEnum):
    """What a call was begun as: NONE an ordinary call, NO_CALL a request of another system."""

    NONE = "none"
    CALLBACK = "callback"
    FOLLOW_UP = "follow_up"
    CORRECTION = "correction"
    SECOND_CALL = "second_call"
    TEST = "test"
    NO_CALL = "no_call"


class CallClass(StrEnum):
    """What the counter takes a call for."""

    INBOUND = "inbound"
    CALLBACK = "callback"
    FOLLOW_UP = "follow_up"
    CORRECTION = "correction"
    SECOND_CALL = "second_call"
    AFTER_CALL_ENTRY = "after_call_entry"
    FAULT = "fault"
    TEST = "test"
    NO_CALL = "no_call"


class MatterKind(StrEnum):
    """The six kinds of matter."""

    INQUIRY = "inquiry"
    REQUEST = "request"
    COMPLAINT = "complaint"
    REPORT = "report"
    SUGGESTION = "suggestion"
    PRAISE = "praise"


class Mark(StrEnum):
    """How close a statement is to what was said."""

    VERBATIM = "verbatim"
    GIST = "gist"
    UNCLEAR = "unclear"


class Scope(StrEnum):
    """What a readback covers."""

    GIST = "gist"
    WHOLE = "whole"
    CHANGED = "changed"


class Mode(StrEnum):
    """Who reads: the operator, or the machine's voice."""

    MANUAL = "manual"
    VOICE = "voice"


class Answer(StrEnum):
    """What the caller said to one item of a readback."""

    CONFIRMED = "confirmed"
    CORRECTED = "corrected"
    DECLINED = "declined"
    NOT_READ = "not_read"


class ItemKind(StrEnum):
    """What one item of a readback is."""

    STATEMENT = "statement"
    SUMMARY = "summary"
    ELEMENT = "element"


class Secrecy(StrEnum):
    """Three grades: what the unit may see of the caller."""

    OPEN = "open"
    SECRET = "secret"
    ANONYMOUS = "anonymous"


class Urgency(StrEnum):
    """How fast a ticket has to be handled."""

    NORMAL = "normal"
    URGENT = "urgent"
    EMERGENCY = "emergency"


class TicketState(StrEnum):
    """Where a ticket stands."""

    REGISTERED = "registered"
    DISPATCHED = "dispatched"
    SIGNED = "signed"
    RETURNED = "returned"
    IN_HAND = "in_hand"
    ANSWERED = "answered"
    FOLLOW_UP = "follow_up"
    RATED = "rated"
    DEEMED_SATISFIED = "deemed_satisfied"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"
    LONG_TERM = "long_term"


class Reply(StrEnum):
    """What a caller said to a question of the follow-up."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"
    NOT_SAID = "not_said"


class Seat(StrEnum):
    """What a seat is doing; every change is a row."""

    SIGNED_OFF = "signed_off"
    READY = "ready"
    NOT_READY = "not_ready"
    TALKING = "talking"
    AFTER_CALL = "after_call"


class Role(StrEnum):
    """What a member of staff may do."""

    OPERATOR = "operator"
    DISPATCHER = "dispatcher"
    LEAD = "lead"
    EDITOR = "editor"
    UNIT = "unit"
    FOLLOW_UP = "follow_up"
    QUALITY = "quality"
    AUDITOR = "auditor"
    ADMIN = "admin"


# Reasons the program itself gives for an item that was not read: outside the scope of the
# readback, the caller hung up, answered at once without a ticket, no readback was begun.
REASON_SCOPE = "scope"
REASON_HUNG_UP = "hung_up"
REASON_NOT_NEEDED = "not_needed"
REASON_NOT_BEGUN = "not_begun"
