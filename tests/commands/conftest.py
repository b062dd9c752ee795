"""Desks for the tests of the commands."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.commands.desk import Desk


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
