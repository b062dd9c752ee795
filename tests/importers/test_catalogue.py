"""Rows of a dispatch catalogue from files: codes and names, and every way to be wrong."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from operator_desk.domain.catalogue import Known
from operator_desk.domain.errors import UserError
from operator_desk.domain.facts import CatalogueVersion
from operator_desk.domain.places import Place
from operator_desk.domain.terms import MatterKind
from operator_desk.importers.catalogue import catalogue, names
from operator_desk.importers.rows import Read
from tests.services.desk import profile
from tests.services.test_lists import unit

UNITS = (
    unit("CG", name="市城市管理局", short_name="城管局"),
    unit("ZJ", name="市住建局", short_name="住建局"),
    unit("S1", name="一街道", short_name="街道"),
    unit("S2", name="二街道", short_name="街道"),
)
PLACES = (Place("9901", "甲市", "city"), Place("990101", "东区", "district"))
HEAD = "category,place,kind,lead_unit,co_units,valid_from,valid_to\n"


def read(path: Path, text: str, *stored: CatalogueVersion) -> Read[CatalogueVersion]:
    """What a file of these rows gives."""
    path /= "k.csv"
    path.write_text(HEAD + text, encoding="utf-8")
    known = Known(profile().categories, {one.code for one in UNITS}, {p.code for p in PLACES})
    return catalogue(path, names(profile(), UNITS, PLACES), known, stored)


def test_codes_and_names_say_the_same(tmp_path: Path) -> None:
    by_code = read(tmp_path, "060101,990101,complaint,CG,ZJ;S1,2026-01-01,2027-01-01\n*,,,ZJ,,,\n")
    assert by_code.refused == ()
    row, other = by_code.values
    assert (row.category, row.place, row.kind) == ("060101", "990101", MatterKind.COMPLAINT)
    assert (row.lead_unit, row.co_units) == ("CG", ("ZJ", "S1"))
    assert (row.valid_from, row.valid_to) == (date(2026, 1, 1), date(2027, 1, 1))
    assert (other.category, other.place, other.kind, other.co_units) == ("*", None, None, ())
    words = "建筑施工噪声,东区,投诉,城管局,住建局；一街道,2026-01-01,2027-01-01\n"
    assert read(tmp_path, words).values == (row,)
    path = "城市管理与环境卫生 / 噪声扰民 / 建筑施工噪声"
    assert read(tmp_path, words.replace("建筑施工噪声", path)).values == (row,)


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("77,,,CG,,,", "There is no category 77."),
        ("06,,,XX,,,", "There is no unit XX."),
        ("06,,,CG,ZJ;XX,,", "There is no unit XX."),
        ("06,,,街道,,,", "街道 is the name of more than one: give the code."),
        ("06,西区,,CG,,,", "There is no place 西区."),
        ("06,,poem,CG,,,", "There is no kind of matter poem."),
        ("06,,,,,,", "Field lead_unit is missing or empty."),
        (",,,CG,,,", "Field category is missing or empty."),
        ("06,,,CG,,20260101,", "Field valid_from: 20260101 is not a date (YYYY-MM-DD)."),
        (
            "06,,,CG,,2026-02-01,2026-01-01",
            "The row ends on 2026-01-01, before it begins on 2026-02-01.",
        ),
        ("06,,,CG,CG,,", "A unit stands twice in the row."),
        ("06,,,CG,,,,x", "The row has more cells than the header."),
    ],
)
def test_a_wrong_row_is_refused_with_its_reason(tmp_path: Path, row: str, reason: str) -> None:
    found = read(tmp_path, f"07,,,CG,,,\n{row}\n08,,,CG,,,\n")
    assert [one.category for one in found.values] == ["07", "08"]
    assert [(one.row, str(one.reason)) for one in found.refused] == [(3, reason)]


def test_rows_of_one_key_do_not_meet(tmp_path: Path) -> None:
    rows = (
        "06,,,CG,,2026-01-01,2026-06-01\n"
        "06,,,ZJ,,2026-06-01,\n"
        "06,,,S1,,2026-05-31,\n"
        "06,,,S2,,2026-01-01,\n"
        "06,9901,,S2,,2026-01-01,\n"
    )
    found = read(tmp_path, rows)
    assert [one.lead_unit for one in found.values] == ["CG", "ZJ", "S2"]
    assert [one.row for one in found.refused] == [4, 5]
    assert found.rows == (2, 3, 6)
    (held,) = read(tmp_path, "06,,,CG,,2026-01-01,\n").values
    assert read(tmp_path, "06,,,ZJ,,2026-03-01,\n", held).values == ()
    # A file that ends the stored row makes room for the next.
    after = "06,,,ZJ,,2026-03-01,\n06,,,CG,,2026-01-01,2026-03-01\n"
    ended = read(tmp_path, after, held)
    assert len(ended.values) == 2
    assert ended.values[1] == replace(held, valid_to=date(2026, 3, 1))


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.csv", "category,unit\n06,CG\n", "unknown column unit"),
        ("a.csv", "category,place\n06,\n", "no column lead_unit"),
        ("a.csv", "", "is empty"),
        ("a.xlsx", "not a table", "a.xlsx"),
    ],
)
def test_a_file_that_is_no_table_is_one_sentence(
    tmp_path: Path, name: str, data: str, reason: str
) -> None:
    path = tmp_path / name
    path.write_text(data, encoding="utf-8")
    known = Known(profile().categories, set(), set())
    with pytest.raises(UserError, match=reason):
        catalogue(path, names(profile(), UNITS, PLACES), known)
