"""Identities: they rise, they are of the right version, imported ones come back."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from uuid import RFC_4122, UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from operator_desk.domain import ids
from operator_desk.domain.ids import derived_id, new_id


def test_ids_rise_and_are_of_version_seven() -> None:
    made = [new_id() for _ in range(5_000)]
    assert all(one < after for one, after in pairwise(made))
    assert {(one.version, one.variant) for one in made} == {(7, RFC_4122)}


def test_an_id_begins_with_the_present_millisecond() -> None:
    before = time.time_ns() // 1_000_000
    made = new_id()
    assert before <= made.int >> 80 <= time.time_ns() // 1_000_000 + 1


def test_ids_rise_when_the_clock_stands_or_is_put_back(monkeypatch: pytest.MonkeyPatch) -> None:
    made = [new_id()]
    for seconds in (0, 0, -1, -3600, -86_400):
        stopped = time.time_ns() + seconds * 10**9
        monkeypatch.setattr(ids.time, "time_ns", lambda stopped=stopped: stopped)
        made += [new_id() for _ in range(100)]
        monkeypatch.undo()
    assert all(one < after for one, after in pairwise(made))


@given(st.integers(0, 2**74 - 1))
def test_ids_rise_from_any_last_one(random: int) -> None:
    """Also where the random bits around the version and the variant are all set."""
    kept = ids._last
    try:
        ids._last = (kept >> 74 << 74) | random
        one, two = new_id(), new_id()
        assert ids._uuid((kept >> 74 << 74) | random) < one < two
        assert (one.version, one.variant) == (7, RFC_4122)
    finally:
        ids._last = max(kept, ids._last)


@pytest.mark.parametrize("bits", [74, 63, 62, 12, 1])
def test_ids_rise_over_the_bits_in_between(bits: int, monkeypatch: pytest.MonkeyPatch) -> None:
    far = 2**121  # a time far ahead: nothing but the last id decides
    monkeypatch.setattr(ids, "_last", far + 2**bits - 1)
    assert ids._uuid(far + 2**bits - 1) < new_id() < new_id()


def test_threads_never_get_the_same_id() -> None:
    with ThreadPoolExecutor(4) as pool:
        parts = list(pool.map(lambda _: [new_id() for _ in range(2_000)], range(4)))
    assert len({one for part in parts for one in part}) == 8_000
    assert all(one < after for part in parts for one, after in pairwise(part))


PARTS = st.lists(
    st.text("ab1", max_size=3) | st.integers(0, 20) | st.uuids(), min_size=1, max_size=3
)


@given(PARTS, PARTS)
def test_the_same_parts_give_the_same_id_and_others_another(
    one: list[object], other: list[object]
) -> None:
    same = [str(part) for part in one] == [str(part) for part in other]
    assert (derived_id(*one) == derived_id(*other)) == same
    assert derived_id(*one).version == 5


def test_derived_ids_are_fixed_for_ever() -> None:
    assert derived_id("replay", "c0000") == UUID("3eb3e66b-b310-56ba-9c1f-3ef6c4dea33a")
    assert derived_id("replay", "c0000", 3) == UUID("4f06afe6-2dee-545b-b412-5a7703b1270c")
