"""The certificate in the window: masked or full, how it looks; saved as a file, printed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout

from operator_desk.domain.errors import UserError
from operator_desk.services.certificates import Made, may_have_full
from operator_desk.services.people import Actor
from operator_desk.services.viewing import Looked
from operator_desk.ui.kit.files import ask_new_file
from operator_desk.ui.kit.labels import button
from operator_desk.ui.kit.words import tr
from operator_desk.ui.parts import Parts
from operator_desk.ui.tickets.pages import PaperView, Printing, pdf_path


class CertificateView(PaperView):
    """The certificate of one ticket, before it goes out. Every way out is noted first."""

    def __init__(self, parts: Parts, actor: Actor, printing: Printing | None = None) -> None:
        super().__init__(tr("Certificate"), parts.lanes, printing)
        self._parts, self._actor = parts, actor
        self.made: Made | None = None
        self._number, self._full, self._may = "", False, False

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.save = button(tr("Save as PDF…"), "primary")
        self.print = button(tr("Print…"))
        self.other = button(tr("With the texts"), "", "", "T")
        self.close_button = button(tr("Back"), "flat", "", "Esc")
        self.save.clicked.connect(self.export)
        self.print.clicked.connect(self.print_out)
        self.other.clicked.connect(self.turn)
        self.close_button.clicked.connect(self.closed)
        for one in (self.save, self.print, self.other, self.close_button):
            row.addWidget(one)
        row.addStretch(1)
        return row

    # -- looking -------------------------------------------------------------------------

    def load(self, number: str, operator: UUID) -> None:
        """Makes the masked certificate of a ticket; `operator` took the call."""
        self.made = None
        self.area.clear()
        self._number, self._may = number, may_have_full(self._actor, operator)
        self.other.setVisible(self._may)
        self._make(full=False)

    def turn(self) -> None:
        """The other form: with the texts, or masked again."""
        if self._may and self.made is not None:
            self._make(full=not self._full)

    def _make(self, *, full: bool) -> None:
        parts, actor, number = self._parts, self._actor, self._number

        def work() -> tuple[Made, list[QImage]]:
            made = parts.certificates.show(actor, number, full=full)
            return made, parts.papers.certificate_pages(made)

        parts.lanes.read.submit(
            work, lambda found: self._show(*found), self.failed.emit, newest="certificate"
        )

    def _show(self, made: Made, pages: list[QImage]) -> None:
        if made.data.ticket != self._number:
            return
        self.made, self._full = made, made.data.full
        words = tr("Masked certificate {number}", number=self._number)
        if self._full:
            words = tr("Full certificate {number}", number=self._number)
        self._title.setText(words)
        self.other.setText("  ".join((tr("Masked") if self._full else tr("With the texts"), "T")))
        self.other.setAccessibleName(tr("Masked") if self._full else tr("With the texts"))
        if self._full:
            self._tell(
                tr("Whoever gets this can read what was said, with name and number."), "warn"
            )
        else:
            self._tell(tr("Proves the record; tells no text, name or number."), "muted")
        self.area.show_pages(pages)
        self.save.setFocus()

    # -- going out -----------------------------------------------------------------------

    def print_out(self) -> None:
        """Asks for a printer and prints; the row of the log is stored before the paper."""
        if self.made is not None:
            self._printing.ask(self, self._title.text(), self._print_on)

    def _print_on(self, device: Any) -> None:
        def paint(made: Made) -> None:
            try:
                self._parts.papers.print_certificate(made, device)
            except RuntimeError:
                self.failed.emit(UserError("The printer did not take the certificate."))
                return
            self._tell(tr("Printed: {number}", number=made.data.ticket), "ok")

        self._hand_out(Looked.PRINT, paint)

    def export(self) -> None:
        """Asks for a file and writes the PDF into it."""
        if self.made is not None:
            ending = tr("full") if self._full else tr("masked")
            name = f"{self._number}-{ending}.pdf"
            ask_new_file(self, tr("Save as PDF…"), "PDF (*.pdf)", name, self.write)

    def write(self, path: Path) -> None:
        """Writes the PDF, with its data in it, into a file."""
        papers = self._parts.papers
        to = pdf_path(path)
        self._hand_out(
            Looked.EXPORT, lambda made: self._put(to, lambda: papers.certificate_pdf(made))
        )

    def _hand_out(self, what: Looked, then: Callable[[Made], None]) -> None:
        """Notes that it goes out, and goes on only with the one that was looked at."""
        shown, certificates, actor = self.made, self._parts.certificates, self._actor
        if shown is None:
            return

        def noted(made: Made) -> None:
            if made is shown:
                then(made)
            else:
                self._make(full=made.data.full)
                self._tell(tr("The record was changed meanwhile; look at it again."), "warn")

        self._parts.lanes.write.submit(
            lambda: certificates.hand_out(actor, shown, what), noted, self.failed.emit
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text().upper() == "T" and not event.isAutoRepeat():
            self.turn()
        elif event.key() in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            bar = self.area.verticalScrollBar()
            down = event.key() == Qt.Key.Key_PageDown
            bar.setValue(bar.value() + (bar.pageStep() if down else -bar.pageStep()))
        else:
            super().keyPressEvent(event)
