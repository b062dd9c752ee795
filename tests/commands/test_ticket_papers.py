"""`ticket slip`, `ticket views`, and what `ticket show` and `call show` leave in the view log."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtWidgets import QApplication

from operator_desk import app
from operator_desk.app import seeing
from operator_desk.app.window_socket import Done, Failed, WindowSocket
from operator_desk.domain.errors import UserError
from operator_desk.domain.life_cycle import Action
from operator_desk.services.handling import Given
from operator_desk.services.people import machine_actor
from operator_desk.services.viewing import Seen
from tests.commands.desk import Desk

pytestmark = pytest.mark.window


@pytest.fixture
def sent(qapp: QApplication, own_practice: Desk) -> tuple[Desk, str]:
    """A desk of its own with a ticket that is with a unit."""
    del qapp  # the fonts of a paper; a command has none of its own in this process
    with app.open_desk(own_practice.folder, writing=True) as desk:
        number = own_practice.ok("--json", "ticket", "list", "--limit", 1).object["number"]
        unit = desk.lists.units()[0].code
        desk.handling.act(machine_actor("test"), number, Action.DISPATCH, Given(unit=unit))
    return own_practice, number


def test_a_slip_is_written_whole_and_never_over_another_file(
    sent: tuple[Desk, str], tmp_path: Path
) -> None:
    desk, number = sent
    out = tmp_path / "slip.pdf"
    told = desk.ok("--json", "ticket", "slip", number, "--out", out).object
    assert told.keys() == {"path", "sha256", "slip", "code", "masked"}
    assert told["sha256"] == hashlib.sha256(out.read_bytes()).hexdigest()
    assert (told["slip"], out.read_bytes()[:5]) == (f"{number}-1", b"%PDF-")
    assert "exists already" in desk.refused("ticket", "slip", number, "--out", out)
    assert told["code"] in desk.ok("ticket", "slip", number, "--out", out, "--force").out
    views = desk.ok("--json", "ticket", "views", number).rows
    assert [row["what"] for row in views] == ["export", "export"]
    assert {row["purpose"] for row in views} == {"slip"}
    assert [path.name for path in tmp_path.iterdir() if "slip" in path.name] == ["slip.pdf"]


def test_a_folder_that_cannot_be_written_is_one_sentence(
    sent: tuple[Desk, str], tmp_path: Path
) -> None:
    desk, number = sent
    out = tmp_path / "nowhere" / "slip.pdf"
    assert "cannot be written" in desk.refused("ticket", "slip", number, "--out", out)
    (tmp_path / "file").write_text("")
    assert "cannot be written" in desk.refused(
        "ticket", "slip", number, "--out", tmp_path / "file" / "slip.pdf"
    )


def test_whoever_shows_a_ticket_or_a_call_stands_in_the_log(own_practice: Desk) -> None:
    first, second = own_practice.ok("--json", "ticket", "list", "--limit", 2).rows
    shown = own_practice.ok("--json", "ticket", "show", first["number"]).object
    own_practice.ok("ticket", "show", first["number"])
    own_practice.ok("call", "show", shown["call"])
    rows = own_practice.ok("--json", "ticket", "views").rows
    assert [(row["what"], row["purpose"], row["ticket"]) for row in rows] == [
        ("view", "call", first["number"]),
        ("view", "ticket", first["number"]),
    ]
    assert all(row["by"].startswith("os:") for row in rows)
    assert own_practice.ok("--json", "ticket", "views", second["number"]).rows == []
    assert own_practice.ok("--json", "ticket", "views", "--by", rows[0]["by"]).rows == rows
    assert own_practice.ok("--json", "ticket", "views", "--to", "2020-01-01").out == ""
    assert own_practice.ok("--json", "store", "verify").object["broken"] == []


def test_only_those_who_audit_may_read_the_log(own_practice: Desk) -> None:
    made = ("staff", "add", "olga", "--name", "Olga", "--role", "operator")
    own_practice.ok(*made, typed="olga-secret-1\n")
    said = own_practice.refused("--user", "olga", "ticket", "views", password="olga-secret-1")
    assert "needs the role auditor, lead, admin" in said


class _Window:
    """A window's socket over a store in memory, answered in this thread."""

    def __init__(self, folder: Path, trouble: UserError | None = None) -> None:
        self.taken: list[Seen] = []
        self.raised = 0
        self._trouble = trouble
        self.socket = WindowSocket(folder, self._take)
        self.socket.raised.connect(self._raise)
        self.socket.listen()

    def _raise(self) -> None:
        self.raised += 1

    def _take(self, seen: Seen, done: Done, failed: Failed) -> None:
        if self._trouble is not None:
            failed(self._trouble)
            return
        self.taken.append(seen)
        done()

    def while_runs(self, desk: Desk, *words: object) -> tuple[int, str, str]:
        """Runs a command in a thread while this one answers it."""
        found: list[tuple[int, str, str]] = []

        def run() -> None:
            ran = desk.run(*words)
            found.append((ran.code, ran.out, ran.err))

        thread = threading.Thread(target=run)
        thread.start()
        while thread.is_alive():
            QApplication.processEvents()
            thread.join(0.005)
        return found[0]


