"""Articles taken in, indexed and found, beside stock Whoosh and SQLite FTS5."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from statistics import fmean, median
from typing import Any

from benchmarks import caches
from benchmarks.desks import Desks, Indexed, Stocked, actor, timed
from benchmarks.peers import Ask, fts5, stock_whoosh
from benchmarks.prefixes import prefixes
from benchmarks.report import Figure, Report, percentile
from operator_desk import app
from operator_desk.app import content
from operator_desk.domain.knowledge import QueryMode
from operator_desk.search import snapshot
from operator_desk.search.analyser import Analyser
from operator_desk.search.evaluate import Question, load_questions
from operator_desk.search.searcher import Searcher

EDIT_MS = 500.0
LEAST_HITS = {"hit@1": 0.39, "hit@5": 0.58, "hit@10": 0.65}
_SAMPLE, _EDITS = 24, 5  # questions for the slow peers' times; edits
_OWN_QUESTIONS = ("怎么查社保缴费记录？", "小区停水了找谁？", "公司拖欠工资怎么办？")


@dataclass(frozen=True, slots=True)
class Budgets:
    """The most that each may take: seconds, megabytes, milliseconds; None: no budget is set."""

    build_s: float | None = 25.0
    builder_mb: float | None = 600.0
    growth_mb: float = 150.0
    whole_ms: float = 3.0
    prefix_ms: float = 2.0


def measure(desks: Desks) -> Report:
    """Import, index, questions, prefixes, an edit, memory, and how often the answer is found."""
    indexed = desks.indexed
    figures, notes = measured(desks, desks.stocked, indexed, Budgets(), judged=True)
    return Report("knowledge", "import, index, search", ("Whoosh", "FTS5"), figures, notes)


def measured(
    desks: Desks, stocked: Stocked, indexed: Indexed, budgets: Budgets, *, judged: bool
) -> tuple[tuple[Figure, ...], tuple[str, ...]]:
    """The figures of one desk with its notes; `judged`: also whether the answers are right."""
    questions = _questions(desks)
    cold = not desks.tiny and caches.may_drop()
    if cold:
        caches.drop()
    ours = _searched(stocked.folder, questions)
    asked, sample = load_questions(questions), _SAMPLE
    texts = [one.text for one in asked]
    peers = _Peers(desks, stocked.folder, asked, sample)
    figures = [
        Figure(what="files read and checked", unit="s", ours=stocked.read_s),
        Figure(what="articles stored", unit="s", ours=stocked.stored_s),
        Figure(
            what="index built",
            unit="s",
            ours=indexed.seconds,
            peers=(None, peers.fts5_s),
            budget=budgets.build_s,
        ),
        Figure(what="builder, most", unit="MB", ours=indexed.builder_mb, budget=budgets.builder_mb),
        Figure(what="search opened", unit="ms", ours=ours["opened"]),
        *_times(
            "whole question, cold" if cold else "whole question, first",
            ours["first"],
            peers.whole,
            budgets.whole_ms,
        ),
        *_times("whole question, again", ours["again"], peers.whole, budgets.whole_ms),
        *_prefix(ours["prefixes"], peers, texts, budgets.prefix_ms),
        *(_edits(desks, stocked) if not desks.tiny else ()),
        Figure(
            what="a window's memory, growth",
            unit="MB",
            ours=ours["grown_mb"],
            budget=budgets.growth_mb,
        ),
        *(_hits(ours["figures"], peers) if desks.data and judged else ()),
    ]
    notes = [
        f"{stocked.articles:,} {stocked.what}; {len(asked)} questions, {sample} of them to Whoosh "
        "and FTS5 for their times; limit 10; same tokens, three fields, for all",
    ]
    if not cold:
        notes.append(caches.REFUSED)
    return tuple(figures), (*notes, *desks.missing)


def _questions(desks: Desks) -> Path:
    if desks.data is not None:
        return desks.data / "questions" / "lay_questions.jsonl"
    path = desks.folder / "questions.jsonl"
    rows = [{"question": text, "gold": ["none"]} for text in _OWN_QUESTIONS]
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")
    return path


def _searched(folder: Path, questions: Path) -> dict[str, Any]:
    words = [sys.executable, "-m", "benchmarks.knowledge_child", str(folder), str(questions)]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"the search did not answer:\n{done.stderr}")
    found: dict[str, Any] = json.loads(done.stdout)
    return found


class _Peers:
    """Whoosh over the desk's own index, FTS5 over a table of the same tokens."""

    def __init__(self, desks: Desks, folder: Path, asked: Sequence[Question], sample: int) -> None:
        index = folder / content.INDEX
        generation = snapshot.read_generation(index, snapshot.current(index))
        self._analyser = Analyser(generation.dictionary)
        with app.open_desk(folder, writing=False) as desk:
            articles = list(desk.knowledge.articles())
        self.fts5_s, fts = timed(
            lambda: fts5(desks.fresh().with_suffix(".db"), articles, self._analyser)
        )
        self.asks: tuple[Ask, ...] = (stock_whoosh(index), fts)
        self._asked = asked
        step = max(1, len(asked) // sample)
        self.whole = self.times([one.text for one in asked[::step]])

    def times(self, texts: Sequence[str]) -> tuple[list[float], ...]:
        """Milliseconds by peer; the terms are cut beforehand."""
        terms = [self._analyser.terms(text) for text in texts]
        return tuple(
            [timed(lambda ask=ask, one=one: ask(one, 10))[0] * 1000 for one in terms]
            for ask in self.asks
        )

    def hits(self, depths: Sequence[int]) -> dict[int, float]:
        """How often FTS5 has a right article among the first."""
        keys = [(self.asks[1](self._analyser.terms(q.text), max(depths)), q) for q in self._asked]
        return {
            depth: fmean(bool(q.gold & set(found[:depth])) for found, q in keys) for depth in depths
        }


def _prefix(ours: list[float], peers: _Peers, texts: list[str], budget: float) -> list[Figure]:
    typed = prefixes(texts)
    step = max(1, len(typed) // _SAMPLE)
    return _times("as typed", ours, peers.times(typed[::step]), budget)


def _times(
    what: str, ours: list[float], peers: Sequence[list[float]], budget: float
) -> list[Figure]:
    late: Callable[[list[float]], float] = lambda times: percentile(times, 0.95)  # noqa: E731
    return [
        Figure(what=f"{what}, p50", unit="ms", ours=median(ours), peers=tuple(map(median, peers))),
        Figure(
            what=f"{what}, p95",
            unit="ms",
            ours=late(ours),
            peers=tuple(map(late, peers)),
            budget=budget,
        ),
    ]


def _edits(desks: Desks, stocked: Stocked) -> list[Figure]:
    """A new version of an article, until this desk finds it by its new word."""
    folder = desks.copy(stocked.folder)
    took = []
    with app.open_desk(folder, writing=True) as desk:
        searcher = Searcher(folder / content.INDEX)
        keys = [head.key for head in desk.knowledge.heads()][:: max(1, stocked.articles // 7)]
        for number, article in enumerate(desk.knowledge.articles(keys[:_EDITS])):
            word = f"qzx{number}7"
            began = time.perf_counter()
            desk.knowledge.put(actor(), [replace(article, body=f"{article.body} {word}")])
            content.update_index(desk)
            searcher.refresh()
            hits = searcher.search(word, limit=3, on=date.today(), mode=QueryMode.TYPED)
            took.append((time.perf_counter() - began) * 1000)
            if article.key not in [hit.key for hit in hits]:
                raise RuntimeError(f"the edit of {article.key} was not found")
    middle, most = median(took), max(took)
    return [
        Figure(what="edit stored, indexed, found, p50", unit="ms", ours=middle, budget=EDIT_MS),
        Figure(what="edit stored, indexed, found, longest", unit="ms", ours=most),
    ]


def _hits(figures: dict[str, Any], peers: _Peers) -> list[Figure]:
    theirs = peers.hits((1, 5, 10, 100))
    return [
        Figure(
            what=f"hit@{depth}",
            unit="",
            ours=figures[f"hit@{depth}"],
            peers=(None, theirs[depth]),
            budget=LEAST_HITS.get(f"hit@{depth}"),
            at_least=True,
        )
        for depth in theirs
    ]
