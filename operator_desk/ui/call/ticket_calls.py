"""The call page where it is about what was before: second calls, follow-ups, calls back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal

from operator_desk.domain.draft import Draft
from operator_desk.domain.drafted_steps import StepDraft
from operator_desk.domain.errors import UserError
from operator_desk.domain.life_cycle import Action
from operator_desk.domain.phase import Phase
from operator_desk.domain.progress import spoken_day
from operator_desk.domain.terms import TicketState
from operator_desk.services.call_steps import SECOND, Taken
from operator_desk.services.follow_ups import ToAsk
from operator_desk.services.people import Actor
from operator_desk.services.recalls import Right
from operator_desk.services.second_calls import KnownTicket
from operator_desk.ui import names
from operator_desk.ui.call.follow_up_pane import FollowUpPane
from operator_desk.ui.call.history_pane import Chosen
from operator_desk.ui.call.ticket_words import taken_words
from operator_desk.ui.call.view import CallView
from operator_desk.ui.kit.words import tr
from operator_desk.ui.messages import sentence

FOLLOW_UP = "follow_up"
_TAKE_BACK_MS = 60_000
_ASKS = {
    Action.WITHDRAW: "withdraw_ask",
    Action.NOT_SOLVED: "not_solved_ask",
    Action.RELAY_ANSWER: "relay_ask",
}


class TicketCalls(CallView):
    """Steps on tickets out of a call, and calls to those whose ticket was answered."""

    follow_up_begun = Signal()
    follow_up_closed = Signal()  # one begun from a list of tickets is over, no call is in hand

    def _build(self, actor: Actor) -> None:
        super()._build(actor)
        self._step_words = ""  # what is said of a step
        self._step_matter: UUID | None = None  # and in which matter
        self._past_of: UUID | None = None  # the call whose history is shown
        self._meant: dict[UUID, KnownTicket] = {}  # the ticket of each step
        self._follows = False  # whether the call in hand (or the last one) is a follow-up
        self._of_list = False  # and was begun from a list of tickets
        self.asks = FollowUpPane(self.desk, self._parts.profile, self._parts.language)
        self.middle.add(FOLLOW_UP, self.asks, "contact", tr("Follow-up call"))

    def _connect(self) -> None:
        super()._connect()
        desk, past = self.desk, self.listening.past
        past.chosen.connect(self._chosen)
        past.asking.connect(self._asking)
        past.refused.connect(lambda why: self.notice.emit(why, "info"))
        past.find_wanted.connect(self._find)
        self._loads.right.connect(self._show_right)
        self._loads.found.connect(past.show_found)
        self._loads.to_ask.connect(self._show_to_ask)
        self._loads.begun.connect(self._follow_up_begun)
        desk.step_taken.connect(self._step_taken)
        desk.step_refused.connect(self._step_refused)
        desk.step_undone.connect(self._step_undone)
        desk.stored_late.connect(self._stored_late)
        desk.counted.connect(self._look_closed)
        self.asks.left.connect(lambda: self.form.record.setFocus())
        self.asks.asks.connect(self._say)

    # -- which pane is in front ----------------------------------------------------------

    def _front(self) -> Phase | str:
        draft = self.desk.draft
        if draft is None or draft.follow_up is None:
            return super()._front()
        self._follows = True
        left_open = draft.phase is Phase.AFTER_CALL and not draft.follow_up.complete
        asks = draft.phase is Phase.LISTENING or left_open
        return FOLLOW_UP if asks else super()._front()

    def _pane_shown(self, front: Phase | str) -> None:
        if front == FOLLOW_UP:
            self.asks.refresh()
            self.asks.take_keys()
        else:
            super()._pane_shown(front)

    def focus_work(self) -> None:
        """The keys to where the work of the phase is done."""
        if self._front() == FOLLOW_UP:
            self.asks.take_keys()
        else:
            super().focus_work()

    def _focus_middle(self) -> None:
        if self._front() == FOLLOW_UP:
            self.asks.take_keys()
        else:
            super()._focus_middle()

    def _focus_open(self) -> None:
        # The caller's tickets; when words are there, first the event that fits.
        matter, past, event = self.desk.matter, self.listening.past, self.events.strip
        if not past.tickets or past.rows.hasFocus():
            super()._focus_open()
        elif matter is None or not matter.noted or event.hasFocus() or not event.take_keys():
            past.rows.setFocus()

    def _matter_switched(self) -> None:
        self._step_words = ""
        draft = self.desk.draft
        call_id = draft.call_id if draft else None
        if call_id != self._past_of:
            self._past_of = call_id
            self.listening.past.clear()
        super()._matter_switched()
        self._load_right()
        if draft is not None and draft.follow_up is not None:
            self.asks.show_found(None)
            self._loads.load_to_ask(draft)
            self.focus_work()

    def _sentence(self) -> str:
        if self._front() == FOLLOW_UP:
            return self._follow_up_sentence()
        matter = self.desk.matter
        if self._step_words and matter and self.desk.phase is Phase.LISTENING:
            begun = matter.supplements is not None and matter.noted
            if matter.id == self._step_matter and not begun:
                return self._step_words
        return super()._sentence()

    # -- a call back ---------------------------------------------------------------------

    def _load_right(self) -> None:
        draft = self.desk.draft
        call_id = draft.call_id if draft else None
        if call_id == self._right_of:
            return
        self._right, self._right_of = "", call_id
        if draft is not None and draft.recall is not None:
            self._loads.load_right(draft)

    def _show_right(self, call_id: UUID, found: Right) -> None:
        if self.desk.draft is None or self.desk.draft.call_id != call_id:
            return
        self._right = found.words
        self._refresh()
        if found.words:
            self._opens_right = True
            self.knowledge.open_key(found.key)

    # -- a second call -------------------------------------------------------------------

    def find_ticket(self) -> None:
        """The cursor to where the number of a ticket is typed."""
        self._leave()
        self.desk.show_phase(Phase.LISTENING)
        self.columns.bring(self.middle)
        self.listening.past.open_find()

    def _leave(self) -> None:
        """Before the keys go elsewhere; see `CallPage`."""

    def _find(self, said: str) -> None:
        draft = self.desk.draft
        self._loads.find_ticket(said, draft.number if draft else "")

    def _asking(self, chosen: Chosen) -> None:
        self._hold(self._filled(_ASKS[chosen.action], chosen.ticket, question=chosen.note))

    def _chosen(self, chosen: Chosen) -> None:
        matter, action = self.desk.matter, chosen.action
        if matter is None:
            return
        if action is Action.SUPPLEMENT:
            if matter.supplements is not None:
                self.notice.emit(tr("This record is a supplement already."), "info")
                return
            if matter.ticket is not None:
                self.desk.next_matter()
        words = self._words_of(chosen)
        self._meant = {**self._meant, chosen.ticket.row.id: chosen.ticket}
        self._hold(words)
        self.desk.take_step(
            chosen.ticket,
            action,
            reason=chosen.reason,
            note=chosen.note if action is Action.RELAY_ANSWER else "",
            told=words,
            ref=chosen.ref,
        )

    def _words_of(self, chosen: Chosen) -> str:
        """What is said to the caller; of a withdrawal or a no it is known only afterwards."""
        ticket = chosen.ticket
        match chosen.action:
            case Action.PROGRESS:
                return self._progress(ticket)
            case Action.CHASE:
                return self._filled("chase", ticket, n=str(len(ticket.chased) + 1))
            case Action.SUPPLEMENT | Action.WITHDRAW:
                return self._filled(chosen.action.value, ticket)
            case Action.RELAY_ANSWER:
                return self._filled("relay", ticket)
        return ""

    def _progress(self, ticket: KnownTicket) -> str:
        tellable = ticket.tellable
        said = [self.phrases.first(section, **tellable.values) for section in tellable.sections]
        between = " " if self._parts.profile.language.startswith("en") else ""
        return between.join(filter(None, said)) or names.state_word(ticket.row.state)

    def _filled(self, section: str, ticket: KnownTicket, **more: str) -> str:
        told = ticket.tellable.values
        values: dict[str, str] = {name: told[name] for name in ("number", "unit") if name in told}
        if ticket.chased:
            profile = self._parts.profile
            first = profile.local_day(ticket.chased[0])
            values["day"] = spoken_day(first, profile.language)
        return self.phrases.first(section, **values, **more)

    def _hold(self, words: str) -> None:
        """Keeps a sentence in the middle column as long as the matter stays."""
        matter = self.desk.matter
        self._step_words, self._step_matter = words, matter.id if matter else None
        self._say()

    def _step_taken(self, step: StepDraft, taken: Taken) -> None:
        if taken.against is not None:
            self.notice.emit(sentence(taken.against), "warn")
            return
        words = taken_words(step.action, step.number)
        if step.action is Action.NOT_SOLVED and taken.done is not None:
            again = taken.done.ruling.state is TicketState.DISPATCHED
            section = "not_solved_rework" if again else "not_solved_lead"
            ticket = self._meant.get(step.ticket_id)
            if ticket is not None:
                self._hold(self._filled(section, ticket))
            how = tr("the unit works on it once more") if again else tr("shown to the team lead")
            words = f"{words}　{how}"
        back = partial(self.desk.take_back_step, step)
        self.knowledge.toasts.say(words, "ok", tr("Take back"), back, _TAKE_BACK_MS)
        self._load_history()
        if step.action is Action.SUPPLEMENT:
            self.form.refresh()
            self.form.record.setFocus()

    def _step_refused(self, _step: StepDraft, error: UserError) -> None:
        self._hold("")
        self.notice.emit(sentence(error), "warn")
        self._load_history()

    def _step_undone(self, step: StepDraft) -> None:
        self._hold("")
        words = tr("Taken back: {title}", title=taken_words(step.action, step.number))
        self.knowledge.toasts.say(words, "info")
        self._load_history()

    def _stored_late(self, taken: Taken) -> None:
        if taken.against is not None:
            words = sentence(taken.against)
            if taken.action in SECOND:
                what = taken_words(taken.action, taken.number)
                words = tr("{what}. {reason}", what=what, reason=words)
            self.notice.emit(words, "warn")

    def take_back_step(self) -> None:
        """Takes back what was done to a ticket last in this call."""
        step = self.desk.last_step
        if step is None:
            self.notice.emit(tr("No step on a ticket to take back."), "info")
        else:
            self.desk.take_back_step(step)

    # -- a follow-up call ----------------------------------------------------------------

    def next_follow_up(self) -> None:
        """Calls the first who waits for a follow-up."""
        self.begin_follow_up()

    def begin_follow_up(
        self, number: str | None = None, refuse: Callable[[str], object] | None = None
    ) -> None:
        """Begins the follow-up call about a ticket; None: about the most urgent that waits.

        `refuse` gets the sentence why it cannot begin; without it the notice bar does.
        """

        def no(error: Exception) -> None:
            if not isinstance(error, UserError):
                self.failed.emit(error)
            elif refuse is not None:
                refuse(sentence(error))
            else:
                self.notice.emit(sentence(error), "warn")

        if self.desk.draft is not None:
            no(UserError("A call is in hand. End it and its after-call work (F12) first."))
            return
        self._of_list = number is not None
        self._loads.begin_follow_up(number, no)

    def _follow_up_begun(self, draft: Draft) -> None:
        if self.desk.draft is None:  # else a call was taken meanwhile
            self.desk.start_ready(draft)
            self.follow_up_begun.emit()

    def _show_to_ask(self, call_id: UUID, found: ToAsk) -> None:
        if self.desk.draft is not None and self.desk.draft.call_id == call_id:
            self.asks.show_found(found)
            self._say()

    def _follow_up_sentence(self) -> str:
        found = self.asks.found
        values: dict[str, Any] = {}
        if found is not None:
            given = {"title": found.row.title, "unit": found.unit, "answer": found.answer}
            values = {name: value for name, value in given.items() if value}
        return self.phrases.first(self.asks.section, **values)

    def _look_closed(self) -> None:
        if self._follows and self.desk.draft is None:
            self._follows = False
            if self._of_list and self.isVisible():  # else somebody went elsewhere meanwhile
                self.follow_up_closed.emit()
