"""The store's reading side: facts, views and this desk's own values."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime
from operator import attrgetter
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import (
    Connection,
    Select,
    String,
    Table,
    bindparam,
    false,
    func,
    or_,
    select,
    true,
    type_coerce,
)

from operator_desk.domain.canonical import GENESIS, content_hash
from operator_desk.domain.drafts import ENDED
from operator_desk.domain.facts import TABLES, ArticleDraft, Fact
from operator_desk.domain.places import Place
from operator_desk.domain.proposals import TicketMark
from operator_desk.domain.views import ArticleHead, CallRow, MatterRow, TicketRow
from operator_desk.services.ports import CallQuery, Evidence, Head, TicketQuery
from operator_desk.storage import batching, evidence, reading, scanning, ticket_lists, ticket_marks
from operator_desk.storage.mapper import canonical_row, loaded
from operator_desk.storage.tables import (
    chain,
    fact_tables,
    place,
    setting,
    sign_in_attempt,
    staff_secret,
    view_tables,
)

F = TypeVar("F", bound=Fact)
_CALLS = view_tables["call_view"]
_MATTERS, _ARTICLES = view_tables["matter_view"], view_tables["article_view"]
_DRAFTS = fact_tables["article_draft"]
_OPEN_DRAFTS = (
    select(_DRAFTS)
    .where(
        _DRAFTS.c.step.not_in([step.value for step in ENDED]),
        _DRAFTS.c.id.not_in(select(_DRAFTS.c.corrects).where(_DRAFTS.c.corrects.is_not(None))),
    )
    .order_by(_DRAFTS.c.at, _DRAFTS.c.id)
)
_HEAD = (
    select(chain.c.n, chain.c.hash)
    .where(chain.c.desk == bindparam("desk"))
    .order_by(chain.c.n.desc())
    .limit(1)
)
_FEW = 3  # rows that are found one by one in less time than together
_LINK = select(chain.c.n).where(
    chain.c.table_name == bindparam("table"), chain.c.row_id == bindparam("row")
)
# Read as they stand: a step that stores one row more finds all rows of the call every time.
_LINKED = select(
    type_coerce(chain.c.table_name, String), type_coerce(chain.c.row_id, String)
).where(
    chain.c.table_name.in_(bindparam("tables", expanding=True)),
    chain.c.row_id.in_(bindparam("rows", expanding=True)),
)


class SqlReader:
    """Reads through one connection; see `ports.Reader`."""

    def __init__(self, connection: Connection, desk: str) -> None:
        self.connection = connection
        self._desk = desk

    def get(self, cls: type[F], key: UUID) -> F | None:
        """The fact with this id, or None."""
        rows = reading.find(self.connection, cls, id=key)
        return rows[0] if rows else None

    def find(self, cls: type[F], **equal: object) -> list[F]:
        """All facts of the class with these values, by time and id."""
        return reading.find(self.connection, cls, **equal)

    def many(self, cls: type[F], keys: Iterable[UUID]) -> list[F]:
        """The facts with these ids, by time and id."""
        return reading.find_in(self.connection, cls, "id", keys)

    def among(self, cls: type[F], column: str, values: Iterable[object]) -> list[F]:
        """All facts of the class whose column has one of the values, by time and id."""
        return reading.find_in(self.connection, cls, column, values)

    def since(self, cls: type[F], at: datetime) -> list[F]:
        """All facts of the class that were recorded at an instant or later, by time and id."""
        return reading.since(self.connection, cls, at)

    def known(self, cls: type[Fact], keys: Iterable[UUID]) -> set[UUID]:
        """Which of these ids are stored."""
        table = fact_tables[TABLES[cls]]
        found: set[UUID] = set()
        for part in reading.chunks(keys):
            rows = self.connection.execute(reading.among(table, "id", "id"), {"values": part})
            found.update(rows.scalars())
        return found

    def known_rows(self, rows: Sequence[Fact]) -> set[UUID]:
        """The ids of those of these rows that are stored: one look at the chain for all tables."""
        if len(rows) <= _FEW:
            return {row.id for row in rows if self._is_linked(row)}
        wanted = {(TABLES[type(row)], str(row.id)): row.id for row in rows}
        tables = list({name for name, _ in wanted})
        found: set[UUID] = set()
        for part in reading.chunks(wanted.values()):
            for name, row_id in self.connection.execute(_LINKED, {"tables": tables, "rows": part}):
                if (name, str(row_id)) in wanted:
                    found.add(wanted[name, str(row_id)])
        return found

    def _is_linked(self, row: Fact) -> bool:
        values = {"table": TABLES[type(row)], "row": row.id}
        return self.connection.execute(_LINK, values).first() is not None

    def content_hash(self, cls: type[Fact], key: UUID) -> str:
        """SHA-256 of the stored row's canonical form; LookupError when there is none."""
        table = fact_tables[TABLES[cls]]
        rows = self.connection.execute(reading.among(table, "id"), {"values": [key]})
        row = rows.mappings().first()
        if row is None:
            raise LookupError(f"no {TABLES[cls]} {key}")
        return content_hash(canonical_row(cls, row))

    def evidence(self, keys: Iterable[tuple[type[Fact], UUID]]) -> list[Evidence]:
        """These rows as their links were made of them, in the order of the chain."""
        return evidence.of(self.connection, keys)

    def opened(self, commitments: Iterable[str]) -> dict[str, tuple[bytes, str]]:
        """Salt and text of each commitment whose text was not erased."""
        return evidence.opened(self.connection, commitments)

    def calls(self, query: CallQuery) -> list[CallRow]:
        """Calls, the newest first."""
        words = _asked(select(_CALLS), query)
        words = words.order_by(_CALLS.c.started_at.desc(), _CALLS.c.id.desc()).limit(query.limit)
        return [loaded(CallRow, row) for row in self.connection.execute(words).mappings()]

    def calls_by_id(self, call_ids: Iterable[UUID]) -> list[CallRow]:
        """These calls, the newest first."""
        rows: list[CallRow] = []
        for part in reading.chunks(call_ids):
            words = select(_CALLS).where(_CALLS.c.id.in_(part))
            rows.extend(loaded(CallRow, row) for row in self.connection.execute(words).mappings())
        return sorted(rows, key=attrgetter("started_at", "id"), reverse=True)

    def counted(self, query: CallQuery) -> dict[date, int]:
        """How many of these calls the classing rule counts, by local day; no limit."""
        day = _CALLS.c.local_day
        words = _asked(select(day, func.count()), query).where(_CALLS.c.counted == true())
        return {row[0]: row[1] for row in self.connection.execute(words.group_by(day))}

    def matters(self, call_ids: Iterable[UUID]) -> list[MatterRow]:
        """The matters of these calls, by call and running number."""
        rows: list[MatterRow] = []
        for part in reading.chunks(call_ids):
            words = select(_MATTERS).where(_MATTERS.c.call_id.in_(part))
            rows.extend(loaded(MatterRow, row) for row in self.connection.execute(words).mappings())
        return sorted(rows, key=attrgetter("call_id", "n"))

    def tickets(self, query: TicketQuery) -> list[TicketRow]:
        """Tickets in the order that is asked for."""
        rows = self.connection.execute(ticket_lists.listed(query)).mappings()
        return [loaded(TicketRow, row) for row in rows]

    def count_tickets(self, query: TicketQuery) -> int:
        """How many tickets there are, whatever part of the list is shown."""
        return int(self.connection.execute(ticket_lists.counted(query)).scalar_one())

    def ticket_by_number(self, number: str) -> TicketRow | None:
        """The ticket with this number, or None."""
        words = select(ticket_lists.TICKETS).where(ticket_lists.TICKETS.c.number == number)
        row = self.connection.execute(words).mappings().first()
        return loaded(TicketRow, row) if row else None

    def ticket_marks(self, ids: Iterable[UUID]) -> list[TicketMark]:
        """What is compared of these tickets, in no order."""
        return ticket_marks.of(self.connection, ids)

    def newest_marks(self, since: date, before: TicketMark | None, limit: int) -> list[TicketMark]:
        """Tickets registered on a local day or later, or still open: the newest before one."""
        return ticket_marks.newest(self.connection, since, before, limit)

    def marks_after(self, n: int) -> tuple[list[TicketMark], int]:
        """Tickets with a row after the n-th link of this desk's chain, and the present n."""
        return ticket_marks.after(self.connection, self._desk, n), self.head().n

    def article_heads(
        self, keys: Iterable[str] | None = None, *, kind: str | None = None
    ) -> list[ArticleHead]:
        """The newest versions of all articles, or of these keys, or of one kind, by key."""
        parts: Iterable[list[str] | None] = [None] if keys is None else reading.chunks(keys)
        found: list[ArticleHead] = []
        for part in parts:
            words = select(_ARTICLES)
            if part is not None:
                words = words.where(_ARTICLES.c.key.in_(part))
            if kind is not None:
                words = words.where(_ARTICLES.c.kind == kind)
            rows = self.connection.execute(words).mappings()
            found.extend(loaded(ArticleHead, row) for row in rows)
        # Not by the server: its collation need not be that of code points.
        return sorted(found, key=attrgetter("key"))

    def article_keys(self) -> list[str]:
        """The keys of all articles that were not withdrawn, in no order."""
        words = select(_ARTICLES.c.key).where(_ARTICLES.c.withdrawn == false())
        return list(self.connection.execute(words).scalars())

    def articles_due(self, on: date) -> list[ArticleHead]:
        """What is repealed on a day or should have been reviewed before it, by key."""
        due = or_(_ARTICLES.c.repealed_on <= on, _ARTICLES.c.review_by < on)
        words = select(_ARTICLES).where(_ARTICLES.c.withdrawn == false(), due)
        found = [loaded(ArticleHead, row) for row in self.connection.execute(words).mappings()]
        return sorted(found, key=attrgetter("key"))

    def articles_holding(
        self, words: Sequence[str], limit: int, kinds: Collection[str] | None = None
    ) -> list[str]:
        """Keys of articles that hold most of the words (in lower case), the best first."""
        if not words:
            return []
        return list(self.connection.execute(scanning.holding(words, limit, kinds)).scalars())

    def articles_with_digits(self, digits: str) -> list[str]:
        """Keys of articles with a text that has these digits in this order, whatever between."""
        return list(self.connection.execute(scanning.with_digits(digits)).scalars())

    def told_since(self, at: datetime) -> set[str]:
        """Keys of the articles that were told from an instant on, also where it was taken back."""
        told = fact_tables["told"]
        words = select(told.c.article_key).where(told.c.at >= at).distinct()
        return set(self.connection.execute(words).scalars())

    def open_drafts(self) -> list[ArticleDraft]:
        """The newest steps of drafts that were neither published nor dropped, by time and id."""
        return reading.facts_of(self.connection, ArticleDraft, _OPEN_DRAFTS)

    def keys_of_law(self, law: str) -> list[str]:
        """Keys of the articles of a law that were not withdrawn, in the order of code points."""
        start, key = f"{law}#", _ARTICLES.c.key
        words = select(key).where(
            _ARTICLES.c.withdrawn == false(), key.startswith(start, autoescape=True)
        )
        found = self.connection.execute(words).scalars()
        return sorted(one for one in found if one.startswith(start))  # SQLite knows no capitals

    def batch_versions(self, batch: UUID) -> list[tuple[str, UUID]]:
        """Key and id of every version of a batch."""
        return batching.versions(self.connection, batch)

    def batches_begun(self) -> list[tuple[UUID, UUID, datetime, int]]:
        """Batch, actor, first instant and number of versions of batches that were never ended."""
        return batching.begun(self.connection)

    def articles_since(self, n: int) -> tuple[list[str], int]:
        """Keys of articles with a version after the n-th link of this desk, and the present n."""
        versions = fact_tables["article_version"]
        rows = self.connection.execute(
            select(versions.c.key)
            .join(chain, chain.c.row_id == versions.c.id)
            .where(
                chain.c.desk == self._desk,
                chain.c.n > n,
                chain.c.table_name == "article_version",
            )
            .order_by(chain.c.n)
        ).scalars()
        return list(dict.fromkeys(rows)), self.head().n

    def head(self) -> Head:
        """The end of this desk's chain."""
        row = self.connection.execute(_HEAD, {"desk": self._desk}).first()
        return Head(row[0], row[1]) if row else Head(0, GENESIS)

    def setting(self, key: str) -> str | None:
        """A value of this desk, or None."""
        return self.connection.execute(select(setting.c.value).where(setting.c.key == key)).scalar()

    def secret(self, staff_id: UUID) -> str | None:
        """The password verifier of a member of staff, or None."""
        return self.connection.execute(
            select(staff_secret.c.verifier).where(staff_secret.c.staff_id == staff_id)
        ).scalar()

    def attempts(self, login: str, since: datetime) -> list[tuple[datetime, bool]]:
        """Sign-in attempts with this login since an instant, oldest first."""
        table = sign_in_attempt
        rows = self.connection.execute(
            select(table.c.at, table.c.good)
            .where(table.c.login == login, table.c.at >= since)
            .order_by(table.c.at, table.c.id)
        )
        return [(row[0], row[1]) for row in rows]

    def places(self) -> list[Place]:
        """The list of places, by code."""
        rows = self.connection.execute(select(place)).mappings()
        return sorted((loaded(Place, row) for row in rows), key=attrgetter("code"))


def _asked(words: Select[Any], query: CallQuery) -> Select[Any]:
    table = _CALLS
    words = _days(words, table, query)
    for name in ("operator", "number_key", "outcome"):
        value = getattr(query, name)
        if value is not None:
            words = words.where(table.c[name] == value)
    if query.ended is not None:
        ended = table.c.ended_at
        words = words.where(ended.is_not(None) if query.ended else ended.is_(None))
    return words


def _days(words: Select[Any], table: Table, query: CallQuery) -> Select[Any]:
    if query.first_day is not None:
        words = words.where(table.c.local_day >= query.first_day)
    if query.last_day is not None:
        words = words.where(table.c.local_day <= query.last_day)
    return words
