"""What a store keeps beside facts: numbers, seals' order, settings, secrets, attempts, places."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from operator_desk.domain.canonical import GENESIS
from operator_desk.domain.places import Place
from operator_desk.services.ports import Store
from tests.contract import rows
from tests.contract.rows import ANNA, BEN, DAY
from tests.domain.makers import NOON

HEFEI = Place("340100", "合肥市", "city", "340000", "he fei shi", "hfs", "0551")
SHUSHAN = Place("340104", "蜀山区", "district", "340100", "shu shan qu", "ssq")


def _number_then_fail(store: Store) -> None:
    with store.write() as tx:
        assert tx.next_running(DAY) == 3
        raise RuntimeError("stop")


def test_numbers_of_a_day_have_no_gaps(store: Store) -> None:
    next_day = DAY + timedelta(days=1)
    with store.write() as tx:
        assert [tx.next_running(DAY), tx.next_running(DAY)] == [1, 2]
    with pytest.raises(RuntimeError):
        _number_then_fail(store)
    with store.write() as tx:
        assert [tx.next_running(next_day), tx.next_running(DAY)] == [1, 3]
    with store.write() as tx:
        assert [tx.next_running(DAY), tx.next_running(next_day)] == [4, 2]


def test_seals_follow_each_other(store: Store) -> None:
    call = rows.call()
    matter = rows.matter(call)
    with store.write() as tx:
        assert tx.next_seal() == (1, GENESIS)
        tx.add(call, matter)
    before = GENESIS
    for number in (1, 2, 3):
        with store.write() as tx:
            assert tx.next_seal() == (number, before)
            seal = rows.seal(matter, number, previous=before)
            tx.add(seal)
            assert tx.next_seal() == (number + 1, seal.seal_hash)
            before = seal.seal_hash


def test_seals_of_another_desk_are_another_row(store: Store) -> None:
    call = rows.call()
    matter = rows.matter(call)
    with store.write() as tx:
        tx.add(call, matter, rows.seal(matter, 5, desk="B01"))
        assert tx.next_seal() == (1, GENESIS)


def test_a_setting_is_replaced(store: Store) -> None:
    with store.write() as tx:
        tx.set_setting("layout", "{}")
        assert tx.setting("layout") == "{}"
    with store.write() as tx:
        tx.set_setting("layout", "语")
    with store.read() as tx:
        assert (tx.setting("layout"), tx.setting("other")) == ("语", None)


def test_a_secret_is_replaced(store: Store) -> None:
    with store.write() as tx:
        tx.set_secret(ANNA, "one", NOON)
    with store.write() as tx:
        tx.set_secret(ANNA, "two", NOON)
        tx.set_secret(BEN, "three", NOON)
    with store.read() as tx:
        assert (tx.secret(ANNA), tx.secret(BEN), tx.secret(UUID(int=1))) == ("two", "three", None)


def test_attempts_count_by_login_since_an_instant(store: Store) -> None:
    times = [NOON + timedelta(minutes=n) for n in range(4)]
    with store.write() as tx:
        for n in (2, 0, 3, 1):
            tx.add_attempt(UUID(int=n + 1), "anna", times[n], n == 1)
        tx.add_attempt(UUID(int=9), "ben", times[2], False)
        assert len(tx.attempts("anna", NOON)) == 4
    with store.read() as tx:
        assert tx.attempts("anna", times[1]) == [
            (times[1], True),
            (times[2], False),
            (times[3], False),
        ]
        assert tx.attempts("anna", times[3] + timedelta(microseconds=1)) == []
        assert tx.attempts("nobody", NOON) == []


def test_own_values_do_not_lengthen_the_chain(store: Store) -> None:
    with store.write() as tx:
        tx.set_setting("a", "b")
        tx.set_secret(ANNA, "one", NOON)
        tx.add_attempt(UUID(int=1), "anna", NOON, True)
        tx.replace_places([HEFEI])
        tx.next_running(DAY)
    with store.read() as tx:
        assert tx.head().n == 0


def test_places_replace_the_list_before(store: Store) -> None:
    with store.write() as tx:
        tx.replace_places([SHUSHAN, HEFEI])
        assert tx.places() == [HEFEI, SHUSHAN]
    with store.read() as tx:
        assert tx.places() == [HEFEI, SHUSHAN]
    renamed = replace(HEFEI, name="合肥")
    with store.write() as tx:
        tx.replace_places([renamed])
    with store.read() as tx:
        assert tx.places() == [renamed]
    with store.write() as tx:
        tx.replace_places([])
    with store.read() as tx:
        assert tx.places() == []
