"""The draft journal: what was saved is read back, whatever the file went through."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from operator_desk.domain.errors import UserError
from operator_desk.domain.state import DAMAGED
from operator_desk.storage import journal
from operator_desk.storage.journal import FileJournal, read_file
from operator_desk.storage.patch import difference, patched

CALL = UUID(int=7)
_leaf = st.none() | st.booleans() | st.integers(-5, 5) | st.text("甲乙ab\n", max_size=4)
_value = st.recursive(
    _leaf,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("xyz"), inner),
    max_leaves=8,
)
_state = st.dictionaries(st.sampled_from(["a", "b", "c"]), _value, max_size=3)


@given(_value, _value)
def test_a_difference_makes_the_new_value_out_of_the_old(old: object, new: object) -> None:
    assert patched(old, difference(old, new)) == new


@settings(max_examples=30, deadline=None)
@given(st.lists(_state, min_size=1, max_size=5), st.data())
def test_a_file_cut_anywhere_holds_the_newest_whole_state(
    states: list[dict[str, object]], data: st.DataObject
) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"{CALL}.jsonl"
        kept, ends = FileJournal(Path(folder)), []
        for state in states:
            kept.save(CALL, state)
            ends.append(len(path.read_bytes().rstrip(b"\0")))
        whole = path.read_bytes().rstrip(b"\0")
        cut = data.draw(st.integers(0, len(whole)))
        path.write_bytes(whole[:cut])
        expected = [state for state, end in zip(states, ends, strict=True) if end <= cut]
        found, damaged = read_file(path)
        assert found == (expected[-1] if expected else None)
        assert not damaged


def test_states_come_back_in_the_next_start(tmp_path: Path) -> None:
    folder = tmp_path / "journal"
    kept = FileJournal(folder)
    kept.save(CALL, {"words": "第一句"})
    kept.save(CALL, {"words": "第一句，又一句"})
    assert FileJournal(folder).unfinished() == [{"words": "第一句，又一句"}]
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE(next(folder.iterdir()).stat().st_mode) == 0o600
    kept.drop(CALL)
    assert FileJournal(folder).unfinished() == []


def test_a_resumed_call_goes_on_in_its_file(tmp_path: Path) -> None:
    FileJournal(tmp_path).save(CALL, {"words": "a"})
    again = FileJournal(tmp_path)
    again.save(CALL, {"words": "ab"})
    again.save(CALL, {"words": "abc"})
    assert FileJournal(tmp_path).unfinished() == [{"words": "abc"}]


def test_a_long_call_is_compacted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(journal, "COMPACT_BYTES", 2000)
    kept = FileJournal(tmp_path)
    for n in range(300):
        kept.save(CALL, {"lines": ["字" * 100, "x" * n]})
    assert (tmp_path / f"{CALL}.jsonl").stat().st_size <= 2000
    assert kept.unfinished() == [{"lines": ["字" * 100, "x" * 299]}]


def test_a_file_damaged_in_the_middle_is_kept_aside_and_read_so_far(tmp_path: Path) -> None:
    kept = FileJournal(tmp_path)
    for words in ("a", "ab", "abc"):
        kept.save(CALL, {"words": words})
    path = tmp_path / f"{CALL}.jsonl"
    lines = path.read_bytes().split(b"\n")
    lines[1] = lines[1][:-3] + b"!!!"
    path.write_bytes(b"\n".join(lines))
    fresh = FileJournal(tmp_path)
    assert fresh.unfinished() == [{"words": "a", DAMAGED: True}]
    assert [copy.read_bytes() for copy in fresh.damaged()] == [path.read_bytes()]


def test_the_damaged_file_stays_as_it_is_while_its_call_goes_on(tmp_path: Path) -> None:
    kept = FileJournal(tmp_path)
    for words in ("a", "ab", "abc"):
        kept.save(CALL, {"words": words})
    path = tmp_path / f"{CALL}.jsonl"
    path.write_bytes(path.read_bytes().replace(b'"ab"', b'"xy"'))
    broken = path.read_bytes()
    fresh = FileJournal(tmp_path)
    (state,) = fresh.unfinished()
    fresh.save(CALL, {"words": state["words"] + "d"})
    assert fresh.damaged()[0].read_bytes() == broken
    assert FileJournal(tmp_path).unfinished() == [{"words": "ad"}]


def test_a_file_of_which_nothing_can_be_read_is_told_once(tmp_path: Path) -> None:
    FileJournal(tmp_path).save(CALL, {"words": "a"})
    path = tmp_path / f"{CALL}.jsonl"
    path.write_bytes(b"nothing of this program\n" * 3)
    fresh = FileJournal(tmp_path)
    assert fresh.unfinished() == [{}]
    assert [copy.name for copy in fresh.damaged()] == [f"{CALL}.damaged"]
    assert fresh.unfinished() == []


def test_a_damaged_line_costs_what_was_typed_until_the_next_whole_state(tmp_path: Path) -> None:
    kept = FileJournal(tmp_path)
    count = journal.WHOLE_EVERY * 2
    for n in range(count):
        kept.save(CALL, {"words": "x" * n})
    path = tmp_path / f"{CALL}.jsonl"
    lines = path.read_bytes().split(b"\n")
    lines[5] = lines[5].replace(b"x", b"y")
    path.write_bytes(b"\n".join(lines))
    assert read_file(path) == ({"words": "x" * (count - 1)}, True)


def test_half_a_character_does_not_stop_the_journal(tmp_path: Path) -> None:
    kept = FileJournal(tmp_path)
    kept.save(CALL, {"words": "a"})
    kept.save(CALL, {"words": "a\ud83d"})
    assert FileJournal(tmp_path).unfinished() == [{"words": "a\ud83d"}]


def test_a_full_disk_is_a_sentence_and_the_next_save_has_everything(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = FileJournal(tmp_path)
    kept.save(CALL, {"words": "a"})
    with monkeypatch.context() as patch:
        patch.setattr(os, "write", _half_a_line)
        with pytest.raises(UserError, match="No space left"):
            kept.save(CALL, {"words": "ab"})
    assert FileJournal(tmp_path).unfinished() == [{"words": "a"}]
    kept.save(CALL, {"words": "abc"})
    assert FileJournal(tmp_path).unfinished() == [{"words": "abc"}]


_write = os.write


def _half_a_line(fd: int, data: bytes) -> int:
    _write(fd, data[:5])
    raise OSError(errno.ENOSPC, "No space left on device")


def test_on_a_full_disk_the_ballast_makes_room(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = FileJournal(tmp_path)
    kept.save(CALL, {"words": "a"})
    ballast = tmp_path / "ballast"
    assert ballast.stat().st_size == journal.COMPACT_BYTES * 4

    def full(fd: int, data: bytes) -> int:
        return _half_a_line(fd, data) if ballast.exists() else _write(fd, data)

    monkeypatch.setattr(os, "write", full)
    kept.save(CALL, {"words": "ab"})
    assert not ballast.exists()
    assert FileJournal(tmp_path).unfinished() == [{"words": "ab"}]
    FileJournal(tmp_path).save(CALL, {"words": "ab"})
    assert ballast.exists()


def test_after_a_failed_fsync_the_file_is_written_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = FileJournal(tmp_path)
    kept.save(CALL, {"words": "a"})
    path = tmp_path / f"{CALL}.jsonl"
    before = path.stat().st_ino

    def failing(_fd: int) -> None:
        raise OSError(errno.EIO, "Input/output error")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", failing)
        with pytest.raises(UserError, match="Input/output error"):
            kept.save(CALL, {"words": "ab"})
    kept.save(CALL, {"words": "ab"})
    assert path.stat().st_ino != before
    assert FileJournal(tmp_path).unfinished() == [{"words": "ab"}]


def test_a_line_still_goes_where_a_second_file_does_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journal, "COMPACT_BYTES", 100)
    kept = FileJournal(tmp_path)
    kept.save(CALL, {"words": "a" * 90})
    real = os.open

    def full(path: Path, flags: int, mode: int = 0o777) -> int:
        if Path(path).suffix == ".new":
            raise OSError(errno.ENOSPC, "No space left on device")
        return real(path, flags, mode)

    monkeypatch.setattr(os, "open", full)
    kept.save(CALL, {"words": "b" * 90})
    assert FileJournal(tmp_path).unfinished() == [{"words": "b" * 90}]
