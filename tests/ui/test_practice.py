"""Practice calls by keys: chosen, taken, read back, registered without a trace, looked at."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from operator_desk.domain import facts
from operator_desk.domain.life_cycle import Action
from operator_desk.domain.phase import Phase
from operator_desk.domain.terms import Answer, CallClass, MatterKind, Seat
from operator_desk.storage.verify import verify_store
from operator_desk.ui.call.practice_calls import RESULT
from tests.fakes.voice import FakeVoice
from tests.ui.desk import Desk

pytestmark = pytest.mark.window

SCRIPT = {
    "id": "own-1", "started_at": "2026-09-01T09:00:00+08:00", "caller_number": "16000000105",
    "kind": "request", "title": "路灯不亮", "category": "", "outcome": "ticket",
    "statements": ["学府路的路灯不亮。真的很黑。", "已经四天了。"],
    "readback": ["confirmed", {"corrected": "已经五天了。"}], "told": ["own:lamp", "own:gone"],
    "elements": {"exact_place": "学府路26号门口", "caller_name": "我叫程雨薇"},
    "verbatim": ["学府路", "程雨薇"], "talk_s": 60, "after_call_s": 5, "pauses": [1, 2],
}  # fmt: skip


def taught(desk: Desk, voice: FakeVoice | None = None) -> Desk:
    """A desk whose centre has a script of its own, behind the shipped ones; without a voice."""
    if voice is None:
        voice = FakeVoice()
        voice.fail("no_voice")
    desk.window.close()
    desk.parts = replace(desk.parts, voice=voice)  # type: ignore[arg-type]
    desk.opened()
    path = desk.folder / "own.jsonl"
    row = {**SCRIPT, "category": desk.category("路灯不亮")}
    path.write_text(json.dumps(row, ensure_ascii=False) + "\n{}\n", encoding="utf-8")
    desk.settings.set("practice_scripts", str(path))
    return desk


def begin(desk: Desk) -> None:
    """The own script's call, from the palette."""
    desk.window.run("practice_call")
    rows = desk.page.picker.list.rows
    assert rows[-1].value.id == "own-1"
    desk.page.picker.list._choose(len(rows) - 1)


def said(desk: Desk) -> str:
    return desk.page.caller_strip.words.text()


def step(desk: Desk) -> str:
    """What the caller says next, without waiting for it."""
    desk.page.caller.step()
    return said(desk)


def facts_of(desk: Desk) -> dict[str, int]:
    """How many rows each table of calls and seats has."""
    tables = (
        facts.Call, facts.Caller, facts.CallEnd, facts.CallClose, facts.Matter, facts.MatterForm,
        facts.Statement, facts.Readback, facts.ReadbackAnswer, facts.Told, facts.Seal,
        facts.Ticket, facts.TicketEvent, facts.SearchMiss, facts.ViewLog, facts.ArticleFlag,
    )  # fmt: skip
    counts = {one.__name__: len(desk.facts(one)) for one in tables}
    return {name: n for name, n in counts.items() if n}


def listen(desk: Desk) -> None:
    """The caller speaks sentence by sentence; the cursor stays in the record."""
    page = desk.page
    assert step(desk) == "来电人：学府路的路灯不亮。"
    desk.type("学府路的路灯不亮。")
    assert step(desk) == "来电人：学府路的路灯不亮。"  # a breath between two sentences
    assert step(desk) == "来电人：真的很黑。"
    desk.press("Ctrl+F9")
    assert said(desk) == "来电人：学府路的路灯不亮。"
    for _over in range(4):
        step(desk)
    desk.press("F8")  # no longer waiting: on
    assert said(desk) == "来电人：已经四天了。"
    desk.type("\n已经四天了。")
    assert desk.focus() is page.form.record


def ask(desk: Desk) -> None:
    """Asked where the cursor is, the caller answers."""
    page = desk.page
    desk.choose_category("路灯不亮")
    QApplication.processEvents()
    assert page.listening.focus_first()
    desk.press("F8")
    assert said(desk) == "来电人：学府路26号门口"
    desk.type("学府路26号门口")
    page.form.name.setFocus()
    desk.press("F8")
    assert said(desk) == "来电人：我叫程雨薇"
    desk.type("程雨薇")


