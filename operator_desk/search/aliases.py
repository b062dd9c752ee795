"""Names in use that are not in the data: what they stand for, as queries to ask beside."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from operator_desk.domain.knowledge import QueryMode
from operator_desk.search.law_names import STAND_FOR
from operator_desk.search.query import Query, Shape
from operator_desk.search.ranking import LAWS

_SHORTEST, _LONGEST = 2, 10  # characters of a shortening before that
_INSIDE = 3  # characters of a name that is looked for inside a longer query
_MOST = 3  # laws that one shortening may stand for


def meant(query: Query, laws: Iterable[str]) -> list[str]:
    """The queries that say the same with the names in the data, the likeliest first.

    `laws` are the names, in search form, that the shortenings of a rule may stand for.
    """
    if query.shape not in (Shape.KEYWORDS, Shape.SENTENCE):
        return []
    if query.compact in STAND_FOR:
        return list(STAND_FOR[query.compact])
    if found := list(_inside(query)):
        return found
    return shortened(query.compact, laws) if query.mode is QueryMode.TYPED else []


def _inside(query: Query) -> Iterator[str]:
    """物权法 业主 → 民法典物权编 业主; a name of two characters only before an article's number."""
    words, form = query.compact, " ".join(query.parts)
    for name, others in STAND_FOR.items():
        wanted = name if len(name) >= _INSIDE else f"{name}第"
        if wanted in words and not any(other in words for other in others):
            yield from (form.replace(name, other) for other in others if name in form)


def shortened(short: str, laws: Iterable[str]) -> list[str]:
    """The laws that a text shortens the name of (食安法 → 食品安全法), as little as can be."""
    kind = max((kind for kind in LAWS if short.endswith(kind)), key=len, default="")
    stem = short.removesuffix(kind)
    if not kind or not _SHORTEST <= len(stem) <= _LONGEST:
        return []
    costs = {
        law: cost
        for law in laws
        if law.endswith(kind) and (cost := _left_out(stem, law.removesuffix(kind))) is not None
    }
    least = min(costs.values(), default=None)
    return [law for law, cost in costs.items() if cost == least][:_MOST]


def _left_out(stem: str, name: str) -> tuple[int, int, int] | None:
    """How much of a name a shortening leaves out; None when it is none.

    Whether its beginning, in how many places, how many characters. What leaves out the beginning
    must be one piece of the name (身份证法): else anything would shorten anything.
    """
    at = name.find(stem)
    if at >= 0:
        return int(at > 0), 0, len(name) - len(stem)
    if name[:1] != stem[:1]:
        return None
    gaps, place = 0, 0
    for sign in stem[1:]:
        found = name.find(sign, place + 1)
        if found < 0:
            return None
        gaps += found != place + 1
        place = found
    return 0, gaps, len(name) - len(stem)
