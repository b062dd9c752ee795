"""Who was told an article: the calls, as one viewer may see them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from operator_desk.domain import facts
from operator_desk.domain.draft import Draft
from operator_desk.domain.facts import RecallStep, Told
from operator_desk.domain.ids import derived_id
from operator_desk.domain.numbers import masked
from operator_desk.domain.profile import Profile
from operator_desk.domain.recalls import ToldCall, action_of, standing_rows, state_of
from operator_desk.domain.terms import CallClass, Role, Secrecy
from operator_desk.domain.views import CallRow, MatterRow, newest
from operator_desk.services.people import Actor
from operator_desk.services.ports import Reader
from operator_desk.services.tickets import ticket_id

SEES_SECRET = (Role.LEAD, Role.FOLLOW_UP)


@dataclass(frozen=True, slots=True)
class _Call:
    """A call with all that decides what may be told of it."""

    row: CallRow
    told: Sequence[Told]
    tickets: Sequence[facts.Ticket]
    kinds_secret: bool

    @property
    def secret(self) -> bool:
        return self.kinds_secret or any(one.secrecy is not Secrecy.OPEN for one in self.tickets)

    @property
    def number(self) -> str:
        """The number to call back: the one the caller gave for that, else the one it came from."""
        if any(one.secrecy is Secrecy.ANONYMOUS for one in self.tickets):
            return ""
        given = next((one.callback for one in self.tickets if one.callback), None)
        return given or self.row.number or ""


def told_calls(
    tx: Reader,
    profile: Profile,
    key: str,
    versions: Iterable[UUID] | None = None,
    steps: Sequence[RecallStep] = (),
) -> list[ToldCall]:
    """The calls in which these versions (or any) of an article were told, the oldest first."""
    by_call: dict[UUID, list[RecallStep]] = {}
    for step in steps:
        by_call.setdefault(step.call_id, []).append(step)
    found = _calls(tx, profile, _told(tx, key, versions))
    return [_shown(call, by_call.get(call.row.id, [])) for call in found]


def seen(actor: Actor, calls: Iterable[ToldCall]) -> tuple[ToldCall, ...]:
    """Those of the calls that somebody may see."""
    return tuple(call for call in calls if not call.secret or actor.may(*SEES_SECRET))


def number_of(tx: Reader, profile: Profile, key: str, call_id: UUID) -> str:
    """The whole number to call one of them back; "" when there is none."""
    rows = [row for row in _told(tx, key, None) if row.call_id == call_id]
    return next((call.number for call in _calls(tx, profile, rows)), "")


def called_back(tx: Reader, draft: Draft) -> list[RecallStep]:
    """What a call back that is closed now means for its told-to list; of another call nothing."""
    end = newest(tx.find(facts.CallEnd, call_id=draft.call_id))
    if draft.recall is None or end is None:
        return []
    mark_id, told_call = draft.recall
    return [
        RecallStep(
            id=derived_id("recall", draft.call_id),
            at=end.at,
            actor=draft.operator,
            mark_id=mark_id,
            call_id=told_call,
            action=action_of(end.outcome),
            outbound_id=draft.call_id,
        )
    ]


def _told(tx: Reader, key: str, versions: Iterable[UUID] | None) -> list[Told]:
    if versions is None:
        return standing_rows(tx.find(Told, article_key=key))
    rows = [row for one in versions for row in tx.find(Told, article_key=key, version_id=one)]
    return standing_rows(rows)


def _calls(tx: Reader, profile: Profile, rows: Sequence[Told]) -> list[_Call]:
    told: dict[UUID, list[Told]] = {}
    for row in sorted(rows, key=lambda one: (one.at, one.id)):
        told.setdefault(row.call_id, []).append(row)
    matters: dict[UUID, list[MatterRow]] = {}
    for matter in tx.matters(told):
        matters.setdefault(matter.call_id, []).append(matter)
    tickets = _tickets(tx, matters)
    calls = tx.calls_by_id(told)
    found = {row.id: row for row in calls if row.call_class is not CallClass.TEST}  # nobody's call
    return [
        _Call(
            found[one],
            told[one],
            tickets.get(one, ()),
            any(_starts_secret(profile, matter) for matter in matters.get(one, ())),
        )
        for one in told
        if one in found
    ]


def _tickets(
    tx: Reader, matters: Mapping[UUID, Sequence[MatterRow]]
) -> dict[UUID, list[facts.Ticket]]:
    registered = [ticket_id(one.id) for rows in matters.values() for one in rows if one.ticket]
    found: dict[UUID, list[facts.Ticket]] = {}
    for ticket in tx.many(facts.Ticket, registered):
        found.setdefault(ticket.call_id, []).append(ticket)
    return found


def _starts_secret(profile: Profile, matter: MatterRow) -> bool:
    """Whether a matter that was not registered would have got a secret ticket."""
    if matter.ticket is not None or matter.kind is None:
        return False
    return profile.kind(matter.kind).secrecy is not Secrecy.OPEN


def _shown(call: _Call, steps: Sequence[RecallStep]) -> ToldCall:
    numbers, secret = tuple(one.number for one in call.tickets), call.secret
    return ToldCall(
        call_id=call.row.id,
        told_at=None if secret else call.told[0].at,
        versions=tuple(dict.fromkeys(row.version_id for row in call.told)),
        operator=None if secret else call.row.operator,
        outcome=None if secret else call.row.outcome,
        number="" if secret and numbers else masked(call.number),
        tickets=numbers,
        secret=secret,
        state=state_of(steps, callable_=bool(call.number)),
        steps=tuple(steps),
    )
