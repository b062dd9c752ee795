"""A readback with the real voice in the real window: ten statements, all that can happen to them.

    python -m benchmarks.readback_child FOLDER

One is corrected, one declined, one held for a while; before the eighth is over the voice is
killed and the rest is read by the operator. The sounds go to a player of our own that takes as
long as they are. Prints one JSON object: gaps, answers, and which files are left.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from benchmarks.opened import open_signed_in
from operator_desk.domain import facts
from operator_desk.domain.terms import Scope
from operator_desk.speech import sink as sinks
from operator_desk.speech.voice import State
from tests.fakes.sink import RecordingSink

STATEMENTS = (
    "我住在学府路26号院3-2-1501，电话是13800002206。",
    "从11月20日晚上十点半开始，整栋楼停水。",
    "楼里有两位80多岁的老人，做饭、吃药都成问题。",
    "我给物业打了3次电话，对方说是泵房的设备坏了。",
    "物业还要每户再交￥6,300.50的维修费。",
    "我问过12345，说是48小时之内会有人来。",
    "昨天来了2个人，看了10分钟就走了。",
    "到现在已经过去72小时，还没有恢复。",
    "我们这一栋有5层，一共20户，大家都在等。",
    "希望今天之内能把水送上来，修好以后告诉我。",
)
NEW_WORDING = "楼里有三位80多岁的老人，做饭、吃药都成问题。"
_CORRECTED, _DECLINED, _HELD, _KILLED = 2, 4, 6, 7
_LISTENED_MS, _HELD_MS, _BETWEEN_MS, _GIVEN_UP_S = 150, 300, 500, 20.0


class Watch(QObject):
    """The longest time in which the window's thread did nothing else."""

    def __init__(self) -> None:
        super().__init__()
        self.longest, self._last = 0.0, time.perf_counter()
        self._timer = QTimer(self, interval=1)
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    def begin(self) -> None:
        """Counts from now on."""
        self.longest, self._last = 0.0, time.perf_counter()

    def _tick(self) -> None:
        now = time.perf_counter()
        self.longest, self._last = max(self.longest, now - self._last), now


