"""Files of days off: every fault is named with its row, and only whole years are taken."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from operator_desk.domain.calendar_years import days_from_json, days_to_json, given_years
from operator_desk.domain.errors import UserError
from operator_desk.importers.calendar import special_days

HEAD = "date,name,is_off_day\n"


def written(folder: Path, text: str) -> Path:
    path = folder / "year.csv"
    path.write_text(text, "utf-8")
    return path


def whole(year: int) -> str:
    """The least that is a whole year."""
    return "".join(f"{year}-01-0{day},元旦,True\n" for day in range(1, 6))


def test_days_of_several_years_are_parted(tmp_path: Path) -> None:
    text = HEAD + whole(2028) + "2027-02-06,春节,False\n" + whole(2027)
    read = special_days(written(tmp_path, text))
    assert not read.refused
    first, second = given_years(read.values)
    assert (first.year, second.year, len(first.days)) == (2027, 2028, 6)
    assert first.made("x").is_working(date(2027, 2, 6))
    assert days_from_json(2027, days_to_json(first)) == first


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("2027-02-30,春节,True", "2027-02-30 is no day such as 2026-01-31."),
        (",春节,True", "— is no day"),
        ("2027-02-06,,True", "Field name is missing or empty."),
        ("2027-02-06,春节,maybe", "Field is_off_day holds maybe; expected True or False."),
        ("2027-01-02,春节,True", "2027-01-02 stands in row 3 already."),
    ],
)
def test_a_wrong_row_is_refused_with_its_number(tmp_path: Path, row: str, reason: str) -> None:
    (refused,) = special_days(written(tmp_path, f"{HEAD}{whole(2027)}{row}\n")).refused
    assert refused.row == 7
    assert reason in str(refused.reason)


@pytest.mark.parametrize("text", ["date,name\n", "date,name,is_off_day,colour\n"])
def test_a_table_of_another_shape_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(UserError, match="column"):
        special_days(written(tmp_path, text))


@pytest.mark.parametrize(
    "rows",
    [
        "2026-12-26,元旦,False\n",  # what the notice for 2027 says of 2026
        "2027-01-01,元旦,True\n",
        "".join(f"2027-02-0{day},春节,True\n" for day in range(1, 7)),  # a Friday is not named
    ],
)
def test_a_part_of_a_year_is_not_taken_for_the_whole(tmp_path: Path, rows: str) -> None:
    read = special_days(written(tmp_path, HEAD + rows))
    with pytest.raises(UserError, match="not stated as a whole year"):
        given_years(read.values)
