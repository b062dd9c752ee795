"""The call in hand: record, readback and seal."""

from __future__ import annotations

from dataclasses import replace

from operator_desk.domain import call_flow, readback, record
from operator_desk.domain.draft import ReadbackDraft, SealDraft
from operator_desk.domain.phase import Phase
from operator_desk.domain.terms import Answer, Entry, Mark, Mode, Scope
from operator_desk.ui.call.held import HeldCall
from operator_desk.ui.call.writes import What

_SCOPES = (Scope.GIST, Scope.WHOLE, Scope.CHANGED)


class ReadingDesk(HeldCall):
    """Every key of record and readback ends in one method here."""

    scope = Scope.GIST
    mode = Mode.MANUAL  # who reads from the next readback on
    read_by: Mode | None = None  # who reads the item in hand; None: who began the readback

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

    # -- the readback --------------------------------------------------------------------

    @property
    def _run(self) -> ReadbackDraft | None:
        """The readback that goes on in the middle column."""
        return self.matter.readback if self.matter and self.phase is Phase.READBACK else None

    def begin_readback(self) -> bool:
        """Starts a readback, or goes on with the one that was left; False: nothing to read.

        A second one covers what changed or was not read.
        """
        if self.draft is None or not self.running or self.draft.entry is Entry.AFTER_CALL:
            return False
        matter = self.draft.matter
        if readback.interrupted(matter):
            matter = readback.at_item(matter, readback.first_open(matter))
            self._set(replace(self.draft.with_matter(matter), phase=Phase.READBACK))
            return True
        return self._begin(Scope.CHANGED if matter.readbacks else self.scope)

    def _begin(self, scope: Scope) -> bool:
        if self.draft is None:
            return False
        matter = readback.begun(self.draft.matter, scope, self._stamp(), self.mode)
        if not matter.readbacks[-1].items:
            return False
        self._set(replace(self.draft.with_matter(matter), phase=Phase.READBACK))
        self._save()
        return True

    def cycle_scope(self) -> Scope:
        """The next scope; a running readback goes on with it, answers given stay."""
        now = self._run.scope if self._run else self.scope
        self.scope = _SCOPES[(_SCOPES.index(now) + 1) % len(_SCOPES)]
        if self._run:
            self._begin(self.scope)
        return self.scope

    def answer(self, answer: Answer, reason: str | None = None) -> None:
        """The caller's answer to the item being read."""
        if self._run and self.matter and readback.current(self.matter) is not None:
            stamp, by = self._stamp(), self.read_by
            self._set_matter(readback.answered(self.matter, answer, stamp, reason, by))
            self._save()

    def type_correction(self, typed: str | None) -> None:
        """The new wording as far as it is typed, None without one; on disk within a second."""
        if self._run and self.matter and self._run.typed != typed:
            self._set_matter(readback.correcting(self.matter, typed), soon=True)

    def correct(self, words: str) -> None:
        """A new wording for the item being read; it is read again."""
        if self._run and self.matter and readback.current(self.matter) and words.strip():
            stamp, by = self._stamp(), self.read_by
            self._set_matter(readback.corrected(self.matter, words, stamp, read_by=by))
            self._save()

    def move(self, step: int) -> None:
        """The item before or after."""
        if self._run and self.matter:
            self._set_matter(readback.moved(self.matter, step))

    def go_to_item(self, place: int) -> None:
        """The item at a place (from 0)."""
        if self._run and self.matter:
            self._set_matter(readback.at_item(self.matter, place))

    def seal(self) -> None:
        """Seals the record now, whatever was answered."""
        if self.draft is None:
            return
        self._set(call_flow.ready_to_register(self.draft, self._stamp()))
        draft, matter_id = self.draft, self.draft.matter.id

        def done(seal: SealDraft | None) -> None:
            if self.draft is not None and self.draft.call_id == draft.call_id:
                self._set(call_flow.with_seal(self.draft, matter_id, seal))
            self.sealed.emit(seal)

        records = self._services.records
        self._write(
            draft, What.SEAL, lambda: records.seal(draft, matter_id), done, matter=matter_id
        )
