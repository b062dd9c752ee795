"""Takes a TOML table apart, field by field, with an error that names the place."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from enum import StrEnum
from math import inf
from typing import Any, TypeVar

from operator_desk.domain.errors import UserError

_T = TypeVar("_T")
_E = TypeVar("_E", bound=StrEnum)


class Row:
    """One table of the file; every `take` checks a field, `done` refuses what is left."""

    def __init__(self, table: str, values: object, key: str = "id") -> None:
        name = str(values.get(key, "")) if isinstance(values, dict) else ""
        self.where = f"{table} {name}".strip()
        if not isinstance(values, dict):
            raise UserError("Profile: {where} is not a table", where=self.where)
        self._left: dict[str, Any] = dict(values)

    def take(self, field: str, kind: type[_T], default: _T | None = None) -> _T:
        """The value of a field of one type; without a default it must be there."""
        if field not in self._left:
            if default is None:
                raise UserError("Profile: {where} has no {field}", where=self.where, field=field)
            return default
        value = self._left.pop(field)
        if not isinstance(value, kind) or (
            isinstance(value, bool) and kind is not bool and kind is not object
        ):
            raise UserError(
                "Profile: {where}, field {field}: {value} is not of the type {type}",
                where=self.where,
                field=field,
                value=repr(value),
                type=kind.__name__,
            )
        return value

    def text(self, field: str, default: str | None = None) -> str:
        """A text; without a default it must be there and not be blank."""
        value = self.take(field, str, default)
        if default is None and not value.strip():
            raise UserError("Profile: {where} has no {field}", where=self.where, field=field)
        return value

    def day(self, field: str) -> date:
        """A day such as 2025-05-01."""
        value = self.take(field, date)
        if type(value) is not date:
            raise UserError(
                "Profile: {where}, field {field}: {value} is not a day",
                where=self.where,
                field=field,
                value=value,
            )
        return value

    def optional(self, field: str, read: Callable[[str], _T]) -> _T | None:
        """What `read` makes of a field, or None when the field is not there."""
        return read(field) if field in self._left else None

    def number(self, field: str) -> int:
        """A whole number from zero."""
        value = self.take(field, int)
        if value < 0:
            raise UserError(
                "Profile: {where}, field {field}: a whole number of zero or more is needed",
                where=self.where,
                field=field,
            )
        return value

    def figure(self, field: str) -> float:
        """Any number from zero."""
        value = self.take(field, object)
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value < inf:
            raise UserError(
                "Profile: {where}, field {field}: a number of zero or more is needed",
                where=self.where,
                field=field,
            )
        return float(value)

    def one_of(self, field: str, values: type[_E]) -> _E:
        """One value of a closed list."""
        return self._value(field, self.text(field), values)

    def some_of(self, field: str, values: type[_E]) -> tuple[_E, ...]:
        """Some values of a closed list; none when the field is not there."""
        return tuple(self._value(field, item, values) for item in self.texts(field))

    def texts(self, field: str) -> tuple[str, ...]:
        """A list of texts; empty when the field is not there."""
        items = self.take(field, list, [])
        if not all(isinstance(item, str) for item in items):
            raise UserError(
                "Profile: {where}, field {field}: every entry must be a text",
                where=self.where,
                field=field,
            )
        return tuple(items)

    def _value(self, field: str, item: str, values: type[_E]) -> _E:
        try:
            return values(item)
        except ValueError:
            raise self.unknown(field, item, values) from None

    def unknown(self, field: str, item: str, known: Iterable[str]) -> UserError:
        """The error for a value that is in no list."""
        return UserError(
            "Profile: {where}, field {field}: {value} is none of {known}",
            where=self.where,
            field=field,
            value=item,
            known=", ".join(known),
        )

    def rows(self, table: str, key: str = "id") -> list[Row]:
        """The tables of an array of tables; there must be one at least."""
        rows = [Row(table, item, key) for item in self.take(table, list, [])]
        if not rows:
            raise UserError("Profile: there is no [[{table}]]", table=table)
        return rows

    def names(self) -> tuple[str, ...]:
        """The fields that nobody has taken yet."""
        return tuple(self._left)

    def done(self) -> None:
        """Refuses fields that nobody has taken."""
        for field in self._left:
            raise UserError(
                "Profile: {where}: unknown field {field}", where=self.where, field=field
            )
