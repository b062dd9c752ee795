"""How a call ends: outcomes by digit, guided, silent, outgoing, entered from paper."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from operator_desk.domain import facts
from operator_desk.domain.phase import Phase
from operator_desk.domain.terms import CallClass, Direction, Entry, Outcome, Purpose, Seat
from operator_desk.domain.times import parse_local
from tests.ui.desk import NUMBER, Desk

pytestmark = pytest.mark.window


def counter_rows(desk: Desk) -> list[tuple[str, str, str]]:
    """What the counter page shows of each call: outcome, class, whether it counts."""
    desk.window.run("show_counter")
    table = desk.window.pages["show_counter"].table  # type: ignore[attr-defined]
    cells = [column.cell for column in table.rows.columns]
    shown = [tuple(cell(row) for cell in cells[2:5]) for row in table.rows.rows]
    desk.window.run("show_call")
    return shown


# -- outcomes ----------------------------------------------------------------------------


def test_every_outcome_has_its_digit_class_and_rule_in_the_counter(desk: Desk) -> None:
    expected = []
    for digit, outcome, call_class, counted in (
        ("1", Outcome.DIRECT_ANSWER, CallClass.INBOUND, True),
        ("2", Outcome.TICKET, CallClass.INBOUND, True),
        ("3", Outcome.TO_REGISTER, CallClass.INBOUND, True),
        ("5", Outcome.TRANSFERRED, CallClass.INBOUND, True),
        ("6", Outcome.SILENT, CallClass.INBOUND, False),
        ("7", Outcome.DROPPED, CallClass.INBOUND, True),  # something was typed
        ("8", Outcome.WRONG_NUMBER, CallClass.INBOUND, False),
        ("9", Outcome.NUISANCE, CallClass.INBOUND, False),
    ):
        desk.take_call("什么事。")
        desk.press("F12", digit, "F12")
        expected.insert(0, (outcome, call_class, counted))
    rows = desk.calls()
    assert [(row.outcome, row.call_class, row.counted) for row in rows] == expected
    by_id = {rule.id: rule for rule in desk.profile.classing}
    assert all(by_id[row.rule or ""].counted == row.counted for row in rows)
    assert [counts for _outcome, _class, counts in counter_rows(desk)] == [
        "计入" if counted else "不计" for _outcome, _class, counted in expected
    ]
    counter = desk.services.counting.counter(desk.actor)
    assert counter.today == sum(counted for _outcome, _class, counted in expected)


def test_a_call_dropped_before_anything_was_typed_is_a_line_fault(desk: Desk) -> None:
    desk.take_call()
    desk.press("F12", "7", "F12")
    (row,) = desk.calls()
    assert (row.call_class, row.counted, row.rule) == (CallClass.FAULT, False, "fault_no_words")


def test_the_outcome_can_be_changed_until_the_next_call_and_the_last_digit_holds(
    desk: Desk,
) -> None:
    desk.take_call("什么事。")
    desk.press("F12", "8", "5", "F2")
    assert [row.outcome for row in desk.calls()] == [None, Outcome.TRANSFERRED]


def test_enter_lets_the_outcome_stand_backspace_and_a_click_change_it(desk: Desk) -> None:
    desk.take_call("什么事。")
    desk.press("F12", "8", "Backspace")
    assert desk.call.outcome is Outcome.TO_REGISTER
    line = desk.page.after.line
    where = line._labels[Outcome.TRANSFERRED].geometry().center()
    QTest.mouseClick(line, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, where)
    desk.press("Return")
    assert desk.phase is Phase.NO_CALL
    ends = [end.outcome for end in desk.facts(facts.CallEnd)]
    assert ends == [
        *(Outcome.TO_REGISTER, Outcome.WRONG_NUMBER),
        *(Outcome.TO_REGISTER, Outcome.TRANSFERRED),
    ]
    assert desk.calls()[0].outcome is Outcome.TRANSFERRED


def test_told_after_the_hang_up_makes_it_a_direct_answer(desk: Desk) -> None:
    desk.take_call("养老金什么时候发")
    desk.wait(lambda: desk.page.knowledge.list.hits.hits)
    desk.press("F12", "3", "F10")
    assert desk.call.outcome is Outcome.DIRECT_ANSWER
    assert [row.outcome for row in desk.calls()] == [Outcome.DIRECT_ANSWER]


# -- guided ------------------------------------------------------------------------------


def test_guided_by_digit_then_the_initials_of_the_city_stores_its_number(desk: Desk) -> None:
    desk.take_call("杭州的事。")
    desk.press("F12", "4")
    desk.keys("hzs")
    desk.press("Return")
    (row,) = desk.calls()
    assert (row.outcome, row.guided_to, row.counted) == (Outcome.GUIDED, "057112345", True)
    assert desk.focus() is desk.page.after.line
    assert "杭州" in desk.page.after.guide.text()


def test_guided_in_the_call_shows_what_to_say_and_f12_takes_it(desk: Desk) -> None:
    desk.take_call("合肥的事。")
    desk.press("Ctrl+F3")
    desk.keys("0551")
    desk.press("Return")
    assert "0551" in desk.page.middle.say.text()
    assert desk.focus() is desk.page.form.record
    desk.press("F12", "F12")
    (row,) = desk.calls()
    assert (row.outcome, row.guided_to) == (Outcome.GUIDED, "055112345")


def test_a_guided_caller_with_a_second_matter_leaves_that_to_register(desk: Desk) -> None:
    desk.take_call("合肥的事。")
    desk.press("Ctrl+F3")
    desk.keys("hfs")
    desk.press("Return", "Shift+F2")
    desk.type("还有本地的路灯。")
    desk.press("F12")
    assert desk.call.outcome is Outcome.TO_REGISTER


# -- silent ------------------------------------------------------------------------------


def seconds(desk: Desk, count: int) -> None:
    for _ in range(count):
        desk.page.silence.second()


def test_a_silent_call_has_three_prompts_five_seconds_apart_and_ends(desk: Desk) -> None:
    desk.take_call()
    desk.press("Shift+F12")
    said = []
    for _ in range(3):
        said.append(desk.page.middle.say.text())
        seconds(desk, 5)
    assert said == ["您好，请讲。", "您好，听得到吗？", "听不到您的声音，先挂机了。"]
    assert (desk.phase, desk.call.outcome) == (Phase.AFTER_CALL, Outcome.SILENT)
    assert [row.outcome for row in desk.calls()] == [Outcome.SILENT]
    assert desk.page.middle.count_down.isHidden()


def test_the_count_down_is_seen_takes_no_focus_and_the_key_again_stops_it(desk: Desk) -> None:
    desk.take_call()
    focus = desk.focus()
    desk.press("Shift+F12")
    assert "15" in desk.page.middle.count_down.text()
    seconds(desk, 4)
    assert "11" in desk.page.middle.count_down.text()
    assert desk.focus() is focus
    desk.press("Shift+F12")
    assert desk.page.middle.count_down.isHidden()
    seconds(desk, 20)
    assert desk.phase is Phase.LISTENING
    desk.press("Shift+F12")
    seconds(desk, 14)
    assert desk.phase is Phase.LISTENING
    seconds(desk, 1)
    assert desk.phase is Phase.AFTER_CALL


@pytest.mark.parametrize("what", ["words", "summary", "told", "readback"])
def test_whatever_happens_in_the_call_stops_the_count_down(desk: Desk, what: str) -> None:
    desk.take_call()
    desk.press("Shift+F12")
    if what == "words":
        desk.type("喂。")
    elif what == "summary":
        desk.page.form.summary.setFocus()
        desk.type("停水")
    elif what == "told":
        version = next(iter(desk.facts(facts.ArticleVersion))).id
        desk.call.toggle_told("own:lamp", version, "路灯")
    else:
        desk.press("F11")
    assert not desk.page.silence.running
    assert desk.page.middle.count_down.isHidden()
    seconds(desk, 20)
    assert desk.call.running


def test_a_call_with_words_is_not_silent(desk: Desk) -> None:
    desk.take_call("喂。")
    desk.press("Shift+F12")
    assert not desk.page.silence.running
    assert desk.window.notices.text()


# -- outgoing ----------------------------------------------------------------------------


def test_an_outgoing_call_asks_what_for_and_has_its_own_class(desk: Desk) -> None:
    expected = []
    for digit, purpose, call_class in (
        ("1", Purpose.CALLBACK, CallClass.CALLBACK),
        ("2", Purpose.FOLLOW_UP, CallClass.FOLLOW_UP),
        ("3", Purpose.CORRECTION, CallClass.CORRECTION),
        ("4", Purpose.NONE, CallClass.CALLBACK),
    ):
        desk.press("F1")
        desk.keys("wh")
        desk.press("Return", digit)
        assert (desk.draft.direction, desk.draft.purpose) == (Direction.OUT, purpose)
        assert desk.focus() is desk.page.form.number
        desk.keys(NUMBER)
        desk.page.form.record.setFocus()
        desk.type("说了。")
        desk.press("F12", "F12")
        expected.insert(0, (Direction.OUT, call_class, True))
    assert [(row.direction, row.call_class, row.counted) for row in desk.calls()] == expected


def test_the_question_what_for_can_be_left(desk: Desk) -> None:
    desk.window.run("outgoing_call")
    desk.press("Escape")
    assert desk.window.questions.question is None
    assert desk.phase is Phase.NO_CALL


def test_the_clock_turns_when_after_call_work_takes_longer_than_it_should(desk: Desk) -> None:
    limit = desk.profile.target("after_call_limit_s", desk.services.counting.today())
    assert limit
    desk.take_call("路灯不亮。")
    levels = []
    for seconds in (limit + 10, 0, limit / 2, limit):
        desk.pass_by(seconds=seconds)
        if not seconds:
            desk.press("F12")
        desk.window.top._tick()
        levels.append(desk.window.top._time.property("level"))
    assert levels == ["", "", "", "late"]
    desk.press("F12", "F2")
    assert desk.window.top._time.property("level") == ""


# -- from paper --------------------------------------------------------------------------


def paper(desk: Desk, began: str, minutes: str) -> None:
    desk.press("F1")
    desk.keys("bl")
    desk.press("Return")
    desk.keys(began)
    desk.press("Return")
    desk.keys(minutes)
    desk.press("Return")


def test_an_entry_from_paper_has_its_own_times_and_is_marked(desk: Desk) -> None:
    paper(desk, "11:05", "4")  # the desk's clock stands at noon
    assert desk.focus() is desk.page.form.number
    desk.page.form.record.setFocus()
    desk.type("路灯不亮。")
    desk.pass_by(seconds=100)
    desk.press("F12", "F12")
    (row,) = desk.calls()
    zone = desk.page.form.paper._zone
    assert row.started_at == parse_local("11:05", desk.clock.now(), zone)
    assert (row.entry, row.call_class, row.talk_s) == (
        Entry.AFTER_CALL,
        CallClass.AFTER_CALL_ENTRY,
        240,
    )
    assert row.ended_at == row.started_at + timedelta(minutes=4)
    assert 100 <= (row.after_call_s or 0) < 200
    states = {row.state for row in desk.facts(facts.SeatState)}
    assert Seat.TALKING not in states


@pytest.mark.parametrize(("began", "minutes"), [("", "4"), ("25:00", "4"), ("11:05", "")])
def test_an_entry_without_its_times_does_not_end(desk: Desk, began: str, minutes: str) -> None:
    paper(desk, began, minutes)
    desk.page.form.record.setFocus()
    desk.type("路灯不亮。")
    desk.fill_strip()
    for keys in (("F12",), ("Shift+F6",), ("F11", "Return")):
        desk.press(*keys)
        assert desk.call.running
        assert desk.window.notices.text()
        assert desk.focus() is desk.page.form.paper.began
    assert desk.calls() == []


def test_an_entry_from_paper_is_not_read_back_and_can_become_a_ticket(desk: Desk) -> None:
    paper(desk, "11:05", "4")
    desk.page.form.record.setFocus()
    desk.type("路灯不亮。")
    keys = {label.text() for label in desk.window.keys.findChildren(QLabel)}
    assert "F11" in keys
    assert not keys & {"F5", "Shift+F12"}
    desk.press("F5")
    assert desk.phase is Phase.LISTENING
    desk.fill_strip()
    desk.press("F11", "Return", "F12", "F12")
    (row,) = desk.calls()
    assert (row.outcome, row.entry) == (Outcome.TICKET, Entry.AFTER_CALL)
    (seal,) = desk.facts(facts.Seal)
    assert [item["reason"] for item in seal.items] == ["not_begun"]
