"""Learns from told articles in a child process, which writes the table and ends."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from operator_desk.domain.article import Article
from operator_desk.domain.language import LearnedPair, LearnedTable
from operator_desk.domain.teaching import Taught, is_learned
from operator_desk.search.child import Child, serve

CELLS = 4_500_000  # pairs of words that are learned from: about 550 MB, five seconds

if TYPE_CHECKING:
    from operator_desk.search.learning import Told
    from operator_desk.search.searcher import Searcher


class TeacherProcess:
    """The parent's end; the methods `take` and `learn` are those of `services.language.Learner`.

    It never waits: the child collects while it is told, and works when nothing more comes.
    """

    def __init__(self, folder: Path) -> None:
        self._child = Child(__name__)
        self._child.send("open", folder)

    def take(self, articles: list[Article], taught: list[Taught]) -> None:
        """Articles that were told, and what the callers had said."""
        self._child.send("take", articles, taught)

    def learn(self, made: LearnedTable) -> None:
        """Learns from all that was taken and writes the table beside the snapshot."""
        self._child.send("learn", made)
        self._child.hang_up()

    @property
    def working(self) -> bool:
        """Whether the child still learns."""
        return not self._child.ended

    def finish(self) -> None:
        """Waits for the child. UserError, RuntimeError: what went wrong in it."""
        try:
            while self._child.waiting:
                self._child.receive()
        finally:
            self._child.close()

    def stop(self) -> None:
        """Ends the child, whatever it is at; the table that was there stays."""
        self._child.close(kill=True)


def newest(examples: Sequence[Told], cells: int) -> Sequence[Told]:
    """The last of the examples that have at most so many pairs of words together."""
    kept = 0
    for one in reversed(examples):
        cells -= (1 + len(one.asked)) * len(one.official)
        if cells < 0:
            break
        kept += 1
    return examples[len(examples) - kept :]


class Teacher:
    """Learns from told articles with the segmenter and the dictionary of the snapshot."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._articles: dict[str, Article] = {}
        self._taught: list[Taught] = []

    def take(self, articles: Iterable[Article], taught: Iterable[Taught]) -> None:
        """Articles that were told, and what the callers had said."""
        self._articles |= {one.key: one for one in articles}
        self._taught += taught

    def learn(self, made: LearnedTable) -> None:
        """Writes the table: `made` with its pairs."""
        from operator_desk.search.tables import FileTables

        examples = newest(self._examples(), CELLS)
        pairs, lessons = tuple(_pairs(examples)), min(made.lessons, len(examples))
        FileTables(self._folder).keep_learned(replace(made, pairs=pairs, lessons=lessons))

    def _examples(self) -> list[Told]:
        from operator_desk.search.learning import Told
        from operator_desk.search.searcher import Searcher

        searcher = Searcher(self._folder)
        official = {key: searcher.official(one) for key, one in self._articles.items()}
        fit = [one for one in self._taught if one.article in official]
        said = [searcher.said(one.said) for one in fit]
        kept = _may_be_learned(searcher, fit, said)
        return [
            Told(tuple(filter(kept.__contains__, words)), official[one.article], one.weight)
            for one, words in zip(fit, said, strict=True)
        ]


def _pairs(examples: Sequence[Told]) -> Iterable[LearnedPair]:
    from operator_desk.search.learning import MOST, learn

    found = learn(examples)
    for lay, pairs in sorted(found.words.items()):
        ranked = sorted(zip(pairs, found.times[lay], strict=True), key=lambda row: -row[0][1])
        for (word, chance), times in ranked[:MOST]:
            yield LearnedPair(lay, word, round(chance, 5), times)


def _may_be_learned(
    searcher: Searcher, taught: list[Taught], said: list[tuple[str, ...]]
) -> set[str]:
    """The callers' words that may stand in the table."""
    callers: dict[str, set[int]] = defaultdict(set)
    for one, words in zip(taught, said, strict=True):
        for word in words:
            callers[word].add(one.caller)
    known = searcher.known(callers)
    return {
        word
        for word, common in known.items()
        if is_learned(word, len(callers[word]), common=common)
    }


def serve_child() -> None:
    """Answers a `TeacherProcess`; runs in the child."""
    opened: list[Teacher] = []

    def handle(name: str, given: tuple[Any, ...]) -> None:
        if name == "open":
            opened.append(Teacher(*given))
        else:
            getattr(opened[0], name)(*given)

    serve(handle)
