"""The page cache of the system, dropped for what is measured cold; only root may."""

from __future__ import annotations

import os
from pathlib import Path

_CACHES = Path("/proc/sys/vm/drop_caches")
REFUSED = "cold not measured: only root may drop the page cache"


def may_drop() -> bool:
    """Whether this process may drop the page cache."""
    return _CACHES.exists() and os.access(_CACHES, os.W_OK)


def drop() -> None:
    """Writes everything back and drops the page cache."""
    os.sync()
    _CACHES.write_text("3", "ascii")
