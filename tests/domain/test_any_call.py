"""What holds of every call, whatever keys are pressed in whatever order."""

from __future__ import annotations

import json
from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from operator_desk.domain import call_flow, facts, readback, record, sealing
from operator_desk.domain.draft import Draft, Given, Item, MatterDraft
from operator_desk.domain.state import from_state, to_state
from operator_desk.domain.terms import REASON_SCOPE, Answer, ItemKind, Outcome, Scope
from tests.domain.chance import ANY, READBACKS, STEPS, Step, facts_of, played, take
from tests.domain.makers import Ticking, draft


def ended(ticking: Ticking, running: Draft) -> Draft:
    return call_flow.hung_up(running, ticking.now(), ticking.stamp())


@given(ANY)
def test_facts_are_added_and_never_changed(steps: list[Step]) -> None:
    ticking = Ticking()
    running = draft(ticking)
    before = facts_of(running)
    for step in steps:
        running = take(ticking, running, step)
        after = facts_of(running)
        assert before.items() <= after.items(), step
        before = after
    assert before.items() <= facts_of(ended(ticking, running)).items()


@given(ANY)
def test_the_journal_gives_back_the_very_same_call(steps: list[Step]) -> None:
    ticking = Ticking()
    running = played(ticking, steps)
    for one in (running, ended(ticking, running)):
        assert from_state(Draft, json.loads(json.dumps(to_state(one)))) == one


@given(ANY)
def test_what_is_frozen_twice_is_frozen_once(steps: list[Step]) -> None:
    ticking = Ticking()
    once = call_flow.frozen(played(ticking, steps), ticking.stamp())
    assert all(record.is_frozen(matter) for matter in once.matters)
    assert call_flow.frozen(once, ticking.stamp()) == once


@given(ANY)
def test_every_word_of_the_record_is_a_fact_at_the_end(steps: list[Step]) -> None:
    ticking = Ticking()
    done = ended(ticking, played(ticking, steps))
    rows = [row for row in facts_of(done).values() if isinstance(row, facts.Statement)]
    assert all(row.n >= 1 for row in rows)
    said = {row.words for row in rows}
    lines = [line for matter in done.matters for line in record.visible(matter)]
    assert {line.words for line in lines} <= said
    assert len({line.id for line in lines}) == len(lines)


@given(ANY)
def test_a_correction_names_what_it_corrects_and_nothing_is_corrected_twice(
    steps: list[Step],
) -> None:
    ticking = Ticking()
    found = facts_of(ended(ticking, played(ticking, steps)))
    corrected = [
        getattr(row, "corrects", None) for row in found.values() if getattr(row, "corrects", None)
    ]
    assert len(set(corrected)) == len(corrected)
    assert set(corrected) <= found.keys()


@given(ANY)
def test_answers_are_about_stored_rows_of_the_right_kind(steps: list[Step]) -> None:
    ticking = Ticking()
    found = facts_of(ended(ticking, played(ticking, steps)))
    for row in found.values():
        if isinstance(row, facts.ReadbackAnswer):
            statement = row.item is ItemKind.STATEMENT
            wanted = facts.Statement if statement else facts.MatterForm
            assert isinstance(found[row.target], wanted)
            assert (row.answer is Answer.CORRECTED) == (row.corrected_to is not None)
            if row.corrected_to is not None:
                assert isinstance(found[row.corrected_to], wanted)
            assert (row.element is not None) == (row.item is ItemKind.ELEMENT)


# -- the readback ------------------------------------------------------------------------


@given(ANY)
def test_after_the_end_no_item_of_the_last_readback_is_open(steps: list[Step]) -> None:
    ticking = Ticking()
    for matter in ended(ticking, played(ticking, steps)).matters:
        assert readback.current(matter) is None
        assert matter.readback is None or readback.finished(matter)


@given(ANY)
def test_the_place_being_read_is_in_the_readback_or_behind_its_end(steps: list[Step]) -> None:
    for matter in played(Ticking(), steps).matters:
        for one in matter.readbacks:
            assert 0 <= one.current <= len(one.items)


