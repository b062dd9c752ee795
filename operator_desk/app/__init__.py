"""Joins the parts: store, services, index, window, from plain arguments. Opens `resources/`."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

from operator_desk import __version__, calendars, resources
from operator_desk.domain import profile_toml
from operator_desk.domain.certificate_data import Witnessed
from operator_desk.domain.certificate_rows import HASH
from operator_desk.domain.errors import UserError
from operator_desk.domain.ids import new_id
from operator_desk.domain.language import Synonym
from operator_desk.domain.numbers import desk_code
from operator_desk.domain.profile import Profile
from operator_desk.domain.times import is_instant, now
from operator_desk.search.tables import FileTables
from operator_desk.services.attachments import Attachments
from operator_desk.services.batches import Batches
from operator_desk.services.calendars import Calendars
from operator_desk.services.call_steps import CallSteps
from operator_desk.services.calls import Calls
from operator_desk.services.catalogue import Catalogue
from operator_desk.services.certificates import Certificates
from operator_desk.services.counting import Counting
from operator_desk.services.deadlines import Deadlines
from operator_desk.services.editing import Editing
from operator_desk.services.event_cards import EventCards
from operator_desk.services.explaining import Explaining
from operator_desk.services.follow_ups import FollowUps
from operator_desk.services.handling import Handling
from operator_desk.services.indexing import Indexing
from operator_desk.services.knowledge import Knowledge
from operator_desk.services.language import Language
from operator_desk.services.lists import Lists
from operator_desk.services.news import News
from operator_desk.services.people import People
from operator_desk.services.ports import AttachedBytes, Journal, Parked, Store, Unsaved
from operator_desk.services.proposals import Learner, NearIndex, Proposals
from operator_desk.services.question_sets import LastRuns, QuestionSets
from operator_desk.services.queues import Queues
from operator_desk.services.reading import Reading
from operator_desk.services.recalls import Recalls
from operator_desk.services.records import Records
from operator_desk.services.recounting import Recounting
from operator_desk.services.replay import Replay
from operator_desk.services.requests import Requests
from operator_desk.services.seats import Seats
from operator_desk.services.second_calls import SecondCalls
from operator_desk.services.shelf import Shelf
from operator_desk.services.slips import Slips
from operator_desk.services.tickets import Tickets
from operator_desk.services.viewing import Viewing
from operator_desk.services.where import Where
from operator_desk.storage import store as stores
from operator_desk.storage.lock import OpenElsewhereError as OpenElsewhereError

DEFAULT_PROFILE = "general-12345"
DEFAULT_DESK = "A01"
PROFILE_SETTING = "profile"
JOURNAL = "journal"
PARKED = "parked"
DRAFTS = "drafts"
RUNS = "questions.json"
PROGRAM = f"operator-desk {__version__}"


@dataclass(frozen=True, slots=True)
class Services:
    """Everything a person can do at this desk, over one store and one profile."""

    store: Store
    profile: Profile
    clock: Callable[[], datetime]
    people: People
    calls: Calls
    records: Records
    tickets: Tickets
    handling: Handling
    second_calls: SecondCalls
    follow_ups: FollowUps
    deadlines: Deadlines
    explaining: Explaining
    viewing: Viewing
    attachments: Attachments
    slips: Slips
    certificates: Certificates
    events: EventCards
    knowledge: Knowledge
    language: Language
    editing: Editing
    batches: Batches
    queues: Queues
    question_sets: QuestionSets
    counting: Counting
    seats: Seats
    calendars: Calendars
    recounting: Recounting
    lists: Lists
    catalogue: Catalogue
    proposals: Proposals
    reading: Reading
    shelf: Shelf
    news: News
    recalls: Recalls
    where: Where
    replay: Replay
    requests: Requests
    indexing: Indexing
    journal: Journal
    parked: Parked
    unsaved: Unsaved
    folder: Path


def default_folder() -> Path:
    """Where this account's desk lies: the platform's folder for application data."""
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", Path.home())) / "OperatorDesk"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "OperatorDesk"
    base = os.environ.get("XDG_DATA_HOME") or str(Path.home() / ".local" / "share")
    return Path(base) / "operator-desk"


def migrations() -> Path:
    """The folder of the schema's migrations."""
    return resources.path("db")


