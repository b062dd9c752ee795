"""The parts of what stands on a certificate."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from operator_desk.domain.certificate_data import Witnessed
from operator_desk.domain.terms import (
    Answer,
    Entry,
    ItemKind,
    Mark,
    Mode,
    Purpose,
    Scope,
    Secrecy,
)


class State(StrEnum):
    """Why a text is, or is not, to be read on the certificate."""

    OPEN = "open"
    MASKED = "masked"
    ERASED = "erased"
    LEFT_OUT = "left_out"  # it would tell who called, and the caller is anonymous
    WITHDRAWN = "withdrawn"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Shown:
    """A text or what stands for it; `words` only where it is open, `id` is its commitment."""

    state: State
    id: str = ""
    words: str = ""

    @property
    def short(self) -> str:
        """The commitment's first and last eight digits."""
        return f"{self.id[:8]}…{self.id[-8:]}"


@dataclass(frozen=True, slots=True)
class Wording:
    """One wording of a statement, of the summary or of an element, and when it was stored."""

    at: datetime
    words: Shown
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class Given:
    """An answer of the caller; `changed`: a later one took its place.

    `before`: it was said to a wording that another one, without this answer, has replaced.
    `mode`: who read the item, where that is not who began the readback.
    """

    at: datetime
    answer: Answer
    reason: str
    mode: Mode | None = None
    changed: bool = False
    before: bool = False


@dataclass(frozen=True, slots=True)
class Ended:
    """How an item ended in a seal: its number, the answer and its reason.

    `read`: somebody gave the answer. `before`: it was about a wording before the present one.
    """

    seal: int
    answer: Answer
    reason: str
    read: bool
    before: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """A statement (with `n`), the summary, or an element: its wordings, the present one last.

    `sealed`: the present wording is covered by a seal.
    """

    kind: ItemKind
    typed_at: datetime
    wordings: tuple[Wording, ...]
    given: tuple[Given, ...]
    ended: tuple[Ended, ...]
    n: int = 0
    element: str = ""

    @property
    def sealed(self) -> bool:
        """Whether a seal covers the present wording; one that was withdrawn needs none."""
        gone = self.wordings[-1].words.state is State.WITHDRAWN
        return gone or any(not one.before for one in self.ended)


@dataclass(frozen=True, slots=True)
class Part:
    """Statements that were written between two seals: 0 the record, 1 the first supplement."""

    number: int
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Read:
    """A readback: which of the matter, when it was begun, what it covered, who read."""

    n: int
    at: datetime
    scope: Scope
    mode: Mode


@dataclass(frozen=True, slots=True)
class Sealed:
    """A seal as it is printed; `read`: a readback was begun before it."""

    number: int
    part: int
    at: datetime
    items: int
    scope: Scope
    mode: Mode
    read: bool
    hash: str


@dataclass(frozen=True, slots=True)
class Matter:
    """The record of one call: of the call the ticket was made in, or of a later one."""

    started_at: datetime
    entry: Entry
    purpose: Purpose
    operator: str
    kind: str
    category: str
    parts: tuple[Part, ...]
    form: tuple[Item, ...]
    readbacks: tuple[Read, ...]
    seals: tuple[Sealed, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate:
    """All that is printed. `operator` is "" for an account of the machine."""

    hotline: str
    language: str
    time_zone: str
    full: bool
    secrecy: Secrecy
    number: str
    desk: str
    made_at: datetime
    made_by: str
    registered_at: datetime | None
    title: Shown
    name: Shown
    callback: Shown
    matters: tuple[Matter, ...]
    head: tuple[int, str]
    witness: Witnessed | None
    digest: str
