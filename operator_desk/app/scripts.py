"""Practice calls of a desk: the shipped scripts of its language, and files of a centre."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, partial
from pathlib import Path

from operator_desk import app, resources
from operator_desk.domain.errors import UserError
from operator_desk.domain.scripted import ScriptedCall
from operator_desk.importers import calls as calls_format
from operator_desk.services.practice import Practice


def practice(desk: app.Services) -> Practice:
    """The practice calls of an open desk."""
    profile = desk.profile
    return Practice(desk.store, profile, desk.calls, partial(shipped, profile.language), read)


@cache
def shipped(language: str) -> tuple[ScriptedCall, ...]:
    """The shipped scripts of a language; none where none are shipped."""
    path = resources.path("resources", "practice", language, "scripts.jsonl")
    if not path.exists():
        return ()
    read = calls_format.calls(path)
    if read.refused:
        raise RuntimeError(f"{path.name}, row {read.refused[0].row}: {read.refused[0].reason}")
    return read.values


def read(path: Path) -> tuple[Sequence[ScriptedCall], Sequence[UserError]]:
    """The scripts of a file, and why rows of it were refused. UserError: it cannot be read."""
    found = calls_format.calls(path)
    refused = [
        UserError("{file}, row {row}: {reason}", file=one.file, row=one.row, reason=one.reason)
        for one in found.refused
    ]
    return found.values, refused
