"""A store in memory: the same promises as the real ones, in plain dictionaries."""

from __future__ import annotations

import secrets
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, fields, replace
from datetime import date, datetime
from operator import attrgetter
from typing import Any, TypeVar
from uuid import UUID

from operator_desk.domain import canonical, facts, views
from operator_desk.domain.canonical import GENESIS
from operator_desk.domain.facts import TABLES, Fact, personal_fields
from operator_desk.domain.places import Place
from operator_desk.domain.proposals import TicketMark
from operator_desk.domain.views import CallRow, MatterRow, TicketRow
from operator_desk.services.ports import CallQuery, Evidence, Head, TicketQuery
from tests.fakes import tickets
from tests.fakes.articles import FakeArticles

F = TypeVar("F", bound=Fact)
UNIQUE = {
    facts.Ticket: attrgetter("number"),
    facts.ArticleVersion: attrgetter("key", "version"),
    facts.Seal: attrgetter("desk", "number"),
    facts.EventRuling: attrgetter("ticket_id", "n"),
}


class RefusedError(Exception):
    """A row that a real store refuses: its id, or a value that must be unique, is there."""


@dataclass(frozen=True, slots=True)
class Link:
    """One link of the chain and the canonical bytes of its row."""

    row: Fact
    body: bytes
    hash: str
    texts: dict[str, tuple[bytes, str]] = field(default_factory=dict)


@dataclass(slots=True)
class State:
    """Everything a store holds."""

    chain: list[Link] = field(default_factory=list)
    rows: dict[type[Fact], dict[UUID, Link]] = field(default_factory=dict)
    counters: dict[date, int] = field(default_factory=dict)
    settings: dict[str, str] = field(default_factory=dict)
    secrets: dict[UUID, str] = field(default_factory=dict)
    attempts: list[tuple[datetime, UUID, str, bool]] = field(default_factory=list)
    places: dict[str, Place] = field(default_factory=dict)

    def copy(self) -> State:
        """The same rows in containers of their own."""
        return State(
            chain=list(self.chain),
            rows={cls: dict(rows) for cls, rows in self.rows.items()},
            counters=dict(self.counters),
            settings=dict(self.settings),
            secrets=dict(self.secrets),
            attempts=list(self.attempts),
            places=dict(self.places),
        )


class FakeStore:
    """See `ports.Store`. What was committed is never touched again, so a reading is consistent."""

    def __init__(self, desk: str = "A07") -> None:
        self._desk = desk
        self._state = State(settings={"desk": desk})

    @property
    def desk(self) -> str:
        """This desk's code."""
        return self._desk

    def links(self) -> list[Link]:
        """The whole chain, for tests that look at every row."""
        return list(self._state.chain)

    @contextmanager
    def read(self) -> Iterator[FakeReader]:
        """What is committed now."""
        yield FakeReader(self._state, self._state)

    @contextmanager
    def write(self) -> Iterator[FakeWriter]:
        """A copy that takes the place of what was committed when the block ends well."""
        before = self._state
        writer = FakeWriter(before.copy(), before, self._desk)
        yield writer
        if self._state is not before:
            raise RuntimeError("two write blocks at once")
        self._state = writer.state


