"""Event cards: what stands of one at an instant, and which fit what a caller is saying."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from functools import lru_cache
from uuid import UUID

from operator_desk.domain import record
from operator_desk.domain.draft import MatterDraft
from operator_desk.domain.errors import UserError
from operator_desk.domain.facts import EventCardVersion
from operator_desk.domain.views import newest

SHOWN_AFTER = timedelta(hours=24)  # a solved card still has an answer to tell
_NAMES = re.compile(r"[、，,；;/\n]+")
_ENOUGH = 3


class CardStep(StrEnum):
    """What was last done with a card."""

    PUBLISHED = "published"
    CHANGED = "changed"
    SOLVED = "solved"
    WITHDRAWN = "withdrawn"


class CardState(StrEnum):
    """How a card stands at an instant."""

    TO_COME = "to_come"
    RUNNING = "running"
    OVER = "over"
    SOLVED = "solved"
    WITHDRAWN = "withdrawn"


class Why(StrEnum):
    """What of a card fits what the caller says."""

    PLACE = "place"
    KEYWORD = "keyword"
    CATEGORY = "category"
    AREA = "area"


@dataclass(frozen=True, slots=True, kw_only=True)
class CardText:
    """What a lead writes on a card; `words` is the sentence to say."""

    title: str
    words: str
    place_code: str | None = None
    place: str | None = None
    category: str | None = None
    keywords: tuple[str, ...] = ()
    unit: str | None = None
    begins_at: datetime | None = None
    ends_at: datetime | None = None

    def checked(self) -> CardText:
        """The text without blanks at its ends. UserError: something is missing or wrong."""
        made = CardText(
            title=self.title.strip(),
            words=self.words.strip(),
            place_code=(self.place_code or "").strip() or None,
            place=(self.place or "").strip() or None,
            category=(self.category or "").strip() or None,
            keywords=tuple(dict.fromkeys(one.strip() for one in self.keywords if one.strip())),
            unit=(self.unit or "").strip() or None,
            begins_at=self.begins_at,
            ends_at=self.ends_at,
        )
        if not made.title or not made.words:
            raise UserError("An event card needs a title and the words to say.")
        if not (made.place or made.category or made.keywords):
            raise UserError(
                "Name a place, a category or a keyword: by these the card finds its calls."
            )
        if made.begins_at and made.ends_at and made.ends_at <= made.begins_at:
            raise UserError("The event card ends before it begins.")
        return made


@dataclass(frozen=True, slots=True, kw_only=True)
class EventCard:
    """A card as its newest version has it; `since` is when that was written, by `actor`."""

    id: UUID
    version_id: UUID
    step: CardStep
    text: CardText
    answer: str
    published_at: datetime
    published_by: UUID
    since: datetime
    actor: UUID

    @property
    def title(self) -> str:
        """What it is called."""
        return self.text.title

    @property
    def solved_at(self) -> datetime | None:
        """When it was solved, if it was."""
        return self.since if self.step is CardStep.SOLVED else None

    @property
    def open(self) -> bool:
        """Whether it was neither solved nor withdrawn, whatever its times say."""
        return self.step in (CardStep.PUBLISHED, CardStep.CHANGED)

    def state_at(self, now: datetime) -> CardState:
        """How it stands at an instant."""
        if not self.open:
            return CardState(self.step.value)
        if self.text.begins_at is not None and now < self.text.begins_at:
            return CardState.TO_COME
        if self.text.ends_at is not None and now >= self.text.ends_at:
            return CardState.OVER
        return CardState.RUNNING

    def shown_at(self, now: datetime) -> bool:
        """Whether matching calls show it: it is running, or was solved not long ago."""
        state = self.state_at(now)
        if state is CardState.SOLVED:
            return now < self.since + SHOWN_AFTER
        return state is CardState.RUNNING

    @property
    def to_say(self) -> str:
        """What callers are told: the answer when it is solved, else its words."""
        return self.answer if self.step is CardStep.SOLVED and self.answer else self.text.words


def card_of(versions: Sequence[EventCardVersion]) -> EventCard:
    """A card from all its versions."""
    last = newest(versions) or versions[-1]
    first = next((row for row in versions if row.corrects is None), versions[0])
    return EventCard(
        id=last.card_id,
        version_id=last.id,
        step=CardStep(last.step),
        text=CardText(
            title=last.title,
            words=last.words,
            place_code=last.place_code,
            place=last.place,
            category=last.category,
            keywords=last.keywords,
            unit=last.unit,
            begins_at=last.begins_at,
            ends_at=last.ends_at,
        ),
        answer=last.answer or "",
        published_at=first.at,
        published_by=first.actor,
        since=last.at,
        actor=last.actor,
    )


def cards_of(versions: Iterable[EventCardVersion]) -> tuple[EventCard, ...]:
    """Every card, the one published last first."""
    by_card: dict[UUID, list[EventCardVersion]] = {}
    for row in versions:
        by_card.setdefault(row.card_id, []).append(row)
    made = [card_of(rows) for rows in by_card.values()]
    return tuple(sorted(made, key=lambda one: (one.published_at, one.id), reverse=True))


# -- matching ----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a call has come to so far; `areas` are the places of the caller's fixed line."""

    words: str = ""
    category: str | None = None
    place_code: str | None = None
    areas: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Match:
    """A card that fits, how well, and by what: (kind, the words or code that agreed)."""

    card: EventCard
    score: int
    reasons: tuple[tuple[Why, str], ...]


