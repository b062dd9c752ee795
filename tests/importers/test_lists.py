"""Units, places and scripted calls from files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from operator_desk import resources
from operator_desk.domain.errors import UserError
from operator_desk.domain.terms import Answer, Outcome
from operator_desk.importers.calls import calls, scripted
from operator_desk.importers.places import places
from operator_desk.importers.units import units
from tests.support.data import needs_data

CALL: dict[str, Any] = {
    "id": "c1",
    "started_at": "2026-03-02T09:00:00+08:00",
    "caller_number": "13800000000",
    "kind": "request",
    "statements": ["一。", "二。"],
    "readback": ["confirmed", {"corrected": "二二。"}],
    "talk_s": 60,
    "after_call_s": 5,
    "outcome": "answered",
}


def _no_spelling(name: str) -> tuple[str, str]:
    return name, name


def test_shipped_units_and_places_are_taken_whole() -> None:
    for read in (
        units(resources.path("resources", "practice", "zh_CN", "units.csv")),
        places(resources.path("resources", "places", "china.csv"), _no_spelling),
    ):
        assert read.refused == ()
        assert len(read.values) > 40


def test_units_name_what_is_wrong(tmp_path: Path) -> None:
    path = tmp_path / "u.csv"
    path.write_text("code,name\nA,甲\nA,乙\n,丙\nB,\n", encoding="utf-8")
    read = units(path)
    assert [one.code for one in read.values] == ["A"]
    assert [one.row for one in read.refused] == [3, 4, 5]


def test_a_parent_stands_in_the_file_or_in_the_store(tmp_path: Path) -> None:
    path = tmp_path / "u.csv"
    path.write_text("code,name,parent\nC,丙,A\nA,甲,\nB,乙,X\nD,丁,Y\n", encoding="utf-8")
    read = units(path)
    assert [one.code for one in read.values] == ["C", "A"]
    assert [str(one.reason) for one in read.refused] == [
        "There is no unit X.",
        "There is no unit Y.",
    ]
    assert [one.code for one in units(path, {"X"}).values] == ["C", "A", "B"]


@pytest.mark.data
def test_division_tables_are_taken_whole() -> None:
    folder = needs_data() / "divisions"
    counts = {}
    for path in sorted(folder.glob("*.csv")):
        read = places(path, _no_spelling)
        assert read.refused == ()
        counts[path.stem] = len(read.values)
    assert counts["provinces"] == 31
    assert counts["streets"] == 41_352


def test_a_scripted_call_is_read() -> None:
    call = scripted(CALL)
    assert call.outcome is Outcome.DIRECT_ANSWER
    assert [one.answer for one in call.readback] == [Answer.CONFIRMED, Answer.CORRECTED]
    assert call.readback[1].text == "二二。"


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("started_at", "2026-03-02T09:00:00", "offset"),
        ("kind", "poem", "poem"),
        ("talk_s", -1, "-1"),
        ("talk_s", True, "True"),
        ("statements", "x", "list"),
        ("readback", [{"corrected": ""}], "readback"),
        ("id", "", "id"),
        ("colour", 1, "colour"),
        ("level", 6, "level"),
        ("level", 1.5, "level"),
        ("pace", "fast", "pace"),
        ("pauses", [999], "pauses"),
        ("pauses", 3, "pauses"),
        ("elements", ["x"], "elements"),
        ("elements", {"x": ""}, "elements"),
        ("replies", {"hello": "x"}, "hello"),
        ("trains", 1, "trains"),
    ],
)
def test_a_wrong_field_is_named(field: str, value: object, words: str) -> None:
    with pytest.raises(UserError, match=words):
        scripted({**CALL, field: value})


def test_a_call_that_stands_twice_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "c.jsonl"
    path.write_text(f"{json.dumps(CALL)}\n{json.dumps(CALL)}\n", encoding="utf-8")
    read = calls(path)
    assert len(read.values) == 1
    assert [one.row for one in read.refused] == [2]


@pytest.mark.data
def test_the_calls_at_hand_are_taken_whole() -> None:
    folder = needs_data() / "calls"
    for name, count in (("calls", 328), ("inquiries", 513)):
        read = calls(folder / f"{name}.jsonl")
        assert (len(read.values), read.refused) == (count, ())
