"""Desks for the tests of the commands."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from tests.commands.desk import Desk, Member

if not os.environ.get("DISPLAY"):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # papers are set by Qt


@pytest.fixture(scope="session")
def _empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("empty") / "desk"
    Desk(folder).ok("init", "--bare")
    return folder


@pytest.fixture
def desk(_empty: Path, tmp_path: Path) -> Desk:
    """A bare desk of its own."""
    shutil.copytree(_empty, tmp_path / "desk")
    return Desk(tmp_path / "desk")


@pytest.fixture
def nowhere(tmp_path: Path) -> Desk:
    """A folder without a desk."""
    return Desk(tmp_path / "nowhere")


@pytest.fixture(scope="session")
def _practice(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Member]]:
    folder = tmp_path_factory.mktemp("practice") / "desk"
    made = Desk(folder).ok("--json", "init", "--practice").object
    assert made.keys() == {"folder", "profile", "staff"}
    return folder, [Member(**row) for row in made["staff"]]


@pytest.fixture(scope="session")
def _looked_at(
    _practice: tuple[Path, list[Member]], tmp_path_factory: pytest.TempPathFactory
) -> Path:
    folder = tmp_path_factory.mktemp("looked_at") / "desk"
    shutil.copytree(_practice[0], folder)
    return folder


@pytest.fixture
def practice(_looked_at: Path) -> Desk:
    """The practice desk that all tests look at; none may change it, but for the view log."""
    return Desk(_looked_at)


@pytest.fixture
def own_practice(_practice: tuple[Path, list[Member]], tmp_path: Path) -> Desk:
    """A practice desk of its own."""
    shutil.copytree(_practice[0], tmp_path / "desk")
    return Desk(tmp_path / "desk")


@pytest.fixture
def staff(_practice: tuple[Path, list[Member]]) -> dict[str, Member]:
    """The sample staff by login, with the passwords that `init` printed."""
    return {one.login: one for one in _practice[1]}
