"""pyttsx3, made to do one thing reliably: one text into one complete file."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from operator_desk.speech import samples as files
from operator_desk.speech.samples import Sound, Unsound
from operator_desk.speech.worker import aiff
from operator_desk.speech.worker.choice import Installed

_TIMES = 3  # that a text is tried
_SETTLE_S = 2.0


class Engine:
    """The system's speech synthesis. Unsound("no_engine"): there is none that starts."""

    def __init__(self) -> None:
        try:
            import pyttsx3

            self._engine: Any = pyttsx3.init()
        except Exception:  # drivers raise what they like: ImportError, OSError, RuntimeError, COM
            raise Unsound("no_engine") from None
        self.driver: str = self._engine.driver_name
        self._synchronize = _synchronizer(self.driver)
        self._finished: list[bool] = []
        self._errors = 0
        self._engine.connect("finished-utterance", self._on_finished)
        self._engine.connect("error", self._on_error)
        # Without it the driver counts as busy, and the first text ends before it is done.
        self._engine.runAndWait()

    @property
    def measured(self) -> bool:
        """Whether it is known how long the sentences of the self-test take."""
        return self.driver == "espeak"

    def installed(self) -> list[Installed]:
        """The voices of the system."""
        return [
            Installed(str(one.id), str(one.name or ""), _tags(one.languages))
            for one in self._engine.getProperty("voices")
        ]

    def render(self, text: str, voice: str, rate: int, path: Path) -> Sound:
        """Says a text into a file of the path and reads it. Unsound: it could not be."""
        reason = "failed"
        for _ in range(_TIMES):
            path.unlink(missing_ok=True)
            try:
                return self._once(text, voice, rate, path)
            except Unsound as error:
                reason = error.args[0]
                if reason == "silent":
                    break  # there is nothing in it to say
        path.unlink(missing_ok=True)
        raise Unsound(reason)

    def _once(self, text: str, voice: str, rate: int, path: Path) -> Sound:
        self._synchronize()
        self._finished, self._errors = [], 0
        self._set("voice", voice)
        self._set("rate", rate)
        self._engine.save_to_file(text, str(path))
        self._engine.runAndWait()
        # sapi5 tells of no end when it writes a file: there the call itself has waited for it.
        if self._errors or self._finished not in (
            [True],
            *([[]] if self.driver == "sapi5" else []),
        ):
            raise Unsound("failed")
        if path.exists() and aiff.is_aiff(path):
            files.write(path, aiff.read(path))
        found = files.read(path)
        # An unknown voice is no error to the driver: it goes on with the one before.
        if self._engine.getProperty("voice") != voice:
            raise Unsound("failed")
        return found

    def _set(self, name: str, value: Any) -> None:
        """Sets a property and waits until it holds: espeak-ng does it in a thread of its own."""
        if self._engine.getProperty(name) == value:
            return
        self._engine.setProperty(name, value)
        self._synchronize()
        until = time.monotonic() + _SETTLE_S
        while self._engine.getProperty(name) != value:
            if time.monotonic() > until:
                raise Unsound("failed")
            time.sleep(0.002)

    def _on_finished(self, completed: bool = False, **_: Any) -> None:
        self._finished.append(completed)

    def _on_error(self, **_: Any) -> None:
        self._errors += 1


def _tags(languages: Any) -> tuple[str, ...]:
    """Language tags as drivers give them: text, or bytes with a priority before."""
    found = []
    for one in languages or ():
        text = one.decode("utf-8", "ignore") if isinstance(one, bytes) else str(one)
        found.append("".join(c for c in text if c.isprintable()).replace("_", "-").lower())
    return tuple(found)


def _synchronizer(driver: str) -> Callable[[], object]:
    """What waits until espeak-ng has done all it was asked.

    Without it one render in five had the rate of the one before or was cut off by the driver
    (360 renders with alternating voice and rate); with it none.
    """
    if driver != "espeak":
        return lambda: None
    from pyttsx3.drivers import _espeak

    wait: Callable[[], object] = _espeak.Synchronize
    return wait
