"""What an editor must know of a draft before reading it: other drafts, unsaved text, sent back."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from operator_desk.domain.article_list import ArticleState
from operator_desk.domain.knowledge_terms import DraftStep
from operator_desk.services.draft_steps import Opened, head_of
from operator_desk.ui.kit.flow import flow_row
from operator_desk.ui.kit.labels import button, clear, plain_label
from operator_desk.ui.kit.words import tr
from operator_desk.ui.knowledge.editor.draft_desk import Shown


class Remarks(QWidget):
    """Sentences with at most two buttons each; nothing to say takes no room."""

    other_wanted = Signal(object)  # the id of another draft of the article
    stale_taken = Signal()
    stale_dropped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(6)
        self._stale: QWidget | None = None
        self.hide()

    def show_remarks(self, shown: Shown) -> None:
        """Says what there is to say of a draft."""
        clear(self._layout)
        self._stale = None
        opened = shown.opened
        if opened.step is DraftStep.SENT_BACK:
            self._say("warn", tr("Sent back: {why}", why=opened.steps[-1].why or ""))
        if opened.newest is not None and opened.newest.withdrawn:
            self._say("warn", tr("The article is taken down. Publishing brings it back."))
        if opened.collides:
            words = tr("Something newer was published meanwhile; see “Take over”.")
            self._say("danger", words)
        self._say_others(shown)
        self._say_unsaved(shown)
        self.setVisible(self._layout.count() > 0)

    def _say(self, level: str, words: str) -> QVBoxLayout:
        frame = QFrame()
        frame.setProperty("role", "remark")
        frame.setProperty("level", level)
        layout = QVBoxLayout(frame)
        layout.setContentsMargins(10, 6, 10, 6)
        layout.setSpacing(4)
        layout.addWidget(plain_label(words, wrap=True))
        self._layout.addWidget(frame)
        return layout

    def _say_others(self, shown: Shown) -> None:
        others = shown.opened.others
        if not others:
            return
        layout = self._say("warn", tr("{n} other drafts of this article are open.", n=len(others)))
        host, row = flow_row()
        for other in others:
            name = shown.names.get(other.actor, tr("this machine"))
            made = button(tr("Open the draft of {name}", name=name), "flat")
            made.clicked.connect(lambda _on=False, at=other.draft_id: self.other_wanted.emit(at))
            row.addWidget(made)
        layout.addWidget(host)

    def _say_unsaved(self, shown: Shown) -> None:
        if shown.typed is None:
            return
        if not shown.stale:
            self._say("info", tr("This is your text that was not saved yet."))
            return
        words = tr("You have text that is not saved, and the draft was changed since.")
        layout = self._say("warn", words)
        self._stale = layout.parentWidget()
        host, row = flow_row()
        take = button(tr("Go on with my text"), "flat")
        take.clicked.connect(self.stale_taken)
        drop = button(tr("Forget my text"), "flat")
        drop.clicked.connect(self.stale_dropped)
        row.addWidget(take)
        row.addWidget(drop)
        layout.addWidget(host)

    def hide_stale(self) -> None:
        """The question about unsaved text is answered."""
        if self._stale is not None:
            self._stale.hide()

    @staticmethod
    def state_of(opened: Opened, on: date) -> ArticleState | None:
        """The state to show: of the draft, else of the article; None for a new one."""
        if opened.steps and opened.step not in (DraftStep.PUBLISHED, DraftStep.DROPPED):
            return head_of(opened.steps[-1]).state
        newest = opened.newest
        if newest is None:
            return None
        if newest.withdrawn:
            return ArticleState.WITHDRAWN
        gone = newest.article.repealed_on
        return ArticleState.REPEALED if gone and gone <= on else ArticleState.PUBLISHED
