"""Files that belong to a ticket: attached with a step, listed, given out."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from uuid import UUID

from operator_desk.domain import facts, media
from operator_desk.domain.errors import UserError
from operator_desk.domain.terms import Role
from operator_desk.services.people import Actor
from operator_desk.services.ports import AttachedBytes, Clock, Reader, Store, Writer
from operator_desk.services.steps import steps_of, ticket_of
from operator_desk.services.viewing import Looked, Purpose, Viewing

AT_TICKETS = (Role.OPERATOR, Role.DISPATCHER, Role.LEAD, Role.FOLLOW_UP)


@dataclass(frozen=True, slots=True)
class File:
    """A file as somebody gives it: name (a path is taken off) and bytes."""

    name: str
    body: bytes


@dataclass(frozen=True, slots=True)
class Given:
    """A file that may be attached: its bytes are on the disk."""

    sha256: str
    size: int
    media: str
    name: str


class Attachments:
    """The files of tickets. Bytes are on the disk before the row that names them."""

    def __init__(
        self,
        store: Store,
        kept: AttachedBytes,
        viewing: Viewing,
        clock: Clock,
        new_id: Callable[[], UUID],
    ) -> None:
        self._store, self._kept, self._viewing = store, kept, viewing
        self._clock, self._new_id = clock, new_id

    def attach(
        self, actor: Actor, number: str, files: Sequence[File], event_id: UUID | None = None
    ) -> list[facts.Attachment]:
        """Attaches files to a ticket, all or none; one that is there already is passed over.

        `event_id`: the step they belong to; None: the ticket's last. UserError: a kind that is
        not taken, too large, too many, not this person's ticket, disk full.
        """
        with self._store.read() as tx:
            self._check(tx, actor, number)
        with self.keeping(files) as given, self._store.write() as tx:
            ticket = ticket_of(tx, number)
            step = event_id or steps_of(tx, ticket).stand.last
            return self.add_in(tx, actor, ticket.id, step, given)

    @contextmanager
    def keeping(self, files: Sequence[File]) -> Iterator[list[Given]]:
        """Checks files and puts their bytes on the disk; taken away again if the block fails."""
        given = [_given(one) for one in files]
        new: list[str] = []
        try:
            for one, file in zip(given, files, strict=True):
                if self._kept.keep(one.sha256, file.body):
                    new.append(one.sha256)
            yield given
        except BaseException:
            self._drop(new)
            raise

    def _drop(self, hashes: Sequence[str]) -> None:
        for sha256 in hashes:
            with self._store.read() as tx:
                if tx.find(facts.Attachment, sha256=sha256):
                    continue
            self._kept.drop(sha256)

    def add_in(
        self, tx: Writer, actor: Actor, ticket_id: UUID, event_id: UUID, given: Sequence[Given]
    ) -> list[facts.Attachment]:
        """The rows of files that are kept, inside a transaction that is open (`keeping`)."""
        there = tx.find(facts.Attachment, ticket_id=ticket_id)
        known = {row.sha256 for row in there}
        unique = {one.sha256: one for one in given if one.sha256 not in known}
        if len(there) + len(unique) > media.MOST:
            raise UserError("A ticket takes {n} files at most.", n=media.MOST)
        rows = [
            facts.Attachment(
                id=self._new_id(),
                at=self._clock(),
                actor=actor.staff_id,
                ticket_id=ticket_id,
                event_id=event_id,
                sha256=one.sha256,
                size=one.size,
                media=one.media,
                name=one.name,
            )
            for one in unique.values()
        ]
        tx.add(*rows)
        return rows

    def of(self, number: str) -> list[facts.Attachment]:
        """The files of a ticket in the order they came. UserError: unknown number."""
        with self._store.read() as tx:
            return tx.find(facts.Attachment, ticket_id=ticket_of(tx, number).id)

    def read(self, actor: Actor, number: str, n: int) -> tuple[facts.Attachment, bytes]:
        """The n-th file (from 1) of a ticket with its bytes; the caller logs that it goes out.

        UserError: no such file, bytes missing or changed, not this person's ticket.
        """
        with self._store.read() as tx:
            self._check(tx, actor, number)
        rows = self.of(number)
        if not 1 <= n <= len(rows):
            raise UserError("Ticket {number} has no file {n}.", number=number, n=n)
        return rows[n - 1], self._kept.read(rows[n - 1].sha256)

    def hand_out(self, actor: Actor, number: str, n: int) -> tuple[facts.Attachment, bytes]:
        """`read` with its row in the view log, which is stored first."""
        row, body = self.read(actor, number, n)
        self._viewing.saw(actor.staff_id, Looked.EXPORT, row.ticket_id, Purpose.ATTACHMENT)
        return row, body

    def _check(self, tx: Reader, actor: Actor, number: str) -> None:
        stand = steps_of(tx, ticket_of(tx, number)).stand
        own = actor.may(Role.UNIT) and actor.unit in (stand.unit, *stand.co_units)
        if not actor.may(*AT_TICKETS) and not (own and actor.unit):
            raise UserError("This ticket is not with your unit.")


def _given(file: File) -> Given:
    kind = media.media_of(file.name, file.body)
    name = media.safe_name(file.name, kind)
    return Given(hashlib.sha256(file.body).hexdigest(), len(file.body), kind, name)
