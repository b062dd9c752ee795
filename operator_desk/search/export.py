"""Reads a segment through Whoosh's public reading interface into columns for NumPy."""

from __future__ import annotations

from array import array
from typing import Any

import numpy as np
from numpy.typing import NDArray

from operator_desk.search.facts import to_line
from operator_desk.search.snapshot import FACTS, PREFIX, SCORED, Columns, Whole
from operator_desk.search.sounds import Sums, table


def columns(reader: Any) -> Columns:
    """All postings of a segment, deleted documents included: a mask hides those."""
    terms: list[bytes] = []
    ends, docs, weights = array("q", [0]), array("i"), array("f")
    for field, letter in sorted(PREFIX.items(), key=lambda pair: pair[1]):
        for term in reader.lexicon(field):
            _postings(reader.postings(field, term), docs, weights)
            terms.append(letter.encode() + term)
            ends.append(len(docs))
    facts, groups, infos = _stored(reader)
    sounds, sounded = _sounds(terms)
    return Columns(
        terms=terms,
        pointers=np.array(ends, dtype=np.int64),
        docs=np.array(docs, dtype=np.int32),
        weights=np.array(weights, dtype=np.float32),
        lengths=_lengths(reader),
        totals=np.array([reader.field_length(field) for field in SCORED], dtype=np.float64),
        facts=facts,
        groups=groups,
        infos=infos,
        sounds=sounds,
        sounded=sounded,
    )


def _sounds(terms: list[bytes]) -> tuple[Sums, Whole]:
    letter = PREFIX["words"].encode()
    places = [at for at, term in enumerate(terms) if term.startswith(letter)]
    found, words = table([terms[at][1:].decode() for at in places])
    return found, np.array(places, dtype=np.int32)[words]


def _postings(matcher: Any, docs: array[int], weights: array[float]) -> None:
    number, weight, forward = matcher.id, matcher.weight, matcher.next
    active = matcher.is_active
    while active():
        docs.append(number())
        weights.append(weight())
        forward()


def _lengths(reader: Any) -> NDArray[np.float32]:
    """The length of each document by field, in the steps in which Whoosh keeps it."""
    docs = range(reader.doc_count_all())
    rows = [[reader.doc_field_length(doc, field) for doc in docs] for field in SCORED]
    return np.array(rows, dtype=np.float32).reshape(len(SCORED), -1)


def _stored(reader: Any) -> tuple[Whole, list[str], list[bytes]]:
    infos = [reader.stored_fields(doc)["info"] for doc in range(reader.doc_count_all())]
    groups: dict[str, int] = {}
    rows = [[*info["facts"], groups.setdefault(info["group"], len(groups))] for info in infos]
    facts = np.array(rows, dtype=np.int32).reshape(-1, len(FACTS))
    return facts, list(groups), [to_line(info) for info in infos]
