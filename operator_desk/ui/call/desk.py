"""The call in hand: every key of the call form ends in one method here; no widget in sight.

The desk holds the draft, keeps it in the journal after each change, stores what is frozen
through the write lane, and tells the page that something has changed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal

from operator_desk.domain import call_flow, readback, record
from operator_desk.domain.draft import Draft, MatterDraft, SealDraft, Stamp
from operator_desk.domain.phase import Phase
from operator_desk.domain.state import to_state
from operator_desk.domain.terms import (
    Answer,
    Direction,
    Entry,
    Mark,
    MatterKind,
    Outcome,
    Purpose,
    Scope,
    Seat,
)
from operator_desk.lanes import Lanes
from operator_desk.services.calls import Calls, Ended
from operator_desk.services.people import Actor
from operator_desk.services.ports import Journal
from operator_desk.services.records import Records
from operator_desk.services.seats import Seats
from operator_desk.services.tickets import Registered, Tickets

JOURNAL_DELAY_MS = 250
_SCOPES = (Scope.GIST, Scope.WHOLE, Scope.CHANGED)


@dataclass(frozen=True, slots=True)
class CallServices:
    """What the call in hand needs."""

    calls: Calls
    records: Records
    tickets: Tickets
    seats: Seats
    journal: Journal


class CallDesk(QObject):
    """Holds the running call; see the module's first lines."""

    changed = Signal()  # anything of the draft but the text of the record
    matter_switched = Signal()
    ticket_made = Signal(object)
    sealed = Signal(object)
    call_ended = Signal()
    counted = Signal()  # the counter and lists have something new
    failed = Signal(object)
    saved_at = Signal(object)  # the instant of the last successful journal write

    def __init__(self, services: CallServices, lanes: Lanes, actor: Actor) -> None:
        super().__init__()
        self._services, self._lanes, self._actor = services, lanes, actor
        self.draft: Draft | None = None
        self.scope = Scope.GIST
        self._chosen: Outcome | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(JOURNAL_DELAY_MS)
        self._timer.timeout.connect(self._write_journal)

    # -- state ---------------------------------------------------------------------------

    @property
    def phase(self) -> Phase:
        """The phase of the call in hand; NO_CALL without one."""
        return self.draft.phase if self.draft else Phase.NO_CALL

    @property
    def matter(self) -> MatterDraft | None:
        """The matter in hand."""
        return self.draft.matter if self.draft else None

    @property
    def outcome(self) -> Outcome | None:
        """The outcome that stands: chosen, else the proposal."""
        if self.draft is None:
            return None
        return self._chosen or call_flow.proposed_outcome(self.draft)

    def _stamp(self) -> Stamp:
        return self._services.calls.stamp()

    def _set(self, draft: Draft, *, soon: bool = False) -> None:
        self.draft = draft
        if soon:
            if not self._timer.isActive():
                self._timer.start()
            return
        self._write_journal()
        self.changed.emit()

    def _set_matter(self, matter: MatterDraft, *, soon: bool = False) -> None:
        if self.draft is not None:
            self._set(self.draft.with_matter(matter), soon=soon)

    def write_now(self) -> None:
        """Gives the journal what it lacks at once (the window closes)."""
        self._write_journal()

    def _write_journal(self) -> None:
        self._timer.stop()
        draft, journal = self.draft, self._services.journal
        if draft is None:
            return

        def save() -> datetime:
            journal.save(draft.call_id, to_state(draft))
            return self._services.calls.stamp().at

        self._lanes.journal.submit(save, self.saved_at.emit, self.failed.emit)

    def _write(self, work: Callable[[], object], done: Callable[..., None] | None = None) -> None:
        self._lanes.write.submit(work, done or (lambda _result: None), self.failed.emit)

    def _save(self) -> None:
        draft = self.draft
        if draft is not None:
            self._write(lambda: self._services.records.save(draft))

    # -- the call ------------------------------------------------------------------------

    def start(
        self,
        number: str = "",
        *,
        direction: Direction = Direction.IN,
        entry: Entry = Entry.LIVE,
        purpose: Purpose = Purpose.NONE,
        started_at: datetime | None = None,
    ) -> None:
        """An empty form for a new call; the call before is closed."""
        self.close_call()
        draft = self._services.calls.begin(
            self._actor,
            number=number,
            direction=direction,
            entry=entry,
            purpose=purpose,
            started_at=started_at,
        )
        self._chosen = None
        self._set(draft)
        self._write(lambda: self._services.calls.open(draft))
        self.seat(Seat.TALKING, call_id=draft.call_id)
        self.matter_switched.emit()

    def resume(self, draft: Draft) -> None:
        """Goes on with a call that was recovered from the journal."""
        self._chosen = draft.ends[-1].outcome if draft.ends else None
        self._set(draft)
        self.seat(Seat.AFTER_CALL if draft.ended_at else Seat.TALKING, call_id=draft.call_id)
        self.matter_switched.emit()

    def seat(self, state: Seat, reason: str | None = None, call_id: UUID | None = None) -> None:
        """Stores a change of the seat's state."""
        actor, seats = self._actor, self._services.seats
        self._write(lambda: seats.change(actor, state, reason, call_id))

    def set_caller(self, *, number: str | None = None, name: str | None = None) -> None:
        """Number or name of the caller as typed."""
        if self.draft is None:
            return
        draft = self.draft
        self._set(
            replace(
                draft,
                number=draft.number if number is None else number,
                name=draft.name if name is None else name,
            ),
            soon=True,
        )

    def next_matter(self) -> None:
        """Another matter of the same caller."""
        if self.draft is not None and self.draft.phase is not Phase.AFTER_CALL:
            self._set(call_flow.next_matter(self.draft, self._stamp()))
            self.matter_switched.emit()

    def switch_matter(self, place: int) -> None:
        """The matter at a place (from 0) in hand."""
        if self.draft is not None and 0 <= place < len(self.draft.matters):
            self._set(replace(self.draft, current=place, cursor=0))
            self.matter_switched.emit()

    # -- the record ----------------------------------------------------------------------

    def edit_record(self, paragraphs: list[str], cursor: int) -> None:
        """The text box as it stands now; on disk within a second."""
        if self.draft is None:
            return
        matter = record.edited(self.draft.matter, paragraphs, self._stamp())
        self._set(replace(self.draft.with_matter(matter), cursor=cursor), soon=True)

    def cycle_mark(self, place: int) -> Mark | None:
        """The next mark for the statement at a place (from 0) of the record."""
        lines = record.visible(self.matter) if self.matter else ()
        if self.matter is None or not 0 <= place < len(lines):
            return None
        mark = record.next_mark(lines[place].mark)
        self._set_matter(record.marked(self.matter, lines[place].id, mark))
        return mark

    def set_kind(self, kind: MatterKind) -> None:
        """The kind of the matter."""
        if self.matter is not None:
            self._set_matter(replace(self.matter, kind=kind))

    def set_category(self, code: str | None, text: str | None = None) -> None:
        """The category of the matter by its code (or words that no category has)."""
        if self.matter is not None:
            self._set_matter(replace(self.matter, category=code, category_text=text))

    def set_summary(self, text: str) -> None:
        """The operator's summary."""
        if self.matter is not None:
            self._set_matter(replace(self.matter, summary=text.strip()), soon=True)

    def set_element(self, code: str, answer: str) -> None:
        """What the caller said to one element of the checklist; "" takes it out."""
        if self.matter is None:
            return
        kept = tuple(pair for pair in self.matter.elements if pair[0] != code)
        added = ((code, answer.strip()),) if answer.strip() else ()
        self._set_matter(replace(self.matter, elements=kept + added))

    def set_strip(self, **values: object) -> None:
        """Fields of the registration strip."""
        if self.matter is not None:
            strip = replace(self.matter.strip, **values)  # type: ignore[arg-type]
            self._set_matter(replace(self.matter, strip=strip), soon=True)

    def toggle_told(self, key: str, version_id: UUID, title: str) -> None:
        """Marks an article told in this version, or takes that back."""
        if self.draft is not None:
            self._set(call_flow.told(self.draft, key, version_id, title, self._stamp()))
            if self.draft.ends:
                self._end_again()

    # -- the readback --------------------------------------------------------------------

    def begin_readback(self) -> None:
        """Starts a readback; a second one covers what changed or was not read."""
        if self.draft is None or self.draft.phase is Phase.AFTER_CALL:
            return
        matter = self.draft.matter
        scope = Scope.CHANGED if matter.readbacks and readback.finished(matter) else self.scope
        self._begin(scope)

    def _begin(self, scope: Scope) -> None:
        if self.draft is None:
            return
        matter = readback.begun(self.draft.matter, scope, self._stamp())
        self._set(replace(self.draft.with_matter(matter), phase=Phase.READBACK))
        self._save()

    def cycle_scope(self) -> Scope:
        """The next scope; a running readback goes on with it, answers given stay."""
        now = self.matter.readback.scope if self._reading and self.matter else self.scope  # type: ignore[union-attr]
        self.scope = _SCOPES[(_SCOPES.index(now) + 1) % len(_SCOPES)]
        if self._reading:
            self._begin(self.scope)
        return self.scope

    @property
    def _reading(self) -> bool:
        return self.phase is Phase.READBACK and bool(self.matter and self.matter.readback)

    def answer(self, answer: Answer, reason: str | None = None) -> None:
        """The caller's answer to the item being read."""
        if self._reading and self.matter and readback.current(self.matter) is not None:
            self._set_matter(readback.answered(self.matter, answer, self._stamp(), reason))
            self._save()

    def correct(self, words: str) -> None:
        """A new wording for the item being read; it is read again."""
        if self._reading and self.matter and readback.current(self.matter) and words.strip():
            self._set_matter(readback.corrected(self.matter, words, self._stamp()))
            self._save()

    def move(self, step: int) -> None:
        """The item before or after."""
        if self._reading and self.matter:
            self._set_matter(readback.moved(self.matter, step))

    def go_to_item(self, place: int) -> None:
        """The item at a place (from 0)."""
        if self._reading and self.matter:
            self._set_matter(readback.at_item(self.matter, place))

    def seal(self) -> None:
        """Seals the record now, whatever was answered."""
        if self.draft is None:
            return
        self.draft = call_flow.ready_to_register(self.draft, self._stamp())
        draft, matter_id = self.draft, self.draft.matter.id
        self._set(draft)

        def done(seal: SealDraft | None) -> None:
            if self.draft is not None and self.draft.call_id == draft.call_id:
                self._set(call_flow.with_seal(self.draft, matter_id, seal))
            self.sealed.emit(seal)

        self._write(lambda: self._services.records.seal(draft, matter_id), done)

    # -- phases, registration ------------------------------------------------------------

    def show_phase(self, phase: Phase) -> None:
        """Another phase of the middle column; an ended call stays after-call work."""
        if self.draft is None or self.draft.phase is phase:
            return
        if self.draft.ended_at is not None and phase is Phase.LISTENING:
            phase = Phase.AFTER_CALL
        self._set(replace(self.draft, phase=phase))

    def register(self) -> None:
        """Registers the ticket of the matter in hand; `ticket_made` or `failed` follows."""
        if self.draft is None or self.draft.matter.ticket is not None:
            return
        self._set(call_flow.ready_to_register(self.draft, self._stamp()))
        draft, matter_id = self.draft, self.draft.matter.id

        def done(registered: Registered) -> None:
            if self.draft is None or self.draft.call_id != draft.call_id:
                return
            after = call_flow.with_ticket(self.draft, matter_id, registered.ticket, registered.seal)
            phase = Phase.AFTER_CALL if after.ended_at else Phase.LISTENING
            self._set(replace(after, phase=phase))
            if after.ends:
                self._end_again()
            self.ticket_made.emit(registered.ticket)
            self.counted.emit()

        self._write(lambda: self._services.tickets.register(draft, matter_id), done)

    # -- the end -------------------------------------------------------------------------

    def end_call(self, outcome: Outcome | None = None) -> None:
        """The call is over; the outcome stands preselected until `choose_outcome`."""
        if self.draft is None or self.draft.ended_at is not None:
            return
        self._chosen = outcome
        stamp = self._stamp()
        self._set(call_flow.hung_up(self.draft, stamp.at, stamp))
        self.seat(Seat.AFTER_CALL, call_id=self.draft.call_id)
        self._end_again()
        self.call_ended.emit()

    def choose_outcome(self, outcome: Outcome, guided_to: str = "") -> None:
        """Another outcome than the one preselected."""
        if self.draft is not None and self.draft.ended_at is not None:
            self._chosen = outcome
            self._set(replace(self.draft, guided_to=guided_to))
            self._end_again()

    def _end_again(self) -> None:
        draft, chosen = self.draft, self._chosen
        if draft is None:
            return

        def done(ended: Ended) -> None:
            if self.draft is not None and self.draft.call_id == draft.call_id:
                self._set(call_flow.with_end(self.draft, ended.end, ended.seals))
            self.counted.emit()

        self._write(lambda: self._services.calls.end(draft, chosen), done)

    def close_call(self) -> None:
        """The after-call work is over: what was added since is stored, the journal is dropped."""
        if self.draft is None or self.draft.ended_at is None:
            return
        self._timer.stop()
        stamp = self._stamp()
        draft, chosen = call_flow.hung_up(self.draft, self.draft.ended_at, stamp), self._chosen
        services = self._services

        def close() -> None:
            services.calls.end(draft, chosen)
            services.calls.close(draft, stamp.at)

        def dropped(_result: object) -> None:
            self._lanes.journal.submit(
                lambda: services.journal.drop(draft.call_id), lambda _: None, self.failed.emit
            )
            self.counted.emit()

        self._write(close, dropped)
        self.draft, self._chosen = None, None
        self.seat(Seat.READY)
        self.changed.emit()
        self.matter_switched.emit()
