"""What a lead writes on an event card."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from operator_desk.domain.event_cards import CardText, EventCard
from operator_desk.domain.facts import UnitVersion
from operator_desk.domain.places import Place
from operator_desk.domain.profile import Profile
from operator_desk.domain.times import parse_coming
from operator_desk.services.ports import Clock
from operator_desk.ui import names
from operator_desk.ui.call.categories import category_choices, place_choices
from operator_desk.ui.kit import look
from operator_desk.ui.kit.composing import ComposingLine, ComposingText, flush_composition
from operator_desk.ui.kit.labels import plain_label, restyle
from operator_desk.ui.kit.picker import Choice, PickerField, found_in
from operator_desk.ui.kit.words import tr

_State = tuple[tuple[str, str, str, str], tuple[tuple[Any, str], ...]]
_BETWEEN = re.compile(r"[；;、，,\n]+")


class CardForm(QWidget):
    """The fields of a card, walked by Enter; `finished` comes from the last one.

    What was typed and not kept yet stays with its card when another one is shown.
    """

    finished = Signal()
    walked = Signal(object)  # the field that has the keys now

    def __init__(self, profile: Profile, clock: Clock) -> None:
        super().__init__()
        self._profile, self._clock = profile, clock
        self._begins: datetime | None = None
        self._of: UUID | None = None  # the version in the form, None: a new card
        self._kept: dict[UUID | None, _State] = {}
        self._before: _State | None = None
        self._until_before: tuple[str, datetime | None] = ("", None)
        self._places: list[Choice] = []
        self._units: list[Choice] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(5)
        self._grid.setColumnStretch(1, 1)
        categories = category_choices(profile.categories)
        self.title, self.keywords, self.until = ComposingLine(), ComposingLine(), ComposingLine()
        self.words = ComposingText()
        self.words.setTabChangesFocus(True)
        self.place = PickerField(self._found_places, latin=False, free=True)
        self.category = PickerField(lambda typed: found_in(categories, typed))
        self.unit = PickerField(lambda typed: found_in(self._units, typed))
        self.title.setPlaceholderText(tr("What happened, in a few words"))
        self.words.setPlaceholderText(tr("The sentence that callers are told"))
        self.place.setPlaceholderText(tr("Roads and places, parted by 、; or a place of the list"))
        self.keywords.setPlaceholderText(tr("What callers say, parted by 、"))
        self.category.setPlaceholderText(tr("Category: initials, such as tqgz"))
        self.unit.setPlaceholderText(tr("Who sees to it: initials"))
        self.until.setPlaceholderText(tr("20:00 or 11-24 08:00; empty: until it is solved"))
        self._rows: tuple[tuple[str, QWidget], ...] = (
            (tr("Title"), self.title),
            (tr("To say"), self.words),
            (tr("Place"), self.place),
            (tr("Keywords"), self.keywords),
            (tr("Category"), self.category),
            (tr("Responsible unit"), self.unit),
            (tr("Shown until"), self.until),
        )
        for row, (label, field) in enumerate(self._rows):
            field.setAccessibleName(label)
            self._grid.addWidget(plain_label(label, "field"), row, 0)
            self._grid.addWidget(field, row, 1)
            self._walk(field, row)
        self.fit()

    def _walk(self, field: QWidget, row: int) -> None:
        on: Callable[[], object] = self.finished.emit
        if row + 1 < len(self._rows):
            on = partial(self._go, self._rows[row + 1][1])
        if isinstance(field, PickerField):
            field.accepted.connect(on)
        elif isinstance(field, QLineEdit):
            field.returnPressed.connect(on)

    def _go(self, field: QWidget) -> None:
        field.setFocus(Qt.FocusReason.TabFocusReason)
        self.walked.emit(field)

    def fit(self) -> None:
        """The sentence has room for three lines of the font in use."""
        self.words.setFixedHeight(look.current().px(74))

    def set_lists(self, units: Sequence[UnitVersion], places: Sequence[Place]) -> None:
        """Units and places to choose from."""
        self._units = [
            Choice(unit.code, unit.name, "\n".join((unit.code.lower(), unit.short_name or "")))
            for unit in units
        ]
        self._places = place_choices(places)

    def _found_places(self, typed: str) -> list[Choice]:
        return found_in(self._places, typed) if typed.strip() else []

    # -- the card in it ------------------------------------------------------------------

    def show_card(self, card: EventCard | None) -> None:
        """A card to change; None: an empty form for a new one."""
        self._keep()
        text = card.text if card else CardText(title="", words="")
        self._of = card.version_id if card else None
        self._begins = text.begins_at
        self.title.setText(text.title)
        self.words.setPlainText(text.words)
        self.place.set_choice(text.place_code, text.place or "")
        self.keywords.setText("、".join(text.keywords))
        tree = self._profile.categories
        self.category.set_choice(text.category, tree.path_name(text.category or "", " › "))
        unit = next((one.text for one in self._units if one.value == text.unit), text.unit or "")
        self.unit.set_choice(text.unit, unit)
        until = ""
        if text.ends_at is not None:
            until = names.local(self._profile, text.ends_at, "%Y-%m-%d %H:%M")
        self._until_before = (until, text.ends_at)
        self.until.setText(until)
        restyle(self.until, "missing", value=False)
        self._before = self._state()
        if self._of in self._kept:
            self._put(self._kept.pop(self._of))

    def forget(self) -> None:
        """What is written was kept as a version."""
        self._before = self._state()

    def _keep(self) -> None:
        now = self._state()
        if self._before is not None and now != self._before:
            self._kept[self._of] = now

    def _state(self) -> _State:
        lines = (self.title.text(), self.words.toPlainText(), self.keywords.text())
        picked = tuple((one.value, one.text()) for one in (self.place, self.category, self.unit))
        return (*lines, self.until.text()), picked

    def _put(self, state: _State) -> None:
        (title, words, keywords, until), picked = state
        self.title.setText(title)
        self.words.setPlainText(words)
        self.keywords.setText(keywords)
        self.until.setText(until)
        for field, (value, text) in zip(
            (self.place, self.category, self.unit), picked, strict=True
        ):
            field.set_choice(value, text)

    def text(self) -> CardText | None:
        """What is written; None when the time cannot be read, and the cursor goes there."""
        flush_composition()
        until = self._until()
        wrong = bool(self.until.text().strip()) and until is None
        restyle(self.until, "missing", wrong)
        if wrong:
            self.until.setFocus()
            self.until.selectAll()
            return None
        return CardText(
            title=self.title.text(),
            words=self.words.toPlainText(),
            place_code=self.place.value,
            place=self.place.text(),
            category=self.category.value,
            keywords=tuple(_BETWEEN.split(self.keywords.text())),
            unit=self.unit.value,
            begins_at=self._begins,
            ends_at=until,
        )

    def _until(self) -> datetime | None:
        typed, (words, at) = self.until.text().strip(), self._until_before
        if typed == words:
            return at
        return parse_coming(typed, self._clock(), ZoneInfo(self._profile.time_zone))
