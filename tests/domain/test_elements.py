"""What rules find in statements: by kind, with values and traits; and which field asks for it."""

from __future__ import annotations

from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks import elements as bench
from operator_desk.domain.draft import Line
from operator_desk.domain.element_days import value, value_english
from operator_desk.domain.element_finds import Find, Fit, Kind, Trait
from operator_desk.domain.element_fits import proposals
from operator_desk.domain.element_numerals import figure, whole, whole_english
from operator_desk.domain.element_places import KnownPlaces
from operator_desk.domain.elements import LONGEST, Recogniser, found
from operator_desk.domain.places import Place
from tests.domain.element_cases import CHINESE, ENGLISH, Case
from tests.support.data import needs_data

MONDAY = date(2026, 11, 23)
KNOWN = KnownPlaces(
    (
        Place("3701", "济南市", "city"),
        Place("370102", "历下区", "district", "3701"),
        Place("370102001", "解放路街道", "street", "370102"),
        Place("370102001001", "青龙街", "community", "370102001"),
        Place("0101", "Brooklyn", "district"),
    )
)


def listed(text: str, language: str = "zh_CN") -> tuple[tuple[Kind, str, str], ...]:
    return tuple((one.kind, one.words, one.value) for one in found(text, language, today=MONDAY))


@pytest.mark.parametrize("case", CHINESE, ids=lambda case: case[0])
def test_a_chinese_statement(case: Case) -> None:
    assert listed(case[0]) == case[1]


@pytest.mark.parametrize("case", ENGLISH, ids=lambda case: case[0])
def test_an_english_statement(case: Case) -> None:
    assert listed(case[0], "en") == case[1]


def test_the_tables_are_as_long_as_they_should_be() -> None:
    assert len(CHINESE) >= 100
    assert len(ENGLISH) >= 30
    assert {kind for _text, finds in CHINESE for kind, _words, _value in finds} == set(Kind)
    assert {kind for _text, finds in ENGLISH for kind, _words, _value in finds} == set(Kind)


@pytest.mark.parametrize(
    ("text", "trait"),
    [
        ("从八月起没有发", Trait.SINCE),
        ("今年3月份以来", Trait.SINCE),
        ("租到明年三月底", Trait.UNTIL),
        ("12月5日之前要交", Trait.UNTIL),
        ("停水三天了", Trait.LASTING),
        ("每天晚上都吵", Trait.OFTEN),
        ("早上7:30", Trait.CLOCK),
        ("一共付了3000元", Trait.PAID),
        ("还剩3000元", Trait.LEFT),
        ("公司拖欠3000元", Trait.OWED),
        ("我住在学府路26号", Trait.HOME),
        ("阳光花园小区", Trait.ESTATE),
        ("大桥镇李家村", Trait.VILLAGE),
        ("育英小学", Trait.SCHOOL),
        ("恒通物业公司", Trait.MANAGER),
    ],
)
def test_the_words_around_say_more(text: str, trait: Trait) -> None:
    (find,) = found(text, today=MONDAY)
    assert trait in find.traits


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("6,300", 6300), ("八千", 8000), ("三百五", 350), ("一千二", 1200), ("两万零三", 20003),
        ("十五", 15), ("一亿二千万", 120_000_000), ("2.5万", 25000), ("3千", 3000), ("零八", 8),
        ("几十", None), ("三四百", None), ("", None), ("x", None), ("１２", 12),
    ],
)  # fmt: skip
def test_a_number_in_words(text: str, number: int | None) -> None:
    assert whole(text) == number


def test_a_number_in_english_words() -> None:
    assert whole_english("two thousand five hundred and ten") == 2510
    assert whole_english("a dozen") == 12
    assert whole_english("many") is None
    assert figure("0.55") == 0.55


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("2月30日", ""), ("大前天", "2026-11-20"), ("后天", "2026-11-25"), ("十月", "2026-10"),
        ("下个月5号", "2026-12-05"), ("25点", ""), ("中午1点", "T13:00"), ("深夜2点", "T02:00"),
        ("14年底", "2014"), ("去年", "2025"), ("18日", "2026-11-18"), ("本周日", "2026-11-29"),
    ],
)  # fmt: skip
def test_what_day_is_meant(words: str, expected: str) -> None:
    assert value(words, MONDAY) == expected


def test_without_the_day_of_the_call_only_whole_dates_have_a_value() -> None:
    assert [value(words) for words in ("昨天", "5月7日", "2026年5月7日")] == ["", "", "2026-05-07"]
    assert [value_english(one) for one in ("today", "May 7, 2026")] == ["", "2026-05-07"]


# -- places of the desk ---------------------------------------------------------------------


def test_known_places_are_found_and_say_their_code() -> None:
    (find,) = found("我在历下区解放路街道青龙街5号", known=KNOWN)
    assert (find.words, find.value, find.rule) == (
        "历下区解放路街道青龙街5号",
        "370102001001",
        "known",
    )
    (find,) = found("It is in Brooklyn now", "en", KNOWN)
    assert (find.words, find.value) == ("Brooklyn", "0101")
    assert found("It is in Brooklynville", "en", KNOWN) == ()


def test_a_city_alone_is_no_place() -> None:
    assert found("济南市民都知道", known=KNOWN) == ()


