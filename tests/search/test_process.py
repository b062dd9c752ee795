"""The index builder as a child process: killed, broken and begun anew; the old index answers."""

from __future__ import annotations

import os
import signal
import struct
import subprocess
import sys
from pathlib import Path

import pytest
from whoosh.filedb.filestore import FileStorage

from operator_desk.domain.errors import UserError
from operator_desk.search import index, snapshot
from operator_desk.search.child import Child
from operator_desk.search.exporter import Exporter
from operator_desk.search.index import IndexBuilder
from operator_desk.search.process import BuilderProcess
from operator_desk.search.searcher import Searcher
from tests.search.texts import ask, changed, faq, indexed, keys, many, others

LIGHT = faq("light", "路灯不亮")


def killed(folder: Path, *, reset: bool) -> None:
    """A build that is killed before it commits."""
    with BuilderProcess(folder) as builder:
        if reset:
            builder.reset()
        builder.put(others(5))
        os.kill(builder.pid, signal.SIGKILL)
        builder.commit()


def gone(pid: int) -> bool:
    """Whether no process has the number; a parent's `wait` has taken the child's leave."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    return False


def test_articles_are_built_changed_and_taken_away(tmp_path: Path) -> None:
    with BuilderProcess(tmp_path, lambda: ("翻车鱼馆",)) as builder:
        assert builder.emptied
        builder.reset()
        builder.put([LIGHT, faq("fish", "翻车鱼馆")])
        builder.commit()
        builder.put([faq("fish", "水族馆")])
        builder.delete(["light", "nobody"])
        builder.commit()
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "builder.lock",
        "snapshot",
        "whoosh",
    ]
    searcher = Searcher(tmp_path)
    assert keys(searcher, "水族馆") == ["fish"]
    assert keys(searcher, "路灯") == []
    assert snapshot.read_generation(tmp_path, 2).dictionary == ("翻车鱼馆",)


def test_what_was_not_committed_is_not_found(tmp_path: Path) -> None:
    with BuilderProcess(tmp_path) as builder:
        builder.put([LIGHT])
    assert ask(Searcher(tmp_path), "路灯") == []
    with BuilderProcess(tmp_path) as builder:
        assert builder.emptied  # it was begun and never shown


def test_the_child_ends_with_the_block(tmp_path: Path) -> None:
    with BuilderProcess(tmp_path) as builder:
        pid = builder.pid
        assert not gone(pid)
    assert gone(pid)


def test_the_child_ends_when_the_block_fails(tmp_path: Path) -> None:
    pids = []

    def failing() -> None:
        with BuilderProcess(tmp_path) as builder:
            pids.append(builder.pid)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        failing()
    assert gone(pids[0])


def test_a_killed_builder_is_one_sentence_and_the_old_index_answers(tmp_path: Path) -> None:
    searcher = indexed(tmp_path, [LIGHT, *others(5)])
    with pytest.raises(UserError, match="ended before it was done"):
        killed(tmp_path, reset=False)
    searcher.refresh()
    assert keys(searcher, "路灯")[0] == "light"
    with BuilderProcess(tmp_path) as builder:
        assert not builder.emptied
        builder.put([faq("new", "翻车鱼")])
        builder.commit()
    searcher.refresh()
    assert keys(searcher, "翻车鱼") == ["new"]


def test_a_builder_killed_in_the_middle_of_a_rebuild_begins_anew(tmp_path: Path) -> None:
    indexed(tmp_path, [LIGHT])
    with pytest.raises(UserError, match="ended before it was done"):
        killed(tmp_path, reset=True)
    assert keys(Searcher(tmp_path), "路灯")[0] == "light"
    with BuilderProcess(tmp_path) as builder:
        assert builder.emptied
        builder.put([LIGHT])
        builder.commit()
    assert keys(Searcher(tmp_path), "路灯") == ["light"]


_BUILDING = """
import sys
from pathlib import Path
from operator_desk.search.process import BuilderProcess
from tests.search.texts import others
with BuilderProcess(Path(sys.argv[1])) as builder:
    builder.put(others(3))
    print(builder.pid, flush=True)
    sys.stdin.read()
