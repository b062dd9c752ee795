"""Steps that need more than their fields: returns, decisions, follow-up, links, taking back."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import click

from operator_desk.app import Services
from operator_desk.commands import step_options as given
from operator_desk.commands.asked import Asked, pass_asked
from operator_desk.commands.asking import DeskCommand
from operator_desk.commands.step_options import options, take, tell
from operator_desk.domain.errors import UserError
from operator_desk.domain.life_cycle import Action, Request
from operator_desk.domain.terms import Secrecy
from operator_desk.domain.way_words import REQUESTS, listed
from operator_desk.services.deadlines import COMPLEX

_GRANTS = {
    Request.RETURN: Action.ACCEPT_RETURN,
    Request.EXTENSION: Action.GRANT_EXTENSION,
    Request.PAUSE: Action.GRANT_PAUSE,
    Request.PARK: Action.GRANT_PARK,
    Request.EXCLUSION: Action.GRANT_EXCLUSION,
}
_REFUSALS = {
    Request.RETURN: Action.REFUSE_RETURN,
    Request.EXTENSION: Action.REFUSE_EXTENSION,
    Request.PAUSE: Action.REFUSE_PAUSE,
    Request.PARK: Action.REFUSE_PARK,
    Request.EXCLUSION: Action.REFUSE_EXCLUSION,
}
_WHAT = click.option(
    "--what",
    type=click.Choice([request.value for request in Request]),
    help="Which request is decided, when several are open.",
)


@click.command("return", cls=DeskCommand)
@options(given.NUMBERS, given.REASON, given.BASIS, given.NOTE, given.UNIT)
@click.option("--complex", "complex_", is_flag=True, help="A complex matter: the longer window.")
@given.AT
@click.pass_context
@pass_asked
def return_(asked: Asked, context: click.Context, /, complex_: bool, **values: Any) -> None:
    """Return tickets that are not the unit's own, with reason, basis and a proposed unit."""
    take(asked, context, action=Action.RETURN, value=COMPLEX if complex_ else None, **values)


@click.command(cls=DeskCommand)
@options(given.NUMBER, _WHAT, given.UNTIL, given.NOTE, given.AT)
@click.pass_context
@pass_asked
def grant(
    asked: Asked, context: click.Context, /, number: str, what: str | None, **values: Any
) -> None:
    """Grant what a unit asked for."""
    take(asked, context, [number], _decision(asked, number, what, _GRANTS), **values)


@click.command(cls=DeskCommand)
@options(given.NUMBER, _WHAT, given.REASON, given.NOTE, given.AT)
@click.pass_context
@pass_asked
def refuse(
    asked: Asked, context: click.Context, /, number: str, what: str | None, **values: Any
) -> None:
    """Refuse what a unit asked for, with the reason."""
    take(asked, context, [number], _decision(asked, number, what, _REFUSALS), **values)


def _decision(
    asked: Asked, number: str, what: str | None, actions: dict[Request, Action]
) -> Action:
    if what is not None:
        return actions[Request(what)]
    with asked.reading() as desk:
        open_ = [request for request, _event in desk.tickets.show(number).steps.stand.asked]
    if len(open_) == 1:
        return actions[open_[0]]
    if not open_:
        raise UserError("Nothing is to be decided for ticket {number}.", number=number)
    raise UserError(
        "Several requests are open: {requests}. Choose one with --what.",
        requests=listed(REQUESTS[request] for request in open_),
    )


@click.command("follow-up", cls=DeskCommand)
@options(
    given.NUMBER,
    given.CONTACTED,
    given.SOLVED,
    given.UNIT_RATING,
    given.HOTLINE_RATING,
    given.REASON,
    given.NOTE,
)
@click.option("--not-reached", is_flag=True, help="Nobody was reached; the reason says how.")
@given.AT
@click.pass_context
@pass_asked
def follow_up(
    asked: Asked, context: click.Context, /, number: str, not_reached: bool, **values: Any
) -> None:
    """Note what the caller says in the follow-up call: four answers, and a reason for a no."""
    action = Action.NOT_REACHED if not_reached else Action.FOLLOW_UP
    take(asked, context, [number], action, **values)


@click.command("relay-answer", cls=DeskCommand)
@options(given.NUMBER, given.NOTE, given.AT)
@click.pass_context
@pass_asked
def relay_answer(asked: Asked, context: click.Context, /, number: str, **values: Any) -> None:
    """Bring the caller's answer to the unit's first open question."""
    with asked.reading() as desk:
        relays = desk.tickets.show(number).steps.stand.relays
    if not relays:
        raise UserError("No question to the caller of ticket {number} is open.", number=number)
    take(asked, context, [number], Action.RELAY_ANSWER, ref=relays[0], **values)


@click.command(cls=DeskCommand)
@options(given.NUMBERS)
@click.option("--with", "main", required=True, metavar="NUMBER", help="The ticket that leads.")
@options(given.NOTE)
@click.pass_context
@pass_asked
def link(asked: Asked, context: click.Context, /, numbers: tuple[str, ...], main: str,
         note: str | None) -> None:  # fmt: skip
    """Handle tickets jointly with another; each keeps number, words, caller and rating."""
    take(asked, context, numbers, Action.LINK, ref=_id(asked, main), note=note)


@click.command(cls=DeskCommand)
@options(given.NUMBERS, given.NOTE)
@click.pass_context
@pass_asked
def unlink(asked: Asked, context: click.Context, /, **values: Any) -> None:
    """Handle tickets apart again."""
    take(asked, context, action=Action.UNLINK, **values)


@click.command(cls=DeskCommand)
@options(given.NUMBERS)
@click.argument("grade", type=click.Choice([Secrecy.SECRET.value, Secrecy.ANONYMOUS.value]))
@options(given.NOTE)
@click.pass_context
@pass_asked
def secrecy(asked: Asked, context: click.Context, /, grade: str, **values: Any) -> None:
    """Raise the secrecy of tickets."""
    take(asked, context, action=Action.RAISE_SECRECY, value=grade, **values)


@click.command(cls=DeskCommand)
@options(given.NUMBERS)
@click.option("--category", "value", required=True, metavar="CODE", help="The right category.")
@options(given.NOTE)
@click.pass_context
@pass_asked
def recategorise(asked: Asked, context: click.Context, /, **values: Any) -> None:
    """Correct the category of tickets; their limits go by the right one."""
    take(asked, context, action=Action.RECATEGORISE, **values)


@click.command("take-back", cls=DeskCommand)
@given.NUMBER
@pass_asked
def take_back(asked: Asked, number: str) -> None:
    """Take back your own last step, within 60 s."""
    with asked.writing() as (desk, actor):
        done = desk.handling.take_back(actor, number)
        tell(asked, desk, number, Action.TAKE_BACK, done)


def _id(asked: Asked, number: str) -> UUID:
    with asked.reading() as desk:
        return _ticket_id(desk, number)


def _ticket_id(desk: Services, number: str) -> UUID:
    return desk.tickets.show(number).row.id


COMMANDS = (
    return_,
    grant,
    refuse,
    follow_up,
    relay_answer,
    link,
    unlink,
    secrecy,
    recategorise,
    take_back,
)
