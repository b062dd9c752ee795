"""Scores a search with a question set: how often a right article stands among the first."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean
from time import perf_counter
from typing import Any

from operator_desk.domain.errors import UserError
from operator_desk.domain.knowledge import Hit

Ask = Callable[[str, int], list[Hit]]
DEPTHS = (1, 5, 10, 100)
_MRR_DEPTH = 10
_PERCENT = (50, 95, 99)
NOTHING: dict[str, Any] = {"questions": 0, "left_out": 0} | dict.fromkeys(
    (
        *(f"hit@{depth}" for depth in DEPTHS),
        f"mrr@{_MRR_DEPTH}",
        *(f"p{percent}_ms" for percent in _PERCENT),
    )
)  # the figures when no question was asked


@dataclass(frozen=True, slots=True)
class Question:
    """What somebody asked, and the keys of the articles that answer it."""

    text: str
    gold: frozenset[str]


def load_questions(path: Path) -> list[Question]:
    """The questions of a JSONL file. UserError: not readable, or a row that is none."""
    try:
        text = path.read_text("utf-8-sig")
    except OSError as error:
        raise UserError(
            "{path} cannot be read: {reason}.", path=path, reason=error.strerror or error
        ) from error
    except UnicodeDecodeError as error:
        raise UserError("{path} is not a text file in UTF-8.", path=path) from error
    rows = enumerate(text.split("\n"), 1)
    questions = [_question(path, number, line) for number, line in rows if line.strip()]
    if not questions:
        raise UserError("{path} is empty.", path=path)
    return questions


def evaluate(ask: Ask, questions: Sequence[Question], limit: int) -> dict[str, Any]:
    """The figures of one run; a depth beyond `limit` was not looked at and is None."""
    places, times = [], []
    for question in questions:
        begun = perf_counter()
        hits = ask(question.text, limit)
        times.append((perf_counter() - begun) * 1000)
        places.append(_first_right(hits, question.gold))
    figures: dict[str, Any] = {"questions": len(questions), "left_out": 0}
    for depth in DEPTHS:
        among = fmean(bool(place) and place <= depth for place in places)
        figures[f"hit@{depth}"] = round(among, 4) if depth <= limit else None
    ranks = fmean(1 / place if 0 < place <= _MRR_DEPTH else 0.0 for place in places)
    figures[f"mrr@{_MRR_DEPTH}"] = round(ranks, 4) if limit >= _MRR_DEPTH else None
    for percent in _PERCENT:
        figures[f"p{percent}_ms"] = round(percentile(times, percent), 3)
    return figures


def percentile(values: Sequence[float], percent: int) -> float:
    """The smallest value that at least so many percent of all do not exceed."""
    ordered = sorted(values)
    return ordered[max(0, -(-len(ordered) * percent // 100) - 1)]


def _first_right(hits: Sequence[Hit], gold: frozenset[str]) -> int:
    """The place of the first right article, from 1; 0 when there is none."""
    return next((place for place, hit in enumerate(hits, 1) if hit.key in gold), 0)


def _question(path: Path, number: int, line: str) -> Question:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        row = None
    if not isinstance(row, dict):
        raise UserError("{path}, row {row}: the line is not a JSON object.", path=path, row=number)
    text, gold = row.get("question"), row.get("gold")
    if not isinstance(text, str) or not text.strip():
        raise UserError("{path}, row {row}: there is no question.", path=path, row=number)
    if not isinstance(gold, list) or not gold or not all(isinstance(key, str) for key in gold):
        raise UserError("{path}, row {row}: gold is not a list of keys.", path=path, row=number)
    return Question(text, frozenset(gold))
