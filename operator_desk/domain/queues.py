"""What waits for an editor: items of the queues, and what was decided of them step by step."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol
from uuid import UUID

from operator_desk.domain.knowledge_facts import QueueStep
from operator_desk.domain.knowledge_terms import FlagReason, Queue, QueueAction

MOST_WORDS = 200  # characters of a query that are kept
_BETWEEN_DIGITS = re.compile(r"(?<=\d)[\s\-.()]+(?=\d)")
# A mobile number, or the number of an identity card: a caller's, never a gap of the knowledge base.
_OF_A_PERSON = re.compile(r"(?<!\d)(?:1[3-9]\d{9}|\d{17}[\dXx])(?!\d)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One item of a queue; `subject` names it in a `QueueStep`, `key` is its article ("" none).

    `title` is the article's, or the newest words of a query. `count` says how often (queries,
    flags, numbers), `calls` in how many calls; `since` and `last` are the first and the last
    instant of the cause. `detail` is the day or the name that the cause is about, or "".
    `again`: it was done once, and its cause came back.
    """

    queue: Queue
    subject: str
    title: str
    since: datetime
    last: datetime
    key: str = ""
    count: int = 1
    calls: int = 0
    reasons: tuple[tuple[FlagReason, int], ...] = ()
    detail: str = ""
    owner: UUID | None = None
    due: date | None = None
    again: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One flag and the call it came up in, as far as the reader may see it.

    `summary` and `note` are None in a call with a secret or anonymous ticket (`hidden`); there
    `ticket` too, unless the reader may see such calls.
    """

    flag_id: UUID
    at: datetime
    by: UUID
    reason: FlagReason
    version_id: UUID
    note: str | None = None
    call_id: UUID | None = None
    started_at: datetime | None = None
    ticket: str | None = None
    summary: str | None = None
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class State:
    """Where an item stands: done up to an instant (None: never), whose it is, until when."""

    done_at: datetime | None = None
    owner: UUID | None = None
    due: date | None = None

    def open(self, at: datetime) -> bool:
        """Whether a cause of this instant is still to be worked off."""
        return self.done_at is None or at > self.done_at


def state_of(steps: Sequence[QueueStep]) -> State:
    """Where the steps of one item lead, the oldest first; `reopened` takes the last `done` back.

    After `done` the item has no owner and no day: when its cause comes back it is new.
    """
    done: list[datetime] = []
    owner: UUID | None = None
    due: date | None = None
    for step in steps:
        if step.action is QueueAction.DONE:
            done.append(step.at)
            owner, due = None, None
            continue
        if step.action is QueueAction.REOPENED and done:
            done.pop()
        owner, due = step.owner, step.due
    return State(done[-1] if done else None, owner, due)


def is_late(item: Item, on: date) -> bool:
    """Whether the day until which an item should be dealt with is over."""
    return item.due is not None and item.due < on


def normal_words(words: str) -> str:
    """The words by which equal queries are known: no case, blanks, marks or full-width forms."""
    plain = unicodedata.normalize("NFKC", words).casefold()
    return "".join(char for char in plain if char.isalnum())


def names_a_person(words: str) -> bool:
    """Whether a query holds a mobile number or the number of an identity card."""
    plain = _BETWEEN_DIGITS.sub("", unicodedata.normalize("NFKC", words))
    return _OF_A_PERSON.search(plain) is not None


def kept_words(words: str) -> str:
    """A query as it is stored when nothing was found; "" for one that must not be, or is empty."""
    if not normal_words(words) or names_a_person(words):
        return ""
    return " ".join(words.split())[:MOST_WORDS]


class Dated(Protocol):
    """What articles and their heads say about the days they hold."""

    @property
    def repealed_on(self) -> date | None: ...
    @property
    def successor(self) -> str | None: ...
    @property
    def review_by(self) -> date | None: ...


def review_overdue(article: Dated, on: date) -> bool:
    """Whether an article should have been looked at again before a day."""
    return article.review_by is not None and article.review_by < on


def is_repealed(article: Dated, on: date) -> bool:
    """Whether an article is repealed on a day."""
    return article.repealed_on is not None and article.repealed_on <= on


def successor_fault(article: Dated, on: date, names: Container[str]) -> str:
    """What is wrong with the successor of a repealed article: `no_successor`, `dead_successor`.

    `names` holds the keys and the laws of this store; "" when nothing is wrong.
    """
    if not is_repealed(article, on):
        return ""
    if not article.successor:
        return "no_successor"
    return "" if article.successor in names else "dead_successor"


def names_of(keys: Iterable[str]) -> set[str]:
    """The keys, and the laws that they are articles of."""
    kept = list(keys)
    return {*kept, *(key.split("#")[0] for key in kept)}
