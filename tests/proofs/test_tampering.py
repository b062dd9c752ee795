"""Any value changed, any row removed or added with another tool is found, naming the row."""

from __future__ import annotations

import hashlib
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from operator_desk.domain.canonical import link_hash
from operator_desk.domain.facts import FACTS, Erasure
from operator_desk.domain.ids import new_id
from operator_desk.domain.times import now
from operator_desk.services.people import machine_actor
from operator_desk.storage import triggers
from operator_desk.storage.mapper import canonical_row
from operator_desk.storage.store import DATABASE, WITNESS
from operator_desk.storage.tables import fact_tables, view_tables
from operator_desk.storage.verify_rows import Broken
from operator_desk.storage.witness import Witness
from tests.proofs.counts import Record, chance, count
from tests.proofs.tampering import Tool
from tests.storage.filled import fill, opened, sample

# Each makes another value of the one in column {c}; what does not change it is left out.
OTHERS = (
    "substr({c}, 1, length({c}) - 1) || CASE substr({c}, -1) WHEN '1' THEN '2' ELSE '1' END",
    "{c} || ' '",
    "SWAPPED({c})",
    "{c} + 1",
    "-{c}",
    "{c} + 0.5",
    "9007199254740993",
    "NULL",
    "''",
    "'x'",
    "CAST({c} AS BLOB)",
    "CAST(x'ff' AS TEXT)",
    "strftime('%Y-W10-1', {c})",
    "'[]'",
    "replace({c}, '{{', '{{\"a\":null,')",
    "replace({c}, ',', ', ')",
    "{c} || char(0)",
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A desk with a row in every fact table, an erased text and a restore among them."""
    made = tmp_path_factory.mktemp("tampering") / "desk"
    fill(made)
    with opened(made) as store, store.write() as tx:
        erased = tx.connection.exec_driver_sql(
            "SELECT words FROM statement WHERE words IS NOT NULL LIMIT 1"
        ).scalar_one()
        actor = machine_actor("tester").staff_id
        tx.add(Erasure(id=new_id(), at=now(), actor=actor, personal_id=erased, reason="asked for"))
        tx.connection.exec_driver_sql("DELETE FROM personal WHERE id = ?", (erased,))
        tx.add(sample(FACTS["restored"]))
    return made


@pytest.fixture
def tool(folder: Path) -> Iterator[Tool]:
    made = Tool(folder / DATABASE)
    yield made
    made.close()


@pytest.fixture
def witness(folder: Path) -> Witness:
    return Witness(folder / WITNESS)


def _names(broken: tuple[Broken, ...]) -> set[str]:
    return {one.id for one in broken}


def _changed(tool: Tool, table: str, rowid: int, column: str, other: str) -> bool:
    """Puts another value in; False when it is refused by the table itself, or no other value."""
    look = f"SELECT typeof({column}), CAST({column} AS BLOB) FROM {table} WHERE rowid = ?"
    before = tool.rows(look, rowid)
    try:
        with tool.change() as raw:
            raw.execute(
                f"UPDATE {table} SET {column} = {other.format(c=column)} WHERE rowid = ?", (rowid,)
            )
    except sqlite3.IntegrityError:
        return False
    if tool.rows(look, rowid) == before:
        tool.undo()
        return False
    return True


def _cases(tool: Tool, tables: list[str], part: int) -> list[tuple[str, int, str, str]]:
    """Every (table, row, column, other value), or a seeded part of them."""
    cases = []
    for table in tables:
        columns = [row[1] for row in tool.rows(f"PRAGMA table_info({table})")]
        rowids = [row[0] for row in tool.rows(f"SELECT rowid FROM {table} ORDER BY rowid")]
        cases += [
            (table, row, name, other) for row in rowids for name in columns for other in OTHERS
        ]
    return chance(*tables).sample(cases, min(count(len(cases), part), len(cases)))


def test_a_store_left_alone_is_whole(tool: Tool, witness: Witness) -> None:
    empty = [name for name in FACTS if not tool.rows(f"SELECT 1 FROM {name}")]
    assert (tool.broken(witness), empty) == ((), [])


def test_every_changed_value_of_a_fact_is_found(tool: Tool, record_property: Record) -> None:
    done, missed = 0, []
    for case in _cases(tool, list(FACTS), 170):
        table, rowid, column, other = case
        key = tool.rows(f"SELECT id FROM {table} WHERE rowid = ?", rowid)[0][0]
        if not _changed(tool, table, rowid, column, other):
            continue
        done += 1
        if key not in _names(tool.broken()):
            missed.append(case)
    record_property("changed_values", done)
    record_property("not_found", len(missed))
    assert not missed
    assert done > 100


def test_every_changed_value_of_a_personal_row_is_found(
    tool: Tool, record_property: Record
) -> None:
    done, missed = 0, []
    for case in _cases(tool, ["personal"], 60):
        table, rowid, column, other = case
        key = tool.rows("SELECT id FROM personal WHERE rowid = ?", rowid)[0][0]
        if not _changed(tool, table, rowid, column, other):
            continue
        done += 1
        if key not in _names(tool.broken()):
            missed.append(case)
    record_property("changed_values", done)
    record_property("not_found", len(missed))
    assert not missed
    assert done > 20


def test_every_changed_value_of_chain_view_and_counter_is_found(
    tool: Tool, witness: Witness, record_property: Record
) -> None:
    """A link is named by its desk and number or by the row it should be of."""
    done, missed = 0, []
    for case in _cases(tool, ["chain", *view_tables, "number_counter"], 150):
        table, rowid, column, other = case
        row = tool.rows(f"SELECT * FROM {table} WHERE rowid = ?", rowid)[0]
        names = {str(row[0]), f"{row[0]}/{row[1]}", str(row[3] if table == "chain" else "-")}
        if not _changed(tool, table, rowid, column, other):
            continue
        done += 1
        if not names & _names(tool.broken(witness)):
            missed.append((case, names))
    record_property("changed_values", done)
    record_property("not_found", len(missed))
    assert not missed
    assert done > 60


def _key(table: str) -> str:
    found = {"number_counter": "day", "article_view": "key"}
    return found.get(table, "id")


@pytest.mark.parametrize("table", [*fact_tables, "personal", *view_tables, "number_counter"])
def test_every_removed_row_is_found(tool: Tool, witness: Witness, table: str) -> None:
    rows = tool.rows(f"SELECT {_key(table)} FROM {table}")
    assert rows
    for (key,) in rows:
        with tool.change() as raw:
            raw.execute(f"DELETE FROM {table} WHERE {_key(table)} = ?", (key,))
        assert key in _names(tool.broken(witness))


def test_every_removed_link_is_found(tool: Tool) -> None:
    for desk, n, key in tool.rows("SELECT desk, n, row_id FROM chain"):
        with tool.change() as raw:
            raw.execute("DELETE FROM chain WHERE n = ?", (n,))
        assert {key, f"{desk}/{n}"} & _names(tool.broken())


@pytest.mark.parametrize("table", [*fact_tables, "personal", *view_tables, "number_counter"])
def test_every_added_row_is_found(tool: Tool, witness: Witness, table: str) -> None:
    """A copy of each row under another key; also one with a link of its own at the end."""
    for position, (rowid,) in enumerate(tool.rows(f"SELECT rowid FROM {table}")):
        new = _another_key(table, position)
        with tool.change() as raw:
            _copy_row(raw, table, rowid, new)
        assert new in _names(tool.broken(witness))


def _another_key(table: str, position: int) -> str:
    if table == "personal":
        return hashlib.sha256(str(position).encode()).hexdigest()
    if table == "number_counter":
        return f"2031-01-{position + 1:02}"
    return f"00000000-0000-7000-8000-{position + 1:012}"


def _copy_row(raw: sqlite3.Connection, table: str, rowid: int, key: str) -> None:
    names = [row[1] for row in raw.execute(f"PRAGMA table_info({table})")]
    unique = {"number": "number || '9'", "version": "version + 90", "n": "n + 90"}
    if table == "seal":
        unique["number"] = "number + 90"
    picked = ["?" if name == _key(table) else unique.get(name, name) for name in names]
    raw.execute(
        f"INSERT INTO {table} SELECT {', '.join(picked)} FROM {table} WHERE rowid = ?", (key, rowid)
    )


def test_an_erased_text_put_back_is_found(tool: Tool) -> None:
    ((erased,),) = tool.rows("SELECT personal_id FROM erasure")
    with tool.change() as raw:
        raw.execute("INSERT INTO personal VALUES (?, 'statement', zeroblob(32), 'x')", (erased,))
    assert erased in _names(tool.broken())


def test_the_code_of_the_desk_is_missed(tool: Tool) -> None:
    for change in ("UPDATE setting SET value = 'B02'", "DELETE FROM setting"):
        with tool.change() as raw:
            raw.execute(f"{change} WHERE key = 'desk'")
        assert "desk" in _names(tool.broken())


def test_foreign_and_lost_triggers_are_named(tool: Tool) -> None:
    with tool.change() as raw:
        raw.execute(
            "CREATE TRIGGER thief AFTER INSERT ON ticket BEGIN DELETE FROM number_counter; END"
        )
    assert "thief" in _names(tool.broken())
    for name in triggers.sqlite_triggers():
        tool.raw.execute("BEGIN IMMEDIATE")
        tool.raw.execute(f"DROP TRIGGER {name}")
        assert name in _names(tool.broken())


# -- the witness -------------------------------------------------------------------------


def test_every_cut_tail_is_found_as_long_as_the_witness_is_there(
    tool: Tool, witness: Witness, record_property: Record
) -> None:
    """The tail is cut without a trace: facts, texts, links, views and counter all fit."""
    ((length,),) = tool.rows("SELECT max(n) FROM chain")
    for keep in range(length):
        with tool.change() as raw:
            _cut(raw, keep)
        broken = tool.broken(witness)
        said = [one for one in broken if one.kind == "witness"]
        assert said, keep
        assert any(one.id in ("A07", f"A07/{length}") for one in said)
    record_property("tails", length)


def _cut(raw: sqlite3.Connection, keep: int) -> None:
    for table, key in raw.execute(
        "SELECT table_name, row_id FROM chain WHERE n > ?", (keep,)
    ).fetchall():
        raw.execute(f"DELETE FROM {table} WHERE id = ?", (key,))
    raw.execute("DELETE FROM chain WHERE n > ?", (keep,))
    named = {
        value
        for name in FACTS
        for row in raw.execute(f"SELECT * FROM {name}").fetchall()
        for value in row
    }
    for (key,) in raw.execute("SELECT id FROM personal").fetchall():
        if key not in named:
            raw.execute("DELETE FROM personal WHERE id = ?", (key,))


def test_a_chain_made_anew_is_found_by_the_witness(folder: Path, tmp_path: Path) -> None:
    """Whoever re-makes every link from a changed row on fools the chain, not the witness."""
    copy = tmp_path / "desk"
    shutil.copytree(folder, copy)
    tool = Tool(copy / DATABASE)
    ((key,),) = tool.rows("SELECT id FROM told LIMIT 1")
    with opened(copy) as store, store.read() as tx:
        rows = {
            (name, str(row["id"])): (cls, dict(row))
            for name, cls in FACTS.items()
            for row in tx.connection.execute(fact_tables[name].select()).mappings()
        }
    rows["told", key][1]["article_key"] = "own:b"
    with tool.change() as raw:
        raw.execute("UPDATE told SET article_key = 'own:b' WHERE id = ?", (key,))
        _relink(raw, rows)
    broken = tool.broken(Witness(copy / WITNESS))
    tool.close()
    assert key not in _names(broken)
    assert "the chain is another one than the witness saw" in {one.reason for one in broken}


def _relink(
    raw: sqlite3.Connection, rows: dict[tuple[str, str], tuple[Any, dict[str, Any]]]
) -> None:
    before = "0" * 64
    for n, table, key in raw.execute(
        "SELECT n, table_name, row_id FROM chain ORDER BY n"
    ).fetchall():
        hashed = link_hash(before, canonical_row(*rows[table, key]))
        raw.execute("UPDATE chain SET hash = ?, prev = ? WHERE n = ?", (hashed, before, n))
        before = hashed


@pytest.mark.parametrize("left", ["nothing", "an empty file", "the end", "the beginning"])
def test_a_witness_of_which_something_was_removed_is_told(
    folder: Path, tmp_path: Path, tool: Tool, left: str
) -> None:
    lines = (folder / WITNESS).read_bytes().splitlines(keepends=True)
    path = tmp_path / WITNESS
    kept = {"an empty file": [], "the end": lines[2:], "the beginning": lines[:-1]}
    if left in kept:
        path.write_bytes(b"".join(kept[left]))
    said = {one.reason for one in tool.broken(Witness(path)) if one.kind == "witness"}
    expected = {
        "the end": {"its first lines of desk A07 were removed"},
        # The end of a witness can be lost in a power cut; whoever has a copy has it.
        "the beginning": set(),
    }
    assert said == expected.get(left, {"is missing or says nothing of desk A07"})


def test_every_damaged_line_of_the_witness_is_named(
    folder: Path, tmp_path: Path, tool: Tool
) -> None:
    lines = (folder / WITNESS).read_bytes().splitlines(keepends=True)
    for place in range(len(lines)):
        path = tmp_path / f"{place}.log"
        path.write_bytes(b"".join([*lines[:place], b"x" + lines[place], *lines[place + 1 :]]))
        assert f"{place}.log:{place + 1}" in _names(tool.broken(Witness(path)))
