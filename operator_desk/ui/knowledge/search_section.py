"""Search and read without a call, over the whole width; what is stored."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from operator_desk.domain.article import ArticleKind
from operator_desk.services.people import Actor
from operator_desk.ui.kit.labels import card, heading, plain_label
from operator_desk.ui.kit.words import tr
from operator_desk.ui.knowledge.in_hand import InHand
from operator_desk.ui.knowledge.pane import NUMBERS, KnowledgePane
from operator_desk.ui.names import article_word
from operator_desk.ui.parts import Parts


class SearchSection(QWidget):
    """Search and read without a call; how many articles of each kind there are."""

    failed = Signal(object)

    def __init__(self, parts: Parts, actor: Actor) -> None:
        super().__init__()
        self._parts = parts
        self.pane = KnowledgePane(parts, actor)
        self.pane.failed.connect(self.failed)
        self.pane.view.without_call()
        self.pane.view.flag_wanted.connect(self.flag)
        self.pane.flags.left.connect(lambda _field: self.pane.focus_search())
        frame, layout = card()
        title, self._remark = heading("book", tr("What is stored"))
        layout.addWidget(title)
        self._counts = plain_label(wrap=True)
        layout.addWidget(self._counts)
        layout.addWidget(
            plain_label(
                tr(
                    "Files are taken in with: operator-desk knowledge import FILE. "
                    "The report names every row that was refused, with the reason."
                ),
                "muted",
                wrap=True,
            )
        )
        layout.addStretch(1)
        side = QWidget()
        inner = QVBoxLayout(side)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(frame)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(10)
        outer.addWidget(self.pane, 3)
        outer.addWidget(side, 1)

    def reload(self) -> None:
        """Counts the stored articles anew."""
        knowledge, day = self._parts.knowledge, self._parts.counting.today()

        def work() -> tuple[dict[str, int], int]:
            counts: dict[str, int] = {}
            repealed = 0
            for head in knowledge.heads():
                counts[head.kind] = counts.get(head.kind, 0) + 1
                repealed += bool(head.repealed_on and head.repealed_on <= day)
            return counts, repealed

        self._parts.lanes.read.submit(
            work, lambda found: self._show(*found), self.failed.emit, newest="counts"
        )

    def _show(self, counts: dict[str, int], repealed: int) -> None:
        self._remark.setText(tr("{n} articles", n=sum(counts.values())))
        lines = [
            f"{article_word(kind)}　{counts[kind.value]}"
            for kind in ArticleKind
            if counts.get(kind.value)
        ]
        lines.append(tr("of these repealed: {n}", n=repealed))
        self._counts.setText("\n".join(lines))

    def in_call(self, hand: InHand) -> None:
        """The call in hand, which goes on meanwhile."""
        self.pane.in_call(hand)

    # -- actions -------------------------------------------------------------------------

    def search(self) -> None:
        """The cursor into the search box."""
        self.pane.set_filter(0)
        self.pane.focus_search()

    def search_numbers(self) -> None:
        """The search box for numbers only."""
        self.pane.set_filter(NUMBERS)
        self.pane.focus_search()

    def flag(self) -> None:
        """Asks why the open article, or the first painted hit, is wrong."""
        if not self.pane.flags.begin():
            self.pane.toasts.say(tr("No article is open and no hit is shown."), "info")
