"""Facts, chain and transactions: what every store promises."""

from __future__ import annotations

import hashlib
import json
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from operator_desk.domain import canonical, facts
from operator_desk.domain.canonical import GENESIS
from operator_desk.domain.facts import TABLES, Fact
from operator_desk.domain.terms import Direction, Outcome
from operator_desk.services.ports import CallQuery, Head, Store, TicketQuery
from tests.contract import rows
from tests.contract.every_fact import every_fact
from tests.contract.rows import ANNA, DAY
from tests.domain.makers import NOON
from tests.support.stores import DESK, REFUSED


def put(store: Store, *facts_: Fact) -> None:
    with store.write() as tx:
        tx.add(*facts_)


def test_an_empty_store_holds_nothing(store: Store) -> None:
    with store.read() as tx:
        assert tx.find(facts.Call) == []
        assert tx.get(facts.Call, UUID(int=1)) is None
        assert tx.known(facts.Call, [UUID(int=1)]) == set()
        assert tx.calls(CallQuery()) == []
        assert tx.tickets(TicketQuery()) == []
        assert tx.article_heads() == []
        assert tx.head() == Head(0, GENESIS)
        assert tx.setting("desk") == DESK


def test_desk_is_known_to_store_and_writer(store: Store) -> None:
    assert store.desk == DESK
    with store.write() as tx:
        assert tx.desk == DESK


def test_evidence_is_what_the_links_were_made_of_in_the_order_of_the_chain(store: Store) -> None:
    added = every_fact()
    put(store, *added)
    with store.read() as tx:
        found = tx.evidence([(type(row), row.id) for row in reversed(added)])
        assert [(one.table, one.id) for one in found] == [
            (TABLES[type(row)], row.id) for row in added
        ]
        assert [one.n for one in found] == list(range(1, len(added) + 1))
        before = GENESIS
        for one in found:
            assert (one.desk, one.prev) == (DESK, before)
            before = hashlib.sha256(before.encode() + one.body).hexdigest()
            assert one.hash == before
            cls = type(added[one.n - 1])
            assert hashlib.sha256(one.body).hexdigest() == tx.content_hash(cls, one.id)
        assert tx.evidence([]) == []
        assert tx.evidence([(facts.Call, UUID(int=1))]) == []


def test_a_commitment_is_opened_by_salt_and_text(store: Store) -> None:
    noted = rows.form(rows.matter(rows.call()), summary="路灯不亮。")
    put(store, noted)
    with store.read() as tx:
        (proof,) = tx.evidence([(facts.MatterForm, noted.id)])
        key = json.loads(proof.body)["summary"]
        ((opened, (salt, words)),) = tx.opened([key, "0" * 64]).items()
    assert (opened, words) == (key, "路灯不亮。")
    assert canonical.commitment(salt, words) == key


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def test_every_fact_is_read_as_it_was_added(store: Store) -> None:
    added = every_fact()
    assert {type(row) for row in added} == set(TABLES)
    put(store, *added)
    with store.read() as tx:
        for row in added:
            assert tx.get(type(row), row.id) == row
            assert tx.find(type(row)) == [row]


def test_enumerations_come_back_as_themselves(store: Store) -> None:
    call = rows.call()
    put(store, call)
    with store.read() as tx:
        read = tx.get(facts.Call, call.id)
    assert read is not None
    assert read.direction is Direction.IN


def test_facts_come_by_time_and_id(store: Store) -> None:
    late = rows.call(at=NOON + timedelta(hours=9))
    same = [rows.call(at=NOON, id=UUID(int=n)) for n in (3, 1, 2)]
    put(store, late, *same)
    ordered = [UUID(int=1), UUID(int=2), UUID(int=3), late.id]
    with store.read() as tx:
        assert [row.id for row in tx.find(facts.Call)] == ordered
        assert [row.id for row in tx.many(facts.Call, [late.id, *ordered[:3]])] == ordered


