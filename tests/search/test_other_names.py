"""Names in use that the data does not have, and words typed with characters that sound alike."""

from __future__ import annotations

from pathlib import Path

import pytest

from operator_desk.domain.knowledge import QueryMode
from operator_desk.search import sounds
from operator_desk.search.aliases import shortened
from operator_desk.search.law_names import STAND_FOR
from operator_desk.search.query import parse
from operator_desk.search.searcher import Searcher
from tests.search.texts import ask, changed, faq, indexed, keys, law, others

LAWS = (
    "食品安全法",
    "道路交通安全法",
    "居民身份证法",
    "消防法",
    "消费者权益保护法",
    "住房公积金管理条例",
)
ARTICLES = [
    *law("消费者权益保护法", "为保护消费者。", "消费者有权退货。"),
    *law("消防法", "预防火灾。"),
    *law("食品安全法", "保证食品安全。"),
    *law("民法典物权编", "调整物的归属。", "业主对建筑物专有部分享有所有权。"),
    *law("居住证暂行条例", "公民离开常住户口所在地。", "居住证由公安机关签发。"),
    *law("户口登记条例", "暂住的公民办暂住登记。"),
    *(faq(f"fund{n}", f"公积金怎么提取{n}", "住房公积金的提取。" * n) for n in range(1, 5)),
    *(faq(f"id{n}", f"身份证丢了{n}", "身份证补领。") for n in range(1, 5)),
    faq("base", "基金与公告", "基金公告，公债基金。"),
]


@pytest.fixture(scope="module")
def searcher(tmp_path_factory: pytest.TempPathFactory) -> Searcher:
    """The articles above."""
    folder = tmp_path_factory.mktemp("index")
    return indexed(folder, [*ARTICLES, *others(40)], ["公积金", *LAWS])


@pytest.mark.parametrize(
    ("query", "key"),
    [
        ("消法", "消费者权益保护法#第一条"),
        ("消法第2条", "消费者权益保护法#第二条"),
        ("消保法", "消费者权益保护法#第一条"),
        ("食安法", "食品安全法#第一条"),
        ("物权法", "民法典物权编#第一条"),
        ("物权法 业主", "民法典物权编#第二条"),
        ("小区里业主的权利物权法怎么说", "民法典物权编#第二条"),
        ("暂住证", "居住证暂行条例#第一条"),
        ("消防法", "消防法#第一条"),
    ],
)
def test_a_name_in_use_finds_the_law(searcher: Searcher, query: str, key: str) -> None:
    assert keys(searcher, query)[0] == key


def test_an_old_name_that_an_editor_gave_comes_before_the_table(tmp_path: Path) -> None:
    searcher = indexed(tmp_path, ARTICLES)
    changed(tmp_path, [faq("own", "居住登记", old_names=("暂住证",))])
    searcher.refresh()
    assert keys(searcher, "暂住证")[0] == "own"


@pytest.mark.parametrize(
    ("short", "wanted"),
    [
        ("食安法", ["食品安全法"]),
        ("道交法", ["道路交通安全法"]),
        ("身份证法", ["居民身份证法"]),
        ("公积金条例", ["住房公积金管理条例"]),
        ("食安条例", []),
        ("消法", []),  # of one character anything may be short for anything
        ("安路法", []),
        ("合法", []),
    ],
)
def test_shortenings_keep_beginning_and_order(short: str, wanted: list[str]) -> None:
    assert shortened(short, LAWS) == wanted


def test_no_name_of_the_table_stands_for_itself_or_leads_on() -> None:
    for name, others_ in STAND_FOR.items():
        assert name not in others_
        assert not set(others_) & STAND_FOR.keys()


@pytest.mark.parametrize(
    ("query", "prefix"), [("公基金", "fund"), ("公基金怎么取出来呢", "fund"), ("身分证", "id")]
)
def test_a_word_that_sounds_like_a_known_one_is_put_right(
    searcher: Searcher, query: str, prefix: str
) -> None:
    for mode in QueryMode:
        first = ask(searcher, query, mode=mode)[0]
        assert first.key.startswith(prefix)
    assert first.title_marks


def test_what_is_known_is_never_put_right(searcher: Searcher) -> None:
    assert keys(searcher, "基金公告")[0] == "base"
    assert searcher._loaded is not None
    for known in ("基金公告", "诗歌钢琴画布", "公积金提取"):
        assert not searcher._otherwise(parse(known, QueryMode.TYPED, searcher._loaded.analyser))


def test_sounds_are_without_tones_and_with_the_second_reading() -> None:
    assert sounds.readings()["女"][0] == "nv"
    assert set(sounds.sums("银行")) & set(sounds.sums("银航"))
    assert not set(sounds.sums("银行")) & set(sounds.sums("银河"))
    assert sounds.sums("a行") == []
    found, places = sounds.table(["银行", "abc", "银", "引航"])
    assert list(found) == sorted(found)
    assert set(places.tolist()) == {0, 3}
