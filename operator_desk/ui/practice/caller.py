"""The scripted caller: says one sentence after the other, waits, repeats, answers when asked."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from operator_desk.domain import record, scripted_caller
from operator_desk.domain.scripted import ScriptedCall

_GREETED_S = 4.0  # an operator says who is there first
_BREATH_S = 0.4  # between two sentences of one statement


class Mouth(Protocol):
    """Says words aloud. `say` answers whether it does; then `heard` is called at their end.

    `lost` instead, when they cannot be said after all.
    """

    heard: Callable[[], object]
    lost: Callable[[], object]

    def open(self) -> None: ...
    def say(self, words: str, language: str) -> bool: ...
    def stop(self) -> None: ...


class Caller(QObject):
    """Tells what is said; takes no keys. Without a voice words stand as long as they would last.

    `tempo` 2: twice as fast, for tests.
    """

    said = Signal(str)  # a sentence begins

    def __init__(self, mouth: Mouth | None = None, tempo: float = 1.0) -> None:
        super().__init__()
        self._mouth, self.tempo = mouth, tempo
        self._script: ScriptedCall | None = None
        self._place = -1  # the statement that was begun last
        self._ahead: list[str] = []  # sentences of it that are still to come
        self._last: list[str] = []  # what was said last, whole
        self._rest: list[str] = []  # what an answer has cut off
        self._words = ""  # what is being said
        self._speaking = self._hushed = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.step)
        if mouth is not None:
            mouth.heard, mouth.lost = self._spoken, self._unheard

    @property
    def place(self) -> int:
        """How many statements were begun."""
        return self._place + 1

    @property
    def on_the_line(self) -> bool:
        """Whether there is a caller."""
        return self._script is not None

    @property
    def running(self) -> bool:
        """Whether something is said, or will be by itself."""
        return self._timer.isActive() or self._speaking

    @property
    def _all_said(self) -> bool:
        return self._script is None or self._place + 1 >= len(self._script.statements)

    # -- the way of a call ---------------------------------------------------------------

    def begin(self, script: ScriptedCall) -> None:
        """The caller is on the line, and speaks in a moment."""
        self.stop()
        self._script, self._place = script, -1
        self.wake()
        self._wait(_GREETED_S)

    def wake(self) -> None:
        """Somebody will call soon."""
        if self._mouth is not None:
            self._mouth.open()

    def stop(self) -> None:
        """The caller is gone."""
        self._quiet()
        self._script, self._hushed = None, False
        self._ahead, self._last, self._rest = [], [], []
        self._words = ""

    def step(self) -> None:
        """The sentence or the pause is over, now."""
        self._timer.stop()
        if self._script is None or self._hushed:
            return
        if self._speaking:
            self._spoken()
        else:
            self._next(self._script)

    def _next(self, script: ScriptedCall) -> None:
        if not self._ahead and self._rest:
            self._ahead, self._rest = self._rest, []
        if self._ahead:
            self._say(self._ahead.pop(0))
        elif not self._all_said:
            self._place += 1
            self._ahead = scripted_caller.sentences(script, self._place)
            self._last = list(self._ahead)
            self._say(self._ahead.pop(0))

    def hush(self, on: bool) -> None:
        """Something is read back: the caller listens, and goes on afterwards where they were."""
        if on == self._hushed or self._script is None:
            return
        self._hushed = on
        if on:
            cut = self._speaking
            self._quiet()
            if cut:
                self._ahead, self._rest = list(self._last), []
        elif self._ahead or self._rest or not self._all_said:
            self._wait(_BREATH_S * 2)

    # -- what the operator asks for ------------------------------------------------------

    def go_on(self) -> None:
        """The caller is asked to go on: a pause ends; who has said all says so."""
        if self._script is None or self._hushed or self._speaking:
            return
        if self._ahead or self._rest or not self._all_said:
            self.step()
        else:
            self._answer(scripted_caller.done_words(self._script))

    def repeat(self) -> None:
        """The caller says once more what they said last."""
        if self._script is None or self._hushed or not self._last:
            return
        self._quiet()
        self._ahead = list(self._last)
        self._say(self._ahead.pop(0))

    def ask(self, element: str) -> None:
        """The caller is asked for an element of the checklist; what they were saying waits."""
        if self._script is None or self._hushed:
            return
        if self._speaking and not self._rest:
            self._rest = list(self._ahead)
        self._answer(scripted_caller.answer_to(self._script, element))

    def _answer(self, words: str) -> None:
        self._quiet()
        self._ahead = record.cut(words) or [words]
        self._last = list(self._ahead)
        self._say(self._ahead.pop(0))

    # -- saying ----------------------------------------------------------------------------

    def _say(self, words: str) -> None:
        script = self._script
        if script is None:
            return
        self._speaking, self._words = True, words
        self.said.emit(words)
        language = scripted_caller.language_of(script)
        if self._mouth is None or not self._mouth.say(words, language):
            self._wait(scripted_caller.spoken_s(words, script.practice.pace))

    def _unheard(self) -> None:
        """The voice could not say it: the words stand as long as they would last."""
        if self._speaking and self._script is not None:
            self._wait(scripted_caller.spoken_s(self._words, self._script.practice.pace))

    def _spoken(self) -> None:
        """A sentence was said to its end."""
        if not self._speaking or self._script is None:
            return
        self._speaking = False
        if self._ahead:
            self._wait(_BREATH_S)
        else:
            self._wait(scripted_caller.pause_s(self._script, max(0, self._place)))

    def _wait(self, seconds: float) -> None:
        self._timer.start(max(1, round(seconds * 1000 / self.tempo)))

    def _quiet(self) -> None:
        self._timer.stop()
        if self._speaking and self._mouth is not None:
            self._mouth.stop()
        self._speaking = False
