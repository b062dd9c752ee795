"""Tickets near a matter: found by words, number and place, kept in step, nothing secret kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from operator_desk.domain.duplicates import ranked
from operator_desk.domain.proposals import Duplicate, Matter, TicketMark, Why
from operator_desk.domain.terms import MatterKind, Secrecy, TicketState
from operator_desk.search.near import NearTickets

NOW = datetime(2026, 11, 23, 4, tzinfo=UTC)
SINCE = (NOW - timedelta(days=30)).toordinal()
LAMP = Matter(
    category="040701",
    place_code="990101001001",
    title="明湖小区三号楼路灯不亮",
    number_key="13800000001",
)


def mark(n: int, **given: Any) -> TicketMark:
    """An open ticket about the lamp."""
    usual: dict[str, Any] = {
        "id": UUID(int=n),
        "number": f"20261123-A01-{n:04}",
        "state": TicketState.IN_HAND,
        "since": NOW,
        "kind": MatterKind.REQUEST,
        "category": LAMP.category,
        "category_text": None,
        "title": LAMP.title,
        "place": None,
        "place_code": LAMP.place_code,
        "unit": "CG",
        "co_units": (),
        "registered_at": NOW,
        "local_day": NOW.date(),
        "secrecy": Secrecy.OPEN,
        "number_key": LAMP.number_key,
        "call_id": UUID(int=1000 + n),
        "joined_to": None,
        "caller_due_at": None,
        "closed_at": None,
    }
    return TicketMark(**{**usual, **given})


OTHER = {
    "category": "060101",
    "place_code": "990199009009",
    "title": "工地夜里施工太吵",
    "number_key": "13900000000",
}


def found(matter: Matter, *marks: TicketMark, closed: bool = False) -> list[int]:
    index = NearTickets()
    index.put(marks)
    return [one.id.int for one in index.find(matter, SINCE, 9, closed=closed)]


def likely(matter: Matter, *marks: TicketMark) -> tuple[Duplicate, ...]:
    index = NearTickets()
    index.put(marks)
    near = index.find(matter, SINCE, 60)
    by_id = {one.id: one for one in marks}
    return ranked(matter, near, by_id)


def why(one: Duplicate) -> list[Why]:
    return [reason.why for reason in one.reasons]


def test_tickets_are_found_by_words_by_number_and_by_place_with_category() -> None:
    other = mark(1, **OTHER)
    assert found(LAMP, other) == []
    assert found(LAMP, other, replace(other, id=UUID(int=2), title="明湖小区路灯坏了")) == [2]
    assert found(LAMP, other, replace(other, id=UUID(int=3), number_key=LAMP.number_key)) == [3]
    same = {"category": "040702", "place_code": "990101001009"}
    assert found(LAMP, other, replace(other, id=UUID(int=4), **same)) == [4]
    assert found(LAMP, replace(other, **{**same, "place_code": "990102001009"})) == []
    assert found(Matter()) == found(Matter(), other) == []


def test_closed_tickets_are_found_as_long_as_asked_and_apart() -> None:
    lately = mark(1, state=TicketState.CLOSED, closed_at=NOW - timedelta(days=9))
    long_ago = mark(2, state=TicketState.CLOSED, closed_at=NOW - timedelta(days=90))
    still = mark(3, registered_at=NOW - timedelta(days=90))
    assert found(LAMP, lately, long_ago, still) == [3, 1]
    assert found(LAMP, lately, long_ago, still, closed=True) == [1]


def test_the_index_keeps_step_with_what_changes() -> None:
    index, one = NearTickets(), mark(1)
    index.put([one, mark(2, **OTHER)])
    assert len(index) == 2
    index.put([one, replace(one, state=TicketState.CLOSED, closed_at=NOW - timedelta(days=99))])
    assert index.find(LAMP, SINCE, 9) == []
    index.put([replace(one, category="060101", title="工地夜里施工太吵", place_code=None)])
    noise = Matter(category="060101", title="工地夜里施工", number_key="13900000000")
    assert [near.id.int for near in index.find(noise, SINCE, 9)] == [2, 1]
    index.put([replace(one, secrecy=Secrecy.SECRET)])
    assert [near.id.int for near in index.find(replace(LAMP, category=None), SINCE, 9)] == []
    assert (len(index), index.wasted) == (2, False)


def test_of_a_secret_ticket_nothing_but_category_and_place_is_kept_or_shown() -> None:
    for grade in (Secrecy.SECRET, Secrecy.ANONYMOUS):
        hidden = mark(1, secrecy=grade, place="明湖小区")
        index = NearTickets()
        index.put([hidden])
        kept = repr([(key, dict(value) if isinstance(value, dict) else value)
                     for key, value in vars(index).items()])  # fmt: skip
        assert "路灯" not in kept
        assert "明湖" not in kept
        assert "13800000001" not in kept
        assert found(replace(LAMP, place_code=None), hidden) == []
        (one,) = likely(LAMP, hidden)
        assert why(one) == [Why.PLACE, Why.CATEGORY]
        assert (one.title, one.place) == ("", "")


def test_the_likeliest_ticket_comes_first_with_its_reasons() -> None:
    best, second = likely(
        LAMP,
        mark(1, **OTHER),
        mark(2, number_key=None),
        mark(3),
        mark(4, **{**OTHER, "number_key": LAMP.number_key}),  # the number alone is not enough
    )
    assert (best.ticket.id.int, second.ticket.id.int) == (3, 2)
    assert why(best) == [Why.NUMBER, Why.PLACE, Why.CATEGORY, Why.TEXT]
    assert best.reasons[-1].values == {"share": "100"}
    assert why(second) == [Why.PLACE, Why.CATEGORY, Why.TEXT]


def test_the_same_words_in_another_place_are_another_matter() -> None:
    lamp = replace(LAMP, title="路灯不亮", number_key=None)
    elsewhere = mark(1, title="路灯不亮", place_code="990102001001", number_key=None)
    assert likely(lamp, elsewhere) == ()
    (near,) = likely(lamp, replace(elsewhere, place_code=LAMP.place_code))
    assert near.score > 0.9


def test_tickets_of_the_same_call_and_withdrawn_ones_are_no_duplicates() -> None:
    own = mark(1, call_id=UUID(int=7))
    assert likely(replace(LAMP, call_id=UUID(int=7)), own) == ()
    assert likely(LAMP, mark(1, state=TicketState.WITHDRAWN)) == ()


def test_a_joined_ticket_stands_for_the_one_it_is_joined_to() -> None:
    main = mark(1, **OTHER)
    joined = [mark(n, joined_to=main.id) for n in (2, 3)]
    (one,) = likely(LAMP, main, *joined)
    assert (one.ticket, one.joined) == (main, 2)
