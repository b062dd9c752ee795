"""`knowledge`: articles taken in row by row, found at once, scored, checked, written out."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from operator_desk import app
from operator_desk.app import content
from operator_desk.domain.errors import UserError
from operator_desk.search.process import BuilderProcess
from tests.commands.desk import Desk
from tests.support.data import needs_data

FILES = ("laws.jsonl", "laws_superseded.jsonl", "hotlines.csv")


def row(key: str = "light", **given: Any) -> dict[str, Any]:
    """An article."""
    plain = {
        "key": key,
        "kind": "faq",
        "title": "路灯不亮",
        "body": "路灯坏了请报修，电力部门来修。",
        "source": "市政手册",
    }
    return plain | given


DEAD = row("old", title="街灯办法", repealed_on="2020-01-01", successor="light")


def written(folder: Path, *rows: object, name: str = "articles.jsonl") -> Path:
    path = folder / name
    lines = [one if isinstance(one, str) else json.dumps(one, ensure_ascii=False) for one in rows]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def found(desk: Desk, query: str, *options: object) -> list[str]:
    return [hit["key"] for hit in desk.ok("--json", "knowledge", "search", query, *options).rows]


def counts(**given: int) -> dict[str, Any]:
    return {"added": 0, "changed": 0, "unchanged": 0, "refused": []} | given


@pytest.fixture(scope="module")
def _filled(tmp_path_factory: pytest.TempPathFactory, _empty: Path) -> Path:
    folder = tmp_path_factory.mktemp("filled")
    desk = Desk(shutil.copytree(_empty, folder / "desk"))
    desk.ok(
        "knowledge", "import", written(folder, row(), DEAD, row("other", title="停水", body=""))
    )
    return desk.folder


@pytest.fixture
def filled(_filled: Path, tmp_path: Path) -> Desk:
    """A desk with three articles, indexed."""
    return Desk(shutil.copytree(_filled, tmp_path / "filled"))


# -- import --------------------------------------------------------------------------------


def test_articles_are_taken_in_once_and_found_at_once(desk: Desk, tmp_path: Path) -> None:
    path = written(tmp_path, row(), row("b", title="停水", body=""))
    assert found(desk, "路灯") == []
    assert desk.ok("--json", "knowledge", "import", path).object == counts(added=2)
    assert found(desk, "路灯") == ["light"]
    assert desk.ok("--json", "knowledge", "import", path).object == counts(unchanged=2)
    written(tmp_path, row(body="翻车鱼"), row("b", title="停水", body=""))
    ran = desk.ok("--json", "knowledge", "import", path)
    assert ran.object == counts(changed=1, unchanged=1)
    assert found(desk, "翻车鱼") == ["light"]
    text = desk.ok("knowledge", "import", path).out
    assert text == "Added 0, changed 0, unchanged 2, refused 0.\n"


def test_a_dry_run_changes_nothing(desk: Desk, tmp_path: Path) -> None:
    path = written(tmp_path, row(), row("b"))
    ran = desk.ok("--json", "knowledge", "import", "--dry-run", path)
    assert ran.object == counts(added=2)
    assert found(desk, "路灯") == []
    assert desk.ok("--json", "knowledge", "import", path).object == counts(added=2)


def test_a_format_can_be_named(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "list.txt"
    path.write_text("number,name\n12333,人社热线\n", "utf-8")
    assert "There is no format .txt" in desk.refused("knowledge", "import", path)
    ran = desk.ok("--json", "knowledge", "import", "--as", "contacts", path)
    assert ran.object == counts(added=1)
    assert found(desk, "123") == ["12333"]


def test_bad_rows_are_named_and_the_good_ones_taken(desk: Desk, tmp_path: Path) -> None:
    path = written(
        tmp_path,
        row(),
        row("big", body="字" * 70_000),
        "{broken",
        row("odd", colour="red"),
        row("poem", kind="poem"),
        row("late", valid_from="soon"),
        {"kind": "faq", "title": "无钥"},
        row(),
    )
    ran = desk.run("--json", "knowledge", "import", path)
    assert ran.code == 1
    told = ran.object
    assert (told["added"], told["changed"], told["unchanged"]) == (1, 0, 0)
    reasons = {one["row"]: one["reason"] for one in told["refused"]}
    assert {one["file"] for one in told["refused"]} == {"articles.jsonl"}
    wanted = {2: "200000", 3: "not JSON", 4: "colour", 5: "poem", 6: "soon", 7: "key", 8: "row 1"}
    assert sorted(reasons) == sorted(wanted)
    for number, words in wanted.items():
        assert words in reasons[number]
    assert found(desk, "路灯") == ["light"]
    ran = desk.run("knowledge", "import", path)
    assert ran.out == "Added 0, changed 0, unchanged 1, refused 7.\n"
    assert len(ran.err.splitlines()) == 7
    assert "articles.jsonl, row 4: Unknown field colour." in ran.err


def nothing(path: Path) -> None:
    assert not path.exists()


def empty(path: Path) -> None:
    path.write_bytes(b" \n")


def wrong_encoding(path: Path) -> None:
    path.write_bytes(bytes(range(128, 256)))


def a_folder(path: Path) -> None:
    path.mkdir()


@pytest.mark.parametrize(
    ("made", "reason"),
    [
        (nothing, "cannot be read: No such file or directory"),
        (empty, "is empty"),
        (wrong_encoding, "is no text in UTF-8"),
        (a_folder, "cannot be read: Is a directory"),
    ],
)
def test_a_file_that_cannot_be_read_is_one_sentence(
    desk: Desk, tmp_path: Path, made: Callable[[Path], None], reason: str
) -> None:
    path = tmp_path / "bad.jsonl"
    made(path)
    assert reason in desk.refused("knowledge", "import", path)
    ran = desk.run("knowledge", "import", path, written(tmp_path, row()))
    assert (ran.code, ran.out) == (1, "Added 1, changed 0, unchanged 0, refused 1.\n")
    assert reason in ran.err
    assert found(desk, "路灯") == ["light"]


@pytest.mark.parametrize(("name", "words"), [("a.csv", "key,kind\n"), ("a.xlsx", "no workbook")])
def test_a_table_that_is_none_is_one_sentence(
    desk: Desk, tmp_path: Path, name: str, words: str
) -> None:
    (tmp_path / name).write_text(words)
    assert name in desk.refused("knowledge", "import", tmp_path / name)


# -- search --------------------------------------------------------------------------------


def test_a_hit_says_what_it_is_and_what_is_in_force(filled: Desk) -> None:
    first, second = filled.ok("--json", "knowledge", "search", "街灯办法").rows
    assert first.keys() >= {"key", "title", "kind", "score", "valid", "snippet"}
    assert (first["key"], first["valid"], first["successor"]) == ("light", True, None)
    assert (second["key"], second["valid"], second["successor"]) == ("old", False, "light")
    assert second["validity"] == "repealed"


def test_the_day_and_the_limit_are_asked_for(filled: Desk) -> None:
    assert found(filled, "街灯办法", "--limit", 1) == ["light"]
    (first, *_) = filled.ok("--json", "knowledge", "search", "街灯办法", "--on", "2019-12-31").rows
    assert (first["key"], first["valid"]) == ("old", True)
    for bad in (("--limit", "0"), ("--limit", "many"), ("--on", "yesterday")):
        assert filled.run("knowledge", "search", "x", *bad).code == 2


def test_hits_are_a_table_for_people(filled: Desk) -> None:
    out = filled.ok("knowledge", "search", "路灯").out
    assert "路灯不亮" in out
    assert filled.ok("knowledge", "search", "？").out.count("light") == 0


# -- the index -----------------------------------------------------------------------------


def test_a_damaged_index_is_one_sentence_until_it_is_built_again(filled: Desk) -> None:
    for path in (filled.folder / "index" / "snapshot").rglob("docs.npy"):
        path.write_bytes(b"")
    assert "knowledge reindex" in filled.refused("knowledge", "search", "路灯")
    assert filled.ok("--json", "knowledge", "reindex").object == {"articles": 3}
    assert found(filled, "路灯")[0] == "light"


def test_the_next_import_mends_a_damaged_index(filled: Desk, tmp_path: Path) -> None:
    for path in (filled.folder / "index" / "snapshot").rglob("docs.npy"):
        path.write_bytes(b"")
    again = written(tmp_path, row())
    assert filled.ok("--json", "knowledge", "import", again).object == counts(unchanged=1)
    assert found(filled, "路灯")[0] == "light"


@pytest.mark.parametrize("lost", ["index", "index/whoosh", "index/snapshot", "index/cursor"])
def test_the_next_import_builds_what_was_lost(filled: Desk, tmp_path: Path, lost: str) -> None:
    path = filled.folder / lost
    path.unlink() if path.is_file() else shutil.rmtree(path)
    filled.ok("knowledge", "import", written(tmp_path, row("new", title="翻车鱼")))
    assert found(filled, "翻车鱼") == ["new"]
    assert found(filled, "路灯")[0] == "light"


def test_a_builder_that_fails_loses_no_article(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_builder: BuilderProcess) -> None:
        raise UserError("The search index cannot be written: {reason}.", reason="disk full")

    path = written(tmp_path, row())
    with monkeypatch.context() as patched:
        patched.setattr(BuilderProcess, "commit", full)
        line = desk.refused("knowledge", "import", path)
    assert line == "The search index cannot be written: disk full."
    assert found(desk, "路灯") == []
    assert desk.ok("--json", "knowledge", "import", path).object == counts(unchanged=1)
    assert found(desk, "路灯") == ["light"]


def test_an_empty_desk_is_indexed_too(desk: Desk) -> None:
    assert desk.ok("--json", "knowledge", "reindex").object == {"articles": 0}
    assert desk.ok("knowledge", "reindex").out == "0 articles indexed.\n"
    assert found(desk, "路灯") == []


def test_nothing_new_starts_no_builder(filled: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def none(_builder: BuilderProcess) -> BuilderProcess:
        raise AssertionError("a builder was started")

    monkeypatch.setattr(BuilderProcess, "__enter__", none)
    with app.open_desk(filled.folder, writing=True) as desk:
        assert content.update_index(desk) == 0


# -- evaluate, check, export ---------------------------------------------------------------


def test_questions_are_scored(filled: Desk, tmp_path: Path) -> None:
    path = written(
        tmp_path,
        {"question": "路灯坏了谁来修？", "gold": ["light"]},
        {"question": "没有这样的词", "gold": ["absent"]},
        name="questions.jsonl",
    )
    figures = filled.ok("--json", "knowledge", "evaluate", path).object
    assert {name: figures[name] for name in ("questions", "left_out", "hit@1", "hit@100")} == {
        "questions": 2,
        "left_out": 0,
        "hit@1": 0.5,
        "hit@100": 0.5,
    }
    assert figures["p50_ms"] <= figures["p95_ms"] <= figures["p99_ms"]
    assert filled.ok("--json", "knowledge", "evaluate", path, "--limit", 5).object["hit@10"] is None
    assert "hit@1" in filled.ok("knowledge", "evaluate", path).out


def test_a_question_set_is_asked_after_learning(filled: Desk, tmp_path: Path) -> None:
    rows = [
        {"question": f"楼下黑咕隆咚第{n}天没人管怎么办呢", "gold": ["light"]} for n in "一二三四"
    ]
    path = written(tmp_path, *rows, name="questions.jsonl")
    words = ("--json", "knowledge", "evaluate", path)
    assert filled.ok(*words).object["hit@1"] == 0
    split = filled.ok(*words, "--split", 2).object
    assert (split["questions"], split["left_out"], split["hit@1"]) == (4, 0, 1)
    told = call("c1", "楼下黑咕隆咚没人管。", "light")
    taught = filled.ok(*words, "--learn-from", written(tmp_path, told, name="calls.jsonl")).object
    assert (taught["questions"], taught["left_out"], taught["hit@1"]) == (4, 0, 1)
    asked = call("c2", str(rows[0]["question"]), "light")
    one = written(tmp_path, told, asked, name="calls.jsonl")
    assert filled.ok(*words, "--learn-from", one).object["left_out"] == 1
    every = written(
        tmp_path, *(call(f"d{n}", str(row["question"]), "light") for n, row in enumerate(rows)),
        name="calls.jsonl",
    )  # fmt: skip
    assert "stands in what is learned from" in filled.refused(*words, "--learn-from", every)
    bad = written(tmp_path, told, told | {"id": "e1", "outcome": "sung"}, name="calls.jsonl")
    assert filled.refused(*words, "--learn-from", bad).startswith("calls.jsonl, row 2: ")


def call(call_id: str, words: str, told: str) -> dict[str, object]:
    """A scripted call of one statement that was answered with an article."""
    return {
        "id": call_id,
        "started_at": "2026-11-02T09:00:00+08:00",
        "caller_number": "13800002206",
        "kind": "inquiry",
        "statements": [words],
        "told": [told],
        "talk_s": 60,
        "after_call_s": 10,
        "outcome": "answered",
    }


def test_a_bad_question_set_is_one_sentence(filled: Desk, tmp_path: Path) -> None:
    path = written(tmp_path, {"question": "谁？", "gold": ["light"]}, {"question": "谁？"})
    assert "row 2" in filled.refused("knowledge", "evaluate", path)
    assert "No such file" in filled.refused("knowledge", "evaluate", tmp_path / "none")


def test_what_editors_must_look_at_is_listed(desk: Desk, tmp_path: Path) -> None:
    path = written(
        tmp_path,
        row(),
        row("twin"),
        row("bare", title="停水", source=""),
        row("due", title="停电", review_by="2020-01-01"),
        row("gone", title="街灯", repealed_on="2020-01-01", successor="nobody"),
        row("lost", title="旧灯", repealed_on="2020-01-01"),
    )
    desk.ok("knowledge", "import", path)
    rows = desk.ok("--json", "knowledge", "check").rows
    assert {(one["key"], one["what"]) for one in rows} == {
        ("twin", "duplicate"),
        ("bare", "no_source"),
        ("due", "review_overdue"),
        ("gone", "repealed"),
        ("gone", "dead_successor"),
        ("lost", "repealed"),
        ("lost", "no_successor"),
    }
    assert "nobody" in desk.ok("knowledge", "check").out


def test_what_is_exported_can_be_imported_again(
    filled: Desk, nowhere: Desk, tmp_path: Path
) -> None:
    path = tmp_path / "all.jsonl"
    assert filled.ok("knowledge", "export", path).out == "3 articles written.\n"
    assert filled.ok("--json", "knowledge", "import", path).object == counts(unchanged=3)
    nowhere.ok("init", "--bare")
    assert nowhere.ok("--json", "knowledge", "import", path).object == counts(added=3)
    again = tmp_path / "again.jsonl"
    nowhere.ok("knowledge", "export", again)
    assert again.read_text("utf-8") == path.read_text("utf-8")
    assert filled.run("knowledge", "export", tmp_path / "no" / "folder.jsonl").code == 1


@pytest.mark.data
@pytest.mark.proof
def test_the_laws_at_hand_are_taken_in_whole(desk: Desk) -> None:
    # The whole of them, without the index, is taken in by tests/commands/test_shown.py.
    full = os.environ.get("OPERATOR_DESK_PROOF") == "full"
    names, many = (FILES, 13_449) if full else (FILES[1:], 1_492)
    paths = [needs_data() / "knowledge" / name for name in names]
    assert desk.ok("--json", "knowledge", "import", *paths).object == counts(added=many)
    assert desk.ok("--json", "knowledge", "import", *paths).object == counts(unchanged=many)
    assert len(found(desk, "合同")) == 10
