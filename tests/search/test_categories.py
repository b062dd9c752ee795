"""The learner of categories: what it learns, and that it beats plain neighbours."""

from __future__ import annotations

import pytest

from benchmarks.categories import best_neighbours, halves, messages, ours, right
from operator_desk.search.categories import CategoryLearner, features
from tests.support.data import needs_data

LAMPS = ["湖滨路路灯不亮", "小区门口路灯坏了", "路灯整条街不亮", "路灯一闪一闪"]
NOISE = ["夜里工地施工太吵", "楼下音响扰民", "工地半夜打桩", "邻居装修噪声"]


def learner() -> CategoryLearner:
    return CategoryLearner([*LAMPS, *NOISE], ["lamp"] * 4 + ["noise"] * 4)


def test_the_nearest_category_comes_first_with_the_texts_that_speak_for_it() -> None:
    best, other = learner().propose("我们这里的路灯好几天不亮了")
    assert (best.label, other.label) == ("lamp", "noise")
    assert best.score > 0 > other.score
    assert (best.alike, other.alike) == (3, 0)
    assert [one.label for one in learner().propose("工地施工吵死了", limit=1)] == ["noise"]


@pytest.mark.parametrize("text", ["", "\n", "12345", "qwerty", "龘靐"])
def test_a_text_of_unknown_signs_has_no_category(text: str) -> None:
    assert learner().propose(text) == []


def test_the_same_texts_are_learned_alike_and_one_category_is_enough() -> None:
    asked = "路灯不亮，工地也吵"
    assert learner().propose(asked) == learner().propose(asked)
    (only,) = CategoryLearner(["路灯"], ["lamp"]).propose("路灯")
    assert (only.label, only.alike) == ("lamp", 1)
    with pytest.raises(ValueError, match="as many labels"):
        CategoryLearner([], [])


def test_characters_pairs_and_latin_words_are_features_and_the_first_line_counts_more() -> None:
    found = features("路灯 WiFi6\n路灯", first_line=3)
    assert found == {"路": 4, "灯": 4, "路灯": 4, "wifi6": 3}


@pytest.mark.data
def test_it_beats_plain_neighbours_on_the_same_halves() -> None:
    known, asked = halves(messages(needs_data()))[0]  # `make bench ARGS=categories`: both
    own, plain = right(ours(known), asked), best_neighbours(known, asked)
    assert own.first > max(plain.first + 0.03, 0.8), (own, plain)
    assert own.three > max(plain.three + 0.01, 0.951), (own, plain)
