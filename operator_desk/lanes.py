"""The threads of the window and the one signal that brings their answers back.

A lane runs its jobs one after the other; an answer arrives in the thread of the window. Work
given with a number of its own kind (`newest`) is skipped when a newer one of that kind waits,
and its answer is dropped when it comes too late.
"""

from __future__ import annotations

import logging
import os
import queue
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

_TURN_S = 0.00005  # Python's own 5 ms, many times a key, are felt beside a lane that computes
_NICE = 5  # of every lane but the journal's: the window's thread is served first
NAMES = ("journal", "write", "read", "search", "network", "line")
_log = logging.getLogger(__name__)
Work = Callable[[], Any]
Done = Callable[[Any], object]


def _ignore(_result: object) -> None:
    return None


class _Job:
    __slots__ = ("error", "kind", "on_done", "on_error", "result", "serial", "turn", "work")

    def __init__(
        self, work: Work, on_done: Done, on_error: Done, kind: str | None, serial: int
    ) -> None:
        self.work, self.on_done, self.on_error = work, on_done, on_error
        self.kind, self.serial, self.turn = kind, serial, 0
        self.result: Any = None
        self.error: Exception | None = None


class Lane:
    """One thread with a queue; `inline` runs each job at once in the caller's thread (tests)."""

    def __init__(self, name: str, finished: Callable[[_Job], None], *, inline: bool) -> None:
        self.name, self._finished, self._inline = name, finished, inline
        self._newest: dict[str, int] = {}
        self._turn = 0
        self._jobs: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None
        if not inline:
            self._thread = threading.Thread(target=self._run, name=f"lane-{name}", daemon=True)
            self._thread.start()

    def submit(
        self, work: Work, on_done: Done = _ignore, on_error: Done = _ignore, *, newest: str = ""
    ) -> None:
        """Runs `work` in the lane; then `on_done(result)` or `on_error(error)` in the window."""
        serial = self._newest.get(newest, 0) + 1 if newest else 0
        if newest:
            self._newest[newest] = serial
        job = _Job(work, on_done, on_error, newest or None, serial)
        job.turn = self._turn
        if self._inline:
            self._work(job)
            self._finished(job)
        else:
            self._jobs.put(job)

    def forget(self) -> None:
        """Nobody is there any more to hear the answers of what was given so far."""
        self._turn += 1

    def heard(self, job: _Job) -> bool:
        """Whether somebody is still there to hear a job's answer."""
        return job.turn == self._turn and not self.stale(job)

    def stale(self, job: _Job) -> bool:
        """Whether a newer job of the same kind was given since."""
        return job.kind is not None and self._newest.get(job.kind) != job.serial

    def _run(self) -> None:
        if sys.platform == "linux" and self.name != "journal":  # threads have their own only there
            with suppress(OSError):
                os.nice(_NICE)
        while (job := self._jobs.get()) is not None:
            if self.stale(job):
                continue
            self._work(job)
            self._finished(job)

    def _work(self, job: _Job) -> None:
        try:
            job.result = job.work()
        except Exception as error:  # handed to the window, which decides (ui/messages.py)
            job.error = error

    def close(self) -> None:
        """Finishes what was given and ends the thread."""
        if self._thread is not None:
            self._jobs.put(None)
            self._thread.join()
            self._thread = None


class Lanes(QObject):
    """All lanes of a window."""

    _done = Signal(object, object)

    def __init__(self, *, inline: bool = False) -> None:
        super().__init__()
        if not inline:
            sys.setswitchinterval(_TURN_S)
        kind = Qt.ConnectionType.DirectConnection if inline else Qt.ConnectionType.QueuedConnection
        self._done.connect(self._deliver, kind)
        lanes = {name: self._lane(name, inline) for name in NAMES}
        self.journal, self.write = lanes["journal"], lanes["write"]
        self.read, self.search = lanes["read"], lanes["search"]
        self.network, self.line = lanes["network"], lanes["line"]
        self._all = tuple(lanes.values())

    def _lane(self, name: str, inline: bool) -> Lane:
        lane: Lane

        def finished(job: _Job) -> None:
            self._done.emit(lane, job)

        lane = Lane(name, finished, inline=inline)
        return lane

    def _deliver(self, lane: Lane, job: _Job) -> None:
        if not lane.heard(job):
            return
        if job.error is not None:
            _log.debug("lane %s: %s", lane.name, type(job.error).__name__)
            job.on_error(job.error)
        else:
            job.on_done(job.result)

    def forget(self) -> None:
        """The window goes: what was given is still done, its answers are dropped."""
        for lane in self._all:
            lane.forget()

    def close(self) -> None:
        """Finishes every lane's work; answers that were not delivered are lost."""
        for lane in self._all:
            lane.close()
