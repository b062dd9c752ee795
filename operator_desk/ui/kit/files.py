"""Asks for a file beside the window: nothing waits for the answer."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from operator_desk.domain.errors import UserError
from operator_desk.ui.kit.composing import flush_composition

Chosen = Callable[[Path], object]


def ask_file(parent: QWidget, title: str, kinds: str, chosen: Chosen) -> None:
    """A file to read; `kinds` as Qt filters it."""
    _show(_dialog(parent, title, kinds), QFileDialog.FileMode.ExistingFile, chosen)


def ask_new_file(parent: QWidget, title: str, kinds: str, name: str, chosen: Chosen) -> None:
    """A file to write; the dialog asks before one is replaced."""
    dialog = _dialog(parent, title, kinds)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.selectFile(name)
    _show(dialog, QFileDialog.FileMode.AnyFile, chosen)


def put_file(path: Path, body: bytes) -> None:
    """Puts a file (mode 0600) under its name when all of it is written; for a lane.

    UserError: it cannot be written; the file that was there stays as it was.
    """
    part = path.with_name(f".{path.name}.part")
    try:
        try:
            fd = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(fd, "wb") as out:
                out.write(body)
                out.flush()
                os.fsync(out.fileno())
            os.replace(part, path)
        finally:
            with suppress(OSError):
                part.unlink()
    except OSError as error:
        raise UserError(
            "{path} cannot be written: {reason}.", path=path, reason=error.strerror or error
        ) from error


def _dialog(parent: QWidget, title: str, kinds: str) -> QFileDialog:
    dialog = QFileDialog(parent, title, str(Path.home()), kinds)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setModal(False)  # a call that comes in meanwhile is taken as ever
    return dialog


def _show(dialog: QFileDialog, mode: QFileDialog.FileMode, chosen: Chosen) -> None:
    flush_composition()
    dialog.setFileMode(mode)
    dialog.fileSelected.connect(lambda path: chosen(Path(path)))
    dialog.show()
