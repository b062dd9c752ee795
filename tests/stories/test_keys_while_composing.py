"""Every action while a word is being composed, with real input methods.

In a test run each engine has every other action, so that all are tried, while composing only; in
`make proof` it has all, also idle.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.proofs.counts import full
from tests.stories.composing import Row, Stage, rows
from tests.stories.conftest import Practice
from tests.stories.driver import SHOTS
from tests.stories.engines import Engine, Fcitx, Libpinyin

pytestmark = [pytest.mark.story, pytest.mark.proof]
ENGINES = (Libpinyin, Fcitx)
FIRST_MARK = ord("鼠")  # characters that stand nowhere else
# What is searched for without a call goes with the sign-off, or the call that begins.
QUERY_GOES = {"sign_off", "after_call_entry"}


@pytest.mark.parametrize("engine", ENGINES)
def test_every_action_runs_and_keeps_the_word(
    engine: type[Engine], practice: Practice, tmp_path: Path
) -> None:
    lacking = engine.missing()
    if lacking:
        pytest.skip(f"{lacking} is not on this machine")
    shutil.copytree(practice.folder, tmp_path / "desk")
    story = f"keys_{engine.__name__.lower()}"
    with Stage(tmp_path / "desk", story=story) as stage:
        stage.type_with(engine)
        stage.start()
        stage.sign_in("wang", practice.password)
        found = list(_table(stage, practice.password, _tried(engine)))
    lines = [" ".join(line) for line in found]
    (SHOTS / story).mkdir(parents=True, exist_ok=True)
    (SHOTS / story / "table.txt").write_text("\n".join(lines) + "\n", "utf-8")
    assert not [line for line in lines if "NO" in line]


def _tried(engine: type[Engine]) -> list[Row]:
    every = list(rows())
    return every if full() else every[ENGINES.index(engine) :: len(ENGINES)]


def _table(stage: Stage, password: str, tried: list[Row]) -> Iterator[list[str]]:
    """A line a row: phase, action, key, did it run (idle, composing), was the word kept."""
    for number, row in enumerate(tried):
        mark = chr(FIRST_MARK + number)  # one key, and no other row has it
        answers = []
        if row.idle_too and full():
            stage.enter(row.phase)
            answers.append(stage.fires(row))
            stage.leave(row, password)
        stage.enter(row.phase)
        stage.compose(mark)
        if row.action.name == "correct":
            stage.shot("composing")
        answers.append(stage.fires(row))
        kept = row.action.name in QUERY_GOES or stage.keeps(mark)
        stage.leave(row, password)
        words = ["yes" if answer else "NO" for answer in (*answers, kept)]
        yield [row.phase.value, row.action.name, row.key, *words]
