"""The readback: scope, order, answers, corrections."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from operator_desk.domain import call_flow, fact_rows, readback, record, sealing
from operator_desk.domain.draft import Draft
from operator_desk.domain.facts import ReadbackAnswer, Statement
from operator_desk.domain.state import from_state, to_state
from operator_desk.domain.terms import Answer, ItemKind, Mark, Scope
from tests.domain.makers import Ticking, draft


def read_words(matter):
    return [readback.words(matter, item) for item in matter.readback.items if item.answer is None]


def begun(ticking, *words, scope=Scope.WHOLE, verbatim=()):
    matter = draft(ticking, *words).matter
    for place in verbatim:
        matter = record.marked(matter, matter.lines[place].id, Mark.VERBATIM)
    return readback.begun(matter, scope, ticking.stamp())


def test_gist_and_unclear_statements_are_read_first():
    matter = begun(Ticking(), "一", "二", "三", verbatim=[0])
    assert read_words(matter) == ["二", "三", "一"]


def test_in_gist_scope_verbatim_statements_are_not_read_for_the_reason_scope():
    matter = begun(Ticking(), "一", "二", scope=Scope.GIST, verbatim=[1])
    assert read_words(matter) == ["一"]
    skipped = matter.readback.items[-1].given[-1]
    assert (skipped.answer, skipped.reason) == (Answer.NOT_READ, "scope")


def test_run_on_text_is_cut_when_it_is_read():
    matter = begun(Ticking(), "停水三天。物业不管。")
    assert read_words(matter) == ["停水三天。", "物业不管。"]


def test_a_corrected_item_is_read_again_in_its_new_wording():
    ticking = Ticking()
    matter = readback.corrected(begun(ticking, "一", "二"), "一改", ticking.stamp())
    assert readback.words(matter, readback.current(matter)) == "一改"
    assert readback.current(matter).again
    versions = matter.lines[0].versions
    assert [version.words for version in versions] == ["一", "一改"]
    given_answer = matter.readback.items[0].given[-1]
    assert (given_answer.target, given_answer.corrected_to) == (versions[0].id, versions[1].id)


def test_a_new_wording_that_is_being_typed_is_taken_when_the_caller_hangs_up():
    ticking = Ticking()
    matter = readback.correcting(begun(ticking, "一", "二"), " 一改 ")
    matter = readback.broken_off(matter, ticking.stamp())
    assert [item.answer for item in matter.readback.items] == [
        Answer.CORRECTED,
        Answer.NOT_READ,
        Answer.NOT_READ,
    ]
    assert matter.readback.typed is None
    assert record.visible(matter)[0].words == "一改"


@pytest.mark.parametrize("typed", [None, "", "  ", "一"])
def test_what_changes_no_word_is_no_correction(typed):
    ticking = Ticking()
    matter = readback.correcting(begun(ticking, "一"), typed)
    settled = readback.settled(matter, ticking.stamp())
    assert settled == readback.correcting(matter, None)


def test_a_second_readback_covers_only_what_was_not_answered():
    ticking = Ticking()
    matter = begun(ticking, "一", "二", "三")
    matter = readback.answered(matter, Answer.CONFIRMED, ticking.stamp())
    matter = readback.answered(matter, Answer.DECLINED, ticking.stamp(), "other")
    matter = readback.broken_off(matter, ticking.stamp())
    matter = readback.begun(matter, Scope.CHANGED, ticking.stamp())
    assert read_words(matter) == ["三"]


def test_a_second_readback_leaves_out_what_the_scope_left_out_until_it_changes():
    ticking = Ticking()
    matter = begun(ticking, "一", "二", scope=Scope.GIST, verbatim=[1])
    matter = readback.answered(matter, Answer.CONFIRMED, ticking.stamp())
    again = readback.begun(matter, Scope.CHANGED, ticking.stamp())
    assert read_words(again) == []
    changed = record.edited(matter, ["一", "二改"], ticking.stamp())
    assert read_words(readback.begun(changed, Scope.CHANGED, ticking.stamp())) == ["二改"]
    assert read_words(readback.begun(matter, Scope.WHOLE, ticking.stamp())) == ["一", "二"]


def test_a_readback_is_interrupted_as_long_as_it_covers_all_there_is_to_read():
    ticking = Ticking()
    matter = begun(ticking, "一", "二")
    assert readback.interrupted(matter)
    matter = readback.answered(matter, Answer.CONFIRMED, ticking.stamp())
    assert readback.first_open(matter) == 1
    for other in (
        record.edited(matter, ["一", "二", "三"], ticking.stamp()),
        record.edited(matter, ["一改", "二"], ticking.stamp()),
        replace(matter, summary="退款"),
    ):
        assert not readback.interrupted(other)
        assert not readback.interrupted(record.frozen(other, ticking.stamp()))
    marked = record.marked(matter, matter.lines[1].id, Mark.UNCLEAR)
    assert not readback.interrupted(marked)
    assert readback.interrupted(record.frozen(marked, ticking.stamp()))  # the words are the same
    done = readback.answered(matter, Answer.CONFIRMED, ticking.stamp())
    assert not readback.interrupted(done)
    assert not readback.interrupted(draft(ticking, "一").matter)


def test_a_statement_shows_the_answer_to_its_present_wording_only():
    ticking = Ticking()
    matter = readback.answered(
        begun(ticking, "一", "二"), Answer.DECLINED, ticking.stamp(), "other"
    )
    answers = [sealing.answer_of_line(matter, line) for line in matter.lines]
    assert answers == [Answer.DECLINED, None]
    changed = record.edited(matter, ["一改", "二", "三"], ticking.stamp())
    assert [sealing.answer_of_line(changed, line) for line in changed.lines] == [None] * 3


def test_going_back_changes_the_answer_and_keeps_the_first():
    ticking = Ticking()
    matter = readback.answered(begun(ticking, "一", "二"), Answer.CONFIRMED, ticking.stamp())
    matter = readback.moved(matter, -1)
    matter = readback.answered(matter, Answer.DECLINED, ticking.stamp(), "other")
    answers = [one.answer for one in matter.readback.items[0].given]
    assert answers == [Answer.CONFIRMED, Answer.DECLINED]
    assert readback.words(matter, readback.current(matter)) == "二"


def test_a_hang_up_leaves_the_rest_not_read():
    ticking = Ticking()
    running = draft(ticking, "一", "二")
    matter = readback.begun(running.matter, Scope.WHOLE, ticking.stamp())
    matter = readback.answered(matter, Answer.CONFIRMED, ticking.stamp())
    ended = call_flow.hung_up(running.with_matter(matter), ticking.now(), ticking.stamp())
    last = [(item.answer, item.given[-1].reason) for item in ended.matter.readback.items]
    assert last == [(Answer.CONFIRMED, None), (Answer.NOT_READ, "hung_up")]


def test_summary_and_elements_are_items():
    ticking = Ticking()
    matter = replace(
        draft(ticking, "一").matter, summary="退款", elements=(("paid", "6300元"), ("left", ""))
    )
    kinds = [item.kind for item in readback.all_items(matter)]
    assert kinds == [ItemKind.SUMMARY, ItemKind.ELEMENT, ItemKind.STATEMENT]


steps = st.lists(
    st.sampled_from(["confirm", "decline", "not_read", "correct", "back", "forth", "again"]),
    max_size=25,
)


def play(ticking, running: Draft, names) -> Draft:
    matter = readback.begun(running.matter, Scope.WHOLE, ticking.stamp())
    for number, name in enumerate(names):
        if name == "again":
            matter = readback.begun(matter, Scope.CHANGED, ticking.stamp())
        elif name in ("back", "forth"):
            matter = readback.moved(matter, -1 if name == "back" else 1)
        elif readback.current(matter) is not None:
            matter = one_step(ticking, matter, name, number)
    return running.with_matter(matter)


def one_step(ticking, matter, name, number):
    if name == "correct":
        return readback.corrected(matter, f"改{number}", ticking.stamp())
    answer = {"confirm": Answer.CONFIRMED, "decline": Answer.DECLINED}.get(name, Answer.NOT_READ)
    return readback.answered(matter, answer, ticking.stamp(), "other")


@given(steps)
def test_every_answer_and_every_wording_is_a_fact_of_its_own(names):
    ticking = Ticking()
    played = play(ticking, draft(ticking, "一", "二", "三"), names)
    ended = call_flow.hung_up(played, ticking.now(), ticking.stamp())
    rows = list(fact_rows.rows(ended))
    assert len({row.id for row in rows}) == len(rows)
    statements = {row.id: row for row in rows if isinstance(row, Statement)}
    for row in rows:
        if isinstance(row, ReadbackAnswer):
            assert row.target in statements
            if row.answer is Answer.CORRECTED:
                assert statements[row.corrected_to].corrects == row.target
    assert all(item.answer is not None for item in ended.matter.readback.items)


@given(steps)
def test_the_journal_gives_back_the_very_same_call(names):
    import json

    ticking = Ticking()
    played = play(ticking, draft(ticking, "一", "二"), names)
    assert from_state(Draft, json.loads(json.dumps(to_state(played)))) == played


@given(steps)
def test_the_seal_covers_every_present_wording_once(names):
    ticking = Ticking()
    played = play(ticking, draft(ticking, "一", "二", "三"), names)
    ended = call_flow.hung_up(played, ticking.now(), ticking.stamp())
    items = sealing.items(ended.matter, lambda _cls, key: str(key), set())
    rows = [item["row"] for item in items]
    assert rows == [str(line.versions[-1].id) for line in record.visible(ended.matter)]
    sealed = {(item["row"], item.get("answer_row", "")) for item in items}
    assert sealing.items(ended.matter, lambda _cls, key: str(key), sealed) == []


def test_a_correction_ends_as_corrected_in_the_seal():
    ticking = Ticking()
    matter = readback.corrected(begun(ticking, "一"), "一改", ticking.stamp())
    matter = readback.answered(matter, Answer.CONFIRMED, ticking.stamp())
    (item,) = sealing.items(matter, lambda _cls, _key: "hash", set())
    assert item["answer"] == "corrected"
    assert item["row"] == str(matter.lines[0].versions[-1].id)


def test_words_that_were_corrected_and_come_back_have_no_answer():
    ticking = Ticking()
    matter = readback.corrected(begun(ticking, "一"), "二", ticking.stamp())
    matter = record.frozen(record.edited(matter, ["一"], ticking.stamp()), ticking.stamp())
    (item,) = sealing.items(matter, lambda _cls, _key: "hash", set())
    assert (item["answer"], item["reason"]) == ("not_read", "scope")
    assert "answer_row" not in item


def test_corrected_words_that_were_changed_by_hand_have_no_answer():
    ticking = Ticking()
    matter = readback.corrected(begun(ticking, "一"), "二", ticking.stamp())
    matter = readback.answered(matter, Answer.CONFIRMED, ticking.stamp())
    matter = record.frozen(record.edited(matter, ["三"], ticking.stamp()), ticking.stamp())
    (item,) = sealing.items(matter, lambda _cls, _key: "hash", set())
    assert item["answer"] == "not_read"


def test_an_item_is_the_same_after_its_words_came_back():
    ticking = Ticking()
    matter = readback.answered(begun(ticking, "一"), Answer.CONFIRMED, ticking.stamp())
    for words in ("二", "一"):
        matter = record.frozen(record.edited(matter, [words], ticking.stamp()), ticking.stamp())
    (item,) = sealing.items(matter, lambda _cls, _key: "hash", set())
    assert item["answer"] == "confirmed"
    assert item["row"] == str(matter.lines[0].versions[2].id)


def test_nothing_is_read_before_a_readback_begins():
    ticking = Ticking()
    matter = draft(ticking, "一").matter
    assert readback.current(matter) is None
    assert not readback.finished(matter)
    assert readback.moved(matter, 1) == matter == readback.at_item(matter, 3)
    assert readback.broken_off(matter, ticking.stamp()) == matter
    with pytest.raises(LookupError, match="no item"):
        readback.answered(matter, Answer.CONFIRMED, ticking.stamp())
