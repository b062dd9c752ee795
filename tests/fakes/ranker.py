"""A search in memory for question sets."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from operator_desk.domain.article import Article
from operator_desk.domain.question_sets import Question, Rank


class ByWords:
    """A search that finds what shares most characters with the question, in force or not."""

    def __init__(self, *articles: Article) -> None:
        self.texts = {one.key: one.title + one.body for one in articles}
        self.days: list[date] = []

    def ranks(self, questions: Sequence[Question], on: date) -> list[Rank]:
        """The places of the first right articles."""
        self.days.append(on)
        return [self._rank(one) for one in questions]

    def _rank(self, asked: Question) -> Rank:
        alike = {key: len(set(text) & set(asked.text)) for key, text in self.texts.items()}
        order = sorted((key for key in alike if alike[key]), key=lambda key: (-alike[key], key))
        return next((n for n, key in enumerate(order, 1) if key in asked.gold), None)

    def change(self, put: Sequence[Article], gone: Sequence[str]) -> None:
        """Puts and takes away."""
        self.texts |= {one.key: one.title + one.body for one in put}
        for key in gone:
            self.texts.pop(key, None)
