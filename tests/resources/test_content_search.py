"""The starter articles answer the words of the practice calls: what was told is proposed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from operator_desk.domain.knowledge import QueryMode
from operator_desk.search.index import IndexBuilder
from operator_desk.search.searcher import Searcher
from tests.resources.shipped import PROFILES, articles, call_rows

DAY = date(2026, 11, 24)


@pytest.fixture(scope="module")
def searchers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Searcher]:
    """The starter articles of each language, indexed."""
    return {language: _indexed(language, tmp_path_factory.mktemp("index")) for language in PROFILES}


def _indexed(language: str, folder: Path) -> Searcher:
    builder = IndexBuilder(folder)
    builder.put(list(articles(language)))
    builder.commit()
    builder.close()
    return Searcher(folder)


def found(searcher: Searcher, words: str, mode: QueryMode) -> list[str]:
    return [hit.key for hit in searcher.search(words, limit=5, on=DAY, mode=mode)]


@pytest.mark.parametrize(("language", "share"), [("zh_CN", 0.9), ("en", 0.9)])
def test_what_was_told_stands_among_the_first_proposals(
    searchers: dict[str, Searcher], language: str, share: float
) -> None:
    rows = [row for row in call_rows(language) if row.get("told") and "class" not in row]
    assert len(rows) > 40
    missed = []
    for row in rows:
        keys = found(searchers[language], "\n".join(row["statements"]), QueryMode.STATEMENT)
        if not set(keys) & set(row["told"]):
            missed.append((row["title"], row["told"], keys))
    assert len(missed) <= len(rows) * (1 - share), missed


@pytest.mark.parametrize(
    ("language", "words", "key"),
    [
        ("zh_CN", "欠薪", "own:labour-wages"),
        ("zh_CN", "停水", "own:city-water-off"),
        ("zh_CN", "不想活了", "own:card-suicide"),
        ("zh_CN", "12333", "own:12333"),
        ("en", "no heat in my apartment", "own:heat-off"),
        ("en", "food stamps", "own:food-benefits"),
        ("en", "gas smell", "own:gas-smell"),
        ("en", "want to die", "own:card-suicide"),
        ("en", "988", "own:988"),
    ],
)
def test_a_typed_word_finds_its_article(
    searchers: dict[str, Searcher], language: str, words: str, key: str
) -> None:
    assert key in found(searchers[language], words, QueryMode.TYPED)[:3]
