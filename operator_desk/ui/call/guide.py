"""Guiding a caller to another line: the 12345 of another city, by its area code."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from operator_desk.domain.places import Place
from operator_desk.domain.profile import GuideRule
from operator_desk.ui.kit.picker import Choice, PickerField, found_in
from operator_desk.ui.kit.words import tr


@dataclass(frozen=True, slots=True)
class Line:
    """The same line in another place: the number to dial, whose it is, what to say."""

    number: str
    name: str
    finds: str
    sentence: str


def lines_of(places: Sequence[Place], rule: GuideRule, language: str) -> tuple[Line, ...]:
    """The lines of all places that have an area code."""
    say = rule.say_en if language.startswith("en") else rule.say
    return tuple(
        Line(
            number=rule.dial(place.area_code),
            name=place.name,
            finds="\n".join(
                (place.initials, place.pinyin.replace(" ", ""), place.area_code, place.name)
            ),
            sentence=say.format(
                city=place.name, area_code=place.area_code, number=rule.dial(place.area_code)
            ),
        )
        for place in places
        if place.area_code
    )


class GuideField(PickerField):
    """Takes a city by initials or area code; its value is the number to dial."""

    def __init__(self) -> None:
        self._lines: tuple[Line, ...] = ()
        self._choices: list[Choice] = []
        super().__init__(lambda typed: found_in(self._choices, typed))
        self.setAccessibleName(tr("Guided to"))
        self.setPlaceholderText(tr("Guided to: initials of the city, or its area code"))

    def _digits_choose(self) -> bool:
        return not self.text()[:1].isdigit()  # an area code is being typed

    def set_lines(self, lines: Sequence[Line]) -> None:
        """The lines to choose from."""
        self._lines = tuple(lines)
        self._choices = [
            Choice(line.number, f"{line.name} {line.number}", line.finds) for line in lines
        ]

    def show_number(self, number: str) -> None:
        """Shows the line of a number; nothing while it is being chosen."""
        if not self.hasFocus():
            self.set_choice(number, self.words(number))

    def words(self, number: str) -> str:
        """Whose line a number is, with the number."""
        line = self._line(number)
        return f"{line.name} {number}" if line else number

    def sentence(self, number: str) -> str:
        """What to say to a caller who is guided there."""
        line = self._line(number)
        return line.sentence if line else ""

    def _line(self, number: str) -> Line | None:
        return next((line for line in self._lines if line.number == number), None)
