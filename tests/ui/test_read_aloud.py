"""The machine's voice at a readback: what it says, when it is silent, who is said to have read."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from operator_desk.domain import facts
from operator_desk.domain.phase import Phase
from operator_desk.domain.terms import Answer, Mode
from operator_desk.speech.spoken import digit_by_digit
from operator_desk.speech.voice import State
from tests.fakes.voice import FakeVoice
from tests.services.desk import profile
from tests.ui.desk import Desk
from tests.ui.faulty import FaultyStore
from tests.ui.test_numbers import OFFICE

pytestmark = pytest.mark.window
THREE = "路灯不亮。三天了。没人管。"


class Spoken(Desk):
    """A desk whose voice is a fake; a test is its mouth."""

    voice: FakeVoice

    def _fill(self) -> None:
        super()._fill()
        self.voice = FakeVoice()

    @property
    def said(self) -> list[str]:
        """The texts that were given to the voice, in their order."""
        return [one.text for one in self.voice.said]

    @property
    def notices(self) -> str:
        """What the notice bar says."""
        return self.window.notices.text()


@pytest.fixture
def desk(prepared: QApplication, qtbot: QtBot, tmp_path: Path) -> Spoken:
    """A window with a voice that is not switched on."""
    del prepared
    made = Spoken(qtbot, FaultyStore("A07"), profile(), tmp_path)
    made.window.close()
    made.parts = replace(made.parts, voice=made.voice)  # type: ignore[arg-type]
    made.opened()
    return made


@pytest.fixture
def read(desk: Spoken) -> Spoken:
    """Three statements, and the voice reads the first one."""
    desk.settings.set("voice", True)
    desk.take_call(THREE)
    desk.press("F5")
    return desk


def test_without_being_asked_for_no_voice_is_started(desk: Spoken) -> None:
    desk.take_call(THREE)
    desk.press("F5", "F5")
    assert desk.voice.calls == []
    assert desk.matter.readbacks[0].mode is Mode.MANUAL


def test_every_item_is_said_once_and_waits_for_its_answer(read: Spoken) -> None:
    assert read.said == ["路灯不亮。"]
    assert [one.text for one in read.voice.prepared] == ["三天了。", "没人管。"]
    read.voice.begin()
    read.voice.end()
    assert read.said == ["路灯不亮。"]
    read.press("F5")
    assert read.said == ["路灯不亮。", "三天了。"]
    read.press("Return", "F5")
    assert read.said == ["路灯不亮。", "三天了。", "没人管。"]
    assert read.voice.state is State.IDLE
    assert [item.answer for item in read.matter.readbacks[0].items] == [Answer.CONFIRMED] * 3


def test_f4_holds_goes_on_and_says_it_again(read: Spoken) -> None:
    read.press("F4")
    assert read.voice.state is State.PAUSED
    read.press("Pause")
    assert read.voice.state is State.SPEAKING
    read.voice.begin()
    read.voice.end()
    read.press("F4")
    assert read.said == ["路灯不亮。", "路灯不亮。"]


def test_f4_lets_the_voice_read_where_the_operator_read_and_it_stays_so(desk: Spoken) -> None:
    desk.take_call(THREE)
    desk.press("F5", "F4")
    assert desk.said == ["路灯不亮。"]
    assert desk.settings.get("voice") is True
    desk.page.readback._voice_bar.switch_wanted.emit(False)
    assert desk.voice.state is State.IDLE
    assert desk.settings.get("voice") is False


def test_the_word_being_said_is_marked(read: Spoken) -> None:
    read.voice.begin()
    read.voice.word(0, 2)
    assert read.page.readback._model.said == (0, 2)
    read.press("F5")
    assert read.page.readback._model.said == (0, 0)


def test_it_is_silent_while_a_correction_is_typed_and_reads_the_new_wording(read: Spoken) -> None:
    read.voice.begin()
    read.press("F6")
    assert read.voice.state is State.IDLE
    read.type("路灯坏了。")
    read.press("Return")
    assert read.said == ["路灯不亮。", "路灯坏了。"]


def test_it_is_silent_at_once_when_something_is_typed_and_does_not_begin_again(
    read: Spoken,
) -> None:
    read.press("F3")
    assert read.voice.state is State.SPEAKING
    read.type("路灯")
    assert read.voice.state is State.IDLE
    read.press("Escape")
    assert read.said == ["路灯不亮。"]
    read.press("F4")
    assert read.said == ["路灯不亮。", "路灯不亮。"]


@pytest.mark.parametrize("key", ["F2", "F11", "F12"])
def test_it_is_silent_when_the_readback_is_left(read: Spoken, key: str) -> None:
    read.press(key)
    assert read.phase is not Phase.READBACK
    assert read.voice.state is State.IDLE


def test_who_read_each_item_is_stored(read: Spoken) -> None:
    read.voice.begin()
    read.press("F5")
    read.voice.begin()
    read.voice.fail("died")
    assert "原有按键不变" in read.notices
    read.press("F5", "F5")
    rows = read.facts(facts.ReadbackAnswer)
    assert [row.answer for row in rows] == [Answer.CONFIRMED] * 3
    assert [row.mode for row in rows] == [None, Mode.MANUAL, Mode.MANUAL]
    assert [row.mode for row in read.facts(facts.Readback)] == [Mode.VOICE]
    read.press("F2")
    read.type("还有一句。")
    read.press("F5")
    assert [row.mode for row in read.facts(facts.Readback)] == [Mode.VOICE, Mode.MANUAL]


def test_an_item_that_was_answered_before_it_sounded_was_read_by_the_operator(
    read: Spoken,
) -> None:
    read.press("F5")
    assert [row.mode for row in read.facts(facts.ReadbackAnswer)] == [Mode.MANUAL]


def test_the_same_list_and_keys_stay_when_the_voice_is_lost_and_it_is_said_once(
    read: Spoken,
) -> None:
    read.voice.fail("no_sound")
    assert "没有声音" in read.notices
    read.window.notices.hide()
    read.press("F5", "F7", "1", "Shift+F7", "1")
    answers = [item.answer for item in read.matter.readbacks[0].items]
    assert answers == [Answer.CONFIRMED, Answer.DECLINED, Answer.NOT_READ]
    assert not read.window.notices.isVisible()
    read.press("Shift+F5", "F4")
    assert read.voice.state is State.SPEAKING


def test_plus_and_minus_change_the_pace_and_it_is_kept(read: Spoken) -> None:
    read.keys("+")
    assert (read.voice.rate, read.settings.get("voice_rate")) == (115, 115)
    read.keys("-")
    read.keys("-")
    assert (read.voice.rate, read.settings.get("voice_rate")) == (85, 85)


def test_the_open_contact_s_number_is_shown_and_said_digit_by_digit(desk: Spoken) -> None:
    desk.take_call("停水了")
    desk.press("Shift+F11")
    assert desk.said == []
    assert "没有可以告知" in desk.notices
    desk.services.knowledge.put(desk.actor, [OFFICE])
    desk.page.knowledge.open_key(OFFICE.key)
    desk.press("Shift+F11")
    assert desk.said == [digit_by_digit("62880002", "zh_CN")]
    assert desk.page.middle.say.text() == f"62880002\n{desk.said[0]}"


def test_with_little_room_the_number_stands_where_the_article_is(desk: Spoken) -> None:
    desk.services.knowledge.put(desk.actor, [OFFICE])
    desk.window.resize(900, 768)
    desk.take_call("停水了")
    desk.page.knowledge.open_key(OFFICE.key)
    assert not desk.page.middle.isVisible()
    desk.press("Shift+F11")
    shown = [label.text() for label in desk.page.knowledge.toasts.findChildren(QLabel)]
    assert any(desk.said[0] in words for words in shown)


def test_a_number_that_is_said_in_between_reads_no_item(read: Spoken) -> None:
    read.services.knowledge.put(read.actor, [OFFICE])
    read.voice.begin()
    read.press("F5")
    read.page.knowledge.open_key(OFFICE.key)
    read.press("Shift+F11")
    read.voice.begin()
    read.press("F5")
    assert [row.mode for row in read.facts(facts.ReadbackAnswer)] == [None, Mode.MANUAL]


def test_an_internal_number_is_never_said(desk: Spoken) -> None:
    inside = replace(OFFICE, phones=OFFICE.phones[:1])
    desk.services.knowledge.put(desk.actor, [inside])
    desk.take_call("停水了")
    desk.page.knowledge.open_key(inside.key)
    desk.press("Shift+F11")
    assert desk.said == []
    assert "没有可以告知" in desk.notices
