"""Values of closed lists that editors of the knowledge base choose from."""

from __future__ import annotations

from enum import StrEnum


class DraftStep(StrEnum):
    """What was last done with a draft; the last three end it or wait for its day."""

    SAVED = "saved"
    SUBMITTED = "submitted"
    SENT_BACK = "sent_back"
    SCHEDULED = "scheduled"
    PUBLISHED = "published"
    DROPPED = "dropped"


class FlagReason(StrEnum):
    """Why an operator flags an article."""

    NUMBER_WRONG = "number_wrong"
    OUTDATED = "outdated"
    TEXT_WRONG = "text_wrong"
    INCOMPLETE = "incomplete"
    UNCLEAR = "unclear"
    OTHER = "other"


class RecallAction(StrEnum):
    """What became of a call-back."""

    CALLED = "called"
    NOT_REACHED = "not_reached"
    NOT_NEEDED = "not_needed"


class Queue(StrEnum):
    """The lists that editors work off."""

    MISS = "miss"
    FLAG = "flag"
    REVIEW = "review"
    CONTACT = "contact"
    SUCCESSOR = "successor"


class QueueAction(StrEnum):
    """What an editor does with an item of a queue."""

    ASSIGNED = "assigned"
    DONE = "done"
    REOPENED = "reopened"


class LearnedAction(StrEnum):
    """What an editor decides of learned pairs of words."""

    STRUCK = "struck"
    PINNED = "pinned"
    CLEARED = "cleared"
    RESET = "reset"
