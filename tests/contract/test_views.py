"""Lists of calls, matters, tickets and articles: what is found, in which order."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from operator_desk.domain import facts
from operator_desk.domain.facts import Fact
from operator_desk.domain.terms import MatterKind, Outcome, Secrecy, TicketState
from operator_desk.services.ports import CallQuery, Store, TicketQuery
from tests.contract import rows
from tests.contract.rows import ANNA, BEN, DAY
from tests.domain.makers import NOON

NIGHT = NOON + timedelta(hours=12)


def put(store: Store, *facts_: Fact) -> None:
    with store.write() as tx:
        tx.add(*facts_)


def found_calls(store: Store, **query: Any) -> list[UUID]:
    with store.read() as tx:
        return [row.id for row in tx.calls(CallQuery(**query))]


def found_tickets(store: Store, **query: Any) -> list[str]:
    with store.read() as tx:
        return [row.number for row in tx.tickets(TicketQuery(**query))]


def test_a_call_is_shown_with_its_newest_caller_and_end(store: Store) -> None:
    call = rows.call()
    first, end = rows.caller(call, number="010 88886666"), rows.end(call)
    put(store, call, first, end)
    corrected = rows.caller(call, corrects=first.id, number="138-0000-2206", name="Ann")
    again = rows.end(call, corrects=end.id, outcome=Outcome.GUIDED, guided_to="合肥", talk_s=7)
    put(store, corrected, again, rows.close(call, 30))
    with store.read() as tx:
        (row,) = tx.calls(CallQuery())
    assert (row.number, row.number_key, row.name) == ("138-0000-2206", "13800002206", "Ann")
    assert (row.outcome, row.guided_to, row.talk_s) == (Outcome.GUIDED, "合肥", 7)
    assert (row.after_call_s, row.matters, row.tickets) == (30, 0, 0)


def test_a_running_call_has_no_outcome(store: Store) -> None:
    call = rows.call()
    put(store, call)
    with store.read() as tx:
        (row,) = tx.calls(CallQuery())
    empty = (row.ended_at, row.outcome, row.call_class, row.counted, row.talk_s, row.after_call_s)
    assert empty == (None,) * 6
    assert (row.number, row.number_key) == (None, None)


def test_calls_come_newest_first_and_no_more_than_asked(store: Store) -> None:
    times = [NOON, NIGHT, NOON, NOON + timedelta(hours=1)]
    calls = [rows.call(id=UUID(int=n), started_at=at) for n, at in enumerate(times, 1)]
    put(store, *calls)
    assert found_calls(store) == [UUID(int=n) for n in (2, 4, 3, 1)]
    assert found_calls(store, limit=2) == [UUID(int=n) for n in (2, 4)]
    assert found_calls(store, limit=9) == found_calls(store)


def test_calls_of_many_ids_come_newest_first(store: Store) -> None:
    calls = [
        rows.call(id=UUID(int=n), started_at=NOON + timedelta(seconds=n)) for n in range(1, 601)
    ]
    put(store, *calls)
    with store.read() as tx:
        found = tx.calls_by_id([UUID(int=n) for n in (*range(599, 0, -1), 7, 9999)])
        assert tx.calls_by_id([]) == []
    assert [row.id for row in found] == [UUID(int=n) for n in range(599, 0, -1)]


@pytest.mark.parametrize(
    ("first", "last", "wanted"),
    [
        (None, None, [3, 2, 1]),
        (DAY, DAY, [2]),
        (DAY, None, [3, 2]),
        (None, DAY, [2, 1]),
        (date(2026, 11, 22), date(2026, 11, 24), [3, 2, 1]),
        (date(2026, 11, 25), None, []),
        (date(2026, 11, 24), DAY, []),
    ],
)
def test_days_of_calls_are_local_and_inclusive(
    store: Store, first: date | None, last: date | None, wanted: list[int]
) -> None:
    for n in (1, 2, 3):
        day = DAY + timedelta(days=n - 2)
        # The instants lie on the day before in UTC: only the local day may count.
        at = NOON + timedelta(days=n - 2, hours=-8)
        put(store, rows.call(id=UUID(int=n), local_day=day, started_at=at))
    assert found_calls(store, first_day=first, last_day=last) == [UUID(int=n) for n in wanted]


def test_calls_are_found_by_operator_number_outcome_and_end(store: Store) -> None:
    one, two, three = rows.call(), rows.call(actor=BEN), rows.call()
    put(store, one, two, three)
    put(store, rows.caller(one, number="+86 138 0000 2206"), rows.caller(two, number="059188"))
    put(store, rows.end(one), rows.end(two, outcome=Outcome.TO_REGISTER))
    assert found_calls(store, operator=ANNA) == [three.id, one.id]
    assert found_calls(store, operator=BEN) == [two.id]
    assert found_calls(store, number_key="13800002206") == [one.id]
    assert found_calls(store, number_key="138") == []
    assert found_calls(store, outcome=Outcome.TO_REGISTER) == [two.id]
    assert found_calls(store, ended=True) == [two.id, one.id]
    assert found_calls(store, ended=False) == [three.id]
    assert found_calls(store, operator=ANNA, ended=True) == [one.id]
    assert found_calls(store, operator=ANNA, outcome=Outcome.TO_REGISTER) == []


def test_counted_calls_are_those_of_the_list(store: Store) -> None:
    days = [DAY, DAY, DAY + timedelta(days=1), DAY + timedelta(days=2)]
    calls = [rows.call(local_day=day) for day in days]
    put(store, *calls, *(rows.call(actor=BEN, local_day=DAY) for _ in range(2)))
    first = rows.end(calls[1])
    put(store, rows.end(calls[0]), first, rows.end(calls[2]), rows.end(calls[3], counted=False))
    with store.read() as tx:
        assert tx.counted(CallQuery()) == {DAY: 2, days[2]: 1}
        assert tx.counted(CallQuery(limit=1)) == {DAY: 2, days[2]: 1}
        assert tx.counted(CallQuery(first_day=days[2])) == {days[2]: 1}
        assert tx.counted(CallQuery(operator=BEN)) == {}
    put(store, rows.end(calls[1], corrects=first.id, counted=False))
    with store.read() as tx:
        assert tx.counted(CallQuery(operator=ANNA, ended=True)) == {DAY: 1, days[2]: 1}


def test_matters_tell_what_was_noted_told_and_registered(store: Store) -> None:
    call, law, other = rows.call(), rows.article("law#1"), rows.article("law#2")
    one, two = rows.matter(call), rows.matter(call, 2)
    kept, back = rows.told(one, law), rows.told(one, other)
    form = rows.form(one, kind=MatterKind.INQUIRY, category="0101")
    newer = rows.form(one, corrects=form.id, kind=MatterKind.REQUEST, summary="要开证明")
    put(store, law, other, call, two, one, form, newer, kept, back)
    put(store, rows.told(one, other, taken_back=True, corrects=back.id))
    put(store, rows.ticket(two, "N-1"), rows.seal(two, 1), rows.seal(two, 2, part=1))
    with store.read() as tx:
        first, second = tx.matters([call.id])
        assert tx.matters([UUID(int=1)]) == tx.matters([]) == []
        (row,) = tx.calls(CallQuery())
    assert (first.n, first.kind, first.category) == (1, MatterKind.REQUEST, None)
    assert (first.summary, first.told, first.ticket, first.seals) == (
        "要开证明",
        ("law#1",),
        None,
        0,
    )
    assert (second.n, second.ticket, second.seals) == (2, "N-1", 2)
    assert second.kind is MatterKind.COMPLAINT
    assert (row.matters, row.tickets) == (2, 1)


def test_matters_of_a_thousand_calls_come_by_call_and_number(store: Store) -> None:
    calls = [rows.call() for _ in range(1000)]
    matters = [rows.matter(call, n) for call in calls for n in (2, 1)]
    put(store, *calls, *matters)
    with store.read() as tx:
        found = tx.matters(call.id for call in calls[::-1])
    places = [(row.call_id, row.n) for row in found]
    assert places == sorted((row.call_id, row.n) for row in matters)


def test_a_form_of_a_known_matter_brings_its_views_in_step(store: Store) -> None:
    call = rows.call()
    matter = rows.matter(call)
    put(store, call, matter)
    put(store, rows.form(matter, summary="later"))
    with store.read() as tx:
        assert tx.matters([call.id])[0].summary == "later"


def test_tickets_are_shown_and_found_by_number(store: Store) -> None:
    put(store, *rows.ticketed("20261123-A07-0001", missing=("place",), unit="u1"))
    with store.read() as tx:
        row = tx.ticket_by_number("20261123-A07-0001")
        assert tx.ticket_by_number("20261123-A07-0002") is None
        assert tx.tickets(TicketQuery()) == [row]
    assert row is not None
    assert (row.state, row.missing, row.unit) == (TicketState.REGISTERED, ("place",), "u1")
    assert (row.title, row.place, row.operator) == ("路灯不亮", "Lake Street 5", ANNA)


def test_an_anonymous_ticket_has_no_number_key(store: Store) -> None:
    hidden = {"secrecy": Secrecy.ANONYMOUS, "callback": None}
    put(store, *rows.ticketed("N-1", **hidden), *rows.ticketed("N-2", callback=None))
    put(store, *rows.ticketed("N-3", callback="0551 6288 1234"))
    assert found_tickets(store) == ["N-3", "N-2", "N-1"]
    assert found_tickets(store, number_key="13800002206") == ["N-2"]
    assert found_tickets(store, number_key="055162881234") == ["N-3"]


def test_tickets_are_found_by_every_field(store: Store) -> None:
    put(store, *rows.ticketed("N-1", kind=MatterKind.REPORT, unit="u1"))
    put(store, *rows.ticketed("N-2", actor=BEN, unit="u2"))
    put(store, *rows.ticketed("N-3", local_day=DAY - timedelta(days=1)))
    assert found_tickets(store, kind=MatterKind.REPORT) == ["N-1"]
    assert found_tickets(store, unit="u2") == ["N-2"]
    assert found_tickets(store, operator=BEN) == ["N-2"]
    assert found_tickets(store, state=TicketState.REGISTERED) == ["N-3", "N-2", "N-1"]
    assert found_tickets(store, state=TicketState.CLOSED) == []
    assert found_tickets(store, first_day=DAY) == ["N-2", "N-1"]
    assert found_tickets(store, last_day=DAY - timedelta(days=1)) == ["N-3"]
    assert found_tickets(store, first_day=DAY, last_day=DAY, unit="u1") == ["N-1"]
    assert found_tickets(store, limit=2) == ["N-3", "N-2"]


def test_tickets_of_an_event_are_found_by_its_card(store: Store) -> None:
    parts = rows.ticketed("N-1")
    put(store, *parts, *rows.ticketed("N-2"))
    ticket = next(row for row in parts if isinstance(row, facts.Ticket))
    same = {"at": NOON, "actor": ANNA, "ticket_id": ticket.id}
    event = facts.TicketEvent(id=UUID(int=71), action="join_event", ref=UUID(int=70), **same)
    ruling = facts.EventRuling(
        id=UUID(int=72), event_id=event.id, n=1, effective=True,
        state=TicketState.REGISTERED, **same,
    )  # fmt: skip
    put(store, event, ruling)
    assert found_tickets(store, event_card=UUID(int=70)) == ["N-1"]
    assert found_tickets(store, event_card=UUID(int=71)) == []


def test_tickets_come_newest_first(store: Store) -> None:
    put(store, *rows.ticketed("N-1", registered_at=NIGHT), *rows.ticketed("N-2"))
    same = {"registered_at": NOON - timedelta(hours=1)}
    put(store, *rows.ticketed("N-3", id=UUID(int=9), **same))
    put(store, *rows.ticketed("N-4", id=UUID(int=8), **same))
    assert found_tickets(store) == ["N-1", "N-2", "N-3", "N-4"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("路灯", ["N-1"]),
        ("不亮", ["N-1"]),
        ("lake street", ["N-2", "N-1"]),
        ("STREET 路灯", ["N-1"]),
        ("street  水", ["N-2"]),
        ("-2", ["N-2"]),
        ("噪音", ["N-3"]),
        ("100%", ["N-3"]),
        ("%", ["N-3"]),
        ("_", []),
        ("a\\b", ["N-3"]),
        ("\\", ["N-3"]),
        ("13800002206", []),
        ("   ", ["N-3", "N-2", "N-1"]),
        ("nothing like it", []),
    ],
)
def test_text_of_tickets(store: Store, text: str, wanted: list[str]) -> None:
    put(store, *rows.ticketed("N-1"), *rows.ticketed("N-2", title="水管"))
    put(store, *rows.ticketed("N-3", title="100% a\\b", place=None, category_text="噪音"))
    assert found_tickets(store, text=text) == wanted


def test_what_was_told_is_known_by_its_articles_and_its_time(store: Store) -> None:
    article, other = rows.article("law#第一条"), rows.article("own:a")
    call = rows.call()
    matter = rows.matter(call)
    early, late = rows.told(matter, article), rows.told(matter, other)
    put(store, article, other, call, matter, early, late, rows.told(matter, other))
    with store.read() as tx:
        assert tx.told_since(early.at) == {"law#第一条", "own:a"}
        assert tx.told_since(late.at) == {"own:a"}


def test_the_newest_version_is_the_head_of_an_article(store: Store) -> None:
    first = rows.article("law#第一条", category="01", valid_from=date(2020, 1, 1))
    second = rows.article(
        "law#第一条", 2, corrects=first.id, repealed_on=DAY, successor="law2", withdrawn=True
    )
    put(store, first, rows.article("a"), second)
    with store.read() as tx:
        head, law = tx.article_heads()
        assert tx.article_heads(["law#第一条", "no such"]) == [law]
        assert tx.article_heads([]) == []
        assert tx.article_heads(kind=law.kind) == [head, law]
        assert tx.article_heads(["a"], kind=law.kind) == [head]
        assert tx.article_heads(kind="no such") == []
        versions = tx.find(facts.ArticleVersion, key="law#第一条")
    assert head.key == "a"
    assert (law.version_id, law.version, law.withdrawn) == (second.id, 2, True)
    assert (law.category, law.valid_from, law.repealed_on) == (None, None, DAY)
    assert (law.successor, versions) == ("law2", [first, second])


def test_heads_of_a_thousand_articles_come_by_key(store: Store) -> None:
    keys = [f"{name}#{n}" for n in range(250) for name in ("b", "a", "B", "法")]
    put(store, *(rows.article(key) for key in keys))
    with store.read() as tx:
        assert [head.key for head in tx.article_heads()] == sorted(keys)
        assert [head.key for head in tx.article_heads([*keys, *keys])] == sorted(keys)


def test_articles_since_names_every_changed_key_once(store: Store) -> None:
    first = rows.article("b")
    put(store, first, rows.call(), rows.article("a"))
    with store.read() as tx:
        assert tx.articles_since(0) == (["b", "a"], 3)
        assert tx.articles_since(1) == (["a"], 3)
        assert tx.articles_since(3) == ([], 3)
    put(store, rows.article("b", 2, corrects=first.id), rows.article("b", 3))
    with store.read() as tx:
        assert tx.articles_since(3) == (["b"], 5)
        assert tx.articles_since(0) == (["b", "a"], 5)


def test_articles_are_found_by_the_words_they_hold(store: Store) -> None:
    lamp = rows.article("a", title="Street LAMP", keywords=("路灯",))
    water = rows.article("b", title="Water", answer="the street lamp office", kind="contact")
    percent = rows.article("c", title="100%_", body="street")
    put(store, lamp, water, percent, rows.article("d", title="lamp", withdrawn=True))
    put(store, rows.article("e", title="street"), rows.article("e", version=2, title="lane"))
    with store.read() as tx:
        assert tx.articles_holding(["street", "lamp"], 9) == ["a", "b", "c"]
        assert tx.articles_holding(["street", "lamp"], 1) == ["a"]
        assert tx.articles_holding(["路灯"], 9) == ["a"]
        assert tx.articles_holding(["0%_"], 9) == ["c"]
        assert tx.articles_holding(["lamp"], 9, ["contact"]) == ["b"]
        assert tx.articles_holding([], 9) == tx.articles_holding(["zzz"], 9) == []


def test_articles_are_found_by_digits_however_they_are_grouped(store: Store) -> None:
    put(
        store,
        rows.article("a", body="call 0551-6288 1234 now"),
        rows.article("b", phones=({"number": "62881234"},)),
        rows.article("c", keywords=("６２８８１２３４",)),
        rows.article("d", answer="6288123"),
        rows.article("e", title="62881234", withdrawn=True),
        rows.article("f", title="62881234"),
        rows.article("f", version=2, title="other"),
        rows.article("g", title="4321 8826"),
    )
    with store.read() as tx:
        assert tx.articles_with_digits("62881234") == ["a", "b", "c"]


def test_the_articles_of_a_law_are_found_by_its_name(store: Store) -> None:
    keys = ("a_b#2", "a_b#1", "axb#1", "A_B#1", "a_b", "a_b(2020)#1")
    put(store, *(rows.article(key) for key in keys), rows.article("a_b#3", withdrawn=True))
    with store.read() as tx:
        assert tx.keys_of_law("a_b") == ["a_b#1", "a_b#2"]
        assert tx.keys_of_law("c") == []


def test_the_versions_of_a_batch_are_named_and_those_of_one_that_never_ended(store: Store) -> None:
    ended, begun = UUID(int=7), UUID(int=8)
    first = rows.article("b", batch=ended)
    second = rows.article("a", batch=ended)
    lone, other = rows.article("c", batch=begun), rows.article("d", batch=begun)
    counts = {"added": 2, "changed": 0, "unchanged": 0, "refused": 0}
    report = facts.ListImport(
        **(rows.common() | {"id": ended}), list_name="articles", file_name="f", sha256="", **counts
    )
    put(store, first, second, lone, other, rows.article("e"), report)
    with store.read() as tx:
        assert tx.batch_versions(ended) == [("b", first.id), ("a", second.id)]
        assert tx.batch_versions(UUID(int=9)) == []
        assert tx.batches_begun() == [(begun, ANNA, lone.at, 2)]
