"""The middle column while reading back: the items, the answer keys, the correction."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QAbstractItemView, QVBoxLayout, QWidget

from operator_desk.domain import readback
from operator_desk.domain.draft import MatterDraft
from operator_desk.domain.phase import Phase
from operator_desk.domain.profile import Profile
from operator_desk.domain.terms import Answer
from operator_desk.speech.voice import Voice
from operator_desk.ui import names
from operator_desk.ui.call.desk import CallDesk
from operator_desk.ui.call.read_aloud import ReadAloud
from operator_desk.ui.call.readback_items import ItemDelegate, ItemsModel, ReadbackList
from operator_desk.ui.call.voice_bar import VoiceBar
from operator_desk.ui.kit import look
from operator_desk.ui.kit.composing import ComposingText, flush_composition
from operator_desk.ui.kit.labels import plain_label
from operator_desk.ui.kit.words import tr


class _Correction(ComposingText):
    accepted = Signal()
    cancelled = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.accepted.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)


class ReadbackPane(QWidget):
    """Shows the readback of the matter in hand and takes the caller's answers."""

    scope_shown = Signal(str)

    def __init__(self, desk: CallDesk, profile: Profile, language: str, voice: Voice) -> None:
        super().__init__()
        self._desk, self._profile, self._language = desk, profile, language
        self._asking: Answer | None = None
        self._before = ""
        self._model = ItemsModel(profile, language)
        self.list = ReadbackList()
        self.list.setProperty("role", "bare")
        self.list.setAccessibleName(tr("Items of the readback"))
        self.list.setModel(self._model)
        self.list.setItemDelegate(ItemDelegate(self._model))
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.list.clicked.connect(lambda index: self._clicked(index.row()))
        self.list.confirm_wanted.connect(self.confirm)
        self.list.moved.connect(desk.move)
        self.list.digit_typed.connect(self._digit)
        self.aloud = ReadAloud(voice, desk, self._spoken, profile.language, self)
        self.aloud.moved.connect(lambda: self._model.say(self.aloud.span))
        self.list.pace_wanted.connect(
            lambda step: self.aloud.faster() if step > 0 else self.aloud.slower()
        )
        self._voice_bar = VoiceBar(self.aloud)
        self._voice_bar.hold_wanted.connect(self.hold_voice)
        self._voice_bar.again_wanted.connect(self.read_again)
        self._voice_bar.switch_wanted.connect(self.aloud.choose)
        self._reasons = plain_label(role="say", wrap=True)
        self._edit_label = plain_label(tr("New wording: Enter or F5 accepts"), "field")
        self._edit = _Correction()
        self._edit.setAccessibleName(tr("New wording"))
        self._edit.setFixedHeight(look.current().px(84))
        self._edit.accepted.connect(self.confirm)
        self._edit.cancelled.connect(self._stop_correcting)
        self._edit.textChanged.connect(self._typed)
        self._state = plain_label(role="muted", wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for widget in (self._edit_label, self._edit, self._reasons):
            widget.hide()
        layout.addWidget(self.list, 1)
        for below in (self._edit_label, self._edit, self._reasons, self._voice_bar, self._state):
            layout.addWidget(below)
        desk.changed.connect(self.refresh)

    @property
    def correcting(self) -> bool:
        """Whether a new wording is being typed."""
        return not self._edit.isHidden()

    def refresh(self) -> None:
        """Shows the readback as it stands."""
        if self._desk.phase is not Phase.READBACK:
            self.aloud.hush()
            return
        matter = self._desk.matter
        self._model.show_matter(matter)
        run = matter.readback if matter else None
        if matter is None or run is None:
            self._state.setText("")
            return
        self._take_up(matter, run.typed)
        done = sum(item.answer is not None for item in run.items)
        self._show_current()
        left = len(run.items) - done
        words = (
            tr("{left} items left · {scope}", left=left, scope=names.scope_word(run.scope))
            if left
            else tr("All items have an answer. Shift+F6 seals, F11 registers.")
        )
        self._state.setText(words)
        self.aloud.follow(matter, typing=self.correcting)
        if self._desk.phase is Phase.READBACK:
            self.scope_shown.emit(f"{done} / {len(run.items)}")

    def _take_up(self, matter: MatterDraft, typed: str | None) -> None:
        """Opens the new wording that was being typed when the program ended."""
        item = readback.current(matter)
        if typed is not None and item is not None and not self.correcting:
            self._before = readback.wording(matter, item)
            self._open_edit(typed)
            self._edit.moveCursor(QTextCursor.MoveOperation.End)

    def _show_current(self) -> None:
        run = self._model.matter.readback if self._model.matter else None
        if run is not None and run.current < len(run.items):
            self.list.scrollTo(self._model.index(run.current))

    # -- the voice -----------------------------------------------------------------------

    def _spoken(self, matter: MatterDraft, place: int) -> str:
        """What the voice says for the item at a place: its present words."""
        item = matter.readbacks[-1].items[place]
        return readback.words(matter, item, self._model.labels(matter))

    def let_read(self, voice: bool) -> None:
        """Whether the voice is to read; one that was lost comes back only when it is asked."""
        if voice != self.aloud.on and not (voice and self.aloud.lost):
            self.aloud.switch(voice)

    def hold_voice(self) -> None:
        """The voice: pause, go on, again; switched on where the operator reads."""
        self.aloud.hold_or_go_on(self._desk.matter)

    def read_again(self) -> None:
        """The voice reads the item from its beginning."""
        self.aloud.again(self._desk.matter)

    # -- keys ----------------------------------------------------------------------------

    def confirm(self) -> None:
        """Confirms the item; accepts the new wording while one is being typed."""
        if self.correcting:
            flush_composition()
            words = " ".join(self._edit.toPlainText().split())
            self._stop_correcting()
            if words != self._before:
                self._desk.correct(words)
            return
        self._ask(None)
        self._desk.answer(Answer.CONFIRMED)

    def correct(self) -> None:
        """Opens the new wording of the item being read."""
        matter = self._desk.matter
        if self.correcting:
            self.confirm()
            return
        item = readback.current(matter) if matter else None
        if matter is None or item is None:
            return
        self._ask(None)
        self._before = readback.wording(matter, item)
        self._open_edit(self._before)
        self._edit.selectAll()

    def _open_edit(self, words: str) -> None:
        self.aloud.hush()
        self._edit_label.show()
        self._edit.show()
        self._edit.setPlainText(words)
        self._edit.setFocus()

    def _typed(self) -> None:
        if self.correcting:
            self._desk.type_correction(self._edit.toPlainText())

    def finish_correction(self) -> None:
        """Takes a new wording that is half typed, before the keys go elsewhere."""
        if self.correcting:
            self.confirm()

    def forget_correction(self) -> None:
        """Another matter or call is in hand: the field of the new wording is put away."""
        self._edit.hide()
        self._edit_label.hide()
        self._ask(None)
        self.refresh()

    def take_keys(self) -> None:
        """The cursor into the new wording while one is typed, else to the items."""
        (self._edit if self.correcting else self.list).setFocus()

    def _clicked(self, row: int) -> None:
        self.finish_correction()
        self._desk.go_to_item(row)

    def _stop_correcting(self) -> None:
        self._desk.type_correction(None)
        self._edit.hide()
        self._edit_label.hide()
        self.list.setFocus()

    def ask_reason(self, answer: Answer) -> None:
        """Asks for the reason of *declined* or *not read*; the key again takes the first."""
        if self._asking is answer:
            self._digit(int(self._entries(answer)[0].digit))
            return
        flush_composition()
        self._ask(answer)
        self.list.setFocus()

    def _entries(self, answer: Answer) -> list[Any]:
        entries = self._profile.reasons.get(answer.value, ())
        return [entry for entry in entries if not entry.automatic]

    def _ask(self, answer: Answer | None) -> None:
        self._asking = answer
        if answer is None:
            self._reasons.hide()
            return
        rows = [f"{entry.digit} {entry.text(self._language)}" for entry in self._entries(answer)]
        title = tr("Why {answer}? A digit chooses:", answer=names.answer_word(answer))
        # Beside each other: one below the other they would push the item out of sight.
        self._reasons.setText(f"{title}\n{'　'.join(rows)}")
        self._reasons.show()
        QTimer.singleShot(0, self, self._show_current)

    def _digit(self, digit: int) -> None:
        if self._asking is None:
            self._desk.go_to_item(digit - 1)
            return
        answer = self._asking
        for entry in self._entries(answer):
            if entry.digit == str(digit):
                self._ask(None)
                self._desk.answer(answer, entry.code)
                return
