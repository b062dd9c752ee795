"""Places: provinces, cities, districts, streets, communities."""

from __future__ import annotations

from dataclasses import dataclass


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
