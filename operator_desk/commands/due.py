"""`ticket due`: the limits of a ticket with every stretch, whose time it was, why it was late."""

from __future__ import annotations

from typing import Any
from zoneinfo import ZoneInfo

import click

from operator_desk.app import Services
from operator_desk.commands.asked import Asked, pass_asked
from operator_desk.commands.asking import DeskCommand
from operator_desk.commands.call import limit_words, local
from operator_desk.commands.printing import print_json, print_table
from operator_desk.domain.limits import FixedLimit, Limit
from operator_desk.domain.why_late import duration
from operator_desk.services import rights
from operator_desk.services.explaining import Explained
from operator_desk.words import sentence


@click.command(cls=DeskCommand)
@click.argument("number")
@pass_asked
def due(asked: Asked, number: str) -> None:
    """Show why a ticket is due when it is: each stretch that counts, and whose time it was."""
    with asked.reading_as() as (desk, actor):
        rights.must_see(actor, desk.tickets.show(number).row)
        found = desk.explaining.explain(number)
        shown = _json(asked, desk, found)
        if asked.json:
            print_json(shown)
            return
        for title, limit, rule in (
            (asked.say("Limit for the caller"), found.caller, found.rule),
            (asked.say("Limit for the holder"), found.holder, found.holder_rule),
        ):
            _print(asked, desk, title, limit, rule)
    if shown["by_holder"]:
        print_table(
            ("holder", "time"),
            [[row["holder"], row["words"]] for row in shown["by_holder"]],
        )
    if shown["why_late"]:
        click.echo(shown["why_late"])


def _print(asked: Asked, desk: Services, title: str, limit: Limit, rule: FixedLimit | None) -> None:
    due_at = limit_words(desk, limit.due) if limit.due else None
    reason = sentence(limit.reason, asked.language) if limit.reason else ""
    click.echo(f"{title}: {due_at or reason}")
    if rule is not None:
        click.echo(f"  {rule.text(asked.language)} ({rule.source})")
    zone = ZoneInfo(desk.profile.time_zone)
    for step in limit.steps:
        start = f"{step.start.astimezone(zone):%Y-%m-%d %H:%M}"
        why = sentence(step.why, asked.language)
        click.echo(f"  {start} – {limit_words(desk, step.end)}  {why}")


def _json(asked: Asked, desk: Services, found: Explained) -> dict[str, Any]:
    shares = found.shares or ()
    return {
        "caller": _limit(asked, desk, found.caller, found.rule),
        "holder": _limit(asked, desk, found.holder, found.holder_rule),
        "by_holder": [
            {
                "holder": share.holder,
                "used_s": share.seconds,
                "words": sentence(duration(share.seconds), asked.language),
            }
            for share in shares
        ],
        "used_s": sum(share.seconds for share in shares) if found.shares is not None else None,
        "why_late": sentence(found.late.sentence, asked.language) if found.late else None,
        "late_s": found.late.late_s if found.late else 0,
    }


def _limit(asked: Asked, desk: Services, limit: Limit, rule: FixedLimit | None) -> dict[str, Any]:
    return {
        "due": local(desk, limit.due) if limit.due else None,
        "computable": limit.computable,
        "reason": sentence(limit.reason, asked.language) if limit.reason else None,
        "rule": rule.text(asked.language) if rule else None,
        "source": rule.source if rule else None,
        "steps": [
            {
                "from": local(desk, step.start),
                "to": local(desk, step.end),
                "counted_s": step.counted_s,
                "why": sentence(step.why, asked.language),
            }
            for step in limit.steps
        ],
    }
