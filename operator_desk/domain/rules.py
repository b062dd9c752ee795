"""What every rule and every name of a profile has."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

# A source that holds these words was not found in a published text.
TO_BE_CONFIRMED = "to be confirmed by the centre"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What every rule has: where it stands written and from which local day it holds.

    `valid_to` is the first day on which it no longer holds.
    """

    source: str
    valid_from: date
    valid_to: date | None = None

    def in_force(self, on: date) -> bool:
        """Whether the rule holds on a local day."""
        return self.valid_from <= on and (self.valid_to is None or on < self.valid_to)

    @property
    def confirmed(self) -> bool:
        """False when the centre still has to say where the rule stands written."""
        return TO_BE_CONFIRMED not in self.source


class Labelled:
    """Something with a name: `label` in the profile's language, `label_en` in English."""

    __slots__ = ()
    label: str
    label_en: str

    def text(self, language: str) -> str:
        """The name in the window's language (`zh_CN`, `en`)."""
        return self.label_en if language.startswith("en") else self.label


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedRule(Rule, Labelled):
    """A rule with a name."""

    label: str
    label_en: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Named(Labelled):
    """A name that is no rule: an entry of a list."""

    label: str
    label_en: str
