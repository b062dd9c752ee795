"""A request of another system, as it becomes a ticket: what it says and how far it has come."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from operator_desk.domain.life_cycle import Action
from operator_desk.domain.said import Said
from operator_desk.domain.terms import MatterKind, Urgency


class Stage(StrEnum):
    """How far a request has come in the other system."""

    REGISTERED = "registered"
    DISPATCHED = "dispatched"
    SIGNED = "signed"
    ANSWERED = "answered"
    CLOSED = "closed"

    @property
    def settled(self) -> bool:
        """Whether an answer was given."""
        return self in (Stage.ANSWERED, Stage.CLOSED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """A row of another system's list; `source` and `reference` together name it for ever.

    `words` is the answer, or what was last said of a request that has none. `closed` is there
    where the stage is settled. `odd`: what contradicts itself in the row, which is kept as far
    as it holds.
    """

    source: str
    reference: str
    created: datetime
    stage: Stage
    title: str
    kind: MatterKind
    urgency: Urgency = Urgency.NORMAL
    category: str | None = None
    category_text: str | None = None
    place: str = ""
    unit: str = ""
    unit_name: str = ""
    words: str = ""
    closed: datetime | None = None
    odd: Said | None = None


@dataclass(frozen=True, slots=True)
class Planned:
    """A step of a request: when it happened, its words, and whether the unit took it."""

    action: Action
    at: datetime
    note: str = ""
    of_unit: bool = False


def steps(request: Request) -> Iterator[Planned]:
    """The steps after registration that bring a ticket where its request stands.

    What another system does not tell, when its request was dispatched and taken on, is put at
    its beginning. Words that are no answer go into the note of the last step.
    """
    stage, words = request.stage, request.words
    ways = {
        Stage.REGISTERED: (),
        Stage.DISPATCHED: (Action.DISPATCH,),
        Stage.SIGNED: (Action.DISPATCH, Action.SIGN),
    }.get(stage, (Action.DISPATCH, Action.SIGN, Action.ANSWER))
    if stage is Stage.REGISTERED and words:
        yield Planned(Action.SUPPLEMENT, request.created, words)
    for action in ways:
        of_unit = action is not Action.DISPATCH
        at = request.closed if action is Action.ANSWER else None
        note = words if action is ways[-1] else ""
        yield Planned(action, at or request.created, note, of_unit)
    if stage is Stage.CLOSED and request.closed is not None:
        yield Planned(Action.CLOSE, request.closed)
