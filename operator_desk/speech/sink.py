"""Where sound goes: Qt's audio output, or a player of the system when Qt has none."""

from __future__ import annotations

import os
import shutil
import signal
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QElapsedTimer,
    QIODevice,
    QObject,
    QProcess,
    QTimer,
    Signal,
    Slot,
    qInstallMessageHandler,
)

from operator_desk.speech import samples as files
from operator_desk.speech.samples import Sound

_BUFFER_MS = 100  # what goes on sounding after a pause at most
_PROBE_MS = 3_000
_SILENCE = Sound(bytes(2 * 441), 22050)  # 20 ms


class Sink(QObject):
    """Plays one sound at a time.

    Signals: `opened()` or `failed()` after `open`; `began()` when the first block of a sound is
    there, `finished()` when its last was heard; `failed()` also later: there is no sound any more.
    After `stop` nothing of the sound is told.
    """

    opened = Signal()
    began = Signal()
    finished = Signal()
    failed = Signal()

    def open(self) -> None:
        """Looks whether there is a device; tells by a signal, perhaps before it returns."""
        raise NotImplementedError

    def play(self, sound: Sound) -> None:
        """Plays a sound from its start, in the place of the one there."""
        raise NotImplementedError

    def pause(self) -> None:
        """Holds."""
        raise NotImplementedError

    def go_on(self) -> None:
        """Goes on where it was held."""
        raise NotImplementedError

    def stop(self) -> None:
        """Ends the sound at once."""
        raise NotImplementedError

    def position(self) -> float:
        """How many seconds of the sound have been heard."""
        raise NotImplementedError

    def close(self) -> None:
        """Ends everything."""
        self.stop()


def load() -> bool:
    """Loads QtMultimedia, which takes some 15 ms the first time; whether it could be."""
    before = qInstallMessageHandler(_unheard)
    try:
        import PySide6.QtMultimedia  # noqa: F401
    except ImportError:  # not installed, or a library of the system is missing (libpulse)
        return False
    finally:
        qInstallMessageHandler(before)
    return True


