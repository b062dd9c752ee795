"""`lexicon`: the desk's names as a dictionary for an input method."""

from __future__ import annotations

from pathlib import Path

import click

from operator_desk.app import lexicon as joiner
from operator_desk.commands.asked import Asked, pass_asked
from operator_desk.commands.asking import DeskGroup
from operator_desk.commands.printing import print_json, writing_to
from operator_desk.documents.lexicon import ENGINES
from operator_desk.domain.lexicon import Entry


@click.group(cls=DeskGroup)
def lexicon() -> None:
    """The desk's names for an input method."""


@lexicon.command()
@click.option(
    "--for", "engine", required=True, type=click.Choice(tuple(ENGINES)), help="The input method."
)
@click.option("--out", type=click.Path(path_type=Path), help="The file; else standard output.")
@pass_asked
def export(asked: Asked, engine: str, out: Path | None) -> None:
    """Write streets, communities, units, laws, services and bodies as a dictionary."""
    with asked.reading() as desk:
        entries, day = joiner.entries(desk), desk.counting.today()
    entries = [one for one in entries if ENGINES[engine].holds(one)]
    if out is None and asked.json:
        _print(entries)
        return
    written = ENGINES[engine].write(entries, day)
    if out is None:
        click.echo(written, nl=False)
        return
    with writing_to(out):
        out.write_bytes(written)
    if asked.json:
        print_json({"words": len(entries), "path": str(out)})
    else:
        click.echo(asked.say("{n} words written.", n=len(entries)))


def _print(entries: list[Entry]) -> None:
    for one in entries:
        print_json({"word": one.word, "pinyin": " ".join(one.syllables)})
