"""The call page: form, middle column by phase, knowledge. One method an action."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from operator_desk.domain.article import ArticleKind
from operator_desk.domain.draft import Draft, SealDraft, TicketDraft
from operator_desk.domain.facts import UnitVersion
from operator_desk.domain.numbers import short_ticket_number
from operator_desk.domain.phase import Phase
from operator_desk.domain.places import Place
from operator_desk.domain.terms import Answer, Direction, Entry, Outcome
from operator_desk.services.calls import History
from operator_desk.services.people import Actor
from operator_desk.services.tickets import MissingFieldsError
from operator_desk.ui import names
from operator_desk.ui.call.after_pane import AfterPane
from operator_desk.ui.call.desk import CallDesk, CallServices
from operator_desk.ui.call.form import CallForm
from operator_desk.ui.call.listening import ListeningPane
from operator_desk.ui.call.phrases import Phrases
from operator_desk.ui.call.readback_pane import ReadbackPane
from operator_desk.ui.call.ready_pane import ReadyPane
from operator_desk.ui.call.strip_pane import StripPane
from operator_desk.ui.kit.columns import Columns
from operator_desk.ui.kit.composing import flush_composition
from operator_desk.ui.kit.labels import card, heading, plain_label
from operator_desk.ui.kit.words import tr
from operator_desk.ui.knowledge.pane import KnowledgePane
from operator_desk.ui.parts import Parts

_PROPOSE_MS = 120
_HISTORY_MS = 250


def _titles() -> dict[Phase, tuple[str, str]]:
    """Picture and title of the middle column by phase."""
    return {
        Phase.NO_CALL: ("headset", tr("Ready for a call")),
        Phase.LISTENING: ("history", tr("This call")),
        Phase.READBACK: ("readback", tr("Readback")),
        Phase.REGISTERING: ("ticket", tr("Register a ticket")),
        Phase.AFTER_CALL: ("clock", tr("After-call work")),
    }


class CallPage(QWidget):
    """What an operator works with during a call."""

    phase_changed = Signal()
    counted = Signal()
    failed = Signal(object)
    notice = Signal(str, str)

    def __init__(self, parts: Parts, actor: Actor) -> None:
        super().__init__()
        self.setObjectName("page")
        self._parts, self._actor = parts, actor
        services = CallServices(
            parts.calls, parts.records, parts.tickets, parts.seats, parts.journal
        )
        self.desk = CallDesk(services, parts.lanes, actor)
        self._phrases = Phrases([], actor.name)
        self._history = History((), (), ())
        profile, language = parts.profile, parts.language
        self.form = CallForm(self.desk, profile, language)
        self.knowledge = KnowledgePane(parts)
        self._ready = ReadyPane(profile)
        self.listening = ListeningPane(self.desk, profile, language)
        self.readback = ReadbackPane(self.desk, profile, language)
        self.strip = StripPane(self.desk, profile, language)
        self.after = AfterPane(self.desk, profile, language)
        self._middle_host = self._middle()
        self.columns = Columns(self.form, self._middle_host, self.knowledge)
        turns = (
            self._middle_title.add_button(tr("Knowledge  F3"), self.search),
            self.knowledge.title.add_button(tr("Call  Ctrl+F2"), self.to_middle),
        )
        for turn in turns:
            turn.hide()
            self.columns.folded.connect(turn.setVisible)
        self.columns.folded.connect(self.form.fold)
        self.knowledge.article_opened.connect(lambda _shown: self.columns.bring(self.knowledge))
        self.knowledge.left.connect(lambda: self.columns.bring(self._middle_host))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 10, 10, 10)
        layout.addWidget(self.columns)
        self._propose_timer = self._timer(_PROPOSE_MS, self._propose)
        self._history_timer = self._timer(_HISTORY_MS, self._load_history)
        self._words = ""
        self._shown_phase: Phase | None = None
        self._connect()
        self._load_lists()
        self._refresh()

    # -- building ------------------------------------------------------------------------

    def _timer(self, milliseconds: int, slot: object) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(slot)
        return timer

    def _middle(self) -> QWidget:
        frame, layout = card()
        self._middle_title, self._middle_remark = heading(*_titles()[Phase.LISTENING])
        layout.addWidget(self._middle_title)
        self._say = plain_label(role="say", wrap=True)
        self._say.setAccessibleName("")
        layout.addWidget(self._say)
        self._stack = QStackedWidget()
        self._panes: dict[Phase, QWidget] = {
            Phase.NO_CALL: self._ready,
            Phase.LISTENING: self.listening,
            Phase.READBACK: self.readback,
            Phase.REGISTERING: self.strip,
            Phase.AFTER_CALL: self.after,
        }
        for pane in self._panes.values():
            self._stack.addWidget(pane)
        layout.addWidget(self._stack, 1)
        host = QWidget()
        outer = QVBoxLayout(host)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        return host

    def _connect(self) -> None:
        desk = self.desk
        desk.changed.connect(self._refresh)
        desk.matter_switched.connect(self._matter_switched)
        desk.ticket_made.connect(self._ticket_made)
        desk.sealed.connect(self._sealed)
        desk.call_ended.connect(self._ended)
        desk.counted.connect(self.counted)
        desk.failed.connect(self._failed)
        self.form.words_typed.connect(self._typed)
        self.form.matter_wanted.connect(desk.switch_matter)
        self.form.number.textEdited.connect(lambda _text: self._history_timer.start())
        self.listening.left.connect(self.to_record)
        self.strip.register_wanted.connect(self._register)
        self.readback.scope_shown.connect(self._middle_remark.setText)
        self.knowledge.told_wanted.connect(self.tell)
        self.knowledge.left.connect(self._back_from_search)
        self.knowledge.failed.connect(self.failed)

    def _load_lists(self) -> None:
        lists, knowledge = self._parts.lists, self._parts.knowledge
        read = self._parts.lanes.read
        read.submit(
            lambda: (lists.units(), lists.places()),
            lambda found: self._set_lists(*found),
            self.failed.emit,
        )

        def phrases() -> Phrases:
            keys = [head.key for head in knowledge.heads(ArticleKind.PHRASE)]
            return Phrases(knowledge.articles(keys), self._actor.name)

        read.submit(phrases, self._set_phrases, self.failed.emit)

    def _set_lists(self, units: Sequence[UnitVersion], places: Sequence[Place]) -> None:
        self.strip.set_lists(units, places)
        self.after.set_places(places)
        self._refresh()

    def _set_phrases(self, phrases: Phrases) -> None:
        self._phrases = phrases
        self._refresh()

    # -- showing -------------------------------------------------------------------------

    def _refresh(self) -> None:
        phase = self.desk.phase
        if phase is not self._shown_phase:
            flush_composition()
            self._shown_phase = phase
            self._stack.setCurrentWidget(self._panes.get(phase, self._ready))
            self._middle_remark.setText("")
            self._middle_title.show_title(*_titles().get(phase, _titles()[Phase.NO_CALL]))
            self.columns.bring(self._middle_host)
            self._pane_shown(phase)
            self.phase_changed.emit()
        sentence = self._phrases.next_sentence(
            self.desk.draft, self._parts.profile, bool(self._history.calls)
        )
        self._say.setText(sentence)
        self._say.setVisible(bool(sentence))
        matter = self.desk.matter
        told = frozenset(one.key for one in matter.standing_told) if matter else frozenset()
        self.knowledge.list.hits.set_told(told)

    def _pane_shown(self, phase: Phase) -> None:
        if phase is Phase.NO_CALL:
            self._load_waiting()
        elif phase is Phase.READBACK:
            self.readback.refresh()
            self.readback.list.setFocus()
        elif phase is Phase.REGISTERING:
            self.strip.start()
        elif phase is Phase.AFTER_CALL:
            self.after.refresh()
            self.after.line.setFocus()
        elif phase is Phase.LISTENING:
            self.listening.refresh()

    def _load_waiting(self) -> None:
        calls, actor = self._parts.calls, self._actor
        self._parts.lanes.read.submit(
            lambda: calls.to_register(actor), self._ready.show_waiting, self.failed.emit
        )

    def _load_history(self) -> None:
        number, calls = (self.desk.draft.number if self.desk.draft else ""), self._parts.calls
        running = self.desk.draft.call_id if self.desk.draft else None

        def shown(history: History) -> None:
            others = tuple(call for call in history.calls if call.id != running)
            self._history = History(others, history.matters, history.tickets)
            self.listening.show_history(number, self._history)
            self._refresh()

        self._parts.lanes.read.submit(
            lambda: calls.history(number), shown, self.failed.emit, newest="history"
        )

    def _typed(self, words: str) -> None:
        self._words = words
        self._propose_timer.start()
        if self._say.text() and self.desk.matter and len(self.desk.matter.lines) <= 1:
            self._refresh()

    def _propose(self) -> None:
        if self._parts.settings.get("proposals"):
            self.knowledge.propose(self._words)

    def _matter_switched(self) -> None:
        self.knowledge.reset()
        self._load_history()
        if self.desk.phase is Phase.LISTENING:
            self.form.record.setFocus()

    # -- news ----------------------------------------------------------------------------

    def _ticket_made(self, ticket: TicketDraft) -> None:
        words = tr(
            "Ticket {number} registered. To say: {short}",
            number=ticket.number,
            short=short_ticket_number(ticket.number),
        )
        self.knowledge.toasts.say(words)
        if self.desk.phase is Phase.LISTENING:
            self.form.record.setFocus()

    def _sealed(self, seal: SealDraft | None) -> None:
        if seal is None:
            self.knowledge.toasts.say(tr("Nothing new to seal."), "info")
        else:
            self.knowledge.toasts.say(tr("Sealed, no. {number}", number=seal.number))

    def _ended(self) -> None:
        self.after.line.setFocus()

    def _failed(self, error: Exception) -> None:
        if isinstance(error, MissingFieldsError):
            # The strip itself says what is missing, beside the fields.
            self.desk.show_phase(Phase.REGISTERING)
            self.strip.start()
            return
        self.failed.emit(error)

    # -- actions (names in ui/actions.py) --------------------------------------------------

    def answer_call(self) -> None:
        """Takes a call."""
        self.desk.start()
        self.form.number.setFocus()
        self.form.record.setFocus()

    def outgoing_call(self) -> None:
        """An outgoing call."""
        self.desk.start(direction=Direction.OUT)
        self.form.number.setFocus()

    def after_call_entry(self) -> None:
        """Enters a call that was taken on paper."""
        self.desk.start(entry=Entry.AFTER_CALL)
        self.form.number.setFocus()

    def to_record(self) -> None:
        """Back to the record; the cursor is where it was."""
        flush_composition()
        self.desk.show_phase(Phase.LISTENING)
        self.form.record.setFocus()

    def next_matter(self) -> None:
        """Another matter of the same caller."""
        flush_composition()
        self.desk.next_matter()
        self.form.record.setFocus()

    def to_middle(self) -> None:
        """The keys into the middle column."""
        flush_composition()
        self.columns.bring(self._middle_host)
        phase = self.desk.phase
        if phase is Phase.LISTENING:
            self.listening.focus_first()
        elif phase is Phase.READBACK:
            self.readback.list.setFocus()
        elif phase is Phase.REGISTERING:
            self.strip.start()
        elif phase is Phase.AFTER_CALL:
            self.after.line.setFocus()

    def search(self) -> None:
        """The cursor into the search box."""
        flush_composition()
        self.columns.bring(self.knowledge)
        self.knowledge.set_filter(0)
        self.knowledge.focus_search()

    def search_numbers(self) -> None:
        """The search box for numbers only."""
        flush_composition()
        self.columns.bring(self.knowledge)
        self.knowledge.set_filter(3)
        self.knowledge.focus_search()

    def _back_from_search(self) -> None:
        if self.desk.draft is not None:
            self.form.record.setFocus()

    def begin_readback(self) -> None:
        """Reads the record back."""
        flush_composition()
        matter = self.desk.matter
        if matter is not None and not (matter.has_words or matter.summary):
            self.notice.emit(tr("There is nothing to read back yet."), "info")
            return
        self.desk.begin_readback()

    def confirm(self) -> None:
        """The caller confirms the item."""
        self.readback.confirm()

    def next_item(self) -> None:
        """The item after."""
        self.desk.move(1)

    def previous_item(self) -> None:
        """The item before."""
        self.desk.move(-1)

    def cycle_scope(self) -> None:
        """The next scope of the readback."""
        scope = self.desk.cycle_scope()
        self.knowledge.toasts.say(tr("Scope: {scope}", scope=names.scope_word(scope)), "info")

    def correct(self) -> None:
        """A new wording for the item."""
        self.readback.correct()

    def decline(self) -> None:
        """The caller declines; a digit gives the reason."""
        self.readback.ask_reason(Answer.DECLINED)

    def not_read(self) -> None:
        """The item is not read; a digit gives the reason."""
        self.readback.ask_reason(Answer.NOT_READ)

    def seal_now(self) -> None:
        """Seals the record as it stands."""
        flush_composition()
        self.desk.seal()

    def cycle_mark(self) -> None:
        """The next mark for the statement at the cursor."""
        flush_composition()
        self.desk.cycle_mark(self.form.record.statement_at_cursor())

    def tell(self) -> None:
        """Marks the open article told, or the first painted hit; again takes it back."""
        flush_composition()
        shown = self.knowledge.view.shown
        if shown is not None:
            self._tell(shown.article.key, shown.version_id, shown.article.title)
            return
        hit = self.knowledge.first_hit()
        if hit is None:
            self.notice.emit(tr("No article is open and no hit is shown."), "info")
            return
        knowledge = self._parts.knowledge
        self._parts.lanes.read.submit(
            lambda: knowledge.get(hit.key),
            lambda found: self._tell(found.article.key, found.version_id, found.article.title),
            self.failed.emit,
        )

    def _tell(self, key: str, version_id: object, title: str) -> None:
        self.desk.toggle_told(key, version_id, title)  # type: ignore[arg-type]
        matter = self.desk.matter
        standing = {one.key for one in matter.standing_told} if matter else set()
        words = tr("Told: {title}", title=title)
        if key not in standing:
            words = tr("Taken back: {title}", title=title)
        self.knowledge.toasts.say(words, "ok" if key in standing else "info")

    def registration(self) -> None:
        """The registration strip; never a ticket at once."""
        flush_composition()
        if self.desk.phase is Phase.REGISTERING:
            self._register()
            return
        self.desk.show_phase(Phase.REGISTERING)

    def _register(self) -> None:
        flush_composition()
        if self.desk.matter is not None and self.desk.matter.ticket is not None:
            number = self.desk.matter.ticket.number
            self.notice.emit(tr("This matter has its ticket: {number}", number=number), "info")
            return
        self.desk.register()

    def end_call(self) -> None:
        """The call is over; the outcome stands preselected."""
        flush_composition()
        self.desk.end_call()

    def close_call(self) -> None:
        """The after-call work is done."""
        flush_composition()
        self.desk.close_call()

    def silent_call(self) -> None:
        """A caller who says nothing: three prompts, then the call ends as silent."""
        flush_composition()
        for place in (1, 2, 3):
            QTimer.singleShot((place - 1) * 5000, self, lambda n=place: self._prompt(n))
        draft = self.desk.draft
        call = draft.call_id if draft else None
        QTimer.singleShot(15000, self, lambda: self._end_silent(call))

    def _prompt(self, place: int) -> None:
        words = self._phrases.first(f"silent_{place}")
        if self.desk.draft is not None and self.desk.draft.ended_at is None and words:
            self.knowledge.toasts.say(words, "info")

    def _end_silent(self, call: object) -> None:
        draft: Draft | None = self.desk.draft
        if draft is None or draft.call_id != call or draft.ended_at is not None:
            return
        if not any(matter.has_words for matter in draft.matters):
            self.desk.end_call(Outcome.SILENT)
