"""The draft in hand: form, what it changes, versions, two texts to join; the foot decides."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from operator_desk.domain.article import Article
from operator_desk.domain.article_diff import changes
from operator_desk.domain.article_form import Problem
from operator_desk.domain.drafts import TO_APPROVE
from operator_desk.domain.errors import UserError
from operator_desk.domain.knowledge_terms import DraftStep
from operator_desk.domain.question_sets import Question
from operator_desk.services.people import Actor
from operator_desk.ui import names
from operator_desk.ui.kit.composing import flush_composition
from operator_desk.ui.kit.flow import flow_row
from operator_desk.ui.kit.labels import button, card, clear, plain_label, restyle
from operator_desk.ui.kit.words import later, tr
from operator_desk.ui.knowledge.editor.ask import Ask, AskStrip
from operator_desk.ui.knowledge.editor.decisions import Asking, Decision, decisions
from operator_desk.ui.knowledge.editor.diff_view import DiffView
from operator_desk.ui.knowledge.editor.draft_desk import DraftDesk, Shown
from operator_desk.ui.knowledge.editor.elsewhere import ElsewherePane
from operator_desk.ui.knowledge.editor.form import ArticleForm
from operator_desk.ui.knowledge.editor.history import HistoryPane
from operator_desk.ui.knowledge.editor.marking import Marking
from operator_desk.ui.knowledge.editor.remarks import Remarks
from operator_desk.ui.knowledge.editor.step_line import step_line
from operator_desk.ui.knowledge.editor.three import ThreePane
from operator_desk.ui.knowledge.editor.trial import InHand, TrialPane
from operator_desk.ui.knowledge.editor.words import LEVELS, article_state
from operator_desk.ui.messages import sentence
from operator_desk.ui.parts import Parts

_TABS = (
    ("form", later("Edit")),
    ("diff", later("What changes")),
    ("trial", later("Question sets")),
    ("history", later("Versions")),
    ("three", later("Take over")),
    ("elsewhere", later("Old number elsewhere")),
)
_CHECK_MS, _SIDE = 300, 90  # milliseconds; pixels that a question leaves to what it is about


class DraftPane(QWidget):
    """Shows what `desk` holds; leads every button to it."""

    left = Signal()
    failed = Signal(object)

    def __init__(self, parts: Parts, desk: DraftDesk, actor: Actor) -> None:
        super().__init__()
        self._parts, self.desk = parts, desk
        self.marking = Marking(parts, actor)
        self.trial = TrialPane(parts, self._in_hand)
        self._asking = Asking(desk, self.trial.hint)
        self._decided = ""  # what is asked, or was last; "" no decision
        self._offered: list[str] = []
        self.buttons: dict[str, QPushButton] = {}
        self._shown: Shown | None = None
        self.form, self.diff = ArticleForm(parts), DiffView()
        self.history, self.three = HistoryPane(parts, self.marking), ThreePane()
        self.remarks, self.strip = Remarks(), AskStrip()
        self.elsewhere = ElsewherePane(parts, lambda: self.strip.asking)
        self._stack = QStackedWidget()
        self._stack.setMinimumHeight(_SIDE)  # else that of the tallest side, also behind
        self._sides: dict[str, QWidget] = {
            "form": self.form, "diff": self.diff, "trial": self.trial,
            "history": self.history, "three": self.three, "elsewhere": self.elsewhere,
        }  # fmt: skip
        for side in self._sides.values():
            self._stack.addWidget(side)
        self._build()
        self._check = QTimer(self)
        self._check.setSingleShot(True)
        self._check.setInterval(_CHECK_MS)
        self._check.timeout.connect(self.check)
        self._listen()

    def _build(self) -> None:
        frame, layout = card()
        self._title, self._state = plain_label(role="title", wrap=True), plain_label(role="chip")
        self._back = button(tr("Back to the list"), "flat", "chevron-left", "Esc")
        self._back.clicked.connect(self.left)
        top = QHBoxLayout()
        top.addWidget(self._title, 1)
        top.addWidget(self._state)
        layout.addLayout(top)
        layout.addWidget(self._tab_row())
        layout.addWidget(self.remarks)
        layout.addWidget(self.elsewhere.bar)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self.strip)
        self._kept = plain_label(role="muted", wrap=True)
        layout.addWidget(self._kept)
        self._foot, self._buttons = flow_row(8)
        layout.addWidget(self._foot)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)

    def _tab_row(self) -> QWidget:
        host, row = flow_row()
        row.addWidget(self._back)
        self.tabs: dict[str, QPushButton] = {}
        for name, words in _TABS:
            chip = self.tabs[name] = QPushButton(tr(words))
            chip.setProperty("role", "chip")
            chip.setCheckable(True)
            chip.clicked.connect(lambda _on, at=name: self.show_side(at))
            row.addWidget(chip)
        return host

    def _listen(self) -> None:
        self.desk.shown.connect(self._show)
        self.desk.refused.connect(self._refused)
        self.desk.ended.connect(self.strip.close_strip)
        self.desk.question_added.connect(self._question_added)
        self.desk.keeper.kept.connect(self._say_kept)
        self.form.changed.connect(self._typed)
        self.strip.closed.connect(self._after_asking)
        self.history.restore_wanted.connect(self.desk.restore)
        self.history.ask_wanted.connect(self._ask)
        self.marking.refused.connect(self._refused)
        self.marking.marked.connect(lambda found: self._marks_changed(found.article_key))
        self.marking.taken_back.connect(self._marks_changed)
        for part in (self.history, self.marking, self.elsewhere):
            part.failed.connect(self.failed)
        self.elsewhere.looked.connect(self._show_old_numbers)
        self.elsewhere.open_wanted.connect(self.desk.edit)
        self.elsewhere.bar.wanted.connect(self._to_elsewhere)
        self.three.joined.connect(self._take_over)
        self.trial.failed.connect(self.failed)
        self.trial.told.connect(self._say_trial)
        self.trial.question_wanted.connect(lambda: self.ask("found_by"))
        self.remarks.other_wanted.connect(self.desk.open)
        self.remarks.stale_taken.connect(self._take_stale)
        self.remarks.stale_dropped.connect(self.desk.give_up)

    # -- showing -------------------------------------------------------------------------

    def _show(self, shown: Shown) -> None:
        opened, self._shown = shown.opened, shown
        self.strip.close_strip()
        new = opened.work.based_on is None and opened.newest is None
        self.form.set_sheet(self.desk.sheet, new=new)
        self.remarks.show_remarks(shown)
        self.tabs["three"].setVisible(opened.collides)
        self.elsewhere.forget()
        self._say_below(step_line(shown, self._parts.profile))
        self._refresh()
        self.check()
        self.trial.show_draft()
        collides = opened.collides and opened.newest is not None
        reviewed = opened.step in TO_APPROVE and opened.refusal is None and not self.desk.dirty
        self.show_side("three" if collides else "diff" if reviewed else "form")
        self.focus_work()
        if reviewed and not collides:
            self.trial.begin()  # who decides sees what it would hide

    def _refresh(self) -> None:
        """Title, state and buttons for what stands there now."""
        opened = self.desk.now
        if opened is None:
            return
        title = self.desk.sheet.get("title", "").strip()
        self._title.setText(title or tr("New article"))
        self._show_state()
        row = decisions(opened, dirty=self.desk.dirty)
        if [one.name for one in row] != self._offered:
            self._offer(row)

    def _show_state(self) -> None:
        opened = self.desk.now
        if opened is None:
            return
        if self.desk.dirty:
            self._state.setText(tr("not saved"))
            restyle(self._state, "level", "warn")
            return
        state = self.remarks.state_of(opened, self._parts.counting.today())
        self._state.setText(article_state(state) if state else tr("new"))
        restyle(self._state, "level", LEVELS[state] if state else "accent")

    def _offer(self, row: tuple[Decision, ...]) -> None:
        self._offered = [one.name for one in row]
        clear(self._buttons)
        self.buttons = {}
        for place, one in enumerate(row):
            main = place == 0 and one.name in ("submit", "publish")
            made = button(tr(one.words), "primary" if main else "", one.picture)
            made.clicked.connect(partial(self._decide, one.name))
            self.buttons[one.name] = made
            self._buttons.addWidget(made)
        self._foot.setVisible(bool(row) and not self.strip.asking)

    def show_side(self, name: str) -> None:
        """Brings form, changes, versions or the joining to the front."""
        flush_composition()
        for other, chip in self.tabs.items():
            chip.setChecked(other == name)
        self._stack.setCurrentWidget(self._sides[name])
        opened = self.desk.now
        if opened is None:
            return
        if name == "diff":
            self._compare()
        elif name == "trial":
            self.trial.refresh()
        elif name == "history":
            self.history.load(opened.work.article.key)
        elif name == "three":
            self.three.show_three(opened, self._article())

    def _article(self) -> Article:
        """The text of the form, or of the draft where the form cannot be read."""
        article, _problems = self.desk.article()
        if article is None and self.desk.now is not None:
            article = self.desk.now.work.article
        if article is None:
            raise RuntimeError("no draft is in hand")
        return article

    def _in_hand(self) -> InHand:
        """What the question sets can try of the draft."""
        opened = self.desk.now
        newest = opened.newest if opened else None
        last = opened.steps[-1] if opened and opened.steps else None
        planned = last.publish_on if last and last.step is DraftStep.SCHEDULED else None
        published = newest.article if newest and not newest.withdrawn else None
        readable = self.desk.article()[0] is not None
        return InHand(self._article(), published, planned, readable)

    def _say_trial(self) -> None:
        fallen = self.trial.fallen() if self.desk.now is not None else 0
        words = tr("Question sets: {n} fall out", n=fallen) if fallen else tr("Question sets")
        self.tabs["trial"].setText(words)
        if self.strip.asking and self._decided:
            self.strip.show_words(self._asked(self._decided).words)

    def _question_added(self, _question: Question) -> None:
        self.strip.close_strip()
        self.trial.show_draft()

    def _compare(self) -> None:
        opened, after = self.desk.now, self._article()
        before = opened.newest.article if opened and opened.newest else None
        self._parts.lanes.read.submit(
            lambda: changes(before, after), self.diff.show_changes, self.failed.emit,
            newest="diff",
        )  # fmt: skip

    def focus_work(self) -> None:
        """The keys to where the work begins."""
        side = self._stack.currentWidget()
        if side is self.form:
            self.form.focus_first()
        elif side is self.three:
            self.three.go_on.setFocus()
        elif side is self.trial:
            self.trial.focus_work()
        elif side is not None:
            side.setFocus()

    # -- typing --------------------------------------------------------------------------

    def _typed(self) -> None:
        self.desk.type(self.form.sheet())
        self._refresh()
        self._check.start()

    def _say_kept(self, at: datetime) -> None:
        if self.desk.dirty:
            when = names.local(self._parts.profile, at, "%H:%M:%S")
            self._say_below(tr("Kept on this machine, {at}; not saved as a draft yet", at=when))

    def _say_below(self, words: str) -> None:
        self._kept.setText(words)
        self._kept.setVisible(bool(words))

    def check(self) -> None:
        """Says below each field what is wrong with it."""
        article, own = self.desk.article()
        opened = self.desk.now
        self._say_trial()
        if article is None or opened is None:
            self.form.show_problems(own)
            return
        base = opened.base.article if opened.base else None
        self.elsewhere.look(opened.newest.article if opened.newest else None, article)
        drafts = self._parts.editing.drafts
        self._parts.lanes.read.submit(
            lambda: drafts.problems(article, base), self._problems, self.failed.emit,
            newest="problems",
        )  # fmt: skip

    def _problems(self, found: list[Problem]) -> None:
        self.form.show_problems(found)

    def _show_old_numbers(self) -> None:
        there = bool(self.elsewhere.found)
        self.tabs["elsewhere"].setVisible(there)
        if not there and self.elsewhere.isVisible():
            self.show_side("form")

    def _to_elsewhere(self) -> None:
        self.show_side("elsewhere")
        self.focus_work()

    def _take_over(self, article: Article) -> None:
        opened = self.desk.now
        if opened is None or opened.newest is None:
            return
        self.desk.take_over(article, opened.newest.version_id)
        self.form.set_sheet(self.desk.sheet, new=False)
        self._refresh()
        self.check()
        self.show_side("form")
        self.focus_work()

    def _take_stale(self) -> None:
        if self._shown is not None and self._shown.typed is not None:
            self.desk.take_stale(self._shown.typed)
            self.form.set_sheet(self.desk.sheet, new=self.desk.now is None)
            self.remarks.hide_stale()
            self._refresh()
            self.check()

    # -- deciding ------------------------------------------------------------------------

    def _decide(self, name: str) -> None:
        flush_composition()
        if name == "save":
            self.desk.save()
        else:
            self.ask(name)

    def ask(self, name: str) -> None:
        """Asks what a decision needs."""
        self._ask(self._asked(name), name)

    def _asked(self, name: str) -> Ask:
        return self.elsewhere.warned(name, self._asking.ask(name))

    def _ask(self, ask: Ask, decided: str = "") -> None:
        self._decided = decided
        self._foot.hide()
        self.strip.ask(ask)
        self.elsewhere.show_bar()

    def _marks_changed(self, key: str) -> None:
        self.strip.close_strip()
        self.history.load(key)

    def _after_asking(self) -> None:
        self.elsewhere.show_bar()
        self._foot.setVisible(bool(self._offered))
        if self.isVisible():
            self.focus_work()

    def _refused(self, error: UserError) -> None:
        if self.strip.asking:
            self.strip.show_trouble(sentence(error))
        else:
            self.failed.emit(error)
        self.check()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.desk.keeper.leave()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
