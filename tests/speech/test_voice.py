"""The voice over a fake worker: order, pauses, stops, rates, and everything that may break."""

from __future__ import annotations

import os
import signal
import time
from itertools import pairwise

import pytest

from operator_desk.speech import voice as voices
from operator_desk.speech.link import Limits
from operator_desk.speech.voice import RATES, State, Voice
from tests.fakes.voice import FakeVoice
from tests.speech.mouth import Mouth, utterance

pytestmark = pytest.mark.window
TEXTS = ("楼上漏水三天。", "物业不管", "尽快处理", "谢谢")
LIST = [utterance(n, text) for n, text in enumerate(TEXTS)]


def gone(pid: int) -> bool:
    """Whether no process has the number."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    return False


def test_statements_are_said_one_after_the_other_and_no_file_is_left(mouth: Mouth) -> None:
    voice = mouth.started()
    voice.prepare(LIST)
    voice.finished.connect(lambda key: key < 3 and voice.say(LIST[key + 1]))
    voice.say(LIST[0])
    mouth.until_heard("finished", 3)
    said = [(word, key) for key in range(4) for word in ("started", "finished")]
    assert mouth.heard == [("ready",), *said]
    assert mouth.files() == []
    assert len(mouth.sink.played) == 4
    for key, spans in mouth.spans.items():
        assert spans[0] == (0, 1)
        assert all(one < other for one, other in pairwise(spans)), key


def test_two_are_rendered_ahead_and_none_twice(mouth: Mouth) -> None:
    voice = mouth.started()
    mouth.sink.speed = 0.001
    voice.prepare(LIST)
    mouth.until(lambda: len(mouth.asked()) == 2)
    voice.say(LIST[0])
    mouth.until(lambda: len(mouth.asked()) == 3)
    voice.say(LIST[1])
    mouth.until(lambda: len(mouth.asked()) == 4)
    assert [line.split()[-1][:2] for line in mouth.asked()] == ["楼上", "物业", "尽快", "谢谢"]
    voice.say(LIST[3])
    mouth.until_heard("started", 3)
    assert len(mouth.asked()) == 4


def test_what_is_said_while_it_starts_comes_as_soon_as_it_can(mouth: Mouth) -> None:
    mouth.voice.start()
    assert mouth.voice.state is State.STARTING
    mouth.voice.say(LIST[1])
    mouth.until_heard("finished", 1)
    assert mouth.heard[0] == ("ready",)


def test_a_stop_is_at_once_and_a_repeat_begins_anew(mouth: Mouth) -> None:
    voice = mouth.started()
    mouth.sink.speed = 0.001
    voice.say(LIST[0])
    mouth.until_heard("started", 0)
    began = time.perf_counter()
    voice.stop()
    assert time.perf_counter() - began < 0.05
    assert (voice.state, mouth.sink.calls[-1]) == (State.IDLE, "stop")
    mouth.sink.speed = 20
    voice.repeat()
    mouth.until_heard("finished", 0)
    assert len(mouth.asked()) == 1


def test_a_stop_before_the_sound_is_there_keeps_it_silent(mouth: Mouth) -> None:
    voice = mouth.started()
    voice.say(LIST[0])
    voice.stop()
    voice.say(LIST[1])
    mouth.until_heard("finished", 1)
    assert mouth.heard == [("ready",), ("started", 1), ("finished", 1)]


def test_a_pause_holds_the_place(mouth: Mouth) -> None:
    voice = mouth.started()
    mouth.sink.speed = 1
    voice.say(LIST[1])
    mouth.until_heard("started", 1)
    voice.pause()
    held = mouth.sink.position()
    voice.pause()
    assert voice.state is State.PAUSED
    spans = list(mouth.spans[1])
    voice.prepare(LIST)  # a slow thing meanwhile
    mouth.until(lambda: len(mouth.asked()) == 3)
    assert (mouth.sink.position(), mouth.spans[1]) == (held, spans)
    voice.go_on()
    assert voice.state is State.SPEAKING
    mouth.until_heard("finished", 1)
    assert mouth.sink.calls == ["play", "pause", "go_on"]


def test_a_pause_before_the_sound_is_there_holds_it_too(mouth: Mouth) -> None:
    voice = mouth.started()
    voice.say(LIST[1])
    voice.pause()
    voice.prepare(LIST)
    mouth.until(lambda: len(mouth.asked()) == 3)
    assert mouth.sink.calls == []
    voice.go_on()
    mouth.until_heard("finished", 1)


def test_faster_begins_the_running_one_again_and_renders_anew(mouth: Mouth) -> None:
    voice = mouth.started()
    mouth.sink.speed = 0.001
    told: list[int] = []
    voice.rate_changed.connect(told.append)
    voice.prepare(LIST[:2])
    voice.say(LIST[0])
    mouth.until(lambda: len(mouth.asked()) == 2)
    voice.faster()
    mouth.until(lambda: len(mouth.asked()) == 4)
    mouth.until(lambda: mouth.heard.count(("started", 0)) == 2)
    assert [line.split()[1] for line in mouth.asked()] == ["100", "100", "115", "115"]
    first, second = mouth.sink.played
    assert second.seconds == pytest.approx(first.seconds / 1.15, rel=0.01)
    for _ in range(9):
        voice.slower()
    assert (voice.rate, told) == (RATES[0], [115, 100, 85, 70])


@pytest.mark.parametrize(
    ("text", "code"), [("坏", "failed"), ("静", "silent"), ("假", "broken"), ("”", "silent")]
)
def test_one_that_cannot_be_said_is_told_and_the_others_are_said(
    mouth: Mouth, text: str, code: str
) -> None:
    voice = mouth.started()
    voice.say(utterance("bad", text))
    mouth.until_heard("unsaid", "bad", code)
    assert voice.state is State.IDLE
    voice.say(LIST[3])
    mouth.until_heard("finished", 3)
    assert mouth.files() == []


def test_a_language_without_a_voice_is_never_said_in_another(mouth: Mouth) -> None:
    mouth.has(FAKE_VOICES="zh_CN")
    voice = mouth.started()
    assert voice.can_say("zh_CN")
    assert not voice.can_say("en")
    voice.say(utterance("en", "hello", "en"))
    assert mouth.heard[-1] == ("unsaid", "en", "no_voice")
    assert mouth.asked() == []


def failed_once(mouth: Mouth, code: str) -> Voice:
    """The voice is gone with one word, silent, without a file, and deaf until started again."""
    mouth.until_heard("failed", code)
    voice = mouth.voice
    assert [event for event in mouth.heard if event[0] == "failed"] == [("failed", code)]
    assert (voice.state, voice.worker_pid) == (State.FAILED, 0)
    assert not (mouth.folder / "voice").exists()
    before = list(mouth.heard)
    for act in (voice.pause, voice.go_on, voice.repeat, voice.stop, voice.faster):
        act()
    voice.prepare(LIST)
    voice.say(LIST[0])
    assert (voice.state, mouth.heard) == (State.FAILED, before)
    return voice


@pytest.mark.parametrize(("text", "code"), [("死", "died"), ("挂", "hung"), ("乱", "died")])
def test_a_worker_that_breaks_while_another_is_said_stops_all(
    mouth: Mouth, text: str, code: str
) -> None:
    mouth.limits = Limits(start=5_000, text=150, letter=0)
    voice = mouth.started()
    mouth.sink.speed = 0.001
    voice.say(LIST[0])
    mouth.until_heard("started", 0)
    voice.prepare([LIST[0], utterance("bad", text)])
    failed_once(mouth, code)
    assert mouth.sink.calls[-1] == "stop"
    assert all(map(gone, mouth.processes()))
    voice.start()
    mouth.until(lambda: voice.state is State.IDLE)


def test_a_killed_worker_ends_the_voice(mouth: Mouth) -> None:
    voice = mouth.started()
    mouth.sink.speed = 0.001
    voice.say(LIST[0])
    mouth.until_heard("started", 0)
    os.kill(voice.worker_pid, signal.SIGKILL)
    failed_once(mouth, "died")
    assert mouth.sink.calls[-1] == "stop"


@pytest.mark.parametrize(
    ("voices", "code"),
    [("en", "no_voice"), ("", "no_voice"), ("end_at_start", "no_voice"), ("hang_at_start", "hung")],
)
def test_a_worker_without_a_voice_is_said_so(mouth: Mouth, voices: str, code: str) -> None:
    mouth.limits = Limits(start=400 if code == "hung" else 5_000)
    mouth.has(FAKE_VOICES=voices)
    mouth.voice.start()
    failed_once(mouth, code)
    assert mouth.sink.played == []


def test_without_a_device_there_is_no_voice(mouth: Mouth) -> None:
    mouth.sink.device = False
    mouth.voice.start()
    failed_once(mouth, "no_sound")
    assert mouth.sink.played == []


def test_a_device_that_goes_away_ends_the_voice(mouth: Mouth) -> None:
    voice = mouth.started()
    mouth.sink.speed = 0.001
    voice.say(LIST[0])
    mouth.until_heard("started", 0)
    mouth.sink.break_down()
    failed_once(mouth, "no_sound")
    assert mouth.sink.calls[-1] == "stop"


def test_a_player_that_stands_still_is_missed(
    mouth: Mouth, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(voices, "_STUCK_MS", 100)
    voice = mouth.started()
    voice.say(LIST[0])
    mouth.until_heard("started", 0)
    mouth.sink.pause()  # behind its back
    failed_once(mouth, "no_sound")
    assert mouth.sink.calls[-2:] == ["pause", "stop"]


def test_a_process_a_statement_where_the_system_wants_it(mouth: Mouth) -> None:
    mouth.one_shot = True
    voice = mouth.started()
    voice.prepare(LIST)
    voice.finished.connect(lambda key: key < 3 and voice.say(LIST[key + 1]))
    voice.say(LIST[0])
    mouth.until_heard("finished", 3)
    mouth.until(lambda: len(mouth.processes()) == 5)  # the last waits for what comes next
    assert [key for word, *key in mouth.heard if word == "finished"] == [[0], [1], [2], [3]]
    voice.close()
    mouth.until(lambda: all(map(gone, mouth.processes())))


def test_a_voice_that_is_let_go_of_ends_its_children_once(mouth: Mouth) -> None:
    """They end in a later turn, when the voice itself may be gone: that ended the interpreter."""
    for _ in range(3):
        other = mouth.another()
        other.start()
        other.say(LIST[0])
        mouth.until(lambda voice=other: voice.state is State.SPEAKING)
        other.close()
        del other
        mouth.until(lambda: True)
    assert mouth.started().state is State.IDLE


def test_the_fake_of_other_tests_has_the_shape_of_the_voice() -> None:
    def shape(kind: type) -> set[str]:
        return {name for name in vars(kind) if not name.startswith("_")} - {"staticMetaObject"}

    fake = FakeVoice()
    assert {name for name in shape(Voice) if not hasattr(fake, name)} == set()
