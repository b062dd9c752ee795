"""Checks the file of a certificate: in itself, against its pages, and against the store."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select

from operator_desk import app
from operator_desk.app import papers
from operator_desk.documents import certificate_file
from operator_desk.domain import certificate, certificate_check, certificate_data, facts
from operator_desk.domain.broken import Broken, fault
from operator_desk.domain.certificate_data import Data
from operator_desk.domain.errors import UserError
from operator_desk.domain.facts import FACTS
from operator_desk.services.certificates import collected, evidence
from operator_desk.storage.reader import SqlReader
from operator_desk.storage.store import SqlStore
from operator_desk.storage.tables import chain
from operator_desk.storage.types import DamagedValueError


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found of one file.

    `drawn`: the pages are drawn stroke by stroke as the data says; else their words were
    compared. `with_store`: it was held against the store too, which has this ticket.
    """

    path: Path
    ticket: str
    full: bool
    checked: int
    broken: tuple[Broken, ...]
    drawn: bool
    with_store: bool


def check(path: Path, folder: Path) -> Checked:
    """Checks a file; against the store of a folder where there is one that has the ticket.

    UserError: it cannot be read, or it is no certificate.
    """
    file = certificate_file.opened(_bytes(path))
    data = certificate_data.parse(file.data)
    broken = list(certificate_check.check(data))
    on_pages, drawn = _pages(file, data)
    of_store = _against_store(data, folder)
    return Checked(
        path=path,
        ticket=data.ticket,
        full=data.full,
        checked=certificate_check.count(data) + len(file.pages),
        broken=tuple(dict.fromkeys([*broken, *on_pages, *(of_store or ())])),
        drawn=drawn,
        with_store=of_store is not None,
    )


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(certificate_file.LARGEST_FILE + 1)
    except OSError as error:
        raise UserError(
            "{path} cannot be read: {reason}.", path=path, reason=error.strerror or error
        ) from error


def _pages(file: certificate_file.Opened, data: Data) -> tuple[list[Broken], bool]:
    """The pages laid out again from the data and held against those of the file."""
    try:
        made = certificate.of(data)
    except UserError as error:
        return [Broken("certificate", data.ticket, error.text)], False
    pages, title = certificate_file.looked_at(papers.certificate_pdf(made, data))
    return certificate_file.compare(file, pages, title, papers.in_shipped_font)


# -- the store -----------------------------------------------------------------------------


def _against_store(data: Data, folder: Path) -> list[Broken] | None:
    """What the store says otherwise; None: there is none here, or it has no such ticket."""
    if not app.has_desk(folder):
        return None
    with app.open_desk(folder, writing=False) as desk:
        if not isinstance(desk.store, SqlStore):
            raise TypeError("only a store in a database can be asked")
        with desk.store.read() as tx:
            try:
                return _held_against(tx, data)
            except DamagedValueError:
                return [Broken("ticket", data.ticket, "the store is damaged: verify the ticket")]


def _held_against(tx: SqlReader, data: Data) -> list[Broken] | None:
    row = tx.ticket_by_number(data.ticket)
    ticket = tx.get(facts.Ticket, row.id) if row else None
    if row is None or ticket is None:
        return None
    return [*_rows(tx, data), *_missing(tx, data, ticket), *_heads(tx, data)]


def _rows(tx: SqlReader, data: Data) -> Iterator[Broken]:
    """Every row of the certificate has the link in the store that it has here."""
    keys = [(FACTS[one.table], one.id) for one in data.rows]
    stored = {(one.table, one.id): one for one in tx.evidence(keys)}
    for one in data.rows:
        link = stored.get((one.table, one.id))
        if link is None:
            yield Broken(one.table, str(one.id), "the store has no such row")
        elif (link.desk, link.n, link.prev, link.hash) != (data.desk, one.n, one.prev, one.hash):
            yield Broken(one.table, str(one.id), "the store has another row in its place")


def _missing(tx: SqlReader, data: Data, ticket: facts.Ticket) -> Iterator[Broken]:
    """Rows that the store had when the certificate was made, and that are not on it."""
    row = tx.ticket_by_number(ticket.number)
    there = {(one.table, one.id) for one in data.rows}
    for one in evidence(tx, collected(tx, row, ticket)) if row else ():
        if one.n <= data.head[0] and (one.table, one.id) not in there:
            yield Broken(one.table, str(one.id), "the store has this row, the certificate has not")


def _heads(tx: SqlReader, data: Data) -> Iterator[Broken]:
    wanted = [("chain", *data.head)]
    if data.witness is not None:
        wanted.append(("witness", data.witness.n, data.witness.hash))
    for kind, n, hashed in wanted:
        query = select(chain.c.hash).where(chain.c.desk == data.desk, chain.c.n == n)
        found = tx.connection.execute(query).scalar()
        if n and found != hashed:
            yield fault(kind, f"{data.desk}/{n}", "the store's chain is another one there")
