"""Takes a TOML table apart, field by field, with an error that names the place in the file."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime
from difflib import get_close_matches
from enum import StrEnum
from math import inf
from typing import Any, TypeVar

from operator_desk.domain.errors import UserError
from operator_desk.domain.said import Said, said

_T = TypeVar("_T")
_E = TypeVar("_E", bound=StrEnum)

_TYPES = {
    str: said("a text"),
    int: said("a whole number"),
    bool: said("true or false"),
    list: said("a list"),
    dict: said("a table"),
    date: said("a day such as 2026-01-31"),
}
NOTHING = said("nothing")


class Row:
    """One table of the file; every `take` checks a field, `done` refuses what is left.

    `where` is the path as an error names it: `limits[3] (id sign)`, rows counted from 1. `file`
    is the file that an error names; without it the profile is meant.
    """

    def __init__(
        self, table: str, values: object, key: str = "id", place: int = 0, file: str = ""
    ) -> None:
        name = str(values.get(key, "")) if isinstance(values, dict) else ""
        path = f"{table}[{place}]" if place else table
        self.where = f"{path} ({key} {name})" if name and place else path
        self.file = file
        if not isinstance(values, dict):
            raise wrong(self.where, _TYPES[dict], shown(values), file)
        self._left: dict[str, Any] = dict(values)
        self._known: list[str] = []

    def path(self, field: str) -> str:
        """A field as an error names it."""
        return f"{self.where}.{field}" if self.where else field

    def wrong(self, field: str, expected: Said, found: Said | str) -> UserError:
        """The error for a field that holds something else than what is expected."""
        return wrong(self.path(field), expected, found, self.file)

    def take(self, field: str, kind: type[_T], default: _T | None = None) -> _T:
        """The value of a field of one type; without a default it must be there."""
        self._known.append(field)
        if field not in self._left:
            if default is None:
                raise self.wrong(field, _TYPES.get(kind, said("a value")), self._near(field))
            return default
        value = self._left.pop(field)
        if not isinstance(value, kind) or (
            isinstance(value, bool) and kind is not bool and kind is not object
        ):
            raise self.wrong(field, _TYPES.get(kind, said("a value")), shown(value))
        return value

    def text(self, field: str, default: str | None = None) -> str:
        """A text; without a default it must be there and not be blank."""
        value = self.take(field, str, default)
        if default is None and not value.strip():
            raise self.wrong(field, _TYPES[str], NOTHING)
        return value

    def day(self, field: str) -> date:
        """A day such as 2025-05-01."""
        value = self.take(field, date)
        if isinstance(value, datetime):
            raise self.wrong(field, _TYPES[date], shown(value))
        return value

    def optional(self, field: str, read: Callable[[str], _T]) -> _T | None:
        """What `read` makes of a field, or None when the field is not there."""
        self._known.append(field)
        return read(field) if field in self._left else None

    def number(self, field: str, least: int = 0, most: int | None = None) -> int:
        """A whole number from `least`, to `most`."""
        value = self.take(field, int)
        if value < least or (most is not None and value > most):
            expected = said("a whole number of {least} or more", least=least)
            if most is not None:
                expected = said("a whole number from {least} to {most}", least=least, most=most)
            raise self.wrong(field, expected, shown(value))
        return value

    def figure(self, field: str) -> float:
        """Any number from zero."""
        value = self.take(field, object)
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value < inf:
            raise self.wrong(field, said("a number of zero or more"), shown(value))
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
        for item in items:
            if not isinstance(item, str):
                raise self.wrong(field, said("a list of texts"), shown(item))
        return tuple(items)

    def _value(self, field: str, item: str, values: type[_E]) -> _E:
        try:
            return values(item)
        except ValueError:
            raise self.unknown(field, item, values) from None

    def unknown(self, field: str, item: str, known: Iterable[str]) -> UserError:
        """The error for a value that is in no list."""
        return self.wrong(field, said("one of {known}", known=", ".join(known)), item)

    def rows(self, table: str, key: str = "id", *, needed: bool = True) -> list[Row]:
        """The tables of an array of tables; where needed there must be one at least."""
        items = self.take(table, list, [])
        if needed and not items:
            raise wrong(table, said("tables [[{table}]]", table=table), NOTHING, self.file)
        return [
            Row(table, item, key, place, self.file) for place, item in enumerate(items, start=1)
        ]

    def names(self) -> tuple[str, ...]:
        """The fields that nobody has taken yet."""
        return tuple(self._left)

    def done(self) -> None:
        """Refuses fields that nobody has taken."""
        for field in self._left:
            near = get_close_matches(field, self._known, 1) or sorted(set(self._known))
            where, known = self.where or said("top"), ", ".join(near)
            if self.file:
                raise UserError(
                    "{file}: {path}: unknown field {field}; expected {known}",
                    file=self.file, path=where, field=field, known=known,
                )  # fmt: skip
            raise UserError(
                "Profile: {path}: unknown field {field}; expected {known}",
                path=where, field=field, known=known,
            )  # fmt: skip

    def _near(self, field: str) -> Said:
        """What was found where a field is missing: one that was meant, perhaps."""
        near = get_close_matches(field, self._left, 1)
        return said("the field {field}", field=near[0]) if near else NOTHING


def wrong(path: str, expected: Said, found: Said | str, file: str = "") -> UserError:
    """The error for a place of the file: what is expected there and what was found."""
    if file:
        return UserError(
            "{file}: {path}: expected {expected}, found {found}",
            file=file, path=path, expected=expected, found=found,
        )  # fmt: skip
    return UserError(
        "Profile: {path}: expected {expected}, found {found}",
        path=path,
        expected=expected,
        found=found,
    )


def shown(value: object) -> str:
    """A value of the file on one line, cut where it is long."""
    text = " ".join((value if isinstance(value, str) else repr(value)).split())
    return (text if len(text) <= 60 else f"{text[:60]}…") or '""'
