"""Identities: UUIDv7 where a row is born, UUIDv5 for what is imported."""

from __future__ import annotations

import secrets
import threading
import time
from uuid import UUID, uuid5

NAMESPACE = UUID("6f3b2f0e-4c53-5d0c-9a0e-1d9a5f0c2b51")
_RANDOM_BITS = 74
_lock = threading.Lock()
_last = 0


def new_id() -> UUID:
    """A UUIDv7 (RFC 9562): 48 bits of Unix milliseconds, 74 random bits; rises within a process."""
    global _last
    milliseconds = (time.time_ns() // 1_000_000) & (1 << 48) - 1
    fresh = milliseconds << _RANDOM_BITS | secrets.randbits(_RANDOM_BITS)
    with _lock:
        # A second one in the same millisecond, or after the clock was put back, follows the last.
        _last = fresh = max(fresh, _last + 1)
    return _uuid(fresh)


def _uuid(value: int) -> UUID:
    """The bits of a value, version 7 and variant 2 put in their places between them."""
    low, middle, high = value & (1 << 62) - 1, value >> 62 & (1 << 12) - 1, value >> _RANDOM_BITS
    return UUID(int=high << 80 | 0x7 << 76 | middle << 64 | 0x2 << 62 | low)


def derived_id(*parts: object) -> UUID:
    """The same UUIDv5 for the same parts, so that importing twice adds nothing."""
    return uuid5(NAMESPACE, "\x1f".join(str(part) for part in parts))
