"""The keys of the window while a word is being composed: the rows of a matrix, and a stage.

A row is an action in a phase of a call. It is asked for twice: with nothing composed, and with
a word half composed in the field an operator types in then. Both times the action must run,
and the word must be somewhere afterwards: in a field that is seen, in the call, in the store.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from operator_desk.domain.phase import Phase
from operator_desk.ui.actions import ACTIONS, Action
from operator_desk.ui.knowledge.sections import SECTIONS
from tests.stories.driver import Desk
from tests.stories.steps import hang_up

Condition = Callable[[dict[str, Any]], Any]
LETTERS = "nihao"
SHAPES = ("你好", LETTERS, "ni hao")  # how engines show it, and how it may be kept
_SAID = "吵"  # one key: what an engine lets pass may arrive in another order
_SHORT_S = 10.0
_STAGES = (
    Phase.LISTENING,
    Phase.READBACK,
    Phase.AFTER_CALL,
    Phase.REGISTERING,
    Phase.NO_CALL,
)
_FIELDS = {
    Phase.NO_CALL: "SearchLine",
    Phase.LISTENING: "RecordEdit",
    Phase.READBACK: "_Correction",
    Phase.REGISTERING: "ComposingLine",
    Phase.AFTER_CALL: "RecordEdit",
}
# Actions that lead away from a field are tried from other fields than the record too.
_LEAVING = {
    Phase.READBACK: (
        "all_actions", "to_record", "next_matter", "search", "previous_item", "decline",
        "registration", "seal_now", "end_call",
    ),
    Phase.REGISTERING: ("to_record", "next_matter", "begin_readback", "search", "end_call"),
    Phase.AFTER_CALL: ("answer_call", "registration", "search"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Row:
    """An action, the keys that ask for it, and the phase it is tried in."""

    action: Action
    phase: Phase
    idle_too: bool = True

    @property
    def key(self) -> str:
        """What a person presses."""
        return self.action.keys[0] if self.action.keys else f"F1 {self.action.initials}"

    @property
    def presses(self) -> tuple[str, ...]:
        """The same for xdotool; of the palette the key that opens it."""
        if not self.action.keys:
            return ("F1",)
        *held, last = self.action.keys[0].split("+")
        return ("+".join([*(word.lower() for word in held), last]),)


def rows() -> Iterator[Row]:
    """Every action of an operator once; those that leave a field once more from each field.

    What only the palette runs is tried while composing: that is the harder of the two.
    """
    hidden = {section.name for section in SECTIONS if section.roles} | {"show_views"}
    by_name = {action.name: action for action in ACTIONS if action.name not in hidden}
    for action in by_name.values():
        phase = next(phase for phase in _STAGES if _works(action, phase))
        yield Row(action, phase, idle_too=bool(action.keys))
    for phase, names in _LEAVING.items():
        for name in names:
            yield Row(by_name[name], phase, idle_too=False)


def _works(action: Action, phase: Phase) -> bool:
    here = not action.phases or phase in action.phases
    return here and action.ended in (None, phase is Phase.AFTER_CALL)


def _said(now: dict[str, Any]) -> int:
    return sum(text.count(_SAID) for text in now["fields"])


class Stage(Desk):
    """A desk whose window writes down what it did (`watched.py`), put before each press."""

    def command(self) -> list[str]:
        """The words that start the program under watch."""
        words = super().command()
        at = words.index("operator_desk")
        return [*words[:at], "tests.stories.watched", str(self._notes), *words[at + 1 :]]

    @property
    def _notes(self) -> Path:
        return self.folder.parent / "window.json"

    def sees(self) -> dict[str, Any]:
        """What the window did and shows."""
        state: dict[str, Any] = json.loads(self._notes.read_text("utf-8"))
        return state

    def until(self, condition: Condition, what: str) -> None:
        """Waits until the window shows something."""
        self.wait_for(lambda: condition(self.sees()), what)

    # -- before a press --------------------------------------------------------------------

    def enter(self, phase: Phase) -> None:
        """A phase of a call, and the cursor in the field of that phase."""
        self.key("Escape")
        if phase is Phase.NO_CALL:
            self._end_all()
            self.key("F3")
        else:
            self._listen()
            if phase is not Phase.LISTENING:
                before = _said(self.sees())
                self.type(_SAID)
                self.until(lambda now: _said(now) > before, "the statement in the record")
                self._press_into(phase)
        if phase in (Phase.REGISTERING, Phase.AFTER_CALL):
            self._walk_to(_FIELDS[phase])
        self.until(lambda now: now["focus"] == _FIELDS[phase], f"the field of {phase.value}")

    def _listen(self) -> None:
        if self.sees()["ended"]:
            self.key("F12")
            self.until(lambda now: now["phase"] == Phase.NO_CALL.value, "no call")
        self.key("F2")
        self.until(lambda now: now["phase"] == Phase.LISTENING.value, "a call")
        self.until(lambda now: now["focus"] == "RecordEdit", "the cursor in the record")
        self.key("ctrl+End")

    def _press_into(self, phase: Phase) -> None:
        keys = {Phase.READBACK: "F5", Phase.REGISTERING: "F11", Phase.AFTER_CALL: "F12"}
        self.key(keys[phase])
        self.until(lambda now: now["phase"] == phase.value, phase.value)
        if phase is Phase.READBACK:
            self.key("F6")

    def _end_all(self) -> None:
        if self.sees()["phase"] in (Phase.NO_CALL.value, Phase.AFTER_CALL.value):
            self._listen()  # back to the call page, whatever page is in front
        hang_up(self)
        self.until(lambda now: now["phase"] == Phase.AFTER_CALL.value, "after-call work")
        self.key("F12")
        self.until(lambda now: now["phase"] == Phase.NO_CALL.value, "no call")

    def _walk_to(self, kind: str) -> None:
        """Tab by Tab; the window may take a moment to note each."""
        while (now := self.sees())["focus"] != kind:
            self.key("Tab")
            self.until(lambda then, was=now["focus_id"]: then["focus_id"] != was, "the next field")

    def compose(self, mark: str) -> None:
        """Types a mark, then the letters of the word, and leaves these open.

        Each is waited for: keys on their way through an engine may overtake each other.
        """
        self.type(mark)
        self.until(lambda now: any(mark in text for text in now["fields"]), "the mark")
        self.type(LETTERS)
        self.until(lambda now: now["preedit"] in SHAPES, "the whole word being composed")

    # -- the press and what came of it -----------------------------------------------------

    def fires(self, row: Row) -> bool:
        """Presses the keys; whether the action ran."""
        before = len(self.sees()["ran"])
        self.key(*row.presses)
        if not row.action.keys:
            self.until(lambda now: now["palette"], "the palette")
            self.key(*row.action.initials, "Return")
        return self._comes(lambda: row.action.name in self.sees()["ran"][before:])

    def keeps(self, mark: str) -> bool:
        """Whether the word behind its mark is in a field, in the call or in the store."""
        shapes = [mark + word for word in SHAPES]
        return self._comes(lambda: any(self._holds(mark, shape) for shape in shapes))

    def _holds(self, mark: str, words: str) -> bool:
        now = self.sees()
        shown = json.dumps([now["fields"], now["draft"]], ensure_ascii=False)
        if words in shown or (mark in shown and now["preedit"]):  # kept, or still composed
            return True
        return bool(self.rows("SELECT 1 FROM personal WHERE instr(text, ?) LIMIT 1", words))

    def _comes(self, condition: Callable[[], bool]) -> bool:
        try:
            return self.wait_for(condition, "it", _SHORT_S)
        except AssertionError:
            return False

    def leave(self, row: Row, password: str) -> None:
        """Undoes what would be in the way of the next row."""
        if row.action.name == "sign_off":
            self._sign_in_again(password)
        elif row.action.name == "after_call_entry":
            began = datetime.now() - timedelta(days=1)
            self.type(f"{began:%m-%d} 10:00\n3\n")
        elif row.action.name == "outgoing_call":
            self.key("Escape")

    def _sign_in_again(self, password: str) -> None:
        self.wait_for(lambda: self._asked() or not self.signed_in(), "the sign-off")
        if self.signed_in():
            self.key("2")  # calls wait for their tickets: all the same
        self.wait_for(lambda: not self.signed_in(), "the sign-in page")
        self.sign_in("wang", password)

    def _asked(self) -> bool:
        return bool(self.sees()["question"] == "sign_off")
