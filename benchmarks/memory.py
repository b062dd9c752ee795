"""How much memory processes hold, where the system tells it (/proc)."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_LOOK_S = 0.05
_MB = 1024 * 1024


def resident_mb() -> float | None:
    """What this process holds, mapped files that it has touched included; None: not told here."""
    held = _resident(os.getpid())
    return held / _MB if held else None


class Watch:
    """The most that this process's children held at once, together; None: not told here."""

    most_mb: float | None = None

    def look(self) -> None:
        """Adds up what they hold now."""
        held = sum(map(_resident, _descendants(os.getpid()))) / _MB
        if held:
            self.most_mb = max(held, self.most_mb or 0.0)


@contextmanager
def watched() -> Iterator[Watch]:
    """Looks at the children again and again until the block ends."""
    watch, over = Watch(), threading.Event()

    def run() -> None:
        while not over.wait(_LOOK_S):
            watch.look()

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    try:
        yield watch
    finally:
        over.set()
        thread.join()


def _descendants(pid: int) -> Iterator[int]:
    try:
        tasks = list(Path(f"/proc/{pid}/task").iterdir())
        found = [int(word) for task in tasks for word in (task / "children").read_text().split()]
    except OSError:  # gone, or a system without /proc
        return
    for child in found:
        yield child
        yield from _descendants(child)


def _resident(pid: int) -> int:
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    except (OSError, IndexError):
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE")
