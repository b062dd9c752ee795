"""What a told-to list asks of the window: a call back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class CallRequest:
    """A call back that somebody wants to make; `refuse` says in the list why it cannot be."""

    told_list: UUID
    call_id: UUID
    refuse: Callable[[str], object]
