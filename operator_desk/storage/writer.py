"""The store's writing side: one transaction that adds facts, links and views."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Table, delete, func, insert, select, update

from operator_desk.domain.canonical import GENESIS, content_hash, link_hash
from operator_desk.domain.facts import TABLES, Fact, Seal, Ticket
from operator_desk.domain.places import Place
from operator_desk.services.ports import Head
from operator_desk.storage.mapper import canonical_row, plain, stored
from operator_desk.storage.projections import Touched
from operator_desk.storage.reader import SqlReader
from operator_desk.storage.tables import (
    chain,
    fact_tables,
    number_counter,
    personal,
    place,
    setting,
    sign_in_attempt,
    staff_secret,
)


class SqlWriter(SqlReader):
    """Adds rows through one connection; see `ports.Writer`."""

    def __init__(
        self, connection: Connection, desk: str, known: Collection[tuple[type[Fact], UUID]] = ()
    ) -> None:
        super().__init__(connection, desk)
        self._known = known  # rows of which a commit is remembered; a fact never goes again
        self._head: Head | None = None
        self._touched = Touched()
        self._hashes: dict[tuple[type[Fact], UUID], str] = {}
        self.last_ticket = ""

    def head(self) -> Head:
        """The end of the chain, rows of this transaction included."""
        if self._head is None:
            self._head = super().head()
        return self._head

    @property
    def desk(self) -> str:
        """This desk's code."""
        return self._desk

    @property
    def wrote(self) -> bool:
        """Whether this transaction has lengthened the chain."""
        return self._wrote

    _wrote = False

    def add(self, *rows: Fact) -> None:
        """Adds facts in the given order, each with its link in the chain."""
        head = self.head()
        texts: list[dict[str, Any]] = []
        links: list[dict[str, Any]] = []
        by_table: dict[str, list[dict[str, Any]]] = {}
        for fact in rows:
            cls = type(fact)
            row, personal_rows = stored(fact)
            body = canonical_row(cls, row)
            self._hashes[cls, fact.id] = content_hash(body)
            linked = link_hash(head.hash, body)
            links.append(_link(self._desk, head, TABLES[cls], fact.id, linked))
            head = Head(head.n + 1, linked)
            texts.extend(personal_rows)
            by_table.setdefault(TABLES[cls], []).append(row)
            self._touched.note(fact)
            if isinstance(fact, Ticket):
                self.last_ticket = fact.number
        self._insert(personal, texts)
        for name, values in by_table.items():
            self._insert(fact_tables[name], values)
        self._insert(chain, links)
        self._head, self._wrote = head, self._wrote or bool(rows)

    def known_rows(self, rows: Sequence[Fact]) -> set[UUID]:
        """See `ports.Reader`; what this store has just written is not looked up."""
        known = {row.id for row in rows if (type(row), row.id) in self._known}
        return known | super().known_rows([row for row in rows if row.id not in known])

    @property
    def added(self) -> Collection[tuple[type[Fact], UUID]]:
        """Class and id of every fact of this transaction."""
        return self._hashes.keys()

    def content_hash(self, cls: type[Fact], key: UUID) -> str:
        """See `ports.Reader`; rows of this transaction are not read back."""
        return self._hashes.get((cls, key)) or super().content_hash(cls, key)

    def _insert(self, table: Table, rows: list[dict[str, Any]]) -> None:
        if rows:
            self.connection.execute(insert(table), rows if len(rows) > 1 else rows[0])

    def finish(self) -> None:
        """Brings the views in step; called once before the commit."""
        self._touched.refresh(self.connection)
        self._touched = Touched()

    def next_running(self, day: date) -> int:
        """The next running number of a day's tickets, counted up in this transaction."""
        table = number_counter
        last = self.connection.execute(select(table.c.last).where(table.c.day == day)).scalar()
        if last is None:
            self._insert(table, [{"day": day, "last": 1}])
            return 1
        following: int = last + 1
        self.connection.execute(update(table).where(table.c.day == day).values(last=following))
        return following

    def next_seal(self) -> tuple[int, str]:
        """Number of the desk's next seal and hash of the seal before."""
        table = fact_tables[TABLES[Seal]]
        row = self.connection.execute(
            select(table.c.number, table.c.seal_hash)
            .where(table.c.desk == self._desk)
            .order_by(table.c.number.desc())
            .limit(1)
        ).first()
        return (row[0] + 1, row[1]) if row else (1, GENESIS)

    def set_setting(self, key: str, value: str) -> None:
        """Keeps a value of this desk."""
        self.connection.execute(delete(setting).where(setting.c.key == key))
        self._insert(setting, [{"key": key, "value": value}])

    def set_secret(self, staff_id: UUID, verifier: str, at: datetime) -> None:
        """Keeps the password verifier of a member of staff."""
        self.connection.execute(delete(staff_secret).where(staff_secret.c.staff_id == staff_id))
        self._insert(staff_secret, [{"staff_id": staff_id, "verifier": verifier, "set_at": at}])

    def add_attempt(self, key: UUID, login: str, at: datetime, good: bool) -> None:
        """Keeps a sign-in attempt; attempts count by login, never by address."""
        self._insert(sign_in_attempt, [{"id": key, "login": login, "at": at, "good": good}])

    def replace_places(self, places: Sequence[Place]) -> None:
        """Puts a list of places in the place of the one before."""
        self.connection.execute(delete(place))
        self._insert(place, [plain(row) for row in places])

    def raise_counter(self, day: date, least: int) -> None:
        """Makes sure that the next number of a day is above `least`."""
        last = self.connection.execute(
            select(func.max(number_counter.c.last)).where(number_counter.c.day == day)
        ).scalar()
        if last is None:
            self._insert(number_counter, [{"day": day, "last": least}])
        elif last < least:
            self.connection.execute(
                update(number_counter).where(number_counter.c.day == day).values(last=least)
            )


def _link(desk: str, head: Head, table: str, row_id: UUID, linked: str) -> dict[str, Any]:
    return {
        "desk": desk,
        "n": head.n + 1,
        "table_name": table,
        "row_id": row_id,
        "hash": linked,
        "prev": head.hash,
    }