@pytest.fixture
def number(qapp: QApplication, own_practice: Desk) -> str:
    del qapp
    return str(own_practice.ok("--json", "ticket", "list", "--limit", 1).object["number"])


@pytest.fixture
def held(own_practice: Desk) -> Iterator[Desk]:
    """A desk that another process of the program holds for writing."""
    with app.open_desk(own_practice.folder, writing=True):
        yield own_practice


def test_beside_a_window_the_row_goes_through_it(number: str, held: Desk) -> None:
    window = _Window(held.folder)
    code, out, err = window.while_runs(held, "--json", "ticket", "show", number)
    window.socket.close()
    assert (code, err) == (0, "")
    assert number in out
    (seen,) = window.taken
    assert (seen.what, seen.purpose, window.raised) == ("view", "ticket", 0)


def test_what_the_window_cannot_note_is_not_shown(number: str, held: Desk) -> None:
    window = _Window(held.folder, UserError("The disk is full."))
    code, out, err = window.while_runs(held, "--json", "ticket", "show", number)
    window.socket.close()
    assert (code, out) == (1, "")
    assert "only when that can be noted" in err
    assert "The disk is full." in err


def test_without_store_and_window_nothing_is_shown(
    number: str, held: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(seeing, "_PATIENCE_S", 0.0)
    ran = held.run("--json", "ticket", "show", number)
    assert (ran.code, ran.out) == (1, "")
    assert "only when that can be noted" in ran.err


def test_a_file_goes_with_its_ticket_into_backup_and_back(
    own_practice: Desk, tmp_path: Path
) -> None:
    number = own_practice.ok("--json", "ticket", "list", "--limit", 1).object["number"]
    scan = tmp_path / "scan.pdf"
    scan.write_bytes(b"%PDF-1.6 scan")
    told = own_practice.ok("--json", "ticket", "attach", number, scan).object
    (one,) = told["attached"]
    assert (one["n"], one["name"], one["size"]) == (1, "scan.pdf", 13)
    assert own_practice.ok("ticket", "attach", number, scan).out == "0 files attached.\n"
    shown = own_practice.ok("--json", "ticket", "show", number).object
    assert shown["attachments"] == [one]
    back = tmp_path / "back.pdf"
    written = ("ticket", "attachment", number, 1, "--out", back)
    assert own_practice.ok("--json", *written).object == {"path": str(back), **one}
    assert back.read_bytes() == scan.read_bytes()
    assert "exists already" in own_practice.refused(*written)
    copy = tmp_path / "copy.db"
    assert own_practice.ok("--json", "store", "backup", copy).object["broken"] == []
    (kept,) = (own_practice.folder / "attachments").rglob(one["sha256"])
    kept.unlink()
    report = own_practice.run("--json", "store", "verify")
    assert report.code == 1
    assert [row["reason"] for row in report.object["broken"]] == ["its bytes are missing"]
    lost = own_practice.run("--json", "store", "backup", tmp_path / "lost.db")
    assert (lost.code, len(lost.object["broken"])) == (1, 1)
    own_practice.ok("store", "restore", copy)
    assert own_practice.ok("--json", "store", "verify").object["broken"] == []
    kept.write_bytes(b"%PDF-1.6 other")
    reason = own_practice.run("--json", "store", "verify").object["broken"][0]["reason"]
    assert reason == "its bytes were changed"


def test_files_that_cannot_be_read_or_are_not_taken_are_named(
    own_practice: Desk, tmp_path: Path
) -> None:
    number = own_practice.ok("--json", "ticket", "list", "--limit", 1).object["number"]
    (tmp_path / "a.exe").write_bytes(b"MZ\x00")
    for name, words in (("nothing.pdf", "cannot be read"), ("a.exe", "not taken")):
        assert words in own_practice.refused("ticket", "attach", number, tmp_path / name)
    assert not (own_practice.folder / "attachments").exists()


def test_a_list_leaves_the_desk_as_a_table_and_that_is_noted(
    own_practice: Desk, tmp_path: Path
) -> None:
    listed = own_practice.ok("--json", "ticket", "list", "--limit", 3).rows
    for name in ("a.csv", "a.xlsx"):
        out = tmp_path / name
        told = own_practice.ok("--json", "ticket", "list", "--limit", 3, "--out", out).object
        assert told == {"path": str(out), "rows": 3}
    text = (tmp_path / "a.csv").read_text("utf-8-sig")
    assert [line.split(",")[0] for line in text.splitlines()[1:]] == [
        row["number"] for row in listed
    ]
    sheet = load_workbook(tmp_path / "a.xlsx").active
    assert [row[0].value for row in sheet.iter_rows(min_row=2)] == [row["number"] for row in listed]
    views = own_practice.ok("--json", "ticket", "views").rows
    lists = [row for row in views if row["purpose"] == "list"]
    assert [row["what"] for row in lists if row["ticket"] is None] == ["export", "export"]
    secret = {row["number"] for row in listed if row["secrecy"] != "open"}
    assert {row["ticket"] for row in lists if row["ticket"]} == secret
    assert "must end in" in own_practice.refused("ticket", "list", "--out", tmp_path / "a.doc")
    assert "exists already" in own_practice.refused("ticket", "list", "--out", tmp_path / "a.csv")