def profile_names() -> list[str]:
    """The profiles that this program ships."""
    return sorted(path.stem for path in resources.path("resources", "profiles").glob("*.toml"))


def load_profile(name: str, folder: Path | None = None) -> Profile:
    """A profile: the centre's own `profiles/NAME.toml` in the data folder, else a shipped one.

    UserError: no such profile, or a rule in it is not valid.
    """
    own = folder / "profiles" / f"{name}.toml" if folder else None
    shipped = resources.path("resources", "profiles", f"{name}.toml")
    path = own if own and own.exists() else shipped
    if not path.exists():
        raise _no_profile(name)
    return read_profile(path)


def _no_profile(name: str) -> UserError:
    return UserError(
        "There is no profile {name}. Profiles: {names}.",
        name=name,
        names=", ".join(profile_names()),
    )


def read_profile(path: Path) -> Profile:
    """The profile in a file; base and categories lie beside it or among the shipped ones."""
    text = _text(path)
    base = _base(path, profile_toml.base_name(text))
    wanted = f"{profile_toml.categories_name(text, base)}.jsonl"
    shipped = resources.path("resources", "categories", wanted)
    own = path.parent / wanted
    categories = _text(own if own.exists() or not shipped.exists() else shipped)
    return profile_toml.load(text, categories, base)


def _base(path: Path, name: str | None) -> str:
    """The text of the profile that one is based on; another of the same folder goes first."""
    if name is None:
        return ""
    file = f"{Path(name).name}.toml"
    shipped = resources.path("resources", "profiles", file)
    own = path.parent / file
    if own.exists() and own.resolve() != path.resolve():
        return _text(own)
    if not shipped.exists():
        raise _no_profile(name)
    return _text(shipped)


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise UserError("{path} is not a text file in UTF-8.", path=path) from error
    except OSError as error:
        raise UserError(
            "{path} cannot be read: {reason}.", path=path, reason=error.strerror or error
        ) from error


def services(
    store: Store,
    profile: Profile,
    folder: Path,
    journal: Journal,
    clock: Callable[[], datetime] = now,
    make_id: Callable[[], UUID] = new_id,
    synonyms: Callable[[], Sequence[Synonym]] = tuple,
) -> Services:
    """The services over a store; tests call this with fakes. `synonyms`: the shipped ones."""
    years = Calendars(store, calendars.calendar(profile.calendar), clock, make_id)
    deadlines = Deadlines(profile, years.within)
    handling = Handling(store, profile, deadlines, clock, make_id)
    calls = Calls(store, profile, clock, make_id, CallSteps(handling))
    tickets = Tickets(store, profile, clock, deadlines)
    viewing, knowledge = Viewing(store, profile, clock, make_id), Knowledge(store, clock, make_id)
    indexing, runs = Indexing(store, knowledge, folder / "index"), _runs(folder)
    return Services(
        store=store,
        profile=profile,
        clock=clock,
        people=People(store, clock, make_id),
        calls=calls,
        records=Records(store, profile, clock, CallSteps(handling)),
        tickets=tickets,
        handling=handling,
        second_calls=SecondCalls(store, profile, handling, clock),
        follow_ups=FollowUps(store, profile, handling, calls, clock),
        deadlines=deadlines,
        explaining=Explaining(store, profile, deadlines, clock),
        viewing=viewing,
        attachments=Attachments(store, _attached(folder), viewing, clock, make_id),
        **_papers(store, profile, deadlines, viewing, clock, folder),
        events=EventCards(store, profile, handling, clock, make_id),
        knowledge=knowledge,
        language=Language(store, knowledge, clock, make_id, FileTables(folder / "index"), synonyms),
        editing=Editing(store, profile, clock, make_id),
        batches=Batches(store, clock, make_id),
        queues=Queues(store, profile, clock, make_id),
        question_sets=QuestionSets(store, profile, knowledge, indexing, clock, make_id, runs),
        counting=Counting(store, profile, clock),
        seats=Seats(store, clock, make_id),
        calendars=years,
        recounting=Recounting(store, deadlines, clock),
        lists=Lists(store, clock, make_id),
        catalogue=Catalogue(store, profile, clock, make_id),
        proposals=Proposals(store, profile, clock, _near_tickets, _learned_categories),
        reading=Reading(store, knowledge),
        shelf=Shelf(store),
        news=News(store, profile, clock),
        recalls=Recalls(store, profile, calls, clock, make_id),
        where=Where(store),
        replay=Replay(store, profile, calls, tickets, clock),
        requests=Requests(store, profile, calls, tickets, handling, clock, make_id),
        indexing=indexing,
        journal=journal,
        parked=_parked(folder),
        unsaved=_unsaved(folder),
        folder=folder,
    )


