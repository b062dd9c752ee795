"""Column types whose stored form is exact: no changed value hides behind another spelling."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Boolean, Date, DateTime, Dialect, Integer, String, Text, Uuid
from sqlalchemy.types import TypeDecorator, TypeEngine

from operator_desk.domain.times import format_instant, parse_instant


class DamagedValueError(ValueError):
    """A stored value is not in the form that this program writes."""


def _check(good: bool, value: object) -> None:
    if not good:
        raise DamagedValueError(f"not a value this program writes: {value!r}")


class Id(TypeDecorator[UUID]):
    """A UUID: text of 36 characters in SQLite, uuid in PostgreSQL."""

    impl = String(36)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        return dialect.type_descriptor(Uuid() if dialect.name == "postgresql" else String(36))

    def process_bind_param(self, value: UUID | None, dialect: Dialect) -> Any:
        return value if value is None or dialect.name == "postgresql" else str(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> UUID | None:
        if value is None or isinstance(value, UUID):
            return value
        _check(isinstance(value, str), value)
        try:
            found = UUID(value)
        except ValueError as error:
            raise DamagedValueError(str(error)) from error
        _check(str(found) == value, value)
        return found


class Instant(TypeDecorator[datetime]):
    """A UTC instant in microseconds: fixed-width text in SQLite, timestamptz in PostgreSQL."""

    impl = String(27)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        return dialect.type_descriptor(
            DateTime(timezone=True) if dialect.name == "postgresql" else String(27)
        )

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:
        if value is None:
            return None
        return value if dialect.name == "postgresql" else format_instant(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if isinstance(value, datetime):
            return value.astimezone(UTC)
        try:
            return parse_instant(value)
        except (ValueError, TypeError) as error:
            raise DamagedValueError(str(error)) from error


class Day(TypeDecorator[date]):
    """A local day: ISO text in SQLite, date in PostgreSQL."""

    impl = String(10)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        return dialect.type_descriptor(Date() if dialect.name == "postgresql" else String(10))

    def process_bind_param(self, value: date | None, dialect: Dialect) -> Any:
        return value if value is None or dialect.name == "postgresql" else value.isoformat()

    def process_result_value(self, value: Any, dialect: Dialect) -> date | None:
        if value is None or isinstance(value, date):
            return value
        _check(isinstance(value, str), value)
        try:
            found = date.fromisoformat(value)
        except ValueError as error:
            raise DamagedValueError(str(error)) from error
        _check(found.isoformat() == value, value)  # 2026-W10-1 is read as a day too
        return found


class Flag(TypeDecorator[bool]):
    """A truth value: 0 or 1 in SQLite, boolean in PostgreSQL."""

    impl = Integer
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        return dialect.type_descriptor(Boolean() if dialect.name == "postgresql" else Integer())

    def process_bind_param(self, value: bool | None, dialect: Dialect) -> Any:
        return value if value is None or dialect.name == "postgresql" else int(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> bool | None:
        if value is None or isinstance(value, bool):
            return value
        _check(type(value) is int and value in (0, 1), value)
        return bool(value)


class Whole(TypeDecorator[int]):
    """A whole number; SQLite would keep any other type of value as well."""

    impl = Integer
    cache_ok = True

    def process_result_value(self, value: Any, dialect: Dialect) -> int | None:
        _check(value is None or type(value) is int, value)
        return value  # type: ignore[no-any-return]


class Words(TypeDecorator[str]):
    """Text; SQLite would keep any other type of value as well."""

    impl = Text
    cache_ok = True

    def process_result_value(self, value: Any, dialect: Dialect) -> str | None:
        _check(value is None or isinstance(value, str), value)
        return value  # type: ignore[no-any-return]


def json_text(value: object) -> str:
    """The one spelling of a JSON value in a column: sorted keys, no blanks."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def _tupled(value: Any) -> Any:
    return tuple(_tupled(item) for item in value) if isinstance(value, list) else value


class Json(TypeDecorator[tuple[Any, ...]]):
    """A list as canonical JSON text; read as a tuple."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: tuple[Any, ...] | None, dialect: Dialect) -> Any:
        return value if value is None else json_text(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> tuple[Any, ...] | None:
        if value is None:
            return None
        _check(isinstance(value, str), value)
        try:
            parsed = json.loads(value)
            same = isinstance(parsed, list) and json_text(parsed) == value
        except (ValueError, RecursionError) as error:
            raise DamagedValueError(str(error)) from error
        _check(same, value)
        return _tupled(parsed)  # type: ignore[no-any-return]
