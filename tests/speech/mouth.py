"""A voice over a fake worker process and a sink that plays faster than time, and its ears."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from operator_desk.speech.link import Limits, Link
from operator_desk.speech.voice import State, Utterance, Voice
from tests.fakes.sink import RecordingSink

WORKER = Path(__file__).parents[1] / "fakes" / "voice_worker.py"
QUICK = Limits(start=5_000, text=5_000, letter=0)


def utterance(key: object, text: str, language: str = "zh_CN") -> Utterance:
    """Something to say."""
    return Utterance(key, text, language)


class Mouth:
    """What a voice does is heard here: `heard` in order, `spans` by key."""

    def __init__(self, qtbot: QtBot, folder: Path, patch: pytest.MonkeyPatch) -> None:
        self.qtbot, self.folder, self._patch = qtbot, folder, patch
        self.log = folder / "requests"
        patch.setenv("FAKE_LOG", str(self.log))
        patch.delenv("XDG_RUNTIME_DIR", raising=False)
        self.limits, self.one_shot = QUICK, False
        self.sink = RecordingSink(speed=20)
        self.heard: list[tuple[object, ...]] = []
        self.spans: dict[object, list[tuple[int, int]]] = {}
        self.voice = self.another()
        self._listen()

    def another(self) -> Voice:
        """A voice that nobody listens to."""
        return Voice(
            self.folder,
            make_link=lambda folder, languages, parent: Link(
                folder,
                languages,
                command=("-S", str(WORKER)),
                one_shot=self.one_shot,
                limits=self.limits,
                parent=parent,
            ),
            make_sink=lambda _folder, parent: self._sink(parent),
        )

    def _sink(self, parent: object) -> RecordingSink:
        del parent
        self.sink = RecordingSink(speed=self.sink.speed, device=self.sink.device)
        return self.sink

    def _listen(self) -> None:
        voice = self.voice
        voice.ready.connect(lambda: self.heard.append(("ready",)))
        voice.failed.connect(lambda code: self.heard.append(("failed", code)))
        voice.started.connect(lambda key: self.heard.append(("started", key)))
        voice.finished.connect(lambda key: self.heard.append(("finished", key)))
        voice.unsaid.connect(lambda key, code: self.heard.append(("unsaid", key, code)))
        voice.at.connect(lambda key, *span: self.spans.setdefault(key, []).append(span))

    def has(self, **environment: str) -> None:
        """Sets what the fake worker looks at."""
        for name, value in environment.items():
            self._patch.setenv(name, value)

    def started(self) -> Voice:
        """The voice, started and ready."""
        self.voice.start()
        self.until(lambda: self.voice.state is State.IDLE)
        return self.voice

    def until(self, done: Callable[[], bool]) -> None:
        """Waits for a thing to happen."""
        self.qtbot.waitUntil(done, timeout=5_000)

    def until_heard(self, *what: object) -> None:
        """Waits for one event."""
        self.until(lambda: what in self.heard)

    def asked(self) -> list[str]:
        """What the worker was asked, one line a request."""
        lines = self.log.read_text("utf-8").splitlines() if self.log.exists() else []
        return [line for line in lines if not line.startswith("process")]

    def processes(self) -> list[int]:
        """The numbers of all worker processes so far."""
        lines = self.log.read_text("utf-8").splitlines()
        return [int(line.split()[1]) for line in lines if line.startswith("process")]

    def files(self) -> list[str]:
        """What lies in the folders of sounds."""
        return sorted(path.name for path in (self.folder / "voice").rglob("*.wav"))
