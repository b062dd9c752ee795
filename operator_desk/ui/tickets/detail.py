"""The whole of one ticket: fields, dates and why, record, way, seals."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from operator_desk.domain import facts
from operator_desk.domain.life_cycle import AFTER, ANSWERED
from operator_desk.domain.numbers import masked, short_ticket_number
from operator_desk.domain.terms import Answer, Mark, Secrecy
from operator_desk.services.people import Actor
from operator_desk.services.tickets import TicketWhole
from operator_desk.services.viewing import Purpose
from operator_desk.services.work import Opened
from operator_desk.ui import names
from operator_desk.ui.call.record_edit import mark_word
from operator_desk.ui.kit.flow import flow_row
from operator_desk.ui.kit.labels import button, clear, plain_label
from operator_desk.ui.kit.words import tr
from operator_desk.ui.messages import sentence
from operator_desk.ui.parts import Parts
from operator_desk.ui.tickets import copying
from operator_desk.ui.tickets.way import WayView, due_words, why_lines
from operator_desk.ui.tickets.words import flags, long_words, time_left

_LEVELS = {Answer.CONFIRMED: "ok", Answer.CORRECTED: "accent", Answer.DECLINED: "warn"}


class TicketDetail(QWidget):
    """Shows a ticket; nothing can be changed here."""

    slip_wanted = Signal()
    certificate_wanted = Signal()
    call_wanted = Signal()  # the caller of an answered ticket
    file_wanted = Signal()  # to attach one
    save_wanted = Signal(int)  # the n-th attachment, from 1
    failed = Signal(object)

    def __init__(self, parts: Parts, actor: Actor) -> None:
        super().__init__()
        self._parts, self._actor = parts, actor
        self.opened: Opened | None = None
        self._why = False
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(6)
        self._head = QVBoxLayout()
        self._head.setSpacing(3)
        outer.addLayout(self._head)
        self._host = QWidget()
        self._host.setObjectName("inner")
        self._rows = QVBoxLayout(self._host)
        self._rows.setContentsMargins(0, 0, 8, 0)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setAccessibleName(tr("Ticket"))
        self.area.setWidget(self._host)
        outer.addWidget(self.area, 1)
        self._verified, self.verify = plain_label(wrap=True), button("")
        self.show_nothing("")

    @property
    def number(self) -> str:
        """The number of the ticket that is shown, "" for none."""
        return self.opened.whole.row.number if self.opened else ""

    def show_nothing(self, words: str) -> None:
        """No ticket is shown; what to do instead."""
        self.opened = None
        self._clear()
        self._rows.addWidget(plain_label(words, "muted", wrap=True))
        self._rows.addStretch(1)

    def _clear(self) -> None:
        clear(self._head)
        clear(self._rows)

    def show_ticket(self, opened: Opened) -> None:
        """A ticket; the place in it stays when it is the same one."""
        same = self.number == opened.whole.row.number
        at = self.area.verticalScrollBar().value() if same else 0
        self._why = self._why and same
        self.opened = opened
        self._clear()
        whole = opened.whole
        self._heading(opened)
        if late := opened.explained.late:
            self._rows.addWidget(plain_label(sentence(late.sentence), "danger", wrap=True))
        self._rows.addWidget(self._dates(opened))
        if self._why:
            self._reasons(opened)
        self._rows.addWidget(self._fields(opened))
        self._section(tr("Record"))
        self._statements(whole)
        self._section(tr("Way"))
        self._rows.addWidget(WayView(self._parts, opened))
        self._shares(opened)
        self._files(opened)
        self._seals(whole)
        self._rows.addStretch(1)
        self.area.verticalScrollBar().setValue(at)

    def toggle_why(self) -> None:
        """Why this date: shows every stretch that was counted, or puts them away."""
        self._why = not self._why
        if self.opened is not None:
            self.show_ticket(self.opened)
            self.area.verticalScrollBar().setValue(0)

    def _section(self, words: str) -> None:
        self._rows.addWidget(plain_label(words, "field"))

    # -- parts ---------------------------------------------------------------------------

    def _heading(self, opened: Opened) -> None:
        row = opened.whole.row
        self._head.addWidget(plain_label(row.title or row.number, "title", wrap=True))
        host, line = flow_row()
        line.addWidget(plain_label(row.number, "chip"))
        line.addWidget(
            plain_label(tr("to say: {short}", short=short_ticket_number(row.number)), "muted")
        )
        state = plain_label(names.state_word(row.state), "chip")
        state.setProperty("level", "accent")
        line.addWidget(state)
        left = time_left(row, self._parts.clock(), long_words)
        if left.words:
            chip = plain_label(left.words, "chip")
            chip.setProperty("level", left.level)
            line.addWidget(chip)
        if words := flags(row, max(0, len(opened.jointly) - 1)):
            line.addWidget(plain_label(words, "muted"))
        for words, key, run in self._offers(opened):
            made = button(words, "chip", key=key)
            made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            made.clicked.connect(run)
            line.addWidget(made)
        self._copied = plain_label(role="ok")
        line.addWidget(self._copied)
        self._head.addWidget(host)

    def _offers(self, opened: Opened) -> Iterator[tuple[str, str, Callable[[], None]]]:
        yield tr("Why this date"), "W", self.toggle_why
        if opened.whole.row.dispatched_at is not None:
            yield tr("Dispatch slip"), "P", self.slip_wanted.emit
        if opened.whole.seals:
            yield tr("Certificate"), "Shift+P", self.certificate_wanted.emit
        if asks_caller(self._actor, opened):
            yield tr("Follow-up call"), "K", self.call_wanted.emit
        yield tr("Attach a file"), "J", self.file_wanted.emit
        if self._may_copy(opened):
            yield tr("Copy the number"), "N", self.copy_number

    def _may_copy(self, opened: Opened) -> bool:
        ticket = opened.whole.ticket
        may = copying.may_copy(self._actor, ticket, opened.whole.row.secrecy)
        return may and bool(ticket.callback)

    def copy_number(self) -> None:
        """The caller's number to the clipboard, for who may have it; that is noted first."""
        opened = self.opened
        if opened is None or not self._may_copy(opened):
            return
        copied = self._copied
        copying.copy(
            self._parts, self._actor, opened.whole.ticket, Purpose.NUMBER,
            lambda: copied.setText(tr("Copied; this is noted.")), self.failed.emit,
        )  # fmt: skip

    def _dates(self, opened: Opened) -> QWidget:
        explained, row = opened.explained, opened.whole.row
        rows = [(tr("Caller's limit"), due_words(self._parts, explained.caller))]
        if row.holder_due_at is not None and row.holder_due_at != row.caller_due_at:
            rows.append((tr("Unit's limit"), due_words(self._parts, explained.holder)))
        if row.step_due_at is not None:
            when = names.limit_time(self._parts.profile, row.step_due_at)
            rows.append((tr("Next step by"), when))
        return _grid(rows)

    def _reasons(self, opened: Opened) -> None:
        explained = opened.explained
        both = [(tr("Caller's limit"), explained.caller)]
        if explained.holder.due != explained.caller.due:
            both.append((tr("Unit's limit"), explained.holder))
        for words, limit in both:
            self._section(tr("Why this date: {limit}", limit=words))
            for line in why_lines(self._parts, limit):
                self._rows.addWidget(plain_label(line, "muted", wrap=True))

    def _fields(self, opened: Opened) -> QWidget:
        return _grid(list(self._values(opened)))

    def _values(self, opened: Opened) -> Iterator[tuple[str, str]]:
        whole, ticket = opened.whole, opened.whole.ticket
        profile, language, row = self._parts.profile, self._parts.language, opened.whole.row
        open_ = row.secrecy is Secrecy.OPEN
        codes = [code for code in (row.unit, *row.co_units) if code]
        units = tr(", ").join(opened.units.get(code, code) for code in codes)
        urgency = [one.text(language) for one in profile.urgencies if one.value == row.urgency]
        secrecy = [one.text(language) for one in profile.secrecies if one.value == row.secrecy]
        values = (
            ("kind", names.kind_word(profile, row.kind, language)),
            ("category", profile.categories.path_name(row.category or "") or row.category_text),
            ("place", row.place),
            ("unit", units),
            ("urgency", "".join(urgency)),
            ("secrecy", "".join(secrecy)),
            ("caller_name", ticket.caller_name if open_ else tr("kept secret")),
            ("caller_address", ticket.caller_address if open_ else None),
            ("callback", masked(ticket.callback)),
            ("summary", whole.form.summary if whole.form else None),
        )
        yield from ((names.field_word(name), str(value)) for name, value in values if value)
        if opened.jointly:
            yield tr("Handled jointly"), tr(", ").join(opened.jointly)
        if ticket.missing:
            lacking = tr(", ").join(names.field_word(name) for name in ticket.missing)
            yield tr("Missing"), lacking

    def _shares(self, opened: Opened) -> None:
        shares = [one for one in opened.explained.shares or () if one.seconds]
        if not shares:
            return
        self._section(tr("Time by holder"))
        whole = sum(one.seconds for one in shares)
        for one in shares:
            time = long_words(timedelta(seconds=one.seconds))
            words = tr("{holder}: {time} ({share} %)", holder=one.holder, time=time,
                       share=round(100 * one.seconds / whole))  # fmt: skip
            self._rows.addWidget(plain_label(words, wrap=True))

    def _files(self, opened: Opened) -> None:
        for n, one in enumerate(opened.attachments, 1):
            words = tr("Attachment {name}, {size} bytes", name=one.name or one.media, size=one.size)
            save = button(words, "chip", "file-in")
            save.clicked.connect(partial(self._save, n))
            self._rows.addWidget(save, 0, Qt.AlignmentFlag.AlignLeft)
            self._rows.addWidget(plain_label(_in_groups(one.sha256), "muted", wrap=True))

    def _save(self, n: int, _on: bool = False) -> None:
        self.save_wanted.emit(n)

    def _statements(self, whole: TicketWhole) -> None:
        answers = {answer.target: answer for answer in whole.answers}
        corrected = {row.corrects for row in whole.statements}
        for row in sorted(whole.statements, key=lambda one: one.n):
            answer = answers.get(row.id)
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
            words = row.words or tr("(erased)")
            self._rows.addWidget(plain_label(words, "muted" if old else "", wrap=True))

    # -- seals ---------------------------------------------------------------------------

    def _seals(self, whole: TicketWhole) -> None:
        self._section(tr("Seals"))
        for seal in whole.seals:
            self._rows.addWidget(plain_label(self._seal_words(seal), wrap=True))
            self._rows.addWidget(plain_label(_in_groups(seal.seal_hash), "muted", wrap=True))
        foot = QHBoxLayout()
        host = QWidget()
        host.setLayout(foot)
        foot.setContentsMargins(0, 0, 0, 0)
        self._verified = plain_label(wrap=True)
        self.verify = button(tr("Verify the seal"), "", "seal")
        self.verify.clicked.connect(self._verify)
        foot.addWidget(self._verified, 1)
        foot.addWidget(self.verify)
        self._rows.addWidget(host)

    def _seal_words(self, seal: facts.Seal) -> str:
        time = names.local(self._parts.profile, seal.at, "%Y-%m-%d %H:%M:%S")
        return tr(
            "Seal no. {number}, part {part}, {time}",
            number=seal.number, part=seal.part, time=time,
        )  # fmt: skip

    def _verify(self) -> None:
        number, verify = self.number, self._parts.verify_ticket
        self._parts.lanes.read.submit(
            lambda: verify(number),
            lambda broken: self._verified_now(number, broken),
            self.failed.emit,
            newest="verify",
        )

    def _verified_now(self, number: str, broken: list[str]) -> None:
        if number != self.number:
            return
        words = tr("Broken: {rows}", rows="; ".join(broken))
        self._verified.setText(words if broken else tr("Seal and chain are whole."))
        self._verified.setProperty("role", "danger" if broken else "ok")
        self._verified.style().polish(self._verified)


def asks_caller(actor: Actor, opened: Opened) -> bool:
    """Whether somebody may call the caller of a ticket to ask how it went."""
    return opened.whole.row.state in ANSWERED and bool(actor.all_roles & AFTER)


def _grid(rows: list[tuple[str, str]]) -> QWidget:
    host = QWidget()
    grid = QGridLayout(host)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setVerticalSpacing(3)
    grid.setColumnStretch(1, 1)
    top = Qt.AlignmentFlag.AlignTop
    for place, (name, value) in enumerate(rows):
        grid.addWidget(plain_label(name, "field"), place, 0, top)
        grid.addWidget(plain_label(value, wrap=True), place, 1)
    return host


def _in_groups(code: str) -> str:
    """A hash in groups of eight, which can be compared by eye and broken at a line's end."""
    return " ".join(code[at : at + 8] for at in range(0, len(code), 8))
