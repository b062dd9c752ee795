"""Where an open article leads to: numbered buttons that go on in the next line."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from operator_desk.services.reading import Link
from operator_desk.ui.kit.flow import flow_row
from operator_desk.ui.kit.labels import button, clear, plain_label
from operator_desk.ui.kit.words import tr

_MOST = 12  # more of them only stand in the text
_LONGEST = 18  # characters of a title


class LinksRow(QWidget):
    """A digit or a click opens one; the digits stand in the text, too."""

    wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        host, self._row = flow_row()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(plain_label(tr("Leads to (a digit opens)"), "field", wrap=True))
        layout.addWidget(host)
        self.hide()

    def show_links(self, links: Sequence[Link]) -> None:
        """Other links; without one the row is not there."""
        clear(self._row)
        for place, link in enumerate(links[:_MOST]):
            number = str(place + 1) if place < 9 else "·"
            title = link.title if len(link.title) <= _LONGEST else f"{link.title[:_LONGEST]}…"
            made = button(f"{number}  {title.replace('&', '&&')}", "chip")
            made.setAccessibleName(f"{number} {link.title}")
            made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            made.clicked.connect(partial(self._clicked, place))
            self._row.addWidget(made)
        self.setVisible(bool(links))

    def _clicked(self, place: int, _checked: bool = False) -> None:
        self.wanted.emit(place)
