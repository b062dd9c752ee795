"""`ticket certificate` and `ticket verify FILE.pdf`: with the store, without it, and tampered."""

from __future__ import annotations

import hashlib
import json
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from operator_desk.documents import certificate_file
from operator_desk.domain import certificate_data
from operator_desk.storage import triggers
from tests.commands.desk import Desk

pytestmark = pytest.mark.window


@pytest.fixture
def ticket(qapp: QApplication, own_practice: Desk) -> tuple[Desk, str]:
    """A practice desk of its own, and its newest ticket."""
    del qapp  # the fonts of a paper; a command has none of its own in this process
    row = own_practice.ok("--json", "ticket", "list", "--limit", 1).object
    return own_practice, row["number"]


def checked(desk: Desk, path: Path) -> dict[str, Any]:
    """The one file of a report without anything broken."""
    report = desk.ok("--json", "ticket", "verify", path).object
    assert (report["broken"], report["checked"] > 5) == ([], True)
    (file,) = report["files"]
    return dict(file)


def test_a_certificate_is_written_noted_and_verified_with_the_store_and_without(
    ticket: tuple[Desk, str], tmp_path: Path
) -> None:
    desk, number = ticket
    out, full = tmp_path / "masked.pdf", tmp_path / "FULL.PDF"
    told = desk.ok("--json", "ticket", "certificate", number, "--out", out).object
    assert told.keys() == {"path", "sha256", "ticket", "full", "code", "seals", "left_out"}
    assert told["sha256"] == hashlib.sha256(out.read_bytes()).hexdigest()
    assert "exists already" in desk.refused("ticket", "certificate", number, "--out", out)
    said = desk.ok("ticket", "certificate", number, "--out", full, "--full").out
    assert f"full certificate of ticket {number}, check code" in said
    seals = desk.ok("--json", "ticket", "show", number).object["seals"]
    assert told["seals"] == [one["hash"] for one in seals]
    views = desk.ok("--json", "ticket", "views", number).rows
    assert [row["purpose"] for row in views] == ["ticket", "full_certificate", "certificate"]
    nowhere = Desk(tmp_path / "nowhere")
    for path in (out, full):
        here, there = checked(desk, path), checked(nowhere, path)
        assert here == {
            "path": str(path), "ticket": number, "full": path is full, "broken": 0,
            "pages": "drawn", "store": True,
        }  # fmt: skip
        assert there == {**here, "store": False}
    assert "held against the store" in desk.ok("ticket", "verify", out).out
    assert "copy that somebody else has kept" in nowhere.ok("ticket", "verify", out).out
    both = desk.ok("--json", "ticket", "verify", number, out).object
    assert both["checked"] > desk.ok("--json", "ticket", "verify", number).object["checked"]


def test_another_process_draws_the_same_pages_stroke_by_stroke(
    ticket: tuple[Desk, str], tmp_path: Path
) -> None:
    desk, number = ticket
    out = tmp_path / "c.pdf"
    desk.ok("ticket", "certificate", number, "--out", out, "--full")
    words = ("--data-dir", tmp_path / "nowhere", "--json", "ticket", "verify", out)
    for _ in range(2):
        done = subprocess.run(
            [sys.executable, "-m", "operator_desk", *map(str, words)],
            capture_output=True,
            check=True,
        )
        assert json.loads(done.stdout)["files"][0]["pages"] == "drawn"


def test_a_store_that_says_otherwise_is_told(ticket: tuple[Desk, str], tmp_path: Path) -> None:
    desk, number = ticket
    out = tmp_path / "c.pdf"
    desk.ok("ticket", "certificate", number, "--out", out)
    with sqlite3.connect(desk.folder / "desk.db") as raw:
        for name in triggers.sqlite_triggers():
            raw.execute(f"DROP TRIGGER {name}")
        turned = "substr(hash, 2) || substr(hash, 1, 1)"
        raw.execute(f"UPDATE chain SET hash = {turned} WHERE table_name = 'seal'")
    raw.close()
    ran = desk.run("--json", "ticket", "verify", out)
    assert ran.code == 1
    reasons = {one["reason"] for one in ran.object["broken"]}
    assert "the store has another row in its place" in reasons
    assert ran.object["files"][0]["store"] is True
    assert "do not rely on it" in desk.run("ticket", "verify", out).out


def test_a_damaged_file_and_a_file_that_is_none_are_one_line(
    ticket: tuple[Desk, str], tmp_path: Path
) -> None:
    desk, number = ticket
    out, cut, text = tmp_path / "c.pdf", tmp_path / "cut.pdf", tmp_path / "text.pdf"
    desk.ok("ticket", "certificate", number, "--out", out)
    cut.write_bytes(out.read_bytes()[:-4000])
    text.write_text("x")
    assert "cut.pdf: This PDF file cannot be read" in desk.refused("ticket", "verify", cut)
    assert "text.pdf: This is not a PDF file." in desk.refused("ticket", "verify", text)


def test_the_witness_stands_on_it_as_far_as_it_can_be_read(
    ticket: tuple[Desk, str], tmp_path: Path
) -> None:
    desk, number = ticket
    log = desk.folder / "witness.log"
    *_before, last = log.read_text().splitlines()
    for left, wanted in ((last, 1), (last.replace("Z", "?"), None), ("", None)):
        log.write_text(left)
        out = tmp_path / "c.pdf"
        desk.ok("ticket", "certificate", number, "--out", out, "--force")
        opened = certificate_file.opened(out.read_bytes())
        seen = certificate_data.parse(opened.data).witness
        assert (seen.lines if seen else None) == wanted
        assert checked(desk, out)["store"] is True


def test_who_did_not_take_the_call_gets_the_masked_one_only(
    ticket: tuple[Desk, str], tmp_path: Path
) -> None:
    desk, number = ticket
    made = ("staff", "add", "olga", "--name", "Olga", "--role", "operator")
    desk.ok(*made, typed="olga-secret-1\n")
    words = ("--user", "olga", "ticket", "certificate", number, "--out", tmp_path / "c.pdf")
    said = desk.refused(*words, "--full", password="olga-secret-1")
    assert "for the operator of the call and the roles lead, auditor, quality, admin" in said
    assert not (tmp_path / "c.pdf").exists()
    desk.ok(*words, password="olga-secret-1")
