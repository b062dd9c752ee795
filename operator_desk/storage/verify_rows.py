"""Recomputes what rows must hash to: links of the chain, personal texts, seals."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import Connection, Table, select, text, type_coerce
from sqlalchemy.types import NullType

from operator_desk.domain.broken import Broken as Broken
from operator_desk.domain.broken import fault as fault
from operator_desk.domain.canonical import GENESIS, commitment, content_hash, link_hash
from operator_desk.domain.facts import FACTS, Seal, personal_fields
from operator_desk.domain.seals import seal_hash
from operator_desk.storage.mapper import canonical_row, loaded
from operator_desk.storage.reading import chunks
from operator_desk.storage.tables import fact_tables, personal
from operator_desk.storage.types import DamagedValueError

_CHUNK = 400
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Report:
    """What was verified: number of rows, and everything that is not as it was stored."""

    checked: int
    broken: tuple[Broken, ...]


def report(checked: int, broken: Iterable[Broken]) -> Report:
    """Each broken row once, in words that can be printed."""
    return Report(checked, tuple(dict.fromkeys(map(_printable, broken))))


def _printable(one: Broken) -> Broken:
    values = tuple((name, _shown(value)) for name, value in one.values)
    return Broken(_shown(one.kind), _shown(one.id), one.text, values)


def _shown(part: object) -> str:
    return str(part).encode("utf-8", "backslashreplace").decode()


@dataclass(frozen=True, slots=True)
class Link:
    """One row of the chain as it lies in the store; nothing of it is trusted."""

    desk: str
    n: Any
    table: str
    row_id: str
    hash: str
    prev: str


Row = dict[str, Any]
Why = tuple[str, str]  # why a row cannot be read: a text, and what its `{error}` stands for
CHANGED = "the row was changed"
MISSING = "the row was removed"
ADDED = "the row was added by something else: it has no link in the chain"
# What canonical.py raises for a value that no row of this program has.
_NO_FORM = (TypeError, ValueError, RecursionError)


def why(text: str, error: object = "") -> Why:
    """Why a row cannot be read."""
    return text, str(error)


@contextmanager
def raw_text(connection: Connection) -> Iterator[None]:
    """Bytes that are no UTF-8 are read as text that hashes to nothing, instead of failing."""
    if connection.dialect.name != "sqlite":
        yield
        return
    raw: Any = connection.connection.dbapi_connection
    before, raw.text_factory = raw.text_factory, _decoded
    try:
        yield
    finally:
        raw.text_factory = before


def _decoded(data: bytes) -> str:
    return data.decode("utf-8", "surrogateescape")


def link_of(row: Sequence[Any]) -> Link:
    """A row of the chain: desk, n, table, row, hash, previous hash."""
    return Link(str(row[0]), row[1], *(str(value) for value in row[2:6]))


def chains(connection: Connection) -> dict[str, list[Link]]:
    """The chain of each desk, in its order, read raw."""
    rows = connection.execute(
        text("SELECT desk, n, table_name, row_id, hash, prev FROM chain ORDER BY desk, n, row_id")
    )
    found: dict[str, list[Link]] = {}
    for link in map(link_of, rows):
        found.setdefault(link.desk, []).append(link)
    return found


def rows_of(connection: Connection, wanted: Sequence[Link]) -> dict[tuple[str, str], Row | Why]:
    """The stored rows of some links by (table, id), or why one cannot be read."""
    found: dict[tuple[str, str], Row | Why] = {}
    ids: dict[str, list[UUID]] = {}
    for link in wanted:
        try:
            ids.setdefault(link.table, []).append(UUID(link.row_id))
        except ValueError:
            found[link.table, link.row_id] = why("the link names no row")
    for name, keys in ids.items():
        table = fact_tables.get(name)
        if table is None:
            continue
        for key, row in _read(connection, table, keys):
            found[name, key] = row
    return found


def _read(
    connection: Connection, table: Table, keys: list[UUID]
) -> Iterable[tuple[str, Row | Why]]:
    try:
        query = select(table).where(table.c.id.in_(keys))
        return [(str(row["id"]), dict(row)) for row in connection.execute(query).mappings()]
    except DamagedValueError:
        return [one for key in keys for one in _read_one(connection, table, key)]


def _read_one(connection: Connection, table: Table, key: UUID) -> list[tuple[str, Row | Why]]:
    try:
        query = select(table).where(table.c.id == key)
        return [(str(row["id"]), dict(row)) for row in connection.execute(query).mappings()]
    except DamagedValueError as error:
        return [(str(key), why("the row was changed: {error}", error))]


def check_links(connection: Connection, chain: Iterable[Link]) -> Iterator[Broken]:
    """Walks the chain of one desk: numbers, previous hashes, contents."""
    before, n = GENESIS, 0
    for part in _parts(chain, _CHUNK):
        rows = rows_of(connection, part)
        for link in part:
            n += 1
            if link.n != n:
                yield Broken("chain", f"{link.desk}/{n}", "links are missing or numbered anew")
                n = link.n if isinstance(link.n, int) else n
            if link.prev != before:
                yield Broken("chain", f"{link.desk}/{link.n}", "does not follow the link before")
            yield from check_link(link, rows.get((link.table, link.row_id)))
            before = link.hash


def check_link(link: Link, row: Row | Why | None) -> Iterator[Broken]:
    """Whether a link's row is there and hashes to it."""
    if row is None:
        yield Broken(link.table, link.row_id, MISSING)
    elif isinstance(row, tuple):
        words, error = row
        yield fault(link.table, link.row_id, words, error=error)
    elif _linked(link, row) != link.hash:
        yield Broken(link.table, link.row_id, CHANGED)
    elif link.table == "seal" and row["desk"] != link.desk:
        yield Broken("seal", link.row_id, "its link stands in the chain of another desk")


