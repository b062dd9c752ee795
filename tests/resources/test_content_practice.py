"""The practice city of each language: lists that fit together, calls that play without refusal."""

from __future__ import annotations

import re
from collections import Counter
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from uuid import UUID

import pytest

from operator_desk import app
from operator_desk.app import starting
from operator_desk.domain.terms import Answer, CallClass, Outcome, Role
from operator_desk.importers.calls import scripted
from operator_desk.importers.places import places
from operator_desk.importers.units import units
from operator_desk.services.people import Actor, machine_actor
from operator_desk.services.ports import CallQuery, TicketQuery
from tests.fakes.journal import FakeJournal
from tests.fakes.store import FakeStore
from tests.resources.shipped import PROFILES, articles, call_rows, practice, profile

both = pytest.mark.parametrize("language", PROFILES)
LATE = datetime(2026, 11, 24, 15, 0, tzinfo=UTC)  # 23:00 in Shanghai, 10:00 in New York
# Numbers that nobody has: 160 is given to no mobile network and 0600 to no city; 555-01xx is
# kept for stories.
INVENTED = {"zh_CN": r"160\d{8}|0600-555\d{4}", "en": r"555-555-01\d\d"}
Filled = tuple[app.Services, starting.Made]


def desk(language: str, folder: Path) -> tuple[app.Services, Actor]:
    """Services over a store in memory, on a late evening."""
    seconds, ids = count(), count(1)
    services = app.services(
        FakeStore("A01"),
        profile(language),
        folder,
        FakeJournal(),
        lambda: LATE + timedelta(milliseconds=next(seconds)),
        lambda: UUID(int=next(ids)),
    )
    return services, machine_actor("practice")


