"""What the services need from outside: stores, journal, index, clock. Protocols only."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Protocol, TypeVar
from uuid import UUID

from operator_desk.domain.facts import Fact
from operator_desk.domain.places import Place
from operator_desk.domain.terms import MatterKind, Outcome, TicketState
from operator_desk.domain.views import ArticleHead, CallRow, MatterRow, TicketRow

F = TypeVar("F", bound=Fact)
Clock = Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class Head:
    """The end of a desk's chain: number of rows and hash of the last link."""

    n: int
    hash: str


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


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketQuery:
    """Which tickets; `text` looks in number, title, place and category text."""

    first_day: date | None = None
    last_day: date | None = None
    operator: UUID | None = None
    number_key: str | None = None
    state: TicketState | None = None
    kind: MatterKind | None = None
    unit: str | None = None
    text: str = ""
    limit: int | None = None


class Reader(Protocol):
    """Reads committed rows. Lists come in the order of `at` and `id`, views newest first."""

    def get(self, cls: type[F], key: UUID) -> F | None: ...
    def find(self, cls: type[F], **equal: object) -> list[F]: ...
    def many(self, cls: type[F], keys: Iterable[UUID]) -> list[F]: ...
    def known(self, cls: type[Fact], keys: Iterable[UUID]) -> set[UUID]: ...
    def known_rows(self, rows: Sequence[Fact]) -> set[UUID]: ...
    def content_hash(self, cls: type[Fact], key: UUID) -> str: ...
    def calls(self, query: CallQuery) -> list[CallRow]: ...
    def counted(self, query: CallQuery) -> dict[date, int]: ...
    def matters(self, call_ids: Iterable[UUID]) -> list[MatterRow]: ...
    def tickets(self, query: TicketQuery) -> list[TicketRow]: ...
    def ticket_by_number(self, number: str) -> TicketRow | None: ...
    def article_heads(
        self, keys: Iterable[str] | None = None, *, kind: str | None = None
    ) -> list[ArticleHead]: ...
    def articles_holding(
        self, words: Sequence[str], limit: int, kinds: Collection[str] | None = None
    ) -> list[str]: ...
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
