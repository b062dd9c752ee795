"""Puts scored documents in the order to show: what is in force first, names before words."""

from __future__ import annotations

from datetime import date

import numpy as np

from operator_desk.domain.article import Validity
from operator_desk.search.ranking import Collection, Mask, Scores, highest
from operator_desk.search.snapshot import NEVER, Whole

_SUNK, _HALF = 0.5, 0.495  # of its own score, and less than half of the best
_NAMED, _INSTEAD, _OWN = (
    1.01,
    2.1,
    0.001,
)  # over the best score: a name; the successor of a repealed name
_SECOND = 0.99


def repealed(collection: Collection, on: date) -> Mask:
    """Documents that are no longer in force on a day."""
    day = collection.facts["repealed_on"]
    gone: Mask = (day != NEVER) & (day <= on.toordinal())
    return gone


def coming(collection: Collection, on: date) -> Mask:
    """Documents that are not in force yet on a day."""
    return collection.facts["valid_from"] > on.toordinal()


def validity(collection: Collection, doc: int, on: date) -> Validity:
    """Whether one document is in force on a day."""
    day = on.toordinal()
    if NEVER < collection.facts["repealed_on"][doc] <= day:
        return Validity.REPEALED
    return Validity.NOT_YET if collection.facts["valid_from"][doc] > day else Validity.VALID


class Ordering:
    """The scores of one answer and the rules of order: each rule changes scores, never order.

    So the order is always that of the scores shown.
    """

    def __init__(self, collection: Collection, scores: Scores, on: date) -> None:
        self._collection, self._scores = collection, scores
        self._invalid = repealed(collection, on) | coming(collection, on)
        self._kept: list[int] = []
        self._sink()

    def _sink(self) -> None:
        """Everything not in force below everything valid with half of the best score."""
        best = self._scores[~self._invalid].max(initial=0.0)
        if best > 0:
            sunk = np.minimum(self._scores[self._invalid] * _SUNK, best * _HALF)
            self._scores[self._invalid] = sunk

    def put_first(self, docs: Whole, instead: Whole) -> None:
        """Documents called by the query's name; `instead` are successors of repealed ones."""
        best = self._scores.max(initial=0.0) or 1.0
        valid, dead = docs[~self._invalid[docs]], docs[self._invalid[docs]]
        if len(valid):
            self._scores[valid] = best * _NAMED + self._scores[valid] * _OWN
        else:
            self._scores[instead] = best * _INSTEAD
        self._scores[dead] = self._scores.max() * _HALF
        self._kept = dead.tolist()

    def hide_internal(self, *, alone: bool) -> None:
        """Contacts without a public number never come first; `alone`: unless nothing else is."""
        internal = self._collection.facts["internal"] > 0
        best = self._scores[~internal].max(initial=0.0)
        if best > 0 or not alone:
            self._scores[internal] = np.minimum(self._scores[internal], best * _SECOND)

    def first(self, limit: int) -> list[tuple[int, float]]:
        """The best documents with their scores; the repealed one that was named is among them."""
        found = highest(self._scores, limit)
        places = np.lexsort((found, self._collection.facts["order"][found], -self._scores[found]))
        docs = found[places][:limit].tolist()
        missing = [doc for doc in self._kept if doc not in docs][: limit - 1]
        shown = docs[: limit - len(missing)] + missing
        return [(doc, float(self._scores[doc])) for doc in shown]