# -- statements of a matter -----------------------------------------------------------------


def line(n: int, words: str) -> Line:
    return Line(id=UUID(int=n), words=words, typed_at=datetime(2026, 11, 23, tzinfo=UTC))


def test_a_find_names_its_statement_and_a_text_is_looked_into_once() -> None:
    recogniser = Recogniser("zh_CN")
    first = recogniser.of([line(1, "付了3000元"), line(2, "昨天")], MONDAY)
    assert [(one.statement, one.value) for one in first] == [
        (UUID(int=1), "3000"),
        (UUID(int=2), "2026-11-22"),
    ]
    remembered = recogniser._seen["付了3000元"]
    again = recogniser.of([line(1, "付了3000元"), line(2, "前天")], MONDAY)
    assert recogniser._seen["付了3000元"] is remembered
    assert set(recogniser._seen) == {"付了3000元", "前天"}
    assert again[1].value == "2026-11-21"
    later = recogniser.of([line(2, "前天")], date(2026, 11, 24))
    assert later[0].value == "2026-11-22"


def test_other_places_are_learned() -> None:
    recogniser = Recogniser("zh_CN")
    lines = [line(1, "在青龙街")]
    assert recogniser.of(lines, MONDAY)[0].value == ""
    recogniser.learn(KNOWN)
    assert recogniser.of(lines, MONDAY)[0].value == "370102001001"


# -- which field asks for it ----------------------------------------------------------------


def texts(fit: Fit, *statements: str, language: str = "zh_CN") -> list[str]:
    finds: list[Find] = []
    for text in statements:
        finds += found(text, language, today=MONDAY)
    return [one.text for one in proposals(fit, finds, MONDAY, language)]


@pytest.mark.parametrize(
    ("fit", "expected"),
    [
        (Fit.PAID, ["6300元"]),
        (Fit.LEFT, ["八千块"]),
        (Fit.OWED, []),
        (Fit.AMOUNT, ["6300元", "八千块"]),
        (Fit.TIME, ["昨天晚上十点（11月22日）", "八月"]),
        (Fit.SINCE, ["八月", "昨天晚上十点（11月22日）"]),
        (Fit.UNTIL, []),
        (Fit.HOURS, ["昨天晚上十点（11月22日）"]),
        (Fit.LASTING, ["八月"]),
        (Fit.PLACE, ["学府路26号", "大桥镇李家村"]),
        (Fit.VILLAGE, ["大桥镇李家村"]),
        (Fit.ESTATE, []),
        (Fit.FIRM, ["育英小学"]),
        (Fit.SCHOOL, ["育英小学"]),
        (Fit.HOSPITAL, []),
        (Fit.PHONE, ["13800002206"]),
        (Fit.PEOPLE, ["两位老人"]),
        (Fit.PERSON, ["王女士"]),
    ],
)
def test_what_an_element_is_proposed(fit: Fit, expected: list[str]) -> None:
    statements = (
        "从八月起没有发",
        "大桥镇李家村的王女士，昨天晚上十点在学府路26号",
        "付了6300元，还剩八千块，付了6300元",
        "育英小学，两位老人，电话幺三八零零零零二二零六",
    )
    assert texts(fit, *statements) == expected


def test_an_english_day_is_said_too() -> None:
    assert texts(Fit.TIME, "It was yesterday at 5 pm", language="en") == [
        "yesterday at 5 pm (Nov 22)"
    ]


# -- whatever is typed ----------------------------------------------------------------------

_WORDS = (
    "13800002206 0531-82001234 昨天晚上 十点 5.7 从 学府路 26号 小区 两位 老人 王女士 我父亲 "
    "三千 元 万 多 2026年 2月 30日 ， 有限公司 第 和 $ May 3 Street 𠀀 ％ ① ０ ß İ 半 亿 几 99:99"
)
_PIECES = (*_WORDS.split(), " ", "\u200b", "\n")


@given(
    st.one_of(st.text(max_size=60), st.lists(st.sampled_from(_PIECES), max_size=12).map("".join)),
    st.sampled_from(["zh_CN", "en"]),
    st.one_of(st.none(), st.dates()),
)
def test_whatever_is_typed_a_find_is_what_stands_there(
    text: str, language: str, today: date | None
) -> None:
    finds = found(text, language, KNOWN, today)
    at = 0
    for find in finds:
        assert at <= find.start < find.end <= len(text)  # in order, none over another
        assert text[find.start : find.end] == find.words
        at = find.end
    for fit in Fit:
        proposals(fit, finds, today, language)


def test_what_is_pasted_is_looked_into_only_so_far() -> None:
    text = "没有" * LONGEST + "13800002206"
    assert found(text) == ()


# -- beside real calls ----------------------------------------------------------------------


def test_the_half_held_out_is_found_well_enough() -> None:
    held = [one for one in bench.labelled(needs_data()) if one.held_out]
    ours, bare = bench.score(bench.ours, held), bench.score(bench.bare, held)
    assert bench.whole(ours).f1 > 0.74  # `make bench ARGS=elements`: 0.79
    assert bench.whole(ours).f1 > bench.whole(bare).f1 + 0.2
    assert ours[Kind.TIME].f1 > 0.9
    assert ours[Kind.AMOUNT].f1 > 0.8
