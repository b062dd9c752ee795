"""What tests of several folders share."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from itertools import count
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from tests.support.postgres import Server

# A machine that has other work is no fault of the rule under test.
settings.register_profile("calm", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("calm")


_ended = count(1)


@pytest.hookimpl(trylast=True)
def pytest_runtest_logfinish() -> None:
    """Keeps the collector from walking again and again over what hundreds of tests left behind."""
    if next(_ended) % 50 == 0:
        gc.freeze()


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[Server]:
    """One PostgreSQL server for the session; skips when there is none."""
    from tests.support import postgres

    with postgres.server() as running:
        yield running
