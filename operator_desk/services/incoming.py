"""Looks at articles on their way in: what would be added or changed, which rows are refused."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from operator_desk.domain.article import Article
from operator_desk.domain.article_checks import check_days, circles
from operator_desk.domain.article_json import check_size
from operator_desk.domain.article_rows import article_of
from operator_desk.domain.errors import UserError
from operator_desk.domain.facts import ArticleVersion
from operator_desk.domain.incoming import FileHead, Row
from operator_desk.services.knowledge import newest
from operator_desk.services.ports import Store


class Turn(StrEnum):
    """What becomes of a row."""

    ADDED = "added"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class RowRefused:
    """A row that is not taken: file, row (none: the file as a whole), the sentence why."""

    file: str
    row: int | None
    reason: UserError


@dataclass(frozen=True, slots=True)
class Planned:
    """A row that would be stored, and what stands there; `place` counts the files from 0."""

    place: int
    file: str
    row: int
    turn: Turn
    before: Article | None
    after: Article


Watch = Callable[[Planned], object]


@dataclass(frozen=True, slots=True)
class Look:
    """What an import would do; `left_out`: file (from 0) and row of what was planned and is not.

    Rows that could not be read at all are among the refused ones only.
    """

    added: int
    changed: int
    unchanged: int
    refused: tuple[RowRefused, ...]
    left_out: frozenset[tuple[int, int]] = frozenset()

    @property
    def wanted(self) -> int:
        """How many articles would be stored."""
        return self.added + self.changed


class Incoming:
    """One look at one or several files; rows come in parts, `end` closes the look.

    `watch` is told of every row that would be stored; `end` may still leave it out.
    """

    def __init__(self, store: Store, watch: Watch = lambda _planned: None) -> None:
        self._store, self._watch = store, watch
        self._files: list[FileHead] = []
        self._refused: list[RowRefused] = []
        self._counts = {Turn.ADDED: 0, Turn.CHANGED: 0, Turn.UNCHANGED: 0}
        self._planned: dict[str, tuple[int, int]] = {}  # key → file and what it would be
        self._leads_to: dict[str, tuple[int, int, str, Turn]] = {}
        self._left_out: set[tuple[int, int]] = set()

    def file(self, head: FileHead) -> None:
        """The rows from here on stand in this file."""
        self._files.append(head)

    def refuse(self, file: str, row: int | None, reason: UserError) -> None:
        """A row, or a whole file, is not taken."""
        self._refused.append(RowRefused(file, row, reason))

    def look(self, rows: Sequence[Row]) -> None:
        """Looks at the next rows of the file; one short reading of the store."""
        file = self._files[-1]
        articles = []
        for number, one in rows:
            if isinstance(one, UserError):
                self.refuse(file.file, number, one)
            else:
                articles.append((number, one))
        with self._store.read() as tx:
            stored = newest(tx, [article.key for _number, article in articles])
        for number, article in articles:
            before = stored.get(article.key)
            try:
                self._note(number, completed(article, before, file), before)
            except UserError as error:
                self._leave_out(number, error)

    def _leave_out(self, number: int, reason: UserError) -> None:
        self.refuse(self._files[-1].file, number, reason)
        self._left_out.add((len(self._files) - 1, number))

    def _note(self, number: int, article: Article, before: ArticleVersion | None) -> None:
        check_days(article)
        check_size(article)
        place, looks = len(self._files) - 1, hash(article)
        planned = self._planned.get(article.key)
        old = article_of(before) if before and not before.withdrawn else None
        if planned and planned[0] != place:  # it stands in an earlier file too
            turn = Turn.UNCHANGED if planned[1] == looks else Turn.CHANGED
        elif old == article:
            turn = Turn.UNCHANGED
        else:
            turn = Turn.CHANGED if before else Turn.ADDED
        self._planned[article.key] = (place, looks)
        self._counts[turn] += 1
        if article.successor and turn is not Turn.UNCHANGED:
            self._leads_to[article.key] = (place, number, article.successor, turn)
        self._watch(Planned(place, self._files[-1].file, number, turn, old, article))

    def end(self) -> Look:
        """Refuses what leads back to itself, in the files and together with the store."""
        for key in self._circles():
            place, number, _target, turn = self._leads_to[key]
            self._counts[turn] -= 1
            self._left_out.add((place, number))
            reason = UserError("Its successors lead back to {key} itself.", key=key)
            self.refuse(self._files[place].file, number, reason)
        counts = {turn.value: many for turn, many in self._counts.items()}
        return Look(**counts, refused=tuple(self._refused), left_out=frozenset(self._left_out))

    def _circles(self) -> list[str]:
        if not self._leads_to:
            return []
        with self._store.read() as tx:
            heads = tx.article_heads()
        leads_to = {head.key: head.successor for head in heads if head.successor}
        leads_to |= {key: found[2] for key, found in self._leads_to.items()}
        keys = {head.key for head in heads} | self._planned.keys()
        lost = circles(leads_to, keys)
        return sorted(
            (key for key in lost if key in self._leads_to), key=self._leads_to.__getitem__
        )

    def kept(self, place: int, rows: Iterable[Row]) -> list[Article]:
        """The articles of these rows of a file (by its place) that may be stored, as they came."""
        return [
            one
            for number, one in rows
            if not isinstance(one, UserError) and (place, number) not in self._left_out
        ]


def completed(article: Article, before: ArticleVersion | None, file: FileHead) -> Article:
    """The article with the stored values of fields that its file lacks, or says alike."""
    if before is None or not (file.keeps or file.alike):
        return article
    old = article_of(before)
    kept = {name: getattr(old, name) for name in file.keeps}
    for name in file.alike:
        if _alike(getattr(old, name), getattr(article, name)):
            kept[name] = getattr(old, name)
    return replace(article, **kept)


def _alike(one: str, other: str) -> bool:
    """Whether two texts differ in blanks only, or in words that stand twice."""
    first, second = one.split(), other.split()
    return "".join(first) == "".join(second) or dict.fromkeys(first) == dict.fromkeys(second)
