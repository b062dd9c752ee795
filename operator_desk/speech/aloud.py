"""The voice for commands: each of these waits until it is done. Not for the window."""

from __future__ import annotations

import signal
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer

from operator_desk.speech.folder import SoundFolder, place
from operator_desk.speech.link import Link
from operator_desk.speech.samples import Sound, Unsound, spread
from operator_desk.speech.sink import make_sink
from operator_desk.speech.spoken import spoken
from operator_desk.speech.voice import USUAL

_TURN_MS = 50  # Python hears Ctrl+C only when it has a turn


def voices(languages: Sequence[str]) -> dict[str, Any]:
    """By language the voice that passed its test, with its name; empty when there is none.

    Unsound: `died`, `hung`. OSError: there is no place for its files.
    """
    with _worker(languages) as (_, found):
        return found


def render(text: str, language: str, rate: int = USUAL) -> tuple[Sound, dict[str, Any]]:
    """The sound of a text as it is said, and the voice. `rate` in percent of the usual.

    Unsound: `no_voice`, `silent` (there is nothing in it to say), `died`, `hung`, `failed`.
    """
    with _worker([language]) as (link, found):
        if language not in found:
            raise Unsound("no_voice")
        said = spoken(text, language)
        if not said.strip():
            raise Unsound("silent")
        answer = _Answer()
        link.made.connect(lambda _number, sound: answer.give(sound))
        link.refused.connect(lambda _number, code: answer.give(code))
        link.ended.connect(answer.give)
        link.ask(said, language, rate)
        made = answer.wait()
    if not isinstance(made, Sound):
        raise Unsound(made)
    heard = spread(made)
    if heard.end <= heard.begin:
        raise Unsound("silent")
    return made, found[language]


def play(sound: Sound) -> None:
    """Plays a sound to its end. Unsound("no_sound"): no device takes it."""
    if not _played(sound):
        raise Unsound("no_sound")


def has_sound() -> bool:
    """Whether a device takes sound: it is given a moment of silence."""
    return _played(None)


def _played(sound: Sound | None) -> bool:
    _application()
    answer, folder = _Answer(), SoundFolder(place(None))
    sink = make_sink(folder.path)
    sink.opened.connect(lambda: answer.give(True) if sound is None else sink.play(sound))
    sink.finished.connect(lambda: answer.give(True))
    sink.failed.connect(lambda: answer.give(False))
    try:
        sink.open()
        return bool(answer.wait())
    finally:
        sink.blockSignals(True)
        sink.close()
        folder.close()


@contextmanager
def _worker(languages: Sequence[str]) -> Iterator[tuple[Link, dict[str, Any]]]:
    """A worker that is ready, and its voices: none when it cannot start."""
    _application()
    answer, folder = _Answer(), SoundFolder(place(None))
    link = Link(folder, languages)
    link.ready.connect(answer.give)
    link.ended.connect(answer.give)
    try:
        link.start()
        found = answer.wait()
        if isinstance(found, str) and found != "no_voice":
            raise Unsound(found)
        yield link, {} if isinstance(found, str) else found
    finally:
        link.close()
        folder.close()


_kept: list[QCoreApplication] = []


def _application() -> None:
    """Child processes and sound need one, of whatever kind."""
    if QCoreApplication.instance() is None:
        _kept.append(QCoreApplication(["operator-desk"]))


class _Answer:
    """The first thing that is given, waited for while Qt works."""

    def __init__(self) -> None:
        self._loop, self._given = QEventLoop(), list[Any]()
        self._stopped = False

    def give(self, what: Any) -> None:
        """Ends the wait."""
        self._given.append(what)
        self._loop.quit()

    def wait(self) -> Any:
        """What was given. KeyboardInterrupt: Ctrl+C."""
        turn = QTimer(interval=_TURN_MS)
        turn.timeout.connect(lambda: None)
        turn.start()
        before = signal.signal(signal.SIGINT, self._stop)
        try:
            if not self._given:
                self._loop.exec()
        finally:
            signal.signal(signal.SIGINT, before)
            turn.stop()
        if self._stopped:
            raise KeyboardInterrupt
        return self._given[0]

    def _stop(self, *_: object) -> None:
        self._stopped = True
        self._loop.quit()
