"""Habits of the tests themselves."""

from __future__ import annotations

import ast

import pytest

from tests.guards.source import Source, calls, last_name, sources


def sleeps(source: Source) -> list[str]:
    """Calls that wait for the clock and not for a thing to happen."""
    found = [source.at(call) for call in calls(source, "sleep", "msleep", "qSleep", "qWait")]
    for call in calls(source, "wait"):
        if isinstance(call.func, ast.Attribute) and last_name(call.func.value) == "qtbot":
            found.append(source.at(call))
    return found


def test_no_test_sleeps() -> None:
    found = [line for source in sources("tests") for line in sleeps(source)]
    assert not found, "\n" + "\n".join(found)


@pytest.mark.parametrize("text", ["time.sleep(1)", "sleep(0)", "QTest.qWait(5)", "qtbot.wait(9)"])
def test_the_guard_sees_a_sleep(text: str) -> None:
    assert sleeps(Source("tests/a.py", text, ast.parse(text)))


def test_the_guard_lets_waiting_for_a_thing_pass() -> None:
    text = "qtbot.waitUntil(done); process.wait(5); event.wait(1)"
    assert not sleeps(Source("tests/a.py", text, ast.parse(text)))
