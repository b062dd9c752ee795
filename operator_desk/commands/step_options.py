"""What the commands of a ticket's steps share: options, and how a step is taken and told."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

import click

from operator_desk.app import Services
from operator_desk.commands.asked import Asked
from operator_desk.commands.call import local
from operator_desk.commands.printing import print_json
from operator_desk.domain.errors import UserError
from operator_desk.domain.life_cycle import Action
from operator_desk.domain.terms import Reply
from operator_desk.domain.way_words import ACTIONS, STATES
from operator_desk.services.handling import Done, Given
from operator_desk.services.people import Actor
from operator_desk.words import sentence

F = TypeVar("F", bound=Callable[..., Any])
_REPLIES = click.Choice([reply.value for reply in Reply])

NUMBERS = click.argument("numbers", nargs=-1, required=True, metavar="NUMBER…")
NUMBER = click.argument("number")
AT = click.option(
    "--at", "happened", metavar="ISO", help="When it happened, for a step entered after the fact."
)
NOTE = click.option("--note", metavar="TEXT", help="What is to be said of it.")
REASON = click.option("--reason", metavar="CODE", help="Code of a reason of the profile.")
UNIT = click.option("--unit", metavar="CODE", help="Code of the responsible unit.")
CO_UNIT = click.option(
    "--co-unit", "co_units", metavar="CODE", multiple=True, help="A unit that helps; repeatable."
)
LEVEL = click.option("--level", metavar="LEVEL", help="Level of handling, where the profile has.")
LIMIT = click.option("--limit", "until", metavar="ISO", help="A limit set with the dispatch.")
UNTIL = click.option("--until", metavar="ISO", help="Until when; local time without an offset.")
DESIGNATED = click.option("--designated", is_flag=True, help="The unit was designated.")
TOLD = click.option("--told", metavar="TEXT", help="What the caller was told.")
BASIS = click.option("--basis", metavar="KEY", help="Key of the article it rests on.")
CONTACTED = click.option("--contacted", type=_REPLIES, help="Whether the caller was contacted.")
SOLVED = click.option("--solved", type=_REPLIES, help="Whether the matter is solved.")
UNIT_RATING = click.option(
    "--unit-rating", type=_REPLIES, help="Whether the caller is satisfied with the unit."
)
HOTLINE_RATING = click.option(
    "--hotline-rating", type=_REPLIES, help="Whether the caller is satisfied with the hotline."
)


def options(*wanted: Callable[[F], F]) -> Callable[[F], F]:
    """Several options as one decorator, in their order."""

    def add(command: F) -> F:
        for one in reversed(wanted):
            command = one(command)
        return command

    return add


def instant(desk: Services, text: str | None) -> datetime | None:
    """An instant as it was typed, in the hotline's time where it has no offset. UserError."""
    if text is None:
        return None
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        raise UserError("{value} is not a time such as 2026-11-23T14:05.", value=text) from None
    return found if found.tzinfo else found.replace(tzinfo=ZoneInfo(desk.profile.time_zone))


def given(desk: Services, values: dict[str, Any]) -> Given:
    """What was given with a step, from the options of its command."""
    kept = {name: value for name, value in values.items() if value not in (None, (), False, "")}
    if "until" in kept:
        kept["until"] = instant(desk, kept["until"])
    for name in ("contacted", "solved", "unit_rating", "hotline_rating"):
        if name in kept:
            kept[name] = Reply(kept[name])
    return Given(**kept)


def take(
    asked: Asked,
    context: click.Context,
    numbers: Sequence[str],
    action: Action,
    happened: str | None = None,
    **values: Any,
) -> None:
    """Takes the same step on tickets, one after the other; exit 1 when one was refused."""
    with asked.writing() as (desk, actor):
        at, what = instant(desk, happened), given(desk, values)
        done = [_taken(desk, actor, number, action, what, at) for number in numbers]
        for number, one in zip(numbers, done, strict=True):
            tell(asked, desk, number, action, one)
    if any(isinstance(one, UserError) for one in done):
        context.exit(1)


def _taken(
    desk: Services, actor: Actor, number: str, action: Action, what: Given, at: datetime | None
) -> Done | UserError:
    try:
        return desk.handling.act(actor, number, action, what, happened_at=at)
    except UserError as refused:
        return refused


def tell(asked: Asked, desk: Services, number: str, action: Action, done: Done | UserError) -> None:
    """Prints what became of a step; why it was refused goes to standard error."""
    if isinstance(done, UserError):
        click.echo(f"{number}: {sentence(done, asked.language)}", err=True)
        return
    if asked.json:
        print_json(step_json(desk, done))
        return
    click.echo(
        asked.say(
            "{number}: done ({action}); the ticket is {state}.",
            number=done.number,
            action=ACTIONS[action],
            state=STATES[done.ruling.state],
        )
    )
    if done.mirrored:
        click.echo(asked.say("Jointly handled tickets: {n}.", n=len(done.mirrored)))


def step_json(desk: Services, done: Done) -> dict[str, Any]:
    """A step that was taken."""
    ruling = done.ruling

    def when(at: datetime | None) -> str | None:
        return local(desk, at) if at else None

    return {
        "number": done.number,
        "event": str(done.event.id),
        "action": done.event.action,
        "effective": ruling.effective,
        "state": ruling.state.value,
        "caller_due_at": when(ruling.caller_due_at),
        "holder_due_at": when(ruling.holder_due_at),
        "step_due_at": when(ruling.step_due_at),
        "joint": len(done.mirrored),
    }
