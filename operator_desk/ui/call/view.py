"""What the call page shows: form, middle column by phase, knowledge; and what it hears of."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from operator_desk.domain.draft import SealDraft, TicketDraft
from operator_desk.domain.errors import UserError
from operator_desk.domain.facts import UnitVersion
from operator_desk.domain.numbers import short_ticket_number
from operator_desk.domain.phase import Phase
from operator_desk.domain.places import Place
from operator_desk.domain.terms import Outcome
from operator_desk.services.calls import History
from operator_desk.services.people import Actor
from operator_desk.services.second_calls import KnownTicket
from operator_desk.ui.call.after_pane import AfterPane
from operator_desk.ui.call.desk import CallDesk
from operator_desk.ui.call.element_proposer import ElementProposer
from operator_desk.ui.call.events import CallEvents
from operator_desk.ui.call.form import CallForm
from operator_desk.ui.call.guide import lines_of
from operator_desk.ui.call.held import CallServices
from operator_desk.ui.call.listening import ListeningPane
from operator_desk.ui.call.loads import Loads
from operator_desk.ui.call.middle import Middle
from operator_desk.ui.call.phrases import Phrases
from operator_desk.ui.call.proposer import Proposer
from operator_desk.ui.call.readback_pane import ReadbackPane
from operator_desk.ui.call.ready_pane import ReadyPane
from operator_desk.ui.call.silence import Silence
from operator_desk.ui.call.strip_pane import StripPane
from operator_desk.ui.call.voice_bar import lost_words
from operator_desk.ui.kit.columns import Columns
from operator_desk.ui.kit.composing import flush_composition
from operator_desk.ui.kit.garbage import let_go_with
from operator_desk.ui.kit.words import tr
from operator_desk.ui.knowledge.news.reader import NewsReader
from operator_desk.ui.knowledge.pane import KnowledgePane
from operator_desk.ui.parts import Parts

_PROPOSE_MS = 120
_HISTORY_MS = 250


class CallView(QWidget):
    """The call page without its keys (these are in `page.py`)."""

    phase_changed = Signal()
    counted = Signal()
    failed = Signal(object)
    notice = Signal(str, str)
    question = Signal(object)

    def __init__(self, parts: Parts, actor: Actor, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._parts = parts
        services = CallServices(
            calls=parts.calls,
            records=parts.records,
            tickets=parts.tickets,
            second_calls=parts.second_calls,
            seats=parts.seats,
            journal=parts.journal,
            parked=parts.parked,
            clock=parts.clock,
        )
        self.desk = CallDesk(services, parts.lanes, actor)
        self._loads = Loads(parts, actor)
        self.phrases = Phrases([], actor.name)
        self._history = History((), (), ())
        self._right = ""  # what a call back has to say
        self._opens_right = False
        self._right_of: UUID | None = None  # the call that it was read for
        self._shown: Phase | str | None = None  # the pane in front
        self._words, self._category = "", ""
        self.silence = self._make_silence()
        self._build(actor)
        self._propose_timer = self._timer(_PROPOSE_MS, self._propose)
        self._history_timer = self._timer(_HISTORY_MS, self._load_history)
        self._connect()
        let_go_with(self, self.desk, self._loads, self.silence)
        self.readback.let_read(self._parts.settings.get("voice"))
        self._loads.start()
        self.news.begin()
        self._refresh()

    # -- building ------------------------------------------------------------------------

    def _build(self, actor: Actor) -> None:
        profile, language = self._parts.profile, self._parts.language
        self.form = CallForm(self.desk, profile, language, self._parts.clock)
        self.knowledge = KnowledgePane(self._parts, actor)
        self.knowledge.in_call(self.desk)
        self.events = CallEvents(self._parts, actor, self.desk, self.knowledge.toasts, self)
        self.news = NewsReader(self._parts, actor)
        self.ready = ReadyPane(profile, self.news)
        self.listening = ListeningPane(self.desk, profile, language, self._parts.clock)
        self.readback = ReadbackPane(self.desk, profile, language, self._parts.voice)
        self.strip = StripPane(self.desk, profile, language)
        self.proposer = Proposer(self._parts, self.desk, self.form, self.strip)
        self.elements = ElementProposer(self._parts, self.desk, self.listening, self.strip)
        self.after = AfterPane(self.desk, profile, language)
        self.middle = Middle(
            {
                Phase.NO_CALL: self.ready,
                Phase.LISTENING: self.listening,
                Phase.READBACK: self.readback,
                Phase.REGISTERING: self.strip,
                Phase.AFTER_CALL: self.after,
            },
            self.events.strip,
        )
        self.columns = Columns(self, self.form, self.middle, self.knowledge)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 10, 10, 10)
        layout.addWidget(self.columns)

    def _make_silence(self) -> Silence:
        profile = self._parts.profile
        today = profile.local_day(self._parts.clock())
        prompts = profile.target("silent_prompts", today) or 3
        return Silence(int(prompts), int(profile.target("silent_interval_s", today) or 5))

    def _timer(self, milliseconds: int, slot: Any) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(slot)
        return timer

    def _connect(self) -> None:
        desk, loads, silence = self.desk, self._loads, self.silence
        desk.changed.connect(self._refresh)
        desk.matter_switched.connect(self._matter_switched)
        desk.ticket_made.connect(self._ticket_made)
        desk.joined.connect(self._joined)
        desk.fields_missing.connect(self._fields_missing)
        desk.sealed.connect(self._sealed)
        desk.counted.connect(self.counted)
        desk.counted.connect(self._load_waiting)
        for source in (desk, loads, self.knowledge, self.news, self.events, self.proposer):
            source.failed.connect(self.failed)
        loads.lists.connect(self._set_lists)
        loads.phrases.connect(self._set_phrases)
        loads.waiting.connect(self.ready.show_waiting)
        loads.to_call_back.connect(self.ready.show_to_call_back)
        loads.history.connect(self._show_history)
        self.events.shown.connect(self._say)
        self.news.loaded.connect(self._news_loaded)
        self.news.open_wanted.connect(self.knowledge.open_key)
        silence.told.connect(self._silent_told)
        silence.stopped.connect(lambda: self.middle.show_count_down(""))
        silence.over.connect(lambda: self.desk.end_call(Outcome.SILENT))
        self.form.words_typed.connect(self._typed)
        self.form.words_typed.connect(self.elements.typed)
        self.form.touched.connect(silence.stop)
        self.form.matter_wanted.connect(desk.switch_matter)
        self.form.number.textEdited.connect(lambda _text: self._history_timer.start())
        self.form.name.editingFinished.connect(self._say)
        self.ready.chosen.connect(desk.reopen)
        self.strip.elsewhere.connect(self.form.focus_field)
        self.readback.aloud.fell_silent.connect(self._voice_lost)
        self.readback.aloud.switched.connect(lambda on: self._keep("voice", on))
        self.readback.aloud.paced.connect(lambda rate: self._keep("voice_rate", rate))
        for field in (self.form.record, self.form.summary, self.form.name, self.knowledge.line):
            field.typing.connect(self.readback.aloud.quiet)
        self.readback.scope_shown.connect(self.middle.remark.setText)
        self.knowledge.article_opened.connect(self._article_opened)
        self.columns.folded.connect(self.form.fold)
        self.columns.folded.connect(self.events.strip.fold)

    def _set_lists(self, units: Sequence[UnitVersion], places: Sequence[Place]) -> None:
        lines = lines_of(places, self._parts.profile.guide, self._parts.language)
        self.strip.set_lists(units, places)
        self.elements.set_places(places)
        self.listening.guide.set_lines(lines)
        self.after.guide.set_lines(lines)
        self._refresh()

    def _set_phrases(self, phrases: Phrases) -> None:
        self.phrases = phrases
        self._refresh()

    # -- showing -------------------------------------------------------------------------

    def _refresh(self) -> None:
        front = self._front()
        if front != self._shown:
            flush_composition()
            self._shown = front
            self.silence.stop()
            self.middle.show_phase(front)
            self.columns.bring(self.middle)
            self._pane_shown(front)
            self.phase_changed.emit()
        self._say()
        matter = self.desk.matter
        told = frozenset(one.key for one in matter.standing_told) if matter else frozenset()
        self.knowledge.list.hits.set_told(told)
        category = (matter.category if matter else None) or ""
        if category != self._category:
            self._category = category
            self._propose_timer.start()
        if told or (matter and (matter.noted or matter.events)):
            self.silence.stop()

    def _say(self) -> None:
        self.middle.show_sentence("" if self.events.strip.speaks else self._sentence())

    def _sentence(self) -> str:
        draft = self.desk.draft
        if draft is not None and draft.phase is Phase.LISTENING and draft.guided_to:
            return self.listening.guide.sentence(draft.guided_to)
        again = bool(self._history.calls)
        return self.phrases.next_sentence(draft, self._parts.profile, again, self._right)

    def _front(self) -> Phase | str:
        """The name of the pane that stands in the middle."""
        return self.desk.phase

    def _pane_shown(self, phase: Phase | str) -> None:
        if phase is Phase.NO_CALL:
            self._load_waiting()
            self.news.load()
        elif phase is Phase.READBACK:
            self.readback.refresh()
            self.readback.take_keys()
        elif phase is Phase.REGISTERING:
            self.strip.start()
            self.proposer.ask_again()
        elif phase is Phase.AFTER_CALL:
            self.after.refresh()
            self.after.line.setFocus()
        elif phase is Phase.LISTENING:
            self.listening.refresh()

    def _load_waiting(self) -> None:
        if self.desk.phase is Phase.NO_CALL:
            self._loads.load_waiting()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.events.load()
        self._load_waiting()  # another page may have changed what waits

    def _news_loaded(self, items: list[object]) -> None:
        # The list of waiting calls has nothing to do with the keys while it is empty.
        if items and self.ready.list.hasFocus() and not self.ready.list.rows:
            self.news.setFocus()

    def _load_history(self) -> None:
        draft = self.desk.draft
        self._loads.load_history(draft.number if draft else "", draft.call_id if draft else None)

    def _show_history(self, number: str, history: History, known: Sequence[KnownTicket]) -> None:
        self._history = history
        self.listening.past.show_history(number, history, known)
        self._refresh()

    def _typed(self, words: str) -> None:
        self._words = words
        self._propose_timer.start()
        self.events.typed()
        if self.middle.say.text() and self.desk.matter and len(self.desk.matter.lines) <= 1:
            self._refresh()

    def _propose(self) -> None:
        if self._parts.settings.get("proposals"):
            self.knowledge.propose(self._words, self._category)
        self.proposer.ask_categories([hit.key for hit in self.knowledge.list.hits.hits])

    def _matter_switched(self) -> None:
        self.readback.forget_correction()
        self.proposer.forget()
        self._words = ""  # what is proposed for words of the matter before comes too late
        self._propose_timer.stop()
        self.knowledge.reset()
        self.events.forget()
        self._load_history()
        if self.desk.phase is Phase.LISTENING:
            self.form.record.setFocus()

    # -- articles ---------------------------------------------------------------------------

    def _article_opened(self, _shown: object) -> None:
        # What a call back has to say stands in the middle: it stays in front.
        self.columns.bring(self.middle if self._opens_right else self.knowledge)
        self._opens_right = False

    # -- keys ----------------------------------------------------------------------------

    def focus_work(self) -> None:
        """The keys to where the work of the phase is done."""
        if self.desk.phase is Phase.LISTENING:
            self.form.record.setFocus()
        else:
            self._focus_middle()

    def _focus_middle(self) -> None:
        phase = self.desk.phase
        if phase is Phase.NO_CALL:
            self.ready.take_keys()
        elif phase is Phase.LISTENING:
            self._focus_open()
        elif phase is Phase.READBACK:
            self.readback.take_keys()
        elif phase is Phase.REGISTERING:
            self.strip.take_keys()
        elif phase is Phase.AFTER_CALL:
            self.after.line.setFocus()

    def _focus_open(self) -> None:
        """The caller's tickets, the event that fits (first when words are there); what is still
        open of the matter: kind, category, elements; then the history.
        """
        matter, past, event = self.desk.matter, self.listening.past, self.events.strip
        words = matter is not None and matter.noted
        if words and not event.hasFocus() and not past.rows.hasFocus() and event.take_keys():
            return
        if past.tickets and not past.rows.hasFocus():
            past.rows.setFocus()
        elif not words and not event.hasFocus() and event.take_keys():
            return
        elif matter is not None and matter.kind is None and not self.form.kind.hasFocus():
            self.form.kind.setFocus()
        elif matter is not None and not matter.category and not self.form.category.hasFocus():
            self.form.category.setFocus()
        else:
            self.listening.focus_next()

    # -- news ----------------------------------------------------------------------------

    def _ticket_made(self, ticket: TicketDraft) -> None:
        words = tr(
            "Ticket {number} registered. To say: {short}",
            number=ticket.number,
            short=short_ticket_number(ticket.number),
        )
        self.knowledge.toasts.say(words)
        self.focus_work()

    def _joined(self, number: str | None) -> None:
        if number is None:
            words = tr("Not handled jointly: the other ticket is not open any more.")
            self.notice.emit(words, "warn")
        else:
            self.knowledge.toasts.say(tr("Handled jointly with {number}", number=number))

    def _fields_missing(self, _fields: object) -> None:
        # The strip itself says what is missing, beside the fields.
        self.desk.show_phase(Phase.REGISTERING)
        self.strip.start()

    def _sealed(self, seal: SealDraft | None) -> None:
        if seal is None:
            self.knowledge.toasts.say(tr("Nothing new to seal."), "info")
        else:
            self.knowledge.toasts.say(tr("Sealed, no. {number}", number=seal.number))

    def _keep(self, setting: str, value: object) -> None:
        try:
            self._parts.settings.set(setting, value)
        except UserError as error:
            self.failed.emit(error)

    def _voice_lost(self, code: str) -> None:
        self.notice.emit(lost_words(code), "warn")

    def _silent_told(self, prompt: int, left: int) -> None:
        words = self.phrases.first(f"silent_{prompt}")
        if words:
            self.middle.show_sentence(words)
        self.middle.show_count_down(
            tr(
                "Silent call: prompt {n}, ends in {left} s. Shift+F12 stops it.",
                n=prompt,
                left=left,
            )
        )
