"""What words stand for, as the search knows it: editors' synonyms, and what was learned."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from operator_desk.domain.language import Decided, LearnedTable, Synonym
from operator_desk.search.analyser import Analyser, normalise
from operator_desk.search.learning import Learned
from operator_desk.search.query import Query
from operator_desk.search.ranking import MEANT, SYNONYM
from operator_desk.search.tables import FileTables

PINNED = SYNONYM / MEANT  # a pinned pair counts at least like a synonym of an editor


@dataclass(frozen=True, slots=True)
class _Owned:
    """A synonym, ready: whether it stands in a query, and the official words as terms."""

    stands_in: Callable[[str], object]
    words: tuple[str, ...]


class Vocabulary:
    """The tables of an index folder, taken up anew when one of them is written."""

    def __init__(self, folder: Path, *, use: bool) -> None:
        self._tables, self._use = FileTables(folder), use
        self._seen: object = None
        self._owned: tuple[_Owned, ...] = ()

    def news(self, analyser: Analyser) -> Learned | None:
        """Takes up what is new; what was learned, when that may have changed and is wanted."""
        seen = (self._tables.stamps(), analyser)
        if seen == self._seen:
            return None
        self._seen = seen
        decided = self._tables.decided() or Decided()
        self._owned = tuple(_owned(one, analyser) for one in decided.synonyms)
        return learned(self._tables.learned(), decided) if self._use else None

    def official(self, query: Query) -> tuple[str, ...]:
        """The official words that editors' synonyms add to a query, each once."""
        form = " ".join(query.parts)
        found = (word for one in self._owned if one.stands_in(form) for word in one.words)
        return tuple(dict.fromkeys(word for word in found if word not in query.terms.words))


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
    form = normalise(one.lay)
    terms = dict.fromkeys(word for said in one.stands_for for word in analyser.terms(said).words)
    return _Owned(_finder(form), tuple(terms))


def _finder(form: str) -> Callable[[str], object]:
    """Tells whether a word stands in a text; one of letters only as a whole word."""
    if form.isascii():
        return re.compile(rf"(?<![a-z0-9]){re.escape(form)}(?![a-z0-9])").search
    return lambda text: form in text
