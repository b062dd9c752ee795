"""What drafts are read as: the text in hand, its steps, what it stands beside."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from operator_desk.domain.article import Article
from operator_desk.domain.article_list import DraftHead
from operator_desk.domain.article_rows import article_of
from operator_desk.domain.drafts import TO_APPROVE, article_in, chained, text_of
from operator_desk.domain.errors import UserError
from operator_desk.domain.facts import ArticleDraft, ArticleVersion, StaffVersion
from operator_desk.domain.knowledge_terms import DraftStep
from operator_desk.domain.terms import Role
from operator_desk.services.people import Actor
from operator_desk.services.ports import Reader

EDITORS = (Role.EDITOR, Role.LEAD)


@dataclass(frozen=True, slots=True)
class Work:
    """What an editor has written: the draft, the step it was before (None: the first), the text.

    `based_on` is the published version the editor had before the eyes, None for a new article.
    """

    draft_id: UUID
    after: UUID | None
    based_on: UUID | None
    article: Article


@dataclass(frozen=True, slots=True)
class Version:
    """A published version in short: enough to compare with."""

    version_id: UUID
    version: int
    article: Article
    withdrawn: bool


@dataclass(frozen=True, slots=True)
class Opened:
    """A draft as its editor, or who looks it over, has it before the eyes.

    `base` is the version it began with, `newest` what is published now; where they are not the
    same it cannot be published before it takes that over. `others` are drafts of the same
    article. `refusal` says why this person may not publish it, `alone` that nobody else could.
    """

    work: Work
    steps: tuple[ArticleDraft, ...]
    base: Version | None
    newest: Version | None
    others: tuple[DraftHead, ...]
    writers: frozenset[UUID]
    refusal: UserError | None
    alone: bool

    @property
    def step(self) -> DraftStep | None:
        """What was last done with it; None: nothing was saved yet."""
        return self.steps[-1].step if self.steps else None

    @property
    def collides(self) -> bool:
        """Whether something newer was published than what it is based on."""
        return (self.newest.version_id if self.newest else None) != self.work.based_on


@dataclass(frozen=True, slots=True)
class Due:
    """What came of the drafts whose day has come: keys published, and what was refused why."""

    published: tuple[str, ...]
    refused: tuple[tuple[DraftHead, UserError], ...] = ()


def head_of(step: ArticleDraft) -> DraftHead:
    """A step as lists show it."""
    article = article_in(step)
    return DraftHead(
        draft_id=step.draft_id,
        step_id=step.id,
        step=step.step,
        key=step.key,
        title=article.title,
        kind=article.kind.value,
        category=article.category,
        owner=article.owner,
        actor=step.actor,
        at=step.at,
        based_on=step.based_on,
        publish_on=step.publish_on,
        why=step.why,
    )


def must_edit(actor: Actor) -> None:
    """UserError unless somebody may edit the knowledge base."""
    if not actor.may(*EDITORS):
        raise UserError(
            "{login} may not do this; it needs the role {roles}.",
            login=actor.login,
            roles=", ".join(EDITORS),
        )


def newest_version(tx: Reader, key: str) -> Version | None:
    """What is published under a key now; None: nothing ever was."""
    heads = tx.article_heads([key])
    return version_of(tx, heads[0].version_id) if heads else None


def version_of(tx: Reader, version_id: UUID | None) -> Version | None:
    """A published version."""
    row = tx.get(ArticleVersion, version_id) if version_id else None
    return Version(row.id, row.version, article_of(row), row.withdrawn) if row else None


def steps_of(tx: Reader, draft_id: UUID) -> list[ArticleDraft]:
    """The steps of a draft. UserError: there is none."""
    found = chained(tx.find(ArticleDraft, draft_id=draft_id))
    if not found:
        raise UserError("There is no such draft.")
    return found


def work_of(step: ArticleDraft) -> Work:
    """The text of a step as its editor goes on with it."""
    return Work(step.draft_id, step.id, step.based_on, article_in(step))


def is_same(last: ArticleDraft, work: Work) -> bool:
    """Whether a step holds the same text already."""
    return last.article == text_of(work.article) and last.based_on == work.based_on


def as_seen(tx: Reader, seen: UUID) -> ArticleDraft:
    """The newest step of a draft; UserError unless it is the one that was looked at."""
    row = tx.get(ArticleDraft, seen)
    last = steps_of(tx, row.draft_id)[-1] if row else None
    if last is None or last.id != seen:
        raise UserError("This draft was changed by somebody else meanwhile. Open it anew.")
    return last


def must_be_open(last: ArticleDraft) -> None:
    """UserError: published or dropped."""
    if last.step is DraftStep.PUBLISHED:
        raise UserError("This draft is published already.")
    if last.step is DraftStep.DROPPED:
        raise UserError("This draft was dropped.")


def must_wait(last: ArticleDraft) -> None:
    """UserError: not handed in."""
    must_be_open(last)
    if last.step not in TO_APPROVE:
        raise UserError("This draft was not handed in for review.")


def editors(tx: Reader) -> list[UUID]:
    """The accounts that could publish besides: editors and leads that may sign in."""
    current = {row.staff_id: row for row in tx.find(StaffVersion)}
    return [
        row.staff_id
        for row in current.values()
        if not row.disabled and set(row.roles) & set(EDITORS)
    ]