class FakeReader(FakeArticles):
    """Facts from `state`; views from `committed`, as a write block sees them."""

    def __init__(self, state: State, committed: State) -> None:
        self.state, self._committed = state, committed

    def stored(self, cls: type[F]) -> list[F]:
        """All committed facts of a class."""
        return _all(self._committed, cls)

    def get(self, cls: type[F], key: UUID) -> F | None:
        """The fact with this id, or None."""
        return next(iter(self.many(cls, [key])), None)

    def find(self, cls: type[F], **equal: object) -> list[F]:
        """All facts with these values, by time and id."""
        if hidden := equal.keys() & personal_fields(cls).keys():
            raise TypeError(f"personal texts cannot be looked for: {sorted(hidden)}")
        found = [
            row
            for row in _all(self.state, cls)
            if all(getattr(row, name) == value for name, value in equal.items())
        ]
        return sorted(found, key=attrgetter("at", "id"))

    def many(self, cls: type[F], keys: Iterable[UUID]) -> list[F]:
        """The facts with these ids, by time and id."""
        wanted = set(keys)
        return [row for row in self.find(cls) if row.id in wanted]

    def among(self, cls: type[F], column: str, values: Iterable[object]) -> list[F]:
        """All facts of the class whose column has one of the values, by time and id."""
        if column in personal_fields(cls):
            raise TypeError(f"personal texts cannot be looked for: {column}")
        wanted = set(values)
        return [row for row in self.find(cls) if getattr(row, column) in wanted]

    def since(self, cls: type[F], at: datetime) -> list[F]:
        """All facts of the class that were recorded at an instant or later, by time and id."""
        return [row for row in self.find(cls) if row.at >= at]

    def known(self, cls: type[Fact], keys: Iterable[UUID]) -> set[UUID]:
        """Which of these ids are stored."""
        return self.state.rows.get(cls, {}).keys() & set(keys)

    def known_rows(self, rows: Sequence[Fact]) -> set[UUID]:
        """The ids of those of these rows that are stored."""
        return {row.id for row in rows if row.id in self.state.rows.get(type(row), {})}

    def content_hash(self, cls: type[Fact], key: UUID) -> str:
        """SHA-256 of the row's canonical form."""
        return canonical.content_hash(self.state.rows[cls][key].body)

    def evidence(self, keys: Iterable[tuple[type[Fact], UUID]]) -> list[Evidence]:
        """These rows as their links were made of them, in the order of the chain."""
        wanted = set(keys)
        found, before = [], GENESIS
        for n, link in enumerate(self.state.chain, 1):
            cls = type(link.row)
            if (cls, link.row.id) in wanted:
                table = TABLES[cls]
                found.append(Evidence("A07", n, before, link.hash, table, link.row.id, link.body))
            before = link.hash
        return found

    def opened(self, commitments: Iterable[str]) -> dict[str, tuple[bytes, str]]:
        """Salt and text of each commitment whose text was not erased."""
        gone = {row.personal_id for row in _all(self.state, facts.Erasure)}
        wanted = set(commitments) - gone
        texts = (one for link in self.state.chain for one in link.texts.items())
        return {key: opened for key, opened in texts if key in wanted}

    def calls(self, query: CallQuery) -> list[CallRow]:
        """Calls, the newest first."""
        rows = [views.call_row(bundle) for bundle in bundles(self._committed)]
        found = [
            row
            for row in rows
            if _in_days(row.local_day, query)
            and _equal(row, query, "operator", "number_key", "outcome")
            and query.ended in (None, row.ended_at is not None)
        ]
        return sorted(found, key=attrgetter("started_at", "id"), reverse=True)[: query.limit]

    def calls_by_id(self, call_ids: Iterable[UUID]) -> list[CallRow]:
        """These calls, the newest first."""
        wanted = set(call_ids)
        return [row for row in self.calls(CallQuery()) if row.id in wanted]

    def counted(self, query: CallQuery) -> dict[date, int]:
        """How many of these calls the classing rule counts, by local day; no limit."""
        rows = self.calls(replace(query, limit=None))
        return dict(Counter(row.local_day for row in rows if row.counted))

    def matters(self, call_ids: Iterable[UUID]) -> list[MatterRow]:
        """The matters of these calls, by call and running number."""
        wanted = set(call_ids)
        rows = [row for bundle in bundles(self._committed) for row in views.matter_rows(bundle)]
        found = [row for row in rows if row.call_id in wanted]
        return sorted(found, key=attrgetter("call_id", "n"))

    def tickets(self, query: TicketQuery) -> list[TicketRow]:
        """Tickets in the order that is asked for."""
        return tickets.part(tickets.found(self._tickets(), query), query)

    def count_tickets(self, query: TicketQuery) -> int:
        """How many tickets there are, whatever part of the list is shown."""
        return len(tickets.found(self._tickets(), query))

    def ticket_by_number(self, number: str) -> TicketRow | None:
        """The ticket with this number, or None."""
        return next((row for row in self._tickets() if row.number == number), None)

    def ticket_marks(self, ids: Iterable[UUID]) -> list[TicketMark]:
        """What is compared of these tickets, in no order."""
        wanted = set(ids)
        return [tickets.mark(row) for row in self._tickets() if row.id in wanted]

    def newest_marks(self, since: date, before: TicketMark | None, limit: int) -> list[TicketMark]:
        """Tickets registered on a local day or later, or still open: the newest before one."""
        marks = [tickets.mark(row) for row in self._tickets()]
        found = [one for one in marks if one.local_day >= since or one.open]
        age = attrgetter("registered_at", "id")
        found = [one for one in found if before is None or age(one) < age(before)]
        return sorted(found, key=age, reverse=True)[:limit]

    def marks_after(self, n: int) -> tuple[list[TicketMark], int]:
        """Tickets with a row after the n-th link of the chain, and the present n."""
        rows = [link.row for link in self.state.chain[n:]]
        ids = {row.id for row in rows if isinstance(row, facts.Ticket)}
        steps = (facts.TicketEvent, facts.EventRuling)
        ids |= {row.ticket_id for row in rows if isinstance(row, steps)}
        return self.ticket_marks(ids), len(self.state.chain)

    def _tickets(self) -> list[TicketRow]:
        return [row for bundle in bundles(self._committed) for row in views.ticket_rows(bundle)]

    def articles_since(self, n: int) -> tuple[list[str], int]:
        """Keys of articles with a version after the n-th link, and the present n."""
        rows = [link.row for link in self.state.chain[n:]]
        keys = [row.key for row in rows if isinstance(row, facts.ArticleVersion)]
        return list(dict.fromkeys(keys)), len(self.state.chain)

    def head(self) -> Head:
        """The end of the chain."""
        chain = self.state.chain
        return Head(len(chain), chain[-1].hash) if chain else Head(0, GENESIS)

    def setting(self, key: str) -> str | None:
        """A value of this desk, or None."""
        return self.state.settings.get(key)

    def secret(self, staff_id: UUID) -> str | None:
        """The password verifier of a member of staff, or None."""
        return self.state.secrets.get(staff_id)

    def attempts(self, login: str, since: datetime) -> list[tuple[datetime, bool]]:
        """Sign-in attempts with this login since an instant, oldest first."""
        rows = sorted(self.state.attempts)
        return [(at, good) for at, _key, name, good in rows if name == login and at >= since]

    def places(self) -> list[Place]:
        """The list of places, by code."""
        return sorted(self.state.places.values(), key=attrgetter("code"))


