"""Words of the tickets page: actions, fields, flags, and how much time is left."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from operator_desk.domain.errors import UserError
from operator_desk.domain.life_cycle import Action
from operator_desk.domain.profile import Profile
from operator_desk.domain.said import Said
from operator_desk.domain.terms import Reply, Secrecy, TicketState
from operator_desk.domain.ticket_row import TicketRow
from operator_desk.domain.way_words import ACTIONS
from operator_desk.domain.why_late import duration
from operator_desk.ui import names
from operator_desk.ui.kit.words import later, tr
from operator_desk.ui.messages import sentence

SOON = timedelta(hours=24)
_ENDED = {TicketState.CLOSED, TicketState.WITHDRAWN}
_FIELDS = {
    "reason": later("Reason"),
    "unit": later("Unit"),
    "co_units": later("Co-units"),
    "level": later("Level"),
    "until": later("Until"),
    "designated": later("Designated"),
    "note": later("Words"),
    "told": later("Told the caller"),
    "basis": later("Basis"),
    "contacted": later("Contacted"),
    "solved": later("Solved"),
    "unit_rating": later("Satisfied with the unit"),
    "hotline_rating": later("Satisfied with the hotline"),
    "value": later("New value"),
    "ref": later("About"),
    "happened_at": later("Happened at"),
    "own": later("To whom"),
    "mend": later("Mend the catalogue"),
}
_REPLIES = {
    Reply.YES: later("yes"),
    Reply.PARTLY: later("partly"),
    Reply.NO: later("no"),
    Reply.NOT_SAID: later("not said"),
}
_ASKED = {
    "return": later("return asked"),
    "extension": later("extension asked"),
    "pause": later("pause asked"),
    "park": later("long-term asked"),
    "exclusion": later("exclusion asked"),
}


@dataclass(frozen=True, slots=True)
class Left:
    """The time that is left in words, and its level: danger (late), warn (soon) or ""."""

    words: str
    level: str = ""


def action_word(action: Action | str) -> str:
    """What a button says; an action of a newer program is shown as it is stored."""
    known = action in set(Action)
    words = sentence(ACTIONS[Action(action)]) if known else str(action)
    return words[:1].upper() + words[1:]


def step_field(name: str) -> str:
    """The label of a field of a step."""
    return tr(_FIELDS[name])


def reply_word(reply: Reply) -> str:
    """What a caller said to a question."""
    return tr(_REPLIES[reply])


def short_words(time: timedelta) -> str:
    """A length of time as a column has room for it: its largest unit alone."""
    hours = int(time.total_seconds()) // 3600
    if hours:
        return long_words(timedelta(days=time.days) if time.days else timedelta(hours=hours))
    return long_words(time)


def long_words(time: timedelta) -> str:
    """A length of time in its two largest units."""
    return sentence(duration(int(time.total_seconds())))


def next_due(row: TicketRow) -> datetime | None:
    """The first limit that still runs."""
    if row.state in _ENDED or row.closed_at is not None:
        return None
    open_ = (row.caller_due_at, row.holder_due_at) if row.answered_at is None else ()
    return min((due for due in (*open_, row.step_due_at) if due is not None), default=None)


def time_left(
    row: TicketRow, now: datetime, words: Callable[[timedelta], str] = short_words
) -> Left:
    """How long the holder of a ticket has, or by how much it is late."""
    if row.paused:
        return Left(tr("paused"))
    due = next_due(row)
    if due is None:
        if row.late_at(now):
            return Left(tr("was late"), "danger")
        unknown = row.unknown is not None and row.state not in _ENDED
        return Left(tr("not computable"), "warn") if unknown else Left("")
    if due <= now:
        return Left(tr("late {time}", time=words(now - due)), "danger")
    return Left(words(due - now), "warn" if due - now < SOON else "")


def flags(row: TicketRow, joined: int = 0) -> str:
    """What is special about a ticket, in short words."""
    found = [tr(_ASKED[one]) for one in row.asked.split() if one in _ASKED]
    counted = (
        (row.chases, later("chased {n}")),
        (row.returns, later("returned {n}")),
        (row.reworks, later("reworked {n}")),
        (row.supervised, later("supervised {n}")),
        (row.tries, later("tried {n}")),
        (row.relays, later("question {n}")),
    )
    found += [tr(words, n=n) for n, words in counted if n]
    plain = (
        (row.paused, later("paused")),
        (row.unsolved, later("not solved")),
        (row.excluded, later("excluded")),
        (row.joined_to is not None, later("joint")),
        (row.event_card is not None, later("event")),
        (row.secrecy is Secrecy.SECRET, later("secret")),
        (row.secrecy is Secrecy.ANONYMOUS, later("anonymous")),
    )
    found += [tr(words) for holds, words in plain if holds]
    return " · ".join([f"+{joined}", *found] if joined else found)


def category_word(profile: Profile, row: TicketRow) -> str:
    """The category's own name, or what was typed."""
    found = profile.categories.find(row.category) if row.category else None
    return found.name if found else row.category_text or ""


def reason_word(profile: Profile, code: str, language: str) -> str:
    """A reason by its code, from whatever list."""
    for reasons in profile.reasons.values():
        for one in reasons:
            if one.code == code:
                return one.text(language)
    return code


def refusal(error: UserError | Said, profile: Profile) -> str:
    """A refusal as a sentence, its instants on the hotline's clock."""
    values = {
        name: names.local(profile, value, "%m-%d %H:%M") if isinstance(value, datetime) else value
        for name, value in error.values.items()
    }
    return sentence(Said(error.text, tuple((name, _value(one)) for name, one in values.items())))


def _value(value: object) -> str | int | Said:
    if isinstance(value, UserError):
        return Said(value.text, tuple((name, _value(one)) for name, one in value.values.items()))
    return value if isinstance(value, str | int | Said) else str(value)
