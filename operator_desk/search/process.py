"""The index builder as a child process: the window stays quick, and it can be killed any time."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from operator_desk.domain.article import Article
from operator_desk.search.child import Child, serve

_AHEAD = 1  # requests that the child works at while the next one is read from the store


class BuilderProcess:
    """Builds the index of `folder` in a child process; lives as long as the `with` block.

    The methods are those of `services.indexing.Builder`. `emptied`: what the child found
    could not be built upon, every article has to be put. UserError: the disk is full, the
    child was killed, another one builds. What was not committed is lost, what was there
    answers on. `dictionary` gives the names that the segmenter should know, asked for at
    `reset`, from which on they hold. `meanwhile` is done while the child starts.
    """

    def __init__(
        self,
        folder: Path,
        dictionary: Callable[[], Iterable[str]] = lambda: (),
        meanwhile: Callable[[], object] = lambda: None,
    ) -> None:
        self._folder, self._dictionary, self._meanwhile = folder, dictionary, meanwhile
        self.emptied = False

    def __enter__(self) -> BuilderProcess:
        self._child = Child(__name__)
        try:
            self._child.send("open", self._folder)
            self._meanwhile()
            self.emptied = bool(self._child.receive())
        except BaseException:
            self._child.close(kill=True)
            raise
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        self._child.close(kill=kind is not None)

    @property
    def pid(self) -> int:
        """The child's process number."""
        return self._child.pid

    def put(self, articles: list[Article]) -> None:
        """Adds articles, or puts them in the place of those with the same key."""
        self._ask("put", articles, ahead=_AHEAD)

    def delete(self, keys: list[str]) -> None:
        """Takes articles away; unknown keys do nothing."""
        self._ask("delete", keys, ahead=_AHEAD)

    def reset(self) -> None:
        """Empties the index; what is shown stays until `commit`."""
        self._ask("reset", tuple(self._dictionary()))

    def commit(self) -> None:
        """Makes what was put and deleted findable."""
        self._ask("commit")

    def _ask(self, name: str, *given: Any, ahead: int = 0) -> None:
        self._child.send(name, *given)
        while self._child.waiting > ahead:
            self._child.receive()


def serve_child() -> None:
    """Answers a `BuilderProcess`; runs in the child."""
    from operator_desk.search.exporter import Exporter
    from operator_desk.search.index import IndexBuilder

    opened: list[IndexBuilder] = []

    def handle(name: str, given: tuple[Any, ...]) -> Any:
        if name == "open":
            (folder,) = given
            opened.append(IndexBuilder(folder, Exporter(folder)))
            return opened[0].emptied
        return getattr(opened[0], name)(*given)

    serve(handle)