class FakeWriter(FakeReader):
    """Adds to a copy; see `ports.Writer`."""

    def __init__(self, state: State, committed: State, desk: str) -> None:
        super().__init__(state, committed)
        self._desk = desk

    @property
    def desk(self) -> str:
        """This desk's code."""
        return self._desk

    def add(self, *rows: Fact) -> None:
        """Adds facts in the given order, each with its link in the chain."""
        for row in rows:
            self._check_new(row)
            body, texts = _body(row)
            linked = canonical.link_hash(self.head().hash, body)
            link = Link(row, body, linked, texts)
            self.state.chain.append(link)
            self.state.rows.setdefault(type(row), {})[row.id] = link

    def _check_new(self, row: Fact) -> None:
        cls = type(row)
        if row.id in self.state.rows.get(cls, {}):
            raise RefusedError(f"{TABLES[cls]} {row.id} is there")
        unique = UNIQUE.get(cls)
        if unique and any(unique(one) == unique(row) for one in _all(self.state, cls)):
            raise RefusedError(f"{TABLES[cls]} {unique(row)} is there")

    def next_running(self, day: date) -> int:
        """The next running number of a day's tickets."""
        self.state.counters[day] = self.state.counters.get(day, 0) + 1
        return self.state.counters[day]

    def next_seal(self) -> tuple[int, str]:
        """Number of the desk's next seal and hash of the seal before."""
        seals = [row for row in _all(self.state, facts.Seal) if row.desk == self._desk]
        last = max(seals, key=attrgetter("number"), default=None)
        return (last.number + 1, last.seal_hash) if last else (1, GENESIS)

    def set_setting(self, key: str, value: str) -> None:
        """Keeps a value of this desk."""
        self.state.settings[key] = value

    def set_secret(self, staff_id: UUID, verifier: str, at: datetime) -> None:
        """Keeps the password verifier of a member of staff."""
        del at
        self.state.secrets[staff_id] = verifier

    def add_attempt(self, key: UUID, login: str, at: datetime, good: bool) -> None:
        """Keeps a sign-in attempt."""
        self.state.attempts.append((at, key, login, good))

    def replace_places(self, places: Sequence[Place]) -> None:
        """Puts a list of places in the place of the one before."""
        self.state.places = {place.code: place for place in places}
        if len(self.state.places) != len(places):
            raise RefusedError("a place stands twice")


