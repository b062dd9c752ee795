"""Brings `resources/i18n/operator_desk_zh_CN.ts` up to the texts of the source.

    python scripts/texts.py            writes new texts in as unfinished, drops those gone
    python scripts/texts.py --check    only says what is unfinished or gone; exit 1 then

The window's texts (`tr`, `later`) get the context Desk, sentences of failures (`UserError`) and
sentences as values (`said`) the context UserError, the command line's (`say`, `noted`, help
texts) the context Cli. Qt's own tool knows none of these three.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

ROOT = Path(__file__).resolve().parents[1]
FILE = ROOT / "resources" / "i18n" / "operator_desk_zh_CN.ts"
_CONTEXTS = {
    "tr": "Desk",
    "later": "Desk",
    "UserError": "UserError",
    "said": "UserError",
    "say": "Cli",
    "noted": "Cli",
    "why": "Cli",
}
Found = dict[str, dict[str, str]]  # context → source → first place


def found_texts() -> Found:
    """Every text of the program that a person reads, by context."""
    found: Found = {"Desk": {}, "UserError": {}, "Cli": {}}
    for path in sorted((ROOT / "operator_desk").rglob("*.py")):
        for context, text, line in _texts(ast.parse(path.read_text(encoding="utf-8"))):
            place = f"{path.relative_to(ROOT).as_posix()}:{line}"
            found[context].setdefault(text, place)
    labels = _settings_labels()
    for text in labels:
        found["Desk"].setdefault(text, "operator_desk/settings.py")
    return found


def _settings_labels() -> list[str]:
    sys.path.insert(0, str(ROOT))
    from operator_desk.settings import SETTINGS

    return [setting.label for setting in SETTINGS]


def _texts(tree: ast.AST) -> Iterator[tuple[str, str, int]]:
    names = _constants(tree)
    yield from _help_texts(tree)
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or not node.args:
            continue
        name = _name(node.func)
        if name in _CONTEXTS:
            for text in _constant(node.args[0], names):
                yield _CONTEXTS[name], text, node.lineno
        elif name in ("Broken", "fault") and len(node.args) > 2:  # what verify says
            for text in _constant(node.args[2], names):
                if not re.fullmatch(r"\{\w+\}", text):
                    yield "Cli", text, node.lineno
        elif name == "_check" and len(node.args) > 2:  # what doctor says
            for text in _constant(node.args[2], names):
                if not re.fullmatch(r"\{\w+\}", text):
                    yield "UserError", text, node.lineno
        elif name == "__init__" and _is_super(node.func):
            for text in _constant(node.args[0], names):
                if " " in text and text.endswith("."):
                    yield "UserError", text, node.lineno


def _help_texts(tree: ast.AST) -> Iterator[tuple[str, str, int]]:
    """What --help says: docstrings of commands and groups, and `help=` of options."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and any(map(_makes_command, node.decorator_list)):
            yield "Cli", ast.get_docstring(node) or "", node.lineno
        elif isinstance(node, ast.Call) and _name(node.func) in ("option", "Option"):
            for keyword in node.keywords:
                if keyword.arg == "help":
                    for text in _constant(keyword.value, {}):
                        yield "Cli", text, node.lineno


def _makes_command(decorator: ast.expr) -> bool:
    made = decorator.func if isinstance(decorator, ast.Call) else decorator
    return isinstance(made, ast.Attribute) and made.attr in ("command", "group")


def _name(func: ast.expr) -> str | None:
    return getattr(func, "attr", None) or getattr(func, "id", None)


def _is_super(func: ast.expr) -> bool:
    return (
        isinstance(func, ast.Attribute)
        and isinstance(func.value, ast.Call)
        and getattr(func.value.func, "id", "") == "super"
    )


def _constants(tree: ast.AST) -> dict[str, list[str]]:
    """Names that hold one text each, so that `UserError(_TEXT)` is found too."""
    found: dict[str, list[str]] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            found.setdefault(node.targets[0].id, []).extend(_constant(node.value, {}))
    return found


def _constant(node: ast.expr, names: dict[str, list[str]]) -> list[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [node.value]
    if isinstance(node, ast.IfExp):
        return _constant(node.body, names) + _constant(node.orelse, names)
    if isinstance(node, ast.Name):
        return names.get(node.id, [])
    return []


def stored() -> dict[tuple[str, str], str]:
    """The translations of the file: (context, source) → words."""
    if not FILE.exists():
        return {}
    found = {}
    for context in ET.parse(FILE).getroot().iter("context"):
        name = context.findtext("name") or ""
        for message in context.iter("message"):
            source = message.findtext("source") or ""
            found[name, source] = message.findtext("translation") or ""
    return found


def write(found: Found, known: dict[tuple[str, str], str]) -> None:
    """Writes the file anew, in the order of the texts."""
    root = ET.Element("TS", version="2.1", language="zh_CN", sourcelanguage="en")
    by_source = {source: words for (_context, source), words in known.items() if words}
    for context, texts in found.items():
        element = ET.SubElement(root, "context")
        ET.SubElement(element, "name").text = context
        for source in sorted(texts):
            message = ET.SubElement(element, "message")
            ET.SubElement(message, "source").text = source
            translation = ET.SubElement(message, "translation")
            words = known.get((context, source)) or by_source.get(source, "")
            if words:
                translation.text = words
            else:
                translation.set("type", "unfinished")
    ET.indent(root, " ")
    head = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
    FILE.parent.mkdir(parents=True, exist_ok=True)
    FILE.write_text(head + ET.tostring(root, encoding="unicode") + "\n", encoding="utf-8")


def wrong(found: Found, known: dict[tuple[str, str], str]) -> list[str]:
    """What keeps the file from being complete: unfinished, gone, other fields than the source."""
    wanted = {(context, source) for context, texts in found.items() for source in texts}
    lines = [f"unfinished: {source!r}" for key in sorted(wanted) if not known.get(key)
             for source in key[1:]]  # fmt: skip
    lines += [
        f"gone from the source: {source!r}" for _context, source in sorted(set(known) - wanted)
    ]
    for (_context, source), words in sorted(known.items()):
        if words and _fields(source) != _fields(words):
            lines.append(f"other fields than the source: {source!r}")
    return lines


def _fields(text: str) -> set[str]:
    parts = text.split("{")[1:]
    return {part.split("}")[0] for part in parts if "}" in part}


def main() -> int:
    """Runs the script; the exit status."""
    found, known = found_texts(), stored()
    if "--check" not in sys.argv:
        write(found, known)
        known = stored()
    lines = wrong(found, known)
    sys.stdout.write("".join(f"{line}\n" for line in lines))
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main())
