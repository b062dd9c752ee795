"""Where `resources/` and `db/` lie: inside the installed package, or beside it in a clone."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def path(top: str, *parts: str) -> Path:
    """A path below one of the shipped folders, `resources` or `db`."""
    installed = _PACKAGE / f"_{top}"
    base = installed if installed.is_dir() else _PACKAGE.parent / top
    return base.joinpath(*parts)
