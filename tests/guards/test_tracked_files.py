"""What must not stand in a file that is committed: this machine, package hosts, secrets."""

from __future__ import annotations

import re
import subprocess
from functools import cache

import pytest

from tests.guards.source import ROOT

# A letter in brackets keeps a pattern from finding itself in this file.
FORBIDDEN: dict[str, str] = {
    "a home folder": r"(?<![\w.])/(?:home|Users)/\w+|(?<![\w./])/roo[t]/|[A-Z]:\\Users\\\w+",
    "a folder of one machine": r"(?<![\w./:])/(?:work|opt)(?:/|\b)|(?<![\w.])/tmp/\w",
    "a host of packages": (
        r"py[p]i\.|python[h]osted|conda[.]org|tuna[.]tsinghua"
        r"|https?://[^\s\"']+/simpl[e]\b|https?://mirrors?\."
    ),
    "where packages come from": r"index-ur[l]|trusted-hos[t]|find-link[s]",
    "a private key": r"-----BEGIN [A-Z ]*PRIVATE KE[Y]",
    "a key of a service": r"\bAKIA[0-9A-Z]{16}\b|\bgh[pousr]_\w{36}|\bxox[abps]-\w+|\bsk-\w{32}",
    "a password in an address": r"://[^/\s:@\"'{}]+:[^/\s:@\"'{}*]+@",
}


@cache
def tracked() -> dict[str, str]:
    """Every tracked file that is there, as text."""
    words = ["git", "ls-files", "-z"]
    told = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    paths = [ROOT / name for name in told.split("\0") if name]
    files = [path for path in paths if path.is_file()]
    return {p.relative_to(ROOT).as_posix(): p.read_text("utf-8", "replace") for p in files}


def found(pattern: str, text: str) -> list[tuple[int, str]]:
    """Line and words of each match."""
    return [(text.count("\n", 0, m.start()) + 1, m[0]) for m in re.finditer(pattern, text)]


@pytest.mark.parametrize("what", FORBIDDEN)
def test_no_tracked_file_holds(what: str) -> None:
    lines = [
        f"{name}:{line}: {words}"
        for name, text in tracked().items()
        for line, words in found(FORBIDDEN[what], text)
    ]
    assert not lines, f"{what}:\n" + "\n".join(lines)


def test_the_files_of_the_clone_are_looked_at() -> None:
    assert {"pyproject.toml", "constraints.txt", "Makefile"} <= set(tracked())


@pytest.mark.parametrize(
    ("what", "text"),
    [
        ("a home folder", "open('/ho~me/anna/notes')"),
        ("a home folder", "/ro~ot/notes"),
        ("a home folder", "C:\\Us~ers\\anna"),
        ("a folder of one machine", "cd /wo~rk/main"),
        ("a folder of one machine", "log = '/tm~p/log'"),
        ("a host of packages", "https://py~pi.org"),
        ("a host of packages", "https://packages.example/sim~ple"),
        ("where packages come from", "--extra-index-u~rl x"),
        ("a private key", "-----BEGIN RSA PRIV~ATE KEY-----"),
        ("a key of a service", "AKIA~ABCDEFGHIJKLMNOP"),
        ("a password in an address", "postgresql:/~/me:secret@db/desk"),
    ],
)
def test_the_guard_sees(what: str, text: str) -> None:
    assert found(FORBIDDEN[what], text.replace("~", ""))  # cut up, else this file is found


@pytest.mark.parametrize("text", ["../shared/data", "https://a.example/opt/b", "and/opt", "git://"])
def test_the_guard_lets_pass(text: str) -> None:
    assert not any(found(pattern, text) for pattern in FORBIDDEN.values())
