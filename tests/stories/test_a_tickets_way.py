"""A ticket's way in real windows: operator, dispatcher, units, lead and follow-up caller by keys."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from operator_desk.domain.life_cycle import Action
from operator_desk.services.handling import Given
from tests.stories.at_tickets import (
    Step,
    begins,
    copied,
    gives,
    opens,
    registered,
    shown,
    sits_down,
    takes,
    went,
)
from tests.stories.conftest import Practice
from tests.stories.driver import Desk
from tests.stories.steps import close, hang_up, register, say, store_is_sound, take_call

pytestmark = pytest.mark.story
A = Action
OPERATOR, DISPATCHER, LEAD, CG, FOLLOW_UP = "wang", "zhou", "zhao", "chen", "qian"
NOISE = "060102"
FIRST = {"caller_number": "13800003301", "category": NOISE, "title": "夜市音响扰民"}
RETURNED = Given(reason="not_own_duty", note="不属本单位职责")
AGAIN = "returned"
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
    assert close(desk)["matters"][0]["ticket"] == new

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
    asked = desk.json("ticket", "list", "--asked", "return")
    assert {new, often} <= {row["number"] for row in asked}
    (back,) = [row for row in desk.json("ticket", "history", new) if row["action"] == "return"]
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
    rows = desk.json("catalogue", "list", "--unit", "ZJ")
    assert NOISE in [row["category"] for row in rows if row["lead_unit"] == "CG"]
    assert store_is_sound(desk)