def test_find_takes_every_given_value(store: Store) -> None:
    one, two = rows.call(), rows.call(reference="x")
    put(store, one, two, rows.end(one), rows.end(two, outcome=Outcome.NUISANCE, counted=False))
    with store.read() as tx:
        assert [row.call_id for row in tx.find(facts.CallEnd, call_id=two.id)] == [two.id]
        assert [row.call_id for row in tx.find(facts.CallEnd, outcome=Outcome.SILENT)] == [one.id]
        assert [row.call_id for row in tx.find(facts.CallEnd, counted=False)] == [two.id]
        assert [row.id for row in tx.find(facts.Call, reference=None)] == [one.id]
        assert tx.find(facts.CallEnd, call_id=two.id, outcome=Outcome.SILENT) == []


def test_personal_texts_cannot_be_looked_for(store: Store) -> None:
    call = rows.call()
    put(store, call, rows.caller(call, name="Ann"))
    with store.read() as tx, pytest.raises(TypeError):
        tx.find(facts.Caller, name="Ann")


def test_known_and_many_over_a_thousand_ids(store: Store) -> None:
    calls = [rows.call() for _ in range(1000)]
    put(store, *calls[::-1])
    strange = [UUID(int=n) for n in range(10)]
    keys = [row.id for row in calls]
    with store.read() as tx:
        assert tx.known(facts.Call, [*strange, *keys]) == set(keys)
        assert tx.known(facts.Call, strange) == set()
        assert tx.known(facts.Call, []) == set()
        assert tx.known_rows([rows.call(), *calls, rows.article("a")]) == set(keys)
        assert tx.known_rows([]) == set()
        assert tx.many(facts.Call, [*strange, *keys[::-1]]) == calls
        assert tx.many(facts.Call, [keys[0], *keys]) == calls
        assert tx.many(facts.Call, []) == []


def test_rows_are_known_once_their_step_is_stored(store: Store) -> None:
    first, second, third = (rows.call() for _ in range(3))
    put(store, first)
    with store.write() as tx:
        tx.add(second)
        assert tx.known_rows([first, second, third]) == {first.id, second.id}
    with suppress(ZeroDivisionError), store.write() as tx:
        tx.add(third)
        raise ZeroDivisionError
    with store.write() as tx:
        assert tx.known_rows([first, second, third]) == {first.id, second.id}
        assert tx.known_rows([replace(rows.article("a"), id=second.id)]) == set()


def test_an_id_of_one_class_is_not_known_in_another(store: Store) -> None:
    call = rows.call()
    put(store, call)
    with store.read() as tx:
        assert tx.known(facts.Matter, [call.id]) == set()
        other = replace(rows.article("a"), id=call.id)
        assert tx.known_rows([rows.article("b"), other]) == set()
        assert tx.known_rows([other, call]) == {call.id}


def test_an_id_is_taken_once(store: Store) -> None:
    call = rows.call()
    put(store, call)
    with pytest.raises(REFUSED), store.write() as tx:
        tx.add(rows.call(), replace(call, reference="again"))
    with store.read() as tx:
        assert tx.find(facts.Call) == [call]
        assert tx.head().n == 1


def test_an_id_is_taken_once_in_one_block(store: Store) -> None:
    call = rows.call()
    with pytest.raises(REFUSED):
        put(store, call, call)
    with pytest.raises(REFUSED):
        put_one_by_one(store, call, call)
    with store.read() as tx:
        assert tx.find(facts.Call) == []


def put_one_by_one(store: Store, *facts_: Fact) -> None:
    with store.write() as tx:
        for fact in facts_:
            tx.add(fact)


def test_numbers_and_versions_are_taken_once(store: Store) -> None:
    matter = rows.matter(rows.call())
    for one, other in (
        (rows.ticket(matter, "N-1"), rows.ticket(matter, "N-1")),
        (rows.seal(matter, 1), rows.seal(matter, 1)),
        (rows.article("a", 1), rows.article("a", 1)),
    ):
        with pytest.raises(REFUSED), store.write() as tx:
            tx.add(one, other)


def test_an_exception_leaves_nothing(store: Store) -> None:
    put(store, rows.call())
    with store.read() as tx:
        before = tx.head()
    with pytest.raises(RuntimeError, match="stop"):
        write_everything_and_stop(store)
    with store.read() as tx:
        assert tx.head() == before
        assert len(tx.find(facts.Call)) == len(tx.calls(CallQuery())) == 1
        assert tx.tickets(TicketQuery()) == []
        assert tx.article_heads() == []
        assert (tx.setting("k"), tx.secret(ANNA), tx.attempts("anna", NOON)) == (None, None, [])
    with store.write() as tx:
        assert tx.next_running(DAY) == 1


