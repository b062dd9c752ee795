"""How long what is said takes, and which written words are being said."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from operator_desk.speech.spoken import Part, parts, span_at, spoken, syllables, weights

LANGUAGES = st.sampled_from(["zh_CN", "en"])
TEXTS = st.one_of(st.text(), st.text(alphabet="请打12345，在A6区 ab.。“”", max_size=30))


@pytest.mark.parametrize(
    ("said", "language", "expected"),
    [
        ("请打幺二三四五。", "zh_CN", 7),
        ("A P P、W", "zh_CN", 6),
        ("", "zh_CN", 0),
        ("，。", "zh_CN", 0),
        ("six thousand three hundred", "en", 6),
        ("N Y P D", "en", 4),
        ("The street is dark.", "en", 4),
        ("one o'clock", "en", 3),
    ],
)
def test_syllables_are_those_that_a_voice_says(said: str, language: str, expected: int) -> None:
    assert syllables(said, language) == expected


def test_pauses_weigh_more_than_characters() -> None:
    assert weights("好、的，吗。", "zh_CN") == (1, 1.6, 1, 2.2, 1, 2.2)
    assert sum(weights("W", "zh_CN")) == 3


def test_what_is_being_said_is_marked_in_the_written_text() -> None:
    text = "请打12345，谢谢。"
    found = parts(text, "zh_CN")
    seen = [span_at(found, "zh_CN", n / 1000) for n in range(1001)]
    shown = list(dict.fromkeys(text[start:end] for start, end in seen))
    assert shown == ["请", "打", "1", "2", "3", "4", "5", "，", "谢", "。"]
    assert seen[0] == (0, 1)
    assert seen[-1] == (10, 11)


def test_a_number_takes_the_time_that_its_words_take() -> None:
    text = "约￥35.5谢谢"
    found = parts(text, "zh_CN")
    assert spoken(text, "zh_CN") == "约三十五元五角谢谢"
    shown = [span_at(found, "zh_CN", n / 9) for n in (0, 1.1, 6.9, 7.1, 9)]
    assert shown == [(0, 1), (1, 6), (1, 6), (6, 7), (7, 8)]


def test_an_english_word_is_marked_as_a_whole() -> None:
    text = "Call 311 now"
    found = parts(text, "en")
    seen = (span_at(found, "en", n / 200) for n in range(201))
    words = {text[start:end] for start, end in seen}
    assert {"Call", "311", "now"} <= words


@given(TEXTS, LANGUAGES)
def test_every_character_that_is_said_has_a_weight(text: str, language: str) -> None:
    said = spoken(text, language)
    found = weights(said, language)
    assert len(found) == len(said)
    assert all(weight >= 0 for weight in found)
    assert syllables(said, language) >= 0


@given(TEXTS, LANGUAGES, st.lists(st.floats(0, 1), min_size=2, max_size=6))
def test_the_mark_moves_forward_only(text: str, language: str, at: list[float]) -> None:
    found = parts(text, language)
    spans = [span_at(found, language, fraction) for fraction in sorted(at)]
    assert all(0 <= start <= end <= len(text) for start, end in spans)
    assert all(before <= after for before, after in pairwise(spans))


def test_nothing_said_marks_nothing() -> None:
    assert span_at((), "zh_CN", 0.5) == (0, 0)
    assert span_at((Part(0, 2, ""),), "zh_CN", 0.5) == (0, 2)
