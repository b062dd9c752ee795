"""Words typed with the wrong characters (公基金): the words of the index that sound the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, product

from operator_desk.search.analyser import Analyser, runs
from operator_desk.search.query import Query, Shape
from operator_desk.search.ranking import Collection
from operator_desk.search.sounds import LONGEST, SHORTEST, sums

_RARE = 10_000  # texts of which one may hold two characters side by side that say nothing together
_LONG = 40  # characters of a query in which one word more or less decides nothing
_KNOWN = 3  # in how many texts a word must stand to be what was meant


def corrected(query: Query, collection: Collection, analyser: Analyser) -> str:
    """The query with such words put right; "" where nothing has to be.

    Only characters are looked at that hardly ever stand side by side in the texts, so what
    is known is never changed. The word that is put in their place must sound the same, have
    a character in common, and stand in several texts.
    """
    if query.shape not in (Shape.KEYWORDS, Shape.SENTENCE) or len(query.compact) > _LONG:
        return ""
    form = " ".join(query.parts)
    least = SHORTEST if query.shape is Shape.KEYWORDS else SHORTEST + 1
    odd = _odd(form, collection)
    words = [word for run in odd for word in _suspects(run, odd[run], least, analyser)]
    done = form
    for wrong, right in _meant(list(dict.fromkeys(words)), collection).items():
        done = done.replace(wrong, right)
    return done if done != form else ""


def _odd(form: str, collection: Collection) -> dict[str, set[int]]:
    """By run of characters: from which places two of them hardly ever stand side by side."""
    longer = [run for run in dict.fromkeys(runs(form)) if len(run) >= SHORTEST and run > "\u2e80"]
    pairs = [(run, at) for run in longer for at in range(len(run) - 1)]
    often = collection.often([run[at : at + 2] for run, at in pairs], "bigrams")
    most = max(1, len(collection.live) // _RARE)
    found: dict[str, set[int]] = {}
    for (run, at), count in zip(pairs, often, strict=True):
        if count <= most:
            found.setdefault(run, set()).add(at)
    return found


def _suspects(run: str, odd: set[int], least: int, analyser: Analyser) -> Iterator[str]:
    """Words that may have been typed wrong: whole pieces, in which such words fall apart.

    Two characters only of keywords, and where they are one piece: in a sentence too many
    sound like something.
    """
    ends = [0, *accumulate(map(len, analyser.pieces(run)))]
    for (at, start), end in product(enumerate(ends), ends):
        if not least <= end - start <= LONGEST or odd.isdisjoint(range(start, end - 1)):
            continue
        if end - start > SHORTEST or end == ends[at + 1]:
            yield run[start:end]


def _meant(words: Sequence[str], collection: Collection) -> Mapping[str, str]:
    """By wrong word: the commonest word of the index that sounds like it; a word that lies in a
    longer one is left to that."""
    alike = collection.alike([sums(word) for word in words]) if words else []
    near = {
        word: [one for one in found if _near(one, word)]
        for word, found in zip(words, alike, strict=True)
    }
    asked = [one for word, found in near.items() if found for one in (word, *found)]
    often = dict(zip(asked, collection.often(asked), strict=True)) if asked else {}
    right: dict[str, str] = {}
    for word in sorted((word for word, found in near.items() if found), key=len, reverse=True):
        best = max(near[word], key=lambda one: (often[one], one))
        free = all(word not in longer for longer in right)
        if free and often[best] >= _KNOWN and not often[word]:
            right[word] = best
    return right


def _near(one: str, word: str) -> bool:
    return one != word and len(one) == len(word) and bool(set(one) & set(word))
