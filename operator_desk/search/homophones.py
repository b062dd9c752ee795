"""Words typed with the wrong characters (公基金): the words of the index that sound the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
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
    done = form
    least = SHORTEST if query.shape is Shape.KEYWORDS else SHORTEST + 1
    for run in dict.fromkeys(runs(form)):
        for wrong, right in _mistakes(run, least, collection, analyser):
            done = done.replace(wrong, right)
    return done if done != form else ""


def _mistakes(
    run: str, least: int, collection: Collection, analyser: Analyser
) -> Iterator[tuple[str, str]]:
    """Wrong words in a run of characters and what was meant; the longest ones first."""
    strange = _strange(run, collection)
    if not strange:
        return
    spans = [
        (a, b) for a, b in _spans(analyser.pieces(run), least) if strange & set(range(a, b - 1))
    ]
    alike = collection.alike([sums(run[a:b]) for a, b in spans])
    taken = set[int]()
    for (start, end), words in sorted(zip(spans, alike, strict=True), key=_longest_first):
        right = _meant(run[start:end], words, collection)
        if right and not taken & set(range(start, end)):
            taken |= set(range(start, end))
            yield run[start:end], right


def _longest_first(found: tuple[tuple[int, int], object]) -> tuple[int, int]:
    (start, end), _words = found
    return start - end, start


def _spans(pieces: Sequence[str], least: int) -> Iterator[tuple[int, int]]:
    """Where words may lie that were typed wrong: whole pieces, in which such words fall apart.

    Two characters only of keywords, and where they are one piece: in a sentence too many
    sound like something.
    """
    ends = [0, *accumulate(map(len, pieces))]
    for (at, start), end in product(enumerate(ends), ends):
        whole = end - start > SHORTEST or end == ends[min(at + 1, len(pieces))]
        if least <= end - start <= LONGEST and whole:
            yield start, end


def _strange(run: str, collection: Collection) -> set[int]:
    """The places from which two characters hardly ever stand side by side."""
    if run.isascii() or len(run) < SHORTEST:
        return set()
    pairs = list(map(str.__add__, run, run[1:]))
    most = max(1, len(collection.live) // _RARE)
    often = collection.often(pairs, "bigrams")
    return {at for at, count in enumerate(often) if count <= most}


def _meant(word: str, alike: Iterable[str], collection: Collection) -> str:
    """The commonest word of the index that sounds like this one; "" when there is none."""
    found = [one for one in alike if _near(one, word)]
    if not found:
        return ""
    own, *counts = collection.often([word, *found])
    often = dict(zip(found, counts, strict=True))
    best = max(found, key=lambda one: (often[one], one))
    return best if often[best] >= _KNOWN and not own else ""


def _near(one: str, word: str) -> bool:
    return one != word and len(one) == len(word) and bool(set(one) & set(word))
