"""Looks at articles on their way in: what would be added or changed, which rows are refused."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from operator_desk.domain.article import Article
from operator_desk.domain.article_checks import check_days, circles
from operator_desk.domain.article_json import check_size
from operator_desk.domain.article_rows import article_of
from operator_desk.domain.errors import UserError
from operator_desk.domain.facts import ArticleVersion
from operator_desk.domain.incoming import FileHead, Row
from operator_desk.services.knowledge import newest
from operator_desk.services.ports import Store

SAMPLES = 300  # changed articles that are kept to be looked at, and as many added ones


@dataclass(frozen=True, slots=True)
class RowRefused:
    """A row that is not taken: file, row (none: the file as a whole), the sentence why."""

    file: str
    row: int | None
    reason: UserError


@dataclass(frozen=True, slots=True)
class Planned:
    """An article that would be added (nothing before) or changed."""

    file: str
    row: int
    before: Article | None
    after: Article


@dataclass(frozen=True, slots=True)
class Look:
    """What an import would do; `samples` are the first of each kind."""

    added: int
    changed: int
    unchanged: int
    refused: tuple[RowRefused, ...]
    samples: tuple[Planned, ...]

    @property
    def wanted(self) -> int:
        """How many articles would be stored."""
        return self.added + self.changed


class Incoming:
    """One look at one or several files; rows come in parts, `end` closes the look.

    `places` says of each row that is left out in which file (counted from 0) it stands.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._files: list[FileHead] = []
        self._refused: list[RowRefused] = []
        self._counts = {"added": 0, "changed": 0, "unchanged": 0}
        self._samples: dict[str, list[Planned]] = {"added": [], "changed": []}
        self._planned: dict[str, tuple[int, int]] = {}  # key → file and what it would be
        self._leads_to: dict[str, tuple[int, int, str, str]] = {}
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
            what = "unchanged" if planned[1] == looks else "changed"
        elif old == article:
            what = "unchanged"
        else:
            what = "changed" if before else "added"
        self._planned[article.key] = (place, looks)
        self._counts[what] += 1
        if article.successor and what != "unchanged":
            self._leads_to[article.key] = (place, number, article.successor, what)
        samples = self._samples.get(what)
        if samples is not None and len(samples) < SAMPLES:
            samples.append(Planned(self._files[-1].file, number, old, article))

    def end(self) -> Look:
        """Refuses what leads back to itself, in the files and together with the store."""
        for key in self._circles():
            place, number, _target, what = self._leads_to[key]
            self._counts[what] -= 1
            self._left_out.add((place, number))
            reason = UserError("Its successors lead back to {key} itself.", key=key)
            self.refuse(self._files[place].file, number, reason)
        samples = (*self._samples["changed"], *self._samples["added"])
        out = {(self._files[place].file, number) for place, number in self._left_out}
        kept = tuple(one for one in samples if (one.file, one.row) not in out)
        return Look(**self._counts, refused=tuple(self._refused), samples=kept)

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
