"""`event`: event cards, what callers are told of them, and the tickets that report the same."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import click

from operator_desk.app import Services
from operator_desk.commands.asked import Asked, pass_asked
from operator_desk.commands.asking import DeskGroup
from operator_desk.commands.call import category_name, local
from operator_desk.commands.printing import print_json, print_record, print_rows
from operator_desk.domain.errors import UserError
from operator_desk.domain.event_cards import CardText, EventCard
from operator_desk.services.event_cards import JOINS, PUBLISHES, CardRow
from operator_desk.words import noted, sentence

_COLUMNS = ("id", "state", "title", "place", "until", "told", "joined", "waiting")


@click.group(cls=DeskGroup)
def event() -> None:
    """Event cards: one thing that many call about."""


_TITLE = click.option("--title", help="What happened, in a few words.")
_WORDS = click.option("--words", help="The sentence that callers are told.")
_PLACE = click.option(
    "--place",
    metavar="CODE|TEXT",
    help="Where: the code of a place, or names of roads and places, parted by 、 or ;",
)
_CATEGORY = click.option("--category", metavar="CODE", help="Code of the category.")
_KEYWORD = click.option(
    "--keyword", "keywords", multiple=True, help="A word that callers say; several times."
)
_UNIT = click.option("--unit", metavar="CODE", help="Code of the responsible unit.")
_UNTIL = click.option(
    "--until", metavar="ISO", help="Until when calls are shown the card, as 2026-11-23T20:00."
)


@event.command()
@click.option("--title", required=True, help="What happened, in a few words.")
@click.option("--words", required=True, help="The sentence that callers are told.")
@_PLACE
@_CATEGORY
@_KEYWORD
@_UNIT
@_UNTIL
@pass_asked
def publish(
    asked: Asked,
    title: str,
    words: str,
    place: str | None,
    category: str | None,
    keywords: tuple[str, ...],
    unit: str | None,
    until: str | None,
) -> None:
    """Publish an event card: matching calls show it first."""
    with asked.writing(*PUBLISHES) as (desk, actor):
        code, name = _place(desk, place)
        text = CardText(
            title=title,
            words=words,
            place_code=code,
            place=name,
            category=category,
            keywords=keywords,
            unit=unit,
            ends_at=_instant(desk, until),
        )
        _print(asked, desk, desk.events.publish(actor, text))


@event.command()
@click.argument("card", metavar="ID")
@_TITLE
@_WORDS
@_PLACE
@_CATEGORY
@_KEYWORD
@_UNIT
@_UNTIL
@pass_asked
def change(
    asked: Asked,
    card: str,
    title: str | None,
    words: str | None,
    place: str | None,
    category: str | None,
    keywords: tuple[str, ...],
    unit: str | None,
    until: str | None,
) -> None:
    """Change a card; what is not named stays, an empty value takes it away."""
    with asked.writing(*PUBLISHES) as (desk, actor):
        before = desk.events.show(_uuid(card)).row.card
        given = {"title": title, "words": words, "category": category, "unit": unit}
        values: dict[str, Any] = {name: one for name, one in given.items() if one is not None}
        if place is not None:
            values["place_code"], values["place"] = _place(desk, place)
        if keywords:
            values["keywords"] = keywords
        if until is not None:
            values["ends_at"] = _instant(desk, until)
        text = replace(before.text, **values)
        _print(asked, desk, desk.events.change(actor, before.id, text, before.version_id))


@event.command("list")
@click.option("--all", "closed", is_flag=True, help="Also those withdrawn, or solved earlier.")
@pass_asked
def list_(asked: Asked, closed: bool) -> None:
    """List the event cards, the one published last first."""
    with asked.reading() as desk:
        rows = [_card(desk, row) for row in desk.events.rows(closed=closed)]
    print_rows(rows, as_json=asked.json, columns=_COLUMNS)


@event.command()
@click.argument("card", metavar="ID")
@pass_asked
def show(asked: Asked, card: str) -> None:
    """Show one card with its versions and the tickets that joined it."""
    with asked.reading() as desk:
        names = {row.staff_id: row.login for row in desk.people.all()}
        whole = desk.events.show(_uuid(card))
        shown = _card(desk, whole.row)
        if not asked.json:
            shown["category"] = category_name(desk, shown["category"])
        shown["tickets"] = [
            {"number": row.number, "state": row.state.value, "title": row.title}
            for row in whole.tickets
        ]
        shown["versions"] = [
            {
                "state": row.step,
                "at": local(desk, row.at),
                "by": names.get(row.actor, str(row.actor)),
                "words": row.words,
                "answer": row.answer,
            }
            for row in whole.versions
        ]
    if asked.json:
        print_json(shown)
    else:
        print_record(shown)


@event.command()
@click.argument("card", metavar="ID")
@click.argument("numbers", nargs=-1, required=True, metavar="NUMBER…")
@pass_asked
def join(asked: Asked, card: str, numbers: tuple[str, ...]) -> None:
    """Make registered tickets reports of an event: its answer will be theirs."""
    with asked.writing(*JOINS) as (desk, actor):
        joined = desk.events.join(actor, _uuid(card), numbers)
    if asked.json:
        print_json({"joined": joined})
    else:
        click.echo(asked.say(noted("{n} tickets joined the event."), n=len(joined)))


@event.command()
@click.argument("card", metavar="ID")
@click.option("--answer", required=True, help="What all who reported it are told.")
@click.pass_context
@pass_asked
def solve(asked: Asked, context: click.Context, card: str, answer: str) -> None:
    """Solve an event: one answer for every open ticket that joined it."""
    with asked.writing(*PUBLISHES) as (desk, actor):
        done = desk.events.solve(actor, _uuid(card), answer).run()
    left = [
        {"number": number, "reason": sentence(error, asked.language)} for number, error in done.left
    ]
    if asked.json:
        print_json({"answered": done.answered, "to_call": done.to_call, "left": left})
    else:
        said = noted("{n} tickets answered; {calls} callers want to hear it.")
        click.echo(asked.say(said, n=done.answered, calls=len(done.to_call)))
        for one in left:
            click.echo(f"{one['number']}: {one['reason']}", err=True)
    if left:
        context.exit(1)


@event.command()
@click.argument("card", metavar="ID")
@pass_asked
def withdraw(asked: Asked, card: str) -> None:
    """Withdraw a card; tickets that joined it go their own way."""
    with asked.writing(*PUBLISHES) as (desk, actor):
        _print(asked, desk, desk.events.withdraw(actor, _uuid(card)))


def _print(asked: Asked, desk: Services, one: EventCard) -> None:
    shown = _card(desk, desk.events.show(one.id).row)
    if asked.json:
        print_json(shown)
    else:
        print_rows([shown], as_json=False, columns=_COLUMNS)


def _card(desk: Services, row: CardRow) -> dict[str, Any]:
    text, card = row.card.text, row.card
    return {
        "id": str(card.id),
        "state": card.state_at(desk.clock()).value,
        "title": text.title,
        "words": text.words,
        "place": text.place,
        "place_code": text.place_code,
        "category": text.category,
        "keywords": list(text.keywords),
        "unit": text.unit,
        "begins_at": local(desk, text.begins_at) if text.begins_at else None,
        "until": local(desk, text.ends_at) if text.ends_at else None,
        "answer": card.answer or None,
        "told": row.told,
        "joined": row.joined,
        "waiting": row.open,
    }


def _place(desk: Services, given: str | None) -> tuple[str | None, str | None]:
    """Code and name of a place that has this code, else the words as they are."""
    wanted = (given or "").strip()
    found = next((one for one in desk.lists.places() if one.code == wanted), None)
    return (found.code, found.name) if found else (None, wanted or None)


def _instant(desk: Services, text: str | None) -> datetime | None:
    if not text:
        return None
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        raise UserError("{value} is not a time such as 2026-11-23T20:00.", value=text) from None
    zone = ZoneInfo(desk.profile.time_zone)
    return (at if at.tzinfo else at.replace(tzinfo=zone)).astimezone(UTC)


def _uuid(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise UserError("There is no such event card.") from None
