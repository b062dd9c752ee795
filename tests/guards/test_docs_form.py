"""The canonical form as the document has it: recomputed from its rules, and with the program."""

from __future__ import annotations

import hashlib
import json
import shutil
import sqlite3
import subprocess
import sys
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from operator_desk.domain import canonical
from operator_desk.domain.facts import FACTS, Seal
from operator_desk.domain.seals import closed
from operator_desk.domain.times import parse_instant
from operator_desk.services.ports import Head
from operator_desk.storage import triggers
from operator_desk.storage.mapper import canonical_row, loaded
from operator_desk.storage.store import DATABASE, WITNESS
from operator_desk.storage.tables import plain_hints
from operator_desk.storage.witness import Sighting, Witness
from tests.guards.documents import Block, blocks, read
from tests.storage.filled import fill

_TYPES: dict[Any, str] = {
    UUID: "id",
    datetime: "instant",
    date: "day",
    bool: "flag",
    int: "whole",
    str: "text",
    tuple: "list",
}


@dataclass(frozen=True, slots=True)
class Example:
    """One row as the document shows it: table, values, canonical bytes, hashes."""

    table: str
    row: dict[str, Any]
    canonical: bytes
    hashes: dict[str, str]


def _blocks(info: str) -> list[Block]:
    return [block for block in blocks(read("canonical-form.md")) if block.info == info]


def _examples() -> list[Example]:
    tables = [one for one in blocks(read("canonical-form.md")) if one.info.startswith("json ")]
    bytes_, hashes = _blocks("text canonical"), _blocks("text hashes")
    return [
        Example(
            row.info.split()[1],
            json.loads(row.text),
            body.text.rstrip("\n").encode(),
            found.lines,
        )
        for row, body, found in zip(tables, bytes_, hashes, strict=True)
    ]


EXAMPLES = _examples()


def _by_the_rules(table: str, row: dict[str, Any]) -> bytes:
    members = {name: value for name, value in row.items() if value is not None}
    members |= {"form": 1, "table": table}
    text = json.dumps(members, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return text.encode()


def _sha(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _typed(table: str, row: dict[str, Any]) -> dict[str, Any]:
    """The row as the program holds it."""
    makers: dict[Any, Any] = {
        UUID: UUID,
        datetime: parse_instant,
        date: date.fromisoformat,
        tuple: tuple,
    }
    hints = plain_hints(FACTS[table])
    assert row.keys() == hints.keys()
    return {
        name: value if value is None else makers.get(hints[name][0], lambda one: one)(value)
        for name, value in row.items()
    }


def test_there_are_enough_examples() -> None:
    assert len(EXAMPLES) >= 5
    assert {"call", "statement", "seal"} <= {one.table for one in EXAMPLES}


@pytest.mark.parametrize("one", EXAMPLES, ids=lambda one: one.table)
def test_the_rules_alone_lead_to_the_hashes(one: Example) -> None:
    assert _by_the_rules(one.table, one.row) == one.canonical
    assert _sha(one.canonical) == one.hashes["content"]
    assert _sha(one.hashes["previous"].encode("ascii") + one.canonical) == one.hashes["link"]


@pytest.mark.parametrize("one", EXAMPLES, ids=lambda one: one.table)
def test_the_program_leads_to_the_hashes(one: Example) -> None:
    made = canonical_row(FACTS[one.table], _typed(one.table, one.row))
    assert made == one.canonical
    assert canonical.content_hash(made) == one.hashes["content"]
    assert canonical.link_hash(one.hashes["previous"], made) == one.hashes["link"]


def test_the_examples_are_one_chain() -> None:
    links = [canonical.GENESIS, *(one.hashes["link"] for one in EXAMPLES)]
    assert [one.hashes["previous"] for one in EXAMPLES] == links[:-1]


def test_the_commitment() -> None:
    (block,) = _blocks("text commitment")
    salt, text = bytes.fromhex(block.lines["salt"]), block.lines["text"]
    assert len(salt) == 32
    assert _sha(salt + text.encode()) == block.lines["commitment"]
    assert canonical.commitment(salt, text) == block.lines["commitment"]
    assert block.lines["commitment"] in {one.row.get("words") for one in EXAMPLES}


def test_the_seal() -> None:
    (block,) = _blocks("text seal")
    body, made = block.text.splitlines()
    (row,) = (one.row for one in EXAMPLES if one.table == "seal")
    rest = {name: value for name, value in row.items() if name != "seal_hash"}
    assert _by_the_rules("seal", rest) == body.encode()
    assert _sha(row["previous"].encode() + body.encode()) == made == row["seal_hash"]
    assert closed(loaded(Seal, _typed("seal", row))).seal_hash == made
    contents = {one.row["id"]: one.hashes["content"] for one in EXAMPLES}
    for item in row["items"]:
        assert contents[item["row"]] == item["hash"]
        assert contents[item["answer_row"]] == item["answer_hash"]


def test_the_line_of_the_witness(tmp_path: Path) -> None:
    (block,) = _blocks("text witness")
    row = json.loads(block.text)
    assert row["hash"] == EXAMPLES[row["n"] - 1].hashes["link"]
    witness = Witness(tmp_path / WITNESS)
    witness.append(Sighting(row["at"], row["desk"], Head(row["n"], row["hash"]), row["ticket"]))
    assert witness.path.read_text("ascii") == block.text


def test_the_columns() -> None:
    (block,) = _blocks("text columns")
    assert block.text.splitlines() == [
        f"{name}: " + " ".join(_column(*pair) for pair in plain_hints(cls).items())
        for name, cls in FACTS.items()
    ]


def _column(name: str, hint: tuple[Any, bool, bool]) -> str:
    bare, optional, personal = hint
    listed = isinstance(bare, type) and issubclass(bare, StrEnum)
    kind = "commitment" if personal else "text" if listed else _TYPES[bare]
    return f"{name}:{kind}{'?' if optional else ''}"


# -- the verifier of the document --------------------------------------------------------


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with a row in every table, its verifier beside it."""
    folder = tmp_path_factory.mktemp("desk")
    fill(folder)
    (block,) = _blocks("python verifier")
    (folder / "verify.py").write_text(block.text, "utf-8")
    return folder


def _verified(folder: Path) -> subprocess.CompletedProcess[str]:
    words = [sys.executable, "verify.py", DATABASE, WITNESS]
    return subprocess.run(words, cwd=folder, capture_output=True, text=True, check=False)


def test_the_verifier_finds_a_store_whole(desk: Path) -> None:
    ran = _verified(desk)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout.endswith(" 0 wrong\n")


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE call_end SET counted = 1 - counted",
        "UPDATE article_version SET title = title || '。'",
        "UPDATE personal SET text = 'x'",
        "UPDATE seal SET number = number + 7",
        "DELETE FROM told",
        "INSERT INTO matter SELECT '019aaf00-0000-7000-8000-000000000001', at, actor, call_id, 9 "
        "FROM matter LIMIT 1",
        "DELETE FROM chain WHERE n = (SELECT max(n) FROM chain)",
    ],
)
def test_the_verifier_finds_a_change(desk: Path, tmp_path: Path, change: str) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(desk, copy)
    with sqlite3.connect(copy / DATABASE) as connection:
        for name in triggers.sqlite_triggers():
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute(change)
    connection.close()
    ran = _verified(copy)
    assert (ran.returncode, ran.stderr) == (1, "")
