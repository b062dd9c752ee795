"""Two processes at the same desk: one does it, the other is told."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.commands.desk import Desk

ROOT = Path(__file__).resolve().parents[2]


def started(folder: Path, *words: str) -> subprocess.Popen[str]:
    """A command in a process of its own."""
    return subprocess.Popen(
        [sys.executable, "-m", "operator_desk", "--data-dir", str(folder), "--lang", "en", *words],
        cwd=ROOT,
        env=dict(os.environ, QT_QPA_PLATFORM="offscreen"),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def ended(processes: list[subprocess.Popen[str]]) -> list[tuple[int, str]]:
    """Exit code and what was said on standard error, of each."""
    said = [process.communicate(timeout=120)[1] for process in processes]
    return [(process.returncode, words) for process, words in zip(processes, said, strict=True)]


def test_of_several_at_once_one_makes_the_desk(tmp_path: Path) -> None:
    folder = tmp_path / "desk"
    told = ended([started(folder, "init", "--bare") for _ in range(4)])
    assert sorted(code for code, _words in told) == [0, 1, 1, 1]
    for code, words in told:
        (line,) = words.splitlines() or [""]
        sentences = ("There is a desk in", "Another process is making a desk in")
        assert line.startswith(sentences) if code else not line, line
    desk = Desk(folder)
    assert desk.ok("--json", "store", "verify").object["broken"] == []
    assert desk.refused("init", "--bare") == f"There is a desk in {folder} already."


def test_of_several_writers_at_once_none_is_half_done(desk: Desk) -> None:
    """Each is done or told that another one is at it; what was done is there."""
    words = [("staff", "add", f"op{n}", "--name", f"N{n}", "--role", "lead") for n in range(4)]
    running = [
        subprocess.Popen(
            [sys.executable, "-m", "operator_desk", "--data-dir", str(desk.folder), *each],
            cwd=ROOT,
            env=dict(os.environ, OPERATOR_DESK_PASSWORD="geheim-123", LC_ALL="en_US.UTF-8"),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for each in words
    ]
    done = {f"op{n}" for n, (code, _said) in enumerate(ended(running)) if code == 0}
    assert done
    assert {row["login"] for row in desk.ok("--json", "staff", "list").rows} == done
    assert desk.ok("--json", "store", "verify").object["broken"] == []
