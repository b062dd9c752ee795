"""Tickets: registered once, with what their kind requires, found again."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from operator_desk.domain import call_flow, facts
from operator_desk.domain.draft import Draft
from operator_desk.domain.errors import UserError
from operator_desk.domain.terms import Entry, MatterKind, Outcome, Secrecy, TicketState, Urgency
from operator_desk.services.ports import TicketQuery
from operator_desk.services.tickets import MissingFieldsError, missing_fields
from tests.services.desk import Desk

ALL_KINDS = list(MatterKind)


def changed(draft: Draft, **strip: Any) -> Draft:
    """The draft with other values in the strip of its matter."""
    matter = draft.matter
    return draft.with_matter(replace(matter, strip=replace(matter.strip, **strip)))


def stored_ticket(desk: Desk) -> facts.Ticket:
    with desk.store.read() as tx:
        (ticket,) = tx.find(facts.Ticket)
    return ticket


def test_a_ticket_is_stored_with_record_seal_and_event(desk: Desk) -> None:
    draft = desk.filled()
    done = desk.services.tickets.register(draft, draft.matter.id)
    ticket = stored_ticket(desk)
    assert (done.ticket.id, done.ticket.number) == (ticket.id, ticket.number)
    assert done.ticket.number == "20261123-A07-0001"
    assert (ticket.kind, ticket.title, ticket.place) == (
        MatterKind.COMPLAINT,
        "路灯不亮",
        "湖滨路 5 号",
    )
    assert (ticket.callback, ticket.secrecy) == ("0551-62881234", Secrecy.OPEN)
    assert (ticket.urgency, ticket.missing) == (Urgency.NORMAL, ())
    whole = desk.services.tickets.show(f" {ticket.number} ")
    assert whole.ticket == ticket
    assert whole.row.state is TicketState.REGISTERED
    assert whole.call.id == draft.call_id
    assert whole.form is not None
    assert whole.form.summary == "路灯不亮三天"
    assert [one.words for one in whole.statements] == ["路灯不亮。", "三天了。"]
    assert [seal.id for seal in whole.seals] == [done.seal.id if done.seal else None]
    assert [(event.action, event.unit) for event in whole.events] == [("register", "lamps")]


def test_registering_twice_gives_one_ticket(desk: Desk) -> None:
    draft = desk.filled()
    first = desk.services.tickets.register(draft, draft.matter.id)
    with desk.store.read() as tx:
        before = tx.head()
    again = desk.services.tickets.register(changed(draft, title="别的"), draft.matter.id)
    assert (again.ticket, again.seal) == (first.ticket, None)
    with desk.store.read() as tx:
        assert tx.head() == before
    assert stored_ticket(desk).title == "路灯不亮"


def test_every_matter_of_a_call_has_its_own_ticket(desk: Desk) -> None:
    draft = desk.registered(desk.filled())
    draft = desk.edited(call_flow.next_matter(draft, desk.stamp()), "井盖没了。")
    second = replace(
        draft.matter,
        kind=MatterKind.REQUEST,
        category=draft.matters[0].category,
        strip=replace(draft.matter.strip, title="井盖"),
    )
    draft = desk.registered(desk.frozen(draft.with_matter(second)))
    numbers = [row.number for row in desk.services.tickets.rows(TicketQuery())]
    assert numbers == ["20261123-A07-0002", "20261123-A07-0001"]
    assert call_flow.proposed_outcome(draft) is Outcome.TICKET


@pytest.mark.parametrize("kind", ALL_KINDS)
def test_an_empty_form_lacks_what_the_kind_requires(desk: Desk, kind: MatterKind) -> None:
    rule = desk.profile.kind(kind)
    draft = desk.begun("说了。", number="")
    draft = desk.frozen(draft.with_matter(replace(draft.matter, kind=kind)))
    with pytest.raises(MissingFieldsError) as caught:
        desk.services.tickets.register(draft, draft.matter.id)
    assert caught.value.fields == rule.required
    assert rule.required
    with desk.store.read() as tx:
        assert tx.head().n == 0


@pytest.mark.parametrize("kind", ALL_KINDS)
def test_a_filled_form_is_enough_for_every_kind(desk: Desk, kind: MatterKind) -> None:
    desk.registered(desk.filled(kind))
    ticket = stored_ticket(desk)
    rule = desk.profile.kind(kind)
    assert (ticket.kind, ticket.secrecy) == (kind, rule.secrecy)
    assert ticket.wants_reply is rule.wants_reply


def test_required_fields_are_missed_one_by_one(desk: Desk) -> None:
    draft = desk.filled()
    empty: dict[str, Any] = {"place": "", "title": "", "callback": ""}
    for name, value in empty.items():
        lacking = replace(changed(draft, **{name: value}), number="")
        assert missing_fields(desk.profile, lacking, lacking.matter) == (name,)
    bare = draft.with_matter(replace(draft.matter, category=None))
    assert missing_fields(desk.profile, bare, bare.matter) == ("category",)
    free = draft.with_matter(replace(draft.matter, category=None, category_text="怪事"))
    assert missing_fields(desk.profile, free, free.matter) == ()
    by_code = changed(draft, place="", place_code="340104")
    assert missing_fields(desk.profile, by_code, by_code.matter) == ()


def test_the_number_called_from_serves_as_callback(desk: Desk) -> None:
    desk.registered(changed(desk.filled(), callback=""))
    assert stored_ticket(desk).callback == "13800002206"


def test_a_matter_without_kind_is_never_registered(desk: Desk) -> None:
    draft = desk.filled()
    draft = replace(draft.with_matter(replace(draft.matter, kind=None)), entry=Entry.IMPORTED)
    with pytest.raises(MissingFieldsError, match="kind"):
        desk.services.tickets.register(draft, draft.matter.id)


def test_an_imported_ticket_lists_what_it_lacks(desk: Desk) -> None:
    draft = replace(changed(desk.filled(), place=""), entry=Entry.IMPORTED)
    desk.registered(draft)
    assert stored_ticket(desk).missing == ("place",)


def test_a_report_starts_secret_and_secrecy_can_be_chosen(desk: Desk) -> None:
    desk.registered(desk.filled(MatterKind.REPORT))
    assert stored_ticket(desk).secrecy is Secrecy.SECRET
    desk.registered(changed(desk.filled(MatterKind.REPORT), secrecy=Secrecy.OPEN))
    assert [row.secrecy for row in desk.services.tickets.rows(TicketQuery())] == [
        Secrecy.OPEN,
        Secrecy.SECRET,
    ]


def test_an_anonymous_ticket_keeps_nothing_of_the_caller(desk: Desk) -> None:
    draft = replace(desk.filled(MatterKind.COMPLAINT), name="王女士")
    draft = changed(draft, secrecy=Secrecy.ANONYMOUS, caller_address="湖滨路 7 号")
    desk.registered(draft)
    ticket = stored_ticket(desk)
    kept = (ticket.caller_name, ticket.caller_address, ticket.callback)
    assert kept == (None, None, None)
    for number_key in ("13800002206", "055162881234"):
        assert desk.services.tickets.rows(TicketQuery(number_key=number_key)) == []


def test_an_anonymous_caller_need_not_leave_a_number(desk: Desk) -> None:
    draft = changed(desk.filled(number=""), secrecy=Secrecy.ANONYMOUS, callback="")
    assert missing_fields(desk.profile, draft, draft.matter) == ()


def test_an_open_ticket_keeps_what_the_caller_gave(desk: Desk) -> None:
    draft = replace(changed(desk.filled(), caller_address="湖滨路 7 号"), name="王女士")
    desk.registered(draft)
    ticket = stored_ticket(desk)
    assert (ticket.caller_name, ticket.caller_address) == ("王女士", "湖滨路 7 号")


def test_whether_a_reply_is_wanted_can_be_chosen(desk: Desk) -> None:
    desk.registered(changed(desk.filled(MatterKind.PRAISE), wants_reply=True))
    assert stored_ticket(desk).wants_reply is True


def test_numbers_run_by_local_day_without_gaps(desk: Desk) -> None:
    # 23:59 and 00:00 in Shanghai are the same day in UTC.
    before = datetime(2026, 11, 23, 15, 59, 59, tzinfo=UTC)
    after = datetime(2026, 11, 23, 16, 0, tzinfo=UTC)
    found = []
    for at in (before, before, after, before, after):
        draft = desk.filled()
        with pytest.raises(MissingFieldsError):
            desk.services.tickets.register(changed(draft, title=""), draft.matter.id, at)
        found.append(desk.services.tickets.register(draft, draft.matter.id, at).ticket.number)
    assert found == [
        "20261123-A07-0001",
        "20261123-A07-0002",
        "20261124-A07-0001",
        "20261123-A07-0003",
        "20261124-A07-0002",
    ]


def test_an_unknown_number_is_named(desk: Desk) -> None:
    with pytest.raises(UserError, match="no ticket 20261123-A07-9999"):
        desk.services.tickets.show("20261123-A07-9999")
