"""What came of a practice call, line by line: what was missed first, times last."""

from __future__ import annotations

from dataclasses import dataclass

from operator_desk.domain.practice import Choice, Judged, Missed
from operator_desk.domain.profile import Profile
from operator_desk.domain.terms import Answer, MatterKind
from operator_desk.services.practice import Came
from operator_desk.ui import names
from operator_desk.ui.kit.words import later, tr

MISSED, RIGHT, PLAIN = "warn", "ok", ""
_SIGNS = {MISSED: "×", RIGHT: "✓", PLAIN: "·"}

_MEANT = {
    Answer.CONFIRMED: later("confirmed it"),
    Answer.CORRECTED: later("wanted it corrected"),
    Answer.DECLINED: later("would not confirm it"),
    Answer.NOT_READ: later("did not want it read"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its words and how it is to be looked at, which a sign before it says too."""

    words: str
    level: str = PLAIN

    @property
    def text(self) -> str:
        """The words with their sign."""
        return f"{_SIGNS[self.level]}　{self.words}"


def result_lines(came: Came, profile: Profile, language: str) -> list[Line]:
    """Everything but the times; no score."""
    found = came.judged
    return [
        *_elements(came, profile),
        *_articles(came),
        *_choices(found, profile, language),
        *_readback(found),
        *_verbatim(found),
    ]


def headline(found: Judged) -> str:
    """One sentence over all of it."""
    if found.nothing_missed:
        return tr("Nothing was missed.")
    return tr("What was missed stands first.")


def _elements(came: Came, profile: Profile) -> list[Line]:
    found, labels = came.judged, _labels(came, profile)
    missed = [Line(_missed(one, labels), MISSED) for one in found.missed]
    if not found.elements:
        return missed
    there = found.elements - len(found.missed)
    words = tr("Elements: {n} of {of}", n=there, of=found.elements)
    return [*missed, Line(words, PLAIN if missed else RIGHT)]


def _labels(came: Came, profile: Profile) -> dict[str, str]:
    elements = profile.categories.elements(came.script.category)
    return {one.code: one.label for one in elements} | {
        "caller_name": names.field_word("caller_name")
    }


def _missed(one: Missed, labels: dict[str, str]) -> str:
    name = labels.get(one.code, one.code)
    if one.noted:
        return tr(
            "{name}: you have “{noted}”, the caller says “{right}”",
            name=name,
            noted=one.noted,
            right=one.right,
        )
    return tr("{name}: missing. Asked, the caller says “{right}”", name=name, right=one.right)


def _articles(came: Came) -> list[Line]:
    found, titles = came.judged, came.titles
    lines = [Line(tr("Not told: {title}", title=titles[key]), MISSED) for key in found.not_told]
    lines += [Line(tr("Told: {title}", title=titles[key]), RIGHT) for key in found.told]
    besides = [titles.get(key, key) for key in found.told_besides]
    return lines + [Line(tr("Told besides: {title}", title=title)) for title in besides]


def _choices(found: Judged, profile: Profile, language: str) -> list[Line]:
    def kind(value: str | None) -> str:
        return names.kind_word(profile, MatterKind(value), language) if value else tr("none")

    def category(value: str | None) -> str:
        return profile.categories.path_name(value) or value if value else tr("none")

    def outcome(value: str | None) -> str:
        return names.outcome_word(profile, value, language) if value else tr("none")

    asked = (
        (tr("Kind"), found.kind, kind),
        (tr("Category"), found.category, category),
        (tr("Outcome"), found.outcome, outcome),
    )
    lines = []
    for name, choice, word in asked:
        if choice.wanted:
            lines.append(_choice(name, choice, word(choice.wanted), word(choice.given)))
    return sorted(lines, key=lambda line: line.level != MISSED)


def _choice(name: str, choice: Choice, wanted: str, given: str) -> Line:
    if choice.right:
        return Line(tr("{name}: {words}", name=name, words=wanted), RIGHT)
    words = tr("{name}: {wanted}, not {given}", name=name, wanted=wanted, given=given)
    return Line(words, MISSED)


def _readback(found: Judged) -> list[Line]:
    if found.read_back is False:
        return [Line(tr("Nothing was read back."), MISSED)]
    lines = [
        Line(
            tr(
                "“{words}”: the caller {wanted}, you pressed {given}",
                words=one.words,
                wanted=tr(_MEANT[one.wanted]),
                given=names.answer_word(one.given),
            ),
            MISSED,
        )
        for one in found.wrong_answers
    ]
    if found.read_back and not lines:
        return [Line(tr("Readback: every answer as the caller meant it"), RIGHT)]
    return lines


def _verbatim(found: Judged) -> list[Line]:
    if not found.verbatim:
        return []
    lacking = [words for words, there in found.verbatim if not there]
    of = len(found.verbatim)
    if not lacking:
        return [Line(tr("Word for word: {n} of {of}", n=of, of=of), RIGHT)]
    words = tr("Not word for word: {words}", words=tr(", ").join(lacking))
    counted = tr("Word for word: {n} of {of}", n=of - len(lacking), of=of)
    return [Line(words, MISSED), Line(counted)]


def times_line(found: Judged) -> str:
    """The times in one small line, with those of the script where it has them."""
    own, script = found.times, found.script_times
    parts = [
        _time(tr("first search"), own.search_s, None),
        _time(tr("told"), own.told_s, None),
        _time(tr("talk"), own.talk_s, script.talk_s),
        _time(tr("after the call"), own.after_call_s, script.after_call_s),
    ]
    return " · ".join(part for part in parts if part)


def _time(name: str, seconds: int | None, script_s: int | None) -> str:
    if seconds is None:
        return ""
    words = f"{name} {names.clock_text(seconds)}"
    if script_s is None:
        return words
    return tr("{words} (script {time})", words=words, time=names.clock_text(script_s))
