"""`knowledge publish-due`: drafts whose day has come, for who runs it every night."""

from __future__ import annotations

import click

from operator_desk.app import content
from operator_desk.commands.asked import Asked, pass_asked
from operator_desk.commands.asking import DeskCommand
from operator_desk.commands.printing import print_json, progress
from operator_desk.domain.terms import Role
from operator_desk.words import sentence


@click.command("publish-due", cls=DeskCommand)
@click.pass_context
@pass_asked
def publish_due(asked: Asked, context: click.Context) -> None:
    """Publish the drafts whose day has come, and make them findable."""
    with asked.writing(Role.EDITOR, Role.LEAD) as (desk, _actor):
        due = desk.editing.drafts.publish_due()
        if due.published:
            with progress(asked) as tell:
                content.update_index(desk, tell)
    refused = [
        {"key": head.key, "reason": sentence(error, asked.language)} for head, error in due.refused
    ]
    if asked.json:
        print_json({"published": list(due.published), "refused": refused})
    else:
        click.echo(asked.say("{n} drafts published.", n=len(due.published)))
        for row in refused:
            click.echo(asked.say("{key}: {reason}", **row), err=True)
    if refused:
        context.exit(1)
