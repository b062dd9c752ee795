"""Repealed texts sink below what is in force, lead to their successor, and can still be seen."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from operator_desk.domain.article import Article, Validity
from operator_desk.domain.knowledge import Hit
from tests.search.texts import ask, faq, indexed, keys, law, many, others

GONE = date(2020, 1, 1)


def gone(name: str, successor: str, *bodies: str, version: str = "2010-01-01") -> list[Article]:
    """A repealed law."""
    return law(name, *bodies, version=version, repealed_on=GONE, successor=successor)


def breaks_the_rule(hits: list[Hit]) -> bool:
    """Whether a text not in force stands above a valid one with half of the best score."""
    best = max((hit.score for hit in hits), default=0)
    return any(
        above.validity is not Validity.VALID
        and below.validity is Validity.VALID
        and below.score >= best / 2
        for place, above in enumerate(hits)
        for below in hits[place:]
    )


def test_the_repealed_text_sinks_even_when_it_fits_best(tmp_path: Path) -> None:
    articles = [
        *gone("路灯管理办法", "", "路灯不亮，由供电部门修路灯，路灯坏了报修。"),
        faq("weak", "设施报修", "路灯坏了可以报修。"),
        *others(30),
    ]
    hits = ask(indexed(tmp_path, articles), "路灯不亮由谁来修路灯")
    assert [hit.key for hit in hits[:2]] == ["weak", "路灯管理办法(2010-01-01)#第一条"]
    assert not breaks_the_rule(hits)


def test_no_query_breaks_the_rule(tmp_path: Path) -> None:
    texts = many(60)
    dead = [
        Article(f"old-{one.key}", one.kind, one.title, one.body, repealed_on=GONE)
        for one in texts[::3]
    ]
    searcher = indexed(tmp_path, [*texts, *dead])
    for one in texts:
        for query in (one.title, one.body[:30], one.body[:4], f"{one.title[:2]} {one.title[-2:]}"):
            hits = ask(searcher, query)
            assert hits
            assert not breaks_the_rule(hits), query


@pytest.mark.parametrize("query", ["噪声防治法", "中华人民共和国噪声防治法"])
def test_a_repealed_name_shows_the_successor_and_the_repealed_one_below(
    tmp_path: Path, query: str
) -> None:
    articles = [
        *gone("噪声防治法", "环境法典", "噪声。", "处罚。"),
        *law("环境法典", "总则。", "噪声防治法的施行。", first=3),
        *(faq(f"f{n}", "噪声防治法解读", "噪声防治法") for n in range(12)),
    ]
    hits = ask(indexed(tmp_path, articles), query)
    assert [hit.key for hit in hits[:2]] == ["环境法典#第三条", "噪声防治法(2010-01-01)#第一条"]
    assert hits[1].validity is Validity.REPEALED
    assert hits[1].successor == "环境法典#第三条"
    assert not breaks_the_rule(hits)


def test_a_repealed_article_leads_to_the_successor_of_its_law(tmp_path: Path) -> None:
    articles = [*gone("噪声防治法", "环境法典", "噪声。", "处罚。"), *law("环境法典", "总则。")]
    hits = ask(indexed(tmp_path, articles), "噪声防治法第二条")
    assert [hit.key for hit in hits[:2]] == ["环境法典#第一条", "噪声防治法(2010-01-01)#第二条"]


def test_successors_are_followed_to_what_is_in_force(tmp_path: Path) -> None:
    articles = [
        *gone("甲法", "乙法", "第一。"),
        *gone("乙法", "丙法", "第二。", version="2015-01-01"),
        *law("丙法", "第三。"),
    ]
    assert keys(indexed(tmp_path, articles), "甲法")[0] == "丙法#第一条"


def test_a_key_as_successor(tmp_path: Path) -> None:
    articles = [faq("old", "旧办法", repealed_on=GONE, successor="new"), faq("new", "新办法")]
    hits = ask(indexed(tmp_path, articles), "旧办法")
    assert [(hit.key, hit.successor) for hit in hits[:2]] == [("new", ""), ("old", "new")]


@pytest.mark.parametrize("successor", ["丁法", "甲法", ""])
def test_a_successor_that_is_not_here_is_named(tmp_path: Path, successor: str) -> None:
    articles = [*gone("甲法", successor, "甲的内容。"), *others(30)]
    (hit,) = (hit for hit in ask(indexed(tmp_path, articles), "甲法") if "甲法" in hit.key)
    assert hit.successor == successor


def test_successors_in_a_circle_end(tmp_path: Path) -> None:
    articles = [*gone("甲法", "乙法", "内容。"), *gone("乙法", "甲法", "内容。")]
    assert {hit.validity for hit in ask(indexed(tmp_path, articles), "甲法")} == {Validity.REPEALED}


def test_the_older_version_of_a_law_in_force_is_the_last_of_the_list(tmp_path: Path) -> None:
    articles = [
        *gone("治安法", "治安法", *["治安处罚。"] * 5),
        *law("治安法", *["治安处罚，治安。"] * 5),
        *(faq(f"f{n}", "治安法解读", "治安法") for n in range(12)),
    ]
    searcher = indexed(tmp_path, articles)
    for limit in (2, 10):
        hits = ask(searcher, "治安法", limit=limit)
        assert hits[0].key == "治安法#第一条"
        assert hits[-1].key == "治安法(2010-01-01)#第一条"
        assert not breaks_the_rule(hits)
    assert keys(searcher, "治安法", limit=1) == ["治安法#第一条"]


def test_an_old_name_of_a_valid_text_shows_it_and_the_repealed_one(tmp_path: Path) -> None:
    articles = [
        *gone("街灯办法", "", "街灯坏了。"),
        faq("new", "路灯管理", "路灯坏了。", old_names=("街灯办法",)),
        *(faq(f"f{n}", "街灯办法解读", "街灯办法") for n in range(12)),
    ]
    hits = ask(indexed(tmp_path, articles), "街灯办法")
    assert hits[0].key == "new"
    assert "街灯办法(2010-01-01)#第一条" in [hit.key for hit in hits]
    assert not breaks_the_rule(hits)
