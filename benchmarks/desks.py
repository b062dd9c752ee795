"""Desks to measure on, made once a run: bare with the laws at hand, or with the starter content."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TypeVar, cast

from benchmarks.memory import watched
from benchmarks.raw import Recorded, raw
from operator_desk import app
from operator_desk.app import content, starting
from operator_desk.domain.article import Article
from operator_desk.domain.scripted import ScriptedCall
from operator_desk.domain.terms import Role
from operator_desk.services.people import Actor, machine_actor
from operator_desk.storage.store import SqlStore

T = TypeVar("T")
LOGIN, PASSWORD = "bench", "a bench of eight"
KNOWLEDGE = ("laws.jsonl", "laws_superseded.jsonl", "hotlines.csv")
CALLS = ("calls.jsonl", "inquiries.jsonl")
MANY = 55_000
_TINY_CALLS, _TINY_MANY = 12, 200
_ROOT = Path(__file__).resolve().parents[1]


def data_dir() -> Path | None:
    """The folder named by OPERATOR_DESK_DATA, or `shared/data` beside the clone; else None."""
    folder = Path(os.environ.get("OPERATOR_DESK_DATA") or _ROOT.parent / "shared" / "data")
    return folder if folder.is_dir() else None


def timed(work: Callable[[], T]) -> tuple[float, T]:
    """The seconds that something took, and what it gave."""
    began = time.perf_counter()
    given = work()
    return time.perf_counter() - began, given


def actor() -> Actor:
    """Who acts in a benchmark."""
    return machine_actor("bench")


@dataclass(frozen=True, slots=True)
class Stocked:
    """A desk with articles and the account LOGIN: how many, and what taking them in took."""

    folder: Path
    articles: int
    read_s: float
    stored_s: float
    what: str


@dataclass(frozen=True, slots=True)
class Indexed:
    """What building the index of `stocked` took; the most its processes held, None: not known."""

    seconds: float
    builder_mb: float | None


@dataclass(frozen=True, slots=True)
class Replayed:
    """A desk with played calls: how many, the rows they wrote, and how long it all took."""

    folder: Path
    calls: int
    rows: int
    seconds: float
    raw_s: float
    again_s: float


class Desks:
    """Makes the desks of one run below a folder; `tiny` ones say nothing and are made at once."""

    def __init__(self, folder: Path, data: Path | None, *, tiny: bool = False) -> None:
        self.folder, self.tiny = folder, tiny
        self.data = None if tiny else data
        self._made = 0

    @property
    def missing(self) -> tuple[str, ...]:
        """The note of a benchmark that does without the data at hand; empty when it is there."""
        if self.data is not None:
            return ()
        return ("the data at hand is not used (OPERATOR_DESK_DATA): starter content instead",)

    def fresh(self) -> Path:
        """A folder that is not there yet."""
        self._made += 1
        return self.folder / f"desk-{self._made}"

    def copy(self, desk: Path) -> Path:
        """A copy of a desk's folder that is not open."""
        return Path(shutil.copytree(desk, self.fresh()))

    @cached_property
    def stocked(self) -> Stocked:
        """The desk with the laws and numbers at hand (else the starter articles), not indexed."""
        what = "laws and numbers" if self.data else "starter articles"
        return self._stock(what, lambda articles: articles)

    @cached_property
    def many(self) -> Stocked:
        """The same articles again and again under other names until they are MANY, not indexed."""
        most = _TINY_MANY if self.tiny else MANY
        return self._stock("articles, each law some times", lambda part: list(repeated(part, most)))

    def _stock(self, what: str, grown: Callable[[list[Article]], list[Article]]) -> Stocked:
        folder = self.fresh()
        app.create_desk(folder)
        with app.open_desk(folder, writing=True) as desk:
            desk.people.add(actor(), LOGIN, "Bench", [Role.ADMIN, Role.OPERATOR], PASSWORD)
            began = time.perf_counter()
            articles = grown(self.articles(desk))
            read = time.perf_counter()
            stored = desk.knowledge.put(actor(), articles).added
            done = time.perf_counter()
        return Stocked(folder, stored, read - began, done - read, what)

    def articles(self, desk: app.Services) -> list[Article]:
        """The articles that `stocked` holds, read from their files."""
        files = [content.read_articles(desk, path).values for path in self._articles(desk)]
        return [article for part in files for article in part]

    def _articles(self, desk: app.Services) -> list[Path]:
        if self.data is not None:
            return [self.data / "knowledge" / name for name in KNOWLEDGE]
        return starting.starter_files(desk.profile.language)

    @cached_property
    def indexed(self) -> Indexed:
        """`stocked` with its index built."""
        return _indexed(self.stocked)

    @cached_property
    def many_indexed(self) -> Indexed:
        """`many` with its index built."""
        return _indexed(self.many)

    @cached_property
    def replayed(self) -> Replayed:
        """A copy of `stocked` with the scripted calls played, and again: nothing new."""
        folder, twin = self.copy(self.stocked.folder), self.copy(self.stocked.folder)
        with app.open_desk(folder, writing=True) as desk, raw(twin) as peer:
            scripts = self.calls(desk)
            recorded = Recorded(cast("SqlStore", desk.store).engine)
            first, played = timed(lambda: list(desk.replay.play(actor(), scripts)))
            raw_s = peer.write(recorded.take())
            again, known = timed(lambda: list(desk.replay.play(actor(), scripts)))
        refused = [one for one in (*played, *known) if one.refused]
        if refused or any(one.new for one in known):
            raise RuntimeError(f"the calls cannot be played twice: {refused[:3]}")
        return Replayed(folder, len(played), peer.rows, first, raw_s, again)

    def calls(self, desk: app.Services) -> list[ScriptedCall]:
        """The scripted calls at hand, else those of the practice desk."""
        if self.data is None:
            played = starting.practice_calls(desk)
            found = [replace(call, operator="") for call in played]  # without sample staff
            return found[:_TINY_CALLS] if self.tiny else found
        files = [content.read_calls(self.data / "calls" / name) for name in CALLS]
        return [call for read in files for call in read.values]


def _indexed(stocked: Stocked) -> Indexed:
    with app.open_desk(stocked.folder, writing=True) as desk, watched() as children:
        seconds, _ = timed(lambda: content.update_index(desk))
    return Indexed(seconds, children.most_mb)


def repeated(articles: Sequence[Article], most: int) -> Iterator[Article]:
    """The articles, then again as those of other laws with the same words, `most` in all."""
    for number in range(most):
        again, place = divmod(number, len(articles))
        one = articles[place]
        if not again:
            yield one
            continue
        law, mark, rest = one.key.partition("#")
        other = f"{law}（第{again + 1}版）"
        title = one.title.replace(law, other, 1) if mark else one.title
        yield replace(one, key=f"{other}{mark}{rest}", title=title, successor="")
