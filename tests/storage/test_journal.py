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
            ends.append(path.stat().st_size)
        whole = path.read_bytes()
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
    assert fresh.unfinished() == [{"words": "a"}]
    assert [copy.read_bytes() for copy in fresh.damaged()] == [path.read_bytes()]


def test_a_full_disk_is_a_sentence_and_the_next_save_has_everything(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = FileJournal(tmp_path)
    kept.save(CALL, {"words": "a"})
    real = os.write

    def full(fd: int, data: bytes) -> int:
        real(fd, data[:5])
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "write", full)
        with pytest.raises(UserError, match="No space left"):
            kept.save(CALL, {"words": "ab"})
    kept.save(CALL, {"words": "abc"})
    assert FileJournal(tmp_path).unfinished() == [{"words": "abc"}]