@given(ANY, st.sampled_from(list(Scope)))
def test_a_readback_holds_every_item_once(steps: list[Step], scope: Scope) -> None:
    ticking = Ticking()
    matter = readback.begun(played(ticking, steps).matter, scope, ticking.stamp())
    assert matter.readback is not None
    items = [readback.key(item) for item in matter.readback.items]
    assert len(set(items)) == len(items)
    every = {readback.key(item) for item in readback.all_items(matter)}
    assert set(items) <= every
    if scope is Scope.WHOLE:
        assert set(items) == every
        assert all(item.answer is None for item in matter.readback.items)


@given(READBACKS)
def test_what_was_answered_is_not_read_again_when_only_changes_are(steps: list[Step]) -> None:
    ticking = Ticking()
    matter = played(ticking, steps).matter
    matter = readback.begun(matter, Scope.WHOLE, ticking.stamp())
    for number in range(len(readback.all_items(matter))):
        answer = (Answer.CONFIRMED, Answer.DECLINED)[number % 2]
        matter = readback.answered(matter, answer, ticking.stamp())
    again = readback.begun(matter, Scope.CHANGED, ticking.stamp())
    assert again.readback is not None
    assert again.readback.items == ()


@given(READBACKS)
def test_what_was_not_read_for_want_of_time_is_read_when_only_changes_are(
    steps: list[Step],
) -> None:
    ticking = Ticking()
    matter = played(ticking, steps).matter
    matter = readback.begun(matter, Scope.WHOLE, ticking.stamp())
    said = _wordings(matter, lambda last: last.answer in (Answer.CONFIRMED, Answer.DECLINED))
    matter = readback.broken_off(matter, ticking.stamp())
    again = readback.begun(matter, Scope.CHANGED, ticking.stamp())
    assert again.readback is not None
    items = {(readback.key(item), _plain(again, item)) for item in again.readback.items}
    every = {(readback.key(item), _plain(again, item)) for item in readback.all_items(again)}
    left_out = _wordings(again, lambda last: last.reason == REASON_SCOPE)
    assert items == every - said - left_out


def _wordings(matter: MatterDraft, ended_so: Callable[[Given], bool]) -> set[tuple[object, str]]:
    """The wordings that were in a readback and ended there in one way."""
    return {
        (readback.key(item), readback.words_of(matter, item, item.given[-1].target))
        for one in matter.readbacks
        for item in one.items
        if item.given and ended_so(item.given[-1])
    }


@given(READBACKS, st.sampled_from([Answer.CONFIRMED, Answer.DECLINED, Answer.NOT_READ]))
def test_after_an_answer_the_next_open_item_is_read(steps: list[Step], answer: Answer) -> None:
    ticking = Ticking()
    matter = played(ticking, steps).matter
    if readback.current(matter) is not None:
        matter = readback.answered(matter, answer, ticking.stamp())
        now = readback.current(matter)
        assert readback.finished(matter) == (now is None)
        assert now is None or now.answer is None


@given(READBACKS)
def test_in_gist_scope_only_verbatim_statements_are_left_out(steps: list[Step]) -> None:
    ticking = Ticking()
    matter = readback.begun(played(ticking, steps).matter, Scope.GIST, ticking.stamp())
    assert matter.readback is not None
    marks = {line.id: line.mark.value for line in matter.lines}
    for item in matter.readback.items:
        verbatim = item.kind is ItemKind.STATEMENT and marks[item.line] == "verbatim"  # type: ignore[index]
        assert (item.answer is Answer.NOT_READ) == verbatim


# -- the seal ----------------------------------------------------------------------------


def seal(matter: MatterDraft, before: set[tuple[str, str]] | None = None) -> list[dict[str, str]]:
    return sealing.items(matter, lambda _cls, key: f"hash of {key}", before or set())


def covered(items: list[dict[str, str]]) -> set[tuple[str, str]]:
    return {(item["row"], item.get("answer_row", "")) for item in items}