class QtSink(Sink):
    """Qt's audio output, on the device that the system has chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._output: Any = None
        self._bytes, self._buffer = QByteArray(), QBuffer()
        self._began = self._opening = False
        self._clock = QTimer(self, singleShot=True, interval=_PROBE_MS)
        self._clock.timeout.connect(self._asleep)

    @staticmethod
    def usable() -> bool:
        """Whether QtMultimedia can be loaded and knows a device (15 ms the first time)."""
        if not load():
            return False
        from PySide6.QtMultimedia import QMediaDevices

        before = qInstallMessageHandler(_unheard)
        try:
            return not QMediaDevices.defaultAudioOutput().isNull()
        finally:
            qInstallMessageHandler(before)

    def open(self) -> None:
        # A device may be listed and take nothing, or sleep: a moment of silence tells and wakes it.
        self._opening = True
        self._clock.start()
        self._start(_SILENCE)

    def play(self, sound: Sound) -> None:
        self._opening = False
        self._clock.stop()
        self.stop()
        self._start(sound)

    def _start(self, sound: Sound) -> None:
        from PySide6.QtMultimedia import QAudioFormat, QAudioSink, QMediaDevices

        form = QAudioFormat()
        form.setSampleRate(sound.rate)
        form.setChannelCount(1)
        form.setSampleFormat(QAudioFormat.SampleFormat.Int16)
        device = QMediaDevices.defaultAudioOutput()
        if device.isNull() or not device.isFormatSupported(form):
            self.failed.emit()
            return
        output = QAudioSink(device, form, self)
        output.setBufferSize(form.bytesForDuration(_BUFFER_MS * 1000))
        output.stateChanged.connect(self._changed)
        self._output, self._began = output, False
        self._bytes = QByteArray(sound.samples)
        self._buffer = QBuffer(self._bytes)
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        output.start(self._buffer)

    @Slot()
    def _changed(self) -> None:
        # Without its argument: PySide does not know the type in the signal of a bound method.
        if self._output is None:
            return
        state = self._output.state()
        if state is state.ActiveState and not self._began:
            self._began = True
            self._tell_begin()
        elif state is state.IdleState and self._buffer.atEnd():
            self._let_go()
            if not self._opening:
                self.finished.emit()
        elif state is state.StoppedState:
            self._let_go()
            self.failed.emit()

    def _tell_begin(self) -> None:
        self._clock.stop()
        (self.opened if self._opening else self.began).emit()

    def _asleep(self) -> None:
        self._let_go()
        self.failed.emit()

    def pause(self) -> None:
        if self._output is not None:
            self._output.suspend()

    def go_on(self) -> None:
        if self._output is not None:
            self._output.resume()

    def stop(self) -> None:
        self._clock.stop()
        self._let_go()

    def _let_go(self) -> None:
        output, self._output = self._output, None
        if output is not None:
            output.stateChanged.disconnect(self._changed)
            output.reset()  # what waits in the device's buffer is dropped
            output.deleteLater()

    def position(self) -> float:
        return self._output.processedUSecs() / 1e6 if self._output is not None else 0.0


def _unheard(*_: Any) -> None:
    """Qt tells standard error of every sound server it does not find; the answer tells enough."""


Player = tuple[str, ...]
# The buffer is small, or a pause would let half a second go on sounding.
PLAYERS: tuple[Player, ...] = (
    ("pw-play", "--latency=60ms"),
    ("aplay", "--quiet", "--buffer-time=80000"),
)


class CommandSink(Sink):
    """A player of the system, in a process group of its own, over a file in a private folder.

    The first of `players` that plays a moment of silence is taken. POSIX only.
    """

    def __init__(
        self, folder: Path, players: Sequence[Player] = PLAYERS, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._path = folder / "play.wav"
        self._left = [one for one in players if sys.platform != "win32" and shutil.which(one[0])]
        self._process: QProcess | None = None
        self._then: Callable[[bool], None] = self._end
        # Heard before the last pause, the time since, and where it is held (-1: it is not).
        self._before, self._since, self._held = 0, QElapsedTimer(), -1
        self._clock = QTimer(self, singleShot=True, interval=_PROBE_MS)
        self._clock.timeout.connect(self._next)

    def open(self) -> None:
        if not self._left:
            self.failed.emit()
            return
        self._clock.start()
        self._run(_SILENCE, self._probed)

    def _probed(self, played: bool) -> None:
        self._clock.stop()
        if played:
            self.opened.emit()
        else:
            self._next()

    def _next(self) -> None:
        self.stop()
        del self._left[:1]
        self.open()

    def play(self, sound: Sound) -> None:
        self.stop()
        if self._left:
            self._run(sound, self._end)
        else:
            self.failed.emit()

    def _run(self, sound: Sound, then: Callable[[bool], None]) -> None:
        self._then = then
        try:
            files.write(self._path, sound)
        except OSError:
            then(False)
            return
        process = QProcess(self)
        process.setStandardInputFile(QProcess.nullDevice())
        process.setStandardOutputFile(QProcess.nullDevice())
        process.setStandardErrorFile(QProcess.nullDevice())
        parameters = QProcess.UnixProcessParameters()
        parameters.flags = QProcess.UnixProcessFlag.CreateNewSession
        process.setUnixProcessParameters(parameters)
        process.started.connect(self._begin)
        process.finished.connect(self._over)
        process.errorOccurred.connect(self._trouble)
        self._process = process
        program, *words = self._left[0]
        process.start(program, [*words, str(self._path)])

    def _over(self, code: int, status: QProcess.ExitStatus) -> None:
        self._let_go()
        self._then(code == 0 and status is QProcess.ExitStatus.NormalExit)

    def _trouble(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self._let_go()
            self._then(False)

    def _begin(self) -> None:
        self._since.start()
        if self._then == self._end:  # not the moment of silence
            self.began.emit()

    def _end(self, well: bool) -> None:
        (self.finished if well else self.failed).emit()

    def pause(self) -> None:
        if self._process is not None and self._held < 0:
            self._held = self._heard()
            _signal(self._process, signal.SIGSTOP)

    def go_on(self) -> None:
        if self._process is not None and self._held >= 0:
            self._before, self._held = self._held, -1
            self._since.start()
            _signal(self._process, signal.SIGCONT)

    def stop(self) -> None:
        self._clock.stop()
        if (process := self._let_go()) is not None:
            _signal(process, signal.SIGKILL)
            process.waitForFinished(1000)  # a killed process is gone within milliseconds

    def _let_go(self) -> QProcess | None:
        """Hears the player no more; the process, which may still run."""
        process, self._process = self._process, None
        self._before, self._held = 0, -1
        self._since.invalidate()
        if process is not None:
            process.started.disconnect(self._begin)
            process.finished.disconnect(self._over)
            process.errorOccurred.disconnect(self._trouble)
            process.deleteLater()
        self._path.unlink(missing_ok=True)
        return process

    def position(self) -> float:
        return self._heard() / 1000

    def _heard(self) -> int:
        if self._held >= 0 or not self._since.isValid():
            return max(0, self._held)
        return self._before + self._since.elapsed()


def _signal(process: QProcess, which: int) -> None:
    """Sends a signal to the whole group: a player may have processes of its own."""
    if pid := process.processId():
        try:
            os.killpg(pid, which)
        except ProcessLookupError:  # it has no group yet, or has just ended
            with suppress(ProcessLookupError):
                os.kill(pid, which)


def make_sink(folder: Path, parent: QObject | None = None) -> Sink:
    """Qt's output where it has a device, else a player of the system."""
    return QtSink(parent) if QtSink.usable() else CommandSink(folder, parent=parent)
