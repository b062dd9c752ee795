"""The numbers of an article: each large, with use, hours, whether somebody answers now."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QLocale, Qt, QTimer
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from operator_desk.domain import directory, hours
from operator_desk.domain.article import Article, Phone, Validity
from operator_desk.domain.hours import Caveat, Opening
from operator_desk.domain.times import now
from operator_desk.ui.kit.flow import flow_row
from operator_desk.ui.kit.icons import Picture
from operator_desk.ui.kit.labels import clear, plain_label, restyle
from operator_desk.ui.kit.words import later, tr

AGAIN_MS = 20_000  # how often "now open" is looked at while it stands there
_SIGNS = {
    Opening.OPEN: ("check", "ok"),
    Opening.CLOSED: ("close", "danger"),
    Opening.UNKNOWN: ("info", "muted"),
}
_SHORT_CAVEATS = {
    Caveat.HOLIDAYS: later("{words}, holidays not counted"),
    Caveat.DAYS: later("{words}, days not stated"),
}
_CAVEATS = {
    Caveat.HOLIDAYS: later("{words} (public holidays not counted)"),
    Caveat.DAYS: later("{words} (the days are not stated)"),
}


class PhoneList(QWidget):
    """The numbers of the article that is shown; public ones first."""

    def __init__(self) -> None:
        super().__init__()
        self._clock: Callable[[], datetime] = now
        self._zone = ZoneInfo("UTC")
        self.rows: list[PhoneRow] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(10)
        self._timer = QTimer(self, interval=AGAIN_MS)
        self._timer.timeout.connect(self._look_again)

    def follow(self, clock: Callable[[], datetime], zone: str) -> None:
        """The clock and the hotline's time zone by which "now open" goes."""
        self._clock, self._zone = clock, ZoneInfo(zone)

    def show_phones(self, article: Article, on: date) -> None:
        """The numbers of an article, as of a local day."""
        clear(self._layout)
        dead = article.validity(on) is Validity.REPEALED
        self.rows = [PhoneRow(phone, on, dead=dead) for phone in directory.in_order(article.phones)]
        for row in self.rows:
            self._layout.addWidget(row)
        if former := directory.old_numbers(article):
            words = tr("formerly {numbers}", numbers=", ".join(former))
            self._layout.addWidget(plain_label(words, "muted", wrap=True))
        self.setVisible(bool(self.rows))
        self._look_again()
        timed = any(row.phone.hours for row in self.rows)
        self._timer.start() if timed else self._timer.stop()

    def _look_again(self) -> None:
        at = self._clock()
        for row in self.rows:
            row.show_state(at, self._zone)


class PhoneRow(QWidget):
    """One number with everything to know before it is said."""

    def __init__(self, phone: Phone, on: date, *, dead: bool) -> None:
        super().__init__()
        self.phone, self._dead = phone, dead
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self._first_line(on))
        self._sign, self.state = Picture("info", "muted", 16), plain_label(wrap=True)
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.state, 1)
        layout.addLayout(line)
        rest = " · ".join(part for part in (phone.hours, _confirmed(phone)) if part)
        layout.addWidget(plain_label(rest, "muted", wrap=True))

    def _first_line(self, on: date) -> QWidget:
        """The number, what it is for, and what speaks against saying it."""
        host, row = flow_row()
        number = _large(self.phone.number)
        row.addWidget(number)
        if self.phone.use:
            row.addWidget(plain_label(self.phone.use))
        for words, level in self._marks(on):
            chip = plain_label(words, "chip")
            restyle(chip, "level", level)
            row.addWidget(chip)
        return host

    def _marks(self, on: date) -> list[tuple[str, str]]:
        marks = []
        if self._dead:
            marks.append((tr("no longer in use"), "danger"))
        if self.phone.audience == "internal":
            marks.append((tr("internal, do not say"), "danger"))
        if directory.stale(self.phone.confirmed_on, on):
            marks.append((tr("long not confirmed"), "warn"))
        return marks

    def show_state(self, at: datetime, zone: ZoneInfo) -> None:
        """Whether somebody answers at an instant."""
        shown = bool(self.phone.hours) and not self._dead
        for widget in (self._sign, self.state):
            widget.setVisible(shown)
        found = hours.state(self.phone.hours, at, zone)
        self._sign.show_picture(*_SIGNS[found.opening])
        self.state.setText(state_words(found, at.astimezone(zone)))
        restyle(self.state, "role", _SIGNS[found.opening][1])


def _large(number: str) -> QLabel:
    """A number that can be read at a glance: digits of one width, to be marked and copied."""
    label = plain_label(number, "number")
    font = QFont(label.font())
    font.setFeature(QFont.Tag("tnum"), 1)
    label.setFont(font)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def _confirmed(phone: Phone) -> str:
    day = phone.confirmed_on
    return tr("confirmed {day}", day=day.isoformat()) if day else tr("not confirmed")


def number_words(
    numbers: Sequence[tuple[str, str]], at: datetime, zone: ZoneInfo
) -> tuple[str, str]:
    """Of public numbers with hours the one to say now, and what is known of its hours, or ""."""
    number, found = directory.number_now(numbers, at, zone)
    return number, _short_words(found, at.astimezone(zone))


def _short_words(found: hours.State, local: datetime) -> str:
    """The answer where there is room for a few words only; "" when there is none."""
    if found.opening is Opening.UNKNOWN:
        return ""
    if found.opening is Opening.OPEN:
        until = _clock(found.until, local) if found.until else ""
        words = tr("open until {time}", time=until) if until else tr("open day and night")
    else:
        opens = _clock(found.opens, local) if found.opens else ""
        words = tr("opens {time}", time=opens) if opens else tr("not open now")
    return tr(_SHORT_CAVEATS[found.caveat], words=words) if found.caveat in _CAVEATS else words


def state_words(found: hours.State, local: datetime) -> str:
    """The answer in words; `local` is the instant it was asked for."""
    words = _opening_words(found, local)
    return tr(_CAVEATS[found.caveat], words=words) if found.caveat in _CAVEATS else words


def _opening_words(found: hours.State, local: datetime) -> str:
    if found.opening is Opening.UNKNOWN:
        return tr("Whether it is open now cannot be told from these hours.")
    if found.opening is Opening.OPEN:
        if found.until is None:
            return tr("now open, day and night")
        return tr("now open, until {time}", time=_clock(found.until, local))
    if found.opens is None:
        return tr("now closed")
    return tr("now closed, opens {time}", time=_clock(found.opens, local))


def _clock(then: datetime, local: datetime) -> str:
    """The time; with its day of the week when that is another one."""
    clock = f"{then:%H:%M}"
    if then.date() == local.date():
        return clock
    day = QLocale().dayName(then.isoweekday(), QLocale.FormatType.ShortFormat)
    return f"{day} {clock}"
