"""The dispatch slip: what of a ticket a unit gets on paper, and nothing more."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from operator_desk.domain.canonical import dump
from operator_desk.domain.life_cycle import Action
from operator_desk.domain.redaction import Hit, Redacted, Redactor
from operator_desk.domain.stand import Ruled, standing
from operator_desk.domain.terms import Mark, Secrecy, TicketState

# Steps after which the unit's paper is another one.
_SENDS = (Action.DISPATCH, Action.REDISPATCH, Action.REWORK, Action.NOT_SOLVED)
_ANEW = (*_SENDS, Action.RAISE_SECRECY)


class Reach(StrEnum):
    """How the unit reaches the caller."""

    DIRECT = "direct"
    THROUGH_HOTLINE = "through_hotline"
    NOT_AT_ALL = "not_at_all"


class Why(StrEnum):
    """Why the slip was sent."""

    DISPATCH = "dispatch"
    REDISPATCH = "redispatch"
    REWORK = "rework"
    SECRECY = "secrecy"


@dataclass(frozen=True, slots=True)
class Spoken:
    """One thing the caller said, in its present wording."""

    mark: Mark
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Instants that were computed before; None: no such limit, or not computable."""

    caller: datetime | None = None
    holder: datetime | None = None
    sign: datetime | None = None
    return_: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sending:
    """The n-th slip of a ticket (from 1): when and why it was sent, and to whom."""

    n: int
    at: datetime
    why: Why
    unit: str
    co_units: tuple[str, ...] = ()
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Texts:
    """What is written about the matter; `category` only where it is a text of its own."""

    title: str = ""
    category: str = ""
    place: str = ""
    summary: str = ""
    elements: tuple[tuple[str, str], ...] = ()
    statements: tuple[Spoken, ...] = ()
    supplements: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """All that was stored of the caller, of every version."""

    names: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    name: str = ""
    callback: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Slip:
    """What stands on the paper; names of units and categories are those for people.

    `unit` is the code of the unit it goes to, `to` its name, `lead` whether it leads. `name` and
    `callback` only for an open ticket. `masked` tells what was taken out, by the field it stood
    in; it is for the dispatcher and never printed.
    """

    hotline: str
    number: str
    n: int
    why: Why
    at: datetime
    unit: str
    to: str
    lead: bool
    lead_unit: str
    co_units: tuple[str, ...]
    kind: str
    category: str
    urgency: str
    secrecy: Secrecy
    reach: Reach
    name: str
    callback: str
    texts: Texts
    limits: Limits
    masked: tuple[tuple[str, Hit], ...] = ()

    @property
    def slip_number(self) -> str:
        """The ticket's number and which of its slips this is."""
        return f"{self.number}-{self.n}"

    @property
    def code(self) -> str:
        """What two papers are compared by: 16 signs in groups of four, of all that is printed."""
        printed = {one.name: _plain(getattr(self, one.name)) for one in fields(self)}
        del printed["masked"]
        short = hashlib.sha256(dump(printed)).hexdigest()[:16].upper()
        return " ".join(short[at : at + 4] for at in range(0, 16, 4))


def _plain(value: object) -> object:
    if isinstance(value, (Texts, Limits, Spoken)):
        plain = {one.name: _plain(getattr(value, one.name)) for one in fields(value)}
        return {name: one for name, one in plain.items() if one is not None}
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    return value


def sendings(steps: Sequence[Ruled]) -> tuple[Sending, ...]:
    """The slips of a ticket in their order, from its steps; each withdraws the one before."""
    made: list[Sending] = []
    for one in standing(steps):
        event = one.event
        moved = one.ruling is not None and one.ruling.state is TicketState.DISPATCHED
        if event.action in (Action.DISPATCH, Action.REDISPATCH) and event.unit:
            made.append(
                Sending(
                    n=len(made) + 1,
                    at=event.when,
                    why=Why(event.action),
                    unit=event.unit,
                    co_units=event.co_units or (),
                    note=event.note,
                )
            )
        elif made and (event.action == Action.RAISE_SECRECY or (event.action in _ANEW and moved)):
            why = Why.SECRECY if event.action == Action.RAISE_SECRECY else Why.REWORK
            before = made[-1]
            made.append(
                Sending(
                    n=len(made) + 1,
                    at=event.when,
                    why=why,
                    unit=before.unit,
                    co_units=before.co_units,
                    note=before.note if why is Why.SECRECY else event.note,
                )
            )
    return tuple(made)


def reach(secrecy: Secrecy, callback: str) -> Reach:
    """How the caller of a ticket is to be reached."""
    if secrecy is Secrecy.SECRET:
        return Reach.THROUGH_HOTLINE
    return Reach.DIRECT if secrecy is Secrecy.OPEN and callback else Reach.NOT_AT_ALL


@dataclass(frozen=True, slots=True)
class Cleared:
    """Texts that may be printed, and what was taken out of them by field."""

    texts: Texts
    masked: tuple[tuple[str, Hit], ...]


def cleared(texts: Texts, person: Person, secrecy: Secrecy) -> Cleared:
    """The texts as the unit may read them: as they are, or without a trace of the caller."""
    if secrecy is Secrecy.OPEN:
        return Cleared(texts, ())
    redact = Redactor(person.names, person.numbers, person.addresses)
    masked: list[tuple[str, Hit]] = []

    def clear(field: str, text: str) -> str:
        done: Redacted = redact(text)
        masked.extend((field, hit) for hit in done.hits)
        return done.text

    made = Texts(
        title=clear("title", texts.title),
        category=clear("category", texts.category),
        place=clear("place", texts.place),
        summary=clear("summary", texts.summary),
        elements=tuple((name, clear("elements", said)) for name, said in texts.elements),
        statements=tuple(
            Spoken(one.mark, clear("statements", one.words)) for one in texts.statements
        ),
        supplements=tuple(clear("supplements", one) for one in texts.supplements),
        note=clear("note", texts.note),
    )
    return Cleared(made, tuple(masked))


def present_wording(rows: Iterable[tuple[UUID, int, int, Mark, str]]) -> tuple[Spoken, ...]:
    """The newest wording of every line (line, place, version, mark, words), in their order."""
    newest: dict[UUID, tuple[int, int, Mark, str]] = {}
    for line, place, version, mark, words in rows:
        known = newest.get(line)
        if known is None or known[1] < version:
            newest[line] = (known[0] if known else place, version, mark, words)
    kept = sorted(newest.values(), key=lambda one: one[0])
    return tuple(Spoken(mark, words) for _place, _version, mark, words in kept if words)
