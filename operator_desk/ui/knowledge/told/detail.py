"""One told-to list: what was wrong, how far it is, its calls, and what became of each."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from operator_desk.domain.errors import UserError
from operator_desk.domain.knowledge_terms import RecallAction
from operator_desk.domain.recalls import ToldCall, ToldList
from operator_desk.services.people import Actor
from operator_desk.ui.kit.flow import flow_row
from operator_desk.ui.kit.labels import button, card, plain_label, restyle
from operator_desk.ui.kit.words import tr
from operator_desk.ui.knowledge.editor.ask import Ask, AskStrip, Wanted
from operator_desk.ui.knowledge.told.calls import CHOICES, CallsTable
from operator_desk.ui.knowledge.told.words import about, progress, right_words, step_words
from operator_desk.ui.messages import sentence
from operator_desk.ui.parts import Parts

_BAR = 12  # pixels: beside it stands what it says


class ToldDetail(QWidget):
    """Reads nothing by itself; what somebody notes goes to the write lane."""

    call_wanted = Signal(object, object)  # ToldList, ToldCall
    open_wanted = Signal(str)
    changed = Signal()  # the store says something else now
    left = Signal()
    failed = Signal(object)

    def __init__(self, parts: Parts, actor: Actor) -> None:
        super().__init__()
        self._parts, self._actor = parts, actor
        self._staff: Mapping[UUID, str] = {}
        self._narrow = False
        self.found: ToldList | None = None
        self.calls = CallsTable(parts.profile)
        self.calls.wanted.connect(self._wanted)
        self.calls.left.connect(self.left)
        self.calls.chosen.connect(self._chosen)
        self.strip = AskStrip()
        self.strip.closed.connect(self._asked)
        frame, layout = card()
        self._title = plain_label(role="title", wrap=True)
        self._about, self._right = plain_label(wrap=True), plain_label(wrap=True)
        self._steps, self._unseen = plain_label(role="muted", wrap=True), plain_label(wrap=True)
        self._trouble = plain_label(role="warn", wrap=True)
        for label in (self._title, self._about, self._right):
            layout.addWidget(label)
        layout.addWidget(self._progress_row())
        layout.addWidget(self.calls, 1)
        for widget in (self._unseen, self._steps, self._trouble, self._buttons(), self.strip):
            layout.addWidget(widget)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        self.show_list(None, {})

    def _progress_row(self) -> QWidget:
        self._progress = QWidget()
        row = QHBoxLayout(self._progress)
        row.setContentsMargins(0, 0, 0, 0)
        self.bar, self.words = QProgressBar(), plain_label()
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(_BAR)
        row.addWidget(self.bar, 1)
        row.addWidget(self.words)
        return self._progress

    def _buttons(self) -> QWidget:
        self._foot, row = flow_row(8)
        self.buttons: dict[str, QPushButton] = {}
        for choice in CHOICES:
            first = "" if self.buttons else "primary"
            made = button(tr(choice.words), first, choice.picture, choice.letter)
            made.clicked.connect(partial(self._pressed, choice.name))
            self.buttons[choice.name] = made
            row.addWidget(made)
        return self._foot

    # -- showing -------------------------------------------------------------------------

    def show_list(self, found: ToldList | None, staff: Mapping[UUID, str]) -> None:
        """Another list, or the same as it is now; None: there is none."""
        other = found is None or self.found is None or found.id != self.found.id
        self.found, self._staff = found, staff
        if other:
            self.strip.close_strip()
            self.show_trouble("")
        for widget in (self._about, self._right, self._progress, self.calls):
            widget.setVisible(found is not None)
        self._foot.setVisible(bool(found and found.calls) and not self.strip.asking)
        if found is None:
            self._title.setText("")
            self.calls.show_calls((), {})
            self._unseen.hide()
            return
        self._title.setText(found.title)
        self._about.setText(about(found, self._parts.profile, staff))
        level, words = right_words(found)
        restyle(self._right, "role", level)
        self._right.setText(words)
        self._show_progress(found)
        self._say_unseen(found)
        self.calls.show_calls(found.calls, staff)

    def _show_progress(self, found: ToldList) -> None:
        words = progress(found)
        self.words.setText(words)
        self.bar.setRange(0, max(1, found.of))
        self.bar.setValue(found.done if found.of else 1)
        self.bar.setAccessibleName(words)

    def _say_unseen(self, found: ToldList) -> None:
        words = tr(
            "{n} more calls are secret: somebody of the follow-up or a lead makes them.",
            n=found.unseen,
        )
        self._unseen.setText(words if found.unseen else "")
        self._unseen.setVisible(bool(found.unseen))

    def fold(self, *, narrow: bool) -> None:
        """With little room only the newest step of a call is told."""
        if narrow != self._narrow:
            self._narrow = narrow
            self._show_steps(self.calls.call)

    def _chosen(self, call: ToldCall | None) -> None:
        self._show_steps(call)
        self.buttons["call"].setEnabled(call is not None and bool(call.waits))
        self.show_trouble("")

    def _show_steps(self, call: ToldCall | None) -> None:
        steps = call.steps if call is not None else ()
        if self._narrow:
            steps = steps[-1:]
        lines = [step_words(one, self._parts.profile, self._staff) for one in steps]
        self._steps.setText("\n".join(lines))
        self._steps.setVisible(bool(lines))

    def show_trouble(self, words: str) -> None:
        """Why something was not done; "" takes it away."""
        self._trouble.setText(words)
        self._trouble.setVisible(bool(words))

    # -- doing ---------------------------------------------------------------------------

    def _pressed(self, name: str, _checked: bool) -> None:
        self.calls.setFocus()
        self.calls.want(name)

    def _wanted(self, name: str, call: ToldCall) -> None:
        self.show_trouble("")
        found = self.found
        if found is None:
            return
        if name == "open":
            self.open_wanted.emit(found.article_key)
        elif name == "call":
            self._call(found, call)
        elif name == RecallAction.NOT_REACHED.value:
            self._note(found, call, RecallAction.NOT_REACHED, "")
        else:
            self._ask(found, call, RecallAction(name))

    def _call(self, found: ToldList, call: ToldCall) -> None:
        if call.done:
            self.show_trouble(tr("This call is done already."))
        elif not call.waits:
            self.show_trouble(tr("There is no number to call back."))
        elif found.right is None and not found.withdrawn:
            self.show_trouble(
                tr("There is nothing right to tell yet: publish the correction first.")
            )
        else:
            self.call_wanted.emit(found, call)

    def _ask(self, found: ToldList, call: ToldCall, action: RecallAction) -> None:
        needless = action is RecallAction.NOT_NEEDED
        why = tr("Why is no call needed?") if needless else tr("How was it told?")
        words = tr("It counts as done, and stays in the list with the reason.")
        label = tr("Not needed") if needless else tr("Told")
        self._foot.hide()
        self.strip.ask(
            Ask(
                words,
                (Wanted("note", why),),
                label,
                lambda given: self._note(found, call, action, given["note"]),
            )
        )

    def _note(self, found: ToldList, call: ToldCall, action: RecallAction, note: str) -> None:
        recalls, actor = self._parts.recalls, self._actor
        if action is RecallAction.CALLED and not note.strip():
            self.strip.show_trouble(tr("Say how it was told."))
            return
        self._parts.lanes.write.submit(
            lambda: recalls.note(actor, found.id, call.call_id, action, note),
            lambda _row: self._noted(),
            self._failed,
        )

    def _noted(self) -> None:
        self.strip.close_strip()
        self.changed.emit()

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            self.failed.emit(error)
        elif self.strip.asking:
            self.strip.show_trouble(sentence(error))
        else:
            self.show_trouble(sentence(error))

    def _asked(self) -> None:
        self._foot.setVisible(bool(self.found and self.found.calls))
        if self.isVisible():
            self.calls.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