@pytest.fixture(scope="module", params=PROFILES)
def filled(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Filled:
    """The practice desk of each language in turn."""
    services, actor = desk(request.param, tmp_path_factory.mktemp("practice"))
    return services, starting.fill_practice(services, actor)


def no_spelling(name: str) -> tuple[str, str]:
    return name, name


# -- files -------------------------------------------------------------------------------


@both
def test_units_hang_together_and_work_in_places_of_the_city(language: str) -> None:
    read = units(practice(language, "units.csv"))
    known = {place.code for place in places(practice(language, "places.csv"), no_spelling).values}
    assert read.refused == ()
    assert len(read.values) >= 30
    seen: set[str] = set()
    for unit in read.values:
        assert unit.parent is None or unit.parent in seen, unit.code
        assert set(unit.areas) <= known, unit.code
        seen.add(unit.code)


@both
def test_places_go_down_to_communities_and_can_be_found_by_initials(language: str) -> None:
    read = places(practice(language, "places.csv"), no_spelling)
    assert read.refused == ()
    levels = Counter(place.level for place in read.values)
    assert levels["district"] >= 4
    assert levels["street"] >= 12
    assert levels["community"] >= 60
    codes = {place.code for place in read.values}
    for place in read.values:
        assert place.parent is None or place.parent in codes, place.code
        assert place.initials == "".join(part[0] for part in place.pinyin.split()), place.code


@both
def test_calls_are_invented_and_lie_in_the_last_month(language: str) -> None:
    rows = call_rows(language)
    assert len(rows) >= 60
    assert len({row["id"] for row in rows}) == len(rows)
    assert [row["day"] for row in rows] == sorted(row["day"] for row in rows)
    assert {-30, 0} <= {row["day"] for row in rows} <= set(range(-30, 1))
    for row in rows:
        number = row.get("caller_number", "")
        assert not number or re.fullmatch(INVENTED[language], number), row["id"]


@both
def test_calls_show_what_a_desk_meets(language: str) -> None:
    at = {"started_at": LATE.isoformat()}
    rows = (
        {k: v for k, v in row.items() if k not in ("day", "time")} for row in call_rows(language)
    )
    scripts = [scripted(row | at) for row in rows]
    outcomes = Counter(script.outcome for script in scripts)
    assert outcomes.keys() >= {
        Outcome.DIRECT_ANSWER,
        Outcome.TICKET,
        Outcome.GUIDED,
        Outcome.SILENT,
        Outcome.DROPPED,
        Outcome.WRONG_NUMBER,
    }
    assert outcomes[Outcome.DIRECT_ANSWER] > outcomes[Outcome.TICKET] > 15
    answers = {answer.answer for script in scripts for answer in script.readback}
    assert answers == set(Answer)
    classes = {script.call_class for script in scripts}
    assert {CallClass.SECOND_CALL, CallClass.CALLBACK} <= classes
    assert len({script.kind for script in scripts}) == 6


@both
def test_calls_name_categories_articles_staff_and_reasons_that_are_there(language: str) -> None:
    tree, keys = profile(language).categories, {one.key for one in articles(language)}
    codes = {
        one.code for name in ("declined", "not_read") for one in profile(language).reasons[name]
    }
    strange = []
    for row in call_rows(language):
        strange += [key for key in row.get("told", ()) if key not in keys]
        if row.get("category") and not tree.find(row["category"]):
            strange.append(row["category"])
        for answer in row.get("readback", ()):
            if isinstance(answer, dict):
                strange += [r for how, r in answer.items() if how != "corrected" and r not in codes]
    assert strange == []


# -- the desk ----------------------------------------------------------------------------


def test_every_call_plays_without_refusal(filled: Filled) -> None:
    services, made = filled
    rows = call_rows(services.profile.language)
    due = [row for row in rows if row["day"] < 0 or row["time"] < "10:00:00"]
    assert made.calls == len(due)
    assert len(services.calls.rows(CallQuery())) == len(due)
    tickets = services.tickets.rows(TicketQuery())
    assert len(tickets) == sum(row["outcome"] == "ticket" for row in due)
    assert len({ticket.number for ticket in tickets}) == len(tickets)


def test_playing_them_again_adds_nothing(filled: Filled) -> None:
    services, _made = filled
    played = list(
        services.replay.play(machine_actor("practice"), starting.practice_calls(services))
    )
    assert not any(one.new or one.refused for one in played)


def test_no_call_lies_in_the_future(filled: Filled) -> None:
    services, _made = filled
    assert all(call.started_at <= LATE for call, _matters in services.calls.rows(CallQuery()))


def test_the_desk_has_articles_units_places_and_staff_that_can_sign_in(filled: Filled) -> None:
    services, made = filled
    assert made.articles == len(articles(services.profile.language))
    assert len(services.lists.units()) >= 30
    assert len(services.lists.places()) >= 80
    roles = {role for member in made.staff for role in member.roles}
    assert {Role.OPERATOR, Role.LEAD, Role.EDITOR, Role.DISPATCHER, Role.QUALITY} <= roles
    for member in made.staff[:1]:
        assert services.people.sign_in(member.login, member.password).name == member.name


def test_operators_of_the_calls_are_among_the_staff(filled: Filled) -> None:
    services, made = filled
    operators = {row["operator"] for row in call_rows(services.profile.language)}
    assert operators <= {one.login for one in made.staff if Role.OPERATOR in one.roles}


@pytest.mark.parametrize(
    ("language", "name"), [("zh_CN", "general-12345"), ("en", "city-311"), ("en_GB", "city-311")]
)
def test_the_language_of_the_window_chooses_the_profile(language: str, name: str) -> None:
    assert starting.profile_for(language) == name


@both
def test_my_hotline_starts_without_the_invented_city(language: str, tmp_path: Path) -> None:
    services, actor = desk(language, tmp_path)
    assert starting.starter_desk(services, actor) == len(articles(language))
    assert services.lists.units() == []
    assert services.calls.rows(CallQuery()) == []
    # A 311 line has no list of places that would be right everywhere.
    assert bool(services.lists.places()) == (language == "zh_CN")
