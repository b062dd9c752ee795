"""Finds the categories that a text speaks of by their names and by keywords."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from operator_desk.domain.category import CategoryTree

_RUN = re.compile(r"[a-z]+|[^\W\d_a-z]+")
_ABOVE = 0.3  # what the name of the category above counts
_KEYWORD = 0.6  # what a keyword that stands whole in the text counts
_LEAST = 0.25
_COMMON = frozenset({"and", "the", "of", "for", "or", "in", "on", "a", "to", "with", "is"})


@dataclass(frozen=True, slots=True)
class Named:
    """A category and how much of its name stands in a text; the words that stand there."""

    code: str
    score: float
    names: tuple[str, ...]
    keywords: tuple[str, ...]


class CategoryNames:
    """The leaves of a tree, by the pairs of characters (or the words) of their names."""

    def __init__(self, tree: CategoryTree, keywords: Mapping[str, Iterable[str]]) -> None:
        """`keywords` by code, of a leaf."""
        leaves = {leaf.code: leaf for leaf in tree.leaves()}
        self._above = {leaf.code: leaf.parent for leaf in leaves.values()}
        named = {one.code: parts(one.name) for one in tree.categories}
        often = Counter(part for code in leaves for part in set(named[code]))
        self._rare = {part: 1 + math.log(len(leaves) / n) for part, n in often.items()}
        self._whole = {code: self._weight(found) for code, found in named.items()}
        self._with: dict[str, list[str]] = defaultdict(list)
        self._names = {code: named[code] for code in self._whole}
        for code, found in named.items():
            for part in set(found):
                self._with[part].append(code)
        self._keywords: dict[str, list[str]] = defaultdict(list)
        for code, words in keywords.items():
            for word in dict.fromkeys(words):
                if code in leaves and len(word) > 1:
                    self._keywords[word.lower()].append(code)

    def _weight(self, found: Iterable[str]) -> float:
        return sum(self._rare.get(part, 1.0) for part in set(found)) or 1.0

    def find(self, text: str, limit: int = 9) -> list[Named]:
        """The leaves that a text speaks of, the surest first."""
        said = text.lower()
        there = frozenset(parts(said))
        share: dict[str, float] = defaultdict(float)
        for part in there:
            for code in self._with.get(part, ()):
                share[code] += self._rare.get(part, 1.0) / self._whole[code]
        found: dict[str, list[str]] = defaultdict(list)
        for word, codes in self._keywords.items():
            if word in said:
                for code in codes:
                    found[code].append(word)
        ranked = []
        for code, above in self._above.items():
            score = share.get(code, 0.0) + _ABOVE * share.get(above, 0.0)
            score += _KEYWORD * math.sqrt(len(found.get(code, ())))
            if score >= _LEAST:
                ranked.append((score, code))
        ranked.sort(key=lambda one: (-one[0], one[1]))
        return [self._named(code, score, there, found) for score, code in ranked[:limit]]

    def _named(
        self, code: str, score: float, there: frozenset[str], found: Mapping[str, list[str]]
    ) -> Named:
        names = [
            word
            for one in (code, self._above[code])
            for word in _joined([part for part in self._names[one] if part in there])
        ]
        return Named(code, score, tuple(dict.fromkeys(names)), tuple(found.get(code, ())))


def parts(text: str) -> list[str]:
    """Pairs of characters of a text, or its words where it is written in letters, in order."""
    found: list[str] = []
    for run in _RUN.findall(text.lower()):
        if run.isascii():
            word = run[:-1] if len(run) > 3 and run.endswith("s") else run
            if word not in _COMMON:
                found.append(word)
        else:
            found.extend(map("".join, pairwise(run)))
    return found


def _joined(found: Sequence[str]) -> list[str]:
    """Pairs that follow each other as one word: 路灯, 灯不 → 路灯不."""
    words: list[str] = []
    for part in found:
        if words and not part.isascii() and words[-1][-1] == part[0]:
            words[-1] += part[1:]
        else:
            words.append(part)
    return words
