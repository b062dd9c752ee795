"""`calendar import` and `calendar show`."""

from __future__ import annotations

from pathlib import Path

from tests.commands.desk import Desk

DAYS = ("2027-01-01,元旦,True", "2027-02-05,春节,True", "2027-02-08,春节,True",
        "2027-02-09,春节,True", "2027-02-10,春节,True", "2027-02-20,春节,False")  # fmt: skip
NOTHING = {"added": 0, "changed": 0, "unchanged": 0, "tickets": 0}


def written(path: Path, *rows: str) -> Path:
    path.write_text("\n".join(("date,name,is_off_day", *rows, "")), "utf-8")
    return path


def test_a_year_that_is_not_known_is_known_once_it_is_imported(desk: Desk, tmp_path: Path) -> None:
    assert "working days of 2027 are not known" in desk.refused("calendar", "show", "2027")
    path = written(tmp_path / "2027.csv", *DAYS)
    assert desk.ok("--json", "calendar", "import", "--dry-run", path).object["added"] == 1
    assert desk.run("calendar", "show", "2027").code == 1
    assert desk.ok("--json", "calendar", "import", path).object["added"] == 1
    shown = desk.ok("--json", "calendar", "show", "2027").object
    assert (shown["source"], shown["working_days"]) == ("2027.csv", 257)
    assert shown["imported_at"]
    assert shown["days"][-1] == {"date": "2027-02-20", "name": "春节", "off": False, "moved": True}
    assert desk.ok("--json", "calendar", "import", path).object["unchanged"] == 1


def test_another_calendar_of_a_known_year_is_refused_unless_told_to_replace(
    desk: Desk, tmp_path: Path
) -> None:
    first = written(tmp_path / "first.csv", *DAYS)
    other = written(tmp_path / "other.csv", *DAYS[:-1])
    ran = desk.run("--json", "calendar", "import", first, other)
    assert (ran.code, ran.object["added"]) == (1, 1)
    (refused,) = ran.object["refused"]
    assert refused["file"] == "other.csv"
    assert "2027 stands in first.csv too, with other days (2027-02-20)" in refused["reason"]
    ran = desk.run("calendar", "import", other)
    assert "2027 is known with other days (2027-02-20)" in ran.err
    assert desk.ok("--json", "calendar", "import", "--replace", other).object["changed"] == 1
    assert desk.ok("--json", "calendar", "show", "2027").object["source"] == "other.csv"
    # the library's years are known too
    spill = [f"2026-01-0{day},元旦,True" for day in range(1, 6)]
    ran = desk.run("--json", "calendar", "import", written(tmp_path / "2026.csv", *spill))
    assert "2026 is known with other days" in ran.object["refused"][0]["reason"]


def test_a_file_with_a_wrong_row_changes_nothing(desk: Desk, tmp_path: Path) -> None:
    path = written(tmp_path / "2027.csv", *DAYS, "2027-13-01,元旦,True")
    ran = desk.run("--json", "calendar", "import", path)
    assert ran.code == 1
    assert NOTHING.items() <= ran.object.items()
    assert ran.object["refused"][0]["row"] == 8
    assert desk.run("calendar", "show", "2027").code == 1


def test_a_year_is_shown_in_words(desk: Desk) -> None:
    out = desk.ok("calendar", "show", "2026").out
    assert "2026: 248 working days, from chinesecalendar 1." in out
    assert "2026-02-14" in out
    assert "调休上班" in desk.run("calendar", "show", "2026", lang="zh_CN").out
