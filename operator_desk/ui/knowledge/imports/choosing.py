"""Which files are taken in, and as which format they are read."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtWidgets import QFileDialog, QFrame, QVBoxLayout, QWidget

from operator_desk.ui.kit.digits import DigitField
from operator_desk.ui.kit.flow import flow_row
from operator_desk.ui.kit.labels import button, plain_label
from operator_desk.ui.kit.picker import Choice
from operator_desk.ui.kit.words import later, tr

FORMATS = (
    ("", later("as recognised")),
    ("jsonl", later("JSONL")),
    ("csv", later("CSV")),
    ("xlsx", later("XLSX")),
    ("contacts", later("Contact list")),
    ("law", later("Law in Markdown")),
)


def format_word(name: str) -> str:
    """The word of a format."""
    return tr(dict(FORMATS)[name])


def dropped(data: QMimeData) -> list[Path]:
    """The files of this machine that are dropped."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


class FormatField(QWidget):
    """A digit says as what the files are read."""

    chosen = Signal(object)  # the name of a format

    def __init__(self) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        self.field = DigitField([Choice(name, tr(words)) for name, words in FORMATS])
        self.field.setAccessibleName(tr("Read as"))
        self.field.set_value("")
        self.field.chosen.connect(self.chosen)
        layout.addWidget(plain_label(tr("Read as"), "field"))
        layout.addWidget(self.field)


class ChooseArea(QFrame):
    """Files are chosen in a dialog that keeps nothing else waiting."""

    chosen = Signal(object)  # list[Path]

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "inset")
        self._folder = ""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 12, 14, 12)
        layout.setSpacing(8)
        words = tr(
            "Drop files here, or choose them. JSONL, CSV and XLSX with the columns of articles, "
            "contact lists, laws in Markdown. They are looked at first; you see row by row what "
            "would be stored."
        )
        layout.addWidget(plain_label(words, wrap=True))
        host, row = flow_row(8)
        self.button = button(tr("Choose files…"), "primary", "file-in")
        self.button.clicked.connect(self.open_dialog)
        row.addWidget(self.button)
        layout.addWidget(host)

    def open_dialog(self) -> None:
        """Shows the dialog of files."""
        dialog = QFileDialog(self.window(), tr("Choose files…"), self._folder)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        kinds = "*.jsonl *.ndjson *.csv *.xlsx *.md"
        dialog.setNameFilters([f"{tr('Files of articles')} ({kinds})", f"{tr('All files')} (*)"])
        dialog.setModal(False)
        dialog.filesSelected.connect(self._selected)
        dialog.finished.connect(dialog.deleteLater)
        dialog.show()

    def _selected(self, names: list[str]) -> None:
        paths = [Path(name) for name in names]
        self._folder = str(paths[0].parent) if paths else self._folder
        self.chosen.emit(paths)
