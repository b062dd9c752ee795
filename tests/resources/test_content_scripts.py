"""Scripts of practice calls: they fit the shipped content, and can be taken without a fault."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from operator_desk import app
from operator_desk.app import scripts as shipped_scripts
from operator_desk.domain import call_flow, readback, record
from operator_desk.domain.draft import Draft
from operator_desk.domain.practice import judged
from operator_desk.domain.scripted import ScriptedCall
from operator_desk.domain.scripted_caller import heard, language_of
from operator_desk.domain.terms import Answer, CallClass, Outcome, Scope
from operator_desk.services.people import machine_actor
from tests.domain.makers import Ticking
from tests.fakes.journal import FakeJournal
from tests.fakes.store import FakeStore
from tests.resources.shipped import PROFILES, articles, profile
from tests.resources.test_content_practice import INVENTED

both = pytest.mark.parametrize("language", PROFILES)
LEAST = {"zh_CN": 8, "en": 4}
ALL = [one for language in PROFILES for one in shipped_scripts.shipped(language)]
each = pytest.mark.parametrize("script", ALL, ids=lambda one: one.id)


@cache
def desk(language: str) -> app.Services:
    """Services over a store in memory with the starter articles and nothing else."""
    clock = Ticking()
    services = app.services(
        FakeStore("A01"), profile(language), Path("none"), FakeJournal(), clock.now, clock.new_id
    )
    services.knowledge.put(machine_actor("practice"), articles(language))
    return services


@both
def test_scripts_of_every_level_fit_categories_elements_and_articles(language: str) -> None:
    practice = shipped_scripts.practice(desk(language))
    scripts = practice.scripts().scripts
    assert len(scripts) >= LEAST[language]
    assert practice.check(scripts) == []
    assert {one.practice.level for one in scripts} == {1, 2, 3, 4, 5}
    assert {one.outcome for one in scripts} == {Outcome.TICKET, Outcome.DIRECT_ANSWER}
    answers = {given.answer for one in scripts for given in one.readback}
    assert answers >= {Answer.CONFIRMED, Answer.CORRECTED, Answer.NOT_READ}
    assert any(key.startswith("own:scope-") for one in scripts for key in one.told)


@each
def test_a_script_is_of_an_invented_caller_and_says_what_it_trains(script: ScriptedCall) -> None:
    language = language_of(script)
    assert re.fullmatch(INVENTED[language], script.caller_number)
    assert script.call_class is CallClass.TEST  # replayed, it is not counted either
    assert script.practice.trains
    assert script.title
    assert len(script.practice.pauses) == len(script.statements)
    reasons = {one.code for one in profile(language).reasons["declined"]}
    assert {given.text for given in script.readback if given.answer is Answer.DECLINED} <= reasons


def typed(script: ScriptedCall) -> Draft:
    """The form as somebody fills it in who writes down every word."""
    clock = Ticking()
    draft = call_flow.started(clock.new_id(), clock.stamp(), number=script.caller_number)
    elements = dict(script.practice.elements)
    matter = record.edited(draft.matter, list(script.statements), clock.stamp())
    given = tuple(pair for pair in elements.items() if pair[0] != "caller_name")
    matter = replace(matter, kind=script.kind, category=script.category or None, elements=given)
    draft = replace(draft.with_matter(matter), name=elements.get("caller_name", ""))
    for key in script.told:
        draft = call_flow.told(draft, key, clock.new_id(), key, clock.stamp())
    return draft


@each
def test_who_writes_every_word_and_follows_the_caller_has_missed_nothing(
    script: ScriptedCall,
) -> None:
    clock, draft = Ticking(), typed(script)
    matter = readback.begun(draft.matter, Scope.WHOLE, clock.stamp(), cut=False)
    answers = []
    while (item := readback.current(matter)) is not None:
        said = heard(script, matter, item)
        if item.line is not None and not item.again:
            answers.append(said.answer)
        if said.answer is Answer.CORRECTED:
            matter = readback.corrected(matter, said.words, clock.stamp())
        else:
            matter = readback.answered(matter, said.answer, clock.stamp())
        assert len(matter.readbacks[-1].items) < 40, "the caller is never content"
    plain = [Answer.CONFIRMED] * (len(script.statements) - len(script.readback))
    assert answers == [given.answer for given in script.readback] + plain
    found = judged(script, draft.with_matter(matter), script.outcome)
    assert found.nothing_missed, found


@each
def test_a_wrong_digit_or_name_is_heard_at_the_readback(script: ScriptedCall) -> None:
    draft, clock = typed(script), Ticking()
    for token in script.practice.verbatim:
        sign = "7" if token[-1] != "7" else "2"
        said = [one for one in script.statements if token in one]
        for words in said:
            wrong = words.replace(token, token[:-1] + sign)
            matter = record.edited(draft.matter, [wrong], clock.stamp())
            matter = readback.begun(replace(matter, elements=()), Scope.WHOLE, clock.stamp())
            item = readback.current(matter)
            assert item is not None
            assert heard(script, matter, item).answer is Answer.CORRECTED, wrong