def said_of(matter: MatterDraft, areas: tuple[str, ...] = ()) -> Said:
    """What is known of a matter, as cards are matched with it."""
    strip = matter.strip
    lines = [line.words for line in record.visible(matter)]
    answers = [answer for _code, answer in matter.elements]
    words = [*lines, matter.summary, *answers, strip.title, strip.place, strip.caller_address]
    return Said(
        words="\n".join(part for part in words if part),
        category=matter.category,
        place_code=strip.place_code,
        areas=areas,
    )


def matches(cards: Iterable[EventCard], said: Said, now: datetime) -> tuple[Match, ...]:
    """The cards that fit, best first; of equal ones the one that was published last."""
    spaced = _spaced(said.words)
    found = [
        match
        for card in cards
        if card.shown_at(now) and (match := _match(card, said, spaced)) is not None
    ]
    found.sort(key=lambda one: (one.score, one.card.published_at, one.card.id), reverse=True)
    return tuple(found)


def _match(card: EventCard, said: Said, spaced: str) -> Match | None:
    text = card.text
    places = [name for name in _NAMES.split(text.place or "") if _holds(spaced, name)]
    keywords = [word for word in text.keywords if _holds(spaced, word)]
    category = bool(text.category and said.category and _same_branch(text.category, said.category))
    inside = bool(text.place_code and (said.place_code or "").startswith(text.place_code))
    if _elsewhere(text, said) and not places:
        return None
    if text.category and said.category and not category and not keywords:
        return None  # another matter at the same place
    if not (places or keywords or category):
        return None
    reasons = [(Why.PLACE, name) for name in places] + [(Why.KEYWORD, word) for word in keywords]
    score = 3 * bool(places) + (2 + min(3, len(keywords)) if keywords else 0)
    if inside:
        score += 2
        reasons += [(Why.PLACE, text.place_code or "")] if not places else []
    if category:
        score += 2 if text.place or text.place_code else 3
        reasons.append((Why.CATEGORY, text.category or ""))
    area = next((one for one in said.areas if _same_branch(one, text.place_code or "-")), None)
    if area is not None:
        score += 1
        reasons.append((Why.AREA, area))
    return Match(card, score, tuple(reasons)) if score >= _ENOUGH else None


def _elsewhere(text: CardText, said: Said) -> bool:
    """Whether the matter is known to be at another place than the event."""
    here, there = text.place_code, said.place_code
    return bool(here and there and not _same_branch(here, there))


def _same_branch(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one)


def _spaced(words: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", words).casefold().split())


def _holds(spaced: str, name: str) -> bool:
    return bool(name.strip()) and _pattern(name).search(spaced) is not None


@lru_cache(maxsize=2048)
def _pattern(name: str) -> re.Pattern[str]:
    """Latin names as whole words, others with any blanks between their characters."""
    folded = _spaced(name)
    if folded.isascii():
        return re.compile(rf"(?<![0-9a-z]){re.escape(folded)}(?![0-9a-z])")
    return re.compile(r"\s*".join(re.escape(one) for one in folded if not one.isspace()))
