"""Places: the project's own table, or the five tables of the published division codes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from operator_desk.domain.errors import UserError
from operator_desk.domain.places import Place
from operator_desk.importers.rows import Read, collect
from operator_desk.importers.table import Row, check_header, table

OWN = ("code", "name", "level", "parent", "pinyin", "initials", "area_code")
_LEVELS = {"1": "province", "2": "city", "3": "district", "4": "street", "5": "community"}
_LENGTHS = {2: "province", 4: "city", 6: "district", 9: "street", 12: "community"}
_PARENTS = {
    "city": "provinceCode",
    "district": "cityCode",
    "street": "areaCode",
    "community": "streetCode",
}
_KNOWN = ("code", "name", "provinceCode", "cityCode", "areaCode", "streetCode")
Spell = Callable[[str], tuple[str, str]]


def places(path: Path, spell: Spell) -> Read[Place]:
    """The places of a file. `spell` gives pinyin and initials where the file has none."""
    header, rows = table(path)
    own = "level" in header
    check_header(path, header, needed=OWN[:3] if own else _KNOWN[:2], known=OWN if own else _KNOWN)
    seen: set[str] = set()

    def make(row: Row) -> Place:
        if not row["name"]:
            raise UserError("Field {field} is missing or empty.", field="name")
        if not row["code"].isdigit() or not row["code"].isascii():
            raise UserError("{code} is no code of a place.", code=row["code"] or "—")
        if row["code"] in seen:
            raise UserError("{key} stands in the list already.", key=row["code"])
        seen.add(row["code"])
        place = _own(row) if own else _division(row)
        if place.pinyin:
            return place
        pinyin, initials = spell(place.name)
        return Place(
            place.code, place.name, place.level, place.parent, pinyin, initials, place.area_code
        )

    return collect(path.name, rows, make)


def _own(row: Row) -> Place:
    level = _LEVELS.get(row["level"], row["level"])
    if level not in _LEVELS.values():
        raise UserError("There is no level {level} of places.", level=row["level"] or "—")
    return Place(
        row["code"],
        row["name"],
        level,
        row.get("parent") or None,
        row.get("pinyin", ""),
        row.get("initials", ""),
        row.get("area_code") or None,
    )


def _division(row: Row) -> Place:
    level = _LENGTHS.get(len(row["code"]))
    if level is None:
        raise UserError("{code} is no code of a place.", code=row["code"])
    parent = row.get(_PARENTS.get(level, ""), "") or None
    return Place(row["code"], row["name"], level, parent)
