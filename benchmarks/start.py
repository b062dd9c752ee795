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
_WARM_RUNS, _COLD_RUNS, _TRACES = 5, 3, 3
_MODULES = (
    "operator_desk.cli",
    "operator_desk.app.window",
    "operator_desk.ui.sign_in",
    "operator_desk.ui.main_window",
)
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
    figures += _imports()
    notes.append(
        "imports: what loading the modules themselves takes, traced alone (-X importtime, which "
        "adds to it); the search is opened in a lane of its own meanwhile"
    )
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
    memory = [one["memory_mb"] for one in runs[-1]]
    return [*found, Figure(what="memory", unit="MB", ours=memory[0], peers=tuple(memory[1:]))]


def _run(which: str, folder: str) -> Stages:
    began = time.monotonic_ns()
    words = [sys.executable, "-m", "benchmarks.start_child", str(began), which, folder]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"the window did not come up:\n{done.stdout}\n{done.stderr}")
    stages: Stages = json.loads(done.stdout)
    return stages


def _cold(which: str, folder: str) -> Stages:
    caches.drop()
    return _run(which, folder)


def _imports() -> list[Figure]:
    """The packages whose modules take longest to load until the call page is there."""
    words = [sys.executable, "-X", "importtime", "-c", f"import {', '.join(_MODULES)}"]
    traces = [
        subprocess.run(words, capture_output=True, text=True, check=True).stderr
        for _ in range(_TRACES)
    ]
    spent: dict[str, list[int]] = {}
    for trace in traces:
        for package, microseconds in _by_package(trace).items():
            spent.setdefault(package, []).append(microseconds)
    known = sorted(((median(took) / 1000, name) for name, took in spent.items()), reverse=True)
    rows = [Figure(what=f"  import {name}", unit="ms", ours=took) for took, name in known]
    rest = sum(took for took, _ in known[_MOST_PACKAGES:])
    return [*rows[:_MOST_PACKAGES], Figure(what="  import the rest", unit="ms", ours=rest)]


def _by_package(trace: str) -> Counter[str]:
    spent: Counter[str] = Counter()
    for line in trace.splitlines():
        if line.startswith("import time:") and "self [us]" not in line:
            own, _, name = line.removeprefix("import time:").split("|")
            spent[_package(name.strip())] += int(own)
    return spent


def _package(module: str) -> str:
    first, *rest = module.split(".")
    if first == "operator_desk" and rest:
        return f"{first}.{rest[0]}"
    return "the standard library" if first in sys.stdlib_module_names else first
