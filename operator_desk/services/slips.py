"""Dispatch slips: made from a ticket and its steps, each handed out with a row in the log."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from operator_desk.domain import facts, slip
from operator_desk.domain.errors import UserError
from operator_desk.domain.life_cycle import Action
from operator_desk.domain.limit_rules import LimitOf
from operator_desk.domain.profile import Profile
from operator_desk.domain.slip import Limits, Person, Reach, Sending, Slip, Texts
from operator_desk.domain.stand import Ruled, standing
from operator_desk.domain.terms import Mark, Role, Secrecy
from operator_desk.domain.ticket_row import TicketRow
from operator_desk.domain.views import newest
from operator_desk.services.deadlines import Deadlines
from operator_desk.services.lists import current_units
from operator_desk.services.people import Actor
from operator_desk.services.ports import Reader, Store
from operator_desk.services.steps import Steps, steps_of
from operator_desk.services.viewing import Looked, Purpose, Viewing

DISPATCHERS = (Role.DISPATCHER, Role.LEAD)


@dataclass(frozen=True, slots=True)
class _Of:
    """A ticket with all that its slip is made of."""

    row: TicketRow
    ticket: facts.Ticket
    steps: Steps
    form: facts.MatterForm | None
    statements: tuple[facts.Statement, ...]
    callers: tuple[facts.Caller, ...]
    units: dict[str, str]


class Slips:
    """The papers that tickets go to units with."""

    def __init__(
        self, store: Store, profile: Profile, deadlines: Deadlines, viewing: Viewing
    ) -> None:
        self._store, self._profile = store, profile
        self._deadlines, self._viewing = deadlines, viewing

    def show(self, actor: Actor, number: str, unit: str | None = None) -> Slip:
        """The newest slip of a ticket for its lead unit or for one that co-operates.

        UserError: unknown, not dispatched, not with this unit, not for this person.
        """
        with self._store.read() as tx:
            of = _read(tx, number)
            sent = _newest(of)
            to = unit or sent.unit
            if to not in (sent.unit, *sent.co_units):
                raise UserError("Ticket {number} is not with {unit}.", number=number, unit=unit)
            _check(actor, to)
            limits = self._limits(tx, of.steps)
        return self._made(of, sent, to, limits)

    def hand_out(
        self, actor: Actor, number: str, unit: str | None = None, what: Looked = Looked.EXPORT
    ) -> Slip:
        """The slip that is printed or exported now; the row of it is stored first."""
        made = self.show(actor, number, unit)
        self._viewing.saw(actor.staff_id, what, self.ticket_id(number), Purpose.SLIP)
        return made

    def ticket_id(self, number: str) -> UUID:
        """The id of a ticket. UserError: unknown number."""
        return self._viewing.subject(number)

    def history(self, number: str) -> tuple[Sending, ...]:
        """Every slip of a ticket, the first first; all but the last are withdrawn."""
        with self._store.read() as tx:
            return slip.sendings(_read(tx, number).steps.ruled)

    def _limits(self, tx: Reader, steps: Steps) -> Limits:
        limits = self._deadlines
        return Limits(
            caller=limits.caller(tx, steps).due,
            holder=limits.holder(tx, steps).due,
            sign=limits.of(tx, steps, LimitOf.SIGN).due,
            return_=limits.of(tx, steps, LimitOf.RETURN).due,
        )

    def _made(self, of: _Of, sent: Sending, to: str, limits: Limits) -> Slip:
        ticket, language, profile = of.ticket, self._profile.language, self._profile
        secrecy = of.row.secrecy
        callback = _present(ticket.callback) if secrecy is Secrecy.OPEN else ""
        reach = slip.reach(secrecy, callback)
        path = profile.categories.path_name(of.row.category or "")
        clear = slip.cleared(self._texts(of, sent, path), _person(of), secrecy)
        urgency = next((one for one in profile.urgencies if one.value == ticket.urgency), None)
        open_ = secrecy is Secrecy.OPEN
        return Slip(
            hotline=profile.title,
            number=ticket.number,
            n=sent.n,
            why=sent.why,
            at=sent.at,
            unit=to,
            to=of.units.get(to, to),
            lead=to == sent.unit,
            lead_unit=of.units.get(sent.unit, sent.unit),
            co_units=tuple(of.units.get(code, code) for code in sent.co_units),
            kind=profile.kind(ticket.kind).text(language),
            category=path,
            urgency=urgency.text(language) if urgency else ticket.urgency.value,
            secrecy=secrecy,
            reach=reach,
            name=_present(ticket.caller_name) if open_ else "",
            callback=callback if reach is Reach.DIRECT else "",
            texts=clear.texts,
            limits=limits,
            masked=clear.masked,
        )

    def _texts(self, of: _Of, sent: Sending, path: str) -> Texts:
        form = of.form
        said = json.loads(_present(form.elements) or "{}") if form else {}
        names = {
            one.code: one.label for one in self._profile.categories.elements(of.row.category or "")
        }
        return Texts(
            title=_present(of.ticket.title),
            category="" if path else of.row.category_text or "",
            place=_present(of.ticket.place),
            summary=_present(form.summary) if form else "",
            elements=tuple((names.get(code, code), str(words)) for code, words in said.items()
                           if words),
            statements=slip.present_wording(
                (row.line, n, row.version, Mark(row.mark), _present(row.words))
                for n, row in enumerate(of.statements)
            ),
            supplements=tuple(_added(of.steps.ruled)),
            note=_present(sent.note),
        )  # fmt: skip


def _check(actor: Actor, unit: str) -> None:
    if actor.may(*DISPATCHERS):
        return
    if actor.may(Role.UNIT) and actor.unit == unit:
        return
    raise UserError(
        "{login} may not do this; it needs the role {roles}.",
        login=actor.login,
        roles=", ".join((*DISPATCHERS, Role.ADMIN)),
    )


def _newest(of: _Of) -> Sending:
    sent = slip.sendings(of.steps.ruled)
    if not sent:
        raise UserError("Ticket {number} has not been dispatched.", number=of.ticket.number)
    return sent[-1]


def _added(steps: Iterable[Ruled]) -> Iterable[str]:
    for one in standing(tuple(steps)):
        if one.event.action == Action.SUPPLEMENT and (words := _present(one.event.note)):
            yield words


def _present(words: str | None) -> str:
    """A text that is there, "" for one that is not or was erased."""
    return "" if words is None or words == facts.ERASED else words


def _person(of: _Of) -> Person:
    ticket, callers = of.ticket, of.callers
    return Person(
        names=_given(ticket.caller_name, *(row.name for row in callers)),
        numbers=_given(ticket.callback, *(row.number for row in callers)),
        addresses=_given(ticket.caller_address, *(row.address for row in callers)),
    )


def _given(*words: str | None) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one for one in words if one and one != facts.ERASED))


def _read(tx: Reader, number: str) -> _Of:
    row = tx.ticket_by_number(number.strip())
    ticket = tx.get(facts.Ticket, row.id) if row else None
    if row is None or ticket is None:
        raise UserError("There is no ticket {number}.", number=number)
    steps = steps_of(tx, ticket)
    extra = {one.event.matter_id for one in standing(steps.ruled) if one.event.matter_id}
    matters = [row.matter_id, *sorted(extra - {row.matter_id})]
    calls = {row.call_id, *(one.event.call_id for one in steps.ruled if one.event.call_id)}
    said = [
        one
        for matter in matters
        for one in sorted(tx.find(facts.Statement, matter_id=matter), key=lambda row: row.n)
    ]
    units = {code: one.name for code, one in current_units(tx).items()}
    return _Of(
        row=row,
        ticket=ticket,
        steps=steps,
        form=newest(tx.find(facts.MatterForm, matter_id=row.matter_id)),
        statements=tuple(said),
        callers=tuple(tx.among(facts.Caller, "call_id", calls)),
        units=units,
    )
