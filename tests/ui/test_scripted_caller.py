"""The scripted caller by themselves: what is said when, asked for, cut off and taken up again."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from operator_desk.domain.scripted import Practised, ScriptedCall
from operator_desk.domain.terms import MatterKind, Outcome
from operator_desk.ui.practice.caller import Caller
from tests.domain.makers import NOON

pytestmark = pytest.mark.window

SCRIPT = ScriptedCall(
    id="p",
    started_at=NOON,
    caller_number="",
    kind=MatterKind.INQUIRY,
    statements=("一。二。三。", "四。"),
    outcome=Outcome.DIRECT_ANSWER,
    talk_s=0,
    after_call_s=0,
    practice=Practised(elements=(("who", "甲。乙。"),), replies=(("done", "完了。"),)),
)


class Line:
    """A caller and what was heard of them."""

    def __init__(self) -> None:
        self.caller, self.said = Caller(), []  # type: ignore[var-annotated]
        self.caller.said.connect(self.said.append)
        self.caller.begin(SCRIPT)

    def hear(self, n: int) -> str:
        """The next so many sentences, as one text; pauses go by at once."""
        start = len(self.said)
        for _step in range(3 * n):
            if len(self.said) - start < n:
                self.caller.step()
        return "".join(self.said[start:])


@pytest.fixture
def line(qapp: QApplication) -> Iterator[Line]:
    """A caller on the line."""
    del qapp
    made = Line()
    yield made
    made.caller.stop()


def test_sentences_come_in_their_order_and_end(line: Line) -> None:
    assert line.caller.running
    assert line.hear(9) == "一。二。三。四。"
    assert line.caller.place == 2
    line.caller.go_on()
    assert line.said[-1] == "完了。"
    line.hear(3)
    assert not line.caller.running
    assert line.said[-1] == "完了。"


def test_a_pause_is_ended_but_no_sentence_is_cut(line: Line) -> None:
    line.caller.go_on()
    assert line.said == ["一。"]
    line.caller.go_on()
    assert line.said == ["一。"]
    assert line.hear(2) == "二。三。"
    line.caller.step()  # to its end
    line.caller.go_on()
    assert line.said[-1] == "四。"


def test_what_was_said_last_is_said_again_and_then_the_rest(line: Line) -> None:
    line.hear(2)
    line.caller.repeat()
    assert line.said[-1] == "一。"
    assert line.hear(9) == "二。三。四。"


def test_an_answer_comes_first_and_what_it_cut_off_afterwards(line: Line) -> None:
    line.hear(1)
    line.caller.ask("who")
    assert line.said == ["一。", "甲。"]
    assert line.hear(9) == "乙。二。三。四。"
    line.caller.ask("what")
    assert line.said[-1] == "这个我不清楚。"


def test_an_answer_in_the_pause_leaves_the_rest_where_it_was(line: Line) -> None:
    line.hear(3)
    line.caller.step()
    line.caller.ask("who")
    assert line.hear(9) == "乙。四。"


def test_who_is_read_back_to_is_silent_and_goes_on_where_they_were(line: Line) -> None:
    line.hear(2)
    line.caller.hush(True)
    assert not line.caller.running
    line.caller.go_on()
    line.caller.repeat()
    line.caller.ask("who")
    line.caller.step()
    assert line.said == ["一。", "二。"]
    line.caller.hush(False)
    assert line.hear(9) == "一。二。三。四。"  # the statement that was cut off, from its beginning
    line.caller.hush(True)
    line.caller.hush(False)
    assert not line.caller.running


def test_who_has_hung_up_says_nothing(line: Line) -> None:
    line.hear(1)
    line.caller.stop()
    assert not line.caller.on_the_line
    for ask in (line.caller.go_on, line.caller.repeat, line.caller.step):
        ask()
    line.caller.ask("who")
    assert line.said == ["一。"]
