"""Which event cards fit what a caller says, by what, and how a card stands at an instant."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from operator_desk.domain.draft import MatterDraft, Strip
from operator_desk.domain.errors import UserError
from operator_desk.domain.event_cards import (
    CardState,
    CardStep,
    CardText,
    Said,
    Why,
    card_of,
    cards_of,
    matches,
    said_of,
)
from operator_desk.domain.facts import EventCardVersion
from tests.domain.makers import NOON, Ticking, typed

BURST: dict[str, Any] = {
    "title": "湖滨路水管爆裂",
    "words": "正在抢修，预计今晚八点恢复供水。",
    "place": "湖滨路、学府路",
    "place_code": "340102",
    "category": "0304",
    "keywords": ("停水", "没水"),
}


def version(n: int = 1, **values: Any) -> EventCardVersion:
    fields = {"id": UUID(int=n), "at": NOON, "actor": UUID(int=90), "card_id": UUID(int=80)}
    text = {"step": "published", "begins_at": NOON} | BURST
    return EventCardVersion(**(fields | text | values))


PIPE = card_of([version()])


@pytest.mark.parametrize(
    ("said", "reasons"),
    [
        # place, keyword, category, area: by what a call is known to be about the event
        (Said(words="湖滨路停水了"), {Why.PLACE, Why.KEYWORD}),
        (Said(words="家里停 水一天了"), {Why.KEYWORD}),
        (Said(words="湖滨路这边"), {Why.PLACE}),
        (Said(words="我在学府路"), {Why.PLACE}),
        (Said(category="030402", place_code="340102001"), {Why.CATEGORY, Why.PLACE}),
        (Said(category="0304", areas=("3401",)), {Why.CATEGORY, Why.AREA}),
        (Said(words="停水", place_code="3401"), {Why.KEYWORD}),
        # not enough, or another place, or another matter at the same place
        (Said(category="0304"), None),
        (Said(areas=("3401",)), None),
        (Said(place_code="340102"), None),
        (Said(words="停水", place_code="110101"), None),
        (Said(words="湖滨路的路灯不亮", category="0501"), None),
        (Said(words="孩子上学"), None),
        (Said(), None),
    ],
)
def test_a_card_is_found_by_place_words_and_category(said: Said, reasons: set[Why] | None) -> None:
    found = matches([PIPE], said, NOON)
    assert ({why for why, _text in found[0].reasons} if found else None) == reasons


def test_the_card_that_fits_best_comes_first_and_then_the_newest() -> None:
    other = card_of([version(2, card_id=UUID(int=81), place="人民路", place_code=None)])
    newer = card_of([version(3, card_id=UUID(int=82), at=NOON + timedelta(minutes=1))])
    best = matches([other, PIPE, newer], Said(words="人民路停水，也没水"), NOON)
    assert [one.card.id.int for one in best] == [81, 82, 80]
    assert best[0].reasons == (
        (Why.PLACE, "人民路"),
        (Why.KEYWORD, "停水"),
        (Why.KEYWORD, "没水"),
    )


def test_latin_keywords_are_whole_words_and_categories_suffice_without_a_place() -> None:
    gas = card_of([version(place=None, place_code=None, keywords=("gas", "Main St"))])
    assert not matches([gas], Said(words="a trip to Vegas on Main Street"), NOON)
    assert matches([gas], Said(words="There is GAS  on MAIN ST."), NOON)[0].score == 4
    assert matches([gas], Said(category="0304"), NOON)
    assert not matches([gas], Said(category="0305"), NOON)


def test_what_is_said_is_all_that_stands_in_the_form() -> None:
    ticking = Ticking()
    matter = MatterDraft(id=ticking.new_id(), n=1, at=NOON)
    matter = typed(ticking, matter, "没有水。", "一天了。")
    matter = replace(matter, summary="停水", strip=Strip(place="湖滨路", place_code="340102"))
    said = said_of(matter, ("3401",))
    assert said.words == "没有水。\n一天了。\n停水\n湖滨路"
    assert (said.place_code, said.areas) == ("340102", ("3401",))


def test_a_card_runs_between_its_times_until_it_is_solved_or_withdrawn() -> None:
    hour = timedelta(hours=1)
    timed = version(begins_at=NOON + hour, ends_at=NOON + 3 * hour)
    states = [card_of([timed]).state_at(NOON + n * hour) for n in range(4)]
    assert states == [CardState.TO_COME, CardState.RUNNING, CardState.RUNNING, CardState.OVER]
    solved = version(2, corrects=UUID(int=1), step="solved", at=NOON + hour, answer="已恢复供水。")
    card = card_of([solved, version()])
    assert (card.step, card.to_say, card.published_at) == (CardStep.SOLVED, "已恢复供水。", NOON)
    assert [card.shown_at(NOON + n * hour) for n in (1, 24, 25)] == [True, True, False]
    away = card_of([version(), version(2, corrects=UUID(int=1), step="withdrawn")])
    assert (away.state_at(NOON), away.shown_at(NOON)) == (CardState.WITHDRAWN, False)
    assert [one.id for one in cards_of([version(), solved])] == [PIPE.id]


def test_a_card_needs_words_and_something_to_be_found_by() -> None:
    for wrong in (
        CardText(title=" ", words="x", keywords=("停水",)),
        CardText(title="x", words="", keywords=("停水",)),
        CardText(title="x", words="y", keywords=(" ",)),
        CardText(title="x", words="y", place="z", begins_at=NOON, ends_at=NOON),
    ):
        with pytest.raises(UserError):
            wrong.checked()
    good = CardText(title=" x ", words="y", keywords=("停水 ", "停水"), unit=" ").checked()
    assert (good.title, good.keywords, good.unit) == ("x", ("停水",), None)
