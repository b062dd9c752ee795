"""AIFF to samples: what macOS writes whatever a file is called (Python 3.13 has no reader)."""

from __future__ import annotations

import array
import struct
import sys
from pathlib import Path

from operator_desk.speech.samples import Sound, Unsound

_BIG, _LITTLE = (b"NONE", b"twos"), (b"sowt",)


def is_aiff(path: Path) -> bool:
    """Whether a file begins as one."""
    with path.open("rb") as file:
        head = file.read(12)
    return head[:4] == b"FORM" and head[8:] in (b"AIFF", b"AIFC")


def read(path: Path) -> Sound:
    """The sound of a file of one channel with 16 bits. Unsound: it is another or cut."""
    whole = path.read_bytes()
    rate, order, samples, at = 0, "big", b"", 12
    while at + 8 <= len(whole):
        name, size = struct.unpack(">4sI", whole[at : at + 8])
        body = whole[at + 8 : at + 8 + size]
        if len(body) < size:
            raise Unsound("broken")
        if name == b"COMM":
            rate, order = _common(body, compressed=whole[8:12] == b"AIFC")
        elif name == b"SSND":
            (skip,) = struct.unpack(">I", body[:4])
            samples = body[8 + skip :]
        at += 8 + size + size % 2
    if not rate:
        raise Unsound("broken")
    if not samples:
        raise Unsound("silent")
    found = array.array("h", samples[: len(samples) // 2 * 2])
    if order != sys.byteorder:
        found.byteswap()
    return Sound(found.tobytes(), rate)


def _common(body: bytes, *, compressed: bool) -> tuple[int, str]:
    channels, _, bits = struct.unpack(">hIh", body[:8])
    kind = body[18:22] if compressed else _BIG[0]
    if channels != 1 or bits != 16 or kind not in _BIG + _LITTLE:
        raise Unsound("broken")
    sign, mantissa = struct.unpack(">HQ", body[8:18])  # an 80-bit float
    return round(mantissa * 2.0 ** (sign - 16383 - 63)), "little" if kind in _LITTLE else "big"
