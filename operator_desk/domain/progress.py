"""What a caller may be told of a ticket: which phrases, and what may fill them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from operator_desk.domain.numbers import short_ticket_number
from operator_desk.domain.terms import Secrecy, TicketState
from operator_desk.domain.ticket_row import TicketRow

_S = TicketState
# What a state is called towards callers; that a unit sent it back is no matter of theirs.
MOMENTS = {
    _S.REGISTERED: "registered",
    _S.DISPATCHED: "dispatched",
    _S.SIGNED: "dispatched",
    _S.IN_HAND: "in_hand",
    _S.RETURNED: "registered",
    _S.LONG_TERM: "long_term",
    _S.ANSWERED: "answered",
    _S.FOLLOW_UP: "answered",
    _S.RATED: "closed",
    _S.DEEMED_SATISFIED: "closed",
    _S.CLOSED: "closed",
    _S.WITHDRAWN: "withdrawn",
}
PAUSED = "paused"
SECRET = "progress_secret"
_ANSWERED = {"answered", "closed"}
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Tellable:
    """Sections of the phrases to say, one after the other, and all that may fill them."""

    sections: tuple[str, ...]
    values: dict[str, str]


def may_be_told(
    row: TicketRow,
    *,
    unit: str,
    answer: str,
    own: bool,
    local_day: Callable[[datetime], date],
    language: str,
) -> Tellable:
    """What is told of a ticket to somebody on the telephone.

    `own`: the call comes from the ticket's own number. Of a secret ticket the unit and the
    answer are never told, from another telephone nothing but the state; an anonymous one has no
    number of its own and is found only by its number: its limit is told besides.
    """
    moment = PAUSED if row.paused and row.state is not _S.LONG_TERM else MOMENTS[row.state]
    values = {"number": short_ticket_number(row.number)}
    open_ = row.secrecy is Secrecy.OPEN
    if open_ or own or row.secrecy is Secrecy.ANONYMOUS:
        at = _since(row, moment)
        if at is not None:
            values["day"] = spoken_day(local_day(at), language)
        if row.caller_due_at is not None and moment not in _ANSWERED:
            values["due"] = spoken_day(local_day(row.caller_due_at), language)
    if open_:
        values |= {"unit": unit} if unit and moment != "registered" else {}
        values |= {"answer": answer} if answer and moment in _ANSWERED else {}
    sections = [f"progress_{moment}"]
    if row.secrecy is Secrecy.SECRET and own and moment not in {"closed", "withdrawn"}:
        sections.append(SECRET)
    return Tellable(tuple(sections), values)


def _since(row: TicketRow, moment: str) -> datetime | None:
    if moment == "registered":
        return row.registered_at
    if moment == "answered":
        return row.answered_at
    if moment in {"closed", "withdrawn"}:
        return row.answered_at or row.closed_at
    return row.dispatched_at


def spoken_day(day: date, language: str) -> str:
    """A day as it is said: 11月27日, 27 November."""
    if language.startswith("en"):
        return f"{day.day} {_MONTHS[day.month - 1]}"
    return f"{day.month}月{day.day}日"
