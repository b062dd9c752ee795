"""BM25F over the mapped segments: whole posting lists are added up with NumPy."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import compress
from math import sqrt
from typing import Any

import numpy as np
from numpy.typing import NDArray

from operator_desk.domain.article import ArticleKind
from operator_desk.search import snapshot
from operator_desk.search.analyser import Terms
from operator_desk.search.segment import Segment
from operator_desk.search.snapshot import FACTS, SCORED, Whole

K1, B = 1.2, 0.75
WEIGHTS = {"words": 1.0, "bigrams": 1.2, "characters": 0.4}
PARENT, PARENT_DEPTH = 0.2, 100
MEANT = 6.0  # what a word that was learned counts, times its probability
SYNONYM = 0.5  # what an official word counts that an editor's synonym adds
HIGHEST, LAW = 1.2, 1.1  # what codes, and what other laws count beside regulations under them
LAWS = ("法", "条例", "办法", "规定", "法典")  # what the name of a law ends with
_REGULATION = tuple(ArticleKind).index(ArticleKind.REGULATION)
_COMMON = 0.1  # share of the texts that a word may stand in and still say something
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
        facts = [segment.facts for segment in segments]
        whole = np.concatenate([*facts, np.zeros((0, len(FACTS)), dtype=np.int32)])
        self.facts: dict[str, Whole] = dict(zip(FACTS, whole.T.copy(), strict=True))
        self.group, self.standing = self._groups()
        self._impacts = self._saturated()
        self._scratch = _Scratch()

    def docs(self, field: str, term: str) -> Whole:
        """Live documents that hold a term."""
        found = [segment.docs_of(field, term) + base for segment, base in self._each()]
        docs = np.concatenate([*found, np.zeros(0, dtype=np.int32)]).astype(np.int32)
        return docs[self.live[docs]]

    def beginning(self, field: str, start: str) -> tuple[Whole, Whole]:
        """Live documents with a term that begins so, and by how much the term is longer."""
        found = [(segment.beginning(field, start), base) for segment, base in self._each()]
        docs = np.concatenate([docs + base for (docs, _), base in found] or [np.zeros(0, np.int32)])
        longer = np.concatenate([rest for (_, rest), _ in found] or [np.zeros(0, np.int32)])
        return docs[self.live[docs]], longer[self.live[docs]]

    def scores(self, terms: Terms) -> Scores:
        """BM25F of every document; a term that the query repeats counts its square root."""
        asked = [(field, term, often) for field in SCORED for term, often in _pairs(terms, field)]
        wanted = [(snapshot.PREFIX[field] + term).encode() for field, term, _ in asked]
        return self._sum(wanted, [WEIGHTS[field] * sqrt(often) for field, _, often in asked])

    def meant(self, words: Sequence[tuple[str, float]]) -> Scores:
        """BM25F of official words that a caller's words stand for, by their probability."""
        wanted = [(snapshot.PREFIX["words"] + word).encode() for word, _ in words]
        return self._sum(wanted, [MEANT * chance for _, chance in words])

    def stood_for(self, words: Sequence[str]) -> Scores:
        """BM25F of official words that editors' synonyms add."""
        wanted = [(snapshot.PREFIX["words"] + word).encode() for word in words]
        return self._sum(wanted, [SYNONYM] * len(wanted))

    def often(self, words: Sequence[str], field: str = "words") -> list[int]:
        """In how many texts each word, or term of another field, stands."""
        spans = self._spans([(snapshot.PREFIX[field] + word).encode() for word in words])
        return [int(count) for count in _counted(spans, len(words))]

    def alike(self, sums: Sequence[Sequence[int]]) -> list[set[str]]:
        """For each list of checksums of sounds, the words that sound so; see `sounds`."""
        found = [set[str]() for _ in sums]
        flat = [number for own in sums for number in own]
        owners = [place for place, own in enumerate(sums) for _ in own]
        for segment in self.segments:
            for place, word in segment.alike(flat):
                found[owners[place]].add(word)
        return found

    def _sum(self, wanted: list[bytes], own: Sequence[float]) -> Scores:
        spans = self._spans(wanted)
        many = _counted(spans, len(wanted))
        idf = np.log(max(1, self.bases[-1]) / (many + 1)) + 1
        weights = np.array(own) * idf * (K1 + 1)
        total = np.zeros(self.bases[-1])
        for place, found in enumerate(spans):
            base, end = self.bases[place], self.bases[place + 1]
            total[base:end] = self._added(place, found, weights)
        total[~self.live] = 0
        return total

    def with_parents(self, scores: Scores) -> Scores:
        """Adds to each found text a share of what its law has among the best."""
        best = highest(scores, PARENT_DEPTH)
        if not len(best):
            return scores
        parents = np.bincount(self.group[best], scores[best], int(self.group.max()) + 1)
        share = parents[self.group] * (PARENT / PARENT_DEPTH)
        return np.where(scores > 0, scores + share, 0.0)

    def info(self, doc: int) -> dict[str, Any]:
        """The stored words of a document."""
        place = bisect_right(self.bases, doc) - 1
        return self.segments[place].info(doc - self.bases[place])

    def telling(self, words: Sequence[str]) -> tuple[str, ...]:
        """Those of the words that most texts do not hold; all, when there are none."""
        spans = self._spans([(snapshot.PREFIX["words"] + word).encode() for word in words])
        rare = _counted(spans, len(words)) < self.bases[-1] * _COMMON
        return tuple(compress(words, rare)) or tuple(words)

    def _spans(self, wanted: list[bytes]) -> list[list[slice]]:
        """By segment: where the postings of each term stand."""
        heads, spans = snapshot.heads(wanted), []
        for segment in self.segments:
            found = segment.find(wanted, heads)
            starts = np.where(found < 0, 0, segment.pointers[found])
            ends = np.where(found < 0, 0, segment.pointers[found + 1])
            spans.append(list(map(slice, starts.tolist(), ends.tolist())))
        return spans

    def _added(self, place: int, spans: list[slice], weights: Scores) -> Scores:
        segment, impacts = self.segments[place], self._impacts[place]
        counts = [span.stop - span.start for span in spans]
        docs, added = self._scratch.room(sum(counts))
        if not len(docs):
            return np.zeros(segment.size)
        np.concatenate([segment.docs[span] for span in spans], out=docs)
        np.concatenate([impacts[span] for span in spans], out=added)
        added *= np.repeat(weights, counts)
        return np.bincount(docs, added, segment.size).astype(np.float64, copy=False)

    def _each(self) -> Iterator[tuple[Segment, int]]:
        return zip(self.segments, self.bases, strict=False)

    def _groups(self) -> tuple[Whole, Scores]:
        """The law of each document, numbered over all segments, and what its rank counts."""
        numbers: dict[str, int] = {}
        rows = []
        for segment in self.segments:
            own = [numbers.setdefault(name, len(numbers)) for name in segment.groups]
            rows.append(np.array(own, dtype=np.int32)[segment.facts[:, FACTS.index("group")]])
        self.laws = tuple(name for name in numbers if name.endswith(LAWS))
        group = np.concatenate([*rows, np.zeros(0, dtype=np.int32)])
        worth = np.array([*map(standing, numbers), 1.0])[group]
        return group, np.where(self.facts["kind"] == _REGULATION, worth, HIGHEST)

    def _saturated(self) -> list[NDArray[np.float32]]:
        """tf ÷ (tf + K1 × ((1 − B) + B × length ÷ mean length)) of every posting, by segment."""
        if not self.segments:
            return []
        lengths = np.concatenate([segment.lengths for segment in self.segments], axis=1)
        total = np.sum([segment.totals for segment in self.segments], axis=0)
        mean = np.maximum(total / max(1, self.bases[-1]), 1e-9)
        norms = (K1 * ((1 - B) + B * lengths / mean[:, None])).astype(np.float32)
        found = []
        for segment, base in self._each():
            own, weights = np.zeros(len(segment.docs), np.float32), segment.weights()
            for row, field in enumerate(SCORED):
                span = segment.span(field)
                tf = weights[span]
                own[span] = tf / (tf + norms[row, base + segment.docs[span]])
            found.append(own)
        return found


