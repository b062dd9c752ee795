"""What a row of the life cycle's table cannot say: who, when, and under which circumstances."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from operator_desk.domain.errors import UserError
from operator_desk.domain.life_cycle import Request, Way
from operator_desk.domain.step_case import Case
from operator_desk.domain.terms import Reply, Role, Secrecy
from operator_desk.domain.way_words import REQUESTS

_GRADES = (Secrecy.OPEN, Secrecy.SECRET, Secrecy.ANONYMOUS)
_NEGATIVE = {Reply.NO, Reply.PARTLY}

# A guard gives None when the step may be taken, else why not.


def _known_unit(_way: Way, case: Case) -> UserError | None:
    for code in (case.event.unit, *(case.event.co_units or ())):
        if code not in case.units:
            return UserError("There is no unit {unit}.", unit=code)
    if case.event.unit in (case.event.co_units or ()):
        return UserError("{unit} cannot be lead unit and co-unit at once.", unit=case.event.unit)
    return None


def _known_level(_way: Way, case: Case) -> UserError | None:
    level, levels = case.event.level, case.bounds.levels
    if level is None or level in levels:
        return None
    if not levels:
        return UserError("The rules of this hotline know no levels.")
    return UserError(
        "There is no level {level}. Levels: {levels}.", level=level, levels=", ".join(levels)
    )


def _known_category(_way: Way, case: Case) -> UserError | None:
    if case.event.value in case.categories:
        return None
    return UserError("There is no category {code}.", code=case.event.value)


def _return_decided(_way: Way, case: Case) -> UserError | None:
    if case.stand.asks(Request.RETURN) is None:
        return None
    return UserError("Decide on the return first: accept_return or refuse_return.")


def _lead_decides(_way: Way, case: Case) -> UserError | None:
    most = case.bounds.returns_before_lead
    if most is None or case.stand.returns < most or Role.LEAD in case.roles:
        return None
    return UserError(
        "Returned {n} times: a lead names lead unit and co-units now.", n=case.stand.returns
    )


def _own_ticket(_way: Way, case: Case) -> UserError | None:
    if case.of_centre or case.unit in (case.stand.unit, *case.stand.co_units):
        return None
    return UserError("This ticket is not with your unit.")


def _lead_unit(_way: Way, case: Case) -> UserError | None:
    if case.of_centre or case.unit == case.stand.unit:
        return None
    return UserError("Only the lead unit can do this; a co-unit contributes.")


def _not_designated(_way: Way, case: Case) -> UserError | None:
    if not (case.stand.designated and case.bounds.designated_may_not_return):
        return None
    return UserError("A unit that was designated may not return the ticket.")


def _return_window(_way: Way, case: Case) -> UserError | None:
    by = case.bounds.return_by
    if by is None or case.event.when < by:
        return None
    return UserError("The window for a return closed at {when}.", when=case.local(by))


def _asked(way: Way, case: Case) -> UserError | None:
    if way.decides is None or case.stand.asks(way.decides) is not None:
        return None
    return UserError(
        "Nothing to decide: nobody asked for {request}.", request=REQUESTS[way.decides]
    )


def _not_asked(way: Way, case: Case) -> UserError | None:
    if way.asks is None or case.stand.asks(way.asks) is None:
        return None
    return UserError(
        "Already asked for: {request}; the centre has not decided yet.", request=REQUESTS[way.asks]
    )


def _before_limit(_way: Way, case: Case) -> UserError | None:
    due = case.bounds.holder_due
    if due is None or case.event.when < due:
        return None
    return UserError(
        "The limit passed at {when}: an extension can no longer be asked.", when=case.local(due)
    )


def _within_extension(_way: Way, case: Case) -> UserError | None:
    until, due = case.event.until, case.bounds.holder_due
    if until is None:
        return None
    if due is not None and until <= due:
        return UserError(
            "An extension must end after the limit it extends ({when}).", when=case.local(due)
        )
    most = case.bounds.extension_until
    if most is not None and until > most:
        return UserError(
            "The rules allow an extension until {when} at most.", when=case.local(most)
        )
    return None


def _extensions_left(_way: Way, case: Case) -> UserError | None:
    most = case.bounds.extensions
    if most is None or case.stand.extensions < most:
        return None
    return UserError("The ticket was extended {n} times; the rules allow no more.",
                     n=case.stand.extensions)  # fmt: skip


def _running(_way: Way, case: Case) -> UserError | None:
    return UserError("The ticket is paused already.") if case.stand.paused else None


def _paused(_way: Way, case: Case) -> UserError | None:
    return None if case.stand.paused else UserError("The ticket is not paused.")


def _not_excluded(_way: Way, case: Case) -> UserError | None:
    if not case.stand.excluded:
        return None
    return UserError("The ticket is excluded from assessment already.")


def _joined(_way: Way, case: Case) -> UserError | None:
    if case.stand.joined_to is not None:
        return None
    return UserError("The ticket is not handled jointly with another.")


def _joint(_way: Way, case: Case) -> UserError | None:
    if case.stand.joined_to is not None or case.event.ref == case.stand.event_card is not None:
        return None
    return UserError("The ticket is not handled jointly with another.")


def _not_joined(_way: Way, case: Case) -> UserError | None:
    if case.stand.joined_to is None:
        return None
    return UserError("The ticket is handled jointly with another, which is answered for both.")


def _relay_open(_way: Way, case: Case) -> UserError | None:
    if case.event.ref in case.stand.relays:
        return None
    return UserError("This question to the caller is not open.")


def _not_handler(_way: Way, case: Case) -> UserError | None:
    if case.event.actor in case.stand.handlers:
        return UserError("Who handled the ticket cannot rate, deem or close it.")
    if case.unit is not None and case.unit in (case.stand.unit, *case.stand.co_units):
        return UserError("The unit that handled the ticket cannot rate, deem or close it.")
    return None


def _gives_reason(_way: Way, case: Case) -> UserError | None:
    event = case.event
    negative = _NEGATIVE & {event.solved, event.unit_rating, event.hotline_rating}
    if not negative or event.reason is not None:
        return None
    return UserError("A no needs its reason.")


def _tried_enough(_way: Way, case: Case) -> UserError | None:
    bounds = case.bounds
    if bounds.tries is None and bounds.silent_until is None:
        return UserError("The rules of this hotline deem no caller satisfied.")
    if bounds.silent_until is not None and case.event.when < bounds.silent_until:
        return UserError("Silence counts only from {when}.", when=case.local(bounds.silent_until))
    tried = counted_tries(case.stand.tries, bounds.tries_apart)
    if bounds.tries is None or tried >= bounds.tries:
        return None
    return UserError(
        "The caller was tried {n} times far enough apart; the rules want {of}.",
        n=tried,
        of=bounds.tries,
    )


def counted_tries(tries: Sequence[datetime], apart: timedelta) -> int:
    """How many tries lie at least so far apart, the first counted first."""
    counted: list[datetime] = []
    for at in sorted(tries):
        if not counted or at - counted[-1] >= apart:
            counted.append(at)
    return len(counted)


def _rework_left(_way: Way, case: Case) -> UserError | None:
    if case.stand.reworks < case.bounds.reworks:
        return None
    return UserError("The ticket was reworked {n} times; the rules allow no more.",
                     n=case.stand.reworks)  # fmt: skip


def _no_rework_left(_way: Way, case: Case) -> UserError | None:
    if case.stand.reworks >= case.bounds.reworks or case.stand.unit is None:
        return None
    return UserError("A rework is left: the unit gets it again.")


def _has_unit(_way: Way, case: Case) -> UserError | None:
    return None if case.stand.unit else UserError("The ticket has no unit yet.")


def _nobody_to_ask(_way: Way, case: Case) -> UserError | None:
    ticket = case.ticket
    if not ticket.wants_reply or case.stand.secrecy is Secrecy.ANONYMOUS or not ticket.callback:
        return None
    return UserError("The caller wants a reply: rate or deem the ticket before it is closed.")


def _more_secret(_way: Way, case: Case) -> UserError | None:
    try:
        wanted = Secrecy(case.event.value or "")
    except ValueError:
        return UserError("{value} is not a grade of secrecy.", value=case.event.value)
    if _GRADES.index(wanted) > _GRADES.index(case.stand.secrecy):
        return None
    return UserError("Secrecy can only be raised.")


GUARDS: dict[str, Callable[[Way, Case], UserError | None]] = {
    guard.__name__.removeprefix("_"): guard
    for guard in (
        _known_unit,
        _known_level,
        _known_category,
        _return_decided,
        _lead_decides,
        _own_ticket,
        _lead_unit,
        _not_designated,
        _return_window,
        _asked,
        _not_asked,
        _before_limit,
        _within_extension,
        _extensions_left,
        _running,
        _paused,
        _not_excluded,
        _joined,
        _joint,
        _not_joined,
        _relay_open,
        _not_handler,
        _gives_reason,
        _tried_enough,
        _rework_left,
        _no_rework_left,
        _has_unit,
        _nobody_to_ask,
        _more_secret,
    )
}
