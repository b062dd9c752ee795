"""Strips of calls that wait for their registration: kept, read, dropped."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path
from uuid import UUID

import pytest

from operator_desk.domain.errors import UserError
from operator_desk.storage.parked import FileParked

CALL = UUID(int=7)
STRIPS = {"m": {"title": "路灯不亮", "place": "湖滨路 5 号"}}


def test_what_was_kept_is_there_in_the_next_start(tmp_path: Path) -> None:
    folder = tmp_path / "parked"
    FileParked(folder).keep(CALL, STRIPS)
    assert FileParked(folder).find(CALL) == STRIPS
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert [stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()] == [0o600]


def test_the_newest_strips_count_and_dropped_ones_are_gone(tmp_path: Path) -> None:
    parked = FileParked(tmp_path)
    parked.keep(CALL, {})
    parked.keep(CALL, STRIPS)
    assert parked.find(CALL) == STRIPS
    parked.drop(CALL)
    parked.drop(CALL)
    assert parked.find(CALL) == {}
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("raw", [b"", b"\xff\xfe", b"[1]", b'{"m": '])
def test_a_damaged_file_is_as_none(tmp_path: Path, raw: bytes) -> None:
    (tmp_path / f"{CALL}.json").write_bytes(raw)
    assert FileParked(tmp_path).find(CALL) == {}


def test_a_full_disk_is_a_sentence_and_the_strips_before_stay(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parked = FileParked(tmp_path)
    parked.keep(CALL, STRIPS)

    def full(_fd: int, _data: bytes) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "write", full)
        with pytest.raises(UserError, match="No space left"):
            parked.keep(CALL, {})
    assert parked.find(CALL) == STRIPS
