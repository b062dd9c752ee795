"""Stock Whoosh and SQLite FTS5 with the desk's own tokens: the peers of its search."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from math import sqrt
from pathlib import Path

from whoosh import index as whoosh_index
from whoosh import scoring
from whoosh.query import Or, Term

import operator_desk.search.index  # noqa: F401, Whoosh loads the fields' class from there
from operator_desk.domain.article import Article
from operator_desk.search.analyser import Analyser, Terms, text_of
from operator_desk.search.ranking import K1, WEIGHTS, B
from operator_desk.search.snapshot import SCORED

Ask = Callable[[Terms, int], list[str]]  # the keys of the first hits


def stock_whoosh(index: Path) -> Ask:
    """Whoosh's own BM25F over the index that the desk has built with it."""
    opened = whoosh_index.open_dir(str(index / "whoosh"))
    searcher = opened.searcher(weighting=scoring.BM25F(B=B, K1=K1))

    def ask(terms: Terms, limit: int) -> list[str]:
        query = Or([Term(f, t.encode(), boost=weight) for f, t, weight in _weighted(terms)])
        return [str(hit["info"]["key"]) for hit in searcher.search(query, limit=limit)]

    return ask


def fts5(path: Path, articles: Iterable[Article], analyser: Analyser) -> Ask:
    """SQLite's full-text search with the three fields as columns and its own BM25."""
    connection = sqlite3.connect(path)
    connection.execute(
        "CREATE VIRTUAL TABLE text USING fts5(key UNINDEXED, words, bigrams, characters, "
        "tokenize='unicode61 remove_diacritics 0')"
    )
    rows = ((one.key, *_columns(analyser.terms(text_of(one)))) for one in articles)
    connection.executemany("INSERT INTO text VALUES (?, ?, ?, ?)", rows)
    connection.commit()
    weights = ", ".join(str(WEIGHTS[field]) for field in SCORED)
    connection.execute(
        "INSERT INTO text(text, rank) VALUES ('rank', ?)", (f"bm25(0.0, {weights})",)
    )
    connection.commit()

    def ask(terms: Terms, limit: int) -> list[str]:
        query = " OR ".join(f"({part})" for part in _parts(terms))
        if not query:
            return []
        found = connection.execute(
            "SELECT key FROM text WHERE text MATCH ? ORDER BY rank LIMIT ?", (query, limit)
        )
        return [str(row[0]) for row in found]

    return ask


def _weighted(terms: Terms) -> Iterable[tuple[str, str, float]]:
    for field in SCORED:
        for term, often in getattr(terms, field).items():
            yield field, term, WEIGHTS[field] * sqrt(often)


def _columns(terms: Terms) -> tuple[str, ...]:
    return tuple(" ".join(getattr(terms, field).elements()) for field in SCORED)


def _parts(terms: Terms) -> Iterable[str]:
    for field in SCORED:
        asked = getattr(terms, field)
        if asked:
            yield f"{field} : (" + " OR ".join(f'"{term}"' for term in asked) + ")"
