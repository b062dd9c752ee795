"""What was asked on the command line: folder, language, who acts, how to print."""

from __future__ import annotations

import getpass
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import click

from operator_desk import app
from operator_desk.app import OpenElsewhereError, Services
from operator_desk.domain.errors import UserError
from operator_desk.domain.terms import Role
from operator_desk.services.people import Actor, machine_actor
from operator_desk.words import say, system_language

PASSWORD = "OPERATOR_DESK_PASSWORD"


@dataclass(slots=True)
class Asked:
    """The global options of one run; filled while the command line is read."""

    folder: Path = field(default_factory=app.default_folder)
    language: str = field(default_factory=system_language)
    user: str | None = None
    json: bool = False
    chosen_language: str | None = None
    _typed: str | None = None

    def say(self, text: str, **values: object) -> str:
        """A sentence in the language asked for."""
        return say(text, self.language, **values)

    @contextmanager
    def reading(self) -> Iterator[Services]:
        """The desk for reading; with `--user` the password is checked first."""
        with self.reading_as() as (desk, _actor):
            yield desk

    @contextmanager
    def reading_as(self) -> Iterator[tuple[Services, Actor]]:
        """The desk for reading, and who reads: what is printed may hang on that."""
        actor = self.who()
        with app.open_desk(self.folder, writing=False) as desk:
            yield desk, actor

    @contextmanager
    def writing(self, *roles: Role) -> Iterator[tuple[Services, Actor]]:
        """The desk for writing, and who acts; UserError unless the actor has one of the roles."""
        with app.open_desk(self.folder, writing=True) as desk:
            yield desk, _fit(self._signed_in(desk), roles)

    def who(self, *roles: Role) -> Actor:
        """Who acts, where a command opens the store itself; UserError as for `writing`.

        Beside an open window the password is checked as ever, but the try is not noted.
        """
        if self.user is None:
            return machine_actor(account())
        try:
            with self.writing(*roles) as (_desk, actor):
                return actor
        except OpenElsewhereError:
            with app.open_desk(self.folder, writing=False) as desk:
                return _fit(desk.people.known(self.user, self._password()), roles)

    def new_password(self) -> str:
        """The password that an account is to have: typed, or a line of standard input.

        Where nobody signs in, OPERATOR_DESK_PASSWORD may hold it too.
        """
        if self.user is None:
            return self._password()
        typed = _line(self.say("New password"))
        if not typed:
            raise UserError("No password for the account was given on standard input.")
        return typed

    def _signed_in(self, desk: Services) -> Actor:
        if self.user is None:
            return machine_actor(account())
        return desk.people.sign_in(self.user, self._password())

    def _password(self) -> str:
        if self._typed is None:
            self._typed = os.environ.get(PASSWORD) or _line(self.say("Password"))
        if not self._typed:
            raise UserError("No password was given on standard input or in {name}.", name=PASSWORD)
        return self._typed


def _fit(actor: Actor, roles: tuple[Role, ...]) -> Actor:
    if roles and not actor.may(*roles):
        raise UserError(
            "{login} may not do this; it needs the role {roles}.",
            login=actor.login,
            roles=", ".join(dict.fromkeys((*roles, Role.ADMIN))),
        )
    return actor


def account() -> str:
    """The name of the operating-system account."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return f"uid-{os.getuid()}" if hasattr(os, "getuid") else "unknown"


def _line(prompt: str) -> str:
    """A line that nobody sees being typed, or the next line of standard input; "" at its end."""
    if sys.stdin.isatty():
        return str(click.prompt(prompt, hide_input=True, err=True))
    try:
        return sys.stdin.readline().rstrip("\r\n")
    except UnicodeDecodeError:
        raise UserError("What stands on standard input is not a text in UTF-8.") from None


pass_asked = click.make_pass_decorator(Asked, ensure=True)
