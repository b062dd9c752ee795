"""Scripts to choose a practice call from; a digit begins one."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from operator_desk.domain.scripted import ScriptedCall
from operator_desk.services.practice import Scripts
from operator_desk.ui.call.digit_rows import DigitRows, Row
from operator_desk.ui.kit.files import ask_file
from operator_desk.ui.kit.labels import button, plain_label
from operator_desk.ui.kit.words import tr
from operator_desk.ui.messages import sentence


class ScriptPicker(QWidget):
    """Title, level, what it trains; the shipped ones first, then those of the centre."""

    chosen = Signal(object)  # ScriptedCall
    file_wanted = Signal(object)  # Path of an own file, None: no more
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        intro = plain_label(
            tr("A caller from a script. Nothing of it is sent, counted or learned from."),
            wrap=True,
        )
        self.list = DigitRows(tr("Scripts for practice calls"))
        self.list.chosen.connect(self.chosen)
        self.list.left.connect(self.left)
        self._refused = plain_label(role="warn", wrap=True)
        self._file = button(tr("Scripts of this centre…"), "flat")
        self._file.clicked.connect(self._ask_file)
        self._file.setProperty("flush", True)
        self._without = button(tr("Only those shipped"), "flat")
        self._without.setProperty("flush", True)
        self._without.clicked.connect(lambda: self.file_wanted.emit(None))
        hint = plain_label(tr("A digit, Enter or a click begins · Esc goes back"), "muted")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(intro)
        layout.addWidget(self.list, 1)
        layout.addWidget(self._refused)
        for made in (self._file, self._without):
            layout.addWidget(made, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(hint)
        self.show_scripts(Scripts(()), own=False)

    def show_scripts(self, found: Scripts, *, own: bool) -> None:
        """What can be practised; `own`: a file of the centre is among it."""
        self.list.set_rows([Row(one, _words(one)) for one in found.scripts])
        self._refused.setText(_why(found))
        self._refused.setVisible(bool(found.refused))
        self._without.setVisible(own)

    def take_keys(self) -> None:
        """The keys to the scripts."""
        self.list.setFocus()

    def _ask_file(self) -> None:
        def chosen(path: Path) -> None:
            self.file_wanted.emit(path)

        ask_file(self, tr("Scripts of this centre"), tr("Scripted calls (*.jsonl)"), chosen)


def _words(script: ScriptedCall) -> str:
    level = tr("Level {n}", n=script.practice.level)
    title = f"{script.title or script.id}　{level}"
    return f"{title}\n{script.practice.trains}".rstrip()


def _why(found: Scripts) -> str:
    refused = found.refused
    if not refused:
        return ""
    return tr("Not taken: {n}. {reason}", n=len(refused), reason=sentence(refused[0]))
