"""The call page where the caller is a script: chosen, taken, and looked at afterwards."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout

from operator_desk.domain import readback
from operator_desk.domain.draft import Draft
from operator_desk.domain.phase import Phase
from operator_desk.domain.scripted import ScriptedCall
from operator_desk.domain.scripted_caller import heard
from operator_desk.domain.terms import Outcome
from operator_desk.services.calls import History
from operator_desk.services.people import Actor
from operator_desk.services.practice import Came, Scripts
from operator_desk.ui.call.ticket_calls import TicketCalls
from operator_desk.ui.kit.composing import flush_composition
from operator_desk.ui.kit.garbage import let_go_with
from operator_desk.ui.kit.words import tr
from operator_desk.ui.practice.caller import Caller
from operator_desk.ui.practice.mouth import VoiceMouth
from operator_desk.ui.practice.picker import ScriptPicker
from operator_desk.ui.practice.result import ResultPane
from operator_desk.ui.practice.strip import CallerStrip

PICKER, RESULT = "practice_scripts", "practice_result"
_SCRIPTS = "practice_scripts"  # the setting: a file or folder of the centre


class PracticeCalls(TicketCalls):
    """Practice calls; without one in hand everything is as ever."""

    def _build(self, actor: Actor) -> None:
        super()._build(actor)
        self._actor = actor
        self._pane = ""  # the practice pane that stands in for that without a call
        self._script: ScriptedCall | None = None
        self._searched_at: datetime | None = None
        self._heard: object = None  # the item that the caller has answered
        self.caller = Caller(VoiceMouth(self._parts.voice, self))
        let_go_with(self, self.caller)
        self.caller_strip = CallerStrip()
        self.picker, self.result = (
            ScriptPicker(),
            ResultPane(self._parts.profile, self._parts.language),
        )
        self.middle.add(PICKER, self.picker, "headset", tr("Practice calls"))
        self.middle.add(RESULT, self.result, "headset", tr("After the practice call"))
        layout = self.layout()
        if isinstance(layout, QVBoxLayout):
            layout.insertWidget(0, self.caller_strip)

    def _connect(self) -> None:
        super()._connect()
        desk, strip, caller = self.desk, self.caller_strip, self.caller
        desk.changed.connect(self._follow)
        desk.practised.connect(self._practised)
        desk.rehearsed.connect(self._rehearsed)
        self.readback.aloud.moved.connect(self._follow)
        caller.said.connect(self._said)
        self.columns.folded.connect(strip.fold)
        strip.go_on_wanted.connect(self._let_go_on)
        strip.repeat_wanted.connect(self.repeat_caller)
        self.ready.practice_wanted.connect(self.practice_call)
        self.picker.chosen.connect(self._begin)
        self.picker.file_wanted.connect(self._take_file)
        self.result.again_wanted.connect(self._begin)
        self.result.other_wanted.connect(self.practice_call)
        self.result.article_wanted.connect(self._open_right)
        for pane in (self.picker, self.result):
            pane.left.connect(self._leave_pane)
        self.knowledge.line.textChanged.connect(self._searched)

    # -- which pane is in front ----------------------------------------------------------

    def _front(self) -> Phase | str:
        if self._pane and self.desk.draft is None:
            return self._pane
        self._pane = ""
        return super()._front()

    def _pane_shown(self, front: Phase | str) -> None:
        if front in (PICKER, RESULT):
            self._focus_middle()
        else:
            super()._pane_shown(front)

    def _focus_middle(self) -> None:
        front = self._front()
        if front == PICKER:
            self.picker.take_keys()
        elif front == RESULT:
            self.result.setFocus()
        else:
            super()._focus_middle()

    def _show_pane(self, name: str) -> None:
        self._pane = name
        self._refresh()
        self.columns.bring(self.middle)
        if self.isVisible():
            self.focus_work()

    def _leave_pane(self) -> None:
        self._show_pane("")

    # -- choosing ------------------------------------------------------------------------

    def practice_call(self) -> None:
        """The scripts to choose a practice call from."""
        flush_composition()
        self.caller.wake()  # a voice takes its time to come up
        self._load_scripts()
        self._show_pane(PICKER)

    def _load_scripts(self) -> None:
        practice, own = self._parts.practice, str(self._parts.settings.get(_SCRIPTS))

        def shown(found: Scripts) -> None:
            self.picker.show_scripts(found, own=bool(own))

        self._parts.lanes.read.submit(
            lambda: practice.scripts(Path(own) if own else None),
            shown,
            self.failed.emit,
            newest="scripts",
        )

    def _take_file(self, path: Path | None) -> None:
        self._parts.settings.set(_SCRIPTS, str(path) if path is not None else "")
        self._load_scripts()
        self.picker.take_keys()

    def _begin(self, script: ScriptedCall) -> None:
        if self.desk.draft is not None:
            return  # a call was taken meanwhile
        draft = self._parts.practice.begin(self._actor, script)
        self._script, self._searched_at, self._heard = script, None, None
        self.caller_strip.begin(script)
        self.desk.start_ready(draft)
        self.caller.begin(script)
        self.form.record.setFocus()

    # -- the caller ----------------------------------------------------------------------

    def _said(self, words: str) -> None:
        if self._script is not None:
            self.caller_strip.show_place(self.caller.place)
            self.caller_strip.say(words)

    def _follow(self) -> None:
        """What the call in hand means for the caller: gone, listening to the readback, or on."""
        draft = self.desk.draft
        if draft is None or not draft.practice or self._script is None:
            self.caller.stop()
            self.caller_strip.hide()
            return
        if self.desk.ended:
            if self.caller.on_the_line:
                self.caller.stop()
                self.caller_strip.over()
            return
        reading = self.desk.phase is Phase.READBACK
        self.caller.hush(reading)
        if reading:
            self._answer_item(draft, self._script)

    def _answer_item(self, draft: Draft, script: ScriptedCall) -> None:
        matter = draft.matter
        item, run = readback.current(matter), matter.readback
        if item is None or run is None:
            return
        if self.readback.aloud.speaking:
            self._heard = None
            self.caller_strip.listen()
            return
        now = (run.id, run.current, item.again, readback.wording(matter, item))
        if now != self._heard:
            self._heard = now
            self.caller_strip.say(heard(script, matter, item).said)

    def _let_go_on(self) -> None:
        """The scripted caller goes on, or answers what the cursor stands at."""
        if not self.desk.practises:
            return
        element = "caller_name" if self.form.name.hasFocus() else self.listening.asked()
        if element:
            self.caller.ask(element)
        else:
            self.caller.go_on()

    def _voice_lost(self, code: str) -> None:
        practises = self.desk.practises or bool(self._pane)
        if practises and not self._parts.settings.get("voice"):
            words = tr("There is no voice here: what the caller says stands in the strip.")
            self.notice.emit(words, "info")
        else:
            super()._voice_lost(code)

    def repeat_caller(self) -> None:
        """The scripted caller says once more what they said last."""
        if self.desk.practises:
            self.caller.repeat()
        else:
            self.notice.emit(tr("Only the caller of a practice call does that."), "info")

    # -- what practice leaves alone --------------------------------------------------------

    def find_ticket(self) -> None:
        """The cursor to where the number of a ticket is typed; tickets are no practice."""
        if self.desk.practises:
            words = tr("In a practice call no ticket of a real caller is opened.")
            self.notice.emit(words, "info")
        else:
            super().find_ticket()

    def _find(self, said: str) -> None:
        if self.desk.practises:
            self.find_ticket()
        else:
            super()._find(said)

    def _load_history(self) -> None:
        draft = self.desk.draft
        if draft is not None and draft.practice:
            self._show_history("", History((), (), ()), ())
        else:
            super()._load_history()

    def _rehearsed(self) -> None:
        words = tr("Practice: the ticket is complete. Nothing was sent.")
        self.knowledge.toasts.say(words)
        self.focus_work()

    # -- afterwards ----------------------------------------------------------------------

    def _searched(self, words: str) -> None:
        if words.strip() and self._searched_at is None and self.desk.practises:
            self._searched_at = self._parts.clock()

    def _practised(self, draft: Draft, outcome: Outcome | None, closed_at: datetime) -> None:
        script, practice, searched_at = self._script, self._parts.practice, self._searched_at
        if script is None or script.id != draft.practice:
            return

        def work() -> Came:
            return practice.came(script, draft, outcome, searched_at, closed_at)

        self._parts.lanes.read.submit(work, self._show_result, self.failed.emit, newest="practice")

    def _show_result(self, came: Came) -> None:
        self.result.show_result(came)
        if self.desk.draft is None:
            self._show_pane(RESULT)

    def _open_right(self, key: str) -> None:
        self.knowledge.open_key(key)
        self.columns.bring(self.knowledge)
