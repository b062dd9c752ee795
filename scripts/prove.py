"""Runs the proofs with their full counts and writes what they found to `proof.json`.

    python scripts/prove.py [words for pytest]

A proof is a test of `tests/proofs` or one marked `proof`. It takes its full count when
OPERATOR_DESK_PROOF is `full`, and hands its figures (count, seed, losses) to the fixture
`record_property`; they stand in the file as they are. OPERATOR_DESK_SEED gives their chance
another seed than the usual one.
"""

from __future__ import annotations

import json
import os
import platform
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[1]
FILE = ROOT / "proof.json"
FOLDER = ROOT / "tests" / "proofs"


class Ledger:
    """Keeps only the proofs, and writes down how each one ended."""

    def __init__(self) -> None:
        self.proofs: list[dict[str, Any]] = []
        self.seed: object = None

    def pytest_configure(self, config: pytest.Config) -> None:
        """Notes the seed that orders the tests and seeds their chance."""
        self.seed = getattr(config.option, "randomly_seed", None)

    def pytest_collection_modifyitems(
        self, config: pytest.Config, items: list[pytest.Item]
    ) -> None:
        """Leaves out every test that is no proof."""
        kept = [item for item in items if _is_proof(item)]
        config.hook.pytest_deselected(items=[item for item in items if item not in kept])
        items[:] = kept

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """One entry a proof; a set-up or clean-up is entered when it did not pass."""
        if report.when != "call" and report.passed:
            return
        figures = {str(name): value for name, value in report.user_properties}
        entry = {"proof": report.nodeid, "outcome": report.outcome, **figures}
        entry["seconds"] = round(report.duration, 2)
        if report.skipped and isinstance(report.longrepr, tuple):
            entry["reason"] = report.longrepr[2]
        self.proofs.append(entry)


def main(words: list[str]) -> int:
    """pytest's exit code; 1 when a proof was skipped, for then nothing is proved."""
    os.environ["OPERATOR_DESK_PROOF"] = "full"
    ledger = Ledger()
    code = int(pytest.main(["-p", "no:xdist", "-rs", *words], plugins=[ledger]))
    FILE.write_text(json.dumps(_report(ledger), ensure_ascii=False, indent=2) + "\n", "utf-8")
    sys.stdout.write(f"{len(ledger.proofs)} proofs written to {FILE.name}\n")
    skipped = any(entry["outcome"] == "skipped" for entry in ledger.proofs)
    return code or int(skipped)


def _is_proof(item: pytest.Item) -> bool:
    return FOLDER in item.path.parents or item.get_closest_marker("proof") is not None


def _report(ledger: Ledger) -> dict[str, Any]:
    return {
        "written_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "commit": _commit(),
        "python": platform.python_version(),
        "system": platform.platform(),
        "cores": os.cpu_count(),
        "seed_of_the_order": ledger.seed,
        "seed_of_the_chance": _seed(),
        "proofs": ledger.proofs,
    }


def _seed() -> str:
    sys.path.insert(0, str(ROOT))
    from tests.proofs.counts import seed

    return seed()


def _commit() -> str:
    """The commit; `+` when the tree differs from it."""
    words = ["git", "describe", "--always", "--abbrev=12", "--dirty=+", "--exclude=*"]
    return subprocess.run(
        words, cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.strip()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
