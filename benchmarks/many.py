"""The same at 55,000 articles: what a province's hotline may hold."""

from __future__ import annotations

from benchmarks.desks import Desks
from benchmarks.knowledge import Budgets, measured
from benchmarks.report import Report

# Nothing is said of how long a build of so many may take.
_BUDGETS = Budgets(build_s=None, builder_mb=None, growth_mb=350.0, whole_ms=8.0, prefix_ms=5.0)


def measure(desks: Desks) -> Report:
    """Index, questions, prefixes, an edit, memory; right answers stand there several times."""
    indexed = desks.many_indexed
    figures, notes = measured(desks, desks.many, indexed, _BUDGETS, judged=False)
    return Report("many", "search among 55,000 articles", ("Whoosh", "FTS5"), figures, notes)
