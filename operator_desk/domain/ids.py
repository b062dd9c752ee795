"""Identities: UUIDv7 where a row is born, UUIDv5 for what is imported."""

from __future__ import annotations

import os
import threading
import time
from uuid import UUID, uuid5

NAMESPACE = UUID("6f3b2f0e-4c53-5d0c-9a0e-1d9a5f0c2b51")
_lock = threading.Lock()
_last = 0


def new_id() -> UUID:
    """A UUIDv7 (RFC 9562): 48 bits of Unix milliseconds, 74 random bits; rises within a process."""
    global _last
    milliseconds = time.time_ns() // 1_000_000
    value = (milliseconds & (1 << 48) - 1) << 80 | int.from_bytes(os.urandom(10), "big")
    value = _stamped(value)
    with _lock:
        if value <= _last:
            value = _stamped(_last + (1 << 8))
        _last = value
    return UUID(int=value)


def _stamped(value: int) -> int:
    value = value & ~(0xF << 76) | 0x7 << 76
    return value & ~(0x3 << 62) | 0x2 << 62


def derived_id(*parts: object) -> UUID:
    """The same UUIDv5 for the same parts, so that importing twice adds nothing."""
    return uuid5(NAMESPACE, "\x1f".join(str(part) for part in parts))
