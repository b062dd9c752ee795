"""What would tell who called is taken out of a text, however it was typed; the rest stays."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from operator_desk.domain.folding import fold
from operator_desk.domain.redaction import MASK, Kind, Redactor
from tests.domain.planted import HOMES, NAMES, NUMBERS, Planted, planted, traces

KNOWN = Redactor(
    ("张建国",), ("13800002206", "0551-62881234"), ("合肥市蜀山区湖滨路5号翠湖小区3栋201室",)
)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("张 建国说", f"{MASK}说"),
        ("我姓张，叫我老张", f"我{MASK}，叫我{MASK}"),
        ("张女士和张某", f"{MASK}和{MASK}"),
        ("电话一三八零零零零二二零六。", f"电话{MASK}。"),
        ("＋86 138-0000-2206", MASK),
        ("138、0000、2206", MASK),
        ("家里 6288 1234", f"家里 {MASK}"),
        ("尾号是2206", MASK),
        ("翠湖小区三栋201室漏水", f"{MASK}漏水"),
        ("湖滨路五号门口", f"{MASK}门口"),
        ("身份证34010419900101123X", f"身份证{MASK}"),
        ("商家电话 139 1234 5678", f"商家电话 {MASK}"),
        ("李女士的微信号abc12345", f"{MASK}的微信号{MASK}"),
        ("a.b@example.com", MASK),
        ("I am Mr. Smith", f"I am {MASK}"),
        ("我叫王小明，住在这里", f"我叫{MASK}，住在这里"),
        ("我住星河花园2栋501室楼下", f"我住{MASK}楼下"),
    ],
)
def test_every_spelling_is_taken_out(text: str, left: str) -> None:
    assert KNOWN(text).text == left


@pytest.mark.parametrize(
    "text",
    [
        "湖滨路的路灯三天不亮，11月5号报过修。",
        "一张纸，三位先生，某些人，某天上午 8:30。",
        "合肥市蜀山区的公园，拨打 12345、110 都没人管。",
        "欠薪 13800 元，合同 1201 室的门。",
        "",
    ],
)
def test_what_tells_nobody_stays(text: str) -> None:
    done = KNOWN(text)
    assert (done.text, done.hits) == (text, ())


def test_what_was_taken_out_is_told_in_its_order() -> None:
    hits = KNOWN("张建国，13800002206，翠湖小区").hits
    assert [hit.kind for hit in hits] == [Kind.NAME, Kind.NUMBER, Kind.ADDRESS]
    assert [hit.words for hit in hits] == ["张建国", "13800002206", "翠湖小区"]


def test_a_room_is_no_part_of_a_longer_number() -> None:
    assert KNOWN("1201室").text == "1201室"


@settings(max_examples=80, deadline=None)
@given(planted())
def test_whoever_called_no_text_tells(one: Planted) -> None:
    done = Redactor(*one.known)(one.text)
    assert traces(one, done.text) == []
    assert done.hits


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(NAMES), st.sampled_from(NUMBERS), st.sampled_from(HOMES), st.text())
def test_any_text_can_be_looked_at(name: str, number: str, home: str, text: str) -> None:
    done = Redactor((name,), (number,), (home,))(text)
    assert done.text.count(MASK) >= len(done.hits)
    assert fold(text).span(0, 1)[0] <= len(text) if fold(text).text else True
