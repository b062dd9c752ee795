"""One window a desk: a second start brings the first one to the front."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.stories.driver import ROOT, Desk

pytestmark = pytest.mark.story
RED = "#FF0000"
COVER = f"""
from PySide6.QtWidgets import QApplication, QWidget
application = QApplication([])
cover = QWidget()
cover.setStyleSheet("background: {RED}")
cover.setGeometry(0, 0, 1366, 768)
cover.show()
application.exec()
"""


def test_a_second_start_raises_the_first_window(at_work: Desk) -> None:
    desk = at_work
    words = [sys.executable, "-c", COVER]
    cover = subprocess.Popen(words, env=desk.environment())
    try:
        desk.wait_for(lambda: desk.look().pixel(2, 2) == RED, "the window in front")
        desk.shot("1-covered")
        second = subprocess.run(desk.command(), cwd=ROOT, env=desk.environment(), timeout=30)
        assert second.returncode == 0
        desk.wait_for(desk.signed_in, "the first window in front")
        desk.wait_for(desk.has_focus, "the keyboard at the first window")
        desk.shot("2-raised")
    finally:
        cover.kill()
        cover.wait(10)
    desk.key("F2")
    desk.wait_for(lambda: desk.draft() is not None, "a call taken by key")
