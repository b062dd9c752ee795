"""Answers without an index: articles that hold most of the words, what is in force first."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from datetime import date

from operator_desk.domain.article import Article, ArticleKind, Validity
from operator_desk.domain.knowledge import Hit, QueryMode
from operator_desk.search.analyser import Analyser
from operator_desk.search.facts import info_of
from operator_desk.search.marks import marks, snippet
from operator_desk.search.query import parse

Holding = Callable[[Sequence[str], int, Collection[str] | None], list[Article]]
_WORDS = 8  # the longest of a query: each one more looks through all texts again


class PlainScan:
    """The search while there is no sound index; `holding` looks through the stored texts."""

    def __init__(self, holding: Holding) -> None:
        self._holding, self._analyser = holding, Analyser()

    def search(
        self,
        query: str,
        *,
        limit: int,
        on: date,
        mode: QueryMode,
        kinds: frozenset[ArticleKind] | None = None,
    ) -> list[Hit]:
        """The best hits of a query."""
        asked = parse(query, mode, self._analyser)
        words = sorted(dict.fromkeys(asked.words), key=len, reverse=True)[:_WORDS]
        wanted = None if kinds is None else sorted(kind.value for kind in kinds)
        found = self._holding(words, limit, wanted)
        hits = [_hit(one, words, on, len(found) - place) for place, one in enumerate(found)]
        return sorted(hits, key=lambda hit: (hit.validity is not Validity.VALID, -hit.score))


def _hit(article: Article, words: Sequence[str], on: date, score: int) -> Hit:
    info = info_of(article)
    line, places = snippet(info["text"], words)
    return Hit(
        key=article.key,
        kind=article.kind,
        title=article.title,
        score=float(score),
        validity=article.validity(on),
        snippet=line,
        title_marks=marks(article.title, words),
        snippet_marks=places,
        successor=article.successor if article.validity(on) is Validity.REPEALED else "",
        category=article.category,
        region=article.region,
        version_date=info["version_date"],
        phone=info["phone"],
        numbers=tuple((number, hours) for number, hours in info["numbers"]),
    )
