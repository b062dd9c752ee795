"""What goes on in the window beside the typing: proposals, searches, an import, an index build."""

from __future__ import annotations

import os
import traceback
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from benchmarks.desks import actor
from operator_desk.app import content
from operator_desk.domain.knowledge import QueryMode

SITUATIONS = {
    "idle": "journal only",
    "proposals": "proposals",
    "searches": "searches without pause",
    "import": "import",
    "build": "index build",
    "all": "all at once",
    "all+searches": "all, and searches without pause",
}
_QUESTIONS = (
    "公司拖欠工资三个月了应该找哪个部门投诉",
    "小区物业不让业主安装充电桩怎么办",
    "社保断缴以后医保还能不能报销",
)
_CHUNK = 500


class Beside:
    """Begins and ends what a situation has going on, in the window's own lanes."""

    def __init__(self, desk: Any, parts: Any) -> None:
        self._desk, self._parts = desk, parts
        self._running: set[str] = set()
        self._turn = 0
        self._keys: list[str] = []

    def begin(self, situation: str) -> None:
        """Starts what belongs to a situation; it goes on until `end`."""
        self._running = set(situation.split("+"))
        if "all" in self._running:
            self._running |= {"proposals", "import", "build"}
        self._parts.settings.set("proposals", bool(self._running & {"proposals", "searches"}))
        starts: dict[str, Callable[[], None]] = {
            "searches": self._search,
            "import": self._import,
            "build": self._build,
        }
        for name in self._running & starts.keys():
            starts[name]()

    def end(self) -> None:
        """Nothing new is begun; what runs comes to its end."""
        self._running = set()

    def _search(self) -> None:
        self._turn += 1
        query, day = _QUESTIONS[self._turn % len(_QUESTIONS)], self._desk.counting.today()
        search = self._parts.search
        self._parts.lanes.search.submit(
            lambda: search(query, limit=10, on=day, mode=QueryMode.TYPED),
            lambda _hits: self._search() if "searches" in self._running else None,
            _end,
        )

    def _import(self) -> None:
        """New versions of all articles, chunk by chunk as an import hands them over."""
        self._turn += 1
        turn, desk = self._turn, self._desk

        def work() -> None:
            self._keys = self._keys or [head.key for head in desk.knowledge.heads()]
            start = turn * _CHUNK % len(self._keys)
            part = desk.knowledge.articles(self._keys[start : start + _CHUNK])
            desk.knowledge.put(actor(), [replace(one, owner=f"turn {turn}") for one in part])

        self._parts.lanes.write.submit(
            work, lambda _none: self._import() if "import" in self._running else None, _end
        )

    def _build(self) -> None:
        desk = self._desk
        self._parts.lanes.network.submit(
            lambda: content.rebuild_index(desk),
            lambda _count: self._build() if "build" in self._running else None,
            _end,
        )


def _end(error: Exception) -> None:
    """What goes on beside must go on, or the figures mean nothing."""
    traceback.print_exception(error)
    os._exit(1)
