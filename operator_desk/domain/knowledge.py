"""What the search answers: hits, and the port's values around them."""

from __future__ import annotations

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
    what is in force instead of a repealed text, else "".
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
