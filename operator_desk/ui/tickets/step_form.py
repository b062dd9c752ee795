"""The form of a step, in place: its fields come from the row of the life cycle's table."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from operator_desk.domain.facts import UnitVersion
from operator_desk.domain.life_cycle import Action, Way, ways
from operator_desk.domain.stand import Stand
from operator_desk.domain.terms import Reply, Role, Secrecy, TicketState
from operator_desk.services.people import Actor
from operator_desk.services.work import Opened
from operator_desk.ui.kit import look
from operator_desk.ui.kit.composing import flush_composition
from operator_desk.ui.kit.labels import button, clear, plain_label
from operator_desk.ui.kit.picker import Choice
from operator_desk.ui.kit.words import tr
from operator_desk.ui.parts import Parts
from operator_desk.ui.tickets.fields import (
    BasisStep,
    DigitsStep,
    LineStep,
    PickStep,
    SeveralStep,
    StepField,
    UntilStep,
    WhenStep,
    WordsStep,
)
from operator_desk.ui.tickets.filters import unit_choices
from operator_desk.ui.tickets.words import action_word, reply_word, step_field

Values = dict[str, Any]
_REPLIES = ("contacted", "solved", "unit_rating", "hotline_rating")
_MOST_SHOWN = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a form is opened for: an action on one ticket, or on several at once.

    `state`: where they stand. `opened`: the ticket, None for several. `values`: what stands in
    the fields at first. `mends`: whether the catalogue may be mended with it. `own`: whether each
    ticket may go to the unit that is proposed for it; `late`: whether it may be entered after the
    fact.
    """

    action: Action
    state: TicketState
    title: str
    opened: Opened | None
    values: Values
    mends: bool = False
    own: bool = False
    late: bool = False


