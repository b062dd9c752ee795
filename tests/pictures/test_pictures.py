"""Every state of the window as a picture in `artifacts/pictures`, checked by rules."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from zlib import crc32

import pytest
from PySide6.QtWidgets import QApplication

from operator_desk import app
from operator_desk.ui.kit import look
from tests.guards.source import ROOT
from tests.pictures import rules
from tests.pictures.stage import ALIKE, STATES, VIEWS, View, furnish, staged

OUT = ROOT / "artifacts" / "pictures"
QUICK = ("small-light", "small-double", "english")
FULL = os.environ.get("OPERATOR_DESK_PROOF") == "full"


def looked_at() -> list[tuple[str, View]]:
    """State and view of every picture of this run; all of them in `make proof`.

    Else one view a state, always the same one, and none of a state that is like another one.
    """
    if FULL:
        return [(state, view) for state in STATES for view in VIEWS]
    views = {view.name: view for view in VIEWS}
    states = [state for state in STATES if state not in ALIKE]
    return [(state, views[QUICK[crc32(state.encode()) % len(QUICK)]]) for state in states]


@pytest.fixture(scope="session")
def furnished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A practice desk to copy from."""
    folder = tmp_path_factory.mktemp("furnished") / "desk"
    furnish(folder)
    return folder


@pytest.mark.window
@pytest.mark.proof
@pytest.mark.parametrize(
    ("state", "view"), looked_at(), ids=lambda part: part if isinstance(part, str) else part.name
)
def test_every_state_looks_right(
    state: str, view: View, furnished: Path, tmp_path: Path, qapp: QApplication
) -> None:
    qapp.setStyle("Fusion")
    folder = tmp_path / "desk"
    shutil.copytree(furnished, folder)
    with app.open_desk(folder, writing=True) as desk, staged(desk, view) as stage:
        getattr(stage, f"to_{state}")()
        window = stage.shown
        OUT.mkdir(parents=True, exist_ok=True)
        assert window.grab().save(str(OUT / f"{view.name}-{state.replace('_', '-')}.png"))
        assert (window.width(), window.height()) == (view.width, view.height)
        found = rules.cut_texts(window) + rules.outside(window) + rules.overlaps(window)
        found += rules.nameless(window)
        assert not found, "\n" + "\n".join(found)


PAIRS = (
    ("text", "bg"),
    ("text", "surface"),
    ("text", "surface2"),
    ("muted", "bg"),
    ("muted", "surface"),
    ("muted", "surface2"),
    ("accent_text", "surface"),
    ("accent_text", "accent_soft"),
    ("text", "accent_soft"),
    ("on_accent", "accent"),
    ("ok", "surface"),
    ("ok", "ok_soft"),
    ("warn", "surface"),
    ("warn", "warn_soft"),
    ("danger", "surface"),
    ("danger", "danger_soft"),
    ("text", "ok_soft"),
    ("text", "warn_soft"),
    ("text", "danger_soft"),
    ("text", "mark"),
    ("bar_text", "bar"),
    ("bar_text", "bar_surface"),
    ("bar_muted", "bar"),
    ("bar_muted", "bar_surface"),
    ("live", "bar_surface"),
    ("pause", "bar_surface"),
)


@pytest.mark.parametrize("tokens", [look.LIGHT, look.DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), PAIRS)
def test_text_stands_out_from_its_ground(tokens: dict[str, str], ink: str, ground: str) -> None:
    assert rules.contrast(tokens[ink], tokens[ground]) >= 4.5


def test_both_themes_know_the_same_colours() -> None:
    assert look.LIGHT.keys() == look.DARK.keys()


def test_contrast_is_the_one_of_the_standard() -> None:
    assert rules.contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert rules.contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)
