"""Every test of the contract runs on every kind of store."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from operator_desk.services.ports import Store
from tests.support import stores


@pytest.fixture(params=stores.KINDS)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """An empty store."""
    yield from stores.opened(request.param, tmp_path, request)
