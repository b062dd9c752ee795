"""`ticket import`: requests of another system become tickets, whole, once, and never calls."""

from __future__ import annotations

import re
import shutil
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from pypdf import PdfReader
from PySide6.QtWidgets import QApplication

from operator_desk import app, resources
from operator_desk.app import content
from operator_desk.services.people import machine_actor
from tests.commands.desk import Desk
from tests.support.requests import HEADER, Row, late, real, row, rows_of, written

pytestmark = pytest.mark.window
CHINESE = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")
LATE_EVENING = "03/13/2023 11:30:00 PM"
NOTHING = {"added": 0, "advanced": 0, "unchanged": 0, "refused": [], "odd": []}


@pytest.fixture(scope="module")
def _english(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("english") / "desk"
    Desk(folder).ok("init", "--bare", "--profile", "city-311")
    return folder


@pytest.fixture
def english(_english: Path, tmp_path: Path) -> Desk:
    """A bare desk of a 311 line."""
    shutil.copytree(_english, tmp_path / "english")
    return Desk(tmp_path / "english")


@pytest.fixture
def listed(tmp_path: Path) -> Path:
    """Three requests: closed, open with a word, not to be read."""
    return written(tmp_path / "list.csv", _three())


def _three() -> list[Row]:
    word = "A complaint was sent to the owner."
    return [
        row("1", "03/12/2023 02:30:00 AM", LATE_EVENING),  # an hour that the clocks left out
        row("2", "03/13/2023 09:00:00 AM", Status="In Progress", Resolution=word),
        row("3", "03/13/2023 09:00:00 AM", Status="Lost"),
    ]


def imported(desk: Desk, path: Path, *words: object, code: int = 0) -> dict[str, Any]:
    """What the command says in JSON."""
    ran = desk.run("--json", "ticket", "import", path, "--map", "nyc311", *words)
    assert (ran.code, ran.err) == (code, ""), ran
    return ran.object


def numbers(desk: Desk) -> dict[str, str]:
    """Ticket numbers by the request's own."""
    return {one["reference"]: one["number"] for one in desk.ok("--json", "ticket", "list").rows}


def steps(desk: Desk, number: str) -> list[tuple[str, str, str]]:
    return [(one["action"], one["by"], one["at"])
            for one in desk.ok("--json", "ticket", "history", number).rows]  # fmt: skip


def test_a_request_becomes_a_ticket_with_its_steps_at_their_times(
    english: Desk, listed: Path
) -> None:
    done = imported(english, listed, code=1)
    reason = "The map does not say how far Lost has come."
    refused = [{"file": "list.csv", "row": 4, "reason": reason}]
    assert done == NOTHING | {"added": 2, "refused": refused}
    first, second = numbers(english)["1"], numbers(english)["2"]
    made, closed = "2023-03-12T03:30:00-04:00", "2023-03-13T23:30:00-04:00"
    assert steps(english, first) == [
        ("register", "imported:centre", made),
        ("dispatch", "imported:centre", made),
        ("sign", "imported:units", made),
        ("answer", "imported:units", closed),
        ("close", "imported:centre", closed),
    ]
    assert [one[0] for one in steps(english, second)] == ["register", "dispatch", "sign"]
    assert "sent to the owner" in english.ok("ticket", "history", second).out.replace("\n", " ")
    shown = english.ok("--json", "ticket", "show", first).object
    assert (shown["title"], shown["place"]) == (
        "Noise - Residential: Loud Music/Party", "5 LAKE STREET, BRONX, 10011",
    )  # fmt: skip
    assert (shown["category"], shown["unit"], shown["late"]) == ("0601", "NYPD", False)
    assert (shown["caller_name"], shown["callback"], shown["missing"]) == (None, "", ["callback"])
    assert english.ok("--json", "store", "verify").object["broken"] == []


def test_no_request_is_counted_as_a_call(english: Desk, listed: Path) -> None:
    imported(english, listed, code=1)
    calls = english.ok("--json", "call", "list").rows
    assert [(one["class"], one["counted"], one["number"]) for one in calls] == [
        ("no_call", False, "")
    ] * 2
    days = ("--from", "2023-03-01", "--to", "2023-03-31", "--by", "month")
    figures = english.ok("--json", "stats", "calls", *days).object
    assert figures["no_calls"] == 2
    named = ("calls", "counted", "connected", "tickets", "talk_s")
    assert [figures[name] for name in named] == [0] * 5


def test_the_same_twice_adds_nothing_and_a_newer_list_goes_on(
    english: Desk, listed: Path, tmp_path: Path
) -> None:
    empty = english.ok("--json", "store", "verify").object
    tried = imported(english, listed, "--dry-run", code=1)
    assert english.ok("--json", "store", "verify").object == empty
    assert imported(english, listed, code=1) == tried
    full = english.ok("--json", "store", "verify").object
    assert imported(english, listed, code=1) == tried | {"added": 0, "unchanged": 2}
    assert english.ok("--json", "store", "verify").object == full != empty
    newer = _three()[1] | {"Status": "Closed", "Closed Date": LATE_EVENING}
    path = written(tmp_path / "newer.csv", [newer])
    assert imported(english, path) == NOTHING | {"advanced": 1}
    number = numbers(english)["2"]
    assert [one[0] for one in steps(english, number)][3:] == ["answer", "close"]


def test_what_was_broken_off_is_made_up_for(english: Desk, tmp_path: Path) -> None:
    rows = [row(str(n), f"03/13/2023 09:{n:02d}:00 AM", LATE_EVENING) for n in range(12)]
    path = written(tmp_path / "twelve.csv", rows)
    with app.open_desk(english.folder, writing=True) as desk:
        map_ = content.request_map_of(desk, Path("nyc311"))
        read = content.read_requests(desk, path, map_)
        running = desk.requests.take_in(machine_actor("test"), read.values, unit_kind="agency")
        assert len(list(islice(running, 1))) == 1
    there = len(english.ok("--json", "ticket", "list").rows)
    assert 0 < there < 12
    assert imported(english, path) == NOTHING | {"added": 12 - there, "unchanged": there}
    assert len(english.ok("--json", "ticket", "list").rows) == 12


def test_a_row_that_contradicts_itself_stays_open_and_is_named(
    english: Desk, tmp_path: Path
) -> None:
    path = written(tmp_path / "odd.csv", [
        row("1", "03/13/2023 09:00:00 AM", "03/12/2023 09:00:00 AM"),
        row("2", "03/13/2023 09:00:00 AM", LATE_EVENING, Status="Open"),
        row("3", "03/13/2023 09:00:00 AM", Status="Closed"),
        row("4", "11/05/2023 01:50:00 AM", "11/05/2023 01:10:00 AM"),  # after clocks went back
        row("5", "03/13/2023 09:00:00 AM", "01/01/2199 09:00:00 AM"),
    ])  # fmt: skip
    done = imported(english, path)
    assert (done["added"], [one["row"] for one in done["odd"]]) == (5, [2, 3, 4, 6])
    states = {one["reference"]: one["state"] for one in english.ok("--json", "ticket", "list").rows}
    assert states == {"1": "signed", "2": "dispatched", "3": "signed", "4": "closed", "5": "signed"}
    fourth = numbers(english)["4"]
    assert [at for _action, _by, at in steps(english, fourth)][2:] == [
        "2023-11-05T01:50:00-04:00", "2023-11-05T01:10:00-05:00", "2023-11-05T01:10:00-05:00",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        ({"Unique Key": ""}, "Field Unique Key is missing or empty."),
        ({"Unique Key": "good"}, "good stands in row 2 already."),
        ({"Created Date": "2023-03-13"}, "2023-03-13 is no time in the format of the map."),
        ({"Created Date": "01/01/2199 09:00:00 AM"}, "lies in the future."),
        ({"Complaint Type": "", "Descriptor": ""}, "Field Complaint Type is missing or empty."),
        ({"Agency": ""}, "Field Agency is missing or empty."),
        ({"Descriptor": "x" * 20_001}, "Field Descriptor has more than 20000 characters."),
    ],
)
def test_a_refused_row_keeps_no_other_out(
    english: Desk, tmp_path: Path, bad: dict[str, str], reason: str
) -> None:
    good = row("good", "03/13/2023 09:00:00 AM", LATE_EVENING)
    path = written(tmp_path / "bad.csv", [good, row("2", "03/13/2023 09:00:00 AM") | bad])
    done = imported(english, path, code=1)
    assert done["added"] == 1
    (refused,) = done["refused"]
    assert refused["row"] == 3
    assert refused["reason"].endswith(reason)


