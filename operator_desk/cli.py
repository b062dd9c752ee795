"""The command line: `operator-desk [options] COMMAND`; without a command the window opens."""

from __future__ import annotations

import gc
import io
import sys

import click

from operator_desk import __version__
from operator_desk.commands import decisions, speaking, steps
from operator_desk.commands.asked import Asked, pass_asked
from operator_desk.commands.asking import RootGroup
from operator_desk.commands.calendar import calendar
from operator_desk.commands.call import call
from operator_desk.commands.catalogue import catalogue
from operator_desk.commands.doctor import doctor
from operator_desk.commands.due import due
from operator_desk.commands.event import event
from operator_desk.commands.init import init
from operator_desk.commands.knowledge import knowledge
from operator_desk.commands.language import learned, synonyms
from operator_desk.commands.lexicon import lexicon
from operator_desk.commands.lists import places, units
from operator_desk.commands.practice import practice
from operator_desk.commands.profile import profile
from operator_desk.commands.proposals import duplicates, propose
from operator_desk.commands.publishing import publish_due
from operator_desk.commands.questions import questions
from operator_desk.commands.replay import replay
from operator_desk.commands.requests import import_
from operator_desk.commands.speak import speak
from operator_desk.commands.staff import staff
from operator_desk.commands.stats import stats
from operator_desk.commands.store import store
from operator_desk.commands.ticket import ticket
from operator_desk.commands.ticket_certificate import certificate, verify
from operator_desk.commands.ticket_papers import attach, attachment, slip, views
from operator_desk.commands.told import told
from operator_desk.commands.where import where


@click.group(cls=RootGroup, invoke_without_command=True)
@click.version_option(
    __version__,
    prog_name="operator-desk",
    message="%(prog)s %(version)s",
    help=speaking.VERSION,
)
@click.pass_context
def cli(context: click.Context) -> None:
    """The workstation for the people who answer public service hotlines.

    Without a command the window opens.
    """
    if context.invoked_subcommand is None:
        context.invoke(run)


@cli.command()
@pass_asked
def run(asked: Asked) -> None:
    """Open the window."""
    gc.disable()  # as in `__main__`; the window collects in its own time (ui/kit/garbage.py)
    from operator_desk.app.window import main as window

    code = window(asked.folder, asked.chosen_language)
    if code:
        sys.exit(code)


call.add_command(replay)
ticket.add_command(import_)
ticket.add_command(propose)
ticket.add_command(duplicates)
for _step in (*decisions.COMMANDS, *steps.COMMANDS):
    ticket.add_command(_step)
ticket.add_command(due)
ticket.add_command(slip)
ticket.add_command(attach)
ticket.add_command(attachment)
ticket.add_command(views)
ticket.add_command(certificate)
ticket.add_command(verify)
knowledge.add_command(learned)
knowledge.add_command(synonyms)
knowledge.add_command(publish_due)
knowledge.add_command(told)
knowledge.add_command(questions)
knowledge.add_command(where)
for _command in (
    init, doctor, staff, knowledge, call, ticket, stats, profile, calendar, catalogue, places,
    units, store, lexicon, event, speak, practice,
):  # fmt: skip
    cli.add_command(_command)


def main() -> None:
    """Runs the command line and ends the process with its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            encoding = stream.encoding if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors="backslashreplace")
    cli.main(prog_name="operator-desk")
