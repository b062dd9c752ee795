"""The facts of the knowledge base: what was told and missed, articles, and what editors decide."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from operator_desk.domain.fact import Fact, Note, Words
from operator_desk.domain.knowledge_terms import (
    DraftStep,
    FlagReason,
    LearnedAction,
    Queue,
    QueueAction,
    RecallAction,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told(Fact):
    """A caller was told an article in the version on the screen; taken back by a later row."""

    call_id: UUID
    matter_id: UUID
    article_key: str
    version_id: UUID
    taken_back: bool = False
    corrects: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchMiss(Fact):
    """A typed query found nothing."""

    call_id: UUID | None = None
    query: Words = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleVersion(Fact):
    """One version of an article; the newest of a `key` holds. Fields as in `Article`.

    `why` it was changed and who approved it (staff id) are stated by editors; `draft_id` is the
    draft it was published from, `batch` the import or bulk change it came with.
    """

    key: str
    version: int
    corrects: UUID | None = None
    withdrawn: bool = False
    kind: str
    title: str
    body: str
    source: str | None = None
    section: str | None = None
    category: str | None = None
    keywords: tuple[str, ...] = ()
    old_names: tuple[str, ...] = ()
    valid_from: date | None = None
    repealed_on: date | None = None
    successor: str | None = None
    version_date: date | None = None
    region: str | None = None
    owner: str | None = None
    review_by: date | None = None
    phones: tuple[Any, ...] = ()
    answer: str | None = None
    why: str | None = None
    approved_by: UUID | None = None
    draft_id: UUID | None = None
    batch: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleDraft(Fact):
    """One step of a draft; the newest of a `draft_id` holds and names the one before it.

    `article` is the whole article as JSON text, as in import files; `based_on` the version its
    editor had before the eyes, none for a new article; `publish_on` a local day.
    """

    draft_id: UUID
    corrects: UUID | None = None
    step: DraftStep
    key: str
    based_on: UUID | None = None
    article: str
    publish_on: date | None = None
    why: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleFlag(Fact):
    """Somebody at a desk says that a version is wrong, with the call it came up in."""

    article_key: str
    version_id: UUID
    reason: FlagReason
    call_id: UUID | None = None
    matter_id: UUID | None = None
    note: Note = None


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionMark(Fact):
    """An editor marks a version as wrong: who was told it is called back. `wrong` False takes
    the mark back that the row corrects."""

    article_key: str
    version_id: UUID
    corrects: UUID | None = None
    wrong: bool = True
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RecallStep(Fact):
    """What became of one call that was told a wrong version; `outbound_id` is the call back."""

    mark_id: UUID
    call_id: UUID
    action: RecallAction
    outbound_id: UUID | None = None
    note: Note = None


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueStep(Fact):
    """What an editor did with one item of a queue; the newest step of an item holds.

    `subject` names the item: an article's key, or the id of a flag or of a search without a hit
    (the first of its group).
    """

    queue: Queue
    subject: str
    action: QueueAction
    owner: UUID | None = None
    due: date | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SynonymVersion(Fact):
    """A lay word and the official words that it stands for; the newest row of a word holds."""

    lay: str
    stands_for: tuple[str, ...]
    withdrawn: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LearnedMark(Fact):
    """What an editor decides of a learned pair; `reset` forgets all that was told before it."""

    action: LearnedAction
    lay: str | None = None
    official: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionVersion(Fact):
    """A question of a set and the keys of its right articles; the newest row of both holds."""

    set_name: str
    question: str
    gold: tuple[str, ...]
    withdrawn: bool = False