def has_desk(folder: Path) -> bool:
    """Whether there is a desk in a folder. UserError: it cannot be looked into."""
    try:
        return (folder / stores.DATABASE).is_file()
    except OSError as error:
        raise UserError(
            "{path} cannot be read: {reason}.", path=folder, reason=error.strerror or error
        ) from error


def must_have_desk(folder: Path) -> None:
    """UserError when there is no desk in a folder."""
    if not has_desk(folder):
        raise UserError(
            "There is no desk in {folder}; make one with: operator-desk init", folder=folder
        )


def create_desk(folder: Path, profile: str = DEFAULT_PROFILE, desk: str = DEFAULT_DESK) -> None:
    """Makes an empty desk. UserError: one there already, unknown profile, folder not writable."""
    load_profile(profile, folder)
    stores.create(folder, migrations(), desk_code(desk), **{PROFILE_SETTING: profile})


@contextmanager
def open_desk(folder: Path, *, writing: bool) -> Iterator[Services]:
    """The services of the desk in a folder; the store is closed when the block ends.

    UserError: no desk there, made by a newer program, damaged; for writing also: locked by
    another process, read-only.
    """
    must_have_desk(folder)
    store = stores.open_desk(folder, migrations(), writing=writing)
    try:
        with store.read() as tx:
            name = tx.setting(PROFILE_SETTING)
        profile = load_profile(name or DEFAULT_PROFILE, folder)
        synonyms = partial(_synonyms, profile.language)
        yield services(store, profile, folder, _journal(folder), synonyms=synonyms)
    finally:
        store.close()


def _synonyms(language: str) -> tuple[Synonym, ...]:
    from operator_desk.app import shipped

    return shipped.synonyms(language)


def _near_tickets() -> NearIndex:
    from operator_desk.search.near import NearTickets  # NumPy: not before it is needed

    return NearTickets()


def _learned_categories(texts: Sequence[str], labels: Sequence[str]) -> Learner:
    from operator_desk.search.categories import CategoryLearner

    return CategoryLearner(texts, labels)


def _journal(folder: Path) -> Journal:
    from operator_desk.storage.journal import FileJournal

    return FileJournal(folder / JOURNAL)


def _parked(folder: Path) -> Parked:
    from operator_desk.storage.parked import FileParked

    return FileParked(folder / PARKED)


def _runs(folder: Path) -> LastRuns:
    from operator_desk.storage.runs import FileRuns

    return FileRuns(folder / RUNS)


def _attached(folder: Path) -> AttachedBytes:
    from operator_desk.storage.attachments import FOLDER, FileAttachments

    return FileAttachments(folder / FOLDER)


def _unsaved(folder: Path) -> Unsaved:
    from operator_desk.storage.unsaved import FileUnsaved

    return FileUnsaved(folder / DRAFTS)


def _papers(
    store: Store,
    profile: Profile,
    deadlines: Deadlines,
    viewing: Viewing,
    clock: Callable[[], datetime],
    folder: Path,
) -> dict[str, Any]:
    """The services of what leaves the desk on paper."""
    seen = partial(_witnessed, folder)
    return {
        "slips": Slips(store, profile, deadlines, viewing),
        "certificates": Certificates(store, profile, clock, viewing, seen, PROGRAM),
    }


def _witnessed(folder: Path) -> Witnessed | None:
    """The newest line of the witness, and how many there are; None: there is none to rely on."""
    from operator_desk.storage.witness import Witness

    witness = Witness(folder / stores.WITNESS)
    last = witness.last()
    if last is None or not (HASH.fullmatch(last.head.hash) and is_instant(last.at)):
        return None
    return Witnessed(max(1, witness.lines()), last.at, last.head.n, last.head.hash)
