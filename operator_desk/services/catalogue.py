"""The dispatch catalogue of this store: by import, by hand, and mended from a ticket."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from operator_desk.domain import catalogue as rules
from operator_desk.domain.catalogue import FALLBACK, Known, row_id
from operator_desk.domain.errors import UserError
from operator_desk.domain.facts import CatalogueVersion, ListImport, UnitVersion
from operator_desk.domain.profile import Profile
from operator_desk.domain.terms import MatterKind
from operator_desk.services.people import Actor
from operator_desk.services.ports import Clock, Reader, Store, Writer


class Catalogue:
    """Rows say which unit leads; every change is a new version of its row."""

    def __init__(
        self, store: Store, profile: Profile, clock: Clock, new_id: Callable[[], UUID]
    ) -> None:
        self._store, self._profile = store, profile
        self._clock, self._new_id = clock, new_id

    def rows(self, on: date | None = None) -> list[CatalogueVersion]:
        """The rows as they are now, those that hold on a local day, by category."""
        with self._store.read() as tx:
            held = current(tx).values()
        return [row for row in rules.by_key(held) if on is None or rules.in_force(row, on)]

    def history(self, row: UUID) -> list[CatalogueVersion]:
        """All versions of a row, the oldest first."""
        with self._store.read() as tx:
            return tx.find(CatalogueVersion, row_id=row)

    def known(self) -> Known:
        """What a row may name."""
        with self._store.read() as tx:
            return self._known(tx)

    def put(
        self,
        actor: Actor,
        rows: Sequence[CatalogueVersion],
        file_name: str,
        sha256: str,
        refused: int,
        *,
        dry_run: bool = False,
    ) -> ListImport:
        """Stores new and changed rows of a file, or only says what would be; the others stay."""
        if dry_run:
            with self._store.read() as tx:
                return self._put(tx, actor, rows, file_name, sha256, refused)[0]
        with self._store.write() as tx:
            report, new = self._put(tx, actor, rows, file_name, sha256, refused)
            tx.add(*new, report)
        return report

    def _put(
        self,
        tx: Reader,
        actor: Actor,
        rows: Sequence[CatalogueVersion],
        file_name: str,
        sha256: str,
        refused: int,
    ) -> tuple[ListImport, list[CatalogueVersion]]:
        held = current(tx)
        new = [
            self._version(actor, row)
            for row in rows
            if row.row_id not in held or not rules.same_words(row, held[row.row_id])
        ]
        added = sum(row.row_id not in held for row in new)
        report = ListImport(
            id=self._new_id(),
            at=self._clock(),
            actor=actor.staff_id,
            list_name="catalogue",
            file_name=file_name,
            sha256=sha256,
            added=added,
            changed=len(new) - added,
            unchanged=len(rows) - len(new),
            refused=refused,
        )
        return report, new

    def set(
        self,
        actor: Actor,
        category: str,
        lead_unit: str,
        co_units: Iterable[str] = (),
        *,
        place: str | None = None,
        kind: MatterKind | None = None,
        valid_from: date | None = None,
        valid_to: date | None = None,
        why: str | None = None,
    ) -> CatalogueVersion:
        """Adds a row or changes the one of the same key and first day.

        UserError: an unknown category, place or unit; another row of the key holds on these days.
        """
        row = self._made(
            actor, category, place, kind, lead_unit, co_units, valid_from, valid_to, why
        )
        with self._store.write() as tx:
            held = current(tx)
            rules.checked(row, self._known(tx))
            rules.refuse_overlap(row, held.values())
            before = held.get(row.row_id)
            if before is not None and rules.same_words(row, before):
                return before
            tx.add(row)
        return row

    def remove(self, actor: Actor, row: UUID, why: str | None = None) -> CatalogueVersion:
        """Takes a row back; as it was. UserError: there is none."""
        with self._store.write() as tx:
            held = current(tx).get(row)
            if held is None:
                raise UserError("There is no row {row} in the catalogue.", row=row)
            tx.add(self._version(actor, replace(held, withdrawn=True, why=why)))
        return held

    def mend(
        self,
        tx: Writer,
        actor: Actor,
        category: str,
        place_code: str | None,
        kind: MatterKind | None,
        lead_unit: str,
        co_units: Iterable[str] = (),
        *,
        why: str | None = None,
        ticket_id: UUID | None = None,
    ) -> CatalogueVersion:
        """Has the catalogue name another unit from today on, inside an open transaction.

        The row of this very key that holds today is changed; without one a row is added that
        begins today and ends where a later row of the key begins. UserError: unknown category,
        place or unit.
        """
        today = self._profile.local_day(self._clock())
        held = [one for one in current(tx).values() if _is(one, category, place_code, kind)]
        now = next((one for one in held if rules.in_force(one, today)), None)
        later = [one.valid_from for one in held if one.valid_from and one.valid_from > today]
        since = now.valid_from if now else today
        until = now.valid_to if now else min(later, default=None)
        row = self._made(actor, category, place_code, kind, lead_unit, co_units, since, until, why)
        row = replace(row, ticket_id=ticket_id, row_id=now.row_id if now else row.row_id)
        tx.add(rules.checked(row, self._known(tx)))
        return row

    # -- parts ---------------------------------------------------------------------------

    def _made(
        self,
        actor: Actor,
        category: str,
        place: str | None,
        kind: MatterKind | None,
        lead_unit: str,
        co_units: Iterable[str],
        valid_from: date | None,
        valid_to: date | None,
        why: str | None,
    ) -> CatalogueVersion:
        return CatalogueVersion(
            id=self._new_id(),
            at=self._clock(),
            actor=actor.staff_id,
            row_id=row_id(category, place, kind, valid_from),
            category=category,
            place=place,
            kind=kind,
            lead_unit=lead_unit,
            co_units=tuple(co_units),
            valid_from=valid_from,
            valid_to=valid_to,
            why=why,
        )

    def _version(self, actor: Actor, row: CatalogueVersion) -> CatalogueVersion:
        return replace(row, id=self._new_id(), at=self._clock(), actor=actor.staff_id)

    def _known(self, tx: Reader) -> Known:
        units = {row.code: row for row in tx.find(UnitVersion)}
        return Known(
            self._profile.categories,
            {code for code, row in units.items() if not row.withdrawn},
            {place.code for place in tx.places()},
        )


def current(tx: Reader) -> dict[UUID, CatalogueVersion]:
    """The rows of the catalogue as they are now, by their identity."""
    return rules.newest(tx.find(CatalogueVersion))


def _is(row: CatalogueVersion, category: str, place: str | None, kind: MatterKind | None) -> bool:
    return rules.key(row) == (category or FALLBACK, place or "", kind or "")
