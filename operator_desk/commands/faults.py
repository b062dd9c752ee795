"""Faults of the program: the trace goes into a file beside the desk, never on the screen."""

from __future__ import annotations

import os
import platform
import re
import traceback
from pathlib import Path

from operator_desk import __version__
from operator_desk.domain.times import format_instant, now

LOG = "operator-desk.log"
_MOST_BYTES = 1_000_000
# Numbers of callers and the values of a statement to the database are nobody's to read.
_NUMBER = re.compile(r"\d{7,}")
_PARAMETERS = re.compile(r"^\[parameters:.*$", re.MULTILINE)


def keep(folder: Path, error: BaseException) -> Path | None:
    """Appends the trace of a fault to the log in a folder; None when it cannot be written."""
    path = folder / LOG
    trace = "".join(traceback.format_exception(error))
    trace = _NUMBER.sub("*", _PARAMETERS.sub("[parameters hidden]", trace))
    head = f"{format_instant(now())} operator-desk {__version__} {platform.platform()}"
    try:
        if path.exists() and path.stat().st_size > _MOST_BYTES:
            path.replace(path.with_suffix(".log.1"))
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        with open(descriptor, "a", encoding="utf-8", errors="backslashreplace") as file:
            file.write(f"{head}\n{trace}\n")
    except OSError:
        return None
    return path