def _linked(link: Link, row: Row) -> str | None:
    try:
        return link_hash(link.prev, canonical_row(FACTS[link.table], row))
    except _NO_FORM:
        return None


def _parts(values: Iterable[T], size: int) -> Iterator[list[T]]:
    part: list[T] = []
    for value in values:
        part.append(value)
        if len(part) == size:
            yield part
            part = []
    if part:
        yield part


def unchained(connection: Connection) -> Iterator[Broken]:
    """Rows of fact tables that no link names."""
    for name in fact_tables:
        query = text(
            f"SELECT id FROM {name} t WHERE NOT EXISTS "  # noqa: S608 (own table names)
            "(SELECT 1 FROM chain c WHERE c.table_name = :name AND c.row_id = t.id)"
        )
        for row in connection.execute(query, {"name": name}):
            yield Broken(name, str(row[0]), ADDED)


def named_texts(connection: Connection, names: Iterable[str] = tuple(FACTS)) -> dict[str, str]:
    """Every commitment that a fact names, with the class its text must have."""
    found: dict[str, str] = {}
    for name in names:
        cls: Any = FACTS[name]
        for column, kind in personal_fields(cls).items():
            query = text(
                f"SELECT {column} FROM {name} WHERE {column} IS NOT NULL"  # noqa: S608
            )
            found.update((str(row[0]), kind) for row in connection.execute(query))
    return found


# Without their types: what another tool has put there must not stop the reading.
_PERSONAL = select(*(type_coerce(column, NullType()).label(column.name) for column in personal.c))


def check_texts(connection: Connection, named: dict[str, str]) -> Iterator[Broken]:
    """Each named text is there and true to its commitment, or was erased by a fact."""
    erasures = type_coerce(fact_tables["erasure"].c.personal_id, NullType())
    for key in named:
        if not key.isascii():  # nothing can be asked for with bytes that are no UTF-8
            yield Broken("personal", key, MISSING)
    for part in chunks(filter(str.isascii, named)):
        query = select(erasures).where(fact_tables["erasure"].c.personal_id.in_(part))
        erased = set(connection.execute(query).scalars())
        there = {}
        for row in connection.execute(_PERSONAL.where(personal.c.id.in_(part))):
            there[row.id] = row
        for key in part:
            yield from _check_text(key, there.get(key), named[key], erased=key in erased)


def _check_text(key: str, stored: Any, kind: str, *, erased: bool) -> Iterator[Broken]:
    if stored is None:
        if not erased:
            yield Broken("personal", key, MISSING)
    elif erased:
        yield Broken("personal", key, "the text was erased, yet it is there")
    elif not _true(stored, key) or stored[1] != kind:
        yield Broken("personal", key, CHANGED)


def _true(row: Any, key: str) -> bool:
    salt, words = row.salt, row.text
    if not isinstance(salt, bytes) or len(salt) != 32 or not isinstance(words, str):
        return False
    try:
        return commitment(salt, words) == key
    except ValueError:  # no UTF-8
        return False


def unnamed_texts(connection: Connection, named: dict[str, str]) -> Iterator[Broken]:
    """Personal rows that no fact names."""
    for row in connection.execute(select(personal.c.id)):
        if row[0] not in named:
            yield Broken("personal", str(row[0]), "no fact names this text")


def check_seals(connection: Connection, seals: Iterable[Row]) -> Iterator[Broken]:
    """Each seal's own hash, and the contents it sealed."""
    for part in _parts(seals, 50):
        contents = _contents(connection, [item for row in part for item in _items(row)])
        for row in part:
            yield from _check_seal(row, contents)


def _items(row: Row) -> list[Row]:
    return [item for item in row["items"] if isinstance(item, dict)]


def _check_seal(row: Row, contents: dict[str, str | None]) -> Iterator[Broken]:
    name = str(row["id"])
    try:
        seal = loaded(Seal, row)
        fits = seal_hash(seal) == seal.seal_hash
    except _NO_FORM:
        yield Broken("seal", name, "the seal cannot be read")
        return
    if not fits:
        yield Broken("seal", name, "the seal does not fit its contents")
    for item in seal.items:
        if not isinstance(item, dict) or not {"row", "kind", "hash"} <= item.keys():
            yield Broken("seal", name, "an item of the seal cannot be read")
            continue
        for part in ("", "answer_"):
            row_id = item.get(f"{part}row")
            if row_id and contents.get(str(row_id)) != item.get(f"{part}hash"):
                yield fault(
                    "seal", name, "the sealed row {row} is not as it was sealed", row=row_id
                )


def sealed_table(item: Row) -> str:
    """The table in which the wording of a sealed item stands."""
    return "statement" if item.get("kind") == "statement" else "matter_form"


def _contents(connection: Connection, items: Iterable[Row]) -> dict[str, str | None]:
    """The content hashes of all rows that these items name; None: it has no form."""
    named = []
    for item in items:
        for table, key in (
            (sealed_table(item), item.get("row")),
            ("readback_answer", item.get("answer_row")),
        ):
            named.append(Link("", 0, table, str(key), "", ""))
    return {
        key: _content(table, row)
        for (table, key), row in rows_of(connection, named).items()
        if isinstance(row, dict)
    }


def _content(table: str, row: Row) -> str | None:
    try:
        return content_hash(canonical_row(FACTS[table], row))
    except _NO_FORM:
        return None


def facts_of(rows: dict[tuple[str, str], Row | Why], name: str) -> Iterator[Row]:
    """The rows of one table among rows that were read."""
    for (table, _key), row in rows.items():
        if table == name and isinstance(row, dict):
            yield row
