"""What the services need from outside: stores, journal, index, clock. Protocols only."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Protocol, TypeVar
from uuid import UUID

from operator_desk.domain.facts import ArticleDraft, Fact
from operator_desk.domain.places import Place
from operator_desk.domain.proposals import TicketMark
from operator_desk.domain.terms import MatterKind, Outcome, Secrecy, TicketState, Urgency
from operator_desk.domain.views import ArticleHead, CallRow, MatterRow, TicketRow

F = TypeVar("F", bound=Fact)
Clock = Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class Head:
    """The end of a desk's chain: number of rows and hash of the last link."""

    n: int
    hash: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """A stored row as its link was made of it: canonical bytes, place, hash before, hash."""

    desk: str
    n: int
    prev: str
    hash: str
    table: str
    id: UUID
    body: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class CallQuery:
    """Which calls: days are local and inclusive; `text` looks in number and name."""

    first_day: date | None = None
    last_day: date | None = None
    operator: UUID | None = None
    number_key: str | None = None
    outcome: Outcome | None = None
    ended: bool | None = None
    limit: int | None = None


TICKET_SORTS = (
    "registered_at", "number", "state", "kind", "category", "title", "place", "unit", "urgency",
    "secrecy", "caller_due_at", "holder_due_at", "step_due_at", "since", "answered_at", "returns",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketQuery:
    """Which tickets; days are local and inclusive, empty lists and None mean any.

    `text` looks in number, title, place and category text. `with_unit`: the unit has it, alone,
    as lead or as co-unit (a ticket that is only registered is nobody's yet). `asked`: a request
    that is open, `not_asked` one that is not. `dissatisfied`: whether the caller said no, or
    partly, to one of the questions. `late_at`: only those whose caller's limit had passed then
    without an answer; `due_before`: only those of whose limits (caller, holder, step) one
    ends before an instant, `not_due_before`: only those of whose limits none does.
    `joined`: handled jointly under another, or not. `categories`: beginnings of codes.
    `sort` is one of `TICKET_SORTS`; rows without such a value come last.
    """

    first_day: date | None = None
    last_day: date | None = None
    operator: UUID | None = None
    number_key: str | None = None
    state: TicketState | None = None
    states: tuple[TicketState, ...] = ()
    kind: MatterKind | None = None
    kinds: tuple[MatterKind, ...] = ()
    categories: tuple[str, ...] = ()
    urgency: Urgency | None = None
    secrecy: Secrecy | None = None
    unit: str | None = None
    with_unit: str | None = None
    asked: str | None = None
    not_asked: str | None = None
    dissatisfied: bool | None = None
    relays: bool | None = None
    paused: bool | None = None
    excluded: bool | None = None
    unsolved: bool | None = None
    chased: bool | None = None
    return_accepted: bool | None = None
    joined: bool | None = None
    joined_to: UUID | None = None
    event_card: UUID | None = None
    late_at: datetime | None = None
    due_before: datetime | None = None
    not_due_before: datetime | None = None
    text: str = ""
    sort: str = "registered_at"
    descending: bool = True
    limit: int | None = None
    offset: int = 0


class Reader(Protocol):
    """Reads committed rows. Lists come in the order of `at` and `id`, views newest first.

    `evidence`: these rows with their links, in the order of the chain. `opened`: salt and text
    of each commitment whose text was not erased.
    """

    def get(self, cls: type[F], key: UUID) -> F | None: ...
    def find(self, cls: type[F], **equal: object) -> list[F]: ...
    def many(self, cls: type[F], keys: Iterable[UUID]) -> list[F]: ...
    def among(self, cls: type[F], column: str, values: Iterable[object]) -> list[F]: ...
    def since(self, cls: type[F], at: datetime) -> list[F]: ...
    def known(self, cls: type[Fact], keys: Iterable[UUID]) -> set[UUID]: ...
    def known_rows(self, rows: Sequence[Fact]) -> set[UUID]: ...
    def content_hash(self, cls: type[Fact], key: UUID) -> str: ...
    def evidence(self, keys: Iterable[tuple[type[Fact], UUID]]) -> list[Evidence]: ...
    def opened(self, commitments: Iterable[str]) -> dict[str, tuple[bytes, str]]: ...
    def calls(self, query: CallQuery) -> list[CallRow]: ...
    def calls_by_id(self, call_ids: Iterable[UUID]) -> list[CallRow]: ...
    def counted(self, query: CallQuery) -> dict[date, int]: ...
    def matters(self, call_ids: Iterable[UUID]) -> list[MatterRow]: ...
    def tickets(self, query: TicketQuery) -> list[TicketRow]: ...
    def count_tickets(self, query: TicketQuery) -> int: ...
    def ticket_by_number(self, number: str) -> TicketRow | None: ...
    def ticket_marks(self, ids: Iterable[UUID]) -> list[TicketMark]: ...
    def newest_marks(
        self, since: date, before: TicketMark | None, limit: int
    ) -> list[TicketMark]: ...
    def marks_after(self, n: int) -> tuple[list[TicketMark], int]: ...
    def article_heads(
        self, keys: Iterable[str] | None = None, *, kind: str | None = None
    ) -> list[ArticleHead]: ...
    def article_keys(self) -> list[str]: ...
    def articles_due(self, on: date) -> list[ArticleHead]: ...
    def articles_holding(
        self, words: Sequence[str], limit: int, kinds: Collection[str] | None = None
    ) -> list[str]: ...
    def articles_with_digits(self, digits: str) -> list[str]: ...
    def told_since(self, at: datetime) -> set[str]: ...
    def open_drafts(self) -> list[ArticleDraft]: ...
    def keys_of_law(self, law: str) -> list[str]: ...
    def batch_versions(self, batch: UUID) -> list[tuple[str, UUID]]: ...
    def batches_begun(self) -> list[tuple[UUID, UUID, datetime, int]]: ...
    def articles_since(self, n: int) -> tuple[list[str], int]: ...
    def head(self) -> Head: ...
    def setting(self, key: str) -> str | None: ...
    def secret(self, staff_id: UUID) -> str | None: ...
    def attempts(self, login: str, since: datetime) -> list[tuple[datetime, bool]]: ...
    def places(self) -> list[Place]: ...


class Writer(Reader, Protocol):
    """One transaction: all of it is stored when the block ends, or none."""

    @property
    def desk(self) -> str: ...

    def add(self, *rows: Fact) -> None: ...
    def next_running(self, day: date) -> int: ...
    def next_seal(self) -> tuple[int, str]: ...
    def set_setting(self, key: str, value: str) -> None: ...
    def set_secret(self, staff_id: UUID, verifier: str, at: datetime) -> None: ...
    def add_attempt(self, key: UUID, login: str, at: datetime, good: bool) -> None: ...
    def replace_places(self, places: Sequence[Place]) -> None: ...


class Store(Protocol):
    """The facts of a desk. `write` raises UserError for known faults of the environment."""

    @property
    def desk(self) -> str: ...
    def read(self) -> AbstractContextManager[Reader]: ...
    def write(self) -> AbstractContextManager[Writer]: ...


class Journal(Protocol):
    """Keeps the running call on disk, apart from the store."""

    def save(self, call_id: UUID, state: dict[str, Any]) -> None: ...
    def drop(self, call_id: UUID) -> None: ...
    def unfinished(self) -> list[dict[str, Any]]: ...


class Parked(Protocol):
    """Keeps the registration strips of calls that are still to register."""

    def keep(self, call_id: UUID, strips: dict[str, Any]) -> None: ...
    def find(self, call_id: UUID) -> dict[str, Any]: ...
    def drop(self, call_id: UUID) -> None: ...


class AttachedBytes(Protocol):
    """Keeps the bytes of attachments under their SHA-256; `keep` says whether they are new."""

    def keep(self, sha256: str, body: bytes) -> bool: ...
    def read(self, sha256: str) -> bytes: ...
    def drop(self, sha256: str) -> None: ...


class Unsaved(Protocol):
    """Keeps what was typed into drafts and not saved yet, apart from the store."""

    def keep(self, key: UUID, state: dict[str, Any]) -> None: ...
    def all(self) -> list[dict[str, Any]]: ...
    def drop(self, key: UUID) -> None: ...
