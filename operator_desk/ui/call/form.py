"""The left column: who calls, kind and category, the record, the summary."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from operator_desk.domain import record, sealing
from operator_desk.domain.draft import Draft, MatterDraft
from operator_desk.domain.numbers import short_ticket_number
from operator_desk.domain.profile import Profile
from operator_desk.domain.proposals import CategoryProposal
from operator_desk.domain.terms import Answer, Direction, Entry, MatterKind
from operator_desk.services.ports import Clock
from operator_desk.ui import names
from operator_desk.ui.asking import purpose_word
from operator_desk.ui.call.categories import category_choices, category_proposals
from operator_desk.ui.call.desk import CallDesk
from operator_desk.ui.call.paper import PaperRow
from operator_desk.ui.call.reasons import Reasons
from operator_desk.ui.call.record_edit import RecordEdit
from operator_desk.ui.kit import look
from operator_desk.ui.kit.composing import ComposingLine, ComposingText
from operator_desk.ui.kit.digits import DigitField
from operator_desk.ui.kit.labels import (
    button,
    card,
    clear,
    heading,
    plain_label,
    restyle,
    steady_label,
)
from operator_desk.ui.kit.number_line import CallerLine
from operator_desk.ui.kit.picker import Choice, PickerField, found_in
from operator_desk.ui.kit.words import tr


class SummaryEdit(ComposingText):
    """The operator's words; in the empty field ↓ or Enter takes what is proposed."""

    proposal_taken = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() in keys and not self.toPlainText().strip():
            self.proposal_taken.emit()
        else:
            super().keyPressEvent(event)


