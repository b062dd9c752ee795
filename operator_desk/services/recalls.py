"""Versions marked wrong, the told-to list of each mark, and the calls back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import takewhile
from uuid import UUID

from operator_desk.domain.article_rows import article_of
from operator_desk.domain.changes import changed_fields
from operator_desk.domain.draft import Draft
from operator_desk.domain.errors import UserError
from operator_desk.domain.facts import ArticleVersion, RecallStep, Told, VersionMark
from operator_desk.domain.knowledge_terms import RecallAction
from operator_desk.domain.profile import Profile
from operator_desk.domain.recalls import (
    ToldCall,
    ToldList,
    in_steps,
    standing_marks,
    standing_rows,
    to_say,
)
from operator_desk.domain.terms import Direction, Purpose, Role
from operator_desk.domain.views import ArticleHead
from operator_desk.services import told
from operator_desk.services.calls import Calls
from operator_desk.services.people import Actor
from operator_desk.services.ports import Clock, Reader, Store

MARKS = (Role.EDITOR, Role.LEAD)
CALLS_BACK = (Role.OPERATOR, Role.FOLLOW_UP, Role.EDITOR, Role.LEAD)


@dataclass(frozen=True, slots=True)
class MarkedVersion:
    """A version that may be marked: who made it when and why, in how many calls it was told.

    `told_list` is the id of the list that it is on since it was marked wrong for this `reason`.
    """

    id: UUID
    number: int
    at: datetime
    actor: UUID
    why: str
    told: int
    told_list: UUID | None = None
    reason: str = ""

    @property
    def wrong(self) -> bool:
        """Whether it is marked wrong."""
        return self.told_list is not None


@dataclass(frozen=True, slots=True)
class Corrected:
    """An article that says something else now: its versions `first` to `last` were told in `calls`.

    `why` was given for the change.
    """

    key: str
    title: str
    first: int
    last: int
    calls: int
    why: str


@dataclass(frozen=True, slots=True)
class CallBack:
    """A call back that can begin: its empty form, and the article as it is right now."""

    draft: Draft
    article_key: str


@dataclass(frozen=True, slots=True)
class Right:
    """What is to be told instead: the article's key, and the words; "" when nothing right is."""

    key: str
    words: str


