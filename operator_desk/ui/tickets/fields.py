"""The fields of a step's form, by the names that the table of the life cycle asks for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from operator_desk.domain import times
from operator_desk.domain.knowledge import Hit, QueryMode
from operator_desk.domain.times import deadline
from operator_desk.ui.kit import look
from operator_desk.ui.kit.composing import ComposingText
from operator_desk.ui.kit.digits import DigitField
from operator_desk.ui.kit.labels import plain_label
from operator_desk.ui.kit.number_line import NumberLine
from operator_desk.ui.kit.picker import Choice, PickerField, found_in
from operator_desk.ui.kit.words import tr
from operator_desk.ui.parts import Parts

_LINES = 3
_HITS = 9


class StepField(QObject):
    """One field: `widget` in the form, `keys` what takes the keys. `accepted`: Enter, go on.

    What stands in it goes out by `value` and comes back by `put`; `trouble` says why what was
    typed is not a value, "" when it is.
    """

    accepted = Signal()
    failed = Signal(object)

    def __init__(self, widget: QWidget, keys: QWidget | None = None) -> None:
        super().__init__()
        self.widget, self.keys = widget, keys or widget

    def value(self) -> Any:
        """What is given, None for nothing."""
        raise NotImplementedError

    def put(self, value: Any) -> None:
        """Shows a value that was given before."""
        raise NotImplementedError

    def trouble(self) -> str:
        """Why what was typed cannot be taken."""
        return ""


class DigitsStep(StepField):
    """One of a few, by digit."""

    def __init__(self, choices: Sequence[Choice]) -> None:
        self._field = DigitField(choices)
        super().__init__(self._field)
        self._field.accepted.connect(self.accepted)

    def value(self) -> Any:
        return self._field.value

    def put(self, value: Any) -> None:
        self._field.set_value(value)


class PickStep(StepField):
    """One of many, by initials."""

    def __init__(self, choices: Sequence[Choice]) -> None:
        self._choices = list(choices)
        self._field = PickerField(lambda typed: found_in(self._choices, typed))
        super().__init__(self._field)
        self._field.accepted.connect(self.accepted)

    def value(self) -> Any:
        return self._field.value

    def put(self, value: Any) -> None:
        words = next((one.text for one in self._choices if one.value == value), "")
        self._field.set_choice(value if words else None, words)

    def first(self, values: Sequence[Any]) -> None:
        """Brings some values to the top of the list."""
        ranks = {value: n for n, value in enumerate(values)}
        self._choices.sort(key=lambda one: ranks.get(one.value, len(ranks)))


class _Adding(PickerField):
    back = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Backspace and not self.text():
            self.back.emit()
        else:
            super().keyPressEvent(event)


class SeveralStep(StepField):
    """Several of many: each is added by initials; Backspace in the empty field takes one away."""

    def __init__(self, choices: Sequence[Choice]) -> None:
        self._choices = list(choices)
        self._values: list[Any] = []
        host = QWidget()
        layout = QVBoxLayout(host)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        self._shown = plain_label(wrap=True)
        self._field = _Adding(lambda typed: found_in(self._left(), typed))
        layout.addWidget(self._shown)
        layout.addWidget(self._field)
        super().__init__(host, self._field)
        self._field.chosen.connect(self._add)
        self._field.accepted.connect(self._accept)
        self._field.back.connect(self._drop)
        self._added = False
        self._show()

    def _left(self) -> list[Choice]:
        return [one for one in self._choices if one.value not in self._values]

    def _add(self, value: Any) -> None:
        if value is not None and value not in self._values:
            self._values.append(value)
            self._added = True
            self._show()

    def _accept(self) -> None:
        # Enter that took a row stays here for the next one.
        if self._added:
            self._added = False
            self._field.set_choice(None, "")
        else:
            self.accepted.emit()

    def _drop(self) -> None:
        if self._values:
            self._values.pop()
            self._show()

    def _show(self) -> None:
        words = {one.value: one.text for one in self._choices}
        self._shown.setText(tr(", ").join(words.get(one, str(one)) for one in self._values))
        self._shown.setVisible(bool(self._values))

    def value(self) -> Any:
        return tuple(self._values) or None

    def put(self, value: Any) -> None:
        self._values = list(value or ())
        self._show()


class StepText(ComposingText):
    """Words of a step: Enter goes on, Shift+Enter begins a line."""

    accepted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.accepted.emit()
        elif event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape):
            event.ignore()
        else:
            super().keyPressEvent(event)


class WordsStep(StepField):
    """Words."""

    def __init__(self) -> None:
        self._text = StepText()
        self._text.setTabChangesFocus(True)
        self._text.setPlaceholderText(tr("Shift+Enter begins a new line"))
        height = self._text.fontMetrics().lineSpacing() * _LINES + look.current().px(16)
        self._text.setFixedHeight(height)
        super().__init__(self._text)
        self._text.accepted.connect(self.accepted)

    def value(self) -> Any:
        return self._text.toPlainText().strip() or None

    def put(self, value: Any) -> None:
        self._text.setPlainText(value or "")


class LineStep(StepField):
    """A number that is typed, such as that of another ticket."""

    def __init__(self) -> None:
        self._line = NumberLine()
        super().__init__(self._line)
        self._line.returnPressed.connect(self.accepted)

    def value(self) -> Any:
        return self._line.text().strip() or None

    def put(self, value: Any) -> None:
        self._line.setText(value or "")


class UntilStep(StepField):
    """A date and an hour on the hotline's clock, or `+3` for days; `most` is shown below."""

    def __init__(self, zone: ZoneInfo, now: Callable[[], datetime], most: datetime | None) -> None:
        self._zone, self._now = zone, now
        host = QWidget()
        layout = QVBoxLayout(host)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        self._line = NumberLine()
        self._line.setPlaceholderText(tr("12-31 17:30, or +3 for days"))
        layout.addWidget(self._line)
        if most is not None:
            day, time = deadline(most, zone)
            words = tr("{when} at the latest", when=f"{day} {time}")
            layout.addWidget(plain_label(words, "muted"))
        super().__init__(host, self._line)
        self._line.returnPressed.connect(self.accepted)

    def value(self) -> Any:
        return until_of(self._line.text(), self._now(), self._zone)

    def put(self, value: Any) -> None:
        self._line.setText(f"{value.astimezone(self._zone):%Y-%m-%d %H:%M}" if value else "")

    def trouble(self) -> str:
        if self._line.text().strip() and self.value() is None:
            return tr("Not a date and an hour: {words}.", words=self._line.text().strip())
        return ""


