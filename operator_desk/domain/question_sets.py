"""Question sets: what callers ask, the right articles, and where those stand among the hits."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from operator_desk.domain.article import Article
from operator_desk.domain.errors import UserError
from operator_desk.domain.knowledge_facts import QuestionVersion

DEPTH, FIRST = 100, 10  # hits that are looked at; those that an operator looks through
LONGEST, LONGEST_NAME, MOST_GOLD = 500, 40, 50
Rank = int | None  # place of the first right article, from 1; None: not among the hits


@dataclass(frozen=True, slots=True)
class Question:
    """A question of a set and the keys of the articles that answer it."""

    set_name: str
    text: str
    gold: tuple[str, ...]

    @property
    def name(self) -> tuple[str, str]:
        """What makes it this question: its set and its words."""
        return self.set_name, self.text


def question(set_name: str, text: str, gold: Iterable[str]) -> Question:
    """A question as it is kept. UserError: empty, too long, or without a right article."""
    name, words = _bare(set_name), _bare(text)
    keys = tuple(dict.fromkeys(filter(None, map(_bare, gold))))
    if not words:
        raise UserError("There is no question.")
    if not name:
        raise UserError("The set has no name.")
    for given, most in ((name, LONGEST_NAME), (words, LONGEST)):
        if len(given) > most:
            raise UserError("{word} is longer than {most} characters.", word=given, most=most)
    if not keys:
        raise UserError("{question}: no right article is given.", question=words)
    if len(keys) > MOST_GOLD:
        raise UserError(
            "{question}: more than {most} right articles.", question=words, most=MOST_GOLD
        )
    return Question(name, words, keys)


def merged(given: Iterable[Question]) -> list[Question]:
    """Each question once, with the right articles of all that say the same."""
    found: dict[tuple[str, str], Question] = {}
    for one in given:
        before = found.get(one.name)
        gold = (*before.gold, *one.gold) if before else one.gold
        found[one.name] = question(*one.name, gold)
    return list(found.values())


def held(rows: Iterable[QuestionVersion]) -> list[Question]:
    """The questions that hold after these rows, given in the order of their time; by set."""
    newest = {(row.set_name, row.question): row for row in rows}
    kept = (row for row in newest.values() if not row.withdrawn)
    return sorted(
        (Question(row.set_name, row.question, row.gold) for row in kept),
        key=lambda one: one.set_name,
    )


def to_line(one: Question) -> str:
    """A question as a row of an export, which can be imported again."""
    row = {"question": one.text, "gold": list(one.gold), "set": one.set_name}
    return json.dumps(row, ensure_ascii=False) + "\n"


def _bare(words: str) -> str:
    return " ".join(words.split())


# -- ranks -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Run:
    """Where the right articles stood at one time, judged by what was in force on `day`."""

    at: datetime
    day: date
    ranks: dict[tuple[str, str], Rank] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Foreseen:
    """An article as it would be published, or None: taken out of search; and from which day."""

    key: str
    article: Article | None
    day: date


@dataclass(frozen=True, slots=True)
class Tried:
    """A question with the ranks before and after a change."""

    question: Question
    before: Rank
    after: Rank

    @property
    def moved(self) -> int:
        """By how many places it comes later (above 0) or earlier; not found counts as last."""
        return (self.after or DEPTH + 1) - (self.before or DEPTH + 1)

    @property
    def falls_out(self) -> bool:
        """Whether it was among the first ten and is no longer."""
        return is_first(self.before) and not is_first(self.after)

    @property
    def comes_in(self) -> bool:
        """Whether it was not among the first ten and is now."""
        return is_first(self.after) and not is_first(self.before)


def is_first(rank: Rank) -> bool:
    """Whether a right article is among the hits that an operator looks through."""
    return rank is not None and rank <= FIRST


def worst_first(rows: Iterable[Tried]) -> list[Tried]:
    """What falls out of the first ten, what else comes later, what comes earlier, the rest."""

    def place(row: Tried) -> tuple[bool, bool, bool, int]:
        return not row.falls_out, row.moved <= 0, row.moved == 0, -abs(row.moved)

    return sorted(rows, key=place)


@dataclass(frozen=True, slots=True)
class Summary:
    """How many questions there are, come later, fall out of the ten, come earlier, come in."""

    questions: int
    later: int
    out: int
    earlier: int
    into: int


def summary(rows: Sequence[Tried]) -> Summary:
    """The counts of a trial."""
    return Summary(
        len(rows),
        sum(row.moved > 0 for row in rows),
        sum(row.falls_out for row in rows),
        sum(row.moved < 0 for row in rows),
        sum(row.comes_in for row in rows),
    )
