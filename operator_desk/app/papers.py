"""Makes papers: finds the fonts, the language and the hotline's time for `documents`."""

from __future__ import annotations

import os
from datetime import datetime
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

from PySide6.QtGui import QFontDatabase, QGuiApplication, QImage

from operator_desk import resources
from operator_desk.documents import paper
from operator_desk.documents import slip as slips
from operator_desk.domain.profile import Profile
from operator_desk.domain.slip import Slip
from operator_desk.domain.times import deadline
from operator_desk.words import say

_FONTS = ("NotoSansSC-Regular.otf", "NotoSansSC-Bold.otf")
_made: list[QGuiApplication] = []  # as long as the process: Qt has one
_loaded: list[str] = []


class Papers:
    """The papers of one hotline; their language is the profile's, whoever prints."""

    def __init__(self, profile: Profile) -> None:
        self._profile = profile
        self._say = partial(_said, profile.language)

    def slip_pdf(self, slip: Slip) -> bytes:
        """A dispatch slip as a PDF file."""
        _ready()
        return slips.pdf(slip, self._say, self._when, self._due)

    def slip_layout(self, slip: Slip) -> paper.Layout:
        """A dispatch slip on its pages."""
        _ready()
        return slips.layout(slip, self._say, self._when, self._due)

    def slip_pages(self, slip: Slip) -> list[QImage]:
        """Pictures of a slip's pages, 150 dots an inch, black on white as on paper."""
        return paper.pictures(self.slip_layout(slip))

    def print_slip(self, slip: Slip, device: Any) -> None:
        """A dispatch slip on a printer. RuntimeError: the printer does not take it."""
        paper.print_on(self.slip_layout(slip), device)

    def _when(self, at: datetime) -> str:
        return f"{at.astimezone(ZoneInfo(self._profile.time_zone)):%Y-%m-%d %H:%M}"

    def _due(self, at: datetime) -> str:
        day, time = deadline(at, ZoneInfo(self._profile.time_zone))
        return f"{day.isoformat()} {time}"


def _said(language: str, text: str, /, **values: object) -> str:
    return say(text, language, **values)


def _ready() -> None:
    """Makes sure that Qt can set type: on the command line there is no window and no screen."""
    if QGuiApplication.instance() is None:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        _made.append(QGuiApplication(["operator-desk"]))
    if not _loaded:
        for name in _FONTS:
            QFontDatabase.addApplicationFont(str(resources.path("resources", "fonts", name)))
        _loaded.extend(_FONTS)
