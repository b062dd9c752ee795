"""A journal in memory."""

from __future__ import annotations

import copy
from typing import Any
from uuid import UUID


class FakeJournal:
    """See `ports.Journal`; keeps copies, as a disk would."""

    def __init__(self) -> None:
        self._states: dict[UUID, dict[str, Any]] = {}

    def save(self, call_id: UUID, state: dict[str, Any]) -> None:
        """Keeps the state of a running call."""
        self._states[call_id] = copy.deepcopy(state)

    def drop(self, call_id: UUID) -> None:
        """Forgets a call."""
        self._states.pop(call_id, None)

    def unfinished(self) -> list[dict[str, Any]]:
        """The states that were saved and not dropped."""
        return copy.deepcopy(list(self._states.values()))
