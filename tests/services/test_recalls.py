"""Versions marked wrong: who was told them, and the calls back."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

import pytest

from operator_desk.domain import call_flow
from operator_desk.domain.article import Article, ArticleKind, Phone
from operator_desk.domain.draft import Draft
from operator_desk.domain.errors import UserError
from operator_desk.domain.facts import RecallStep
from operator_desk.domain.knowledge_terms import RecallAction
from operator_desk.domain.recalls import RecallState, ToldCall, ToldList, to_say
from operator_desk.domain.state import from_state, to_state
from operator_desk.domain.terms import Direction, MatterKind, Outcome, Purpose, Role, Secrecy
from operator_desk.services.people import Actor
from operator_desk.services.recalls import Corrected, Right
from tests.services.desk import Desk

KEY = "own:lamp"
LAMP = Article(KEY, ArticleKind.FAQ, "路灯报修", answer="请拨 0551-62881234。")
EDITOR = Actor(UUID(int=7 << 64), "ed", "Ed", (Role.EDITOR,))
LEAD = Actor(UUID(int=8 << 64), "lee", "Lee", (Role.LEAD,))


def publish(desk: Desk, answer: str) -> UUID:
    """The next version of the article; its id."""
    desk.services.knowledge.put(EDITOR, [replace(LAMP, answer=answer)])
    return desk.services.knowledge.get(KEY).version_id


def told(desk: Desk, draft: Draft, version: UUID) -> Draft:
    return call_flow.told(draft, KEY, version, LAMP.title, desk.stamp())


def closed(desk: Desk, draft: Draft, outcome: Outcome | None = None) -> Draft:
    """The call ended and closed as the window does it."""
    draft = replace(desk.hung_up(draft), chosen=outcome)
    desk.services.calls.finish(draft, desk.clock.now())
    return draft


def told_in(desk: Desk, version: UUID, number: str = "13800002206") -> Draft:
    return closed(desk, told(desk, desk.begun(number=number), version))


def mark(desk: Desk, **versions: int) -> ToldList:
    made = desk.services.recalls.mark(EDITOR, KEY, "号码已停用", **versions)
    return desk.services.recalls.told_list(EDITOR, made)


def seen(desk: Desk, actor: Actor, of: ToldList) -> ToldList:
    return desk.services.recalls.told_list(actor, of.id)


def by_call(found: ToldList) -> dict[UUID, ToldCall]:
    return {call.call_id: call for call in found.calls}


def test_the_list_names_every_call_that_was_told_the_marked_version_and_no_other(
    desk: Desk,
) -> None:
    first = publish(desk, "一")
    one = told_in(desk, first)
    back = told(desk, told(desk, desk.begun(), first), first)  # told and taken back
    closed(desk, back)
    second = publish(desk, "二")
    other = told_in(desk, second, number="")
    found = mark(desk, first=1)
    (call,) = found.calls
    assert (call.call_id, call.number, call.outcome) == (
        one.call_id,
        "138****2206",
        Outcome.DIRECT_ANSWER,
    )
    assert call.operator == desk.anna.staff_id
    assert (found.done, found.of, found.versions, found.open) == (0, 1, (1,), True)
    assert found.right is not None
    assert found.right.version_id == second
    both = mark(desk, first=1, last=2)  # the first one is marked already
    assert (both.versions, [one.call_id for one in both.calls]) == ((2,), [other.call_id])
    assert both.calls[0].state is RecallState.NO_NUMBER


def test_versions_say_in_how_many_calls_they_were_told(desk: Desk) -> None:
    first = publish(desk, "一")
    told_in(desk, first)
    told_in(desk, first)
    publish(desk, "二")
    found = mark(desk, first=1)
    rows = desk.services.recalls.versions(KEY)
    assert [(row.number, row.told, row.wrong) for row in rows] == [(2, 0, False), (1, 2, True)]
    assert (rows[1].told_list, rows[1].reason) == (found.id, "号码已停用")


def test_a_correction_of_what_was_told_is_noticed(desk: Desk) -> None:
    recalls, knowledge = desk.services.recalls, desk.services.knowledge
    told_in(desk, publish(desk, "一"))
    assert recalls.corrected(KEY) is None  # nothing came after it
    knowledge.put(EDITOR, [replace(LAMP, answer="一", keywords=("灯",), source="来函")])
    assert recalls.corrected(KEY) is None  # it says what it said
    told_in(desk, desk.services.knowledge.get(KEY).version_id)
    publish(desk, "二")
    assert recalls.corrected(KEY) == Corrected(KEY, LAMP.title, 1, 2, 2, "")
    publish(desk, "三")
    assert recalls.corrected(KEY) is None  # the version before was told to nobody
    told_in(desk, desk.services.knowledge.get(KEY).version_id)
    publish(desk, "四")
    recalls.mark(EDITOR, KEY, "号码已停用", 4, 4)
    assert recalls.corrected(KEY) is None


def test_who_was_told_what_is_taken_down_is_noticed(desk: Desk) -> None:
    told_in(desk, version := publish(desk, "一"))
    desk.services.editing.withdraw(EDITOR, version, "没有这回事")
    assert desk.services.recalls.corrected(KEY) == Corrected(KEY, LAMP.title, 1, 1, 1, "没有这回事")


def test_a_mark_needs_an_editor_a_reason_and_a_version_that_is_not_marked(desk: Desk) -> None:
    recalls = desk.services.recalls
    with pytest.raises(UserError, match="no article"):
        recalls.mark(EDITOR, "nobody", "wrong")
    publish(desk, "一")
    with pytest.raises(UserError, match="role editor"):
        recalls.mark(desk.anna, KEY, "wrong")
    with pytest.raises(UserError, match="wrong with it"):
        recalls.mark(EDITOR, KEY, "  ")
    mark(desk)
    with pytest.raises(UserError, match="marked already"):
        recalls.mark(EDITOR, KEY, "wrong")


def test_a_mark_that_is_taken_back_ends_the_list(desk: Desk) -> None:
    told_in(desk, publish(desk, "一"))
    found = mark(desk)
    with pytest.raises(UserError, match="why"):
        desk.services.recalls.take_back(EDITOR, found.id, "")
    desk.services.recalls.take_back(EDITOR, found.id, "it was right")
    assert desk.services.recalls.lists(EDITOR, closed=True) == []
    with pytest.raises(UserError, match="taken back"):
        seen(desk, EDITOR, found)
    assert mark(desk).of == 1  # and may be marked again


def test_a_list_is_open_until_each_call_is_done_and_the_right_version_is_there(desk: Desk) -> None:
    version = publish(desk, "一")
    one, two = told_in(desk, version), told_in(desk, version, "13900003307")
    found, recalls = mark(desk), desk.services.recalls
    assert found.right is None  # nothing right to tell so far
    recalls.note(desk.anna, found.id, one.call_id, RecallAction.NOT_REACHED)
    with pytest.raises(UserError, match="no call is needed"):
        recalls.note(desk.anna, found.id, two.call_id, RecallAction.NOT_NEEDED)
    recalls.note(desk.anna, found.id, two.call_id, RecallAction.NOT_NEEDED, "a colleague of ours")
    found = seen(desk, desk.anna, found)
    states = {call.call_id: (call.state, call.tries) for call in found.calls}
    assert states[one.call_id] == (RecallState.NOT_REACHED, 1)
    assert states[two.call_id] == (RecallState.NOT_NEEDED, 0)
    assert (found.done, found.of, found.open) == (1, 2, True)
    recalls.note(desk.anna, found.id, one.call_id, RecallAction.CALLED, "on the second line")
    assert recalls.lists(desk.anna)[0].done == 2  # all called, yet nothing right is published
    publish(desk, "二")
    assert recalls.lists(desk.anna) == []
    (kept,) = recalls.lists(EDITOR, closed=True)
    (step,) = by_call(kept)[two.call_id].steps
    assert (step.actor, step.note) == (desk.anna.staff_id, "a colleague of ours")


def test_a_call_back_that_reached_somebody_is_noted_with_itself(desk: Desk) -> None:
    caller = told_in(desk, publish(desk, "一"))
    found = mark(desk)
    right = publish(desk, "二")
    begun = desk.services.recalls.call_back(desk.ben, found.id, caller.call_id)
    draft = from_state(Draft, to_state(begun.draft))  # as the journal keeps it
    assert (draft.number, draft.direction, draft.purpose) == (
        "13800002206",
        Direction.OUT,
        Purpose.CORRECTION,
    )
    assert begun.article_key == KEY
    assert seen(desk, EDITOR, found).calls[0].steps == ()
    nobody = closed(desk, draft, Outcome.SILENT)
    assert seen(desk, EDITOR, found).calls[0].state is RecallState.NOT_REACHED
    again = desk.services.recalls.call_back(desk.ben, found.id, caller.call_id)
    reached = closed(desk, told(desk, again.draft, right))
    desk.services.calls.finish(reached, desk.clock.now())  # done twice, it adds nothing
    call = seen(desk, EDITOR, found).calls[0]
    assert [(one.action, one.outbound_id, one.actor) for one in call.steps] == [
        (RecallAction.NOT_REACHED, nobody.call_id, desk.ben.staff_id),
        (RecallAction.CALLED, reached.call_id, desk.ben.staff_id),
    ]
    assert not seen(desk, EDITOR, found).open


def test_only_calls_that_somebody_may_make_now_are_waited_for(desk: Desk) -> None:
    recalls = desk.services.recalls
    version = publish(desk, "一")
    for number in ("13800002206", "13900003307", ""):
        told_in(desk, version, number)
    found = mark(desk)
    assert recalls.waiting(desk.anna) == 0  # nothing right to tell
    publish(desk, "二")
    assert recalls.waiting(desk.anna) == 2
    assert recalls.waiting(Actor(UUID(int=9 << 64), "u", "U", (Role.UNIT,))) == 0
    one = found.calls[0].call_id
    recalls.note(desk.anna, found.id, one, RecallAction.NOT_NEEDED, "known")
    assert recalls.waiting(desk.anna) == 1


def test_an_ordinary_call_says_nothing_about_a_list(desk: Desk) -> None:
    told_in(desk, publish(desk, "一"))
    with desk.store.read() as tx:
        assert tx.find(RecallStep) == []


@pytest.mark.parametrize("secrecy", [Secrecy.SECRET, Secrecy.ANONYMOUS])
def test_a_secret_call_is_named_by_its_number_only_and_to_few(desk: Desk, secrecy: Secrecy) -> None:
    version = publish(desk, "一")
    draft = desk.filled()
    strip = replace(draft.matter.strip, secrecy=secrecy)
    draft = desk.registered(
        told(desk, draft.with_matter(replace(draft.matter, strip=strip)), version)
    )
    closed(desk, draft)
    found, number = mark(desk), draft.matter.ticket
    assert (found.calls, found.unseen) == ((), 1)
    with pytest.raises(UserError, match="no such call"):
        desk.services.recalls.call_back(desk.anna, found.id, draft.call_id)
    (call,) = seen(desk, LEAD, found).calls
    assert number is not None
    assert call.tickets == (number.number,)
    assert (call.told_at, call.operator, call.outcome, call.number) == (None, None, None, "")
    callable_ = secrecy is Secrecy.SECRET
    assert found.of == callable_
    assert (call.state is RecallState.TO_CALL) is callable_
    if not callable_:
        with pytest.raises(UserError, match="no number"):
            desk.services.recalls.call_back(LEAD, found.id, draft.call_id)


def test_a_report_that_was_not_registered_is_secret_too(desk: Desk) -> None:
    version = publish(desk, "一")
    draft = desk.begun("有人卖假药。")
    matter = replace(draft.matter, kind=MatterKind.REPORT)
    closed(desk, told(desk, draft.with_matter(matter), version))
    found = mark(desk)
    assert (found.calls, found.unseen, found.of) == ((), 1, 1)
    assert seen(desk, LEAD, found).calls[0].number == "138****2206"


def test_the_number_for_calling_back_goes_before_the_one_the_call_came_from(desk: Desk) -> None:
    draft = desk.filled()  # its strip names 0551-62881234
    closed(desk, desk.registered(told(desk, draft, publish(desk, "一"))))
    found = mark(desk)
    begun = desk.services.recalls.call_back(desk.anna, found.id, draft.call_id)
    assert begun.draft.number == "0551-62881234"


def test_everybody_who_was_told_an_article_is_found_by_its_key(desk: Desk) -> None:
    told_in(desk, publish(desk, "一"))
    told_in(desk, publish(desk, "二"))
    assert len(desk.services.recalls.told(EDITOR, KEY)) == 2
    with pytest.raises(UserError, match="no article"):
        desk.services.recalls.told(EDITOR, "nobody")


PHONES = (
    Phone("0551-62889999", "window"),
    Phone("0551-62880000", "duty", audience="internal"),
    Phone("12329"),
)


@pytest.mark.parametrize(
    ("article", "words"),
    [
        (LAMP, "请拨 0551-62881234"),
        (replace(LAMP, answer=" "), "路灯报修"),
        (replace(LAMP, answer="", phones=PHONES), "路灯报修 0551-62889999、12329"),
        (replace(LAMP, answer="Wait. Then call again."), "Wait. Then call again"),
    ],
)
def test_what_a_call_back_says_fits_into_a_sentence(article: Article, words: str) -> None:
    assert to_say(article) == words


def test_a_call_back_says_what_is_right_now_and_nothing_that_is_wrong(desk: Desk) -> None:
    caller, recalls = told_in(desk, publish(desk, "一")), desk.services.recalls
    found = mark(desk)
    begun = recalls.call_back(desk.ben, found.id, caller.call_id).draft
    assert recalls.right(begun) == Right(KEY, "")
    right = publish(desk, "二。")
    assert recalls.right(begun) == Right(KEY, "二")
    desk.services.editing.withdraw(EDITOR, right, "没有这回事")
    assert recalls.right(begun) == Right(KEY, "")
    with pytest.raises(UserError, match="no call back"):
        recalls.right(desk.begun())