class Recalls:
    """Told-to lists of a store."""

    def __init__(
        self,
        store: Store,
        profile: Profile,
        calls: Calls,
        clock: Clock,
        new_id: Callable[[], UUID],
    ) -> None:
        self._store, self._profile, self._calls = store, profile, calls
        self._clock, self._new_id = clock, new_id

    # -- marks ---------------------------------------------------------------------------

    def versions(self, key: str) -> list[MarkedVersion]:
        """The versions of an article, the newest first. UserError: unknown key."""
        with self._store.read() as tx:
            return _marked(tx, key)

    def corrected(self, key: str) -> Corrected | None:
        """The versions before the newest, when they were told and something else is told now.

        None: nobody was told them, they are marked already, or only validity, source or words
        for the search changed. UserError: unknown key.
        """
        with self._store.read() as tx:
            rows, calls = _versions(tx, key), _calls_of(tx, key)
            marked = {mark.version_id for mark in _marks(tx, key)}
        newest, before = rows[-1], list(reversed(rows[:-1]))
        if not before or (_same(before[0], newest) and not newest.withdrawn):
            return None
        same = list(takewhile(lambda row: _same(row, before[0]) and row.id not in marked, before))
        told_in = {call for row in same for call in calls.get(row.id, ())}
        if not told_in:
            return None
        return Corrected(
            key, newest.title, same[-1].version, same[0].version, len(told_in), newest.why or ""
        )

    def mark(
        self, actor: Actor, key: str, reason: str, first: int | None = None, last: int | None = None
    ) -> UUID:
        """Marks the versions from `first` to `last` wrong (default: the newest); the list's id.

        Versions that are marked already are passed over. UserError: not an editor or lead, no
        reason, unknown key, no version among these that is not marked.
        """
        _must(actor, MARKS)
        if not reason.strip():
            raise UserError("Say what is wrong with it.")
        with self._store.write() as tx:
            rows, marked = _versions(tx, key), {one.version_id for one in _marks(tx, key)}
            newest = rows[-1].version
            low, high = sorted((first or last or newest, last or first or newest))
            wanted = [row for row in rows if low <= row.version <= high and row.id not in marked]
            if not wanted:
                raise UserError("There is no version among these that is not marked already.")
            at = self._clock()
            new = [self._mark(actor, at, row, reason) for row in wanted]
            tx.add(*new)
        return new[0].id

    def _mark(self, actor: Actor, at: datetime, row: ArticleVersion, reason: str) -> VersionMark:
        return VersionMark(
            id=self._new_id(),
            at=at,
            actor=actor.staff_id,
            article_key=row.key,
            version_id=row.id,
            reason=reason.strip(),
        )

    def take_back(self, actor: Actor, list_id: UUID, why: str) -> None:
        """Takes the marks of a list back: the versions were right after all.

        UserError: not an editor or lead, no reason, no such list.
        """
        _must(actor, MARKS)
        if not why.strip():
            raise UserError("Say why the mark is taken back.")
        with self._store.write() as tx:
            at = self._clock()
            for mark in _step(tx, list_id):
                back = replace(mark, id=self._new_id(), at=at, actor=actor.staff_id)
                tx.add(replace(back, corrects=mark.id, wrong=False, reason=why.strip()))

    # -- lists ---------------------------------------------------------------------------

    def lists(self, actor: Actor, *, closed: bool = False) -> list[ToldList]:
        """The told-to lists as somebody may see them, the open ones first, then the newest."""
        with self._store.read() as tx:
            steps = in_steps(standing_marks(tx.find(VersionMark)))
            found = [self._list(tx, actor, marks) for marks in steps]
        found.sort(key=lambda one: one.marks[0].at, reverse=True)
        return sorted((one for one in found if one.open or closed), key=lambda one: not one.open)

    def told_list(self, actor: Actor, list_id: UUID) -> ToldList:
        """One told-to list. UserError: there is none, or it was taken back."""
        with self._store.read() as tx:
            return self._list(tx, actor, _step(tx, list_id))

    def waiting(self, actor: Actor) -> int:
        """How many calls somebody could make now: to people that there is something to tell."""
        if not actor.may(*CALLS_BACK):
            return 0
        found = [one for one in self.lists(actor) if one.right or one.withdrawn]
        return sum(call.waits for one in found for call in one.calls)

    def told(self, actor: Actor, key: str) -> tuple[ToldCall, ...]:
        """Every call that was told any version of an article. UserError: unknown key."""
        with self._store.read() as tx:
            _versions(tx, key)
            marks = [row.id for row in tx.find(VersionMark, article_key=key)]
            steps = [row for one in marks for row in tx.find(RecallStep, mark_id=one)]
            return told.seen(actor, told.told_calls(tx, self._profile, key, None, steps))

    def _list(self, tx: Reader, actor: Actor, marks: Sequence[VersionMark]) -> ToldList:
        key, wrong = marks[0].article_key, [mark.version_id for mark in marks]
        steps = [row for mark in marks for row in tx.find(RecallStep, mark_id=mark.id)]
        calls = told.told_calls(tx, self._profile, key, wrong, steps)
        may = told.seen(actor, calls)
        waits = sum(call.waits for call in calls)
        done = sum(call.done for call in calls)
        head, right = _right(tx, key)
        return ToldList(
            marks=tuple(marks),
            versions=tuple(sorted(row.version for row in tx.many(ArticleVersion, wrong))),
            title=head.title,
            calls=may,
            unseen=len(calls) - len(may),
            done=done,
            of=done + waits,
            right=right,
            withdrawn=head.withdrawn,
        )

    # -- calling back --------------------------------------------------------------------

    def note(
        self, actor: Actor, list_id: UUID, call_id: UUID, action: RecallAction, note: str = ""
    ) -> RecallStep:
        """Stores what became of one call of a list.

        UserError: not for this person, no such call on the list, *not needed* without a reason.
        """
        if action is RecallAction.NOT_NEEDED and not note.strip():
            raise UserError("Say why no call is needed.")
        with self._store.write() as tx:
            marks = _step(tx, list_id)
            call = self._call(tx, actor, marks, call_id)
            row = RecallStep(
                id=self._new_id(),
                at=self._clock(),
                actor=actor.staff_id,
                mark_id=_mark_of(marks, call),
                call_id=call_id,
                action=action,
                note=note.strip() or None,
            )
            tx.add(row)
        return row

    def call_back(self, actor: Actor, list_id: UUID, call_id: UUID) -> CallBack:
        """The form of an outgoing call to somebody who was told a wrong version.

        When that call is closed, its end says what became of the call on the list.
        UserError: not for this person, no such call on the list, no number.
        """
        with self._store.read() as tx:
            marks = _step(tx, list_id)
            call = self._call(tx, actor, marks, call_id)
            key = marks[0].article_key
            number = told.number_of(tx, self._profile, key, call_id)
        if not number:
            raise UserError("There is no number to call back.")
        begun = self._calls.begin(
            actor, number=number, direction=Direction.OUT, purpose=Purpose.CORRECTION
        )
        return CallBack(replace(begun, recall=(_mark_of(marks, call), call_id)), key)

    def right(self, draft: Draft) -> Right:
        """What a call back has to say. UserError: it is none."""
        with self._store.read() as tx:
            mark = tx.get(VersionMark, draft.recall[0]) if draft.recall else None
            if mark is None:
                raise UserError("This call is no call back.")
            _head, right = _right(tx, mark.article_key)
            row = tx.get(ArticleVersion, right.version_id) if right else None
        return Right(mark.article_key, to_say(article_of(row)) if row else "")

    def _call(
        self, tx: Reader, actor: Actor, marks: Sequence[VersionMark], call_id: UUID
    ) -> ToldCall:
        _must(actor, CALLS_BACK)
        found = self._list(tx, actor, marks)
        call = next((one for one in found.calls if one.call_id == call_id), None)
        if call is None:
            raise UserError("There is no such call on this list.")
        return call


