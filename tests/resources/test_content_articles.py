"""The starter articles: enough of them, each with answer and source, numbers and laws right."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from functools import cache

import pytest

from operator_desk.domain.article import Article, ArticleKind
from operator_desk.importers.formats import articles_from
from tests.resources.shipped import NUMBER, OPEN, PROFILES, articles, asked, files, profile
from tests.support.data import needs_data

MOST = {"zh_CN": 95, "en": 260}  # characters that can be said in about 25 seconds
# Words of a promise, of a refusal for a department, and of a verdict.
PROMISES = {
    "zh_CN": r"一定(?:能|会|给)|肯定(?:能|会)|保证(?:给|能|会)|不归我们管|包您|马上解决|违法了",
    "en": r"\b(?:we|I)(?:'ll| will) (?:fix|repair|refund|solve|make sure)|\bguarantee|\bI promise"
    r"|not our (?:job|problem)",
}
LAW = re.compile(r"《([^》]+)》([^《]*)")
CLAUSE = re.compile("第[一二三四五六七八九十百千]+条")
# Published texts that the data at hand does not have.
ELSEWHERE = {
    "全国人民代表大会常务委员会关于实施渐进式延迟法定退休年龄的决定",
    "关于深化机动车检验制度改革优化车检服务工作的意见",
    "国务院办公厅关于进一步优化地方政务服务便民热线的指导意见",
    "巡游出租汽车经营服务管理规定",
    "机动车驾驶证申领和使用规定",
    "狂犬病暴露预防处置工作规范（2023年版）",
    "网络预约出租汽车经营服务管理暂行办法",
    "高层民用建筑消防安全管理规定",
}

both = pytest.mark.parametrize("language", PROFILES)


@both
def test_keys_are_own_and_stand_once(language: str) -> None:
    keys = [article.key for article in articles(language)]
    assert [key for key, times in Counter(keys).items() if times > 1] == []
    assert [key for key in keys if not key.startswith("own:")] == []


@both
def test_at_least_forty_answers_in_six_fields(language: str) -> None:
    fields = {
        name: sum(article in asked(language) for article in values)
        for name, values in files(language).items()
    }
    assert len([name for name, count in fields.items() if count >= 5]) >= 6
    assert sum(fields.values()) >= 40


@pytest.mark.parametrize(("language", "least"), [("zh_CN", 60), ("en", 40)])
def test_public_service_numbers(language: str, least: int) -> None:
    numbers = {
        phone.number
        for article in articles(language)
        if article.kind is ArticleKind.CONTACT
        for phone in article.phones
        if phone.audience == "public"
    }
    assert len(numbers) >= least


@both
def test_every_answer_has_what_an_operator_needs(language: str) -> None:
    lacking = [
        (article.key, name)
        for article in asked(language)
        for name in ("answer", "body", "source", "category", "keywords", "owner", "review_by")
        if not getattr(article, name)
    ]
    assert lacking == []


@both
def test_an_answer_has_its_first_day_or_is_still_to_be_confirmed(language: str) -> None:
    undated = [
        article.key
        for article in asked(language)
        if article.valid_from is None and OPEN[language] not in article.source
    ]
    assert undated == []


@both
def test_whatever_is_told_has_a_source_and_a_sentence(language: str) -> None:
    lacking = [one.key for one in articles(language) if not (one.source and one.answer)]
    assert lacking == []


@both
def test_review_comes_after_the_first_day(language: str) -> None:
    for article in articles(language):
        if article.review_by and article.valid_from:
            assert article.valid_from < article.review_by, article.key


@both
def test_a_sentence_is_short_enough_to_be_said(language: str) -> None:
    long = [
        (article.key, len(article.answer))
        for article in articles(language)
        if len(article.answer) > MOST[language]
    ]
    assert long == []


@both
def test_no_sentence_promises_or_refuses(language: str) -> None:
    pattern = re.compile(PROMISES[language])
    found = [
        (article.key, match[0])
        for article in articles(language)
        if (match := pattern.search(article.answer))
    ]
    assert found == []


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("zh_CN", "您放心，一定能退。"),
        ("zh_CN", "这件事不归我们管。"),
        ("en", "Don't worry, we will fix it today."),
        ("en", "I promise they come."),
    ],
)
def test_the_guard_sees_a_promise(language: str, words: str) -> None:
    assert re.search(PROMISES[language], words)


@both
def test_categories_of_articles_are_in_the_tree(language: str) -> None:
    tree = profile(language).categories
    unknown = [
        (article.key, article.category)
        for article in articles(language)
        if article.category and tree.find(article.category) is None
    ]
    assert unknown == []


# -- numbers -----------------------------------------------------------------------------


def contacts(language: str) -> list[Article]:
    return [one for one in articles(language) if one.kind is ArticleKind.CONTACT]


@both
def test_a_contact_is_found_by_its_number_and_has_a_phone(language: str) -> None:
    for contact in contacts(language):
        number = contact.key.removeprefix("own:")
        assert number in contact.title
        assert contact.phones, contact.key
        assert number == contact.phones[0].number or number in contact.old_names
        assert contact.phones[0].number in contact.answer or number in contact.answer


@both
def test_every_number_that_is_told_is_a_contact(language: str) -> None:
    known = {contact.key.removeprefix("own:") for contact in contacts(language)}
    strange = {
        (article.key, number)
        for article in articles(language)
        for number in NUMBER[language].findall(f"{article.answer}\n{article.body}")
        if number not in known
    }
    assert strange == set()


@pytest.mark.parametrize(
    ("language", "text", "numbers"),
    [
        (
            "zh_CN",
            "先打 120 和 12345，或者 95598；2026年、3000公里、〔2020〕53号",
            ["120", "12345", "95598"],
        ),
        ("en", "Call 911 or 1-800-222-1222; 1,250 hours, 7 CFR 273.2", ["911", "1-800-222-1222"]),
    ],
)
def test_the_guard_sees_numbers(language: str, text: str, numbers: list[str]) -> None:
    assert NUMBER[language].findall(text) == numbers


@pytest.mark.data
def test_numbers_do_what_the_list_at_hand_says() -> None:
    read = articles_from(needs_data() / "knowledge" / "hotlines.csv")
    own = {contact.key.removeprefix("own:"): contact for contact in contacts("zh_CN")}
    assert [one.key for one in read.values if one.key not in own] == []
    for one in read.values:
        merged = one.section == "已整体并入12345"
        assert (own[one.key].phones[0].number == "12345") == (merged or one.key == "12345"), one.key


# -- laws --------------------------------------------------------------------------------


@cache
def laws() -> dict[str, Article]:
    folder = needs_data() / "knowledge"
    return {
        article.key: article
        for name in ("laws_superseded.jsonl", "laws.jsonl")
        for article in articles_from(folder / name).values
    }


def cited(article: Article) -> list[tuple[str, str]]:
    """Law and clause of every citation."""
    return [
        (law.removeprefix("中华人民共和国"), clause)
        for law, rest in LAW.findall(article.source)
        for clause in CLAUSE.findall(rest)
    ]


def clause_of(law: str, clause: str) -> Article | None:
    if law != "民法典":
        return laws().get(f"{law}#{clause}")
    books = (key for key in laws() if key.startswith("民法典") and key.endswith(f"#{clause}"))
    return next((laws()[key] for key in books), None)


@pytest.mark.data
def test_every_law_that_is_cited_is_there_and_in_force() -> None:
    checked = 0
    for article in articles("zh_CN"):
        for law, clause in cited(article):
            if law in ELSEWHERE:
                continue
            found = clause_of(law, clause)
            assert found is not None, (article.key, law, clause)
            assert found.repealed_on is None, (article.key, law, clause)
            checked += 1
    assert checked > 150


@pytest.mark.data
def test_no_answer_holds_before_the_law_it_cites() -> None:
    early = [
        (article.key, law, clause)
        for article in asked("zh_CN")
        for law, clause in cited(article)
        if (found := clause_of(law, clause)) is not None
        and (found.valid_from or date.min) > (article.valid_from or date.max)
    ]
    assert early == []


def test_every_answer_in_chinese_cites_a_published_text() -> None:
    assert [one.key for one in asked("zh_CN") if not LAW.search(one.source)] == []


def test_texts_from_elsewhere_are_cited() -> None:
    named = {law for one in articles("zh_CN") for law, _rest in LAW.findall(one.source)}
    assert named >= ELSEWHERE


# -- the desk's own kinds ----------------------------------------------------------------


@both
def test_what_the_line_does_not_take_names_the_right_channel(language: str) -> None:
    found = [one for one in articles(language) if one.kind is ArticleKind.OUT_OF_SCOPE]
    channel = {"zh_CN": "**引导渠道**：", "en": "**Right channel**: "}[language]
    assert len(found) >= 15
    assert [one.key for one in found if channel not in one.body] == []


@both
def test_cards_say_that_the_centre_has_to_approve_them(language: str) -> None:
    found = [one for one in articles(language) if one.kind is ArticleKind.CARD]
    assert len(found) >= 8
    assert {"own:card-suicide", "own:card-violence", "own:card-gas"} <= {one.key for one in found}
    assert [one.key for one in found if OPEN[language] not in one.source] == []
