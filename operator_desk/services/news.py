"""Since my last shift: what has changed of what this desk tells, until its person has read it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID

from operator_desk.domain import changes
from operator_desk.domain.article import Article, ArticleKind
from operator_desk.domain.article_rows import article_of
from operator_desk.domain.facts import ArticleVersion, SeatState
from operator_desk.domain.profile import Profile
from operator_desk.domain.terms import Seat
from operator_desk.domain.times import format_instant, parse_instant
from operator_desk.domain.views import ArticleHead
from operator_desk.services.people import Actor
from operator_desk.services.ports import Clock, Reader, Store, Writer
from operator_desk.services.shelf import favourites

_TOLD = timedelta(days=90)
_OLDEST = timedelta(days=30)  # nobody reads further back after a long leave
# What every desk says, whether it was told lately or not.
_EVERYBODY = (ArticleKind.OUT_OF_SCOPE, ArticleKind.PHRASE, ArticleKind.CARD)


class Turn(StrEnum):
    """What became of an article."""

    NEW = "new"
    CHANGED = "changed"
    WITHDRAWN = "withdrawn"
    REPEALED = "repealed"
    IN_FORCE = "in_force"


@dataclass(frozen=True, slots=True)
class Item:
    """One article that changed: what it says now, what it said before (None: it is new), why."""

    id: str
    turn: Turn
    at: datetime | None
    after: Article
    before: Article | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class _Kept:
    """From when on changes count for a person, and the ids of what was read since."""

    since: datetime | None = None
    read: frozenset[str] = frozenset()


class News:
    """What a person at this desk has not read yet."""

    def __init__(self, store: Store, profile: Profile, clock: Clock) -> None:
        self._store, self._profile, self._clock = store, profile, clock

    def begin(self, actor: Actor) -> None:
        """At sign-in: from the last sign-off on changes are news until they are read.

        Somebody who never sat here is shown nothing of what was before.
        """
        with self._store.write() as tx:
            if _kept(tx, actor).since is None:
                _keep(tx, actor, _Kept(_last_sign_off(tx, actor) or self._clock()))

    def unread(self, actor: Actor) -> list[Item]:
        """What changed and was not read, the shortest first."""
        with self._store.read() as tx:
            return self._unread(tx, actor)

    def mark_read(self, actor: Actor, ids: Iterable[str]) -> None:
        """Remembers what was read; when nothing is left, the next look begins here."""
        with self._store.write() as tx:
            kept = _kept(tx, actor)
            read = _Kept(kept.since, kept.read | set(ids))
            left = any(one.id not in read.read for one in self._unread(tx, actor))
            _keep(tx, actor, read if left else _Kept(self._clock()))

    def _unread(self, tx: Reader, actor: Actor) -> list[Item]:
        kept, now = _kept(tx, actor), self._clock()
        if kept.since is None:
            return []
        since = max(kept.since, now - _OLDEST)
        days = self._profile.local_day(since), self._profile.local_day(now)
        heads = [(head, _turned(head, *days)) for head in self._heads(tx, actor, now)]
        touched = [
            (head, turn)
            for head, turn in heads
            if turn or (head.changed_at is not None and head.changed_at > since)
        ]
        found = list(_items(tx, touched, since))
        return sorted(
            (item for item in found if item.id not in kept.read),
            key=lambda item: (changes.size(item.before, item.after), item.id),
        )

    def _heads(self, tx: Reader, actor: Actor, now: datetime) -> list[ArticleHead]:
        """The heads of what this desk tells."""
        keys = tx.told_since(now - _TOLD) | set(favourites(tx, actor.staff_id))
        heads = {head.key: head for head in tx.article_heads(keys)}
        for kind in _EVERYBODY:
            heads.update((head.key, head) for head in tx.article_heads(kind=kind.value))
        return list(heads.values())


def _turned(head: ArticleHead, first: date, last: date) -> Turn | None:
    """What a day has done to an article that nobody touched."""
    if head.withdrawn:
        return None
    if head.repealed_on and first < head.repealed_on <= last:
        return Turn.REPEALED
    if head.valid_from and first < head.valid_from <= last:
        return Turn.IN_FORCE
    return None


def _items(
    tx: Reader, touched: Sequence[tuple[ArticleHead, Turn | None]], since: datetime
) -> Iterator[Item]:
    rows = tx.many(ArticleVersion, [head.version_id for head, _turn in touched])
    newest = {row.id: row for row in rows}
    for head, turn in touched:
        row = newest[head.version_id]
        before = _version_before(tx, head.key, since)
        item = _item(row, before, turn)
        if item is not None:
            yield item


def _item(row: ArticleVersion, before: ArticleVersion | None, turn: Turn | None) -> Item | None:
    """What is to be read of an article; None when nothing is that an operator would tell."""
    after = article_of(row)
    known = article_of(before) if before is not None and not before.withdrawn else None
    if row.withdrawn:
        turn = Turn.WITHDRAWN if known is not None else None
    elif turn is None and known is None:
        turn = Turn.NEW
    elif turn is None and known is not None and changes.changed_fields(known, after):
        turn = Turn.CHANGED
    if turn is None:
        return None
    return Item(f"{row.id}:{turn.value}", turn, row.at, after, known, row.why or "")


def _version_before(tx: Reader, key: str, since: datetime) -> ArticleVersion | None:
    rows = [row for row in tx.find(ArticleVersion, key=key) if row.at <= since]
    return max(rows, key=lambda row: row.version, default=None)


def _last_sign_off(tx: Reader, actor: Actor) -> datetime | None:
    rows = tx.find(SeatState, actor=actor.staff_id, state=Seat.SIGNED_OFF)
    return rows[-1].at if rows else None


def _name(staff_id: UUID) -> str:
    return f"news:{staff_id}"


def _kept(tx: Reader, actor: Actor) -> _Kept:
    text = tx.setting(_name(actor.staff_id))
    if not text:
        return _Kept()
    kept = json.loads(text)
    return _Kept(parse_instant(kept["since"]), frozenset(kept["read"]))


def _keep(tx: Writer, actor: Actor, kept: _Kept) -> None:
    since = format_instant(kept.since) if kept.since else None
    value = json.dumps({"since": since, "read": sorted(kept.read)})
    tx.set_setting(_name(actor.staff_id), value)
