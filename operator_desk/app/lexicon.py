"""Joins the names of a desk with their pinyin, for an input method."""

from __future__ import annotations

import re

from operator_desk.app import Services
from operator_desk.domain import lexicon
from operator_desk.domain.lexicon import Entry

_SYLLABLE = re.compile("[a-z]{1,6}")


def entries(desk: Services) -> list[Entry]:
    """Streets, communities, units, laws, services and bodies of a desk, each once.

    The pinyin of a place is that of the list of places, where it has one.
    """
    places = desk.lists.places()
    given = {place.name: tuple(place.pinyin.split()) for place in places}
    names = [
        *lexicon.of_places(places),
        *lexicon.of_units(desk.lists.units()),
        *lexicon.of_articles(desk.knowledge.heads()),
    ]
    made = (Entry(word, given.get(word) or _spelt(word)) for word in lexicon.words(names))
    return [one for one in made if _sound(one)]


def _spelt(word: str) -> tuple[str, ...]:
    from pypinyin import lazy_pinyin  # 0.14 s: only where a dictionary is written

    return tuple(lazy_pinyin(word))


def _sound(entry: Entry) -> bool:
    """Whether there is one syllable a character; a rare character may have none."""
    known = all(_SYLLABLE.fullmatch(one) for one in entry.syllables)
    return known and len(entry.syllables) == len(entry.word)
