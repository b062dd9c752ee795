"""What a seal covers: every item of a matter's record that no seal before has covered."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from operator_desk.domain import readback
from operator_desk.domain.draft import Given, Item, Line, MatterDraft
from operator_desk.domain.facts import Fact, MatterForm, ReadbackAnswer, Statement
from operator_desk.domain.terms import (
    REASON_NOT_BEGUN,
    REASON_NOT_NEEDED,
    REASON_SCOPE,
    Answer,
    ItemKind,
    Mode,
    Scope,
)

HashOf = Callable[[type[Fact], UUID], str]


def default_reason(matter: MatterDraft) -> str:
    """Why an item without any answer was not read: outside the readback, not needed, not begun."""
    if matter.readbacks:
        return REASON_SCOPE
    return REASON_NOT_NEEDED if matter.standing_told and not matter.ticket else REASON_NOT_BEGUN


def scope_and_mode(matter: MatterDraft) -> tuple[Scope, Mode]:
    """Scope and mode of the last readback; the defaults when there was none."""
    last = matter.readback
    return (last.scope, last.mode) if last else (Scope.GIST, Mode.MANUAL)


def items(
    matter: MatterDraft, hash_of: HashOf, sealed: set[tuple[str, str]]
) -> list[dict[str, Any]]:
    """The items to seal, each with the content hashes of its rows.

    `matter` is frozen and stored; `sealed` holds (row, answer row) of earlier seals.
    """
    found = []
    for item in readback.all_items(matter):
        row, given = readback.target(matter, item), final_answer(matter, item)
        if (str(row), str(given.id) if given else "") not in sealed:
            found.append(_item(matter, item, row, given, hash_of))
    return found


def _item(
    matter: MatterDraft, item: Item, row: UUID, given: Given | None, hash_of: HashOf
) -> dict[str, Any]:
    cls: type[Fact] = Statement if item.kind is ItemKind.STATEMENT else MatterForm
    made: dict[str, Any] = {"kind": item.kind.value, "row": str(row), "hash": hash_of(cls, row)}
    if item.element:
        made["element"] = item.element
    if given is None:
        made["answer"], made["reason"] = Answer.NOT_READ.value, default_reason(matter)
        return made
    made["answer"] = given.answer.value
    if given.reason:
        made["reason"] = given.reason
    made["answer_row"] = str(given.id)
    made["answer_hash"] = hash_of(ReadbackAnswer, given.id)
    return made


def final_answer(matter: MatterDraft, item: Item) -> Given | None:
    """How an item has ended, over all readbacks.

    A wording that came from a correction has ended as *corrected*, whatever was said to it
    when it was read again; the answer to that stands in its own row.
    """
    answers = [
        given
        for one in matter.readbacks
        for read in one.items
        if readback.key(read) == readback.key(item)
        for given in read.given
    ]
    corrected = [one for one in answers if one.answer is Answer.CORRECTED]
    present = readback.target(matter, item)
    for given in corrected:
        if given.corrected_to == present:
            return given
    own = [one for one in answers if _same_wording(matter, item, one)]
    caller_said = [one for one in own if one.answer is not Answer.NOT_READ]
    standing = caller_said or own
    return standing[-1] if standing else None


def answer_of_line(matter: MatterDraft, line: Line) -> Answer | None:
    """How the present wording of a statement has ended so far; None: not read back yet."""
    if not line.versions or line.versions[-1].words != line.words:
        return None
    given = final_answer(matter, Item(kind=ItemKind.STATEMENT, line=line.id))
    return given.answer if given is not None else None


def _same_wording(matter: MatterDraft, item: Item, given: Given) -> bool:
    if given.answer is Answer.CORRECTED:
        return False
    present = readback.words_of(matter, item, readback.target(matter, item))
    return readback.words_of(matter, item, given.target) == present
