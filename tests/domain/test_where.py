"""Telephone numbers found in texts however they are written, and numbers that a text drops."""

from __future__ import annotations

from dataclasses import replace

import pytest

from operator_desk.domain.article import Article, ArticleKind, Phone
from operator_desk.domain.errors import UserError
from operator_desk.domain.where import Number, Place, dropped, number_of, places

ARTICLE = Article("own:office", ArticleKind.CONTACT, "房管局")


def held(text: str, number: str) -> bool:
    return bool(places(replace(ARTICLE, body=text), number_of(number)))


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("0551-62881234", Number("0551", "62881234")),
        ("（0551）6288 1234", Number("0551", "62881234")),
        ("+86 551 62881234", Number("0551", "62881234")),
        ("05516288123", Number("0551", "6288123")),
        ("010 62881234转8", Number("010", "62881234")),
        ("0551-12345", Number("0551", "12345")),
        ("6288-1234", Number("", "62881234")),
        ("+8613800002206", Number("", "13800002206")),
        ("400-800-1234", Number("", "4008001234")),
        ("１２３４５", Number("", "12345")),
    ],
)
def test_a_number_is_read_as_people_write_it(typed: str, number: Number) -> None:
    assert number_of(typed) == number


@pytest.mark.parametrize("typed", ["", "12", "房管局", "转1234"])
def test_what_is_no_number_is_said(typed: str) -> None:
    with pytest.raises(UserError, match="no telephone number"):
        number_of(typed)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("请拨0551-62881234。", "62881234"),
        ("请拨62881234。", "0551-62881234"),
        ("（0551）6288 1234", "055162881234"),
        ("+86-551-6288-1234", "0551-62881234"),
        ("６２８８１２３４转801", "62881234"),
        ("手机138 0000 2206", "13800002206"),
        ("4008001234", "400-800-1234"),
        ("先拨12345，再拨110", "110"),
        ("12345、12320", "12345"),
        ("0571-12345", "12345"),
    ],
)
def test_a_number_is_found_however_it_is_written(text: str, number: str) -> None:
    assert held(text, number)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("0571-62881234", "0551-62881234"),
        ("162881234", "62881234"),
        ("628812345", "62881234"),
        ("0571-12345", "0551-12345"),
        ("第 110 条、110米、110.5、3.110、110%", "110"),
        ("112345", "12345"),
        ("1234 5", "12345"),
    ],
)
def test_another_number_is_not_found(text: str, number: str) -> None:
    assert not held(text, number)


def test_every_field_that_holds_it_is_named_with_the_words_around() -> None:
    phone = Phone("0551-62881234", "窗口")
    article = replace(
        ARTICLE, answer="请拨 6288 1234。", phones=(phone,), old_names=("旧号 62881234",)
    )
    assert places(article, number_of("62881234")) == (
        Place("answer", "请拨 6288 1234。"),
        Place("phones", "0551-62881234 窗口"),
        Place("old_names", "旧号 62881234"),
    )
    long = replace(ARTICLE, body=f"{'甲' * 50}\n62881234{'乙' * 50}")
    (place,) = places(long, number_of("62881234"))
    assert place.words == f"…{'甲' * 7} 62881234{'乙' * 24}…"
    (place,) = places(
        replace(ARTICLE, body="（０５５１）６２８８１２３４，找小王"), number_of("62881234")
    )
    assert place.words == "（０５５１）６２８８１２３４，找小王"


def test_a_text_drops_the_numbers_that_it_says_no_more() -> None:
    before = replace(
        ARTICLE,
        answer="请拨 0551-62881234 或 12329，满 10000 元的到窗口。",
        body="手机 13800002206，已 20261123 更新。",
        phones=(Phone("62889999", "window"), Phone("见官网"), Phone("12345")),
    )
    assert dropped(before, before) == ()
    after = replace(
        before,
        answer="请拨 12329。",
        body="",
        phones=(Phone("0551-62889999"), Phone("12345")),
        old_names=("房管局 62881234",),
    )
    assert dropped(before, after) == ("0551-62881234", "13800002206")
