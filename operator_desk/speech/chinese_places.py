"""Houses, rooms, roads and lines as they are said in Chinese."""

from __future__ import annotations

import re

from operator_desk.speech.chinese_numbers import cardinal, dialled, each
from operator_desk.speech.scanning import Rule, after, before, rule

_HOUSE = re.compile(r"(?:单元|[栋楼幢座#梯])[-—的，,]?$|号楼[-—]?$")
_NO_ROOM = re.compile(r"[多余个位户名人元块米平万千㎡栋幢层楼期]")


def _house_unit_room(found: re.Match[str]) -> str | None:
    house, unit, room = found.groups()
    if int(unit) > 20 or house[0] == "0":
        return None
    return f"{cardinal(house)}号楼{cardinal(unit)}单元{each(room)}"


def _room(found: re.Match[str]) -> str:
    return each(found[0])


def _room_of_house(found: re.Match[str]) -> str | None:
    if _NO_ROOM.match(after(found, 1)) or not _HOUSE.search(before(found, 3)):
        return None
    return each(found[0])


def _dialled(found: re.Match[str]) -> str:
    return dialled(found[0])


def _floor(found: re.Match[str]) -> str:
    return cardinal(found[1]) + ("" if after(found, 1) in tuple("层楼") else "层")


PLACE_RULES: tuple[Rule, ...] = (
    rule(r"([0-9]{1,3})-([0-9]{1,2})-([0-9]{3,4})(?![-0-9])", _house_unit_room),
    rule(r"[0-9]{3,4}(?=室|房间|号房|家中|房(?![子屋产价地租管东贷源]))", _room),
    rule(r"[0-9]{3,4}(?![-0-9.,:%‰])", _room_of_house),
    rule(r"[0-9]{3}(?=线路|路(?!口|灯|段|程|长|面))", _dialled),
    rule(r"[0-9]{3}(?=[国省县乡]道)|(?<=[国省县乡]道)[0-9]{3}(?![0-9多余米公])", _dialled),
    rule(r"[0-9]{4,}(?=号)", _dialled),
    rule(r"([0-9]{1,2})F(?![A-Za-z0-9])", _floor),
    rule(r"([0-9]{1,3})#(?=[号栋幢])", lambda found: cardinal(found[1])),
    rule(r"([0-9]{1,3})#", lambda found: f"{cardinal(found[1])}号"),
)
