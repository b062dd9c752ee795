"""A kill in mid-call: the next start offers the call with every character and answer."""

from __future__ import annotations

from uuid import UUID

import pytest

from operator_desk.domain import facts
from operator_desk.domain.phase import Phase
from operator_desk.domain.terms import Answer, MatterKind, Outcome, Role
from operator_desk.services.people import Actor
from tests.ui.desk import NUMBER, Desk
from tests.ui.faulty import FULL

pytestmark = pytest.mark.window
BEN = Actor(UUID(int=1 << 65), "ben", "Ben", (Role.OPERATOR,))


def rich_call(desk: Desk) -> None:
    """A call in the middle of its readback, with everything a form can hold."""
    desk.take_call("路灯不亮。\n三天了。\n没人管。", NUMBER)
    desk.page.form.name.setFocus()
    desk.type("王女士")
    desk.choose_kind(MatterKind.COMPLAINT)
    desk.choose_category("路灯不亮")
    desk.call.set_element("exact_place", "学府路")
    desk.press("Shift+F2")
    desk.type("楼道停水。")
    desk.press("Ctrl+F11", "F5", "F5", "F6", "Ctrl+A")
    desk.type("三盏路灯不亮。")
    desk.press("Return")
    desk.call.set_strip(title="路灯", unit="lamps")
    desk.call.keeper.now()


def offered(desk: Desk) -> str:
    question = desk.window.questions.question
    return question.words if question else ""


def test_go_on_brings_back_every_character_answer_and_the_running_time(desk: Desk) -> None:
    rich_call(desk)
    before = desk.draft
    desk.crashed()
    assert "138****2206" in offered(desk)
    assert NUMBER not in offered(desk)
    desk.press("1")
    after = desk.draft
    assert (after.phase, after.started_at) == (Phase.READBACK, before.started_at)
    assert after == before
    assert desk.page.form.record.paragraphs() == ["三盏路灯不亮。", "三天了。", "没人管。"]
    desk.press("F5")
    assert desk.matter.readback is not None
    assert [item.answer for item in desk.matter.readback.items][:3] == [
        Answer.CONFIRMED,
        Answer.CORRECTED,
        Answer.CONFIRMED,
    ]
    desk.press("F12", "F12")
    assert [row.matters for row in desk.calls()] == [2]
    assert offered(desk) == ""


def test_close_ends_the_call_with_its_last_sign_of_life_and_stores_all(sqlite_desk: Desk) -> None:
    desk = sqlite_desk
    rich_call(desk)
    last = max(
        given.at for run in desk.matter.readbacks for item in run.items for given in item.given
    )
    started = desk.draft.started_at
    desk.pass_by(hours=5)
    desk.crashed()
    desk.press("2")
    (row,) = desk.calls()
    assert (row.outcome, row.talk_s) == (
        Outcome.TO_REGISTER,
        round((last - started).total_seconds()),
    )
    assert len(desk.facts(facts.Seal)) == 2
    assert desk.on_disk() == []
    assert offered(desk) == ""
    desk.opened()
    assert offered(desk) == ""


def test_a_call_killed_in_after_call_work_comes_back_there(desk: Desk) -> None:
    desk.take_call("打错了。")
    desk.press("F12", "8")
    desk.crashed()
    desk.press("1")
    assert (desk.phase, desk.call.outcome) == (Phase.AFTER_CALL, Outcome.WRONG_NUMBER)
    desk.press("F12")
    assert [row.outcome for row in desk.calls()] == [Outcome.WRONG_NUMBER]


def test_a_chosen_outcome_that_the_store_did_not_get_is_kept_too(desk: Desk) -> None:
    desk.take_call("打错了。")
    desk.press("F12")
    desk.store.trouble = FULL  # type: ignore[attr-defined]
    desk.press("8")
    desk.store.trouble = None  # type: ignore[attr-defined]
    desk.crashed()
    desk.press("2")
    assert [row.outcome for row in desk.calls()] == [Outcome.WRONG_NUMBER]


def test_a_second_kill_offers_the_call_again(desk: Desk) -> None:
    rich_call(desk)
    desk.crashed()
    desk.press("1")
    desk.press("F2")
    desk.page.form.record.to_end()
    desk.type("又坏了。")
    desk.call.keeper.now()
    desk.crashed()
    desk.press("1")
    assert "没人管。又坏了。" in desk.words


def test_several_calls_are_offered_one_after_the_other(desk: Desk) -> None:
    for words in ("一", "二"):
        desk.take_call(words)
        desk.call.keeper.now()
        desk.crashed()
        desk.press("Escape")
    desk.press("2")
    assert offered(desk)
    desk.press("2")
    assert offered(desk) == ""
    assert [row.outcome for row in desk.calls()] == [Outcome.TO_REGISTER] * 2


def test_a_new_call_can_be_taken_first_and_is_never_replaced(desk: Desk) -> None:
    desk.take_call("旧的来电。")
    desk.call.keeper.now()
    desk.crashed()
    desk.take_call("新的来电。")
    desk.window.questions.setFocus()
    desk.press("1")
    assert desk.words == ["新的来电。"]
    assert offered(desk)
    assert desk.window.notices.text()
    desk.press("F12", "F12", "1")
    assert desk.words == ["旧的来电。"]


def test_the_call_of_another_operator_can_be_closed_or_left_not_gone_on_with(desk: Desk) -> None:
    desk.take_call("安娜的来电。")
    desk.call.keeper.now()
    anna, desk.actor = desk.actor, BEN
    desk.crashed()
    question = desk.window.questions.question
    assert question is not None
    assert [reply.digit for reply in question.replies] == ["2", "3"]
    desk.press("1", "3")
    assert len(desk.on_disk()) == 1
    desk.opened()
    desk.press("2")
    assert [(row.operator, row.outcome) for row in desk.calls()] == [
        (anna.staff_id, Outcome.TO_REGISTER)
    ]


def test_a_call_that_the_store_has_is_let_go_without_asking(desk: Desk) -> None:
    desk.take_call("路灯不亮。")
    desk.press("F12")
    draft = desk.draft
    desk.press("F12")
    desk.call.keeper.keep(draft)  # as if the kill came between store and journal
    desk.crashed()
    assert offered(desk) == ""
    assert desk.on_disk() == []


def test_a_file_of_nonsense_is_told_and_kept(desk: Desk) -> None:
    folder = desk.folder / "journal"
    folder.mkdir(exist_ok=True)
    path = folder / f"{UUID(int=9)}.jsonl"
    path.write_text("nonsense\n")
    desk.opened()
    assert desk.window.notices.text()
    assert [one.name for one in folder.glob("*.damaged")] == [path.with_suffix(".damaged").name]
    desk.take_call("路灯不亮。")
    assert desk.phase is Phase.LISTENING
