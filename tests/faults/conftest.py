"""Faults are tried on the desks of the commands."""

from tests.commands.conftest import _empty, _practice, desk, nowhere, own_practice, practice, staff

__all__ = ["_empty", "_practice", "desk", "nowhere", "own_practice", "practice", "staff"]