class WhenStep(StepField):
    """When something really happened, for a step that is entered after the fact; empty: now."""

    def __init__(self, zone: ZoneInfo, now: Callable[[], datetime]) -> None:
        self._zone, self._now = zone, now
        self._line = NumberLine()
        self._line.setPlaceholderText(tr("now; else 14:05 or 11-23 14:05"))
        super().__init__(self._line)
        self._line.returnPressed.connect(self.accepted)

    def value(self) -> Any:
        return times.parse_local(self._line.text(), self._now(), self._zone)

    def put(self, value: Any) -> None:
        self._line.setText(f"{value.astimezone(self._zone):%Y-%m-%d %H:%M}" if value else "")

    def trouble(self) -> str:
        if self._line.text().strip() and self.value() is None:
            return tr("Not a date and an hour: {words}.", words=self._line.text().strip())
        return ""


def until_of(text: str, now: datetime, zone: ZoneInfo) -> datetime | None:
    """The coming instant that was typed; a day without a year is the next such day."""
    typed = text.strip()
    if typed.startswith("+") and typed[1:].isdecimal():
        return now + timedelta(days=int(typed[1:]))
    return times.parse_coming(typed, now, zone)


class BasisStep(StepField):
    """An article: found by its words as they are typed, or named by its key."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._hits: list[Choice] = []
        self._field = PickerField(lambda _typed: self._hits, latin=False, free=True)
        self._field.setPlaceholderText(tr("Words or number of the article"))
        super().__init__(self._field)
        self._field.accepted.connect(self.accepted)
        self._field.textEdited.connect(self._look)

    def _look(self, typed: str) -> None:
        self._hits = []
        words, search, today = typed.strip(), self._parts.search, self._parts.counting.today()
        if len(words) < 2:
            return
        self._parts.lanes.search.submit(
            lambda: search(words, limit=_HITS, on=today, mode=QueryMode.TYPED),
            self._found,
            self.failed.emit,
            newest="basis",
        )

    def _found(self, hits: Sequence[Hit]) -> None:
        self._hits = [Choice(hit.key, hit.title, remark=hit.key) for hit in hits]
        if self._field.hasFocus() and self._field.value is None:
            self._field.open_list()

    def value(self) -> Any:
        return self._field.value or self._field.text().strip() or None

    def put(self, value: Any) -> None:
        self._field.set_choice(value, value or "")
