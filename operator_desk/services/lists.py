"""Lists of the centre: responsible units and places, brought in from files."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from uuid import UUID

from operator_desk.domain.facts import ListImport, UnitVersion
from operator_desk.domain.places import Place
from operator_desk.services.people import Actor
from operator_desk.services.ports import Clock, Reader, Store


class Lists:
    """Units and places of a store."""

    def __init__(self, store: Store, clock: Clock, new_id: Callable[[], UUID]) -> None:
        self._store, self._clock, self._new_id = store, clock, new_id

    def units(self) -> list[UnitVersion]:
        """The units as of now, by code."""
        with self._store.read() as tx:
            return [row for row in current_units(tx).values() if not row.withdrawn]

    def places(self) -> list[Place]:
        """The places, by code."""
        with self._store.read() as tx:
            return tx.places()

    def put_units(
        self, actor: Actor, units: Sequence[UnitVersion], file_name: str, sha256: str, refused: int
    ) -> ListImport:
        """Stores new and changed units; ids and times of the given rows are made anew."""
        with self._store.write() as tx:
            before = current_units(tx)
            new = [
                replace(unit, id=self._new_id(), at=self._clock(), actor=actor.staff_id)
                for unit in units
                if unit.code not in before or not _same(unit, before[unit.code])
            ]
            added = sum(unit.code not in before for unit in new)
            report = self._report(
                actor,
                "units",
                file_name,
                sha256,
                (added, len(new) - added, len(units) - len(new)),
                refused,
            )
            tx.add(*new, report)
        return report

    def put_places(
        self, actor: Actor, places: Sequence[Place], file_name: str, sha256: str, refused: int
    ) -> ListImport:
        """Puts new and changed places in the list; places that the file lacks stay."""
        with self._store.write() as tx:
            before = {row.code: row for row in tx.places()}
            new = [row for row in places if before.get(row.code) != row]
            added = sum(row.code not in before for row in new)
            merged = before | {row.code: row for row in new}
            tx.replace_places([merged[code] for code in sorted(merged)])
            report = self._report(
                actor,
                "places",
                file_name,
                sha256,
                (added, len(new) - added, len(places) - len(new)),
                refused,
            )
            tx.add(report)
        return report

    def _report(
        self,
        actor: Actor,
        name: str,
        file_name: str,
        sha256: str,
        counts: tuple[int, int, int],
        refused: int,
    ) -> ListImport:
        return ListImport(
            id=self._new_id(),
            at=self._clock(),
            actor=actor.staff_id,
            list_name=name,
            file_name=file_name,
            sha256=sha256,
            added=counts[0],
            changed=counts[1],
            unchanged=counts[2],
            refused=refused,
        )


def current_units(tx: Reader) -> dict[str, UnitVersion]:
    newest = {row.code: row for row in tx.find(UnitVersion)}
    return dict(sorted(newest.items()))


def _same(one: UnitVersion, other: UnitVersion) -> bool:
    return replace(one, id=other.id, at=other.at, actor=other.actor) == other
