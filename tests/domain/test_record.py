"""The record: paragraphs and statements."""

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
    from dataclasses import replace

    ticking = Ticking()
    matter = draft(ticking, "健身房关门").matter
    assert record.proposed_summary(matter, {}) == "健身房关门"
    matter = replace(matter, elements=(("merchant", "某健身房"), ("paid", "6300元")))
    labels = {"merchant": "商家", "paid": "已付"}
    assert record.proposed_summary(matter, labels) == "商家：某健身房；已付：6300元"
