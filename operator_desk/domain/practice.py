"""A practice call compared with its script: what was missed first, times last; never a score."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from operator_desk.domain import readback
from operator_desk.domain.draft import Draft, Given, Item, MatterDraft
from operator_desk.domain.said_alike import fits, holds, plain
from operator_desk.domain.scripted import ScriptedCall
from operator_desk.domain.scripted_caller import heard_as
from operator_desk.domain.terms import (
    REASON_HUNG_UP,
    REASON_SCOPE,
    Answer,
    MatterKind,
    Outcome,
)

_ON_ITS_OWN = 3  # signs that an answer needs to be looked for in the record


@dataclass(frozen=True, slots=True)
class Missed:
    """An element that is not there as the caller would give it; `noted`: what stands instead."""

    code: str
    right: str
    noted: str = ""


@dataclass(frozen=True, slots=True)
class WrongAnswer:
    """An item of the readback: its words, what the caller said to it, what was pressed."""

    words: str
    wanted: Answer
    given: Answer


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing that was chosen and what the script has; None: nothing was chosen, or none asked.

    `kind` and `outcome` by their value, the category by its code.
    """

    wanted: str | None
    given: str | None

    @property
    def right(self) -> bool:
        """Whether it is what the script has (of a category also a narrower one)."""
        if not self.wanted:
            return True
        return self.given is not None and self.given.startswith(self.wanted)


@dataclass(frozen=True, slots=True, kw_only=True)
class Times:
    """Whole seconds from the start of the call; None: it did not come to that."""

    search_s: int | None = None
    told_s: int | None = None
    talk_s: int | None = None
    after_call_s: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """One practice call beside its script.

    `elements`: how many the script has; `told`, `not_told`: right articles by their keys;
    `verbatim`: what was dictated, and whether it stands there as it was said; `read_back`: None
    where nothing had to be read back.
    """

    missed: tuple[Missed, ...]
    elements: int
    told: tuple[str, ...]
    not_told: tuple[str, ...]
    told_besides: tuple[str, ...]
    kind: Choice
    category: Choice
    outcome: Choice
    wrong_answers: tuple[WrongAnswer, ...]
    read_back: bool | None
    verbatim: tuple[tuple[str, bool], ...]
    times: Times
    script_times: Times

    @property
    def nothing_missed(self) -> bool:
        """Whether all is as the script has it."""
        choices = (self.kind, self.category, self.outcome)
        return (
            not (self.missed or self.not_told or self.wrong_answers)
            and self.read_back is not False
            and all(choice.right for choice in choices)
            and all(there for _words, there in self.verbatim)
        )


def judged(
    script: ScriptedCall,
    draft: Draft,
    outcome: Outcome | None,
    *,
    searched_at: datetime | None = None,
    closed_at: datetime | None = None,
) -> Judged:
    """What came of a practice call; `outcome`: the one that stood when it was closed."""
    told = [one for matter in draft.matters for one in matter.standing_told]
    keys = tuple(dict.fromkeys(one.key for one in told))
    return Judged(
        missed=_missed(script, draft),
        elements=len(script.practice.elements),
        told=tuple(key for key in script.told if key in keys),
        not_told=tuple(dict.fromkeys(key for key in script.told if key not in keys)),
        told_besides=tuple(key for key in keys if key not in script.told),
        kind=_choice(script.kind.value, [_kind(matter.kind) for matter in draft.matters]),
        category=_choice(script.category or None, [matter.category for matter in draft.matters]),
        outcome=Choice(script.outcome.value, outcome.value if outcome else None),
        wrong_answers=tuple(one for matter in draft.matters for one in _wrong(script, matter)),
        read_back=_read_back(script, draft),
        verbatim=_verbatim(script, draft),
        times=_times(draft, searched_at, min((one.at for one in told), default=None), closed_at),
        script_times=Times(talk_s=script.talk_s or None, after_call_s=script.after_call_s or None),
    )


def _kind(kind: MatterKind | None) -> str | None:
    return kind.value if kind else None


def _choice(wanted: str | None, given: list[str | None]) -> Choice:
    """The right one of several matters, else the first."""
    choices = [Choice(wanted, one) for one in given if one]
    right = next((one for one in choices if one.right), None)
    return right or next(iter(choices), Choice(wanted, None))


# -- elements and dictation ------------------------------------------------------------------


def written(draft: Draft) -> str:
    """Everything that was written down, a line each; the number is there without typing."""
    lines = [draft.name]
    for matter in draft.matters:
        lines += [line.words for line in matter.lines]
        lines += [matter.summary, *(answer for _code, answer in matter.elements)]
        strip = matter.strip
        lines += [strip.place, strip.caller_address, strip.title, strip.callback]
    return "\n".join(line for line in lines if line)


def _missed(script: ScriptedCall, draft: Draft) -> tuple[Missed, ...]:
    lines = written(draft).splitlines()
    found = []
    for code, right in script.practice.elements:
        noted = _noted(draft, code)
        if fits(noted, right) or _in_record(lines, right):
            continue
        found.append(Missed(code, right, noted))
    return tuple(found)


def _noted(draft: Draft, code: str) -> str:
    """What stands in the field of an element; name and number of the caller have fields too."""
    if code == "caller_name":
        return draft.name
    given = (dict(matter.elements).get(code, "") for matter in draft.matters)
    return next((answer for answer in given if answer), "")


def _in_record(lines: list[str], right: str) -> bool:
    if len(plain(right)) < _ON_ITS_OWN:
        return False  # „none“ stands anywhere
    return any(holds(line, right) for line in lines) or holds("\n".join(lines), right)


def _verbatim(script: ScriptedCall, draft: Draft) -> tuple[tuple[str, bool], ...]:
    there = plain(written(draft))
    return tuple((one, plain(one) in there) for one in script.practice.verbatim)


# -- the readback ----------------------------------------------------------------------------


def _read_back(script: ScriptedCall, draft: Draft) -> bool | None:
    if not script.readback:
        return None
    return any(
        given.answer in (Answer.CONFIRMED, Answer.CORRECTED, Answer.DECLINED)
        for matter in draft.matters
        for run in matter.readbacks
        for item in run.items
        for given in item.given
    )


def _wrong(script: ScriptedCall, matter: MatterDraft) -> list[WrongAnswer]:
    found = []
    for run in matter.readbacks:
        for item in run.items:
            last = item.given[-1] if item.given else None
            if last is None or last.reason in (REASON_SCOPE, REASON_HUNG_UP):
                continue
            wrong = _checked(script, matter, item, last)
            if wrong is not None:
                found.append(wrong)
    return found


def _checked(
    script: ScriptedCall, matter: MatterDraft, item: Item, given: Given
) -> WrongAnswer | None:
    words = readback.words_of(matter, item, given.target)
    wanted = heard_as(script, item.kind, item.element, words).answer
    return None if wanted is given.answer else WrongAnswer(words, wanted, given.answer)


# -- times -----------------------------------------------------------------------------------


def _times(
    draft: Draft,
    searched_at: datetime | None,
    told_at: datetime | None,
    closed_at: datetime | None,
) -> Times:
    def since(at: datetime | None, start: datetime | None = draft.started_at) -> int | None:
        return None if at is None or start is None else max(0, round((at - start).total_seconds()))

    return Times(
        search_s=since(searched_at),
        told_s=since(told_at),
        talk_s=since(draft.ended_at),
        after_call_s=since(closed_at, draft.ended_at),
    )
