"""Learns categories from texts: ridge regression on how alike texts are, in NumPy alone.

A text is its characters and pairs of characters (words and pairs of words where it is Latin),
weighed by how rare they are. What is learned stays in its dual form: the score of a category is
a weighted sum over the texts that are alike, so the same numbers say which ones these were.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

_RUN = re.compile(r"[a-z0-9]+|[^\W\d_a-z]+")
_RIDGES = (0.03, 0.1, 0.3, 1.0)
_FIRST_LINE = (1, 3)  # how often the first line, the subject, counts
_PLAIN = (0.1, 1)  # what is taken where there is too little to choose by
_TRIED = 600  # texts by which the two are chosen, the newest
_ENOUGH = 40
_ALIKE = 0.2
Floats = NDArray[np.float64]
Whole = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Learned:
    """A category for a text: its score, and how many texts of it that are alike were learned."""

    label: str
    score: float
    alike: int


def features(text: str, first_line: int = 1) -> Counter[str]:
    """What a text is made of, each with its count; the first line counts so often."""
    found: Counter[str] = Counter()
    lines = text.lower().split("\n", 1)
    for run in _RUN.findall(lines[0]) * first_line + _RUN.findall("".join(lines[1:])):
        if run.isascii():
            found[run] += 1
        else:
            found.update(run)
            found.update(map("".join, pairwise(run)))
    return found


class Texts:
    """Texts as rows of a sparse matrix of length one each; alike is the cosine."""

    def __init__(self, counted: Sequence[Counter[str]]) -> None:
        seen = Counter(gram for one in counted for gram in one)
        least = 2 if len(counted) >= _ENOUGH else 1
        grams = sorted(gram for gram, times in seen.items() if times >= least)
        self._at = {gram: n for n, gram in enumerate(grams)}
        often = np.array([seen[gram] for gram in grams], dtype=np.float64)
        self._rare = np.log((1 + len(counted)) / (1 + often)) + 1
        self._count = len(counted)
        weighed = [self._weighed(one) for one in counted]
        rows = np.repeat(np.arange(len(counted)), [len(at) for at, _weight in weighed])
        columns = np.concatenate([at for at, _weight in weighed])
        order = np.argsort(columns, kind="stable")
        # What holds a gram lies together: a question reads nothing but the grams it has.
        self._rows = rows[order]
        self._weights = np.concatenate([weight for _at, weight in weighed])[order]
        self._begin = np.searchsorted(columns[order], np.arange(len(grams) + 1))

    def _weighed(self, counted: Counter[str]) -> tuple[Whole, Floats]:
        known = sorted((self._at[gram], n) for gram, n in counted.items() if gram in self._at)
        at = np.array([one[0] for one in known], dtype=np.int64)
        weight = np.log1p(np.array([one[1] for one in known], dtype=np.float64)) * self._rare[at]
        length = np.linalg.norm(weight)
        return at, weight / length if length else weight

    def alike(self, counted: Counter[str]) -> Floats:
        """How alike a text is to each of these, 0 to 1."""
        at, weight = self._weighed(counted)
        begin, many = self._begin[at], self._begin[at + 1] - self._begin[at]
        before = np.cumsum(many) - many
        places = np.arange(many.sum()) + np.repeat(begin - before, many)
        products = self._weights[places] * np.repeat(weight, many)
        found = np.bincount(self._rows[places], products, minlength=self._count)
        return found.astype(np.float64)


class CategoryLearner:
    """Proposes categories for a text, from texts whose category is known."""

    def __init__(self, texts: Sequence[str], labels: Sequence[str]) -> None:
        """Learns; the order of the texts is by age, the newest last."""
        if len(texts) != len(labels) or not texts:
            raise ValueError("as many labels as texts, and at least one")
        self.labels = sorted(set(labels))
        at = {label: n for n, label in enumerate(self.labels)}
        self._own = np.array([at[label] for label in labels])
        self.ridge, self.first_line = self._chosen(texts)
        counted = [features(text, self.first_line) for text in texts]
        self._texts = Texts(counted)
        weights, wanted, self._mean = self._wanted(self._own)
        system = self._kernel(self._texts, counted) * np.outer(weights, weights)
        system[np.diag_indices(len(texts))] += self.ridge
        solved = np.linalg.solve(system, wanted * weights[:, None])
        self._dual = solved * weights[:, None]

    def propose(self, text: str, limit: int = 3) -> list[Learned]:
        """The categories of a text, the likeliest first; none for a text of unknown signs."""
        alike = self._texts.alike(features(text, self.first_line))
        if not alike.any():
            return []
        scores = alike @ self._dual + self._mean
        near = np.bincount(self._own[alike >= _ALIKE], minlength=len(self.labels))
        best = np.argsort(-scores, kind="stable")[:limit]
        return [Learned(self.labels[n], float(scores[n]), int(near[n])) for n in best]

    # -- learning ------------------------------------------------------------------------

    def _wanted(self, own: Whole) -> tuple[Floats, Floats, Floats]:
        """Roots of the texts' weights, what the scores should be apart from their mean, the mean.

        Categories with few texts count more, by the root of how few.
        """
        many = np.bincount(own, minlength=len(self.labels))
        weights = (len(own) / (len(self.labels) * many[own])) ** 0.25
        wanted = np.where(own[:, None] == np.arange(len(self.labels)), 1.0, -1.0)
        square = (weights**2)[:, None]
        mean = (wanted * square).sum(0) / square.sum()
        return weights, wanted - mean, mean

    @staticmethod
    def _kernel(texts: Texts, counted: Sequence[Counter[str]]) -> Floats:
        return np.stack([texts.alike(one) for one in counted])

    def _chosen(self, texts: Sequence[str]) -> tuple[float, int]:
        """Ridge and weight of the first line that guess best what was left out, one by one."""
        own, texts = self._own[-_TRIED:], texts[-_TRIED:]
        if len(texts) < _ENOUGH or len(np.unique(own)) < 2:
            return _PLAIN
        ranked = []
        for first_line in _FIRST_LINE:
            counted = [features(text, first_line) for text in texts]
            kernel = self._kernel(Texts(counted), counted)
            for ridge in _RIDGES:
                ranked.append((*self._left_out(kernel, own, ridge), ridge, first_line))
        *_hits, ridge, first_line = max(ranked, key=lambda one: one[:2])
        return ridge, first_line

    def _left_out(self, kernel: Floats, own: Whole, ridge: float) -> tuple[float, float]:
        """How often the first guess, and one of three, is right for a text that was left out."""
        weights, wanted, mean = self._wanted(own)
        system = kernel * np.outer(weights, weights) + ridge * np.eye(len(own))
        inverse = np.linalg.inv(system)
        errors = (inverse @ (wanted * weights[:, None])) / np.diag(inverse)[:, None]
        scores = wanted - errors / weights[:, None] + mean
        order = np.argsort(-scores, axis=1, kind="stable")
        right = order == own[:, None]
        return float(right[:, 0].mean()), float(right[:, :3].any(1).mean())