def bundles(state: State) -> list[views.CallFacts]:
    """All rows of every call, grouped by call."""
    found = {row.id: views.CallFacts(call=row) for row in _all(state, facts.Call)}
    call_of = {row.id: row.call_id for row in _all(state, facts.Matter)}
    groups: dict[str, type[Any]] = {
        "callers": facts.Caller,
        "ends": facts.CallEnd,
        "closes": facts.CallClose,
        "matters": facts.Matter,
        "forms": facts.MatterForm,
        "told": facts.Told,
        "tickets": facts.Ticket,
        "seals": facts.Seal,
    }
    by_ticket: dict[str, type[Any]] = {"events": facts.TicketEvent, "rulings": facts.EventRuling}
    ticket_call = {row.id: row.call_id for row in _all(state, facts.Ticket)}
    for name, cls in by_ticket.items():
        for row in _all(state, cls):
            key = ticket_call.get(row.ticket_id)
            if key in found:
                found[key] = replace(found[key], **{name: (*getattr(found[key], name), row)})
    for name, cls in groups.items():
        for row in _all(state, cls):
            key = row.call_id if hasattr(row, "call_id") else call_of.get(row.matter_id)
            if key in found:
                found[key] = replace(found[key], **{name: (*getattr(found[key], name), row)})
    return list(found.values())


def _all(state: State, cls: type[F]) -> list[F]:
    return [link.row for link in state.rows.get(cls, {}).values()]  # type: ignore[misc]


def _body(row: Fact) -> tuple[bytes, dict[str, tuple[bytes, str]]]:
    values, texts = {one.name: getattr(row, one.name) for one in fields(row)}, {}
    for name in personal_fields(type(row)):
        if (text := values[name]) is not None:
            salt = secrets.token_bytes(32)
            values[name] = canonical.commitment(salt, text)
            texts[values[name]] = (salt, text)
    return canonical.canonical(TABLES[type(row)], values), texts


def _in_days(day: date, query: CallQuery) -> bool:
    first, last = query.first_day or date.min, query.last_day or date.max
    return first <= day <= last


def _equal(row: object, query: object, *names: str) -> bool:
    return all(getattr(query, name) in (None, getattr(row, name)) for name in names)


def _holds(row: TicketRow, part: str) -> bool:
    texts = (row.number, row.title, row.place, row.category_text)
    return any(part.lower() in text.lower() for text in texts if text)
