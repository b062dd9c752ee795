"""What tests of several folders share."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from tests.support.postgres import Server

# A machine that has other work is no fault of the rule under test.
settings.register_profile("calm", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("calm")


# What takes long goes first: at the end of a run there must be something left for every worker.
_LONG = (
    "tests/pictures/", "tests/wheel/", "tests/proofs/", "tests/commands/test_shown.py",
    "tests/commands/test_a_whole_way.py", "tests/commands/test_knowledge.py",
    "tests/search/test_real_laws.py", "tests/faults/",
    "tests/stories/test_keys_while_composing.py", "tests/stories/test_editors.py",
    "tests/stories/test_a_tickets_way.py",
)  # fmt: skip


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The long ones first, else as chance has it."""
    items.sort(key=lambda item: not item.nodeid.startswith(_LONG))


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[Server]:
    """One PostgreSQL server for the session; skips when there is none."""
    from tests.support import postgres

    with postgres.server() as running:
        yield running
