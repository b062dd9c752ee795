"""Desks that real windows are opened on; each story gets a copy of its own."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.stories.driver import ROOT, Desk
from tests.stories.engines import missing


@dataclass(frozen=True, slots=True)
class Practice:
    """A practice desk, and the password of its sample staff."""

    folder: Path
    password: str


@pytest.fixture(scope="session")
def practice(tmp_path_factory: pytest.TempPathFactory) -> Practice:
    """A practice desk as `init --practice` makes it; stories copy it."""
    folder = tmp_path_factory.mktemp("practice") / "desk"
    words = [sys.executable, "-m", "operator_desk", "--data-dir", str(folder), "--json"]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    ran = subprocess.run(
        [*words, "init", "--practice"],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    return Practice(folder, json.loads(ran.stdout)["staff"][0]["password"])


@pytest.fixture
def open_desk(request: pytest.FixtureRequest) -> Iterator[Callable[[Path], Desk]]:
    """Makes the hands and eyes of a desk; its program and screen end with the story."""
    lacking = missing("Xvfb", "xdotool", "xkbcomp")
    if lacking:
        pytest.skip(f"{lacking} is not on this machine")
    made: list[Desk] = []

    def make(folder: Path) -> Desk:
        name = request.node.name.removeprefix("test_")
        made.append(Desk(folder, story=name))
        return made[-1]

    yield make
    for desk in made:
        desk.close()


@pytest.fixture
def desk(practice: Practice, tmp_path: Path, open_desk: Callable[[Path], Desk]) -> Desk:
    """A practice desk of its own, its window open at the sign-in page."""
    shutil.copytree(practice.folder, tmp_path / "desk")
    opened = open_desk(tmp_path / "desk")
    opened.start()
    return opened


@pytest.fixture
def at_work(desk: Desk, practice: Practice) -> Desk:
    """A practice desk at which an operator is signed in and waits for a call."""
    desk.sign_in("wang", practice.password)
    return desk
