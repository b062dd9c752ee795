"""Proposals at a desk: units by catalogue, articles, similar tickets; categories; duplicates."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from operator_desk.domain.article import Article, ArticleKind
from operator_desk.domain.draft import Draft
from operator_desk.domain.life_cycle import Action
from operator_desk.domain.places import Place, place_in
from operator_desk.domain.proposals import Matter, Reason, UnitProposal, Why
from operator_desk.domain.terms import MatterKind, Reply, Secrecy, TicketState
from operator_desk.services import proposals
from tests.services.test_handling import Centre
from tests.services.test_lists import put_places, put_units, unit

LAMPS, NOISE = "040701", "060101"
CITY = (
    Place("9901", "甲市", "city"),
    Place("990101", "东区", "district", "9901"),
    Place("990101001", "湖滨街道", "street", "990101"),
    Place("990102", "西区", "district", "9901"),
    Place("990102001", "开元街道", "street", "990102"),
)


@pytest.fixture
def desk(tmp_path: Path) -> Centre:
    """A centre with streets and their offices, and a fall-back."""
    desk = Centre(tmp_path)
    offices = [unit(f"S{n}", kind="street", areas=(f"99010{n}001",)) for n in (1, 2)]
    put_units(desk, unit("CG", name="市城市管理局", short_name="城管局"), unit("SP"), *offices)
    put_places(desk, *CITY)
    desk.services.catalogue.set(desk.anna, "*", "SP")
    return desk


def reasons(one: UnitProposal) -> list[Why]:
    return [reason.why for reason in one.reasons]


def test_without_a_row_the_fall_back_says_that_it_is_one(desk: Centre) -> None:
    (only,) = desk.services.proposals.units(Matter(category=NOISE))
    assert (only.unit, only.fallback, reasons(only)) == ("SP", True, [Why.FALLBACK])
    assert only.row_id is not None


def test_the_row_for_the_place_comes_before_that_of_the_category(desk: Centre) -> None:
    put = desk.services.catalogue.set
    put(desk.anna, "06", "CG")
    put(desk.anna, "06", "S1", ("CG",), place="990101001")
    here = Matter(category=NOISE, place_code="990101001002", kind=MatterKind.COMPLAINT)
    first, second = desk.services.proposals.units(here)
    assert (first.unit, first.co_units, second.unit) == ("S1", ("CG",), "CG")
    assert first.reasons == (Reason(Why.CATALOGUE, (("category", "06"), ("place", "990101001"))),)
    named = replace(here, place_code=None, place="湖滨街道五号")
    assert desk.services.proposals.units(named) == (first, second)
    (city,) = desk.services.proposals.units(replace(here, place_code=None))
    assert city.unit == "CG"
    (before,) = desk.services.proposals.units(replace(here, place_code="990102001"))
    assert before.unit == "CG"


def test_a_row_is_asked_for_the_day_it_is_proposed_on(desk: Centre) -> None:
    begin = date(2027, 1, 1)
    desk.services.catalogue.set(desk.anna, "06", "CG", valid_from=begin)
    (now,) = desk.services.proposals.units(Matter(category=NOISE))
    (later,) = desk.services.proposals.units(Matter(category=NOISE), begin)
    assert (now.unit, later.unit) == ("SP", "CG")


def put_article(desk: Centre, key: str, **given: object) -> None:
    article = Article(key=key, kind=ArticleKind.PROCEDURE, title=f"关于 {key}")
    desk.services.knowledge.put(desk.anna, [replace(article, **given)])  # type: ignore[arg-type]


def test_the_owner_of_a_told_article_is_proposed(desk: Centre) -> None:
    put_article(desk, "own:a", owner="市城市管理局法规科")
    put_article(desk, "own:b", owner="知识库管理员", category="07")
    desk.services.catalogue.set(desk.anna, "07", "S2")
    found = desk.services.proposals.units(Matter(category=NOISE, told=("own:a", "own:b")))
    assert [(one.unit, reasons(one)) for one in found[:2]] == [
        ("CG", [Why.ARTICLE]),
        ("S2", [Why.ARTICLE]),
    ]
    assert found[0].reasons[0].values == {"title": "关于 own:a"}


def closed(desk: Centre, unit_code: str, draft: Draft) -> None:
    """A ticket that a unit has answered and that is closed."""
    ticket = desk.registered(draft).matter.ticket
    assert ticket is not None
    of_unit = replace(desk.lamps, unit=unit_code)
    desk.act(desk.dispatcher, Action.DISPATCH, ticket.number, unit=unit_code)
    desk.act(of_unit, Action.SIGN, ticket.number)
    desk.act(of_unit, Action.ANSWER, ticket.number, note="修好了")
    replies = dict.fromkeys(("contacted", "solved", "unit_rating", "hotline_rating"), Reply.YES)
    desk.act(desk.follow_up, Action.FOLLOW_UP, ticket.number, **replies)
    desk.act(desk.follow_up, Action.CLOSE, ticket.number)
    assert desk.row(ticket.number).state is TicketState.CLOSED


def lamp(desk: Centre, title: str, *, number: str = "13800002206", **strip: Any) -> Draft:
    """A call about a lamp."""
    draft = desk.filled(number=number)
    given = {"title": title, "callback": None, **strip}
    matter = replace(draft.matter, category=LAMPS, strip=replace(draft.matter.strip, **given))
    return draft.with_matter(matter)


def test_similar_closed_tickets_speak_for_the_unit_of_this_place(desk: Centre) -> None:
    for n in range(2):
        closed(desk, "S1", lamp(desk, f"路灯不亮 {n}", place_code="990101001"))
    here = Matter(category=LAMPS, title="路灯不亮", place_code="990101001")
    there = replace(here, place_code="990102001")
    first = desk.services.proposals.units(here)[0]
    assert (first.unit, reasons(first)) == ("S1", [Why.SIMILAR])
    assert first.reasons[0].values == {"count": "2"}
    assert desk.services.proposals.units(there)[0].unit == "S2"  # that street's own office
    desk.services.catalogue.set(desk.anna, LAMPS, "CG")
    assert [one.unit for one in desk.services.proposals.units(here)] == ["CG", "S1"]


def test_a_matter_finds_the_open_ticket_about_it_at_once(desk: Centre) -> None:
    words = {"title": "明湖小区井盖没了", "place": "明湖小区"}
    matter = Matter(category=LAMPS, **words, number_key="13800002206")
    assert desk.services.proposals.duplicates(matter) == ()
    draft = desk.registered(lamp(desk, **words))
    (one,) = desk.services.proposals.duplicates(matter)
    assert draft.matter.ticket is not None
    assert one.ticket.number == draft.matter.ticket.number
    assert [reason.why for reason in one.reasons] == [Why.NUMBER, Why.CATEGORY, Why.TEXT]
    assert desk.services.proposals.duplicates(replace(matter, call_id=draft.call_id)) == ()
    own = desk.services.proposals.matter_of(one.ticket.number)
    assert (own.category, own.call_id) == (LAMPS, draft.call_id)
    again = words | {"title": "明湖小区的井盖又没了"}
    desk.registered(lamp(desk, **again, number="13900000000"))
    assert len(desk.services.proposals.duplicates(matter)) == 2
    desk.act(desk.anna, Action.WITHDRAW, one.ticket.number, reason="solved")
    assert len(desk.services.proposals.duplicates(matter)) == 1


def test_the_index_is_warmed_in_parts(desk: Centre, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(proposals, "PART", 2)
    for n in range(4):
        desk.registered(lamp(desk, f"路灯 {n}"))
    assert [desk.services.proposals.warm() for _ in range(4)] == [True, True, False, False]
    assert len(desk.services.proposals.duplicates(Matter(category=LAMPS, title="路灯 3"))) == 4


def codes(desk: Centre, text: str, **given: tuple[str, ...]) -> list[tuple[str, list[Why]]]:
    found = desk.services.proposals.categories(text, **given)
    return [(one.code, [reason.why for reason in one.reasons]) for one in found]


def test_categories_come_from_names_keywords_and_articles(desk: Centre) -> None:
    assert codes(desk, "门口路灯不亮三天了")[0] == (LAMPS, [Why.NAMES])
    assert codes(desk, "你好") == []
    put_article(desk, "own:night", category=NOISE, keywords=("打混凝土",))
    assert codes(desk, "夜里打混凝土") == [(NOISE, [Why.KEYWORDS])]
    assert codes(desk, "太响了", hits=("own:night", "own:gone")) == [(NOISE, [Why.ARTICLE])]
    both = codes(desk, "夜里打混凝土", told=("own:night",), hits=("own:night",))
    assert both == [(NOISE, [Why.ARTICLE, Why.KEYWORDS])]
    put_article(desk, "own:night", category=NOISE, keywords=("打桩",))
    assert codes(desk, "夜里打混凝土") == []


def test_categories_are_learned_from_own_open_tickets_only(
    desk: Centre, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(proposals, "LEAST", 4)
    assert desk.services.proposals.learn() == 0
    secret = {"secrecy": Secrecy.SECRET}
    for n in range(4):
        desk.registered(lamp(desk, f"黑灯瞎火 {n}", **secret))
    assert desk.services.proposals.learn() == 0
    for n in range(4):
        draft = lamp(desk, f"黑灯瞎火 {n}")
        desk.ended(desk.registered(draft))
    assert desk.services.proposals.learn() > 3
    assert desk.services.proposals.learn() == 0  # nothing new
    (first, *_others) = desk.services.proposals.categories("这里黑灯瞎火的")
    assert first.code == LAMPS
    assert first.reasons == (Reason(Why.SIMILAR, (("count", "4"),)),)


def test_a_place_in_words_is_the_narrowest_that_is_named() -> None:
    assert place_in("东区湖滨街道五号", CITY) == "990101001"
    assert place_in("东区", CITY) == "990101"
    assert place_in("甲市", CITY) is None
    twice = (*CITY, Place("990102009", "湖滨街道", "street", "990102"))
    assert place_in("湖滨街道五号", twice) is None
    assert place_in("西区湖滨街道五号", twice) == "990102009"


def test_a_matter_may_be_joined_to_an_open_ticket_when_it_is_registered(desk: Centre) -> None:
    main, joined = desk.row(), desk.registered(_joining(desk, desk.row().id))
    assert joined.matter.ticket is not None
    assert desk.row(joined.matter.ticket.number).joined_to == main.id
    third = desk.services.tickets
    draft = _joining(desk, joined.matter.ticket.id)
    assert third.register(draft, draft.matter.id).linked == main.number  # the one it stands for
    desk.act(desk.anna, Action.WITHDRAW, reason="solved")
    late = _joining(desk, main.id)
    done = third.register(late, late.matter.id)
    assert (done.linked, desk.row(done.ticket.number).joined_to) == (None, None)


def _joining(desk: Centre, ticket_id: UUID) -> Draft:
    draft = desk.filled()
    return draft.with_matter(replace(draft.matter, joins=ticket_id))
