"""Frozen dataclasses as plain JSON values and back, by their field types; for the journal."""

from __future__ import annotations

import types
import typing
from dataclasses import fields, is_dataclass
from datetime import datetime
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar
from uuid import UUID

from operator_desk.domain.times import format_instant, parse_instant

T = TypeVar("T")
DAMAGED = "damaged"  # a key of a state that the journal could read only in part


def to_state(value: Any) -> Any:
    """A dataclass (or anything its fields hold) as JSON values."""
    if is_dataclass(value) and not isinstance(value, type):
        return {one.name: to_state(getattr(value, one.name)) for one in fields(value)}
    if isinstance(value, tuple):
        return [to_state(item) for item in value]
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, datetime):
        return format_instant(value)
    return value.value if isinstance(value, StrEnum) else value


def from_state(cls: type[T], state: Any) -> T:
    """The dataclass of such JSON values; missing fields take their default.

    Raises ValueError, KeyError or TypeError for a state that this program did not write.
    """
    if not isinstance(state, dict):
        raise TypeError(f"not an object: {type(state).__name__}")
    hints: dict[str, Any] = _hints(typing.cast("Any", cls))
    return cls(**{name: _value(hints[name], state[name]) for name in hints if name in state})


@cache
def _hints(cls: Any) -> dict[str, Any]:
    return typing.get_type_hints(cls)


def _value(hint: Any, state: Any) -> Any:
    origin, args = typing.get_origin(hint), typing.get_args(hint)
    if origin in (types.UnionType, typing.Union):
        if state is None:
            return None
        (hint,) = [part for part in args if part is not type(None)]
        return _value(hint, state)
    if origin is tuple:
        if not isinstance(state, list):
            raise TypeError(f"not a list: {type(state).__name__}")
        if args[-1] is Ellipsis:
            return tuple(_value(args[0], item) for item in state)
        return tuple(_value(part, item) for part, item in zip(args, state, strict=True))
    if is_dataclass(hint):
        return from_state(typing.cast("type[Any]", hint), state)
    if hint is UUID:
        return UUID(str(state))
    if hint is datetime:
        return parse_instant(state)
    if issubclass(hint, StrEnum):
        return hint(state)
    if type(state) is not hint:
        raise TypeError(f"not of the type {hint.__name__}: {type(state).__name__}")
    return state
