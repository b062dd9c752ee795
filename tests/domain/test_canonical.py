"""Canonical form: one text for one row, whatever the order; other values, other bytes."""

from __future__ import annotations

import hashlib
import json
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from operator_desk.domain.canonical import (
    GENESIS,
    canonical,
    commitment,
    content_hash,
    dump,
    link_hash,
)
from operator_desk.domain.terms import Mark

KEYS = st.text("abcdefgh_", min_size=1, max_size=5)
TEXTS = st.text(st.characters(exclude_categories=("Cs",)), max_size=8)
PLAIN = st.one_of(TEXTS, st.booleans(), st.integers(-(2**53) + 1, 2**53 - 1), st.sampled_from(Mark))
VALUES = st.recursive(
    PLAIN,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=6,
)
ROWS = st.dictionaries(KEYS, VALUES, max_size=5)


@given(ROWS)
def test_the_bytes_are_json_of_the_very_values(row: dict[str, Any]) -> None:
    assert json.loads(dump(row)) == row


@given(ROWS, st.randoms(use_true_random=False))
def test_the_order_of_keys_does_not_matter(row: dict[str, Any], random: Any) -> None:
    names = list(row)
    random.shuffle(names)
    assert dump({name: row[name] for name in names}) == dump(row)


@given(ROWS, st.sets(KEYS, max_size=3))
def test_what_is_not_there_is_left_out(row: dict[str, Any], more: set[str]) -> None:
    assert dump(row | dict.fromkeys(more - row.keys())) == dump(row)


@given(ROWS, ROWS)
def test_other_values_are_other_bytes(one: dict[str, Any], other: dict[str, Any]) -> None:
    # JSON tells a text from a number and a truth value from both; Python takes 1 for True.
    same = json.dumps(one, sort_keys=True) == json.dumps(other, sort_keys=True)
    assert (dump(one) == dump(other)) == same
    assert (content_hash(dump(one)) == content_hash(dump(other))) == same


@given(ROWS)
def test_table_and_form_stand_in_the_row(row: dict[str, Any]) -> None:
    written = json.loads(canonical("call", row))
    assert written == {"form": 1, "table": "call"} | row
    assert canonical("call", row) != canonical("call_end", row)


@given(ROWS)
def test_there_are_no_blanks_between(row: dict[str, Any]) -> None:
    text = dump(row).decode("utf-8")
    assert text == json.dumps(row, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def test_instants_days_and_ids_are_written_in_one_way() -> None:
    at = datetime(2026, 11, 23, 16, 0, tzinfo=UTC)
    row = {"at": at, "day": date(2026, 11, 23), "id": UUID(int=1), "part": (1, 2)}
    assert dump(row) == (
        b'{"at":"2026-11-23T16:00:00.000000Z","day":"2026-11-23",'
        b'"id":"00000000-0000-0000-0000-000000000001","part":[1,2]}'
    )


@pytest.mark.parametrize(
    "value", [1.0, float("nan"), 2**53, -(2**53), b"x", {1, 2}, object(), [None], {"ä": 1}, {1: 1}]
)
def test_what_has_no_canonical_form_is_refused(value: object) -> None:
    with pytest.raises(TypeError):
        dump({"value": value})


@given(st.lists(st.binary(max_size=20), max_size=5))
def test_a_link_holds_everything_before_it(bodies: list[bytes]) -> None:
    links = [GENESIS]
    for body in bodies:
        links.append(link_hash(links[-1], body))
    assert len({*links}) == len(links)
    for place in range(len(bodies)):
        changed = [*bodies[:place], bodies[place] + b"x", *bodies[place + 1 :]]
        last = GENESIS
        for body in changed:
            last = link_hash(last, body)
        assert last != links[-1]


@given(st.binary(min_size=32, max_size=32), st.binary(min_size=32, max_size=32), TEXTS, TEXTS)
def test_a_commitment_proves_one_text_with_one_salt(
    salt: bytes, other_salt: bytes, text: str, other: str
) -> None:
    made = commitment(salt, text)
    assert made == hashlib.sha256(salt + text.encode()).hexdigest()
    assert (commitment(salt, other) == made) == (other == text)
    assert (commitment(other_salt, text) == made) == (other_salt == salt)


@pytest.mark.parametrize("length", [0, 16, 31, 33])
def test_a_salt_has_32_bytes(length: int) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        commitment(bytes(length), "x")
