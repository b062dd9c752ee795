"""Units and places that come from files."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from operator_desk.domain import facts
from operator_desk.domain.facts import ListImport, UnitVersion
from operator_desk.domain.places import Place
from tests.contract import rows
from tests.services.desk import Desk


def unit(code: str, **given: Any) -> UnitVersion:
    """A unit as a file gives it; id, time and actor are made anew."""
    plain = {"code": code, "name": f"单位 {code}", "short_name": code, "kind": "bureau"}
    return UnitVersion(**{**rows.common(), **plain, **given})


def put_units(desk: Desk, *units: UnitVersion) -> tuple[int, int, int]:
    report = desk.services.lists.put_units(desk.anna, units, "units.csv", "ab", 2)
    assert (report.list_name, report.file_name, report.sha256, report.refused) == (
        "units",
        "units.csv",
        "ab",
        2,
    )
    return report.added, report.changed, report.unchanged


def put_places(desk: Desk, *places: Place) -> tuple[int, int, int]:
    report = desk.services.lists.put_places(desk.anna, places, "places.csv", "cd", 0)
    return report.added, report.changed, report.unchanged


def test_units_are_added_changed_or_unchanged(desk: Desk) -> None:
    assert put_units(desk, unit("b"), unit("a")) == (2, 0, 0)
    assert put_units(desk, unit("b", name="改名"), unit("a"), unit("c")) == (1, 1, 1)
    assert put_units(desk, unit("b", name="改名"), unit("a"), unit("c")) == (0, 0, 3)
    found = desk.services.lists.units()
    assert [(one.code, one.name) for one in found] == [
        ("a", "单位 a"),
        ("b", "改名"),
        ("c", "单位 c"),
    ]
    assert {one.actor for one in found} == {desk.anna.staff_id}


def test_units_that_a_file_lacks_stay_and_withdrawn_ones_are_not_listed(desk: Desk) -> None:
    put_units(desk, unit("a"), unit("b"))
    assert put_units(desk, unit("b", withdrawn=True)) == (0, 1, 0)
    assert [one.code for one in desk.services.lists.units()] == ["a"]
    with desk.store.read() as tx:
        assert len(tx.find(UnitVersion, code="b")) == 2


def test_every_import_is_a_row(desk: Desk) -> None:
    put_units(desk, unit("a"))
    put_places(desk)
    with desk.store.read() as tx:
        kept = tx.find(ListImport)
    assert [(row.list_name, row.added) for row in kept] == [("units", 1), ("places", 0)]
    assert {row.actor for row in kept} == {desk.anna.staff_id}


def test_places_are_merged_by_code(desk: Desk) -> None:
    city = Place("340100", "合肥市", "city")
    district = Place("340104", "蜀山区", "district", "340100")
    assert put_places(desk, district, city) == (2, 0, 0)
    assert desk.services.lists.places() == [city, district]
    renamed = replace(city, name="合肥", area_code="0551")
    assert put_places(desk, renamed) == (0, 1, 0)
    assert desk.services.lists.places() == [renamed, district]
    assert put_places(desk, renamed, district) == (0, 0, 2)


def test_places_are_no_facts(desk: Desk) -> None:
    put_places(desk, Place("1", "合肥", "city"))
    assert {type(link.row) for link in desk.store.links()} == {facts.ListImport}
