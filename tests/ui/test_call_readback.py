"""The readback by keys: answers, reasons by digit, corrections, scope, seal and supplement."""

from __future__ import annotations

from dataclasses import replace

import pytest

from operator_desk.domain import facts, readback
from operator_desk.domain.draft import Item
from operator_desk.domain.phase import Phase
from operator_desk.domain.terms import Answer, ItemKind, Mark, Scope
from tests.ui.desk import Desk

pytestmark = pytest.mark.window


def items(desk: Desk) -> tuple[Item, ...]:
    assert desk.matter.readback is not None
    return desk.matter.readback.items


def answers(desk: Desk) -> list[Answer | None]:
    return [item.answer for item in items(desk)]


def now(desk: Desk) -> int:
    assert desk.matter.readback is not None
    return desk.matter.readback.current


def sealed(desk: Desk) -> list[list[str]]:
    """The answers of each seal in the store."""
    return [[item["answer"] for item in seal.items] for seal in desk.facts(facts.Seal)]


def test_run_on_text_is_cut_and_confirmed_by_f5_or_enter(desk: Desk) -> None:
    desk.take_call("路灯不亮。三天了。没人管。")
    desk.press("F5")
    assert desk.phase is Phase.READBACK
    assert desk.words == ["路灯不亮。", "三天了。", "没人管。"]
    assert desk.page.form.record.paragraphs() == [*desk.words, ""]
    desk.press("F5", "Return", "F5")
    assert answers(desk) == [Answer.CONFIRMED] * 3


def test_arrows_move_without_answering_and_shift_f5_goes_back(desk: Desk) -> None:
    desk.take_call("一\n二\n三")
    desk.press("F5", "Down", "Down", "Up")
    assert (now(desk), answers(desk)) == (1, [None] * 3)
    desk.press("F5")
    assert (now(desk), answers(desk)) == (2, [None, Answer.CONFIRMED, None])
    desk.press("Shift+F5", "Backspace")
    assert now(desk) == 0
    desk.press("2")
    assert now(desk) == 1


def test_declined_and_not_read_ask_for_a_reason_by_digit(desk: Desk) -> None:
    desk.take_call("一\n二\n三\n四\n五\n六\n七")
    desk.press("F5")
    expected = []
    for key, digit, answer, reason in (
        ("F7", "1", Answer.DECLINED, "caller_in_a_hurry"),
        ("F7", "4", Answer.DECLINED, "wants_other_wording"),
        ("F7", "F7", Answer.DECLINED, "caller_in_a_hurry"),  # the key again: the first reason
        ("Shift+F7", "1", Answer.NOT_READ, "hung_up"),
        ("Shift+F7", "2", Answer.NOT_READ, "refused"),
        ("Shift+F7", "3", Answer.NOT_READ, "cut"),
        ("Shift+F7", "4", Answer.NOT_READ, "danger"),
    ):
        desk.press(key, digit)
        expected.append((answer, reason))
    rows = desk.facts(facts.ReadbackAnswer)
    assert [(row.answer, row.reason) for row in rows] == expected
    assert readback.finished(desk.matter)


def test_a_digit_that_is_no_reason_answers_nothing(desk: Desk) -> None:
    desk.take_call("一")
    desk.press("F5", "F7", "8")
    assert answers(desk) == [None]
    desk.press("F5")
    assert answers(desk) == [Answer.CONFIRMED]


def test_a_corrected_item_shows_the_old_wording_and_is_read_again(desk: Desk) -> None:
    desk.take_call("停水三天。")
    desk.press("F5", "F6", "Ctrl+A")
    desk.type("停水五天。")
    desk.press("Return")
    model = desk.page.readback.list.model()
    shown = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert [text.split()[0] for text in shown] == ["停水三天。", "停水五天。"]
    desk.press("F5")
    assert answers(desk) == [Answer.CORRECTED, Answer.CONFIRMED]
    rows = desk.facts(facts.Statement)
    assert [(row.words, row.version) for row in rows] == [("停水三天。", 1), ("停水五天。", 2)]
    assert desk.page.form.record.paragraphs() == ["停水五天。"]


