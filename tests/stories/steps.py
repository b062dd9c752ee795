"""What several stories do in the same way."""

from __future__ import annotations

from typing import Any

from operator_desk.domain.draft import Draft
from operator_desk.domain.phase import Phase
from operator_desk.ui.kit.look import DARK, LIGHT
from tests.stories.driver import Desk
from tests.stories.screen import Box, Frame

# Parts of the call page on a screen of 1366 × 768.
HITS: Box = (932, 170, 1355, 700)
_FIRST_HIT = (1320, 225)  # in the first hit, right of its words
_READ_S = 0.4  # a person reads the rows; a key that comes sooner means the rows before
STRIP: Box = (548, 60, 920, 730)


def in_hand(desk: Desk) -> Draft:
    """The call in hand, as it is on the disk."""
    draft = desk.draft()
    assert draft is not None
    return draft


def take_call(desk: Desk, number: str = "") -> None:
    """F2, the number if there is one, and the cursor in the record."""
    desk.key("F2")
    desk.wait_for(lambda: desk.draft() is not None, "the call in the journal")
    if number:
        desk.key(*["shift+Tab"] * 4)  # category, kind, name, number
        desk.type(number)
        desk.wait_for(lambda: in_hand(desk).number == number, "the number on the disk")
        desk.key("F2")


def say(desk: Desk, *statements: str) -> None:
    """The caller's statements into the record, which has the cursor; waits for the disk."""
    desk.type("\n".join(statements))
    desk.wait_for(lambda: desk.text().endswith(statements[-1]), "the record on the disk")


def see_hits(desk: Desk, unlike: Frame | None = None) -> None:
    """Waits until hits are painted, the first of them marked, and no others come.

    With `unlike` they must be others than those.
    """
    marked = {LIGHT["accent_soft"].upper(), DARK["accent_soft"].upper()}
    desk.wait_for(lambda: desk.look().pixel(*_FIRST_HIT) in marked, "the first hit")
    desk.steady(HITS, unlike=unlike, hold=_READ_S)


def answers(desk: Desk) -> list[str | None]:
    """What was answered to each item of the readback, in reading order."""
    run = in_hand(desk).matter.readback
    return [item.answer.value if item.answer else None for item in run.items] if run else []


def hang_up(desk: Desk) -> None:
    """F12; waits until the store has the end of the call."""
    desk.key("F12")
    desk.wait_for(lambda: in_hand(desk).ends, "the end in the store")


def register(desk: Desk, kind: str, category: str, place: str, title: str, unit: str) -> str:
    """F11 and the fields of the strip, Enter by Enter; the number of the ticket.

    `kind` is its digit, category and unit are given by initials or words that lead to one.
    """
    desk.key("F11")
    desk.wait_for(lambda: in_hand(desk).phase is Phase.REGISTERING, "the strip")
    desk.key(kind, "Return")
    desk.type(f"{category}\n")
    desk.wait_for(lambda: in_hand(desk).matter.category, "the category")
    desk.type(f"{place}\n\n")
    desk.type(f"{title}\n")
    desk.type(f"{unit}\n")
    desk.wait_for(lambda: in_hand(desk).matter.strip.unit, "the unit")
    filled = desk.steady()
    desk.key(*["Return"] * 4)  # urgency, secrecy, call-back number, wish for a reply
    desk.wait_for(lambda: in_hand(desk).matter.ticket, "the ticket")
    desk.steady(STRIP, unlike=filled)
    ticket = in_hand(desk).matter.ticket
    assert ticket is not None
    return ticket.number


def close(desk: Desk) -> dict[str, Any]:
    """After-call work done; the call as `call show` tells it."""
    call_id = in_hand(desk).call_id
    desk.key("F12")
    desk.wait_for(lambda: desk.draft() is None, "the journal without the call")
    (shown,) = desk.json("call", "show", call_id)
    return shown


def told_keys(call: dict[str, Any]) -> list[str]:
    """The articles that were told in a call."""
    return [key for matter in call["matters"] for key in matter["told"]]


def store_is_sound(desk: Desk) -> bool:
    """Whether every row, seal and chain of the store holds."""
    (found,) = desk.json("store", "verify")
    return found["broken"] == [] and found["checked"] > 0
