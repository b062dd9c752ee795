"""A voice without process and sound: what it was asked is written down, a test is its mouth."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from operator_desk.speech.voice import RATES, USUAL, State, Utterance


class FakeVoice(QObject):
    """The shape of `Voice`; `calls` are the names of what was asked, `said` the utterances.

    A test moves it on: `come_up()`, `begin()`, `word(start, end)`, `end()`, `fail(code)`,
    `cannot_say(code)`. `at_once`: ready as soon as it is started.
    """

    ready = Signal()
    failed = Signal(str)
    started = Signal(object)
    at = Signal(object, int, int)
    finished = Signal(object)
    unsaid = Signal(object, str)
    state_changed = Signal(object)
    rate_changed = Signal(int)

    def __init__(self, *, at_once: bool = True, languages: Sequence[str] = ("zh_CN", "en")) -> None:
        super().__init__()
        self.at_once, self._languages = at_once, tuple(languages)
        self.state, self.rate, self.worker_pid = State.OFF, USUAL, 0
        self.calls: list[str] = []
        self.said: list[Utterance] = []
        self.prepared: tuple[Utterance, ...] = ()
        self.now: Utterance | None = None

    @property
    def voices(self) -> dict[str, object]:
        up = self.state not in (State.OFF, State.STARTING, State.FAILED)
        return {one: {"voice": one} for one in self._languages} if up else {}

    def can_say(self, language: str) -> bool:
        return language in self.voices

    # -- what the window asks ------------------------------------------------------------

    def start(self) -> None:
        self.calls.append("start")
        if self.state in (State.OFF, State.FAILED):
            self._become(State.STARTING)
            if self.at_once:
                self.come_up()

    def close(self) -> None:
        self.calls.append("close")
        self.now = None
        self._become(State.OFF)

    def prepare(self, utterances: Sequence[Utterance]) -> None:
        self.prepared = tuple(utterances)

    def say(self, utterance: Utterance) -> None:
        if self.state not in (State.OFF, State.FAILED):
            self.calls.append("say")
            self.said.append(utterance)
            self.now = utterance
            if self.state is not State.STARTING:
                self._become(State.SPEAKING)

    def pause(self) -> None:
        self.calls.append("pause")
        if self.state is State.SPEAKING:
            self._become(State.PAUSED)

    def go_on(self) -> None:
        self.calls.append("go_on")
        if self.state is State.PAUSED:
            self._become(State.SPEAKING)

    def repeat(self) -> None:
        self.calls.append("repeat")
        if self.said:
            self.say(self.said[-1])

    def stop(self) -> None:
        self.calls.append("stop")
        self.now = None
        if self.state in (State.SPEAKING, State.PAUSED):
            self._become(State.IDLE)

    def faster(self) -> None:
        self.set_rate(next((one for one in RATES if one > self.rate), RATES[-1]))

    def slower(self) -> None:
        self.set_rate(next((one for one in reversed(RATES) if one < self.rate), RATES[0]))

    def set_rate(self, percent: int) -> None:
        if percent != self.rate:
            self.rate = percent
            self.rate_changed.emit(percent)

    # -- what a test does to it ----------------------------------------------------------

    def come_up(self) -> None:
        """The worker is there."""
        self._become(State.SPEAKING if self.now is not None else State.IDLE)
        self.ready.emit()

    def begin(self) -> None:
        """The first block of the utterance of now goes to the player."""
        self.started.emit(self._current().key)

    def word(self, start: int, end: int) -> None:
        """A written span is being said."""
        self.at.emit(self._current().key, start, end)

    def end(self) -> None:
        """The utterance of now was heard to its end."""
        key, self.now = self._current().key, None
        self._become(State.IDLE)
        self.finished.emit(key)

    def cannot_say(self, code: str = "silent") -> None:
        """The utterance of now cannot be said."""
        key, self.now = self._current().key, None
        self._become(State.IDLE)
        self.unsaid.emit(key, code)

    def fail(self, code: str = "died") -> None:
        """The voice is gone."""
        self.now = None
        self._become(State.FAILED)
        self.failed.emit(code)

    def _current(self) -> Utterance:
        assert self.now is not None, "nothing is being said"
        return self.now

    def _become(self, state: State) -> None:
        if state is not self.state:
            self.state = state
            self.state_changed.emit(state)
