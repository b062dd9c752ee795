"""Looks a query up in a collection: a score for every document, by the query's shape."""

from __future__ import annotations

from collections import Counter
from functools import reduce

import numpy as np

from operator_desk.search.analyser import Analyser, Terms
from operator_desk.search.learning import Learned, telling
from operator_desk.search.naming import START
from operator_desk.search.query import MOST_KEYWORDS, Query, Shape
from operator_desk.search.ranking import Collection, Scores
from operator_desk.search.snapshot import Whole

NOTHING = Learned()
_FAR = 1_000  # a distance beyond that of any term
_INSIDE = 4  # letters that a match inside a name counts as farther than one at its start
_AGAIN = 1 / (2 * _FAR)  # what further articles of a law count beside its first one


def scores(
    query: Query, collection: Collection, analyser: Analyser, learned: Learned = NOTHING
) -> Scores:
    """How well every document answers; 0 where it does not."""
    if query.shape is Shape.LETTERS:
        called = _letters(query, collection)
        return called if called.any() else _words(query, collection, analyser, learned)
    if query.shape is Shape.DIGITS:
        return _digits(query, collection)
    return _words(query, collection, analyser, learned)


def _words(query: Query, collection: Collection, analyser: Analyser, learned: Learned) -> Scores:
    """BM25F; what holds all of a few keywords comes before what holds some.

    What was learned helps sentences only: keywords are official words already.
    """
    found = collection.scores(query.terms)
    if query.shape is Shape.SENTENCE or len(query.parts) > MOST_KEYWORDS:
        if meant := learned.meant(telling(query.terms.words)):
            found += collection.meant(meant)
        return collection.with_parents(found * collection.standing)
    pieces = {piece for word in query.parts for piece in analyser.pieces(word)}
    lists = [_holding(piece, collection) for piece in sorted(pieces)]
    if not lists:
        return found
    found[_in_all(lists)] += found.max(initial=0.0)
    return found


def _holding(piece: str, collection: Collection) -> Whole:
    """Documents that hold a piece of Han characters, letters or digits."""
    if piece.isascii():
        return collection.docs("words", piece)
    if len(piece) == 1:
        return collection.docs("characters", piece)
    pairs = dict.fromkeys(map(str.__add__, piece, piece[1:]))
    return _in_all([collection.docs("bigrams", pair) for pair in pairs])


def _in_all(lists: list[Whole]) -> Whole:
    return reduce(lambda one, other: np.intersect1d(one, other, assume_unique=True), lists)


def _letters(query: Query, collection: Collection) -> Scores:
    """Names whose pinyin or initials begin so, one article of each law before the others."""
    distance = np.full(len(collection.live), _FAR, dtype=np.int32)
    for start, more in ((START, 0), ("", _INSIDE)):
        docs, longer = collection.beginning("pinyin", start + query.compact)
        np.minimum.at(distance, docs, longer + more)
    found = np.flatnonzero(distance < _FAR)
    order = found[np.lexsort((collection.facts["order"][found], distance[found]))]
    _, firsts = np.unique(collection.group[order], return_index=True)
    total = np.zeros(len(distance))
    total[order] = _AGAIN / (1 + distance[order])
    total[order[firsts]] /= _AGAIN
    if len(found):
        total += _mentioned(query, collection) * (_AGAIN / _FAR)
    return total


def _digits(query: Query, collection: Collection) -> Scores:
    """Numbers that are or begin so, then texts that mention the number."""
    total = np.zeros(len(collection.live))
    docs, longer = collection.beginning("digits", query.compact)
    np.maximum.at(total, docs, 1 + 1 / (1 + longer))
    return total + _mentioned(query, collection)


def _mentioned(query: Query, collection: Collection) -> Scores:
    """Texts that hold the letters or digits as a word, from 0 to 1."""
    found = collection.scores(Terms(query.terms.words, Counter(), Counter()))
    return found / (found.max(initial=0.0) or 1.0)
