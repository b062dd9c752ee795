"""`knowledge learned` and `knowledge synonyms`: what callers' words stand for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import click

from operator_desk.app import Services, content, learning
from operator_desk.commands.asked import Asked, pass_asked
from operator_desk.commands.asking import DeskCommand, DeskGroup
from operator_desk.commands.printing import print_json, print_rows
from operator_desk.commands.taking import Taking
from operator_desk.domain.knowledge_terms import LearnedAction
from operator_desk.domain.language import LearnedPair, Synonym
from operator_desk.domain.terms import Role
from operator_desk.services.knowledge import Stored
from operator_desk.services.people import Actor
from operator_desk.words import noted

_EDITORS = (Role.EDITOR, Role.LEAD)
_PAIRS = ("lay", "official", "probability", "times", "state")
_Given = tuple[tuple[str, str], ...]


def _pair(name: str, words: str) -> Callable[[Any], Any]:
    return click.option(f"--{name}", nargs=2, multiple=True, metavar="LAY OFFICIAL", help=words)


@click.command(cls=DeskCommand)
@click.option("--word", help="Only pairs with this word on one side.")
@click.option("--limit", type=click.IntRange(1), help="At most so many pairs; default all.")
@_pair("strike", noted("The pair counts no more, whatever is learned; several times."))
@_pair("pin", noted("The pair counts in any case; several times."))
@_pair("clear", noted("The pair is again as it was learned; several times."))
@click.option("--reset", is_flag=True, help="Forget what was learned from all calls so far.")
@pass_asked
def learned(
    asked: Asked,
    word: str | None,
    limit: int | None,
    strike: _Given,
    pin: _Given,
    clear: _Given,
    reset: bool,
) -> None:
    """List what callers' words stand for, as learned from told articles; strike, pin, forget."""
    marks = {
        LearnedAction.STRUCK: strike,
        LearnedAction.PINNED: pin,
        LearnedAction.CLEARED: clear,
    }
    if reset or any(marks.values()):
        with asked.writing(*_EDITORS) as (desk, actor):
            _change(desk, actor, marks, reset=reset)
            pairs = desk.language.learned()
    else:
        with asked.reading() as desk:
            pairs = desk.language.learned()
    kept = [pair for pair in pairs if word is None or word in (pair.lay, pair.official)]
    print_rows([_row(pair) for pair in kept[:limit]], as_json=asked.json, columns=_PAIRS)


def _change(
    desk: Services, actor: Actor, marks: Mapping[LearnedAction, _Given], *, reset: bool
) -> None:
    for action, pairs in marks.items():
        for lay, official in pairs:
            desk.language.mark(actor, action, lay, official)
    if reset:
        desk.language.reset(actor)
        learning.learn_now(desk)


def _row(pair: LearnedPair) -> dict[str, Any]:
    return {
        "lay": pair.lay,
        "official": pair.official,
        "probability": pair.probability,
        "times": pair.times,
        "state": pair.state.value,
    }


@click.group(cls=DeskGroup)
def synonyms() -> None:
    """Callers' words and the official words that they stand for, shipped and editors' own."""


@synonyms.command("list")
@pass_asked
def list_(asked: Asked) -> None:
    """List all synonyms."""
    with asked.reading() as desk:
        rows = [_synonym(one) | {"shipped": one.shipped} for one in desk.language.synonyms()]
    print_rows(rows, as_json=asked.json, columns=("lay", "stands_for", "shipped"))


def _synonym(one: Synonym) -> dict[str, Any]:
    return {"lay": one.lay, "stands_for": list(one.stands_for)}


@synonyms.command("add")
@click.argument("lay")
@click.argument("official", nargs=-1, required=True, metavar="OFFICIAL…")
@pass_asked
def add(asked: Asked, lay: str, official: tuple[str, ...]) -> None:
    """Add a synonym, or change what a word stands for."""
    with asked.writing(*_EDITORS) as (desk, actor):
        made = desk.language.put(actor, lay, official)
    _say(asked, made, noted("{lay} stands for {stands_for}."))


@synonyms.command("remove")
@click.argument("lay")
@pass_asked
def remove(asked: Asked, lay: str) -> None:
    """Take a synonym back."""
    with asked.writing(*_EDITORS) as (desk, actor):
        made = desk.language.withdraw(actor, lay)
    _say(asked, made, noted("{lay} stands for {stands_for} no more."))


def _say(asked: Asked, one: Synonym, text: str) -> None:
    if asked.json:
        print_json(_synonym(one))
    else:
        click.echo(asked.say(text, lay=one.lay, stands_for=" / ".join(one.stands_for)))


@synonyms.command("import")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE…")
@pass_asked
def import_(asked: Asked, files: tuple[Path, ...]) -> None:
    """Take synonyms in from JSONL files; every refused row is named with its reason."""
    done, taking = Stored(0, 0, 0), Taking(asked, files)
    with asked.writing(*_EDITORS) as (desk, actor):
        for _path, read, _digest in taking.read(content.read_synonyms):
            for one in read.refused:
                taking.refuse(one.file, one.row, one.reason)
            done += desk.language.take(actor, read.values)
    counts = {"added": done.added, "changed": done.changed, "unchanged": done.unchanged}
    text = noted("Added {added}, changed {changed}, unchanged {unchanged}, refused {refused}.")
    taking.report(click.get_current_context(), text, counts)
