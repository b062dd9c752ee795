"""Who may import whom. The table is the one of the architecture document."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator

import pytest

from tests.guards.source import Source, calls, sources

PACKAGE = "operator_desk"
# A layer may import itself, the standard library, and what stands here. `*`: everything.
LAYERS: dict[str, tuple[str, ...]] = {
    "domain": (),
    "services": (".domain",),
    "storage": (".domain", ".services.ports", "sqlalchemy", "alembic", "psycopg"),
    "search": (
        *(".domain", ".services.ports"),
        *("whoosh", "numpy", "rjieba", "pypinyin", "zhconv"),
    ),
    "importers": (".domain", ".search.child", "openpyxl", "markdown_it"),
    "calendars": (".domain", "chinese_calendar"),
    "documents": (".domain", "PySide6.QtCore", "PySide6.QtGui", "openpyxl", "pypdf"),
    "speech": (".domain", "PySide6.QtCore", "PySide6.QtMultimedia"),
    "speech.worker": (".domain", ".speech", "pyttsx3"),
    "telephony": (".domain", ".services.ports"),
    "ui": (".domain", ".services", ".settings", ".lanes", ".speech", "PySide6", "shiboken6"),
    "lanes": ("PySide6.QtCore",),
    "settings": (".domain.errors",),
    "resources": (),
    "words": (".domain.errors", ".domain.said", ".resources"),
    "cli": (".services", ".app", ".commands", "click", "rich"),
    "commands": (
        *(".domain", ".services", ".app", ".cli", ".documents", ".settings", ".speech", ".words"),
        *("click", "rich"),
    ),
    "app": ("*",),
    "__main__": (".cli",),
    "": (),  # operator_desk/__init__.py
}
OF_ALL = (f"{PACKAGE}.__version__",)


def imported(source: Source) -> Iterator[tuple[str, ast.AST]]:
    """Every name a file imports, in full, wherever in the file it does so."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = _base(source, node)
            yield from ((f"{base}.{alias.name}", node) for alias in node.names)
    for call in calls(source, "import_module", "__import__"):
        name = call.args[0] if call.args else None
        constant = isinstance(name, ast.Constant) and isinstance(name.value, str)
        yield (name.value if constant else "<a computed name>"), call


def _base(source: Source, node: ast.ImportFrom) -> str:
    """The module of `from … import`, its dots resolved."""
    if not node.level:
        return node.module or ""
    is_package = source.name.endswith("/__init__.py")
    parts = source.module.split(".")
    parents = parts[: len(parts) - node.level + int(is_package)]
    return ".".join([*parents, *([node.module] if node.module else [])])


def layer_of(module: str) -> str | None:
    """The most particular row for a module; None when no row names it."""
    inside = module.removeprefix(PACKAGE).removeprefix(".")
    while inside not in LAYERS:
        if "." not in inside:
            return None
        inside = inside.rpartition(".")[0]
    return inside


def allowed(name: str, layer: str) -> bool:
    """Whether a layer may import a name, given in full."""
    if name.split(".")[0] in sys.stdlib_module_names or name in OF_ALL:
        return True
    own = (f".{layer}",) if layer else ()
    for entry in (*own, *LAYERS[layer]):
        full = f"{PACKAGE}{entry}" if entry.startswith(".") else entry
        if entry == "*" or name == full or (name.startswith(f"{full}.") and _covers(full, name)):
            return True
    return False


def _covers(entry: str, name: str) -> bool:
    """A row of its own inside another is not part of it: `speech` is not `speech.worker`."""
    return not entry.startswith(PACKAGE) or layer_of(name) == layer_of(entry)


def breaches(source: Source) -> list[str]:
    """Imports of a file that its layer may not make."""
    layer = layer_of(source.module)
    if layer is None:
        return [f"{source.name}: no row of the table names this module"]
    found = [(name, node) for name, node in imported(source) if not allowed(name, layer)]
    return [f"{source.at(node)}: {layer or PACKAGE} imports {name}" for name, node in found]


def test_every_import_keeps_to_the_layers() -> None:
    found = [line for source in sources(PACKAGE) for line in breaches(source)]
    assert not found, "\n" + "\n".join(found)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("domain/a.py", "import sqlalchemy"),
        ("domain/a.py", "def f():\n    from operator_desk.services import calls"),
        ("services/a.py", "from operator_desk.storage import store"),
        ("storage/a.py", "from operator_desk.services import calls"),
        ("search/a.py", "from operator_desk.services.calls import Calls"),
        ("ui/a.py", "from operator_desk import app"),
        ("ui/call/a.py", "from ...storage import store"),
        ("ui/a.py", "import operator_desk.resources"),
        ("lanes.py", "from PySide6 import QtWidgets"),
        ("cli.py", "from operator_desk.storage.store import open_desk"),
        ("speech/a.py", "import pyttsx3"),
        ("speech/a.py", "from operator_desk.speech.worker import engine"),
        ("ui/a.py", "from operator_desk.speech.worker.engine import Engine"),
        ("domain/a.py", "import importlib\nimportlib.import_module('numpy')"),
        ("domain/a.py", "name = 'numpy'\n__import__(name)"),
        ("another.py", "import os"),
    ],
)
def test_the_guard_sees_a_breach(name: str, text: str) -> None:
    assert breaches(Source(f"{PACKAGE}/{name}", text, ast.parse(text)))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("domain/a.py", "from operator_desk.domain.errors import UserError"),
        ("storage/a.py", "from operator_desk.services import ports"),
        ("storage/a.py", "from operator_desk.services.ports import Store"),
        ("search/a.py", "def f():\n    from whoosh.index import open_dir"),
        ("ui/call/a.py", "from ..kit.labels import plain_label"),
        ("speech/worker.py", "import pyttsx3"),
        ("speech/worker/engine.py", "from operator_desk.speech.worker import aiff"),
        ("ui/call/a.py", "from operator_desk.speech.voice import Voice"),
        ("lanes.py", "from PySide6 import QtCore"),
        ("app.py", "from operator_desk import resources, ui"),
    ],
)
def test_the_guard_lets_pass_what_the_table_allows(name: str, text: str) -> None:
    assert not breaches(Source(f"{PACKAGE}/{name}", text, ast.parse(text)))
