"""Categories proposed for labelled messages, learned from one half, asked about the other."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from statistics import quantiles
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.desks import Desks, timed
from benchmarks.report import Figure, Report
from operator_desk.search.categories import CategoryLearner

FILE = Path("complaints") / "messages_labelled.jsonl"
NEIGHBOURS = (1, 5, 10, 20)
Ask = Callable[[str], Sequence[str]]
Floats = NDArray[Any]


@dataclass(frozen=True, slots=True)
class Message:
    """A message as the learner sees it: subject and text, and the category it was given."""

    text: str
    label: str


@dataclass(frozen=True, slots=True)
class Right:
    """The share of messages whose category came first, and among the first three."""

    first: float
    three: float


def messages(folder: Path) -> list[Message]:
    """The labelled messages in the order of their file."""
    lines = (folder / FILE).read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines if line.strip()]
    return [Message(f"{row['subject']}\n{row['detail']}", row["category"]) for row in rows]


def halves(found: Sequence[Message]) -> list[tuple[Sequence[Message], Sequence[Message]]]:
    """Every second message to learn from and the others to be asked, then the other way round."""
    even, odd = found[::2], found[1::2]
    return [(even, odd), (odd, even)]


def ours(known: Sequence[Message]) -> Ask:
    """What the program proposes."""
    learner = CategoryLearner([one.text for one in known], [one.label for one in known])
    return lambda text: [one.label for one in learner.propose(text)]


def best_neighbours(known: Sequence[Message], asked: Sequence[Message]) -> Right:
    """The best that plain neighbours reach with any of `NEIGHBOURS`, each figure by itself.

    They vote by the cosine of the pairs of characters that texts share, rare ones counting more.
    """
    counted = [_pairs(one.text) for one in known]
    at = {pair: n for n, pair in enumerate(sorted(set().union(*counted)))}
    learned = _table(counted, at)
    rare = np.log((1 + len(known)) / (1 + (learned > 0).sum(0))) + 1
    table = _weighed(_table([_pairs(one.text) for one in asked], at), rare)
    alike = table @ _weighed(learned, rare).T
    nearest = np.argsort(-alike, axis=1, kind="stable")
    tried = []
    for most in NEIGHBOURS:
        answers = [
            _votes(known, row[:most], near) for row, near in zip(nearest, alike, strict=True)
        ]
        tried.append(_share(asked, answers))
    return Right(max(one.first for one in tried), max(one.three for one in tried))


def _table(counted: Sequence[Counter[str]], at: dict[str, int]) -> Floats:
    table = np.zeros((len(counted), len(at)), dtype=np.float32)
    for n, pairs in enumerate(counted):
        known = {at[pair]: times for pair, times in pairs.items() if pair in at}
        table[n, list(known)] = list(known.values())
    return table


def _weighed(table: Floats, rare: Floats) -> Floats:
    weighed = np.log1p(table) * rare
    return weighed / np.maximum(np.linalg.norm(weighed, axis=1, keepdims=True), 1e-9)


def _votes(known: Sequence[Message], nearest: Floats, alike: Floats) -> list[str]:
    votes: dict[str, float] = {}
    for n in nearest:
        votes[known[n].label] = votes.get(known[n].label, 0.0) + float(alike[n])
    return sorted(votes, key=lambda label: -votes[label])


def _pairs(text: str) -> Counter[str]:
    return Counter(map("".join, pairwise("".join(text.split()))))


def right(ask: Ask, asked: Sequence[Message]) -> Right:
    """How often the answers hold the category."""
    return _share(asked, [ask(one.text) for one in asked])


def _share(asked: Sequence[Message], answers: Sequence[Sequence[str]]) -> Right:
    both = list(zip(asked, answers, strict=True))
    first = sum(one.label in found[:1] for one, found in both)
    three = sum(one.label in found[:3] for one, found in both)
    return Right(first / len(both), three / len(both))


def measure(desks: Desks) -> Report:
    """Both halves, ours beside the neighbours; and what one proposal takes."""
    name, title = "categories", "categories proposed for labelled messages"
    peers = ("neighbours",)
    if desks.data is None or not (desks.data / FILE).is_file():
        return Report(name, title, peers, (), (f"{FILE.as_posix()} is not there: nothing asked",))
    found = messages(desks.data)
    figures: list[Figure] = []
    for n, (known, asked) in enumerate(halves(found), 1):
        own, plain = right(ours(known), asked), best_neighbours(known, asked)
        figures += [
            Figure(
                what=f"half {n}, first", unit="%", ours=100 * own.first, peers=(100 * plain.first,)
            ),
            Figure(
                what=f"half {n}, in three",
                unit="%",
                ours=100 * own.three,
                peers=(100 * plain.three,),
            ),
        ]
    known, asked = halves(found)[0]
    learned_s, ask = timed(lambda: ours(known))
    took = [timed(lambda text=one.text: ask(text))[0] * 1000 for one in asked]
    figures += [
        Figure(what="learning a half", unit="s", ours=learned_s),
        Figure(what="one proposal, p95", unit="ms", ours=quantiles(took, n=20)[-1], budget=5.0),
    ]
    labels = len({one.label for one in found})
    notes = (
        f"{len(found)} messages, {labels} categories; every second one is learned from, the others "
        "are asked, then the other way round",
        f"neighbours: cosine of rare pairs of characters; of {NEIGHBOURS} votes the best a figure",
    )
    return Report(name, title, peers, tuple(figures), notes)