def test_a_correction_that_changes_nothing_is_none(desk: Desk) -> None:
    desk.take_call("停水三天。")
    desk.press("F5", "F6", "F6")
    assert answers(desk) == [None]
    desk.press("F6", "Ctrl+A", "Delete", "Return")
    assert (answers(desk), desk.words) == ([None], ["停水三天。"])
    desk.press("F6")
    desk.type("？")
    desk.press("Escape")
    assert (answers(desk), desk.words) == ([None], ["停水三天。"])


@pytest.mark.parametrize("key", ["F2", "Shift+F5", "F11", "Shift+F2", "Shift+F6", "F12"])
def test_a_correction_that_is_half_typed_is_taken_when_the_keys_go_elsewhere(
    desk: Desk, key: str
) -> None:
    desk.take_call("停水三天。\n没人管。")
    desk.press("F5", "F6", "Ctrl+A")
    desk.type("停水五")
    desk.compose("天")
    desk.press(key)
    first = desk.draft.matters[0].lines[0]
    assert (first.words, len(first.versions)) == ("停水五天", 2)


def test_summary_and_elements_are_read_first_and_corrected_in_the_form(desk: Desk) -> None:
    desk.take_call("路灯不亮。")
    desk.choose_category("路灯不亮")
    desk.call.set_summary("路灯不亮")
    desk.call.set_element("exact_place", "学府路")
    desk.press("F5")
    kinds = [item.kind for item in items(desk)]
    assert kinds == [ItemKind.SUMMARY, ItemKind.ELEMENT, ItemKind.STATEMENT]
    desk.press("F5", "F6", "Ctrl+A")
    desk.type("学府路 26 号")
    desk.press("Return", "F5", "F5")
    assert dict(desk.matter.elements) == {"exact_place": "学府路 26 号"}
    assert [form.elements for form in desk.matter.forms[-2:]] == [
        (("exact_place", "学府路"),),
        (("exact_place", "学府路 26 号"),),
    ]


def test_the_scope_is_one_key_and_what_is_outside_it_is_not_read(desk: Desk) -> None:
    desk.take_call("一\n二")
    desk.press("Ctrl+F6", "F5")  # the second statement is verbatim
    assert answers(desk) == [None, Answer.NOT_READ]
    assert items(desk)[1].given[-1].reason == "scope"
    desk.press("F5", "Ctrl+F5")
    assert desk.matter.readback is not None
    assert desk.matter.readback.scope is Scope.WHOLE
    scopes = [row.scope for row in desk.facts(facts.Readback)]
    assert scopes == [Scope.GIST, Scope.WHOLE]


def test_a_second_readback_covers_what_changed_and_not_what_the_scope_left_out(desk: Desk) -> None:
    desk.take_call("一\n二")
    desk.press("Ctrl+F6", "F5", "F5", "F2")
    desk.type("\n三")
    desk.press("F5")
    assert [readback.words(desk.matter, item) for item in items(desk)] == ["三"]
    desk.press("F5", "F2", "F5")
    assert "复述" in desk.window.notices.text()
    assert len(desk.matter.readbacks) == 2


def test_a_readback_that_was_left_goes_on_where_it_was(desk: Desk) -> None:
    desk.take_call("一\n二\n三")
    desk.press("F5", "F5", "F2", "F5")
    assert len(desk.matter.readbacks) == 1
    assert (now(desk), answers(desk)) == (1, [Answer.CONFIRMED, None, None])


def test_nothing_typed_is_nothing_to_read(desk: Desk) -> None:
    desk.take_call()
    desk.press("F5")
    assert desk.phase is Phase.LISTENING
    assert desk.window.notices.text()


