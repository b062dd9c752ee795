"""Working days of years: imported ones in the store, over those that need no import."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID
from weakref import ref

from operator_desk.domain.calendar_years import (
    GivenYear,
    days_from_json,
    days_to_json,
    differing,
    some_of,
)
from operator_desk.domain.errors import UserError
from operator_desk.domain.facts import CalendarYear, ListImport
from operator_desk.domain.working_days import Calendar, WorkingYear, Years
from operator_desk.services.people import Actor
from operator_desk.services.ports import Clock, Reader, Store

LIST = "calendar"


@dataclass(frozen=True, slots=True)
class TakenYears:
    """What a file's years did: years new to the store, changed, as they were before."""

    added: tuple[int, ...] = ()
    changed: tuple[int, ...] = ()
    unchanged: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class KnownYear:
    """A year with where it is from; `imported_at` None: it needs no import."""

    year: WorkingYear
    imported_at: datetime | None


class Calendars:
    """The calendar of this store; `library` knows the years that nobody has to import."""

    def __init__(
        self, store: Store, library: Calendar, clock: Clock, new_id: Callable[[], UUID]
    ) -> None:
        self._store, self._library = store, library
        self._clock, self._new_id = clock, new_id
        self._made: dict[UUID, WorkingYear] = {}
        self._last: tuple[ref[Reader], Years] | None = None

    def calendar(self) -> Calendar:
        """The working days as they are known now."""
        with self._store.read() as tx:
            return self.within(tx)

    def within(self, tx: Reader) -> Calendar:
        """As `calendar`, as a transaction that is open found it when it first asked.

        A rebuild asks for each of its tickets: the rows are read once a transaction.
        """
        last = self._last
        if last is not None and last[0]() is tx:
            return last[1]
        years = Years({row.year: self._year(row) for row in _held(tx).values()}, self._library)
        self._last = ref(tx), years
        return years

    def known(self, year: int) -> KnownYear | None:
        """One year and where it is from; None: not known."""
        with self._store.read() as tx:
            row = _held(tx).get(year)
            if row is not None:
                files = tx.find(ListImport, list_name=LIST, sha256=row.sha256)
                name = files[-1].file_name if files else row.sha256[:12]
                return KnownYear(_given(row).made(name), row.at)
        found = self._library.year(year)
        return KnownYear(found, None) if found else None

    def take(
        self,
        actor: Actor,
        years: Sequence[GivenYear],
        file_name: str,
        sha256: str,
        *,
        replace: bool = False,
        dry_run: bool = False,
    ) -> TakenYears:
        """Stores the years of a file, all of them or none.

        UserError: a year is known with other days, and `replace` is not given.
        """
        with self._store.write() as tx:
            held, now = _held(tx), self.within(tx)
            added, changed, unchanged = [], [], []
            for given in years:
                before = now.year(given.year)
                if before is None:
                    added.append(given)
                elif not (apart := differing(before, given.made(file_name))):
                    unchanged.append(given.year)
                elif replace:
                    changed.append(given)
                else:
                    raise UserError(
                        "{year} is known with other days ({days}); --replace takes these instead.",
                        year=given.year,
                        days=some_of(apart),
                    )
            taken = TakenYears(_numbers(added), _numbers(changed), tuple(unchanged))
            if not dry_run:
                rows = [self._row(actor, one, sha256, held) for one in (*added, *changed)]
                tx.add(*rows, self._report(actor, file_name, sha256, taken))
        return taken

    def _year(self, row: CalendarYear) -> WorkingYear:
        if row.id not in self._made:
            self._made[row.id] = _given(row).made(row.sha256[:12])
        return self._made[row.id]

    def _row(
        self, actor: Actor, given: GivenYear, sha256: str, held: dict[int, CalendarYear]
    ) -> CalendarYear:
        before = held.get(given.year)
        return CalendarYear(
            id=self._new_id(),
            at=self._clock(),
            actor=actor.staff_id,
            year=given.year,
            days=days_to_json(given),
            sha256=sha256,
            corrects=before.id if before else None,
        )

    def _report(self, actor: Actor, name: str, sha256: str, taken: TakenYears) -> ListImport:
        return ListImport(
            id=self._new_id(),
            at=self._clock(),
            actor=actor.staff_id,
            list_name=LIST,
            file_name=name,
            sha256=sha256,
            added=len(taken.added),
            changed=len(taken.changed),
            unchanged=len(taken.unchanged),
            refused=0,
        )


def _held(tx: Reader) -> dict[int, CalendarYear]:
    """The row that holds of each imported year: the newest."""
    return {row.year: row for row in tx.find(CalendarYear)}


def _given(row: CalendarYear) -> GivenYear:
    return days_from_json(row.year, row.days)


def _numbers(given: Sequence[GivenYear]) -> tuple[int, ...]:
    return tuple(one.year for one in given)
