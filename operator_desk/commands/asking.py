"""What was asked on the command line: folder, language, who acts, how to print; the error road."""

from __future__ import annotations

import getpass
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import click

from operator_desk import app
from operator_desk.app import Services
from operator_desk.commands import faults
from operator_desk.domain.errors import UserError
from operator_desk.domain.terms import Role
from operator_desk.services.people import Actor, machine_actor
from operator_desk.words import LANGUAGES, say, sentence, system_language

PASSWORD = "OPERATOR_DESK_PASSWORD"


@dataclass(slots=True)
class Asked:
    """The global options of one run; filled while the command line is read."""

    folder: Path = field(default_factory=app.default_folder)
    language: str = field(default_factory=system_language)
    user: str | None = None
    json: bool = False
    chosen_language: str | None = None

    def say(self, text: str, **values: object) -> str:
        """A sentence in the language asked for."""
        return say(text, self.language, **values)

    @contextmanager
    def reading(self) -> Iterator[Services]:
        """The desk for reading; with `--user` the password is checked first."""
        if self.user is not None:
            with self.writing():
                pass
        with app.open_desk(self.folder, writing=False) as desk:
            yield desk

    @contextmanager
    def writing(self, *roles: Role) -> Iterator[tuple[Services, Actor]]:
        """The desk for writing, and who acts; UserError unless the actor has one of the roles."""
        with app.open_desk(self.folder, writing=True) as desk:
            actor = self._actor(desk)
            if roles and not actor.may(*roles):
                raise UserError(
                    "{login} may not do this; it needs the role {roles}.",
                    login=actor.login,
                    roles=", ".join(dict.fromkeys((*roles, Role.ADMIN))),
                )
            yield desk, actor

    def _actor(self, desk: Services) -> Actor:
        if self.user is None:
            return machine_actor(account())
        return desk.people.sign_in(self.user, password())


def account() -> str:
    """The name of the operating-system account."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return f"uid-{os.getuid()}" if hasattr(os, "getuid") else "unknown"


def password() -> str:
    """The password: OPERATOR_DESK_PASSWORD, or typed, or the first line of standard input."""
    given = os.environ.get(PASSWORD)
    if given is not None:
        return given
    if sys.stdin.isatty():
        return str(click.prompt("Password", hide_input=True, err=True))
    line = sys.stdin.readline().rstrip("\r\n")
    if not line:
        raise UserError("No password was given on standard input or in {name}.", name=PASSWORD)
    return line


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
            ["--user"], callback=_set("user"), metavar="LOGIN", help="Who acts.", **common
        ),
        click.Option(
            ["--json"],
            is_flag=True,
            callback=_set("json"),
            help="Print JSON for programs.",
            **common,
        ),
    ]


class DeskCommand(click.Command):
    """A command that takes the global options after its name too."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.params.extend(_options(hidden=True))


class DeskGroup(click.Group):
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
            # Whoever read the output has gone (`| head`): nothing is left to say.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        except Exception as error:
            _report_fault(context.ensure_object(Asked), error)
        return context.exit(1)


def _report_fault(asked: Asked, error: Exception) -> None:
    place = faults.keep(asked.folder, error)
    text = "This is a fault of the program; details in {file}."
    if place is None:
        text = "This is a fault of the program: {fault}."
    click.echo(asked.say(text, file=place, fault=type(error).__name__), err=True)


pass_asked = click.make_pass_decorator(Asked, ensure=True)
