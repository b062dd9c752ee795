"""From a key to its character on the screen, with nothing and with everything going on beside."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import cycle, islice
from statistics import median
from typing import IO, Any, cast

from benchmarks.desks import Desks
from benchmarks.keys_beside import SITUATIONS
from benchmarks.report import Figure, Report, percentile

P95_MS, GAP_MS = 8.0, 50.0
_KEYS = 320
_PAUSES_MS = (35, 45, 60, 40, 50, 35, 180, 45)  # a fast typist; the long one lets proposals come
_WORDS = "小区门口的路灯坏了三天，打过2次电话没人来修，老人晚上出门很危险。"
_LETTERS = ("zh", "zho", "s", "shi", "l", "lu", "d", "deng")
Key = tuple[str, str]


def measure(desks: Desks) -> Report:
    """Gaps of the record in the real window by situation; the same keys in a bare text box."""
    stocked, _ = desks.stocked, desks.indexed
    folder = desks.copy(stocked.folder)
    keys = 12 if desks.tiny else _KEYS
    situations = ["idle", "all"] if desks.tiny else list(SITUATIONS)
    bare = _typed(["bare", "-"], ["idle"], keys)["idle"]
    found = _typed(["desk", str(folder)], situations, keys)
    figures = [
        figure
        for situation in situations
        for figure in _figures(SITUATIONS[situation], found[situation], bare)
    ]
    notes = (
        f"{keys} keys each, {1000 / (sum(_PAUSES_MS) / len(_PAUSES_MS)):.0f} a second, Chinese "
        f"composed and chosen, in a record of 40 statements, two seconds after the sign-in; "
        f"{stocked.articles:,} {stocked.what}",
        "a gap begins when another process presses the key, whatever the window is doing, and "
        "ends when the window has handed the paint over; work: of the window's thread only",
    )
    return Report("keys", "key to paint", ("bare text box",), tuple(figures), notes + desks.missing)


def _figures(what: str, ours: dict[str, list[float]], bare: dict[str, list[float]]) -> list[Figure]:
    gaps, theirs = ours["gaps"], bare["gaps"]
    return [
        Figure(what=f"{what}, p50", unit="ms", ours=median(gaps), peers=(median(theirs),)),
        Figure(
            what=f"{what}, p95",
            unit="ms",
            ours=percentile(gaps, 0.95),
            peers=(percentile(theirs, 0.95),),
            budget=P95_MS,
        ),
        Figure(
            what=f"{what}, longest",
            unit="ms",
            ours=max(gaps),
            peers=(max(theirs),),
            budget=GAP_MS,
        ),
        Figure(
            what="  work of the thread a key, p95",
            unit="ms",
            ours=percentile(ours["work"], 0.95),
            peers=(percentile(bare["work"], 0.95),),
        ),
    ]


def _typed(words: list[str], situations: list[str], keys: int) -> dict[str, dict[str, list[float]]]:
    """The gaps by situation of one window."""
    child = subprocess.Popen(
        [sys.executable, "-m", "benchmarks.keys_child", *words],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        _answer(child)
        return {situation: _situation(child, situation, keys) for situation in situations}
    finally:
        child.kill()
        child.wait()


def _situation(child: subprocess.Popen[str], situation: str, keys: int) -> dict[str, list[float]]:
    _send(child, f"begin {situation}")
    _answer(child)
    due = time.monotonic() + 0.3
    for (kind, text), pause in zip(islice(_keys(), keys), cycle(_PAUSES_MS), strict=False):
        due += pause / 1000
        time.sleep(max(0.0, due - time.monotonic()))
        _send(child, f"{time.monotonic_ns()} {kind} {text}")
    time.sleep(0.5)
    _send(child, "end")
    return cast("dict[str, list[float]]", _answer(child))


def _keys() -> Iterator[Key]:
    """A sentence typed again and again: two compositions and a choice a character."""
    letters = cycle(_LETTERS)
    while True:
        for char in _WORDS:
            if char.isascii():
                yield "key", char
            else:
                yield "compose", next(letters)
                yield "compose", next(letters)
                yield "commit", char
        yield "key", "return"


def _send(child: subprocess.Popen[str], line: str) -> None:
    pipe = cast("IO[str]", child.stdin)
    pipe.write(line + "\n")
    pipe.flush()


def _answer(child: subprocess.Popen[str]) -> Any:
    line = cast("IO[str]", child.stdout).readline()
    if not line:
        raise RuntimeError(f"the window ended with {child.wait()}")
    return json.loads(line)
