"""What words stand for, as the search knows it: editors' synonyms, and what was learned."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from operator_desk.domain.language import GAP, Decided, LearnedTable, Synonym
from operator_desk.search.analyser import Analyser, normalise
from operator_desk.search.learning import Learned
from operator_desk.search.query import Query
from operator_desk.search.ranking import MEANT, SYNONYM
from operator_desk.search.tables import FileTables

PINNED = SYNONYM / MEANT  # a pinned pair counts at least like a synonym of an editor


@dataclass(frozen=True, slots=True)
class _Owned:
    """A synonym, ready: how it begins, whether it stands in a query, its official words."""

    first: str
    stands_in: Callable[[str], object]
    words: tuple[str, ...]


class Vocabulary:
    """The tables of an index folder, taken up anew when one of them is written."""

    def __init__(self, folder: Path, *, use: bool) -> None:
        self._tables, self._use = FileTables(folder), use
        self._seen: object = None
        self._analyser: Analyser | None = None
        self._owned: dict[Synonym, _Owned] = {}
        self._by_first: dict[str, list[_Owned]] = {}

    def news(self, analyser: Analyser) -> Learned | None:
        """Takes up what is new; what was learned, when that may have changed and is wanted."""
        seen = (self._tables.stamps(), analyser)
        if seen == self._seen:
            return None
        self._seen = seen
        decided = self._tables.decided() or Decided()
        self._own(decided.synonyms, analyser)
        return learned(self._tables.learned(), decided) if self._use else None

    def official(self, query: Query) -> tuple[str, ...]:
        """The official words that editors' synonyms add to a query, each once."""
        form = " ".join(query.parts)
        near = (one for char in dict.fromkeys(form) for one in self._by_first.get(char, ()))
        found = (word for one in near if one.stands_in(form) for word in one.words)
        return tuple(dict.fromkeys(word for word in found if word not in query.terms.words))

    def _own(self, synonyms: Iterable[Synonym], analyser: Analyser) -> None:
        """Makes the synonyms ready, those that are so already left as they are."""
        ready = self._owned if analyser is self._analyser else {}
        self._owned = {one: ready.get(one) or _owned(one, analyser) for one in synonyms}
        self._analyser, self._by_first = analyser, {}
        for one in self._owned.values():
            self._by_first.setdefault(one.first, []).append(one)


def learned(table: LearnedTable | None, decided: Decided) -> Learned:
    """What a search works with: the pairs of the table as editors want them."""
    found: dict[str, dict[str, float]] = {}
    fresh = table and (decided.forgotten is None or table.made_at > decided.forgotten)
    for pair in table.pairs if table and fresh else ():
        if (pair.lay, pair.official) not in decided.struck:
            found.setdefault(pair.lay, {})[pair.official] = pair.probability
    for lay, official in decided.pinned:
        words = found.setdefault(lay, {})
        words[official] = max(PINNED, words.get(official, 0.0))
    return Learned({lay: tuple(words.items()) for lay, words in found.items()})


def _owned(one: Synonym, analyser: Analyser) -> _Owned:
    parts = [normalise(part) for part in one.lay.split(GAP)]
    terms = dict.fromkeys(word for said in one.stands_for for word in analyser.terms(said).words)
    return _Owned(parts[0][:1], _finder(parts), tuple(terms))


def _finder(parts: list[str]) -> Callable[[str], object]:
    """Tells whether words stand in a text one after the other; of letters only as whole words."""
    if any(part.isascii() for part in parts):
        return re.compile(".*?".join(map(_pattern, parts)), re.DOTALL).search
    return partial(_holds, parts[0], parts[1:])


def _holds(first: str, more: list[str], text: str) -> bool:
    end = text.find(first) + len(first)
    if end < len(first):
        return False
    for part in more:
        place = text.find(part, end)
        if place < 0:
            return False
        end = place + len(part)
    return True


def _pattern(form: str) -> str:
    return rf"(?<![a-z0-9]){re.escape(form)}(?![a-z0-9])" if form.isascii() else re.escape(form)
