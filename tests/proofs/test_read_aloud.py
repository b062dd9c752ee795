"""A readback with the real voice in the real window; times are for `make bench`."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from benchmarks.desks import Desks
from benchmarks.readback import played
from operator_desk.app import keeping

pytestmark = [pytest.mark.window, pytest.mark.proof]


def test_a_readback_goes_on_whatever_happens_to_the_voice(tmp_path: Path) -> None:
    if shutil.which("espeak-ng") is None:
        pytest.skip("no espeak-ng on this machine")
    folder = Desks(tmp_path, None, tiny=True).stocked.folder
    found = played(folder)
    given = ["confirmed"] * 11
    given[2], given[5] = "corrected", "declined"
    assert found["answers"] == given
    assert found["mode"] == ["voice"]
    assert found["modes"] == [None] * 8 + ["manual"] * 3
    assert found["silent"]
    assert found["held"]
    assert "语音已中断" in found["notice"]
    assert found["left"] == []
    assert keeping.verify_store(folder).broken == ()
