"""`profile check` and `profile show`."""

from __future__ import annotations

from pathlib import Path

import pytest

from operator_desk import app
from tests.commands.desk import Desk

RULE = {"rule", "says", "valid_from", "valid_to", "source"}
SHOWN = {
    "name", "title", "language", "hotline_number", "time_zone", "day_start", "categories", "rules",
    "calendar", "levels",
}  # fmt: skip


def test_every_rule_is_shown_with_source_and_first_day(practice: Desk) -> None:
    shown = practice.ok("--json", "profile", "show").object
    assert shown.keys() == SHOWN
    assert (shown["name"], shown["time_zone"]) == ("general-12345", "Asia/Shanghai")
    assert len(shown["rules"]) > 20
    for rule in shown["rules"]:
        assert rule.keys() == RULE
        assert rule["source"]
        assert rule["valid_from"]
        assert rule["says"]


def test_a_rule_is_shown_in_the_language_asked_for(practice: Desk) -> None:
    words = ("--json", "profile", "show")
    rules = [practice.run(*words, lang=lang).object["rules"] for lang in ("zh_CN", "en")]
    said = [{rule["rule"]: rule["says"] for rule in row} for row in rules]
    assert said[0].keys() == said[1].keys()
    assert said[0]["classing silent"] == "无声来电：不计"
    assert said[1]["classing silent"] == "Silent call: not counted"


@pytest.mark.parametrize("name", app.profile_names())
def test_shipped_profiles_are_in_order_without_a_desk(nowhere: Desk, name: str) -> None:
    (checked,) = nowhere.ok("--json", "profile", "check", name).rows
    assert checked["name"] == name
    assert checked["rules"] == len(nowhere.ok("--json", "profile", "show", name).object["rules"])
    assert set(checked) == {"name", "rules", "to_be_confirmed", "missing"}
    assert checked["missing"] == []
    assert "in order" in nowhere.ok("profile", "check", name).out


def test_all_shipped_profiles_at_once(nowhere: Desk) -> None:
    names = app.profile_names()
    checked = nowhere.ok("--json", "profile", "check", *names).rows
    assert [row["name"] for row in checked] == names


def test_a_profile_of_the_centre_goes_before_the_shipped_one(desk: Desk) -> None:
    own = desk.folder / "profiles" / "general-12345.toml"
    text = _shipped().replace('title = "', 'title = "本市 ', 1)
    own.parent.mkdir()
    own.write_text(text, encoding="utf-8")
    assert desk.ok("--json", "profile", "show").object["title"].startswith("本市 ")


def _shipped() -> str:
    from operator_desk import resources

    path = resources.path("resources", "profiles", "general-12345.toml")
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (("day_start", "day_begin"), "unknown field day_begin"),
        (
            ('time_zone = "Asia/Shanghai"', 'time_zone = "Mars/Base"'),
            "time_zone: expected a time zone",
        ),
        (("counted = false", "counted = 0"), "counted"),
        (("name =", "name"), "not valid TOML"),
    ],
)
def test_a_wrong_rule_is_named(
    desk: Desk, tmp_path: Path, change: tuple[str, str], reason: str
) -> None:
    path = tmp_path / "wrong.toml"
    path.write_text(_shipped().replace(*change, 1), encoding="utf-8")
    assert reason in desk.refused("profile", "check", path)


def test_a_profile_of_before_is_taken_and_what_it_lacks_is_said(
    nowhere: Desk, tmp_path: Path
) -> None:
    text = _shipped()
    begin, end = text.index("# ---- Numbers"), text.index("# ---- Figures")
    path = tmp_path / "old.toml"
    path.write_text(
        (text[:begin] + text[end:]).replace("\nsupervise = [", "\nsupervize = ["), "utf-8"
    )
    assert "unknown field supervize; expected supervise" in nowhere.refused(
        "profile", "check", path
    )
    path.write_text(text[:begin] + text[end:], encoding="utf-8")
    out = nowhere.ok("profile", "check", path).out
    assert "Not there, so not in use: handling follow_up_tries, handling tries_apart" in out


def test_a_city_is_based_on_the_general_rules(desk: Desk) -> None:
    shown = desk.ok("--json", "profile", "show", "tangshan-12345").object
    says = {rule["rule"]: rule["source"] for rule in shown["rules"]}
    assert says["limit holder_inquiry"] == "《唐山市12345政务服务便民热线条例》第二十四条第一款"
    assert "classing silent" in says
    assert [level["value"] for level in shown["levels"]] == ["ordinary", "conduct"]
    own = desk.folder / "profiles" / "ours.toml"
    own.parent.mkdir()
    own.write_text('name = "ours"\ntitle = "我市"\nbased_on = "tangshan-12345"\n', "utf-8")
    reason = "based_on: expected a profile that is based on none itself, found tangshan-12345"
    assert reason in desk.refused("profile", "check", "ours")
    own.write_text('name = "ours"\ntitle = "我市"\nbased_on = "mars"\n', "utf-8")
    assert "There is no profile mars" in desk.refused("profile", "check", own)
    own.write_text('name = "ours"\ntitle = "我市"\nbased_on = "general-12345"\n', "utf-8")
    assert desk.ok("--json", "profile", "show", "ours").object["title"] == "我市"


def test_files_that_cannot_be_read(desk: Desk, tmp_path: Path) -> None:
    line = desk.refused("profile", "check", tmp_path / "no.toml")
    assert line == f"{tmp_path / 'no.toml'} cannot be read: No such file or directory."
    (tmp_path / "odd.toml").write_bytes(b"\xff\xfe\x00")
    assert "not a text file in UTF-8" in desk.refused("profile", "check", tmp_path / "odd.toml")


def test_an_unknown_profile_is_named(desk: Desk) -> None:
    line = desk.refused("profile", "show", "mars")
    assert line.startswith("There is no profile mars. Profiles: ")


def test_the_desks_own_profile_needs_a_desk(nowhere: Desk) -> None:
    assert "There is no desk" in nowhere.refused("profile", "check")
