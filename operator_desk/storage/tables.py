"""All tables of the store, by kind; fact and view tables follow their dataclasses' fields."""

from __future__ import annotations

import types
import typing
from dataclasses import fields
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import Column, Index, LargeBinary, MetaData, String, Table, text
from sqlalchemy.types import TypeEngine

from operator_desk.domain.facts import FACTS, Personal
from operator_desk.domain.views import VIEWS
from operator_desk.storage.types import Day, Flag, Id, Instant, Json, Whole, Words

metadata = MetaData()

_TYPES: dict[Any, type[TypeEngine[Any]]] = {
    UUID: Id,
    datetime: Instant,
    date: Day,
    bool: Flag,
    int: Whole,
    str: Words,
    tuple: Json,
}


def plain_hints(cls: Any) -> dict[str, tuple[Any, bool, bool]]:
    """For each field: its bare type, whether it may be None, whether it is personal."""
    return _plain_hints(cls)


@cache
def _plain_hints(cls: Any) -> dict[str, tuple[Any, bool, bool]]:
    resolved = typing.get_type_hints(cls, include_extras=True)
    return {field.name: _hint(resolved[field.name]) for field in fields(cls)}


def _hint(hint: Any) -> tuple[Any, bool, bool]:
    personal = any(isinstance(mark, Personal) for mark in getattr(hint, "__metadata__", ()))
    if personal:
        hint = typing.get_args(hint)[0]
    optional = False
    if typing.get_origin(hint) in (types.UnionType, typing.Union):
        (hint,) = [part for part in typing.get_args(hint) if part is not type(None)]
        optional = True
    return typing.get_origin(hint) or hint, optional, personal


def _column(name: str, key: str, hint: tuple[Any, bool, bool]) -> Column[Any]:
    bare, optional, personal = hint
    if isinstance(bare, type) and issubclass(bare, StrEnum):
        bare = str
    kind: TypeEngine[Any] = String(64) if personal else _TYPES[bare]()
    return Column(name, kind, primary_key=name == key, nullable=optional)


def _table(name: str, cls: type) -> Table:
    hints = plain_hints(cls)
    key = "id" if "id" in hints else next(iter(hints))
    return Table(name, metadata, *(_column(field, key, hint) for field, hint in hints.items()))


fact_tables: dict[str, Table] = {name: _table(name, cls) for name, cls in FACTS.items()}
view_tables: dict[str, Table] = {name: _table(name, cls) for name, cls in VIEWS.items()}

chain = Table(
    "chain",
    metadata,
    Column("desk", Words, primary_key=True),
    Column("n", Whole, primary_key=True, autoincrement=False),
    Column("table_name", Words, nullable=False),
    Column("row_id", Id, nullable=False),
    Column("hash", String(64), nullable=False),
    Column("prev", String(64), nullable=False),
)
personal = Table(
    "personal",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("class", Words, nullable=False),
    Column("salt", LargeBinary, nullable=False),
    Column("text", Words, nullable=False),
)
setting = Table(
    "setting",
    metadata,
    Column("key", Words, primary_key=True),
    Column("value", Words, nullable=False),
)
number_counter = Table(
    "number_counter",
    metadata,
    Column("day", Day, primary_key=True),
    Column("last", Whole, nullable=False),
)
staff_secret = Table(
    "staff_secret",
    metadata,
    Column("staff_id", Id, primary_key=True),
    Column("verifier", Words, nullable=False),
    Column("set_at", Instant, nullable=False),
)
sign_in_attempt = Table(
    "sign_in_attempt",
    metadata,
    Column("id", Id, primary_key=True),
    Column("login", Words, nullable=False),
    Column("at", Instant, nullable=False),
    Column("good", Flag, nullable=False),
)
place = Table(
    "place",
    metadata,
    Column("code", Words, primary_key=True),
    Column("name", Words, nullable=False),
    Column("level", Words, nullable=False),
    Column("parent", Words),
    Column("pinyin", Words, nullable=False),
    Column("initials", Words, nullable=False),
    Column("area_code", Words),
)

FACT = {**fact_tables, "chain": chain}
PERSONAL = {"personal": personal}
PROJECTION = view_tables
LOCAL = {
    table.name: table for table in (setting, number_counter, staff_secret, sign_in_attempt, place)
}

_INDEXES: dict[str, tuple[str, ...]] = {
    "staff_version": ("staff_id",),
    "unit_version": ("code",),
    "call": ("local_day",),
    "caller": ("call_id",),
    "call_end": ("call_id",),
    "call_close": ("call_id",),
    "matter": ("call_id",),
    "matter_form": ("matter_id",),
    "statement": ("matter_id",),
    "readback": ("matter_id",),
    "readback_answer": ("matter_id",),
    "seal": ("matter_id",),
    "ticket": ("call_id", "matter_id", "local_day"),
    "ticket_event": ("ticket_id", "call_id", "ref"),
    "event_ruling": ("ticket_id",),
    "attachment": ("ticket_id",),
    "catalogue_version": ("row_id",),
    "event_card_version": ("card_id",),
    "event_told": ("card_id", "call_id"),
    "view_log": ("subject",),
    "told": ("call_id", "article_key"),
    "search_miss": ("at",),
    "article_version": ("key", "batch"),
    "article_draft": ("draft_id",),
    "article_flag": ("article_key",),
    "version_mark": ("article_key",),
    "recall_step": ("mark_id",),
    "queue_step": ("queue subject",),
    "seat_state": ("at",),
    "erasure": ("personal_id",),
    "call_view": ("local_day", "number_key", "operator local_day"),
    "matter_view": ("call_id",),
    "ticket_state": (
        "call_id",
        "number",
        "local_day",
        "number_key",
        "operator registered_at",
        "registered_at",
        "state registered_at",
        "unit state",
        "caller_due_at",
        "holder_due_at",
        "step_due_at",
        "since",
        "answered_at",
        "joined_to",
        "event_card",
    ),
    "place": ("parent",),
    "sign_in_attempt": ("login",),
}
for _name, _indexes in _INDEXES.items():
    for _words in _indexes:
        _columns = _words.split()
        _of = metadata.tables[_name].c
        Index(f"ix_{_name}_{'_'.join(_columns)}", *(_of[_column] for _column in _columns))
_HELD = text("asked <> ''")
Index(
    "ix_ticket_state_open_requests",
    view_tables["ticket_state"].c.asked,
    sqlite_where=_HELD,
    postgresql_where=_HELD,
)
Index("ux_ticket_number", fact_tables["ticket"].c.number, unique=True)
Index(
    "ux_article_version",
    fact_tables["article_version"].c.key,
    fact_tables["article_version"].c.version,
    unique=True,
)
Index(
    "ux_event_ruling",
    fact_tables["event_ruling"].c.ticket_id,
    fact_tables["event_ruling"].c.n,
    unique=True,
)
Index("ux_chain_row", chain.c.table_name, chain.c.row_id, unique=True)
Index("ux_seal_number", fact_tables["seal"].c.desk, fact_tables["seal"].c.number, unique=True)
