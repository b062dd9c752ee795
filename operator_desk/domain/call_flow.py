"""The flow of a call: starting, next matter, told, outcome, end. Pure; the window only shows it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from operator_desk.domain import readback, record
from operator_desk.domain.draft import (
    CallerVersion,
    Draft,
    EndDraft,
    MatterDraft,
    SealDraft,
    Stamp,
    TicketDraft,
    ToldDraft,
)
from operator_desk.domain.life_cycle import Action
from operator_desk.domain.phase import Phase
from operator_desk.domain.terms import Direction, Entry, Outcome, Purpose


def started(
    operator: UUID,
    stamp: Stamp,
    *,
    number: str = "",
    direction: Direction = Direction.IN,
    entry: Entry = Entry.LIVE,
    purpose: Purpose = Purpose.NONE,
    started_at: datetime | None = None,
) -> Draft:
    """A call that begins now (or, for an after-call entry, began at `started_at`)."""
    first = MatterDraft(id=stamp.new_id(), n=1, at=stamp.at)
    return Draft(
        call_id=stamp.new_id(),
        operator=operator,
        started_at=started_at or stamp.at,
        direction=direction,
        entry=entry,
        purpose=purpose,
        number=number,
        matters=(first,),
    )


def next_matter(draft: Draft, stamp: Stamp) -> Draft:
    """Another matter of the same caller: new record, category, ticket; the place is kept."""
    strip = draft.matter.strip
    kept = replace(
        MatterDraft(id=stamp.new_id(), n=len(draft.matters) + 1, at=stamp.at).strip,
        place_code=strip.place_code,
        place=strip.place,
        caller_address=strip.caller_address,
        callback=strip.callback,
    )
    matter = MatterDraft(id=stamp.new_id(), n=len(draft.matters) + 1, at=stamp.at, strip=kept)
    return replace(
        draft,
        matters=(*draft.matters, matter),
        current=len(draft.matters),
        cursor=0,
        phase=Phase.LISTENING,
    )


def told(draft: Draft, key: str, version_id: UUID, title: str, stamp: Stamp) -> Draft:
    """The article marked told in the version on the screen; told already, it is taken back."""
    matter = draft.matter
    standing = next((one for one in matter.standing_told if one.key == key), None)
    if standing is None:
        new = ToldDraft(id=stamp.new_id(), at=stamp.at, key=key, version_id=version_id, title=title)
        return draft.with_matter(replace(matter, told=(*matter.told, new)))
    back = replace(standing, taken_back=stamp.new_id(), taken_back_at=stamp.at)
    return draft.with_matter(
        replace(matter, told=tuple(back if one is standing else one for one in matter.told))
    )


def proposed_outcome(draft: Draft) -> Outcome:
    """What the call will be if nobody says otherwise.

    What was written down and led to neither ticket nor answer comes first, so that it is not
    lost: to register. (Guiding the caller to another line settles one matter, the answers of a
    follow-up call another.) Else ticket, also for a step on a ticket that there is already;
    guided, direct answer (also of progress), and silent when nothing was typed.
    """
    open_ = sum(not matter.settled for matter in draft.matters)
    if open_ > bool(draft.guided_to) + draft.asked:
        return Outcome.TO_REGISTER
    taken = [step for matter in draft.matters for step in matter.taken]
    if any(matter.registered for matter in draft.matters):
        return Outcome.TICKET
    if any(step.action is not Action.PROGRESS for step in taken):
        return Outcome.TICKET
    if draft.guided_to:
        return Outcome.GUIDED
    if taken or draft.asked or any(matter.answered for matter in draft.matters):
        return Outcome.DIRECT_ANSWER
    return Outcome.SILENT


def purpose(draft: Draft) -> Purpose:
    """What the call was for, seen from its end: a second call is one that led to nothing new.

    That is: something was done to a ticket that there was already, and no new ticket, no matter
    left to register and no answer in another matter came of it.
    """
    if draft.purpose is not Purpose.NONE or draft.direction is not Direction.IN:
        return draft.purpose
    new = any(
        matter.ticket or not matter.settled or (matter.answered and not matter.taken)
        for matter in draft.matters
    )
    second = any(matter.taken for matter in draft.matters)
    return Purpose.SECOND_CALL if second and not new else Purpose.NONE


def has_record(draft: Draft) -> bool:
    """Whether anything was typed, told, asked, or done to a ticket in the call."""
    return draft.asked or any(
        matter.noted or matter.told or matter.events or matter.taken for matter in draft.matters
    )


def last_sign(draft: Draft) -> datetime:
    """When the call was last known to run: its last row of any kind, at least its start."""
    signs = [draft.started_at]
    for matter in draft.matters:
        signs += [line.typed_at for line in matter.lines]
        signs += [run.at for run in matter.readbacks]
        signs += [
            given.at for run in matter.readbacks for item in run.items for given in item.given
        ]
        signs += [told.at for told in matter.told]
        signs += [told.at for told in matter.events]
        signs += [step.at for step in matter.steps]
    return max(signs)


def frozen_caller(draft: Draft, stamp: Stamp) -> Draft:
    """The draft with a stored version of the caller if number or name changed."""
    last = draft.callers[-1] if draft.callers else None
    known = (last.number, last.name) if last else ("", "")
    if known == (draft.number.strip(), draft.name.strip()):
        return draft
    new = CallerVersion(
        id=stamp.new_id(), at=stamp.at, number=draft.number.strip(), name=draft.name.strip()
    )
    return replace(draft, callers=(*draft.callers, new))


def hung_up(draft: Draft, at: datetime, stamp: Stamp) -> Draft:
    """The call ended: open readback items are *not read*, every wording is frozen."""
    matters = tuple(readback.broken_off(one, stamp) for one in draft.matters)
    ended = replace(draft, matters=matters, ended_at=at, phase=Phase.AFTER_CALL)
    return frozen(ended, stamp)


def frozen(draft: Draft, stamp: Stamp) -> Draft:
    """The draft with a stored version for every wording of every matter, and of the caller."""
    matters = tuple(record.frozen(one, stamp) for one in draft.matters)
    return frozen_caller(replace(draft, matters=matters), stamp)


def talk_s(draft: Draft) -> int:
    """Whole seconds from the start to the end of the call; 0 while it runs."""
    return (
        max(0, round((draft.ended_at - draft.started_at).total_seconds())) if draft.ended_at else 0
    )


def with_ticket(
    draft: Draft, matter_id: UUID, ticket: TicketDraft, seal: SealDraft | None
) -> Draft:
    """The draft after the store has acknowledged a ticket and the seal made with it."""
    for matter in draft.matters:
        if matter.id == matter_id:
            draft = draft.with_matter(replace(matter, ticket=ticket))
    return with_seal(draft, matter_id, seal)


def with_seal(draft: Draft, matter_id: UUID, seal: SealDraft | None) -> Draft:
    """The draft after the store has acknowledged a seal (None: there was nothing to seal)."""
    for matter in draft.matters:
        if seal is not None and matter.id == matter_id and seal not in matter.seals:
            draft = draft.with_matter(replace(matter, seals=(*matter.seals, seal)))
    return draft


def with_end(draft: Draft, end: EndDraft, seals: Iterable[tuple[UUID, SealDraft]] = ()) -> Draft:
    """The draft after the store has acknowledged its end and the seals made with it."""
    for matter_id, seal in seals:
        draft = with_seal(draft, matter_id, seal)
    if draft.ends and draft.ends[-1].id == end.id:
        return draft
    return replace(draft, ends=(*draft.ends, end))


def ready_to_register(draft: Draft, stamp: Stamp) -> Draft:
    """The draft with every wording of the matter in hand frozen, as a ticket needs it."""
    matter = record.frozen(record.cut_run_on(draft.matter, stamp), stamp)
    return frozen_caller(draft.with_matter(matter), stamp)
