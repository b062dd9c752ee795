"""What the search answers: hits, and the port's values around them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from operator_desk.domain.article import ArticleKind, Validity


class QueryMode(StrEnum):
    """How a query came about: typed into the box, or taken from the statement being typed."""

    TYPED = "typed"
    STATEMENT = "statement"


@dataclass(frozen=True, slots=True)
class Hit:
    """One hit: the article's key and what its row on the screen shows.

    `score` has no unit and is comparable within one answer only. `snippet` is plain
    text; `title_marks` and `snippet_marks` are (start, end) pairs of found words in
    it. `successor` is the key (or the law's name, when it is not in the store) of
    what is in force instead of a repealed text, else "". `formerly` is the number that was
    asked for, where the contact had it before; `stale`: its numbers were long not confirmed.
    `numbers` are the public ones, each with its hours, `phone` is the first of them.
    """

    key: str
    kind: ArticleKind
    title: str
    score: float
    validity: Validity
    snippet: str = ""
    title_marks: tuple[tuple[int, int], ...] = ()
    snippet_marks: tuple[tuple[int, int], ...] = ()
    successor: str = ""
    category: str = ""
    region: str = ""
    version_date: str = ""
    phone: str = ""
    formerly: str = ""
    stale: bool = False
    numbers: tuple[tuple[str, str], ...] = ()


_SAME_LEAF, _SAME_BRANCH = 1.6, 1.2


def nearer(hits: Sequence[Hit], category: str) -> list[Hit]:
    """Hits with those of the matter's own category moved up; what is not in force stays below.

    A hit of the same category counts 1.6 times its score, one of the same branch (its code
    but the last level) 1.2 times.
    """

    def weight(hit: Hit) -> float:
        if not category or not hit.category:
            return hit.score
        if hit.category == category:
            return hit.score * _SAME_LEAF
        return hit.score * (_SAME_BRANCH if hit.category[:-2] == category[:-2] else 1)

    return sorted(hits, key=lambda hit: (hit.validity is not Validity.VALID, -weight(hit)))
