"""Signing in, in a real window."""

from __future__ import annotations

import json

import pytest

from tests.stories.conftest import Practice
from tests.stories.driver import Desk

pytestmark = pytest.mark.story
TRIES = 5


def attempts(desk: Desk) -> list[int]:
    """Whether each sign-in was good, in order."""
    return [good for (good,) in desk.rows("SELECT good FROM sign_in_attempt ORDER BY at")]


def test_sign_in(desk: Desk, practice: Practice) -> None:
    desk.shot("1-sign-in")
    desk.sign_in("wang", practice.password)
    desk.shot("2-no-call")
    assert attempts(desk) == [1]
    settings = json.loads((desk.folder / "settings.json").read_text("utf-8"))
    assert settings["last_login"] == "wang"
    assert desk.quit() == 0


def test_wrong_passwords_are_limited(desk: Desk, practice: Practice) -> None:
    desk.key(*"wang", "Return")
    for number in range(1, TRIES + 1):
        before = desk.look()
        desk.key(*"wrongword", "Return")
        desk.wait_for(lambda n=number: len(attempts(desk)) == n, f"attempt {number}")
        if number == 1:
            desk.steady(unlike=before)
            desk.shot("1-wrong")
    refused = desk.steady()
    desk.key(*practice.password, "Return")
    desk.steady(unlike=refused)
    desk.shot("2-limited")
    assert not desk.signed_in()
    assert attempts(desk) == [0] * TRIES