@given(READBACKS)
def test_a_seal_has_one_entry_an_item_with_one_answer(steps: list[Step]) -> None:
    ticking = Ticking()
    for matter in ended(ticking, played(ticking, steps)).matters:
        found = seal(matter)
        assert len(found) == len(readback.all_items(matter))
        for entry, item in zip(found, readback.all_items(matter), strict=True):
            assert entry["row"] == str(readback.target(matter, item))
            assert entry["answer"] in list(Answer)
            assert ("answer_row" in entry) == ("answer_hash" in entry)
            assert "answer_row" in entry or entry["answer"] == Answer.NOT_READ
            assert entry["answer"] != Answer.NOT_READ or entry["reason"]
        assert seal(matter, covered(found)) == []


@given(ANY, STEPS)
def test_a_second_seal_covers_what_the_first_did_not(steps: list[Step], more: Step) -> None:
    ticking = Ticking()
    running = call_flow.frozen(played(ticking, steps), ticking.stamp())
    first = seal(running.matter)
    later = ended(ticking, take(ticking, running, more))
    matter = next(one for one in later.matters if one.id == running.matter.id)
    second = seal(matter, covered(first))
    assert covered(second) == covered(seal(matter)) - covered(first)


@given(READBACKS)
def test_the_seal_says_what_the_caller_said_to_the_present_words(steps: list[Step]) -> None:
    ticking = Ticking()
    for matter in ended(ticking, played(ticking, steps)).matters:
        for entry, item in zip(seal(matter), readback.all_items(matter), strict=True):
            said = _said_to(matter, item)
            if entry["answer"] == Answer.CORRECTED:
                assert "corrected to it" in said
            elif "corrected to it" not in said:
                last = [one for one in said if one != Answer.NOT_READ][-1:] or [Answer.NOT_READ]
                assert entry["answer"] == last[0]


def _said_to(matter: MatterDraft, item: Item) -> list[str]:
    """All that was said to an item in its present words, in order."""
    present = _plain(matter, item)
    row = readback.target(matter, item)
    said = []
    for one in matter.readbacks:
        for read in one.items:
            if readback.key(read) != readback.key(item):
                continue
            for given_ in read.given:
                if given_.answer is Answer.CORRECTED:
                    said += ["corrected to it"] if given_.corrected_to == row else []
                elif readback.words_of(matter, read, given_.target) == present:
                    said.append(given_.answer.value)
    return said


def _plain(matter: MatterDraft, item: Item) -> str:
    """The present words of an item, of an element without its label."""
    words = readback.words(matter, item)
    return words.partition("：")[2] if item.kind is ItemKind.ELEMENT else words


# -- told articles, outcome, matters -----------------------------------------------------


@given(ANY)
def test_an_article_stands_as_told_when_it_was_marked_an_odd_number_of_times(
    steps: list[Step],
) -> None:
    ticking = Ticking()
    running, marked = draft(ticking), dict[tuple[int, str], int]()
    for step in steps:
        if step[0] == "told":
            here = (running.matter.n, step[1])
            marked[here] = marked.get(here, 0) + 1
        running = take(ticking, running, step)
    standing = {(one.n, told.key) for one in running.matters for told in one.standing_told}
    assert standing == {here for here, times in marked.items() if times % 2}


@given(ANY)
def test_the_proposed_outcome_loses_no_matter(steps: list[Step]) -> None:
    ticking = Ticking()
    done = ended(ticking, played(ticking, steps))
    proposed = call_flow.proposed_outcome(done)
    if any(not matter.settled for matter in done.matters):
        assert proposed is Outcome.TO_REGISTER
    elif any(matter.ticket for matter in done.matters):
        assert proposed is Outcome.TICKET
    elif any(matter.standing_told for matter in done.matters):
        assert proposed is Outcome.DIRECT_ANSWER
    else:
        assert proposed is Outcome.SILENT
        assert not any(matter.noted for matter in done.matters)


@given(ANY)
def test_matters_are_numbered_from_one_without_a_gap(steps: list[Step]) -> None:
    running = played(Ticking(), steps)
    assert [matter.n for matter in running.matters] == list(range(1, len(running.matters) + 1))
    assert len({matter.id for matter in running.matters}) == len(running.matters)
