"""`knowledge questions`: question sets kept, taken in, written out and run."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import click

from operator_desk.app import Services, content, question_files
from operator_desk.commands.asked import Asked, pass_asked
from operator_desk.commands.asking import DeskGroup
from operator_desk.commands.days import DAY
from operator_desk.commands.printing import print_json, print_rows, progress
from operator_desk.commands.taking import Taking
from operator_desk.domain.errors import UserError
from operator_desk.domain.question_sets import Foreseen, Question, Tried, summary
from operator_desk.domain.question_sets import worst_first as worst
from operator_desk.domain.terms import Role
from operator_desk.services.knowledge import Stored
from operator_desk.words import noted

_EDITORS = (Role.EDITOR, Role.LEAD)
_MAIN = "main"
_FAR = noted("Questions: {done} of {of}")
_FILE = click.Path(path_type=Path)
_SET = click.option(
    "--set", "name", default=_MAIN, show_default=True, metavar="NAME", help="The set."
)
_ONLY = click.option("--set", "name", metavar="NAME", help="Only this set; default all.")


@click.group(cls=DeskGroup)
def questions() -> None:
    """Question sets: what callers ask and the articles that are right for it."""


@questions.command("list")
@_ONLY
@pass_asked
def list_(asked: Asked, name: str | None) -> None:
    """List the questions; right articles that are not there are named as unknown."""
    with asked.reading() as desk:
        _must_be_there(desk, name)
        found = desk.question_sets.listed(name)
    rows = [_row(one.question) | {"unknown": list(one.unknown)} for one in found]
    print_rows(rows, as_json=asked.json, columns=("set", "question", "gold", "unknown"))


def _row(one: Question) -> dict[str, Any]:
    return {"set": one.set_name, "question": one.text, "gold": list(one.gold)}


def _must_be_there(desk: Services, name: str | None) -> None:
    """A name that was typed wrong is not an empty set."""
    if name is not None and not desk.question_sets.questions(name):
        known = ", ".join(one.name for one in desk.question_sets.sets()) or "–"
        raise UserError("There is no question set {name}. Sets: {known}.", name=name, known=known)


@questions.command("add")
@click.argument("question")
@click.argument("keys", nargs=-1, required=True, metavar="KEY…")
@_SET
@pass_asked
def add(asked: Asked, question: str, keys: tuple[str, ...], name: str) -> None:
    """Add a question with its right articles, or change which ones are right."""
    with asked.writing(*_EDITORS) as (desk, actor):
        made = desk.question_sets.put(actor, name, question, keys)
    _say(asked, made, noted("{question}: {gold}"))


@questions.command("remove")
@click.argument("question")
@_SET
@pass_asked
def remove(asked: Asked, question: str, name: str) -> None:
    """Take a question out of its set."""
    with asked.writing(*_EDITORS) as (desk, actor):
        gone = desk.question_sets.drop(actor, name, question)
    _say(asked, gone, noted("{question} is no longer in the set {set}."))


def _say(asked: Asked, one: Question, text: str) -> None:
    if asked.json:
        print_json(_row(one))
    else:
        click.echo(asked.say(text, **_row(one) | {"gold": " / ".join(one.gold)}))


@questions.command("import")
@click.argument("files", nargs=-1, required=True, type=_FILE, metavar="FILE…")
@click.option("--set", "name", default="", metavar="NAME", help="The set; default the file's name.")
@pass_asked
def import_(asked: Asked, files: tuple[Path, ...], name: str) -> None:
    """Take questions in from JSONL files; every refused row is named with its reason."""
    done, taking = Stored(0, 0, 0), Taking(asked, files)
    names: set[tuple[str, str]] = set()
    with asked.writing(*_EDITORS) as (desk, actor):
        for _path, read, _digest in taking.read(lambda path: content.read_questions(path, name)):
            for one in read.refused:
                taking.refuse(one.file, one.row, one.reason)
            done += desk.question_sets.take(actor, read.values)
            names |= {one.name for one in read.values}
        listed = desk.question_sets.listed()
    unknown = sum(len(one.unknown) for one in listed if one.question.name in names)
    counts = {"added": done.added, "changed": done.changed, "unchanged": done.unchanged}
    text = noted(
        "Added {added}, changed {changed}, unchanged {unchanged}, refused {refused}; "
        "{unknown} right articles are not there."
    )
    taking.report(click.get_current_context(), text, counts | {"unknown": unknown})


@questions.command("export")
@click.argument("path", type=_FILE)
@_ONLY
@pass_asked
def export(asked: Asked, path: Path, name: str | None) -> None:
    """Write the questions into a JSONL file that can be imported again."""
    with asked.reading() as desk:
        _must_be_there(desk, name)
        count = question_files.write(desk, path, name)
    click.echo(asked.say("{n} questions written.", n=count), err=asked.json)
    if asked.json:
        print_json({"questions": count, "path": str(path)})


@questions.command("run")
@_ONLY
@click.option("--draft", metavar="ID|KEY", help="Before and after this draft is published.")
@click.option("--withdraw", metavar="KEY", help="Before and after this article is taken down.")
@click.option("--repeal", metavar="KEY", help="Before and after this article is repealed.")
@click.option("--on", "day", type=DAY, help="What is in force on this day; with --repeal its day.")
@pass_asked
def run(
    asked: Asked,
    name: str | None,
    draft: str | None,
    withdraw: str | None,
    repeal: str | None,
    day: date | None,
) -> None:
    """Ask the questions; say where the first right article stands, and where after a change."""
    if sum(one is not None for one in (draft, withdraw, repeal)) > 1:
        raise click.UsageError(asked.say("One change is tried at a time."))
    if day is not None and (draft or withdraw):
        raise click.UsageError(asked.say("--on does not go with --draft or --withdraw."))
    with asked.reading() as desk:
        _must_be_there(desk, name)
        change = _change(desk, draft, withdraw, repeal, day)
        if change is None:
            _now(asked, desk, name, day)
        else:
            _foretold(asked, desk, name, change)


def _change(
    desk: Services, draft: str | None, withdraw: str | None, repeal: str | None, day: date | None
) -> Foreseen | None:
    if draft is not None:
        return desk.question_sets.of_draft(draft)
    if withdraw is not None:
        return desk.question_sets.of_withdrawal(withdraw)
    return desk.question_sets.of_repeal(repeal, day) if repeal is not None else None


def _now(asked: Asked, desk: Services, name: str | None, day: date | None) -> None:
    last = next((one.ranks for one in desk.question_sets.last_runs()), {})
    with progress(asked, _FAR) as tell, content.trial(desk) as trial:
        found = desk.question_sets.run(trial, name, day, tell)
    rows = [
        {"set": set_name, "question": text, "rank": rank, "last": last.get((set_name, text))}
        for (set_name, text), rank in found.ranks.items()
    ]
    print_rows(rows, as_json=asked.json, columns=("set", "question", "rank", "last"))


def _foretold(asked: Asked, desk: Services, name: str | None, change: Foreseen) -> None:
    with progress(asked, _FAR) as tell, content.trial(desk) as trial:
        tried = worst(desk.question_sets.foretell(trial, change, name, tell))
    columns = ("set", "question", "before", "after", "falls_out")
    print_rows([_tried(one) for one in tried], as_json=asked.json, columns=columns)
    if not asked.json:
        found = summary(tried)
        words = noted(
            "{questions} questions: {later} come later, {out} of them fall out of the first ten; "
            "{earlier} come earlier, {into} of them into the first ten."
        )
        counts = {one: getattr(found, one) for one in found.__slots__}
        click.echo(asked.say(words, **counts))


def _tried(one: Tried) -> dict[str, Any]:
    return {
        "set": one.question.set_name,
        "question": one.question.text,
        "before": one.before,
        "after": one.after,
        "falls_out": one.falls_out,
    }
