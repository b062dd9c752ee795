"""Calls by chance: any key an operator may press, in any order, as hypothesis draws them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any
from uuid import UUID

from hypothesis import strategies as st

from operator_desk.domain import call_flow, fact_rows, readback, record
from operator_desk.domain.draft import Draft, MatterDraft, SealDraft, TicketDraft
from operator_desk.domain.facts import Fact
from operator_desk.domain.terms import Answer, MatterKind, Scope
from tests.domain.makers import Ticking, draft

Step = tuple[Any, ...]
CODES = ("merchant", "paid")
# Few characters, so that wordings meet again; blanks, full stops and closing marks among them.
WORDS = st.text("停水了。！？；”’ a,", max_size=8)
PARAGRAPHS = st.lists(WORDS, max_size=6)
PLACES = st.integers(0, 9)

STEPS: st.SearchStrategy[Step] = st.one_of(
    st.tuples(st.just("type"), PARAGRAPHS),
    st.tuples(st.just("change"), PLACES, WORDS),
    st.tuples(st.just("insert"), PLACES, WORDS),
    st.tuples(st.just("mark"), PLACES),
    st.tuples(st.just("summary"), WORDS),
    st.tuples(st.just("element"), st.sampled_from(CODES), WORDS),
    st.tuples(st.just("kind"), st.sampled_from(list(MatterKind))),
    st.tuples(st.just("begin"), st.sampled_from(list(Scope))),
    st.tuples(st.just("answer"), st.sampled_from([a for a in Answer if a != Answer.CORRECTED])),
    st.tuples(st.just("correct"), WORDS),
    st.tuples(st.just("move"), st.sampled_from([-1, 1])),
    st.tuples(st.just("jump"), PLACES),
    st.tuples(st.just("break")),
    st.tuples(st.just("told"), st.sampled_from(["a", "b"])),
    st.tuples(st.just("next matter")),
    st.tuples(st.just("go to"), PLACES),
    st.tuples(st.just("caller"), st.sampled_from(["", "13800002206"]), WORDS),
    st.tuples(st.just("freeze")),
    st.tuples(st.just("ticket")),
)
CALLS = st.lists(STEPS, max_size=30)

# A record that is read back again and again, with hardly anything else in between.
_READING: st.SearchStrategy[Step] = st.one_of(
    st.tuples(st.just("begin"), st.sampled_from(list(Scope))),
    st.tuples(st.just("answer"), st.sampled_from([a for a in Answer if a != Answer.CORRECTED])),
    st.tuples(st.just("correct"), st.sampled_from(["停", "水", "了", ""])),
    st.tuples(st.just("change"), PLACES, st.sampled_from(["停", "水", "了", ""])),
    st.tuples(st.just("summary"), st.sampled_from(["停", "水", ""])),
    st.tuples(st.just("mark"), PLACES),
    st.tuples(st.just("move"), st.sampled_from([-1, 1])),
    st.tuples(st.just("break")),
)
READBACKS = st.builds(
    lambda said, element, reading: [("type", said), ("element", *element), *reading],
    st.lists(st.sampled_from(["停", "水", "了", "停。水。"]), min_size=1, max_size=3),
    st.tuples(st.sampled_from(CODES), st.sampled_from(["停", ""])),
    st.lists(_READING, min_size=3, max_size=25),
)
ANY = st.one_of(CALLS, READBACKS)


def take(ticking: Ticking, running: Draft, step: Step) -> Draft:
    """The call after one step; a step that has no place now does nothing."""
    name, *given = step
    if name in _CALL:
        return _CALL[name](ticking, running, *given)
    return running.with_matter(_MATTER[name](ticking, running.matter, *given))


def played(ticking: Ticking, steps: Iterable[Step]) -> Draft:
    """An empty call after all steps."""
    running = draft(ticking)
    for step in steps:
        running = take(ticking, running, step)
    return running


def facts_of(running: Draft) -> dict[UUID, Fact]:
    """The facts that a call stands for, by id; no two have the same."""
    rows = list(fact_rows.rows(running))
    found = {row.id: row for row in rows}
    assert len(found) == len(rows)
    return found


# -- what happens to the call ------------------------------------------------------------


def _told(ticking: Ticking, running: Draft, key: str) -> Draft:
    return call_flow.told(running, key, UUID(int=77), key, ticking.stamp())


def _next_matter(ticking: Ticking, running: Draft) -> Draft:
    return call_flow.next_matter(running, ticking.stamp())


def _go_to(_ticking: Ticking, running: Draft, place: int) -> Draft:
    return replace(running, current=place % len(running.matters))


def _caller(ticking: Ticking, running: Draft, number: str, name: str) -> Draft:
    named = replace(running, number=number, name=name)
    return call_flow.frozen_caller(named, ticking.stamp())


def _freeze(ticking: Ticking, running: Draft) -> Draft:
    return call_flow.frozen(running, ticking.stamp())


def _ticket(ticking: Ticking, running: Draft) -> Draft:
    matter = running.matter
    if matter.ticket is not None:
        return running
    ready = call_flow.ready_to_register(running, ticking.stamp())
    at = ticking.now()
    number = f"20261123-A01-{matter.n:04}"
    seal = SealDraft(id=ticking.new_id(), number=matter.n, part=0, at=at)
    ticket = TicketDraft(id=ticking.new_id(), number=number, at=at)
    return call_flow.with_ticket(ready, matter.id, ticket, seal)


_CALL: dict[str, Callable[..., Draft]] = {
    "told": _told,
    "next matter": _next_matter,
    "go to": _go_to,
    "caller": _caller,
    "freeze": _freeze,
    "ticket": _ticket,
}


# -- what happens to the matter in hand --------------------------------------------------


def _type(ticking: Ticking, matter: MatterDraft, paragraphs: list[str]) -> MatterDraft:
    return record.edited(matter, paragraphs, ticking.stamp())


def _change(ticking: Ticking, matter: MatterDraft, place: int, words: str) -> MatterDraft:
    said = [line.words for line in record.visible(matter)]
    if said:
        said[place % len(said)] = words
    return record.edited(matter, said, ticking.stamp())


def _insert(ticking: Ticking, matter: MatterDraft, place: int, words: str) -> MatterDraft:
    said = [line.words for line in record.visible(matter)]
    said.insert(place % (len(said) + 1), words)
    return record.edited(matter, said, ticking.stamp())


def _mark(_ticking: Ticking, matter: MatterDraft, place: int) -> MatterDraft:
    lines = record.visible(matter)
    if not lines:
        return matter
    line = lines[place % len(lines)]
    return record.marked(matter, line.id, record.next_mark(line.mark))


def _summary(_ticking: Ticking, matter: MatterDraft, words: str) -> MatterDraft:
    return replace(matter, summary=words.strip())


def _element(_ticking: Ticking, matter: MatterDraft, code: str, words: str) -> MatterDraft:
    answers = dict.fromkeys(CODES, "") | dict(matter.elements) | {code: words.strip()}
    return replace(matter, elements=tuple(answers.items()))


def _kind(_ticking: Ticking, matter: MatterDraft, kind: MatterKind) -> MatterDraft:
    return replace(matter, kind=kind)


def _begin(ticking: Ticking, matter: MatterDraft, scope: Scope) -> MatterDraft:
    return readback.begun(matter, scope, ticking.stamp())


def _answer(ticking: Ticking, matter: MatterDraft, answer: Answer) -> MatterDraft:
    if readback.current(matter) is None:
        return matter
    return readback.answered(matter, answer, ticking.stamp(), "other")


def _correct(ticking: Ticking, matter: MatterDraft, words: str) -> MatterDraft:
    if readback.current(matter) is None:
        return matter
    return readback.corrected(matter, words, ticking.stamp())


def _move(_ticking: Ticking, matter: MatterDraft, step: int) -> MatterDraft:
    return readback.moved(matter, step)


def _jump(_ticking: Ticking, matter: MatterDraft, place: int) -> MatterDraft:
    return readback.at_item(matter, place)


def _break(ticking: Ticking, matter: MatterDraft) -> MatterDraft:
    return readback.broken_off(matter, ticking.stamp())


_MATTER: dict[str, Callable[..., MatterDraft]] = {
    "type": _type,
    "change": _change,
    "insert": _insert,
    "mark": _mark,
    "summary": _summary,
    "element": _element,
    "kind": _kind,
    "begin": _begin,
    "answer": _answer,
    "correct": _correct,
    "move": _move,
    "jump": _jump,
    "break": _break,
}
