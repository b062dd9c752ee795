"""The knowledge base: articles stored in versions, imported, read, checked, exported."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from operator_desk.domain.article import Article
from operator_desk.domain.article_rows import article_of, next_version
from operator_desk.domain.errors import UserError
from operator_desk.domain.facts import ArticleVersion
from operator_desk.domain.numerals import place_in_law
from operator_desk.domain.queues import is_repealed, names_of, review_overdue, successor_fault
from operator_desk.domain.views import ArticleHead
from operator_desk.services.people import Actor
from operator_desk.services.ports import Clock, Reader, Store

CHUNK = 500


@dataclass(frozen=True, slots=True)
class Stored:
    """What storing articles did: counts, and the keys whose text is new."""

    added: int
    changed: int
    unchanged: int
    keys: tuple[str, ...] = ()

    def __add__(self, other: Stored) -> Stored:
        return Stored(
            self.added + other.added,
            self.changed + other.changed,
            self.unchanged + other.unchanged,
            self.keys + other.keys,
        )


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong with an article: the key, what (a stable word), and about what."""

    key: str
    what: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """An article in one of its versions; `successor` is what is in force instead, if any."""

    version_id: UUID
    version: int
    article: Article
    newest: bool
    successor: ArticleHead | None = None


class Knowledge:
    """Articles of this store."""

    def __init__(self, store: Store, clock: Clock, new_id: Callable[[], UUID]) -> None:
        self._store, self._clock, self._new_id = store, clock, new_id

    def put(self, actor: Actor, articles: Sequence[Article]) -> Stored:
        """Stores articles: new keys, new versions of changed ones. One transaction a chunk."""
        done = Stored(0, 0, 0)
        for start in range(0, len(articles), CHUNK):
            done += self._put_chunk(actor, articles[start : start + CHUNK])
        return done

    def _put_chunk(self, actor: Actor, articles: Sequence[Article]) -> Stored:
        with self._store.write() as tx:
            current = newest(tx, [article.key for article in articles])
            new, added = [], 0
            for article in articles:
                before = current.get(article.key)
                if before is None:
                    added += 1
                elif article_of(before) == article and not before.withdrawn:
                    continue
                row = self._row(actor, article, before)
                current[article.key] = row  # a key may stand twice in a file
                new.append(row)
            tx.add(*new)
        changed = len(new) - added
        keys = tuple(row.key for row in new)
        return Stored(added, changed, len(articles) - len(new), keys)

    def _row(self, actor: Actor, article: Article, before: ArticleVersion | None) -> ArticleVersion:
        key, at = self._new_id(), self._clock()
        return next_version(article, before, key=key, at=at, actor=actor.staff_id)

    def law(self, name: str) -> Article | None:
        """An article of a law that is stored, or none."""
        with self._store.read() as tx:
            heads = tx.article_heads(tx.keys_of_law(name)[:1])
            row = tx.get(ArticleVersion, heads[0].version_id) if heads else None
        return article_of(row) if row else None

    def get(self, key: str) -> Shown:
        """The newest version of an article. UserError: unknown key."""
        with self._store.read() as tx:
            heads = tx.article_heads([key])
            row = tx.get(ArticleVersion, heads[0].version_id) if heads else None
            if row is None:
                raise UserError("There is no article {key}.", key=key)
            return Shown(row.id, row.version, article_of(row), True, _successor(tx, row))

    def version(self, version_id: UUID) -> Shown:
        """One version of an article, as it was told. UserError: unknown id."""
        with self._store.read() as tx:
            row = tx.get(ArticleVersion, version_id)
            if row is None:
                raise UserError("There is no such version of an article.")
            heads = tx.article_heads([row.key])
            newest = bool(heads) and heads[0].version_id == row.id
            return Shown(row.id, row.version, article_of(row), newest, _successor(tx, row))

    def heads(self, kind: str | None = None) -> list[ArticleHead]:
        """The heads of all articles (or of one kind) that were not withdrawn, by key."""
        with self._store.read() as tx:
            return [head for head in tx.article_heads(kind=kind) if not head.withdrawn]

    def all_keys(self) -> list[str]:
        """The keys of all articles that were not withdrawn, in no order; read at once."""
        with self._store.read() as tx:
            return tx.article_keys()

    def articles(self, keys: Sequence[str] | None = None) -> Iterator[Article]:
        """The newest versions of all articles, or of these keys, in chunks of one reading."""
        wanted = sorted(self.all_keys()) if keys is None else list(keys)
        for start in range(0, len(wanted), CHUNK):
            with self._store.read() as tx:
                rows = newest(tx, wanted[start : start + CHUNK])
            yield from (article_of(row) for row in rows.values() if not row.withdrawn)

    def holding(
        self, words: Sequence[str], limit: int, kinds: Collection[str] | None = None
    ) -> list[Article]:
        """The articles that hold most of the words (in lower case), the best first: no index."""
        with self._store.read() as tx:
            keys = tx.articles_holding(words, limit, kinds)
            rows = newest(tx, keys)
        return [article_of(rows[key]) for key in keys]

    def check(self, on: date) -> list[Finding]:
        """What editors must look at: repealed, overdue, no source, dead successor, duplicate."""
        names = names_of(head.key for head in self.heads())
        found: list[Finding] = []
        titles: dict[tuple[str, str], str] = {}
        for article in self.articles():
            found.extend(_findings(article, on, names))
            first = titles.setdefault((article.title, article.body), article.key)
            if first != article.key:
                found.append(Finding(article.key, "duplicate", first))
        return found


def _findings(article: Article, on: date, names: set[str]) -> Iterator[Finding]:
    if article.repealed_on and is_repealed(article, on):
        yield Finding(article.key, "repealed", article.repealed_on.isoformat())
    if fault := successor_fault(article, on, names):
        yield Finding(article.key, fault, article.successor)
    if article.review_by and review_overdue(article, on):
        yield Finding(article.key, "review_overdue", article.review_by.isoformat())
    if not article.source:
        yield Finding(article.key, "no_source")


def newest(tx: Reader, keys: Sequence[str]) -> dict[str, ArticleVersion]:
    """The newest versions of these keys, also withdrawn ones, by key."""
    heads = tx.article_heads(keys)
    rows = tx.many(ArticleVersion, [head.version_id for head in heads])
    return {row.key: row for row in rows}


def _successor(tx: Reader, row: ArticleVersion) -> ArticleHead | None:
    """The article in force instead: follows keys and law names, at most ten steps."""
    seen, target = {row.key}, row.successor
    found: ArticleHead | None = None
    for _ in range(10):
        if not target or target in seen:
            break
        seen.add(target)
        head = first_of(tx, target)
        if head is None:
            break
        found = head
        target = found.successor if found.repealed_on else None
    return found


def first_of(tx: Reader, name: str) -> ArticleHead | None:
    """The article with a key, or the first article of the law of that name."""
    heads = tx.article_heads([name]) or tx.article_heads([f"{name}#第一条"])
    if not heads:  # a part of a code begins with the number at which the part before ended
        heads = tx.article_heads(tx.keys_of_law(name))
    kept = (head for head in heads if not head.withdrawn)
    return min(kept, key=lambda head: (place_in_law(head.key), head.key), default=None)
