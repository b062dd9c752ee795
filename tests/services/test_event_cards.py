"""Event cards: published by a lead, told in calls, joined in one transaction, solved for all."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

import pytest

from operator_desk.domain import call_flow, event_told
from operator_desk.domain.draft import Draft
from operator_desk.domain.errors import UserError
from operator_desk.domain.event_cards import CardState, CardText, EventCard
from operator_desk.domain.facts import (
    EventCardVersion,
    EventRuling,
    EventTold,
    Ticket,
    TicketEvent,
)
from operator_desk.domain.state import from_state, to_state
from operator_desk.domain.terms import CallClass, MatterKind, Outcome, Role, TicketState
from operator_desk.services.event_cards import CardWhole
from operator_desk.services.people import Actor
from operator_desk.services.ports import CallQuery
from tests.services.desk import Desk

LEAD = Actor(UUID(int=8 << 64), "lee", "Lee", (Role.LEAD,))
EDITOR = Actor(UUID(int=7 << 64), "ed", "Ed", (Role.EDITOR,))
ANSWER = "供水已恢复。"


def text(desk: Desk, **values: object) -> CardText:
    category = desk.profile.categories.leaves()[0].code
    made = CardText(
        title="湖滨路水管爆裂",
        words="正在抢修，预计今晚八点恢复供水。",
        place="湖滨路",
        category=category,
        keywords=("停水",),
    )
    return replace(made, **values)  # type: ignore[arg-type]


def card(desk: Desk) -> EventCard:
    return desk.services.events.publish(LEAD, text(desk))


def reported(desk: Desk, one: EventCard, number: str = "13800002206") -> Draft:
    """A running call in which the event was reported once more."""
    draft = desk.begun("停水了。", number=number)
    draft = event_told.me_too(desk.profile, draft, one, desk.stamp())
    return desk.registered(draft)


def whole(desk: Desk, one: EventCard) -> CardWhole:
    return desk.services.events.show(one.id)


def rows(desk: Desk, cls: type) -> list:
    with desk.store.read() as tx:
        return tx.find(cls)


# -- the card ----------------------------------------------------------------------------


def test_a_lead_publishes_changes_and_withdraws_a_card(desk: Desk) -> None:
    events, one = desk.services.events, card(desk)
    assert one.state_at(desk.clock.now()) is CardState.RUNNING
    assert [shown.id for shown in events.shown().cards] == [one.id]
    later = text(desk, words="预计明早恢复。")
    two = events.change(LEAD, one.id, later, one.version_id)
    assert two.text.words == "预计明早恢复。"
    assert events.change(LEAD, one.id, two.text).version_id == two.version_id
    with pytest.raises(UserError, match="meanwhile"):
        events.change(LEAD, one.id, later, one.version_id)
    events.withdraw(LEAD, one.id, two.version_id)
    assert events.shown().cards == ()
    assert events.rows(closed=False) == []
    assert [row.step for row in whole(desk, one).versions] == ["published", "changed", "withdrawn"]
    for again in (
        lambda: events.change(LEAD, one.id, later),
        lambda: events.solve(LEAD, one.id, ANSWER),
        lambda: events.join(LEAD, one.id, []),
    ):
        with pytest.raises(UserError, match="withdrawn"):
            again()
    with pytest.raises(UserError, match="no such event card"):
        events.show(UUID(int=1))


def test_only_a_lead_publishes_and_what_it_names_must_exist(desk: Desk) -> None:
    events = desk.services.events
    for actor in (EDITOR, desk.anna):
        with pytest.raises(UserError, match="needs the role lead"):
            events.publish(actor, text(desk))
    for wrong, said in ((text(desk, category="99"), "category"), (text(desk, unit="x"), "unit")):
        with pytest.raises(UserError, match=f"no {said}"):
            events.publish(LEAD, wrong)
    assert rows(desk, EventCardVersion) == []


# -- told --------------------------------------------------------------------------------


def test_a_told_card_is_a_direct_answer_and_can_be_taken_back(desk: Desk) -> None:
    one = card(desk)
    draft = event_told.told(desk.begun("停水了。"), one, desk.stamp())
    assert call_flow.proposed_outcome(draft) is Outcome.DIRECT_ANSWER
    draft = desk.frozen(from_state(Draft, to_state(draft)))  # as the journal gives it back
    records = desk.services.records
    assert records.save(draft) > 0
    assert records.save(draft) == 0
    assert whole(desk, one).row.told == 1
    back = event_told.told(draft, one, desk.stamp())
    assert call_flow.proposed_outcome(back) is Outcome.TO_REGISTER
    records.save(back)
    assert [row.taken_back for row in rows(desk, EventTold)] == [False, True]
    assert whole(desk, one).row.told == 0


def test_a_call_that_was_opened_again_knows_what_was_told(desk: Desk) -> None:
    one = card(desk)
    draft = event_told.told(desk.begun("停水了。"), one, desk.stamp())
    ended = desk.ended(draft, Outcome.TO_REGISTER)
    again = desk.services.calls.reopened(ended.call_id, {})
    assert again.matter.events == ended.matter.events
    assert again.matter.settled


# -- one more report ---------------------------------------------------------------------


def test_one_more_report_is_a_ticket_from_the_card_in_a_counted_call(desk: Desk) -> None:
    one = card(desk)
    draft = reported(desk, one)
    (row,) = whole(desk, one).tickets
    assert (row.number, row.event_card) == (draft.matter.ticket.number, one.id)  # type: ignore[union-attr]
    assert (row.title, row.place, row.category) == (one.title, "湖滨路", one.text.category)
    assert (row.state, row.missing) == (TicketState.REGISTERED, ())
    assert [event.action for event in rows(desk, TicketEvent)] == ["register", "join_event"]
    desk.ended(draft)
    (call,) = desk.services.calls.rows(CallQuery())[0][:1]
    assert (call.outcome, call.call_class, call.counted) == (
        Outcome.TICKET,
        CallClass.INBOUND,
        True,
    )
    assert (whole(desk, one).row.told, whole(desk, one).row.joined) == (1, 1)


def test_a_call_that_was_opened_again_knows_what_its_ticket_reports(desk: Desk) -> None:
    one = card(desk)
    ended = desk.ended(reported(desk, one))
    assert desk.services.calls.reopened(ended.call_id, {}).matter.event_card == one.id


def test_what_the_caller_gave_stands_and_what_the_rule_misses_is_listed(desk: Desk) -> None:
    one = card(desk)
    draft = desk.begun("停水了。", number="")
    mine = replace(draft.matter, kind=MatterKind.COMPLAINT)
    mine = replace(mine, strip=replace(mine.strip, place="人民路 3 号", title="停水"))
    desk.registered(event_told.me_too(desk.profile, draft.with_matter(mine), one, desk.stamp()))
    (row,) = whole(desk, one).tickets
    assert (row.kind, row.place, row.title) == (MatterKind.COMPLAINT, "人民路 3 号", "停水")
    assert row.missing == ("callback",)


def test_registering_twice_gives_one_ticket_and_one_step(desk: Desk) -> None:
    one = card(desk)
    draft = reported(desk, one)
    desk.services.tickets.register(draft, draft.matter.id)
    assert (len(rows(desk, Ticket)), len(rows(desk, TicketEvent))) == (1, 2)


def test_registered_tickets_join_an_event_once(desk: Desk) -> None:
    one, events = card(desk), desk.services.events
    ticket = desk.registered(desk.filled()).matter.ticket
    assert ticket is not None
    assert events.join(desk.anna, one.id, [ticket.number, ticket.number]) == [ticket.number]
    assert events.join(LEAD, one.id, [ticket.number]) == []
    assert [row.number for row in whole(desk, one).tickets] == [ticket.number]
    with pytest.raises(UserError, match="no ticket"):
        events.join(LEAD, one.id, ["x"])
    with pytest.raises(UserError, match="needs the role"):
        events.join(EDITOR, one.id, [ticket.number])


# -- solved ------------------------------------------------------------------------------


def test_one_answer_reaches_every_open_ticket(desk: Desk) -> None:
    one, events = card(desk), desk.services.events
    for number in ("13800002206", "13800002207"):
        reported(desk, one, number)
    solving = events.solve(LEAD, one.id, ANSWER).run()
    assert (solving.answered, solving.left) == (2, [])
    found = whole(desk, one)
    assert {row.state for row in found.tickets} == {TicketState.ANSWERED}
    assert solving.to_call == [row.number for row in reversed(found.tickets) if row.wants_reply]
    answers = [event for event in rows(desk, TicketEvent) if event.action == "answer_joint"]
    assert {(event.note, event.ref, event.actor) for event in answers} == {
        (ANSWER, one.id, LEAD.staff_id)
    }
    (shown,) = events.shown().cards
    assert shown.to_say == ANSWER
    desk.clock.skip(hours=25)
    assert events.shown().cards == ()
    with pytest.raises(UserError, match="another answer"):
        events.solve(LEAD, one.id, "别的")
    with pytest.raises(UserError, match="Say what"):
        events.solve(LEAD, one.id, " ")


@pytest.mark.parametrize("killed_after", range(4))
def test_a_broken_off_answer_goes_on_and_adds_nothing_twice(desk: Desk, killed_after: int) -> None:
    one, events = card(desk), desk.services.events
    for number in range(3):
        reported(desk, one, f"1380000220{number}")
    solving = events.solve(LEAD, one.id, ANSWER)
    solving._size = 1
    for _ in range(killed_after):
        solving._size = 1
        solving.step()
    events.solve(LEAD, one.id, ANSWER).run()
    events.solve(LEAD, one.id, ANSWER).run()
    answers = [event for event in rows(desk, TicketEvent) if event.action == "answer_joint"]
    assert len({event.ticket_id for event in answers}) == len(answers) == 3
    assert sum(row.step == "solved" for row in rows(desk, EventCardVersion)) == 1
    assert len(rows(desk, EventRuling)) == len(rows(desk, TicketEvent))


def test_a_report_that_came_late_is_answered_when_it_is_solved_again(desk: Desk) -> None:
    one, events = card(desk), desk.services.events
    events.solve(LEAD, one.id, ANSWER).run()
    reported(desk, one)  # of a desk that had not heard of it
    assert whole(desk, one).row.open == 1
    assert events.solve(LEAD, one.id, ANSWER).run().answered == 1
    assert whole(desk, one).row.open == 0
