"""The index is kept in step with the store; the cursor remembers how far it is."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from operator_desk.domain import facts
from operator_desk.domain.article import Article, ArticleKind
from tests.services.desk import Desk


class FakeBuilder:
    """An index that is a dictionary; what was not committed is not found."""

    def __init__(self) -> None:
        self.found: dict[str, Article] = {}
        self.commits = 0
        self._next: dict[str, Article] = {}

    def put(self, articles: list[Article]) -> None:
        """Takes articles."""
        self._next.update({article.key: article for article in articles})

    def delete(self, keys: list[str]) -> None:
        """Forgets keys, known or not."""
        for key in keys:
            self._next.pop(key, None)

    def reset(self) -> None:
        """Forgets everything."""
        self._next.clear()

    def commit(self) -> None:
        """Makes the present state findable."""
        self.found = dict(self._next)
        self.commits += 1


class FailingBuilder(FakeBuilder):
    """An index on a full disk."""

    def commit(self) -> None:
        """Fails."""
        raise OSError("disk full")


def article(key: str, body: str = "正文") -> Article:
    return Article(key, ArticleKind.FAQ, f"标题 {key}", body)


def put(desk: Desk, *articles: Article) -> None:
    desk.services.knowledge.put(desk.anna, articles)


def withdraw(desk: Desk, key: str) -> None:
    with desk.store.write() as tx:
        (row,) = tx.find(facts.ArticleVersion, key=key)
        tx.add(replace(row, id=desk.clock.new_id(), version=2, corrects=row.id, withdrawn=True))


@pytest.fixture
def builder() -> FakeBuilder:
    """An empty index."""
    return FakeBuilder()


def test_what_is_new_is_indexed_once(desk: Desk, builder: FakeBuilder) -> None:
    put(desk, article("a"), article("b"))
    assert desk.services.indexing.behind() == ["a", "b"]
    assert desk.services.indexing.catch_up(builder) == 2
    assert builder.found == {"a": article("a"), "b": article("b")}
    assert desk.services.indexing.behind() == []
    assert desk.services.indexing.catch_up(builder) == 0
    assert builder.commits == 1


def test_only_changed_articles_are_indexed_again(desk: Desk, builder: FakeBuilder) -> None:
    put(desk, article("a"), article("b"))
    desk.services.indexing.catch_up(builder)
    put(desk, article("a"), article("b", "新"), article("c"))
    assert desk.services.indexing.behind() == ["b", "c"]
    assert desk.services.indexing.catch_up(builder) == 2
    assert builder.found["b"].body == "新"
    assert sorted(builder.found) == ["a", "b", "c"]


def test_other_facts_do_not_put_the_index_behind(desk: Desk, builder: FakeBuilder) -> None:
    put(desk, article("a"))
    desk.services.indexing.catch_up(builder)
    desk.ended(desk.begun("说了。"))
    assert desk.services.indexing.behind() == []
    put(desk, article("b"))
    assert desk.services.indexing.behind() == ["b"]


def test_an_article_in_two_versions_is_indexed_once_and_newest(
    desk: Desk, builder: FakeBuilder
) -> None:
    put(desk, article("a"))
    put(desk, article("a", "新"))
    assert desk.services.indexing.catch_up(builder) == 1
    assert builder.found == {"a": article("a", "新")}


def test_a_withdrawn_article_leaves_the_index(desk: Desk, builder: FakeBuilder) -> None:
    put(desk, article("a"), article("b"))
    desk.services.indexing.catch_up(builder)
    withdraw(desk, "a")
    assert desk.services.indexing.catch_up(builder) == 1
    assert sorted(builder.found) == ["b"]


def test_a_failed_commit_leaves_the_cursor_where_it_was(desk: Desk, builder: FakeBuilder) -> None:
    put(desk, article("a"))
    with pytest.raises(OSError, match="disk full"):
        desk.services.indexing.catch_up(FailingBuilder())
    assert desk.services.indexing.behind() == ["a"]
    assert desk.services.indexing.catch_up(builder) == 1


def test_the_cursor_outlives_the_program(desk: Desk, builder: FakeBuilder) -> None:
    put(desk, article("a"))
    desk.services.indexing.catch_up(builder)
    again = Desk(desk.folder)
    put(again, article("a"))
    assert again.services.indexing.behind() == []


@pytest.mark.parametrize("words", ["", "many", "3\u00e9"])
def test_a_damaged_cursor_means_everything_anew(
    desk: Desk, builder: FakeBuilder, words: str
) -> None:
    put(desk, article("a"))
    desk.services.indexing.catch_up(builder)
    cursor(desk).write_text(words, encoding="utf-8")
    assert desk.services.indexing.behind() == ["a"]
    assert desk.services.indexing.catch_up(builder) == 1
    assert desk.services.indexing.behind() == []


def cursor(desk: Desk) -> Path:
    (found,) = (desk.folder / "index").iterdir()
    return found


def test_a_rebuild_indexes_everything_anew(desk: Desk, builder: FakeBuilder) -> None:
    put(desk, article("a"), article("b"))
    desk.services.indexing.catch_up(builder)
    builder.put([article("left over")])
    assert desk.services.indexing.rebuild(builder) == 2
    assert sorted(builder.found) == ["a", "b"]


def test_a_rebuild_of_an_empty_store_empties_the_index(desk: Desk, builder: FakeBuilder) -> None:
    builder.put([article("left over")])
    builder.commit()
    assert desk.services.indexing.rebuild(builder) == 0
    assert builder.found == {}


def test_progress_goes_up_to_the_whole(desk: Desk, builder: FakeBuilder) -> None:
    put(desk, *(article(f"k{n:04d}") for n in range(1100)))
    seen: list[tuple[int, int]] = []
    assert desk.services.indexing.catch_up(builder, lambda *step: seen.append(step)) == 1100
    assert seen == [(500, 1100), (1000, 1100), (1100, 1100)]
    assert len(builder.found) == 1100
