"""The set-up: what it installs, what it says when it may not, and that it never asks."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from scripts import system
from tests.guards.source import ROOT

MISSING = system.Need("libnowhere.so.1", lambda: False, ("libnowhere1t64", "libnowhere1"))
THERE = system.Need("sh", lambda: True, ("dash",))
POLICY = 'case "$2" in libnowhere1) echo "  Candidate: 1.0";; *) echo "  Candidate: (none)";; esac'


class Machine:
    """Programs of the system, replaced by ones that write down how they were called."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.log = folder, folder / "log"

    def has(self, name: str, does: str = "") -> None:
        """Adds a program."""
        path = self.folder / name
        path.write_text(f'#!/bin/sh\necho "{name} $*" >> "{self.log}"\n{does}\n', "utf-8")
        path.chmod(0o755)

    def called(self) -> list[str]:
        """The lines by which the programs were called."""
        return self.log.read_text("utf-8").splitlines() if self.log.exists() else []


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Machine:
    """A Debian with nothing but apt; its person is not root."""
    made = Machine(tmp_path)
    made.has("apt-get")
    made.has("apt-cache", POLICY)
    made.has("env", 'shift; exec "$@"')
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.setattr(sys, "platform", "linux")
    return made


def test_nothing_is_called_when_nothing_is_missing(machine: Machine) -> None:
    system.provide([THERE])
    assert machine.called() == []


def test_without_rights_the_one_line_to_run_is_said(machine: Machine) -> None:
    with pytest.raises(SystemExit) as ended:
        system.provide([THERE, MISSING])
    said = str(ended.value)
    assert "libnowhere.so.1" in said
    assert said.splitlines()[-1] == (
        "sudo apt-get update && sudo apt-get install -y --no-install-recommends libnowhere1"
    )
    assert all(line.startswith("apt-cache") for line in machine.called())


def test_what_is_only_wanted_is_said_and_keeps_nothing_from_going_on(
    machine: Machine, capsys: pytest.CaptureFixture[str]
) -> None:
    system.offer([MISSING])
    told = capsys.readouterr().err.splitlines()
    assert told[1].startswith("sudo apt-get update && ")
    assert told[2] == "The desk runs without it, but has no voice."
    assert not [line for line in machine.called() if line.startswith("apt-get")]


def test_a_sudo_that_asks_for_a_password_is_not_used(machine: Machine) -> None:
    machine.has("sudo", "exit 1")
    with pytest.raises(SystemExit, match="Run this line"):
        system.provide([MISSING])
    assert not [line for line in machine.called() if line.startswith("apt-get")]
    assert "sudo -n true" in machine.called()


def test_root_installs_by_the_name_that_this_release_knows(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    done = machine.folder / "done"
    machine.has("apt-get", f': > "{done}"')
    need = system.Need("libnowhere.so.1", done.exists, MISSING.packages)
    system.provide([need])
    calls = [line for line in machine.called() if line.startswith("apt-get")]
    assert [line.split()[1] for line in calls] == ["update", "install"]
    assert calls[1].endswith(" libnowhere1")


def test_an_installation_that_did_not_help_is_said(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    with pytest.raises(SystemExit, match=r"Still missing.*libnowhere"):
        system.provide([MISSING])
    machine.has("apt-get", "exit 100")
    with pytest.raises(SystemExit, match="This command failed"):
        system.provide([MISSING])


def test_a_machine_without_apt_is_told_what_is_missing(machine: Machine) -> None:
    (machine.folder / "apt-get").unlink()
    with pytest.raises(SystemExit, match=r"Missing on this machine: libnowhere\.so\.1"):
        system.provide([MISSING])


def test_a_wrong_word_is_refused_in_one_line() -> None:
    words = [sys.executable, str(ROOT / "scripts" / "setup.py"), "walk"]
    told = subprocess.run(words, capture_output=True, text=True, check=False)
    assert (told.returncode, told.stdout) == (1, "")
    assert told.stderr == "usage: python3 scripts/setup.py [run|test]\n"
