"""What has been rendered, and what is rendered next: the most urgent first, one at a time."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Signal

from operator_desk.speech.link import Link
from operator_desk.speech.samples import Sound, spread
from operator_desk.speech.spoken import spoken

_KEPT = 8  # sounds in memory, some 300 kB each


@dataclass(frozen=True, slots=True)
class Utterance:
    """One thing to say: a key of the asker, the written text, its language (as in settings)."""

    key: Hashable
    text: str
    language: str


_Wanted = tuple[str, str, int]  # text, language, rate


class Renderer(QObject):
    """Sounds of utterances, made by a worker and kept in memory for a while.

    `made()`: there is one more sound, or one more reason why there is none.
    """

    made = Signal()

    def __init__(self, link: Link, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._link = link
        self._voices: dict[str, Any] = {}
        self._found: OrderedDict[_Wanted, Sound | str] = OrderedDict()  # text: why there is none
        self._making: _Wanted | None = None
        # Bound methods only: a lambda would hold its owner, which would go in the midst of the
        # end of its own child, and end that a second time.
        link.made.connect(self._made)
        link.refused.connect(self._refused)

    def begin(self, voices: dict[str, Any]) -> None:
        """The worker is ready, with these voices by language."""
        self._voices = voices

    def found(self, one: Utterance, rate: int) -> Sound | str | None:
        """The sound, the code of why there is none, or None: not yet."""
        return self._found.get((one.text, one.language, rate))

    def want(self, wanted: Sequence[Utterance], rate: int) -> None:
        """Has the first of these rendered that is not there; nothing while one is rendered."""
        if not self._voices or self._making is not None:
            return
        for one in wanted:
            key = (one.text, one.language, rate)
            if key in self._found:
                self._found.move_to_end(key)
            else:
                self._ask(key)
                return

    def _ask(self, wanted: _Wanted) -> None:
        text, language, rate = wanted
        self._making = wanted
        said = spoken(text, language)
        if language not in self._voices:
            self._keep("no_voice")  # never in the voice of another language
        elif not said.strip():
            self._keep("silent")
        else:
            self._link.ask(said, language, rate)

    def _made(self, _number: int, sound: Sound) -> None:
        heard = spread(sound)
        self._keep(sound if heard.end > heard.begin else "silent")

    def _refused(self, _number: int, code: str) -> None:
        self._keep(code)

    def _keep(self, made: Sound | str) -> None:
        wanted, self._making = self._making, None
        if wanted is None:
            return
        self._found[wanted] = made
        while len(self._found) > _KEPT:
            self._found.popitem(last=False)
        self.made.emit()
