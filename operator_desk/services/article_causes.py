"""What articles say of themselves: review overdue, numbers not confirmed, no successor in force."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from operator_desk.domain.article import ArticleKind, Phone
from operator_desk.domain.article_rows import article_of
from operator_desk.domain.facts import ArticleVersion
from operator_desk.domain.profile import Profile
from operator_desk.domain.queues import is_repealed, names_of, review_overdue, successor_fault
from operator_desk.domain.views import ArticleHead
from operator_desk.services.ports import Reader

CONTACT_DAYS = 180  # unless the profile has a target `contact_days`


@dataclass(frozen=True, slots=True)
class Cause:
    """Why an article is in a queue: since when (None: since its version is there), how many
    numbers, and the day or the name that it is about."""

    head: ArticleHead
    began: datetime | None
    count: int = 1
    detail: str = ""


def reviews(tx: Reader, profile: Profile, on: date) -> list[Cause]:
    """Articles that should have been looked at again, the longest overdue first."""
    heads = [head for head in tx.articles_due(on) if review_overdue(head, on)]
    heads.sort(key=lambda head: (head.review_by or on, head.key))
    return [
        Cause(head, _begins(profile, day + timedelta(days=1)), detail=day.isoformat())
        for head in heads
        if (day := head.review_by)
    ]


def successors(tx: Reader, profile: Profile, on: date) -> list[Cause]:
    """Repealed articles that lead nowhere, by key; `detail` is the successor that is not there."""
    heads = [head for head in tx.articles_due(on) if is_repealed(head, on)]
    names = names_of(tx.article_keys()) if heads else set()
    return [
        Cause(head, _begins(profile, head.repealed_on or on), detail=head.successor or "")
        for head in heads
        if successor_fault(head, on, names)
    ]


def contacts(tx: Reader, profile: Profile, on: date) -> list[Cause]:
    """Contacts with numbers that nobody has confirmed lately, those never confirmed first."""
    found = sorted(_stale(tx, profile, on), key=lambda one: (one[1] or date.min, one[0].key))
    days = timedelta(days=contact_days(profile, on) + 1)
    return [
        Cause(
            head,
            _begins(profile, oldest + days) if oldest else None,
            count,
            oldest.isoformat() if oldest else "",
        )
        for head, oldest, count in found
    ]


def _stale(
    tx: Reader, profile: Profile, on: date
) -> Iterator[tuple[ArticleHead, date | None, int]]:
    """Contacts with the oldest day of such a number (None: never confirmed) and how many."""
    heads = {
        head.version_id: head
        for head in tx.article_heads(kind=ArticleKind.CONTACT)
        if not head.withdrawn and not is_repealed(head, on)
    }
    last = on - timedelta(days=contact_days(profile, on))
    for row in tx.many(ArticleVersion, heads):
        days = [one.confirmed_on for one in article_of(row).phones if not is_confirmed(one, last)]
        if days:
            oldest = None if None in days else min(day for day in days if day)
            yield heads[row.id], oldest, len(days)


def contact_days(profile: Profile, on: date) -> int:
    """For how many days a confirmed number holds."""
    return round(profile.target("contact_days", on) or CONTACT_DAYS)


def is_confirmed(phone: Phone, last: date) -> bool:
    """Whether a number was confirmed on a day or later."""
    return phone.confirmed_on is not None and phone.confirmed_on >= last


def _begins(profile: Profile, day: date) -> datetime:
    """When a local day begins."""
    return datetime.combine(day, time(), ZoneInfo(profile.time_zone))
