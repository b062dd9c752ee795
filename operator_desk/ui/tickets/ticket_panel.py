"""The ticket in hand: what it is, what can be done with it, and the form of a step in place."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from operator_desk.domain.errors import UserError
from operator_desk.domain.facts import UnitVersion
from operator_desk.domain.life_cycle import WAYS, Action
from operator_desk.domain.terms import Role
from operator_desk.domain.way_words import STATES
from operator_desk.services.handling import Done
from operator_desk.services.people import Actor
from operator_desk.services.returns import Settled
from operator_desk.services.rights import own_only
from operator_desk.services.work import Opened
from operator_desk.ui import names
from operator_desk.ui.kit import look
from operator_desk.ui.kit.labels import card
from operator_desk.ui.kit.words import tr
from operator_desk.ui.messages import sentence
from operator_desk.ui.parts import Parts
from operator_desk.ui.tickets.acts import Acts, label_back
from operator_desk.ui.tickets.bar import ActionBar
from operator_desk.ui.tickets.certificate import CertificateView
from operator_desk.ui.tickets.detail import TicketDetail, asks_caller
from operator_desk.ui.tickets.files import TicketFiles
from operator_desk.ui.tickets.requests import beside, request_of, third_return
from operator_desk.ui.tickets.slip import SlipView
from operator_desk.ui.tickets.step_form import Asked, StepForm, Values, preset
from operator_desk.ui.tickets.way import mover
from operator_desk.ui.tickets.words import action_word, refusal

# What a unit without a desk of its own reports, and a lead enters for it.
OF_UNITS = frozenset(way.action for way in WAYS if Role.UNIT in way.by)
_SOON_MS = 120
_BOTH = 500  # pixels at 100 %: below that a form has the room to itself


class TicketPanel(QWidget):
    """Opens tickets in the lanes; `acted`: a step was stored, `left`: the keys go to the rows."""

    acted = Signal(str)
    left = Signal()
    notice = Signal(str, str, str, object)  # words, level, label, act
    follow_up_wanted = Signal(str, object)  # number, and who hears why it cannot begin
    failed = Signal(object)

    def __init__(self, parts: Parts, actor: Actor) -> None:
        super().__init__()
        self._parts, self._actor = parts, actor
        self._kept: dict[tuple[str, Action], Values] = {}
        self._wanted = ""
        self._last = ""  # the ticket of one's own last step
        self.detail, self.bar = TicketDetail(parts, actor), ActionBar()
        self.form, self.acts = StepForm(parts, actor), Acts(parts, actor)
        self.slip, self.certificate = SlipView(parts, actor), CertificateView(parts, actor)
        self.files = TicketFiles(parts, actor, self)
        self.files.opened = lambda: self.detail.opened
        self._front = QStackedWidget()
        self._front.addWidget(self.detail)
        self._front.addWidget(self.slip)
        self._front.addWidget(self.certificate)
        frame, layout = card()
        layout.addWidget(self._front, 1)
        layout.addWidget(self.form)
        layout.addWidget(self.bar)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON_MS)
        self._soon.timeout.connect(lambda: self.load(self._wanted))
        self._listen()

    def _listen(self) -> None:
        self.bar.wanted.connect(self.ask)
        self.bar.refused.connect(self._cannot)
        self.bar.left.connect(self.left)
        self.form.given.connect(self._give)
        self.form.left.connect(self._leave)
        self.acts.done.connect(self._done)
        self.acts.late.connect(self._late)
        self.acts.refused.connect(self._refused)
        self.acts.taken_back.connect(self._taken_back)
        self.detail.slip_wanted.connect(self.show_slip)
        self.detail.certificate_wanted.connect(self.show_certificate)
        self.detail.call_wanted.connect(self.call_caller)
        self.detail.file_wanted.connect(self.files.ask)
        self.detail.save_wanted.connect(self.files.save)
        self.files.noted.connect(lambda words: self.notice.emit(words, "ok", "", None))
        self.files.attached.connect(self.load)
        self.slip.closed.connect(self._leave_paper)
        self.certificate.closed.connect(self._leave_paper)
        for part in (self.detail, self.form, self.acts, self.slip, self.certificate, self.files):
            part.failed.connect(self._failed)

    def set_units(self, units: list[UnitVersion]) -> None:
        """The units to choose from."""
        self.form.set_units(units)

    # -- opening -------------------------------------------------------------------------

    def follow(self, number: str) -> None:
        """Another row: its ticket is opened when the keys rest, if one is open at all."""
        self._wanted = number
        if self.detail.opened is not None and self.detail.number != number:
            self._soon.start()

    def load(self, number: str, then: Callable[[], None] | None = None) -> None:
        """Reads a ticket and shows it. That it was seen is stored first: the write lane."""
        self._soon.stop()
        self._wanted = number
        work, actor = self._parts.work, self._actor

        def shown(opened: Opened) -> None:
            self._show(opened)
            if then is not None:
                then()

        self._parts.lanes.write.submit(
            lambda: work.open(actor, number), shown, self._failed, newest="ticket"
        )

    def _show(self, opened: Opened) -> None:
        number = opened.whole.row.number
        asked = self.form.asked
        if asked and asked.opened and asked.opened.whole.row.number != number:
            self._keep()
            self._closed()
        self._front.setCurrentWidget(self.detail)
        self.detail.show_ticket(opened)
        self.bar.show_actions(opened.actions)
        self.bar.setVisible(self.form.asked is None)

    def show_slip(self) -> None:
        """The dispatch slip of the ticket in place of its fields."""
        opened = self.detail.opened
        if opened is None or opened.whole.row.dispatched_at is None or self.form.asked is not None:
            return
        self._front.setCurrentWidget(self.slip)
        self.bar.hide()
        unit = self._actor.unit if own_only(self._actor) else None
        self.slip.load(opened.whole.row.number, unit)

    def show_certificate(self) -> None:
        """The certificate of the ticket's sealed record in place of its fields."""
        opened = self.detail.opened
        if opened is None or not opened.whole.seals or self.form.asked is not None:
            return
        self._front.setCurrentWidget(self.certificate)
        self.bar.hide()
        self.certificate.load(opened.whole.row.number, opened.whole.call.actor)

    def call_caller(self) -> None:
        """Begins the follow-up call about the ticket."""
        opened = self.detail.opened
        if opened is not None and asks_caller(self._actor, opened):
            self.follow_up_wanted.emit(opened.whole.row.number, self._say)

    def _say(self, words: str) -> None:
        self.notice.emit(words, "warn", "", None)

    def _leave_paper(self) -> None:
        self._front.setCurrentWidget(self.detail)
        self.bar.setVisible(self.form.asked is None)
        self.take_keys()

    def show_nothing(self, words: str) -> None:
        """No ticket is open."""
        if self.form.asked is None:
            self.detail.show_nothing(words)
            self.bar.show_actions((), any_ticket=False)

    def take_keys(self) -> None:
        """The keys to the form, or to what can be done."""
        if self.form.asked is not None:
            self.form.take_keys()
        else:
            self.bar.setFocus()

    def _fit(self) -> None:
        tight = self.height() < look.current().px(_BOTH) and self.form.asked is not None
        self._front.setVisible(not tight)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    # -- a step --------------------------------------------------------------------------

    def ask(self, action: Action) -> None:
        """Opens the form of an action with what was typed there before."""
        opened = self.detail.opened
        if opened is None:
            return
        row = opened.whole.row
        asked = Asked(
            action=action,
            state=row.state,
            title="　".join(filter(None, (action_word(action), row.number, row.title))),
            opened=opened,
            values=self._preset(action, opened),
            mends=action is Action.REDISPATCH
            and self._actor.may(Role.LEAD)
            and third_return(self._parts, opened),
            late=action in OF_UNITS and self._actor.may(Role.LEAD),
        )
        self.bar.hide()
        seen = beside(self._parts, opened, action)
        self.form.ask(asked, self._kept.get((row.number, action)), seen)
        self._fit()

    def _preset(self, action: Action, opened: Opened) -> Values:
        request = request_of(opened, action)
        if action is Action.GRANT_EXTENSION and request is not None:
            return {"until": request.until}
        return preset(action, opened)

    def _closed(self) -> None:
        self.form.close_form()
        self.bar.show()
        self._fit()

    def _keep(self) -> None:
        asked = self.form.asked
        if asked is not None and asked.opened is not None:
            self._kept[(asked.opened.whole.row.number, asked.action)] = self.form.values()

    def _leave(self) -> None:
        self._keep()
        self._closed()
        self.bar.setFocus()

    def _give(self, values: Values) -> None:
        asked = self.form.asked
        if asked is None or asked.opened is None:
            return
        self._keep()
        self.form.setEnabled(False)  # the same step is not taken twice while it is stored
        seen = self.detail.opened or asked.opened
        row = asked.opened.whole.row
        self.acts.do(row.number, asked.action, values, seen.whole.steps.stand.last)

    def _done(self, settled: Settled) -> None:
        done = settled.done
        action = Action(done.event.action)
        self._kept.pop((done.number, action), None)
        self._last = done.number
        self.form.setEnabled(True)
        self._closed()
        words = tr("{action}: {number} is {state} now.", action=action_word(action),
                   number=done.number, state=names.state_word(done.ruling.state))  # fmt: skip
        if settled.row is not None:
            words = tr("{words} The catalogue names this unit from today on.", words=words)
        if done.mirrored:
            words = tr("{words} {n} joint tickets with it.", words=words, n=len(done.mirrored))
        self.notice.emit(words, "ok", label_back(), self.take_back)
        self.acted.emit(done.number)

    def _late(self, done: Done) -> None:
        """The ticket was moved meanwhile: what happened is told, and the words stay."""
        self.form.setEnabled(True)

        def tell() -> None:
            opened = self.detail.opened
            if opened is None:
                return
            words = self._what_happened(opened, done)
            self.form.tell(words)
            self.notice.emit(words, "warn", "", None)
            self.take_keys()

        self.load(done.number, tell)
        self.acted.emit("")

    def _what_happened(self, opened: Opened, done: Done) -> str:
        moved = mover(opened, done.event.id)
        state = sentence(STATES[opened.whole.row.state])
        if moved is None:
            return tr("Not done: the ticket is {state} now. Your words are kept.", state=state)
        return tr(
            "Not done: {who} was first ({action}, {when}); the ticket is {state} now. "
            "Your words are kept here and in its way.",
            who=opened.people.get(moved.event.actor, tr("this machine")),
            action=action_word(moved.event.action),
            when=names.local(self._parts.profile, moved.event.when, "%H:%M"),
            state=state,
        )

    def _refused(self, error: UserError) -> None:
        self.form.setEnabled(True)
        words = refusal(error, self._parts.profile)
        if self.form.asked is not None:
            self.form.tell(words)
            self.form.take_keys()
        else:
            self.notice.emit(words, "warn", "", None)

    def _failed(self, error: object) -> None:
        self.form.setEnabled(True)
        if self._front.currentWidget() in (self.slip, self.certificate) and self._no_paper():
            self._leave_paper()
        if isinstance(error, UserError):
            self.notice.emit(refusal(error, self._parts.profile), "warn", "", None)
        else:
            self.failed.emit(error)

    def _no_paper(self) -> bool:
        """Whether the paper in front could not be made."""
        slip = self._front.currentWidget() is self.slip
        return (self.slip.slip if slip else self.certificate.made) is None

    def _cannot(self, error: UserError) -> None:
        self.notice.emit(refusal(error, self._parts.profile), "warn", "", None)

    def take_back(self) -> None:
        """Takes back one's own last step."""
        if self._last:
            self.acts.take_back(self._last)

    def _taken_back(self, number: str) -> None:
        self._last = ""
        self.notice.emit(tr("Taken back: {number}.", number=number), "ok", "", None)
        self.acted.emit(number)