def search_and_tell(desk: Desk) -> None:
    """A search without a hit is no gap; an article is told."""
    page = desk.page
    desk.press("F3")
    desk.type("龘龘龘")
    page.knowledge.misses.settle()
    page.knowledge.line.setText("路灯不亮")
    desk.wait(lambda: page.knowledge.list.hits.hits)
    desk.press("F10")
    assert desk.told == ["own:lamp"]


def read_back(desk: Desk) -> None:
    """The caller is silent but for the answers, which are followed."""
    page = desk.page
    desk.press("F2", "Ctrl+F5", "F5")
    assert desk.phase is Phase.READBACK
    assert not page.caller.running
    while (run := desk.matter.readbacks[-1]).current < len(run.items):
        if "应该是" in said(desk) and not run.items[run.current].again:
            desk.press("F6")
            desk.type("已经五天了。")
            desk.press("Return")
        else:
            desk.press("F5")
    answers = [item.answer for item in desk.matter.readbacks[-1].items]
    assert answers.count(Answer.CORRECTED) == 1


def register(desk: Desk) -> None:
    """The strip is walked; nothing is sent."""
    desk.call.set_strip(unit="lamps", place="学府路 26 号", title="路灯不亮")
    desk.choose_kind(MatterKind.INQUIRY)
    desk.press("F11", "F11")
    assert desk.matter.rehearsed_at is not None
    assert desk.phase is Phase.LISTENING


def end(desk: Desk) -> None:
    """The call ends; what came of it is seen before a real call."""
    page = desk.page
    desk.press("Shift+F6")
    desk.press("F12")
    assert "挂" in said(desk)
    assert desk.phase is Phase.AFTER_CALL
    desk.press("F2")  # no real call before what came of it was seen
    assert desk.phase is Phase.NO_CALL
    assert page._front() == RESULT
    assert desk.focus() is page.result
    assert not page.caller_strip.isVisible()
    lines = [
        page.result._lines.itemAt(n).widget().text()  # type: ignore[union-attr]
        for n in range(page.result._lines.count() - 1)
    ]
    assert sum(line.startswith("×") for line in lines) == 1  # the kind alone
    assert any("own:gone" in line for line in lines) is False
    assert "脚本 01:00" in lines[-1]


def left_nothing(desk: Desk) -> None:
    """Nothing of it has gone anywhere."""
    assert facts_of(desk) == {"Call": 1, "CallEnd": 1, "CallClose": 1}
    (row,) = desk.calls()
    assert (row.call_class, row.counted, row.number) == (CallClass.TEST, False, None)
    assert desk.on_disk() == []
    with desk.store.write() as tx:
        assert tx.next_running(desk.profile.local_day(desk.clock.now())) == 1
    states = [(one.state, one.reason) for one in desk.facts(facts.SeatState)]  # type: ignore[attr-defined]
    assert (Seat.NOT_READY, "briefing") in states
    assert Seat.TALKING not in [state for state, _reason in states]
    with desk.store.readers.connect() as connection:  # type: ignore[attr-defined]
        assert list(verify_store(connection).broken) == []


def test_a_whole_practice_call_by_keys(sqlite_desk: Desk) -> None:
    desk = taught(sqlite_desk)
    begin(desk)
    page = desk.page
    assert (desk.phase, desk.focus()) == (Phase.LISTENING, page.form.record)
    assert page.caller_strip.isVisible()
    assert "练习" in page.form._remark.text()
    assert "练习" in desk.window.top._state.text()
    for part in (listen, ask, search_and_tell, read_back, register, end, left_nothing):
        part(desk)
    desk.press("1")
    assert page.knowledge.view.shown is not None
    desk.press("Ctrl+F2", "2")  # again
    assert (desk.phase, desk.draft.practice) == (Phase.LISTENING, "own-1")


