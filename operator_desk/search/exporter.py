"""A second process that exports segments while the index builder writes the next ones."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from operator_desk.domain.errors import UserError
from operator_desk.search.child import Child, serve
from operator_desk.search.snapshot import Part


class Exporter:
    """Exports segments of the index in `folder` beside the builder; begun with the first one.

    It only saves time: the builder exports itself what is not among `finished`.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._child: Child | None = None

    @property
    def pid(self) -> int | None:
        """The process's number, once it was begun."""
        return self._child.pid if self._child is not None else None

    def begin(self, names: list[str]) -> None:
        """Exports these segments from now on."""
        try:
            self._child = self._child or Child(__name__)
            self._child.send("export", self._folder, names)
        except (UserError, OSError):
            self._give_up()

    def finished(self) -> list[Part]:
        """All segments that were begun, once they are done; fewer when the process failed."""
        found: list[Part] = []
        try:
            while self._child is not None and self._child.waiting:
                found += self._child.receive()
        except (UserError, RuntimeError):
            self._give_up()
        return found

    def close(self) -> None:
        """Ends the process."""
        self._give_up()

    def _give_up(self) -> None:
        if self._child is not None:
            self._child.close(kill=True)
            self._child = None


def serve_child() -> None:
    """Answers an `Exporter`; runs in the child."""
    from operator_desk.search.index import export_segments

    def handle(_name: str, given: tuple[Any, ...]) -> list[Part]:
        return export_segments(*given)

    serve(handle)
