"""`profile`: the rules of the hotline."""

from __future__ import annotations

from pathlib import Path

import click

from operator_desk import app
from operator_desk.commands.asked import Asked, pass_asked
from operator_desk.commands.asking import DeskGroup
from operator_desk.commands.printing import print_json, print_table
from operator_desk.domain.limit_rules import HandlingOf, WorkingTime
from operator_desk.domain.profile import GuideRule, Profile, Target
from operator_desk.domain.profile_toml import HANDLING_REASONS
from operator_desk.domain.rules import NamedRule, Rule


@click.group(cls=DeskGroup)
def profile() -> None:
    """Rules of the hotline."""


@profile.command()
@click.argument("names", nargs=-1, metavar="[NAME|FILE]...")
@pass_asked
def check(asked: Asked, names: tuple[str, ...]) -> None:
    """Check profiles: this desk's, or others by name or file."""
    checked = [_found(asked, name) for name in names] or [_own(asked)]
    for one in checked:
        open_rules = [where for where, rule in _rules(one) if not rule.confirmed]
        if asked.json:
            print_json(
                {
                    "name": one.name,
                    "rules": len(_rules(one)),
                    "to_be_confirmed": open_rules,
                    "missing": _missing(one),
                }
            )
            continue
        click.echo(
            asked.say(
                "{name}: in order; {n} rules, {open} still to be confirmed by the centre.",
                name=one.name,
                n=len(_rules(one)),
                open=len(open_rules),
            )
        )
        if missing := _missing(one):
            click.echo(asked.say("Not there, so not in use: {names}.", names=", ".join(missing)))


@profile.command()
@click.argument("name", required=False)
@pass_asked
def show(asked: Asked, name: str | None) -> None:
    """Show every rule with its source and the day it holds from."""
    one = _found(asked, name) if name else _own(asked)
    rows = [
        {
            "rule": where,
            "says": _says(rule, asked.language),
            "valid_from": rule.valid_from.isoformat(),
            "valid_to": rule.valid_to.isoformat() if rule.valid_to else None,
            "source": rule.source,
        }
        for where, rule in _rules(one)
    ]
    if asked.json:
        print_json(
            {
                "name": one.name,
                "title": one.title,
                "language": one.language,
                "hotline_number": one.hotline_number,
                "time_zone": one.time_zone,
                "day_start": one.day_start.isoformat("minutes"),
                "categories": len(one.categories.leaves()),
                "calendar": one.calendar,
                "levels": [
                    {"value": level.value, "says": level.text(asked.language)}
                    for level in one.levels
                ],
                "rules": rows,
            }
        )
        return
    click.echo(f"{one.title} ({one.name}) {one.hotline_number} {one.time_zone}")
    columns = ("rule", "says", "valid_from", "source")
    print_table(columns, [[str(row[name] or "") for name in columns] for row in rows])


def _own(asked: Asked) -> Profile:
    with asked.reading() as desk:
        return desk.profile


def _found(asked: Asked, name: str) -> Profile:
    path = Path(name)
    return (
        app.read_profile(path) if path.suffix == ".toml" else app.load_profile(name, asked.folder)
    )


def _rules(one: Profile) -> list[tuple[str, Rule]]:
    found: list[tuple[str, Rule]] = []
    found.extend((f"classing {rule.id}", rule) for rule in one.classing)
    found.extend((f"kind {rule.kind}", rule) for rule in one.kinds)
    found.extend((f"limit {rule.id}", rule) for rule in one.limits)
    found.extend((f"target {rule.id}", rule) for rule in one.targets)
    found.extend((f"handling {rule.id}", rule) for rule in one.handling)
    found.extend(("working_time", rule) for rule in one.working_time)
    return [*found, ("guide", one.guide)]


def _missing(one: Profile) -> list[str]:
    """What the handling of tickets goes by and this profile lacks."""
    lists = [f"reasons.{name}" for name in HANDLING_REASONS if not one.reasons.get(name)]
    numbers = {rule.id for rule in one.handling}
    return lists + [f"handling {of.value}" for of in HandlingOf if of not in numbers]


def _says(rule: Rule, language: str) -> str:
    match rule:
        case NamedRule():
            return rule.text(language)
        case Target():
            return f"{rule.value:g}"
        case WorkingTime():
            return ", ".join(rule.spans)
        case GuideRule():
            return rule.pattern
    raise TypeError(type(rule))
