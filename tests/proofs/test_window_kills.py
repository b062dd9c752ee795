"""The real window is killed while somebody types into it: the next start goes on with the call."""

from __future__ import annotations

import random
import shutil
import time
from collections.abc import Callable
from pathlib import Path
from uuid import UUID

import pytest

from operator_desk.ui.kit.look import DARK, LIGHT
from tests.proofs.caller import LETTERS
from tests.proofs.counts import Record, chance, count
from tests.stories.conftest import Practice
from tests.stories.driver import Desk
from tests.stories.steps import close, hang_up, in_hand, store_is_sound, take_call

pytestmark = pytest.mark.story
OFFER, OFFERED = (700, 60), {LIGHT["warn_soft"], DARK["warn_soft"]}
SECOND = 1.0
FEW = LETTERS[:12]  # each Chinese letter takes a key of the screen's keyboard


def _typed_and_killed(desk: Desk, random_: random.Random) -> tuple[str, int]:
    """What was typed until the kill, and how many letters of it are older than a second."""
    until = time.monotonic() + random_.uniform(0.3, 6.0)
    letters, times = "", [0.0]
    while time.monotonic() < until:
        letter = random_.choice(FEW)
        times.append(time.monotonic())
        desk.type(letter)
        letters += letter
    killed_at = time.monotonic()
    desk.kill()
    return letters, max(n for n, at in enumerate(times) if at < killed_at - SECOND)


def _goes_on(desk: Desk, password: str) -> UUID:
    """The next start: the call is offered, gone on with, ended and closed."""
    desk.start()
    desk.sign_in("wang", password)
    desk.wait_for(lambda: desk.look().pixel(*OFFER) in OFFERED, "the offer to go on")
    before = in_hand(desk)
    desk.key("1")
    desk.type("续")
    desk.wait_for(lambda: desk.text().endswith("续"), "the text gone on with")
    now = in_hand(desk)
    assert (now.call_id, now.started_at) == (before.call_id, before.started_at)
    hang_up(desk)
    close(desk)
    return now.call_id


def test_the_window_killed_while_typing_loses_at_most_the_last_second(
    practice: Practice,
    tmp_path: Path,
    open_desk: Callable[[Path], Desk],
    record_property: Record,
) -> None:
    shutil.copytree(practice.folder, tmp_path / "desk")
    desk = open_desk(tmp_path / "desk")
    desk.screen.map_characters(FEW + "续")
    rounds, random_, lost, typed = count(10, 1), chance("window"), 0, 0
    desk.start()
    desk.sign_in("wang", practice.password)
    for _ in range(rounds):
        take_call(desk)
        letters, old = _typed_and_killed(desk, random_)
        kept = desk.text()
        typed += len(letters)
        assert letters.startswith(kept)
        lost += max(0, old - len(kept))
        call_id = _goes_on(desk, practice.password)
        rows = desk.rows("SELECT tickets, outcome FROM call_view WHERE id = ?", str(call_id))
        assert rows == [(0, "to_register")]
    assert store_is_sound(desk)
    record_property("kills", rounds)
    record_property("letters", typed)
    record_property("letters_lost_that_were_older_than_a_second", lost)
    assert lost == 0
