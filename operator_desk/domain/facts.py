"""The facts of a hotline: rows that are added and never changed.

Every dataclass is one table; a field is one column. A field marked with `Personal` holds a
text in memory; in the store the fact keeps only the text's commitment and the text itself
lies in `personal`, where an erasure can remove it without breaking a hash. A text that was
erased is read as `ERASED`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from operator_desk.domain.fact import ERASED as ERASED
from operator_desk.domain.fact import Address, Name, Number, Words
from operator_desk.domain.fact import Fact as Fact
from operator_desk.domain.fact import Personal as Personal
from operator_desk.domain.fact import personal_fields as personal_fields
from operator_desk.domain.knowledge_facts import ArticleDraft as ArticleDraft
from operator_desk.domain.knowledge_facts import ArticleFlag as ArticleFlag
from operator_desk.domain.knowledge_facts import ArticleVersion as ArticleVersion
from operator_desk.domain.knowledge_facts import LearnedMark as LearnedMark
from operator_desk.domain.knowledge_facts import QuestionVersion as QuestionVersion
from operator_desk.domain.knowledge_facts import QueueStep as QueueStep
from operator_desk.domain.knowledge_facts import RecallStep as RecallStep
from operator_desk.domain.knowledge_facts import SearchMiss as SearchMiss
from operator_desk.domain.knowledge_facts import SynonymVersion as SynonymVersion
from operator_desk.domain.knowledge_facts import Told as Told
from operator_desk.domain.knowledge_facts import VersionMark as VersionMark
from operator_desk.domain.terms import (
    Answer,
    CallClass,
    Direction,
    Entry,
    ItemKind,
    Mark,
    MatterKind,
    Mode,
    Outcome,
    Purpose,
    Scope,
    Seat,
    Secrecy,
    Urgency,
)
from operator_desk.domain.ticket_facts import Attachment as Attachment
from operator_desk.domain.ticket_facts import CalendarYear as CalendarYear
from operator_desk.domain.ticket_facts import CatalogueVersion as CatalogueVersion
from operator_desk.domain.ticket_facts import EventCardVersion as EventCardVersion
from operator_desk.domain.ticket_facts import EventRuling as EventRuling
from operator_desk.domain.ticket_facts import EventTold as EventTold
from operator_desk.domain.ticket_facts import RuleSet as RuleSet
from operator_desk.domain.ticket_facts import TicketEvent as TicketEvent


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffVersion(Fact):
    """A member of staff as of `at`; the newest row of a `staff_id` holds."""

    staff_id: UUID
    login: str
    name: str
    roles: tuple[str, ...]
    unit: str | None = None
    disabled: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitVersion(Fact):
    """A responsible unit as of `at`; the newest row of a `code` holds."""

    code: str
    name: str
    short_name: str
    kind: str
    parent: str | None = None
    areas: tuple[str, ...] = ()
    withdrawn: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ListImport(Fact):
    """A list (places, units, articles) that came from a file; `sha256` is the file's."""

    list_name: str
    file_name: str
    sha256: str
    added: int
    changed: int
    unchanged: int
    refused: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Call(Fact):
    """A call was started; `reference` is the id in another system, `local_day` the hotline's."""

    started_at: datetime
    local_day: date
    direction: Direction
    entry: Entry
    purpose: Purpose = Purpose.NONE
    reference: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Caller(Fact):
    """Who called, as far as known; the newest row of a call holds."""

    call_id: UUID
    corrects: UUID | None = None
    number: Number = None
    name: Name = None
    address: Address = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CallEnd(Fact):
    """A call ended: outcome, class and the rule that gave it. A change names what it corrects."""

    call_id: UUID
    corrects: UUID | None = None
    ended_at: datetime
    outcome: Outcome
    call_class: CallClass
    counted: bool
    rule: str
    talk_s: int
    guided_to: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CallClose(Fact):
    """The after-call work of a call was over; `after_call_s` are whole seconds."""

    call_id: UUID
    after_call_s: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter(Fact):
    """The n-th thing (from 1) a caller wants in one call."""

    call_id: UUID
    n: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MatterForm(Fact):
    """What was noted of a matter; `elements` is JSON text {code: answer}; the newest holds."""

    matter_id: UUID
    corrects: UUID | None = None
    kind: MatterKind | None = None
    category: str | None = None
    category_text: str | None = None
    summary: Words = None
    elements: Words = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement(Fact):
    """One version of one statement; `line` is the statement, `typed_at` its first key.

    `part` is 0 before the first seal and k in the k-th supplement; `n` its place in the
    record (from 1). An empty text withdraws the line (the versions before stay).
    """

    matter_id: UUID
    line: UUID
    n: int
    version: int
    corrects: UUID | None = None
    part: int = 0
    mark: Mark
    typed_at: datetime
    words: Words = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Readback(Fact):
    """A readback was begun: the n-th (from 1) of the matter."""

    matter_id: UUID
    n: int
    scope: Scope
    mode: Mode


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadbackAnswer(Fact):
    """The caller's answer to one item.

    `target` is the row that was read: a statement version, or the matter form for the
    summary and (with `element`) for an element. `corrected_to` is the row with the new
    wording. A changed answer names the one it corrects. `mode` is null where the item was read
    by whom the readback names: the operator may read on when the voice falls silent.
    """

    matter_id: UUID
    readback_id: UUID
    corrects: UUID | None = None
    item: ItemKind
    target: UUID
    element: str | None = None
    answer: Answer
    reason: str | None = None
    corrected_to: UUID | None = None
    mode: Mode | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Seal(Fact):
    """The record of a matter was sealed.

    `items`: objects {kind, row, hash, element?, answer, reason?, answer_row?, answer_hash?},
    the hashes are content hashes of the rows. `head_n` and `head_hash` are the chain's head
    before the seal, `previous` the desk's seal before, `seal_hash` the link over all of it;
    `number` runs per desk. docs/canonical-form.md tells how each is made.
    """

    desk: str
    matter_id: UUID
    number: int
    part: int
    scope: Scope
    mode: Mode
    items: tuple[Any, ...]
    head_n: int
    head_hash: str
    previous: str
    seal_hash: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ticket(Fact):
    """A ticket was registered. Anonymous tickets hold no name, number or address.

    `reference` is its number in another system, for one that was imported.
    """

    number: str
    call_id: UUID
    matter_id: UUID
    registered_at: datetime
    local_day: date
    kind: MatterKind
    category: str | None = None
    category_text: str | None = None
    unit: str | None = None
    urgency: Urgency
    secrecy: Secrecy
    wants_reply: bool = True
    place_code: str | None = None
    missing: tuple[str, ...] = ()
    title: Words = None
    place: Address = None
    reference: str | None = None
    caller_name: Name = None
    caller_address: Address = None
    callback: Number = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatState(Fact):
    """A seat changed its state."""

    state: Seat
    reason: str | None = None
    call_id: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ViewLog(Fact):
    """Somebody looked at, copied, printed or exported personal data."""

    what: str
    subject: UUID | None = None
    purpose: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Erasure(Fact):
    """A personal text was erased; `personal_id` is its commitment."""

    personal_id: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored(Fact):
    """The store was put back from a backup: the head it had and the head it got."""

    old_n: int
    old_hash: str
    new_n: int
    new_hash: str


