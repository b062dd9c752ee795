"""Words of the citizens and of the offices: synonyms that editors own, pairs that were learned."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from operator_desk.domain.errors import UserError
from operator_desk.domain.knowledge_facts import LearnedMark, SynonymVersion
from operator_desk.domain.knowledge_terms import LearnedAction

LONGEST_LAY, LONGEST_OFFICIAL, MOST_OFFICIAL = 20, 40, 12
GAP = "…"  # between words of a caller that stand one after the other with anything between them
_GAPS = re.compile(r"\s*(?:…+|\.{3,})\s*")
Pair = tuple[str, str]  # a caller's word and an official one


@dataclass(frozen=True, slots=True)
class Synonym:
    """A lay word (or a few) and the official words that it stands for.

    In `lay` a GAP stands between words that follow one another with anything in between.
    `shipped`: it came with the program, and no editor has changed it.
    """

    lay: str
    stands_for: tuple[str, ...]
    shipped: bool = field(default=False, compare=False)


class PairState(StrEnum):
    """What editors have decided of a learned pair."""

    LEARNED = "learned"
    STRUCK = "struck"
    PINNED = "pinned"


@dataclass(frozen=True, slots=True)
class LearnedPair:
    """A caller's word, an official word, how likely it stands for it, in how many told answers."""

    lay: str
    official: str
    probability: float
    times: int
    state: PairState = PairState.LEARNED


@dataclass(frozen=True, slots=True)
class LearnedTable:
    """What was learned at one time: from so many of the `told` rows that the store had then."""

    made_at: datetime
    told: int
    lessons: int
    calls: int
    pairs: tuple[LearnedPair, ...] = ()


@dataclass(frozen=True, slots=True)
class Decided:
    """What editors have decided: holds at once, whatever is learned.

    `forgotten`: what was learned before this instant counts no more.
    """

    synonyms: tuple[Synonym, ...] = ()
    struck: frozenset[Pair] = field(default_factory=frozenset)
    pinned: frozenset[Pair] = field(default_factory=frozenset)
    forgotten: datetime | None = None

    def state(self, pair: Pair) -> PairState:
        """What holds for a pair."""
        if pair in self.struck:
            return PairState.STRUCK
        return PairState.PINNED if pair in self.pinned else PairState.LEARNED


def decided(
    synonyms: Iterable[SynonymVersion],
    marks: Iterable[LearnedMark],
    shipped: Iterable[Synonym] = (),
) -> Decided:
    """What holds after these rows, given in the order of their time, over what is shipped."""
    newest = {row.lay: row for row in synonyms}
    held: dict[Pair, LearnedAction] = {}
    forgotten: datetime | None = None
    for mark in marks:
        if mark.action is LearnedAction.RESET:
            forgotten = mark.at
        elif mark.lay is not None and mark.official is not None:
            held[mark.lay, mark.official] = mark.action
    own = [Synonym(row.lay, row.stands_for) for row in newest.values() if not row.withdrawn]
    kept = [*own, *(one for one in shipped if one.lay not in newest)]
    return Decided(
        tuple(sorted(kept, key=lambda one: one.lay)),
        _marked(held, LearnedAction.STRUCK),
        _marked(held, LearnedAction.PINNED),
        forgotten,
    )


def _marked(held: dict[Pair, LearnedAction], action: LearnedAction) -> frozenset[Pair]:
    return frozenset(pair for pair, last in held.items() if last is action)


def synonym(lay: str, stands_for: Iterable[str]) -> Synonym:
    """A synonym as it is kept. UserError: empty, too long, or nothing but itself."""
    word = as_kept(lay)
    official = tuple(dict.fromkeys(filter(None, map(_bare, stands_for))))
    if len(word) < 2:
        raise UserError("A caller's word needs two characters or more.")
    if not all(map(_bare, word.split(GAP))):
        raise UserError("{word}: words belong on both sides of {gap}.", word=word, gap=GAP)
    if len(word) > LONGEST_LAY:
        raise UserError("{word} is longer than {most} characters.", word=word, most=LONGEST_LAY)
    if not official:
        raise UserError("{word}: no official word is given.", word=word)
    if word in official:
        raise UserError("{word} cannot stand for itself.", word=word)
    if len(official) > MOST_OFFICIAL:
        raise UserError("{word} stands for more than {most} words.", word=word, most=MOST_OFFICIAL)
    for one in official:
        if len(one) > LONGEST_OFFICIAL:
            raise UserError(
                "{word} is longer than {most} characters.", word=one, most=LONGEST_OFFICIAL
            )
    return Synonym(word, official)


def as_kept(lay: str) -> str:
    """A caller's words as they are kept: single spaces, one GAP for any row of dots."""
    return _GAPS.sub(GAP, _bare(lay))


def _bare(words: str) -> str:
    return " ".join(words.split())
