"""A virtual screen of its own: Xvfb, the keys and characters typed on it, what it shows.

Chinese characters stand on free key codes of the screen's keyboard before they are typed, so
a character is one ordinary key press and none can be mixed up. The picture is read from the
frame buffer that Xvfb keeps in a file: nothing is asked of the program under test.
"""

from __future__ import annotations

import os
import struct
import subprocess
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QImage

TICK = 0.01
Box = tuple[int, int, int, int]  # left, top, right, bottom in pixels
# Left over by the main part of a keyboard: function, media and language keys of laptops.
_FREE_CODES = (*range(133, 206), *range(208, 256))
_KEYMAP = """xkb_keymap {{
xkb_keycodes {{ include "evdev+aliases(qwerty)" {codes} }};
xkb_types {{ include "complete" }};
xkb_compatibility {{ include "complete" }};
xkb_symbols {{ include "pc+us" {symbols} }};
}};"""


@dataclass(frozen=True, slots=True)
class Frame:
    """What the screen showed at one instant: four bytes a pixel (blue, green, red, unused)."""

    width: int
    height: int
    stride: int
    pixels: bytes

    def pixel(self, x: int, y: int) -> str:
        """The colour of a pixel, such as `#0E2750`."""
        at = y * self.stride + 4 * x
        blue, green, red = self.pixels[at : at + 3]
        return f"#{red:02X}{green:02X}{blue:02X}"

    def part(self, box: Box) -> bytes:
        """The pixels of a part, to be compared with those of another frame."""
        left, top, right, bottom = box
        rows = range(max(top, 0), min(bottom, self.height))
        return b"".join(
            self.pixels[row * self.stride + 4 * left : row * self.stride + 4 * right]
            for row in rows
        )

    def save(self, path: Path) -> None:
        """Writes the picture as a PNG file."""
        path.parent.mkdir(parents=True, exist_ok=True)
        form = QImage.Format.Format_RGB32
        image = QImage(self.pixels, self.width, self.height, self.stride, form)
        if not image.save(str(path), "PNG"):
            raise OSError(f"the picture could not be written: {path}")


class Screen:
    """An Xvfb with a free number; `environment` leads programs to it."""

    def __init__(self, size: tuple[int, int] = (1366, 768)) -> None:
        self.size = size
        self._folder = tempfile.TemporaryDirectory(prefix="screen-")
        self._mapped: dict[str, tuple[int, int]] = {}
        self._process, self.number = self._start()

    def _start(self) -> tuple[subprocess.Popen[bytes], int]:
        read, write = os.pipe()
        width, height = self.size
        words = ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{width}x{height}x24"]
        words += ["-fbdir", self._folder.name, "-nolisten", "tcp", "-noreset"]
        process = subprocess.Popen(words, pass_fds=[write], stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as told:
            number = told.readline().strip()  # comes when the screen takes clients
        if not number:
            raise RuntimeError(f"Xvfb did not start, exit {process.wait(10)}")
        return process, int(number)

    @property
    def environment(self) -> dict[str, str]:
        """The variable by which a program finds this screen."""
        return {"DISPLAY": f":{self.number}"}

    def close(self) -> None:
        """Ends the screen; what is still connected loses it."""
        self._process.terminate()
        self._process.wait(10)
        self._folder.cleanup()

    # -- hands ---------------------------------------------------------------------------

    def xdotool(self, *words: object) -> str:
        """Runs xdotool on this screen; what it printed."""
        ran = subprocess.run(
            ["xdotool", *map(str, words)],
            env=os.environ | self.environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )
        # Searching prints nothing and fails when nothing is found.
        if ran.returncode and words[0] != "search":
            raise RuntimeError(f"xdotool {words}: {ran.stderr.strip()}")
        return ran.stdout

    def type(self, text: str) -> None:
        """Types a text; a line feed is the Enter key."""
        self.map_characters(text)
        for place, part in enumerate(text.split("\n")):
            if place:
                self.xdotool("key", "Return")
            if part:
                self.xdotool("type", "--delay", "1", "--", part)

    def map_characters(self, text: Iterable[str]) -> None:
        """Puts the characters that no key has on free keys; those mapped before stay."""
        wanted = {char for char in text if ord(char) > 126} - self._mapped.keys()
        if not wanted:
            return
        places = [(code, level) for code in _FREE_CODES for level in (0, 1)]
        free = places[len(self._mapped) :]
        if len(wanted) > len(free):
            raise ValueError("more characters on one screen than keys; start another screen")
        self._mapped |= dict(zip(sorted(wanted), free, strict=False))
        levels: dict[int, list[str]] = {}
        for char, (code, _level) in self._mapped.items():
            levels.setdefault(code, []).append(f"U{ord(char):04X}")
        keymap = _KEYMAP.format(
            codes=" ".join(f"<C{code}> = {code};" for code in levels),
            symbols=" ".join(
                f"key <C{code}> {{[ {', '.join(on)} ]}};" for code, on in levels.items()
            ),
        )
        words = ["xkbcomp", "-w0", "-", self.environment["DISPLAY"]]
        subprocess.run(words, input=keymap, text=True, capture_output=True, check=True, timeout=20)

    # -- eyes ----------------------------------------------------------------------------

    def look(self) -> Frame:
        """What the screen shows now."""
        raw = (Path(self._folder.name) / "Xvfb_screen0").read_bytes()
        head = struct.unpack(">25I", raw[:100])
        width, height, stride, colours = head[4], head[5], head[12], head[19]
        start = head[0] + 12 * colours
        return Frame(width, height, stride, raw[start : start + stride * height])
