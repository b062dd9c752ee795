"""What click itself says (usage, headings, wrong options), in the language asked for."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import pairwise

import click
from click import core, exceptions, formatting, parser, types

from operator_desk.words import LANGUAGES, noted, say, system_language

# Where click looks its sentences up: each of them took `_` and `ngettext` from gettext.
_MODULES = (core, exceptions, formatting, parser, types, click.termui, click.decorators)
HELP = noted("Show this message and exit.")
VERSION = noted("Show the version and exit.")
CLICK = (
    noted("Usage:"),
    noted("Options"),
    noted("Commands"),
    noted("default: {default}"),
    noted("required"),
    noted("Aborted!"),
    noted("Error: {message}"),
    noted("Try '{command} {option}' for help."),
    noted("Invalid value: {message}"),
    noted("Invalid value for {param_hint}: {message}"),
    noted("Missing command."),
    noted("Missing argument"),
    noted("Missing option"),
    noted("No such option {name!r}."),
    noted("No such command {name!r}."),
    noted("Did you mean {possibility}?"),
    noted("(Did you mean one of: {possibilities}?)"),
    noted("Option {name!r} requires an argument."),
    noted("Option {name!r} does not take a value."),
    noted("Got unexpected extra argument ({args})"),
    noted("Got unexpected extra arguments ({args})"),
    noted("Choose from:\n\t{choices}"),
    noted("{value!r} is not one of {choices}."),
    noted("{value!r} is not a valid {number_type}."),
    noted("{value} is not in the range {range}."),
    noted("{name} {filename!r} is a file."),
    noted("{name} {filename!r} is a directory."),
)


def language_of(words: Sequence[str]) -> str:
    """The language that a command line asks for last, wherever in it; else the system's."""
    found = system_language()
    for one, after in pairwise((*words, "")):
        value = after if one == "--lang" else one.partition("--lang=")[2]
        if value in LANGUAGES:
            found = value
    return found


def speak(language: str) -> None:
    """Lets click say its sentences in a language from now on; those it has not stay English."""
    ways = {"_": partial(say, language=language), "ngettext": partial(_one_or_many, language)}
    for module in _MODULES:
        for name in ways.keys() & vars(module).keys():
            setattr(module, name, ways[name])


def _one_or_many(language: str, one: str, many: str, n: int) -> str:
    return say(one if n == 1 else many, language)
