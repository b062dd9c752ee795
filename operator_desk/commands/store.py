"""`store`: upgraded, verified, backed up, restored, its views built anew."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from operator_desk import app
from operator_desk.app import content, keeping
from operator_desk.app.keeping import Report
from operator_desk.commands.asked import Asked, pass_asked
from operator_desk.commands.asking import DeskGroup
from operator_desk.commands.printing import print_json, progress
from operator_desk.domain.terms import Role

_FILE = click.Path(path_type=Path)


@click.group(cls=DeskGroup)
def store() -> None:
    """The store."""


@store.command()
@pass_asked
def upgrade(asked: Asked) -> None:
    """Bring the schema to this program's version."""
    asked.who(Role.ADMIN)
    version = keeping.upgrade(asked.folder)
    if asked.json:
        print_json({"schema": version})
    else:
        click.echo(asked.say("The schema is at version {version}.", version=version))


@store.command()
@click.pass_context
@pass_asked
def verify(asked: Asked, context: click.Context) -> None:
    """Recompute every hash; compare chain, witness, views and triggers."""
    asked.who()
    report_broken(asked, context, keeping.verify_store(asked.folder))


def report_broken(
    asked: Asked,
    context: click.Context,
    report: Report,
    *,
    more: Mapping[str, Any] | None = None,
    lines: Sequence[str] = (),
) -> None:
    """Prints what was verified; exit 1 when anything is broken. `more`: JSON, `lines`: people."""
    broken = [{"kind": one.kind, "id": one.id, "reason": one.reason} for one in report.broken]
    if asked.json:
        print_json({"checked": report.checked, "broken": broken, **(more or {})})
    else:
        click.echo(
            asked.say("{n} rows checked, {broken} broken.", n=report.checked, broken=len(broken))
        )
        for found in report.broken:
            reason = asked.say(found.text, **dict(found.values))
            click.echo(f"{found.kind} {found.id}: {reason}")
        for line in lines:
            click.echo(line)
    if broken:
        context.exit(1)


@store.command()
@click.argument("path", type=_FILE)
@click.pass_context
@pass_asked
def backup(asked: Asked, context: click.Context, path: Path) -> None:
    """Copy the store into a new file, attachments beside it; a window may be open."""
    asked.who(Role.LEAD)
    report = keeping.backup(asked.folder, path)
    if asked.json:
        broken = [{"kind": one.kind, "id": one.id, "reason": one.reason} for one in report.broken]
        print_json({"path": str(path), "checked": report.checked, "broken": broken})
    else:
        click.echo(asked.say("{path}: {n} rows, verified.", path=path, n=report.checked))
        for found in report.broken:
            click.echo(f"{found.kind} {found.id}: {asked.say(found.text)}")
    if report.broken:
        context.exit(1)


@store.command()
@click.argument("path", type=_FILE)
@pass_asked
def restore(asked: Asked, path: Path) -> None:
    """Put a backup in the place of the store; the store before is kept beside it.

    The search index is built anew. Where the store is damaged nobody can sign in: leave out
    --user then.
    """
    kept = keeping.restore(asked.folder, path, asked.who(Role.ADMIN).staff_id)
    with app.open_desk(asked.folder, writing=True) as desk, progress(asked) as tell:
        content.rebuild_index(desk, tell)
    if asked.json:
        print_json({"restored": str(path), "kept": str(kept) if kept else None})
    else:
        click.echo(asked.say("Restored. The store before is {path}.", path=kept or "—"))


@store.command()
@pass_asked
def rebuild(asked: Asked) -> None:
    """Compute all views anew from the facts."""
    with asked.writing(Role.LEAD) as (desk, _actor):
        keeping.rebuild_views(desk)
    if asked.json:
        print_json({"rebuilt": True})
    else:
        click.echo(asked.say("All views are computed anew."))
