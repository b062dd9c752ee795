"""Proofs in the real window use the desks of the stories; the others need Qt's timers only."""

from tests.stories.conftest import open_desk, practice
from tests.support.qt import application

__all__ = ["application", "open_desk", "practice"]
