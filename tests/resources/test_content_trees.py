"""The category trees and lists of the profiles: shape, names, what is asked; phrases."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path

import pytest
from click.testing import CliRunner

from operator_desk import resources
from operator_desk.cli import cli
from operator_desk.domain.article import ArticleKind
from operator_desk.domain.profile import Rule
from operator_desk.domain.progress import MOMENTS, PAUSED, SECRET
from operator_desk.domain.terms import MatterKind, Outcome
from operator_desk.ui.call.phrases import Phrases
from tests.resources.shipped import PROFILES, articles, profile

both = pytest.mark.parametrize("language", PROFILES)
ENDING = {"zh_CN": "？", "en": "?"}


@both
def test_a_tree_is_about_ten_by_eight_by_five(language: str) -> None:
    levels = [category.level for category in profile(language).categories.categories]
    assert levels.count(1) == 10
    assert 75 <= levels.count(2) <= 85
    assert 380 <= levels.count(3) <= 420
    assert all(len(one.code) == 6 for one in profile(language).categories.leaves())


@both
def test_every_leaf_says_what_to_ask(language: str) -> None:
    leaves = profile(language).categories.leaves()
    assert [leaf.code for leaf in leaves if not leaf.elements] == []
    assert [leaf.code for leaf in leaves if len(leaf.elements) > 8] == []
    assert sum(any(one.required for one in leaf.elements) for leaf in leaves) > len(leaves) * 0.8


@both
def test_a_question_is_a_sentence_and_its_code_means_one_thing(language: str) -> None:
    said: dict[str, set[tuple[str, str, str | None]]] = defaultdict(set)
    for category in profile(language).categories.categories:
        for element in category.elements:
            said[element.code].add((element.label, element.ask, element.fits))
    assert {code: words for code, words in said.items() if len(words) > 1} == {}
    asks = {ask for words in said.values() for _label, ask, _fits in words}
    assert [ask for ask in asks if not ask.endswith(ENDING[language])] == []


@both
def test_most_leaves_ask_for_something_that_rules_look_for(language: str) -> None:
    leaves = profile(language).categories.leaves()
    fitting = [leaf for leaf in leaves if any(one.fits for one in leaf.elements)]
    assert len(fitting) > len(leaves) * 0.85


@both
def test_names_stand_once_and_initials_are_those_of_the_spelling(language: str) -> None:
    categories = profile(language).categories.categories
    siblings = [(one.parent, one.name) for one in categories]
    assert len(set(siblings)) == len(siblings)
    for one in categories:
        assert re.fullmatch("[a-z]+( [a-z]+)*", one.pinyin), one.code
        assert one.initials == "".join(part[0] for part in one.pinyin.split()), one.code


def test_chinese_names_have_a_syllable_a_character() -> None:
    for one in profile("zh_CN").categories.categories:
        signs = re.findall("[一-鿿]", one.name)
        assert len(one.pinyin.split()) == len(signs), one.name


def test_english_names_are_spelt_by_their_words() -> None:
    for one in profile("en").categories.categories:
        assert one.pinyin == " ".join(re.findall("[a-z]+", one.name.lower()))


@both
def test_most_categories_say_what_a_matter_mostly_is(language: str) -> None:
    leaves = profile(language).categories.leaves()
    assert sum(leaf.kind is not None for leaf in leaves) > len(leaves) * 0.7
    assert {leaf.kind for leaf in leaves} >= set(MatterKind)


# -- rules -------------------------------------------------------------------------------


@both
def test_every_rule_has_source_and_first_day(language: str) -> None:
    one = profile(language)
    rules: list[Rule] = [*one.classing, *one.kinds, *one.limits, *one.targets, one.guide]
    assert len(rules) > 35
    assert [rule for rule in rules if not rule.source.strip()] == []
    assert [rule for rule in rules if str(rule.valid_from) < "2004-01-01"] == []


@both
def test_labels_are_in_the_language_of_the_window(language: str) -> None:
    one = profile(language)
    named = [*one.classing, *one.kinds, *one.limits, *one.urgencies, *one.secrecies, *one.outcomes]
    named += [reason for reasons in one.reasons.values() for reason in reasons]
    assert [thing for thing in named if not thing.text("en").isascii()] == []
    if language == "zh_CN":
        assert [thing for thing in named if thing.text("zh_CN").isascii()] == []


@both
def test_a_digit_of_a_list_chooses_one_thing(language: str) -> None:
    one = profile(language)
    lists = [one.urgencies, one.secrecies, one.outcomes, *one.reasons.values()]
    for choices in lists:
        digits = [choice.digit for choice in choices if choice.digit]
        assert len(digits) == len(set(digits))


def test_both_profiles_know_the_same_reasons_and_rules() -> None:
    chinese, english = profile("zh_CN"), profile("en")
    assert [rule.id for rule in chinese.classing] == [rule.id for rule in english.classing]
    assert {name: {one.code for one in reasons} for name, reasons in chinese.reasons.items()} == {
        name: {one.code for one in reasons} for name, reasons in english.reasons.items()
    }
    for kind in MatterKind:
        assert chinese.kind(kind).outcome is english.kind(kind).outcome


@both
def test_profile_check_takes_the_shipped_profile(language: str) -> None:
    name = PROFILES[language]
    result = CliRunner().invoke(cli, ["--lang", "en", "profile", "check", name])
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith(f"{name}: in order; ")


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (
            'source = "',
            'sauce = "',
            "classing[1] (id test_call).source: expected a text, found the field sauce",
        ),
        ("valid_from = 2004-01-01", "valid_from = 2004-13-01", "not valid TOML"),
        (
            'categories = ["0101"]',
            'categories = ["0199"]',
            "(id caller_pothole).categories: expected codes",
        ),
        ('id = "callback"\n', 'id = "test_call"\n', "classing: id test_call stands twice"),
        ('categories = "city-311"', 'categories = "nowhere"', "nowhere.jsonl"),
    ],
)
def test_profile_check_says_in_one_line_what_is_wrong(
    tmp_path: Path, old: str, new: str, words: str
) -> None:
    shipped = resources.path("resources", "profiles", "city-311.toml").read_text("utf-8")
    assert old in shipped
    path = tmp_path / "ours.toml"
    path.write_text(shipped.replace(old, new, 1), encoding="utf-8")
    result = CliRunner().invoke(cli, ["--lang", "en", "profile", "check", str(path)])
    assert result.exit_code == 1
    assert result.stdout == ""
    (line,) = result.stderr.splitlines()
    assert words in line


# -- phrases -----------------------------------------------------------------------------


def sections(language: str) -> dict[str, list[str]]:
    """The phrases of a language by section."""
    found: dict[str, list[str]] = defaultdict(list)
    for one in articles(language):
        if one.kind is ArticleKind.PHRASE:
            found[one.section].append(one.answer)
    return found


@both
def test_phrases_are_there_and_fill(language: str) -> None:
    known = dict.fromkeys(
        (
            "operator",
            "number",
            "city",
            "area_code",
            "state",
            "title",
            "answer",
            "text",
            "day",
            "due",
            "unit",
            "n",
            "question",
        ),
        "x",
    )
    found = sections(language)
    assert sum(map(len, found.values())) >= 50
    for texts in found.values():
        for text in texts:
            assert text.strip()
            assert text.format(**known)


def test_both_languages_have_phrases_for_the_same_moments() -> None:
    chinese, english = sections("zh_CN"), sections("en")
    assert {name: len(texts) for name, texts in chinese.items()} == {
        name: len(texts) for name, texts in english.items()
    }


@both
def test_every_moment_of_a_call_has_its_sentence(language: str) -> None:
    phrases = Phrases(articles(language), "1027")
    moments = ("readback_open", "readback_item", "readback_end", "closing", "registering")
    for moment in (*moments, "silent_1", "silent_2", "silent_3"):
        assert phrases.first(moment), moment
    assert "1027" in phrases.first("opening")
    assert "20261123-A01-0001" in phrases.first("registered", number="20261123-A01-0001")
    assert len(sections(language)["opening"]) >= 2  # the second greets a number that called before


@both
def test_progress_can_be_told_in_every_state_with_all_that_is_known_or_nothing(
    language: str,
) -> None:
    phrases = Phrases(articles(language), "1027")
    whole = dict.fromkeys(("number", "day", "due", "unit", "answer"), "§")
    for moment in {*MOMENTS.values(), PAUSED}:
        assert phrases.first(f"progress_{moment}", **whole), moment
        poor = phrases.first(f"progress_{moment}", number="§")
        assert poor, moment
        assert "§" not in poor
    others = ("chase", "supplement", "withdraw", "withdraw_ask", "not_solved_ask", "relay_ask")
    for section in (*others, "not_solved_rework", "not_solved_lead", "relay", SECRET):
        assert phrases.first(section, n="2", question="?"), section


@both
def test_outcomes_are_named(language: str) -> None:
    assert {choice.value for choice in profile(language).outcomes} == set(Outcome)
