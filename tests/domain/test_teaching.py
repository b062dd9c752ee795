"""What may teach the search, and how much of it: age, voices, privacy."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from operator_desk.domain import facts, teaching
from operator_desk.domain.facts import ERASED
from operator_desk.domain.teaching import FREE, HALF_LIFE, Lesson, faded, weights
from operator_desk.domain.terms import (
    CallClass,
    Direction,
    Entry,
    Mark,
    MatterKind,
    Outcome,
    Secrecy,
    Urgency,
)
from tests.domain.makers import NOON

ANNA, BEN = UUID(int=1), UUID(int=2)
LESSON = Lesson(UUID(int=3), "1380", ("工钱没发",), "law#1", NOON, "A01", ANNA)
COMMON = {"id": UUID(int=9), "at": NOON, "actor": ANNA}
CALL = facts.Call(
    **COMMON, started_at=NOON, local_day=NOON.date(), direction=Direction.IN, entry=Entry.LIVE
)
END = facts.CallEnd(
    **COMMON, call_id=CALL.id, ended_at=NOON, outcome=Outcome.DIRECT_ANSWER,
    call_class=CallClass.INBOUND, counted=True, rule="r", talk_s=60,
)  # fmt: skip
TICKET = facts.Ticket(
    **COMMON, number="n", call_id=CALL.id, matter_id=CALL.id, registered_at=NOON,
    local_day=NOON.date(), kind=MatterKind.REPORT, urgency=Urgency.NORMAL, secrecy=Secrecy.OPEN,
)  # fmt: skip


def test_half_is_left_after_the_half_life_and_nothing_is_more_than_now() -> None:
    assert faded(timedelta()) == faded(-HALF_LIFE) == 1
    assert faded(HALF_LIFE) == pytest.approx(0.5)
    assert faded(2 * HALF_LIFE) == pytest.approx(0.25)


def test_an_old_lesson_counts_less() -> None:
    found = weights([replace(LESSON, at=NOON - HALF_LIFE), LESSON], NOON)
    assert found == pytest.approx([0.5, 1])


def test_no_operator_counts_more_than_the_others_together() -> None:
    many, few = int(4 * FREE), int(2 * FREE)
    found = weights([LESSON] * many + [replace(LESSON, operator=BEN)] * few, NOON)
    assert sum(found[:many]) == pytest.approx(few)
    assert sum(found[many:]) == pytest.approx(few)
    elsewhere = replace(LESSON, operator=BEN, article="law#2")
    assert sum(weights([LESSON] * many + [elsewhere], NOON)[:many]) == pytest.approx(FREE)


def test_no_desk_counts_more_than_the_others_together_where_there_are_several() -> None:
    one = [replace(LESSON, operator=UUID(int=n)) for n in range(60)]
    assert weights(one, NOON) == [1] * 60
    two = [replace(LESSON, operator=UUID(int=100 + n), desk="A02") for n in range(30)]
    found = weights([*one, *two], NOON)
    assert sum(found[:60]) == pytest.approx(30)
    assert sum(found[60:]) == pytest.approx(30)


def may(call: facts.Call = CALL, end: facts.CallEnd | None = END, **more: object) -> bool:
    given = {"kinds": [], "tickets": [], "allowed": False, "crisis": False} | more
    return teaching.may_teach(
        call, end, given["kinds"], given["tickets"],  # type: ignore[arg-type]
        allowed=bool(given["allowed"]), crisis=bool(given["crisis"]),
    )  # fmt: skip


def test_a_call_that_was_answered_may_teach() -> None:
    assert may()
    assert may(tickets=[TICKET], kinds=[MatterKind.REPORT])


def test_what_is_private_or_no_call_at_all_teaches_nothing() -> None:
    for secrecy in (Secrecy.SECRET, Secrecy.ANONYMOUS):
        assert not may(tickets=[TICKET, replace(TICKET, secrecy=secrecy)])
    assert not may(crisis=True)
    assert not may(kinds=[MatterKind.INQUIRY, MatterKind.REPORT])
    assert not may(end=None)
    assert not may(end=replace(END, call_class=CallClass.TEST))


def test_a_played_call_teaches_when_that_was_allowed() -> None:
    played = replace(CALL, entry=Entry.IMPORTED)
    assert not may(played)
    assert may(played, allowed=True)
    assert not may(played, allowed=True, tickets=[replace(TICKET, secrecy=Secrecy.SECRET)])


def statement(line: int, words: str | None) -> facts.Statement:
    """One wording."""
    return facts.Statement(
        **COMMON, matter_id=CALL.id, line=UUID(int=line), n=line, version=1, mark=Mark.GIST,
        typed_at=NOON, words=words,
    )  # fmt: skip


def test_the_newest_wordings_and_the_summary_are_learned_without_names() -> None:
    said = [statement(1, "王小明欠工钱"), statement(2, "旧话"), statement(2, "新话王小明")]
    gone = [statement(3, ERASED), statement(4, "撤回"), statement(4, "")]
    forms = [facts.MatterForm(**COMMON, matter_id=CALL.id, summary=words) for words in "旧要"]
    found = teaching.said_in([*said, *gone], forms, ["王小明", "王"])
    assert found == (" 欠工钱", "新话 ", "要")


def test_a_word_is_common_property_or_comes_from_three_callers() -> None:
    assert teaching.is_learned("工钱", 1, common=True)
    assert teaching.is_learned("黑咕隆咚", 3, common=False)
    assert not teaching.is_learned("黑咕隆咚", 2, common=False)
    for number in ("12345", "3号楼", "第３"):
        assert not teaching.is_learned(number, 9, common=True)
