"""Scripted calls played through the services, once, whole or not at all."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from operator_desk.domain import facts
from operator_desk.domain.article import Article, ArticleKind
from operator_desk.domain.scripted import ScriptedAnswer, ScriptedCall
from operator_desk.domain.terms import (
    Answer,
    CallClass,
    Direction,
    Entry,
    MatterKind,
    Outcome,
)
from operator_desk.services.ports import CallQuery, TicketQuery
from operator_desk.services.replay import Played
from tests.domain.makers import NOON
from tests.services.desk import Desk

MADE = ("路灯不亮。", "三天了。")


def script(name: str = "c1", **given: Any) -> ScriptedCall:
    """A complaint of a minute that became a ticket."""
    plain = ScriptedCall(
        id=name,
        started_at=NOON,
        caller_number="13800002206",
        kind=MatterKind.COMPLAINT,
        statements=MADE,
        outcome=Outcome.TICKET,
        talk_s=100,
        after_call_s=30,
        title="路灯不亮",
        category="没有的类别",
    )
    return replace(plain, **given)


def play(desk: Desk, *scripts: ScriptedCall) -> list[Played]:
    return list(desk.services.replay.play(desk.anna, scripts))


def tell(desk: Desk, *keys: str) -> None:
    articles = [Article(key, ArticleKind.FAQ, key, "话") for key in keys]
    desk.services.knowledge.put(desk.anna, articles)


def test_a_script_becomes_call_ticket_seal_and_end(desk: Desk) -> None:
    assert play(desk, script()) == [Played("c1", new=True, ticket=True)]
    ((call, (matter,)),) = desk.services.calls.rows(CallQuery())
    (ticket,) = desk.services.tickets.rows(TicketQuery())
    assert (call.started_at, call.entry, call.talk_s, call.after_call_s) == (
        NOON,
        Entry.IMPORTED,
        100,
        30,
    )
    assert (call.outcome, call.call_class, call.tickets) == (
        Outcome.TICKET,
        CallClass.INBOUND,
        1,
    )
    assert (matter.ticket, matter.category_text) == (ticket.number, "没有的类别")
    assert ticket.registered_at == NOON + timedelta(seconds=100)
    assert (ticket.title, ticket.missing) == ("路灯不亮", ("place",))
    assert desk.services.tickets.show(ticket.number).call.reference == "c1"
    with desk.store.read() as tx:
        assert [row.words for row in tx.find(facts.Statement)] == list(MADE)


def test_times_are_those_of_the_script(desk: Desk) -> None:
    tell(desk, "faq")
    with desk.store.read() as tx:
        start = tx.head().n
    play(desk, script(told=("faq",), readback=(ScriptedAnswer(Answer.CONFIRMED),)))
    end = NOON + timedelta(seconds=130)
    rows = [link.row for link in desk.store.links()[start:]]
    assert rows
    assert all(NOON <= row.at <= end for row in rows)


def test_a_second_time_brings_nothing_new(desk: Desk) -> None:
    scripts = [script(), script("c2", outcome=Outcome.DIRECT_ANSWER)]
    play(desk, *scripts)
    with desk.store.read() as tx:
        before = tx.head()
    assert play(desk, *scripts) == [Played("c1"), Played("c2")]
    with desk.store.read() as tx:
        assert tx.head() == before


def test_one_script_twice_in_a_file_is_one_call(desk: Desk) -> None:
    assert [one.new for one in play(desk, script(), script())] == [True, False]


def test_an_unknown_article_is_refused_and_leaves_nothing(desk: Desk) -> None:
    with desk.store.read() as tx:
        before = tx.head()
    (played,) = play(desk, script(told=("no-such",)))
    assert (played.new, str(played.refused)) == (False, "Call c1: there is no article no-such.")
    with desk.store.read() as tx:
        assert tx.head() == before
        assert tx.find(facts.StaffVersion) == []
    with desk.store.write() as tx:
        assert tx.next_running(date(2026, 11, 23)) == 1


def test_calls_after_a_refused_one_are_played(desk: Desk) -> None:
    played = play(desk, script(told=("no-such",)), script("c2"))
    assert [(one.id, one.new) for one in played] == [("c1", False), ("c2", True)]
    (ticket,) = desk.services.tickets.rows(TicketQuery())
    assert ticket.number == "20261123-A07-0001"


def test_told_articles_stand_in_the_version_of_then(desk: Desk) -> None:
    tell(desk, "faq", "other")
    shown = desk.services.knowledge.get("faq")
    play(desk, script(told=("faq", "other"), outcome=Outcome.DIRECT_ANSWER))
    ((_call, (matter,)),) = desk.services.calls.rows(CallQuery())
    assert Counter(matter.told) == Counter(("faq", "other"))
    with desk.store.read() as tx:
        (told,) = tx.find(facts.Told, article_key="faq")
    assert told.version_id == shown.version_id


def test_an_article_named_twice_was_told(desk: Desk) -> None:
    tell(desk, "faq")
    play(desk, script(told=("faq", "faq"), outcome=Outcome.DIRECT_ANSWER))
    ((_call, (matter,)),) = desk.services.calls.rows(CallQuery())
    assert matter.told == ("faq",)


def test_readback_answers_are_those_of_the_script(desk: Desk) -> None:
    given = (
        ScriptedAnswer(Answer.CORRECTED, "五天了，路灯不亮。"),
        ScriptedAnswer(Answer.DECLINED, "will_not_say"),
    )
    play(desk, script(readback=given))
    with desk.store.read() as tx:
        (seal,) = tx.find(facts.Seal)
        answers = tx.find(facts.ReadbackAnswer)
        words = {str(row.id): row.words for row in tx.find(facts.Statement)}
    assert {(row.answer, row.reason) for row in answers} == {
        (Answer.CORRECTED, None),
        (Answer.DECLINED, "will_not_say"),
    }
    said = [
        (words[item["row"]], item["answer"]) for item in seal.items if item["kind"] == "statement"
    ]
    assert said == [("五天了，路灯不亮。", "corrected"), ("三天了。", "declined")]


def test_a_readback_that_stops_was_hung_up(desk: Desk) -> None:
    play(desk, script(readback=(ScriptedAnswer(Answer.CONFIRMED),), outcome=Outcome.TO_REGISTER))
    with desk.store.read() as tx:
        answers = tx.find(facts.ReadbackAnswer)
    assert sorted((row.answer.value, row.reason or "") for row in answers) == [
        ("confirmed", ""),
        ("not_read", "hung_up"),
    ]


def test_more_answers_than_statements_are_refused(desk: Desk) -> None:
    (played,) = play(desk, script(readback=(ScriptedAnswer(Answer.CONFIRMED),) * 3))
    assert "more readback answers than statements" in str(played.refused)
    assert desk.services.calls.rows(CallQuery()) == []


def test_calls_belong_to_the_named_operator_or_to_the_import(desk: Desk) -> None:
    row = desk.services.people.add(desk.anna, "ben", "Ben", ["operator"], None)
    play(desk, script(operator="ben"), script("c2"), script("c3"))
    operators = {call.operator: call.id for call, _ in desk.services.calls.rows(CallQuery())}
    assert row.staff_id in operators
    assert len(operators) == 2
    imported = [one for one in desk.services.people.all() if one.login == "imported"]
    assert [(one.disabled, one.roles) for one in imported] == [(True, ())]


def test_an_unknown_operator_is_refused(desk: Desk) -> None:
    (played,) = play(desk, script(operator="nobody"))
    assert str(played.refused) == "Call c1: there is no account nobody."


@pytest.mark.parametrize(
    ("call_class", "direction", "stored"),
    [
        (None, Direction.IN, CallClass.INBOUND),
        (CallClass.SECOND_CALL, Direction.IN, CallClass.SECOND_CALL),
        (CallClass.CALLBACK, Direction.OUT, CallClass.CALLBACK),
        (CallClass.FOLLOW_UP, Direction.OUT, CallClass.FOLLOW_UP),
        (CallClass.CORRECTION, Direction.OUT, CallClass.CORRECTION),
        (CallClass.TEST, Direction.IN, CallClass.TEST),
    ],
)
def test_classes_come_out_as_scripted(
    desk: Desk, call_class: CallClass | None, direction: Direction, stored: CallClass
) -> None:
    play(
        desk,
        script(call_class=call_class, direction=direction, outcome=Outcome.DIRECT_ANSWER),
    )
    ((call, _),) = desk.services.calls.rows(CallQuery())
    assert call.call_class is stored


def test_a_known_category_is_stored_by_its_code(desk: Desk) -> None:
    code = desk.profile.categories.leaves()[0].code
    play(desk, script(category=code))
    ((_call, (matter,)),) = desk.services.calls.rows(CallQuery())
    assert (matter.category, matter.category_text) == (code, None)


def test_the_same_scripts_give_the_same_facts_on_every_desk(desk: Desk) -> None:
    other = Desk(desk.folder)
    for one in (desk, other):
        play(one, script(), script("c2", readback=(ScriptedAnswer(Answer.CONFIRMED),)))
    for cls in (facts.Call, facts.Statement, facts.ReadbackAnswer, facts.Ticket, facts.CallEnd):
        with desk.store.read() as mine, other.store.read() as theirs:
            assert [row.id for row in mine.find(cls)] == [row.id for row in theirs.find(cls)]
