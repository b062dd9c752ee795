"""What a voice made of one statement: samples in memory, read from a complete file only."""

from __future__ import annotations

import array
import io
import sys
import wave
from dataclasses import dataclass
from pathlib import Path

WIDTH = 2  # bytes a sample: 16 bits, one channel
_HEARD = 200  # of 32,767; what is fainter at either end is silence


class Unsound(Exception):
    """A file of sound that cannot be played; its one argument is the code of the reason."""


@dataclass(frozen=True, slots=True)
class Sound:
    """Samples of one channel, 16 bits, in the machine's order; `rate` in samples a second."""

    samples: bytes
    rate: int

    @property
    def frames(self) -> int:
        """How many samples there are."""
        return len(self.samples) // WIDTH

    @property
    def seconds(self) -> float:
        """How long it lasts."""
        return self.frames / self.rate


@dataclass(frozen=True, slots=True)
class Spread:
    """Where in a sound the voice is heard, in seconds: silence before and after is no speech."""

    begin: float
    end: float

    def fraction(self, seconds: float) -> float:
        """Which share of what is said has been said after so many seconds, 0 to 1."""
        if self.end <= self.begin:
            return 1.0
        return min(1.0, max(0.0, (seconds - self.begin) / (self.end - self.begin)))


def spread(sound: Sound) -> Spread:
    """Where the voice is heard: looked for from both ends, no longer than there is silence."""
    samples = array.array("h", sound.samples)
    count = len(samples)
    first = next((n for n in range(count) if abs(samples[n]) > _HEARD), count)
    last = next((n for n in range(count - 1, first, -1) if abs(samples[n]) > _HEARD), first)
    return Spread(first / sound.rate, last / sound.rate)


def read(path: Path) -> Sound:
    """The sound of a WAV file.

    Unsound: `broken`, the header does not hold what it says; `silent`, there is no sample.
    """
    try:
        size = path.stat().st_size
        with wave.open(str(path), "rb") as file:
            channels, width, rate, count = file.getparams()[:4]
            samples = file.readframes(count)
    except (OSError, EOFError, wave.Error):
        raise Unsound("broken") from None
    if channels != 1 or width != WIDTH or rate <= 0:
        raise Unsound("broken")
    if not count:
        raise Unsound("silent")
    if len(samples) != count * WIDTH or size < len(samples):
        raise Unsound("broken")
    if sys.byteorder == "big":
        swapped = array.array("h", samples)
        swapped.byteswap()
        samples = swapped.tobytes()
    return Sound(samples, rate)


def as_wav(sound: Sound) -> bytes:
    """The sound as the bytes of a WAV file."""
    whole = io.BytesIO()
    with wave.open(whole, "wb") as file:
        file.setparams((1, WIDTH, sound.rate, 0, "NONE", ""))
        file.writeframes(sound.samples)
    return whole.getvalue()


def write(path: Path, sound: Sound) -> None:
    """Writes a WAV file, readable by its owner only."""
    path.touch(mode=0o600)
    path.write_bytes(as_wav(sound))
