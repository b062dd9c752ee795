"""A sentence as a value: English with `{}` fields, translated and filled where it is shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias, Union

Value: TypeAlias = Union[str, int, "Said"]


@dataclass(frozen=True, slots=True)
class Said:
    """As the sentence of a UserError, but a value that can be compared; made by `said`.

    A field may hold another sentence, which is translated too.
    """

    text: str
    fields: tuple[tuple[str, Value], ...] = ()

    @property
    def values(self) -> Mapping[str, Value]:
        """What fills the fields."""
        return dict(self.fields)

    def __str__(self) -> str:
        values = self.values
        return self.text.format(**values) if values else self.text


def said(text: str, **values: Value) -> Said:
    """A sentence; `text` must stand here as it is, so that it is found for translation."""
    return Said(text, tuple(values.items()))
