"""Tickets as a unit may read them: of a secret one no trace of the caller in any text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from operator_desk.domain import facts
from operator_desk.domain.facts import ERASED
from operator_desk.domain.redaction import Redactor
from operator_desk.domain.stand import Ruled
from operator_desk.domain.terms import Secrecy
from operator_desk.domain.ticket_row import TicketRow
from operator_desk.services import rights
from operator_desk.services.people import Actor
from operator_desk.services.ports import Reader, TicketQuery
from operator_desk.services.tickets import TicketWhole


def rows_for(tx: Reader, actor: Actor, query: TicketQuery) -> list[TicketRow]:
    """The tickets that a query finds, as far as somebody may see them and what stands in them."""
    rows = tx.tickets(rights.seen_by(actor, query))
    return cleared_rows(tx, rows) if rights.own_only(actor) else rows


def whole_for(tx: Reader, actor: Actor, whole: TicketWhole) -> TicketWhole:
    """A ticket as somebody may read it. UserError: it is none of the actor's unit."""
    rights.must_see(actor, whole.row)
    return cleared_whole(tx, whole) if rights.own_only(actor) else whole


def cleared_rows(tx: Reader, rows: Sequence[TicketRow]) -> list[TicketRow]:
    """Rows of a list; title, place and typed category of the secret ones without their caller."""
    hidden = [row for row in rows if row.secrecy is not Secrecy.OPEN]
    if not hidden:
        return list(rows)
    tickets = {one.id: one for one in tx.many(facts.Ticket, [row.id for row in hidden])}
    callers: dict[object, list[facts.Caller]] = {}
    for caller in tx.among(facts.Caller, "call_id", {row.call_id for row in hidden}):
        callers.setdefault(caller.call_id, []).append(caller)
    made = {
        row.id: _row(row, _redactor(tickets[row.id], callers.get(row.call_id, ())))
        for row in hidden
    }
    return [made.get(row.id, row) for row in rows]


def cleared_whole(tx: Reader, whole: TicketWhole) -> TicketWhole:
    """A ticket with all its texts; an open one as it is."""
    if whole.row.secrecy is Secrecy.OPEN:
        return whole
    calls = {whole.row.call_id, *(one.call_id for one in whole.events if one.call_id)}
    redact = _redactor(whole.ticket, tx.among(facts.Caller, "call_id", calls))
    ruled = tuple(_step(one, redact) for one in whole.steps.ruled)
    ticket = replace(
        whole.ticket,
        title=_clear(redact, whole.ticket.title),
        place=_clear(redact, whole.ticket.place),
        category_text=_clear(redact, whole.ticket.category_text),
        caller_name=None,
        caller_address=None,
        callback=None,
    )
    form = whole.form
    return replace(
        whole,
        row=_row(whole.row, redact),
        ticket=ticket,
        form=replace(form, summary=_clear(redact, form.summary)) if form else None,
        forms=(),
        statements=tuple(replace(one, words=_clear(redact, one.words)) for one in whole.statements),
        events=tuple(one.event for one in ruled),
        steps=replace(whole.steps, ticket=ticket, ruled=ruled),
    )


def _step(one: Ruled, redact: Redactor) -> Ruled:
    event = one.event
    return replace(
        one,
        event=replace(event, note=_clear(redact, event.note), told=_clear(redact, event.told)),
    )


def _row(row: TicketRow, redact: Redactor) -> TicketRow:
    return replace(
        row,
        title=_clear(redact, row.title),
        place=_clear(redact, row.place),
        category_text=_clear(redact, row.category_text),
        number_key=None,
    )


def _redactor(ticket: facts.Ticket, callers: Iterable[facts.Caller]) -> Redactor:
    known = list(callers)

    def given(*words: str | None) -> tuple[str, ...]:
        return tuple(dict.fromkeys(one for one in words if one and one != ERASED))

    return Redactor(
        given(ticket.caller_name, *(one.name for one in known)),
        given(ticket.callback, *(one.number for one in known)),
        given(ticket.caller_address, *(one.address for one in known)),
    )


def _clear(redact: Redactor, words: str | None) -> str | None:
    return redact(words).text if words and words != ERASED else words
