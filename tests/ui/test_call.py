"""A call from F2 to F12, by keys alone."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPushButton

from operator_desk.domain import facts
from operator_desk.domain.phase import Phase
from operator_desk.domain.terms import Mark, MatterKind, Outcome, Seat
from tests.ui.desk import NUMBER, Desk

pytestmark = pytest.mark.window


def test_f2_opens_an_empty_form_with_the_cursor_in_the_record(desk: Desk) -> None:
    desk.take_call("路灯不亮。\n三天了。")
    assert desk.phase is Phase.LISTENING
    assert desk.words == ["路灯不亮。", "三天了。"]
    assert desk.focus() is desk.page.form.record


def test_f2_comes_back_to_the_record_with_the_cursor_where_it_was(desk: Desk) -> None:
    desk.take_call("路灯不亮。")
    desk.press("Home", "F3")
    desk.type("路灯")
    assert desk.focus() is desk.page.knowledge.line
    desk.press("F2")
    desk.type("北边的")
    assert desk.words == ["北边的路灯不亮。"]


def test_a_direct_answer_is_three_keys_after_the_answer_was_found(desk: Desk) -> None:
    desk.take_call("养老金什么时候发")
    desk.wait(lambda: desk.page.knowledge.list.hits.hits)
    desk.press("Alt+1", "F10", "F12")
    assert (desk.phase, desk.call.outcome) == (Phase.AFTER_CALL, Outcome.DIRECT_ANSWER)
    (row,) = desk.calls()
    assert (row.outcome, row.counted, row.tickets) == (Outcome.DIRECT_ANSWER, True, 0)
    (told,) = desk.facts(facts.Told)
    assert (told.article_key, told.taken_back) == ("own:pension", False)


def test_without_an_open_article_f10_takes_the_first_painted_hit_and_says_which(desk: Desk) -> None:
    desk.take_call("养老金什么时候发")
    desk.wait(lambda: desk.page.knowledge.list.hits.hits)
    desk.press("F10")
    assert desk.told == ["own:pension"]
    assert "养老金什么时候发" in desk.page.knowledge.toasts.texts()[-1]
    desk.press("F10")
    assert desk.told == []
    desk.press("F10")
    undo = desk.page.knowledge.toasts.findChildren(QPushButton)[-1]
    desk.click(undo)
    assert desk.told == []


def test_an_answer_found_by_search_is_three_keys_too(desk: Desk) -> None:
    desk.take_call()
    desk.press("F3")
    desk.type("供水抢修电话")
    desk.press("Return", "F10", "F12")
    assert desk.told == ["own:water"]
    assert desk.calls()[0].outcome is Outcome.DIRECT_ANSWER


def test_an_answer_that_comes_after_the_call_was_closed_is_not_told_in_the_next(desk: Desk) -> None:
    desk.take_call("养老金什么时候发")
    matter = desk.matter.id
    desk.press("F12", "F2")
    version = next(iter(desk.facts(facts.ArticleVersion))).id
    assert desk.call.toggle_told("own:pension", version, "养老金", matter) is None
    assert desk.told == []


def test_f12_asks_nothing_and_f2_takes_the_next_call(desk: Desk) -> None:
    desk.take_call("路灯不亮。", NUMBER)
    desk.press("F12")
    assert desk.call.outcome is Outcome.TO_REGISTER
    assert desk.focus() is desk.page.after.line
    desk.press("F2")
    assert desk.phase is Phase.LISTENING
    assert desk.words == []
    assert [row.outcome for row in desk.calls()] == [None, Outcome.TO_REGISTER]


def test_nothing_typed_is_a_silent_call(desk: Desk) -> None:
    desk.take_call()
    desk.press("F12", "F12")
    (row,) = desk.calls()
    assert (row.outcome, row.counted, row.rule) == (Outcome.SILENT, False, "silent")


@pytest.mark.parametrize("where", ["summary", "element"])
def test_a_call_of_which_only_a_summary_or_an_element_was_typed_is_not_silent(
    desk: Desk, where: str
) -> None:
    desk.take_call()
    if where == "summary":
        desk.page.form.summary.setFocus()
    else:
        desk.choose_category("路灯")
        desk.press("Ctrl+F2")
        desk.press("Ctrl+F2")
    desk.type("学府路")
    desk.press("F12", "F12")
    assert desk.calls()[0].outcome is Outcome.TO_REGISTER


def test_every_change_of_the_seat_is_a_row(desk: Desk) -> None:
    desk.take_call("路灯不亮。")
    desk.press("F12", "F12")
    rows = desk.facts(facts.SeatState)
    assert [row.state for row in rows] == [Seat.TALKING, Seat.AFTER_CALL, Seat.READY]
    assert {row.call_id for row in rows[:2]} == {desk.calls()[0].id}


def test_not_ready_chosen_in_after_call_work_holds_when_it_is_done(desk: Desk) -> None:
    desk.take_call("路灯不亮。")
    desk.press("F12", "Ctrl+F8", "2")
    assert "用餐" in desk.window.notices.text()
    desk.press("F12")
    assert "用餐" in desk.window.top._state.text()
    last = desk.facts(facts.SeatState)[-1]
    assert (last.state, last.reason) == (Seat.NOT_READY, "meal")
    desk.press("Ctrl+F8", "0")
    assert desk.facts(facts.SeatState)[-1].state is Seat.READY


def test_the_mark_goes_from_gist_to_verbatim_to_unclear(desk: Desk) -> None:
    desk.take_call("一\n二")
    marks = []
    for _ in range(3):
        desk.press("Ctrl+F6")
        marks.append(desk.matter.lines[1].mark)
    assert marks == [Mark.VERBATIM, Mark.UNCLEAR, Mark.GIST]
    assert desk.matter.lines[0].mark is Mark.GIST


def test_kind_and_category_are_chosen_from_the_form_by_keys(desk: Desk) -> None:
    desk.take_call("路灯不亮。")
    desk.press("Ctrl+F2", "3", "Return")
    assert desk.matter.kind is MatterKind.COMPLAINT
    assert desk.focus() is desk.page.form.category
    desk.keys("ldbl")
    desk.press("Return")
    assert desk.parts.profile.categories.path_name(desk.matter.category or "").endswith("路灯不亮")
    assert desk.focus() is desk.page.form.record
    desk.press("Backtab", "Backtab")
    assert desk.focus() is desk.page.form.kind


def test_the_elements_are_walked_by_enter_and_keep_their_order(desk: Desk) -> None:
    desk.take_call("路灯不亮。")
    desk.choose_kind(MatterKind.REQUEST)
    desk.choose_category("路灯")
    desk.press("Ctrl+F2")
    desk.type("学府路\n昨晚")
    desk.press("Ctrl+F2")
    codes = [one.code for one in desk.profile.categories.elements(desk.matter.category or "")]
    assert [code for code, _text in desk.matter.elements] == codes[:2]
    assert desk.matter.elements[0][1] == "学府路"


def test_the_history_of_the_number_stands_beside_and_a_digit_shows_more(desk: Desk) -> None:
    desk.ticket_call("路灯不亮。", NUMBER)
    desk.take_call(number=NUMBER)
    history = desk.page.listening.history
    desk.wait(lambda: len(history.rows) > 6)  # behind what can be done to the open ticket
    assert desk.tickets()[0].number in history.rows[6].text
    assert "湖滨路" not in history.rows[6].text
    history.setFocus()
    desk.press("7")
    assert "湖滨路" in history.rows[6].text
    desk.press("Escape")
    assert desk.focus() is desk.page.form.record


def test_what_to_say_next_changes_with_the_call(desk: Desk) -> None:
    desk.take_call()
    said = [desk.page.middle.say.text()]
    desk.press("F8")
    said.append(desk.page.middle.say.text())
    desk.type("路灯不亮。")
    desk.press("F5")
    said.append(desk.page.middle.say.text())
    assert said == ["您好，工号Anna为您服务，请讲。", "请问是在什么地方？", "我把您说的念一遍。"]


def test_nobody_is_sent_off_before_the_matter_led_to_something(desk: Desk) -> None:
    said = desk.page.middle.say
    desk.take_call("养老金怎么领？")
    assert said.text() == "请问您怎么称呼？"
    desk.page.form.name.setFocus()
    desk.type("王女士")
    desk.press("F2")
    assert not said.isVisible()
    desk.wait(lambda: desk.page.knowledge.list.hits.hits)
    desk.press("F10")
    assert said.text() == "还有别的事吗？"


def test_the_same_call_over_a_real_store(sqlite_desk: Desk) -> None:
    desk = sqlite_desk
    desk.take_call("路灯不亮。", NUMBER)
    desk.press("F5", "F5", "F12", "F12")
    assert desk.phase is Phase.NO_CALL
    (row,) = desk.calls()
    assert (row.outcome, row.number, row.talk_s) == (Outcome.TO_REGISTER, NUMBER, row.talk_s)
    (seal,) = desk.facts(facts.Seal)
    assert [item["answer"] for item in seal.items] == ["confirmed"]


def test_the_summary_is_proposed_and_taken_by_a_key(desk: Desk) -> None:
    desk.take_call("路灯不亮。\n没人管。")
    desk.choose_category("路灯不亮")
    desk.press("Tab")
    assert desk.focus() is desk.page.form.summary
    desk.press("Down")
    assert desk.matter.summary == "路灯不亮。"
    desk.type("三天")
    assert desk.matter.summary == "路灯不亮。三天"
    desk.press("Ctrl+A", "Delete")
    desk.call.set_element("exact_place", "学府路")
    desk.press("Return")
    assert desk.matter.summary == "具体位置：学府路"


def test_the_caller_is_masked_when_the_call_is_over_until_the_keys_are_there(desk: Desk) -> None:
    desk.take_call("路灯不亮。", NUMBER)
    line = desk.page.form.number
    desk.call.changed.emit()
    assert line.text() == NUMBER
    desk.press("F12")
    assert line.text() == "138****2206"
    line.setFocus()
    desk.press("End", "Backspace")
    desk.keys("7")
    assert desk.draft.number == NUMBER[:-1] + "7"
    desk.press("F11")
    callback = desk.page.strip.fields["callback"]
    assert callback.text() == "138****2207"  # type: ignore[attr-defined]
    desk.press("F12")
    assert desk.calls()[0].number == NUMBER[:-1] + "7"


def test_a_form_without_a_call_shows_nothing_of_the_last_one(desk: Desk) -> None:
    desk.take_call("路灯不亮。", NUMBER)
    desk.fill_strip()
    desk.press("Shift+F2")
    desk.type("第二件。")
    desk.press("F12", "F12")
    form = desk.page.form
    assert (form.number.text(), form.category.text(), form.kind.value) == ("", "", None)
    tabs = [one for one in form.findChildren(QPushButton) if one.text().startswith("诉求")]
    assert all(tab.isHidden() for tab in tabs)
