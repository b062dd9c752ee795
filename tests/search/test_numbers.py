"""Contacts by number: whole, in part, with area code or without, former ones, among words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from operator_desk.domain.article import Article, ArticleKind, Phone, Validity
from operator_desk.domain.knowledge import QueryMode
from operator_desk.search.numbers import terms_of
from operator_desk.search.searcher import Searcher
from tests.search.texts import ask, contact, faq, indexed, keys, others

OFFICE = Article(
    "own:office",
    ArticleKind.CONTACT,
    "市住房保障中心",
    "公租房、廉租房、租赁补贴。",
    category="住房城乡建设/房管",
    old_names=("房管局 0531-66660000", "12318"),
    phones=(
        Phone("0531-6666 0001", "窗口"),
        Phone("(0531)66660002转801", "投诉"),
        Phone("0531-66660009", "主任", "internal"),
    ),
)
MERGED = replace(contact("12358", "价格举报"), repealed_on=date(2025, 1, 1), successor="12315")
ARTICLES = [
    OFFICE,
    MERGED,
    contact("12315", "消费者投诉举报", category="市场监管"),
    contact("12318", "文化市场举报"),
    contact("12345", "政务服务便民热线"),
    contact("110", "公安报警"),
    faq("say", "打 12345 没人接怎么办", "12345 占线时请稍后再拨，12345 是总机。"),
    faq("wide", "住房 110 平方米", "110 平方米以内。"),
]


@pytest.fixture(scope="module")
def searcher(tmp_path_factory: pytest.TempPathFactory) -> Searcher:
    """The articles above."""
    return indexed(tmp_path_factory.mktemp("index"), [*ARTICLES, *others(40)])


def test_digits_with_and_without_the_area_and_extension() -> None:
    assert terms_of(OFFICE) == {
        *("053166660001", "66660001", "053166660002", "66660002", "053166660002801"),
        *("053166660009", "66660009", "~053166660000", "~66660000", "~12318"),
    }
    assert terms_of(contact("12345", "总机")) == {"12345"}
    assert terms_of(replace(OFFICE, kind=ArticleKind.FAQ, phones=())) == set()


@pytest.mark.parametrize(
    ("query", "key"),
    [
        ("66660002", "own:office"),
        ("0531 6666 0002", "own:office"),
        ("０５３１－６６６６０００２", "own:office"),
        ("+86 531 66660002", "own:office"),
        ("6666", "own:office"),
        ("0531-12345", "12345"),
        ("010 12345", "12345"),
        ("１２３４５", "12345"),
        ("打12345一直占线", "12345"),
        ("电话:12315谢谢", "12315"),
        ("打110没人接", "110"),
        ("住房 110 平方米", "wide"),
    ],
)
def test_a_number_finds_its_contact(searcher: Searcher, query: str, key: str) -> None:
    assert keys(searcher, query)[0] == key


@pytest.mark.parametrize(
    "query", ["gzf", "GZF", "zlbt", "gongzufang", "fg", "公租房", "房管", "投诉"]
)
def test_a_function_finds_who_does_it(searcher: Searcher, query: str) -> None:
    found = ask(searcher, query, kinds=frozenset({ArticleKind.CONTACT}))
    assert "own:office" in [hit.key for hit in found[:2]]


def test_a_number_of_a_repealed_contact_leads_to_what_is_in_force(searcher: Searcher) -> None:
    first, second, *_ = ask(searcher, "12358")
    assert (first.key, first.formerly, first.validity) == ("12315", "12358", Validity.VALID)
    assert (second.key, second.validity) == ("12358", Validity.REPEALED)
    assert ask(searcher, "12315")[0].formerly == ""


def test_who_has_a_number_comes_before_who_had_it(searcher: Searcher) -> None:
    first, second, *_ = ask(searcher, "12318")
    assert (first.key, first.formerly) == ("12318", "")
    assert (second.key, second.formerly) == ("own:office", "12318")
    assert ask(searcher, "66660000")[0].formerly == "0531-66660000"


def test_a_statement_that_names_a_number_does_not_ask_for_it(searcher: Searcher) -> None:
    assert keys(searcher, "打12345一直占线", mode=QueryMode.STATEMENT)[0] == "say"


def test_a_hit_says_that_its_number_was_long_not_confirmed(tmp_path: Path) -> None:
    phones = (Phone("96000000", "", "internal"), Phone("96655", confirmed_on=date(2025, 3, 1)))
    searcher = indexed(tmp_path, [replace(contact("96655", "供水服务"), phones=phones)])
    assert ask(searcher, "供水服务", on=date(2026, 3, 1))[0].stale is False
    assert ask(searcher, "供水服务", on=date(2026, 3, 2))[0].stale is True


def test_an_internal_number_is_not_shown_by_the_hit(tmp_path: Path) -> None:
    searcher = indexed(tmp_path, [OFFICE])
    (hit,) = ask(searcher, "66660009")
    assert (hit.phone, hit.formerly) == ("0531-6666 0001", "")
    assert [number for number, _hours in hit.numbers] == ["0531-6666 0001", "(0531)66660002转801"]
