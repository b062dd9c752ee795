"""The editors' queues: what stands in them, whose it is, when it is done and comes back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from operator_desk.domain import facts, queues
from operator_desk.domain.article import Article, ArticleKind, Phone
from operator_desk.domain.draft import Draft
from operator_desk.domain.errors import UserError
from operator_desk.domain.knowledge_terms import FlagReason, Queue
from operator_desk.domain.queues import Item
from operator_desk.domain.terms import MatterKind, Role, Secrecy
from operator_desk.services.people import Actor
from tests.services.desk import Desk

TODAY = date(2026, 11, 23)
PARKING = Article("own:parking", ArticleKind.FAQ, "停车收费", "半小时内免费。", source="自拟")


@pytest.fixture
def editor(desk: Desk) -> Actor:
    """Somebody who works the queues off."""
    return Actor(desk.clock.new_id(), "eve", "Eve", (Role.EDITOR,))


def titles(desk: Desk, queue: Queue) -> list[str]:
    return [item.title for item in desk.services.queues.items(queue)]


def only(desk: Desk, queue: Queue) -> Item:
    (item,) = desk.services.queues.items(queue)
    return item


def missed(desk: Desk, *words: str, draft: Draft | None = None) -> None:
    for one in words:
        desk.services.queues.missed(desk.anna, one, draft)


def flag(
    desk: Desk,
    reason: FlagReason,
    draft: Draft | None = None,
    note: str = "",
    by: Actor | None = None,
) -> facts.ArticleFlag:
    version = desk.services.knowledge.get(PARKING.key).version_id
    row = desk.services.queues.flagged(by or desk.anna, PARKING.key, version, reason, note, draft)
    desk.services.queues.keep(row)
    return row


def secret(draft: Draft, secrecy: Secrecy = Secrecy.SECRET) -> Draft:
    matter = draft.matter
    return draft.with_matter(replace(matter, strip=replace(matter.strip, secrecy=secrecy)))


# -- no hit ------------------------------------------------------------------------------


def test_queries_without_a_hit_are_grouped_by_their_words(desk: Desk) -> None:
    first, second = desk.begun("一"), desk.begun("二")
    missed(desk, "充电桩 补贴", draft=first)
    missed(desk, "遛狗", "充电桩补贴", "充电桩，补贴？", draft=second)
    item = desk.services.queues.items(Queue.MISS)[0]
    assert (item.title, item.count, item.calls) == ("充电桩补贴", 2, 2)
    assert titles(desk, Queue.MISS) == ["充电桩补贴", "遛狗"]
    assert [words for _at, words in desk.services.queues.queries(item)] == [
        "充电桩补贴", "充电桩 补贴",
    ]  # fmt: skip


def test_marks_and_numbers_of_persons_are_no_misses(desk: Desk) -> None:
    missed(desk, "？？", "  ", "13800002206", "找 １３８-0000-2206", "34010219800101123X", "12333")
    assert titles(desk, Queue.MISS) == ["12333"]


def test_words_of_a_secret_call_stay_in_it(desk: Desk) -> None:
    report = desk.filled(MatterKind.REPORT)  # secret by its kind
    missed(desk, "举报厂长", draft=report)
    missed(desk, "匿名的事", draft=secret(desk.filled(), Secrecy.ANONYMOUS))
    with desk.store.read() as tx:
        assert tx.find(facts.SearchMiss) == []


def test_a_ticket_that_is_registered_secret_hides_the_misses_before_it(desk: Desk) -> None:
    draft = desk.filled()
    missed(desk, "厂里排污", draft=draft)
    missed(desk, "厂里排污", "路灯", draft=desk.begun("别的"))
    assert desk.services.queues.items(Queue.MISS)[0].count == 2
    desk.registered(secret(draft))
    items = {item.title: item.count for item in desk.services.queues.items(Queue.MISS)}
    assert items == {"厂里排污": 1, "路灯": 1}
    missed(desk, "烟囱", draft=draft)  # the store knows of the ticket that the draft lacks
    assert len(desk.services.queues.items(Queue.MISS)) == 2


def test_what_is_done_comes_back_with_its_cause_and_keeps_what_was_asked_before(
    desk: Desk, editor: Actor
) -> None:
    missed(desk, "充电桩补贴")
    work = desk.services.queues
    item = only(desk, Queue.MISS)
    work.assign(editor, Queue.MISS, item.subject, editor.staff_id, TODAY + timedelta(days=3))
    item = only(desk, Queue.MISS)
    assert (item.owner, item.due) == (editor.staff_id, TODAY + timedelta(days=3))
    work.done(editor, Queue.MISS, item.subject, "新建条目")
    assert work.items(Queue.MISS) == []
    work.reopen(editor, item)
    assert only(desk, Queue.MISS) == item
    work.done(editor, Queue.MISS, item.subject)
    missed(desk, "充电桩　补贴")
    again = only(desk, Queue.MISS)
    assert (again.subject, again.count, again.again, again.owner) == (item.subject, 1, True, None)


def test_misses_are_forgotten_after_ninety_days_and_their_steps_still_hold(
    desk: Desk, editor: Actor
) -> None:
    missed(desk, "充电桩补贴")
    first = only(desk, Queue.MISS)
    desk.clock.skip(days=60)
    missed(desk, "充电桩补贴")
    desk.services.queues.done(editor, Queue.MISS, first.subject)
    desk.clock.skip(days=60)
    assert titles(desk, Queue.MISS) == []
    desk.clock.skip(days=31)
    missed(desk, "充电桩补贴")
    assert only(desk, Queue.MISS).count == 1


# -- flags -------------------------------------------------------------------------------


def test_flags_of_an_article_are_one_item_with_its_cases(desk: Desk, editor: Actor) -> None:
    desk.services.knowledge.put(desk.anna, [PARKING])
    draft = desk.registered(desk.filled())
    flag(desk, FlagReason.NUMBER_WRONG, draft, "窗口电话改了")
    flag(desk, FlagReason.OUTDATED, by=desk.ben)
    flag(desk, FlagReason.NUMBER_WRONG, desk.begun("一"), by=desk.ben)
    item = only(desk, Queue.FLAG)
    assert (item.title, item.count, item.calls) == ("停车收费", 3, 2)
    assert item.reasons == ((FlagReason.NUMBER_WRONG, 2), (FlagReason.OUTDATED, 1))
    cases = desk.services.queues.cases(editor, PARKING.key)
    assert [case.by for case in cases] == [desk.ben.staff_id, desk.ben.staff_id, desk.anna.staff_id]
    assert (cases[2].note, cases[2].summary) == ("窗口电话改了", "路灯不亮三天")
    assert cases[2].ticket == draft.matter.ticket.number if draft.matter.ticket else False


def test_a_flag_is_taken_back_by_who_made_it_only(desk: Desk) -> None:
    desk.services.knowledge.put(desk.anna, [PARKING])
    row = flag(desk, FlagReason.OTHER)
    flag(desk, FlagReason.UNCLEAR)
    with pytest.raises(UserError):
        desk.services.queues.take_back(desk.ben, row)
    desk.services.queues.take_back(desk.anna, row)
    assert only(desk, Queue.FLAG).reasons == ((FlagReason.UNCLEAR, 1),)


def test_a_flag_from_a_secret_call_shows_its_ticket_to_leads_and_no_words(
    desk: Desk, editor: Actor
) -> None:
    desk.services.knowledge.put(desk.anna, [PARKING])
    draft = desk.filled()
    flag(desk, FlagReason.OUTDATED, draft, "来电人说厂里排污")
    draft = desk.registered(secret(draft))
    assert flag(desk, FlagReason.OTHER, draft, "更多").note is None
    lead = replace(editor, roles=(Role.LEAD,))
    number = draft.matter.ticket.number if draft.matter.ticket else ""
    for who, seen in ((editor, None), (lead, number)):
        for case in desk.services.queues.cases(who, PARKING.key):
            assert (case.hidden, case.note, case.summary, case.ticket) == (True, None, None, seen)


def test_a_flag_after_done_is_an_item_of_its_own(desk: Desk, editor: Actor) -> None:
    desk.services.knowledge.put(desk.anna, [PARKING])
    flag(desk, FlagReason.OUTDATED)
    desk.services.queues.done(editor, Queue.FLAG, PARKING.key, "已核")
    assert desk.services.queues.items(Queue.FLAG) == []
    flag(desk, FlagReason.UNCLEAR)
    item = only(desk, Queue.FLAG)
    assert (item.reasons, item.again) == (((FlagReason.UNCLEAR, 1),), True)
    assert len(desk.services.queues.cases(editor, PARKING.key)) == 1


# -- what articles say of themselves -----------------------------------------------------


def test_an_overdue_review_goes_when_it_is_renewed(desk: Desk, editor: Actor) -> None:
    work = desk.services.queues
    overdue = replace(PARKING, review_by=TODAY - timedelta(days=1))
    desk.services.knowledge.put(desk.anna, [overdue, replace(PARKING, key="b", review_by=TODAY)])
    item = only(desk, Queue.REVIEW)
    assert (item.key, item.detail) == (PARKING.key, "2026-11-22")
    work.done(editor, Queue.REVIEW, item.subject)
    assert work.items(Queue.REVIEW) == []
    desk.services.knowledge.put(desk.anna, [replace(overdue, body="新")])
    assert only(desk, Queue.REVIEW).again
    with pytest.raises(UserError):
        work.reviewed(editor, PARKING.key, "已复核", TODAY)
    work.reviewed(editor, PARKING.key, "已复核", TODAY + timedelta(days=365))
    assert work.items(Queue.REVIEW) == []
    with desk.store.read() as tx:
        last = tx.find(facts.ArticleVersion, key=PARKING.key)[-1]
    assert (last.version, last.why, last.actor) == (3, "已复核", editor.staff_id)


def test_numbers_are_confirmed_one_by_one_or_all(desk: Desk, editor: Actor) -> None:
    work = desk.services.queues
    old, fresh = TODAY - timedelta(days=181), TODAY - timedelta(days=180)
    phones = (Phone("1", confirmed_on=old), Phone("2"), Phone("3", confirmed_on=fresh))
    contact = Article("own:water", ArticleKind.CONTACT, "供水", phones=phones, source="自拟")
    kept = replace(contact, key="own:gas", title="燃气", phones=phones[2:])
    aged = replace(contact, key="own:heat", title="供热", phones=phones[:1])
    desk.services.knowledge.put(desk.anna, [aged, contact, kept])
    found = [(item.title, item.count, item.detail) for item in work.items(Queue.CONTACT)]
    assert found == [("供水", 2, ""), ("供热", 1, "2026-05-26")]
    assert work.confirm(editor, "own:water", "核实", ["2"]) == 1
    assert {item.title: item.count for item in work.items(Queue.CONTACT)} == {"供水": 1, "供热": 1}
    assert work.confirm(editor, "own:water", "核实") == 2
    assert titles(desk, Queue.CONTACT) == ["供热"]
    assert work.confirm(editor, "own:water", "核实") == 0
    assert desk.services.knowledge.get("own:water").version == 3


def test_dead_successors_are_those_that_check_names(desk: Desk) -> None:
    law = replace(PARKING, kind=ArticleKind.REGULATION, repealed_on=TODAY, successor="新法")
    rows = [
        replace(law, key="旧法#第一条", title="旧一"),
        replace(law, key="旧法#第二条", title="旧二", successor=""),
        replace(law, key="旧法#第三条", title="旧三", successor="没有的法"),
        replace(law, key="旧法#第四条", title="旧四", repealed_on=TODAY + timedelta(days=2)),
        replace(law, key="新法#第一条", title="新一", repealed_on=None, successor=""),
    ]
    desk.services.knowledge.put(desk.anna, rows)
    items = desk.services.queues.items(Queue.SUCCESSOR)
    assert [(item.title, item.detail) for item in items] == [("旧三", "没有的法"), ("旧二", "")]
    found = desk.services.knowledge.check(TODAY)
    dead = {one.key for one in found if one.what in ("dead_successor", "no_successor")}
    assert dead == {item.key for item in items}


def test_only_editors_and_leads_work_the_queues_off(desk: Desk, editor: Actor) -> None:
    missed(desk, "遛狗")
    item = only(desk, Queue.MISS)
    for refused in (
        lambda: desk.services.queues.done(desk.anna, Queue.MISS, item.subject),
        lambda: desk.services.queues.confirm(desk.anna, "own:water", "核实"),
        lambda: desk.services.queues.assign(
            editor, Queue.MISS, item.subject, None, TODAY - timedelta(days=1)
        ),
    ):
        with pytest.raises(UserError):
            refused()
    assert only(desk, Queue.MISS) == item


def test_all_queues_are_empty_in_a_store_without_a_cause(desk: Desk) -> None:
    desk.services.knowledge.put(desk.anna, [PARKING])
    assert desk.services.queues.all() == {queue: [] for queue in Queue}
    assert queues.normal_words("（12345）ＡＢ c") == "12345abc"