def test_a_unit_that_is_not_there_is_made_only_where_the_map_says_so(
    english: Desk, listed: Path, tmp_path: Path
) -> None:
    shipped = resources.path("resources", "maps", "nyc311.toml").read_text("utf-8")
    own = tmp_path / "own.toml"
    own.write_text(shipped.replace("create = true", "create = false"), "utf-8")
    ran = english.run("--json", "ticket", "import", listed, "--map", own)
    reasons = [one["reason"] for one in ran.object["refused"]]
    assert reasons[:2] == ["There is no unit NYPD."] * 2
    assert english.ok("--json", "ticket", "list").rows == []
    imported(english, listed, code=1)
    assert english.run("--json", "ticket", "import", listed, "--map", own).object["unchanged"] == 2


def test_a_profile_that_would_count_requests_is_refused(english: Desk, listed: Path) -> None:
    rules = resources.path("resources", "profiles", "city-311.toml").read_text("utf-8")
    (english.folder / "profiles").mkdir()
    own = english.folder / "profiles" / "city-311.toml"
    own.write_text(rules.replace('purpose = ["no_call"]', 'purpose = ["test"]'), "utf-8")
    said = english.refused("ticket", "import", listed, "--map", "nyc311")
    assert said.startswith("The profile would count requests of another system as calls")