class StepForm(QFrame):
    """Enter goes from field to field and does it in the last one; Esc leaves, the words are kept.

    `given`: the values of the fields by name.
    """

    given = Signal(object)
    left = Signal()
    failed = Signal(object)

    def __init__(self, parts: Parts, actor: Actor) -> None:
        super().__init__()
        self._parts, self._actor = parts, actor
        self._units: Sequence[UnitVersion] = ()
        self.asked: Asked | None = None
        self.fields: dict[str, StepField] = {}
        self._needs: tuple[str, ...] = ()
        self.setProperty("role", "inset")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 10)
        layout.setSpacing(6)
        self._title = plain_label(role="title", wrap=True)
        layout.addWidget(self._title)
        inner = self._inner = QWidget()
        inner.setObjectName("inner")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 4, 0)
        self._beside, self._grid = QVBoxLayout(), QGridLayout()
        self._grid.setColumnStretch(1, 1)
        column.addLayout(self._beside)
        column.addLayout(self._grid)
        column.addStretch(1)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setAccessibleName(tr("Form"))
        self._area.setWidget(inner)
        layout.addWidget(self._area, 1)
        self._trouble = plain_label(role="warn", wrap=True)
        self._trouble.hide()
        layout.addWidget(self._trouble)
        layout.addLayout(self._foot())
        self.hide()

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        self.do = button("", "primary")
        self.do.clicked.connect(self.give)
        back = button(tr("Back"), key="Esc")
        back.clicked.connect(self.leave)
        foot.addWidget(self.do)
        foot.addWidget(back)
        foot.addStretch(1)
        return foot

    def set_units(self, units: Sequence[UnitVersion]) -> None:
        """The units to choose from."""
        self._units = units

    # -- opening -------------------------------------------------------------------------

    def ask(self, asked: Asked, kept: Values | None = None, beside: QWidget | None = None) -> None:
        """Shows the fields of an action; `kept`: what was typed before and not done.

        `beside`: what has to be seen while it is filled in.
        """
        self.asked = asked
        word = action_word(asked.action)
        self._title.setText(asked.title)
        self.do.setText(f"{word}  Enter")
        self.do.setAccessibleName(word)
        self.tell("")
        rows = _rows(asked, self._actor.all_roles)
        self._needs = tuple(need for row in rows[:1] for need in row.needs)
        clear(self._grid)
        clear(self._beside)
        if beside is not None:
            self._beside.addWidget(beside)
        self.fields = {}
        for name in _names(rows, asked):
            field = self._made(name, rows[0], asked)
            if field is not None:
                self._add(name, field)
        for name, value in (asked.values | (kept or {})).items():
            if name in self.fields and value is not None:
                self.fields[name].put(value)
        self.show()
        self._fit()
        self.take_keys()

    def _add(self, name: str, field: StepField) -> None:
        place = len(self.fields)
        self.fields[name] = field
        words = step_field(name)
        needed = any(name in need.split("|") for need in self._needs)
        label = plain_label(tr("{field} *", field=words) if needed else words, "field", wrap=True)
        field.keys.setAccessibleName(words)
        field.accepted.connect(partial(self._on, name))
        field.failed.connect(self.failed)
        top = Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(label, place, 0, top)
        self._grid.addWidget(field.widget, place, 1)

    def _made(self, name: str, way: Way, asked: Asked) -> StepField | None:
        profile, language = self._parts.profile, self._parts.language
        if name in _REPLIES:
            return DigitsStep([Choice(one, reply_word(one)) for one in Reply])
        if name in ("note", "told"):
            return WordsStep()
        if name in ("unit", "co_units"):
            return self._unit_field(name, asked)
        makers: Mapping[str, Callable[[], StepField | None]] = {
            "reason": lambda: DigitsStep(
                [
                    Choice(one.code, one.text(language))
                    for one in profile.reasons.get(way.reasons or "", ())
                    if not one.automatic
                ][:_MOST_SHOWN]
            ),
            "level": lambda: (
                DigitsStep([Choice(one.value, one.text(language)) for one in profile.levels])
                if profile.levels
                else None
            ),
            "designated": self._designated,
            "own": lambda: DigitsStep(
                [
                    Choice(False, tr("one unit for all")),
                    Choice(True, tr("each to its proposed unit")),
                ]
            ),
            "mend": lambda: DigitsStep([Choice(True, tr("yes")), Choice(False, tr("no"))]),
            "until": lambda: self._until(asked),
            "happened_at": lambda: WhenStep(
                ZoneInfo(self._parts.profile.time_zone), self._parts.clock
            ),
            "basis": lambda: BasisStep(self._parts),
            "value": lambda: self._value(asked),
            "ref": lambda: self._ref(asked),
        }
        maker = makers.get(name)
        return maker() if maker else None

    def _unit_field(self, name: str, asked: Asked) -> StepField:
        choices = unit_choices(self._units)
        if name == "co_units":
            return SeveralStep(choices)
        field = PickStep(choices)
        if asked.opened is not None:
            field.first([one.unit for one in asked.opened.proposed])
        return field

    def _designated(self) -> StepField | None:
        today = self._parts.counting.today()
        if not self._parts.profile.designated_may_not_return(today):
            return None
        return DigitsStep([Choice(True, tr("yes")), Choice(False, tr("no"))])

    def _until(self, asked: Asked) -> StepField:
        extends = asked.action in (Action.EXTEND, Action.GRANT_EXTENSION)
        most = asked.opened.until if asked.opened and extends else None
        return UntilStep(ZoneInfo(self._parts.profile.time_zone), self._parts.clock, most)

    def _value(self, asked: Asked) -> StepField:
        profile = self._parts.profile
        if asked.action is Action.RAISE_SECRECY:
            now = asked.opened.whole.steps.stand.secrecy if asked.opened else Secrecy.OPEN
            grades = [Secrecy.OPEN, Secrecy.SECRET, Secrecy.ANONYMOUS]
            higher = {one.value for one in grades[grades.index(now) + 1 :]}
            words = [
                Choice(one.value, one.text(self._parts.language))
                for one in profile.secrecies
                if one.value in higher
            ]
            return DigitsStep(words)
        return PickStep(
            [
                Choice(
                    one.code,
                    profile.categories.path_name(one.code, " › "),
                    "\n".join((one.initials, one.pinyin.replace(" ", ""), one.name.lower())),
                )
                for one in profile.categories.leaves()
            ]
        )

    def _ref(self, asked: Asked) -> StepField:
        if asked.action is not Action.RELAY_ANSWER or asked.opened is None:
            return LineStep()
        steps = asked.opened.whole.steps
        open_ = [(one, steps.event(one)) for one in steps.stand.relays]
        return DigitsStep([Choice(key, (one.note or "") if one else "") for key, one in open_])

    # -- keys ----------------------------------------------------------------------------

    def take_keys(self) -> None:
        """The keys into the first empty field; to the button where all that is needed stands."""
        empty = {name: one.keys for name, one in self.fields.items() if one.value() is None}
        needed = [name for need in self._needs for name in need.split("|")]
        waits = [need for need in self._needs if all(name in empty for name in need.split("|"))]
        first = next(iter(empty.values()), self.do)
        keys = self.do if needed and not waits else first
        keys.setFocus(Qt.FocusReason.OtherFocusReason)
        if keys is not self.do:
            self._area.ensureWidgetVisible(keys)

    def _on(self, name: str) -> None:
        names = list(self.fields)
        place = names.index(name)
        if place + 1 < len(names):
            keys = self.fields[names[place + 1]].keys
            keys.setFocus(Qt.FocusReason.TabFocusReason)
            self._area.ensureWidgetVisible(keys)
        else:
            self.give()

    def values(self) -> Values:
        """What stands in the fields."""
        return {name: field.value() for name, field in self.fields.items()}

    def give(self) -> None:
        """Does it, when what is needed is there."""
        flush_composition()
        for name, field in self.fields.items():
            if trouble := field.trouble():
                self._stop(name, trouble)
                return
        values = self.values()
        waived = ("unit",) if values.get("own") else ()
        for need in self._needs:
            some = (
                [] if need in waived else [name for name in need.split("|") if name in self.fields]
            )
            if some and all(values[name] is None for name in some):
                words = " / ".join(step_field(name) for name in some)
                self._stop(some[0], tr("Still missing: {fields}.", fields=words))
                return
        self.tell("")
        self.given.emit(values)

    def _stop(self, name: str, words: str) -> None:
        self.tell(words)
        self.fields[name].keys.setFocus(Qt.FocusReason.OtherFocusReason)
        self._area.ensureWidgetVisible(self.fields[name].keys)

    def tell(self, words: str) -> None:
        """Why it was not done."""
        self._trouble.setText(words)
        self._trouble.setVisible(bool(words))

    def leave(self) -> None:
        """Puts the form away; who hears `left` keeps the words."""
        flush_composition()
        self.left.emit()

    def close_form(self) -> None:
        """The step is done, or left."""
        self.asked = None
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
            return
        event.accept()  # no letter of a form is a key of the page
        if self.do.hasFocus() and event.text().strip() and self.fields:
            # Who types over what was proposed means the first field.
            first = next(iter(self.fields.values())).keys
            first.setFocus(Qt.FocusReason.TabFocusReason)
            QApplication.sendEvent(first, event)
        elif self.do.hasFocus() and event.key() == Qt.Key.Key_Up and self.fields:
            list(self.fields.values())[-1].keys.setFocus(Qt.FocusReason.BacktabFocusReason)

    def _fit(self) -> None:
        self._inner.adjustSize()
        wanted = self._inner.sizeHint().height() + 4
        self._area.setMinimumHeight(min(wanted, look.current().px(60)))
        self._area.setMaximumHeight(wanted)


def _rows(asked: Asked, roles: frozenset[Role]) -> list[Way]:
    return [way for way in ways(asked.action, asked.state) if way.by & roles]


def _names(rows: Sequence[Way], asked: Asked) -> list[str]:
    """The fields in their order: what is needed, then what is asked for besides."""
    names: list[str] = []
    for row in rows[:1]:
        for part in (*row.needs, *row.wants):
            names += [name for name in part.split("|") if name not in names]
    if "co_units" in names:  # beside the lead unit, whatever else is needed
        names.remove("co_units")
        names.insert(names.index("unit") + 1, "co_units")
    if asked.mends:
        names.append("mend")
    if asked.late:
        names.append("happened_at")
    return ["own", *names] if asked.own else names


def preset(action: Action, opened: Opened) -> Values:
    """What a form begins with: the likeliest unit where one has to be named."""
    now: Stand = opened.whole.steps.stand
    if action is Action.DISPATCH and opened.proposed:
        first = opened.proposed[0]
        return {"unit": first.unit, "co_units": first.co_units or None}
    if action is Action.REDISPATCH:
        return {"reason": "returned" if now.return_accepted else None}
    return {}
