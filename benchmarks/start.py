"""From nothing to a call page that takes a letter, beside a bare window, in fresh processes."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections import Counter
from statistics import median

from benchmarks import caches
from benchmarks.desks import Desks
from benchmarks.report import Figure, Report

WARM_S, COLD_S = 1.2, 2.5
_WARM_RUNS, _COLD_RUNS = 5, 3
_MOST_PACKAGES = 10
Stages = dict[str, float]
STAGES = {
    "python": "the interpreter runs",
    "imported": "the window's modules are loaded",
    "sign_in_shown": "the sign-in page is there",
    "painted": "signed in, the call page is painted",
    "usable": "a call taken, its first letter painted",
}


def measure(desks: Desks) -> Report:
    """The start warm and cold, its stages, and what its imports cost."""
    stocked, _ = desks.stocked, desks.indexed
    desk = str(stocked.folder)
    runs = 1 if desks.tiny else _WARM_RUNS
    _run("desk", desk), _run("bare", "-")  # the first fills the caches
    warm = [(_run("desk", desk), _run("bare", "-")) for _ in range(runs)]
    figures = [_usable("warm", warm, WARM_S), *_stages(warm)]
    notes = [f"{stocked.articles:,} {stocked.what}; median of {runs} warm"]
    if not desks.tiny and caches.may_drop():
        cold = [(_cold("desk", desk), _cold("bare", "-")) for _ in range(_COLD_RUNS)]
        figures.insert(1, _usable("cold", cold, COLD_S))
        notes[0] += f" and {_COLD_RUNS} cold starts"
    else:
        notes.append(caches.REFUSED)
    figures += _imports(desk)
    notes += ["imports: time of the modules themselves, traced (-X importtime adds about a third)"]
    return Report("start", "call page", ("bare window",), tuple(figures), (*notes, *desks.missing))


def _usable(state: str, runs: list[tuple[Stages, Stages]], budget: float) -> Figure:
    return Figure(
        what=f"usable, {state}",
        unit="s",
        ours=median(ours["usable"] for ours, _ in runs),
        peers=(median(bare["usable"] for _, bare in runs),),
        budget=budget,
    )


def _stages(runs: list[tuple[Stages, Stages]]) -> list[Figure]:
    found = []
    for stage, words in STAGES.items():
        bare = [one[stage] for _, one in runs if stage in one]
        ours = median(one[stage] for one, _ in runs)
        peers = (median(bare) if bare else None,)
        found.append(Figure(what=f"  {words}", unit="s", ours=ours, peers=peers))
    memory = tuple(median(one["peak_mb"] for one in side) for side in zip(*runs, strict=True))
    return [*found, Figure(what="memory, most", unit="MB", ours=memory[0], peers=memory[1:])]


def _run(which: str, folder: str) -> Stages:
    return json.loads(_child(which, folder).stdout)


def _child(which: str, folder: str, *options: str) -> subprocess.CompletedProcess[str]:
    began = time.monotonic_ns()
    words = [sys.executable, *options, "-m", "benchmarks.start_child", str(began), which, folder]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"the window did not come up:\n{done.stdout}\n{done.stderr}")
    return done


def _cold(which: str, folder: str) -> Stages:
    caches.drop()
    return _run(which, folder)


def _imports(folder: str) -> list[Figure]:
    """The packages whose modules took longest to load until the page was usable."""
    traced = _child("desk", folder, "-X", "importtime").stderr
    spent: Counter[str] = Counter()
    for line in traced.splitlines():
        if line.startswith("import time:") and "self [us]" not in line:
            own, _, name = line.removeprefix("import time:").split("|")
            spent[_package(name.strip())] += int(own)
    known = spent.most_common(_MOST_PACKAGES)
    rest = sum(spent.values()) - sum(microseconds for _, microseconds in known)
    rows = [*known, ("everything else", rest)]
    return [
        Figure(what=f"  import {name}", unit="ms", ours=microseconds / 1000)
        for name, microseconds in rows
    ]


def _package(module: str) -> str:
    first, *rest = module.split(".")
    if first == "operator_desk" and rest:
        return f"{first}.{rest[0]}"
    return "the standard library" if first in sys.stdlib_module_names else first
