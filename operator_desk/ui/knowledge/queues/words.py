"""The words of the queues: their names, what an empty one says, what can be done with an item."""

from __future__ import annotations

from dataclasses import dataclass

from operator_desk.domain.knowledge_terms import Queue
from operator_desk.domain.profile import Profile
from operator_desk.domain.queues import Item
from operator_desk.ui import names
from operator_desk.ui.kit.words import later, tr

_QUEUES = {
    Queue.MISS: later("No hit"),
    Queue.FLAG: later("Flagged"),
    Queue.REVIEW: later("Review overdue"),
    Queue.CONTACT: later("Numbers to confirm"),
    Queue.SUCCESSOR: later("Nothing in force instead"),
}
_EMPTY = {
    Queue.MISS: later("Done: every search of the last 90 days found something or was dealt with."),
    Queue.FLAG: later("Done: no article is flagged."),
    Queue.REVIEW: later("Done: every article was reviewed in time."),
    Queue.CONTACT: later("Done: every number was confirmed lately."),
    Queue.SUCCESSOR: later("Done: every repealed article leads to what is in force."),
}
_ARTICLES = frozenset(Queue) - {Queue.MISS}


@dataclass(frozen=True, slots=True)
class Act:
    """What can be done with an item: its name, words, key, picture, in which queues."""

    name: str
    words: str
    key: str
    picture: str = ""
    queues: frozenset[Queue] = frozenset(Queue)


ACTS = (
    Act("confirm", later("Confirmed today…"), "C", "check", frozenset({Queue.CONTACT})),
    Act("review", later("Reviewed…"), "R", "calendar", frozenset({Queue.REVIEW})),
    Act("write", later("New article…"), "N", "plus", frozenset({Queue.MISS})),
    Act("edit", later("Edit the article"), "E", "edit", _ARTICLES),
    Act("assign", later("Assign…"), "A", "person"),
    Act("finish", later("Done…"), "D", "valid"),
)


def acts_of(queue: Queue) -> tuple[Act, ...]:
    """What can be done with an item of a queue, the most likely first."""
    return tuple(act for act in ACTS if queue in act.queues)


def queue_word(queue: Queue) -> str:
    """The name of a queue."""
    return tr(_QUEUES[queue])


def empty_words(queue: Queue) -> str:
    """What a queue says when nothing is left in it."""
    return tr(_EMPTY[queue])


def how_often(item: Item, profile: Profile) -> str:
    """How often and when the cause of an item was there."""
    first, last = (names.local(profile, at, "%Y-%m-%d") for at in (item.since, item.last))
    if item.queue is Queue.MISS:
        words = tr("Looked for {n} times, in {calls} calls", n=item.count, calls=item.calls)
        return tr("{words} · first {first}, last {last}", words=words, first=first, last=last)
    if item.queue is Queue.FLAG:
        said = (f"{names.flag_word(reason)} {count}" for reason, count in item.reasons)
        words = tr("Flagged {n} times, in {calls} calls", n=item.count, calls=item.calls)
        return " · ".join((words, *said))
    if item.queue is Queue.REVIEW:
        return tr("It should have been reviewed by {day}.", day=item.detail)
    if item.queue is Queue.CONTACT:
        since = item.detail or tr("never")
        return tr("{n} numbers to confirm; last confirmed: {day}", n=item.count, day=since)
    if item.detail:
        return tr("Repealed. {name} should be in force instead, but is not here.", name=item.detail)
    return tr("Repealed, and nothing says what is in force instead.")