def test_a_digit_chooses_esc_leaves_and_an_ordinary_call_is_as_ever(desk: Desk) -> None:
    taught(desk)
    desk.page.ready.practice_wanted.emit()
    picker = desk.page.picker
    assert desk.focus() is picker.list
    assert len(picker.list.rows) > 9
    assert not picker._refused.isHidden()
    desk.press("Esc")
    assert desk.page._front() is Phase.NO_CALL
    desk.window.run("practice_call")
    desk.press("F2")  # a real call goes first
    assert desk.phase is Phase.LISTENING
    assert not desk.draft.practice
    assert not desk.page.caller_strip.isVisible()
    desk.press("F8", "F12", "F12")
    assert desk.page._front() is Phase.NO_CALL
    picker.file_wanted.emit(None)
    assert desk.settings.get("practice_scripts") == ""
    desk.window.run("practice_call")
    assert picker._refused.isHidden()
    desk.press("1")
    assert desk.draft.practice == picker.list.rows[0].value.id


def test_practice_shows_no_history_and_touches_no_ticket(desk: Desk) -> None:
    number = desk.ticket_call("路灯不亮。")
    taught(desk)
    begin(desk)
    desk.page.form.number.setText("13800002206")
    desk.call.set_caller(number="13800002206")
    desk.page._load_history()
    assert desk.page.listening.past.tickets == ()
    before = facts_of(desk)
    desk.press("Ctrl+F7")
    assert desk.focus() is desk.page.form.record
    known = desk.services.second_calls.by_ticket(desk.actor, number, "")
    desk.call.take_step(known[0], Action.CHASE)
    assert desk.matter.steps == ()
    assert facts_of(desk) == before


def test_a_practice_call_that_a_crash_cut_off_is_closed_by_itself(desk: Desk) -> None:
    taught(desk)
    begin(desk)
    desk.type("学府路。")
    desk.call.write_now()
    assert [one.practice for one in desk.on_disk()] == ["own-1"]
    window = desk.crashed()
    assert window.questions.question is None
    assert desk.on_disk() == []
    (row,) = desk.calls()
    assert (row.call_class, row.counted) == (CallClass.TEST, False)
    assert facts_of(desk) == {"Call": 1, "CallEnd": 1, "CallClose": 1}


def test_what_the_caller_says_leaves_a_composition_alone(desk: Desk) -> None:
    taught(desk)
    begin(desk)
    desk.compose("xuefulu")
    record = desk.page.form.record
    for _sentence in range(3):
        step(desk)
        assert QApplication.focusWidget() is record
        assert record.composing
    desk.type("学府路")
    assert desk.words == ["学府路"]


def test_who_was_not_ready_before_is_not_ready_afterwards(desk: Desk) -> None:
    taught(desk)
    desk.call.seat(Seat.NOT_READY, "meal")
    begin(desk)
    desk.press("F12", "F12")
    assert desk.call.seat_now == (Seat.NOT_READY, "meal")
    begin(desk)
    desk.press("F12", "F12")
    desk.press("Esc")
    assert desk.page._front() is Phase.NO_CALL


# -- with a voice ------------------------------------------------------------------------


def test_a_voice_speaks_for_the_caller_and_never_over_the_readback(desk: Desk) -> None:
    voice = FakeVoice()
    taught(desk, voice)
    desk.settings.set("voice", True)
    begin(desk)
    caller = desk.page.caller
    assert voice.calls == ["start"]
    step(desk)
    assert voice.said[-1].text == "学府路的路灯不亮。"
    voice.begin()
    assert not caller._timer.isActive()  # the sound says when it is over
    voice.end()
    step(desk)
    assert voice.said[-1].text == "真的很黑。"
    desk.type("学府路的路灯不亮。")
    desk.press("F5")  # in the middle of a sentence
    assert desk.phase is Phase.READBACK
    assert voice.calls[-3:] == ["stop", "start", "say"]
    assert voice.said[-1].text == "学府路的路灯不亮。"
    assert not caller.running
    assert "听" in said(desk)
    voice.begin()
    voice.end()
    assert said(desk) == "来电人：对，没错。"
    desk.press("F5", "F2")
    assert caller.running  # goes on with the sentence that was cut off
    step(desk)
    assert voice.said[-1].text == "学府路的路灯不亮。"


def test_where_the_voice_is_lost_words_stand_as_long_as_they_would_last(desk: Desk) -> None:
    voice = FakeVoice()
    taught(desk, voice)
    begin(desk)
    step(desk)
    voice.fail("died")
    assert desk.page.caller.running
    step(desk)
    step(desk)
    assert said(desk) == "来电人：真的很黑。"
    assert [one.text for one in voice.said] == ["学府路的路灯不亮。"]
