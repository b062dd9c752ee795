"""The voice: how soon it sounds, stops and goes on, beside espeak-ng rendering alone."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.desks import Desks
from benchmarks.report import Figure, Report, percentile

FIRST_MS, BETWEEN_MS, STOP_MS, GAP_MS = 400, 60, 50, 30
_SPEED = 8  # of the sink that plays to nobody: the statements' own length is no figure of ours
TEXTS = (
    "我家楼上漏水已经三天了，物业一直不管。",
    "请核对您的电话：13800002206。",
    "地址是幸福路18号3-2-1501。",
    "他们收了我￥6,300.50，不给发票。",
    "昨天晚上11:30以后工地还在施工。",
    "2026年11月23日申请的，到现在没有回复。",
    "停水从上午8点到下午5点。",
    "公积金比例是12.5%，利率3.1%。",
    "井盖在人民路与解放路路口往东50米。",
    "希望有关部门尽快处理，谢谢。",
)


def measure(desks: Desks) -> Report:
    """Start, first block, statement to statement, stop, worker killed, gaps of the window."""
    head, peers = "voice", ("espeak-ng alone",)
    if shutil.which("espeak-ng") is None:
        return Report(head, "reading aloud", peers, (), ("no espeak-ng on this machine",))
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from operator_desk.speech.spoken import warm

    warm("zh_CN")  # as the window does while a password is typed
    with tempfile.TemporaryDirectory(prefix="bench-voice-") as folder:
        real = _real_sink()
        # On a device statements take the time they take.
        runs = 2 if desks.tiny else 3 if real else 10
        bench = _Bench(Path(folder), real=real)
        found = bench.measure(runs)
    bare = [_bare(text) for text in TEXTS[: 2 if desks.tiny else None]]
    lines = [
        Figure(what="worker ready, p50", unit="ms", ours=median(found["ready"])),
        Figure(what="first block after say(), cold text, p50", unit="ms",
               ours=median(found["first"]), peers=(median(bare),)),
        Figure(what="first block after say(), cold text, worst", unit="ms",
               ours=max(found["first"]), peers=(max(bare),), budget=FIRST_MS),
        Figure(what="between prepared statements, p50", unit="ms", ours=median(found["between"])),
        Figure(what="between prepared statements, worst", unit="ms",
               ours=max(found["between"]), budget=BETWEEN_MS),
        Figure(what="stop(), worst", unit="ms", ours=max(found["stop"]), budget=STOP_MS),
        Figure(what="pause(), worst", unit="ms", ours=max(found["pause"]), budget=STOP_MS),
        Figure(what="worker killed: notice, worst", unit="ms", ours=max(found["killed"])),
        Figure(what="gap of the window while reading, p99", unit="ms",
               ours=percentile(found["gaps"], 0.99)),
        Figure(what="gap of the window while reading, worst", unit="ms",
               ours=max(found["gaps"]), budget=GAP_MS),
        Figure(what="gap of the window at start(), worst", unit="ms",
               ours=max(found["start gaps"]), budget=GAP_MS),
    ]  # fmt: skip
    notes = (
        f"{len(TEXTS)} statements; sink: {bench.sink_name}; {runs} runs",
        "first block: what the voice calls started, when the player has taken it",
        "espeak-ng alone: the program writing the same spoken form into a file, started anew",
    )
    return Report(head, "reading aloud", peers, tuple(lines), notes)


def _real_sink() -> bool:
    from PySide6.QtCore import QCoreApplication
    from PySide6.QtWidgets import QApplication

    from operator_desk.speech.sink import QtSink

    _kept.append(QCoreApplication.instance() or QApplication([]))
    return QtSink.usable()


_kept: list[Any] = []


def _bare(text: str) -> float:
    """Milliseconds that espeak-ng itself takes to write a statement."""
    from operator_desk.speech.spoken import spoken

    with tempfile.TemporaryDirectory(prefix="bench-espeak-") as folder:
        words = ["espeak-ng", "-v", "cmn-latn-pinyin", "-s", "175", "-w", f"{folder}/a.wav"]
        began = time.perf_counter()
        subprocess.run([*words, spoken(text, "zh_CN")], check=True)
        return (time.perf_counter() - began) * 1000


class _Bench:
    """One voice after the other, and a clock that ticks every millisecond for the gaps."""

    def __init__(self, folder: Path, *, real: bool) -> None:
        self._folder, self._real = folder, real
        self.sink_name = "Qt's, on the device" if real else f"a silent one, {_SPEED} × real time"
        self._found: dict[str, list[float]] = {}

    def measure(self, runs: int) -> dict[str, list[float]]:
        """All figures in milliseconds, by name."""
        for n in range(runs):
            self._run(n, whole=n == 0)
        return self._found

    def _keep(self, name: str, value: float) -> None:
        self._found.setdefault(name, []).append(value)

    def _run(self, n: int, *, whole: bool) -> None:
        from operator_desk.speech.voice import State, Utterance, Voice

        made = {} if self._real else {"make_sink": _silent}
        voice = Voice(self._folder, ["zh_CN"], **made)
        with _Ticks() as ticks:
            began = time.perf_counter()
            voice.start()
            _until(lambda: voice.state is State.IDLE)
            self._keep("ready", _since(began))
            self._found.setdefault("start gaps", []).extend(ticks.gaps())
        all_of_it = [Utterance(at, text, "zh_CN") for at, text in enumerate(TEXTS)]
        with _Ticks() as ticks:
            self._read(voice, all_of_it if whole else all_of_it[n % 8 :][:2])
            self._found.setdefault("gaps", []).extend(ticks.gaps())
        self._break_off(voice, Utterance("last", TEXTS[0] * 2, "zh_CN"))
        voice.close()

    def _read(self, voice: Any, statements: list[Any]) -> None:
        started: dict[object, float] = {}
        ended: dict[object, float] = {}
        keys = [one.key for one in statements]

        def over(key: object) -> None:
            ended[key] = time.perf_counter()
            at = keys.index(key) + 1
            if at < len(statements):
                voice.say(statements[at])

        voice.started.connect(lambda key: started.setdefault(key, time.perf_counter()))
        voice.finished.connect(over)
        began = time.perf_counter()
        voice.say(statements[0])
        voice.prepare(statements)
        _until(lambda: keys[-1] in ended)
        self._keep("first", (started[keys[0]] - began) * 1000)
        for one, following in pairwise(keys):
            self._keep("between", (started[following] - ended[one]) * 1000)

    def _break_off(self, voice: Any, what: Any) -> None:
        told: list[float] = []
        voice.started.connect(lambda _key: told.append(time.perf_counter()))
        voice.say(what)
        _until(lambda: bool(told))
        for name, act in (("pause", voice.pause), ("stop", voice.stop)):
            began = time.perf_counter()
            act()
            self._keep(name, _since(began))
        voice.repeat()
        _until(lambda: len(told) > 1)
        failed: list[float] = []
        voice.failed.connect(lambda _code: failed.append(time.perf_counter()))
        began = time.perf_counter()
        os.kill(voice.worker_pid, 9)
        _until(lambda: bool(failed))
        self._keep("killed", (failed[0] - began) * 1000)


def _silent(_folder: Path, parent: Any) -> Any:
    from tests.fakes.sink import RecordingSink

    return RecordingSink(speed=_SPEED, parent=parent)


class _Ticks:
    """A timer of the window that should come every millisecond."""

    def __enter__(self) -> _Ticks:
        from PySide6.QtCore import Qt, QTimer

        self._at = [time.perf_counter()]
        self._timer = QTimer(timerType=Qt.TimerType.PreciseTimer, interval=1)
        self._timer.timeout.connect(lambda: self._at.append(time.perf_counter()))
        self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._timer.stop()

    def gaps(self) -> list[float]:
        """Milliseconds from one tick to the next."""
        return [(b - a) * 1000 for a, b in pairwise(self._at)]


def _since(began: float) -> float:
    return (time.perf_counter() - began) * 1000


def _until(done: Callable[[], bool], seconds: float = 120) -> None:
    from PySide6.QtCore import QEventLoop, QTimer

    loop, clock = QEventLoop(), QTimer(interval=2)
    clock.timeout.connect(lambda: loop.quit() if done() else None)
    clock.start()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()
    clock.stop()
    if not done():
        sys.exit("the voice did not do what it should in time")
