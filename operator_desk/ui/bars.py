"""The bars around the pages: seat and counters above, pages at the left, working keys below."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QEvent, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from operator_desk.domain.draft import Draft
from operator_desk.domain.numbers import masked
from operator_desk.domain.phase import Phase
from operator_desk.domain.terms import Entry
from operator_desk.services.counting import Counter
from operator_desk.services.people import Actor
from operator_desk.services.ports import Clock
from operator_desk.services.rights import own_only
from operator_desk.ui import names
from operator_desk.ui.actions import Action
from operator_desk.ui.kit import look
from operator_desk.ui.kit.icons import Picture, dress
from operator_desk.ui.kit.labels import clear, plain_label, restyle, steady_label
from operator_desk.ui.kit.words import later, tr

PAGES = (
    ("show_call", "call", later("Call")),
    ("show_knowledge", "book", later("Knowledge")),
    ("show_tickets", "ticket", later("Tickets")),
    ("show_events", "warning", later("Events")),
    ("show_counter", "chart", later("Counter")),
    ("show_settings", "settings", later("Settings")),
)


class CounterButton(QPushButton):
    """Today's and this month's counted calls; a click shows the rows behind them."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Counter"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 3, 12, 3)
        row.setSpacing(6)
        self._today, self._month = plain_label(role="clock"), plain_label(role="clock")
        self._target = plain_label(role="muted")
        today, month = plain_label(tr("Today")), plain_label(tr("Month"))
        for label in (today, self._today, month, self._month, self._target):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            row.addWidget(label)

    def sizeHint(self) -> QSize:
        inside = self.layout()
        return inside.sizeHint() if inside is not None else super().sizeHint()

    def show_counter(self, counter: Counter) -> None:
        """Today, this month, and the month's target."""
        self._today.setText(str(counter.today))
        self._month.setText(str(counter.month))
        self._target.setText(f"/ {counter.target}" if counter.target else "")
        self._target.setVisible(bool(counter.target))
        words = tr("Today {today}   Month {month}", today=counter.today, month=counter.month)
        self.setAccessibleDescription(words)
        self.updateGeometry()


class TopBar(QFrame):
    """Seat state with its clock, the live number, the counter, who sits here."""

    counter_wanted = Signal()
    theme_wanted = Signal()

    def __init__(
        self, actor: Actor, clock: Clock, after_call_limit_s: float | None, *, show_counter: bool
    ) -> None:
        super().__init__()
        self.setObjectName("topbar")
        self._clock, self._limit_s = clock, after_call_limit_s
        self._draft: Draft | None = None
        self._reason = ""
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(14, 7, 14, 7)
        self._row.setSpacing(12)
        sign, who = Picture("headset", "bar_text", 24), self._who(actor)
        self._row.addWidget(sign)
        self._row.addWidget(who)
        seat = self._seat()
        seat.setVisible(not own_only(actor))  # who is of a unit has no seat at the hotline
        self._row.addWidget(seat)
        self._row.addStretch(1)
        self.counter = CounterButton()
        self.counter.clicked.connect(self.counter_wanted)
        self._counts = not own_only(actor)
        self.offer_counter(show_counter)
        self._row.addWidget(self.counter)
        stored = plain_label(tr("Stored on this machine"), "muted")
        self._row.addWidget(stored)
        theme = QPushButton()
        dress(theme, "moon", "bar_text")
        theme.setAccessibleName(tr("Light or dark"))
        theme.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        theme.clicked.connect(self.theme_wanted)
        self._row.addWidget(theme)
        # What goes first where there is no room for all.
        self._optional: tuple[QWidget, ...] = (stored, who, sign, theme)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._tick)
        self._timer.start(1000)
        self.show_call(None)

    def _who(self, actor: Actor) -> QWidget:
        host = QWidget()
        column = QVBoxLayout(host)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(plain_label(tr("Operator Desk"), "title"))
        column.addWidget(plain_label(actor.name, "muted"))
        return host

    def _seat(self) -> QWidget:
        pill, inside = QFrame(), QHBoxLayout()
        pill.setProperty("role", "pill")
        inside.setContentsMargins(12, 4, 12, 4)
        inside.setSpacing(10)
        self._dot, self._state = plain_label("●"), plain_label()
        self._time, self._number = steady_label("8:88:88", "clock"), plain_label()
        for label in (self._dot, self._state, self._time, self._number):
            inside.addWidget(label)
        pill.setLayout(inside)
        return pill

    def offer_counter(self, wanted: bool) -> None:
        """The counter as it is wanted, for who takes calls."""
        self.counter.setVisible(wanted and self._counts)

    def show_counter(self, counter: Counter) -> None:
        """Today, this month, and the month's target."""
        self.counter.show_counter(counter)
        self.fit()

    def show_call(self, draft: Draft | None) -> None:
        """The call in hand, or the seat's own state."""
        self._draft = draft
        number = draft.number if draft else ""
        # The live number is seen as long as the call lasts, masked from then on.
        self._number.setText(number if draft and draft.ended_at is None else masked(number))
        self._number.setVisible(bool(draft and draft.number))
        self._tick()
        self.fit()

    def show_reason(self, words: str) -> None:
        """Not ready, and why; "" for ready."""
        self._reason = words
        self._tick()
        self.fit()

    def _tick(self) -> None:
        draft = self._draft
        self._time.setVisible(draft is not None)
        if draft is None:
            self._state.setText(self._reason or tr("Ready"))
            restyle(self._dot, "level", "break" if self._reason else "live")
            return
        after = draft.ended_at is not None
        words = tr("After-call work") if after else tr("In call")
        paper = draft.entry is Entry.AFTER_CALL
        if draft.practice:
            words = tr("Practice: after-call work") if after else tr("Practice call")
        self._state.setText(tr("After-call entry") if paper else words)
        after = after or paper
        restyle(self._dot, "level", "break" if after else "live")
        began = draft.resumed_at or draft.ended_at or draft.started_at
        if paper:
            began = draft.resumed_at or draft.matters[0].at
        seconds = int((self._clock() - began).total_seconds())
        self._time.setText(names.clock_text(seconds))
        late = after and not paper and self._limit_s is not None and seconds > self._limit_s
        restyle(self._time, "level", "late" if late else "")

    # -- room ----------------------------------------------------------------------------

    def fit(self) -> None:
        """Leaves out what is least needed until the rest has room."""
        for widget in self._optional:
            widget.show()
        for widget in self._optional:
            if self._row.sizeHint().width() <= self.width():
                return
            widget.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())


