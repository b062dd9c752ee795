"""The snapshot: immutable generations, damage is noticed, a search goes on while others write."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from operator_desk.domain.errors import UserError
from operator_desk.search import snapshot
from operator_desk.search.index import IndexBuilder
from operator_desk.search.searcher import Searcher
from tests.search.texts import Edit, ask, changed, edited, faq, indexed, keys, others


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index of one generation."""
    folder = tmp_path_factory.mktemp("made")
    indexed(folder, [faq("light", "路灯不亮"), *others(20)])
    return folder


@pytest.fixture
def folder(made: Path, tmp_path: Path) -> Path:
    """That index, for one test."""
    return shutil.copytree(made, tmp_path / "index")


def manifest(folder: Path) -> Path:
    return max((folder / "snapshot").glob("generation-*.json"))


def a_file(folder: Path, name: str) -> Path:
    (found,) = (folder / "snapshot" / "segments").glob(f"*/{name}")
    return found


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1])


def flip(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)


def remove(path: Path) -> None:
    path.unlink()


def other_format(path: Path) -> None:
    whole = json.loads(path.read_text("utf-8"))
    whole["row"]["format"] += 1
    whole["crc"] = snapshot._crc(json.dumps(whole["row"], ensure_ascii=False))
    path.write_text(json.dumps(whole, ensure_ascii=False), "utf-8")


FILES = ("terms", "terms_ends.npy", "heads.npy", "pointers.npy", "docs.npy", "weights.npy")
FILES += ("lengths.npy", "totals.npy", "facts.npy", "groups", "infos", "infos_ends.npy")
FILES += ("sounds.npy", "sounded.npy")


def test_every_file_of_a_segment_is_damaged_by_these_tests(folder: Path) -> None:
    (home,) = (folder / "snapshot" / "segments").iterdir()
    assert sorted(path.name for path in home.iterdir()) == sorted(FILES)


@pytest.mark.parametrize("harm", [cut, flip, remove])
@pytest.mark.parametrize("name", FILES)
def test_a_damaged_file_is_one_sentence(
    folder: Path, name: str, harm: Callable[[Path], None]
) -> None:
    harm(a_file(folder, name))
    assert not snapshot.sound(folder)
    with pytest.raises(UserError, match="operator-desk knowledge reindex"):
        Searcher(folder)


def test_damaged_files_are_mended_by_the_next_commit(folder: Path) -> None:
    changed(folder, [faq("new", "翻车鱼")])
    for path in (folder / "snapshot" / "segments").glob("*/docs.npy"):
        flip(path)
    changed(folder)
    assert snapshot.sound(folder)
    searcher = Searcher(folder)
    assert (keys(searcher, "路灯")[0], keys(searcher, "翻车鱼")[0]) == ("light", "new")


@pytest.mark.parametrize("harm", [cut, flip, other_format])
def test_a_damaged_manifest_is_one_sentence_and_mended_by_the_next_commit(
    folder: Path, harm: Callable[[Path], None]
) -> None:
    harm(manifest(folder))
    assert not snapshot.sound(folder)
    with pytest.raises(UserError, match="damaged or of another version"):
        Searcher(folder)
    changed(folder)
    assert keys(Searcher(folder), "路灯")[0] == "light"


def test_a_running_search_answers_on_beside_a_damaged_generation(folder: Path) -> None:
    searcher = Searcher(folder)
    changed(folder, [faq("new", "翻车鱼")])
    flip(manifest(folder))
    searcher.refresh()
    searcher.refresh()
    assert keys(searcher, "路灯")[0] == "light"
    changed(folder, [faq("newer", "大熊猫")])
    searcher.refresh()
    assert keys(searcher, "翻车鱼")[0] == "new"
    assert keys(searcher, "大熊猫")[0] == "newer"


def test_no_generation_is_not_sound(tmp_path: Path) -> None:
    assert not snapshot.sound(tmp_path)
    assert snapshot.current(tmp_path) == 0


def test_the_last_two_generations_are_kept_and_their_segments(folder: Path) -> None:
    edited(folder, *(Edit([faq(f"n{number}", "新文章")]) for number in range(4)))
    manifests = sorted((folder / "snapshot").glob("generation-*.json"))
    assert [int(path.stem[-9:]) for path in manifests] == [4, 5]
    used = {
        part.name for number in (4, 5) for part in snapshot.read_generation(folder, number).parts
    }
    assert {path.name for path in (folder / "snapshot" / "segments").iterdir()} == used


def test_an_open_search_answers_from_its_generation_after_it_was_dropped(folder: Path) -> None:
    searcher = Searcher(folder)
    before = ask(searcher, "路灯不亮 夜间施工")
    builder = IndexBuilder(folder)
    for _ in range(3):
        builder.reset()
        builder.put(others(5))
        builder.commit()
    builder.close()
    assert ask(searcher, "路灯不亮 夜间施工") == before
    searcher.refresh()
    assert "light" not in keys(searcher, "路灯不亮")


def test_a_generation_dropped_while_it_is_read_is_tried_again(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    searcher, real, dropped = Searcher(folder), snapshot.read_generation, []
    changed(folder, [faq("new", "翻车鱼")])

    def dropping(where: Path, number: int) -> snapshot.Generation:
        if not dropped:
            dropped.append(number)
            for turn in range(2):
                changed(where, [faq("new", f"翻车鱼{turn}")])
        return real(where, number)

    monkeypatch.setattr(snapshot, "read_generation", dropping)
    searcher.refresh()
    assert dropped == [2]
    assert ask(searcher, "翻车鱼")[0].title == "翻车鱼1"


def test_segments_dropped_while_they_are_read_are_tried_again(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    searcher, real, seen = Searcher(folder), snapshot.intact, []

    def dropping(where: Path, part: snapshot.Part) -> bool:
        seen.append(part.name)
        if len(seen) == 1:
            builder = IndexBuilder(where)
            for turn in range(3):
                builder.reset()
                builder.put([faq("new", f"翻车鱼{turn}")])
                builder.commit()
            builder.close()
        return real(where, part)

    changed(folder, [faq("new", "翻车鱼")])
    monkeypatch.setattr(snapshot, "intact", dropping)
    searcher.refresh()
    assert ask(searcher, "翻车鱼")[0].title == "翻车鱼2"


@pytest.mark.parametrize("leave", ["whoosh", "snapshot"])
def test_half_an_index_that_was_thrown_away_is_built_again(folder: Path, leave: str) -> None:
    for part in {"whoosh", "snapshot"} - {leave}:
        shutil.rmtree(folder / part)
    builder = IndexBuilder(folder)
    if builder.emptied:
        builder.put([faq("light", "路灯不亮")])
    builder.commit()
    builder.close()
    assert keys(Searcher(folder), "路灯")[0] == "light"
