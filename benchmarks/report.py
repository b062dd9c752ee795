"""What a benchmark found: figures beside a peer and a budget, printed as a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any

_WHOLE_FROM = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One line: what was measured, ours, the peers' in the order of the report's heads.

    `budget` is the most that ours may be, with `at_least` the least.
    """

    what: str
    unit: str
    ours: float | None
    peers: tuple[float | None, ...] = ()
    budget: float | None = None
    at_least: bool = False

    @property
    def missed_by(self) -> float:
        """By how much the budget is missed, as a share of it; 0 when it is met or there is none."""
        if self.budget is None or self.ours is None:
            return 0.0
        over = self.budget - self.ours if self.at_least else self.ours - self.budget
        return max(0.0, over / self.budget)

    @property
    def verdict(self) -> str:
        """`met`, `missed by …`, or nothing without a budget."""
        if self.budget is None or self.ours is None:
            return ""
        if not self.missed_by:
            return "met"
        by = abs(self.ours - self.budget)
        return f"missed by {_number(by)} {self.unit} ({self.missed_by:.0%})"


@dataclass(frozen=True, slots=True)
class Report:
    """The figures of one benchmark; `peers` are the heads of the peers' columns.

    `notes` say what was measured and what was left out.
    """

    name: str
    title: str
    peers: tuple[str, ...]
    figures: tuple[Figure, ...]
    notes: tuple[str, ...] = ()

    def lines(self) -> Iterator[str]:
        """The report as a table of text."""
        rows = [("", "ours", *self.peers, "budget", ""), *map(self._row, self.figures)]
        widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
        yield f"== {self.name}: {self.title}"
        for row in rows if self.figures else ():
            first, *rest = row
            cells = [cell.rjust(width) for cell, width in zip(rest, widths[1:], strict=True)]
            yield "  ".join([first.ljust(widths[0]), *cells[:-1], rest[-1]]).rstrip()
        yield from (f"   {note}" for note in self.notes)

    def _row(self, figure: Figure) -> tuple[str, ...]:
        peers = [*figure.peers, *[None] * len(self.peers)][: len(self.peers)]
        budget = ""
        if figure.budget is not None:
            budget = f"{'≥' if figure.at_least else '≤'} {_number(figure.budget)}"
        what = f"{figure.what}, {figure.unit}" if figure.unit else figure.what
        return (what, _number(figure.ours), *map(_number, peers), budget, figure.verdict)

    def json(self) -> dict[str, Any]:
        """The report for a program: figures with verdict and share missed."""
        figures = [
            asdict(one) | {"verdict": one.verdict, "missed_by": round(one.missed_by, 4)}
            for one in self.figures
        ]
        return asdict(self) | {"figures": figures}


def percentile(values: Sequence[float], share: float) -> float:
    """The value that this share of the values does not exceed (0.5: the upper median)."""
    kept = sorted(values)
    return kept[min(len(kept) - 1, int(len(kept) * share))]


def _number(value: float | None) -> str:
    if value is None:
        return "–"
    if abs(value) >= _WHOLE_FROM:
        return f"{value:,.0f}"
    return f"{value:.2f}" if abs(value) < 10 else f"{value:.1f}"
