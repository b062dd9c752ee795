"""Dispatch slips: least data, secrecy, the n-th slip, limits, who may have one, and the log."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from operator_desk.domain.draft import Draft
from operator_desk.domain.errors import UserError
from operator_desk.domain.life_cycle import Action
from operator_desk.domain.redaction import MASK
from operator_desk.domain.slip import Reach, Why
from operator_desk.domain.terms import MatterKind, Secrecy
from operator_desk.services.viewing import Looked, ViewQuery
from tests.services.test_handling import Centre

A = Action
HOME = "湖滨路5号翠湖小区3栋201室"
PERSONAL = ("张建国", "13800002206", "0551-62881234", "62881234", "翠湖小区", "201室")


class Papers(Centre):
    """A centre whose ticket is full of what a unit need not know."""

    def call(self, secrecy: Secrecy | None = None) -> str:
        """The number of a ticket with a name, a number and a home in every text."""
        draft = self.begun("我是张建国，住翠湖小区3栋201室。", "电话一三八零零零零二二零六。")
        draft = replace(draft, name="张建国")
        full = self.full(draft, secrecy)
        ticket = self.registered(self.frozen(full)).matter.ticket
        assert ticket is not None
        return ticket.number

    def full(self, draft: Draft, secrecy: Secrecy | None) -> Draft:
        """The draft with summary and strip."""
        from tests.services.desk import filled

        matter = filled(draft.matter, MatterKind.COMPLAINT)
        strip = replace(
            matter.strip, title="张先生家门前路灯不亮", caller_address=HOME, secrecy=secrecy
        )
        return draft.with_matter(
            replace(matter, strip=strip, summary="市民张建国（138-0000-2206）反映路灯不亮。")
        )

    def sent(self, secrecy: Secrecy | None = None) -> str:
        """A ticket that is with the lamps, the roads help."""
        number = self.call(secrecy)
        self.act(self.dispatcher, A.DISPATCH, number, unit="lamps", co_units=("roads",))
        return number


@pytest.fixture
def papers(tmp_path: Path) -> Papers:
    return Papers(tmp_path)


def _all(value: object) -> str:
    return repr(value)


def test_an_open_slip_has_name_and_call_back_number_and_no_home(papers: Papers) -> None:
    slip = papers.services.slips.show(papers.dispatcher, papers.sent())
    assert (slip.name, slip.callback, slip.reach) == ("张建国", "0551-62881234", Reach.DIRECT)
    assert (slip.to, slip.lead, slip.co_units, slip.n) == ("lamps", True, ("roads",), 1)
    assert slip.texts.title == "张先生家门前路灯不亮"
    assert slip.masked == ()
    assert HOME not in _all(slip)


@pytest.mark.parametrize(
    ("secrecy", "reach", "place"),
    [
        (Secrecy.SECRET, Reach.THROUGH_HOTLINE, MASK),
        (Secrecy.ANONYMOUS, Reach.NOT_AT_ALL, "湖滨路 5 号"),  # whose home it is was not kept
    ],
)
def test_a_secret_slip_tells_nothing_of_the_caller(
    papers: Papers, secrecy: Secrecy, reach: Reach, place: str
) -> None:
    slip = papers.services.slips.show(papers.dispatcher, papers.sent(secrecy))
    assert (slip.name, slip.callback, slip.reach) == ("", "", reach)
    printed = _all(replace(slip, masked=()))
    assert [word for word in PERSONAL if word in printed] == []
    assert slip.texts.title == f"{MASK}家门前路灯不亮"
    assert slip.texts.statements[1].words == f"电话{MASK}。"
    assert slip.texts.place == place
    assert {"title", "summary", "statements"} <= {field for field, _hit in slip.masked}


def test_a_raised_secrecy_withdraws_the_slip_and_sends_it_anew(papers: Papers) -> None:
    number, slips = papers.sent(), papers.services.slips
    first = slips.hand_out(papers.dispatcher, number)
    papers.act(papers.lead, A.RAISE_SECRECY, number, value="secret")
    second = slips.show(papers.dispatcher, number)
    assert (second.n, second.why, second.secrecy) == (2, Why.SECRECY, Secrecy.SECRET)
    assert second.slip_number == f"{number}-2"
    assert first.code != second.code
    assert [one.n for one in slips.history(number)] == [1, 2]
    ticket_id = slips.ticket_id(number)
    (seen,) = papers.services.viewing.viewers(ticket_id)
    assert (seen.actor, seen.what, seen.purpose) == (papers.dispatcher.staff_id, "export", "slip")


def test_the_same_slip_has_the_same_code_until_something_on_it_changes(papers: Papers) -> None:
    number, slips = papers.sent(), papers.services.slips
    first = slips.show(papers.dispatcher, number)
    assert slips.show(papers.lead, number).code == first.code
    assert replace(first, masked=()).code == first.code
    assert slips.show(papers.lead, number, "roads").code != first.code
    papers.act(papers.dispatcher, A.REDISPATCH, number, unit="roads", reason=_reason(papers))
    assert slips.show(papers.dispatcher, number).why is Why.REDISPATCH


def _reason(papers: Papers) -> str:
    return papers.profile.reasons["redispatch"][0].code


def test_limits_stand_on_the_slip(papers: Papers) -> None:
    limits = papers.services.slips.show(papers.dispatcher, papers.sent()).limits
    dates = (limits.sign, limits.holder, limits.caller)
    assert all(isinstance(at, datetime) for at in dates)
    assert limits.sign <= limits.holder  # type: ignore[operator]


def test_a_ticket_that_was_not_sent_has_no_slip(papers: Papers) -> None:
    with pytest.raises(UserError, match="has not been dispatched"):
        papers.services.slips.show(papers.dispatcher, papers.number)


def test_only_the_units_of_the_ticket_and_the_centre_may_have_it(papers: Papers) -> None:
    number, slips = papers.sent(), papers.services.slips
    assert slips.show(papers.lamps, number).lead
    assert not slips.show(papers.roads, number, "roads").lead
    for actor, unit in ((papers.roads, None), (papers.anna, None)):
        with pytest.raises(UserError, match="may not do this"):
            slips.show(actor, number, unit)
    with pytest.raises(UserError, match="is not with water"):
        slips.show(papers.dispatcher, number, "water")


def test_views_within_ten_minutes_are_one_row_and_exports_each_their_own(papers: Papers) -> None:
    viewing, ticket = papers.services.viewing, papers.services.slips.ticket_id(papers.number)
    anna = papers.anna.staff_id
    assert viewing.saw(anna, Looked.VIEW, ticket, "ticket") is not None
    assert viewing.saw(anna, Looked.VIEW, ticket, "ticket") is None
    assert viewing.saw(papers.ben.staff_id, Looked.VIEW, ticket) is not None
    papers.clock.skip(minutes=10)
    assert viewing.saw(anna, Looked.VIEW, ticket, "ticket") is not None
    assert viewing.saw(anna, Looked.EXPORT, None, "list") is not None
    assert viewing.saw(anna, Looked.EXPORT, None, "list") is not None
    rows = viewing.rows(papers.lead, ViewQuery())
    assert [row.what for row in rows] == ["export", "export", "view", "view", "view"]
    assert rows[-1].ticket == papers.number
    assert len(viewing.rows(papers.lead, ViewQuery(actor=anna, what=Looked.VIEW))) == 2
    today = papers.profile.local_day(papers.clock.now())
    assert viewing.rows(papers.lead, ViewQuery(first_day=today + timedelta(days=1))) == []
    with pytest.raises(UserError, match="may not do this"):
        viewing.rows(papers.anna, ViewQuery())
