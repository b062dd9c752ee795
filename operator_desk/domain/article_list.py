"""The editors' list of articles: what stands in a row, and which rows are asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from operator_desk.domain.knowledge_terms import DraftStep
from operator_desk.domain.views import ArticleHead


class ArticleState(StrEnum):
    """In what state an article can be; with a draft it is in two."""

    PUBLISHED = "published"
    DRAFT = "draft"
    IN_REVIEW = "in_review"
    SCHEDULED = "scheduled"
    REPEALED = "repealed"
    WITHDRAWN = "withdrawn"


_OF_STEP = {
    DraftStep.SAVED: ArticleState.DRAFT,
    DraftStep.SENT_BACK: ArticleState.DRAFT,
    DraftStep.SUBMITTED: ArticleState.IN_REVIEW,
    DraftStep.SCHEDULED: ArticleState.SCHEDULED,
}


@dataclass(frozen=True, slots=True)
class DraftHead:
    """The newest step of an open draft: enough for lists. `actor` made the step, at `at`."""

    draft_id: UUID
    step_id: UUID
    step: DraftStep
    key: str
    title: str
    kind: str
    category: str
    owner: str
    actor: UUID
    at: datetime
    based_on: UUID | None
    publish_on: date | None
    why: str | None

    @property
    def state(self) -> ArticleState:
        """The state that the draft gives its article."""
        return _OF_STEP[self.step]


@dataclass(frozen=True, slots=True)
class Entry:
    """One article of the list: its published head, its open drafts, or both."""

    head: ArticleHead | None
    drafts: tuple[DraftHead, ...] = ()

    @property
    def key(self) -> str:
        """The article's key."""
        return self.head.key if self.head else self.drafts[0].key

    @property
    def title(self) -> str:
        """The title as it is published, else as it is drafted."""
        return self.head.title if self.head else self.drafts[0].title

    @property
    def kind(self) -> str:
        """The kind of the article."""
        return self.head.kind if self.head else self.drafts[0].kind

    @property
    def category(self) -> str:
        """The code of its category, "" without one."""
        return (self.head.category if self.head else self.drafts[0].category) or ""

    @property
    def owner(self) -> str:
        """Who looks after it, "" when nobody does."""
        return (self.head.owner if self.head else self.drafts[0].owner) or ""

    def states(self, on: date) -> tuple[ArticleState, ...]:
        """Its states on a day, what is to be done first."""
        found = [draft.state for draft in self.drafts]
        if self.head is not None:
            found.append(_published(self.head, on))
        return tuple(dict.fromkeys(found))

    def overdue(self, on: date) -> bool:
        """Whether its day of review is over while it is in force."""
        head = self.head
        if head is None or head.review_by is None or head.review_by >= on:
            return False
        return _published(head, on) is ArticleState.PUBLISHED


def _published(head: ArticleHead, on: date) -> ArticleState:
    if head.withdrawn:
        return ArticleState.WITHDRAWN
    if head.repealed_on is not None and head.repealed_on <= on:
        return ArticleState.REPEALED
    return ArticleState.PUBLISHED


@dataclass(frozen=True, slots=True)
class Facets:
    """Which rows of the list: every facet that is set has to hold.

    `category` is a code or the beginning of codes; `text` is words, all of which stand in title,
    key or owner; without a `state` what was withdrawn is left out.
    """

    text: str = ""
    kind: str = ""
    category: str = ""
    owner: str = ""
    state: ArticleState | None = None
    overdue: bool = False

    def take(self, entry: Entry, on: date) -> bool:
        """Whether a row belongs to what is asked for."""
        if self.kind not in ("", entry.kind) or self.owner not in ("", entry.owner):
            return False
        if not entry.category.startswith(self.category) or (self.overdue and not entry.overdue(on)):
            return False
        states = entry.states(on)
        if self.state is None and states == (ArticleState.WITHDRAWN,):
            return False
        if self.state is not None and self.state not in states:
            return False
        return self._named(entry)

    def _named(self, entry: Entry) -> bool:
        words = self.text.lower().split()
        if not words:
            return True
        titles = (draft.title for draft in entry.drafts)
        where = "\n".join((entry.title, entry.key, entry.owner, *titles)).lower()
        return all(word in where for word in words)


def listed(entries: Sequence[Entry], facets: Facets, on: date) -> list[Entry]:
    """The rows asked for: what somebody works on first, the newest first, then by title."""
    found = [entry for entry in entries if facets.take(entry, on)]
    return sorted(found, key=_order)


def _order(entry: Entry) -> tuple[float, str, str]:
    newest = max((draft.at.timestamp() for draft in entry.drafts), default=0.0)
    return (-newest, entry.title, entry.key)
