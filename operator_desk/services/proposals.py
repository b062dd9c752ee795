"""Proposes units, categories and tickets about the same matter; never decides."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from threading import RLock
from typing import Protocol
from uuid import UUID

from operator_desk.domain import category_proposals, duplicates, facts, unit_proposals
from operator_desk.domain.category_names import CategoryNames
from operator_desk.domain.category_proposals import LearnedLabel
from operator_desk.domain.errors import UserError
from operator_desk.domain.facts import ERASED
from operator_desk.domain.places import Place, place_in
from operator_desk.domain.profile import Profile
from operator_desk.domain.proposals import (
    CategoryProposal,
    Duplicate,
    Matter,
    Near,
    TicketMark,
    UnitProposal,
)
from operator_desk.domain.terms import CallClass, Entry
from operator_desk.domain.views import newest
from operator_desk.services.catalogue import current
from operator_desk.services.lists import current_units
from operator_desk.services.ports import Clock, Reader, Store
from operator_desk.services.teaching import standing

RECENT = timedelta(days=30)  # tickets closed longer ago are no duplicates
KEPT = timedelta(days=365)  # … and older ones say nothing about who handles such a matter
MOST = 100_000
PART = 1_000
LEARNED_FROM, LEAST, AGAIN = 1_500, 30, 1.1
_NEAREST = 60
_WITH_KEYWORDS = ("procedure", "faq", "out_of_scope", "contact")


class NearIndex(Protocol):
    """Finds tickets near a matter; `find` with `closed` among those that are closed.

    `since` is a day's ordinal: what was closed before it is not found.
    """

    def put(self, marks: Iterable[TicketMark]) -> None: ...
    def find(
        self, matter: Matter, since: int, limit: int, *, closed: bool = False
    ) -> list[Near]: ...
    @property
    def wasted(self) -> bool: ...


class Learner(Protocol):
    """Guesses categories from texts, the likeliest first."""

    def propose(self, text: str, limit: int = 3) -> Sequence[LearnedLabel]: ...


class Proposals:
    """What may be the unit, the category, the same matter; the index is one lane's at a time."""

    def __init__(
        self,
        store: Store,
        profile: Profile,
        clock: Clock,
        make_index: Callable[[], NearIndex],
        learned: Callable[[Sequence[str], Sequence[str]], Learner],
    ) -> None:
        self._store, self._profile, self._clock = store, profile, clock
        self._make_index, self._learned = make_index, learned
        self._alone = RLock()  # held by who reads or fills the index
        self._index: NearIndex | None = None
        self._n, self._read = 0, 0  # link of the chain, tickets read of those that were there
        self._last: TicketMark | None = None  # the oldest of these
        self._learner: Learner | None = None
        self._learned_from = 0
        self._names: CategoryNames | None = None
        self._names_n = 0
        self._places: tuple[UUID | None, list[Place]] | None = None

    # -- the index -----------------------------------------------------------------------

    def warm(self) -> bool:
        """Takes one more part of the tickets into the index; whether there are more."""
        today = self._profile.local_day(self._clock())
        with self._alone, self._store.read() as tx:
            index = self._index
            if index is None or index.wasted:
                index = self._index = self._make_index()
                self._n, self._read, self._last = tx.head().n, 0, None
            if self._read >= MOST:
                return False
            marks = tx.newest_marks(today - KEPT, self._last, PART)
            index.put(marks)
            self._last = marks[-1] if marks else self._last
            self._read = self._read + PART if len(marks) == PART else MOST
            return self._read < MOST

    def _in_step(self, tx: Reader) -> NearIndex:
        """The index with what was registered and done since; begun here when it is not there."""
        if self._index is None or self._index.wasted:
            while self.warm():
                pass
        if self._index is None:
            raise RuntimeError("warm() makes the index")
        if tx.head().n != self._n:
            marks, self._n = tx.marks_after(self._n)
            self._index.put(marks)
        return self._index

    # -- proposals -----------------------------------------------------------------------

    def matter_of(self, number: str) -> Matter:
        """A registered ticket as a matter. UserError: unknown number."""
        with self._store.read() as tx:
            row = tx.ticket_by_number(number.strip())
            if row is None:
                raise UserError("There is no ticket {number}.", number=number)
            told = standing(tx.find(facts.Told, matter_id=row.matter_id))
            return Matter(
                category=row.category,
                place_code=row.place_code,
                kind=row.kind,
                title=row.title or "",
                place=row.place or "",
                number_key=row.number_key,
                told=tuple(dict.fromkeys(one.article_key for one in told)),
                call_id=row.call_id,
            )

    def units(self, matter: Matter, on: date | None = None) -> tuple[UnitProposal, ...]:
        """At most three units for a matter on a local day (today), the likeliest first."""
        with self._alone:
            return self._units(matter, on, self._near)

    def units_at_hand(self, matter: Matter, on: date | None = None) -> tuple[UnitProposal, ...]:
        """As `units`, for another lane: without similar tickets while the index is not at hand."""
        if not self._alone.acquire(blocking=False):
            return self._units(matter, on, lambda _tx, _matter, _on: [])
        try:
            ready = self._index is not None and self._read >= MOST
            return self._units(matter, on, self._near if ready else lambda _tx, _matter, _on: [])
        finally:
            self._alone.release()

    def _near(self, tx: Reader, matter: Matter, on: date) -> list[Near]:
        return self._in_step(tx).find(matter, (on - KEPT).toordinal(), _NEAREST, closed=True)

    def _units(
        self,
        matter: Matter,
        on: date | None,
        near_to: Callable[[Reader, Matter, date], list[Near]],
    ) -> tuple[UnitProposal, ...]:
        on = on or self._profile.local_day(self._clock())
        with self._store.read() as tx:
            known = current_units(tx)
            matter = self._placed(tx, matter)
            heads = [one for one in tx.article_heads(matter.told) if not one.withdrawn]
            near = near_to(tx, matter, on)
            marks = {one.id: one for one in tx.ticket_marks(one.id for one in near)}
            rows = list(current(tx).values())
        held = {code: unit for code, unit in known.items() if not unit.withdrawn}
        alike = [(one, marks[one.id]) for one in near if one.id in marks]
        return unit_proposals.ranked(matter, on, rows, held, heads, alike)

    def categories(
        self, text: str, told: Sequence[str] = (), hits: Sequence[str] = ()
    ) -> tuple[CategoryProposal, ...]:
        """At most three categories for what was said, the likeliest first.

        `told`: keys of articles that the caller was told; `hits`: those the search found for it.
        """
        with self._store.read() as tx:
            names = self._category_names(tx)
            heads = {one.key: one for one in tx.article_heads({*told, *hits})}
        learned = self._learner.propose(text, 5) if self._learner else ()
        there = [heads[key] for key in told if key in heads]
        found = [heads[key] for key in hits if key in heads and key not in told]
        return category_proposals.ranked(
            self._profile.categories, text, names, learned, there, found
        )

    def duplicates(self, matter: Matter, limit: int = 4) -> tuple[Duplicate, ...]:
        """Open and lately closed tickets that may be about the same matter, the likeliest first."""
        today = self._profile.local_day(self._clock())
        with self._alone, self._store.read() as tx:
            matter = self._placed(tx, matter)
            near = self._in_step(tx).find(matter, (today - RECENT).toordinal(), _NEAREST)
            marks = {one.id: one for one in tx.ticket_marks(one.id for one in near)}
            joined = {one.joined_to for one in marks.values() if one.joined_to} - marks.keys()
            marks |= {one.id: one for one in tx.ticket_marks(joined)}
            found = duplicates.ranked(matter, near, marks)[:limit]
            return tuple(_with_summary(tx, one) for one in found)

    def _placed(self, tx: Reader, matter: Matter) -> Matter:
        """The matter with the code of its place, when that is named in words only."""
        if matter.place_code or not (matter.place or matter.title):
            return matter
        lists = tx.find(facts.ListImport, list_name="places")
        newest = lists[-1].id if lists else None
        if self._places is None or self._places[0] != newest:
            self._places = newest, tx.places()
        return matter.at(place_in(f"{matter.place}\n{matter.title}", self._places[1]))

    def _category_names(self, tx: Reader) -> CategoryNames:
        """Names of categories, with the keywords of their articles; anew when one changes."""
        changed, n = tx.articles_since(self._names_n)
        if self._names is None or changed:
            tree = self._profile.categories
            heads = [one for kind in _WITH_KEYWORDS for one in tx.article_heads(kind=kind)]
            keywords: dict[str, list[str]] = {}
            for row in tx.many(
                facts.ArticleVersion,
                (one.version_id for one in heads if not one.withdrawn and one.category),
            ):
                keywords.setdefault(row.category or "", []).extend(row.keywords)
            self._names = CategoryNames(tree, keywords)
        self._names_n = n
        return self._names

    # -- learning ------------------------------------------------------------------------

    def learn(self) -> int:
        """Learns categories from this store's own open tickets; from how many (0: nothing new).

        Not from secret, anonymous, imported and test ones. May run in a lane of its own.
        """
        with self._store.read() as tx:
            lessons = self._lessons(tx)
        if len(lessons) < LEAST or len(lessons) <= self._learned_from * AGAIN:
            return 0
        texts, labels = zip(*reversed(lessons), strict=True)
        self._learner = self._learned(texts, labels)
        self._learned_from = len(lessons)
        return len(lessons)

    def _lessons(self, tx: Reader) -> list[tuple[str, str]]:
        """Titles and categories, the newest first."""
        today, tree = self._profile.local_day(self._clock()), self._profile.categories
        found: list[tuple[str, str]] = []
        last: TicketMark | None = None
        for _part in range(MOST // PART):
            marks = tx.newest_marks(today - KEPT, last, PART)
            last = marks[-1] if marks else None
            own = _own_calls(tx, marks)
            for mark in marks:
                words, code = mark.title, mark.category
                if mark.hidden or not words or words == ERASED or mark.call_id not in own:
                    continue
                if code and tree.find(code):
                    found.append((words, code))
            if len(found) >= LEARNED_FROM or len(marks) < PART:
                break
        return found[:LEARNED_FROM]


def _with_summary(tx: Reader, one: Duplicate) -> Duplicate:
    """The ticket with the summary of its matter; a hidden one has none to show."""
    ticket = None if one.ticket.hidden else tx.get(facts.Ticket, one.ticket.id)
    forms = tx.find(facts.MatterForm, matter_id=ticket.matter_id) if ticket else []
    form = newest(forms)
    return replace(one, summary=(form.summary or "") if form else "")


def _own_calls(tx: Reader, marks: Sequence[TicketMark]) -> set[UUID]:
    calls = tx.calls_by_id({one.call_id for one in marks})
    return {
        call.id
        for call in calls
        if call.entry is not Entry.IMPORTED and call.call_class is not CallClass.TEST
    }
