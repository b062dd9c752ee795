"""The spoken form of every real message at hand."""

from __future__ import annotations

import csv
import io
import json
import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from operator_desk.speech.folded import is_han
from operator_desk.speech.spoken import parts, spoken
from tests.support.data import needs_data

SENTENCE = re.compile(r"(?<=[。！？\n])")
BUDGET_MS = 2.0  # a statement, on the average: called in the window's thread


def _texts(folder: Path) -> Iterator[str]:
    written = (folder / "complaints" / "messages.csv").read_text("utf-8")
    for row in csv.DictReader(io.StringIO(written, newline="")):
        yield from (row["subject"], row["detail"])
    for line in (folder / "complaints" / "messages_replies.jsonl").read_text("utf-8").splitlines():
        yield json.loads(line)["reply"]
    for line in (folder / "calls" / "calls.jsonl").read_text("utf-8").splitlines():
        yield from json.loads(line)["statements"]


@pytest.mark.data
def test_no_digit_is_left_and_no_character_lost_in_any_real_message() -> None:
    texts = [one for text in _texts(needs_data()) for one in SENTENCE.split(text) if one]
    began = time.perf_counter()
    said = [spoken(text, "zh_CN") for text in texts]
    took = (time.perf_counter() - began) / len(texts) * 1000
    assert len(texts) > 10_000
    assert [one for one in said if re.search(r"\d", one)] == []
    assert [text for text, one in zip(texts, said, strict=True) if _lost(text, one)] == []
    assert took < BUDGET_MS


def _lost(text: str, said: str) -> bool:
    rest = iter(said)
    return not all(sign in rest for sign in text if is_han(sign))


def test_a_long_statement_is_quick() -> None:
    text = "2018年12月26日14:05，3-2-1501的业主（电话13800002206）交了￥6,300.50、20%。" * 100
    began = time.perf_counter()
    found = parts(text, "zh_CN")
    assert time.perf_counter() - began < 1.0
    assert found[-1].end == len(text)


@pytest.mark.parametrize("sign", ["1", "-", "1-", "1.", "a1", "1,", "*", "1/", "（", " ", "1:"])
@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_no_run_of_signs_is_slow(sign: str, language: str) -> None:
    began = time.perf_counter()
    parts(sign * 2000, language)
    assert time.perf_counter() - began < 1.0
