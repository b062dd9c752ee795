"""Compares what the witness saw with the chain: a cut tail, a chain made anew, removed lines."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, text

from operator_desk.domain.canonical import GENESIS
from operator_desk.services.ports import Head
from operator_desk.storage.verify_rows import Broken, Link, fault
from operator_desk.storage.witness import Sighting, Testimony

OTHER_CHAIN = "the chain is another one than the witness saw"
Restore = tuple[Head, Head]  # the head before and the one of the backup


def check_witness(
    connection: Connection, seen: Testimony, chains: Mapping[str, Sequence[Link]]
) -> Iterator[Broken]:
    """Every head the witness saw is in the chain, but those that a restore has explained."""
    if seen.trouble:
        yield fault("witness", seen.name, "cannot be read: {error}", error=seen.trouble)
        return
    for line in seen.damaged:
        yield Broken("witness", f"{seen.name}:{line}", "the line cannot be read")
    restores = _restores(connection)
    for desk in sorted({one.desk for one in seen.sightings} | set(chains)):
        yield from _check_desk(seen, desk, chains.get(desk, ()), restores)
    if not seen.sightings and not chains:
        yield Broken("witness", seen.name, "is missing or empty")


def _check_desk(
    seen: Testimony, desk: str, chain: Sequence[Link], restores: list[Restore]
) -> Iterator[Broken]:
    own = seen.of(desk)
    begins = {Head(0, GENESIS), *(new for _old, new in restores)}
    if not own:
        yield fault("witness", seen.name, "is missing or says nothing of desk {desk}", desk=desk)
    elif own[0].head not in begins:
        yield fault("witness", seen.name, "its first lines of desk {desk} were removed", desk=desk)
    if not chain and any(one.head.n for one in own):
        yield Broken("witness", desk, "the chain is gone")
        return
    hashes: dict[Any, str] = {0: GENESIS} | {link.n: link.hash for link in chain}
    excused = _excused(own, restores)
    for place, one in enumerate(own):
        if hashes.get(one.head.n) == one.head.hash or excused(place):
            continue
        yield _contradicted(f"{desk}/{one.head.n}", one.head.n, len(chain))


def _contradicted(link: str, seen: int, length: int) -> Broken:
    if seen > length:
        words = "the chain ends at {length}, the witness saw {seen}: its tail was cut"
        return fault("witness", link, words, length=length, seen=seen)
    return Broken("witness", link, OTHER_CHAIN)


def _restores(connection: Connection) -> list[Restore]:
    rows = connection.execute(text("SELECT old_n, old_hash, new_n, new_hash FROM restored"))
    return [(Head(row[0], row[1]), Head(row[2], row[3])) for row in rows]


def _excused(own: list[Sighting], restores: list[Restore]) -> Callable[[int], bool]:
    """Whether the sighting at a place is of rows that a restore has left behind.

    Left behind is what was seen after the head of the backup, up to the head before the
    restore. A backup's head that the witness never saw (lines lost in a power cut) leaves
    behind what is longer.
    """
    cuts = []
    for old, new in restores:
        until = _place(own, old, len(own))
        if until is not None:
            cuts.append((_place(own, new, until), until, new.n))

    def excused(place: int) -> bool:
        n = own[place].head.n
        return any(
            place <= until and (n > least if after is None else place > after)
            for after, until, least in cuts
        )

    return excused


def _place(own: list[Sighting], head: Head, before: int) -> int | None:
    """Where a head was seen last before a place."""
    places = (place for place in range(before - 1, -1, -1) if own[place].head == head)
    return next(places, None)


class Seen:
    """What the witness saw and no restore has left behind, to be asked for links and numbers."""

    def __init__(self, connection: Connection, said: Testimony) -> None:
        restores = _restores(connection)
        self._hashes: dict[tuple[str, int], str] = {}
        self.numbers: set[str] = set()
        for desk in {one.desk for one in said.sightings}:
            own = said.of(desk)
            excused = _excused(own, restores)
            for place, one in enumerate(own):
                if not excused(place):
                    self._hashes[desk, one.head.n] = one.head.hash
                    self.numbers.add(one.ticket)

    def check(self, link: Link) -> Iterator[Broken]:
        """Whether a link is the one that was seen at its place."""
        if self._hashes.get((link.desk, link.n), link.hash) != link.hash:
            yield Broken("witness", f"{link.desk}/{link.n}", OTHER_CHAIN)
