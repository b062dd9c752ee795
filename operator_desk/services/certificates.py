"""Certificates: the sealed record of a ticket as a paper that can be proved elsewhere."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from operator_desk.domain import certificate, certificate_data, facts
from operator_desk.domain.canonical import FORM, content_hash
from operator_desk.domain.certificate import Certificate
from operator_desk.domain.certificate_data import VERSION, Data, Witnessed
from operator_desk.domain.certificate_rows import OPENED
from operator_desk.domain.errors import UserError
from operator_desk.domain.facts import ERASED, FACTS, Fact, personal_fields
from operator_desk.domain.profile import Profile
from operator_desk.domain.redaction import Redactor
from operator_desk.domain.stand import standing
from operator_desk.domain.terms import Role, Secrecy
from operator_desk.domain.ticket_row import TicketRow
from operator_desk.domain.times import format_instant
from operator_desk.services import rights
from operator_desk.services.people import Actor
from operator_desk.services.ports import Clock, Evidence, Reader, Store
from operator_desk.services.steps import steps_of
from operator_desk.services.viewing import Looked, Purpose, Viewing

FULL = (Role.LEAD, Role.AUDITOR, Role.QUALITY)
# Plain columns in which somebody may have typed a name.
_TYPED = {"matter_form": "category_text", "ticket": "category_text", "erasure": "reason"}
_OF_CALLER = ("caller_name", "callback")


@dataclass(frozen=True, slots=True)
class Made:
    """A certificate: its data as bytes, the same read, and what stands on it."""

    body: bytes
    data: Data
    certificate: Certificate

    def same_record(self, other: Made) -> bool:
        """Whether both say the same of the record, whenever they were made."""
        ours, theirs = self.data, other.data
        return (ours.full, ours.rows, ours.texts, ours.left_out, ours.secrecy) == (
            theirs.full, theirs.rows, theirs.texts, theirs.left_out, theirs.secrecy,
        )  # fmt: skip


def may_have_full(actor: Actor, operator: UUID) -> bool:
    """Whether somebody may have the texts too: who leads, audits or reviews, and who took the call.

    A unit's account never.
    """
    if rights.own_only(actor):
        return False
    return actor.may(*FULL) or actor.staff_id == operator


class Certificates:
    """Makes certificates; each is handed out with a row in the log."""

    def __init__(
        self,
        store: Store,
        profile: Profile,
        clock: Clock,
        viewing: Viewing,
        witness: Callable[[], Witnessed | None],
        program: str,
    ) -> None:
        self._store, self._profile, self._clock = store, profile, clock
        self._viewing, self._witness, self._program = viewing, witness, program

    def show(self, actor: Actor, number: str, *, full: bool = False) -> Made:
        """The certificate of a ticket's record as it stands now.

        UserError: unknown ticket, nothing sealed yet, not for this person.
        """
        seen = self._witness()  # before the store, so it is never ahead of it
        with self._store.read() as tx:
            row = tx.ticket_by_number(number.strip())
            ticket = tx.get(facts.Ticket, row.id) if row else None
            if row is None or ticket is None:
                raise UserError("There is no ticket {number}.", number=number)
            rights.must_see(actor, row)
            call = tx.get(facts.Call, row.call_id)
            if full and (call is None or not may_have_full(actor, call.actor)):
                raise UserError(
                    "The full certificate is for the operator of the call and the roles {roles}.",
                    roles=", ".join((*FULL, Role.ADMIN)),
                )
            kept = collected(tx, row, ticket)
            if not any(isinstance(one, facts.Seal) for one in kept):
                raise UserError("Nothing of ticket {number} is sealed yet.", number=row.number)
            values = self._values(tx, row, ticket, kept, full)
            head = tx.head()
        values |= {
            "made_at": format_instant(self._clock()),
            "made_by": actor.name,
            "program": self._program,
            "head": {"n": head.n, "hash": head.hash},
        }
        if seen is not None and seen.n <= head.n:
            values["witness"] = {
                "lines": seen.lines, "at": seen.at, "n": seen.n, "hash": seen.hash,
            }  # fmt: skip
        body = certificate_data.written(values)
        data = certificate_data.parse(body)
        return Made(body, data, certificate.of(data))

    def hand_out(self, actor: Actor, made: Made, what: Looked = Looked.EXPORT) -> Made:
        """The same certificate, if the record still is as it was; the row of it is stored first.

        Otherwise the one of the record as it is now, of which nothing is stored.
        """
        now = self.show(actor, made.data.ticket, full=made.data.full)
        if not now.same_record(made):
            return now
        subject = self._viewing.subject(made.data.ticket)
        self._viewing.saw(actor.staff_id, what, subject, purpose(made.data))
        return made

    def _values(
        self, tx: Reader, row: TicketRow, ticket: facts.Ticket, kept: list[Fact], full: bool
    ) -> dict[str, Any]:
        found = evidence(tx, kept)
        redact = _redactor(tx, ticket, kept)
        closed = row.secrecy is Secrecy.ANONYMOUS or not full
        texts, left_out = _texts(tx, found, redact, row.secrecy, full)
        return {
            "certificate": VERSION,
            "form": FORM,
            "full": full,
            "desk": self._store.desk,
            "ticket": row.number,
            "hotline": self._profile.title,
            "language": self._profile.language,
            "time_zone": self._profile.time_zone,
            "secrecy": row.secrecy.value,
            "says": list(self._says(kept)),
            "rows": [_row(one, redact if closed else None) for one in found],
            "texts": texts,
            "left_out": left_out,
        }

    def _says(self, kept: Iterable[Fact]) -> Iterator[dict[str, str]]:
        """What the codes of these rows are called."""
        profile, named = self._profile, dict[tuple[str, str], str]()
        for row in kept:
            if isinstance(row, facts.MatterForm):
                named.update(self._names(row))
            elif isinstance(row, facts.ReadbackAnswer):
                named |= self._reason(row.answer, row.reason)
            elif isinstance(row, facts.Seal):
                for item in row.items:
                    named |= self._reason(item["answer"], item.get("reason"))
        secrecies = {one.value: one.text(profile.language) for one in profile.secrecies}
        named |= {("secrecy", value): words for value, words in secrecies.items()}
        for (of, code), words in sorted(named.items()):
            yield {"list": of, "code": code, "says": words}

    def _names(self, form: facts.MatterForm) -> Iterator[tuple[tuple[str, str], str]]:
        profile = self._profile
        if form.kind is not None:
            yield ("kind", form.kind.value), profile.kind(form.kind).text(profile.language)
        if form.category and (path := profile.categories.path_name(form.category)):
            yield ("category", form.category), path
            for one in profile.categories.elements(form.category):
                yield ("element", one.code), one.label

    def _reason(self, answer: str, code: str | None) -> dict[tuple[str, str], str]:
        found = self._profile.reason(str(answer), code) if code else None
        return {(str(answer), found.code): found.text(self._profile.language)} if found else {}


def purpose(data: Data) -> Purpose:
    """As what a certificate stands in the view log."""
    return Purpose.FULL_CERTIFICATE if data.full else Purpose.CERTIFICATE


def collected(tx: Reader, row: TicketRow, ticket: facts.Ticket) -> list[Fact]:
    """All rows that the certificate of a ticket is about, erasures not among them."""
    steps = [one.event for one in standing(steps_of(tx, ticket).ruled)]
    joined = [one for one in steps if one.matter_id and one.matter_id != row.matter_id]
    matters = tx.many(facts.Matter, {row.matter_id, *(one.matter_id for one in joined
                                                      if one.matter_id)})  # fmt: skip
    calls = tx.many(facts.Call, {one.call_id for one in matters})
    kept: list[Fact] = [ticket, *joined, *matters, *calls, *_staff(tx, calls)]
    of: tuple[type[Fact], ...] = (
        facts.MatterForm, facts.Statement, facts.Readback, facts.ReadbackAnswer, facts.Seal,
    )  # fmt: skip
    for cls in of:
        kept.extend(tx.among(cls, "matter_id", {one.id for one in matters}))
    return kept


def _staff(tx: Reader, calls: Iterable[facts.Call]) -> Iterator[facts.StaffVersion]:
    """Who took each call, as of then."""
    found: dict[UUID, facts.StaffVersion] = {}
    for call in calls:
        rows = tx.find(facts.StaffVersion, staff_id=call.actor)
        before = [one for one in rows if one.at <= call.started_at]
        for one in before[-1:] or rows[:1]:
            found[one.id] = one
    yield from found.values()


def evidence(tx: Reader, kept: Iterable[Fact]) -> list[Evidence]:
    """These rows, and those by which texts of theirs were erased, in the order of the chain."""
    found = tx.evidence((type(one), one.id) for one in kept)
    named = {key for one in found for key in _commitments(one).values()}
    erasures = tx.among(facts.Erasure, "personal_id", named)
    gone = tx.evidence((facts.Erasure, one.id) for one in erasures)
    return sorted([*found, *gone], key=lambda one: one.n)


def _commitments(one: Evidence) -> dict[str, str]:
    row = json.loads(one.body)
    return {name: row[name] for name in personal_fields(FACTS[one.table]) if name in row}


def _texts(
    tx: Reader, found: list[Evidence], redact: Redactor, secrecy: Secrecy, full: bool
) -> tuple[list[dict[str, str]], list[str]]:
    """The texts that are opened with their salts, and commitments of those left out."""
    named = [
        (key, name)
        for one in found
        for name, key in _commitments(one).items()
        if name in OPENED.get(one.table, ())
    ]
    stored = tx.opened(key for key, _name in named)
    texts, left_out = [], list[str]()
    for key, name in named:
        if key not in stored:
            continue
        salt, words = stored[key]
        if full and secrecy is Secrecy.ANONYMOUS and (name in _OF_CALLER or redact(words).hits):
            left_out.append(key)
        elif full or not words:
            texts.append({"id": key, "salt": salt.hex(), "text": words})
    return sorted(texts, key=lambda one: one["id"]), sorted(left_out)


def _row(one: Evidence, redact: Redactor | None) -> dict[str, Any]:
    """A row for the data; without its content when a plain text in it names somebody."""
    link: dict[str, Any] = {"n": one.n, "prev": one.prev, "hash": one.hash}
    row = json.loads(one.body)
    words = row.get(_TYPED.get(one.table, ""))
    if redact is not None and words and redact(words).hits:
        kept = {"table": one.table, "id": str(one.id), "content": content_hash(one.body)}
        return link | {"withheld": kept}
    return link | {"row": row}


def _redactor(tx: Reader, ticket: facts.Ticket, kept: Iterable[Fact]) -> Redactor:
    calls = {one.id for one in kept if isinstance(one, facts.Call)}
    callers = tx.among(facts.Caller, "call_id", calls)

    def given(*words: str | None) -> tuple[str, ...]:
        return tuple(dict.fromkeys(one for one in words if one and one != ERASED))

    return Redactor(
        given(ticket.caller_name, *(one.name for one in callers)),
        given(ticket.callback, *(one.number for one in callers)),
        given(ticket.caller_address, *(one.address for one in callers)),
    )
