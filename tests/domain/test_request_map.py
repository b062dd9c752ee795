"""A map of requests with a fault is refused: path in the file, what is expected, what was found."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest

from operator_desk import app, resources
from operator_desk.domain import request_map
from operator_desk.domain.errors import UserError
from operator_desk.domain.requests import Stage
from tests.domain.profile_files import text

PROFILE = app.load_profile("city-311")
SHIPPED = resources.path("resources", "maps", "nyc311.toml").read_text("utf-8")


def _with(place: str, value: object) -> dict[str, Any]:
    """The shipped map with another value in a place such as `times.formats`; None: without it."""
    values = tomllib.loads(SHIPPED)
    *tables, last = place.split(".")
    inner = values
    for name in tables:
        inner = inner[name]
    if value is None:
        del inner[last]
    else:
        inner[last] = value
    return {name: _keyed(one) for name, one in values.items()}


def _keyed(value: object) -> object:
    """A table with its keys quoted, as those of statuses need it."""
    return {f'"{key}"': one for key, one in value.items()} if isinstance(value, dict) else value


@pytest.mark.parametrize(
    ("place", "value", "said"),
    [
        ("source", None, "source: expected a text, found nothing"),
        ("sauce", "x", "top: unknown field sauce; expected source"),
        ("columns", 1, "columns: expected a table, found 1"),
        ("columns.reference", None, "columns.reference: expected a value, found nothing"),
        ("columns.created", 3, "columns.created: expected the name of a column, found 3"),
        ("columns.title", [], "columns.title: expected the name of a column, or a list of such, "
                              "found nothing"),
        ("columns.status", ["a"], "columns.status: expected the name of a column, found ['a']"),
        ("columns.closed", None, "columns.closed: expected the name of a column, found nothing"),
        ("columns.unit", None, "columns.unit: expected the name of a column, found nothing"),
        ("columns.colour", "x", "columns: unknown field colour; expected "),
        ("times.formats", ["%d/%m"], "times.formats: expected a format of day and time such as "
                                     "%Y-%m-%d %H:%M, found %d/%m"),
        ("times.formats", ["%m/%d/%Y %I:%M:%S"], "times.formats: expected a format"),
        ("times.time_zone", "Mars", "times.time_zone: expected a time zone such as "
                                    "America/New_York, found Mars"),
        ("status.Open", "lost", "status.Open: expected one of registered, dispatched, "),
        ("status", {}, "status.…: expected one of registered, "),
        ("categories.Sewer", "9999", "categories.Sewer: expected a category of the profile: its "
                                     "code, or the names down to it, found 9999"),
        ("units.create", "yes", "units.create: expected true or false, found yes"),
        ("constants.kind", "wish", "constants.kind: expected one of inquiry, "),
        ("constants.urgency", "soon", "constants.urgency: expected one of normal, "),
    ],
)  # fmt: skip
def test_a_fault_is_named_with_its_place(place: str, value: object, said: str) -> None:
    with pytest.raises(UserError) as caught:
        request_map.load(text(_with(place, value)), PROFILE, "own.toml")
    assert str(caught.value).startswith(f"own.toml: {said}")


def test_what_is_no_toml_is_refused() -> None:
    with pytest.raises(UserError, match=r"own\.toml is not valid TOML: "):
        request_map.load("source =", PROFILE, "own.toml")


def test_a_map_for_another_tree_is_refused() -> None:
    with pytest.raises(UserError, match="expected a category of the profile"):
        request_map.load(SHIPPED, app.load_profile("general-12345"), "nyc311.toml")


def test_a_category_is_given_by_code_or_names() -> None:
    values = _with("categories", {"Sewer": "0402", "Graffiti": "Trash and Recycling"})
    assert request_map.load(text(values), PROFILE, "m").categories == {
        "Sewer": "0402", "Graffiti": "05",
    }  # fmt: skip


def test_the_time_zone_of_the_profile_holds_where_the_map_names_none() -> None:
    values = _with("times.time_zone", None)
    beijing = app.load_profile("beijing-12345")
    values.pop("categories")
    assert request_map.load(text(values), beijing, "m").zone.key == "Asia/Shanghai"


def test_a_map_without_steps_needs_neither_unit_nor_closing_time() -> None:
    values = _with("status", {"New": "registered"})
    columns = values["columns"]
    for name in ("unit", "unit_name", "closed"):
        del columns[f'"{name}"']
    del values["units"]
    map_ = request_map.load(text(values), PROFILE, "m")
    assert (map_.status, map_.unit_kind) == ({"New": Stage.REGISTERED}, None)
