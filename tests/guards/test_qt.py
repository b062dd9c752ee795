"""The Qt binding keeps its references: version 6.12.0 lost one to None with every void call."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

WORDS = """
from PySide6.QtWidgets import QApplication, QLabel
application = QApplication([])
label = QLabel()
for n in range(200_000):
    label.setText("a")
print("whole", n + 1)
"""


@pytest.mark.window
def test_200000_void_calls_leave_the_interpreter_whole() -> None:
    # A process of its own: where the fault is there, the interpreter is aborted.
    environment = dict(os.environ, QT_QPA_PLATFORM="offscreen")
    words = [sys.executable, "-c", WORDS]
    told = subprocess.run(words, env=environment, capture_output=True, text=True, check=False)
    assert (told.returncode, told.stdout) == (0, "whole 200000\n"), told.stderr
