"""`speak`: what a voice says for a text, as words, as a file, or aloud."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from operator_desk.commands.asked import Asked, pass_asked
from operator_desk.commands.asking import DeskCommand
from operator_desk.commands.printing import print_json, put_file
from operator_desk.domain.errors import UserError
from operator_desk.speech import spoken
from operator_desk.words import noted

LANGUAGES = {"zh_CN": noted("Chinese"), "en": noted("English")}
TROUBLES = {
    "no_voice": noted("No voice of this machine speaks {named}; see: operator-desk doctor"),
    "no_sound": noted("No sound device of this machine takes sound; see: operator-desk doctor"),
    "silent": noted("There is nothing in the text that could be said."),
}
OTHER = noted("The voice has failed ({code}); try again, or see: operator-desk doctor")


@click.command(cls=DeskCommand)
@click.argument("text")
@click.option("--show", is_flag=True, help="Print the spoken form and say nothing.")
@click.option(
    "--wav",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write the sound into this file and say nothing.",
)
@click.option("--force", is_flag=True, help="Replace a file of that name.")
@pass_asked
def speak(asked: Asked, text: str, show: bool, wav: Path | None, force: bool) -> None:
    """Say a text as it is read back to a caller; TEXT - reads standard input."""
    if show and wav is not None:
        words = asked.say("Name one of {options}.", options="--show, --wav")
        raise click.UsageError(words)
    if text == "-":
        text = sys.stdin.read().rstrip("\n")
    said = spoken.spoken(text, asked.language)
    if show:
        _show(asked, text, said)
        return
    if wav is not None and wav.exists() and not force:
        raise UserError("{path} exists already; --force replaces it.", path=wav)
    told = _sound(asked, text, wav, force=force)
    if asked.json:
        counted = spoken.syllables(said, asked.language)
        print_json(told | {"spoken": said, "syllables": counted})
    elif wav is not None:
        seconds = f"{told['seconds']:.1f}"
        click.echo(asked.say("{path}: {seconds} s", path=wav, seconds=seconds))


def _show(asked: Asked, text: str, said: str) -> None:
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


def _sound(asked: Asked, text: str, wav: Path | None, *, force: bool) -> dict[str, Any]:
    """Makes the sound and writes or plays it; what there is to tell of it."""
    from operator_desk.speech import aloud, samples

    try:
        sound, voice = aloud.render(text, asked.language)
        if wav is None:
            aloud.play(sound)
        else:
            put_file(wav, samples.as_wav(sound), force=force)
    except samples.Unsound as error:
        code = error.args[0]
        named = asked.say(LANGUAGES[asked.language])
        raise UserError(TROUBLES.get(code, OTHER), named=named, code=code) from None
    return {
        "path": str(wav) if wav is not None else None,
        "seconds": round(sound.seconds, 3),
        "frames": sound.frames,
        "voice": voice["voice"],
    }
