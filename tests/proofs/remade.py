"""A tamperer who owns the database: takes rows apart, changes them, makes every hash anew.

The witness is not theirs. `Ledger` holds what lies in the store as the tamperer sees it; `write`
puts a changed ledger into the store in a transaction that the caller takes back.
"""

from __future__ import annotations

import json
import sqlite3
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

from operator_desk.domain import canonical
from operator_desk.domain.canonical import GENESIS, commitment, content_hash, link_hash
from operator_desk.storage.tables import fact_tables
from operator_desk.storage.types import Flag, Json
from tests.proofs.tampering import Tool

Row = dict[str, Any]


@dataclass(slots=True)
class Ledger:
    """Rows by (table, id) in the order of the chain, and the texts by commitment."""

    rows: dict[tuple[str, str], Row] = field(default_factory=dict)
    texts: dict[str, tuple[str, bytes, str]] = field(default_factory=dict)

    def of(self, table: str) -> list[Row]:
        """The rows of one table."""
        return [row for (name, _key), row in self.rows.items() if name == table]

    def copy(self) -> Ledger:
        """Another one to change."""
        return Ledger(deepcopy(self.rows), dict(self.texts))

    def reword(self, table: str, row: Row, column: str, words: str) -> None:
        """Puts another text in the place of one, with a commitment of its own."""
        kind, salt, _before = self.texts.pop(row[column])
        row[column] = commitment(salt, words)
        self.texts[row[column]] = (kind, salt, words)
        assert self.rows[table, row["id"]] is row

    def remove(self, table: str, row: Row) -> None:
        """Takes a row out, and the texts that nothing names any more."""
        del self.rows[table, row["id"]]
        self.forget()

    def forget(self) -> None:
        """Takes texts out that nothing names any more."""
        named = {value for one in self.rows.values() for value in one.values() if is_hash(value)}
        for key in [key for key in self.texts if key not in named]:
            del self.texts[key]


def is_hash(value: object) -> bool:
    """Whether a value may be a commitment."""
    return isinstance(value, str) and len(value) == 64


def read(tool: Tool) -> Ledger:
    """What lies in a store."""
    ledger = Ledger()
    links = tool.rows("SELECT table_name, row_id FROM chain ORDER BY n")
    kept: dict[tuple[str, str], Row] = {}
    for name, table in fact_tables.items():
        columns = [column.name for column in table.c]
        for values in tool.rows(f"SELECT {', '.join(columns)} FROM {name}"):
            row = dict(zip(columns, values, strict=True))
            kept[name, row["id"]] = {
                column.name: _in(column.type, row[column.name]) for column in table.c
            }
    ledger.rows = {(name, key): kept[name, key] for name, key in links}
    for key, kind, salt, words in tool.rows("SELECT id, class, salt, text FROM personal"):
        ledger.texts[key] = (kind, salt, words)
    return ledger


def _in(kind: object, value: Any) -> Any:
    if isinstance(kind, Flag) and value is not None:
        return bool(value)
    return json.loads(value) if isinstance(kind, Json) and value is not None else value


def _out(value: Any) -> Any:
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, list):
        return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return value


def seals_anew(ledger: Ledger) -> None:
    """Every seal made to fit the rows as they are now; items whose rows are gone fall out."""
    content = {
        key: content_hash(canonical.canonical(name, row))
        for (name, key), row in ledger.rows.items()
        if name != "seal"
    }
    answers = {row["id"]: row for row in ledger.of("readback_answer")}
    previous = GENESIS
    for number, seal in enumerate(sorted(ledger.of("seal"), key=lambda row: row["number"]), 1):
        seal["number"], seal["previous"] = number, previous
        seal["items"] = [one for one in map(dict, seal["items"]) if one["row"] in content]
        for item in seal["items"]:
            item["hash"] = content[item["row"]]
            if "answer_row" in item:
                _answered(item, answers.get(item["answer_row"]), content)
        _place(ledger, seal)
        body = {name: value for name, value in seal.items() if name != "seal_hash"}
        seal["seal_hash"] = link_hash(previous, canonical.canonical("seal", body))
        previous = seal["seal_hash"]


def _answered(item: Row, answer: Row | None, content: dict[str, str]) -> None:
    if answer is None:
        del item["answer_row"], item["answer_hash"]
        item["answer"], item["reason"] = "not_read", "scope"
        return
    item["answer"], item["answer_hash"] = answer["answer"], content[answer["id"]]
    item.pop("reason", None)
    if answer["reason"] is not None:
        item["reason"] = answer["reason"]


def _place(ledger: Ledger, seal: Row) -> None:
    """The head before a seal, which hangs on every row and seal before it."""
    before, n = GENESIS, 0
    for (name, key), row in ledger.rows.items():
        if (name, key) == ("seal", seal["id"]):
            break
        before, n = link_hash(before, canonical.canonical(name, row)), n + 1
    seal["head_n"], seal["head_hash"] = n, before


def write(raw: sqlite3.Connection, before: Ledger, after: Ledger, *, links: bool) -> None:
    """Brings the store from one ledger to another; `links`: the chain is made anew.

    sqlite3.IntegrityError: the tables refuse it, such as two seals of one number.
    """
    for name, key in before.rows.keys() - after.rows.keys():
        raw.execute(f"DELETE FROM {name} WHERE id = ?", (key,))
        if links:
            raw.execute("DELETE FROM chain WHERE table_name = ? AND row_id = ?", (name, key))
    other = {at: row for at, row in after.rows.items() if row != before.rows[at]}
    for name, key in other:  # all of them first: two may have swapped what must be unique
        raw.execute(f"DELETE FROM {name} WHERE id = ?", (key,))
    for (name, _key), row in other.items():
        marks = ", ".join("?" * len(row))
        values = [_out(value) for value in row.values()]
        raw.execute(f"INSERT INTO {name} ({', '.join(row)}) VALUES ({marks})", values)
    for text in before.texts.keys() - after.texts.keys():
        raw.execute("DELETE FROM personal WHERE id = ?", (text,))
    for text in after.texts:
        if after.texts[text] != before.texts.get(text):
            raw.execute(
                "INSERT OR REPLACE INTO personal (id, class, salt, text) VALUES (?, ?, ?, ?)",
                (text, *after.texts[text]),
            )
    if links:
        _relink(raw, after)


def _relink(raw: sqlite3.Connection, after: Ledger) -> None:
    hashed = GENESIS
    made = []
    for n, ((name, key), row) in enumerate(after.rows.items(), 1):
        prev, hashed = hashed, link_hash(hashed, canonical.canonical(name, row))
        made.append(("A07", n, name, key, hashed, prev))
    raw.execute("DELETE FROM chain")
    raw.executemany(
        "INSERT INTO chain (desk, n, table_name, row_id, hash, prev) VALUES (?, ?, ?, ?, ?, ?)",
        made,
    )
