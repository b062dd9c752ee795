"""What a search box is asked while somebody types."""

from __future__ import annotations

from collections.abc import Sequence

_LENGTHS = (1, 2, 3, 4, 6, 8, 11)


def prefixes(texts: Sequence[str]) -> list[str]:
    """Beginnings of the texts as they are typed, each once."""
    return list(dict.fromkeys(text[:n] for text in texts for n in _LENGTHS if n <= len(text)))