class CallForm(QWidget):
    """Shows the matter in hand and gives every change to the desk."""

    words_typed = Signal(str)  # the statement being typed
    touched = Signal()  # anything was typed
    matter_wanted = Signal(int)

    def __init__(self, desk: CallDesk, profile: Profile, language: str, clock: Clock) -> None:
        super().__init__()
        self._desk, self._profile, self._language = desk, profile, language
        frame, layout = card()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        title, self._remark = heading("call", tr("Call form"))
        layout.addWidget(title)
        self._tabs = QHBoxLayout()
        self._tabs.setSpacing(6)
        layout.addLayout(self._tabs)
        self.paper = PaperRow(desk, profile, clock)
        self.paper.done.connect(lambda: self.number.setFocus())
        layout.addWidget(self.paper)
        layout.addLayout(self._caller_row())
        layout.addWidget(self._kind_row())
        layout.addLayout(self._category_row())
        self._record_row(layout)
        self._summary_row(layout)
        desk.changed.connect(self.refresh)
        desk.matter_switched.connect(self._show_matter)
        desk.keeper.saved.connect(self._saved)
        desk.keeper.lacking.connect(self._lacking)
        self._show_matter()

    # -- building ------------------------------------------------------------------------

    def _caller_row(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        self.number, self.name = CallerLine(), ComposingLine()
        self.number.setAccessibleName(tr("Number of the call"))
        self.name.setAccessibleName(tr("Caller's name"))
        self.name.setPlaceholderText(tr("Name, if the caller gives it"))
        self.number.textEdited.connect(lambda text: self._desk.set_caller(number=text))
        self.name.textEdited.connect(lambda text: self._desk.set_caller(name=text))
        self.number.returnPressed.connect(self.name.setFocus)
        self.name.returnPressed.connect(lambda: self.record.setFocus())
        grid.addWidget(plain_label(tr("Number"), "field"), 0, 0)
        grid.addWidget(plain_label(tr("Caller"), "field"), 0, 1)
        grid.addWidget(self.number, 1, 0)
        grid.addWidget(self.name, 1, 1)
        return grid

    def _kind_row(self) -> QWidget:
        self.kind = DigitField(
            [
                Choice(kind, names.kind_word(self._profile, kind, self._language))
                for kind in MatterKind
            ]
        )
        self.kind.setAccessibleName(tr("Kind"))
        self.kind.chosen.connect(self._desk.set_kind)
        self.kind.accepted.connect(lambda: self.category.setFocus())
        return self.kind

    def _category_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        choices = category_choices(self._profile.categories)
        self.category = PickerField(lambda typed: found_in(choices, typed))
        self.category.setAccessibleName(tr("Category"))
        self.category.setPlaceholderText(tr("Category: initials, such as tqgz"))
        self.category.chosen.connect(lambda code: self._desk.set_category(code))
        self.category.accepted.connect(lambda: self.record.setFocus())
        row.addWidget(self.category, 1)
        return row

    def _record_row(self, layout: QVBoxLayout) -> None:
        row = QHBoxLayout()
        row.addWidget(plain_label(tr("Verbatim record: one line a statement"), "field"))
        row.addStretch(1)
        self._count = steady_label(_count_words(888, 88_888), "muted")
        row.addWidget(self._count)
        layout.addLayout(row)
        self.record = RecordEdit()
        self.record.setPlaceholderText(
            tr("Type what the caller says. Enter ends a statement. F5 reads it back.")
        )
        self.record.words_changed.connect(self._typed)
        layout.addWidget(self.record, 1)

    def _summary_row(self, layout: QVBoxLayout) -> None:
        row = QHBoxLayout()
        self._summary_label = plain_label(role="field")
        row.addWidget(self._summary_label)
        row.addStretch(1)
        self._saved_label = steady_label(tr("Not on disk since {time}", time="88:88:88"), "muted")
        row.addWidget(self._saved_label)
        take = button(tr("Propose"), "flat")
        take.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Tab goes from the record to the summary
        take.clicked.connect(self.propose_summary)
        row.addWidget(take)
        layout.addLayout(row)
        self.summary = SummaryEdit()
        self.summary.proposal_taken.connect(self.propose_summary)
        self.summary.setAccessibleName(tr("Summary"))
        self.summary.setPlaceholderText(tr("↓ takes what is proposed"))
        self.summary.setTabChangesFocus(True)
        self.summary.textChanged.connect(self._summary_typed)
        layout.addWidget(self.summary)
        self.fold(False)

    def fold(self, narrow: bool) -> None:
        """Two lines of summary, or one where the room is narrow."""
        words = tr("Summary") if narrow else tr("Summary in the operator's words")
        self._summary_label.setText(words)
        self.summary.setFixedHeight(look.current().px(32 if narrow else 56))

    # -- showing -------------------------------------------------------------------------

    def _show_matter(self) -> None:
        draft = self._desk.draft
        self.setEnabled(draft is not None)
        matter = draft.matter if draft else None
        words = [line.words for line in record.visible(matter)] if matter else []
        self.record.show_words(words, draft.cursor if draft and draft.cursor else 10**9)
        if matter and matter.seals:
            self.record.to_new_line()  # what comes now is a supplement, no correction
        self._show_summary(matter)
        self.paper.show_call()
        self.number.show_number(draft.number if draft else "", hidden=self._desk.ended)
        self.name.setText(draft.name if draft else "")
        self.refresh()

    def _show_summary(self, matter: MatterDraft | None) -> None:
        wanted = matter.summary if matter else ""
        if wanted != self.summary.toPlainText().strip():
            self.summary.blockSignals(True)
            self.summary.setPlainText(wanted)
            self.summary.blockSignals(False)

    def refresh(self) -> None:
        """Shows what the draft holds now."""
        draft, matter = self._desk.draft, self._desk.matter
        self.setEnabled(draft is not None)
        if draft is None or matter is None:
            for label in (self._remark, self._count, self._saved_label):
                label.setText("")
            self.kind.set_value(None)
            self.category.set_choice(None, "")
            clear(self._tabs)
            return
        lines = record.visible(matter)
        self._show_corrections([line.words for line in lines])
        self._show_summary(matter)
        self.number.show_number(draft.number, hidden=self._desk.ended)
        self.kind.set_value(matter.kind)
        self.paper.refresh()
        name = self._profile.categories.path_name(matter.category) if matter.category else ""
        self.category.set_choice(matter.category, name or matter.category_text or "")
        self._count.setText(_count_words(len(lines), sum(len(line.words) for line in lines)))
        self._show_marks(matter)
        self._remark.setText(self._state(draft, matter))
        self._show_tabs(draft)

    def _show_corrections(self, words: list[str]) -> None:
        shown = [text.strip() for text in self.record.paragraphs() if text.strip()]
        if shown != words:
            self.record.replace_words(words)

    def _show_marks(self, matter: MatterDraft) -> None:
        lines = record.visible(matter)
        answers: tuple[Answer | None, ...] = ()
        if matter.readbacks:
            answers = tuple(sealing.answer_of_line(matter, line) for line in lines)
        self.record.set_marks(tuple(line.mark for line in lines), answers)

    def _state(self, draft: Draft, matter: MatterDraft) -> str:
        if draft.practice:
            return tr("Practice")
        if matter.ticket:
            return tr("Ticket {number}", number=matter.ticket.number)
        if matter.supplements:
            number = short_ticket_number(matter.supplements.number)
            return tr("Supplement to {number}", number=number)
        if matter.seals:
            return tr("Sealed, no. {number}", number=matter.seals[-1].number)
        if draft.entry is Entry.AFTER_CALL:
            return tr("After-call entry")
        if draft.direction is Direction.OUT:
            return tr("Outgoing: {purpose}", purpose=purpose_word(draft.purpose))
        began = names.local(self._profile, draft.started_at, "%H:%M:%S")
        return tr("Began {time}", time=began)

    def _show_tabs(self, draft: Draft) -> None:
        wanted = len(draft.matters) if len(draft.matters) > 1 else 0
        if self._tabs.count() != (wanted + 1 if wanted else 0):
            clear(self._tabs)
            for place in range(wanted):
                chip = QPushButton(tr("Matter {n}", n=place + 1))
                chip.setProperty("role", "chip")
                chip.setCheckable(True)
                chip.setFocusPolicy(Qt.FocusPolicy.NoFocus)
                chip.clicked.connect(lambda _on, at=place: self.matter_wanted.emit(at))
                self._tabs.addWidget(chip)
            if wanted:
                self._tabs.addStretch(1)
        for place in range(wanted):
            item = self._tabs.itemAt(place)
            chip_ = item.widget() if item else None
            if isinstance(chip_, QPushButton):
                chip_.setChecked(place == draft.current)

    def _saved(self, at: datetime) -> None:
        if self._desk.draft is not None:
            time = names.local(self._profile, at, "%H:%M:%S")
            self._saved_label.setText(tr("On disk {time}", time=time))
            restyle(self._saved_label, "role", "muted")

    def _lacking(self, since: datetime, _error: object) -> None:
        time = names.local(self._profile, since, "%H:%M:%S")
        self._saved_label.setText(tr("Not on disk since {time}", time=time))
        restyle(self._saved_label, "role", "danger")

    def show_categories(self, found: Sequence[CategoryProposal], reasons: Reasons) -> None:
        """What the matter's category could be; the field says the first, ↓ or a digit takes one."""
        choices = category_proposals(self._profile.categories, reasons, found)
        self.category.propose(choices)
        hint = tr("Category: initials, such as tqgz")
        if choices:  # why stands in the list, and where the pointer rests: the field is too short
            hint = tr("Proposed: {name}", name=choices[0].text.rpartition(" › ")[2])
        self.category.setPlaceholderText(hint)
        self.category.setToolTip(choices[0].remark if choices else "")

    def focus_field(self, name: str) -> None:
        """A field that a ticket needs and that stands here."""
        fields = {"caller_name": self.name, "summary": self.summary}
        if name in fields:
            fields[name].setFocus()

    # -- typing --------------------------------------------------------------------------

    def _typed(self) -> None:
        if self._desk.draft is None:
            return
        self._desk.edit_record(self.record.paragraphs(), self.record.textCursor().position())
        matter = self._desk.matter
        if matter is not None:
            lines = record.visible(matter)
            self._show_marks(matter)
            self._count.setText(_count_words(len(lines), sum(len(line.words) for line in lines)))
        self.words_typed.emit(self.record.line_at_cursor())
        self.touched.emit()

    def _summary_typed(self) -> None:
        self._desk.set_summary(self.summary.toPlainText())
        self.touched.emit()

    def propose_summary(self) -> None:
        """Puts the proposed summary into the field."""
        matter = self._desk.matter
        if matter is not None:
            labels = {
                element.code: element.label
                for element in self._profile.categories.elements(matter.category or "")
            }
            self.summary.setPlainText(record.proposed_summary(matter, labels))
            self.summary.moveCursor(QTextCursor.MoveOperation.End)


def _count_words(statements: int, characters: int) -> str:
    return tr(
        "{statements} statements · {characters} characters",
        statements=statements,
        characters=characters,
    )