def standing(law: str) -> float:
    """What a regulation counts by its rank: codes before laws, laws before what is made under them.

    What people ask for is in the general law far more often than in the special one.
    """
    if "法典" in law:
        return HIGHEST
    return LAW if law.endswith("法") else 1.0


class _Scratch:
    """Room for the postings of one query, used again: fresh pages cost more than the sums."""

    def __init__(self) -> None:
        self._docs, self._added = np.empty(0, np.int64), np.empty(0, np.float64)

    def room(self, count: int) -> tuple[NDArray[np.int64], Scores]:
        """Two arrays of that length, with anything in them."""
        if count > len(self._docs):
            self._docs, self._added = np.empty(2 * count, np.int64), np.empty(2 * count)
        return self._docs[:count], self._added[:count]


def highest(scores: Scores, count: int) -> NDArray[np.intp]:
    """The places of the best scores above 0, in no order; more than `count` where some tie."""
    top = scores.max(initial=0.0)
    for share in (0.5, 0.25):  # few are near the best: those are sorted out quickly
        near = np.flatnonzero(scores > top * share)
        if len(near) >= count:
            break
    else:
        near = np.flatnonzero(scores > 0)
    if len(near) <= count:
        return near
    least = np.partition(scores[near], -count)[-count]
    return np.flatnonzero(scores >= least)


def _counted(spans: list[list[slice]], terms: int) -> Scores:
    """How many documents hold each of the terms; Whoosh, too, counts deleted ones."""
    total = np.zeros(terms)
    for own in spans:
        total += [span.stop - span.start for span in own]
    return total


def _pairs(terms: Terms, field: str) -> Iterable[tuple[str, int]]:
    counted: Counter[str] = getattr(terms, field)
    return counted.items()
