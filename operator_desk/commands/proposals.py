"""`ticket propose` and `ticket duplicates`: what the program would propose, and why."""

from __future__ import annotations

from typing import Any

import click

from operator_desk.app import Services, content
from operator_desk.commands.asked import Asked, pass_asked
from operator_desk.commands.asking import DeskCommand
from operator_desk.commands.call import category_name, local
from operator_desk.commands.printing import print_rows
from operator_desk.domain.proposals import Reason, Why
from operator_desk.services import rights
from operator_desk.services.tickets import TicketWhole
from operator_desk.words import noted

_UNITS = ("unit", "co_units", "score", "why")
_CATEGORIES = ("category", "score", "why")
_DUPLICATES = ("ticket", "state", "category", "title", "place", "score", "why")
_HITS = 8
_WORDS = {
    Why.CATALOGUE: noted("dispatch catalogue: {row}"),
    Why.FALLBACK: noted("fall-back: the catalogue has no row for this category"),
    Why.ARTICLE: noted("article: {title}"),
    Why.SIMILAR: noted("as {count} similar tickets"),
    Why.NAMES: noted("names: {words}"),
    Why.KEYWORDS: noted("keywords: {words}"),
    Why.NUMBER: noted("same number"),
    Why.PLACE: noted("same place"),
    Why.CATEGORY: noted("same category: {category}"),
    Why.TEXT: noted("words {share} % alike"),
}


@click.command(cls=DeskCommand)
@click.argument("number")
@click.option("--categories", is_flag=True, help="Categories instead of units.")
@pass_asked
def propose(asked: Asked, number: str, categories: bool) -> None:
    """Propose at most three units for a ticket, each with its reasons."""
    with asked.reading_as() as (desk, actor):
        rights.must_be_of_centre(actor)
        rows = _categories(desk, number) if categories else _units(desk, number)
        shown = rows if asked.json else [_for_people(asked, desk, row) for row in rows]
    print_rows(shown, as_json=asked.json, columns=_CATEGORIES if categories else _UNITS)


@click.command(cls=DeskCommand)
@click.argument("number")
@pass_asked
def duplicates(asked: Asked, number: str) -> None:
    """List open and lately closed tickets that may be about the same matter."""
    with asked.reading_as() as (desk, actor):
        rights.must_be_of_centre(actor)
        found = desk.proposals.duplicates(desk.proposals.matter_of(number))
        rows = [
            {
                "number": one.ticket.number,
                "state": one.ticket.state.value,
                "category": one.ticket.category or one.ticket.category_text,
                "title": one.title or None,
                "place": one.place or None,
                "unit": one.ticket.unit,
                "registered_at": local(desk, one.ticket.registered_at),
                "joined": one.joined,
                "score": round(one.score, 2),
                "why": [_reason(reason) for reason in one.reasons],
            }
            for one in found
        ]
        shown = rows if asked.json else [_for_people(asked, desk, row) for row in rows]
    print_rows(shown, as_json=asked.json, columns=_DUPLICATES)


def _units(desk: Services, number: str) -> list[dict[str, Any]]:
    return [
        {
            "unit": one.unit,
            "co_units": list(one.co_units),
            "score": round(one.score, 2),
            "row": str(one.row_id) if one.row_id else None,
            "why": [_reason(reason) for reason in one.reasons],
        }
        for one in desk.proposals.units(desk.proposals.matter_of(number))
    ]


def _categories(desk: Services, number: str) -> list[dict[str, Any]]:
    told = desk.proposals.matter_of(number).told
    words = _said(desk.tickets.show(number))
    hits = content.alike(desk, words, _HITS)
    return [
        {
            "category": one.code,
            "score": round(one.score, 2),
            "why": [_reason(reason) for reason in one.reasons],
        }
        for one in desk.proposals.categories(words, told, hits)
    ]


def _said(whole: TicketWhole) -> str:
    """The words of a ticket: title, summary, statements in their newest wording."""
    lines = {row.line: row.words for row in whole.statements}
    summary = whole.form.summary if whole.form else None
    return "\n".join(filter(None, (whole.ticket.title, summary, *lines.values())))


def _reason(reason: Reason) -> dict[str, str]:
    return {"reason": reason.why.value} | reason.values


def _for_people(asked: Asked, desk: Services, row: dict[str, Any]) -> dict[str, Any]:
    """The row with names instead of codes, and its reasons as sentences."""
    names = {unit.code: unit.short_name for unit in desk.lists.units()}
    named = {name: value for name, value in row.items() if name != "number"}
    if "number" in row:
        named["ticket"] = row["number"]
    if row.get("category"):
        named["category"] = category_name(desk, row["category"])
    if row.get("unit"):
        named["unit"] = names.get(row["unit"], row["unit"])
    named["co_units"] = [names.get(code, code) for code in row.get("co_units", ())]
    named["why"] = [_sentence(asked, desk, reason) for reason in row["why"]]
    return named


def _sentence(asked: Asked, desk: Services, reason: dict[str, str]) -> str:
    values: dict[str, Any] = dict(reason)
    if "category" in values:
        values["category"] = category_name(desk, values["category"])
    parts = (values.get(name) for name in ("category", "place", "kind"))
    values["row"] = " · ".join(filter(None, parts))
    return asked.say(_WORDS[Why(reason["reason"])], **values)
