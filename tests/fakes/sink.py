"""A sink that plays to nobody, in real time or faster, and keeps what it was given."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QObject, QTimer

from operator_desk.speech.samples import Sound
from operator_desk.speech.sink import Sink


class RecordingSink(Sink):
    """`speed`: how many times faster than real time; `device`: whether there is one."""

    def __init__(
        self, *, speed: float = 1.0, device: bool = True, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.speed, self.device = speed, device
        self.played: list[Sound] = []
        self.calls: list[str] = []
        self._sound: Sound | None = None
        self._before, self._since, self._runs = 0.0, QElapsedTimer(), False
        self._end = QTimer(self, singleShot=True)
        self._end.timeout.connect(self._over)

    def open(self) -> None:
        QTimer.singleShot(0, self.opened.emit if self.device else self.failed.emit)

    def play(self, sound: Sound) -> None:
        self.stop()
        self.calls.append("play")
        self.played.append(sound)
        self._sound, self._before = sound, 0.0
        self._run()
        QTimer.singleShot(0, lambda: self._sound is sound and self.began.emit())

    def break_down(self) -> None:
        """The device is gone."""
        self.device = False
        self.failed.emit()

    def pause(self) -> None:
        self.calls.append("pause")
        self._before, self._runs = self.position(), False
        self._end.stop()

    def go_on(self) -> None:
        self.calls.append("go_on")
        self._run()

    def stop(self) -> None:
        if self._sound is not None:
            self.calls.append("stop")
        self._sound, self._runs, self._before = None, False, 0.0
        self._end.stop()

    def position(self) -> float:
        gone = self._since.nsecsElapsed() / 1e9 * self.speed if self._runs else 0.0
        return self._before + gone

    def _run(self) -> None:
        if self._sound is not None:
            self._runs = True
            self._since.start()
            self._end.start(round((self._sound.seconds - self._before) * 1000 / self.speed))

    def _over(self) -> None:
        self._sound, self._runs, self._before = None, False, 0.0
        self.finished.emit()
