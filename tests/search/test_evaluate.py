"""Question sets: read strictly, scored by hand-checked figures."""

from __future__ import annotations

from pathlib import Path

import pytest

from operator_desk.domain.article import ArticleKind, Validity
from operator_desk.domain.errors import UserError
from operator_desk.domain.knowledge import Hit
from operator_desk.search.evaluate import Question, evaluate, load_questions, percentile

# Places of the right article: 1, 3, 7, 40 and never; "two" has a second right one at 2.
QUESTIONS = [
    Question("one", frozenset({"k1"})),
    Question("two", frozenset({"k3", "k5"})),
    Question("three", frozenset({"k7", "absent"})),
    Question("four", frozenset({"k40"})),
    Question("five", frozenset({"absent"})),
]


def asked(_question: str, limit: int) -> list[Hit]:
    """The same hundred hits for every question."""
    kind, valid = ArticleKind.FAQ, Validity.VALID
    return [Hit(f"k{n}", kind, f"t{n}", 1 / n, valid) for n in range(1, 101)][:limit]


def test_the_figures_of_a_toy_set() -> None:
    figures = evaluate(asked, QUESTIONS, 100)
    times = {name: figures.pop(name) for name in ("p50_ms", "p95_ms", "p99_ms")}
    assert figures == {
        "questions": 5,
        "left_out": 0,
        "hit@1": 0.2,
        "hit@5": 0.4,
        "hit@10": 0.6,
        "hit@100": 0.8,
        "mrr@10": round((1 + 1 / 3 + 1 / 7) / 5, 4),
    }
    assert 0 <= times["p50_ms"] <= times["p95_ms"] <= times["p99_ms"]


def test_what_was_not_looked_at_has_no_figure() -> None:
    figures = evaluate(asked, QUESTIONS, 5)
    assert (figures["hit@1"], figures["hit@5"]) == (0.2, 0.4)
    assert figures["hit@10"] is figures["hit@100"] is figures["mrr@10"] is None


@pytest.mark.parametrize(
    ("percent", "value"), [(50, 5.0), (95, 10.0), (99, 10.0), (10, 1.0), (11, 2.0)]
)
def test_percentiles_are_values_that_were_seen(percent: int, value: float) -> None:
    assert percentile([float(n) for n in range(10, 0, -1)], percent) == value
    assert percentile([7.0], percent) == 7.0


def test_questions_are_read(tmp_path: Path) -> None:
    path = tmp_path / "q.jsonl"
    path.write_text(
        '\ufeff{"question": "怎么办？", "gold": ["a", "b"], "from": "x"}\n\n'
        '{"question": "谁？", "gold": ["c"]}\n',
        "utf-8",
    )
    assert load_questions(path) == [
        Question("怎么办？", frozenset({"a", "b"})),
        Question("谁？", frozenset({"c"})),
    ]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "is empty"),
        ("\n \n", "is empty"),
        ("no json", "row 1: the line is not a JSON object"),
        ('["question"]', "row 1: the line is not a JSON object"),
        ('{"question": "a", "gold": ["k"]}\n{"gold": ["k"]}', "row 2: there is no question"),
        ('{"question": "  ", "gold": ["k"]}', "row 1: there is no question"),
        ('{"question": 7, "gold": ["k"]}', "row 1: there is no question"),
        ('{"question": "a"}', "row 1: gold is not a list of keys"),
        ('{"question": "a", "gold": []}', "row 1: gold is not a list of keys"),
        ('{"question": "a", "gold": "k"}', "row 1: gold is not a list of keys"),
        ('{"question": "a", "gold": [7]}', "row 1: gold is not a list of keys"),
        ("[" * 100_000, "row 1: the line is not a JSON object"),
    ],
)
def test_what_is_no_question_set_is_one_sentence(tmp_path: Path, text: str, reason: str) -> None:
    path = tmp_path / "q.jsonl"
    path.write_text(text, "utf-8")
    with pytest.raises(UserError, match=reason):
        load_questions(path)


def test_a_file_that_cannot_be_read_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="No such file"):
        load_questions(tmp_path / "none")
    with pytest.raises(UserError, match="cannot be read"):
        load_questions(tmp_path)
    path = tmp_path / "q.jsonl"
    path.write_bytes("怎么办".encode("gb18030"))
    with pytest.raises(UserError, match="not a text file in UTF-8"):
        load_questions(path)
