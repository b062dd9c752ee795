"""The whole of one ticket: fields, statements with their versions, answers, seals, events."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from operator_desk.domain.facts import Ticket
from operator_desk.domain.numbers import masked, short_ticket_number
from operator_desk.domain.terms import Answer, Mark, Secrecy
from operator_desk.services.people import Actor
from operator_desk.services.tickets import TicketWhole
from operator_desk.services.viewing import Looked, Purpose
from operator_desk.ui import names
from operator_desk.ui.call.record_edit import mark_word
from operator_desk.ui.kit.flow import flow_row
from operator_desk.ui.kit.labels import button, card, clear, heading, plain_label
from operator_desk.ui.kit.words import tr
from operator_desk.ui.parts import Parts
from operator_desk.ui.tickets import copying
from operator_desk.ui.tickets.slip import SlipView

_LEVELS = {Answer.CONFIRMED: "ok", Answer.CORRECTED: "accent", Answer.DECLINED: "warn"}


class TicketDetail(QWidget):
    """Shows a ticket and its dispatch slip; nothing can be changed here."""

    failed = Signal(object)

    def __init__(self, parts: Parts, actor: Actor) -> None:
        super().__init__()
        self._parts, self._actor = parts, actor
        self._ticket: Ticket | None = None
        self._number = ""
        frame, layout = card()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        title, self._remark = heading("ticket", tr("Ticket"))
        layout.addWidget(title)
        self._host = QWidget()
        self._host.setObjectName("inner")
        self._rows = QVBoxLayout(self._host)
        self._rows.setContentsMargins(0, 0, 8, 0)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName(tr("Ticket"))
        area.setWidget(self._host)
        self.slip = SlipView(parts, actor)
        self.slip.failed.connect(self._slip_failed)
        self.slip.closed.connect(self._leave_slip)
        self._front = QStackedWidget()
        self._front.addWidget(area)
        self._front.addWidget(self.slip)
        layout.addWidget(self._front, 1)
        self._foot = QWidget()
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(0, 0, 0, 0)
        self._verified = plain_label(wrap=True)
        self.verify = button(tr("Verify the seal"), "", "seal")
        self.verify.clicked.connect(self._verify)
        self.verify.setEnabled(False)
        foot.addWidget(self._verified, 1)
        self.copy_number = self._copy_button(tr("Copy the number"), Purpose.NUMBER)
        self.slip_button = button(tr("Dispatch slip"), "", "file-in")
        self.slip_button.clicked.connect(self.show_slip)
        self.slip_button.hide()
        for one in (self.copy_number, self.slip_button, self.verify):
            foot.addWidget(one)
        layout.addWidget(self._foot)
        self.show_hint(False)

    def show_hint(self, any_rows: bool) -> None:
        """What to do while no ticket is shown."""
        if self._number:
            return
        clear(self._rows)
        hint = (
            tr("Choose a ticket: Enter opens it.")
            if any_rows
            else tr("No ticket here. F11 in a call registers one.")
        )
        self._rows.addWidget(plain_label(hint, "muted", wrap=True))
        self._rows.addStretch(1)

    def load(self, number: str) -> None:
        """Reads a ticket and shows it."""
        tickets, viewing, actor = self._parts.tickets, self._parts.viewing, self._actor.staff_id

        def work() -> TicketWhole:
            whole = tickets.show(number)
            # Noted before it is shown: what cannot be noted is not shown.
            viewing.saw(actor, Looked.VIEW, whole.ticket.id, Purpose.TICKET.value)
            return whole

        self._parts.lanes.write.submit(work, self._show, self.failed.emit, newest="ticket")

    def _copy_button(self, words: str, purpose: Purpose) -> QPushButton:
        made = button(words, "", "copy")
        made.clicked.connect(lambda: self._copy(purpose))
        made.hide()
        return made

    def _copy(self, purpose: Purpose) -> None:
        if self._ticket is not None:
            said = tr("Copied; this is noted.")
            copying.copy(
                self._parts, self._actor, self._ticket, purpose,
                lambda: self._verified.setText(said), self.failed.emit,
            )  # fmt: skip

    def show_slip(self) -> None:
        """The dispatch slip of the ticket in place of its fields."""
        self._front.setCurrentWidget(self.slip)
        self._foot.hide()
        self.slip.load(self._number)

    def _slip_failed(self, error: Exception) -> None:
        if self.slip.slip is None:
            self._leave_slip()
        self.failed.emit(error)

    def _leave_slip(self) -> None:
        self._front.setCurrentIndex(0)
        self._foot.show()
        self.slip_button.setFocus()

    def _show(self, whole: TicketWhole) -> None:
        self._number, self._ticket = whole.row.number, whole.ticket
        self.slip.slip = None
        self._front.setCurrentIndex(0)
        self._foot.show()
        self.slip_button.setVisible(whole.row.dispatched_at is not None)
        may = copying.may_copy(self._actor, whole.ticket, whole.row.secrecy)
        self.copy_number.setVisible(may and bool(whole.ticket.callback))
        self._verified.setText("")
        self.verify.setEnabled(True)
        self._remark.setText(tr("to say: {short}", short=short_ticket_number(self._number)))
        clear(self._rows)
        self._rows.addWidget(plain_label(self._number, "number"))
        self._rows.addWidget(self._fields(whole))
        self._section(tr("Record"))
        self._statements(whole)
        self._seals(whole)
        self._section(tr("History"))
        for event in whole.events:
            time = names.local(self._parts.profile, event.at, "%Y-%m-%d %H:%M")
            action = tr("registered") if event.action == "register" else event.action
            self._rows.addWidget(plain_label(f"{time}　{action}", wrap=True))
        self._rows.addStretch(1)

    def _section(self, words: str) -> None:
        self._rows.addWidget(plain_label(words, "field"))

    def _fields(self, whole: TicketWhole) -> QWidget:
        ticket, profile, language = whole.ticket, self._parts.profile, self._parts.language
        secrecy = next(
            (one.text(language) for one in profile.secrecies if one.value == ticket.secrecy), ""
        )
        urgency = next(
            (one.text(language) for one in profile.urgencies if one.value == ticket.urgency), ""
        )
        category = profile.categories.path_name(ticket.category or "") or ticket.category_text
        open_ = ticket.secrecy is Secrecy.OPEN
        rows = (
            ("title", ticket.title),
            ("kind", names.kind_word(profile, ticket.kind, language)),
            ("category", category),
            ("place", ticket.place),
            ("unit", ticket.unit),
            ("urgency", urgency),
            ("secrecy", secrecy),
            ("caller_name", ticket.caller_name if open_ else tr("kept secret")),
            ("caller_address", ticket.caller_address if open_ else None),
            ("callback", masked(ticket.callback)),
            ("summary", whole.form.summary if whole.form else None),
        )
        host = QWidget()
        grid = QGridLayout(host)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(1, 1)
        for place, (name, value) in enumerate((n, v) for n, v in rows if v):
            grid.addWidget(plain_label(names.field_word(name), "field"), place, 0)
            grid.addWidget(plain_label(str(value), wrap=True), place, 1)
        if ticket.missing:
            lacking = tr(", ").join(names.field_word(name) for name in ticket.missing)
            words = tr("Still missing: {fields}.", fields=lacking)
            grid.addWidget(plain_label(words, "warn", wrap=True), 99, 0, 1, 2)
        return host

    def _statements(self, whole: TicketWhole) -> None:
        answers = {answer.target: answer for answer in whole.answers}
        corrected = {row.corrects for row in whole.statements}
        for row in whole.statements:
            answer = answers.get(row.id)
            words = row.words or tr("(erased)")
            old = row.id in corrected
            head = f"{row.n}　{mark_word(Mark(row.mark))}"
            if old:
                head = tr("{head} · earlier wording", head=head)
            host, line = flow_row()
            line.addWidget(plain_label(head, "muted"))
            if answer is not None:
                chip = plain_label(names.answer_word(answer.answer), "chip")
                chip.setProperty("level", _LEVELS.get(answer.answer, ""))
                line.addWidget(chip)
            self._rows.addWidget(host)
            self._rows.addWidget(plain_label(words, "muted" if old else "", wrap=True))

    def _seals(self, whole: TicketWhole) -> None:
        for seal in whole.seals:
            time = names.local(self._parts.profile, seal.at, "%Y-%m-%d %H:%M:%S")
            words = tr("Seal no. {number}, part {part}, {time}", number=seal.number,
                       part=seal.part, time=time)  # fmt: skip
            self._rows.addWidget(plain_label(words, wrap=True))
            code = plain_label(_in_groups(seal.seal_hash), "muted", wrap=True)
            self._rows.addWidget(code)

    def _verify(self) -> None:
        number, verify = self._number, self._parts.verify_ticket
        self._parts.lanes.read.submit(
            lambda: verify(number), self._verified_now, self.failed.emit, newest="verify"
        )

    def _verified_now(self, broken: list[str]) -> None:
        if broken:
            self._verified.setText(tr("Broken: {rows}", rows="; ".join(broken)))
            self._verified.setProperty("role", "danger")
        else:
            self._verified.setText(tr("Seal and chain are whole."))
            self._verified.setProperty("role", "ok")
        self._verified.style().polish(self._verified)


def _in_groups(code: str) -> str:
    """A hash in groups of eight, which can be compared by eye and broken at a line's end."""
    return " ".join(code[at : at + 8] for at in range(0, len(code), 8))
