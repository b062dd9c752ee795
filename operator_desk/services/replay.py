"""Plays scripted calls through the same steps as the form, with the clock of the script."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import count
from uuid import UUID

from operator_desk.domain import call_flow, facts, readback, record
from operator_desk.domain.draft import Draft, MatterDraft, Stamp
from operator_desk.domain.errors import UserError
from operator_desk.domain.facts import StaffVersion
from operator_desk.domain.ids import derived_id
from operator_desk.domain.profile import Profile
from operator_desk.domain.scripted import ScriptedCall
from operator_desk.domain.teaching import ALLOWED
from operator_desk.domain.terms import (
    Answer,
    CallClass,
    Entry,
    Outcome,
    Purpose,
    Scope,
)
from operator_desk.services.calls import Calls
from operator_desk.services.people import IMPORTED_LOGIN, Actor
from operator_desk.services.ports import Clock, Reader, Store, Writer
from operator_desk.services.tickets import Tickets

_PURPOSES = {
    CallClass.CALLBACK: Purpose.CALLBACK,
    CallClass.FOLLOW_UP: Purpose.FOLLOW_UP,
    CallClass.CORRECTION: Purpose.CORRECTION,
    CallClass.SECOND_CALL: Purpose.SECOND_CALL,
    CallClass.TEST: Purpose.TEST,
    CallClass.NO_CALL: Purpose.NO_CALL,
}


@dataclass(frozen=True, slots=True)
class Played:
    """What playing one script did: new or known already, ticket or direct answer, or refused."""

    id: str
    new: bool = False
    ticket: bool = False
    direct_answer: bool = False
    refused: UserError | None = None


class Replay:
    """Plays scripted calls into a store."""

    def __init__(
        self, store: Store, profile: Profile, calls: Calls, tickets: Tickets, clock: Clock
    ) -> None:
        self._store, self._profile, self._clock = store, profile, clock
        self._calls, self._tickets = calls, tickets

    def play(
        self, actor: Actor, scripts: Iterable[ScriptedCall], *, learn: bool = False
    ) -> Iterator[Played]:
        """Plays the calls one by one, each in one transaction; a refused one leaves nothing.

        `learn`: these calls, also those played before, may teach the search.
        """
        for script in scripts:
            try:
                yield self._play(actor, script, learn)
            except UserError as error:
                yield Played(script.id, refused=error)

    def _play(self, actor: Actor, script: ScriptedCall, learn: bool) -> Played:
        call_id = derived_id("replay", script.id)
        with self._store.write() as tx:
            known = bool(tx.known(facts.Call, [call_id]))
            if not known:
                draft = self._draft(tx, script, call_id, _operator(tx, actor, script))
                self._store_call(tx, draft, script)
            if learn:
                self._allow(tx, actor, call_id)
        if known:
            return Played(script.id)
        return Played(
            script.id,
            new=True,
            ticket=script.outcome is Outcome.TICKET,
            direct_answer=script.outcome is Outcome.DIRECT_ANSWER,
        )

    def _allow(self, tx: Writer, actor: Actor, call_id: UUID) -> None:
        """Notes that what was said in a call is used for another purpose, and who wanted it."""
        row = facts.ViewLog(
            id=derived_id("teaching", call_id),
            at=self._clock(),
            actor=actor.staff_id,
            what=ALLOWED,
            subject=call_id,
            purpose="search",
        )
        if not tx.known(facts.ViewLog, [row.id]):
            tx.add(row)

    def _store_call(self, tx: Writer, draft: Draft, script: ScriptedCall) -> None:
        ended_at = draft.started_at + timedelta(seconds=script.talk_s)
        if script.outcome is Outcome.TICKET:
            done = self._tickets.register_in(tx, draft, draft.matter.id, ended_at)
            draft = draft.with_matter(replace(draft.matter, ticket=done.ticket))
        self._calls.end_in(tx, draft, script.outcome, ended_at)
        self._calls.close_in(tx, draft, ended_at + timedelta(seconds=script.after_call_s))

    def _draft(self, tx: Reader, script: ScriptedCall, call_id: UUID, operator: UUID) -> Draft:
        numbers = count()

        def new_id() -> UUID:
            return derived_id("replay", script.id, next(numbers))

        def stamp(seconds: float) -> Stamp:
            return Stamp(script.started_at + timedelta(seconds=seconds), new_id)

        draft = call_flow.started(
            operator,
            stamp(0),
            number=script.caller_number,
            direction=script.direction,
            entry=Entry.IMPORTED,
            purpose=_purpose(script),
        )
        draft = replace(draft, call_id=call_id, reference=script.id)
        matter = self._matter(script, draft.matter, stamp)
        draft = _told(tx, draft.with_matter(matter), script, stamp(script.talk_s * 0.8))
        ended = script.started_at + timedelta(seconds=script.talk_s)
        return call_flow.hung_up(draft, ended, Stamp(ended, new_id))

    def _matter(
        self, script: ScriptedCall, matter: MatterDraft, stamp: Callable[[float], Stamp]
    ) -> MatterDraft:
        step = script.talk_s * 0.5 / max(1, len(script.statements))
        said: list[str] = []
        for number, words in enumerate(script.statements):
            said.append(" ".join(words.split()))
            matter = record.edited(matter, said, stamp(step * number))
        category = self._profile.categories.find(script.category)
        matter = replace(
            matter,
            kind=script.kind,
            category=category.code if category else None,
            category_text=None if category or not script.category else script.category,
            summary=script.title,
            strip=replace(matter.strip, title=script.title),
        )
        return _read_back(matter, script, stamp) if script.readback else matter


def _read_back(
    matter: MatterDraft, script: ScriptedCall, stamp: Callable[[float], Stamp]
) -> MatterDraft:
    if len(script.readback) > len(record.visible(matter)):
        raise UserError("Call {call}: more readback answers than statements.", call=script.id)
    start, step = script.talk_s * 0.6, script.talk_s * 0.2 / len(script.readback)
    matter = readback.begun(replace(matter, summary=""), Scope.WHOLE, stamp(start), cut=False)
    for number, answer in enumerate(script.readback, 1):
        now = stamp(start + step * number)
        if answer.answer is Answer.CORRECTED:
            matter = readback.corrected(matter, answer.text, now, read_again=False)
        else:
            matter = readback.answered(matter, answer.answer, now, answer.text or None)
    return replace(matter, summary=script.title)


def _told(tx: Reader, draft: Draft, script: ScriptedCall, stamp: Stamp) -> Draft:
    heads = {head.key: head for head in tx.article_heads(script.told)}
    for key in dict.fromkeys(script.told):  # a second mark would take the first back
        if key not in heads:
            raise UserError("Call {call}: there is no article {key}.", call=script.id, key=key)
        draft = call_flow.told(draft, key, heads[key].version_id, heads[key].title, stamp)
    return draft


def _purpose(script: ScriptedCall) -> Purpose:
    return _PURPOSES.get(script.call_class or CallClass.INBOUND, Purpose.NONE)


def _operator(tx: Writer, actor: Actor, script: ScriptedCall) -> UUID:
    login = script.operator or IMPORTED_LOGIN
    for row in reversed(tx.find(StaffVersion)):
        if row.login == login:
            return row.staff_id
    if script.operator:
        raise UserError("Call {call}: there is no account {login}.", call=script.id, login=login)
    staff_id = derived_id("staff", IMPORTED_LOGIN)
    tx.add(
        StaffVersion(
            id=derived_id("staff-version", IMPORTED_LOGIN),
            at=script.started_at,
            actor=actor.staff_id,
            staff_id=staff_id,
            login=IMPORTED_LOGIN,
            name="Imported",
            roles=(),
            disabled=True,
        )
    )
    return staff_id