class _PageButton(QToolButton):
    """A page; at its corner how many items there wait for the person."""

    waiting = 0

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.waiting:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        number = str(self.waiting) if self.waiting < 100 else "99+"
        height = self.fontMetrics().height()
        width = max(height, self.fontMetrics().horizontalAdvance(number) + height // 2)
        where = QRect(self.width() - width - 2, 2, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color("accent"))
        painter.drawRoundedRect(where, height / 2, height / 2)
        painter.setPen(look.color("on_accent"))
        painter.drawText(where, Qt.AlignmentFlag.AlignCenter, number)


class Rail(QFrame):
    """The pages; below 1440 pixels only their pictures."""

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("rail")
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(6, 10, 6, 10)
        self._layout.setSpacing(6)
        self._buttons: dict[str, _PageButton] = {}
        for name, picture, words in PAGES:
            button = _PageButton()
            button.setText(tr(words))
            button.setToolTip(tr(words))
            button.setAccessibleName(tr(words))
            dress(button, picture, "bar_text", 24)
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            button.clicked.connect(lambda _on, page=name: self.wanted.emit(page))
            self._buttons[name] = button
            self._layout.addWidget(button)
        self._layout.addStretch(1)
        self.fold(True)  # words make it higher: a small window must not grow by them

    def fold(self, folded: bool) -> None:
        """Pictures only, or pictures with words below."""
        style = (
            Qt.ToolButtonStyle.ToolButtonIconOnly
            if folded
            else Qt.ToolButtonStyle.ToolButtonTextUnderIcon
        )
        for button in self._buttons.values():
            button.setToolButtonStyle(style)
        self.setFixedWidth(look.current().px(52 if folded else 76))

    def hide_pages(self, names: Collection[str]) -> None:
        """Leaves out pages that a person has no use of."""
        for name, button in self._buttons.items():
            button.setVisible(name not in names)

    def show_waiting(self, count: int) -> None:
        """How many items of the editors' queues wait for this person."""
        button = self._buttons["show_knowledge"]
        button.waiting = count
        said = tr("{n} wait for me", n=count) if count else ""
        button.setToolTip(" · ".join(filter(None, (button.text(), said))))
        button.setAccessibleDescription(said)
        button.update()

    def show_page(self, name: str) -> None:
        """Marks the page in front."""
        for page, button in self._buttons.items():
            button.setChecked(page == name)


class KeyBar(QFrame):
    """The keys that work now, the most needed first; as many as there is room for."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("keybar")
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(12, 4, 12, 4)
        self._layout.setSpacing(6)
        self._actions: tuple[Action, ...] = ()
        self._shown: tuple[object, ...] = ()

    def show_actions(self, actions: Sequence[Action], phase: Phase) -> None:
        """The actions of a phase; those without a rank or key stand in the palette only."""
        self._actions = tuple(one for one in actions if one.hint and one.keys)
        self.setAccessibleName(tr("Keys"))
        self.setProperty("phase", phase.value)
        self._fit()

    def _fit(self) -> None:
        metrics, room = self.fontMetrics(), self.width() - 24
        chosen: list[Action] = []
        for action in self._actions:
            need = metrics.horizontalAdvance(f"{action.keys[0]}{tr(action.text)}") + 46
            if need > room:
                break
            room -= need
            chosen.append(action)
        now = (self.property("phase"), *(action.name for action in chosen), look.current())
        if now == self._shown:
            return
        self._shown = now
        clear(self._layout)
        for action in chosen:
            self._layout.addWidget(plain_label(action.keys[0], "key"))
            self._layout.addWidget(plain_label(tr(action.text)))
            self._layout.addSpacing(8)
        self._layout.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_layout"):
            self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())
