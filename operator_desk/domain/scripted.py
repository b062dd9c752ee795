"""Scripted calls: what a file says of a call, ready to be played through the services."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from operator_desk.domain.terms import Answer, CallClass, Direction, MatterKind, Outcome


@dataclass(frozen=True, slots=True)
class ScriptedAnswer:
    """The caller's answer to one statement; `text` the new wording or the reason's code."""

    answer: Answer
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScriptedCall:
    """One scripted call; times in whole seconds, `operator` a login."""

    id: str
    started_at: datetime
    caller_number: str
    kind: MatterKind
    statements: tuple[str, ...]
    outcome: Outcome
    talk_s: int
    after_call_s: int
    title: str = ""
    category: str = ""
    readback: tuple[ScriptedAnswer, ...] = ()
    told: tuple[str, ...] = ()
    call_class: CallClass | None = None
    direction: Direction = Direction.IN
    operator: str = ""
