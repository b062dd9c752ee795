"""Articles and the rows their versions are stored as."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from operator_desk.domain.article import Article, ArticleKind, Phone
from operator_desk.domain.facts import ArticleVersion

_TEXTS = ("source", "section", "category", "successor", "region", "owner", "answer")
_DAYS = ("valid_from", "repealed_on", "version_date", "review_by")


@dataclass(frozen=True, slots=True)
class Change:
    """How a version came about: why, approved by whom, from which draft, in which batch."""

    why: str | None = None
    approved_by: UUID | None = None
    draft_id: UUID | None = None
    batch: UUID | None = None


PLAIN = Change()


def version_row(
    article: Article,
    *,
    key: UUID,
    at: datetime,
    actor: UUID,
    version: int = 1,
    corrects: UUID | None = None,
    change: Change = PLAIN,
) -> ArticleVersion:
    """The row of one version of an article."""
    values: dict[str, Any] = {name: getattr(article, name) or None for name in _TEXTS}
    values |= {name: getattr(article, name) for name in _DAYS}
    return ArticleVersion(
        id=key,
        at=at,
        actor=actor,
        key=article.key,
        version=version,
        corrects=corrects,
        kind=article.kind.value,
        title=article.title,
        body=article.body,
        keywords=article.keywords,
        old_names=article.old_names,
        phones=tuple(_phone_values(phone) for phone in article.phones),
        why=change.why,
        approved_by=change.approved_by,
        draft_id=change.draft_id,
        batch=change.batch,
        **values,
    )


def next_version(
    article: Article,
    before: ArticleVersion | None,
    *,
    key: UUID,
    at: datetime,
    actor: UUID,
    change: Change = PLAIN,
) -> ArticleVersion:
    """The row that follows the version before, or the first one of an article."""
    return version_row(
        article,
        key=key,
        at=at,
        actor=actor,
        version=before.version + 1 if before else 1,
        corrects=before.id if before else None,
        change=change,
    )


def article_of(row: ArticleVersion) -> Article:
    """The article of a stored version."""
    values: dict[str, Any] = {name: getattr(row, name) or "" for name in _TEXTS}
    values |= {name: getattr(row, name) for name in _DAYS}
    return Article(
        key=row.key,
        kind=ArticleKind(row.kind),
        title=row.title,
        body=row.body,
        keywords=row.keywords,
        old_names=row.old_names,
        phones=tuple(_phone(values_) for values_ in row.phones),
        **values,
    )


def _phone_values(phone: Phone) -> dict[str, str]:
    values = {
        "number": phone.number,
        "use": phone.use,
        "audience": phone.audience,
        "hours": phone.hours,
        "confirmed_on": phone.confirmed_on.isoformat() if phone.confirmed_on else "",
    }
    return {name: value for name, value in values.items() if value}


def _phone(values: dict[str, str]) -> Phone:
    confirmed = values.get("confirmed_on")
    return Phone(
        number=values["number"],
        use=values.get("use", ""),
        audience=values.get("audience", "public"),
        hours=values.get("hours", ""),
        confirmed_on=date.fromisoformat(confirmed) if confirmed else None,
    )
