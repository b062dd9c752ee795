"""An application of Qt for tests that show no window."""

from __future__ import annotations

import os

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication


@pytest.fixture(scope="session")
def application() -> QCoreApplication:
    """The application that is there, of whatever kind, else one that a window could use.

    `doctor` run in this process makes a smaller one when there is none, which the fixtures of
    pytest-qt then refuse; so tests that run it make this one first.
    """
    if not os.environ.get("DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return QCoreApplication.instance() or QApplication([])
