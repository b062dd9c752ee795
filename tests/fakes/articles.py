"""What the store in memory tells of articles."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime
from typing import TypeVar
from unicodedata import normalize
from uuid import UUID

from operator_desk.domain import facts, views
from operator_desk.domain.drafts import ENDED
from operator_desk.domain.facts import Fact
from operator_desk.domain.scanning import points
from operator_desk.domain.views import ArticleHead
from operator_desk.domain.where import FIELDS

F = TypeVar("F", bound=Fact)


class FakeArticles(ABC):
    """Reads articles, drafts and batches from facts."""

    @abstractmethod
    def stored(self, cls: type[F]) -> list[F]:
        """All committed facts of a class."""

    @abstractmethod
    def find(self, cls: type[F], **equal: object) -> list[F]:
        """All facts of a class with these values."""

    def article_heads(
        self, keys: Iterable[str] | None = None, *, kind: str | None = None
    ) -> list[ArticleHead]:
        """The newest versions of all articles, or of these keys, or of one kind, by key."""
        wanted = None if keys is None else set(keys)
        versions: dict[str, list[facts.ArticleVersion]] = {}
        for row in self.stored(facts.ArticleVersion):
            versions.setdefault(row.key, []).append(row)
        found = [
            views.article_head(versions[key])
            for key in sorted(versions)
            if wanted is None or key in wanted
        ]
        return [head for head in found if kind is None or head.kind == kind]

    def article_keys(self) -> list[str]:
        """The keys of all articles that were not withdrawn, in no order."""
        return [head.key for head in self.article_heads() if not head.withdrawn]

    def articles_due(self, on: date) -> list[ArticleHead]:
        """What is repealed on a day or should have been reviewed before it, by key."""
        return [
            head
            for head in self.article_heads()
            if not head.withdrawn
            and (
                (head.repealed_on is not None and head.repealed_on <= on)
                or (head.review_by is not None and head.review_by < on)
            )
        ]

    def articles_holding(
        self, words: Sequence[str], limit: int, kinds: Collection[str] | None = None
    ) -> list[str]:
        """Keys of articles that hold most of the words (in lower case), the best first."""
        heads = [head for head in self.article_heads() if not head.withdrawn]
        heads = [head for head in heads if kinds is None or head.kind in kinds]
        versions = {row.id: row for row in self.stored(facts.ArticleVersion)}
        worth = {head.key: points(versions[head.version_id], words) for head in heads}
        best = sorted((key for key in worth if worth[key]), key=lambda key: (-worth[key], key))
        return best[:limit]

    def articles_with_digits(self, digits: str) -> list[str]:
        """Keys of articles with a text that has these digits in this order, whatever between."""
        heads = {head.key: head.version_id for head in self.article_heads() if not head.withdrawn}
        versions = {row.id: row for row in self.stored(facts.ArticleVersion)}
        pattern = re.compile(".*?".join(digits), re.DOTALL)

        def holds(version: facts.ArticleVersion) -> bool:
            texts = (str(getattr(version, name) or "") for name in FIELDS)
            return any(pattern.search(normalize("NFKC", text)) for text in texts)

        return [key for key, of in heads.items() if holds(versions[of])]

    def told_since(self, at: datetime) -> set[str]:
        """Keys of the articles that were told from an instant on."""
        return {row.article_key for row in self.find(facts.Told) if row.at >= at}

    def open_drafts(self) -> list[facts.ArticleDraft]:
        """The newest steps of drafts that were neither published nor dropped, by time and id."""
        rows = self.find(facts.ArticleDraft)
        corrected = {row.corrects for row in rows}
        return [row for row in rows if row.id not in corrected and row.step not in ENDED]

    def keys_of_law(self, law: str) -> list[str]:
        """Keys of the articles of a law that were not withdrawn."""
        heads = (head for head in self.article_heads() if not head.withdrawn)
        return [head.key for head in heads if head.key.startswith(f"{law}#")]

    def batch_versions(self, batch: UUID) -> list[tuple[str, UUID]]:
        """Key and id of every version of a batch."""
        return [(row.key, row.id) for row in self.find(facts.ArticleVersion, batch=batch)]

    def batches_begun(self) -> list[tuple[UUID, UUID, datetime, int]]:
        """Batch, actor, first instant and number of versions of batches that were never ended."""
        ended = {row.id for row in self.find(facts.ListImport)}
        rows = [row for row in self.find(facts.ArticleVersion) if row.batch]
        found: dict[UUID, list[facts.ArticleVersion]] = {}
        for row in rows:
            if row.batch and row.batch not in ended:
                found.setdefault(row.batch, []).append(row)
        return [(key, some[0].actor, some[0].at, len(some)) for key, some in found.items()]
