"""Makes the virtual environment and sees that the machine has what is needed.

    python3 scripts/setup.py         the virtual environment and the pinned packages
    python3 scripts/setup.py run     and the system libraries that the window needs
    python3 scripts/setup.py test    and what the tests need besides

Written so that an older Python can read it and name the one that is missing.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
from pathlib import Path
from shutil import which

import system

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if sys.platform == "win32" else "bin")
STAMP = VENV / "setup.stamp"
OLDEST = (3, 11)
_NAMES = ("python3.11", "python3.12", "python3.13", "python3.14", "python3", "python")


def main(words: list[str]) -> None:
    """Does what the words ask for; a second time it only looks."""
    if len(words) > 1 or not set(words) <= set(system.NEEDS):
        raise SystemExit("usage: python3 scripts/setup.py [run|test]")
    python = find_python()
    make_venv(python)
    install_packages()
    if words:
        system.provide(system.NEEDS[words[0]])
        system.offer(system.WANTED.get(words[0], []))


def find_python() -> str:
    """The Python that runs this, or another one on the path, of version 3.11 or later."""
    for name in (sys.executable, *map(which, _NAMES)):
        version = _version(name)
        if name and version and version >= OLDEST:
            return name
    raise SystemExit("Python 3.11 or later is needed and none was found on this machine.")


def _version(python: str | None) -> tuple[int, int] | None:
    if not python:
        return None
    told = _output([python, "-c", "import sys; print(*sys.version_info[:2])"])
    return (int(told.split()[0]), int(told.split()[1])) if told else None


def _output(words: list[str]) -> str:
    """What a command prints; nothing when it cannot be run or fails."""
    try:
        return subprocess.run(words, capture_output=True, text=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return ""


def make_venv(python: str) -> None:
    """Makes `.venv`, anew when the one there does not run or is too old."""
    inside = str(BIN / "python")
    if (_version(inside) or (0, 0)) >= OLDEST and _output([inside, "-m", "pip", "--version"]):
        return
    major, minor = _version(python) or OLDEST
    package = (f"python{major}.{minor}-venv", "python3-venv")

    def has_venv() -> bool:
        return bool(_output([python, "-c", "import ensurepip, venv; print(1)"]))

    system.provide([system.Need(f"Python's module venv ({package[0]})", has_venv, package)])
    _run([python, "-m", "venv", "--clear", str(VENV)], "The virtual environment could not be made")


def install_packages() -> None:
    """Installs the pinned packages and the project, unless nothing has changed since."""
    mark = _fingerprint()
    if STAMP.exists() and STAMP.read_text("ascii") == mark:
        return
    system.say("Installing the packages of constraints.txt into .venv …")
    words = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    words += ["-c", str(ROOT / "constraints.txt"), "-e", f"{ROOT}[test]"]
    _run([str(BIN / "python"), *words], "The packages could not be installed")
    STAMP.write_text(mark, "ascii")


def _fingerprint() -> str:
    """Changes with the pins, the dependencies, the interpreter and the place of the clone."""
    found = hashlib.sha256()
    for name in ("pyproject.toml", "constraints.txt"):
        found.update((ROOT / name).read_bytes())
    found.update(_output([str(BIN / "python"), "-VV"]).encode())
    found.update(str(ROOT).encode())
    return found.hexdigest()


def _run(words: list[str], failed: str) -> None:
    if subprocess.run(words, cwd=str(ROOT), stdin=subprocess.DEVNULL, check=False).returncode:
        raise SystemExit(f"{failed}; the reason is printed above.")


if __name__ == "__main__":
    main(sys.argv[1:])
