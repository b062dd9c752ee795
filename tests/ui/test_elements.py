"""What the record says to an element: seen in its empty field, and taken by one key alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit

from operator_desk.ui.kit.picker import PickerField
from operator_desk.ui.kit.proposing import ProposingCallerLine, ProposingLine
from tests.ui.desk import NUMBER, Desk

pytestmark = pytest.mark.window
CARD = "退卡退费"


def call(desk: Desk, words: str, category: str = CARD, number: str = NUMBER) -> None:
    desk.take_call(words, number)
    desk.call.set_category(desk.category(category))


def field(desk: Desk, code: str) -> ProposingLine:
    found = desk.page.listening._fields[code]
    assert isinstance(found, ProposingLine)
    return found


def offered(desk: Desk, code: str) -> list[str]:
    return [one.text for one in field(desk, code)._offers]


def element(desk: Desk, code: str) -> str:
    return dict(desk.matter.elements).get(code, "")


def focused(desk: Desk, line: QLineEdit) -> None:
    line.setFocus()
    desk.wait(line.hasFocus)


def test_a_proposal_stands_in_its_empty_field_and_is_taken_by_one_key(desk: Desk) -> None:
    call(desk, "昨天交了3000元，在盛世健身房。")
    desk.wait(lambda: field(desk, "paid").shows_offer)
    paid = field(desk, "paid")
    assert (paid.text(), element(desk, "paid"), paid.placeholderText()) == ("", "", "")
    assert "3000元" in paid.accessibleDescription()
    assert "第 1 句" in paid.accessibleDescription()
    assert offered(desk, "merchant") == ["盛世健身房"]
    focused(desk, paid)
    assert element(desk, "paid") == ""  # the cursor alone takes nothing
    desk.press("Down")
    assert (paid.text(), element(desk, "paid"), paid.shows_offer) == ("3000元", "3000元", False)
    desk.press("Ctrl+Z")
    assert (paid.text(), element(desk, "paid"), paid.shows_offer) == ("", "", True)


def test_enter_goes_on_and_takes_nothing(desk: Desk) -> None:
    call(desk, "交了3000元。")
    desk.wait(lambda: field(desk, "paid").shows_offer)
    focused(desk, field(desk, "paid"))
    desk.press("Return")
    assert not field(desk, "paid").hasFocus()
    assert element(desk, "paid") == ""


def test_the_key_again_takes_the_next_one_as_long_as_nothing_was_changed(desk: Desk) -> None:
    call(desk, "交了3000元，又交了500元。")
    desk.wait(lambda: len(offered(desk, "paid")) == 2)
    paid = field(desk, "paid")
    focused(desk, paid)
    for expected in ("3000元", "500元", "3000元"):
        desk.press("Down")
        assert element(desk, "paid") == expected
    desk.type("整")
    desk.press("Down")
    assert (paid.text(), element(desk, "paid")) == ("3000元整", "3000元整")


def test_a_proposal_follows_the_record_and_leaves_what_was_filled_by_hand(desk: Desk) -> None:
    call(desk, "交了3000元。")
    desk.wait(lambda: offered(desk, "paid") == ["3000元"])
    desk.page.form.record.setFocus()
    desk.page.form.record.setPlainText("交了4000元。")
    desk.wait(lambda: offered(desk, "paid") == ["4000元"])
    desk.call.set_element("paid", "大概四千")
    assert not field(desk, "paid").shows_offer
    desk.page.form.record.setPlainText("交了5000元。")
    desk.wait(lambda: offered(desk, "paid") == ["5000元"])
    assert (field(desk, "paid").text(), element(desk, "paid")) == ("大概四千", "大概四千")
    focused(desk, field(desk, "paid"))
    desk.press("Down")
    assert element(desk, "paid") == "大概四千"
    desk.page.form.record.setPlainText("没有说。")
    desk.wait(lambda: offered(desk, "paid") == [])


def test_while_a_word_is_composed_the_key_belongs_to_the_engine(desk: Desk) -> None:
    call(desk, "交了3000元。")
    desk.wait(lambda: field(desk, "paid").shows_offer)
    focused(desk, field(desk, "paid"))
    desk.compose("san")
    assert not field(desk, "paid").shows_offer
    desk.press("Down")
    assert element(desk, "paid") == ""


def test_the_strip_offers_number_place_and_address_with_their_statement(desk: Desk) -> None:
    call(desk, "路灯在学府路26号，我住在阳光花园小区3栋，请打13911112222。", "路灯不亮")
    desk.fill_strip()
    desk.call.set_strip(place="", place_code=None, callback="", caller_address="")
    desk.press("F11")
    fields = desk.page.strip.fields
    callback, address, place = fields["callback"], fields["caller_address"], fields["place"]
    assert isinstance(callback, ProposingCallerLine)
    assert isinstance(address, ProposingLine)
    assert isinstance(place, PickerField)
    desk.wait(lambda: callback.shows_offer and address.shows_offer)
    assert callback.text() == NUMBER  # the number of the call stands there until another is taken
    assert desk.matter.strip.callback == ""
    assert [choice.text for choice in place._proposed] == ["学府路26号", "阳光花园小区3栋"]
    focused(desk, callback)
    desk.press("Down")
    assert desk.matter.strip.callback == "13911112222"
    focused(desk, address)
    desk.press("Down")
    assert desk.matter.strip.caller_address == "阳光花园小区3栋"


def test_the_number_of_the_call_itself_is_not_offered(desk: Desk) -> None:
    call(desk, f"打我电话{NUMBER}。", "路灯不亮")
    desk.press("F11")
    callback = desk.page.strip.fields["callback"]
    assert isinstance(callback, ProposingCallerLine)
    desk.wait(lambda: desk.page.elements._lines)
    assert callback._offers == ()


def test_another_matter_begins_without_offers(desk: Desk) -> None:
    call(desk, "请打13911112222，交了3000元。")
    desk.wait(lambda: field(desk, "paid").shows_offer)
    desk.call.next_matter()
    callback = desk.page.strip.fields["callback"]
    assert isinstance(callback, ProposingCallerLine)
    assert callback._offers == ()
    desk.call.set_category(desk.category(CARD))
    assert offered(desk, "paid") == []


def test_what_is_only_offered_is_written_nowhere(desk: Desk) -> None:
    call(desk, "我要匿名举报，请打13911112222。")
    desk.wait(lambda: desk.page.strip.fields["callback"]._offers)  # type: ignore[attr-defined]
    kept = [path for path in Path(desk.folder).rglob("*") if path.is_file()]
    words = b"".join(path.read_bytes() for path in kept if "journal" not in path.parts)
    assert b"13911112222" not in words


def test_without_proposals_nothing_is_offered(desk: Desk) -> None:
    desk.settings.set("proposals", False)
    call(desk, "交了3000元。")
    desk.wait(lambda: not desk.page.elements._timer.isActive())
    assert offered(desk, "paid") == []
