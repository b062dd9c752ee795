"""What is learned from told articles, beside the same model written out word by word."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from operator_desk.search import learning
from operator_desk.search.learning import LEAST, MOST, ROUNDS, Learned, Told, learn, telling

_ASKED = ("炒鱿鱼", "工钱", "老板", "公司", "房东")
_OFFICIAL = ("解除", "劳动合同", "报酬", "用人单位", "出租人", "支付")
WORDS = st.lists(st.sampled_from(_ASKED), max_size=4, unique=True)
OFFICIAL = st.lists(st.sampled_from(_OFFICIAL), max_size=5, unique=True)
EXAMPLES = st.lists(
    st.builds(lambda asked, official: Told(tuple(asked), tuple(official)), WORDS, OFFICIAL),
    max_size=8,
)
FIRED = Told(("老板", "炒鱿鱼"), ("用人单位", "解除", "劳动合同"))
PAID = Told(("老板", "工钱"), ("用人单位", "支付", "报酬"))


def written_out(examples: Sequence[Told]) -> dict[tuple[str, str], float]:
    """The model as in a textbook: a loop for every word."""
    used = [one for one in examples if one.asked and one.official]
    together = {
        (asked, official) for one in used for asked in ("", *one.asked) for official in one.official
    }
    partners: dict[str, int] = defaultdict(int)
    for asked, _official in together:
        partners[asked] += 1
    chance = {pair: 1 / partners[pair[0]] for pair in together}
    for _ in range(ROUNDS):
        counts: dict[tuple[str, str], float] = defaultdict(float)
        for one in used:
            for official in one.official:
                whole = sum(chance[asked, official] for asked in ("", *one.asked))
                for asked in ("", *one.asked):
                    counts[asked, official] += chance[asked, official] / whole
        sums: dict[str, float] = defaultdict(float)
        for (asked, _official), count in counts.items():
            sums[asked] += count
        chance = {pair: count / sums[pair[0]] for pair, count in counts.items()}
    return {pair: p for pair, p in chance.items() if pair[0] and p >= LEAST}


@given(EXAMPLES)
def test_the_model_is_the_one_of_the_textbook(examples: list[Told]) -> None:
    learned = learn(examples)
    found = {(word, to): chance for word, pairs in learned.words.items() for to, chance in pairs}
    expected = {pair: p for pair, p in written_out(examples).items() if p > LEAST * 1.001}
    assert found.keys() >= expected.keys()
    for pair, chance in expected.items():
        assert found[pair] == pytest.approx(chance)


@given(EXAMPLES)
def test_what_a_word_stands_for_adds_up_to_one_at_most(examples: list[Told]) -> None:
    for pairs in learn(examples).words.values():
        assert 0 < sum(chance for _word, chance in pairs) <= 1 + 1e-9
        assert all(chance >= LEAST for _word, chance in pairs)


def test_a_word_is_learned_from_what_its_calls_have_in_common() -> None:
    learned = learn([FIRED, PAID] * 3)
    meant = dict(learned.meant(["炒鱿鱼"]))
    assert meant["解除"] > 0.4
    assert meant["劳动合同"] > 0.4
    assert meant.get("用人单位", 0.0) < 0.1  # that was the other word


def test_nothing_is_learned_from_nothing() -> None:
    for examples in ([], [Told((), ("解除",))], [Told(("工钱",), ())]):
        assert learn(examples) == Learned()
    assert Learned().meant(["工钱"]) == []


def test_words_that_mean_the_same_are_added_and_the_likeliest_come_first() -> None:
    learned = Learned({"工钱": (("报酬", 0.4), ("支付", 0.2)), "薪水": (("报酬", 0.5),)})
    assert learned.meant(["工钱", "薪水", "没学过"]) == [
        ("报酬", pytest.approx(0.9)),
        ("支付", 0.2),
    ]


def test_only_so_many_words_are_meant(monkeypatch: pytest.MonkeyPatch) -> None:
    learned = Learned({"工钱": tuple((f"词{n}", 1 / (n + 1)) for n in range(MOST + 5))})
    assert len(learned.meant(["工钱"])) == MOST
    monkeypatch.setattr(learning, "MOST", 1)
    assert learned.meant(["工钱"]) == [("词0", 1.0)]


def test_single_characters_say_too_little_to_learn_from() -> None:
    assert telling(["我", "工钱", "的", "工钱", "ok"]) == ("工钱", "ok")
