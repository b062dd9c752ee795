"""One event card: its text, what became of it, and the tickets that report the same."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from operator_desk.domain.errors import UserError
from operator_desk.domain.event_cards import CardStep, EventCard
from operator_desk.domain.facts import UnitVersion
from operator_desk.domain.places import Place
from operator_desk.services.event_cards import PUBLISHES, CardRow, CardWhole, Solving
from operator_desk.services.people import Actor
from operator_desk.ui import names
from operator_desk.ui.events.form import CardForm
from operator_desk.ui.events.words import state_word
from operator_desk.ui.kit import look
from operator_desk.ui.kit.composing import ComposingText, flush_composition
from operator_desk.ui.kit.flow import flow_row
from operator_desk.ui.kit.labels import button, card, heading, plain_label
from operator_desk.ui.kit.notices import Toasts
from operator_desk.ui.kit.table import Column, RowsView
from operator_desk.ui.kit.words import tr
from operator_desk.ui.knowledge.batch.run import Run
from operator_desk.ui.messages import sentence
from operator_desk.ui.parts import Parts


class CardDetail(QWidget):
    """A lead publishes, changes, solves and withdraws here; everybody else reads."""

    failed = Signal(object)
    changed = Signal(object)  # id of the card that was published, changed, solved, withdrawn
    left = Signal()  # Esc: back to the list

    def __init__(self, parts: Parts, actor: Actor) -> None:
        super().__init__()
        self._parts, self._actor = parts, actor
        self._leads = actor.may(*PUBLISHES)
        self.row: CardRow | None = None
        self._run: Run | None = None
        frame, layout = card()
        self._title, self._remark = heading("warning", tr("Event card"))
        layout.addWidget(self._title)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        host = QWidget()
        host.setObjectName("inner")
        inside = QVBoxLayout(host)
        inside.setContentsMargins(0, 0, 6, 0)
        inside.setSpacing(8)
        self._build(inside)
        self._area.setWidget(host)
        layout.addWidget(self._area, 1)
        self.trouble = plain_label(role="danger", wrap=True)
        self.trouble.hide()
        layout.addWidget(self.trouble)
        self.toasts = Toasts()
        layout.addWidget(self.toasts)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        self.show_row(None)

    # -- building ------------------------------------------------------------------------

    def _build(self, inside: QVBoxLayout) -> None:
        profile = self._parts.profile
        self._facts = plain_label(wrap=True)
        self._facts.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.form = CardForm(profile, self._parts.clock)
        self.form.finished.connect(self.keep)
        self.form.walked.connect(self._see)
        self._buttons, row = flow_row()
        self.go = button(tr("Publish"), "primary")
        self.go.clicked.connect(self.keep)
        self.away = button(tr("Withdraw"))
        self.away.clicked.connect(self.withdraw)
        row.addWidget(self.go)
        row.addWidget(self.away)
        self._solving = QWidget()
        solving = QVBoxLayout(self._solving)
        solving.setContentsMargins(0, 0, 0, 0)
        solving.setSpacing(5)
        self._ask = plain_label(role="field", wrap=True)
        self.answer = ComposingText()
        self.answer.setTabChangesFocus(True)
        self.answer.setAccessibleName(tr("Answer for all who reported it"))
        self.answer.setPlaceholderText(tr("Such as: the supply was restored at 19:40."))
        self.solved = button("")
        self.solved.clicked.connect(self.solve)
        solved, line = flow_row()
        line.addWidget(self.solved)
        for made in (self._ask, self.answer, solved):
            solving.addWidget(made)
        self._joined = plain_label(role="field", wrap=True)
        self.tickets = RowsView(
            (
                Column(tr("Number"), lambda one: one.number, 18),
                Column(tr("State"), lambda one: names.state_word(one.state), 9),
                Column(tr("Title"), lambda one: one.title or ""),
            ),
            tr("Tickets that report the same"),
        )
        for widget in (self._facts, self.form, self._buttons, self._solving, self._joined):
            inside.addWidget(widget)
        inside.addWidget(self.tickets, 1)
        self._filler = QWidget()  # keeps what is above together where no ticket is listed
        inside.addWidget(self._filler, 1)
        self.fit()

    def fit(self) -> None:
        """Heights for the font in use."""
        self.answer.setFixedHeight(look.current().px(52))
        self.tickets.setMinimumHeight(look.current().px(110))
        self.form.fit()

    def set_lists(self, units: Sequence[UnitVersion], places: Sequence[Place]) -> None:
        """Units and places to choose from."""
        self.form.set_lists(units, places)

    def _see(self, field: QWidget) -> None:
        self._area.ensureWidgetVisible(field)

    # -- showing -------------------------------------------------------------------------

    def show_row(self, row: CardRow | None) -> None:
        """A card of the list; None: an empty form for a new one, or a hint."""
        self.row = row
        one = row.card if row else None
        now = self._parts.clock()
        self.trouble.hide()
        self._title.show_title("warning", one.title if one else self._empty())
        self._remark.setText(state_word(one.state_at(now)) if one else "")
        writes = self._leads and (one is None or one.open)
        self.form.setVisible(writes)
        self._buttons.setVisible(writes)
        self.away.setVisible(one is not None)
        self.go.setText(tr("Keep the change") if one else tr("Publish"))
        self.go.setAccessibleName(self.go.text())
        if writes:
            self.form.show_card(one)
        self._facts.setText(self._words(row) if row else "")
        self._facts.setVisible(row is not None)
        self._show_solving(row)
        self._joined.setVisible(row is not None)
        self.tickets.setVisible(row is not None and bool(row.joined))
        self._filler.setVisible(self.tickets.isHidden())
        if row is not None:
            self._joined.setText(
                tr("Tickets that report the same: {n}, without answer {open}",
                   n=row.joined, open=row.open)
            )  # fmt: skip
            self._load(one)

    def _empty(self) -> str:
        return tr("New event card") if self._leads else tr("Event card")

    def _show_solving(self, row: CardRow | None) -> None:
        one = row.card if row else None
        again = bool(row and one and one.step is CardStep.SOLVED and row.open)
        self._solving.setVisible(self._leads and one is not None and (one.open or again))
        if row is None or one is None:
            return
        self.answer.setPlainText(one.answer)
        self.answer.setReadOnly(again)
        if again:
            self._ask.setText(tr("These tickets came late, or the answering was broken off."))
            self.solved.setText(tr("Answer the rest: {n} tickets", n=row.open))
        else:
            self._ask.setText(tr("It is over: what all who reported it are told"))
            self.solved.setText(tr("Solved: answer {n} tickets", n=row.open))
        self.solved.setAccessibleName(self.solved.text())

    def _words(self, row: CardRow) -> str:
        one, text, profile = row.card, row.card.text, self._parts.profile
        told = tr("Told in {n} calls", n=row.told)
        lines = [told]
        if one.answer:
            lines.append(tr("Answer: {words}", words=one.answer))
        if not self._leads or not one.open:
            lines.append(tr("To say: {words}", words=text.words))
            found_by = [text.place or "", *text.keywords]
            found_by.append(profile.categories.path_name(text.category or "", " › "))
            lines.append(tr("Found by: {words}", words=tr(", ").join(filter(None, found_by))))
            if text.ends_at is not None:
                when = names.local(profile, text.ends_at, "%m-%d %H:%M")
                lines.append(tr("until {time}", time=when))
        return "\n".join(lines)

    def _load(self, one: EventCard | None) -> None:
        if one is None:
            return
        events, card_id = self._parts.events, one.id

        def show(whole: CardWhole) -> None:
            if self.row is not None and self.row.card.id == card_id:
                self.tickets.set_rows(whole.tickets)

        self._parts.lanes.read.submit(
            lambda: events.show(card_id), show, self.failed.emit, newest="event card"
        )

    # -- doing ---------------------------------------------------------------------------

    def begin(self) -> None:
        """The keys to the first thing to do here."""
        if self.form.isVisible():
            self.form.title.setFocus()
        elif self._solving.isVisible():
            self.solved.setFocus()
        elif self.tickets.isVisible():
            self.tickets.setFocus()

    def keep(self) -> None:
        """Publishes what is written, or keeps the change."""
        text, events, actor = self.form.text(), self._parts.events, self._actor
        if text is None:
            self._say_trouble(tr("Write the time as 20:00 or 11-24 08:00; it must lie ahead."))
            return
        row = self.row
        if row is None:
            self._write(
                lambda: events.publish(actor, text),
                lambda made: tr("Published: {title}", title=made.title),
            )
        else:
            one = row.card
            self._write(
                lambda: events.change(actor, one.id, text, one.version_id),
                lambda made: tr("Changed: {title}", title=made.title),
            )

    def withdraw(self) -> None:
        """Takes the card away."""
        row, events, actor = self.row, self._parts.events, self._actor
        if row is not None:
            one = row.card
            self._write(
                lambda: events.withdraw(actor, one.id, one.version_id),
                lambda made: tr("Withdrawn: {title}", title=made.title),
            )

    def _write(self, work: Callable[[], EventCard], words: Callable[[EventCard], str]) -> None:
        def done(one: EventCard) -> None:
            self.form.forget()
            self.toasts.say(words(one))
            self.changed.emit(one.id)

        self._parts.lanes.write.submit(work, done, self._refused)

    def _refused(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self._say_trouble(sentence(error))
        else:
            self.failed.emit(error)

    def _say_trouble(self, words: str) -> None:
        self.trouble.setText(words)
        self.trouble.show()

    # -- solving -------------------------------------------------------------------------

    def solve(self) -> None:
        """One answer for all tickets that report the event, some at a time."""
        flush_composition()
        row, events, actor = self.row, self._parts.events, self._actor
        if row is None or self._run is not None:
            return
        one, answer = row.card, self.answer.toPlainText()
        seen = one.version_id if one.open else None
        self._parts.lanes.write.submit(
            lambda: events.solve(actor, one.id, answer, seen), self._answering, self._refused
        )

    def _answering(self, solving: Solving) -> None:
        run = self._run = Run(self._parts.lanes.write, solving, self)
        self.solved.setEnabled(False)
        run.moved.connect(
            lambda: self._remark.setText(
                tr("answered {done} of {of}", done=solving.done, of=solving.of)
            )
        )
        run.rested.connect(lambda error: self._answered(solving, error))
        run.closed.connect(lambda _whole: self._answered(solving, None))
        run.begin()

    def _answered(self, solving: Solving, error: Exception | None) -> None:
        self._run = None
        self.solved.setEnabled(True)
        if error is not None:
            self._refused(error)
        words = tr("{n} tickets answered; {calls} callers want to hear it.",
                   n=solving.answered, calls=len(solving.to_call))  # fmt: skip
        self.toasts.say(words)
        self.changed.emit(solving.card.id)
        if solving.left:
            number, why = solving.left[0]
            self._say_trouble(
                tr("{n} tickets have no answer. {number}: {reason}",
                   n=len(solving.left), number=number, reason=sentence(why))
            )  # fmt: skip

    # -- keys ----------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
