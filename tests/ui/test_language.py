"""The section of callers' words by its keys: synonyms kept and withdrawn, pairs marked."""

from __future__ import annotations

from dataclasses import replace

import pytest

from operator_desk.app import content
from operator_desk.domain import facts
from operator_desk.domain.language import LearnedPair, LearnedTable, Synonym
from operator_desk.domain.terms import Role
from operator_desk.search.tables import FileTables
from operator_desk.ui.knowledge.language.section import LanguageSection
from tests.domain.makers import NOON
from tests.ui.desk import Desk

PAIRS = (LearnedPair("工钱", "劳动报酬", 0.5, 9), LearnedPair("可以", "民法典", 0.1, 9))


@pytest.fixture
def section(desk: Desk) -> LanguageSection:
    """The section, opened by an editor at a desk that has learned two pairs."""
    FileTables(desk.folder / content.INDEX).keep_learned(LearnedTable(NOON, 9, 9, 9, PAIRS))
    desk.actor = replace(desk.actor, roles=(Role.EDITOR,))
    desk.window.hide()
    desk.opened()
    desk.press("F1")
    desk.keys("kyc")
    desk.press("Return")
    found = desk.window.pages["show_language"].front  # type: ignore[attr-defined]
    assert isinstance(found, LanguageSection)
    return found


def synonyms(desk: Desk) -> tuple[Synonym, ...]:
    return desk.services.language.synonyms()


def states(section: LanguageSection) -> list[str]:
    return [row.state.value for row in section.learned.table.rows.rows]


def test_an_operator_has_no_such_section(desk: Desk) -> None:
    assert "show_language" in desk.window.pages.hidden()
    desk.press("F1")
    desk.keys("kyc")
    desk.press("Return")
    assert list(desk.window.pages.made()) == [desk.page]


def test_a_synonym_is_written_changed_and_withdrawn_by_keys(
    desk: Desk, section: LanguageSection
) -> None:
    card = section.synonyms
    card.lay.setFocus()
    desk.type("炒鱿鱼\n解除；劳动合同\n")
    assert synonyms(desk) == (Synonym("炒鱿鱼", ("解除", "劳动合同")),)
    assert desk.focus() is card.lay  # for the next one
    card.line.setFocus()
    desk.press("Return", "Return")  # to the list, and its row into the form
    card.official.selectAll()
    desk.type("辞退")
    desk.press("Return")
    assert synonyms(desk) == (Synonym("炒鱿鱼", ("辞退",)),)
    card.table.setFocus()
    desk.press("Delete")
    assert synonyms(desk) == ()
    desk.press("Return")  # it stands in the form: taken back by one key
    assert synonyms(desk) == (Synonym("炒鱿鱼", ("辞退",)),)


def test_what_is_wrong_is_said_and_stays_in_the_form(desk: Desk, section: LanguageSection) -> None:
    section.synonyms.lay.setFocus()
    desk.type("钱\n报酬\n")
    assert desk.window.notices.text() == "口语词至少要有两个字。"
    assert (section.synonyms.lay.text(), section.synonyms.official.text()) == ("钱", "报酬")


def test_a_composed_word_is_kept(desk: Desk, section: LanguageSection) -> None:
    section.synonyms.lay.setFocus()
    desk.type("工钱\n")
    desk.compose("报酬")
    section.synonyms._keep()
    assert synonyms(desk) == (Synonym("工钱", ("报酬",)),)


def test_pairs_are_marked_by_digits_and_found_by_either_side(
    desk: Desk, section: LanguageSection
) -> None:
    card = section.learned
    card.table.setFocus()
    assert [row.lay for row in card.table.rows.rows] == ["工钱", "可以"]
    desk.press("Down", "2")
    assert states(section) == ["learned", "pinned"]  # none moves under the hand
    desk.press("1")
    assert states(section) == ["learned", "struck"]
    desk.press("Up", "Delete", "Down", "3")
    assert states(section) == ["struck", "learned"]
    held = {one.lay: one.state.value for one in desk.services.language.learned()}
    assert held == {"工钱": "struck", "可以": "learned"}
    card.line.setText("报酬")
    desk.wait(lambda: len(card.table.rows.rows) == 1)


def test_forgetting_asks_first_and_escape_keeps(desk: Desk, section: LanguageSection) -> None:
    section.learned._forget.click()
    desk.press("Escape")
    assert len(states(section)) == 2
    assert not desk.facts(facts.LearnedMark)
    section.learned._forget.click()
    desk.press("Tab", "Return")
    assert states(section) == []
    assert not section.learned._forget.isEnabled()
    assert "F10" in section.learned._empty.text()
    assert len(desk.facts(facts.LearnedMark)) == 1
