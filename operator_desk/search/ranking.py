"""BM25F over the mapped segments: whole posting lists are added up with NumPy."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from math import log, sqrt
from typing import Any

import numpy as np
from numpy.typing import NDArray

from operator_desk.search.analyser import Terms
from operator_desk.search.segment import Segment
from operator_desk.search.snapshot import FACTS, SCORED, Whole

K1, B = 1.2, 0.75
WEIGHTS = {"words": 1.0, "bigrams": 1.2, "characters": 0.4}
PARENT, PARENT_DEPTH = 0.3, 100
Scores = NDArray[np.float64]
Mask = NDArray[np.bool_]


class Collection:
    """All segments of one generation as one row of documents: segment after segment."""

    def __init__(self, segments: list[Segment], deleted: list[tuple[int, ...]]) -> None:
        self.segments = segments
        self.bases = np.cumsum([0, *(segment.size for segment in segments)]).tolist()
        self.live: Mask = np.ones(self.bases[-1], dtype=np.bool_)
        for base, gone in zip(self.bases, deleted, strict=False):
            self.live[[base + doc for doc in gone]] = False
        self._whole = [not gone for gone in deleted]
        self.size = int(self.live.sum())
        facts = [segment.facts for segment in segments]
        whole = np.concatenate([*facts, np.zeros((0, len(FACTS)), dtype=np.int32)])
        self.facts: dict[str, Whole] = dict(zip(FACTS, whole.T.copy(), strict=True))
        self.group = self._groups()
        self._norms = self._length_norms()

    def docs(self, field: str, term: str) -> Whole:
        """Live documents that hold a term."""
        found = [
            postings[0] + base
            for segment, base in self._each()
            if (postings := segment.postings(field, term)) is not None
        ]
        return self._alive(found)

    def beginning(self, field: str, start: str) -> tuple[Whole, Whole]:
        """Live documents with a term that begins so, and by how much the term is longer."""
        found = [(segment.beginning(field, start), base) for segment, base in self._each()]
        docs = np.concatenate([docs + base for (docs, _), base in found] or [np.zeros(0, np.int32)])
        longer = np.concatenate([rest for (_, rest), _ in found] or [np.zeros(0, np.int32)])
        return docs[self.live[docs]], longer[self.live[docs]]

    def scores(self, terms: Terms) -> Scores:
        """BM25F of every document; a term that the query repeats counts its square root."""
        total = np.zeros(self.bases[-1])
        for row, field in enumerate(SCORED):
            for place, docs, impact in self._field(field, getattr(terms, field), row):
                base, end = self.bases[place], self.bases[place + 1]
                total[base:end] += np.bincount(docs, impact, end - base)
        total[~self.live] = 0
        return total

    def with_parents(self, scores: Scores) -> Scores:
        """Adds to each found text a share of what its law has among the best."""
        if len(scores) <= PARENT_DEPTH:
            return scores
        best = np.argpartition(-scores, PARENT_DEPTH)[:PARENT_DEPTH]
        parents = np.bincount(self.group[best], scores[best], int(self.group.max()) + 1)
        share = parents[self.group] * (PARENT / PARENT_DEPTH)
        return np.where(scores > 0, scores + share, 0.0)

    def info(self, doc: int) -> dict[str, Any]:
        """The stored words of a document."""
        place = bisect_right(self.bases, doc) - 1
        return self.segments[place].info(doc - self.bases[place])

    def idf(self, field: str, term: str) -> float:
        """How telling a term is; 0 when no document holds it."""
        many = sum(self._count(place, docs) for place, docs, _ in self._lists(field, term))
        return self._idf(many) if many else 0.0

    def _field(
        self, field: str, terms: dict[str, int], row: int
    ) -> Iterator[tuple[int, Whole, Scores]]:
        gathered: list[list[tuple[Whole, NDArray[np.float32], float]]]
        gathered = [[] for _ in self.segments]
        for term, often in terms.items():
            lists = list(self._lists(field, term))
            many = sum(self._count(place, docs) for place, docs, _ in lists)
            weight = WEIGHTS[field] * sqrt(often) * self._idf(many) * (K1 + 1)
            for place, docs, tf in lists:
                gathered[place].append((docs, tf, weight))
        for place, found in enumerate(gathered):
            if found:
                yield place, *self._impacts(found, self._norms[place][row])

    def _impacts(
        self, found: list[tuple[Whole, NDArray[np.float32], float]], norm: NDArray[np.float32]
    ) -> tuple[Whole, Scores]:
        docs = np.concatenate([docs for docs, _, _ in found])
        tf = np.concatenate([tf for _, tf, _ in found])
        weights = np.repeat([weight for _, _, weight in found], [len(docs) for docs, _, _ in found])
        return docs, weights * tf / (tf + norm[docs])

    def _lists(self, field: str, term: str) -> Iterator[tuple[int, Whole, NDArray[np.float32]]]:
        for place, segment in enumerate(self.segments):
            postings = segment.postings(field, term)
            if postings is not None:
                yield place, *postings

    def _count(self, place: int, docs: Whole) -> int:
        if self._whole[place]:
            return len(docs)
        return int(np.count_nonzero(self.live[docs + self.bases[place]]))

    def _idf(self, many: int) -> float:
        return log((self.size - many + 0.5) / (many + 0.5) + 1)

    def _each(self) -> Iterator[tuple[Segment, int]]:
        return zip(self.segments, self.bases, strict=False)

    def _alive(self, found: list[Whole]) -> Whole:
        docs = np.concatenate([*found, np.zeros(0, dtype=np.int32)]).astype(np.int32)
        return docs[self.live[docs]]

    def _groups(self) -> Whole:
        """The law of each document, numbered over all segments."""
        numbers: dict[str, int] = {}
        rows = []
        for segment in self.segments:
            own = [numbers.setdefault(name, len(numbers)) for name in segment.groups]
            rows.append(np.array(own, dtype=np.int32)[segment.facts[:, FACTS.index("group")]])
        return np.concatenate([*rows, np.zeros(0, dtype=np.int32)])

    def _length_norms(self) -> list[NDArray[np.float32]]:
        """K1 × ((1 − B) + B × length ÷ mean length) by segment, field and document."""
        if not self.size:
            return []
        lengths = np.concatenate([segment.lengths for segment in self.segments], axis=1)
        mean = np.maximum(lengths[:, self.live].mean(axis=1, dtype=np.float64), 1e-9)
        norms = (K1 * ((1 - B) + B * lengths / mean[:, None])).astype(np.float32)
        return np.split(norms, self.bases[1:-1], axis=1)
