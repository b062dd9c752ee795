"""The running call: everything the form holds, as one frozen value.

Operations (record.py, readback.py, call_flow.py) make a new value from an old one; the
journal keeps it on disk; `fact_rows` says which facts it stands for. Ids of facts are given
when a wording is frozen, so storing the same draft twice adds nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from uuid import UUID

from operator_desk.domain.drafted_steps import FollowUpDraft, StepDraft
from operator_desk.domain.life_cycle import Action
from operator_desk.domain.phase import Phase
from operator_desk.domain.terms import (
    Answer,
    Direction,
    Entry,
    ItemKind,
    Mark,
    MatterKind,
    Mode,
    Outcome,
    Purpose,
    Scope,
    Secrecy,
    Urgency,
)


@dataclass(frozen=True, slots=True)
class Stamp:
    """When an operation happens (UTC) and where its new ids come from."""

    at: datetime
    new_id: Callable[[], UUID]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """A stored version of a statement: the row's id, its words and mark."""

    id: UUID
    at: datetime
    n: int
    mark: Mark
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One statement of the record; `typed_at` is its first key, `part` as in the fact."""

    id: UUID
    words: str
    mark: Mark = Mark.GIST
    typed_at: datetime
    part: int = 0
    versions: tuple[Wording, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FormVersion:
    """A stored version of a matter's form; `elements` are (code, answer) pairs."""

    id: UUID
    at: datetime
    kind: MatterKind | None = None
    category: str | None = None
    category_text: str | None = None
    summary: str = ""
    elements: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """One answer to one item, as stored; `target` is the row that was read.

    `mode` says who read this item where that is not who began the readback.
    """

    id: UUID
    at: datetime
    answer: Answer
    target: UUID
    reason: str | None = None
    corrected_to: UUID | None = None
    mode: Mode | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One item of a readback: a statement by its line, the summary, or an element by its code.

    `again` marks the new wording after a correction. `given` holds every answer, the last
    one counts.
    """

    kind: ItemKind
    line: UUID | None = None
    element: str | None = None
    again: bool = False
    given: tuple[Given, ...] = ()

    @property
    def answer(self) -> Answer | None:
        """The answer that counts, None while it is open."""
        return self.given[-1].answer if self.given else None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadbackDraft:
    """One readback of a matter; `current` is the place of the item being read.

    `typed` is the new wording of that item as far as it is typed, None without one.
    """

    id: UUID
    at: datetime
    n: int
    scope: Scope
    mode: Mode = Mode.MANUAL
    items: tuple[Item, ...] = ()
    current: int = 0
    typed: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldDraft:
    """An article that was told; `taken_back` is the id of the row that takes it back."""

    id: UUID
    at: datetime
    key: str
    version_id: UUID
    title: str
    taken_back: UUID | None = None
    taken_back_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldEventDraft:
    """An event card that was told; `taken_back` is the id of the row that takes it back."""

    id: UUID
    at: datetime
    card_id: UUID
    version_id: UUID
    title: str
    taken_back: UUID | None = None
    taken_back_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """The registration strip: what a ticket needs beside kind, category and record."""

    title: str = ""
    place_code: str | None = None
    place: str = ""
    caller_address: str = ""
    unit: str | None = None
    urgency: Urgency = Urgency.NORMAL
    secrecy: Secrecy | None = None
    callback: str = ""
    wants_reply: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketDraft:
    """The ticket of a matter, as acknowledged by the store."""

    id: UUID
    number: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class SealDraft:
    """A seal of a matter, as acknowledged by the store."""

    id: UUID
    number: int
    part: int
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class MatterDraft:
    """One matter: its record, form, readbacks, told articles and events, strip, seals, ticket.

    `event_card`: the event that its ticket is one more report of. `joins`: the ticket that it is
    to be handled jointly with. `steps`: what was done to tickets that there are already.
    `rehearsed_at`: when its strip was walked to the end in a practice call, where nothing is sent.
    """

    id: UUID
    n: int
    at: datetime
    kind: MatterKind | None = None
    category: str | None = None
    category_text: str | None = None
    summary: str = ""
    elements: tuple[tuple[str, str], ...] = ()
    lines: tuple[Line, ...] = ()
    forms: tuple[FormVersion, ...] = ()
    readbacks: tuple[ReadbackDraft, ...] = ()
    told: tuple[ToldDraft, ...] = ()
    events: tuple[ToldEventDraft, ...] = ()
    event_card: UUID | None = None
    joins: UUID | None = None
    steps: tuple[StepDraft, ...] = ()
    strip: Strip = field(default_factory=Strip)
    seals: tuple[SealDraft, ...] = ()
    ticket: TicketDraft | None = None
    rehearsed_at: datetime | None = None

    @property
    def registered(self) -> bool:
        """Whether it has its ticket, or would have it if this were no practice."""
        return self.ticket is not None or self.rehearsed_at is not None

    @property
    def has_words(self) -> bool:
        """Whether any statement was typed."""
        return any(line.words for line in self.lines)

    @property
    def noted(self) -> bool:
        """Whether anything of what the caller wants was written down."""
        return self.has_words or bool(self.summary) or any(text for _code, text in self.elements)

    @property
    def settled(self) -> bool:
        """Whether what was written down has led to a ticket, an answer or a step on a ticket."""
        return not self.noted or self.registered or self.answered or bool(self.taken)

    @property
    def taken(self) -> tuple[StepDraft, ...]:
        """The steps that stand; a supplement only when there is something to add."""
        return tuple(
            step
            for step in self.steps
            if not step.taken_back and (step.action is not Action.SUPPLEMENT or self.noted)
        )

    @property
    def supplements(self) -> StepDraft | None:
        """The step by which this record supplements a ticket, or None."""
        found = (one for one in self.steps if one.action is Action.SUPPLEMENT)
        return next((one for one in found if not one.taken_back), None)

    @property
    def answered(self) -> bool:
        """Whether anything was told that stands: an article or an event card."""
        return bool(self.standing_told or self.standing_events)

    @property
    def standing_events(self) -> tuple[ToldEventDraft, ...]:
        """The told event cards that were not taken back."""
        return tuple(told for told in self.events if told.taken_back is None)

    @property
    def standing_told(self) -> tuple[ToldDraft, ...]:
        """The told articles that were not taken back."""
        return tuple(told for told in self.told if told.taken_back is None)

    @property
    def readback(self) -> ReadbackDraft | None:
        """The readback that was begun last."""
        return self.readbacks[-1] if self.readbacks else None


@dataclass(frozen=True, slots=True, kw_only=True)
class CallerVersion:
    """A stored version of what is known of the caller."""

    id: UUID
    at: datetime
    number: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EndDraft:
    """How the call ended, as acknowledged; the last of several holds."""

    id: UUID
    at: datetime
    outcome: Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One call at this desk from its first key to the end of its after-call work.

    `chosen` is the outcome a person took instead of the proposal; `paper_talk_s` the length of
    a call that is entered from paper; `resumed_at` when a closed call was opened again; `recall`
    the mark of a wrong version and the call that was told it, where this is the call back.
    `follow_up`: what a follow-up call asks. `practice`: the id of the script of a practice call,
    of which the store gets nothing but that it took place.
    """

    call_id: UUID
    operator: UUID
    started_at: datetime
    direction: Direction = Direction.IN
    entry: Entry = Entry.LIVE
    purpose: Purpose = Purpose.NONE
    reference: str | None = None
    number: str = ""
    name: str = ""
    callers: tuple[CallerVersion, ...] = ()
    matters: tuple[MatterDraft, ...] = ()
    current: int = 0
    cursor: int = 0
    phase: Phase = Phase.LISTENING
    ended_at: datetime | None = None
    ends: tuple[EndDraft, ...] = ()
    chosen: Outcome | None = None
    guided_to: str = ""
    paper_talk_s: int = 0
    resumed_at: datetime | None = None
    recall: tuple[UUID, UUID] | None = None
    follow_up: FollowUpDraft | None = None
    practice: str = ""

    @property
    def matter(self) -> MatterDraft:
        """The matter in hand."""
        return self.matters[self.current]

    def with_matter(self, matter: MatterDraft) -> Draft:
        """The draft with one of its matters replaced (found by id)."""
        matters = tuple(matter if one.id == matter.id else one for one in self.matters)
        return replace(self, matters=matters)

    def with_step(self, step: StepDraft) -> Draft:
        """The draft with one of its steps replaced (found by id)."""
        draft = self
        for matter in self.matters:
            steps = tuple(step if one.id == step.id else one for one in matter.steps)
            if steps != matter.steps:
                draft = draft.with_matter(replace(matter, steps=steps))
        return draft

    def without_step(self, step_id: UUID) -> Draft:
        """The draft without a step that was refused."""
        draft = self
        for matter in self.matters:
            steps = tuple(one for one in matter.steps if one.id != step_id)
            if steps != matter.steps:
                draft = draft.with_matter(replace(matter, steps=steps))
        return draft

    @property
    def asked(self) -> bool:
        """Whether a follow-up call got its answers."""
        return self.follow_up is not None and self.follow_up.answered
