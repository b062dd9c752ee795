"""Several matters in one call: each its own record, ticket and seal; one call in the counter."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPushButton

from operator_desk.domain import facts
from operator_desk.domain.phase import Phase
from operator_desk.domain.terms import Answer, Outcome
from tests.ui.desk import NUMBER, Desk

pytestmark = pytest.mark.window


def two_matters(desk: Desk) -> None:
    desk.take_call("路灯不亮。", NUMBER)
    desk.fill_strip()
    desk.press("Shift+F2")
    desk.type("楼道里停水。")


def test_the_next_matter_keeps_the_place_and_has_its_own_record(desk: Desk) -> None:
    two_matters(desk)
    assert [[line.words for line in one.lines] for one in desk.draft.matters] == [
        ["路灯不亮。"],
        ["楼道里停水。"],
    ]
    assert (desk.matter.strip.place, desk.matter.strip.title) == ("湖滨路 5 号", "")
    assert desk.page.form.record.paragraphs() == ["楼道里停水。"]


def test_an_empty_matter_is_gone_on_with_instead_of_making_another(desk: Desk) -> None:
    desk.take_call("路灯不亮。")
    desk.press("Shift+F2", "Shift+F2", "Shift+F2")
    assert len(desk.draft.matters) == 2
    desk.press("Ctrl+F11")
    assert desk.draft.current == 0
    desk.press("Shift+F2")
    assert (len(desk.draft.matters), desk.draft.current) == (2, 1)


def test_one_key_or_a_click_switches_the_matter(desk: Desk) -> None:
    two_matters(desk)
    desk.press("Ctrl+F11")
    assert desk.words == ["路灯不亮。"]
    assert desk.focus() is desk.page.form.record
    desk.press("Ctrl+F11")
    assert desk.words == ["楼道里停水。"]
    tabs = [one for one in desk.page.form.findChildren(QPushButton) if one.text() == "诉求 1"]
    desk.click(tabs[0])
    assert desk.draft.current == 0


def test_a_readback_left_for_another_matter_goes_on_when_that_one_is_back(desk: Desk) -> None:
    desk.take_call("一\n二")
    desk.press("F5", "F5", "Shift+F2")
    assert desk.phase is Phase.LISTENING
    desk.type("三")
    desk.press("F5", "F5", "Ctrl+F11", "F5", "F5")
    runs = [one.readbacks for one in desk.draft.matters]
    given = [[[item.answer for item in run.items] for run in each] for each in runs]
    assert given == [[[Answer.CONFIRMED] * 2], [[Answer.CONFIRMED]]]


def test_a_readback_left_and_never_gone_on_with_ends_as_not_read(desk: Desk) -> None:
    desk.take_call("一\n二")
    desk.press("F5", "F5", "Shift+F2")
    desk.type("三")
    desk.press("F12", "F12")
    first, second = sorted(desk.facts(facts.Seal), key=lambda seal: seal.number)
    assert [item["answer"] for item in first.items] == ["confirmed", "not_read"]
    assert [item.get("reason") for item in (*first.items, *second.items)] == [
        None,
        "hung_up",
        "not_begun",
    ]


def test_two_matters_are_two_tickets_and_two_seals_of_one_counted_call(sqlite_desk: Desk) -> None:
    desk = sqlite_desk
    two_matters(desk)
    desk.fill_strip()
    desk.press("F11", "Return", "Ctrl+F11", "F11", "Return")
    assert len(desk.tickets()) == 2
    desk.press("F12", "F12")
    (row,) = desk.calls()
    assert (row.outcome, row.matters, row.tickets) == (Outcome.TICKET, 2, 2)
    assert {seal.matter_id for seal in desk.facts(facts.Seal)} == {
        ticket.matter_id for ticket in desk.tickets()
    }
    assert desk.services.counting.counter(desk.actor).today == 1


def test_a_matter_without_ticket_leaves_the_call_to_register(desk: Desk) -> None:
    two_matters(desk)
    desk.press("Ctrl+F11", "F11", "Return", "F12")
    assert desk.call.outcome is Outcome.TO_REGISTER
    desk.press("Ctrl+F11")
    desk.fill_strip()
    desk.press("F11", "Return")
    assert desk.call.outcome is Outcome.TICKET
    desk.press("F12")
    assert [(row.outcome, row.tickets) for row in desk.calls()] == [(Outcome.TICKET, 2)]


def test_what_was_told_belongs_to_its_matter(desk: Desk) -> None:
    desk.take_call("养老金什么时候发")
    desk.wait(lambda: desk.page.knowledge.list.hits.hits)
    desk.press("F10", "Shift+F2")
    assert desk.told == []
    assert desk.page.knowledge.list.hits.told == frozenset()
    desk.press("Ctrl+F11")
    assert desk.told == ["own:pension"]


def test_no_matter_is_added_to_a_call_that_is_over(desk: Desk) -> None:
    desk.take_call("路灯不亮。")
    desk.press("F12", "F11", "Shift+F2")
    assert len(desk.draft.matters) == 1