def write_everything_and_stop(store: Store) -> None:
    with store.write() as tx:
        tx.add(*rows.ticketed("N-1"), rows.article("a"))
        tx.next_running(DAY)
        tx.set_setting("k", "v")
        tx.set_secret(ANNA, "verifier", NOON)
        tx.add_attempt(UUID(int=1), "anna", NOON, False)
        raise RuntimeError("stop")


def test_a_block_sees_its_own_facts_at_once_and_views_after_it(store: Store) -> None:
    call = rows.call()
    with store.write() as tx:
        tx.add(call, rows.article("a"))
        assert tx.get(facts.Call, call.id) == call
        assert tx.head().n == 2
        assert tx.articles_since(0) == (["a"], 2)
        assert tx.calls(CallQuery()) == []
        assert tx.article_heads() == []
    with store.read() as tx:
        assert [row.id for row in tx.calls(CallQuery())] == [call.id]
        assert [row.key for row in tx.article_heads()] == ["a"]


def test_a_reading_sees_one_moment(store: Store) -> None:
    first = rows.call()
    put(store, first)
    with store.read() as tx:
        assert tx.find(facts.Call) == [first]
        put(store, rows.call())
        assert tx.find(facts.Call) == [first]
        assert len(tx.calls(CallQuery())) == 1
        assert tx.head().n == 1
    with store.read() as tx:
        assert len(tx.find(facts.Call)) == 2


def test_content_hash_is_the_canonical_form_of_the_row(store: Store) -> None:
    call = rows.call(id=UUID(int=77), at=NOON, started_at=NOON)
    article = rows.article("a", id=UUID(int=78), at=NOON, phones=({"number": "110"},))
    article = replace(article, keywords=("水",))
    put(store, call, article)
    with store.read() as tx:
        assert tx.content_hash(facts.Call, call.id) == _sha256(
            '{"actor":"00000000-0000-0000-0000-000000000385","at":"2026-11-23T04:00:00.000000Z",'
            '"direction":"in","entry":"live","form":1,"id":"00000000-0000-0000-0000-00000000004d",'
            '"local_day":"2026-11-23","purpose":"none","started_at":"2026-11-23T04:00:00.000000Z",'
            '"table":"call"}'
        )
        assert tx.content_hash(facts.ArticleVersion, article.id) == _sha256(
            '{"actor":"00000000-0000-0000-0000-000000000385","at":"2026-11-23T04:00:00.000000Z",'
            '"body":"words","form":1,"id":"00000000-0000-0000-0000-00000000004e","key":"a",'
            '"keywords":["水"],"kind":"regulation","old_names":[],"phones":[{"number":"110"}],'
            '"table":"article_version","title":"title of a","version":1,"withdrawn":false}'
        )
        with pytest.raises(LookupError):
            tx.content_hash(facts.Call, UUID(int=1))


def test_content_hash_of_a_personal_text_tells_nothing_of_it(store: Store) -> None:
    call = rows.call()
    one, other = rows.caller(call, name="Ann"), rows.caller(call, name="Ann")
    put(store, call, one, other)
    with store.read() as tx:
        found = tx.content_hash(facts.Caller, one.id)
        assert found == tx.content_hash(facts.Caller, one.id)
    plain = {
        name: getattr(one, name) for name in ("id", "at", "actor", "call_id", "number", "name")
    }
    assert found != canonical.content_hash(canonical.canonical("caller", plain))


def test_chain_links_every_row_in_the_order_of_adding(store: Store) -> None:
    calls = [rows.call(id=UUID(int=n), at=NOON, started_at=NOON) for n in (2, 1, 3)]
    put(store, calls[0], calls[1])
    put(store)
    put(store, calls[2])
    linked = GENESIS
    for call in calls:
        values = {name: getattr(call, name) for name in ("id", "at", "actor", "started_at")}
        values |= {name: getattr(call, name) for name in ("local_day", "direction", "entry")}
        body = canonical.canonical("call", values | {"purpose": call.purpose})
        linked = canonical.link_hash(linked, body)
    with store.read() as tx:
        assert tx.head() == Head(3, linked)
