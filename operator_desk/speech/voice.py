"""The voice that reads statements aloud: renders ahead, plays, says which words are being said."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from operator_desk.speech import sink as sinks
from operator_desk.speech.folder import SoundFolder, place
from operator_desk.speech.link import Limits, Link
from operator_desk.speech.renderer import Renderer
from operator_desk.speech.renderer import Utterance as Utterance
from operator_desk.speech.samples import Sound, Spread, spread
from operator_desk.speech.sink import Sink
from operator_desk.speech.spoken import Part, parts, span_at

RATES = (70, 85, 100, 115, 130, 145, 160)  # percent of the usual
USUAL = 100
AHEAD = 2  # utterances rendered beyond the one that is said
_TICK_MS = 80
_STUCK_MS = 6_000  # a player that stands still so long has lost its device

MakeLink = Callable[[SoundFolder, Sequence[str], QObject], Link]
MakeSink = Callable[[Path, QObject], Sink]


class State(StrEnum):
    """What the voice is doing."""

    OFF = "off"
    STARTING = "starting"
    IDLE = "idle"
    SPEAKING = "speaking"
    PAUSED = "paused"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class _Saying:
    """An utterance in the player: what was made of it, and where its parts stand."""

    what: Utterance
    spread: Spread
    parts: tuple[Part, ...]


class Voice(QObject):
    """Says utterances, one at a time; nothing here waits, everything is told by a signal.

    Signals: `ready()`; `failed(code)` once, the voice is gone until the next `start()`:
    `no_voice` (none speaks the language), `no_sound`, `died`, `hung`, `disk`; `started(key)` when
    the first block went to the player; `at(key, start, end)` the written span being said, when it
    changes, looked at every 80 ms; `finished(key)` when its last sound was heard; `unsaid(key,
    code)`, this one cannot be said (`silent`: there is nothing in it to say), the voice goes on;
    `state_changed(State)`; `rate_changed(percent)`.

    `languages`: all that may be asked for; without a voice for the first one it fails.
    """

    ready = Signal()
    failed = Signal(str)
    started = Signal(object)
    at = Signal(object, int, int)
    finished = Signal(object)
    unsaid = Signal(object, str)
    state_changed = Signal(object)
    rate_changed = Signal(int)

    def __init__(
        self,
        data: Path,
        languages: Sequence[str] = ("zh_CN", "en"),
        *,
        rate: int = USUAL,
        make_link: MakeLink | None = None,
        make_sink: MakeSink | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._data, self._languages = data, tuple(languages)
        self._make_link, self._make_sink = make_link or _link, make_sink or _sink
        self._rate = min(RATES, key=lambda one: abs(one - rate))
        self._state = State.OFF
        self._folder: SoundFolder | None = None
        self._link: Link | None = None
        self._renderer: Renderer | None = None
        self._sink: Sink | None = None
        self._loaded = False  # Qt's sound, or it was tried
        self._heard = self._voiced = False  # the player has a device; the worker has a voice
        self._voices: dict[str, Any] = {}
        self._ahead: tuple[Utterance, ...] = ()
        self._now: Utterance | None = None  # asked for, not heard to its end
        self._last: Utterance | None = None
        self._saying: _Saying | None = None
        self._sounding = False  # the first block of it went to the player
        self._span: tuple[int, int] | None = None
        self._position, self._stuck = 0.0, 0
        self._tick = QTimer(self, interval=_TICK_MS)
        self._tick.timeout.connect(self._look)
        self._opening = QTimer(self, singleShot=True, interval=0)
        self._opening.timeout.connect(self._open_in_steps)

    # -- what is there -------------------------------------------------------------------

    @property
    def state(self) -> State:
        """What it is doing now."""
        return self._state

    @property
    def rate(self) -> int:
        """How fast it speaks, in percent of the usual."""
        return self._rate

    @property
    def voices(self) -> dict[str, Any]:
        """By language the voice that was chosen and the figures of its test; empty before ready."""
        return dict(self._voices)

    @property
    def worker_pid(self) -> int:
        """The number of the worker process; 0 when there is none."""
        return self._link.pid if self._link is not None else 0

    def can_say(self, language: str) -> bool:
        """Whether there is a voice for a language."""
        return language in self._voices

    # -- start and end -------------------------------------------------------------------

    def start(self) -> None:
        """Starts worker and player; `ready` or `failed` follows. Also after a failure."""
        if self._state not in (State.OFF, State.FAILED):
            return
        self._become(State.STARTING)
        try:
            self._folder = SoundFolder(place(self._data))
        except OSError:
            self._fail("disk")
            return
        self._heard = self._voiced = False
        self._link = link = self._make_link(self._folder, self._languages, self)
        link.ready.connect(self._has_voices)
        self._renderer = Renderer(link, self)
        self._renderer.made.connect(self._go)
        link.ended.connect(self._fail)
        link.start()
        self._loaded = False
        self._opening.start()

    def _open_in_steps(self) -> None:
        """Qt's sound is loaded in a turn of its own, then asked for devices in the next one."""
        if self._folder is None:
            return
        if not self._loaded:
            sinks.load()
            self._loaded = True
            self._opening.start()
            return
        self._sink = sink = self._make_sink(self._folder.path, self)
        sink.opened.connect(self._has_sound)
        sink.began.connect(self._began)
        sink.finished.connect(self._over)
        sink.failed.connect(self._no_sound)
        sink.open()

    def close(self) -> None:
        """Ends all at once and leaves no file; it can be started again."""
        self._let_go()
        self._become(State.OFF)

    def _has_voices(self, voices: dict[str, Any]) -> None:
        self._voices = voices
        if self._languages[0] not in voices:
            self._fail("no_voice")
            return
        self._voiced = True
        if self._renderer is not None:
            self._renderer.begin(voices)
        self._check_ready()

    def _has_sound(self) -> None:
        self._heard = True
        self._check_ready()

    def _check_ready(self) -> None:
        if self._state is not State.STARTING or not (self._heard and self._voiced):
            return
        self._become(State.SPEAKING if self._now is not None else State.IDLE)
        self.ready.emit()
        self._go()

    def _fail(self, code: str) -> None:
        if self._state in (State.FAILED, State.OFF):
            return
        self._let_go()
        self._become(State.FAILED)
        self.failed.emit(code)

    def _let_go(self) -> None:
        self._tick.stop()
        self._opening.stop()
        sink, self._sink = self._sink, None
        link, self._link = self._link, None
        folder, self._folder = self._folder, None
        renderer, self._renderer = self._renderer, None
        for one in (sink, link):
            if one is not None:
                one.blockSignals(True)
                one.close()
                one.deleteLater()
        if renderer is not None:
            renderer.deleteLater()
        if folder is not None:
            folder.close()
        self._now = self._last = self._saying = None
        self._ahead, self._voices = (), {}

    def _become(self, state: State) -> None:
        if state is not self._state:
            self._state = state
            self.state_changed.emit(state)

    # -- what is asked of it -------------------------------------------------------------

    def prepare(self, utterances: Sequence[Utterance]) -> None:
        """Says in which order utterances will probably be said: the next two are rendered."""
        self._ahead = tuple(utterances)
        self._go()

    def say(self, utterance: Utterance) -> None:
        """Says one, in the place of the one being said; while it starts: as soon as it can."""
        if self._state in (State.OFF, State.FAILED):
            return
        self._cut()
        self._now = self._last = utterance
        if self._state is not State.STARTING:
            self._become(State.SPEAKING)
        self._go()

    def pause(self) -> None:
        """Holds; `go_on` goes on at the same place."""
        if self._state is State.SPEAKING:
            self._become(State.PAUSED)
            if self._sink is not None and self._saying is not None:
                self._sink.pause()

    def go_on(self) -> None:
        """Goes on after a pause."""
        if self._state is State.PAUSED:
            self._become(State.SPEAKING)
            if self._sink is not None and self._saying is not None:
                self._sink.go_on()
            self._go()

    def repeat(self) -> None:
        """Says the utterance of now, or the last one, from its start."""
        if self._last is not None:
            self.say(self._last)

    def stop(self) -> None:
        """Silence at once; what is rendered ahead is kept."""
        self._cut()
        self._now = None
        if self._state in (State.SPEAKING, State.PAUSED):
            self._become(State.IDLE)

    def faster(self) -> None:
        """One step faster; the utterance of now begins again."""
        self.set_rate(next((one for one in RATES if one > self._rate), RATES[-1]))

    def slower(self) -> None:
        """One step slower; the utterance of now begins again."""
        self.set_rate(next((one for one in reversed(RATES) if one < self._rate), RATES[0]))

    def set_rate(self, percent: int) -> None:
        """Speaks at the nearest of `RATES` from now on."""
        rate = min(RATES, key=lambda one: abs(one - percent))
        if rate == self._rate:
            return
        self._rate = rate
        self.rate_changed.emit(rate)
        self._cut()  # one that is paused begins again when it goes on
        self._go()

    def _cut(self) -> None:
        self._tick.stop()
        self._saying = self._span = None
        self._sounding, self._position, self._stuck = False, 0.0, 0
        if self._sink is not None:
            self._sink.stop()

    # -- rendering and playing -----------------------------------------------------------

    def _go(self) -> None:
        """Plays what is there to be played, and asks the worker for what is missing next."""
        renderer = self._renderer
        if renderer is None:
            return
        if self._state is State.SPEAKING and self._now is not None and self._saying is None:
            found = renderer.found(self._now, self._rate)
            if isinstance(found, Sound):
                self._play(self._now, found)
            elif found is not None:
                self._cannot_say(self._now, found)
        renderer.want(self._next(), self._rate)

    def _next(self) -> tuple[Utterance, ...]:
        """The utterances that must be there as sounds, the most urgent first."""
        now = self._now or self._last
        place = next((n for n, one in enumerate(self._ahead) if one == now), -1)
        coming = self._ahead[place + 1 : place + 1 + AHEAD]
        return (self._now, *coming) if self._now is not None else coming

    def _play(self, what: Utterance, sound: Sound) -> None:
        if self._sink is None:
            return
        pieces, heard = parts(what.text, what.language), spread(sound)
        if any(one.said for one in pieces) and not _last(pieces).isalnum():
            heard = Spread(heard.begin, sound.seconds)  # the pause of the last sign counts too
        self._saying = _Saying(what, heard, pieces)
        self._tick.start()
        self._sink.play(sound)

    def _cannot_say(self, what: Utterance, code: str) -> None:
        self._now = None
        self._become(State.IDLE)
        self.unsaid.emit(what.key, code)

    # -- what the player says ------------------------------------------------------------

    def _began(self) -> None:
        if self._saying is not None and not self._sounding:
            self._sounding = True
            self.started.emit(self._saying.what.key)
            self._tell(0.0)

    def _look(self) -> None:
        """Where the player is: told, and missed when it stands still."""
        if self._saying is None or self._sink is None or self._state is not State.SPEAKING:
            return
        position = self._sink.position()
        self._stuck = self._stuck + 1 if position == self._position else 0
        self._position = position
        if self._stuck * _TICK_MS > _STUCK_MS:
            self._no_sound()
        elif self._sounding:
            self._tell(position)

    def _tell(self, position: float) -> None:
        if (saying := self._saying) is None:
            return
        share = saying.spread.fraction(position)
        span = span_at(saying.parts, saying.what.language, share)
        if span != self._span:
            self._span = span
            self.at.emit(saying.what.key, *span)

    def _no_sound(self) -> None:
        self._fail("no_sound")

    def _over(self) -> None:
        saying = self._saying
        self._cut()
        if saying is not None:
            self._now = None
            self._become(State.IDLE)
            self.finished.emit(saying.what.key)


def _last(pieces: Sequence[Part]) -> str:
    return next(one.said[-1] for one in reversed(pieces) if one.said)


def _link(folder: SoundFolder, languages: Sequence[str], parent: QObject) -> Link:
    return Link(folder, languages, limits=Limits(), parent=parent)


def _sink(folder: Path, parent: QObject) -> Sink:
    return sinks.make_sink(folder, parent)
