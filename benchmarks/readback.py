"""The voice at a readback in the real window: how soon it speaks, how soon it is silent."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.desks import Desks
from benchmarks.report import Figure, Report
from operator_desk.settings import Settings
from operator_desk.speech.spoken import spoken

FIRST_MS, BETWEEN_MS, STOP_MS, GAP_MS = 400.0, 60.0, 50.0, 30.0
_RUNS = 5


def measure(desks: Desks) -> Report:
    """The worst of some runs of `readback_child`, beside the bare voice rendering the same."""
    from benchmarks.readback_child import NEW_WORDING, STATEMENTS

    stocked, _ = desks.stocked, desks.indexed
    runs = [played(desks.copy(stocked.folder)) for _ in range(1 if desks.tiny else _RUNS)]
    bare = [rendered(one) for one in STATEMENTS]
    between = [one for run in runs for one in run["between_ms"]]
    figures = (
        _figure("F5 to the first block at the player", [run["first_ms"] for run in runs], FIRST_MS,
                bare[0]),
        _figure("answer to the next statement's first block", between, BETWEEN_MS, _worst(bare)),
        _figure("correction to its first block", [run["corrected_ms"] for run in runs], FIRST_MS,
                rendered(NEW_WORDING)),
        _figure("correction begun to silence", [run["stop_ms"] for run in runs], STOP_MS),
        _figure("longest gap of the window, when the list comes",
                [run["gap_begin_ms"] for run in runs], GAP_MS),
        _figure("longest gap of the window, after that", [run["gap_ms"] for run in runs], GAP_MS),
        Figure(what="answer to the next, median", unit="ms", ours=median(between)),
    )  # fmt: skip
    notes = (
        f"{len(runs)} readbacks of {len(STATEMENTS)} statements, one corrected, one declined, one "
        "held, the voice killed before the eighth is over; the worst of all",
        "the player takes as long as the sounds are and has no device; the peer renders the same "
        "words alone, without process and window being there already",
    )
    return Report(
        "readback", "the voice at a readback", ("bare espeak-ng",), figures, notes + desks.missing
    )


def _figure(what: str, ours: list[float], budget: float, peer: float | None = None) -> Figure:
    return Figure(what=what, unit="ms", ours=max(ours), peers=(peer,), budget=budget)


def _worst(given: list[float | None]) -> float | None:
    return max((one for one in given if one is not None), default=None)


def played(folder: Path) -> dict[str, Any]:
    """What one run of the child found on a desk of its own. RuntimeError: it did not end well."""
    Settings(folder).set("voice", True)
    words = [sys.executable, "-m", "benchmarks.readback_child", str(folder)]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    if done.returncode or not done.stdout:
        raise RuntimeError(f"the readback ended with {done.returncode}: {done.stderr[-2000:]}")
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def rendered(words: str) -> float | None:
    """The milliseconds of the voice's own program for the same words; None: it is not there."""
    program = shutil.which("espeak-ng")
    if program is None:
        return None
    with tempfile.TemporaryDirectory(prefix="bare-voice-") as folder:
        began = time.perf_counter()
        subprocess.run(
            [program, "-v", "cmn-latn-pinyin", "-w", f"{folder}/said.wav", spoken(words, "zh_CN")],
            check=True,
        )
        return (time.perf_counter() - began) * 1000
