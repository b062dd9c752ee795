"""The laws and questions at hand: what real questions and real names find among them."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from pypinyin import lazy_pinyin

from operator_desk.app import judging
from operator_desk.domain.article import Article, Validity
from operator_desk.domain.knowledge import Hit, QueryMode
from operator_desk.importers.formats import articles_from
from operator_desk.search.evaluate import evaluate, load_questions
from operator_desk.search.exporter import Exporter
from operator_desk.search.index import IndexBuilder
from operator_desk.search.searcher import Searcher
from tests.search.test_repealed import breaks_the_rule
from tests.search.texts import DAY, ask
from tests.support.data import needs_data

pytestmark = pytest.mark.data
FILES = ("laws.jsonl", "laws_superseded.jsonl", "hotlines.csv")


@pytest.fixture(scope="module")
def articles() -> list[Article]:
    """All 13,449."""
    folder = needs_data() / "knowledge"
    return [one for name in FILES for one in articles_from(folder / name).values]


@pytest.fixture(scope="module")
def searcher(articles: list[Article], tmp_path_factory: pytest.TempPathFactory) -> Searcher:
    """All of them, indexed."""
    folder = tmp_path_factory.mktemp("laws") / "index"
    builder = IndexBuilder(folder, Exporter(folder))  # on both cores
    builder.reset(sorted({law_of(one) for one in articles}))
    builder.put(articles)
    builder.commit()
    builder.close()
    return Searcher(folder)


def law_of(article: Article) -> str:
    return article.key.partition("#")[0]


def initials(name: str) -> str:
    return "".join(sound[0] for sound in lazy_pinyin(name) if sound[0].isalpha())


def test_every_article_is_in_the_index(searcher: Searcher, articles: list[Article]) -> None:
    for article in articles[::500]:
        hits = ask(searcher, article.title)
        assert article.key in [hit.key for hit in hits]


def test_questions_of_laypeople_are_answered(searcher: Searcher) -> None:
    def asked(question: str, limit: int) -> list[Hit]:
        return ask(searcher, question, limit=limit)

    questions = load_questions(needs_data() / "questions" / "lay_questions.jsonl")
    figures = evaluate(asked, questions, 100)
    assert figures["questions"] == 513
    assert figures["hit@1"] >= 0.39
    assert figures["hit@5"] >= 0.58
    assert figures["hit@10"] >= 0.65


@dataclass(frozen=True)
class Shelf:
    """As much of a desk as the judge of a question set asks for."""

    folder: Path
    by_key: dict[str, Article]

    @property
    def knowledge(self) -> Shelf:
        """The shelf itself."""
        return self

    def articles(self, keys: Iterable[str]) -> list[Article]:
        """Those articles."""
        return [self.by_key[key] for key in keys if key in self.by_key]


def test_one_half_of_the_questions_teaches_the_other(
    searcher: Searcher, articles: list[Article]
) -> None:
    shelf: Any = Shelf(searcher.folder.parent, {one.key: one for one in articles})
    questions = needs_data() / "questions" / "lay_questions.jsonl"
    figures = judging.evaluate(shelf, questions, 100, DAY, split=2)
    assert (figures["questions"], figures["left_out"]) == (513, 0)
    assert figures["hit@1"] >= 0.42
    assert figures["hit@5"] >= 0.65
    assert figures["hit@10"] >= 0.74


def test_three_initials_find_a_law_or_a_body(searcher: Searcher, articles: list[Article]) -> None:
    laws = {law_of(one) for one in articles if "#" in one.key and not one.repealed_on}
    missed = [law for law in sorted(laws) if not found_by_initials(searcher, law)]
    assert len(missed) <= 0.02 * len(laws), missed
    with (needs_data() / "knowledge" / "hotlines.csv").open(encoding="utf-8-sig") as file:
        bodies = {row["name"] for row in csv.DictReader(file)}
    missed = [body for body in sorted(bodies) if not found_by_initials(searcher, body)]
    assert len(missed) <= 0.02 * len(bodies), missed


def found_by_initials(searcher: Searcher, name: str) -> bool:
    hits = ask(searcher, initials(name)[:3])
    return any(hit.title.startswith(name) for hit in hits)


@pytest.mark.parametrize("word", ["社保", "医保", "电", "水", "噪声", "退休"])
def test_words_of_one_and_two_characters_are_found(searcher: Searcher, word: str) -> None:
    hits = ask(searcher, word)
    assert len(hits) == 10
    assert sum(word in hit.title + hit.snippet for hit in hits) >= 3


@pytest.mark.parametrize(
    ("query", "start"),
    [
        ("公基金", "住房公积金"),
        ("公基金怎么取", "住房公积金"),
        ("社堡", "12333"),
        ("物权法", "民法典物权编#"),
        ("消法", "消费者权益保护法#"),
        ("消法第二十四条", "消费者权益保护法#第二十四条"),
        ("暂住证", "居住证暂行条例#"),
        ("婚姻法", "民法典婚姻家庭编#"),
        ("担保法", "民法典物权编#"),
        ("环保法", "生态环境法典#"),
        ("噪音法", "生态环境法典#"),
        ("食安法", "食品安全法#"),
        ("身份证法", "居民身份证法#"),
        ("公积金条例", "住房公积金管理条例#"),
        ("ldht", "劳动合同法#"),
        ("LDHTF", "劳动合同法#"),
        ("１２３４５", "12345"),
        ("0531-12345", "12345"),
        ("打12333没人接", "12333"),
    ],
)
def test_names_in_use_and_numbers_lead_to_the_right_place(
    searcher: Searcher, query: str, start: str
) -> None:
    assert any(hit.key.startswith(start) for hit in ask(searcher, query)[:3])


def test_a_repealed_name_shows_its_successor(searcher: Searcher, articles: list[Article]) -> None:
    laws = {law_of(one) for one in articles if not one.repealed_on}
    dead = {law_of(one): one for one in articles if one.repealed_on}
    assert len(dead) == 15
    for key, article in dead.items():
        hits = ask(searcher, key.partition("(")[0])
        (seen, *_) = (hit for hit in hits if hit.key.startswith(f"{key}#"))
        assert seen.validity is Validity.REPEALED
        if article.successor in laws:
            assert hits[0].key.startswith(f"{article.successor}#")
            assert seen.successor == hits[0].key


def test_no_question_shows_a_repealed_text_above_a_valid_one(
    searcher: Searcher, articles: list[Article]
) -> None:
    lines = (needs_data() / "questions" / "lay_questions.jsonl").read_text("utf-8").splitlines()
    questions = [json.loads(line)["question"] for line in lines][::3]
    for query in [*questions, *titles(articles)]:
        for mode in QueryMode:
            assert not breaks_the_rule(ask(searcher, query, mode=mode)), query


def titles(articles: Iterable[Article]) -> list[str]:
    return [one.title for one in articles][::130]


def test_the_index_outlives_the_program(searcher: Searcher, tmp_path: Path) -> None:
    again = Searcher(searcher.folder)
    assert ask(again, "拖欠工资怎么办") == ask(searcher, "拖欠工资怎么办")
    assert ask(Searcher(tmp_path), "拖欠工资怎么办", on=DAY) == []
