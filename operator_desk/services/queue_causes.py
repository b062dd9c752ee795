"""What stands in the queues now: causes, and what editors have decided of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from operator_desk.domain.facts import ArticleFlag, QueueStep, SearchMiss
from operator_desk.domain.knowledge_terms import FlagReason, Queue
from operator_desk.domain.profile import Profile
from operator_desk.domain.queues import Item, State, normal_words, state_of
from operator_desk.services import article_causes
from operator_desk.services.article_causes import Cause
from operator_desk.services.hidden import hidden_calls
from operator_desk.services.ports import Reader

MISS_DAYS = 90  # what nobody has looked for since then is forgotten
_OF_ARTICLES = {
    Queue.REVIEW: article_causes.reviews,
    Queue.CONTACT: article_causes.contacts,
    Queue.SUCCESSOR: article_causes.successors,
}


class Causes:
    """The open items of a store at an instant; made for one reading."""

    def __init__(self, tx: Reader, profile: Profile, now: datetime) -> None:
        self._tx, self._profile, self._now = tx, profile, now
        self._steps: dict[Queue, dict[str, list[QueueStep]]] = {queue: {} for queue in Queue}
        for step in tx.find(QueueStep):
            self._steps[step.queue].setdefault(step.subject, []).append(step)

    def items(self, queue: Queue) -> list[Item]:
        """The open items of a queue, the most needed first."""
        if queue is Queue.MISS:
            return self._misses()
        if queue is Queue.FLAG:
            return self._flags()
        causes = _OF_ARTICLES[queue](self._tx, self._profile, self._profile.local_day(self._now))
        items = (self._of_article(queue, cause) for cause in causes)
        return [item for item in items if item is not None]

    def _state(self, queue: Queue, subject: str) -> State:
        return state_of(self._steps[queue].get(subject, []))

    # -- queries without a hit -----------------------------------------------------------

    def queries(self, groups: Mapping[str, Sequence[SearchMiss]]) -> dict[str, list[SearchMiss]]:
        """Those of these groups of queries that nobody has dealt with yet and may be shown."""
        states = self._states_of_words(groups)
        standing = {
            words: [row for row in rows if states[words].open(row.at)]
            for words, rows in groups.items()
        }
        calls = {row.call_id for rows in standing.values() for row in rows if row.call_id}
        hidden = hidden_calls(self._tx, self._profile, calls)
        shown = {
            words: [row for row in rows if row.call_id not in hidden]
            for words, rows in standing.items()
        }
        return {words: rows for words, rows in shown.items() if rows}

    def asked(self) -> dict[str, list[SearchMiss]]:
        """All queries of the last 90 days by their normal words, the oldest first."""
        groups: dict[str, list[SearchMiss]] = {}
        for row in self._tx.since(SearchMiss, self._now - timedelta(days=MISS_DAYS)):
            if words := normal_words(row.query or ""):  # none of an erased one
                groups.setdefault(words, []).append(row)
        return groups

    def _states_of_words(self, groups: Mapping[str, Sequence[SearchMiss]]) -> dict[str, State]:
        """Where each group stands: a step names one query of it, perhaps one before that time."""
        words = {str(row.id): name for name, rows in groups.items() for row in rows}
        steps = self._steps[Queue.MISS]
        for row in self._tx.many(SearchMiss, [UUID(one) for one in steps if one not in words]):
            words[str(row.id)] = normal_words(row.query or "")
        found: dict[str, list[QueueStep]] = {name: [] for name in groups}
        for subject, own in steps.items():
            found.setdefault(words.get(subject, ""), []).extend(own)
        return {name: state_of(sorted(own, key=_order)) for name, own in found.items()}

    def _misses(self) -> list[Item]:
        groups = self.asked()
        shown, states = self.queries(groups), self._states_of_words(groups)
        found = [
            _item(
                Queue.MISS,
                str(groups[words][0].id),  # the first of all, whatever of it may be shown
                rows[-1].query or "",
                rows,
                states[words],
            )
            for words, rows in shown.items()
        ]
        return sorted(found, key=lambda item: (-item.count, -item.last.timestamp()))

    # -- flags ---------------------------------------------------------------------------

    def flags(self, key: str | None = None) -> dict[str, list[ArticleFlag]]:
        """The open flags by article (or of one), the oldest first; none that was taken back."""
        groups: dict[str, list[ArticleFlag]] = {}
        for row in self._tx.find(ArticleFlag, **({"article_key": key} if key else {})):
            taken_back = self._state(Queue.FLAG, str(row.id)).done_at is not None
            if not taken_back and self._state(Queue.FLAG, row.article_key).open(row.at):
                groups.setdefault(row.article_key, []).append(row)
        return groups

    def _flags(self) -> list[Item]:
        groups = self.flags()
        found = []
        for head in self._tx.article_heads(groups):
            if not head.withdrawn:
                rows = groups[head.key]
                said = Counter(row.reason for row in rows)
                reasons = tuple((reason, said[reason]) for reason in FlagReason if said[reason])
                state = self._state(Queue.FLAG, head.key)
                found.append(_item(Queue.FLAG, head.key, head.title, rows, state, reasons))
        return sorted(found, key=lambda item: (-item.count, item.since))

    # -- articles ------------------------------------------------------------------------

    def _of_article(self, queue: Queue, cause: Cause) -> Item | None:
        """The item of an article, None when it is done.

        What was done holds for the version that was there: another version that still has the
        fault is an item again.
        """
        head, state = cause.head, self._state(queue, cause.head.key)
        known = [one for one in (cause.began, head.changed_at) if one]
        if known and not state.open(max(known)):
            return None
        return Item(
            queue=queue,
            subject=head.key,
            key=head.key,
            title=head.title,
            since=cause.began or head.changed_at or self._now,
            last=max(known, default=self._now),
            count=cause.count,
            detail=cause.detail,
            owner=state.owner,
            due=state.due,
            again=state.done_at is not None,
        )


def _item(
    queue: Queue,
    subject: str,
    title: str,
    rows: Sequence[SearchMiss] | Sequence[ArticleFlag],
    state: State,
    reasons: tuple[tuple[FlagReason, int], ...] = (),
) -> Item:
    return Item(
        queue=queue,
        subject=subject,
        key=subject if queue is Queue.FLAG else "",
        title=title,
        since=rows[0].at,
        last=rows[-1].at,
        count=len(rows),
        calls=len({row.call_id for row in rows if row.call_id}),
        reasons=reasons,
        owner=state.owner,
        due=state.due,
        again=state.done_at is not None,
    )


def _order(step: QueueStep) -> tuple[datetime, UUID]:
    return step.at, step.id


def calls_of(rows: Iterable[ArticleFlag]) -> set[UUID]:
    """The calls that flags came up in."""
    return {row.call_id for row in rows if row.call_id}
