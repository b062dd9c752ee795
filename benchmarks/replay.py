"""Scripted calls played through the services of the form, beside raw sqlite3 with their rows."""

from __future__ import annotations

from benchmarks.desks import CALLS, Desks
from benchmarks.report import Figure, Report


def measure(desks: Desks) -> Report:
    """Calls and rows a second; the second time nothing is new."""
    played = desks.replayed
    files = " and ".join(CALLS) if desks.data else "calls of the practice desk"
    figures = (
        Figure(
            what="calls",
            unit="a second",
            ours=played.calls / played.seconds,
            peers=(played.calls / played.raw_s,),
        ),
        Figure(
            what="rows",
            unit="a second",
            ours=played.rows / played.seconds,
            peers=(played.rows / played.raw_s,),
        ),
        Figure(
            what="calls again, nothing new", unit="a second", ours=played.calls / played.again_s
        ),
    )
    notes = (
        f"{played.calls} calls ({files}), {played.rows:,} rows, a transaction a call; store of "
        f"{desks.stocked.articles:,} {desks.stocked.what}",
        "raw: sqlite3 with WAL and synchronous=FULL, the same rows and transactions, nothing else",
    )
    return Report("replay", "scripted calls", ("raw",), figures, notes + desks.missing)
