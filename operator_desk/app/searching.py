"""The search of a window: opened when it is first asked, always on the newest snapshot."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from operator_desk.domain.article import ArticleKind
from operator_desk.domain.knowledge import Hit, QueryMode

if TYPE_CHECKING:
    from operator_desk.search.searcher import Searcher


class OpenSearch:
    """The searcher, opened in the search lane at its first use; takes up newer snapshots."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._searcher: Searcher | None = None

    def __call__(
        self,
        query: str,
        *,
        limit: int,
        on: date,
        mode: QueryMode,
        kinds: frozenset[ArticleKind] | None = None,
    ) -> list[Hit]:
        from operator_desk.search.searcher import Searcher

        if self._searcher is None:
            self._searcher = Searcher(self._folder, use=True)
        self._searcher.refresh()
        return self._searcher.search(query, limit=limit, on=on, mode=mode, kinds=kinds)
