"""An article in a form: what is refused, with which field it is told, and that nothing is lost."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from random import Random

import pytest

from operator_desk.domain.article import Article, ArticleKind, Phone
from operator_desk.domain.article_form import Sheet, is_number, read_day, read_sheet, sheet_of
from operator_desk.domain.article_rules import blocking, problems, successor_trouble
from operator_desk.domain.article_templates import template

DAY = date(2026, 11, 25)
FINE = Article(
    "own:pool",
    ArticleKind.FAQ,
    "公积金怎么提取",
    "到**中心**办理。",
    source="条例",
    review_by=date(2027, 1, 1),
    keywords=("公积金", "提取"),
    phones=(Phone("0551-12329", "窗口", "public", "8:30–17:30", DAY), Phone("110")),
)


@dataclass(frozen=True)
class Other:
    """Another article, as far as successors ask."""

    key: str
    successor: str | None = None


def wrong(**given: object) -> list[tuple[str, str]]:
    _article, found = read_sheet(sheet_of(FINE) | given)
    return [(one.field, str(one.error)) for one in found]


def test_a_sheet_reads_back_as_the_article_that_it_shows() -> None:
    rng = Random(7)
    for _ in range(200):
        one = replace(
            FINE,
            kind=rng.choice(list(ArticleKind)),
            body=rng.choice(("", "甲\n\n- 乙", "a；b;c")),
            old_names=rng.choice(((), ("物权法",), ("甲", "乙"))),
            valid_from=rng.choice((None, date(2021, 1, 1))),
            repealed_on=rng.choice((None, DAY)),
            phones=FINE.phones[: rng.randrange(3)],
            region=rng.choice(("", "合肥")),
        )
        assert read_sheet(sheet_of(one)) == (one, [])


@pytest.mark.parametrize("text", ["2026-11-25", "2026年11月25日", "20261125", "２０２６/11/25 "])
def test_a_day_is_read_as_people_write_it(text: str) -> None:
    assert read_day(text) == DAY


def test_every_wrong_field_is_named() -> None:
    assert wrong(title=" ") == [("title", "The title is missing.")]
    assert wrong(title="长" * 201)[0][0] == wrong(title="a\nb")[0][0] == "title"
    assert wrong(key="")[0][0] == wrong(key="a\tb")[0][0] == wrong(key="k" * 201)[0][0] == "key"
    for name in ("valid_from", "repealed_on", "version_date", "review_by"):
        assert [field for field, _words in wrong(**{name: "2026-02-30"})] == [name]
    backwards = wrong(valid_from="2026-11-26", repealed_on="2026-11-25")
    said = "It is in force from 2026-11-26, which is after its repeal on 2026-11-25."
    assert backwards == [("repealed_on", said)]
    assert wrong(valid_from="2026-11-25", repealed_on="2026-11-25") == []
    assert wrong(body="half \ud83d") == [
        ("body", "This text holds half a character; type it anew.")
    ]
    assert "bytes" in wrong(body="字" * 70_000)[0][1]


def test_a_wrong_number_is_named_by_its_row_and_an_empty_row_is_none() -> None:
    rows = [{"number": "12345"}, {"audience": "public"}, {"number": "打这个"}, {"use": "值班"}]
    found = wrong(phones=[*rows, {"number": "110", "confirmed_on": "昨天"}])
    assert [(field, words.split(":")[0]) for field, words in found] == [
        ("phones", "Number 3"),
        ("phones", "Number 4"),
        ("phones", "Number 5"),
    ]
    article, _found = read_sheet(sheet_of(FINE) | {"phones": rows[:2]})
    assert article is not None
    assert article.phones == (Phone("12345"),)


def test_numbers_are_told_from_words() -> None:
    good = (
        *("110", "12345", "0551-6288 1234", "(0551)62881234", "+86 551 62881234"),
        *("62881234转802", "62881234 ext 8", "400-800-1234", "０５５１－６２８８１２３４"),
    )
    assert [text for text in good if not is_number(text)] == []
    assert [text for text in ("", "12", "无", "见官网", "--- -", "110号") if is_number(text)] == []


def test_a_successor_is_there_and_leads_to_no_circle() -> None:
    others = {
        "b": Other("b", "c"),
        "c": Other("c", "民法典"),
        "民法典": Other("民法典#第一条"),
        "民法典#第一条": Other("民法典#第一条"),
        "round": Other("round", "a"),
        "far": Other("far", "round"),
        "x": Other("x", "y"),
        "y": Other("y", "x"),
        "lost": Other("lost", "nowhere"),
    }

    def trouble(successor: str) -> str:
        return str(successor_trouble("a", successor, others.get) or "")

    assert trouble("b") == trouble("民法典") == trouble("lost") == ""
    assert trouble("a") == "An article cannot be its own successor."
    assert "neither an article nor a law" in trouble("nowhere")
    for name in ("round", "far", "x"):
        assert "leads back" in trouble(name)


def test_what_was_wrong_before_keeps_nobody_from_mending_the_rest() -> None:
    dead = replace(FINE, successor="nowhere")
    assert blocking(problems(dead, {}.get, DAY)) is not None
    found = problems(dead, {}.get, DAY, before=replace(FINE, successor="nowhere", body="旧"))
    assert (blocking(found), [one.field for one in found]) == (None, ["successor"])


def test_what_an_article_should_have_is_a_hint_and_blocks_nothing() -> None:
    bare = replace(FINE, source="", review_by=None, body="<b>粗</b>", kind=ArticleKind.CONTACT)
    late = replace(FINE, review_by=date(2026, 1, 1), repealed_on=DAY)
    for article, fields in (
        (replace(bare, phones=()), {"phones", "source", "review_by", "body"}),
        (late, {"review_by", "successor"}),
        (FINE, set()),
    ):
        found = problems(article, {}.get, DAY)
        assert {one.field for one in found} == fields
        assert blocking(found) is None


def test_every_kind_has_a_skeleton_in_both_languages() -> None:
    for kind in ArticleKind:
        both = template(kind, "zh_CN"), template(kind, "en")
        assert (both[0] == both[1]) is (kind is ArticleKind.PHRASE)
        sheet: Sheet = sheet_of(replace(FINE, kind=kind)) | {"body": both[0]}
        assert read_sheet(sheet)[0] is not None
