"""`knowledge learned`, `knowledge synonyms`, `call replay --learn`, `evaluate --with-use`."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.commands.desk import Desk
from tests.commands.test_knowledge import call, found, row, written

WORDS = ("楼下黑咕隆咚没人管", "晚上黑咕隆咚看不见", "门口黑咕隆咚好几天")
LIGHT = row(title="照明设施", body="照明设施损坏，由养护单位维修。", source="")
OTHER = row("other", title="停水", body="抢修期间停水。")


@pytest.fixture(scope="module")
def _taught(tmp_path_factory: pytest.TempPathFactory, _empty: Path) -> Path:
    folder = tmp_path_factory.mktemp("taught")
    desk = Desk(shutil.copytree(_empty, folder / "desk"))
    desk.ok("knowledge", "import", written(folder, LIGHT, OTHER))
    calls = [call(f"c{n}", words, "light") for n, words in enumerate(WORDS)]
    desk.ok("call", "replay", written(folder, *calls, name="c.jsonl"))
    assert desk.ok("--json", "knowledge", "learned").out == ""  # not without --learn
    played = desk.ok("--json", "call", "replay", "--learn", folder / "c.jsonl").object
    assert (played["new"], played["known"]) == (0, 3)
    return desk.folder


@pytest.fixture
def desk(_taught: Path, tmp_path: Path) -> Desk:
    """A desk whose search has learned from three calls."""
    return Desk(shutil.copytree(_taught, tmp_path / "desk"))


def learned(desk: Desk, *options: object) -> dict[tuple[str, str], dict[str, Any]]:
    rows = desk.ok("--json", "knowledge", "learned", *options).rows
    return {(one["lay"], one["official"]): one for one in rows}


def test_played_calls_teach_the_search(desk: Desk) -> None:
    rows = learned(desk, "--word", "黑咕隆咚")
    assert {lay for lay, _official in rows} == {"黑咕隆咚"}
    assert "照明" in {official for _lay, official in rows}
    one = rows["黑咕隆咚", "照明"]
    assert (one["times"], one["state"]) == (3, "learned")
    assert 0 < one["probability"] <= 1
    assert len(learned(desk, "--limit", 2)) == 2
    assert found(desk, "昨天夜里黑咕隆咚的叫人怎么走路呢") == ["light"]
    assert "黑咕隆咚" in desk.ok("knowledge", "learned", "--limit", 50).out


def test_told_questions_are_left_out_and_counted(desk: Desk, tmp_path: Path) -> None:
    asked = [{"question": f"{words}。", "gold": ["light"]} for words in WORDS]
    fresh = {"question": "昨天夜里黑咕隆咚的叫人怎么走路呢", "gold": ["light"]}
    path = written(tmp_path, *asked, fresh, name="q.jsonl")
    words = ("--json", "knowledge", "evaluate")
    plain = desk.ok(*words, path).object
    assert (plain["questions"], plain["left_out"], plain["hit@1"]) == (4, 0, 0)
    used = desk.ok(*words, "--with-use", path).object
    assert (used["questions"], used["left_out"], used["hit@1"]) == (1, 3, 1)
    every = written(tmp_path, *asked, name="q.jsonl")
    none = desk.ok(*words, "--with-use", every).object
    assert (none["questions"], none["left_out"], none["hit@1"]) == (0, 3, None)
    assert "stands alone" in desk.wrong("knowledge", "evaluate", "--with-use", path, "--split", 2)


def test_an_editor_strikes_pins_clears_and_resets(desk: Desk) -> None:
    pair, other = ("黑咕隆咚", "照明"), ("黑咕隆咚", "停水")
    rows = learned(desk, "--strike", *pair, "--pin", *other)
    assert (rows[pair]["state"], rows[other]["state"]) == ("struck", "pinned")
    assert {*list(rows)[:2]} == {pair, other}
    assert found(desk, "昨天夜里黑咕隆咚的叫人怎么走路呢") == ["light", "other"]
    assert learned(desk, "--clear", *pair, "--clear", *other)[pair]["state"] == "learned"
    assert learned(desk, "--pin", *other, "--reset").keys() == {other}
    assert found(desk, "昨天夜里黑咕隆咚的叫人怎么走路呢") == ["other"]
    line = desk.refused("knowledge", "learned", "--strike", "没有", "这对")
    assert "has not been learned" in line


def test_synonyms_are_kept_and_found_by(desk: Desk, tmp_path: Path) -> None:
    words = ("--json", "knowledge", "synonyms")
    assert found(desk, "街灯") == []
    made = desk.ok(*words, "add", "街灯", "照明设施", "养护单位").object
    assert made == {"lay": "街灯", "stands_for": ["照明设施", "养护单位"]}
    listed = desk.ok(*words, "list").rows
    assert [one for one in listed if not one["shipped"]] == [made | {"shipped": False}]
    assert found(desk, "街灯") == ["light"]
    desk.ok("knowledge", "reindex")  # its word stands in the segmenter's dictionary from now on
    assert found(desk, "街灯") == ["light"]
    assert desk.ok(*words, "remove", "街灯").object == made
    assert found(desk, "街灯") == []
    assert "no synonym" in desk.refused("knowledge", "synonyms", "remove", "街灯")
    rows = [{"lay": "街灯", "stands_for": ["照明"]}, {"lay": "短"}, {"lay": "长", "x": 1}, [],
            {"lay": "街灯", "stands_for": ["路灯"]}, {"lay": "街", "stands_for": "路"}]  # fmt: skip
    ran = desk.run(*words, "import", written(tmp_path, *rows, name="s.jsonl"))
    assert (ran.code, ran.object["added"]) == (1, 1)
    assert [one["row"] for one in ran.object["refused"]] == [2, 3, 4, 5, 6]
