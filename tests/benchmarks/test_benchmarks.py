"""The benchmarks run and print what they say; no time decides anything here."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.report import Figure, Report, percentile
from tests.guards.source import ROOT


def bench(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "benchmarks", *words],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_benchmark_prints_its_table_and_writes_its_figures(tmp_path: Path) -> None:
    file = tmp_path / "figures.json"
    done = bench("commits", "--tiny", "--json", str(file))
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    first, head, *rest = lines[2:] if lines[0].startswith("Other programs") else lines
    assert first == "== commits: stored for good"
    assert head.split() == ["ours", "raw", "budget"]
    assert any(line.startswith("statement, p50 ours ÷ raw") and "≤ 4.00" in line for line in rest)
    assert "budgets met" in done.stdout
    (report,) = json.loads(file.read_text("utf-8"))["benchmarks"]
    assert report["name"] == "commits"
    by_name = {figure["what"]: figure for figure in report["figures"]}
    statement = by_name["statement, p50"]
    assert statement["ours"] > 0 < statement["peers"][0]
    assert by_name["statement, p99"]["budget"] == 10
    assert by_name["statement, p99"]["verdict"]


def test_an_unknown_benchmark_is_named() -> None:
    done = bench("start", "nothing")
    assert done.returncode == 2
    assert "no benchmark nothing; there are: knowledge, many, start," in done.stderr


@pytest.mark.parametrize(
    ("ours", "budget", "at_least", "verdict", "missed_by"),
    [
        (7.5, 8.0, False, "met", 0.0),
        (8.0, 8.0, False, "met", 0.0),
        (10.0, 8.0, False, "missed by 2.00 ms (25%)", 0.25),
        (10.0, 8.0, True, "met", 0.0),
        (6.0, 8.0, True, "missed by 2.00 ms (25%)", 0.25),
        (10.0, None, False, "", 0.0),
        (None, 8.0, False, "", 0.0),
    ],
)
def test_a_budget_is_met_or_missed_by_so_much(
    ours: float | None, budget: float | None, at_least: bool, verdict: str, missed_by: float
) -> None:
    figure = Figure(what="a", unit="ms", ours=ours, budget=budget, at_least=at_least)
    assert figure.verdict == verdict
    assert figure.missed_by == pytest.approx(missed_by)


def test_a_table_has_a_column_for_every_peer() -> None:
    figures = (
        Figure(what="fast", unit="ms", ours=1.234, peers=(5.0, None), budget=2.0),
        Figure(what="rows", unit="", ours=12345.6, peers=(7.0,)),
    )
    lines = list(Report("name", "title", ("one", "two"), figures, ("a note",)).lines())
    assert lines == [
        "== name: title",
        "            ours   one  two  budget",
        "fast, ms    1.23  5.00    –  ≤ 2.00  met",
        "rows      12,346  7.00    –",
        "   a note",
    ]


@pytest.mark.parametrize(("share", "wanted"), [(0.0, 1), (0.5, 6), (0.95, 10), (1.0, 10)])
def test_percentiles(share: float, wanted: int) -> None:
    assert percentile([10, 9, 8, 7, 6, 5, 4, 3, 2, 1], share) == wanted
