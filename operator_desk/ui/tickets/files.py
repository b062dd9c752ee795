"""The files of the ticket in hand: attached from the disk, saved to it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from operator_desk.domain import media
from operator_desk.domain.errors import UserError
from operator_desk.services.attachments import File
from operator_desk.services.people import Actor
from operator_desk.services.work import Opened
from operator_desk.ui.kit.files import ask_file, ask_new_file, put_file
from operator_desk.ui.kit.words import tr
from operator_desk.ui.parts import Parts


class TicketFiles(QObject):
    """`attached`: the number of the ticket; `noted`: what was done, in words."""

    attached = Signal(str)
    noted = Signal(str)
    failed = Signal(object)

    def __init__(self, parts: Parts, actor: Actor, panel: QWidget) -> None:
        super().__init__(panel)
        self._parts, self._actor, self._panel = parts, actor, panel
        self.opened: Callable[[], Opened | None] = lambda: None

    def ask(self) -> None:
        """Asks for a file and attaches it to the ticket."""
        opened = self.opened()
        if opened is None:
            return
        number = opened.whole.row.number
        kinds = " ".join(f"*{suffix}" for some in media.SUFFIXES.values() for suffix in some)
        ask_file(
            self._panel, tr("Attach a file"), f"({kinds})", lambda path: self.attach(number, path)
        )

    def attach(self, number: str, path: Path) -> None:
        """Attaches a file to a ticket."""
        attachments, actor = self._parts.attachments, self._actor

        def work() -> int:
            return len(attachments.attach(actor, number, [File(path.name, _read(path))]))

        def done(count: int) -> None:
            words = tr("Attached: {name}.", name=path.name)
            self.noted.emit(words if count else tr("This file is attached already."))
            self.attached.emit(number)

        self._parts.lanes.write.submit(work, done, self.failed.emit)

    def save(self, n: int) -> None:
        """Asks where to, and saves the n-th file; that it goes out is noted first."""
        opened = self.opened()
        if opened is None or not 1 <= n <= len(opened.attachments):
            return
        number, one = opened.whole.row.number, opened.attachments[n - 1]
        name = one.name or one.sha256[:8]
        ask_new_file(
            self._panel, tr("Save the attachment"), "", name,
            lambda path: self.write(number, n, path),
        )  # fmt: skip

    def write(self, number: str, n: int, path: Path) -> None:
        """Writes the n-th file of a ticket to the disk."""
        attachments, actor = self._parts.attachments, self._actor

        def work() -> None:
            _row, body = attachments.hand_out(actor, number, n)
            put_file(path, body)

        self._parts.lanes.write.submit(
            work, lambda _none: self.noted.emit(tr("Saved: {path}", path=path)), self.failed.emit
        )


def _read(path: Path) -> bytes:
    try:
        if path.stat().st_size > media.LARGEST:
            raise UserError(
                "{path} is larger than {most} MB.", path=path, most=media.LARGEST // 1024**2
            )
        return path.read_bytes()
    except OSError as error:
        raise UserError(
            "{path} cannot be read: {reason}.", path=path, reason=error.strerror or error
        ) from error
