"""The table of actions: every key once, none that cannot arrive, every action does something."""

from __future__ import annotations

import re
from itertools import product

import pytest

from operator_desk.domain.phase import Phase
from operator_desk.ui.actions import ACTIONS, TAKEN, Action, conflicts, with_keys, working
from operator_desk.ui.kit.words import tr
from tests.ui.desk import Desk

pytestmark = pytest.mark.window

FUNCTION_KEY = re.compile(r"(Shift\+|Ctrl\+)?F([1-9]|1[0-2])|Pause")
# What interface.md says, as far as it exists: key, in which phase, with a call that is over.
TABLE = (
    ("F1", Phase.LISTENING, False, "all_actions"),
    ("F2", Phase.NO_CALL, False, "answer_call"),
    ("F2", Phase.READBACK, False, "to_record"),
    ("F2", Phase.AFTER_CALL, True, "answer_call"),
    ("Shift+F2", Phase.LISTENING, False, "next_matter"),
    ("Ctrl+F2", Phase.LISTENING, False, "to_middle"),
    ("F3", Phase.NO_CALL, False, "search"),
    ("Shift+F3", Phase.LISTENING, False, "search_numbers"),
    ("F5", Phase.LISTENING, False, "begin_readback"),
    ("F5", Phase.READBACK, False, "confirm"),
    ("Shift+F5", Phase.READBACK, False, "previous_item"),
    ("Ctrl+F5", Phase.READBACK, False, "cycle_scope"),
    ("F6", Phase.READBACK, False, "correct"),
    ("Shift+F6", Phase.READBACK, False, "seal_now"),
    ("Ctrl+F6", Phase.LISTENING, False, "cycle_mark"),
    ("F7", Phase.READBACK, False, "decline"),
    ("Shift+F7", Phase.READBACK, False, "not_read"),
    ("F4", Phase.READBACK, False, "hold_voice"),
    ("Pause", Phase.READBACK, False, "hold_voice"),
    ("Shift+F11", Phase.LISTENING, False, "say_number"),
    ("Ctrl+F8", Phase.NO_CALL, False, "seat_state"),
    ("F10", Phase.LISTENING, False, "tell"),
    ("F11", Phase.LISTENING, False, "registration"),
    ("F11", Phase.AFTER_CALL, True, "registration"),
    ("F12", Phase.LISTENING, False, "end_call"),
    ("F12", Phase.REGISTERING, False, "end_call"),
    ("F12", Phase.REGISTERING, True, "close_call"),
    ("F12", Phase.AFTER_CALL, True, "close_call"),
    ("Shift+F12", Phase.LISTENING, False, "silent_call"),
)


def meaning(key: str, phase: Phase, ended: bool) -> str | None:
    for action in working(ACTIONS, phase, ended):
        if key in action.keys:
            return action.name
    return None


def in_a_call(action: Action) -> bool:
    return bool({Phase.LISTENING, Phase.READBACK, Phase.REGISTERING} & set(action.phases))


@pytest.mark.parametrize(("key", "phase", "ended", "name"), TABLE)
def test_every_key_means_what_the_table_says(
    key: str, phase: Phase, ended: bool, name: str
) -> None:
    assert meaning(key, phase, ended) == name


def test_no_key_has_two_meanings_and_none_is_taken() -> None:
    assert conflicts(ACTIONS) == []
    for phase, ended in product(Phase, (False, True)):
        keys = [key for action in working(ACTIONS, phase, ended) for key in action.keys]
        assert len(keys) == len(set(keys))
        assert not set(keys) & TAKEN


def test_every_action_of_a_call_is_on_a_plain_shift_or_ctrl_function_key() -> None:
    for action in ACTIONS:
        if in_a_call(action):
            assert action.keys, action.name
        for key in action.keys:
            assert FUNCTION_KEY.fullmatch(key), (action.name, key)


def test_every_action_has_initials_of_its_own_and_chinese_words(desk: Desk) -> None:
    del desk  # its words are loaded
    initials = [action.initials for action in ACTIONS]
    assert all(initials)
    assert len(set(initials)) == len(initials)
    assert [action.text for action in ACTIONS if tr(action.text) == action.text] == []


def test_every_action_leads_somewhere_in_every_phase_it_works_in(desk: Desk) -> None:
    window = desk.window
    owners = (window, window.seat, *(window.pages[name] for name in window.pages))
    for action in ACTIONS:
        known = action.name in window.pages or any(
            callable(getattr(type(owner), action.name, None)) for owner in owners
        )
        assert known, action.name


def test_a_changed_key_works_and_a_conflict_is_named(desk: Desk) -> None:
    desk.settings.set("keys", {"end_call": ["Ctrl+F12"], "tell": ["F4"]})
    desk.window.pages["show_settings"].keys_changed.emit()  # type: ignore[attr-defined]
    desk.take_call("路灯不亮。")
    desk.press("F12")
    assert desk.call.running
    desk.press("Ctrl+F12")
    assert desk.call.ended
    changed = with_keys({"tell": ["F4"], "registration": ["F12"]})
    found = conflicts(changed)
    assert ("F4", "tell", "") in found
    assert ("F12", "registration", "end_call") in found


def test_the_palette_runs_an_action_by_its_initials(desk: Desk) -> None:
    desk.take_call("路灯不亮。")
    desk.press("F1")
    desk.keys("jsth")
    desk.press("Return")
    assert desk.phase is Phase.AFTER_CALL


def test_the_palette_lists_what_works_now_and_esc_gives_the_keys_back(desk: Desk) -> None:
    desk.take_call("路灯不亮。")
    desk.press("F1")
    shown = {action.name for action in desk.window.action_list._list.rows.rows}
    assert "end_call" in shown
    assert not {"close_call", "after_call_entry", "sign_off"} & shown
    desk.press("Escape")
    assert desk.focus() is desk.page.form.record


def test_a_key_of_the_call_works_from_another_page(desk: Desk) -> None:
    desk.take_call("路灯不亮。")
    desk.window.run("show_tickets")
    desk.press("F2")
    assert desk.focus() is desk.page.form.record
    desk.window.run("show_settings")
    desk.press("F12")
    assert desk.call.ended
