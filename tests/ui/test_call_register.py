"""Registration by the strip; calls that are still to register, opened again."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from operator_desk.domain import facts
from operator_desk.domain.phase import Phase
from operator_desk.domain.terms import MatterKind, Outcome, Secrecy, Urgency
from operator_desk.storage.verify import verify_store
from tests.ui.desk import NUMBER, Desk

pytestmark = pytest.mark.window


def field(desk: Desk) -> str:
    """The name of the strip's field that has the keys."""
    fields = desk.page.strip.fields
    return next(name for name, widget in fields.items() if widget is QApplication.focusWidget())


def ticket(desk: Desk) -> facts.Ticket:
    found = desk.facts(facts.Ticket)[-1]
    assert isinstance(found, facts.Ticket)
    return found


def parked_call(desk: Desk) -> None:
    """A call that ended with its strip half filled."""
    desk.take_call("路灯不亮。\n三天了。", NUMBER)
    desk.fill_strip()
    desk.press("F5", "F5", "F7", "2")
    desk.press("F11")
    desk.call.set_strip(caller_address="三号楼 402", urgency=Urgency.URGENT)
    desk.press("F12", "F12")
    assert desk.phase is Phase.NO_CALL


# -- the strip ---------------------------------------------------------------------------


def test_the_strip_begins_with_what_is_known_and_enter_registers(desk: Desk) -> None:
    desk.take_call("路灯不亮三天了。没人管。", NUMBER)
    desk.choose_category("路灯不亮")
    desk.call.set_element("exact_place", "学府路 26 号")
    desk.press("F11")
    assert desk.matter.kind is MatterKind.REQUEST
    assert (desk.matter.strip.title, desk.matter.strip.place) == (
        "具体位置：学府路 26 号",
        "学府路 26 号",
    )
    assert field(desk) == "wants_reply"  # nothing is missing: the last field, Enter registers
    assert desk.tickets() == []
    desk.press("Return")
    (row,) = desk.tickets()
    assert (row.kind, row.place) == (MatterKind.REQUEST, "学府路 26 号")
    assert ticket(desk).callback == NUMBER
    assert desk.phase is Phase.LISTENING
    assert desk.focus() is desk.page.form.record


def test_the_cursor_stands_where_something_is_missing_and_enter_walks(desk: Desk) -> None:
    desk.take_call("有个建议。")
    desk.press("F11")
    assert field(desk) == "kind"
    desk.press("5", "Return")
    assert field(desk) == "category"
    desk.keys("zsld")
    desk.press("Return")
    walked = [field(desk)]
    for _ in range(7):
        desk.press("Return")
        walked.append(field(desk))
    assert walked == [
        *("place", "caller_address", "title", "unit"),
        *("urgency", "secrecy", "callback", "wants_reply"),
    ]
    desk.press("Return")
    assert [(row.kind, row.title) for row in desk.tickets()] == [
        (MatterKind.SUGGESTION, "有个建议")
    ]


def test_esc_leaves_the_strip_and_what_was_typed_in_it_stays(desk: Desk) -> None:
    desk.take_call("路灯不亮。")
    desk.press("F11")
    desk.page.strip.fields["title"].setFocus()
    desk.press("Ctrl+A")
    desk.type("路灯")
    desk.press("Escape")
    assert (desk.phase, desk.focus()) == (Phase.LISTENING, desk.page.form.record)
    desk.press("F11")
    assert desk.matter.strip.title == "路灯"


def test_a_ticket_that_lacks_something_is_not_registered_and_says_what(desk: Desk) -> None:
    desk.take_call("路灯不亮。", NUMBER)
    desk.choose_kind(MatterKind.COMPLAINT)
    desk.press("F11", "F11")
    assert desk.tickets() == []
    assert field(desk) == "category"
    assert "分类" in desk.page.strip.missing.text()
    assert desk.window.troubles.lines == ()


def test_a_report_starts_as_secret_and_praise_wants_no_reply(desk: Desk) -> None:
    desk.take_call("有人倒垃圾。", NUMBER)
    desk.fill_strip()
    desk.press("F11")
    for kind, secrecy, reply in (
        (MatterKind.REPORT, Secrecy.SECRET, True),
        (MatterKind.PRAISE, Secrecy.OPEN, False),
    ):
        desk.choose_kind(kind)
        fields = desk.page.strip.fields
        assert (fields["secrecy"].value, fields["wants_reply"].value) == (secrecy, reply)


def test_an_anonymous_ticket_keeps_no_name_and_no_number(desk: Desk) -> None:
    desk.take_call("有人倒垃圾。", NUMBER)
    desk.page.form.name.setFocus()
    desk.type("王女士")
    desk.fill_strip()
    desk.press("F11")
    desk.page.strip.fields["secrecy"].setFocus()
    desk.press("3", "Return", "Return", "Return")
    made = ticket(desk)
    assert (made.secrecy, made.caller_name, made.callback) == (Secrecy.ANONYMOUS, None, None)


def test_a_matter_with_a_ticket_says_its_number_instead_of_a_second_one(desk: Desk) -> None:
    desk.take_call("路灯不亮。", NUMBER)
    desk.fill_strip()
    desk.press("F11", "Return", "F11")
    assert len(desk.tickets()) == 1
    assert desk.tickets()[0].number in desk.window.notices.text()
    assert desk.phase is Phase.LISTENING


def test_a_ticket_after_the_hang_up_is_quick_and_makes_the_call_a_ticket_call(desk: Desk) -> None:
    desk.take_call("路灯不亮。", NUMBER)
    desk.fill_strip()
    desk.press("F12", "F11", "Return", "F12")
    (row,) = desk.calls()
    assert (row.outcome, row.tickets, row.counted) == (Outcome.TICKET, 1, True)
    assert desk.phase is Phase.NO_CALL


