"""Which facts a draft stands for: every frozen wording, answer and told article, with its id."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from operator_desk.domain import facts
from operator_desk.domain.draft import Draft, Given, Item, Line, MatterDraft, ReadbackDraft
from operator_desk.domain.facts import Fact

PRACTICE = "practice"  # the reference of a practice call; never the script, nor what came of it


def call_fact(draft: Draft, local_day: date) -> facts.Call:
    """The row of the call itself."""
    return facts.Call(
        id=draft.call_id,
        at=draft.started_at,
        actor=draft.operator,
        started_at=draft.started_at,
        local_day=local_day,
        direction=draft.direction,
        entry=draft.entry,
        purpose=draft.purpose,
        reference=PRACTICE if draft.practice else draft.reference,
    )


def rows(draft: Draft) -> Iterator[Fact]:
    """All other rows, in the order to store them: caller, matters with all that is frozen.

    Of a practice call there are none: nothing in it was said by anybody.
    """
    if draft.practice:
        return
    before = None
    for version in draft.callers:
        yield facts.Caller(
            id=version.id,
            at=version.at,
            actor=draft.operator,
            call_id=draft.call_id,
            corrects=before,
            number=version.number or None,
            name=version.name or None,
        )
        before = version.id
    for matter in draft.matters:
        if _has_rows(matter):
            yield from _matter(draft, matter)


def _has_rows(matter: MatterDraft) -> bool:
    frozen = any(line.versions for line in matter.lines)
    return bool(matter.forms or matter.told or matter.events or frozen)


def _matter(draft: Draft, matter: MatterDraft) -> Iterator[Fact]:
    yield facts.Matter(
        id=matter.id, at=matter.at, actor=draft.operator, call_id=draft.call_id, n=matter.n
    )
    for line in matter.lines:
        yield from _statements(draft, matter, line)
    yield from _forms(draft, matter)
    for readback in matter.readbacks:
        yield facts.Readback(
            id=readback.id,
            at=readback.at,
            actor=draft.operator,
            matter_id=matter.id,
            n=readback.n,
            scope=readback.scope,
            mode=readback.mode,
        )
        for item in readback.items:
            yield from _answers(draft, matter, readback, item)
    yield from _told(draft, matter)
    yield from _told_events(draft, matter)


def _statements(draft: Draft, matter: MatterDraft, line: Line) -> Iterator[Fact]:
    before = None
    for number, version in enumerate(line.versions, 1):
        yield facts.Statement(
            id=version.id,
            at=version.at,
            actor=draft.operator,
            matter_id=matter.id,
            line=line.id,
            n=version.n,
            version=number,
            corrects=before,
            part=line.part,
            mark=version.mark,
            typed_at=line.typed_at,
            words=version.words,
        )
        before = version.id


def _forms(draft: Draft, matter: MatterDraft) -> Iterator[Fact]:
    before = None
    for form in matter.forms:
        elements = {code: answer for code, answer in form.elements if answer}
        yield facts.MatterForm(
            id=form.id,
            at=form.at,
            actor=draft.operator,
            matter_id=matter.id,
            corrects=before,
            kind=form.kind,
            category=form.category,
            category_text=form.category_text,
            summary=form.summary or None,
            elements=json.dumps(elements, ensure_ascii=False) if elements else None,
        )
        before = form.id


def _answers(
    draft: Draft, matter: MatterDraft, readback: ReadbackDraft, item: Item
) -> Iterator[Fact]:
    before = None
    for given in item.given:
        yield _answer(draft, matter, readback, item, given, before)
        before = given


def _answer(
    draft: Draft,
    matter: MatterDraft,
    readback: ReadbackDraft,
    item: Item,
    given: Given,
    before: Given | None,
) -> Fact:
    return facts.ReadbackAnswer(
        id=given.id,
        at=given.at,
        actor=draft.operator,
        matter_id=matter.id,
        readback_id=readback.id,
        corrects=before.id if before else None,
        item=item.kind,
        target=given.target,
        element=item.element,
        answer=given.answer,
        reason=given.reason,
        corrected_to=given.corrected_to,
        mode=given.mode,
    )


def _told(draft: Draft, matter: MatterDraft) -> Iterator[Fact]:
    for told in matter.told:
        row = facts.Told(
            id=told.id,
            at=told.at,
            actor=draft.operator,
            call_id=draft.call_id,
            matter_id=matter.id,
            article_key=told.key,
            version_id=told.version_id,
        )
        yield row
        if told.taken_back is not None and told.taken_back_at is not None:
            yield facts.Told(
                id=told.taken_back,
                at=told.taken_back_at,
                actor=draft.operator,
                call_id=draft.call_id,
                matter_id=matter.id,
                article_key=told.key,
                version_id=told.version_id,
                taken_back=True,
                corrects=told.id,
            )


def _told_events(draft: Draft, matter: MatterDraft) -> Iterator[Fact]:
    for told in matter.events:
        row = facts.EventTold(
            id=told.id,
            at=told.at,
            actor=draft.operator,
            card_id=told.card_id,
            version_id=told.version_id,
            call_id=draft.call_id,
            matter_id=matter.id,
        )
        yield row
        if told.taken_back is not None and told.taken_back_at is not None:
            yield replace(
                row,
                id=told.taken_back,
                at=told.taken_back_at,
                taken_back=True,
                corrects=told.id,
            )
