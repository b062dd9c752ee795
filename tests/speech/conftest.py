"""A voice whose process and device are fakes."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.speech.mouth import Mouth

if not os.environ.get("DISPLAY"):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture
def mouth(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Mouth]:
    """A voice that is not started yet; whatever happens to it, it leaves nothing behind."""
    made = Mouth(qtbot, tmp_path, monkeypatch)
    yield made
    made.voice.close()
    assert not (tmp_path / "voice").exists()
