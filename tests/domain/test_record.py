"""The record: paragraphs and statements."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from operator_desk.domain import record
from operator_desk.domain.terms import Mark
from tests.domain.makers import Ticking, draft, typed

paragraph = st.text(alphabet="水停了三天。！ab ，", max_size=8)
paragraphs = st.lists(paragraph, max_size=8)


def words(matter):
    return [line.words for line in record.visible(matter)]


def test_run_on_text_is_cut_at_chinese_full_stops():
    assert record.cut("停水三天。物业不管！有老人？对；请快") == [
        "停水三天。", "物业不管！", "有老人？", "对；", "请快",
    ]  # fmt: skip


def test_a_closing_quotation_mark_stays_with_its_statement():
    assert record.cut("他说：“明天修。”我不信。") == ["他说：“明天修。”", "我不信。"]


@given(st.text(max_size=60))
def test_cutting_loses_no_character(text):
    assert "".join("".join(record.cut(text)).split()) == "".join(text.split())


@given(paragraphs, paragraphs)
def test_the_record_holds_exactly_the_paragraphs(first, second):
    ticking = Ticking()
    matter = draft(ticking).matter
    for typed_now in (first, second):
        matter = record.edited(matter, typed_now, ticking.stamp())
    assert words(matter) == [text.strip() for text in second if text.strip()]
    assert len({line.id for line in matter.lines}) == len(matter.lines)


@given(paragraphs, paragraphs)
def test_a_stored_statement_is_never_dropped(first, second):
    ticking = Ticking()
    matter = record.edited(draft(ticking).matter, first, ticking.stamp())
    matter = record.frozen(matter, ticking.stamp())
    before = {line.id for line in matter.lines}
    after = record.edited(matter, second, ticking.stamp())
    assert before <= {line.id for line in after.lines}


def test_untouched_statements_keep_identity_time_and_mark():
    ticking = Ticking()
    matter = typed(ticking, draft(ticking).matter, "一", "二", "三")
    matter = record.marked(matter, matter.lines[2].id, Mark.VERBATIM)
    after = record.edited(matter, ["一", "二改", "三"], ticking.stamp())
    assert after.lines[0] == matter.lines[0]
    assert after.lines[2] == matter.lines[2]
    assert after.lines[1].id == matter.lines[1].id
    assert after.lines[1].typed_at == matter.lines[1].typed_at


def test_a_new_statement_is_never_called_verbatim():
    ticking = Ticking()
    assert {line.mark for line in draft(ticking, "一", "二").matter.lines} == {Mark.GIST}


def test_freezing_twice_adds_nothing():
    ticking = Ticking()
    once = record.frozen(draft(ticking, "一").matter, ticking.stamp())
    assert record.frozen(once, ticking.stamp()) == once


def test_a_changed_wording_gets_a_second_version():
    ticking = Ticking()
    matter = record.frozen(draft(ticking, "一").matter, ticking.stamp())
    matter = record.frozen(record.edited(matter, ["一改"], ticking.stamp()), ticking.stamp())
    assert [version.words for version in matter.lines[0].versions] == ["一", "一改"]


def test_the_summary_is_proposed_from_elements_else_from_the_first_statement():
    ticking = Ticking()
    matter = draft(ticking, "健身房关门").matter
    assert record.proposed_summary(matter, {}) == "健身房关门"
    matter = replace(matter, elements=(("merchant", "某健身房"), ("paid", "6300元")))
    labels = {"merchant": "商家", "paid": "已付"}
    assert record.proposed_summary(matter, labels) == "商家：某健身房；已付：6300元"


EDITS = st.lists(st.tuples(paragraphs, st.booleans()), max_size=6)


@given(EDITS)
def test_any_sequence_of_edits_ends_in_the_last_text(edits):
    ticking = Ticking()
    matter = draft(ticking).matter
    for text, stored in edits:
        matter = record.edited(matter, text, ticking.stamp())
        assert words(matter) == [part.strip() for part in text if part.strip()]
        matter = record.frozen(matter, ticking.stamp()) if stored else matter
    assert len({line.id for line in matter.lines}) == len(matter.lines)


@given(EDITS)
def test_no_stored_word_is_ever_lost(edits):
    ticking = Ticking()
    matter, kept = draft(ticking).matter, {}
    for text, stored in edits:
        matter = record.edited(matter, text, ticking.stamp())
        matter = record.frozen(matter, ticking.stamp()) if stored else matter
        now = {one.id: one for line in matter.lines for one in line.versions}
        assert kept.items() <= now.items()
        kept = now


distinct = st.lists(st.sampled_from("一二三四五六七八"), min_size=1, max_size=6, unique=True)


@given(distinct, st.integers(0, 9), st.sampled_from(["九", "十"]))
def test_typing_between_statements_touches_no_other(said, place, new):
    ticking = Ticking()
    before = draft(ticking, *said).matter
    place %= len(said) + 1
    text = [*said[:place], new, *said[place:]]
    after = record.edited(before, text, ticking.stamp())
    assert [line for line in after.lines if line.words != new] == list(before.lines)


@given(distinct, st.integers(0, 9))
def test_taking_one_statement_out_touches_no_other(said, place):
    ticking = Ticking()
    before = draft(ticking, *said).matter
    place %= len(said)
    after = record.edited(before, [*said[:place], *said[place + 1 :]], ticking.stamp())
    assert list(after.lines) == [line for n, line in enumerate(before.lines) if n != place]


@given(distinct, st.integers(0, 9), st.sampled_from(["九", "十", "一二"]))
def test_a_changed_statement_stays_the_same_statement(said, place, new):
    ticking = Ticking()
    before = draft(ticking, *said).matter
    place %= len(said)
    after = record.edited(before, [*said[:place], new, *said[place + 1 :]], ticking.stamp())
    for n, (line, old) in enumerate(zip(after.lines, before.lines, strict=True)):
        assert line == (replace(old, words=new) if n == place else old)


@given(distinct, st.integers(0, 9))
def test_a_split_statement_keeps_its_identity_in_the_first_part(said, place):
    ticking = Ticking()
    said = [f"{one}甲{one}" for one in said]
    before = draft(ticking, *said).matter
    place %= len(said)
    one = said[place]
    text = [*said[:place], one[:2], one[2:], *said[place + 1 :]]
    after = record.edited(before, text, ticking.stamp())
    assert after.lines[place] == replace(before.lines[place], words=one[:2])
    assert after.lines[place + 1].id not in {line.id for line in before.lines}
    assert after.lines[place + 2 :] == before.lines[place + 1 :]


def test_a_withdrawn_statement_is_stored_as_withdrawn_and_stays():
    ticking = Ticking()
    matter = record.frozen(draft(ticking, "一", "二").matter, ticking.stamp())
    matter = record.frozen(record.edited(matter, ["二"], ticking.stamp()), ticking.stamp())
    gone = next(line for line in matter.lines if not line.words)
    assert [(one.words, one.n) for one in gone.versions] == [("一", 1), ("", 1)]
    assert words(matter) == ["二"]
    again = record.edited(matter, ["二", "一"], ticking.stamp())
    assert again.lines[1].id != gone.id
    assert gone in again.lines


@given(st.text("停水。！？；!?;”’」』）) a\n\u3000", max_size=40))
def test_statements_are_the_text_with_nothing_but_blanks_in_between(text):
    at = 0
    for part in record.cut(text):
        found = text.index(part, at)
        assert not text[at:found].strip()
        at = found + len(part)
        assert part == part.strip() != ""
        assert record.cut(part) == [part]
    assert not text[at:].strip()


@given(st.lists(st.text("停水ab ，", min_size=1, max_size=6).filter(str.strip), max_size=5))
def test_statements_are_cut_behind_each_mark(said):
    marks = "。！？；!?;"
    text = "".join(f"{one.strip()}{marks[n % len(marks)]}" for n, one in enumerate(said))
    assert [part[:-1] for part in record.cut(text)] == [one.strip() for one in said]


@given(paragraphs)
def test_run_on_text_is_cut_once_and_keeps_its_words(said):
    ticking = Ticking()
    matter = record.edited(draft(ticking).matter, said, ticking.stamp())
    once = record.cut_run_on(matter, ticking.stamp())
    assert record.cut_run_on(once, ticking.stamp()) == once
    assert "".join("".join(words(once)).split()) == "".join("".join(said).split())
    firsts = {line.id for line in matter.lines}
    assert firsts <= {line.id for line in once.lines}


def test_stored_statements_are_not_cut():
    ticking = Ticking()
    matter = record.frozen(draft(ticking, "停水。物业不管。").matter, ticking.stamp())
    assert record.cut_run_on(matter, ticking.stamp()) == matter


def test_marks_go_round():
    assert [record.next_mark(mark) for mark in (Mark.GIST, Mark.VERBATIM, Mark.UNCLEAR)] == [
        Mark.VERBATIM,
        Mark.UNCLEAR,
        Mark.GIST,
    ]
