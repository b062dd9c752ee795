"""Faults are tried on the desks of the commands."""

from tests.commands.conftest import _empty, _practice, desk, nowhere, own_practice, practice, staff
from tests.support.qt import application

__all__ = [
    "_empty",
    "_practice",
    "application",
    "desk",
    "nowhere",
    "own_practice",
    "practice",
    "staff",
]
