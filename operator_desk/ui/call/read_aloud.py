"""The machine's voice at a readback: what it says, what it says next, and when it falls silent."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from operator_desk.domain import readback
from operator_desk.domain.draft import MatterDraft, ReadbackDraft
from operator_desk.domain.phase import Phase
from operator_desk.domain.terms import Mode
from operator_desk.speech.voice import State, Utterance, Voice
from operator_desk.ui.call.reading import ReadingDesk

ASIDE = "aside"  # the key of what is no item of a readback
AHEAD = 2  # items that are made ready while one is read
Words = Callable[[MatterDraft, int], str]  # what is read for the item at a place


class ReadAloud(QObject):
    """Follows the item being read; each item is spoken once, then the caller's answer is awaited.

    Without a voice nothing changes: same list, same keys, the operator reads.
    """

    moved = Signal()  # another item, another word, another state of the voice
    switched = Signal(bool)  # by a person: the voice reads, or not
    paced = Signal(int)  # faster or slower, in percent
    fell_silent = Signal(str)  # once: the code of what the voice lacks

    def __init__(
        self, voice: Voice, desk: ReadingDesk, words: Words, language: str, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._voice, self._desk, self._words, self._language = voice, desk, words, language
        self._on = False
        self._now: tuple[UUID, int, UUID] | None = None  # run, place, row: what was given to read
        self.span = (0, 0)  # of the words of the item being read, what is being said
        voice.started.connect(self._started)
        voice.at.connect(self._at)
        voice.finished.connect(self._finished)
        voice.unsaid.connect(self._unsaid)
        voice.failed.connect(self._failed)
        # Methods, no lambdas: the voice outlives the window, and would keep it.
        voice.state_changed.connect(self._changed)
        voice.rate_changed.connect(self._changed)

    # -- whether a voice reads -----------------------------------------------------------

    @property
    def on(self) -> bool:
        """Whether the voice reads, and not the operator."""
        return self._on and not self.lost

    @property
    def lost(self) -> bool:
        """Whether a voice was wanted and is not there."""
        return self._voice.state is State.FAILED

    @property
    def speaking(self) -> bool:
        """Whether an item of the readback is being said, and not held."""
        return self._now is not None and self._voice.state is State.SPEAKING

    @property
    def held(self) -> bool:
        """Whether the voice was stopped in the middle of an item and can go on."""
        return self._now is not None and self._voice.state is State.PAUSED

    def switch(self, on: bool) -> None:
        """The voice reads from now on, or the operator does."""
        self._on = on
        if on:
            self._voice.start()
        else:
            self.hush()
            self._desk.read_by = Mode.MANUAL
        self._desk.mode = Mode.VOICE if self.on else Mode.MANUAL
        self.moved.emit()

    def choose(self, on: bool) -> None:
        """A person wants the voice to read, or to read aloud alone; it stays so."""
        self.switch(on)
        self.switched.emit(on)

    # -- what it says --------------------------------------------------------------------

    def follow(self, matter: MatterDraft | None, *, typing: bool) -> None:
        """Says the item that has become the one to be read; silent while something is typed."""
        run = matter.readback if matter and self._desk.phase is Phase.READBACK else None
        if matter is None or run is None or typing or not self.on:
            self.hush()
            return
        key = _key(matter, run, run.current)
        if key is None:
            self.hush()
        elif key != self._now:
            self._say(matter, run, key)

    def _say(self, matter: MatterDraft, run: ReadbackDraft, key: tuple[UUID, int, UUID]) -> None:
        self._now, self.span = key, (0, 0)
        self._desk.read_by = Mode.MANUAL  # until a sound of it was heard
        self._voice.say(self._utterance(matter, run.current))
        following = [
            at for at in range(run.current + 1, len(run.items)) if run.items[at].answer is None
        ]
        self._voice.prepare([self._utterance(matter, at) for at in following[:AHEAD]])
        self.moved.emit()

    def _utterance(self, matter: MatterDraft, place: int) -> Utterance:
        key = _key(matter, matter.readbacks[-1], place)
        return Utterance(key, self._words(matter, place), self._language)

    def hush(self) -> None:
        """Silence at once; the item is said from its beginning when it is to be read again."""
        if self._now is not None:
            self._now, self.span = None, (0, 0)
            self._voice.stop()
            self.moved.emit()

    def quiet(self) -> None:
        """Silence at once because the operator types; the item is said again only when asked."""
        if self.speaking or self.held:
            self.span = (0, 0)
            self._voice.stop()
            self.moved.emit()

    # -- keys ----------------------------------------------------------------------------

    def hold_or_go_on(self, matter: MatterDraft | None) -> None:
        """Pause, go on; an item that was said to its end is said again."""
        if not self.on:
            self.choose(True)
            self.follow(matter, typing=False)
        elif self._voice.state is State.SPEAKING:
            self._voice.pause()
        elif self._voice.state is State.PAUSED:
            self._voice.go_on()
        else:
            self.again(matter)
        self.moved.emit()

    def again(self, matter: MatterDraft | None) -> None:
        """The item from its beginning."""
        if self.on:
            self._now = None
            self.follow(matter, typing=False)

    def say_aside(self, words: str) -> None:
        """Says something that is no item of the readback, whoever reads that."""
        self.hush()
        if not self.lost:
            self._voice.start()
            self._voice.say(Utterance(ASIDE, words, self._language))

    def faster(self) -> None:
        """One step faster."""
        self._voice.faster()
        self.paced.emit(self.rate)

    def slower(self) -> None:
        """One step slower."""
        self._voice.slower()
        self.paced.emit(self.rate)

    @property
    def rate(self) -> int:
        """How fast the voice speaks, in percent of the usual."""
        return self._voice.rate

    # -- what the voice tells ------------------------------------------------------------

    def _changed(self, _to: object) -> None:
        self.moved.emit()

    def _started(self, key: object) -> None:
        if key == self._now:
            self._desk.read_by = Mode.VOICE
            self.moved.emit()

    def _at(self, key: object, start: int, end: int) -> None:
        if key == self._now and self.span != (start, end):
            self.span = (start, end)
            self.moved.emit()

    def _finished(self, key: object) -> None:
        if key == self._now:
            self.span = (0, 0)
            self.moved.emit()

    def _unsaid(self, key: object, _code: str) -> None:
        """There is nothing in it that a voice could say: the operator reads this one."""
        if key == self._now:
            self.moved.emit()

    def _failed(self, code: str) -> None:
        self._on, self._now, self.span = False, None, (0, 0)
        self._desk.mode, self._desk.read_by = Mode.MANUAL, Mode.MANUAL
        self.fell_silent.emit(code)
        self.moved.emit()


def _key(matter: MatterDraft, run: ReadbackDraft, place: int) -> tuple[UUID, int, UUID] | None:
    """The item at a place with the very wording that is read; None behind the last."""
    if not 0 <= place < len(run.items):
        return None
    return run.id, place, readback.target(matter, run.items[place])
