"""The dispatch catalogue: which row holds, by import, by hand, mended from a ticket."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from operator_desk.domain import catalogue as rules
from operator_desk.domain.catalogue import area, matching, within
from operator_desk.domain.errors import UserError
from operator_desk.domain.facts import CatalogueVersion, ListImport
from operator_desk.domain.places import Place
from operator_desk.domain.terms import MatterKind
from tests.services.desk import Desk
from tests.services.test_lists import put_places, put_units, unit

DAY = date(2026, 3, 2)
PLACES = (("1100", "city"), ("110101", "district"), ("110101001", "street"))


@pytest.fixture
def desk(desk: Desk) -> Desk:
    """A desk with four units and three places."""
    put_units(desk, unit("a"), unit("b"), unit("c"), unit("d"))
    put_places(desk, *(Place(code, f"地 {code}", level) for code, level in PLACES))
    return desk


def leads(desk: Desk, category: str, place: str | None, kind: str = "complaint") -> list[str]:
    found = matching(desk.services.catalogue.rows(), category, place, MatterKind(kind), DAY)
    return [row.lead_unit for row in found]


def test_the_most_particular_row_is_the_first(desk: Desk) -> None:
    put: Callable[..., Any] = desk.services.catalogue.set
    put(desk.anna, "*", "d")
    put(desk.anna, "06", "a")
    put(desk.anna, "060101", "b")
    put(desk.anna, "06", "c", place="1100")
    assert leads(desk, "060101", "110101001") == ["c", "b", "a", "d"]  # the place first
    put(desk.anna, "06", "b", kind=MatterKind.PRAISE)
    assert leads(desk, "060101", None, "praise") == ["b", "b", "a", "d"]  # then the kind
    put(desk.anna, "*", "c", place="110101")
    assert leads(desk, "060101", "110101001")[-2:] == ["c", "d"]  # fall-backs last of all
    assert leads(desk, "0502", None) == ["d"]
    assert leads(desk, "0502", "120000") == ["d"]


def test_filled_up_codes_hold_what_lies_in_them() -> None:
    assert [area(code) for code in ("110000", "110100", "110101", "9901")] == [
        "11",
        "1101",
        "110101",
        "9901",
    ]
    assert within("110101001", "110100")
    assert not within("110201", "110100")
    assert not within(None, "11")


def test_a_row_holds_from_its_first_day_to_the_day_before_its_last(desk: Desk) -> None:
    catalogue = desk.services.catalogue
    begin, end = date(2026, 1, 1), date(2026, 2, 1)
    catalogue.set(desk.anna, "06", "a", valid_from=begin, valid_to=end)
    catalogue.set(desk.anna, "06", "b", valid_from=end)
    by_day = {day: [row.lead_unit for row in catalogue.rows(day)] for day in (begin, end, DAY)}
    assert by_day == {begin: ["a"], end: ["b"], DAY: ["b"]}
    assert catalogue.rows(date(2025, 12, 31)) == []
    with pytest.raises(UserError, match="a row from 2026-02-01 to … already"):
        catalogue.set(desk.anna, "06", "c", valid_from=date(2026, 5, 1))
    with pytest.raises(UserError, match="a row from 2026-01-01 to 2026-02-01 already"):
        catalogue.set(desk.anna, "06", "c", valid_to=date(2026, 1, 2))


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        (("77", "a"), "no category 77"),
        (("06", "x"), "no unit x"),
        (("06", "a", ("b", "y")), "no unit y"),
        (("06", "a", ("a",)), "stands twice"),
    ],
)
def test_a_row_names_what_there_is(desk: Desk, given: tuple[Any, ...], reason: str) -> None:
    with pytest.raises(UserError, match=reason):
        desk.services.catalogue.set(desk.anna, *given)
    with pytest.raises(UserError, match="no place 99"):
        desk.services.catalogue.set(desk.anna, "06", "a", place="99")
    with pytest.raises(UserError, match="before it begins"):
        desk.services.catalogue.set(desk.anna, "06", "a", valid_from=DAY, valid_to=DAY)
    assert desk.services.catalogue.rows() == []


def test_a_row_is_changed_taken_back_and_its_versions_stay(desk: Desk) -> None:
    catalogue = desk.services.catalogue
    first = catalogue.set(desk.anna, "06", "a", why="neu")
    assert catalogue.set(desk.anna, "06", "a") == first  # says the same: no new version
    catalogue.set(desk.anna, "06", "b", ("c",))
    assert catalogue.remove(desk.anna, first.row_id, "doppelt").lead_unit == "b"
    assert catalogue.rows() == []
    held = [(row.lead_unit, row.withdrawn) for row in catalogue.history(first.row_id)]
    assert held == [("a", False), ("b", False), ("b", True)]
    with pytest.raises(UserError, match="no row"):
        catalogue.remove(desk.anna, first.row_id)
    catalogue.set(desk.anna, "06", "a")
    assert [row.lead_unit for row in catalogue.rows()] == ["a"]


def put(desk: Desk, *rows: CatalogueVersion, dry_run: bool = False) -> tuple[int, int, int]:
    report = desk.services.catalogue.put(desk.anna, rows, "k.csv", "ab", 1, dry_run=dry_run)
    assert (report.list_name, report.refused) == ("catalogue", 1)
    return report.added, report.changed, report.unchanged


def test_a_file_adds_and_changes_and_a_dry_run_only_says_so(desk: Desk) -> None:
    made = desk.services.catalogue.set
    rows = (made(desk.anna, "06", "a"), made(desk.anna, "07", "a"))
    for row in rows:
        desk.services.catalogue.remove(desk.anna, row.row_id)
    links = len(desk.store.links())
    assert put(desk, *rows, dry_run=True) == (2, 0, 0)
    assert len(desk.store.links()) == links
    assert put(desk, *rows) == (2, 0, 0)
    made(desk.anna, "07", "b")
    assert put(desk, *rows) == (0, 1, 1)
    with desk.store.read() as tx:
        assert len(tx.find(ListImport, list_name="catalogue")) == 2


def mended(desk: Desk, category: str, unit_code: str, ticket: UUID) -> CatalogueVersion:
    with desk.store.write() as tx:
        return desk.services.catalogue.mend(
            tx, desk.anna, category, "110101", None, unit_code, ("c",), why="改", ticket_id=ticket
        )


def test_a_ticket_mends_the_row_that_holds_today(desk: Desk) -> None:
    catalogue, ticket = desk.services.catalogue, desk.clock.new_id()
    today = desk.profile.local_day(desk.clock.now())
    row = mended(desk, "060101", "a", ticket)
    assert (row.valid_from, row.valid_to, row.ticket_id) == (today, None, ticket)
    again = mended(desk, "060101", "b", ticket)
    assert again.row_id == row.row_id
    assert [(one.lead_unit, one.why) for one in catalogue.rows()] == [("b", "改")]
    later = date(today.year + 1, 1, 1)
    catalogue.set(desk.anna, "07", "d", place="110101", valid_from=later)
    assert mended(desk, "07", "a", ticket).valid_to == later
    assert rules.overlapping(catalogue.rows()[-1], catalogue.rows()) is None
    with pytest.raises(UserError, match="no unit x"):
        mended(desk, "06", "x", ticket)
