"""What a told article may teach the search, and how much: decay, cap, and the privacy rule."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from operator_desk.domain.facts import ERASED, Call, CallEnd, MatterForm, Statement, Ticket
from operator_desk.domain.terms import CallClass, Entry, MatterKind, Secrecy

# Laws are amended and words for them come up within a year or two, and what a hotline is asked
# returns with the seasons: last winter's words about heating must still count this winter.
HALF_LIFE = timedelta(days=365)
# So many answers of one voice count in full for an article, however few the others gave.
FREE = 20.0
# A word that no official text and no dictionary has must come from so many callers.
CALLERS = 3
ALLOWED = "call_teaches"  # the view log's word for a played call that may teach the search


@dataclass(frozen=True, slots=True)
class Lesson:
    """An article that was told, and what the caller had said; `caller` is the same for the same
    line, `desk` and `operator` are those who told it."""

    call: UUID
    caller: str
    said: tuple[str, ...]
    article: str
    at: datetime
    desk: str
    operator: UUID

    @property
    def words(self) -> str:
        """Everything the caller said, a line a statement."""
        return "\n".join(self.said)


@dataclass(frozen=True, slots=True)
class Taught:
    """A lesson as the learner takes it: no number, no name; `caller` only tells them apart."""

    said: str
    article: str
    weight: float
    caller: int


def weights(lessons: Sequence[Lesson], now: datetime) -> list[float]:
    """What each lesson counts: less with age, and no voice more than the others together.

    The voices are the desks, where there are several, and the operators; what they tell of one
    article is looked at. Up to `FREE` a voice counts in any case.
    """
    found = [faded(now - one.at) for one in lessons]
    if len({one.desk for one in lessons}) > 1:
        found = _capped(lessons, found, lambda one: one.desk)
    return _capped(lessons, found, lambda one: one.operator)


def faded(age: timedelta) -> float:
    """What something of this age counts: half after every `HALF_LIFE`, the future like now."""
    return float(0.5 ** (max(age, timedelta()) / HALF_LIFE))


def _capped(
    lessons: Sequence[Lesson], given: Sequence[float], voice: Callable[[Lesson], Hashable]
) -> list[float]:
    by_voice: dict[tuple[str, Hashable], float] = defaultdict(float)
    whole: dict[str, float] = defaultdict(float)
    for one, weight in zip(lessons, given, strict=True):
        by_voice[one.article, voice(one)] += weight
        whole[one.article] += weight
    found = []
    for one, weight in zip(lessons, given, strict=True):
        own = by_voice[one.article, voice(one)]
        most = max(FREE, whole[one.article] - own)
        found.append(weight * min(1.0, most / own))
    return found


def may_teach(
    call: Call,
    end: CallEnd | None,
    kinds: Iterable[MatterKind | None],
    tickets: Collection[Ticket],
    *,
    allowed: bool,
    crisis: bool,
) -> bool:
    """Whether what was said in a call may be learned from.

    Not a call in danger, not one with a secret or anonymous ticket, no report that has no open
    ticket, no call that still runs, no test; a played one only when that was `allowed`.
    """
    if crisis or end is None or end.call_class is CallClass.TEST:
        return False
    if call.entry is Entry.IMPORTED and not allowed:
        return False
    if any(ticket.secrecy is not Secrecy.OPEN for ticket in tickets):
        return False
    return bool(tickets) or MatterKind.REPORT not in kinds


def in_danger(_call: Call) -> bool:
    """Whether a call was one of danger to life. No row says so yet: the one that will is to be
    looked at here, and nowhere else."""
    return False


def said_in(
    statements: Iterable[Statement], forms: Iterable[MatterForm], names: Iterable[str]
) -> tuple[str, ...]:
    """What was said in one matter, in its newest wording, and the summary; without the names.

    The rows come in the order of their time; an erased or withdrawn wording is not there.
    """
    lines = {row.line: row.words for row in statements}
    summaries = [row.summary for row in forms][-1:]
    hidden = sorted(filter(None, names), key=len, reverse=True)
    found = []
    for words in (*lines.values(), *summaries):
        if not words or words == ERASED:
            continue
        for name in hidden:
            words = words.replace(name, " ")
        found.append(words)
    return tuple(dict.fromkeys(found))


def is_learned(word: str, callers: int, *, common: bool) -> bool:
    """Whether a caller's word that is no name may stand in the table: one that is `common`
    property, or that so many different callers said; nothing with a digit."""
    if any(char.isdigit() for char in word):
        return False
    return common or callers >= CALLERS
