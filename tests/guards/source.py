"""The Python files of the clone, read and parsed once."""

from __future__ import annotations

import ast
import gc
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_FOLDERS = ("operator_desk", "tests", "benchmarks", "scripts", "db")


@dataclass(frozen=True, slots=True)
class Source:
    """One file; `name` is its path below the clone, with `/`."""

    name: str
    text: str
    tree: ast.Module

    @property
    def module(self) -> str:
        """The dotted name; a package is its folder."""
        parts = self.name.removesuffix(".py").removesuffix("/__init__").split("/")
        return ".".join(parts)

    def at(self, node: ast.AST) -> str:
        """Where a node stands, for a message."""
        return f"{self.name}:{getattr(node, 'lineno', 1)}"


@cache
def sources(top: str = "") -> tuple[Source, ...]:
    """All files, or those below one of the top folders."""
    if top:
        return tuple(source for source in sources() if source.name.startswith(f"{top}/"))
    gc.disable()  # a million and a half nodes that stay: looking through them takes seconds,
    try:
        return tuple(_read(path) for folder in _FOLDERS for path in sorted(_files(folder)))
    finally:
        gc.freeze()  # and would again and again for all tests that come after
        gc.enable()


def calls(source: Source, *names: str) -> Iterator[ast.Call]:
    """Every call of a function or method of one of the names."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Call) and last_name(node.func) in names:
            yield node


def last_name(node: ast.AST) -> str:
    """`c` of `a.b.c` and of `c`; empty for anything else."""
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def _files(folder: str) -> Iterator[Path]:
    return (path for path in (ROOT / folder).rglob("*.py") if "__pycache__" not in path.parts)


def _read(path: Path) -> Source:
    text = path.read_text("utf-8")
    return Source(path.relative_to(ROOT).as_posix(), text, ast.parse(text, str(path)))