"""


def test_the_child_ends_when_its_parent_is_killed(tmp_path: Path) -> None:
    parent = subprocess.Popen(
        [sys.executable, "-c", _BUILDING, str(tmp_path)],
        cwd=Path(__file__).parents[2],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert parent.stdout is not None
    assert int(parent.stdout.readline()) > 0
    parent.kill()
    parent.communicate()
    # The orphan lets go of the folder at once: the next builder gets it.
    with BuilderProcess(tmp_path) as builder:
        builder.put([LIGHT])
        builder.commit()
    assert keys(Searcher(tmp_path), "路灯") == ["light"]


def test_a_second_builder_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index, "_PATIENCE", 0.0)
    lock = FileStorage(str(tmp_path)).lock("builder.lock")
    assert lock.acquire()
    with pytest.raises(UserError, match="being built by another process"):
        IndexBuilder(tmp_path)
    lock.release()
    IndexBuilder(tmp_path).close()


def test_a_folder_that_cannot_be_written_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with (
        pytest.raises(UserError, match="cannot be written: Not a directory"),
        BuilderProcess(tmp_path / "file" / "index"),
    ):
        pytest.fail("there is no such folder")


def test_a_fault_of_the_child_comes_with_its_trace() -> None:
    child = Child("operator_desk.search.process")
    child.send("put", ["no article"])  # before "open"
    with pytest.raises(RuntimeError, match="IndexError"):
        child.receive()
    child.close()


def test_the_child_inherits_nothing_but_its_pipes(tmp_path: Path) -> None:
    store = (tmp_path / "desk.db").open("w+b")
    os.set_inheritable(store.fileno(), True)
    with store, BuilderProcess(tmp_path / "index") as builder:
        opened = Path(f"/proc/{builder.pid}/fd")
        if not opened.exists():
            pytest.skip("no /proc here")
        paths = [os.readlink(link) for link in opened.iterdir()]
    assert not [path for path in paths if "desk.db" in path]


@pytest.mark.parametrize("ending", ["seg", "toc"])
def test_an_index_that_cannot_be_read_is_begun_anew(tmp_path: Path, ending: str) -> None:
    indexed(tmp_path, [LIGHT])
    (harmed,) = (path for path in (tmp_path / "whoosh").iterdir() if path.suffix == f".{ending}")
    harmed.write_bytes(b"nothing of the kind" * 9)
    with BuilderProcess(tmp_path) as builder:
        assert builder.emptied
        assert keys(Searcher(tmp_path), "路灯") == ["light"]  # what is shown stays
        builder.put([faq("new", "翻车鱼")])
        builder.commit()
    assert keys(Searcher(tmp_path), "路灯") == []
    assert keys(Searcher(tmp_path), "翻车鱼") == ["new"]


def test_damage_seen_while_building_is_begun_anew_the_next_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_reader: object) -> None:
        raise struct.error("unpack requires a buffer of 4 bytes")

    indexed(tmp_path, [LIGHT])
    builder = IndexBuilder(tmp_path)
    builder.put([faq("new", "翻车鱼")])
    with monkeypatch.context() as patched:
        patched.setattr(index.export, "columns", broken)
        with pytest.raises(struct.error):
            builder.commit()
    builder.close()
    assert keys(Searcher(tmp_path), "路灯") == ["light"]
    again = IndexBuilder(tmp_path)
    assert again.emptied
    again.close()


def test_a_full_disk_does_not_throw_the_index_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    indexed(tmp_path, [LIGHT])
    builder = IndexBuilder(tmp_path)
    builder.put([faq("new", "翻车鱼")])
    with monkeypatch.context() as patched:
        patched.setattr(snapshot, "write_part", full)
        with pytest.raises(OSError, match="No space"):
            builder.commit()
    builder.commit()
    builder.close()
    assert keys(Searcher(tmp_path), "翻车鱼") == ["new"]
    assert keys(Searcher(tmp_path), "路灯") == ["light"]


def test_an_index_of_another_version_is_begun_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    indexed(tmp_path, [LIGHT])
    monkeypatch.setattr(index, "_VERSION", index._VERSION + 1)
    builder = IndexBuilder(tmp_path)
    assert builder.emptied
    builder.close()


def test_large_texts_are_exported_beside_the_builder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(index, "_BATCH_BYTES", 30_000)
    alone, beside = IndexBuilder(tmp_path / "alone"), tmp_path / "beside"
    helped = IndexBuilder(beside, Exporter(beside))
    for builder in (alone, helped):
        builder.put(many(120))
        builder.commit()
        builder.close()
    assert len(snapshot.read_generation(beside, 1).parts) > 1
    assert snapshot.sound(beside)
    for query in ("夜间施工噪声投诉", "社保", "押金 退款"):
        ours, others_ = (ask(Searcher(folder), query) for folder in (beside, tmp_path / "alone"))
        assert ours == others_


def test_a_builder_goes_on_without_the_exporter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(index, "_BATCH_BYTES", 30_000)
    exporter = Exporter(tmp_path)
    builder = IndexBuilder(tmp_path, exporter)
    builder.put(many(120))
    assert exporter.pid is not None
    os.kill(exporter.pid, signal.SIGKILL)
    builder.put(many(240)[120:])
    builder.commit()
    builder.close()
    assert snapshot.sound(tmp_path)
    assert len(keys(Searcher(tmp_path), "施工", limit=50)) == 50


def test_a_child_that_cannot_start_is_one_sentence(tmp_path: Path) -> None:
    child = Child("operator_desk.search.no_such_module")
    child.send("open", tmp_path)
    with pytest.raises(UserError, match="code 1"):
        child.receive()
    child.close()


def test_an_edit_loads_no_library_for_words_that_were_spelt_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    searcher = indexed(tmp_path, [LIGHT])
    monkeypatch.setitem(sys.modules, "pypinyin", None)  # importing it fails from now on
    changed(tmp_path, [faq("light", "路灯不亮", "夜里")])
    searcher.refresh()
    assert keys(searcher, "ludeng") == keys(searcher, "夜里") == ["light"]
    with pytest.raises(ImportError):
        changed(tmp_path, [faq("fish", "翻车鱼")])
