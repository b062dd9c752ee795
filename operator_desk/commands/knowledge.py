"""`knowledge`: articles imported, searched, evaluated, checked, exported, indexed."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import click

from operator_desk.app import Services, content, judging, learning
from operator_desk.commands import importing
from operator_desk.commands.asked import Asked, pass_asked
from operator_desk.commands.asking import DeskGroup
from operator_desk.commands.days import DAY
from operator_desk.commands.printing import print_json, print_rows, progress, write_text
from operator_desk.domain.article_json import to_json
from operator_desk.domain.knowledge import Hit
from operator_desk.domain.terms import Role

_HITS = ("key", "title", "kind", "score", "valid", "snippet")
_FILE = click.Path(path_type=Path)
_ON = click.option("--on", "day", type=DAY, help="What is in force on this day; default today.")


@click.group(cls=DeskGroup)
def knowledge() -> None:
    """The knowledge base."""


for _command in (importing.import_, importing.imports, importing.undo):
    knowledge.add_command(_command)


@knowledge.command()
@click.argument("query")
@click.option(
    "--limit",
    default=10,
    show_default=True,
    type=click.IntRange(1, 100),
    help="At most so many hits.",
)
@_ON
@pass_asked
def search(asked: Asked, query: str, limit: int, day: date | None) -> None:
    """Find articles."""
    with asked.reading() as desk:
        on = day or desk.counting.today()
        hits = content.search(desk, query, limit, on)
    rows = [_hit(hit) for hit in hits]
    print_rows(rows, as_json=asked.json, columns=_HITS)


def _hit(hit: Hit) -> dict[str, Any]:
    return {
        "key": hit.key,
        "title": hit.title,
        "kind": hit.kind.value,
        "score": round(hit.score, 3),
        "valid": hit.validity.value == "valid",
        "validity": hit.validity.value,
        "successor": hit.successor or None,
        "formerly": hit.formerly or None,
        "snippet": hit.snippet,
    }


@knowledge.command()
@click.argument("file", type=_FILE)
@click.option(
    "--limit",
    default=100,
    show_default=True,
    type=click.IntRange(1, 1000),
    help="How many hits are looked at.",
)
@_ON
@click.option("--with-use", is_flag=True, help="Ask with what this desk has learned.")
@click.option(
    "--learn-from", type=_FILE, help="Learn first from the answers told in these scripted calls."
)
@click.option(
    "--split",
    default=1,
    show_default=True,
    type=click.IntRange(1, 100),
    help="Ask each of so many parts after learning from the others.",
)
@pass_asked
def evaluate(
    asked: Asked,
    file: Path,
    limit: int,
    day: date | None,
    with_use: bool,
    learn_from: Path | None,
    split: int,
) -> None:
    """Ask the questions of a file and count how often a right article is found."""
    if with_use and (learn_from or split > 1):
        raise click.UsageError(asked.say("--with-use stands alone: it learns nothing anew."))
    with asked.reading() as desk:
        on = day or desk.counting.today()
        told = judging.told_in(learn_from) if learn_from else []
        figures = judging.evaluate(
            desk, file, limit, on, split=split, learn_from=told, use=with_use
        )
    if asked.json:
        print_json(figures)
    else:
        print_rows([figures], as_json=False, columns=tuple(figures))


@knowledge.command()
@pass_asked
def check(asked: Asked) -> None:
    """List what editors must look at: repealed, overdue, without source, duplicate, dead."""
    with asked.reading() as desk:
        found = desk.knowledge.check(desk.counting.today())
    rows = [{"key": one.key, "what": one.what, "detail": one.detail} for one in found]
    print_rows(rows, as_json=asked.json, columns=("key", "what", "detail"))


@knowledge.command()
@click.argument("path", type=_FILE)
@pass_asked
def export(asked: Asked, path: Path) -> None:
    """Write all articles into a JSONL file that can be imported again."""
    with asked.reading() as desk:
        lines = [_line(article) for article in desk.knowledge.articles()]
    write_text(path, "".join(lines))
    click.echo(asked.say("{n} articles written.", n=len(lines)), err=asked.json)
    if asked.json:
        print_json({"articles": len(lines), "path": str(path)})


def _line(article: Any) -> str:
    return json.dumps(to_json(article), ensure_ascii=False) + "\n"


@knowledge.command()
@pass_asked
def reindex(asked: Asked) -> None:
    """Build the search index anew from the stored articles."""
    with asked.writing(Role.EDITOR, Role.LEAD) as (desk, _actor), progress(asked) as tell:
        count = _rebuilt(desk, tell)
    if asked.json:
        print_json({"articles": count})
    else:
        click.echo(asked.say("{n} articles indexed.", n=count))


def _rebuilt(desk: Services, tell: Any) -> int:
    count = content.rebuild_index(desk, tell)
    learning.learn_now(desk)
    return count
