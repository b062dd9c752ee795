"""The player of the system, in a process group: held, ended at once, no file left."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from operator_desk.speech.samples import Sound
from operator_desk.speech.sink import CommandSink

pytestmark = pytest.mark.window
SOUND = Sound(bytes(2000), 8000)


def player(folder: Path, name: str, does: str) -> tuple[str, ...]:
    """A program of the system that gets a file and does something."""
    path = folder / name
    path.write_text(f"#!/bin/sh\n{does}\n", "utf-8")
    path.chmod(0o755)
    return (str(path),)


def state_of(pid: int) -> str:
    """The state of a process, "" when it is gone."""
    try:
        return Path(f"/proc/{pid}/stat").read_text("ascii").rsplit(")", 1)[1].split()[0]
    except FileNotFoundError:
        return ""


def test_the_first_player_that_plays_is_taken(qtbot: QtBot, tmp_path: Path) -> None:
    mute = player(tmp_path, "mute", "exit 1")
    good = player(tmp_path, "good", f'cat "$1" >> {tmp_path}/heard')
    sink = CommandSink(tmp_path, [("no-such-player",), mute, good])
    with qtbot.waitSignal(sink.opened, timeout=3000):
        sink.open()
    with qtbot.waitSignals([sink.began, sink.finished], timeout=3000, order="strict"):
        sink.play(SOUND)
    assert (tmp_path / "heard").stat().st_size == (44 + 882) + (44 + 2000)
    assert not (tmp_path / "play.wav").exists()


def test_without_a_player_that_plays_there_is_no_sound(qtbot: QtBot, tmp_path: Path) -> None:
    sink = CommandSink(tmp_path, [player(tmp_path, "mute", "exit 1")])
    with qtbot.waitSignal(sink.failed, timeout=3000):
        sink.open()


def test_a_player_is_held_and_ended_with_all_its_processes(qtbot: QtBot, tmp_path: Path) -> None:
    pids = tmp_path / "pids"
    words = f"sleep 60 & echo $! > {pids}.new; mv {pids}.new {pids}; wait"
    sink = CommandSink(tmp_path, [player(tmp_path, "long", words)])
    told: list[str] = []
    sink.finished.connect(lambda: told.append("finished"))
    sink.failed.connect(lambda: told.append("failed"))
    sink.play(SOUND)
    qtbot.waitUntil(pids.exists, timeout=3000)
    child = int(pids.read_text("ascii"))
    qtbot.waitUntil(lambda: sink.position() > 0, timeout=3000)
    sink.pause()
    qtbot.waitUntil(lambda: state_of(child) == "T", timeout=3000)
    held = sink.position()
    sink.go_on()
    qtbot.waitUntil(lambda: state_of(child) == "S" and sink.position() > held, timeout=3000)
    sink.stop()
    qtbot.waitUntil(lambda: state_of(child) in ("", "Z"), timeout=3000)
    assert told == []
    assert not (tmp_path / "play.wav").exists()
