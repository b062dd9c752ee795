"""A scripted caller's words and answers, and a practice call beside its script: tables."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from operator_desk.domain import call_flow, readback
from operator_desk.domain.draft import Draft
from operator_desk.domain.practice import Judged, Missed, Times, WrongAnswer, judged
from operator_desk.domain.said_alike import fits, holds, plain, slip
from operator_desk.domain.scripted import Practised, ScriptedAnswer, ScriptedCall
from operator_desk.domain.scripted_caller import answer_to, heard_as, pause_s, spoken_s
from operator_desk.domain.terms import Answer, ItemKind, MatterKind, Outcome, Scope
from tests.domain.makers import NOON, Ticking, typed

FIRST, MENDED = "我要投诉劲力健身，办的卡不给退。", "已经连着五个晚上去找他们了。"
SCRIPT = ScriptedCall(
    id="p",
    started_at=NOON,
    caller_number="16000000105",
    kind=MatterKind.COMPLAINT,
    statements=(
        "我要投诉劲力健身，办的卡不给退。",
        "已经连着四个晚上去找他们了。",
        "带班的姓什么我不想说。",
        "回电话打16000004471。",
    ),
    outcome=Outcome.TICKET,
    talk_s=200,
    after_call_s=40,
    title="健身卡退费",
    category="050101",
    readback=(
        ScriptedAnswer(Answer.CONFIRMED),
        ScriptedAnswer(Answer.CORRECTED, "已经连着五个晚上去找他们了。"),
        ScriptedAnswer(Answer.DECLINED, "will_not_say"),
    ),
    told=("own:refund",),
    practice=Practised(
        elements=(("merchant", "劲力健身长桥店"), ("paid", "一共交了3680元"), ("proof", "有合同")),
        verbatim=("劲力健身", "3680", "程雨薇"),
        pauses=(3,),
        pace=2.0,
    ),
)
ENGLISH = replace(
    SCRIPT,
    statements=("The plate is KLM 4471.", "It is the 4th night in a row."),
    readback=(),
    practice=Practised(verbatim=("KLM 4471",)),
)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("六千三百元", "6300元"), ("六千三", "6300"), ("三万二", "32000"), ("一百零五", "105"),
        ("一三八零零", "13800"), ("十一点", "11点"), ("二〇一九年六月", "2019年6月"),
        ("YT7031 5582 9046", "yt703155829046"), ("138-0000-2206", "13800002206"),
        ("ＡＢ１２", "ab12"), ("3号楼，2单元", "3号楼2单元"), ("老百姓", "老百姓"), ("两个", "2个"),
    ],
)  # fmt: skip
def test_words_are_compared_as_they_were_meant(text: str, meant: str) -> None:
    assert plain(text) == meant


@pytest.mark.parametrize(
    ("words", "right", "whole", "field"),
    [
        ("卡里一共交了三千六百八十元", "一共交了3680元", True, True),
        ("3680", "一共交了3680元", False, True),
        ("3860", "一共交了3680元", False, False),
        ("劲力健身", "劲力健身长桥店", False, True),
        ("", "劲力健身长桥店", False, False),
        ("别的话", "劲力健身长桥店", False, False),
        ("有合同和付款截图", "有合同", True, True),
    ],
)
def test_what_stands_in_a_record_or_a_field(
    words: str, right: str, whole: bool, field: bool
) -> None:
    assert holds(words, right) is whole
    assert fits(words, right) is field


@pytest.mark.parametrize(
    ("words", "token", "wrong"),
    [
        ("我叫程宇薇", "程雨薇", True), ("我叫程雨薇", "程雨薇", False),
        ("我姓程", "程雨薇", False),
        ("打16000004417", "16000004471", True), ("交了3860元", "3680", False), ("3", "3680", False),
    ],
)  # fmt: skip
def test_a_slip_is_a_name_or_number_that_is_all_but_right(
    words: str, token: str, wrong: bool
) -> None:
    assert slip(words, token) is wrong


@pytest.mark.parametrize(
    ("kind", "element", "words", "answer", "right"),
    [
        (ItemKind.STATEMENT, None, "我要投诉劲力健身，办的卡不给退", Answer.CONFIRMED, ""),
        (ItemKind.STATEMENT, None, "投诉劲力健身不给退卡", Answer.CONFIRMED, ""),
        (ItemKind.STATEMENT, None, "投诉进力健身，办的卡不给退", Answer.CORRECTED, FIRST),
        (ItemKind.STATEMENT, None, "连着四个晚上去找他们", Answer.CORRECTED, MENDED),
        (ItemKind.STATEMENT, None, "已经连着五个晚上去找他们了。", Answer.CONFIRMED, ""),
        (ItemKind.STATEMENT, None, "带班的姓什么不想说", Answer.DECLINED, ""),
        (ItemKind.STATEMENT, None, "回电话打16000004417", Answer.CORRECTED, SCRIPT.statements[3]),
        (ItemKind.STATEMENT, None, "回电话打 160 0000 4471", Answer.CONFIRMED, ""),
        (ItemKind.STATEMENT, None, "我的名字是程宇薇", Answer.CONFIRMED, ""),
        (ItemKind.ELEMENT, "paid", "3680元", Answer.CONFIRMED, ""),
        (ItemKind.ELEMENT, "paid", "3860元", Answer.CORRECTED, "一共交了3680元"),
        (ItemKind.ELEMENT, "merchant", "进力健身长桥店", Answer.CORRECTED, "劲力健身长桥店"),
        (ItemKind.ELEMENT, "other", "什么都行", Answer.CONFIRMED, ""),
        (ItemKind.SUMMARY, None, "劲力健身卡退费，交3680元", Answer.CONFIRMED, ""),
        (ItemKind.SUMMARY, None, "健身卡退费，交3890元", Answer.CORRECTED, "健身卡退费"),
    ],
)  # fmt: skip
def test_the_caller_answers_what_is_read_back(
    kind: ItemKind, element: str | None, words: str, answer: Answer, right: str
) -> None:
    heard = heard_as(SCRIPT, kind, element, words)
    assert (heard.answer, heard.words) == (answer, right)
    assert heard.said
    assert right in heard.said


def test_a_caller_answers_in_the_language_of_the_call() -> None:
    wrong = heard_as(ENGLISH, ItemKind.STATEMENT, None, "The plate is KLM 4417.")
    assert (wrong.answer, wrong.said) == (
        Answer.CORRECTED,
        "No, it should be: The plate is KLM 4471.",
    )
    assert heard_as(ENGLISH, ItemKind.STATEMENT, None, "plate KLM 4471").answer is Answer.CONFIRMED
    assert answer_to(ENGLISH, "paid") == "I do not know that."
    assert answer_to(SCRIPT, "paid") == "一共交了3680元"


def test_speech_takes_its_time() -> None:
    assert spoken_s("我今年五十八岁以前在厂里上班") == pytest.approx(3.5)
    assert spoken_s("我今年五十八岁以前在厂里上班", 2.0) == pytest.approx(1.75)
    assert 1.5 < spoken_s("The plate is KLM 4471, please.") < 4.0
    assert spoken_s("") > 0
    assert (pause_s(SCRIPT, 0), pause_s(SCRIPT, 1)) == (3, 3.0)


def begun(clock: Ticking, *words: str, **given: object) -> Draft:
    draft = call_flow.started(clock.new_id(), clock.stamp(), number="16000000105")
    matter = replace(typed(clock, draft.matter, *words), **given)  # type: ignore[arg-type]
    return replace(draft.with_matter(matter), practice="p")


def came(draft: Draft, outcome: Outcome | None = Outcome.TICKET) -> Judged:
    return judged(SCRIPT, draft, outcome)


def test_an_empty_call_has_missed_everything() -> None:
    found = came(begun(Ticking()), None)
    assert [one.code for one in found.missed] == ["merchant", "paid", "proof"]
    assert (found.not_told, found.told, found.read_back) == (("own:refund",), (), False)
    assert not any(there for _words, there in found.verbatim)
    assert not found.kind.right
    assert not found.category.right
    assert not found.outcome.right
    assert not found.nothing_missed


def test_elements_are_looked_for_in_form_and_record() -> None:
    clock = Ticking()
    draft = begun(
        clock, "在劲力健身长桥店办的卡。", elements=(("paid", "3860"), ("proof", "有合同"))
    )
    assert came(draft).missed == (Missed("paid", "一共交了3680元", "3860"),)
    assert dict(came(draft).verbatim) == {"劲力健身": True, "3680": False, "程雨薇": False}
    assert came(replace(draft, name="程雨薇")).verbatim[2] == ("程雨薇", True)


def test_kind_category_and_outcome_stand_beside_the_script() -> None:
    clock = Ticking()
    draft = begun(clock, "退卡。", kind=MatterKind.INQUIRY, category="050101")
    found = came(draft, Outcome.DIRECT_ANSWER)
    assert (found.kind.right, found.kind.given, found.category.right) == (False, "inquiry", True)
    assert (found.outcome.wanted, found.outcome.right) == ("ticket", False)
    other = call_flow.next_matter(draft, clock.stamp())
    right = replace(other.matter, kind=MatterKind.COMPLAINT)
    assert came(other.with_matter(right)).kind.right


def test_what_was_pressed_against_the_caller_is_named() -> None:
    clock = Ticking()
    draft = begun(clock, "连着四个晚上去找他们。", "回电话打16000004471。")
    matter = readback.begun(draft.matter, Scope.WHOLE, clock.stamp())
    for _item in range(2):
        matter = readback.answered(matter, Answer.CONFIRMED, clock.stamp())
    found = came(draft.with_matter(matter))
    assert found.wrong_answers == (
        WrongAnswer("连着四个晚上去找他们。", Answer.CORRECTED, Answer.CONFIRMED),
    )
    assert found.read_back is True
    mended = readback.begun(draft.matter, Scope.WHOLE, clock.stamp())
    mended = readback.corrected(mended, "连着五个晚上去找他们。", clock.stamp())
    for _item in range(2):
        mended = readback.answered(mended, Answer.CONFIRMED, clock.stamp())
    assert came(draft.with_matter(mended)).wrong_answers == ()
    hung_up = readback.broken_off(
        readback.begun(draft.matter, Scope.WHOLE, clock.stamp()), clock.stamp()
    )
    assert came(draft.with_matter(hung_up)).wrong_answers == ()


def test_a_right_answer_and_times() -> None:
    clock = Ticking()
    draft = begun(clock, "退卡。")
    for key in ("own:refund", "own:other"):
        draft = call_flow.told(draft, key, clock.new_id(), key, clock.stamp())
    start = draft.started_at
    draft = replace(draft, ended_at=start + timedelta(seconds=90))
    found = judged(
        SCRIPT,
        draft,
        Outcome.TICKET,
        searched_at=start + timedelta(seconds=12),
        closed_at=start + timedelta(seconds=100),
    )
    assert (found.told, found.not_told, found.told_besides) == (
        ("own:refund",),
        (),
        ("own:other",),
    )
    told_s = round((draft.matter.told[0].at - start).total_seconds())
    assert found.times == Times(search_s=12, told_s=told_s, talk_s=90, after_call_s=10)
    assert found.script_times == Times(talk_s=200, after_call_s=40)


def test_a_call_as_the_script_has_it_has_missed_nothing() -> None:
    clock = Ticking()
    draft = begun(
        clock,
        "劲力健身的卡不给退。",
        "一共交了3680元。",
        kind=MatterKind.COMPLAINT,
        category="050101",
        elements=(("merchant", "劲力健身长桥店"), ("proof", "合同有")),
    )
    draft = replace(
        call_flow.told(draft, "own:refund", clock.new_id(), "", clock.stamp()), name="程雨薇"
    )
    matter = readback.begun(draft.matter, Scope.WHOLE, clock.stamp())
    for _item in matter.readbacks[-1].items:
        matter = readback.answered(matter, Answer.CONFIRMED, clock.stamp())
    assert came(draft.with_matter(matter)).nothing_missed
