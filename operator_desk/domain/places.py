"""Places: provinces, cities, districts, streets, communities."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

_LEVELS = ("community", "street", "district")  # what a place in words is looked for among


@dataclass(frozen=True, slots=True)
class Place:
    """One place; `level` is province, city, district, street or community; `parent` its code."""

    code: str
    name: str
    level: str
    parent: str | None = None
    pinyin: str = ""
    initials: str = ""
    area_code: str | None = None


def place_in(text: str, places: Iterable[Place]) -> str | None:
    """The code of the narrowest place whose name stands in a text; None: none, or more than one.

    Of several places of one name it is the one with a place above it that is named too.
    """
    known = list(places)
    by_code = {place.code: place for place in known}
    said = text.lower()
    for level in _LEVELS:
        found = [place for place in known if place.level == level and place.name.lower() in said]
        longest = max((len(place.name) for place in found), default=0)
        found = [place for place in found if len(place.name) == longest]
        if len(found) > 1:
            found = [place for place in found if _above_named(place, by_code, said)]
        if len(found) == 1:
            return found[0].code
    return None


def _above_named(place: Place, by_code: dict[str, Place], said: str) -> bool:
    while place.parent in by_code:
        place = by_code[place.parent]
        if place.name.lower() in said:
            return True
    return False
