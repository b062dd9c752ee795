"""The flow of a call: told, outcome, matters, end."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from operator_desk.domain import call_flow, fact_rows, facts
from operator_desk.domain.draft import EndDraft, SealDraft, TicketDraft
from operator_desk.domain.terms import Outcome
from tests.domain.makers import Ticking, draft

VERSION = UUID(int=77)


def told(ticking, running, key="law#1"):
    return call_flow.told(running, key, VERSION, "title", ticking.stamp())


def ticketed(running):
    ticket = TicketDraft(id=UUID(int=9), number="20261123-A01-0001", at=running.started_at)
    return running.with_matter(replace(running.matter, ticket=ticket))


@pytest.mark.parametrize(
    ("words", "is_told", "has_ticket", "outcome"),
    [
        ((), False, False, Outcome.SILENT),
        (("一",), False, False, Outcome.TO_REGISTER),
        (("一",), True, False, Outcome.DIRECT_ANSWER),
        ((), True, False, Outcome.DIRECT_ANSWER),
        (("一",), False, True, Outcome.TICKET),
        (("一",), True, True, Outcome.TICKET),
    ],
)
def test_the_outcome_is_preselected(words, is_told, has_ticket, outcome):
    ticking = Ticking()
    running = draft(ticking, *words)
    running = told(ticking, running) if is_told else running
    running = ticketed(running) if has_ticket else running
    assert call_flow.proposed_outcome(running) is outcome


def test_a_matter_without_ticket_or_answer_is_not_lost_beside_one_with():
    ticking = Ticking()
    running = call_flow.next_matter(ticketed(draft(ticking, "一")), ticking.stamp())
    assert call_flow.proposed_outcome(running) is Outcome.TICKET
    from operator_desk.domain import record

    running = running.with_matter(record.edited(running.matter, ["二"], ticking.stamp()))
    assert call_flow.proposed_outcome(running) is Outcome.TO_REGISTER


def test_told_again_takes_it_back_and_both_are_facts():
    ticking = Ticking()
    running = told(ticking, told(ticking, draft(ticking)))
    assert running.matter.standing_told == ()
    rows = [row for row in fact_rows.rows(running) if isinstance(row, facts.Told)]
    assert [row.taken_back for row in rows] == [False, True]
    assert rows[1].corrects == rows[0].id


def test_the_next_matter_keeps_the_place_and_nothing_else():
    ticking = Ticking()
    running = draft(ticking, "一")
    strip = replace(running.matter.strip, place="学府路26号", title="停水", callback="123")
    running = running.with_matter(replace(running.matter, strip=strip))
    after = call_flow.next_matter(running, ticking.stamp())
    assert after.current == 1
    assert (after.matter.n, after.matter.lines) == (2, ())
    assert (after.matter.strip.place, after.matter.strip.title) == ("学府路26号", "")


def test_blanks_around_number_and_name_are_no_change():
    ticking = Ticking()
    once = call_flow.frozen_caller(draft(ticking), ticking.stamp())
    wider = replace(once, number=f" {once.number} ", name="  ")
    assert call_flow.frozen_caller(wider, ticking.stamp()).callers == once.callers


def test_a_call_that_ends_before_it_began_lasted_no_time():
    ticking = Ticking()
    running = draft(ticking)
    assert call_flow.talk_s(running) == 0
    early = call_flow.hung_up(running, running.started_at - timedelta(seconds=9), ticking.stamp())
    assert call_flow.talk_s(early) == 0
    late = call_flow.hung_up(running, running.started_at + timedelta(seconds=61), ticking.stamp())
    assert call_flow.talk_s(late) == 61


def test_an_end_is_acknowledged_once():
    ticking = Ticking()
    running = draft(ticking, "一")
    end = EndDraft(id=UUID(int=5), at=ticking.now(), outcome=Outcome.TO_REGISTER)
    once = call_flow.with_end(running, end)
    assert call_flow.with_end(once, end) == once
    seal = SealDraft(id=UUID(int=6), number=1, part=0, at=ticking.now())
    sealed = call_flow.with_end(once, end, [(running.matter.id, seal)])
    assert sealed.matter.seals == (seal,)
    assert call_flow.with_seal(sealed, running.matter.id, seal) == sealed
    assert call_flow.with_seal(sealed, UUID(int=99), seal) == sealed


def test_the_caller_is_frozen_only_when_something_changed():
    ticking = Ticking()
    once = call_flow.frozen_caller(draft(ticking), ticking.stamp())
    assert len(once.callers) == 1
    assert call_flow.frozen_caller(once, ticking.stamp()) == once
    renamed = call_flow.frozen_caller(replace(once, name="王女士"), ticking.stamp())
    first, second = [row for row in fact_rows.rows(renamed) if isinstance(row, facts.Caller)]
    assert second.corrects == first.id


def test_a_summary_or_an_element_alone_is_something_to_register():
    ticking = Ticking()
    for change in ({"summary": "退款"}, {"elements": (("paid", "6300元"),)}):
        running = draft(ticking)
        running = running.with_matter(replace(running.matter, **change))
        assert call_flow.proposed_outcome(running) is Outcome.TO_REGISTER
        assert call_flow.has_record(running)
        assert call_flow.proposed_outcome(told(ticking, running)) is Outcome.DIRECT_ANSWER


def test_guiding_settles_one_matter_and_no_more():
    ticking = Ticking()
    running = replace(draft(ticking, "外地的事。"), guided_to="057112345")
    assert call_flow.proposed_outcome(running) is Outcome.GUIDED
    two = call_flow.next_matter(running, ticking.stamp())
    assert call_flow.proposed_outcome(two) is Outcome.GUIDED
    two = two.with_matter(replace(two.matter, summary="本地的事"))
    assert call_flow.proposed_outcome(two) is Outcome.TO_REGISTER
    assert call_flow.proposed_outcome(ticketed(two)) is Outcome.TICKET


def test_the_last_sign_of_a_call_is_its_last_row_of_any_kind():
    ticking = Ticking()
    running = draft(ticking, "一", "二")
    empty = draft(ticking)
    assert call_flow.last_sign(empty) == empty.started_at
    typed = running.matter.lines[-1].typed_at
    assert call_flow.last_sign(running) == typed
    running = told(ticking, running)
    assert call_flow.last_sign(running) == running.matter.told[0].at
