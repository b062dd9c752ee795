"""Stand-in: what is said is what is written."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Part:
    """A written span and what a person says for it."""

    start: int
    end: int
    said: str


def parts(text: str, language: str) -> tuple[Part, ...]:
    """The parts of a text, in order, without gap or overlap."""
    del language
    return tuple(Part(n, n + 1, c) for n, c in enumerate(text))


def spoken(text: str, language: str) -> str:
    """What goes to the voice."""
    return "".join(part.said for part in parts(text, language))


def syllables(said: str, language: str) -> int:
    """How many syllables are said."""
    del language
    return sum(c.isalnum() for c in said)


def span_at(parts: tuple[Part, ...], language: str, fraction: float) -> tuple[int, int]:
    """The written span that is said at a fraction of the duration."""
    del language
    if not parts:
        return (0, 0)
    part = parts[min(len(parts) - 1, int(fraction * len(parts)))]
    return (part.start, part.end)
