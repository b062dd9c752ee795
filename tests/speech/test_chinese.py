"""Spoken Chinese: a table of phrases, and what holds for any text."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from operator_desk.speech.folded import is_han
from operator_desk.speech.spoken import digit_by_digit, parts, spoken
from tests.speech.chinese_cases import CASES

ALL = [(written, said) for cases in CASES.values() for written, said in cases]
SIGNS = (
    "￥$%‰℃㎡#*/.-—~:：,，。、（）“” \nABCXkmg元年月日号楼室栋点分两个第路万亿到1234567890１２①😀"
)
TEXTS = st.one_of(st.text(), st.text(alphabet=SIGNS, max_size=40))
DIALLED = str.maketrans("零幺二三四五六七八九", "0123456789")
VALUES = {sign: n for n, sign in enumerate("零一二三四五六七八九")} | {"两": 2, "十": 1}


def test_the_table_is_large_enough() -> None:
    assert len(dict(ALL)) == len(ALL) >= 200


@pytest.mark.parametrize(("written", "said"), ALL)
def test_a_phrase_is_said_as_people_say_it(written: str, said: str) -> None:
    assert spoken(written, "zh_CN") == said


@given(TEXTS)
def test_any_text_is_covered_without_gap(text: str) -> None:
    found = parts(text, "zh_CN")
    assert [part.start for part in found] == [0, *(part.end for part in found)][: len(found)]
    assert (found[-1].end if found else 0) == len(text)
    assert "".join(part.said for part in found) == spoken(text, "zh_CN")


@given(TEXTS)
def test_no_digit_is_left_and_nothing_a_voice_cannot_take(text: str) -> None:
    said = spoken(text, "zh_CN")
    assert not re.search(r"\d", said)
    said.encode("utf-8")  # a lone surrogate would fail


@given(TEXTS)
def test_no_chinese_character_is_dropped(text: str) -> None:
    said = iter(spoken(text, "zh_CN"))
    assert all(sign in said for sign in text if is_han(sign))


@given(TEXTS)
def test_what_is_said_is_said_again_the_same(text: str) -> None:
    once = spoken(text, "zh_CN")
    assert [sign for sign in spoken(once, "zh_CN") if is_han(sign)] == [
        sign for sign in once if is_han(sign)
    ]


@given(st.text(alphabet="0123456789年月日元号楼，。、：:.-~（）A", max_size=30))
def test_digits_keep_their_order(text: str) -> None:
    """The digits but 0 are heard in the order in which they stand (十 alone is a 1)."""
    written = [int(sign) for sign in text if sign in "123456789"]
    said, heard = "", []
    for sign in spoken(text, "zh_CN").replace("幺", "一"):
        value = VALUES.get(sign, 0)
        if value and not (sign == "十" and VALUES.get(said)):
            heard.append(value)
        said = sign
    assert heard == written


@given(st.from_regex(r"[0-9]{1,24}", fullmatch=True))
def test_a_number_for_writing_down_can_be_written_down(number: str) -> None:
    said = digit_by_digit(number, "zh_CN")
    assert said.replace("、", "").translate(DIALLED) == number


def test_a_number_to_write_down_keeps_its_letters_and_marks() -> None:
    assert digit_by_digit("+86 138 0000 2206", "zh_CN") == "加八六、幺三八、零零零零、二二零六"
    assert digit_by_digit("0731-88665544转12", "zh_CN") == "零七三幺、八八六六、五五四四、转、幺二"
    assert digit_by_digit("A07-0012", "zh_CN") == "A、零七、零零幺二"
    assert digit_by_digit("138****5678", "zh_CN") == "幺三八、星星星星、五六七八"