class Readback:
    """Drives one readback by the actions of the keys and takes the times."""

    def __init__(self, desk: Any, parts: Any, main: Any) -> None:
        self._desk, self._parts, self._main = desk, parts, main
        self._voice, self._page = parts.voice, main.call
        self._watch = Watch()
        self._begun, self._there = 0, self._sounds()
        self._voice.started.connect(lambda _key: self._count())
        self.found: dict[str, Any] = {"between_ms": [], "gap_ms": 0.0}

    def _count(self) -> None:
        self._begun += 1

    def run(self) -> None:
        """The whole of it; then the program ends."""
        self._page.desk.scope = Scope.WHOLE
        self._main.run("answer_call")
        for words in STATEMENTS:
            event = QInputMethodEvent()
            event.setCommitString(words)
            QApplication.sendEvent(self._page.form.record, event)
            QTest.keyClick(self._page.form.record, Qt.Key.Key_Return)
        if self._parts.settings.get("voice"):
            _until(lambda: self._voice.state is State.IDLE)
        _wait(_BETWEEN_MS)  # nobody ends a word and presses F5 at once
        self._watch.begin()
        self.found["first_ms"] = self._spoken(lambda: self._do("begin_readback"))
        _wait(_LISTENED_MS)
        self.found["gap_begin_ms"] = self._watch.longest * 1000
        self._watch.begin()
        for at in range(_KILLED):
            self._answer(at)
        self._lose_the_voice()
        self.found["gap_ms"] = self._watch.longest * 1000
        self._do("seal_now", "end_call")
        _until(lambda: self._stored())
        self._report()
        self._main.close()
        QApplication.quit()

    def _answer(self, at: int) -> None:
        _wait(_LISTENED_MS)
        if at == _CORRECTED:
            began = time.perf_counter()
            self._do("correct")
            self.found["stop_ms"] = (time.perf_counter() - began) * 1000
            self.found["silent"] = self._voice.state is State.IDLE
            self._page.readback._edit.setPlainText(NEW_WORDING)
            self.found["corrected_ms"] = self._spoken(lambda: self._do("confirm"))
            _wait(_LISTENED_MS)
        elif at == _DECLINED:
            self._do("decline")
        elif at == _HELD:
            self._do("hold_voice")
            self.found["held"] = self._voice.state is State.PAUSED
            _wait(_HELD_MS)
            self._do("hold_voice")
        answer = self._first_reason if at == _DECLINED else partial(self._do, "confirm")
        self.found["between_ms"].append(self._spoken(answer))

    def _lose_the_voice(self) -> None:
        os.kill(self._voice.worker_pid, signal.SIGKILL)
        _until(lambda: self._voice.state is State.FAILED)
        self.found["notice"] = self._main.notices.text()
        for _ in STATEMENTS[_KILLED:]:
            self._do("confirm")

    def _spoken(self, act: Callable[[], None]) -> float:
        """The milliseconds from an answer to the first block of the next item at the player."""
        before, began = self._begun, time.perf_counter()
        act()
        _until(lambda: self._begun > before)
        return (time.perf_counter() - began) * 1000

    def _do(self, *actions: str) -> None:
        # By their names: without a window manager no window is active, and keys go nowhere.
        for action in actions:
            self._main.run(action)

    def _first_reason(self) -> None:
        QTest.keyClick(self._page.readback.list, Qt.Key.Key_1)

    def _sounds(self) -> set[str]:
        """The sound files in the desk's folder and where programs leave things for a while."""
        places = [self._parts.folder, Path(tempfile.gettempdir())]
        if runtime := os.environ.get("XDG_RUNTIME_DIR"):
            places.append(Path(runtime))
        depths = ("*.wav", "*/*.wav", "*/*/*.wav")
        return {str(one) for place in places for depth in depths for one in place.glob(depth)}

    def _stored(self) -> bool:
        with self._desk.store.read() as tx:
            return bool(tx.find(facts.Seal)) and bool(tx.find(facts.CallEnd))

    def _report(self) -> None:
        with self._desk.store.read() as tx:
            answers = tx.find(facts.ReadbackAnswer)
            runs = tx.find(facts.Readback)
        self.found["answers"] = [row.answer.value for row in answers]
        self.found["modes"] = [row.mode.value if row.mode else None for row in answers]
        self.found["mode"] = [row.mode.value for row in runs]
        self.found["left"] = sorted(self._sounds() - self._there)
        sys.stdout.write(json.dumps(self.found, ensure_ascii=False) + "\n")
        sys.stdout.flush()


def _until(holds: Callable[[], bool]) -> None:
    """Lets the window work until something holds; ends the process when it never does."""
    end = time.monotonic() + _GIVEN_UP_S
    loop, timer = QEventLoop(), QTimer(interval=1)

    def look() -> None:
        if holds() or time.monotonic() > end:
            loop.quit()

    timer.timeout.connect(look)
    timer.start()
    loop.exec()
    if not holds():
        sys.stderr.write("it never came to that\n")
        sys.stderr.flush()
        os._exit(1)


def _wait(milliseconds: int) -> None:
    end = time.monotonic() + milliseconds / 1000
    _until(lambda: time.monotonic() >= end)


def _main(folder: str) -> None:
    kept: list[Readback] = []

    def opened(desk: Any, parts: Any, main: Any) -> None:
        kept.append(Readback(desk, parts, main))
        QTimer.singleShot(2_000, kept[0].run)

    def player(_folder: Path, parent: QObject) -> RecordingSink:
        return RecordingSink(parent=parent)

    sinks.make_sink = player  # type: ignore[assignment]
    open_signed_in(folder, opened)


if __name__ == "__main__":
    _main(sys.argv[1])
