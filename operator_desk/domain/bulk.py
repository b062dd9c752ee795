"""One field set for many articles at once."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from operator_desk.domain.article import Article
from operator_desk.domain.article_checks import check_days
from operator_desk.domain.errors import UserError


class BulkField(StrEnum):
    """What a bulk change may set; the last two go their own way."""

    OWNER = "owner"
    CATEGORY = "category"
    REGION = "region"
    REVIEW_BY = "review_by"
    ADD_KEYWORDS = "add_keywords"
    DROP_KEYWORDS = "drop_keywords"
    REPEAL = "repeal"
    WITHDRAW = "withdraw"


@dataclass(frozen=True, slots=True)
class BulkChange:
    """One change: `text` for owner, category, region and successor, `day` for days, or `words`.

    An empty text or no day takes the stored value away.
    """

    field: BulkField
    text: str = ""
    day: date | None = None
    words: tuple[str, ...] = ()

    @property
    def withdraws(self) -> bool:
        """Whether the articles leave the lists."""
        return self.field is BulkField.WITHDRAW

    def check(self) -> None:
        """UserError: nothing is said that could be set."""
        if self.field is BulkField.REPEAL and self.day is None:
            raise UserError("A repeal needs its day.")
        if self.field in (BulkField.ADD_KEYWORDS, BulkField.DROP_KEYWORDS) and not self.words:
            raise UserError("Say at least one keyword.")

    def of(self, article: Article) -> Article:
        """The article as it would be. UserError: it would not be sound."""
        match self.field:
            case BulkField.OWNER:
                return replace(article, owner=self.text)
            case BulkField.CATEGORY:
                return replace(article, category=self.text)
            case BulkField.REGION:
                return replace(article, region=self.text)
            case BulkField.REVIEW_BY:
                return replace(article, review_by=self.day)
            case BulkField.ADD_KEYWORDS:
                return replace(article, keywords=_joined(article.keywords, self.words))
            case BulkField.DROP_KEYWORDS:
                kept = tuple(word for word in article.keywords if word not in self.words)
                return replace(article, keywords=kept)
            case BulkField.REPEAL:
                return self._repealed(article)
        return article

    def _repealed(self, article: Article) -> Article:
        if self.text in (article.key, article.key.partition("#")[0]):
            raise UserError("{key} cannot be its own successor.", key=article.key)
        changed = replace(article, repealed_on=self.day, successor=self.text or article.successor)
        check_days(changed)
        return changed


def _joined(words: tuple[str, ...], more: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*words, *more)))
