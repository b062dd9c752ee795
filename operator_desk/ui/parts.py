"""What the window works with: the services, the search and the lanes, joined by `app.py`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Protocol

from PySide6.QtGui import QImage

from operator_desk.domain.article import ArticleKind
from operator_desk.domain.knowledge import Hit, QueryMode
from operator_desk.domain.profile import Profile
from operator_desk.domain.slip import Slip
from operator_desk.lanes import Lanes
from operator_desk.services.attachments import Attachments
from operator_desk.services.batches import Batches
from operator_desk.services.calls import Calls
from operator_desk.services.certificates import Certificates, Made
from operator_desk.services.counting import Counting
from operator_desk.services.editing import Editing
from operator_desk.services.event_cards import EventCards
from operator_desk.services.follow_ups import FollowUps
from operator_desk.services.handling import Handling
from operator_desk.services.knowledge import Knowledge
from operator_desk.services.language import Language
from operator_desk.services.lists import Lists
from operator_desk.services.news import News
from operator_desk.services.people import People
from operator_desk.services.ports import Clock, Journal, Parked, Unsaved
from operator_desk.services.practice import Practice
from operator_desk.services.proposals import Proposals
from operator_desk.services.question_sets import QuestionFiles, QuestionSets, Ranker
from operator_desk.services.queues import Queues
from operator_desk.services.reading import Reading
from operator_desk.services.recalls import Recalls
from operator_desk.services.records import Records
from operator_desk.services.returns import Returns
from operator_desk.services.seats import Seats
from operator_desk.services.second_calls import SecondCalls
from operator_desk.services.shelf import Shelf
from operator_desk.services.slips import Slips
from operator_desk.services.tickets import Tickets
from operator_desk.services.viewing import Viewing
from operator_desk.services.where import Where
from operator_desk.services.work import Work
from operator_desk.settings import Settings
from operator_desk.speech.voice import Voice


class Search(Protocol):
    """Finds articles; called in the search lane only.

    `scanning`: there is no sound index, the last answer came from the stored texts.
    """

    @property
    def scanning(self) -> bool: ...

    def __call__(
        self,
        query: str,
        *,
        limit: int,
        on: date,
        mode: QueryMode,
        kinds: frozenset[ArticleKind] | None = None,
    ) -> list[Hit]: ...


class Files(Protocol):
    """Reads files of articles in a child process; one request at a time, then its answer.

    `begin` asks for the `FileHead` of a file (`as_format` "": by its ending and header), `more`
    for its next `FileRows`; `take` gives the answer, and waits for it unless it is `ready`.
    UserError from `take`: the file cannot be read, the child has ended.
    """

    def begin(self, path: Path, as_format: str) -> None: ...
    def more(self, count: int) -> None: ...
    def ready(self) -> bool: ...
    def take(self) -> Any: ...
    def close(self) -> None: ...


class Papers(Protocol):
    """Makes papers; `device` is a printer that is ready. RuntimeError: it does not take them."""

    def slip_pdf(self, slip: Slip) -> bytes: ...
    def slip_pages(self, slip: Slip) -> list[QImage]: ...
    def print_slip(self, slip: Slip, device: Any) -> None: ...
    def certificate_pdf(self, made: Made) -> bytes: ...
    def certificate_pages(self, made: Made) -> list[QImage]: ...
    def print_certificate(self, made: Made, device: Any) -> None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """Everything a window needs.

    `index` brings the search in step, `trial` opens the search aside for the question sets: each
    in the network lane, with a child of its own. `files` makes a reader of files; `csv` a table as
    text that no spreadsheet takes for formulas, `table` one as a file of an ending (`.xlsx`).
    `voice` is off until somebody starts it.
    """

    folder: Path
    profile: Profile
    clock: Clock
    settings: Settings
    lanes: Lanes
    people: People
    calls: Calls
    records: Records
    tickets: Tickets
    second_calls: SecondCalls
    follow_ups: FollowUps
    handling: Handling
    attachments: Attachments
    work: Work
    returns: Returns
    viewing: Viewing
    slips: Slips
    certificates: Certificates
    papers: Papers
    events: EventCards
    knowledge: Knowledge
    vocabulary: Language
    editing: Editing
    batches: Batches
    files: Callable[[], Files]
    csv: Callable[[Sequence[str], Iterable[Sequence[str | int | None]]], str]
    table: Callable[[str, Sequence[str], Iterable[Sequence[str | int | None]]], bytes]
    queues: Queues
    recalls: Recalls
    question_sets: QuestionSets
    where: Where
    question_files: QuestionFiles
    counting: Counting
    seats: Seats
    lists: Lists
    proposals: Proposals
    practice: Practice
    reading: Reading
    shelf: Shelf
    news: News
    journal: Journal
    parked: Parked
    unsaved: Unsaved
    search: Search
    voice: Voice
    index: Callable[[Callable[[int, int], None]], int]
    trial: Callable[[], AbstractContextManager[Ranker]]
    verify_ticket: Callable[[str], list[str]]

    @property
    def language(self) -> str:
        """The window's language."""
        return str(self.settings.get("language"))
