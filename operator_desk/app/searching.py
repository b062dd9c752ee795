"""The search of a window: opened when it is first asked, always on the newest snapshot."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from operator_desk.domain.article import ArticleKind
from operator_desk.domain.errors import UserError
from operator_desk.domain.knowledge import Hit, QueryMode

if TYPE_CHECKING:
    from operator_desk.search.plain import Holding, PlainScan
    from operator_desk.search.searcher import Searcher

_log = logging.getLogger(__name__)
# What a damaged file that is mapped already leads the answer to.
_DAMAGE = (UserError, OSError, ValueError, LookupError)


class OpenSearch:
    """The searcher, opened in the search lane at its first use; takes up newer snapshots.

    While there is no sound index the stored texts are looked through instead (`scanning`);
    `damaged` is called once for each generation that was found damaged.
    """

    def __init__(self, folder: Path, holding: Holding, damaged: Callable[[], object]) -> None:
        self._folder, self._holding, self._damaged = folder, holding, damaged
        self._searcher: Searcher | None = None
        self._plain: PlainScan | None = None
        self._broken = 0  # the generation that was found damaged
        self.scanning = False

    def __call__(
        self,
        query: str,
        *,
        limit: int,
        on: date,
        mode: QueryMode,
        kinds: frozenset[ArticleKind] | None = None,
    ) -> list[Hit]:
        searcher = self._sound()
        if searcher is not None:
            try:
                return searcher.search(query, limit=limit, on=on, mode=mode, kinds=kinds)
            except _DAMAGE as error:
                self._found_damaged(error)
        return self._scan().search(query, limit=limit, on=on, mode=mode, kinds=kinds)

    def _sound(self) -> Searcher | None:
        """The searcher of the newest generation, or None while there is none to trust."""
        from operator_desk.search import snapshot
        from operator_desk.search.searcher import Searcher

        if self._broken and snapshot.current(self._folder) == self._broken:
            return None
        try:
            if self._searcher is None:
                self._searcher = Searcher(self._folder)
            self._searcher.refresh()
        except _DAMAGE as error:
            self._found_damaged(error)
            return None
        self.scanning, self._broken = not self._searcher.ready, 0
        return self._searcher if self._searcher.ready else None

    def _found_damaged(self, error: Exception) -> None:
        from operator_desk.search import snapshot

        _log.warning("the search index is damaged: %s", type(error).__name__)
        self._searcher, self.scanning = None, True
        self._broken = snapshot.current(self._folder)
        self._damaged()

    def _scan(self) -> PlainScan:
        from operator_desk.search.plain import PlainScan

        if self._plain is None:
            self._plain = PlainScan(self._holding)
        return self._plain
