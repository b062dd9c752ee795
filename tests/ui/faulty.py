"""A store in memory whose writes fail as long as somebody says so."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event

from operator_desk.domain.errors import UserError
from tests.fakes.store import FakeStore, FakeWriter

FULL = UserError(
    "The disk is full or failing: nothing of this step was stored. Free some space and try again."
)


class FaultyStore(FakeStore):
    """With `trouble` set, nothing is taken and that is raised, as a real store does at commit.

    A cleared `gate` holds every write back, as a lock of another program does.
    """

    def __init__(self, desk: str = "A07") -> None:
        super().__init__(desk)
        self.trouble: Exception | None = None
        self.gate = Event()
        self.gate.set()

    @contextmanager
    def write(self) -> Iterator[FakeWriter]:
        """A block that ends with the trouble, if there is one."""
        self.gate.wait()
        with super().write() as tx:
            yield tx
            if self.trouble is not None:
                raise self.trouble
