"""Keeps the search index in step with the stored articles."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Protocol

from operator_desk.domain.article import Article
from operator_desk.services.knowledge import Knowledge
from operator_desk.services.ports import Store

Progress = Callable[[int, int], None]
_CHUNK = 500


class Builder(Protocol):
    """What builds the index: takes articles and keys, then makes them findable at once."""

    def put(self, articles: list[Article]) -> None: ...
    def delete(self, keys: list[str]) -> None: ...
    def reset(self) -> None: ...
    def commit(self) -> None: ...


class Indexing:
    """Brings an index folder up to the store; `cursor` keeps how far it is."""

    def __init__(self, store: Store, knowledge: Knowledge, folder: Path) -> None:
        self._store, self._knowledge = store, knowledge
        self._cursor = folder / "cursor"

    def behind(self) -> list[str]:
        """Keys of articles whose newest version the index lacks."""
        with self._store.read() as tx:
            return tx.articles_since(self._position())[0]

    def catch_up(self, builder: Builder, progress: Progress = lambda _done, _of: None) -> int:
        """Indexes what is new since the last time; the number of articles."""
        with self._store.read() as tx:
            keys, head = tx.articles_since(self._position())
        if keys:
            self._feed(builder, keys, progress)
            builder.commit()
        if keys or not self._cursor.exists():
            self._keep(head)
        return len(keys)

    def rebuild(self, builder: Builder, progress: Progress = lambda _done, _of: None) -> int:
        """Indexes everything anew; the number of articles."""
        builder.reset()
        self._cursor.unlink(missing_ok=True)
        done = self.catch_up(builder, progress)
        if not done:
            builder.commit()  # nothing was put, yet the emptied index has to be seen
        return done

    def _feed(self, builder: Builder, keys: list[str], progress: Progress) -> None:
        done = 0
        for part in _parts(keys):
            found = list(self._knowledge.articles(part))
            kept = {article.key for article in found}
            builder.put(found)
            gone = [key for key in part if key not in kept]
            if gone:
                builder.delete(gone)
            done += len(part)
            progress(done, len(keys))

    def _position(self) -> int:
        try:
            return int(self._cursor.read_text(encoding="ascii"))
        except (OSError, ValueError):
            return 0

    def _keep(self, head: int) -> None:
        self._cursor.parent.mkdir(parents=True, exist_ok=True)
        fresh = self._cursor.with_suffix(".new")
        fresh.write_text(str(head), encoding="ascii")
        fresh.replace(self._cursor)


def _parts(keys: list[str]) -> Iterator[list[str]]:
    for start in range(0, len(keys), _CHUNK):
        yield keys[start : start + _CHUNK]