FACTS: dict[str, type[Fact]] = {
    "staff_version": StaffVersion,
    "unit_version": UnitVersion,
    "list_import": ListImport,
    "call": Call,
    "caller": Caller,
    "call_end": CallEnd,
    "call_close": CallClose,
    "matter": Matter,
    "matter_form": MatterForm,
    "statement": Statement,
    "readback": Readback,
    "readback_answer": ReadbackAnswer,
    "seal": Seal,
    "ticket": Ticket,
    "ticket_event": TicketEvent,
    "event_ruling": EventRuling,
    "rule_set": RuleSet,
    "attachment": Attachment,
    "catalogue_version": CatalogueVersion,
    "calendar_year": CalendarYear,
    "event_card_version": EventCardVersion,
    "event_told": EventTold,
    "told": Told,
    "search_miss": SearchMiss,
    "article_version": ArticleVersion,
    "article_draft": ArticleDraft,
    "article_flag": ArticleFlag,
    "version_mark": VersionMark,
    "recall_step": RecallStep,
    "queue_step": QueueStep,
    "synonym_version": SynonymVersion,
    "learned_mark": LearnedMark,
    "question_version": QuestionVersion,
    "seat_state": SeatState,
    "view_log": ViewLog,
    "erasure": Erasure,
    "restored": Restored,
}
TABLES: dict[type[Fact], str] = {cls: name for name, cls in FACTS.items()}