def test_a_hang_up_in_mid_readback_leaves_the_rest_not_read(desk: Desk) -> None:
    desk.take_call("一\n二\n三")
    desk.press("F5", "F5", "F12", "F12")
    assert sealed(desk) == [["confirmed", "not_read", "not_read"]]
    reasons = [row.reason for row in desk.facts(facts.ReadbackAnswer)]
    assert reasons == [None, "hung_up", "hung_up"]


def test_any_mixture_is_sealed_and_what_comes_then_is_a_supplement(sqlite_desk: Desk) -> None:
    desk = sqlite_desk
    desk.take_call("一\n二\n三")
    desk.press("F5", "F5", "F7", "2", "Shift+F6")
    assert sealed(desk) == [["confirmed", "declined", "not_read"]]
    desk.press("F2")
    desk.type("四")  # without Enter: the cursor stands on a line of its own
    assert desk.words == ["一", "二", "三", "四"]
    desk.press("F12", "F12")
    first, second = desk.facts(facts.Seal)
    assert (second.part, second.previous) == (1, first.seal_hash)
    assert sealed(desk)[1] == ["not_read", "not_read"]  # the third was never read, then hung up
    parts = {row.words: row.part for row in desk.facts(facts.Statement)}
    assert parts == {"一": 0, "二": 0, "三": 0, "四": 1}


def test_a_seal_without_anything_new_says_so(desk: Desk) -> None:
    desk.take_call("一")
    desk.press("Shift+F6", "Shift+F6")
    assert len(desk.facts(facts.Seal)) == 1
    assert len(desk.page.knowledge.toasts.texts()) == 2


@pytest.mark.parametrize("keys", [("Shift+F6",), ("F5", "F2"), ("F11", "Return"), ("F12",)])
def test_typing_on_after_the_record_was_read_or_sealed_corrects_nothing(
    desk: Desk, keys: tuple[str, ...]
) -> None:
    desk.take_call("路灯不亮。三天了。")
    desk.fill_strip()
    desk.press(*keys)
    desk.page.form.record.setFocus()
    desk.type("没人管。")
    assert "".join(desk.words) == "路灯不亮。三天了。没人管。"
    assert desk.words[-1] == "没人管。"
    assert [len(line.versions) for line in desk.matter.lines][:-1] in ([1, 1], [1])


def test_cutting_leaves_the_cursor_behind_the_same_character(desk: Desk) -> None:
    desk.take_call("路灯不亮。 三天了。没人管。")
    desk.press("Left", "Left", "Shift+F6")
    desk.type("来")
    assert desk.words == ["路灯不亮。", "三天了。", "没人来管。"]


def test_unclear_statements_are_read_before_verbatim_ones(desk: Desk) -> None:
    desk.take_call("一\n二")
    first = desk.matter.lines[0]
    desk.call.set_matter(
        replace(desk.matter, lines=(replace(first, mark=Mark.VERBATIM), *desk.matter.lines[1:]))
    )
    desk.press("Ctrl+F5", "F5")
    assert [readback.words(desk.matter, item) for item in items(desk)] == ["二", "一"]


def test_the_record_shows_beside_each_statement_how_it_was_answered(desk: Desk) -> None:
    desk.take_call("一\n二\n三")
    assert desk.page.form.record._answers == ()
    desk.press("F5", "F5", "F7", "1", "F2")
    desk.type("\n四")
    desk.page.form.record.to_end()
    signs = [Answer.CONFIRMED, Answer.DECLINED, None, None]
    assert list(desk.page.form.record._answers) == signs
    desk.press("Ctrl+Home", "End")
    desk.type("改")
    assert list(desk.page.form.record._answers) == [None, *signs[1:]]
    assert not desk.page.form.record.grab().isNull()


def test_an_ended_call_is_not_read_back(desk: Desk) -> None:
    desk.take_call("一")
    desk.press("F12", "F11", "F5")
    assert desk.phase is Phase.REGISTERING
    assert desk.matter.readbacks == ()
