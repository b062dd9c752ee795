"""Texts in search form: the same words however they are typed, and led back to their places."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from operator_desk.domain.knowledge import QueryMode
from operator_desk.domain.numerals import LAST, place_in_law
from operator_desk.search.analyser import (
    Analyser,
    name_form,
    names,
    normalise,
    positions,
    runs,
    stem,
    text_of,
)
from operator_desk.search.marks import marks, snippet
from operator_desk.search.naming import Speller
from operator_desk.search.query import Shape, names_in, parse
from tests.search.texts import contact, faq, law

# What people type and paste: Han of both kinds, full-width forms, signs, emoji, odd letters.
PIECES = [
    *"社保醫保電噪聲１２３ＡｂＣ12345abcßİﬁ㎏㈱①…，。！ \n\t\u3000\u200b👮‍♀️",
    "12345热线",
    "第三条",
]
TEXTS = st.lists(st.sampled_from(PIECES) | st.characters(codec="utf-8"), max_size=40).map("".join)


@pytest.fixture(scope="module")
def analyser() -> Analyser:
    """A segmenter that knows one name."""
    return Analyser(["翻车鱼馆", "x", "abc"])


@pytest.mark.parametrize(
    ("typed", "form"),
    [
        ("１２３４５熱線", "12345热线"),
        ("ＷｉＦｉ", "wifi"),
        ("醫療保障", "医疗保障"),
        ("㎏", "kg"),
        ("社保", "社保"),
    ],
)
def test_the_search_form(typed: str, form: str) -> None:
    assert normalise(typed) == form


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_every_place_of_the_form_leads_back_to_its_character(text: str) -> None:
    form, places = normalise(text), positions(text)
    assert len(places) == len(form) + 1
    assert places[-1] == len(text)
    assert places == sorted(places)
    for at, char in enumerate(form):
        assert char in normalise(text[places[at]])


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_the_search_form_is_final(text: str) -> None:
    form = normalise(normalise(text))
    assert normalise(form) == form


@settings(max_examples=150, deadline=None)
@given(TEXTS, st.lists(st.sampled_from(PIECES), max_size=5))
def test_marks_lie_in_the_text_apart_and_in_order(text: str, words: list[str]) -> None:
    wanted = [run for word in words for run in runs(normalise(word))]
    line, inside = snippet(text, wanted)
    assert "\n" not in line
    assert len(line) <= 98
    for shown, found in ((text, marks(text, wanted)), (line, inside)):
        ends = [place for mark in found for place in mark]
        assert ends == sorted(set(ends))
        assert all(0 <= start < end <= len(shown) for start, end in found)


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_terms_of_any_text_are_cut_from_it(text: str) -> None:
    terms = Analyser.terms(_PLAIN, text)
    form = normalise(text)
    for found in (terms.words, terms.bigrams, terms.characters):
        assert all(term in form for term in found)


_PLAIN = Analyser()


def test_a_word_in_several_forms_is_one_word(analyser: Analyser) -> None:
    one = analyser.terms("翻车鱼馆１２３４５热线")
    assert one == analyser.terms("翻車魚館12345熱線")
    assert {"翻车鱼馆", "12345", "热线"} <= set(one.words)
    assert "翻车鱼馆" not in _PLAIN.terms("翻车鱼馆").words


def test_two_analysers_do_not_share_their_dictionary(analyser: Analyser) -> None:
    assert analyser.pieces("去翻车鱼馆") == ["去", "翻车鱼馆"]
    assert Analyser().pieces("去翻车鱼馆") != ["去", "翻车鱼馆"]


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("《中华人民共和国劳动法》", "劳动法"),
        ("中华人民共和国", "中华人民共和国"),
        ("劳动法 12条", "劳动法第12条"),
        ("Ｎｏ.１", "no1"),
    ],
)
def test_names_are_compared_without_signs(name: str, form: str) -> None:
    assert name_form(name) == form


def test_the_names_of_an_article() -> None:
    (article,) = law("信访条例", "信访。", version="2005-01-10", old_names=("信访办法",))
    assert names(article) == ["信访条例第一条", "信访条例第1条", "信访条例", "信访办法"]
    assert names(contact("110", "公安报警")) == ["公安报警110", "公安报警", "110"]


def test_what_is_searched_of_an_article() -> None:
    text = text_of(law("劳动法", "工资。", section="第五章 工资 / 第一节 支付")[0])
    assert text.split() == ["劳动法", "工资", "/", "支付", "工资。"]
    number = contact("12333", "人社", category="人力资源")
    assert text_of(number).split("\n") == ["人社 12333", "人社", "12333", "人力资源"]


@pytest.mark.parametrize(
    ("title", "law_name"),
    [
        ("劳动法 第十条", "劳动法"),
        ("劳动法 第十条之一", "劳动法"),
        ("信访条例 0~2", "信访条例"),
        ("第三条", "第三条"),
        ("社保卡补办", "社保卡补办"),
    ],
)
def test_the_law_of_a_title(title: str, law_name: str) -> None:
    assert stem(title) == law_name


@pytest.mark.parametrize(
    ("title", "number"),
    [
        ("第五十四条", 54),
        ("第十条", 10),
        ("第一百零二条", 102),
        ("第一千二百六十条", 1260),
        ("第12条", 12),
        ("第9999999999条", LAST),
        ("附则", LAST),
    ],
)
def test_numbers_of_articles(title: str, number: int) -> None:
    assert place_in_law(title) == number


def test_pinyin_from_every_word_on() -> None:
    speller = Speller({})
    assert speller.terms(("劳动", "合同法")) == {"^ldhtf", "^laodonghetongfa", "htf", "hetongfa"}
    assert speller.terms(("银行",)) == {"^yh", "^yinhang"}
    assert max(map(len, speller.terms(tuple("长" * 200)))) < 200
    assert speller.terms(()) == set()


def test_words_spelt_once_are_known() -> None:
    first = Speller({})
    terms = first.terms(("劳动", "wifi"))
    assert first.grown
    assert list(first.known) == ["劳动"]
    again = Speller(first.known)
    assert again.terms(("劳动", "wifi")) == terms
    assert not again.grown
    assert Speller({"劳动": ("lao", "dong")}).terms(("劳动",)) == {"^ld", "^laodong"}


@pytest.mark.parametrize(
    ("typed", "shape"),
    [
        ("社保", Shape.KEYWORDS),
        ("社保 医保 公积金", Shape.KEYWORDS),
        ("社保 医保 公积金 生育", Shape.SENTENCE),
        ("劳动合同到期", Shape.SENTENCE),
        ("ldh", Shape.LETTERS),
        ("LAO dong", Shape.LETTERS),
        ("110", Shape.DIGITS),
        ("0531-12345678", Shape.DIGITS),
        ("1", Shape.KEYWORDS),
    ],
)
def test_shapes_of_queries(analyser: Analyser, typed: str, shape: Shape) -> None:
    assert parse(typed, QueryMode.TYPED, analyser).shape is shape
    assert parse(typed, QueryMode.STATEMENT, analyser).shape is Shape.SENTENCE


def test_names_before_an_article_number(analyser: Analyser) -> None:
    query = parse("请问劳动法第十条怎么说", QueryMode.TYPED, analyser)
    found = names_in(query)
    assert found[0] == "请问劳动法第十条怎么说"
    assert "劳动法第十条" in found
    assert names_in(parse("，。", QueryMode.TYPED, analyser)) == []


def test_a_very_long_query_is_cut(analyser: Analyser) -> None:
    query = parse("路灯" * 100_000, QueryMode.STATEMENT, analyser)
    assert query.terms.words["路灯"] == 500


def test_a_passage_begins_at_its_sentence() -> None:
    text = "前面一句话。" * 30 + "押金不退怎么办？可以投诉。" + "后面一句话。" * 30
    line, places = snippet(text, ["押金", "投诉"])
    assert line.startswith("…押金不退怎么办？")
    assert line.endswith("…")
    assert [line[a:b] for a, b in places] == ["押金", "投诉"]
    assert snippet("短。", ["没有"]) == ("短。", ())
    assert snippet("", []) == ("", ())


def test_marks_of_other_forms_lead_back() -> None:
    text = "請到醫保窗口㎏"
    assert [text[a:b] for a, b in marks(text, ["医保"])] == ["醫保"]
    assert [text[a:b] for a, b in marks(text, ["k", "g"])] == ["㎏"]
    assert unicodedata.normalize("NFKC", "㎏") == "kg"


def test_a_question_without_a_telling_word_is_an_ordinary_query(analyser: Analyser) -> None:
    assert parse("的", QueryMode.TYPED, analyser).words == ("的",)
    assert faq("a", "b").title == "b"
