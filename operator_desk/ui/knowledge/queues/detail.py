"""What is behind an item: read in a lane, shown beside the list."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from operator_desk.domain.article import Article
from operator_desk.domain.knowledge_terms import Queue
from operator_desk.domain.queues import Case, Item
from operator_desk.services.article_causes import contact_days
from operator_desk.services.people import Actor
from operator_desk.ui.parts import Parts


@dataclass(frozen=True, slots=True)
class Asked:
    """Words that nobody could find, as they were typed, and when; newest first."""

    words: str
    at: tuple[datetime, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Detail:
    """An item with what it is about; `confirmed_since`: a number confirmed before is too old."""

    item: Item
    names: dict[UUID, str]
    confirmed_since: date
    asked: tuple[Asked, ...] = ()
    cases: tuple[Case, ...] = ()
    article: Article | None = None


def load(parts: Parts, actor: Actor, item: Item) -> Detail:
    """Everything behind an item. UserError: its article was taken down meanwhile."""
    queues, today = parts.queues, parts.counting.today()
    asked: dict[str, list[datetime]] = {}
    if item.queue is Queue.MISS:
        for at, words in queues.queries(item):
            asked.setdefault(words, []).append(at)
    return Detail(
        item=item,
        names=parts.people.names(),
        confirmed_since=today - timedelta(days=contact_days(parts.profile, today)),
        asked=tuple(Asked(words, tuple(at)) for words, at in asked.items()),
        cases=tuple(queues.cases(actor, item.key)) if item.queue is Queue.FLAG else (),
        article=parts.knowledge.get(item.key).article if item.key else None,
    )
