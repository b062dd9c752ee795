"""A broken profile gives one clear sentence that names the place; nothing else escapes."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from operator_desk.domain import category, profile_toml
from operator_desk.domain.errors import UserError
from tests.domain.profile_files import CATEGORIES, NAMES, RULES, Values, loaded, shipped, text

NEEDED = {
    "classing": ("id", "label", "class", "counted", "source", "valid_from"),
    "kinds": ("kind", "label", "secrecy", "outcome", "source", "valid_from"),
    "limits": ("id", "label", "what", "amount", "unit", "source", "valid_from"),
    "targets": ("id", "value", "source", "valid_from"),
    "urgencies": ("value", "digit", "label"),
    "secrecies": ("value", "digit", "label"),
    "outcomes": ("value", "digit", "label"),
}
KEYS = {"kinds": "kind", "urgencies": "value", "secrecies": "value", "outcomes": "value"}
TOP = ("name", "title", "language", "hotline_number", "time_zone", "categories")
LAST = -1


def refusal(values: Values) -> str:
    """The sentence that a profile is refused with: one line."""
    with pytest.raises(UserError) as caught:
        loaded(values)
    said = str(caught.value)
    assert said.strip() == said
    assert "\n" not in said
    return said


def named(values: Values, table: str) -> tuple[Values, str]:
    """The last row of a table, and how a sentence names it."""
    row = values[table][LAST]
    key = KEYS.get(table, "id")
    return row, f"{table}[{len(values[table])}] ({key} {row[key]})"


# -- fields of rows ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("table", "field"), [(table, field) for table in NEEDED for field in NEEDED[table]]
)
def test_a_missing_field_is_named_with_its_row(table: str, field: str) -> None:
    values = shipped()
    row, where = named(values, table)
    del row[field]
    said = refusal(values)
    assert table in said
    assert field in said
    assert where in said or field == KEYS.get(table, "id")


@pytest.mark.parametrize(
    ("table", "field"),
    [(table, field) for table in NEEDED for field in NEEDED[table] if field not in ("counted",)],
)
def test_an_empty_or_wrong_field_is_named_with_its_row(table: str, field: str) -> None:
    for wrong in ("", [], {"a": 1}):
        values = shipped()
        row, _where = named(values, table)
        row[field] = wrong
        said = refusal(values)
        assert table in said
        assert field in said


@pytest.mark.parametrize("table", NEEDED)
def test_an_unknown_field_is_named_with_its_row(table: str) -> None:
    values = shipped()
    row, where = named(values, table)
    row["colour"] = "red"
    said = refusal(values)
    assert said.startswith(f"Profile: {where}: unknown field colour; expected ")
    assert "source" in said or "label" in said


@pytest.mark.parametrize("table", RULES)
@pytest.mark.parametrize("day", ["2026-13-01", "yesterday", 20260101, True])
def test_a_date_that_is_none_is_named(table: str, day: object) -> None:
    values = shipped()
    row, where = named(values, table)
    row["valid_from"] = day
    said = refusal(values)
    assert where in said
    assert "valid_from" in said


def test_a_moment_is_no_day() -> None:
    values = shipped()
    values["limits"][0]["valid_from"] = datetime(2026, 1, 1, 8, 0)
    row = values["limits"][0]
    assert refusal(values) == (
        f"Profile: limits[1] (id {row['id']}).valid_from: "
        "expected a day such as 2026-01-31, found datetime.datetime(2026, 1, 1, 8, 0)"
    )


@pytest.mark.parametrize("table", RULES)
def test_a_rule_that_ends_before_it_begins_is_refused(table: str) -> None:
    values = shipped()
    row, where = named(values, table)
    row["valid_to"] = row["valid_from"]
    day = row["valid_from"]
    assert refusal(values) == (
        f"Profile: {where}.valid_to: expected a day after {day}, found {day}"
    )


# -- rows among each other ---------------------------------------------------------------


@pytest.mark.parametrize("table", ["classing", "kinds", "limits", "urgencies", "outcomes"])
def test_a_row_that_stands_twice_is_named(table: str) -> None:
    values = shipped()
    row, _where = named(values, table)
    values[table].append(dict(row))
    key = KEYS.get(table, "id")
    assert refusal(values) == f"Profile: {table}: {key} {row[key]} stands twice"


@pytest.mark.parametrize("table", ["kinds", "urgencies", "secrecies", "outcomes"])
def test_a_value_that_is_missing_is_named(table: str) -> None:
    values = shipped()
    row, _where = named(values, table)
    values[table].remove(row)
    assert refusal(values) == f"Profile: {table}: {row[KEYS[table]]} is missing"


@pytest.mark.parametrize("table", NEEDED)
def test_an_empty_table_is_named(table: str) -> None:
    assert table in refusal(shipped() | {table: []})


def test_a_digit_that_chooses_two_is_named() -> None:
    values = shipped()
    values["outcomes"][1]["digit"] = values["outcomes"][0]["digit"]
    assert refusal(values) == "Profile: outcomes: digit 1 stands twice"
    values = shipped()
    values["reasons"]["declined"][1]["digit"] = "1"
    assert refusal(values) == "Profile: reasons.declined: digit 1 stands twice"


def test_a_reason_that_the_program_needs_is_named() -> None:
    values = shipped()
    del values["reasons"]["not_read"][0]
    assert refusal(values) == "Profile: reasons.not_read scope is missing"
    values = shipped()
    del values["reasons"]["dropped"]
    assert "reasons.dropped" in refusal(values)


def test_a_target_that_the_program_needs_is_named() -> None:
    values = shipped()
    values["targets"] = [row for row in values["targets"] if row["id"] != "service_level"]
    assert refusal(values) == "Profile: targets: service_level is missing"


# -- values ------------------------------------------------------------------------------


def put(table: str, field: str, value: object) -> Callable[[Values], None]:
    """Puts a value in the last row of a table."""

    def change(values: Values) -> None:
        values[table][LAST][field] = value

    return change


def top(field: str, value: object) -> Callable[[Values], None]:
    """Puts a value at the top."""

    def change(values: Values) -> None:
        values[field] = value

    return change


def guide(field: str, value: object) -> Callable[[Values], None]:
    """Puts a value in the guide."""

    def change(values: Values) -> None:
        values["guide"][field] = value

    return change


SPANS: Values = {"spans": ["08:30-12:00"], "source": "s", "valid_from": date(2026, 1, 1)}
LEVEL: Values = {"value": "a", "digit": "1", "label": "A"}
WRONG: tuple[tuple[Callable[[Values], None], tuple[str, ...]], ...] = (
    (
        put("limits", "categories", ["99"]),
        ("(id follow_up).categories", "category file", "found 99"),
    ),
    (put("limits", "categories", ["040101"]), ("(id follow_up).categories", "found 040101")),
    (put("limits", "categories", [4]), ("(id follow_up)", "categories")),
    (put("limits", "kinds", ["poem"]), ("(id follow_up)", "kinds", "poem", "inquiry")),
    (put("limits", "what", "tea"), ("(id follow_up)", "what", "tea", "caller")),
    (put("limits", "unit", "weeks"), ("(id follow_up)", "unit", "weeks", "working_days")),
    (put("limits", "amount", -1), ("(id follow_up).amount", "from 1 to", "found -1")),
    (put("limits", "amount", 1.5), ("(id follow_up)", "amount")),
    (put("limits", "amount", 0), ("(id follow_up).amount", "from 1 to", "found 0")),
    (put("limits", "from", "tea"), ("(id follow_up).from", "registration", "found tea")),
    (put("limits", "levels", ["x"]), ("(id follow_up).levels", "found x")),
    (put("limits", "places", ["Hebei"]), ("(id follow_up).places", "division codes", "Hebei")),
    (put("limits", "next_working_day", 1), ("next_working_day", "true or false", "found 1")),
    (put("limits", "ammount", 1), ("unknown field ammount; expected amount",)),
    (put("handling", "id", "tea"), ("handling[7] (id tea).id", "reworks", "found tea")),
    (put("handling", "amount", -1), ("(id after_the_fact_days).amount", "found -1")),
    (put("handling", "id", "reworks"), ("handling[7].valid_from", "handling[3] no longer")),
    (top("working_time", [SPANS | {"spans": ["12:00-08:30"]}]), ("working_time[1].spans",)),
    (top("working_time", [SPANS | {"spans": ["8-12"]}]), ("in order", "found 8-12")),
    (top("working_time", [SPANS, SPANS]), ("working_time[2].valid_from", "working_time[1]")),
    (top("levels", [LEVEL, LEVEL]), ("levels: value a stands twice",)),
    (top("levels", [LEVEL, LEVEL | {"value": "b"}]), ("levels: digit 1 stands twice",)),
    (top("calendar", "moon"), ("calendar: expected one of china", "found moon")),
    (top("based_on", 7), ("based_on: expected a text, found 7",)),
    (put("targets", "value", -0.1), ("(id silent_interval_s)", "value")),
    (put("targets", "value", float("nan")), ("(id silent_interval_s)", "value")),
    (put("targets", "value", float("inf")), ("(id silent_interval_s)", "value")),
    (put("targets", "value", True), ("(id silent_interval_s)", "value")),
    (put("kinds", "required", ["colour"]), ("(kind praise)", "required", "colour", "title")),
    (put("kinds", "secrecy", "loud"), ("(kind praise)", "secrecy", "loud")),
    (put("classing", "class", "tea"), ("(id inbound)", "class", "tea")),
    (put("classing", "counted", "yes"), ("(id inbound)", "counted")),
    (put("classing", "when", {"colour": []}), ("(id inbound).when", "colour")),
    (put("classing", "when", {"outcome": ["tea"]}), ("(id inbound).when", "tea")),
    (put("classing", "when", {"max_talk_s": "5"}), ("(id inbound).when", "max_talk_s")),
    (put("urgencies", "digit", "12"), ("(value emergency)", "digit", "12")),
    (put("urgencies", "digit", "一"), ("(value emergency)", "digit", "一")),
    (top("language", "fr"), ("language", "fr", "zh_CN", "en")),
    (top("time_zone", "Mars/Base"), ("Mars/Base", "time zone")),
    (top("time_zone", "../etc"), ("../etc", "time zone")),
    (top("day_start", "25:00"), ("day_start", "25:00")),
    (top("day_start", "early"), ("day_start", "early")),
    (top("colour", "red"), ("unknown field colour",)),
    (top("limits", "none"), ("limits",)),
    (top("limits", ["a"]), ("limits[1]: expected a table, found a",)),
    (top("reasons", []), ("reasons",)),
    (top("guide", "a"), ("guide",)),
    (guide("pattern", "{city}12345"), ("guide", "area_code")),
    (guide("pattern", "{area_code"), ("guide", "area_code")),
    (guide("pattern", "{area_code.real}"), ("guide", "area_code")),
    (guide("source", " "), ("guide", "source")),
    (guide("colour", 1), ("guide", "colour")),
)


@pytest.mark.parametrize(("change", "words"), WRONG)
def test_a_wrong_value_is_named(change: Callable[[Values], None], words: tuple[str, ...]) -> None:
    values = shipped()
    change(values)
    said = refusal(values)
    assert all(word in said for word in words), said


@pytest.mark.parametrize("field", TOP)
def test_a_missing_field_at_the_top_is_named(field: str) -> None:
    values = shipped()
    del values[field]
    assert field in refusal(values)


@pytest.mark.parametrize("broken", ["a = ", "= 1", "[[limits]\n", 'a = "\n', "a = 1\na = 2\n"])
def test_text_that_is_no_toml_is_refused_with_its_place(broken: str) -> None:
    with pytest.raises(UserError, match=r"not valid TOML: .*(line \d+|end of document)") as caught:
        profile_toml.load(broken, CATEGORIES)
    assert "\n" not in str(caught.value)


# -- the category file -------------------------------------------------------------------

LINE: dict[str, Any] = {"code": "01", "name": "n", "pinyin": "n", "initials": "n"}
ELEMENT = {"code": "a", "label": "A", "ask": "A?"}


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ([], "holds no category"),
        (["{"], "line 1: this is not a JSON object"),
        ([LINE, "[]"], "line 2: this is not a JSON object"),
        ([LINE, LINE], "Category 01 stands twice"),
        ([LINE | {"code": "0201"}], "Category 0201 stands before its parent 02"),
        ([LINE | {"code": "1"}], "line 1: the code 1"),
        ([LINE | {"code": "01020304"}], "line 1: the code 01020304"),
        ([LINE | {"code": "٠١"}], "line 1: the code"),
        ([LINE | {"colour": 1}], "line 1: unknown field colour"),
        ([{"code": "01", "name": "n", "pinyin": "n"}], "line 1: field initials is missing"),
        ([LINE | {"name": " "}], "line 1: field name is missing"),
        ([LINE | {"name": 7}], "line 1: field name is missing"),
        ([LINE | {"kind": "wish"}], "line 1: wish is no kind of matter"),
        ([LINE | {"elements": [ELEMENT, ELEMENT]}], "line 1: an element code stands twice"),
        ([LINE | {"elements": [1]}], "line 1: an element is not an object"),
        ([LINE | {"elements": 1}], "line 1: an element is not an object"),
        ([LINE | {"elements": None}], "line 1: an element is not an object"),
        ([LINE | {"elements": [{"code": "a", "label": "A"}]}], "line 1: field ask is missing"),
        ([LINE | {"elements": [ELEMENT | {"colour": 1}]}], "line 1: unknown field colour"),
        (
            [LINE | {"elements": [ELEMENT | {"fits": "money"}]}],
            "line 1: elements[1] (code a).fits: expected one of phone, place,",
        ),
        ([LINE | {"elements": [ELEMENT | {"fits": ["paid"]}]}], "owed, found ['paid']"),
    ],
)
def test_a_broken_category_file_names_the_line(rows: list[object], words: str) -> None:
    lines = (row if isinstance(row, str) else json.dumps(row) for row in rows)
    with pytest.raises(UserError, match=re.escape(words)):
        category.load("\n".join(lines))


# -- whatever is broken ------------------------------------------------------------------

ANYTHING = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-3, 9),
    st.floats(width=16),
    st.text("ab{}[]:/. 01一", max_size=6),
    st.just([]),
    st.just(["inquiry", 1]),
    st.just({"id": "a"}),
    st.just(date(2026, 1, 1)),
)


def places(value: object, path: tuple[object, ...] = ()) -> list[tuple[object, ...]]:
    """The path of every value inside a value."""
    found = [path] if path else []
    items = value.items() if isinstance(value, dict) else ()
    if isinstance(value, list):
        items = list(enumerate(value))
    for key, one in items:
        found += places(one, (*path, key))
    return found


PLACES = {name: places(shipped(name)) for name in NAMES}


@settings(max_examples=120, deadline=None)
@given(data=st.data())
def test_a_profile_with_anything_anywhere_is_taken_or_refused_in_one_sentence(
    data: st.DataObject,
) -> None:
    name = data.draw(st.sampled_from(NAMES))
    values = shipped(name)
    *path, last = data.draw(st.sampled_from(PLACES[name]))
    holder: Any = values
    for step in path:
        holder = holder[step]
    new = data.draw(ANYTHING)
    if new is None:
        del holder[last]
    else:
        holder[last] = new
    said = "Profile: "
    try:
        profile_toml.load(text(values), CATEGORIES)
    except UserError as error:
        said = str(error)
    assert said.startswith(("Profile: ", "The profile "))
    assert "\n" not in said
