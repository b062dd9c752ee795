"""What a verification has found: rows, texts and pages that are not as they were made."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Broken:
    """Something that is not as it was stored: the kind of row, its id, and what is wrong.

    `text` is English with `{}` fields for `values`, translated where a person reads it.
    """

    kind: str
    id: str
    text: str
    values: tuple[tuple[str, str], ...] = ()

    @property
    def reason(self) -> str:
        """What is wrong, in English."""
        return self.text.format(**dict(self.values))


def fault(kind: str, row_id: str, text: str, **values: object) -> Broken:
    """A broken row with what its text names."""
    return Broken(kind, row_id, text, tuple((name, str(value)) for name, value in values.items()))
