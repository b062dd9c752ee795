"""Makes papers: finds the fonts, the language and the hotline's time for `documents`."""

from __future__ import annotations

import os
from datetime import datetime
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from PySide6.QtCore import QHashSeed
from PySide6.QtGui import QFontDatabase, QGuiApplication, QImage, QRawFont

from operator_desk import resources
from operator_desk.documents import certificate as certificates
from operator_desk.documents import certificate_file, paper
from operator_desk.documents import slip as slips
from operator_desk.domain.certificate import Certificate
from operator_desk.domain.certificate_data import Data
from operator_desk.domain.errors import UserError
from operator_desk.domain.profile import Profile
from operator_desk.domain.slip import Slip
from operator_desk.domain.times import deadline
from operator_desk.services.certificates import Made
from operator_desk.words import say

_FONTS = ("NotoSansSC-Regular.otf", "NotoSansSC-Bold.otf")
_made: list[QGuiApplication] = []  # as long as the process: Qt has one
_loaded: list[str] = []
_raw: list[QRawFont] = []


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

    # -- certificates: their language and times are those of their data -------------------

    def certificate_layout(self, made: Made) -> paper.Layout:
        """A certificate on its pages."""
        return certificate_layout(made.certificate, made.data)

    def certificate_pdf(self, made: Made) -> bytes:
        """A certificate as a PDF file with its data in it."""
        pdf = certificate_pdf(made.certificate, made.data)
        return certificate_file.with_data(pdf, made.body)

    def certificate_pages(self, made: Made) -> list[QImage]:
        """Pictures of a certificate's pages, as `slip_pages`."""
        return paper.pictures(self.certificate_layout(made))

    def print_certificate(self, made: Made, device: Any) -> None:
        """A certificate on a printer. RuntimeError: the printer does not take it."""
        paper.print_on(self.certificate_layout(made), device)

    def _when(self, at: datetime) -> str:
        return f"{at.astimezone(ZoneInfo(self._profile.time_zone)):%Y-%m-%d %H:%M}"

    def _due(self, at: datetime) -> str:
        day, time = deadline(at, ZoneInfo(self._profile.time_zone))
        return f"{day.isoformat()} {time}"


def certificate_layout(made: Certificate, data: Data) -> paper.Layout:
    """The pages of a certificate, by its data alone. UserError: a time zone nobody knows."""
    return paper.Layout(_certificate_form(made, data))


def certificate_pdf(made: Certificate, data: Data) -> bytes:
    """A certificate as a PDF file without its data. UserError as in `certificate_layout`."""
    return paper.pdf(_certificate_form(made, data))


def _certificate_form(made: Certificate, data: Data) -> paper.Form:
    _ready()
    try:
        zone = ZoneInfo(made.time_zone)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise UserError("There is no time zone {name}.", name=made.time_zone) from error

    def when(at: datetime) -> str:
        return f"{at.astimezone(zone):%Y-%m-%d %H:%M:%S}"

    return certificates.form(made, data, partial(_said, made.language), when)


def in_shipped_font(sign: str) -> bool:
    """Whether the font that comes with the program has a sign: it looks the same everywhere."""
    if not _raw:
        path = str(resources.path("resources", "fonts", _FONTS[0]))
        _raw.append(QRawFont(path, 16))
    return bool(_raw[0].supportsCharacter(ord(sign)))


def _said(language: str, text: str, /, **values: object) -> str:
    return say(text, language, **values)


def _ready() -> None:
    """Makes sure that Qt can set type: on the command line there is no window and no screen.

    A certificate is compared stroke by stroke with its pages laid out anew: in which order Qt
    writes fonts and glyphs into a file must not hang on chance.
    """
    QHashSeed.setDeterministicGlobalSeed()
    if QGuiApplication.instance() is None:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        _made.append(QGuiApplication(["operator-desk"]))
    if not _loaded:
        for name in _FONTS:
            QFontDatabase.addApplicationFont(str(resources.path("resources", "fonts", name)))
        _loaded.extend(_FONTS)
