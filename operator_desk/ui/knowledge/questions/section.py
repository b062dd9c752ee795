"""Question sets: the list with its ranks, and one question in a form."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from operator_desk.domain.question_sets import Question
from operator_desk.services.people import Actor
from operator_desk.services.question_sets import Listed
from operator_desk.ui.kit.two_cards import TwoCards
from operator_desk.ui.kit.words import tr
from operator_desk.ui.knowledge.questions.form_card import FormCard
from operator_desk.ui.knowledge.questions.list_card import ListCard
from operator_desk.ui.parts import Parts


class QuestionsSection(TwoCards):
    """For editors and leads."""

    failed = Signal(object)

    def __init__(self, parts: Parts, actor: Actor) -> None:
        self._parts, self._actor = parts, actor
        self.list, self.form = ListCard(parts, actor), FormCard(parts, actor)
        super().__init__(self.list, self.form, (tr("Question sets"), tr("Question")), (58, 42))
        for part in (self.list, self.form):
            part.failed.connect(self.failed)
        self.list.opened.connect(self._open)
        self.list.dropped.connect(self._drop)
        self.form.drop_wanted.connect(self._drop)
        self.form.kept.connect(self._kept)

    def _open(self, listed: Listed) -> None:
        self.bring(self.form)
        self.form.show_question(listed)

    def _kept(self, one: Question) -> None:
        self.list.toasts.say(tr("Kept in the set {name}.", name=one.set_name))
        self.reload()

    def _drop(self, one: Question) -> None:
        sets, actor = self._parts.question_sets, self._actor
        self._parts.lanes.write.submit(
            lambda: sets.drop(actor, *one.name), self._dropped, self.failed.emit
        )

    def _dropped(self, one: Question) -> None:
        self.form.clear()
        self.bring(self.list)
        self.list.table.setFocus()
        words = tr("{question} is out of the set.", question=one.text)
        self.list.toasts.say(words, "ok", tr("Undo"), lambda: self._take_again(one))
        self.reload()

    def _take_again(self, one: Question) -> None:
        sets, actor = self._parts.question_sets, self._actor
        self._parts.lanes.write.submit(
            lambda: sets.take(actor, [one]), lambda _done: self.reload(), self.failed.emit
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:  # from the form back to the list
            self.bring(self.list)
            self.list.table.setFocus()
        else:
            super().keyPressEvent(event)

    def reload(self) -> None:
        """Reads the list anew; what stands in the form stays."""
        self.list.reload()

    def search(self) -> None:
        """The cursor into the search box of the list; from there into the form."""
        if self.front is self.form and self.form.isVisible() and not self.list.isVisible():
            self.form.question.setFocus()
            return
        self.list.line.setFocus()
        self.list.line.selectAll()
