"""Calls that were not finished when the program ended: go on with them, or close them."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from operator_desk.domain.draft import Draft
from operator_desk.domain.errors import UserError
from operator_desk.domain.numbers import masked
from operator_desk.domain.state import DAMAGED, from_state
from operator_desk.services.people import Actor
from operator_desk.ui import names
from operator_desk.ui.call.desk import CallDesk
from operator_desk.ui.kit.words import tr
from operator_desk.ui.parts import Parts
from operator_desk.ui.questions import Question, QuestionBar, Reply

NAME = "recovery"


@dataclass(frozen=True, slots=True)
class Unfinished:
    """Calls of the journal with what the store acknowledged; how many were damaged on the disk.

    `stored` are calls that the store has taken over and the journal could not let go of;
    `staff` the names of who took the calls.
    """

    drafts: tuple[Draft, ...]
    damaged: int = 0
    unreadable: int = 0
    stored: tuple[UUID, ...] = ()
    staff: tuple[tuple[UUID, str], ...] = ()


def read_unfinished(parts: Parts) -> Unfinished:
    """What the journal kept; a call that is damaged is read as far as it can be."""
    drafts: list[Draft] = []
    stored: list[UUID] = []
    damaged = unreadable = 0
    for state in parts.journal.unfinished():
        try:
            draft = from_state(Draft, state)
            if parts.calls.is_closed(draft):
                stored.append(draft.call_id)
            else:
                drafts.append(parts.calls.reconciled(draft))
                damaged += DAMAGED in state
        except (ValueError, LookupError, TypeError):
            unreadable += 1
    staff = tuple(parts.people.names().items()) if drafts else ()
    return Unfinished(tuple(drafts), damaged, unreadable, tuple(stored), staff)


class Recovery(QObject):
    """Offers each unfinished call once, in the strip of questions."""

    resumed = Signal()
    failed = Signal(object)

    def __init__(self, parts: Parts, actor: Actor, desk: CallDesk, bar: QuestionBar) -> None:
        super().__init__()
        self._parts, self._actor, self._desk, self._bar = parts, actor, desk, bar
        self._waiting: list[Draft] = []
        desk.taken_up.connect(self._taken_up)
        self._staff: dict[UUID, str] = {}

    def look(self) -> None:
        """Reads the journal and offers what it finds."""
        parts = self._parts
        parts.lanes.read.submit(lambda: read_unfinished(parts), self._found, self.failed.emit)

    def _found(self, found: Unfinished) -> None:
        # A call that was taken while the journal was read is no unfinished one.
        in_hand = self._desk.draft.call_id if self._desk.draft else None
        left = [draft for draft in found.drafts if draft.call_id != in_hand]
        self._waiting = [draft for draft in left if not draft.practice]
        for draft in left:
            if draft.practice:  # its caller is gone, and nothing of it is missing to anybody
                self._desk.close_recovered(draft)
        self._staff = dict(found.staff)
        for call_id in found.stored:
            self._desk.keeper.drop(call_id)
        if found.damaged:
            text = "{n} saved calls were damaged: what can be read is here, the files are kept."
            self.failed.emit(UserError(text, n=found.damaged))
        if found.unreadable:
            text = "{n} saved calls cannot be read by this version; their files are kept."
            self.failed.emit(UserError(text, n=found.unreadable))
        self._offer()

    def _taken_up(self, call_id: UUID) -> None:
        self._waiting = [draft for draft in self._waiting if draft.call_id != call_id]
        self._offer()

    def _offer(self) -> None:
        self._desk.unfinished = {draft.call_id: draft for draft in self._waiting}
        if not self._waiting:
            self._bar.withdraw(NAME)
            return
        draft = self._waiting[0]
        close = Reply("2", tr("Close it as it is"), self._close)
        if draft.operator == self._actor.staff_id:
            replies = (Reply("1", tr("Go on with it"), self._go_on), close)
        else:
            replies = (close, Reply("3", tr("Leave it to its operator"), self._leave))
        self._bar.ask_below(Question(NAME, self._words(draft), replies, may_wait=False))
        if self._desk.draft is None:
            self._bar.setFocus()  # nobody types anything yet

    def _words(self, draft: Draft) -> str:
        began = names.local(self._parts.profile, draft.started_at, "%m-%d %H:%M:%S")
        count = sum(len(line.words) for matter in draft.matters for line in matter.lines)
        words = tr(
            "A call of {time}, number {number}, was not finished: {count} characters are kept.",
            time=began,
            number=masked(draft.number) or tr("withheld"),
            count=count,
        )
        if draft.operator != self._actor.staff_id:
            name = self._staff.get(draft.operator, "?")
            words = tr("{words} Taken by {name}.", words=words, name=name)
        return words

    def _go_on(self) -> None:
        if self._desk.running:
            self.failed.emit(UserError("End the call in hand first."))
        else:
            self._desk.resume(self._waiting.pop(0))
            self.resumed.emit()
        self._offer()

    def _close(self) -> None:
        self._desk.close_recovered(self._waiting.pop(0))
        self._offer()

    def _leave(self) -> None:
        self._waiting.pop(0)
        self._offer()
