"""Reading an article at the desk: where its text leads to, and whether it is still the newest."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from operator_desk.domain.article import Article, ArticleKind
from operator_desk.domain.article_rows import article_of
from operator_desk.domain.facts import ArticleVersion
from operator_desk.domain.references import law_of, references
from operator_desk.domain.views import ArticleHead
from operator_desk.services.knowledge import Knowledge, Shown
from operator_desk.services.ports import Reader, Store


@dataclass(frozen=True, slots=True)
class Link:
    """An article that a text names: under these names, its key, its title."""

    names: tuple[str, ...]
    key: str
    title: str


@dataclass(frozen=True, slots=True)
class Opened:
    """An article as it is read: the version, when that was stored, where its text leads to."""

    shown: Shown
    at: datetime
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Newer:
    """What has come after the version on the screen, and when; or the article was withdrawn."""

    version_id: UUID
    at: datetime | None
    withdrawn: bool


class Reading:
    """Opens articles for reading."""

    def __init__(self, store: Store, knowledge: Knowledge) -> None:
        self._store, self._knowledge = store, knowledge
        self._contacts: tuple[frozenset[UUID], dict[str, str]] = (frozenset(), {})

    def open(self, key: str) -> Opened:
        """The newest version of an article with its links. UserError: unknown key."""
        shown = self._knowledge.get(key)
        with self._store.read() as tx:
            row = tx.get(ArticleVersion, shown.version_id)
            links = self._links(tx, shown.article)
        return Opened(shown, row.at, links) if row else Opened(shown, datetime.min, links)

    def newer(self, key: str, version_id: UUID) -> Newer | None:
        """What was published after a version, if anything: one look at the article's head."""
        with self._store.read() as tx:
            heads = tx.article_heads([key])
        if not heads or heads[0].version_id == version_id:
            return None
        return Newer(heads[0].version_id, heads[0].changed_at, heads[0].withdrawn)

    def _links(self, tx: Reader, article: Article) -> tuple[Link, ...]:
        texts = "\n".join((article.answer, article.body, article.source))
        names = dict.fromkeys(one.names for one in references(texts, law_of(article.key)))
        keys = {name for group in names for name in group if not name.startswith("tel:")}
        numbers = self._numbers(tx) if any(one[0].startswith("tel:") for one in names) else {}
        keys.update(numbers[one[0]] for one in names if one[0] in numbers)
        heads = {head.key: head for head in tx.article_heads(keys) if not head.withdrawn}
        found = ((group, _first(group, numbers, heads)) for group in names)
        return _distinct(
            Link(group, head.key, head.title)
            for group, head in found
            if head is not None and head.key != article.key
        )

    def _numbers(self, tx: Reader) -> dict[str, str]:
        """Contacts by `tel:` and digits; read anew when one of them has another version."""
        heads = tx.article_heads(kind=ArticleKind.CONTACT.value)
        versions = frozenset(head.version_id for head in heads if not head.withdrawn)
        if versions != self._contacts[0]:
            found: dict[str, str] = {}
            for row in tx.many(ArticleVersion, versions):
                for phone in article_of(row).phones:
                    # An internal number leads nowhere that a caller may be told of.
                    if phone.audience != "internal":
                        digits = "".join(filter(str.isdigit, phone.number))
                        found.setdefault(f"tel:{digits}", row.key)
            self._contacts = versions, found
        return self._contacts[1]


def _first(
    names: tuple[str, ...], numbers: dict[str, str], heads: dict[str, ArticleHead]
) -> ArticleHead | None:
    wanted = (heads.get(numbers.get(name, name)) for name in names)
    return next((head for head in wanted if head is not None), None)


def _distinct(links: Iterable[Link]) -> tuple[Link, ...]:
    """Links to the same article as one, with all its names."""
    found: dict[str, Link] = {}
    for link in links:
        before = found.get(link.key)
        names = (*before.names, *link.names) if before else link.names
        found[link.key] = Link(names, link.key, link.title)
    return tuple(found.values())
