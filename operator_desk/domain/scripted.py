"""Scripted calls: what a file says of a call, ready to be played through the services."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from operator_desk.domain.terms import Answer, CallClass, Direction, MatterKind, Outcome


@dataclass(frozen=True, slots=True)
class ScriptedAnswer:
    """The caller's answer to one statement; `text` the new wording or the reason's code."""

    answer: Answer
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Practised:
    """What a script says besides, for a newcomer who takes it as a practice call.

    `level` 1 (calm) to 5; `elements` and `replies` are (code, words): what the caller says when
    asked, and in which words; `pauses` in seconds after each statement, `pace` 1 a calm speaker;
    `verbatim`: what is dictated and has to stand in the record as it was said.
    """

    level: int = 1
    trains: str = ""
    elements: tuple[tuple[str, str], ...] = ()
    replies: tuple[tuple[str, str], ...] = ()
    pauses: tuple[float, ...] = ()
    pace: float = 1.0
    verbatim: tuple[str, ...] = ()


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
    practice: Practised = field(default_factory=Practised)
