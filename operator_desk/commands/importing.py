"""`knowledge import`, `imports`, `undo`: articles from files, as batches that can be undone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import UUID

import click

from operator_desk.app import Services, content, importing
from operator_desk.commands.asked import Asked, pass_asked
from operator_desk.commands.asking import DeskCommand
from operator_desk.commands.call import local
from operator_desk.commands.printing import print_json, print_rows, progress
from operator_desk.commands.taking import Taking
from operator_desk.domain.errors import UserError
from operator_desk.domain.terms import Role
from operator_desk.services.batches import Batch
from operator_desk.services.incoming import Incoming, Look
from operator_desk.services.people import Actor
from operator_desk.words import noted

_COLUMNS = (
    "id",
    "at",
    "by",
    "kind",
    "file",
    "added",
    "new_versions",
    "unchanged",
    "refused",
    "undone",
)


@dataclass(slots=True)
class _Counts:
    added: int = 0
    changed: int = 0
    unchanged: int = 0

    def add(self, one: Any) -> None:
        """Adds what was stored, or would be."""
        self.added += one.added
        self.changed += one.changed
        self.unchanged += one.unchanged


@dataclass(slots=True)
class _Run:
    """One run of the command over its files."""

    taking: Taking
    counts: _Counts = field(default_factory=_Counts)

    def each(self, desk: Services, actor: Actor, as_format: str | None) -> None:
        """Takes file by file: what is refused keeps nothing else out."""
        for path, read, _digest in self._files(desk, as_format):
            incoming = desk.batches.incoming()
            importing.look(incoming, path, read)
            self._store(desk, actor, [(path, read)], incoming, self._refuse(incoming.end()))

    def whole(self, desk: Services, actor: Actor, as_format: str | None, *, dry_run: bool) -> None:
        """Looks at all files first; stores them only when nothing at all is refused."""
        files = [(path, read) for path, read, _digest in self._files(desk, as_format)]
        incoming = desk.batches.incoming()
        for path, read in files:
            importing.look(incoming, path, read)
        look = self._refuse(incoming.end())
        if dry_run:
            self.counts.add(look)
        elif not self.taking.refused:
            self._store(desk, actor, files, incoming, look)

    def _files(self, desk: Services, as_format: str | None) -> Any:
        return self.taking.read(lambda path: content.read_articles(desk, path, as_format))

    def _refuse(self, look: Look) -> Look:
        for one in look.refused:
            self.taking.refuse(one.file, one.row, one.reason)
        return look

    def _store(
        self, desk: Services, actor: Actor, files: Sequence[tuple[Path, Any]],
        incoming: Incoming, look: Look,
    ) -> None:  # fmt: skip
        for place, (path, read) in enumerate(files):
            rows = zip(read.rows, read.values, strict=True)
            articles = incoming.kept(place, rows)
            stored = importing.store(desk, actor, path, read, articles, len(look.refused))
            self.counts.add(stored)


@click.command("import", cls=DeskCommand)
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE…")
@click.option("--dry-run", is_flag=True, help="Only say what would be done.")
@click.option("--all-or-nothing", is_flag=True, help="Take nothing when anything is refused.")
@click.option("--as", "as_format", metavar="FORMAT", help="jsonl, csv, xlsx, contacts or law.")
@pass_asked
def import_(
    asked: Asked,
    files: tuple[Path, ...],
    dry_run: bool,
    all_or_nothing: bool,
    as_format: str | None,
) -> None:
    """Take articles in; every refused row is named with its reason.

    Of several files, one that cannot be read as a whole is refused and the others are taken.
    """
    run = _Run(Taking(asked, files))
    with asked.writing(Role.EDITOR, Role.LEAD) as (desk, actor):
        if dry_run or all_or_nothing:
            run.whole(desk, actor, as_format, dry_run=dry_run)
        else:
            run.each(desk, actor, as_format)
        if not dry_run:
            with progress(asked) as tell:
                content.update_index(desk, tell)
    done = run.counts
    counts = {"added": done.added, "changed": done.changed, "unchanged": done.unchanged}
    text = noted("Added {added}, changed {changed}, unchanged {unchanged}, refused {refused}.")
    run.taking.report(click.get_current_context(), text, counts)


@click.command(cls=DeskCommand)
@pass_asked
def imports(asked: Asked) -> None:
    """List imports, bulk changes and their undoing, the newest first."""
    with asked.reading() as desk:
        staff = desk.people.names()
        rows = [_row(one, staff) | {"at": local(desk, one.at)} for one in desk.batches.all()]
    if not asked.json:  # "changed" alone is the word of a readback's scope
        rows = [row | {"new_versions": row["changed"]} for row in rows]
    print_rows(rows, as_json=asked.json, columns=_COLUMNS)


def _row(one: Batch, staff: Mapping[UUID, str]) -> dict[str, Any]:
    return {
        "id": str(one.id),
        "by": staff.get(one.actor),
        "kind": one.kind.name.lower(),
        "file": one.name or None,
        "added": one.added,
        "changed": one.changed,
        "unchanged": one.unchanged,
        "refused": one.refused,
        "undone": one.undone,
        "undoes": str(one.undoes) if one.undoes else None,
    }


@click.command(cls=DeskCommand)
@click.argument("id", metavar="ID")
@pass_asked
def undo(asked: Asked, id: str) -> None:
    """Take back a whole import: every article gets the content it had before.

    What was changed since stays and is named. ID: the beginning of one of `knowledge imports`.
    """
    with asked.writing(Role.EDITOR, Role.LEAD) as (desk, actor):
        batch = desk.batches.named(id)
        why = asked.say("Import undone: {file}", file=batch.name or str(batch.id))
        storing = desk.batches.begin_undo(actor, batch.id, why)
        try:
            storing.run()
        finally:
            storing.finish()
        with progress(asked) as tell:
            content.update_index(desk, tell)
    if asked.json:
        row = {"id": str(storing.id), "taken_back": storing.stored, "left": storing.left}
        print_json(row)
    else:
        click.echo(asked.say("{n} articles taken back.", n=storing.stored))
    _name_left(asked, storing.left)


def _name_left(asked: Asked, left: Sequence[str]) -> None:
    for key in left:
        reason = UserError("{key} was changed since and stays as it is.", key=key)
        click.echo(asked.say(reason.text, **reason.values), err=True)
    if left:
        click.get_current_context().exit(1)
