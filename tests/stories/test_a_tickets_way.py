"""A ticket's way by keys: operator, dispatcher, unit, lead and follow-up caller take turns."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from operator_desk.domain.life_cycle import Action
from operator_desk.domain.phase import Phase
from operator_desk.services.handling import Given
from tests.stories.at_tickets import (
    BESIDE,
    Step,
    begins,
    closes,
    copied,
    finds,
    gives,
    opens,
    registered,
    shown,
    sits_down,
    sound,
    taken,
    takes,
    told,
    went,
)
from tests.stories.conftest import Practice
from tests.stories.driver import Desk
from tests.stories.screen import Box
from tests.stories.steps import hang_up, in_hand, register, say, take_call

pytestmark = pytest.mark.story
A = Action
OPERATOR, DISPATCHER, LEAD, CG, FOLLOW_UP = "wang", "zhou", "zhao", "chen", "qian"
NOISE = "060102"
FIRST = {"caller_number": "13800003301", "category": NOISE, "title": "夜市音响扰民"}
MIDDLE: Box = (548, 60, 920, 730)
RETURNED = Given(reason="not_own_duty", note="不属本单位职责")
AGAIN = "returned"
TO_ANSWER = 9  # fields and buttons from the title of an event card to the answer for all
TWICE_RETURNED = (
    Step(DISPATCHER, A.DISPATCH, Given(unit="CG")),
    Step(CG, A.RETURN, RETURNED),
    Step(DISPATCHER, A.ACCEPT_RETURN),
    Step(DISPATCHER, A.REDISPATCH, Given(unit="ZJ", reason=AGAIN)),
    Step("he", A.RETURN, RETURNED),
    Step(DISPATCHER, A.ACCEPT_RETURN),
    Step(DISPATCHER, A.REDISPATCH, Given(unit="CG", reason=AGAIN)),
)


def test_returned_until_the_lead_names_the_units(
    practice: Practice, tmp_path: Path, open_desk: Callable[[Path], Desk]
) -> None:
    folder = copied(practice, tmp_path / "desk")
    (often,) = registered(folder, FIRST)
    went(folder, often, TWICE_RETURNED)
    desk = open_desk(folder)
    desk.start()

    sits_down(desk, OPERATOR, practice, page="")
    take_call(desk, "13800002206")
    say(desk, "广场上音响开到半夜。")
    new = register(desk, "3", "syjyzs", "柳溪路", "广场音响扰民", "城管")
    hang_up(desk)
    assert closes(desk)["matters"][0]["ticket"] == new

    sits_down(desk, DISPATCHER, practice)
    opens(desk, new, "1")
    begins(desk, DISPATCHER, new, A.DISPATCH)
    desk.shot("1-proposed")
    gives(desk, new, A.DISPATCH, "")
    assert shown(desk, new)["unit"] == "CG"

    sits_down(desk, CG, practice)
    opens(desk, new, "1")
    begins(desk, CG, new, A.RETURN)
    desk.type("1\n噪声")
    desk.shot("2-return")
    gives(desk, new, A.RETURN, "", "施工噪声，属住建", "ZJ")
    opens(desk, often, "1")
    takes(desk, CG, often, A.RETURN, "3", "", "应由住建主办", "ZJ")
    asked = told(desk, "ticket", "list", "--asked", "return")
    assert {new, often} <= {row["number"] for row in asked}
    (back,) = [row for row in told(desk, "ticket", "history", new) if row["action"] == "return"]
    assert (back["unit"], back["reason"], bool(back["note"])) == ("ZJ", "not_own_duty", True)

    sits_down(desk, DISPATCHER, practice)
    for number in (new, often):
        opens(desk, number, "2")
        takes(desk, DISPATCHER, number, A.ACCEPT_RETURN, "")
    opens(desk, new, "1")
    takes(desk, DISPATCHER, new, A.REDISPATCH, "ZJ", "", "", "", "")
    assert (shown(desk, new)["unit"], shown(desk, new)["state"]) == ("ZJ", "dispatched")

    sits_down(desk, LEAD, practice)
    opens(desk, often, "1")
    begins(desk, LEAD, often, A.REDISPATCH)
    desk.shot("3-lead-decides")
    gives(desk, often, A.REDISPATCH, "CG", "ZJ", "", "4", "", "城管牵头", "1")
    named = shown(desk, often)
    assert (named["unit"], named["co_units"], named["returns"]) == ("CG", ["ZJ"], 3)
    rows = told(desk, "catalogue", "list", "--unit", "ZJ")
    assert NOISE in [row["category"] for row in rows if row["lead_unit"] == "CG"]
    reported_and_solved(desk, practice)
    assert sound(desk)


def reported_and_solved(desk: Desk, practice: Practice) -> None:
    """The lead who sits there publishes a card, a caller reports the same, all get the answer."""
    publishes(desk)
    sits_down(desk, OPERATOR, practice, page="")
    joined = me_too(desk)
    sits_down(desk, LEAD, practice, page="tfsjym")
    solves(desk)
    assert shown(desk, joined)["state"] == "answered"


def publishes(desk: Desk) -> None:
    """The lead who sits there publishes an event card."""
    before = desk.steady()
    finds(desk, "tfsjym")
    desk.steady(BESIDE, unlike=before, hold=0.3)
    desk.key("Return")  # a new card: there is none yet
    desk.steady(hold=0.3)
    desk.type("湖滨路水管爆裂\n今晚八点恢复供水。")
    desk.key("Tab")
    desk.type("湖滨路\n停水\n\n\n")
    desk.shot("4-card")
    desk.key("Return")
    desk.wait_for(lambda: desk.rows("SELECT 1 FROM event_card_version"), "the card")
    (card,) = told(desk, "event", "list")
    assert (card["state"], card["keywords"]) == ("running", ["停水"])


def me_too(desk: Desk) -> str:
    """A call that fits: told and registered with two keys; the number of the ticket."""
    take_call(desk, "13800004401")
    before = desk.look()
    say(desk, "湖滨路停水了，什么时候来水？")
    desk.steady(MIDDLE, unlike=before, hold=0.3)
    before = desk.look()
    desk.key("F7")
    desk.steady(MIDDLE, unlike=before)
    desk.shot("5-fits")
    desk.key("1")
    desk.wait_for(lambda: in_hand(desk).matter.events, "told")
    desk.key("2")
    desk.wait_for(lambda: in_hand(desk).matter.ticket, "the ticket")
    hang_up(desk)
    number = str(closes(desk)["matters"][0]["ticket"])
    (card,) = told(desk, "event", "list")
    assert (card["told"], card["joined"], card["waiting"]) == (1, 1, 1)
    return number


def solves(desk: Desk) -> None:
    """One answer for all who reported the event."""
    before = desk.steady()
    desk.key("Return")
    desk.steady(unlike=before)
    desk.key(*["Tab"] * TO_ANSWER)
    desk.type("供水已恢复。")
    desk.key("Tab")
    desk.shot("6-solved")
    desk.key("Return")
    done = "SELECT count(*) FROM ticket_event WHERE action = 'answer_joint'"
    desk.wait_for(lambda: desk.rows(done)[0][0] == 1, "the answer for all")
    (card,) = told(desk, "event", "list")
    assert (card["state"], card["waiting"]) == ("solved", 0)


SIGNED = (Step(DISPATCHER, A.DISPATCH, Given(unit="CG")),)


def test_from_signing_to_closing(
    practice: Practice, tmp_path: Path, open_desk: Callable[[Path], Desk]
) -> None:
    folder = copied(practice, tmp_path / "desk")
    (number,) = registered(folder, FIRST)
    went(folder, number, SIGNED)
    desk = open_desk(folder)
    desk.start()

    sits_down(desk, CG, practice)
    opens(desk, number, "1")
    takes(desk, CG, number, A.SIGN, "")
    opens(desk, number, "2")
    due = datetime.fromisoformat(shown(desk, number)["caller_due_at"])
    until = f"{due + timedelta(days=1):%m-%d} 17:30"
    takes(desk, CG, number, A.EXTEND, until, "2", "已告知来电人", "")

    sits_down(desk, DISPATCHER, practice)
    opens(desk, number, "5")
    takes(desk, DISPATCHER, number, A.GRANT_EXTENSION, "")
    assert datetime.fromisoformat(shown(desk, number)["caller_due_at"]) > due

    sits_down(desk, OPERATOR, practice, page="")
    second_call(desk, number)
    other = registered_jointly(desk)

    sits_down(desk, CG, practice)
    opens(desk, number, "2")
    takes(desk, CG, number, A.ANSWER, "已约谈商户", "", "")
    assert {shown(desk, one)["state"] for one in (number, other)} == {"answered"}

    sits_down(desk, FOLLOW_UP, practice)
    follows_up(desk, number, "113311", "1")
    once_more = shown(desk, number)
    assert (once_more["state"], once_more["reworks"]) == ("dispatched", 1)
    assert shown(desk, other)["state"] == "answered"

    sits_down(desk, CG, practice)
    opens(desk, number, "1")
    takes(desk, CG, number, A.SIGN, "")
    opens(desk, number, "2")
    takes(desk, CG, number, A.ANSWER, "已查扣音响", "", "")

    sits_down(desk, FOLLOW_UP, practice)
    follows_up(desk, number, "11111")
    assert shown(desk, number)["state"] == "rated"
    opens(desk, number, "4")
    takes(desk, FOLLOW_UP, number, A.CLOSE, "")
    steps = told(desk, "ticket", "history", number)
    assert steps[-1]["state"] == "closed"
    assert all(step["effective"] for step in steps)
    assert sound(desk)


def second_call(desk: Desk, number: str) -> None:
    """The caller asks again: the only open ticket of the number, a digit for each wish."""
    before = desk.steady()
    take_call(desk, FIRST["caller_number"])
    desk.steady(MIDDLE, unlike=before, hold=0.3)
    desk.key("ctrl+F2")
    desk.key("2")
    desk.wait_for(lambda: taken(desk, number, A.CHASE), "the chase")
    desk.shot("1-chased")
    desk.key("3")
    desk.wait_for(lambda: in_hand(desk).matter.supplements, "the supplement begun")
    desk.steady()
    say(desk, "周末更吵了。")
    hang_up(desk)
    call = closes(desk)
    assert (call["class"], call["counted"]) == ("second_call", True)
    found = shown(desk, number)
    assert found["chases"] == 1
    assert "supplement" in [step["action"] for step in found["events"]]


def registered_jointly(desk: Desk) -> str:
    """Somebody else calls about the same thing: seen side by side, handled jointly."""
    take_call(desk, "13800003399")
    say(desk, "夜市那边音响太吵。")
    desk.key("F11")
    desk.wait_for(lambda: in_hand(desk).phase is Phase.REGISTERING, "the strip")
    desk.key("3", "Return")
    desk.type("syjyzs\n")
    desk.wait_for(lambda: in_hand(desk).matter.category, "the category")
    before = desk.look()
    desk.type(f"柳溪路\n\n{FIRST['title']}\n")
    desk.steady(unlike=before, hold=0.3)
    desk.key("ctrl+F2")
    desk.shot("2-the-same")
    desk.key("Return")
    desk.wait_for(lambda: in_hand(desk).matter.joins, "handled jointly")
    desk.key("F11")
    desk.wait_for(lambda: in_hand(desk).matter.ticket, "the ticket")
    hang_up(desk)
    other = str(closes(desk)["matters"][0]["ticket"])
    assert shown(desk, other)["joined"]
    return other


def follows_up(desk: Desk, number: str, *digits: str) -> None:
    """The follow-up call about a ticket of the list, a digit for each answer."""
    opens(desk, number, "1")
    desk.key("k")
    desk.wait_for(lambda: desk.draft() is not None, "the follow-up call")
    desk.steady(hold=0.3)
    desk.key(*"".join(digits))
    desk.shot("3-follow-up")
    hang_up(desk)
    before = desk.steady()
    call = closes(desk)
    assert call["class"] == "follow_up"
    desk.steady(BESIDE, unlike=before)  # back at the tickets