def test_a_workbook_says_the_same(english: Desk, tmp_path: Path) -> None:
    book, one = Workbook(), row("1", "", "x")
    at = {"Created Date": datetime(2023, 3, 12, 14, 5, 9), "Closed Date": datetime(2023, 3, 13)}
    sheet = book.active
    assert sheet is not None
    sheet.append(list(HEADER))
    sheet.append([{**one, **at}[name] for name in HEADER])
    book.save(tmp_path / "list.xlsx")
    assert imported(english, tmp_path / "list.xlsx") == NOTHING | {"added": 1}
    times = [at for _action, _by, at in steps(english, numbers(english)["1"])]
    assert (times[0], times[-1]) == ("2023-03-12T14:05:09-04:00", "2023-03-13T00:00:00-04:00")


def test_files_and_maps_that_are_none_are_refused(
    english: Desk, listed: Path, tmp_path: Path
) -> None:
    said = english.refused("ticket", "import", listed, "--map", "nowhere")
    assert said == "There is no map nowhere. Shipped maps: nyc311."
    short = tmp_path / "short.csv"
    short.write_text("Unique Key,Status\n1,Closed\n", "utf-8")
    said = english.refused("ticket", "import", short, "--map", "nyc311")
    assert said == "short.csv has no column Created Date."


def test_real_requests_speak_english_and_are_late_as_counted_apart(
    qapp: QApplication, english: Desk, tmp_path: Path
) -> None:
    del qapp  # the fonts of the slip
    part = rows_of(real())[:100]
    path = tmp_path / "part.csv"
    path.write_text("".join(real().read_text("utf-8").splitlines(True)[:101]), "utf-8")
    done = imported(english, path)
    assert (done["added"], done["refused"]) == (100, [])
    found = {one["reference"] for one in english.ok("--json", "ticket", "list", "--late").rows}
    assert found == set(late(part, datetime.now(UTC)))
    assert found
    named = {one["Unique Key"] for one in part if "pothole" in one["Descriptor"].lower()}
    hits = english.ok("--json", "ticket", "list", "--search", "pothole").rows
    assert {one["reference"] for one in hits} == named
    assert named
    number = numbers(english)[part[2]["Unique Key"]]
    slip = tmp_path / "slip.pdf"
    printed = [
        english.ok(*words).out
        for words in (
            ("ticket", "list"), ("ticket", "show", number), ("ticket", "history", number),
            ("ticket", "due", number), ("call", "list"),
            ("ticket", "slip", number, "--out", slip),
        )
    ]  # fmt: skip
    printed += [page.extract_text() for page in PdfReader(slip).pages]
    assert number in printed[-1]
    assert [CHINESE.findall(text) for text in printed] == [[]] * len(printed)
