"""One step for several tickets: a form for all of them, and what became of each."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from operator_desk.domain.errors import UserError
from operator_desk.domain.facts import UnitVersion
from operator_desk.domain.life_cycle import Action, actions_in
from operator_desk.domain.ticket_row import TicketRow
from operator_desk.services.people import Actor
from operator_desk.ui.kit.labels import button, card, heading, plain_label
from operator_desk.ui.kit.table import Column, RowsView
from operator_desk.ui.kit.words import tr
from operator_desk.ui.parts import Parts
from operator_desk.ui.tickets.acts import Acts
from operator_desk.ui.tickets.step_form import Asked, StepForm, Values
from operator_desk.ui.tickets.words import action_word, refusal

# What makes sense for several at once: the same words and the same unit for each.
BULK = (
    Action.DISPATCH, Action.REDISPATCH, Action.SIGN, Action.ACCEPT_RETURN, Action.CLOSE,
    Action.SUPERVISE,
)  # fmt: skip


def bulk_actions(rows: list[TicketRow], actor: Actor) -> list[Action]:
    """What can be done to all of some tickets, as far as their states say."""
    able = [set(actions_in(row.state, actor.all_roles)) for row in rows]
    return [action for action in BULK if able and all(action in one for one in able)]


class BulkPanel(QWidget):
    """The form for the marked tickets, then the report: refused rows first."""

    acted = Signal()
    left = Signal()
    failed = Signal(object)

    def __init__(self, parts: Parts, actor: Actor) -> None:
        super().__init__()
        self._parts, self._actor = parts, actor
        self._rows: list[TicketRow] = []
        self._action = Action.DISPATCH
        self.form, self.acts = StepForm(parts, actor), Acts(parts, actor)
        frame, layout = card()
        title, self._remark = heading("list", tr("Several tickets at once"))
        layout.addWidget(title)
        self._about = plain_label(role="muted", wrap=True)
        layout.addWidget(self._about)
        layout.addWidget(self.form)
        self.report = RowsView(
            (
                Column(tr("Number"), lambda row: row[0], 17),
                Column(tr("What became of it"), self._outcome),
            ),
            tr("What became of each ticket"),
        )
        self.report.setWordWrap(True)
        layout.addWidget(self.report, 1)
        self.back = button(tr("Back"), key="Esc")
        self.back.clicked.connect(self.left)
        layout.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addStretch(0)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        self.form.given.connect(self._give)
        self.form.left.connect(self.left)
        self.acts.bulk_done.connect(self._reported)
        self.acts.refused.connect(self._refused)
        for part in (self.form, self.acts):
            part.failed.connect(self.failed)

    def set_units(self, units: list[UnitVersion]) -> None:
        """The units to choose from."""
        self.form.set_units(units)

    def ask(self, rows: list[TicketRow], action: Action) -> None:
        """Opens the form for some tickets."""
        self._rows, self._action = rows, action
        word = action_word(action)
        self._remark.setText("")
        shown = tr(", ").join(row.number for row in rows[:6])
        more = tr(" and {n} more", n=len(rows) - 6) if len(rows) > 6 else ""
        self._about.setText(shown + more)
        self._about.show()
        self.report.hide()
        self.back.hide()
        title = tr("{action}: {n} tickets", action=word, n=len(rows))
        own = action in (Action.DISPATCH, Action.REDISPATCH)
        state = rows[0].state
        self.form.ask(
            Asked(action=action, state=state, title=title, opened=None, values={}, own=own)
        )

    def _give(self, values: Values) -> None:
        self.form.setEnabled(False)
        self.acts.bulk([row.number for row in self._rows], self._action, values)

    def _refused(self, error: UserError) -> None:
        self.form.setEnabled(True)
        self.form.tell(refusal(error, self._parts.profile))

    def _outcome(self, row: tuple[str, UserError | None]) -> str:
        if row[1] is None:
            return tr("done")
        return tr("refused: {why}", why=refusal(row[1], self._parts.profile))

    def _reported(self, found: list[tuple[str, UserError | None]]) -> None:
        self.form.setEnabled(True)
        self.form.close_form()
        bad = [row for row in found if row[1] is not None]
        self.report.set_rows([*bad, *(row for row in found if row[1] is None)])
        self._about.hide()
        self._remark.setText(
            tr("{done} done, {bad} refused", done=len(found) - len(bad), bad=len(bad))
        )
        self.report.show()
        self.report.resizeRowsToContents()
        self.back.show()
        self.report.setFocus()
        self.acted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
