"""One walk over a text: rules say what they know, the rest is said as written."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from operator_desk.speech.folded import PAUSES, is_han, kind_of


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the written text (`start` to `end`, as a slice) and what is said for it."""

    start: int
    end: int
    said: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern (over folded text) and what is said for it; None: not this rule's."""

    pattern: re.Pattern[str]
    say: Callable[[re.Match[str]], str | None]


def rule(pattern: str, say: Callable[[re.Match[str]], str | None]) -> Rule:
    """A rule of a pattern in ASCII's sense of digits and blanks."""
    return Rule(re.compile(pattern, re.ASCII), say)


def before(found: re.Match[str], length: int) -> str:
    """The characters before what was found."""
    return found.string[max(0, found.start() - length) : found.start()]


def after(found: re.Match[str], length: int) -> str:
    """The characters behind what was found."""
    return found.string[found.end() : found.end() + length]


@dataclass(frozen=True, slots=True)
class Way:
    """How a language is walked: what is said as written, its rules, its pauses."""

    plain: re.Pattern[str]
    rules: Mapping[
        str, Sequence[Rule]
    ]  # by the kind of the first sign: "0", "a", or the sign itself
    alone: Mapping[str, str]  # what is said of a sign that no rule takes
    run: re.Pattern[str]  # marks that make one pause together
    pause: Callable[[str, str, int, int], str]  # the pause of text, marks, start, end


def walk(text: str, written: str, way: Way) -> list[Part]:
    """The pieces of a folded text, in order, without gap; `written` is the text as it was."""
    pieces: list[Part] = []
    start, last = 0, ""
    while start < len(text):
        end, said = _next(text, written, way, start)
        if said and last.isascii() and last.isalpha() and said[0].isascii() and said[0].isalpha():
            said = " " + said
        pieces.append(Part(start, end, said))
        start, last = end, said[-1:] or last
    return pieces


def _next(text: str, written: str, way: Way, start: int) -> tuple[int, str]:
    found = way.plain.match(text, start)
    if found:
        return found.end(), written[start : found.end()]
    sign = text[start]
    kind = "0" if sign.isdecimal() else "a" if sign.isascii() and sign.isalpha() else sign
    for one in way.rules.get(kind, ()):
        found = one.pattern.match(text, start)
        said = one.say(found) if found else None
        if found and said is not None and found.end() > start:
            return found.end(), said
    if sign in way.alone:
        return start + 1, way.alone[sign]
    found = way.run.match(text, start)
    end = found.end() if found else start + 1
    return end, way.pause(text, text[start:end], start, end)


def strongest(text: str, marks: str, start: int, end: int) -> str:
    """What a run of marks says: none at the text's start, no short one at its end."""
    said = max((kind_of(sign) for sign in marks), key=PAUSES.index)
    if start == 0 or (end == len(text) and said in ("、", "，", "：")):
        return ""
    if said != " ":
        return said
    left, right = text[start - 1], text[end : end + 1]
    if is_han(left) and is_han(right):
        return "，"
    if left.isdecimal() and right.isdecimal():
        return "，"
    return " " if left.isascii() and right.isascii() and left.isalpha() else ""
