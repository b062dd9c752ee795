"""The event card in a call: it stands first, two keys report it, none is told by chance."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest

from operator_desk.domain.event_cards import CardText, EventCard
from operator_desk.domain.facts import EventTold, TicketEvent
from operator_desk.domain.phase import Phase
from operator_desk.domain.terms import MatterKind, Outcome, Role
from operator_desk.services.people import Actor
from tests.ui.desk import NUMBER, Desk

pytestmark = pytest.mark.window
LEAD = Actor(UUID(int=8 << 64), "lee", "Lee", (Role.LEAD,))


def published(desk: Desk, **values: Any) -> EventCard:
    text = {
        "title": "湖滨路水管爆裂",
        "words": "正在抢修，预计今晚八点恢复供水。",
        "place": "湖滨路",
        "category": desk.category("停水"),
        "keywords": ("停水",),
    }
    card = desk.services.events.publish(LEAD, CardText(**(text | values)))
    desk.page.events.load()
    return card


def strip(desk: Desk) -> Any:
    return desk.page.events.strip


def shown(desk: Desk) -> None:
    desk.wait(lambda: strip(desk).isVisible())


def test_two_keys_report_the_event_once_more(desk: Desk) -> None:
    card = published(desk)
    desk.take_call("湖滨路停水了。", NUMBER)
    shown(desk)
    desk.press("F7", "2")
    (row,) = desk.tickets()
    assert (row.title, row.place, row.event_card) == (card.title, "湖滨路", card.id)
    assert row.missing == ()
    assert desk.phase is Phase.LISTENING
    assert desk.focus() is desk.page.form.record
    assert len(desk.facts(EventTold)) == 1
    assert row.number in strip(desk)._state.text()
    assert strip(desk)._me_too.isHidden()  # not twice
    desk.press("F12")
    assert desk.call.outcome is Outcome.TICKET
    desk.press("F12")
    (call,) = desk.calls()
    assert (call.counted, call.tickets) == (True, 1)


def test_told_alone_is_a_direct_answer_and_the_same_key_takes_it_back(desk: Desk) -> None:
    published(desk)
    desk.take_call("停水了。")
    shown(desk)
    desk.press("Ctrl+F2")  # the middle column begins with the card
    assert desk.focus() is strip(desk)
    desk.press("F10")
    assert len(desk.matter.standing_events) == 1
    desk.press("1")
    assert desk.matter.standing_events == ()
    desk.press("1", "Escape")
    assert desk.focus() is desk.page.form.record
    desk.press("F12", "F12")
    assert [call.outcome for call in desk.calls()] == [Outcome.DIRECT_ANSWER]
    assert desk.tickets() == []


def test_the_told_key_means_the_card_only_when_the_keys_are_there(desk: Desk) -> None:
    published(desk)
    desk.take_call("停水了。")
    shown(desk)
    desk.press("F10")
    assert desk.matter.events == ()


def test_nothing_is_exchanged_under_the_keys(desk: Desk) -> None:
    card = published(desk)
    desk.take_call("湖滨路停水了。")
    shown(desk)
    desk.press("F7")
    better = published(desk, title="全城停水", keywords=("停水", "湖滨路", "停水了"))
    assert strip(desk).card.id == card.id
    desk.press("1", "Escape")
    assert [one.card_id for one in desk.matter.standing_events] == [card.id]
    desk.press("F7", "3")  # the other one, now that it may be shown
    assert strip(desk).card.id == better.id


def test_a_card_that_does_not_fit_is_not_shown_and_a_solved_one_tells_the_answer(
    desk: Desk,
) -> None:
    card = published(desk)
    desk.take_call("路灯不亮。", NUMBER)
    desk.press("F7")
    assert desk.focus() is desk.page.form.record
    assert strip(desk).isHidden()
    desk.services.events.solve(LEAD, card.id, "供水已恢复。").run()
    desk.page.events.load()
    desk.type("\n停水了。")
    shown(desk)
    assert strip(desk)._say.text() == "供水已恢复。"
    desk.press("F7", "2", "1")
    assert (len(desk.tickets()), len(desk.matter.standing_events)) == (0, 1)


def test_a_ticket_that_is_there_already_joins(desk: Desk) -> None:
    card = published(desk)
    desk.take_call("停水了。", NUMBER)
    desk.choose_category("停水")
    desk.choose_kind(MatterKind.COMPLAINT)
    desk.call.set_strip(title="停水", place="人民路", callback=NUMBER)
    desk.call.register()
    shown(desk)
    desk.press("F7", "2")
    (row,) = desk.tickets()
    assert (row.event_card, desk.matter.event_card) == (card.id, card.id)
    steps = [event.action for event in desk.facts(TicketEvent)]  # type: ignore[attr-defined]
    assert steps == ["register", "join_event"]


def test_after_a_crash_the_card_is_still_told(desk: Desk) -> None:
    card = published(desk)
    desk.take_call("停水了。")
    shown(desk)
    desk.press("F7", "1")
    (kept,) = desk.on_disk()
    assert [one.card_id for one in kept.matter.standing_events] == [card.id]
