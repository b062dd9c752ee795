"""`knowledge where`: the articles in which a telephone number stands."""

from __future__ import annotations

from typing import Any

import click

from operator_desk.commands.asked import Asked, pass_asked
from operator_desk.commands.asking import DeskCommand
from operator_desk.commands.printing import print_rows
from operator_desk.domain.where import Standing


@click.command(cls=DeskCommand)
@click.argument("number")
@pass_asked
def where(asked: Asked, number: str) -> None:
    """List the articles in which a telephone number stands, however it is written there."""
    with asked.reading() as desk:
        rows = [_row(one) for one in desk.where.standing(number)]
    if not asked.json:
        for row in rows:
            row["field"] = [place["field"] for place in row["places"]]
            row["words"] = [place["words"] for place in row["places"]]
    print_rows(rows, as_json=asked.json, columns=("key", "title", "kind", "told", "field", "words"))


def _row(one: Standing) -> dict[str, Any]:
    return {
        "key": one.article.key,
        "title": one.article.title,
        "kind": one.article.kind.value,
        "told": one.told,
        "places": [{"field": place.field, "words": place.words} for place in one.places],
    }
