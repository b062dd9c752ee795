"""Running numbers of tickets, read back from the numbers that were given."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime


def highest(desk: str, numbers: Iterable[str]) -> dict[str, int]:
    """The highest running number of each local day (ISO) among this desk's ticket numbers."""
    found: dict[str, int] = {}
    for number in numbers:
        day, _dash, rest = number.partition("-")
        code, _dash, running = rest.partition("-")
        if code != desk or not running.isdecimal():
            continue
        try:
            name = datetime.strptime(day, "%Y%m%d").date().isoformat()
        except ValueError:  # no number of this program
            continue
        found[name] = max(found.get(name, 0), int(running))
    return found
