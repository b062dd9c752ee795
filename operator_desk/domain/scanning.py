"""How well an article answers when there is no index: in which of its fields the words stand."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

# What a word counts in one of these fields of an article's version.
PLACES = {
    ("title", "keywords", "old_names"): 3,
    ("answer", "body", "phones", "source"): 1,
}


def points(version: Any, words: Iterable[str]) -> int:
    """The points of an article's version for words in lower case."""
    return sum(
        worth
        for word in words
        for fields, worth in PLACES.items()
        if any(word in str(getattr(version, name) or "").lower() for name in fields)
    )
