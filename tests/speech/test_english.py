"""Spoken English: a table of phrases, and what holds for any text."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from operator_desk.speech.spoken import digit_by_digit, parts, spoken
from tests.speech.english_cases import CASES

SIGNS = "$%#*/.-—:,;()'\" \nABCDamphtsStAvekg1234567890°№½①一"
TEXTS = st.one_of(st.text(), st.text(alphabet=SIGNS, max_size=40))
NAMES = "zero one two three four five six seven eight nine".split()  # noqa: SIM905


def test_the_table_is_large_enough() -> None:
    assert len(dict(CASES)) == len(CASES) >= 60


@pytest.mark.parametrize(("written", "said"), CASES)
def test_a_phrase_is_said_as_people_say_it(written: str, said: str) -> None:
    assert spoken(written, "en") == said


@given(TEXTS)
def test_any_text_is_covered_and_no_digit_is_left(text: str) -> None:
    found = parts(text, "en")
    assert [part.start for part in found] == [0, *(part.end for part in found)][: len(found)]
    assert (found[-1].end if found else 0) == len(text)
    said = spoken(text, "en")
    assert not re.search(r"\d", said)
    said.encode("utf-8")


@given(st.lists(st.text("abdeglmnorstuvw", min_size=4, max_size=9), min_size=1, max_size=8))
def test_words_are_said_as_they_stand(words: list[str]) -> None:
    known = {"dept", "govt", "apts", "bldg", "blvd", "pkwy", "approx", "tues", "thurs", "mins"}
    text = " ".join(word for word in words if word not in known)
    assert spoken(text, "en") == text


@given(st.from_regex(r"[0-9]{1,24}", fullmatch=True))
def test_a_number_for_writing_down_can_be_written_down(number: str) -> None:
    said = digit_by_digit(number, "en").replace(",", "").split()
    assert "".join(str(NAMES.index(one)) for one in said) == number


def test_a_number_to_write_down_keeps_its_letters() -> None:
    assert digit_by_digit("+1 212-555-0147", "en") == (
        "plus one, two one two, five five five, zero one four seven"
    )
    assert digit_by_digit("A07-0012", "en") == "A, zero seven, zero zero one two"
