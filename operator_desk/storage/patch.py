"""The difference of two JSON values, small for a long call that grows by letters."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

Path = tuple[str | int, ...]
Step = list[Any]  # ["set", path, value], ["drop", path] (a key), ["cut", path, length] (a list)


def difference(old: Any, new: Any) -> list[Step]:
    """The steps that make `new` out of `old`."""
    return list(_steps(old, new, ()))


def _steps(old: Any, new: Any, path: Path) -> Iterator[Step]:
    if type(old) is not type(new):
        yield ["set", list(path), new]
    elif isinstance(new, dict):
        yield from _dict_steps(old, new, path)
    elif isinstance(new, list):
        yield from _list_steps(old, new, path)
    elif old != new:
        yield ["set", list(path), new]


def _dict_steps(old: dict[str, Any], new: dict[str, Any], path: Path) -> Iterator[Step]:
    for key in old:
        if key not in new:
            yield ["drop", [*path, key]]
    for key, value in new.items():
        if key in old:
            yield from _steps(old[key], value, (*path, key))
        else:
            yield ["set", [*path, key], value]


def _list_steps(old: list[Any], new: list[Any], path: Path) -> Iterator[Step]:
    if len(new) < len(old):
        yield ["cut", list(path), len(new)]
    for place, value in enumerate(new):
        if place < len(old):
            yield from _steps(old[place], value, (*path, place))
        else:
            yield ["set", [*path, place], value]


def patched(value: Any, steps: list[Step]) -> Any:
    """The value after the steps; the one given is changed. LookupError: they do not fit."""
    for step in steps:
        kind, path = step[0], step[1]
        if not path and kind == "set":
            value = step[2]
            continue
        target = value
        for part in path if kind == "cut" else path[:-1]:
            target = target[part]
        if kind == "cut":
            del target[step[2] :]
        elif kind == "drop":
            del target[path[-1]]
        elif isinstance(target, list) and path[-1] == len(target):
            target.append(step[2])
        else:
            target[path[-1]] = step[2]
    return value
