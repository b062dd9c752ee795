"""Calls: begun, ended, corrected, closed, found again."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from operator_desk.domain import call_flow, facts
from operator_desk.domain.draft import Draft
from operator_desk.domain.errors import UserError
from operator_desk.domain.terms import (
    CallClass,
    Direction,
    Entry,
    MatterKind,
    Outcome,
    Purpose,
    Secrecy,
)
from operator_desk.domain.views import CallRow
from operator_desk.services.ports import CallQuery, Head
from tests.services.desk import Desk

NUMBER = "138 0000 2206"


def head(desk: Desk) -> Head:
    with desk.store.read() as tx:
        return tx.head()


def row(desk: Desk) -> CallRow:
    ((found, _matters),) = desk.services.calls.rows(CallQuery())
    return found


def test_a_begun_call_is_stored_when_it_is_opened(desk: Desk) -> None:
    draft = desk.begun(number=NUMBER)
    assert desk.services.calls.rows(CallQuery()) == []
    desk.services.calls.open(draft)
    after = head(desk)
    desk.services.calls.open(draft)
    assert head(desk) == after
    shown = row(desk)
    assert (shown.id, shown.operator, shown.outcome) == (draft.call_id, desk.anna.staff_id, None)
    assert shown.local_day == desk.profile.local_day(draft.started_at)


def test_an_after_call_entry_began_when_the_paper_says(desk: Desk) -> None:
    at = desk.clock.now() - timedelta(hours=30)
    draft = desk.services.calls.begin(desk.anna, entry=Entry.AFTER_CALL, started_at=at)
    desk.services.calls.open(draft)
    shown = row(desk)
    assert (shown.started_at, shown.entry) == (at, Entry.AFTER_CALL)
    assert shown.local_day == desk.profile.local_day(at)


def test_a_running_call_cannot_be_ended_or_closed(desk: Desk) -> None:
    draft = desk.begun("在说话。")
    with pytest.raises(UserError, match="still running"):
        desk.services.calls.end(draft)
    with pytest.raises(UserError, match="still running"):
        desk.services.calls.close(draft)
    assert head(desk).n == 0


def test_an_end_stores_record_seal_and_outcome(desk: Desk) -> None:
    draft = desk.ended(desk.begun("水管爆了。", "没人管。", number=NUMBER), seconds=75)
    shown = row(desk)
    assert (shown.outcome, shown.talk_s) == (Outcome.TO_REGISTER, 75)
    assert shown.ended_at == draft.started_at + timedelta(seconds=75)
    assert (shown.number, shown.number_key) == (NUMBER, "13800002206")
    assert (shown.call_class, shown.rule, shown.counted) == (CallClass.INBOUND, "inbound", True)
    (matter,) = desk.services.calls.rows(CallQuery())[0][1]
    assert (matter.id, matter.seals) == (draft.matter.id, 1)
    assert len(draft.matter.seals) == 1
    with desk.store.read() as tx:
        words = [one.words for one in tx.find(facts.Statement)]
    assert words == ["水管爆了。", "没人管。"]


def test_a_silent_call_has_neither_matter_nor_seal(desk: Desk) -> None:
    draft = desk.ended(desk.begun(number=""))
    shown = row(desk)
    assert (shown.outcome, shown.counted, shown.matters) == (Outcome.SILENT, False, 0)
    assert (shown.number, draft.matter.seals) == (None, ())


def test_the_same_end_twice_adds_nothing(desk: Desk) -> None:
    draft = desk.hung_up(desk.begun("水管爆了。"))
    first = desk.services.calls.end(draft)
    after = head(desk)
    again = desk.services.calls.end(draft)
    assert head(desk) == after
    assert (again.end, again.seals) == (first.end, ())


def test_another_outcome_corrects_the_first(desk: Desk) -> None:
    draft = desk.ended(desk.begun("打错了。"))
    first = draft.ends[-1]
    desk.ended(draft, Outcome.WRONG_NUMBER)
    shown = row(desk)
    assert (shown.outcome, shown.rule, shown.counted) == (
        Outcome.WRONG_NUMBER,
        "wrong_number",
        False,
    )
    with desk.store.read() as tx:
        ends = tx.find(facts.CallEnd)
    assert [(end.outcome, end.corrects) for end in ends] == [
        (Outcome.TO_REGISTER, None),
        (Outcome.WRONG_NUMBER, first.id),
    ]


def test_a_correction_back_holds(desk: Desk) -> None:
    draft = desk.ended(desk.begun("打错了。"))
    for outcome in (Outcome.WRONG_NUMBER, Outcome.TO_REGISTER, Outcome.NUISANCE):
        draft = desk.ended(draft, outcome)
        assert row(desk).outcome is outcome
    assert len(draft.ends) == 4


def test_the_last_correction_holds_when_the_clock_was_put_back(desk: Desk) -> None:
    draft = desk.ended(desk.begun("打错了。"))
    for outcome in (Outcome.WRONG_NUMBER, Outcome.NUISANCE, Outcome.SILENT):
        desk.clock.skip(hours=-1)
        draft = desk.ended(draft, outcome)
        assert row(desk).outcome is outcome
        assert desk.services.calls.reconciled(draft).ends[-1].outcome is outcome


def test_guiding_somewhere_else_is_a_correction(desk: Desk) -> None:
    draft = desk.ended(replace(desk.begun("外地的事。"), guided_to="合肥"), Outcome.GUIDED)
    desk.ended(replace(draft, guided_to="芜湖"), Outcome.GUIDED)
    assert row(desk).guided_to == "芜湖"


def classed(desk: Desk, words: str, outcome: Outcome, seconds: int, **given: Any) -> CallRow:
    draft = desk.services.calls.begin(desk.anna, number=NUMBER, **given)
    if words:
        draft = desk.edited(draft, words)
    desk.ended(draft, outcome, seconds)
    return row(desk)


@pytest.mark.parametrize(
    ("given", "words", "outcome", "seconds", "call_class", "counted"),
    [
        ({}, "路灯。", Outcome.DIRECT_ANSWER, 60, CallClass.INBOUND, True),
        ({}, "路灯。", Outcome.DROPPED, 3, CallClass.INBOUND, True),
        ({}, "", Outcome.DROPPED, 5, CallClass.FAULT, False),
        ({}, "", Outcome.DROPPED, 6, CallClass.INBOUND, False),
        ({}, "", Outcome.SILENT, 20, CallClass.INBOUND, False),
        ({}, "骂人。", Outcome.NUISANCE, 20, CallClass.INBOUND, False),
        ({"purpose": Purpose.TEST}, "试。", Outcome.DIRECT_ANSWER, 9, CallClass.TEST, False),
        (
            {"purpose": Purpose.SECOND_CALL},
            "进度。",
            Outcome.DIRECT_ANSWER,
            9,
            CallClass.SECOND_CALL,
            True,
        ),
        (
            {"purpose": Purpose.CALLBACK, "direction": Direction.OUT},
            "",
            Outcome.SILENT,
            9,
            CallClass.CALLBACK,
            False,
        ),
        (
            {"purpose": Purpose.FOLLOW_UP, "direction": Direction.OUT},
            "满意。",
            Outcome.DIRECT_ANSWER,
            9,
            CallClass.FOLLOW_UP,
            True,
        ),
        (
            {"entry": Entry.AFTER_CALL},
            "路灯。",
            Outcome.TO_REGISTER,
            9,
            CallClass.AFTER_CALL_ENTRY,
            True,
        ),
        ({"direction": Direction.OUT}, "通知。", Outcome.TRANSFERRED, 9, CallClass.CALLBACK, True),
    ],
)
def test_class_and_count_come_from_the_profile(
    desk: Desk,
    given: dict[str, Any],
    words: str,
    outcome: Outcome,
    seconds: int,
    call_class: CallClass,
    counted: bool,
) -> None:
    shown = classed(desk, words, outcome, seconds, **given)
    assert (shown.call_class, shown.counted) == (call_class, counted)
    rule = next(rule for rule in desk.profile.classing if rule.id == shown.rule)
    assert (rule.call_class, rule.counted) == (call_class, counted)


def test_a_day_without_rules_is_named_and_nothing_is_stored(desk: Desk) -> None:
    at = desk.clock.now().replace(year=2001)
    draft = desk.services.calls.begin(desk.anna, started_at=at)
    with pytest.raises(UserError, match="2001-11-23"):
        desk.services.calls.end(desk.hung_up(draft))
    assert head(desk).n == 0


def test_after_call_work_is_closed_once(desk: Desk) -> None:
    draft = desk.ended(desk.begun("路灯。"))
    assert row(desk).after_call_s is None
    assert draft.ended_at is not None
    desk.services.calls.close(draft, draft.ended_at + timedelta(seconds=42))
    after = head(desk)
    desk.services.calls.close(draft, draft.ended_at + timedelta(seconds=99))
    assert (row(desk).after_call_s, head(desk)) == (42, after)


def test_after_call_work_is_never_negative(desk: Desk) -> None:
    draft = desk.ended(desk.begun("路灯。"))
    assert draft.ended_at is not None
    desk.services.calls.close(draft, draft.ended_at - timedelta(seconds=5))
    assert row(desk).after_call_s == 0


def test_calls_to_register_are_the_operators_own(desk: Desk) -> None:
    desk.ended(desk.begun("安娜的。"))
    desk.ended(desk.begun("本的。", actor=desk.ben))
    silent = desk.ended(desk.begun())
    (found,) = desk.services.calls.to_register(desk.anna)
    assert found.operator == desk.anna.staff_id
    desk.ended(silent, Outcome.TO_REGISTER)
    assert [one.id for one in desk.services.calls.to_register(desk.anna)] == [
        silent.call_id,
        found.id,
    ]


def test_rows_bring_every_call_with_its_own_matters(desk: Desk) -> None:
    one = desk.ended(two_matters(desk))
    desk.ended(desk.begun("另一个。"))
    newest, first = desk.services.calls.rows(CallQuery())
    assert [matter.n for matter in first[1]] == [1, 2]
    assert {matter.call_id for matter in first[1]} == {one.call_id}
    assert len(newest[1]) == 1


def two_matters(desk: Desk) -> Draft:
    draft = call_flow.next_matter(desk.begun("第一件。"), desk.stamp())
    return desk.edited(draft, "第二件。")


def test_history_is_found_in_every_spelling_of_a_number(desk: Desk) -> None:
    draft = desk.ended(desk.registered(desk.filled(number="+86 138-0000-2206")))
    found = desk.services.calls.history("013800002206")
    assert [call.id for call in found.calls] == [draft.call_id]
    assert [matter.id for matter in found.matters] == [draft.matter.id]
    # The ticket is found by the callback that was given for it, not by the number called from.
    assert found.tickets == ()
    by_callback = desk.services.calls.history("0551 6288 1234")
    assert [one.number for one in by_callback.tickets] == [draft.matter.ticket.number]


def test_history_comes_newest_first_and_stops_at_the_limit(desk: Desk) -> None:
    calls = [desk.ended(desk.begun("又来电。")).call_id for _ in range(4)]
    found = desk.services.calls.history("13800002206", limit=3)
    assert [call.id for call in found.calls] == calls[:0:-1]
    assert {matter.call_id for matter in found.matters} == set(calls[1:])


@pytest.mark.parametrize("number", ["", " ", "--"])
def test_a_withheld_number_has_no_history(desk: Desk, number: str) -> None:
    desk.ended(desk.begun("无号码。", number=number))
    found = desk.services.calls.history(number)
    assert (found.calls, found.matters, found.tickets) == ((), (), ())


def test_an_anonymous_matter_is_not_found_by_the_number(desk: Desk) -> None:
    draft = desk.filled(MatterKind.REPORT)
    strip = replace(draft.matter.strip, secrecy=Secrecy.ANONYMOUS, callback="")
    draft = desk.registered(draft.with_matter(replace(draft.matter, strip=strip)))
    open_one = desk.ended(desk.begun("另一个。"))
    desk.ended(draft)
    found = desk.services.calls.history("13800002206")
    assert found.tickets == ()
    assert [matter.id for matter in found.matters] == [open_one.matter.id]


def test_a_recovered_call_learns_what_was_stored(desk: Desk) -> None:
    draft = desk.filled()
    recovered = desk.hung_up(draft)
    stored = desk.ended(desk.registered(recovered))
    assert desk.services.calls.reconciled(recovered) == stored


def test_a_recovered_call_of_which_nothing_was_stored_stays(desk: Desk) -> None:
    draft = desk.begun("刚开始。")
    assert desk.services.calls.reconciled(draft) == draft


def test_a_ticket_that_the_window_has_not_heard_of_makes_the_call_a_ticket_call(desk: Desk) -> None:
    draft = desk.filled()
    desk.registered(draft)  # its answer comes too late
    assert desk.services.calls.finish(desk.hung_up(draft), desk.clock.now()) is Outcome.TICKET
    assert (row(desk).outcome, row(desk).tickets) == (Outcome.TICKET, 1)


def test_a_chosen_outcome_is_what_a_call_finishes_with(desk: Desk) -> None:
    draft = replace(desk.hung_up(desk.begun("打错了。")), chosen=Outcome.WRONG_NUMBER)
    assert desk.services.calls.finish(draft, desk.clock.now()) is Outcome.WRONG_NUMBER


def test_calls_that_wait_tell_themselves_apart_by_their_words(desk: Desk) -> None:
    desk.ended(desk.begun("路灯不亮。", "三天了。"))
    second = desk.begun("说了很多。")
    desk.ended(second.with_matter(replace(second.matter, summary="退费")))
    third = call_flow.next_matter(desk.registered(desk.filled()), desk.stamp())
    desk.ended(desk.edited(third, "还有一件。"))
    nothing = desk.ended(desk.begun(), Outcome.TO_REGISTER)
    found = desk.services.calls.waiting(desk.anna)
    assert [one.words for one in found] == ["", "还有一件。", "退费", "路灯不亮。"]
    assert found[0].call.id == nothing.call_id
    assert desk.services.calls.waiting(desk.ben) == []


def test_a_corrected_first_statement_is_shown_in_its_new_wording(desk: Desk) -> None:
    draft = desk.frozen(desk.begun("路登不亮。"))
    desk.services.records.save(draft)
    desk.ended(desk.frozen(desk.edited(draft, "路灯不亮。")))
    (one,) = desk.services.calls.waiting(desk.anna)
    assert one.words == "路灯不亮。"


def test_a_call_is_closed_once_the_store_says_so_and_open_again_when_gone_on_with(
    desk: Desk,
) -> None:
    draft = desk.hung_up(desk.begun("路灯不亮。"))
    calls = desk.services.calls
    assert not calls.is_closed(draft)
    calls.finish(draft, desk.clock.now())
    assert calls.is_closed(draft)
    assert not calls.is_closed(calls.reopened(draft.call_id, {}))