def _must(actor: Actor, roles: tuple[Role, ...]) -> None:
    if not actor.may(*roles):
        raise UserError(
            "{login} may not do this; it needs the role {roles}.",
            login=actor.login,
            roles=", ".join(dict.fromkeys((*roles, Role.ADMIN))),
        )


def _versions(tx: Reader, key: str) -> list[ArticleVersion]:
    rows = sorted(tx.find(ArticleVersion, key=key), key=lambda row: row.version)
    if not rows:
        raise UserError("There is no article {key}.", key=key)
    return rows


def _marked(tx: Reader, key: str) -> list[MarkedVersion]:
    """The versions of an article with their marks, the newest first. UserError: unknown key."""
    rows, calls = _versions(tx, key), _calls_of(tx, key)
    on = {
        mark.version_id: (step[0].id, mark) for step in in_steps(_marks(tx, key)) for mark in step
    }
    found = []
    for row in reversed(rows):
        made = MarkedVersion(
            row.id, row.version, row.at, row.actor, row.why or "", len(calls.get(row.id, ()))
        )
        if row.id in on:
            list_id, mark = on[row.id]
            made = replace(made, told_list=list_id, reason=mark.reason or "")
        found.append(made)
    return found


def _calls_of(tx: Reader, key: str) -> dict[UUID, set[UUID]]:
    """The calls in which each version of an article was told."""
    calls: dict[UUID, set[UUID]] = {}
    for row in standing_rows(tx.find(Told, article_key=key)):
        calls.setdefault(row.version_id, set()).add(row.call_id)
    return calls


def _same(one: ArticleVersion, other: ArticleVersion) -> bool:
    """Whether a caller is told the same by two versions."""
    other_words = set(changed_fields(article_of(one), article_of(other)))
    return other_words <= {"validity", "source"}


def _marks(tx: Reader, key: str) -> list[VersionMark]:
    return standing_marks(tx.find(VersionMark, article_key=key))


def _step(tx: Reader, list_id: UUID) -> tuple[VersionMark, ...]:
    """The marks that were set together with one. UserError: unknown, or taken back."""
    mark = tx.get(VersionMark, list_id)
    steps = in_steps(_marks(tx, mark.article_key)) if mark else []
    for step in steps:
        if any(one.id == list_id for one in step):
            return step
    raise UserError("There is no such told-to list, or its mark was taken back.")


def _mark_of(marks: Sequence[VersionMark], call: ToldCall) -> UUID:
    """The mark of the version that was told in a call."""
    return next(mark.id for mark in marks if mark.version_id in call.versions)


def _right(tx: Reader, key: str) -> tuple[ArticleHead, ArticleHead | None]:
    """The head of an article, and the same when it is what is to be told now."""
    (head,) = tx.article_heads([key])
    wrong = {mark.version_id for mark in _marks(tx, key)}
    return head, None if head.withdrawn or head.version_id in wrong else head
