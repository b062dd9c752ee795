"""`knowledge import`, `imports`, `undo`: batches that are refused, listed and taken back whole."""

from __future__ import annotations

import json
import os
import random
from pathlib import Path

import pytest

from operator_desk.app import content
from tests.commands.desk import Desk, Ran
from tests.support.data import needs_data

NOTHING = {"added": 0, "changed": 0, "unchanged": 0, "refused": []}


def written(path: Path, *keys: str, **given: str) -> Path:
    lines = [json.dumps({"key": key, "kind": "faq", "title": "灯"} | given) for key in keys]
    path.write_text("".join(f"{line}\n" for line in lines), "utf-8")
    return path


def keys(desk: Desk, folder: Path) -> set[str]:
    desk.ok("knowledge", "export", folder / "out.jsonl")
    lines = (folder / "out.jsonl").read_text("utf-8").splitlines()
    return {json.loads(line)["key"] for line in lines}


@pytest.fixture
def quick(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A desk whose index is left as it is: what it makes of articles is shown elsewhere."""
    monkeypatch.setattr(content, "update_index", lambda *_given: 0)
    return desk


def test_an_import_is_listed_and_taken_back_as_a_whole(desk: Desk, tmp_path: Path) -> None:
    desk.ok("knowledge", "import", written(tmp_path / "a.jsonl", "a", "b"))
    desk.ok("knowledge", "import", written(tmp_path / "b.jsonl", "b", "c", title="新灯"))
    later, first = desk.ok("--json", "knowledge", "imports").rows
    assert (later["file"], later["kind"], later["added"], later["changed"]) == (
        "b.jsonl", "import", 1, 1,
    )  # fmt: skip
    assert (first["file"], first["added"], first["undone"]) == ("a.jsonl", 2, False)
    written(tmp_path / "a.jsonl", "c", title="旧灯")
    desk.ok("knowledge", "import", tmp_path / "a.jsonl")
    ran = desk.run("--json", "knowledge", "undo", later["id"])
    assert (ran.code, ran.object["taken_back"], ran.object["left"]) == (1, 1, ["c"])
    assert "c was changed since" in ran.err
    hits = desk.ok("--json", "knowledge", "search", "新灯").rows
    assert "b" not in [hit["key"] for hit in hits if "新" in hit["title"]]
    undo, *_rest = desk.ok("--json", "knowledge", "imports").rows
    assert (undo["kind"], undo["undoes"], undo["id"]) == ("undo", later["id"], ran.object["id"])
    assert desk.ok("knowledge", "undo", undo["id"]).out == "1 articles taken back.\n"
    assert "left to undo" in desk.refused("knowledge", "undo", undo["id"])
    assert "b.jsonl" in desk.ok("knowledge", "imports").out


def test_all_or_nothing_takes_nothing_when_anything_is_refused(quick: Desk, tmp_path: Path) -> None:
    good, bad = written(tmp_path / "a.jsonl", "a"), written(tmp_path / "b.jsonl", "b", kind="poem")
    words = ("--json", "knowledge", "import", "--all-or-nothing")
    for more in ((bad,), (tmp_path / "none.jsonl",)):
        ran = quick.run(*words, good, *more)
        assert ran.code == 1
        assert len(ran.object["refused"]) == 1
        assert ran.object | {"refused": []} == NOTHING
    assert quick.ok("--json", "knowledge", "imports").rows == []
    both = quick.ok(*words, good, written(tmp_path / "b.jsonl", "b"))
    assert both.object == NOTHING | {"added": 2}


def test_a_circle_of_successors_is_refused_row_by_row(quick: Desk, tmp_path: Path) -> None:
    quick.ok("knowledge", "import", written(tmp_path / "a.jsonl", "a", successor="b"))
    path = written(tmp_path / "b.jsonl", "b", successor="a")
    for option in ("--dry-run", "--as=jsonl"):
        ran: Ran = quick.run("--json", "knowledge", "import", option, path)
        (refused,) = ran.object["refused"]
        assert (ran.code, refused["row"], ran.object["added"]) == (1, 1, 0)
        assert "lead back to b" in refused["reason"]
    assert keys(quick, tmp_path) == {"a"}


@pytest.mark.data
@pytest.mark.proof
def test_laws_in_markdown_after_the_table_are_unchanged_under_the_same_keys(
    quick: Desk, tmp_path: Path
) -> None:
    full, data = os.environ.get("OPERATOR_DESK_PROOF") == "full", needs_data()
    paths = sorted((data / "laws" / "markdown").glob("*.md"))
    old = sorted((data / "laws" / "markdown_superseded").glob("*.md"))
    if not full:
        paths, old = random.Random(12345).sample(paths, 12), old[::5]
    tables = [data / "knowledge" / name for name in ("laws.jsonl", "laws_superseded.jsonl")]
    if not full:
        tables = [_of(laws(paths + old), table, tmp_path) for table in tables]
    many = quick.ok("--json", "knowledge", "import", *tables).object["added"]
    before = keys(quick, tmp_path)
    ran = quick.ok("--json", "knowledge", "import", *paths, *old)
    assert ran.object == NOTHING | {"unchanged": many}
    assert keys(quick, tmp_path) == before


def laws(paths: list[Path]) -> set[str]:
    return {path.stem for path in paths} | {path.stem.partition("(")[0] for path in paths}


def _of(wanted: set[str], table: Path, folder: Path) -> Path:
    """The lines of a table that belong to these laws."""
    lines = table.read_text("utf-8").split("\n")
    kept = [one for one in lines if one and json.loads(one)["key"].partition("#")[0] in wanted]
    path = folder / table.name
    path.write_text("".join(f"{line}\n" for line in kept), "utf-8")
    return path
