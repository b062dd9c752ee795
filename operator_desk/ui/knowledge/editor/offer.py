"""What is offered after a correction: the callers who were told the version before."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from operator_desk.domain.recalls import ToldList
from operator_desk.services.people import Actor
from operator_desk.services.recalls import Corrected
from operator_desk.ui.kit.flow import flow_row
from operator_desk.ui.kit.labels import button, plain_label
from operator_desk.ui.kit.words import tr
from operator_desk.ui.knowledge.editor.ask import AskStrip
from operator_desk.ui.knowledge.editor.marking import Marking
from operator_desk.ui.messages import sentence
from operator_desk.ui.parts import Parts


class Offer(QFrame):
    """A bar that takes no keys by itself; it is said once for each correction."""

    marked = Signal(object)  # ToldList
    asking = Signal()  # begins to ask, or ends: it wants more room, or less
    closed = Signal()  # by hand: the keys go on elsewhere
    failed = Signal(object)

    def __init__(self, parts: Parts, actor: Actor) -> None:
        super().__init__()
        self._parts = parts
        self.found: Corrected | None = None
        self.setProperty("role", "notice")
        self.setProperty("level", "warn")
        self._words = plain_label(wrap=True)
        self._marking, self.strip = Marking(parts, actor), AskStrip()
        self._marking.marked.connect(self._done)
        self._marking.refused.connect(lambda error: self.strip.show_trouble(sentence(error)))
        self._marking.failed.connect(self.failed)
        self.strip.closed.connect(self._show_buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 6, 10, 6)
        layout.addWidget(self._words)
        layout.addWidget(self._button_row())
        layout.addWidget(self.strip)
        self.hide()

    def _button_row(self) -> QWidget:
        self._buttons, row = flow_row(8)
        self.mark = button(tr("Mark it wrong and call back…"), "primary", "warning")
        self.mark.clicked.connect(self._ask)
        self.leave = button(tr("No, it was right then"))
        self.leave.clicked.connect(self._close)
        row.addWidget(self.mark)
        row.addWidget(self.leave)
        return self._buttons

    @property
    def wide(self) -> bool:
        """Whether it asks: the list then gives way where there is little room."""
        return self.isVisible() and self._buttons.isHidden()

    def look(self, key: str) -> None:
        """Looks whether what was published corrects something that was told."""
        recalls = self._parts.recalls
        self._parts.lanes.read.submit(
            lambda: recalls.corrected(key), self._show, self.failed.emit, newest="corrected"
        )

    def _show(self, found: Corrected | None) -> None:
        if found is None:
            return
        self.found = found
        words = tr(
            "{title}: the version before was told in {n} calls. Was it wrong?",
            title=found.title,
            n=found.calls,
        )
        self._words.setText(words)
        self.setAccessibleName(words)
        self.strip.close_strip()
        self.show()

    def _ask(self) -> None:
        if self.found is not None:
            self._words.hide()
            self._buttons.hide()
            self.asking.emit()
            self.strip.ask(self._marking.ask_corrected(self.found))

    def _show_buttons(self) -> None:
        self._words.show()
        self._buttons.show()
        self.asking.emit()
        if self.found is not None and self.isVisible():
            self.mark.setFocus()

    def _done(self, found: ToldList) -> None:
        self._close()
        self.marked.emit(found)

    def _close(self) -> None:
        self.found = None
        self.strip.close_strip()
        self.hide()
        self.closed.emit()
