"""Provinces, cities and districts: complete, hanging together, found by pinyin."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

import pytest

from operator_desk import resources
from operator_desk.domain.places import Place
from operator_desk.importers.places import places
from tests.support.data import needs_data

ELSEWHERE = {"71", "81", "82"}  # Taiwan, Hong Kong, Macao: not in the list at hand
# Names that stand for "counties right under the province" and are no city.
PSEUDO = ("市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划")


def no_spelling(name: str) -> tuple[str, str]:
    raise AssertionError(f"{name} has no pinyin in the file")


@cache
def country() -> dict[str, Place]:
    """The shipped places by code; every row must be taken and bring its own spelling."""
    read = places(resources.path("resources", "places", "china.csv"), no_spelling)
    assert read.refused == ()
    return {place.code: place for place in read.values}


def test_counts_and_levels() -> None:
    levels = Counter(place.level for place in country().values())
    assert levels["province"] == 34
    assert levels["city"] > 330
    assert levels["district"] > 2_900
    assert set(levels) == {"province", "city", "district"}


def test_every_place_hangs_on_one_above_it() -> None:
    above = {"city": ("province",), "district": ("city", "province")}
    for place in country().values():
        if place.level == "province":
            assert place.parent is None
        else:
            assert country()[place.parent or ""].level in above[place.level], place.code
            assert place.code.startswith(place.parent or "-"), place.code


def test_names_are_spelt_a_syllable_a_character() -> None:
    for place in country().values():
        syllables = place.pinyin.split()
        assert re.fullmatch("[a-z ]+", place.pinyin), place.code
        assert len(syllables) == len(re.findall("[一-鿿]", place.name)), place.name
        assert place.initials == "".join(one[0] for one in syllables), place.code


@pytest.mark.parametrize(
    ("code", "pinyin"),
    [
        ("3415", "lu an shi"),
        ("130726", "yu xian"),
        ("440113", "pan yu qu"),
        ("50", "chong qing shi"),
    ],
)
def test_names_that_are_read_unusually(code: str, pinyin: str) -> None:
    assert country()[code].pinyin == pinyin


def test_area_codes_of_cities_callers_are_guided_to() -> None:
    for code, area_code in (("11", "010"), ("31", "021"), ("3401", "0551"), ("3701", "0531")):
        assert country()[code].area_code == area_code
    wrong = [
        place.code
        for place in country().values()
        if place.area_code and not re.fullmatch(r"0(?:10|2\d|[3-9]\d{2})", place.area_code)
    ]
    assert wrong == []
    reached = [
        place
        for place in country().values()
        if place.level == "city"
        and not (place.area_code or country()[place.parent or ""].area_code)
    ]
    assert len(reached) < 10


@pytest.mark.data
@pytest.mark.parametrize("table", ["provinces", "cities", "areas"])
def test_nothing_of_the_published_list_is_missing(table: str) -> None:
    read = places(needs_data() / "divisions" / f"{table}.csv", lambda name: (name, name))
    wanted = {one.code: one.name for one in read.values if one.name not in PSEUDO}
    assert len(wanted) > 30
    own = {code: place.name for code, place in country().items()}
    assert {code: name for code, name in wanted.items() if own.get(code) != name} == {}


@pytest.mark.data
def test_nothing_is_there_that_is_not_published() -> None:
    published = {
        one.code
        for table in ("provinces", "cities", "areas")
        for one in places(needs_data() / "divisions" / f"{table}.csv", lambda n: (n, n)).values
    }
    assert set(country()) - published == ELSEWHERE
