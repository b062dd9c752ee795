"""`stats calls`: the documented fields, sums that agree, tables as files."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from operator_desk.services.counting import BREAKDOWNS
from tests.commands.desk import Desk

FIGURES = [
    "calls", "counted", "connected", "abandoned", "faults", "tests", "no_calls", "within_15_s",
    "within_20_s", "wait_mean_s", "talk_mean_s", "after_call_mean_s", "talk_s", "after_call_s",
    "direct_answers", "tickets",
]  # fmt: skip
UNKNOWN = ("abandoned", "within_15_s", "within_20_s", "wait_mean_s")
ALL = ("--from", "2000-01-01", "--to", "2099-12-31")


def by(desk: Desk, name: str, *words: object) -> list[dict[str, Any]]:
    return desk.ok("--json", "stats", "calls", *(words or ALL), "--by", name).rows


@pytest.mark.parametrize("name", BREAKDOWNS)
def test_a_row_has_the_documented_fields(practice: Desk, name: str) -> None:
    rows = by(practice, name)
    assert rows
    for row in rows:
        names = ["name"] if name == "operator" else []
        assert list(row) == [name, *names, *FIGURES]
        assert [row[one] for one in UNKNOWN] == [None] * 4


@pytest.mark.parametrize("name", [name for name in BREAKDOWNS if name != "kind"])
def test_the_rows_add_up_to_the_calls_of_the_list(practice: Desk, name: str) -> None:
    calls = practice.ok("--json", "call", "list").rows
    real = [row for row in calls if row["class"] != "fault"]
    rows = by(practice, name)

    def total(field: str) -> int:
        return sum(row[field] for row in rows)

    assert total("calls") == len(real)
    assert total("faults") == len(calls) - len(real)
    assert total("counted") == sum(row["counted"] for row in calls)
    assert total("talk_s") == sum(row["talk_s"] for row in real)
    assert total("after_call_s") == sum(row["after_call_s"] for row in real)
    assert total("direct_answers") == sum(row["outcome"] == "direct_answer" for row in real)
    assert total("tickets") == len(practice.ok("--json", "ticket", "list").rows)


def test_days_agree_with_the_list_row_by_row(practice: Desk) -> None:
    calls = practice.ok("--json", "call", "list").rows
    days = Counter(row["started_at"][:10] for row in calls if row["class"] != "fault")
    assert {row["day"]: row["calls"] for row in by(practice, "day") if row["calls"]} == days


def test_kinds_count_matters(practice: Desk) -> None:
    matters = [
        matter for row in practice.ok("--json", "call", "list").rows for matter in row["matters"]
    ]
    rows = by(practice, "kind")
    assert sum(row["calls"] + row["faults"] for row in rows) == len(matters)
    kinds = Counter(matter["kind"] for matter in matters if matter["ticket"])
    assert {row["kind"]: row["tickets"] for row in rows if row["tickets"]} == kinds


def test_operators_have_login_and_name(practice: Desk) -> None:
    names = {row["login"]: row["name"] for row in practice.ok("--json", "staff", "list").rows}
    rows = by(practice, "operator")
    assert [row["operator"] for row in rows] == sorted(row["operator"] for row in rows)
    assert {row["operator"]: row["name"] for row in rows}.items() <= names.items()


def test_a_time_without_calls_has_no_row(practice: Desk) -> None:
    early = ("--from", "2001-01-01", "--to", "2001-12-31")
    assert by(practice, "day", *early) == []
    assert practice.ok("stats", "calls", *early, "--by", "day").out.split()[0] == "day"


def test_one_day_is_that_day(practice: Desk) -> None:
    whole = by(practice, "day")[0]
    day = whole["day"]
    assert by(practice, "day", "--from", day, "--to", day) == [whole]


def test_people_read_a_table_without_empty_columns(practice: Desk) -> None:
    ran = practice.run("stats", "calls", *ALL, "--by", "outcome", lang="zh_CN")
    head, *rows = ran.out.splitlines()
    assert head.split()[:3] == ["结果", "来电", "计入"]
    assert "平均等待秒数" not in head
    assert {row.split()[0] for row in rows} >= {"即时答复", "工单"}


def test_csv_and_xlsx_and_json_hold_the_same(practice: Desk, tmp_path: Path) -> None:
    rows = by(practice, "day")
    base = ("stats", "calls", *ALL, "--by", "day", "--format")
    said = practice.ok(*base, "csv").out
    for fmt in ("csv", "xlsx", "json"):
        practice.ok(*base, fmt, "--out", tmp_path / f"t.{fmt}")
    file = (tmp_path / "t.csv").read_bytes()
    assert file == b"\xef\xbb\xbf" + said.replace("\r\n", "\n").replace("\n", "\r\n").encode()
    table = list(csv.DictReader(io.StringIO(said)))
    assert table == [{k: "" if v is None else str(v) for k, v in row.items()} for row in rows]
    lines = (tmp_path / "t.json").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line) for line in lines] == rows
    sheet = load_workbook(tmp_path / "t.xlsx").active
    assert sheet is not None
    head, *cells = sheet.iter_rows(values_only=True)
    assert [dict(zip(head, row, strict=True)) for row in cells] == rows


def test_a_file_that_cannot_be_written_is_named(practice: Desk, tmp_path: Path) -> None:
    out = tmp_path / "no" / "t.csv"
    line = practice.refused("stats", "calls", *ALL, "--by", "day", "--format", "csv", "--out", out)
    assert line == f"{out} cannot be written: No such file or directory."


def test_days_the_wrong_way_round_are_refused(practice: Desk) -> None:
    turned = ("--from", "2026-02-02", "--to", "2026-02-01", "--by", "day")
    line = practice.refused("stats", "calls", *turned)
    assert line == "The first day 2026-02-02 is after the last 2026-02-01."


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (("--by", "day"), "--from"),
        ((*ALL,), "--by"),
        ((*ALL, "--by", "moon"), "'moon' is not one of"),
        ((*ALL, "--by", "day", "--format", "pdf"), "'pdf' is not one of"),
        ((*ALL, "--by", "day", "--format", "xlsx"), "needs --out"),
        ((*ALL, "--by", "day", "--out", "t"), "--out needs --format"),
    ],
)
def test_wrong_usage(practice: Desk, words: tuple[str, ...], reason: str) -> None:
    assert reason in practice.wrong("stats", "calls", *words)
