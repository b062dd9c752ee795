"""The window's end of the worker process: one request at a time, watched by a clock."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QTimer, Signal

from operator_desk.speech import samples as files
from operator_desk.speech.folder import SoundFolder
from operator_desk.speech.samples import Unsound

WORKER = ("-P", "-m", "operator_desk.speech.worker")
# On these a second text in one process is said to stay mute or to hang.
ONE_SHOT = sys.platform in ("win32", "darwin")
_GONE_MS = 1000  # a killed process is gone within some milliseconds


@dataclass(frozen=True, slots=True)
class Limits:
    """How long the worker may take, in milliseconds: to start, and for a text."""

    start: int = 15_000
    text: int = 5_000
    letter: int = 20

    def of(self, text: str) -> int:
        """For one text."""
        return self.text + self.letter * len(text)


class Link(QObject):
    """Starts a worker over a folder, gives it texts and brings the sounds; never waits.

    Signals: `ready(voices)` once, by language; `made(number, Sound)`, `refused(number, code)` for a
    request; `ended(code)` once: `no_voice` (it ended before it was ready), `died`, `hung` (and was
    killed). After `ended` or `close` the folder is empty.

    `one_shot`: a new process a text, started while the one before is played.
    """

    ready = Signal(object)
    made = Signal(int, object)
    refused = Signal(int, str)
    ended = Signal(str)

    def __init__(
        self,
        folder: SoundFolder,
        languages: Sequence[str],
        *,
        command: Sequence[str] = WORKER,
        one_shot: bool = ONE_SHOT,
        limits: Limits = Limits(),
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._folder, self._languages = folder, tuple(languages)
        self._command, self._one_shot, self._limits = tuple(command), one_shot, limits
        self._process: QProcess | None = None
        self._voices: dict[str, Any] | None = None
        self._number, self._asked = 0, b""
        self._serving = False  # the process of now has said that it is ready
        self._clock = QTimer(self, singleShot=True)
        self._clock.timeout.connect(self._too_late)

    @property
    def pid(self) -> int:
        """The number of the worker process; 0 when there is none."""
        return int(self._process.processId()) if self._process is not None else 0

    @property
    def busy(self) -> bool:
        """Whether a request waits for its answer."""
        return bool(self._asked)

    def start(self) -> None:
        """Starts the worker; `ready` or `ended` follows."""
        process = QProcess(self)
        environment = QProcessEnvironment.systemEnvironment()
        paths = (os.path.abspath(path) for path in sys.path if path)
        environment.insert("PYTHONPATH", os.pathsep.join(paths))
        process.setProcessEnvironment(environment)
        process.setStandardErrorFile(QProcess.nullDevice())
        process.readyReadStandardOutput.connect(self._read)
        process.finished.connect(self._gone)
        process.errorOccurred.connect(self._trouble)
        known = [json.dumps(self._voices)] if self._voices else []
        words = [*self._command, str(self._folder.path), ",".join(self._languages), *known]
        self._process, self._serving = process, False
        self._clock.start(self._limits.start)
        process.start(sys.executable, words)

    def ask(self, text: str, language: str, rate: int) -> int:
        """Asks for a sound (rate in percent); the number that its answer will have.

        RuntimeError: it is busy.
        """
        if self._asked:
            raise RuntimeError("the worker has a request already")
        self._number += 1
        what = {"do": "render", "id": self._number, "text": text}
        line = json.dumps(what | {"language": language, "rate": rate})
        self._asked = line.encode("ascii") + b"\n"
        self._patience = self._limits.of(text)
        if self._serving:
            self._send()
        return self._number

    def _send(self) -> None:
        if self._process is not None and self._asked:
            self._clock.start(self._patience)
            self._process.write(self._asked)

    def close(self) -> None:
        """Ends the worker at once and empties the folder; nothing is told after it."""
        self._clock.stop()
        self._process, self._asked = None, b""
        for process in self.findChildren(QProcess):
            process.kill()
            process.waitForFinished(_GONE_MS)
            process.deleteLater()  # not at once: this may be called by a signal of its own
        self._folder.empty()

    # -- what the worker says ------------------------------------------------------------

    def _read(self) -> None:
        while self._process is not None and self._process.canReadLine():
            line = bytes(self._process.readLine().data())
            try:
                told = json.loads(line)
                kind, number = told["is"], int(told.get("id", 0))
            except (ValueError, KeyError, TypeError, AttributeError):
                self._end("died")  # no worker of ours says that
                return
            if kind == "ready":
                self._is_ready(told.get("voices"))
            elif self._asked and number == self._number:
                self._answered(told)

    def _is_ready(self, voices: Any) -> None:
        self._clock.stop()
        self._serving = True
        if self._asked:
            self._send()
        if self._voices is None:
            self._voices = dict(voices or {})
            self.ready.emit(self._voices)

    def _answered(self, told: dict[str, Any]) -> None:
        self._clock.stop()
        self._asked = b""
        number, code, found = self._number, str(told.get("code", "")), None
        if self._one_shot:
            self._next_process()
        if told["is"] == "done":
            # Only a file of the folder, by its name: the path is what another process says.
            path = self._folder.path / Path(str(told.get("path"))).name
            try:
                found = files.read(path)
            except Unsound as error:
                code = str(error.args[0])
            with suppress(OSError):
                path.unlink()
        if found is None:
            self.refused.emit(number, code or "failed")
        else:
            self.made.emit(number, found)

    def _next_process(self) -> None:
        """Ends the process whose text is done, and starts one that waits for the next."""
        old = self._process
        self.start()
        if old is not None:
            old.finished.connect(old.deleteLater)
            old.kill()

    def _gone(self, _code: int, status: QProcess.ExitStatus) -> None:
        process = self._process
        if process is None or process.state() is not QProcess.ProcessState.NotRunning:
            return  # it is the one before, whose text was done
        normal = status is QProcess.ExitStatus.NormalExit
        self._end("no_voice" if self._voices is None and normal else "died")

    def _trouble(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self._end("no_voice")

    def _too_late(self) -> None:
        self._end("hung")

    def _end(self, code: str) -> None:
        if self._process is None:
            return
        self.close()
        self.ended.emit(code)
