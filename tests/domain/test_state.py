"""A call as JSON and back: what is missing, what is too much, what nobody wrote."""

from __future__ import annotations

import copy
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from operator_desk.domain.draft import Draft
from operator_desk.domain.state import from_state, to_state
from tests.domain.chance import ANY, Step, played
from tests.domain.makers import Ticking

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=4,
)
REFUSED = (ValueError, KeyError, TypeError)


def places(state: Any, *path: Any) -> list[tuple[Any, ...]]:
    """The way to every value inside a state."""
    inner = state.items() if isinstance(state, dict) else enumerate(state)
    found = []
    for key, value in inner:
        found.append((*path, key))
        if isinstance(value, (dict, list)):
            found += places(value, *path, key)
    return found


@given(ANY, JSON, st.data())
def test_any_other_value_anywhere_is_taken_as_it_is_or_refused(
    steps: list[Step], value: Any, data: st.DataObject
) -> None:
    state = to_state(played(Ticking(), steps))
    changed = copy.deepcopy(state)
    *way, last = data.draw(st.sampled_from(places(state)))
    at = changed
    for key in way:
        at = at[key]
    at[last] = value
    try:
        draft = from_state(Draft, json.loads(json.dumps(changed)))
    except REFUSED:
        return
    # What was taken is what stands there, but for names that no field has.
    assert from_state(Draft, to_state(draft)) == draft


@given(JSON)
def test_any_json_is_no_call(value: Any) -> None:
    with pytest.raises(REFUSED):
        from_state(Draft, value)


@given(ANY, st.text(min_size=1, max_size=5), JSON)
def test_a_field_of_a_newer_program_is_left_out(steps: list[Step], name: str, value: Any) -> None:
    draft = played(Ticking(), steps)
    state = to_state(draft)
    more = {name: value} | state
    more["matters"] = [{name: value} | matter for matter in state["matters"]]
    assert from_state(Draft, more) == draft


def test_a_field_of_an_older_program_takes_its_default() -> None:
    draft = played(Ticking(), [("type", ["停水了。"])])
    state = to_state(draft)
    for name in ("guided_to", "chosen", "cursor", "phase"):
        del state[name]
    del state["matters"][0]["lines"][0]["mark"]
    assert from_state(Draft, state) == draft


@pytest.mark.parametrize("name", ["call_id", "operator", "started_at"])
def test_a_call_needs_identity_operator_and_start(name: str) -> None:
    state = to_state(played(Ticking(), []))
    del state[name]
    with pytest.raises(REFUSED):
        from_state(Draft, state)
