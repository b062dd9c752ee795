"""The groups and commands of the command line: global options, help texts, the error road."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from copy import copy
from errno import EDQUOT, EIO, ENOSPC
from inspect import cleandoc
from pathlib import Path
from typing import Any

import click

from operator_desk.commands import faults, speaking
from operator_desk.commands.asked import Asked
from operator_desk.domain.errors import UserError
from operator_desk.words import LANGUAGES, say, sentence

_FULL = (ENOSPC, EDQUOT, EIO)


def _set(name: str) -> Any:
    def keep(context: click.Context, _option: click.Parameter, value: Any) -> Any:
        if value is not None and value is not False:
            asked = context.ensure_object(Asked)
            setattr(asked, name, value)
            if name == "language":
                asked.chosen_language = value
        return value

    return keep


def _options(hidden: bool) -> list[click.Option]:
    common: dict[str, Any] = {"expose_value": False, "is_eager": True, "hidden": hidden}
    path = click.Path(file_okay=False, path_type=Path)
    return [
        click.Option(
            ["--data-dir"],
            type=path,
            callback=_set("folder"),
            help="Folder of the desk.",
            **common,
        ),
        click.Option(
            ["--lang"],
            type=click.Choice(LANGUAGES),
            callback=_set("language"),
            help="Language of the sentences.",
            **common,
        ),
        click.Option(
            ["--user"],
            callback=_set("user"),
            metavar="LOGIN",
            help="Who acts; the password: OPERATOR_DESK_PASSWORD or standard input.",
            **common,
        ),
        click.Option(
            ["--json"],
            is_flag=True,
            callback=_set("json"),
            help="Print JSON for programs.",
            **common,
        ),
    ]


class _Helping(click.Command):
    """Shows its help, and that of its options, in the language asked for."""

    def format_help(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        """Writes the help."""
        language = context.ensure_object(Asked).language
        shown = copy(self)
        shown.help = say(cleandoc(self.help or ""), language)
        shown.params = [_translated(one, language) for one in self.params]
        super(_Helping, shown).format_help(context, formatter)

    def get_short_help_str(self, limit: int = 45) -> str:
        """The first sentence of the help, for the list of commands."""
        context = click.get_current_context(silent=True)
        asked = context.find_object(Asked) if context else None
        shown = copy(self)
        shown.help = say(cleandoc(self.help or ""), asked.language if asked else "en")
        # Chinese has no blank after a full stop, and nothing is cut in the middle of a sentence.
        shown.short_help = shown.help.partition("\n\n")[0].partition("。")[0].replace("\n", " ")
        return super(_Helping, shown).get_short_help_str(limit)

    def get_help_option(self, context: click.Context) -> click.Option | None:
        """The option --help, which click makes once and in one language only."""
        option = super().get_help_option(context)
        if option is not None:
            option.help = say(speaking.HELP, context.ensure_object(Asked).language)
        return option


def _translated(param: click.Parameter, language: str) -> click.Parameter:
    if not isinstance(param, click.Option) or not param.help:
        return param
    shown = copy(param)
    shown.help = say(param.help, language)
    return shown


class DeskCommand(_Helping):
    """A command that takes the global options after its name too."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.params.extend(_options(hidden=True))


class DeskGroup(_Helping, click.Group):
    """A group whose commands all take the global options."""

    command_class = DeskCommand
    group_class: type[click.Group] | type[type] | None = type

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.params.extend(_options(hidden=True))


class RootGroup(DeskGroup):
    """The outermost group: shows the global options and turns errors into one line."""

    group_class = DeskGroup

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for option in self.params:
            if isinstance(option, click.Option):
                option.hidden = False

    def make_context(
        self,
        info_name: str | None,
        args: list[str],
        parent: click.Context | None = None,
        **extra: Any,
    ) -> click.Context:
        """The context of a run; its language holds before anything else is read."""
        language = speaking.language_of(args)
        speaking.speak(language)
        asked = Asked(language=language)
        try:
            "".join(args).encode("utf-8")
        except UnicodeEncodeError:
            raise click.UsageError(
                asked.say("What stands on the command line is not a text in UTF-8.")
            ) from None
        return super().make_context(info_name, args, parent, obj=asked, **extra)

    def invoke(self, context: click.Context) -> Any:
        """Runs the command; exit 1 with one line for a UserError and for a fault."""
        try:
            return super().invoke(context)
        except UserError as error:
            asked = context.ensure_object(Asked)
            click.echo(sentence(error, asked.language), err=True)
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except BrokenPipeError:
            _drop_output()  # whoever read it has gone (`| head`): nothing is left to say
        except OSError as error:
            _report_full(context.ensure_object(Asked), error)
        except Exception as error:
            _report_fault(context.ensure_object(Asked), error)
        return context.exit(1)


def _drop_output() -> None:
    """Lets what is still to be written go nowhere, so that the end of the process is quiet."""
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _report_full(asked: Asked, error: OSError) -> None:
    if error.errno not in _FULL:
        _report_fault(asked, error)
        return
    _drop_output()
    text = "Nothing more can be written: {reason}."
    click.echo(asked.say(text, reason=error.strerror), err=True)


def _report_fault(asked: Asked, error: Exception) -> None:
    place = faults.keep(asked.folder, error)
    text = "This is a fault of the program; details in {file}."
    if place is None:
        text = "This is a fault of the program: {fault}."
    click.echo(asked.say(text, file=place, fault=type(error).__name__), err=True)
