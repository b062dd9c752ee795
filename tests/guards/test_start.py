"""What the start of the program must not pay for: a process of its own looks at what it loaded."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from tests.guards.source import ROOT

SPEECH = ("operator_desk.speech.chinese", "operator_desk.speech.english")  # 30 ms of rules


def loaded(module: str, names: list[str]) -> list[str]:
    """Which of the names a fresh interpreter holds after importing a module."""
    words = f"import json, sys, {module}; print(json.dumps([*sys.modules]))"
    told = subprocess.run(
        [sys.executable, "-c", words], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return sorted(set(names) & set(json.loads(told.stdout)))


def test_the_command_line_starts_without_what_it_may_never_need() -> None:
    late = ["alembic", "pypinyin", "whoosh", "PySide6", "openpyxl", "rich", *SPEECH]
    assert loaded("operator_desk.cli", late) == []


@pytest.mark.window
def test_the_window_starts_without_what_its_first_page_does_not_need() -> None:
    late = ["alembic", "pypinyin", "whoosh.writing", "openpyxl", "rich", *SPEECH]
    assert loaded("operator_desk.app.window", late) == []


def test_the_guard_sees_what_is_loaded() -> None:
    assert loaded("alembic.config", ["alembic", "whoosh"]) == ["alembic"]
