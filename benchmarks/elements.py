"""Elements recognised in scripted calls, beside bare patterns; half of the labels held out.

`element_labels.csv` holds labels made by hand before the rules were written: call, statement (from
0), kind, where it begins and ends. Calls of even numbers are those the rules were tuned on, those
of odd numbers are held out. A label is found where a find of its kind covers it, and not much more
(what both share is half of what they cover together, or more).
"""

from __future__ import annotations

import csv
import json
import re
import time
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import quantiles

from benchmarks.desks import Desks
from benchmarks.report import Figure, Report
from operator_desk.domain import elements
from operator_desk.domain.element_finds import Kind

CALLS = Path("calls") / "calls.jsonl"
LABELS = Path(__file__).with_name("element_labels.csv")
HALVES = ("tuned on", "held out")
BUDGET_MS = 1.0
Span = tuple[int, int]
Spans = Mapping[Kind, Sequence[Span]]
Finder = Callable[[str], Spans]

# What one writes first: any digits with the sign behind them that names the kind.
_BARE = {
    Kind.PHONE: re.compile(r"\d{7,}|\d{3,4}-\d{7,8}"),
    Kind.AMOUNT: re.compile(r"\d+(?:\.\d+)?(?:元|块|万)"),
    Kind.TIME: re.compile(r"(?:\d+年)?(?:\d+月)?\d+[日号]|\d+年(?:\d+月)?|\d+月|\d+[:：]\d+|\d+点"),
    Kind.PEOPLE: re.compile(r"\d+[人名位户个]"),
    Kind.PLACE: re.compile(r"[\u4e00-\u9fffA-Z0-9]{2,6}(?:路|街|小区|村|县|区|镇)"),
    Kind.FIRM: re.compile(r"[\u4e00-\u9fff]{2,8}(?:公司|学校|医院|店)"),
    Kind.PERSON: re.compile(r"[\u4e00-\u9fff](?:先生|女士|老师|医生)"),
}


@dataclass(frozen=True, slots=True)
class Labelled:
    """A statement and what stands in it."""

    call: str
    text: str
    spans: Spans

    @property
    def held_out(self) -> bool:
        """Whether the rules were never tuned on it."""
        return int(self.call[1:]) % 2 == 1


@dataclass(slots=True)
class Score:
    """Labels, finds, and how many of either meet one of the other."""

    labels: int = 0
    finds: int = 0
    met: int = 0
    right: int = 0

    @property
    def recall(self) -> float:
        """Share of the labels that were found."""
        return self.met / self.labels if self.labels else 1.0

    @property
    def precision(self) -> float:
        """Share of the finds that are right."""
        return self.right / self.finds if self.finds else 1.0

    @property
    def f1(self) -> float:
        """Both in one."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def add(self, other: Score) -> None:
        """Counts another one in."""
        self.labels, self.finds = self.labels + other.labels, self.finds + other.finds
        self.met, self.right = self.met + other.met, self.right + other.right


def labelled(folder: Path) -> list[Labelled]:
    """The labelled statements of the data at hand."""
    texts: dict[str, list[str]] = {}
    for line in (folder / CALLS).read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        texts[row["id"]] = row["statements"]
    spans: dict[tuple[str, int], dict[Kind, list[Span]]] = defaultdict(lambda: defaultdict(list))
    with LABELS.open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            kinds = spans[row["call"], int(row["statement"])]
            if row["kind"]:
                kinds[Kind(row["kind"])].append((int(row["start"]), int(row["end"])))
    return [Labelled(call, texts[call][n], kinds) for (call, n), kinds in spans.items()]


def ours(text: str) -> Spans:
    """What the program finds."""
    made: dict[Kind, list[Span]] = defaultdict(list)
    for find in elements.found(text):
        made[find.kind].append((find.start, find.end))
    return made


def bare(text: str) -> Spans:
    """What bare patterns find."""
    return {kind: [hit.span() for hit in rule.finditer(text)] for kind, rule in _BARE.items()}


def alike(one: Span, other: Span) -> bool:
    """Whether two spans share half of what they cover together, or more."""
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return 2 * shared >= max(one[1], other[1]) - min(one[0], other[0])


def score(find: Finder, statements: Sequence[Labelled]) -> dict[Kind, Score]:
    """How well something finds the labels, by kind."""
    scores = {kind: Score() for kind in Kind}
    for one in statements:
        made = find(one.text)
        for kind in Kind:
            wanted, got = one.spans.get(kind, ()), made.get(kind, ())
            scores[kind].add(
                Score(
                    labels=len(wanted),
                    finds=len(got),
                    met=sum(any(alike(label, span) for span in got) for label in wanted),
                    right=sum(any(alike(label, span) for label in wanted) for span in got),
                )
            )
    return scores


def whole(scores: Mapping[Kind, Score]) -> Score:
    """All kinds in one score."""
    made = Score()
    for one in scores.values():
        made.add(one)
    return made


def measure(desks: Desks) -> Report:
    """Precision and recall by kind on both halves, beside bare patterns; time a statement."""
    name, title, peers = "elements", "elements recognised in scripted calls", ("bare",)
    if desks.data is None or not (desks.data / CALLS).is_file():
        return Report(name, title, peers, (), (f"{CALLS.as_posix()} is not there: nothing asked",))
    found = labelled(desks.data)
    figures: list[Figure] = []
    for half, held_out in zip(HALVES, (False, True), strict=True):
        statements = [one for one in found if one.held_out is held_out]
        own, plain = score(ours, statements), score(bare, statements)
        figures += [
            Figure(what=f"{half}, {what}", unit="%", ours=100 * mine, peers=(100 * other,))
            for what, mine, other in _rows(own, plain)
        ]
    texts = [one.text for one in found]
    took = sorted(_ms(text) for text in texts)
    figures += [
        Figure(what="one statement, p50", unit="ms", ours=took[len(took) // 2]),
        Figure(
            what="one statement, p95", unit="ms", ours=quantiles(took, n=20)[-1], budget=BUDGET_MS
        ),
    ]
    labels = sum(len(spans) for one in found for spans in one.spans.values())
    notes = (
        f"{len(found)} statements labelled by hand before the rules were written, {labels} labels; "
        "calls of odd numbers are held out",
        "bare: digits with 元 年 月 日 号 人 and their like, names with 路 区 公司 and their like",
        "found: what a label and a find share is half of what they cover together, or more",
    )
    return Report(name, title, peers, tuple(figures), notes)


def _rows(own: Mapping[Kind, Score], plain: Mapping[Kind, Score]) -> list[tuple[str, float, float]]:
    rows = []
    for kind, mine in own.items():
        other = plain[kind]
        rows += [
            (f"{kind} ({mine.labels}), precision", mine.precision, other.precision),
            (f"{kind} ({mine.labels}), recall", mine.recall, other.recall),
        ]
    rows.append(("all, F1", whole(own).f1, whole(plain).f1))
    return rows


def _ms(text: str) -> float:
    """The best of three, without what other programs took."""
    best = float("inf")
    for _ in range(3):
        began = time.perf_counter()
        elements.found(text)
        best = min(best, time.perf_counter() - began)
    return best * 1000
