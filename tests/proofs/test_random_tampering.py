"""Two thousand random tamperings of a record by whoever owns the database: all are found.

Each is of one kind (a byte of a value, a statement, an answer or a mark changed, removed or
swapped, the tail cut) and goes as far as its tamperer can: only the row, also the links of the
chain, also the seals. The witness is not theirs. Where hashes were made anew it must be the
witness that says so, whatever else is found.
"""

from __future__ import annotations

import random
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from operator_desk import app
from operator_desk.domain.facts import FACTS, personal_fields
from operator_desk.storage.backup import rebuild
from operator_desk.storage.store import DATABASE, WITNESS, create, open_desk
from operator_desk.storage.witness import Witness
from tests.proofs import remade
from tests.proofs.counts import Record, chance, count
from tests.proofs.remade import Ledger
from tests.proofs.tampering import Tool
from tests.services.certified import Certified

ALL, PART = 2_000, 15
RECORD = ("statement", "readback_answer", "matter_form", "readback", "seal", "ticket", "call")


class OnDisk(Certified):
    """The same centre over a store on the disk, with its witness."""

    def made_store(self) -> Any:
        create(self.folder, app.migrations(), "A07")
        return open_desk(self.folder, app.migrations())


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with two tickets, each read back, corrected and supplemented."""
    made = tmp_path_factory.mktemp("record") / "desk"
    centre = OnDisk(made)
    for _n in range(2):
        centre.supplemented(centre.ticket())
    rebuild(centre.store)
    centre.store.close()
    return made


@pytest.fixture(scope="module")
def tool(folder: Path) -> Iterator[Tool]:
    made = Tool(folder / DATABASE)
    yield made
    made.close()


# -- kinds of tampering ------------------------------------------------------------------------


def _another(value: Any, by: random.Random) -> Any:
    """A value with one byte, or one step, changed."""
    if isinstance(value, bool):
        return not value
    if isinstance(value, int):
        return value + by.choice((-1, 1))
    if isinstance(value, list):
        at = by.randrange(len(value))
        return [*value[:at], *value[at + 1 :]]
    at = by.randrange(len(value))
    other = by.choice([sign for sign in "0123456789abcde甲" if sign != value[at]])
    return f"{value[:at]}{other}{value[at + 1 :]}"


def byte(ledger: Ledger, by: random.Random) -> str:
    """Changes a byte of a value of the record, or of a text."""
    name = by.choice([one for one in RECORD if ledger.of(one)])
    row = by.choice(ledger.of(name))
    columns = [
        column for column, value in row.items() if value not in (None, "", [], 0) and column != "id"
    ]
    column = by.choice(columns)
    if column in personal_fields(FACTS[name]):
        words = ledger.texts[row[column]][2]
        ledger.reword(name, row, column, _another(words or "甲", by) if words else "甲")
    else:
        row[column] = _another(row[column], by)
    return f"{name}.{column}"


def mark(ledger: Ledger, by: random.Random) -> str:
    """Changes the mark of a statement."""
    row = by.choice(ledger.of("statement"))
    row["mark"] = by.choice([one for one in ("verbatim", "gist", "unclear") if one != row["mark"]])
    return "statement.mark"


def answer(ledger: Ledger, by: random.Random) -> str:
    """Changes what the caller has answered."""
    row = by.choice(ledger.of("readback_answer"))
    given = ("confirmed", "corrected", "declined", "not_read")
    row["answer"] = by.choice([one for one in given if one != row["answer"]])
    return "readback_answer.answer"


def text(ledger: Ledger, by: random.Random) -> str:
    """Puts other words into a statement, with a commitment that fits."""
    row = by.choice([one for one in ledger.of("statement") if ledger.texts[one["words"]][2]])
    ledger.reword("statement", row, "words", "路灯一直亮着，没有问题。")
    return "statement.words"


def without_statement(ledger: Ledger, by: random.Random) -> str:
    """Removes a statement with all its wordings, and the answers to it."""
    line = by.choice(ledger.of("statement"))["line"]
    gone = [row for row in ledger.of("statement") if row["line"] == line]
    ids = {row["id"] for row in gone}
    for row in ledger.of("readback_answer"):
        if row["target"] in ids:
            ledger.remove("readback_answer", row)
    for row in gone:
        ledger.remove("statement", row)
    return "statement removed"


def without_answer(ledger: Ledger, by: random.Random) -> str:
    """Removes an answer that no other one corrects."""
    rows = ledger.of("readback_answer")
    corrected = {row["corrects"] for row in rows}
    ledger.remove("readback_answer", by.choice([r for r in rows if r["id"] not in corrected]))
    return "readback_answer removed"


def swapped(name: str, *columns: str) -> Callable[[Ledger, random.Random], str]:
    """Swaps these columns of two rows that differ in them."""

    def swap(ledger: Ledger, by: random.Random) -> str:
        rows = ledger.of(name)
        by.shuffle(rows)
        one, other = next(
            (one, other)
            for one in rows
            for other in rows
            if any(one[column] != other[column] for column in columns)
        )
        for column in columns:
            one[column], other[column] = other[column], one[column]
        return f"{name}.{columns[0]} swapped"

    return swap


def tail(ledger: Ledger, by: random.Random) -> str:
    """Cuts the end of the chain off, with the rows, texts and views of it."""
    keys = list(ledger.rows)
    for key in keys[by.randrange(1, len(keys)) :]:
        del ledger.rows[key]
    ledger.forget()
    return "tail cut"


KINDS: tuple[Callable[[Ledger, random.Random], str], ...] = (
    byte, byte, byte, mark, answer, text, without_statement, without_answer,
    swapped("statement", "words"), swapped("statement", "n"), swapped("statement", "mark"),
    swapped("readback_answer", "answer"), swapped("readback_answer", "target"), tail,
)  # fmt: skip
ROW, LINKS, SEALS = "only rows", "and links", "and seals"


@dataclass(frozen=True, slots=True)
class Done:
    """One tampering: what was done, how far it went, and what was said."""

    what: str
    reach: str
    said: frozenset[str]
    kinds: frozenset[str]


def tampered(tool: Tool, before: Ledger, witness: Witness, by: random.Random) -> Done | None:
    """Does one, has the store verified, and takes it back; None: it could not be done."""
    after = before.copy()
    what = by.choice(KINDS)(after, by)
    reach = LINKS if what == "tail cut" else by.choice((ROW, LINKS, SEALS))
    try:
        if reach == SEALS:
            remade.seals_anew(after)
    except (TypeError, ValueError):
        reach = LINKS  # a value without canonical form cannot be sealed
    if after == before:
        return None  # what was changed of a seal was made good again with the seals
    try:
        with tool.change() as raw:
            remade.write(raw, before, after, links=reach != ROW)
    except sqlite3.IntegrityError:
        return None
    broken = tool.broken(witness)
    return Done(
        what, reach, frozenset(one.reason for one in broken), frozenset(one.kind for one in broken)
    )


@pytest.mark.proof
def test_every_random_tampering_is_found(tool: Tool, folder: Path, record_property: Record) -> None:
    witness, before, by = Witness(folder / WITNESS), remade.read(tool), chance("tampering")
    assert tool.broken(witness) == ()
    kinds, reaches = Counter[str](), Counter[str]()
    missed: list[Done] = []
    wanted = count(ALL, PART)
    while kinds.total() < wanted:
        done = tampered(tool, before, witness, by)
        if done is None:
            continue
        kinds[done.what] += 1
        reaches[done.reach] += 1
        made_anew = done.reach != ROW
        if not done.said or (made_anew and "witness" not in done.kinds):
            missed.append(done)
    record_property("tamperings", wanted)
    record_property("by_reach", dict(reaches))
    record_property("by_kind", dict(kinds.most_common()))
    record_property("not_found", len(missed))
    assert missed == []
    assert tool.broken(witness) == ()


def test_a_tamperer_who_makes_everything_anew_fools_all_but_the_witness(
    tool: Tool, folder: Path
) -> None:
    """So what is proved above is proved by the witness, and not by a mistake of the tamperer."""
    before = remade.read(tool)
    after = before.copy()
    text(after, chance("fooled"))
    remade.seals_anew(after)
    with tool.change() as raw:
        remade.write(raw, before, after, links=True)
    broken = tool.broken(Witness(folder / WITNESS))
    assert {one.kind for one in broken} == {"witness"}
