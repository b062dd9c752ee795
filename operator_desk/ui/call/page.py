"""The call page: one method an action; their names stand in `ui/actions.py`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QWidget

from operator_desk.domain.call_flow import has_record
from operator_desk.domain.numbers import short_ticket_number
from operator_desk.domain.phase import Phase
from operator_desk.domain.terms import Answer, Direction, Entry, Purpose
from operator_desk.services.people import Actor
from operator_desk.speech.spoken import digit_by_digit
from operator_desk.ui import names
from operator_desk.ui.asking import purpose_question
from operator_desk.ui.call.basis import basis_line, with_line
from operator_desk.ui.call.practice_calls import PracticeCalls
from operator_desk.ui.call.said_number import number_to_say
from operator_desk.ui.kit.composing import flush_composition
from operator_desk.ui.kit.words import tr
from operator_desk.ui.parts import Parts


class CallPage(PracticeCalls):
    """What an operator works with during a call."""

    def __init__(self, parts: Parts, actor: Actor, parent: QWidget) -> None:
        super().__init__(parts, actor, parent)
        self._being_told = 0  # articles that are read to be marked told
        self._waiting: Callable[[], None] | None = None
        self._came_from: QWidget | None = None  # where the cursor was before the search
        turns = (
            self.middle.title.add_button(tr("Knowledge  F3"), self.search),
            self.knowledge.title.add_button(tr("Call  Ctrl+F2"), self.to_middle),
        )
        for turn in turns:
            turn.hide()
            self.columns.folded.connect(turn.setVisible)
        self.listening.left.connect(self.to_record)
        self.events.strip.left.connect(self.focus_work)
        self.events.strip.me_too_wanted.connect(self.me_too)
        self.strip.register_wanted.connect(self._register)
        self.strip.left.connect(self.to_record)
        self.after.line.confirmed.connect(self.close_call)
        self.knowledge.told_wanted.connect(self.tell)
        self.knowledge.basis_wanted.connect(self.take_basis)
        self.knowledge.left.connect(self._back_from_search)
        self.knowledge.view.flag_wanted.connect(self.flag)
        self.knowledge.flags.asked.connect(lambda: self.columns.bring(self.knowledge))
        self.knowledge.flags.left.connect(self._back_from_flag)

    def _leave(self) -> None:
        """Before the keys go elsewhere: nothing that is half typed gets lost."""
        flush_composition()
        self.readback.finish_correction()

    def answer_call(self) -> None:
        """Takes a call; who practises sees first what came of it."""
        self._leave()
        self._once_told(self.desk.close_call if self.desk.practises else self._take_call)

    def _take_call(self) -> None:
        self.desk.start()
        self.form.record.setFocus()

    def outgoing_call(self) -> None:
        """An outgoing call; a digit says what for."""
        self.question.emit(purpose_question(self._dial))

    def _dial(self, purpose: Purpose) -> None:
        self.desk.start(direction=Direction.OUT, purpose=purpose)
        self.form.number.setFocus()

    def after_call_entry(self) -> None:
        """Enters a call that was taken on paper."""
        self.desk.start(entry=Entry.AFTER_CALL)
        self.form.paper.began.setFocus()

    def to_record(self) -> None:
        """Back to the record; the cursor is where it was."""
        self._leave()
        self.desk.show_phase(Phase.LISTENING)
        self.form.record.setFocus()

    def next_matter(self) -> None:
        """Another matter of the same caller."""
        self._leave()
        self.desk.next_matter()
        self.form.record.setFocus()

    def other_matter(self) -> None:
        """The matter after the one in hand."""
        self._leave()
        self.desk.other_matter()

    def to_middle(self) -> None:
        """The keys into the middle column."""
        flush_composition()
        self.columns.bring(self.middle)
        self._focus_middle()

    def search(self) -> None:
        """The cursor into the search box."""
        self._search(0)

    def search_numbers(self) -> None:
        """The search box for numbers only."""
        self._search(3)

    def _search(self, place: int) -> None:
        flush_composition()
        field = self.focusWidget()
        if field is not None and not self.knowledge.isAncestorOf(field):
            self._came_from = field
        self.columns.bring(self.knowledge)
        self.knowledge.set_filter(place)
        self.knowledge.focus_search()

    def _back_from_search(self) -> None:
        self.columns.bring(self.middle)
        field, self._came_from = self._came_from, None
        if self.desk.draft is None:
            return
        if field is not None and field.isVisible() and field.isEnabled():
            field.setFocus()
        else:
            self.focus_work()

    def guide(self) -> None:
        """The line of another city: its initials, then Enter."""
        self._leave()
        self.desk.show_phase(Phase.LISTENING)
        self.columns.bring(self.middle)
        pane = self.after if self.desk.ended else self.listening
        pane.ask_guide()

    def listening_words(self) -> None:
        """Another sentence that keeps the caller talking; a scripted one goes on, or answers."""
        self.middle.show_sentence(self.phrases.next_of("listening"))
        self._let_go_on()

    def begin_readback(self) -> None:
        """Reads the record back, or goes on with it."""
        self._leave()
        self.caller.hush(True)  # before the voice reads: the two never speak at once
        self.readback.let_read(self._parts.settings.get("voice"))
        draft = self.desk.draft
        if draft is not None and draft.entry is Entry.AFTER_CALL:
            words = tr("An entry from paper has no caller to read back to.")
            self.notice.emit(words, "info")
        elif self.desk.begin_readback():
            self._go_on_below()
        else:
            self.notice.emit(tr("There is nothing to read back."), "info")
        self._follow()

    def confirm(self) -> None:
        """The caller confirms the item."""
        self.readback.confirm()

    def previous_item(self) -> None:
        """The item before."""
        self._leave()
        self.desk.move(-1)

    def cycle_scope(self) -> None:
        """The next scope of the readback."""
        self._leave()
        scope = self.desk.cycle_scope()
        self.knowledge.toasts.say(tr("Scope: {scope}", scope=names.scope_word(scope)), "info")

    def hold_voice(self) -> None:
        """The voice: pause, go on, the item again; switched on where the operator reads."""
        flush_composition()
        self.readback.hold_voice()

    def say_number(self) -> None:
        """The number that is shown, digit by digit: as a sentence, and by the voice."""
        flush_composition()
        number = number_to_say(self.knowledge, self.desk.matter, self._parts)
        if number:
            said = digit_by_digit(number, self._parts.profile.language)
            words = "\n".join((number, said))
            if self.middle.isVisible():
                self.middle.show_sentence(words)
            else:  # with little room the knowledge has its place
                self.knowledge.toasts.say(words, "info")
            self.readback.aloud.say_aside(said)
        else:
            self.notice.emit(tr("No number is shown that a caller may be told."), "info")

    def correct(self) -> None:
        """A new wording for the item."""
        self.readback.correct()

    def decline(self) -> None:
        """The caller declines; a digit gives the reason."""
        self._leave()
        self.readback.ask_reason(Answer.DECLINED)

    def not_read(self) -> None:
        """The item is not read; a digit gives the reason."""
        self._leave()
        self.readback.ask_reason(Answer.NOT_READ)

    def seal_now(self) -> None:
        """Seals the record as it stands."""
        self._leave()
        if self._has_times():
            self.desk.seal()
            self._go_on_below()

    def _go_on_below(self) -> None:
        """What is typed after the record was read or sealed is a new statement, no correction."""
        self.form.record.to_new_line()

    def cycle_mark(self) -> None:
        """The next mark for the statement at the cursor."""
        flush_composition()
        self.desk.cycle_mark(self.form.record.statement_at_cursor())

    def to_event(self) -> None:
        """The keys to the event card that fits the call: a digit says told, or me too."""
        self._leave()
        self.columns.bring(self.middle)
        if not self.events.strip.take_keys():
            self.notice.emit(tr("No event card fits this call."), "info")

    def me_too(self) -> None:
        """The caller reports the event whose card is shown: told, and a ticket at once."""
        self._leave()
        if self._has_times() and not self.events.doing(self.events.me_too):
            self.notice.emit(tr("No event card fits this call."), "info")

    def tell(self) -> None:
        """Marks told what has the keys, the open article, or the first hit; again takes back."""
        flush_composition()
        if self.events.strip.hasFocus():
            self.events.strip.tell()
            return
        shown, matter = self.knowledge.view.shown, self.desk.matter
        hit = None if shown is not None else self.knowledge.first_hit()
        if matter is None or (shown is None and hit is None):
            self.notice.emit(tr("No article is open and no hit is shown."), "info")
            return

        def tell(found: Any) -> None:
            article = found.article
            stands = self.desk.toggle_told(article.key, found.version_id, article.title, matter.id)
            words = tr("Taken back: {title}", title=article.title)
            if stands:
                words = tr("Told: {title}", title=article.title)
            elif stands is None:
                words = tr("Not marked as told, the call is closed: {title}", title=article.title)
            if stands:
                self.knowledge.toasts.say(words, "ok", tr("Undo"), lambda: tell(found))
            else:
                self.knowledge.toasts.say(words, "info")

        if shown is not None:
            tell(shown)
        elif hit is not None:
            knowledge, key = self._parts.knowledge, hit.key
            self._being_told += 1

            def read(found: Any) -> None:
                tell(found)
                self._told_read()

            self._parts.lanes.read.submit(lambda: knowledge.get(key), read, self._not_read)

    def flag(self) -> None:
        """Asks why the open article, or the first painted hit, is wrong."""
        if not self.knowledge.flags.begin():
            self.notice.emit(tr("No article is open and no hit is shown."), "info")

    def _back_from_flag(self, field: QWidget | None) -> None:
        if field is None or self.middle.isAncestorOf(field):
            self.columns.bring(self.middle)  # else the column with the news and its undo stays
        if field is not None and field.isVisible() and field.isEnabled():
            field.setFocus()
        else:
            self.focus_work()

    def take_basis(self) -> None:
        """The open article's law and version into the summary; again takes it out."""
        flush_composition()
        opened, matter = self.knowledge.article.now, self.desk.matter
        if opened is None or matter is None:
            self.notice.emit(tr("No article is open, or there is no call."), "info")
            return
        line = basis_line(opened, self._parts.profile.local_day(opened.at))

        def toggle() -> None:
            now = self.desk.matter
            if now is not None and now.id == matter.id:  # the toast may outlive its matter
                self.desk.set_matter(replace(now, summary=with_line(now.summary, line)))

        toggle()
        if line in (self.desk.matter or matter).summary.splitlines():
            words = tr("In the summary: {line}", line=line)
            self.knowledge.toasts.say(words, "ok", tr("Undo"), toggle)
        else:
            self.knowledge.toasts.say(tr("Taken out: {line}", line=line), "info")

    def toggle_star(self) -> None:
        """Makes the open article a favourite, or no longer one."""
        self.knowledge.article.toggle_star()

    def show_newer(self) -> None:
        """The newer version of the open article, when there is one."""
        self.knowledge.article.show_newer()

    def _told_read(self) -> None:
        """An article to be marked told was read; what waited for that goes on."""
        self._being_told -= 1
        if not self._being_told:
            waiting, self._waiting = self._waiting, None
            if waiting is not None:
                waiting()

    def _not_read(self, error: Exception) -> None:
        self._waiting = None  # the call stays open: its operator sees that nothing was marked
        self._told_read()
        self.failed.emit(error)

    def _once_told(self, close: Callable[[], None]) -> None:
        """Closes a call, but not before what F10 has asked for is marked in it."""
        if self._being_told:
            self._waiting = close
        else:
            close()

    def registration(self) -> None:
        """The registration strip; never a ticket at once."""
        self._leave()
        ticket = self.desk.matter.ticket if self.desk.matter else None
        if ticket is not None:
            words = tr("This matter has its ticket: {number}", number=ticket.number)
            self.notice.emit(words, "info")
        elif self.desk.matter is not None and self.desk.matter.supplements is not None:
            number = short_ticket_number(self.desk.matter.supplements.number)
            words = tr("This record supplements {number}. Shift+F2: another matter.", number=number)
            self.notice.emit(words, "info")
        elif self.desk.phase is Phase.REGISTERING:
            self._register()
        else:
            self.desk.show_phase(Phase.REGISTERING)

    def _register(self) -> None:
        flush_composition()
        if self._has_times():
            self.desk.register()
            self._go_on_below()

    def _has_times(self) -> bool:
        """Whether a call from paper says when it was; if not, the cursor goes there."""
        trouble = self.form.paper.trouble()
        if trouble:
            self.notice.emit(trouble, "warn")
            self.form.paper.began.setFocus()
        return not trouble

    def end_call(self) -> None:
        """The call is over; the outcome stands preselected."""
        self._leave()
        if self._has_times():
            self.desk.end_call()
            self._go_on_below()

    def close_call(self) -> None:
        """The after-call work is done."""
        self._leave()
        self._once_told(self.desk.close_call)

    def silent_call(self) -> None:
        """A caller who says nothing: three prompts, then the call ends as silent; again stops."""
        flush_composition()
        draft = self.desk.draft
        if self.silence.running:
            self.silence.stop()
            self._refresh()
        elif draft is not None and has_record(draft):
            self.notice.emit(tr("This call is not silent: something is written down."), "info")
        else:
            self.silence.start()
