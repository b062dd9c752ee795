"""What stories about tickets share: who sits at the desk, a ticket's steps by its keys."""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from operator_desk import app
from operator_desk.app import Services
from operator_desk.domain.life_cycle import Action
from operator_desk.services.abilities import Abilities
from operator_desk.services.handling import Given
from operator_desk.services.people import Actor
from operator_desk.services.steps import steps_of, ticket_of
from operator_desk.ui.tickets.bar import KEYS
from tests.commands.desk import Desk as Commands
from tests.stories.conftest import Practice
from tests.stories.driver import Desk
from tests.stories.screen import Box

BAR: Box = (850, 560, 1360, 762)  # what can be done, below the ticket in hand
RIGHT: Box = (850, 50, 1360, 762)  # the ticket in hand
PALETTE: Box = (430, 150, 940, 600)
BESIDE: Box = (70, 60, 420, 730)  # of every page, and no palette over it
LEFT: Box = (60, 60, 840, 762)  # the work lists and their rows


@dataclass(frozen=True, slots=True)
class Step:
    """A step that is taken before the window opens: by whom, what, what is given."""

    login: str
    action: Action
    given: Given | None = None


def copied(practice: Practice, folder: Path) -> Path:
    """A practice desk of its own."""
    shutil.copytree(practice.folder, folder)
    return folder


def registered(folder: Path, *calls: dict[str, Any]) -> list[str]:
    """The numbers of tickets out of calls that were taken a short while ago."""
    began = datetime.now(ZoneInfo("Asia/Shanghai")) - timedelta(minutes=40)
    said = {
        "kind": "complaint", "statements": ["音响开到凌晨一点。"], "readback": ["confirmed"],
        "outcome": "ticket", "talk_s": 60, "after_call_s": 5,
    }  # fmt: skip
    scripts = [
        {"id": f"story-{n}", "started_at": (began + timedelta(minutes=2 * n)).isoformat()}
        | said
        | call
        for n, call in enumerate(calls)
    ]
    file = folder.parent / "calls.jsonl"
    lines = (json.dumps(script, ensure_ascii=False) for script in scripts)
    file.write_text("\n".join(lines), "utf-8")
    commands = Commands(folder)
    commands.ok("call", "replay", file)
    listed = commands.ok("--json", "ticket", "list", "--limit", len(calls)).rows
    return [row["number"] for row in reversed(listed)]


def went(folder: Path, number: str, steps: Sequence[Step]) -> None:
    """Takes steps on a ticket while no window is open."""
    with app.open_desk(folder, writing=True) as opened:
        for step in steps:
            who, given = _who(opened, step.login), step.given or Given()
            done = opened.handling.act(who, number, step.action, given)
            assert done.effective, done


def _who(opened: Services, login: str) -> Actor:
    row = next(one for one in opened.people.all() if one.login == login)
    return Actor(row.staff_id, row.login, row.name, row.roles, row.unit)


def finds(desk: Desk, initials: str) -> None:
    """F1, and Enter on the only action that is left."""
    before = desk.steady()
    desk.key("F1")
    opened = desk.steady(PALETTE, unlike=before)
    desk.type(initials)
    desk.steady(PALETTE, unlike=opened)
    desk.key("Return")


def sits_down(desk: Desk, login: str, practice: Practice, page: str = "gdym") -> None:
    """Who sits there signs off, another one signs in and goes to a page."""
    if desk.signed_in():
        finds(desk, "qc")
        desk.wait_for(lambda: not desk.signed_in(), "the sign-in page")
        desk.steady()
    desk.sign_in(login, practice.password)
    if page:
        before = desk.steady()
        finds(desk, page)
        desk.steady(BESIDE, unlike=before)


def opens(desk: Desk, number: str, digit: str) -> None:
    """A work list by its digit, a ticket of it by its number, and the keys to what can be done."""
    desk.key(digit)
    before = desk.steady()
    desk.key("F3", "ctrl+a")
    desk.type(number)
    desk.steady(LEFT, unlike=before, hold=0.3)
    desk.key("Return")
    before = desk.steady()
    desk.key("Return")
    desk.steady(BAR, unlike=before)


def key_of(desk: Desk, login: str, number: str, action: Action) -> str:
    """The key on the button of an action, as it stands below the ticket."""
    with app.open_desk(desk.folder, writing=False) as opened, opened.store.read() as tx:
        steps = steps_of(tx, ticket_of(tx, number))
        able = Abilities(opened.handling).of(tx, _who(opened, login), steps, opened.clock())
    return KEYS[[one.action for one in able].index(action)].lower()


def taken(desk: Desk, number: str, action: Action) -> int:
    """How often a step was taken."""
    query = (
        "SELECT count(*) FROM ticket_event AS e JOIN ticket AS t ON t.id = e.ticket_id "
        "WHERE t.number = ? AND e.action = ?"
    )
    return int(desk.rows(query, number, action.value)[0][0])


def takes(desk: Desk, login: str, number: str, action: Action, *fields: str) -> None:
    """A step on the open ticket: its key, then its form, Enter by Enter."""
    begins(desk, login, number, action)
    gives(desk, number, action, *fields)


def begins(desk: Desk, login: str, number: str, action: Action) -> None:
    """Opens the form of a step."""
    before = desk.steady()
    desk.key(key_of(desk, login, number, action))
    desk.steady(RIGHT, unlike=before)


def gives(desk: Desk, number: str, action: Action, *fields: str) -> None:
    """What stands in the fields that are left, each with Enter; waits until it is stored."""
    before, screen = taken(desk, number, action), desk.look()
    for words in fields:
        desk.type(f"{words}\n")
    done = f"{action} of {number}"
    desk.wait_for(lambda: taken(desk, number, action) > before, done)
    desk.steady(unlike=screen)


def told(desk: Desk, *words: object) -> list[dict[str, Any]]:
    """The objects that a command prints with `--json` beside the open window."""
    return Commands(desk.folder).ok("--json", *words).rows


def shown(desk: Desk, number: str) -> dict[str, Any]:
    """A ticket as `ticket show` tells it."""
    (found,) = told(desk, "ticket", "show", number)
    return found
