"""The dispatch slip in the window: what was left out, how it looks; printed, saved as a file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QWidget

from operator_desk.domain.errors import UserError
from operator_desk.domain.redaction import Hit, Kind
from operator_desk.domain.slip import Slip
from operator_desk.services.people import Actor
from operator_desk.services.viewing import Looked
from operator_desk.ui import names
from operator_desk.ui.kit.files import ask_new_file
from operator_desk.ui.kit.labels import button, plain_label
from operator_desk.ui.kit.words import later, tr
from operator_desk.ui.parts import Parts
from operator_desk.ui.tickets.pages import PaperView, Printing, pdf_path

_KINDS = {
    Kind.NAME: later("a person's name"),
    Kind.NUMBER: later("telephone number"),
    Kind.ADDRESS: later("somebody's address"),
    Kind.IDENTITY: later("identity number"),
    Kind.ACCOUNT: later("account"),
}
_FIELDS = {
    "elements": later("particulars"),
    "statements": later("statements"),
    "supplements": later("added later"),
    "note": later("dispatcher's note"),
}


class SlipView(PaperView):
    """The slip of one ticket, before it goes out. Every way out is noted in the view log first."""

    def __init__(self, parts: Parts, actor: Actor, printing: Printing | None = None) -> None:
        super().__init__(tr("Dispatch slip"), parts.lanes, printing)
        self._parts, self._actor = parts, actor
        self.slip: Slip | None = None
        self._pages: list[QImage] = []

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.print = button(tr("Print…"), "primary")
        self.save = button(tr("Save as PDF…"))
        self.close_button = button(tr("Back"), "flat", "", "Esc")
        self.print.clicked.connect(self.print_slip)
        self.save.clicked.connect(self.export_slip)
        self.close_button.clicked.connect(self.closed)
        for one in (self.print, self.save, self.close_button):
            row.addWidget(one)
        row.addStretch(1)
        return row

    # -- looking -------------------------------------------------------------------------

    def load(self, number: str, unit: str | None = None) -> None:
        """Makes the newest slip of a ticket and shows what would go out."""
        parts, actor = self._parts, self._actor

        def work() -> tuple[Slip, list[QImage]]:
            made = parts.slips.show(actor, number, unit)
            return made, parts.papers.slip_pages(made)

        parts.lanes.read.submit(
            work, lambda found: self._show(*found), self.failed.emit, newest="slip"
        )

    def _show(self, slip: Slip, pages: list[QImage]) -> None:
        self.slip, self._pages = slip, pages
        self._title.setText(tr("Dispatch slip {number}", number=slip.slip_number))
        code = tr("to {unit} · check code {code}", unit=slip.to, code=slip.code)
        self._tell(code, "muted")
        self.area.show_pages(pages, self._left_out(slip))
        self.print.setFocus()

    def _left_out(self, slip: Slip) -> Iterator[QWidget]:
        """What the unit will not read; the dispatcher sees it to judge whether the rest will do."""
        if not slip.masked:
            return
        words = tr("{n} places are left out for secrecy:", n=len(slip.masked))
        yield plain_label(words, "warn", wrap=True)
        for field, hit in slip.masked:
            yield plain_label(left_out_line(field, hit), wrap=True)

    # -- going out -----------------------------------------------------------------------

    def print_slip(self) -> None:
        """Asks for a printer and prints; the row of the log is stored before the paper."""
        if self.slip is not None:
            name = tr("Dispatch slip {number}", number=self.slip.slip_number)
            self._printing.ask(self, name, self._print_on)

    def _print_on(self, device: Any) -> None:
        shown = self.slip
        if shown is None:
            return

        def paint(slip: Slip) -> None:
            try:
                self._parts.papers.print_slip(slip, device)
            except RuntimeError as error:
                self.failed.emit(UserError("The printer did not take the slip."))
                del error
                return
            self._tell(tr("Printed: {number}", number=slip.slip_number), "ok")

        self._hand_out(shown, Looked.PRINT, paint)

    def export_slip(self) -> None:
        """Asks for a file and writes the PDF into it."""
        if self.slip is not None:
            name = f"{self.slip.slip_number}.pdf"
            ask_new_file(self, tr("Save as PDF…"), "PDF (*.pdf)", name, self.write)

    def write(self, path: Path) -> None:
        """Writes the PDF into a file."""
        shown, papers = self.slip, self._parts.papers
        if shown is None:
            return
        to = pdf_path(path)
        self._hand_out(
            shown, Looked.EXPORT, lambda slip: self._put(to, lambda: papers.slip_pdf(slip))
        )

    def _hand_out(self, shown: Slip, what: Looked, then: Callable[[Slip], None]) -> None:
        """Notes that the slip goes out, and goes on only with the one that was looked at."""
        slips, actor, unit = self._parts.slips, self._actor, shown.unit

        def noted(slip: Slip) -> None:
            if slip.code == shown.code:
                then(slip)
            else:
                self.load(shown.number, unit)
                self._tell(tr("The ticket was changed meanwhile; look at the new slip."), "warn")

        self._parts.lanes.write.submit(
            lambda: slips.hand_out(actor, shown.number, unit, what), noted, self.failed.emit
        )


def left_out_line(field: str, hit: Hit) -> str:
    """One place that was left out: where, what, and the words."""
    where = tr(_FIELDS[field]) if field in _FIELDS else names.field_word(field)
    return tr("{where}: {kind}, {words}", where=where, kind=tr(_KINDS[hit.kind]), words=hit.words)
