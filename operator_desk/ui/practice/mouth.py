"""The scripted caller's mouth: the machine's voice, shared with the readback, apart by key."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from operator_desk.speech.voice import State, Utterance, Voice

_KEY = "caller"


def _nothing() -> None:
    return None


class VoiceMouth(QObject):
    """Says a sentence at a time; `heard` is called at its end, `lost` when it cannot be said."""

    def __init__(self, voice: Voice, parent: QObject) -> None:
        super().__init__(parent)
        self._voice = voice
        self.heard: Callable[[], object] = _nothing
        self.lost: Callable[[], object] = _nothing
        self._n = 0
        self._now: tuple[str, int] | None = None
        # Methods, no lambdas: the voice outlives the window, and would keep it.
        voice.finished.connect(self._finished)
        voice.unsaid.connect(self._unsaid)
        voice.failed.connect(self._failed)
        voice.started.connect(self._started)

    def open(self) -> None:
        """Somebody will speak: the voice is started unless it was tried in vain already."""
        if self._voice.state is State.OFF:
            self._voice.start()

    def say(self, words: str, language: str) -> bool:
        """Says words; False where there is no voice for them."""
        state = self._voice.state
        if state in (State.OFF, State.FAILED):
            return False
        if state is not State.STARTING and not self._voice.can_say(language):
            return False
        self._n += 1
        self._now = (_KEY, self._n)
        self._voice.say(Utterance(self._now, words, language))
        return True

    def stop(self) -> None:
        """Silence at once, unless by now the voice says something else."""
        if self._now is not None:
            self._now = None
            self._voice.stop()

    # -- what the voice tells ------------------------------------------------------------

    def _started(self, key: object) -> None:
        if self._now is not None and key != self._now:
            self._now = None  # the readback, or a number said digit by digit, has taken over
            self.lost()

    def _finished(self, key: object) -> None:
        if key == self._now:
            self._now = None
            self.heard()

    def _unsaid(self, key: object, _code: str) -> None:
        if key == self._now:
            self._now = None
            self.lost()

    def _failed(self, _code: str) -> None:
        if self._now is not None:
            self._now = None
            self.lost()
