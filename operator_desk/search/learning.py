"""Learns which official words a caller's words stand for, from what was told: IBM Model 1."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

ROUNDS, LEAST = 8, 0.001
MOST, SHORTEST = 60, 2
COMMON = 3_000  # an official word in so many texts or more says nothing about the matter
_NOBODY = ""  # the null word: official words that no word of the caller stands for
Chances = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Told:
    """One article that was told: the words of the caller, those of the article, what it counts."""

    asked: tuple[str, ...]
    official: tuple[str, ...]
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Learned:
    """By a caller's word: the official words it stands for, each with its probability.

    `times` beside them: in how many of the examples both words stood.
    """

    words: Mapping[str, tuple[tuple[str, float], ...]] = field(default_factory=dict)
    times: Mapping[str, tuple[int, ...]] = field(default_factory=dict, compare=False)

    def meant(self, words: Iterable[str]) -> list[tuple[str, float]]:
        """The official words that these stand for together, the likeliest first, at most MOST."""
        found: dict[str, float] = {}
        for word in words:
            for official, chance in self.words.get(word, ()):
                found[official] = found.get(official, 0.0) + chance
        return sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))[:MOST]


def telling(words: Iterable[str]) -> tuple[str, ...]:
    """The words that can be learned: each once, long enough to stand for something."""
    return tuple(dict.fromkeys(word for word in words if len(word) >= SHORTEST))


def learn(examples: Iterable[Told]) -> Learned:
    """The probabilities after ROUNDS of expectation and maximisation; those under LEAST go.

    Brown et al. 1993, model 1: every official word of an article comes from one word of the
    caller or from none, and which one is learned from all examples together.
    """
    used = [one for one in examples if one.asked and one.official and one.weight > 0]
    if not used:
        return Learned()
    asked = _numbered(word for one in used for word in (_NOBODY, *one.asked))
    official = _numbered(word for one in used for word in one.official)
    cells, owners = _cells(used, asked, official)
    pairs, place = np.unique(cells, return_inverse=True)
    giver, weights = pairs // len(official), _weights(used)
    chances = _shared(np.ones(len(pairs)), giver)
    for _ in range(ROUNDS):
        given = chances[place]
        given *= (weights / np.bincount(owners, given))[owners]
        chances = _shared(np.bincount(place, given, len(pairs)).astype(np.float64), giver)
    times = np.bincount(place, minlength=len(pairs))
    return _kept(chances, times, pairs, (list(asked), list(official)))


def _weights(examples: Sequence[Told]) -> Chances:
    """For each official word of each example, as `_cells` counts them, what the example counts."""
    counts = [len(one.official) for one in examples]
    return np.repeat(np.array([one.weight for one in examples]), counts)


def _numbered(words: Iterable[str]) -> dict[str, int]:
    return {word: number for number, word in enumerate(dict.fromkeys(words))}


def _cells(
    examples: Sequence[Told], asked: Mapping[str, int], official: Mapping[str, int]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Each word of a caller with each of the article as one number; beside, which official word
    of which example it would explain."""
    cells, owners, begin = [], [], 0
    for one in examples:
        givers = np.array([asked[word] for word in (_NOBODY, *one.asked)], dtype=np.int64)
        taken = np.array([official[word] for word in one.official], dtype=np.int64)
        cells.append((givers[:, None] * len(official) + taken).ravel())
        owners.append(np.tile(np.arange(begin, begin + len(taken)), len(givers)))
        begin += len(taken)
    return np.concatenate(cells), np.concatenate(owners)


def _shared(counts: Chances, giver: NDArray[np.int64]) -> Chances:
    """The counts of each giver as shares of one."""
    shares: Chances = counts / np.bincount(giver, counts)[giver]
    return shares


def _kept(
    chances: Chances,
    times: NDArray[np.int64],
    pairs: NDArray[np.int64],
    words: tuple[list[str], list[str]],
) -> Learned:
    asked, official = words
    found: dict[str, list[tuple[str, float]]] = {}
    often: dict[str, list[int]] = {}
    for at in np.flatnonzero(chances >= LEAST).tolist():
        giver, taken = divmod(int(pairs[at]), len(official))
        if asked[giver] != _NOBODY:
            found.setdefault(asked[giver], []).append((official[taken], float(chances[at])))
            often.setdefault(asked[giver], []).append(int(times[at]))
    return Learned(
        {word: tuple(rows) for word, rows in found.items()},
        {word: tuple(counts) for word, counts in often.items()},
    )
