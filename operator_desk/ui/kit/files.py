"""Asks for a file beside the window: nothing waits for the answer."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

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
