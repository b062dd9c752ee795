"""The first start in an empty folder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.stories.driver import Desk
from tests.stories.steps import in_hand, take_call

pytestmark = pytest.mark.story
MANY_S = 60.0


def test_first_start_with_the_practice_desk(
    tmp_path: Path, open_desk: Callable[[Path], Desk]
) -> None:
    desk = open_desk(tmp_path / "desk")
    desk.start()
    asked = desk.steady()
    desk.shot("1-first-start")
    desk.key("Return")
    # The bar that runs back and forth keeps the picture moving until the sign-in page stands.
    desk.steady(unlike=asked, seconds=MANY_S)
    desk.shot("2-sign-in")
    logins = [login for (login,) in desk.rows("SELECT login FROM staff_version ORDER BY login")]
    assert "wang" in logins
    assert desk.rows("SELECT count(*) FROM article_view")[0][0] > 40
    assert desk.rows("SELECT count(*) FROM call_view")[0][0] > 20


def test_first_start_with_my_hotline(tmp_path: Path, open_desk: Callable[[Path], Desk]) -> None:
    desk = open_desk(tmp_path / "desk")
    desk.start()
    asked = desk.steady()
    desk.key("Tab", *"anna", "Tab")
    desk.type("安娜")
    desk.key("Tab", *"short", "Return")
    refused = desk.steady(unlike=asked)
    desk.shot("1-password-too-short")
    assert not (tmp_path / "desk" / "desk.db").exists()
    desk.key("ctrl+a")
    desk.type("long enough\n")
    desk.steady(unlike=refused, seconds=MANY_S)
    desk.sign_in("anna", "long enough")
    desk.shot("2-no-call")
    take_call(desk)
    assert in_hand(desk).matters
    assert desk.rows("SELECT name FROM staff_version WHERE login = 'anna'") == [("安娜",)]
