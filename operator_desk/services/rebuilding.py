"""A closed call as a draft again: put together from its facts, so that it can be gone on with.

Every id is the stored one; storing the draft adds nothing. Only what no fact holds is missing:
the registration strips of matters without a ticket, which are kept apart (`strips_of`).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Protocol, TypeVar
from uuid import UUID

from operator_desk.domain import facts
from operator_desk.domain.draft import (
    CallerVersion,
    Draft,
    EndDraft,
    FormVersion,
    Given,
    Item,
    Line,
    MatterDraft,
    ReadbackDraft,
    SealDraft,
    Stamp,
    Strip,
    TicketDraft,
    ToldDraft,
    ToldEventDraft,
    Wording,
)
from operator_desk.domain.drafted_steps import StepDraft
from operator_desk.domain.errors import UserError
from operator_desk.domain.life_cycle import Action
from operator_desk.domain.phase import Phase
from operator_desk.domain.state import from_state, to_state
from operator_desk.domain.terms import ItemKind
from operator_desk.domain.views import newest
from operator_desk.services.call_steps import SECOND
from operator_desk.services.ports import Reader


class _Version(Protocol):
    @property
    def id(self) -> UUID: ...
    @property
    def corrects(self) -> UUID | None: ...


V = TypeVar("V", bound=_Version)


def rebuilt(tx: Reader, call_id: UUID, stamp: Stamp) -> Draft:
    """The draft of an ended call. UserError: there is no such call, or it never ended."""
    call, ends = tx.get(facts.Call, call_id), tx.find(facts.CallEnd, call_id=call_id)
    if call is None or not ends:
        raise UserError("This call is not in the store, or it has not ended.")
    last = _last(ends)
    callers = [
        CallerVersion(id=row.id, at=row.at, number=row.number or "", name=row.name or "")
        for row in _in_order(tx.find(facts.Caller, call_id=call_id))
    ]
    rows = sorted(tx.find(facts.Matter, call_id=call_id), key=lambda row: row.n)
    matters = _with_steps(tx, call_id, tuple(_matter(tx, row) for row in rows))
    return Draft(
        call_id=call.id,
        operator=call.actor,
        started_at=call.started_at,
        direction=call.direction,
        entry=call.entry,
        purpose=call.purpose,
        reference=call.reference,
        number=callers[-1].number if callers else "",
        name=callers[-1].name if callers else "",
        callers=tuple(callers),
        matters=matters
        or _with_steps(tx, call_id, (MatterDraft(id=stamp.new_id(), n=1, at=stamp.at),)),
        current=next((at for at, matter in enumerate(matters) if not matter.settled), 0),
        phase=Phase.AFTER_CALL,
        ended_at=last.ended_at,
        ends=tuple(EndDraft(id=row.id, at=row.at, outcome=row.outcome) for row in _in_order(ends)),
        chosen=last.outcome,
        guided_to=last.guided_to or "",
    )


def _last(ends: Sequence[facts.CallEnd]) -> facts.CallEnd:
    return newest(ends) or ends[-1]


def _in_order(rows: Iterable[V]) -> list[V]:
    """Versions, each behind the one it corrects, whatever the clock said."""
    after: dict[UUID | None, list[V]] = {}
    for row in rows:
        after.setdefault(row.corrects, []).append(row)
    ordered: list[V] = []
    waiting = after.get(None, [])
    while waiting:
        first, *rest = waiting
        ordered.append(first)
        waiting = [*after.get(first.id, []), *rest]
    return ordered


# -- a matter ----------------------------------------------------------------------------


def _matter(tx: Reader, row: facts.Matter) -> MatterDraft:
    lines = _lines(tx.find(facts.Statement, matter_id=row.id))
    forms = _forms(tx.find(facts.MatterForm, matter_id=row.id))
    last = forms[-1] if forms else FormVersion(id=row.id, at=row.at)
    ticket = next(iter(tx.find(facts.Ticket, matter_id=row.id)), None)
    return MatterDraft(
        id=row.id,
        n=row.n,
        at=row.at,
        kind=last.kind,
        category=last.category,
        category_text=last.category_text,
        summary=last.summary,
        elements=last.elements,
        lines=lines,
        forms=forms,
        readbacks=_readbacks(tx, row.id, lines),
        told=_told(tx, tx.find(facts.Told, matter_id=row.id)),
        events=_told_events(tx, row),
        event_card=_event_of(tx, ticket),
        seals=tuple(
            SealDraft(id=seal.id, number=seal.number, part=seal.part, at=seal.at)
            for seal in sorted(tx.find(facts.Seal, matter_id=row.id), key=lambda one: one.part)
        ),
        strip=_strip(ticket) if ticket else Strip(),
        ticket=TicketDraft(id=ticket.id, number=ticket.number, at=ticket.at) if ticket else None,
    )


def _strip(ticket: facts.Ticket) -> Strip:
    return Strip(
        title=ticket.title or "",
        place_code=ticket.place_code,
        place=ticket.place or "",
        caller_address=ticket.caller_address or "",
        unit=ticket.unit,
        urgency=ticket.urgency,
        secrecy=ticket.secrecy,
        callback=ticket.callback or "",
        wants_reply=ticket.wants_reply,
    )


def _lines(rows: Sequence[facts.Statement]) -> tuple[Line, ...]:
    by_line: dict[UUID, list[facts.Statement]] = {}
    for row in rows:
        by_line.setdefault(row.line, []).append(row)
    made = [(_line(versions), versions[-1].n) for versions in map(_in_order, by_line.values())]
    # Withdrawn statements come last, as they do in a record that is being edited.
    made.sort(key=lambda pair: (not pair[0].words, pair[1]))
    return tuple(line for line, _n in made)


def _line(versions: Sequence[facts.Statement]) -> Line:
    last = versions[-1]
    return Line(
        id=last.line,
        words=last.words or "",
        mark=last.mark,
        typed_at=last.typed_at,
        part=last.part,
        versions=tuple(
            Wording(id=row.id, at=row.at, n=row.n, mark=row.mark, words=row.words or "")
            for row in versions
        ),
    )


def _forms(rows: Sequence[facts.MatterForm]) -> tuple[FormVersion, ...]:
    return tuple(
        FormVersion(
            id=row.id,
            at=row.at,
            kind=row.kind,
            category=row.category,
            category_text=row.category_text,
            summary=row.summary or "",
            elements=_elements(row.elements),
        )
        for row in _in_order(rows)
    )


def _elements(text: str | None) -> tuple[tuple[str, str], ...]:
    try:
        given = json.loads(text or "{}")
    except ValueError:  # the text was erased
        given = {}
    return tuple((str(code), str(answer)) for code, answer in given.items())


def _told(tx: Reader, rows: Sequence[facts.Told]) -> tuple[ToldDraft, ...]:
    back = {row.corrects: row for row in rows if row.taken_back}
    versions = {
        row.id: row for row in tx.many(facts.ArticleVersion, {row.version_id for row in rows})
    }
    made = []
    for row in rows:
        if row.taken_back:
            continue
        undone, article = back.get(row.id), versions.get(row.version_id)
        made.append(
            ToldDraft(
                id=row.id,
                at=row.at,
                key=row.article_key,
                version_id=row.version_id,
                title=article.title if article else row.article_key,
                taken_back=undone.id if undone else None,
                taken_back_at=undone.at if undone else None,
            )
        )
    return tuple(made)


def _event_of(tx: Reader, ticket: facts.Ticket | None) -> UUID | None:
    """The event that a ticket reports, as its steps have left it."""
    row = tx.ticket_by_number(ticket.number) if ticket else None
    return row.event_card if row else None


def _told_events(tx: Reader, matter: facts.Matter) -> tuple[ToldEventDraft, ...]:
    told = tx.find(facts.EventTold, call_id=matter.call_id)
    rows = [row for row in told if row.matter_id == matter.id]
    back = {row.corrects: row for row in rows if row.taken_back}
    versions = {
        row.id: row for row in tx.many(facts.EventCardVersion, {row.version_id for row in rows})
    }
    return tuple(
        ToldEventDraft(
            id=row.id,
            at=row.at,
            card_id=row.card_id,
            version_id=row.version_id,
            title=versions[row.version_id].title if row.version_id in versions else "",
            taken_back=back[row.id].id if row.id in back else None,
            taken_back_at=back[row.id].at if row.id in back else None,
        )
        for row in rows
        if not row.taken_back
    )


def _with_steps(
    tx: Reader, call_id: UUID, matters: tuple[MatterDraft, ...]
) -> tuple[MatterDraft, ...]:
    """The matters with what was done in the call to tickets that there were already.

    Only a supplement says of which matter it is; the others stand with the first.
    """
    events = [row for row in tx.find(facts.TicketEvent, call_id=call_id) if row.action in SECOND]
    tickets = {row.id: row for row in tx.many(facts.Ticket, {row.ticket_id for row in events})}
    back = {row.ref for one in tickets for row in tx.find(facts.TicketEvent, ticket_id=one)
            if row.action == Action.TAKE_BACK}  # fmt: skip
    steps: dict[UUID, list[StepDraft]] = {}
    for row in events if matters else ():
        step = StepDraft(
            id=row.id,
            at=row.at,
            ticket_id=row.ticket_id,
            number=tickets[row.ticket_id].number,
            action=Action(row.action),
            based_on=row.based_on,
            reason=row.reason,
            note=row.note or "",
            told=row.told or "",
            ref=row.ref,
            taken_back=row.id in back,
        )
        steps.setdefault(row.matter_id or matters[0].id, []).append(step)
    return tuple(replace(one, steps=tuple(steps.get(one.id, ()))) for one in matters)


# -- readbacks ---------------------------------------------------------------------------


def _readbacks(tx: Reader, matter: UUID, lines: Sequence[Line]) -> tuple[ReadbackDraft, ...]:
    line_of = {version.id: line.id for line in lines for version in line.versions}
    answers: dict[UUID, list[facts.ReadbackAnswer]] = {}
    for row in tx.find(facts.ReadbackAnswer, matter_id=matter):
        answers.setdefault(row.readback_id, []).append(row)
    made = []
    for run in sorted(tx.find(facts.Readback, matter_id=matter), key=lambda row: row.n):
        items = tuple(_items(answers.get(run.id, ()), line_of))
        made.append(
            ReadbackDraft(
                id=run.id, at=run.at, n=run.n, scope=run.scope, mode=run.mode,
                items=items, current=len(items),
            )
        )  # fmt: skip
    return tuple(made)


def _items(answers: Sequence[facts.ReadbackAnswer], line_of: Mapping[UUID, UUID]) -> Iterable[Item]:
    """One item for each first answer, with the answers that changed it."""
    changes = {row.corrects: row for row in answers if row.corrects is not None}
    new_wordings: set[tuple[UUID, str | None]] = set()
    for first in (row for row in answers if row.corrects is None):
        rows = [first]
        while rows[-1].id in changes:
            rows.append(changes[rows[-1].id])
        statement = first.item is ItemKind.STATEMENT
        yield Item(
            kind=first.item,
            line=line_of.get(first.target) if statement else None,
            element=first.element,
            again=(first.target, first.element) in new_wordings,
            given=tuple(_given(row) for row in rows),
        )
        new_wordings |= {(row.corrected_to, row.element) for row in rows if row.corrected_to}


def _given(row: facts.ReadbackAnswer) -> Given:
    return Given(
        id=row.id,
        at=row.at,
        answer=row.answer,
        target=row.target,
        reason=row.reason,
        corrected_to=row.corrected_to,
        mode=row.mode,
    )


# -- what no fact holds ------------------------------------------------------------------


def strips_of(draft: Draft) -> dict[str, Any]:
    """The registration strips of the matters without a ticket, as plain JSON values."""
    return {
        str(matter.id): to_state(matter.strip)
        for matter in draft.matters
        if matter.ticket is None and matter.strip != Strip()
    }


def with_strips(draft: Draft, strips: Mapping[str, Any]) -> Draft:
    """The draft with such strips; one that this program cannot read is left out."""
    for matter in draft.matters:
        state = strips.get(str(matter.id))
        if matter.ticket is None and isinstance(state, dict):
            try:
                strip = from_state(Strip, state)
            except (ValueError, LookupError, TypeError):
                continue
            draft = draft.with_matter(replace(matter, strip=strip))
    return draft
