"""Words for an input method: the names that people at this desk have to write."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from operator_desk.domain.article import ArticleKind
from operator_desk.domain.facts import UnitVersion
from operator_desk.domain.places import Place
from operator_desk.domain.views import ArticleHead

SHORTEST, LONGEST = 2, 32  # characters of a word
_HAN = re.compile("[\u3400-\u9fff〇]+")
_NUMBER = re.compile(r"\s*[（(]?[+\d][\d\-() ]*[）)]?$")
_VERSION = re.compile(r"\(\d{4}-\d{2}-\d{2}\)$")
_BRACKETS = re.compile(r"[（(][^）)]*[）)]")
_PARTS = re.compile("[/／、；;,，]")
# A community is called by its name without the office that it has by law.
_OFFICES = ("居民委员会", "村民委员会", "居委会", "村委会")
_PLACES = ("street", "community")


@dataclass(frozen=True, slots=True)
class Entry:
    """A word with its syllables, one a character."""

    word: str
    syllables: tuple[str, ...]


def of_places(places: Iterable[Place]) -> Iterator[str]:
    """Streets and communities; a community also as people call it."""
    for place in places:
        if place.level in _PLACES:
            yield place.name
            for office in _OFFICES:
                short = place.name.removesuffix(office)
                if short != place.name and len(short) >= SHORTEST:
                    yield f"{short}村" if office.startswith("村") else short


def of_units(units: Iterable[UnitVersion]) -> Iterator[str]:
    """Units by name and short name."""
    for unit in units:
        yield from (unit.name, unit.short_name)


def of_articles(heads: Iterable[ArticleHead]) -> Iterator[str]:
    """Laws by name, procedures by title, contacts by title and body."""
    for head in heads:
        if head.kind == ArticleKind.REGULATION and "#" in head.key:
            yield _VERSION.sub("", head.key.partition("#")[0])
        elif head.kind == ArticleKind.PROCEDURE:
            yield head.title
        elif head.kind == ArticleKind.CONTACT:
            yield _NUMBER.sub("", head.title)
            yield from _PARTS.split(head.category or "")


def words(names: Iterable[str]) -> list[str]:
    """Names that an input method can hold, each once, in their order.

    A remark in brackets goes; what has other signs than Chinese characters is left out.
    """
    bare = (_BRACKETS.sub("", name).strip() for name in names)
    fit = (name for name in bare if _HAN.fullmatch(name) and SHORTEST <= len(name) <= LONGEST)
    return list(dict.fromkeys(fit))
