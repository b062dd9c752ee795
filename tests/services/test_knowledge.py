"""Articles: stored in versions, followed to their successor, checked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from operator_desk.domain import facts
from operator_desk.domain.article import Article, ArticleKind, Phone
from operator_desk.domain.errors import UserError
from operator_desk.services.knowledge import Finding, Stored
from tests.services.desk import Desk

TODAY = date(2026, 11, 23)


def law(key: str, **given: object) -> Article:
    """A regulation that is fine in every way."""
    plain = Article(key, ArticleKind.REGULATION, f"标题 {key}", f"正文 {key}", source="公报")
    return replace(plain, **given)  # type: ignore[arg-type]


def put(desk: Desk, *articles: Article) -> Stored:
    return desk.services.knowledge.put(desk.anna, articles)


def test_articles_are_added_changed_or_unchanged(desk: Desk) -> None:
    assert put(desk, law("a"), law("b")) == Stored(2, 0, 0, ("a", "b"))
    changed = law("b", body="新正文")
    assert put(desk, law("a"), changed, law("c")) == Stored(1, 1, 1, ("b", "c"))
    assert put(desk, law("a"), changed, law("c")) == Stored(0, 0, 3)
    assert put(desk) == Stored(0, 0, 0)


def test_unchanged_articles_lengthen_nothing(desk: Desk) -> None:
    put(desk, law("a"))
    with desk.store.read() as tx:
        before = tx.head()
    put(desk, law("a"))
    with desk.store.read() as tx:
        assert tx.head() == before


def test_a_change_in_any_field_is_a_new_version(desk: Desk) -> None:
    variants = [
        law("a"),
        law("a", keywords=("路灯",)),
        law("a", phones=(Phone("110", confirmed_on=TODAY),)),
        law("a", repealed_on=TODAY),
        law("a", kind=ArticleKind.FAQ),
    ]
    for number, article in enumerate(variants, 1):
        put(desk, article)
        shown = desk.services.knowledge.get("a")
        assert (shown.version, shown.newest, shown.article) == (number, True, article)


def test_a_version_stays_as_it_was_told(desk: Desk) -> None:
    put(desk, law("a"))
    told = desk.services.knowledge.get("a")
    put(desk, law("a", body="新正文"))
    again = desk.services.knowledge.version(told.version_id)
    assert (again.article, again.version, again.newest) == (law("a"), 1, False)
    with desk.store.read() as tx:
        first, second = tx.find(facts.ArticleVersion, key="a")
    assert (first.corrects, second.corrects) == (None, first.id)


def test_a_key_that_stands_twice_is_two_versions(desk: Desk) -> None:
    assert put(desk, law("a"), law("a", body="后一条")) == Stored(1, 1, 0, ("a", "a"))
    assert put(desk, law("b"), law("b")) == Stored(1, 0, 1, ("b",))
    shown = desk.services.knowledge.get("a")
    assert (shown.version, shown.article.body) == (2, "后一条")


def test_more_articles_than_a_chunk(desk: Desk) -> None:
    many = [law(f"k{n:04d}") for n in range(1203)]
    assert put(desk, *many) == Stored(1203, 0, 0, tuple(one.key for one in many))
    assert sorted(desk.services.knowledge.articles(), key=lambda one: one.key) == many
    assert len(desk.services.knowledge.heads()) == 1203
    assert put(desk, *many) == Stored(0, 0, 1203)


def withdraw(desk: Desk, key: str) -> None:
    with desk.store.write() as tx:
        (head,) = tx.article_heads([key])
        row = tx.get(facts.ArticleVersion, head.version_id)
        assert row is not None
        new = desk.clock.new_id()
        version = row.version + 1
        tx.add(replace(row, id=new, version=version, corrects=row.id, withdrawn=True))


def test_a_withdrawn_article_is_out_of_lists_and_comes_back_when_put_again(desk: Desk) -> None:
    put(desk, law("a"), law("b"))
    withdraw(desk, "a")
    assert [head.key for head in desk.services.knowledge.heads()] == ["b"]
    assert [one.key for one in desk.services.knowledge.articles()] == ["b"]
    assert [one.key for one in desk.services.knowledge.articles(["a", "b"])] == ["b"]
    assert put(desk, law("a")) == Stored(0, 1, 0, ("a",))
    assert desk.services.knowledge.get("a").version == 3


def test_unknown_keys_and_versions_are_refused(desk: Desk) -> None:
    with pytest.raises(UserError, match="no article x"):
        desk.services.knowledge.get("x")
    with pytest.raises(UserError, match="no such version"):
        desk.services.knowledge.version(desk.clock.new_id())


def successor(desk: Desk, key: str) -> str | None:
    found = desk.services.knowledge.get(key).successor
    return found.key if found else None


def test_the_successor_in_force_is_followed(desk: Desk) -> None:
    gone = date(2021, 1, 1)
    put(
        desk,
        law("a", repealed_on=gone, successor="b"),
        law("b", repealed_on=gone, successor="民法典"),
        law("民法典#第一条"),
        law("民法典#第二条"),
        law("lost", repealed_on=gone, successor="nowhere"),
        law("circle", repealed_on=gone, successor="round"),
        law("round", repealed_on=gone, successor="circle"),
        law("itself", repealed_on=gone, successor="itself"),
    )
    assert successor(desk, "a") == "民法典#第一条"
    assert successor(desk, "b") == "民法典#第一条"
    assert successor(desk, "民法典#第一条") is None
    assert successor(desk, "lost") is None
    assert successor(desk, "circle") == "round"
    assert successor(desk, "itself") is None


def test_a_law_that_begins_with_another_number_is_a_successor_too(desk: Desk) -> None:
    put(
        desk,
        law("合同法#第一条", repealed_on=date(2021, 1, 1), successor="民法典合同编"),
        law("民法典合同编#0"),
        law("民法典合同编#第一千条"),
        law("民法典合同编#第四百六十四条"),
        law("民法典合同编#第四百六十三条"),
        law("民法典合同编通则解释#第二条"),
    )
    assert successor(desk, "合同法#第一条") == "民法典合同编#第四百六十三条"
    withdraw(desk, "民法典合同编#第四百六十三条")
    assert successor(desk, "合同法#第一条") == "民法典合同编#第四百六十四条"


def test_check_finds_what_editors_must_look_at(desk: Desk) -> None:
    gone = date(2021, 1, 1)
    put(
        desk,
        law("fine", repealed_on=date(2026, 11, 24), review_by=TODAY),
        law("dead", repealed_on=TODAY, successor="nowhere"),
        law("bare", source=""),
        law("alone", repealed_on=gone),
        law("moved", repealed_on=gone, successor="fine"),
        law("by-law", repealed_on=gone, successor="民法典"),
        law("民法典#第二条"),
        law("late", review_by=date(2026, 11, 22)),
        law("twin", title="标题 fine", body="正文 fine"),
    )
    found = desk.services.knowledge.check(TODAY)
    assert set(found) == {
        Finding("dead", "repealed", "2026-11-23"),
        Finding("dead", "dead_successor", "nowhere"),
        Finding("bare", "no_source"),
        Finding("alone", "repealed", "2021-01-01"),
        Finding("alone", "no_successor"),
        Finding("moved", "repealed", "2021-01-01"),
        Finding("by-law", "repealed", "2021-01-01"),
        Finding("late", "review_overdue", "2026-11-22"),
        Finding("twin", "duplicate", "fine"),
    }
    assert len(found) == 9
