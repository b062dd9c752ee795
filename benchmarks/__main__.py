"""`python -m benchmarks [--json FILE] [NAME…]`: runs the benchmarks and prints their tables."""

from __future__ import annotations

import argparse
import importlib
import json
import os
import platform
import sys
import tempfile
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.desks import Desks, data_dir
from benchmarks.report import Report

_BUSY = 0.5
# Each is a module with `measure(desks) -> Report`; in this order, for each uses the desks before.
NAMES = (
    "knowledge",
    "many",
    "start",
    "keys",
    "commits",
    "replay",
    "lists",
    "tickets",
    "categories",
    "elements",
    "near",
    "voice",
    "readback",
)


def main(words: Sequence[str] | None = None) -> int:
    """Runs what was named, or everything; a missed budget is said and does not fail."""
    parser = _parser()
    asked = parser.parse_args(words)
    if unknown := [name for name in asked.names if name not in NAMES]:
        parser.error(f"no benchmark {', '.join(unknown)}; there are: {', '.join(NAMES)}")
    # A program that was installed is compiled once, not again at every start.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    began, reports, load = time.monotonic(), [], _load()
    if load > _BUSY:
        sys.stdout.write(f"Other programs use this machine (load {load:.1f}): read with care.\n\n")
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        desks = Desks(Path(folder), asked.data, tiny=asked.tiny)
        for name in asked.names or NAMES:
            report = importlib.import_module(f"benchmarks.{name}").measure(desks)
            sys.stdout.write("\n".join([*report.lines(), "", ""]))
            sys.stdout.flush()
            reports.append(report)
    _end(reports, time.monotonic() - began)
    if asked.json:
        whole = _machine() | {
            "load_before": load,
            "tiny": asked.tiny,
            "benchmarks": [one.json() for one in reports],
        }
        asked.json.write_text(json.dumps(whole, ensure_ascii=False, indent=2) + "\n", "utf-8")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(NAMES))
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there too")
    parser.add_argument(
        "--data", type=Path, default=data_dir(), help="default: OPERATOR_DESK_DATA, or shared/data"
    )
    parser.add_argument(
        "--tiny", action="store_true", help="a size at which the figures say nothing"
    )
    return parser


def _end(reports: list[Report], seconds: float) -> None:
    judged = [one for report in reports for one in report.figures if one.verdict]
    missed = [
        f"   {report.name}: {one.what}: {one.verdict}"
        for report in reports
        for one in report.figures
        if one.missed_by
    ]
    head = f"{len(judged) - len(missed)} of {len(judged)} budgets met; {seconds:.0f} s in all"
    sys.stdout.write("\n".join([head, *missed, ""]))


def _load() -> float:
    """How many processes wanted a core in the last minute; 0 where the system does not say."""
    return os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0


def _machine() -> dict[str, object]:
    return {
        "written_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "python": platform.python_version(),
        "system": platform.platform(),
        "cores": os.cpu_count(),
    }


if __name__ == "__main__":
    sys.exit(main())
