"""Two texts beside each other: line by line, and inside a line character by character."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import zip_longest

Span = tuple[int, int]
_PIECE = re.compile(r"[A-Za-z0-9]+|\s+|.", re.DOTALL)  # a word of letters, or one character
_LONG = 4_000  # characters of a line that is compared as a whole: nobody reads it letter by letter
_ALIKE = 0.4  # share of common pieces from which two lines are one that was changed


class LineKind(StrEnum):
    """What became of a line."""

    SAME = "same"
    CHANGED = "changed"
    ADDED = "added"
    GONE = "gone"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class DiffLine:
    """A line before and after; the marks are (start, end) of what differs.

    Of lines that are the same and left out only `skipped` is told: how many.
    """

    kind: LineKind
    before: str = ""
    after: str = ""
    before_marks: tuple[Span, ...] = ()
    after_marks: tuple[Span, ...] = ()
    skipped: int = 0


def diff(before: str, after: str) -> list[DiffLine]:
    """The lines of both texts, those that belong together beside each other."""
    old, new = before.splitlines(), after.splitlines()
    found: list[DiffLine] = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            found += [DiffLine(LineKind.SAME, line, line) for line in old[i1:i2]]
        else:
            found += _replaced(old[i1:i2], new[j1:j2])
    return found


def folded(lines: Sequence[DiffLine], around: int = 2) -> list[DiffLine]:
    """The lines with long stretches of the same left out, but for some around what differs."""
    near: set[int] = set()
    for place, line in enumerate(lines):
        if line.kind is not LineKind.SAME:
            near.update(range(place - around, place + around + 1))
    found: list[DiffLine] = []
    for place, line in enumerate(lines):
        if place in near:
            found.append(line)
        elif found and found[-1].kind is LineKind.SKIPPED:
            found[-1] = DiffLine(LineKind.SKIPPED, skipped=found[-1].skipped + 1)
        else:
            found.append(DiffLine(LineKind.SKIPPED, skipped=1))
    return found


def _replaced(old: list[str], new: list[str]) -> Iterator[DiffLine]:
    for before, after in _pairs(old, new):
        if before is None:
            yield DiffLine(LineKind.ADDED, after=after or "", after_marks=_all(after or ""))
        elif after is None:
            yield DiffLine(LineKind.GONE, before=before, before_marks=_all(before))
        else:
            left, right = marks(before, after)
            yield DiffLine(LineKind.CHANGED, before, after, left, right)


def _pairs(old: list[str], new: list[str]) -> Iterator[tuple[str | None, str | None]]:
    """Old lines with the new ones they became: by place, or by likeness in unlike groups."""
    if len(old) == len(new):
        yield from zip_longest(old, new)
        return
    left = list(new)
    for line in old:
        at = _most_like(line, left)
        if at is None:
            yield line, None
            continue
        yield from ((None, added) for added in left[:at])
        yield line, left[at]
        left = left[at + 1 :]
    yield from ((None, added) for added in left)


def _most_like(line: str, others: list[str]) -> int | None:
    ratios = [SequenceMatcher(None, line, one, autojunk=False).quick_ratio() for one in others]
    best = max(ratios, default=0.0)
    return ratios.index(best) if best >= _ALIKE else None


def marks(before: str, after: str) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """What differs in two lines, as spans in each."""
    if max(len(before), len(after)) > _LONG:
        return _all(before), _all(after)
    old, new = _PIECE.findall(before), _PIECE.findall(after)
    left: list[Span] = []
    right: list[Span] = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            left += _span(old, i1, i2)
            right += _span(new, j1, j2)
    return tuple(left), tuple(right)


def _span(pieces: list[str], first: int, last: int) -> list[Span]:
    start = sum(map(len, pieces[:first]))
    end = start + sum(map(len, pieces[first:last]))
    return [(start, end)] if end > start else []


def _all(text: str) -> tuple[Span, ...]:
    return ((0, len(text)),) if text else ()
