"""The queues of the editors: what operators miss and flag, and what gets old by itself."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

from operator_desk.domain.article import Article
from operator_desk.domain.article_rows import Change, article_of, next_version
from operator_desk.domain.draft import Draft
from operator_desk.domain.errors import UserError
from operator_desk.domain.facts import ArticleFlag, ArticleVersion, Call, QueueStep, SearchMiss
from operator_desk.domain.ids import derived_id
from operator_desk.domain.knowledge_terms import FlagReason, Queue, QueueAction
from operator_desk.domain.profile import Profile
from operator_desk.domain.queues import Case, Item, kept_words, normal_words
from operator_desk.domain.terms import Role
from operator_desk.services.hidden import hidden_calls, is_hidden
from operator_desk.services.people import Actor
from operator_desk.services.ports import Clock, Reader, Store
from operator_desk.services.queue_causes import Causes, calls_of


class Queues:
    """What waits for the editors of a store; who may work it off are editors and leads."""

    def __init__(
        self, store: Store, profile: Profile, clock: Clock, new_id: Callable[[], UUID]
    ) -> None:
        self._store, self._profile = store, profile
        self._clock, self._new_id = clock, new_id

    # -- from the desks ------------------------------------------------------------------

    def missed(self, actor: Actor, words: str, draft: Draft | None = None) -> bool:
        """Stores that a typed query found nothing, in the call in hand if there is one.

        Once a call for the same words. Not stored (False): nothing but marks, a number of a
        person, words of a call with a secret or an anonymous matter, of a practice call.
        """
        kept = kept_words(words)
        practice = draft is not None and draft.practice  # what a script says is no gap
        if not kept or practice or is_hidden(self._profile, draft):
            return False
        call_id = draft.call_id if draft else None
        row = SearchMiss(
            id=derived_id("miss", call_id, normal_words(kept)) if call_id else self._new_id(),
            at=self._clock(),
            actor=actor.staff_id,
            call_id=call_id,
            query=kept,
        )
        with self._store.write() as tx:
            hidden = call_id is not None and hidden_calls(tx, self._profile, [call_id])
            if hidden or tx.known(SearchMiss, [row.id]):
                return False
            tx.add(row)
        return True

    def flagged(
        self,
        actor: Actor,
        article_key: str,
        version_id: UUID,
        reason: FlagReason,
        note: str = "",
        draft: Draft | None = None,
    ) -> ArticleFlag:
        """The row that says a version is wrong, with the call and matter in hand; not stored yet.

        A call with a secret or an anonymous matter gives no note. What is wrong is so in a practice
        call too, but the flag does not name that.
        """
        if draft is not None and draft.practice:
            draft = None
        words = "" if is_hidden(self._profile, draft) else note.strip()
        return ArticleFlag(
            id=self._new_id(),
            at=self._clock(),
            actor=actor.staff_id,
            article_key=article_key,
            version_id=version_id,
            reason=reason,
            call_id=draft.call_id if draft else None,
            matter_id=draft.matter.id if draft else None,
            note=words or None,
        )

    def keep(self, flag: ArticleFlag) -> None:
        """Stores such a row; doing it twice adds nothing."""
        with self._store.write() as tx:
            if not tx.known(ArticleFlag, [flag.id]):
                tx.add(flag)

    def take_back(self, actor: Actor, flag: ArticleFlag) -> None:
        """The flag is one no longer. UserError: it is somebody else's."""
        if flag.actor != actor.staff_id:
            raise UserError("Only who flagged an article takes that back.")
        self._step(actor, Queue.FLAG, str(flag.id), QueueAction.DONE)

    def flagged_today(self, key: str, version_id: UUID) -> tuple[FlagReason, ...]:
        """Why this version of an article was flagged today, by whomever, if that is still open."""
        with self._store.read() as tx:
            today = self._profile.local_day(self._clock())
            rows = tx.find(ArticleFlag, article_key=key, version_id=version_id)
            ids = {row.id for row in rows if self._profile.local_day(row.at) == today}
            if not ids:
                return ()  # what editors decided of all the queues need not be read
            standing = Causes(tx, self._profile, self._clock()).flags(key).get(key, [])
        said = {row.reason for row in standing if row.id in ids}
        return tuple(reason for reason in FlagReason if reason in said)

    # -- what waits ----------------------------------------------------------------------

    def all(self) -> dict[Queue, list[Item]]:
        """The open items of every queue, the most needed first."""
        with self._store.read() as tx:
            causes = Causes(tx, self._profile, self._clock())
            return {queue: causes.items(queue) for queue in Queue}

    def items(self, queue: Queue) -> list[Item]:
        """The open items of one queue, the most needed first."""
        with self._store.read() as tx:
            return Causes(tx, self._profile, self._clock()).items(queue)

    def waiting(self, actor: Actor) -> int:
        """How many open items are this person's."""
        return sum(item.owner == actor.staff_id for items in self.all().values() for item in items)

    def queries(self, item: Item) -> list[tuple[datetime, str]]:
        """When somebody looked for the words of an item, and how they were typed; newest first."""
        with self._store.read() as tx:
            causes, words = Causes(tx, self._profile, self._clock()), normal_words(item.title)
            asked = causes.asked().get(words, [])
            rows = causes.queries({words: asked}).get(words, [])
        return [(row.at, row.query or "") for row in reversed(rows)]

    def cases(self, actor: Actor, key: str) -> list[Case]:
        """The open flags of an article with their calls, the newest first.

        Of a call with a secret or an anonymous matter nothing is shown but its time, and to
        leads the ticket's number.
        """
        with self._store.read() as tx:
            flags = Causes(tx, self._profile, self._clock()).flags(key).get(key, [])
            hidden = hidden_calls(tx, self._profile, calls_of(flags))
            calls = {call.id: call for call in tx.many(Call, calls_of(flags))}
            return [
                _case(tx, flag, calls.get(flag.call_id) if flag.call_id else None,
                      hidden=flag.call_id in hidden, sees=actor.may(Role.LEAD))
                for flag in reversed(flags)
            ]  # fmt: skip

    # -- working off ---------------------------------------------------------------------

    def assign(
        self, actor: Actor, queue: Queue, subject: str, owner: UUID | None, due: date | None
    ) -> QueueStep:
        """Whose an item is, and until which local day. UserError: not theirs to do, a past day."""
        if due is not None and due < self._profile.local_day(self._clock()):
            raise UserError("{day} is over.", day=due)
        self._may(actor)
        return self._step(actor, queue, subject, QueueAction.ASSIGNED, owner, due)

    def done(self, actor: Actor, queue: Queue, subject: str, note: str = "") -> QueueStep:
        """The item is dealt with until its cause comes back. UserError: not theirs to do."""
        self._may(actor)
        return self._step(actor, queue, subject, QueueAction.DONE, note=note)

    def reopen(self, actor: Actor, item: Item) -> QueueStep:
        """Takes the last `done` back; owner and day are as they were in the item."""
        self._may(actor)
        action = QueueAction.REOPENED
        return self._step(actor, item.queue, item.subject, action, item.owner, item.due)

    def confirm(
        self, actor: Actor, key: str, why: str, numbers: Collection[str] | None = None
    ) -> int:
        """These numbers of a contact (None: all) were confirmed today: a new version.

        How many days were changed; with none there is no new version. UserError: not theirs to
        do, no such article.
        """
        today = self._profile.local_day(self._clock())

        def confirmed(article: Article) -> Article:
            phones = tuple(
                replace(one, confirmed_on=today)
                if numbers is None or one.number in numbers
                else one
                for one in article.phones
            )
            return replace(article, phones=phones)

        before, after = self._change(actor, key, why, confirmed)
        return sum(a != b for a, b in zip(before.phones, after.phones, strict=True))

    def reviewed(self, actor: Actor, key: str, why: str, next_day: date) -> None:
        """An article was looked at and is right: a new version with the day of its next review.

        UserError: not theirs to do, no such article, a day that is not to come.
        """
        if next_day <= self._profile.local_day(self._clock()):
            raise UserError("The next review must be on a day to come.")
        self._change(actor, key, why, lambda article: replace(article, review_by=next_day))

    def _change(
        self, actor: Actor, key: str, why: str, changed: Callable[[Article], Article]
    ) -> tuple[Article, Article]:
        """Stores an article as changed, if that changes anything; before and after."""
        self._may(actor)
        with self._store.write() as tx:
            heads = [head for head in tx.article_heads([key]) if not head.withdrawn]
            row = tx.get(ArticleVersion, heads[0].version_id) if heads else None
            if row is None:
                raise UserError("There is no article {key}.", key=key)
            before = article_of(row)
            after = changed(before)
            if after != before:
                tx.add(self._next(actor, after, row, why))
        return before, after

    def _next(
        self, actor: Actor, article: Article, row: ArticleVersion, why: str
    ) -> ArticleVersion:
        key, at = self._new_id(), self._clock()
        return next_version(article, row, key=key, at=at, actor=actor.staff_id, change=Change(why))

    def _may(self, actor: Actor) -> None:
        if not actor.may(Role.EDITOR, Role.LEAD):
            raise UserError("Editors and leads work the queues off.")

    def _step(
        self,
        actor: Actor,
        queue: Queue,
        subject: str,
        action: QueueAction,
        owner: UUID | None = None,
        due: date | None = None,
        note: str = "",
    ) -> QueueStep:
        row = QueueStep(
            id=self._new_id(),
            at=self._clock(),
            actor=actor.staff_id,
            queue=queue,
            subject=subject,
            action=action,
            owner=owner,
            due=due,
            note=note.strip() or None,
        )
        with self._store.write() as tx:
            tx.add(row)
        return row


def _case(tx: Reader, flag: ArticleFlag, call: Call | None, *, hidden: bool, sees: bool) -> Case:
    matters = tx.matters([call.id]) if call else []
    matter = next((one for one in matters if one.id == flag.matter_id), None)
    number = next((one.ticket for one in matters if one.ticket), None)
    if matter is not None and matter.ticket:
        number = matter.ticket
    return Case(
        flag_id=flag.id,
        at=flag.at,
        by=flag.actor,
        reason=flag.reason,
        version_id=flag.version_id,
        note=None if hidden else flag.note,
        call_id=call.id if call else None,
        started_at=call.started_at if call else None,
        ticket=number if sees or not hidden else None,
        summary=matter.summary if matter and not hidden else None,
        hidden=hidden,
    )
