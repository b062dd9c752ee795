"""Ranks tickets that may be about the same matter as one that is being registered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from uuid import UUID

from operator_desk.domain.catalogue import area
from operator_desk.domain.proposals import Duplicate, Matter, Near, Reason, TicketMark, Why
from operator_desk.domain.terms import TicketState

_STREET = 9  # signs of a street's code
_TOP = 4
_LEAST = 0.5  # nothing below it is shown
_NEAR = 0.3  # so near must the words be to be named as a reason
_NUMBER, _TEXT = 0.4, 0.9
_APART = 0.2  # what words still count when both places are known and apart


def ranked(
    matter: Matter, near: Sequence[Near], marks: Mapping[UUID, TicketMark]
) -> tuple[Duplicate, ...]:
    """The likeliest first; a ticket that is joined to another stands for that one.

    No ticket of the same call, no withdrawn one. One reason alone is enough only when the words
    are much the same and no other place is known.
    """
    found: dict[UUID, Duplicate] = {}
    joined = Counter(mark.joined_to for mark in marks.values() if mark.joined_to)
    for one in near:
        mark = marks.get(one.id)
        if mark is None or mark.state is TicketState.WITHDRAWN or mark.call_id == matter.call_id:
            continue
        score, reasons = _compared(matter, one, mark)
        shown = marks.get(mark.joined_to, mark) if mark.joined_to else mark
        if score < _LEAST or shown.call_id == matter.call_id:
            continue
        before = found.get(shown.id)
        if before is None or before.score < score:
            found[shown.id] = Duplicate(shown, score, reasons, joined[shown.id])
    order = sorted(found.values(), key=lambda one: (-one.score, one.ticket.number))
    return tuple(sorted(order, key=lambda one: not one.ticket.open))


def _compared(matter: Matter, near: Near, mark: TicketMark) -> tuple[float, tuple[Reason, ...]]:
    score, reasons = 0.0, []
    if near.number and not mark.hidden:
        score += _NUMBER
        reasons.append(Reason(Why.NUMBER))
    place = _place(matter, mark)
    if place > 0:
        score += place
        reasons.append(Reason(Why.PLACE))
    category = _category(matter, mark)
    if category:
        score += category
        reasons.append(Reason(Why.CATEGORY, (("category", mark.category or ""),)))
    if not mark.hidden and near.text >= _NEAR:
        score += _TEXT * near.text * (_APART if place < 0 else 1.0)
        reasons.append(Reason(Why.TEXT, (("share", str(round(100 * near.text))),)))
    return score, tuple(reasons)


def _place(matter: Matter, mark: TicketMark) -> float:
    """How much the places agree; below 0: both are known, and they are apart."""
    if not matter.place_code or not mark.place_code:
        return 0.0
    own, other = area(matter.place_code), area(mark.place_code)
    if own == other and len(own) > _STREET:
        return 0.4
    if own[:_STREET] == other[:_STREET] and len(own) >= _STREET <= len(other):
        return 0.3 if min(len(own), len(other)) == _STREET else 0.15
    return 0.0 if own.startswith(other) or other.startswith(own) else -1.0


def _category(matter: Matter, mark: TicketMark) -> float:
    if not matter.category or not mark.category:
        return 0.0
    if matter.category == mark.category:
        return 0.25
    return 0.15 if matter.category[:_TOP] == mark.category[:_TOP] else 0.0
