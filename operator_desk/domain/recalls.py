"""Told-to lists: the calls in which a wrong version was told, and what became of each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from operator_desk.domain.article import Article
from operator_desk.domain.facts import RecallStep, Told, VersionMark
from operator_desk.domain.knowledge_terms import RecallAction
from operator_desk.domain.terms import Outcome
from operator_desk.domain.views import ArticleHead

# How an outgoing call ends when somebody was spoken to.
SPOKEN = frozenset(
    {
        Outcome.DIRECT_ANSWER,
        Outcome.TICKET,
        Outcome.TO_REGISTER,
        Outcome.TRANSFERRED,
        Outcome.GUIDED,
    }
)


class RecallState(StrEnum):
    """Where one call of a told-to list stands; the last cannot be called back at all."""

    TO_CALL = "to_call"
    NOT_REACHED = "not_reached"
    CALLED = "called"
    NOT_NEEDED = "not_needed"
    NO_NUMBER = "no_number"


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldCall:
    """One call in which an article was told, as one viewer may see it; `number` is masked.

    Of a `secret` one nothing is told but its number: that of its ticket, or the masked one.
    """

    call_id: UUID
    told_at: datetime | None
    versions: tuple[UUID, ...]
    operator: UUID | None
    outcome: Outcome | None
    number: str
    tickets: tuple[str, ...]
    secret: bool
    state: RecallState
    steps: tuple[RecallStep, ...] = ()

    @property
    def waits(self) -> bool:
        """Whether this call still has to be made."""
        return self.state in (RecallState.TO_CALL, RecallState.NOT_REACHED)

    @property
    def done(self) -> bool:
        """Whether it was made, or is not needed."""
        return self.state in (RecallState.CALLED, RecallState.NOT_NEEDED)

    @property
    def tries(self) -> int:
        """How often nobody was reached."""
        return sum(step.action is RecallAction.NOT_REACHED for step in self.steps)


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldList:
    """The told-to list of versions that were marked wrong in one step.

    `done` of `of` calls that can be made are made or not needed; `unseen` are secret and not
    among `calls`. `right` is the article as it is told now; None while nothing right is
    published, unless it was `withdrawn`.
    """

    marks: tuple[VersionMark, ...]
    versions: tuple[int, ...]
    title: str
    calls: tuple[ToldCall, ...]
    unseen: int
    done: int
    of: int
    right: ArticleHead | None
    withdrawn: bool

    @property
    def id(self) -> UUID:
        """What names the list: its first mark."""
        return self.marks[0].id

    @property
    def article_key(self) -> str:
        """The article."""
        return self.marks[0].article_key

    @property
    def reason(self) -> str:
        """Why the versions are wrong."""
        return self.marks[0].reason or ""

    @property
    def open(self) -> bool:
        """Whether calls wait, or the right version is not at this desk yet."""
        return self.done < self.of or not (self.right or self.withdrawn)


def standing_marks(rows: Iterable[VersionMark]) -> list[VersionMark]:
    """The marks that were not taken back, by time."""
    kept = list(rows)
    corrected = {row.corrects for row in kept}
    found = [row for row in kept if row.wrong and row.id not in corrected]
    return sorted(found, key=lambda row: (row.at, row.id))


def in_steps(marks: Iterable[VersionMark]) -> list[tuple[VersionMark, ...]]:
    """Marks that were set in one step, together: they share article, instant and editor."""
    steps: dict[tuple[str, datetime, UUID], list[VersionMark]] = {}
    for mark in marks:
        steps.setdefault((mark.article_key, mark.at, mark.actor), []).append(mark)
    return [tuple(step) for step in steps.values()]


def standing_rows(rows: Sequence[Told]) -> list[Told]:
    """What was told and not taken back."""
    corrected = {row.corrects for row in rows}
    return [row for row in rows if not row.taken_back and row.id not in corrected]


def state_of(steps: Sequence[RecallStep], *, callable_: bool) -> RecallState:
    """Where a call stands by its newest step; without a number it cannot be made."""
    last = max(steps, key=lambda step: (step.at, step.id), default=None)
    if last is not None and last.action is not RecallAction.NOT_REACHED:
        return RecallState(last.action.value)
    if not callable_:
        return RecallState.NO_NUMBER
    return RecallState.NOT_REACHED if last else RecallState.TO_CALL


def to_say(article: Article) -> str:
    """What a call back says instead of what was told, without the full stop at its end.

    The article's sentence to say, else its title; of a contact with the public numbers.
    """
    if article.answer.strip():
        return article.answer.strip().rstrip("。．.！!；;")
    numbers = [one.number for one in article.phones if one.audience == "public"]
    return " ".join((article.title, "、".join(numbers))).strip()


def action_of(outcome: Outcome) -> RecallAction:
    """What a call back with this outcome is."""
    return RecallAction.CALLED if outcome in SPOKEN else RecallAction.NOT_REACHED
