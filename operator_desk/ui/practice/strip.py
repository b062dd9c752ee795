"""The strip of a practice call: that it is one, and what the caller says. Takes no focus."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from operator_desk.domain.scripted import ScriptedCall
from operator_desk.ui.kit.icons import Picture
from operator_desk.ui.kit.labels import button, plain_label, restyle
from operator_desk.ui.kit.words import tr


class CallerStrip(QFrame):
    """Across the page above its columns, so that it is seen whatever else is."""

    go_on_wanted = Signal()
    repeat_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "notice")
        self.setProperty("level", "warn")
        self.setAccessibleName(tr("Practice call"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._script: ScriptedCall | None = None
        self._place = 0
        self._narrow = self._offered = False
        self._title = plain_label(role="field")
        self.words = plain_label(role="step", wrap=True)
        self.words.setAccessibleName(tr("Caller"))
        mark = plain_label(tr("PRACTICE"), "chip")
        mark.setProperty("level", "warn")
        self._go_on = button(tr("Please go on"), "flat", key="F8")
        self._repeat = button(tr("Say it again"), "flat", key="Ctrl+F9")
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 4, 8, 4)
        row.setSpacing(10)
        row.addWidget(Picture("headset", "warn", 18))
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignVCenter)
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addWidget(self._title)
        said.addWidget(self.words)
        row.addLayout(said, 1)
        for made, wanted in ((self._go_on, self.go_on_wanted), (self._repeat, self.repeat_wanted)):
            made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            made.clicked.connect(wanted)
            row.addWidget(made)
        self.hide()

    def fold(self, narrow: bool) -> None:
        """With little room the words alone: title and buttons give way, the keys go on working."""
        self._narrow = narrow
        self._title.setVisible(not narrow)
        self.offer(on_the_line=self._offered)
        restyle(self.words, "role", "" if narrow else "step")

    def begin(self, script: ScriptedCall) -> None:
        """Another practice call."""
        self._script = script
        self.show_place(0)
        self.offer(on_the_line=True)
        self.words.setText(tr("On the line. Greet the caller; F8 lets them begin."))
        self.show()

    def show_place(self, n: int) -> None:
        """How many of the caller's statements were begun."""
        if self._script is not None:
            title, of = self._script.title or self._script.id, len(self._script.statements)
            self._title.setText(f"{title}　{n} / {of}")

    def say(self, words: str) -> None:
        """What the caller says now."""
        self.words.setText(tr("Caller: {words}", words=words))

    def listen(self) -> None:
        """The caller hears what is read back."""
        self.words.setText(tr("The caller listens …"))

    def offer(self, *, on_the_line: bool) -> None:
        """Whether there is anybody to ask."""
        self._offered = on_the_line
        for made in (self._go_on, self._repeat):
            made.setVisible(on_the_line and not self._narrow)

    def over(self) -> None:
        """The caller has hung up; what is left is the work after the call."""
        self.offer(on_the_line=False)
        self.words.setText(tr("The caller has hung up. Finish the after-call work, then F12."))
