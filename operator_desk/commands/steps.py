"""`ticket dispatch` … `ticket not-solved`: the steps of a ticket's way, one command each."""

from __future__ import annotations

from typing import Any

import click

from operator_desk.commands import step_options as given
from operator_desk.commands.asked import Asked, pass_asked
from operator_desk.commands.asking import DeskCommand
from operator_desk.commands.step_options import options, take
from operator_desk.domain.life_cycle import Action


@click.command("dispatch", cls=DeskCommand)
@options(
    given.NUMBERS,
    given.UNIT,
    given.CO_UNIT,
    given.LEVEL,
    given.LIMIT,
    given.DESIGNATED,
    given.NOTE,
    given.AT,
)
@click.pass_context
@pass_asked
def dispatch(asked: Asked, context: click.Context, /, **values: Any) -> None:
    """Dispatch registered tickets to a unit."""
    take(asked, context, action=Action.DISPATCH, **values)


@click.command("redispatch", cls=DeskCommand)
@options(
    given.NUMBERS,
    given.UNIT,
    given.REASON,
    given.CO_UNIT,
    given.LEVEL,
    given.LIMIT,
    given.DESIGNATED,
    given.NOTE,
    given.AT,
)
@click.pass_context
@pass_asked
def redispatch(asked: Asked, context: click.Context, /, **values: Any) -> None:
    """Dispatch tickets again, to another unit."""
    take(asked, context, action=Action.REDISPATCH, **values)


@click.command("sign", cls=DeskCommand)
@options(given.NUMBERS, given.NOTE, given.AT)
@click.pass_context
@pass_asked
def sign(asked: Asked, context: click.Context, /, **values: Any) -> None:
    """Sign tickets for the unit."""
    take(asked, context, action=Action.SIGN, **values)


@click.command("contact", cls=DeskCommand)
@options(given.NUMBERS, given.CONTACTED, given.NOTE, given.AT)
@click.pass_context
@pass_asked
def contact(asked: Asked, context: click.Context, /, **values: Any) -> None:
    """Note that the unit contacted the caller, or tried to."""
    take(asked, context, action=Action.CONTACT, **values)


@click.command("accept-return", cls=DeskCommand)
@options(given.NUMBERS, given.NOTE, given.AT)
@click.pass_context
@pass_asked
def accept_return(asked: Asked, context: click.Context, /, **values: Any) -> None:
    """Accept the return of tickets."""
    take(asked, context, action=Action.ACCEPT_RETURN, **values)


@click.command("resume", cls=DeskCommand)
@options(given.NUMBERS, given.NOTE, given.AT)
@click.pass_context
@pass_asked
def resume(asked: Asked, context: click.Context, /, **values: Any) -> None:
    """Go on with tickets that were paused or on the long-term list."""
    take(asked, context, action=Action.RESUME, **values)


@click.command("answer", cls=DeskCommand)
@options(given.NUMBERS, given.NOTE, given.BASIS, given.CONTACTED, given.AT)
@click.pass_context
@pass_asked
def answer(asked: Asked, context: click.Context, /, **values: Any) -> None:
    """Give the unit's answer."""
    take(asked, context, action=Action.ANSWER, **values)


@click.command("contribute", cls=DeskCommand)
@options(given.NUMBERS, given.NOTE, given.BASIS, given.AT)
@click.pass_context
@pass_asked
def contribute(asked: Asked, context: click.Context, /, **values: Any) -> None:
    """Give a co-unit's part of the answer."""
    take(asked, context, action=Action.CONTRIBUTE, **values)


@click.command("rework", cls=DeskCommand)
@options(given.NUMBERS, given.REASON, given.NOTE, given.AT)
@click.pass_context
@pass_asked
def rework(asked: Asked, context: click.Context, /, **values: Any) -> None:
    """Send answered tickets to the unit once more."""
    take(asked, context, action=Action.REWORK, **values)


@click.command("close", cls=DeskCommand)
@options(given.NUMBERS, given.NOTE, given.AT)
@click.pass_context
@pass_asked
def close(asked: Asked, context: click.Context, /, **values: Any) -> None:
    """Close and file tickets."""
    take(asked, context, action=Action.CLOSE, **values)


@click.command("deem", cls=DeskCommand)
@options(given.NUMBERS, given.NOTE, given.AT)
@click.pass_context
@pass_asked
def deem(asked: Asked, context: click.Context, /, **values: Any) -> None:
    """Deem callers satisfied who could not be reached."""
    take(asked, context, action=Action.DEEM, **values)


