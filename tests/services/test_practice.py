"""Practice calls: class test, and nothing else of them reaches anybody."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from operator_desk import app
from operator_desk.app.scripts import practice
from operator_desk.domain import call_flow, facts, readback
from operator_desk.domain.article import Article, ArticleKind
from operator_desk.domain.draft import Draft, Strip
from operator_desk.domain.drafted_steps import StepDraft
from operator_desk.domain.errors import UserError
from operator_desk.domain.knowledge_terms import FlagReason
from operator_desk.domain.life_cycle import Action
from operator_desk.domain.profile import Profile
from operator_desk.domain.proposals import Matter
from operator_desk.domain.scripted import Practised, ScriptedAnswer, ScriptedCall
from operator_desk.domain.terms import Answer, CallClass, MatterKind, Outcome, Purpose, Scope
from operator_desk.services import teaching
from operator_desk.services.ports import CallQuery, TicketQuery
from operator_desk.services.tickets import MissingFieldsError
from operator_desk.services.told import told_calls
from tests.domain.makers import typed
from tests.services.desk import Desk, filled

REFUND = "own:consumer-prepaid"
TAKEN = {"call": 1, "call_end": 1, "call_close": 1}


def script(desk: Desk, name: str = "p-zh-05") -> ScriptedCall:
    return next(one for one in practice(desk.services).scripts().scripts if one.id == name)


def begun(desk: Desk) -> Draft:
    """A practice call with everything an ordinary one could hold."""
    desk.services.knowledge.put(desk.anna, [Article(REFUND, ArticleKind.FAQ, "退卡", "怎么退。")])
    draft = practice(desk.services).begin(desk.anna, script(desk))
    desk.services.calls.open(draft)
    draft = draft.with_matter(typed(desk.clock, draft.matter, "健身房的卡不给退。", "两千多块钱。"))
    draft = draft.with_matter(filled(draft.matter, MatterKind.COMPLAINT))
    draft = replace(draft, number="13800002206", name="程雨薇")
    shown = desk.services.knowledge.get(REFUND)
    return call_flow.told(draft, REFUND, shown.version_id, "退卡", desk.stamp())


def whole(desk: Desk, outcome: Outcome | None = None) -> Draft:
    """The same from its first key to the end of the after-call work, every way tried."""
    draft = begun(desk)
    matter = readback.begun(draft.matter, Scope.WHOLE, desk.stamp())
    draft = draft.with_matter(readback.answered(matter, Answer.CONFIRMED, desk.stamp()))
    assert desk.services.records.save(desk.frozen(draft)) == 0
    assert desk.services.records.seal(desk.frozen(draft), draft.matter.id) is None
    draft = desk.ended(replace(draft, chosen=outcome), outcome, seconds=90)
    assert draft.ended_at is not None
    desk.services.calls.finish(draft, draft.ended_at + timedelta(seconds=20))
    return draft


def rows(desk: Desk) -> Counter[str]:
    """How many rows of each table came through a call; articles are there before."""
    with desk.store.read() as tx:
        counts = {name: len(tx.find(cls)) for name, cls in facts.FACTS.items()}
    return Counter({name: n for name, n in counts.items() if n and name != "article_version"})


@pytest.mark.parametrize("outcome", [None, Outcome.TO_REGISTER, Outcome.TICKET, Outcome.GUIDED])
def test_the_store_gets_no_more_than_that_a_practice_call_took_place(
    desk: Desk, outcome: Outcome | None
) -> None:
    draft = whole(desk, outcome)
    assert rows(desk) == TAKEN
    ((call, matters),) = desk.services.calls.rows(CallQuery())
    assert matters == ()
    assert (call.call_class, call.counted, call.talk_s) == (CallClass.TEST, False, 90)
    assert (call.number, call.name, call.outcome) == (None, None, Outcome.DIRECT_ANSWER)
    with desk.store.read() as tx:
        (row,) = tx.find(facts.Call)
    assert (row.purpose, row.reference) == (Purpose.TEST, "practice")
    assert draft.practice not in str(row)


def test_a_practice_call_is_in_no_list_that_somebody_works_through(desk: Desk) -> None:
    draft = whole(desk, Outcome.TO_REGISTER)
    services, day = desk.services, desk.services.counting.today()
    assert services.calls.waiting(desk.anna) == []
    assert services.calls.to_register(desk.anna) == []
    assert services.tickets.rows(TicketQuery()) == []
    assert services.calls.history("13800002206").calls == ()
    assert services.calls.history(script(desk).caller_number).calls == ()
    assert services.recalls.waiting(desk.anna) == 0
    assert services.calls.is_closed(draft)
    with desk.store.read() as tx:
        assert told_calls(tx, desk.profile, REFUND) == []
        assert teaching.lessons(tx, "A07") == []
    assert services.proposals.duplicates(Matter(title="健身卡退费")) == ()
    assert services.proposals.learn() == 0
    counter = services.counting.counter(desk.anna)
    assert (counter.today, counter.month) == (0, 0)
    for by in ("day", "operator", "outcome"):
        (figures,) = services.counting.figures(day, day, by)
        assert (figures.calls, figures.counted, figures.talk_s, figures.tests) == (0, 0, 0, 1)
        assert (figures.direct_answers, figures.tickets, figures.after_call_s) == (0, 0, 0)
    assert services.counting.figures(day, day, "kind") == []


def test_no_ticket_and_no_number_comes_of_it(desk: Desk) -> None:
    draft = desk.frozen(begun(desk))
    with pytest.raises(UserError, match="practice"):
        desk.services.tickets.register(draft, draft.matter.id)
    assert desk.services.tickets.check(draft, draft.matter) == ()
    bare = replace(draft.matter, strip=Strip(), summary="")
    with pytest.raises(MissingFieldsError) as missing:
        desk.services.tickets.check(draft.with_matter(bare), bare)
    assert "title" in missing.value.fields
    day = desk.profile.local_day(desk.clock.now())
    with desk.store.write() as tx:
        assert tx.next_running(day) == 1
    assert rows(desk)["ticket"] == 0


def test_a_rehearsed_matter_is_settled_as_one_with_a_ticket(desk: Desk) -> None:
    draft = replace(begun(desk))
    draft = draft.with_matter(replace(draft.matter, told=()))
    assert call_flow.proposed_outcome(draft) is Outcome.TO_REGISTER
    done = draft.with_matter(replace(draft.matter, rehearsed_at=desk.clock.now()))
    assert call_flow.proposed_outcome(done) is Outcome.TICKET


def test_nothing_is_done_to_tickets_that_are_there(desk: Desk) -> None:
    real = desk.registered(desk.filled())
    ticket = real.matter.ticket
    assert ticket is not None
    before = rows(desk)
    draft = begun(desk)
    stamp = desk.stamp()
    step = StepDraft(
        id=stamp.new_id(), at=stamp.at, ticket_id=ticket.id, number=ticket.number,
        action=Action.CHASE, based_on=None, reason=None, note="", told="", ref=None,
    )  # fmt: skip
    draft = draft.with_matter(replace(draft.matter, steps=(step,)))
    done = desk.services.calls.end(desk.hung_up(draft))
    assert done.steps == ()
    assert rows(desk) == before + Counter({"call": 1, "call_end": 1})


def test_a_search_without_a_hit_is_no_gap_but_a_wrong_article_is_one(desk: Desk) -> None:
    draft = begun(desk)
    assert not desk.services.queues.missed(desk.anna, "大熊猫", draft)
    assert desk.services.queues.missed(desk.anna, "大熊猫")
    version = desk.services.knowledge.get(REFUND).version_id
    flag = desk.services.queues.flagged(
        desk.anna, REFUND, version, FlagReason.OUTDATED, "过期了", draft
    )
    assert (flag.call_id, flag.matter_id, flag.note) == (None, None, "过期了")


def test_a_profile_that_would_count_tests_counts_no_practice_call(
    desk: Desk, tmp_path: Path
) -> None:
    rules = tuple(
        replace(rule, counted=True, call_class=CallClass.INBOUND) for rule in desk.profile.classing
    )
    profile: Profile = replace(desk.profile, classing=rules)
    desk.services = app.services(
        desk.store, profile, tmp_path, desk.services.journal, desk.clock.now, desk.clock.new_id
    )
    whole(desk)
    ((call, _matters),) = desk.services.calls.rows(CallQuery())
    assert (call.call_class, call.counted, call.rule) == (CallClass.TEST, False, "practice")
    assert desk.services.counting.rule_text(call, "en") == "Practice call: not counted"


def test_another_outcome_leaves_the_end_as_it_is(desk: Desk) -> None:
    draft = desk.ended(begun(desk))
    again = desk.ended(
        replace(draft, chosen=Outcome.GUIDED, guided_to="0531-12345"), Outcome.GUIDED
    )
    assert again.ends == draft.ends


def test_what_came_of_it_names_articles_and_asks_for_none_that_is_not_there(desk: Desk) -> None:
    draft = begun(desk)
    came = practice(desk.services).came(script(desk), draft, Outcome.TICKET, None, None)
    assert came.judged.told == (REFUND,)
    assert came.titles == {REFUND: "退卡"}
    assert "merchant" in [one.code for one in came.judged.missed]
    other = practice(desk.services).came(script(desk, "p-zh-06"), draft, None, None, None)
    assert (other.judged.not_told, other.judged.told_besides) == ((), (REFUND,))


def test_scripts_rise_in_difficulty_and_a_centre_adds_its_own(desk: Desk, tmp_path: Path) -> None:
    shipped = practice(desk.services).scripts()
    levels = [one.practice.level for one in shipped.scripts]
    assert levels == sorted(levels)
    own = tmp_path / "own.jsonl"
    own.write_text(
        '{"id": "c1", "started_at": "2026-09-01T09:00:00+08:00", "kind": "inquiry", '
        '"outcome": "answered", "statements": ["在吗？"]}\n'
        '{"id": "c2", "kind": "inquiry"}\n',
        encoding="utf-8",
    )
    for given in (own, tmp_path):
        found = practice(desk.services).scripts(given)
        assert [one.id for one in found.scripts[len(shipped.scripts) :]] == ["c1"]
        assert len(found.refused) == 1
    missing = practice(desk.services).scripts(tmp_path / "none.jsonl")
    assert (missing.scripts, len(missing.refused)) == (shipped.scripts, 1)
    (script_,) = found.scripts[len(shipped.scripts) :]
    wrong = replace(
        script_,
        category="99",
        told=("gone",),
        readback=(ScriptedAnswer(Answer.CONFIRMED),) * 2,
        practice=Practised(elements=(("colour", "红的"),), verbatim=("蓝的",)),
    )
    found = [str(one.reason) for one in practice(desk.services).check([script_, wrong])]
    assert found == [
        "A direct answer without a right article.",
        "There is no category 99.",
        "Nobody asks for colour in this category.",
        "There is no article gone.",
        "More readback answers than statements.",
        "The caller never says 蓝的.",
    ]


def test_a_script_without_words_is_no_call(desk: Desk) -> None:
    with pytest.raises(UserError, match="p-zh-05"):
        practice(desk.services).begin(desk.anna, replace(script(desk), statements=()))
