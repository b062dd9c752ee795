"""`speak`: what a voice says for a text."""

from __future__ import annotations

import sys

import click

from operator_desk.commands.asked import Asked, pass_asked
from operator_desk.commands.asking import DeskCommand
from operator_desk.commands.printing import print_json
from operator_desk.speech import spoken


@click.command(cls=DeskCommand)
@click.argument("text")
@click.option("--show", is_flag=True, help="Print the spoken form.")
@pass_asked
def speak(asked: Asked, text: str, show: bool) -> None:
    """Say a text as it is read back to a caller; TEXT - reads standard input."""
    if not show:
        words = asked.say("Name what to do with the text: {options}.", options="--show")
        raise click.UsageError(words)
    if text == "-":
        text = sys.stdin.read().rstrip("\n")
    said = spoken.spoken(text, asked.language)
    if not asked.json:
        click.echo(said)
        return
    print_json(
        {
            "text": text,
            "language": asked.language,
            "spoken": said,
            "syllables": spoken.syllables(said, asked.language),
            "parts": [
                {"start": part.start, "end": part.end, "said": part.said}
                for part in spoken.parts(text, asked.language)
            ],
        }
    )
