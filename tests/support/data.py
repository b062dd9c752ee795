"""The data at hand: real laws, calls and questions that tests read when they are there."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

_DEFAULT = Path(__file__).resolve().parents[3] / "shared" / "data"


def data_dir() -> Path | None:
    """The folder named by OPERATOR_DESK_DATA, or `shared/data` beside the clone; else None."""
    folder = Path(os.environ.get("OPERATOR_DESK_DATA") or _DEFAULT)
    return folder if folder.is_dir() else None


def needs_data() -> Path:
    """The folder; skips the test with a visible reason when it is not there."""
    folder = data_dir()
    if folder is None:
        pytest.skip("the data at hand is not there (OPERATOR_DESK_DATA)")
    return folder
