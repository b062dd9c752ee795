"""What a search box is told of the call in hand, wherever the box stands."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from operator_desk.domain.draft import Draft
from operator_desk.domain.facts import ArticleFlag


class InHand(Protocol):
    """The call in hand, and its way of storing what must not get lost."""

    @property
    def draft(self) -> Draft | None:
        """The call in hand as it stands; None without one."""

    def keep_flag(
        self,
        row: ArticleFlag,
        keep: Callable[[ArticleFlag], None],
        done: Callable[[], object],
    ) -> None:
        """Stores a flag, again and again until the store has taken it; then `done`."""
