"""What a caller may be told of a ticket: every state, every grade, own or another telephone."""

from __future__ import annotations

from datetime import UTC, date, datetime
from itertools import product
from uuid import UUID

import pytest

from operator_desk.domain.numbers import said_ticket_number
from operator_desk.domain.progress import MOMENTS, Tellable, may_be_told, spoken_day
from operator_desk.domain.terms import MatterKind, Secrecy, TicketState, Urgency
from operator_desk.domain.ticket_row import TicketRow

S, G = TicketState, Secrecy
AT = datetime(2026, 11, 20, 1, tzinfo=UTC)
ONE = UUID(int=1)


def row(state: TicketState, secrecy: Secrecy = G.OPEN, **more: object) -> TicketRow:
    given: dict[str, object] = dict.fromkeys(TicketRow.__dataclass_fields__)
    given |= dict.fromkeys(
        ("relays", "returns", "reworks", "chases", "supervised", "tries"), 0
    ) | dict.fromkeys(("paused", "unsolved", "excluded", "return_accepted", "wants_reply"), False)
    given |= {
        "id": ONE, "number": "20261120-A07-0012", "state": state, "secrecy": secrecy,
        "kind": MatterKind.REQUEST, "urgency": Urgency.NORMAL, "registered_at": AT, "since": AT,
        "dispatched_at": AT.replace(day=21), "answered_at": AT.replace(day=25),
        "caller_due_at": AT.replace(day=27), "closed_at": None, **more,
    }  # fmt: skip
    return TicketRow(**given)  # type: ignore[arg-type]


def told(one: TicketRow, *, own: bool = True, language: str = "zh_CN") -> Tellable:
    return may_be_told(
        one, unit="市政照明处", answer="灯已换好。", own=own,
        local_day=lambda at: at.date(), language=language,
    )  # fmt: skip


OPEN_DAYS = [
    (S.REGISTERED, "registered", {"day": "11月20日", "due": "11月27日"}),
    (S.RETURNED, "registered", {"day": "11月20日", "due": "11月27日"}),
    (S.DISPATCHED, "dispatched", {"day": "11月21日", "due": "11月27日", "unit": "市政照明处"}),
    (S.SIGNED, "dispatched", {"day": "11月21日", "due": "11月27日", "unit": "市政照明处"}),
    (S.IN_HAND, "in_hand", {"day": "11月21日", "due": "11月27日", "unit": "市政照明处"}),
    (S.LONG_TERM, "long_term", {"day": "11月21日", "due": "11月27日", "unit": "市政照明处"}),
    (S.ANSWERED, "answered", {"day": "11月25日", "unit": "市政照明处", "answer": "灯已换好。"}),
    (S.FOLLOW_UP, "answered", {"day": "11月25日", "unit": "市政照明处", "answer": "灯已换好。"}),
    (S.RATED, "closed", {"day": "11月25日", "unit": "市政照明处", "answer": "灯已换好。"}),
    (S.DEEMED_SATISFIED, "closed",
     {"day": "11月25日", "unit": "市政照明处", "answer": "灯已换好。"}),
    (S.CLOSED, "closed", {"day": "11月25日", "unit": "市政照明处", "answer": "灯已换好。"}),
    (S.WITHDRAWN, "withdrawn", {"day": "11月25日", "due": "11月27日", "unit": "市政照明处"}),
]  # fmt: skip


@pytest.mark.parametrize(("state", "moment", "values"), OPEN_DAYS)
def test_of_an_open_ticket_all_that_there_is(
    state: TicketState, moment: str, values: dict[str, str]
) -> None:
    found = told(row(state))
    assert found.sections == (f"progress_{moment}",)
    assert found.values == {"number": "A07-0012", **values}


@pytest.mark.parametrize(
    ("state", "secrecy", "own"), list(product(MOMENTS, (G.SECRET, G.ANONYMOUS), (True, False)))
)
def test_of_a_secret_or_anonymous_ticket_neither_unit_nor_answer(
    state: TicketState, secrecy: Secrecy, own: bool
) -> None:
    found = told(row(state, secrecy), own=own)
    assert not {"unit", "answer"} & found.values.keys()
    if secrecy is G.SECRET and not own:
        assert found.values == {"number": "A07-0012"}
        assert found.sections == (f"progress_{MOMENTS[state]}",)
    elif secrecy is G.SECRET and state is S.IN_HAND:
        assert found.sections == ("progress_in_hand", "progress_secret")
        assert found.values["due"] == "11月27日"


def test_a_pause_is_told_as_one_and_an_unknown_limit_is_not_told() -> None:
    assert told(row(S.IN_HAND, paused=True)).sections == ("progress_paused",)
    assert "due" not in told(row(S.IN_HAND, caller_due_at=None)).values
    assert told(row(S.IN_HAND), language="en").values["due"] == "27 November"
    assert spoken_day(date(2026, 3, 1), "zh_CN") == "3月1日"


@pytest.mark.parametrize(
    ("said", "ending"),
    [
        ("20261123-A07-0012", "20261123-A07-0012"),
        ("A07-0012", "A07-0012"),
        (" a07 12 ", "A07-0012"),
        ("Ａ０７－12", "A07-0012"),
        ("A07--12", "A07-0012"),
        ("A0712", None),
        ("0012", None),
        ("", None),
        ("13800002206", None),
    ],
)
def test_a_ticket_number_as_it_is_said(said: str, ending: str | None) -> None:
    assert said_ticket_number(said) == ending
