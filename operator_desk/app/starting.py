"""Makes a desk ready for its first day: bare, with the starter content, or for practice."""

from __future__ import annotations

import json
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from operator_desk import app, resources
from operator_desk.app import content, importing, practising
from operator_desk.domain.errors import UserError
from operator_desk.domain.scripted import ScriptedCall
from operator_desk.domain.terms import Role
from operator_desk.importers import calls as calls_format
from operator_desk.importers.jsonl import objects
from operator_desk.services.people import Actor, machine_actor
from operator_desk.storage.lock import alone_in

_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"  # none that look alike
_ENGLISH = "city-311"


@dataclass(frozen=True, slots=True)
class Member:
    """A member of the sample staff with the password that was made up for this desk."""

    login: str
    name: str
    roles: tuple[str, ...]
    password: str


@dataclass(frozen=True, slots=True)
class Made:
    """What was made: sample staff, articles, played calls."""

    staff: tuple[Member, ...]
    articles: int
    calls: int


def profile_for(language: str) -> str:
    """The shipped profile for a language of the window."""
    english = language.startswith("en") and _ENGLISH in app.profile_names()
    return _ENGLISH if english else app.DEFAULT_PROFILE


def must_be_free(folder: Path) -> None:
    """UserError when there is a desk in the folder already."""
    if app.has_desk(folder):
        raise UserError("There is a desk in {folder} already.", folder=folder)


@contextmanager
def all_or_nothing(folder: Path) -> Iterator[None]:
    """While a desk is made in a folder: when that fails, the folder is left as it was.

    UserError: there is a desk in it already, or another process is making one.
    """
    must_be_free(folder)
    new = not folder.is_dir()
    with alone_in(folder):
        must_be_free(folder)
        there = set(folder.iterdir())
        try:
            yield
        except BaseException:
            _clear(folder, there)
            if new:  # only who holds it takes it away: another may just have begun in it
                with suppress(OSError):
                    folder.rmdir()
            raise


def _clear(folder: Path, keep: set[Path]) -> None:
    for path in set(folder.iterdir()) - keep:
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink(missing_ok=True)


# -- content -----------------------------------------------------------------------------


def starter_files(language: str) -> list[Path]:
    """The shipped articles and phrases of a language; empty when there are none."""
    folder = resources.path("resources", "knowledge", language)
    phrases = resources.path("resources", "phrases", f"{language}.jsonl")
    return [*sorted(folder.glob("*.jsonl")), *([phrases] if phrases.exists() else [])]


def starter_articles(desk: app.Services, actor: Actor) -> int:
    """Stores the shipped articles in the language of the desk's profile; how many are new."""
    added = 0
    for path in starter_files(desk.profile.language):
        read = content.read_articles(desk, path)
        added += importing.store(desk, actor, path, read, read.values, len(read.refused)).added
    return added


def starter_lists(desk: app.Services, actor: Actor, *, practice: bool) -> None:
    """Stores the places of the country; for practice the invented city and its units too."""
    if desk.profile.language == "zh_CN":
        _places(desk, actor, resources.path("resources", "places", "china.csv"))
    if practice:
        _places(desk, actor, practice_file(desk, "places.csv"))
        path = practice_file(desk, "units.csv")
        read = content.read_units(desk, path)
        desk.lists.put_units(actor, read.values, path.name, content.digest(path), len(read.refused))
        _catalogue(desk, actor)


def _catalogue(desk: app.Services, actor: Actor) -> None:
    path = practice_file(desk, "catalogue.csv")
    read = content.read_catalogue(desk, path)
    desk.catalogue.put(actor, read.values, path.name, content.digest(path), len(read.refused))


def _places(desk: app.Services, actor: Actor, path: Path) -> None:
    read = content.read_places(path)
    desk.lists.put_places(actor, read.values, path.name, content.digest(path), len(read.refused))


def starter_desk(desk: app.Services, actor: Actor) -> int:
    """Starter content without samples; the number of articles."""
    starter_lists(desk, actor, practice=False)
    return starter_articles(desk, actor)


# -- practice ----------------------------------------------------------------------------


def practice_file(desk: app.Services, name: str) -> Path:
    """A file of the invented city, in the language of the desk's profile."""
    return resources.path("resources", "practice", desk.profile.language, name)


def practice_desk(folder: Path, profile: str = app.DEFAULT_PROFILE) -> Made:
    """Makes a practice desk: sample staff, starter content, a month of invented calls."""
    with all_or_nothing(folder):
        app.create_desk(folder, profile)
        with app.open_desk(folder, writing=True) as desk:
            return fill_practice(desk, machine_actor("practice"))


def fill_practice(desk: app.Services, actor: Actor) -> Made:
    """Fills a new desk with sample staff, content and calls."""
    starter_lists(desk, actor, practice=True)
    articles = starter_articles(desk, actor)
    staff = tuple(_staff(desk, actor))
    played = list(desk.replay.play(actor, practice_calls(desk)))
    for one in played:
        if one.refused:
            raise RuntimeError(f"a shipped call was refused: {one.id}: {one.refused}")
    practising.walk(desk, practice_file(desk, "ways.jsonl"))
    return Made(staff, articles, len(played))


def _staff(desk: app.Services, actor: Actor) -> Iterator[Member]:
    password = "".join(secrets.choice(_LETTERS) for _ in range(10))
    text = practice_file(desk, "staff.json").read_text(encoding="utf-8")
    for row in json.loads(text):
        roles = tuple(row["roles"])
        desk.people.add(actor, row["login"], row["name"], roles, password, row.get("unit"))
        yield Member(row["login"], row["name"], roles, password)


def practice_calls(desk: app.Services) -> Iterator[ScriptedCall]:
    """The shipped calls, their days counted back from today; none lies in the future."""
    path = practice_file(desk, "calls.jsonl")
    today, zone = desk.counting.today(), ZoneInfo(desk.profile.time_zone)
    for number, row in objects(path):
        if isinstance(row, UserError):
            raise RuntimeError(f"{path.name}, row {number}: {row}")
        day = today + timedelta(days=row.pop("day"))
        at = datetime.combine(day, time.fromisoformat(row.pop("time")), tzinfo=zone)
        if at < desk.clock():
            yield calls_format.scripted(row | {"started_at": at.isoformat()})


# -- my hotline --------------------------------------------------------------------------


def account_trouble(login: str, name: str, password: str) -> str:
    """Why a first account cannot be made; "" when it can."""
    if not login or not name:
        return "An account needs a login and a name."
    if len(password) < 8:
        return "A password needs at least 8 characters."
    return ""


def own_desk(folder: Path, profile: str, login: str, name: str, password: str) -> None:
    """Makes a desk with the starter content and its first account, who may do everything."""
    with all_or_nothing(folder):
        app.create_desk(folder, profile)
        with app.open_desk(folder, writing=True) as desk:
            actor = machine_actor("first-start")
            starter_desk(desk, actor)
            desk.people.add(actor, login, name, [Role.ADMIN, Role.OPERATOR], password)
