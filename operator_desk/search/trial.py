"""Asks questions in a child process, and once more after a change in a copy of the index.

The copy is made of links to the same files, which are never written again once they are there,
and the change goes into it by the builder that would index it. So what is foretold is what the
search finds after publishing: the same segments, deletions and lengths.
"""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path
from typing import Any

from operator_desk.domain.article import Article
from operator_desk.domain.errors import UserError
from operator_desk.domain.knowledge import QueryMode
from operator_desk.domain.question_sets import DEPTH, Question, Rank
from operator_desk.search.child import Child, serve

_ASIDE = "trial-"  # begins the names of folders in which changes are tried
_LEFT = 3_600  # seconds after which such a folder is of a process that was killed
_COPIED = ("whoosh", "snapshot", "decided.jsonl", "learned.jsonl")
_PATIENCE = 10.0


def _ended(code: int) -> UserError:
    return UserError("The trial ended before it was done (code {code}).", code=code)


class TrialProcess:
    """The parent's end; lives as long as the `with` block, an exception ends the child at once.

    The methods are those of `services.question_sets.Ranker`. UserError: there is no index, the
    disk is full, another process builds the index.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._aside: Path | None = None

    def __enter__(self) -> TrialProcess:
        self._child = Child(__name__, _ended)
        try:
            self._ask("open", self._folder)
        except BaseException:
            self._child.close(kill=True)
            raise
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        self._child.close(kill=kind is not None)
        if self._aside is not None:
            shutil.rmtree(self._aside, ignore_errors=True)

    @property
    def pid(self) -> int:
        """The child's process number."""
        return self._child.pid

    def ranks(self, questions: Sequence[Question], on: date) -> list[Rank]:
        """The place of the first right article for each question, as an operator types it."""
        asked = [(one.text, one.gold) for one in questions]
        found: list[Rank] = self._ask("ranks", asked, on)
        return found

    def change(self, put: Sequence[Article], gone: Sequence[str]) -> None:
        """Puts articles and takes keys away for the questions that follow, in a copy aside."""
        if self._aside is None:
            _sweep(self._folder)
            self._aside = Path(tempfile.mkdtemp(prefix=_ASIDE, dir=self._folder))
        self._ask("change", self._aside, list(put), list(gone))

    def _ask(self, name: str, *given: Any) -> Any:
        self._child.send(name, *given)
        return self._child.receive()


class Trial:
    """The child's end: the search of an index folder, or of its copy once something changed."""

    def __init__(self, folder: Path) -> None:
        from operator_desk.search.searcher import Searcher

        self._folder, self._copied = folder, False
        self._searcher = Searcher(folder, use=True)
        if not self._searcher.ready:
            raise UserError(
                "There is no search index yet. Build it: operator-desk knowledge reindex."
            )

    def ranks(self, asked: Sequence[tuple[str, Sequence[str]]], on: date) -> list[Rank]:
        """The places, None where none is right."""
        place, typed = self._searcher.place, QueryMode.TYPED
        return [place(text, gold, limit=DEPTH, on=on, mode=typed) or None for text, gold in asked]

    def change(self, aside: Path, put: list[Article], gone: list[str]) -> None:
        """Changes the copy in a folder, which is made first, and asks there from now on."""
        from operator_desk.search.index import IndexBuilder
        from operator_desk.search.searcher import Searcher

        if not self._copied:
            with _standing_still(self._folder):
                copy(self._folder, aside)
            self._copied = True
        builder = IndexBuilder(aside)
        try:
            if builder.emptied:
                raise UserError(
                    "The search index cannot be built upon. "
                    "Build it anew: operator-desk knowledge reindex."
                )
            builder.put(put)
            builder.delete(gone)
            builder.commit()
        finally:
            builder.close()
        self._searcher = Searcher(aside, use=True)


def copy(folder: Path, aside: Path) -> None:
    """Links what an index folder holds into another one; copies where links are not possible."""
    for name in _COPIED:
        source, target = folder / name, aside / name
        if source.is_dir():
            shutil.copytree(source, target, ignore=_locks, copy_function=_linked)
        elif source.exists():
            _linked(source, target)


def _locks(_folder: str, names: list[str]) -> list[str]:
    return [name for name in names if name.upper().endswith("LOCK")]


def _linked(source: Any, target: Any) -> None:
    try:
        os.link(source, target)
    except OSError:  # another file system, or one without links
        shutil.copy2(source, target)


@contextmanager
def _standing_still(folder: Path) -> Iterator[None]:
    """While nobody builds in the folder. UserError: somebody does, for long."""
    from whoosh.filedb.filestore import FileStorage
    from whoosh.util.filelock import try_for

    lock = FileStorage(str(folder)).lock("builder.lock")
    if not try_for(lock.acquire, _PATIENCE):
        raise UserError("The search index is being built by another process.")
    try:
        yield
    finally:
        lock.release()


def _sweep(folder: Path) -> None:
    """Takes away what killed processes left."""
    for left in folder.glob(f"{_ASIDE}*"):
        with suppress(OSError):
            if time.time() - left.stat().st_mtime > _LEFT:
                shutil.rmtree(left, ignore_errors=True)


def serve_child() -> None:
    """Answers a `TrialProcess`; runs in the child."""
    opened: list[Trial] = []

    def handle(name: str, given: tuple[Any, ...]) -> Any:
        if name == "open":
            return opened.append(Trial(*given))
        method: Callable[..., Any] = getattr(opened[0], name)
        return method(*given)

    serve(handle)
