"""Proofs in the real window use the desks of the stories."""

from tests.stories.conftest import open_desk, practice

__all__ = ["open_desk", "practice"]
