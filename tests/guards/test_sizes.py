"""Files and functions small enough to be read at one go."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from statistics import median, quantiles

from tests.guards.source import Source, last_name, sources

FILE_LINES, FUNCTION_LINES = 400, 60
FILE_MEDIAN, FUNCTION_MEDIAN, FUNCTION_P95 = 120, 9, 30  # "about 100", "about 7", "≤ 30"
MAIN_WINDOW_LINES = 250
MOCKS_PER_1000 = 2


def lines(source: Source) -> int:
    """How many lines a file has."""
    return len(source.text.splitlines())


def functions(source: Source) -> Iterator[tuple[ast.AST, str, int]]:
    """Every function of a file, also those inside others: node, name, lines."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node, node.name, (node.end_lineno or node.lineno) - node.lineno + 1


def mocks(source: Source) -> int:
    """How many mock objects a test file makes."""
    made = ("Mock", "MagicMock", "AsyncMock", "NonCallableMock", "PropertyMock", "create_autospec")
    patches = re.findall(r"\bmock\.patch\b|(?<![.\w])patch(?:\.object)?\(", source.text)
    calls = (node for node in ast.walk(source.tree) if isinstance(node, ast.Call))
    return len(patches) + sum(last_name(call.func) in made for call in calls)


def test_no_file_is_too_long() -> None:
    long = [f"{s.name}: {lines(s)} lines" for s in sources() if lines(s) > FILE_LINES]
    assert not long, "\n" + "\n".join(long)


def test_no_function_is_too_long() -> None:
    long = [
        f"{source.at(node)}: {name} has {length} lines"
        for source in sources()
        for node, name, length in functions(source)
        if length > FUNCTION_LINES
    ]
    assert not long, "\n" + "\n".join(long)


def test_the_program_as_a_whole_is_made_of_small_pieces() -> None:
    program = sources("operator_desk")
    lengths = [length for source in program for _, _, length in functions(source)]
    assert median(map(lines, program)) <= FILE_MEDIAN
    assert median(lengths) <= FUNCTION_MEDIAN
    assert quantiles(lengths, n=20)[-1] <= FUNCTION_P95


def test_the_main_window_only_holds_the_pages_together() -> None:
    (window,) = (s for s in sources() if s.name == "operator_desk/ui/main_window.py")
    assert lines(window) < MAIN_WINDOW_LINES


def test_tests_write_fakes_and_hardly_any_mocks() -> None:
    tests = [source for source in sources("tests") if not source.name.startswith("tests/guards/")]
    assert sum(map(mocks, tests)) * 1000 <= MOCKS_PER_1000 * sum(map(lines, tests))


def test_the_guard_counts_right() -> None:
    text = "def a():\n    def b():\n        pass\n    return Mock(b), patch('x')\n"
    source = Source("tests/a.py", text, ast.parse(text))
    assert [(name, length) for _, name, length in functions(source)] == [("a", 4), ("b", 2)]
    assert (lines(source), mocks(source)) == (4, 2)
