"""Ranks the categories that what was said could belong to; people choose."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Protocol

from operator_desk.domain.category import CategoryTree
from operator_desk.domain.category_names import CategoryNames
from operator_desk.domain.proposals import CategoryProposal, Reason, Why
from operator_desk.domain.views import ArticleHead

MOST = 3
_LEAST = 0.3
_TOLD, _HIT, _FADES = 1.5, 0.7, 0.7
_HITS = 5
_NAMES = 1.5  # the most that names and keywords count
_WORDS = 3  # words that a reason names


class LearnedLabel(Protocol):
    """A category that was learned: its score (-1 to 1) and how many alike texts speak for it."""

    @property
    def label(self) -> str: ...
    @property
    def score(self) -> float: ...
    @property
    def alike(self) -> int: ...


def ranked(
    tree: CategoryTree,
    text: str,
    names: CategoryNames,
    learned: Sequence[LearnedLabel],
    told: Sequence[ArticleHead],
    hits: Sequence[ArticleHead],
) -> tuple[CategoryProposal, ...]:
    """At most three, the likeliest first: told articles, names, what was learned, found articles.

    `hits` are those that the search finds for the words, the best first.
    """
    scores: dict[str, float] = defaultdict(float)
    reasons: dict[str, list[Reason]] = defaultdict(list)
    for code, score, why in (
        *_of_articles(told, _TOLD, 1.0),
        *_of_names(names, text),
        *_of_learned(learned),
        *_of_articles(hits[:_HITS], _HIT, _FADES),
    ):
        if tree.find(code) is not None:
            scores[code] += score
            reasons[code] += [one for one in why if one not in reasons[code]]
    best = sorted(scores, key=lambda code: (-scores[code], code))
    return tuple(
        CategoryProposal(code, scores[code], tuple(reasons[code]))
        for code in best[:MOST]
        if scores[code] >= _LEAST
    )


_Voice = tuple[str, float, tuple[Reason, ...]]


def _of_articles(heads: Sequence[ArticleHead], score: float, fades: float) -> Iterator[_Voice]:
    for head in heads:
        if head.category and not head.withdrawn:
            yield head.category, score, (Reason(Why.ARTICLE, (("title", head.title),)),)
        score *= fades


def _of_names(names: CategoryNames, text: str) -> Iterator[_Voice]:
    for one in names.find(text):
        why = []
        for key, words in ((Why.NAMES, one.names), (Why.KEYWORDS, one.keywords)):
            if words:
                why.append(Reason(key, (("words", " ".join(words[:_WORDS])),)))
        yield one.code, min(_NAMES, one.score), tuple(why)


def _of_learned(learned: Sequence[LearnedLabel]) -> Iterator[_Voice]:
    for one in learned:
        if one.alike:
            reason = Reason(Why.SIMILAR, (("count", str(one.alike)),))
            yield one.label, max(0.0, 0.5 + one.score), (reason,)
