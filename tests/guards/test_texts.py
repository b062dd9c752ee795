"""Texts that can be translated, and labels that show text as it is."""

from __future__ import annotations

import ast

import pytest

from tests.guards.source import Source, calls, last_name, sources

TRANSLATING = ("tr", "later", "say", "UserError")
LABELS = "operator_desk/ui/kit/labels.py"
MAKERS = ("plain_label", "plain_box")  # the only functions that make what reads rich text
RICH = ("QLabel", "QMessageBox", "QErrorMessage")


def built_texts(source: Source) -> list[str]:
    """Calls whose text is put together before it can be looked up: f-string, format, %, +."""
    found = []
    for call in calls(source, *TRANSLATING):
        if call.args and any(map(_builds, ast.walk(call.args[0]))):
            found.append(f"{source.at(call)}: {last_name(call.func)} of a text put together")
    return found


def _builds(node: ast.AST) -> bool:
    if isinstance(node, ast.BinOp):
        return isinstance(node.op, ast.Mod | ast.Add)
    is_format = isinstance(node, ast.Call) and last_name(node.func) in ("format", "format_map")
    return is_format or isinstance(node, ast.JoinedStr)


def rich_labels(source: Source) -> list[str]:
    """Uses of a class that reads rich text, outside the functions that tell it not to."""
    allowed: set[ast.AST] = set()
    if source.name == LABELS:
        for node in source.tree.body:
            if isinstance(node, ast.FunctionDef) and node.name in MAKERS:
                allowed |= set(ast.walk(node))
    found = []
    for node in ast.walk(source.tree):
        made = node.func if isinstance(node, ast.Call) else None
        static = made.value if isinstance(made, ast.Attribute) else None
        bases = node.bases if isinstance(node, ast.ClassDef) else []
        used = {last_name(each) for each in (made, static, *bases) if each is not None}
        if used & set(RICH) and node not in allowed:
            found.append(f"{source.at(node)}: {', '.join(used & set(RICH))} made by hand")
    return found


def test_texts_are_looked_up_whole() -> None:
    found = [line for source in sources("operator_desk") for line in built_texts(source)]
    assert not found, "\n" + "\n".join(found)


def test_labels_and_boxes_come_from_plain_label() -> None:
    found = [line for source in sources("operator_desk") for line in rich_labels(source)]
    assert not found, "\n" + "\n".join(found)


def test_plain_label_says_plain_text() -> None:
    (labels,) = (source for source in sources() if source.name == LABELS)
    made = {node.name: node for node in labels.tree.body if isinstance(node, ast.FunctionDef)}
    for name in set(MAKERS) & set(made):
        assert "setTextFormat(Qt.TextFormat.PlainText)" in ast.unparse(made[name])
    assert "plain_label" in made


@pytest.mark.parametrize(
    "text",
    [
        "tr(f'{n} calls')",
        "self.tr('{} calls'.format(n))",
        "tr('%d calls' % n)",
        "raise UserError('no ' + name)",
        "tr('calls' if n else f'{n}')",
    ],
)
def test_the_guard_sees_a_built_text(text: str) -> None:
    assert built_texts(Source("a.py", text, ast.parse(text)))


def test_the_guard_lets_fields_pass() -> None:
    text = "tr('{n} calls', n=f'{n:,}')"
    assert not built_texts(Source("a.py", text, ast.parse(text)))


@pytest.mark.parametrize(
    "text",
    [
        "label = QLabel(text)",
        "label = QtWidgets.QLabel()",
        "QMessageBox.warning(None, 'a', text)",
        "box = QMessageBox()",
        "class Title(QLabel): pass",
    ],
)
def test_the_guard_sees_a_rich_label(text: str) -> None:
    assert rich_labels(Source("operator_desk/ui/a.py", text, ast.parse(text)))


def test_the_guard_lets_types_pass() -> None:
    text = "def f(label: QLabel) -> QLabel:\n    return isinstance(label, QLabel) and label"
    assert not rich_labels(Source("operator_desk/ui/a.py", text, ast.parse(text)))
