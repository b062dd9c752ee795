"""Parts of a draft: what a call does to tickets that there are already, what a follow-up asks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from operator_desk.domain.life_cycle import Action
from operator_desk.domain.terms import Reply


@dataclass(frozen=True, slots=True, kw_only=True)
class StepDraft:
    """A step on a ticket that the caller called about; `id` is the step's, so it is stored once.

    `based_on`: the last step of the ticket that the operator saw. `told`: the sentence that
    stood on the screen. `ref`: the unit's question that is answered.
    """

    id: UUID
    at: datetime
    ticket_id: UUID
    number: str
    action: Action
    based_on: UUID | None = None
    reason: str | None = None
    note: str = ""
    told: str = ""
    ref: UUID | None = None
    taken_back: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUpDraft:
    """What a follow-up call asks about a ticket, each answer None until it is given.

    `id` is the step's. `not_reached`: why nobody could be asked. `rework`: the ticket goes to
    the unit once more.
    """

    id: UUID
    ticket_id: UUID
    number: str
    based_on: UUID | None = None
    contacted: Reply | None = None
    solved: Reply | None = None
    unit_rating: Reply | None = None
    hotline_rating: Reply | None = None
    reason: str | None = None
    rework: bool = False
    not_reached: str | None = None

    @property
    def negative(self) -> bool:
        """Whether an answer wants its reason."""
        said = {self.solved, self.unit_rating, self.hotline_rating}
        return bool(said & {Reply.NO, Reply.PARTLY})

    @property
    def answered(self) -> bool:
        """Whether all four were asked, and a no has its reason."""
        said = (self.contacted, self.solved, self.unit_rating, self.hotline_rating)
        return None not in said and (self.reason is not None or not self.negative)

    @property
    def complete(self) -> bool:
        """Whether it can be stored: all answered, or nobody reached."""
        return self.not_reached is not None or self.answered
