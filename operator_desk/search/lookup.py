"""Looks a query up in a collection: a score for every document, by the query's shape."""

from __future__ import annotations

from functools import reduce

import numpy as np

from operator_desk.search.analyser import Analyser, Terms
from operator_desk.search.naming import START
from operator_desk.search.query import Query, Shape
from operator_desk.search.ranking import Collection, Scores
from operator_desk.search.snapshot import Whole

_FAR = 1_000  # a distance beyond that of any term
_INSIDE = 4  # letters that a match inside a name counts as farther than one at its start
_AGAIN = 0.25  # what the other articles of a law count beside its first, found by letters


def scores(query: Query, collection: Collection, analyser: Analyser) -> Scores:
    """How well every document answers; 0 where it does not."""
    if query.shape is Shape.LETTERS:
        return _letters(query, collection)
    if query.shape is Shape.DIGITS:
        return _digits(query, collection)
    found = collection.scores(query.terms)
    if query.shape is Shape.SENTENCE:
        return collection.with_parents(found)
    return _keywords(query, collection, analyser, found)


def _keywords(query: Query, collection: Collection, analyser: Analyser, found: Scores) -> Scores:
    """What holds all keywords comes before what holds some."""
    pieces = {piece for word in query.parts for piece in analyser.pieces(word)}
    lists = [_holding(piece, collection) for piece in sorted(pieces)]
    if not lists:
        return found
    every = reduce(lambda one, other: np.intersect1d(one, other, assume_unique=True), lists)
    found[every] += found.max(initial=0.0)
    return found


def _holding(piece: str, collection: Collection) -> Whole:
    """Documents that hold a piece of Han characters, letters or digits."""
    if not piece[0].isalnum() or piece[0].isascii():
        return collection.docs("words", piece)
    if len(piece) == 1:
        return collection.docs("characters", piece)
    pairs = dict.fromkeys(map(str.__add__, piece, piece[1:]))
    lists = [collection.docs("bigrams", pair) for pair in pairs]
    return reduce(lambda one, other: np.intersect1d(one, other, assume_unique=True), lists)


def _letters(query: Query, collection: Collection) -> Scores:
    """Names whose pinyin or initials begin so, one article of each law before the others."""
    letters = query.compact
    distance = np.full(len(collection.live), _FAR, dtype=np.int32)
    docs, longer = collection.beginning("pinyin", START + letters)
    np.minimum.at(distance, docs, longer)
    docs, longer = collection.beginning("pinyin", letters)
    np.minimum.at(distance, docs, longer + _INSIDE)
    found = np.flatnonzero(distance < _FAR)
    total = np.zeros(len(distance))
    total[found] = 1 / (1 + distance[found])
    order = found[np.lexsort((collection.facts["order"][found], distance[found]))]
    _, firsts = np.unique(collection.group[order], return_index=True)
    again = np.ones(len(order), dtype=np.bool_)
    again[firsts] = False
    total[order[again]] *= _AGAIN / 100
    mentioned = collection.scores(_only_words(query.terms))
    most = mentioned.max(initial=0.0)
    if most:
        total += mentioned / most * (0.5 / _FAR)
    return total


def _digits(query: Query, collection: Collection) -> Scores:
    """Numbers that are or begin so, then texts that mention the number."""
    total = np.zeros(len(collection.live))
    docs, longer = collection.beginning("digits", query.compact)
    np.maximum.at(total, docs, 1 + 1 / (1 + longer))
    mentioned = collection.scores(_only_words(query.terms))
    most = mentioned.max(initial=0.0)
    return total + mentioned / most if most else total


def _only_words(terms: Terms) -> Terms:
    return Terms(terms.words, type(terms.bigrams)(), type(terms.characters)())
