"""Proposals in the strip: units with reasons, categories, tickets that may be the same."""

from __future__ import annotations

import pytest

from operator_desk.domain.life_cycle import Action
from operator_desk.domain.phase import Phase
from operator_desk.domain.terms import MatterKind
from operator_desk.services.handling import Given
from operator_desk.ui.kit.picker import PickerField
from tests.ui.desk import NUMBER, Desk
from tests.ui.test_call_register import field

pytestmark = pytest.mark.window


@pytest.fixture
def desk(desk: Desk) -> Desk:
    """A desk with a catalogue: lamps to the lamp office with the water works, else to labour."""
    put = desk.services.catalogue.set
    put(desk.actor, desk.category("路灯不亮"), "lamps", ("water",))
    put(desk.actor, "*", "labour")
    return desk


def picker(desk: Desk, name: str) -> PickerField:
    found = desk.page.strip.fields[name]
    assert isinstance(found, PickerField)
    return found


def lamp_call(desk: Desk, number: str = NUMBER) -> None:
    """A call about a lamp that has everything but a unit, at the strip."""
    desk.take_call("路灯不亮。", number)
    desk.fill_strip()
    desk.call.set_strip(unit=None)
    desk.press("F11")


def test_the_first_unit_stands_in_the_strip_with_its_reason_until_enter_takes_it(
    desk: Desk,
) -> None:
    lamp_call(desk)
    unit = picker(desk, "unit")
    assert (unit.text(), unit.property("proposed"), desk.matter.strip.unit) == (
        "市政照明处",
        True,
        None,
    )
    said = desk.page.strip.why.text()
    assert "派单目录：路灯不亮" in said
    assert "供水集团" in said  # who takes part
    desk.page.strip.fields["title"].setFocus()
    desk.press("Return")
    assert field(desk) == "unit"
    assert unit.list_open()
    desk.press("Return")
    assert (field(desk), desk.matter.strip.unit) == ("urgency", "lamps")
    assert unit.property("proposed") is False
    assert "派单目录：路灯不亮" in desk.page.strip.why.text()


def test_a_ticket_that_is_registered_before_keeps_no_unit(desk: Desk) -> None:
    lamp_call(desk)
    assert field(desk) == "wants_reply"
    desk.press("Return")
    assert desk.tickets()[0].unit is None


def test_a_digit_takes_another_proposal_and_an_emptied_field_stays_empty(desk: Desk) -> None:
    desk.services.catalogue.set(desk.actor, desk.category("路灯不亮")[:2], "water")
    lamp_call(desk)
    unit = picker(desk, "unit")
    desk.page.strip.fields["title"].setFocus()
    desk.press("Return", "2")
    assert (field(desk), desk.matter.strip.unit) == ("urgency", "water")
    unit.setFocus()
    desk.press("Ctrl+A", "Delete", "Escape", "Tab")
    assert (unit.text(), desk.matter.strip.unit) == ("", None)
    assert desk.page.strip.why.text() == ""


def test_without_a_row_the_strip_says_which_fall_back_it_took(desk: Desk) -> None:
    desk.take_call("有个建议。")
    desk.choose_kind(MatterKind.SUGGESTION)
    desk.choose_category("意见建议")
    desk.press("F11")
    assert picker(desk, "unit").text() == "人社局"
    assert "兜底" in desk.page.strip.why.text()


def test_a_unit_that_is_proposed_while_the_keys_stand_there_is_typed_over(desk: Desk) -> None:
    lamp_call(desk)
    unit = picker(desk, "unit")
    unit.setFocus()
    desk.press("Escape")
    desk.choose_category("意见建议")
    desk.wait(lambda: unit.text() == "人社局")
    desk.type("供水")
    desk.press("Return")
    assert desk.matter.strip.unit == "water"


def test_another_category_proposes_another_unit(desk: Desk) -> None:
    lamp_call(desk)
    desk.choose_category("意见建议")
    desk.wait(lambda: picker(desk, "unit").text() == "人社局")


def test_a_category_is_proposed_with_its_reason_and_taken_by_one_key(desk: Desk) -> None:
    desk.take_call("门口路灯不亮三天了。")
    category = desk.page.form.category
    desk.wait(lambda: "路灯不亮" in category.placeholderText())
    assert "名称：" in category.toolTip()
    assert desk.matter.category is None
    desk.press("F11")
    desk.press("3", "Return")
    assert field(desk) == "category"
    assert picker(desk, "category").list_open()
    desk.press("1")
    assert desk.matter.category == desk.category("路灯不亮")
    desk.wait(lambda: picker(desk, "unit").text() == "市政照明处")


# -- the same matter ---------------------------------------------------------------------


def test_the_open_ticket_is_shown_beside_and_joined_by_one_key(desk: Desk) -> None:
    first = desk.ticket_call("路灯不亮。")
    lamp_call(desk)
    strip = desk.page.strip
    assert first in strip.alike.text()
    assert "同号码" in strip.alike.text()
    desk.press("Ctrl+F2")
    assert desk.focus() is strip.duplicates.rows
    desk.press("Return")
    assert field(desk) == "wants_reply"
    assert desk.matter.joins == next(row.id for row in desk.tickets() if row.number == first)
    assert f"与 {first} 并单" in strip.alike.text()
    desk.press("Return")
    second, main = desk.tickets()
    assert (second.joined_to, main.number) == (main.id, first)


def test_not_the_same_is_said_by_one_key_and_esc_goes_back(desk: Desk) -> None:
    desk.ticket_call("路灯不亮。")
    lamp_call(desk)
    desk.press("Ctrl+F2", "Escape")
    assert (desk.phase, field(desk)) == (Phase.REGISTERING, "wants_reply")
    desk.press("Ctrl+F2", "Backspace")
    assert field(desk) == "wants_reply"
    assert not desk.page.strip.alike.isVisible()
    desk.call.set_strip(title="路灯还是不亮")
    desk.page.strip.edited.emit()
    desk.press("Ctrl+F2")
    assert field(desk) == "wants_reply"
    desk.press("Return")
    assert desk.tickets()[0].joined_to is None


def test_a_ticket_that_was_closed_meanwhile_is_not_joined_and_that_is_said(desk: Desk) -> None:
    first = desk.ticket_call("路灯不亮。")
    lamp_call(desk)
    desk.press("Ctrl+F2", "Return")
    desk.services.handling.act(desk.actor, first, Action.WITHDRAW, Given(reason="solved"))
    desk.press("Return")
    assert desk.tickets()[0].joined_to is None
    assert "未并单" in desk.window.notices.text()
