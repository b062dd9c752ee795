"""Copies a caller's number or name for who may have it; that is noted first."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QGuiApplication

from operator_desk.domain.facts import ERASED, Ticket
from operator_desk.domain.terms import Role, Secrecy
from operator_desk.services.people import Actor
from operator_desk.services.viewing import Looked, Purpose
from operator_desk.ui.parts import Parts

_CALLING = (Role.DISPATCHER, Role.LEAD, Role.FOLLOW_UP)


def may_copy(actor: Actor, ticket: Ticket, secrecy: Secrecy) -> bool:
    """Whether a person may copy name and number: who calls back, and who took the call.

    Of a ticket that is kept secret only who calls back.
    """
    if actor.may(*_CALLING):
        return True
    return secrecy is Secrecy.OPEN and ticket.actor == actor.staff_id


def copy(
    parts: Parts,
    actor: Actor,
    ticket: Ticket,
    purpose: Purpose,
    done: Callable[[], None],
    failed: Callable[[Exception], None],
) -> None:
    """Notes that a number or name is copied, then puts it on the clipboard."""
    words = ticket.callback if purpose is Purpose.NUMBER else ticket.caller_name
    if not words or words == ERASED:
        return

    def put(_row: object) -> None:
        QGuiApplication.clipboard().setText(words)
        done()

    parts.lanes.write.submit(
        lambda: parts.viewing.saw(actor.staff_id, Looked.COPY, ticket.id, purpose.value),
        put,
        failed,
    )
