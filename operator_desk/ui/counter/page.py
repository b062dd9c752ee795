"""The rows behind the counter: each call with class, rule, and whether it counts."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from operator_desk.domain.numbers import masked
from operator_desk.domain.views import CallRow
from operator_desk.services.counting import Counter
from operator_desk.services.people import Actor
from operator_desk.ui import names
from operator_desk.ui.kit.labels import card, heading, plain_label
from operator_desk.ui.kit.table import Column, RowsView
from operator_desk.ui.kit.words import tr
from operator_desk.ui.parts import Parts


class CounterPage(QWidget):
    """Today's or this month's calls of the person signed in; the figures are these rows."""

    failed = Signal(object)

    def __init__(self, parts: Parts, actor: Actor) -> None:
        super().__init__()
        self.setObjectName("page")
        self._parts, self._actor = parts, actor
        self._month = False
        frame, layout = card()
        title, self._remark = heading("chart", tr("Counter"))
        layout.addWidget(title)
        self._figures = plain_label(role="huge")
        layout.addWidget(self._figures)
        self._pace = plain_label(role="muted", wrap=True)
        layout.addWidget(self._pace)
        row = QHBoxLayout()
        self._today = self._chip(tr("Today"), False)
        self._this_month = self._chip(tr("This month"), True)
        row.addWidget(self._today)
        row.addWidget(self._this_month)
        row.addStretch(1)
        layout.addLayout(row)
        self.table = RowsView(self._columns(), tr("Calls behind the counter"))
        layout.addWidget(self.table, 1)
        self._why = plain_label(role="say", wrap=True)
        layout.addWidget(self._why)
        self.table.chosen.connect(self._explain)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(10, 10, 10, 10)
        outer.addWidget(frame)

    def _chip(self, words: str, month: bool) -> QPushButton:
        chip = QPushButton(words)
        chip.setProperty("role", "chip")
        chip.setCheckable(True)
        chip.setChecked(month is self._month)
        chip.clicked.connect(lambda: self._span(month))
        return chip

    def _columns(self) -> tuple[Column, ...]:
        profile, language = self._parts.profile, self._parts.language
        counting = self._parts.counting

        def outcome(row: CallRow) -> str:
            return names.outcome_word(profile, row.outcome, language) if row.outcome else ""

        def call_class(row: CallRow) -> str:
            return names.class_word(row.call_class) if row.call_class else ""

        return (
            Column(
                tr("Began"), lambda row: names.local(profile, row.started_at, "%m-%d %H:%M:%S"), 16
            ),
            Column(tr("Number"), lambda row: masked(row.number), 14),
            Column(tr("Outcome"), outcome, 12),
            Column(tr("Class"), call_class, 14),
            Column(tr("Counts"), lambda row: tr("counts") if row.counted else tr("not"), 8),
            Column(tr("Talk"), lambda row: names.clock_text(row.talk_s or 0), 8),
            Column(tr("After-call work"), lambda row: _seconds(row.after_call_s), 12),
            Column(tr("Rule"), lambda row: counting.rule_text(row, language)),
        )

    def _span(self, month: bool) -> None:
        self._month = month
        self.reload()

    def reload(self) -> None:
        """Reads rows and figures in one go, so that they belong together."""
        self._today.setChecked(not self._month)
        self._this_month.setChecked(self._month)
        counting, actor, month = self._parts.counting, self._actor, self._month

        def work() -> tuple[Counter, list[CallRow]]:
            today = counting.today()
            first = today.replace(day=1) if month else today
            return counting.counter(actor), counting.rows(first, today, actor.staff_id)

        self._parts.lanes.read.submit(
            work, lambda found: self._show(*found), self.failed.emit, newest="counter-rows"
        )

    def _show(self, counter: Counter, rows: list[CallRow]) -> None:
        self.table.set_rows(rows)
        counted = sum(bool(row.counted) for row in rows)
        self._figures.setText(
            tr("Today {today}   Month {month}", today=counter.today, month=counter.month)
        )
        self._remark.setText(
            tr("{rows} calls, {counted} of them count", rows=len(rows), counted=counted)
        )
        pace = (
            tr("Target of the month: {target}. Each row below says by which rule it counts.",
               target=counter.target)
            if counter.target
            else tr("Each row below says by which rule it counts.")
        )  # fmt: skip
        self._pace.setText(pace)

    def _explain(self, row: CallRow | None) -> None:
        """The chosen call's class and rule, whole: the column may be too narrow for them."""
        self._why.setVisible(row is not None)
        if row is not None:
            words = self._parts.counting.rule_text(row, self._parts.language)
            number = masked(row.number) or tr("withheld")
            self._why.setText(tr("{number}: {rule}", number=number, rule=words))

    def search(self) -> None:
        """The keys into the table."""
        self.table.setFocus()


def _seconds(value: int | None) -> str:
    return names.clock_text(value) if value is not None else "—"