@click.command("supervise", cls=DeskCommand)
@options(given.NUMBERS, given.REASON, given.NOTE, given.AT)
@click.pass_context
@pass_asked
def supervise(asked: Asked, context: click.Context, /, **values: Any) -> None:
    """Supervise tickets, as a lead."""
    take(asked, context, action=Action.SUPERVISE, **values)


@click.command("relay", cls=DeskCommand)
@options(given.NUMBERS, given.NOTE, given.AT)
@click.pass_context
@pass_asked
def relay(asked: Asked, context: click.Context, /, **values: Any) -> None:
    """Have the hotline ask the caller something."""
    take(asked, context, action=Action.RELAY, **values)


@click.command("pause", cls=DeskCommand)
@options(given.NUMBERS, given.REASON, given.NOTE, given.AT)
@click.pass_context
@pass_asked
def pause(asked: Asked, context: click.Context, /, **values: Any) -> None:
    """Ask for a pause of the limits."""
    take(asked, context, action=Action.PAUSE, **values)


@click.command("park", cls=DeskCommand)
@options(given.NUMBERS, given.REASON, given.NOTE, given.UNTIL, given.AT)
@click.pass_context
@pass_asked
def park(asked: Asked, context: click.Context, /, **values: Any) -> None:
    """Ask for the long-term list."""
    take(asked, context, action=Action.PARK, **values)


@click.command("exclude", cls=DeskCommand)
@options(given.NUMBERS, given.REASON, given.NOTE, given.BASIS, given.AT)
@click.pass_context
@pass_asked
def exclude(asked: Asked, context: click.Context, /, **values: Any) -> None:
    """Ask for exclusion from the assessment."""
    take(asked, context, action=Action.EXCLUDE, **values)


@click.command("extend", cls=DeskCommand)
@options(given.NUMBERS, given.UNTIL, given.REASON, given.TOLD, given.NOTE, given.AT)
@click.pass_context
@pass_asked
def extend(asked: Asked, context: click.Context, /, **values: Any) -> None:
    """Ask for an extension, before the limit ends."""
    take(asked, context, action=Action.EXTEND, **values)


@click.command("chase", cls=DeskCommand)
@options(given.NUMBERS, given.NOTE, given.AT)
@click.pass_context
@pass_asked
def chase(asked: Asked, context: click.Context, /, **values: Any) -> None:
    """Note that the caller asks for the answer."""
    take(asked, context, action=Action.CHASE, **values)


@click.command("progress", cls=DeskCommand)
@options(given.NUMBERS, given.TOLD, given.NOTE, given.AT)
@click.pass_context
@pass_asked
def progress(asked: Asked, context: click.Context, /, **values: Any) -> None:
    """Note what the caller was told of the progress."""
    take(asked, context, action=Action.PROGRESS, **values)


@click.command("supplement", cls=DeskCommand)
@options(given.NUMBERS, given.NOTE, given.AT)
@click.pass_context
@pass_asked
def supplement(asked: Asked, context: click.Context, /, **values: Any) -> None:
    """Add what the caller says besides."""
    take(asked, context, action=Action.SUPPLEMENT, **values)


@click.command("withdraw", cls=DeskCommand)
@options(given.NUMBERS, given.REASON, given.NOTE, given.AT)
@click.pass_context
@pass_asked
def withdraw(asked: Asked, context: click.Context, /, **values: Any) -> None:
    """Withdraw tickets, as their callers wish."""
    take(asked, context, action=Action.WITHDRAW, **values)


@click.command("not-solved", cls=DeskCommand)
@options(given.NUMBERS, given.REASON, given.NOTE, given.AT)
@click.pass_context
@pass_asked
def not_solved(asked: Asked, context: click.Context, /, **values: Any) -> None:
    """Note that the matter is not solved: the unit gets it again."""
    take(asked, context, action=Action.NOT_SOLVED, **values)


COMMANDS = (
    dispatch,
    redispatch,
    sign,
    contact,
    accept_return,
    resume,
    answer,
    contribute,
    rework,
    close,
    deem,
    supervise,
    relay,
    pause,
    park,
    exclude,
    extend,
    chase,
    progress,
    supplement,
    withdraw,
    not_solved,
)
