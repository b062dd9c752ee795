"""Runs the tests in parts and says how long each took.

    python scripts/run_tests.py all     everything: first what needs no screen, then the stories,
                                        each in a real window on a virtual screen of its own
    python scripts/run_tests.py fast    without window and PostgreSQL

Every part runs even when an earlier one failed. Further words go to pytest.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
NOTHING_COLLECTED = 5
Part = tuple[str, list[str]]
# What a file shares is made once: the laws indexed, a practice desk.
BY_FILE = ("--dist", "loadfile", "--no-loadscope-reorder")
QUIET: Part = ("everything but the stories", ["-n", "2", *BY_FILE, "-m", "not story"])
STORIES: Part = ("the stories", ["-n", "2", "-m", "story"])
FAST: Part = ("fast", ["-n", "2", *BY_FILE, "-m", "not window and not story and not postgres"])
PARTS = {"all": [QUIET, STORIES], "fast": [FAST]}


def main(words: list[str]) -> int:
    """Runs the parts of the first word; 0 when all passed."""
    if not words or words[0] not in PARTS:
        sys.stderr.write("usage: python scripts/run_tests.py all|fast [words for pytest]\n")
        return 2
    lines, failed = [], False
    for name, choice in PARTS[words[0]]:
        began = time.monotonic()
        code = run_part(choice, words[1:])
        failed = failed or code not in (0, NOTHING_COLLECTED)
        took = time.monotonic() - began
        lines.append(f"{name}: {'passed' if code == 0 else f'exit {code}'} in {took:.0f} s")
    sys.stdout.write("\n" + "\n".join(lines) + "\n")
    return int(failed)


def run_part(choice: list[str], more: list[str]) -> int:
    """The exit code of pytest."""
    environment = dict(os.environ, QT_QPA_PLATFORM="offscreen", LC_ALL="C.UTF-8")
    words = [sys.executable, "-m", "pytest", "-rs", *choice, *more]
    return subprocess.run(words, cwd=ROOT, env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
