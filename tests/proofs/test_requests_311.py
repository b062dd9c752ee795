"""All real requests of a day in New York: taken in, killed on the way, late as counted apart."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter

import pytest

from operator_desk import app
from operator_desk.app import content
from operator_desk.services.people import machine_actor
from operator_desk.services.requests import AT_A_WINDOW
from tests.commands.desk import Desk
from tests.proofs.counts import Record, count
from tests.support.requests import late, real, rows_of

pytestmark = pytest.mark.proof
ROOT = Path(__file__).resolve().parents[2]
KILLED = -9
CHINESE = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")


def _part(folder: Path, rows: int) -> Path:
    """The first rows of the real list."""
    path = folder / "requests.csv"
    lines = real().read_text("utf-8").splitlines(keepends=True)
    path.write_text("".join(lines[: rows + 1]), "utf-8")
    return path


def _killed(desk: Desk, path: Path) -> bool:
    """Begins to take the list in and is killed when it has come some way."""
    words = ["--data-dir", str(desk.folder), "ticket", "import", str(path), "--map", "nyc311"]
    process = subprocess.Popen(
        [sys.executable, "-m", "operator_desk", *words],
        cwd=ROOT, env=dict(os.environ), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    begun, some = perf_counter(), count(500, 1)
    while process.poll() is None and perf_counter() - begun < 60:
        if len(desk.ok("--json", "ticket", "list", "--limit", some).rows) == some:
            break
    process.kill()
    return process.wait(10) == KILLED


def test_every_request_of_a_day_becomes_a_ticket(tmp_path: Path, record_property: Record) -> None:
    desk, path = Desk(tmp_path / "desk"), _part(tmp_path, count(4999, 120))
    rows = rows_of(path)
    desk.ok("init", "--bare", "--profile", "city-311")
    assert _killed(desk, path)
    there = len(desk.ok("--json", "ticket", "list").rows)
    assert 0 < there < len(rows)

    begun = perf_counter()
    done = desk.ok("--json", "ticket", "import", path, "--map", "nyc311").object
    seconds = perf_counter() - begun
    assert (done["added"], done["unchanged"]) == (len(rows) - there, there)
    assert (done["refused"], done["advanced"]) == ([], 0)
    assert len(done["odd"]) == sum(map(_odd, rows))
    assert desk.ok("--json", "store", "verify").object["broken"] == []

    tickets = desk.ok("--json", "ticket", "list").rows
    assert {one["reference"] for one in tickets} == {one["Unique Key"] for one in rows}
    assert Counter(one["state"] for one in tickets)["closed"] == sum(
        one["Status"] == "Closed" and not _odd(one) for one in rows
    )
    found = {one["reference"] for one in desk.ok("--json", "ticket", "list", "--late").rows}
    assert found == set(late(rows, datetime.now(UTC)))
    calls = desk.ok("--json", "call", "list").rows
    assert Counter((one["class"], one["counted"]) for one in calls) == {
        ("no_call", False): len(rows)
    }
    assert not CHINESE.search(desk.ok("ticket", "list").out)
    for name, value in (
        ("rows", len(rows)), ("killed_after", there), ("seconds", round(seconds, 1)),
        ("odd", len(done["odd"])), ("refused", 0), ("late", len(found)),
    ):  # fmt: skip
        record_property(name, value)


def _odd(row: dict[str, str]) -> bool:
    made, closed = row["Created Date"], row["Closed Date"]
    if row["Status"] != "Closed":
        return bool(closed)
    return _instant(closed) < _instant(made)


def _instant(text: str) -> datetime:
    return datetime.strptime(text, "%m/%d/%Y %I:%M:%S %p")


def test_at_a_window_nobody_waits_long_for_a_transaction(
    tmp_path: Path, record_property: Record
) -> None:
    desk = Desk(tmp_path / "desk")
    desk.ok("init", "--bare", "--profile", "city-311")
    with app.open_desk(desk.folder, writing=True) as opened:
        map_ = content.request_map_of(opened, Path("nyc311"))
        read = content.read_requests(opened, _part(tmp_path, count(500, 30)), map_)
        running = opened.requests.take_in(
            machine_actor("test"), read.values, unit_kind="agency", aimed_s=AT_A_WINDOW
        )
        waits, begun = [], perf_counter()
        for _one in running:
            waits.append(perf_counter() - begun)
            begun = perf_counter()
    # Of a chunk only the first waits for its transaction; the others are there with it.
    chunks = sorted(wait for wait in waits if wait > 0.001)
    record_property("median_ms", round(1000 * chunks[len(chunks) // 2], 1))
    record_property("longest_ms", round(1000 * chunks[-1], 1))
    assert chunks[len(chunks) // 2] < 0.05