def test_f12_in_the_strip_of_an_ended_call_closes_it(desk: Desk) -> None:
    desk.take_call("路灯不亮。")
    desk.press("F12", "F11", "F12")
    assert desk.phase is Phase.NO_CALL


# -- still to register -------------------------------------------------------------------


@pytest.mark.parametrize("way", ["digit", "enter", "click", "ctrl+f2"])
def test_a_call_to_register_is_opened_again_with_every_word(desk: Desk, way: str) -> None:
    parked_call(desk)
    before = desk.on_disk()
    rows = desk.page.ready.list
    assert before == []
    assert "路灯不亮。" in rows.rows[0].text
    if way == "click":
        desk.click_row(rows, 0)
    elif way == "ctrl+f2":
        desk.press("F3", "Ctrl+F2", "1")
    else:
        desk.press("1" if way == "digit" else "Return")
    assert (desk.phase, desk.words) == (Phase.AFTER_CALL, ["路灯不亮。", "三天了。"])
    strip = desk.matter.strip
    assert (strip.title, strip.place, strip.unit) == ("路灯不亮", "湖滨路 5 号", "lamps")
    assert (strip.caller_address, strip.urgency) == ("三号楼 402", Urgency.URGENT)
    assert [item.answer for item in desk.matter.readbacks[0].items] == ["confirmed", "declined"]
    assert desk.draft.number == NUMBER


def test_f11_registers_a_reopened_call_and_its_outcome_becomes_ticket(sqlite_desk: Desk) -> None:
    desk = sqlite_desk
    parked_call(desk)
    statements = desk.facts(facts.Statement)
    desk.press("1", "F11", "Return")
    assert desk.call.outcome is Outcome.TICKET
    desk.press("F12")
    (row,) = desk.calls()
    assert (row.outcome, row.tickets, row.counted) == (Outcome.TICKET, 1, True)
    assert desk.services.counting.counter(desk.actor).today == 1
    assert desk.facts(facts.Statement) == statements  # nothing is stored twice
    assert [end.outcome for end in desk.facts(facts.CallEnd)] == [
        Outcome.TO_REGISTER,
        Outcome.TICKET,
    ]
    assert len(desk.facts(facts.CallClose)) == 1
    assert desk.page.ready.list.rows == ()
    assert desk.on_disk() == []
    assert list((desk.folder / "parked").iterdir()) == []
    with desk.store.readers.connect() as connection:
        assert list(verify_store(connection).broken) == []


def test_a_reopened_call_that_is_closed_again_waits_again(desk: Desk) -> None:
    parked_call(desk)
    desk.press("1")
    desk.call.set_strip(unit="water")
    desk.press("F12")
    assert len(desk.page.ready.list.rows) == 1
    desk.press("1")
    assert desk.matter.strip.unit == "water"
    assert len(desk.calls()) == 1


def test_without_kept_strips_the_record_comes_back_from_the_store(desk: Desk) -> None:
    parked_call(desk)
    for path in (desk.folder / "parked").iterdir():
        path.unlink()
    desk.press("1")
    assert desk.words == ["路灯不亮。", "三天了。"]
    assert desk.matter.strip.unit is None


def test_words_added_to_a_reopened_call_are_a_supplement(desk: Desk) -> None:
    parked_call(desk)
    desk.press("1")
    desk.page.form.record.setFocus()
    desk.page.form.record.to_end()
    desk.type("又来催过。")
    desk.press("F12")
    seals = sorted(desk.facts(facts.Seal), key=lambda seal: seal.number)
    assert [seal.part for seal in seals] == [0, 1]


def test_a_call_to_register_is_not_offered_as_crashed_at_the_next_start(desk: Desk) -> None:
    parked_call(desk)
    window = desk.opened()
    assert window.questions.question is None
    assert len(window.call.ready.list.rows) == 1


def test_a_crash_in_a_reopened_call_offers_it_with_what_was_typed(desk: Desk) -> None:
    parked_call(desk)
    desk.press("1")
    desk.call.set_strip(unit="water")
    desk.wait(lambda: desk.on_disk()[0].matter.strip.unit == "water")
    desk.crashed()
    desk.press("1")
    assert (desk.phase, desk.matter.strip.unit) == (Phase.AFTER_CALL, "water")
    desk.press("F11", "Return", "F12")
    assert [(row.outcome, row.tickets) for row in desk.calls()] == [(Outcome.TICKET, 1)]


def test_a_running_call_is_never_replaced_by_one_that_waits(desk: Desk) -> None:
    parked_call(desk)
    waiting = desk.calls()[0].id
    desk.take_call("新的来电。")
    desk.call.reopen(waiting)
    assert desk.words == ["新的来电。"]


def test_the_wait_for_registration_ends_the_moment_a_new_call_is_taken(desk: Desk) -> None:
    parked_call(desk)
    desk.press("1", "F2")
    desk.type("新的来电。")
    desk.press("F12", "F12")
    assert len(desk.page.ready.list.rows) == 2


def test_the_history_of_a_first_call_names_its_own_tickets_and_no_calls(desk: Desk) -> None:
    desk.take_call("路灯不亮。", NUMBER)
    desk.fill_strip()
    desk.press("F11", "Return")
    desk.page._load_history()
    title = desk.page.listening.past.title
    desk.wait(lambda: "工单 1 张" in title.text())
    assert title.text().startswith("此号码首次来电")
