"""The draft in hand: opened, changed, and led through its steps; every step in a lane."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from operator_desk.domain.article import Article, ArticleKind
from operator_desk.domain.article_form import Problem, Sheet, read_sheet, sheet_of
from operator_desk.domain.article_rules import blocking
from operator_desk.domain.errors import UserError
from operator_desk.services.draft_steps import Opened, Work
from operator_desk.services.people import Actor
from operator_desk.ui.in_step import bring_in_step
from operator_desk.ui.knowledge.editor.kept import FormKeeper, Typed
from operator_desk.ui.parts import Parts


@dataclass(frozen=True, slots=True)
class Shown:
    """What the pane shows: the draft, names of staff, and text of this person not saved yet."""

    opened: Opened
    names: dict[UUID, str]
    typed: Typed | None = None

    @property
    def stale(self) -> bool:
        """Whether the unsaved text was typed upon an older step than there is now."""
        return self.typed is not None and self.typed.after != self.opened.work.after


class DraftDesk(QObject):
    """Holds one draft; what the form says comes in, what was stored comes out."""

    shown = Signal(object)  # Shown
    stored = Signal()  # the list has changed
    published = Signal(str)  # a key: its text is in the store now
    question_added = Signal(object)  # a question that the article should be found by
    ended = Signal()  # nothing is in hand any more
    refused = Signal(object)  # UserError of a decision: the text that was given for it stays
    failed = Signal(object)

    def __init__(self, parts: Parts, actor: Actor) -> None:
        super().__init__()
        self._parts, self._actor = parts, actor
        self._drafts = parts.editing.drafts
        self.now: Opened | None = None
        self._sheet: Sheet | None = None  # as it stands in the form; None: as it was opened
        self._based_on: UUID | None = None
        self._names: dict[UUID, str] = {}
        self.keeper = FormKeeper(
            parts.unsaved, parts.lanes.journal, parts.clock, self._typed_in_hand
        )
        self.keeper.failed.connect(self.failed)

    # -- opening -------------------------------------------------------------------------

    def begin(self, kind: ArticleKind, title: str = "") -> None:
        """A new article; a title that is given stands there as if it had been typed."""
        drafts, actor = self._drafts, self._actor
        given = {"title": title} if title else {}
        self._read(lambda _mine: (drafts.blank(actor, kind), None), given)

    def edit(self, key: str) -> None:
        """The published article, to be changed; what this person left unsaved of it is taken up."""
        drafts, actor = self._drafts, self._actor

        def work(mine: list[Typed]) -> tuple[Opened, Typed | None]:
            for typed in mine:
                if typed.article_key == key and typed.after is None:
                    return self._resumed(typed), typed
            return drafts.of_article(actor, key), None

        self._read(work)

    def open(self, draft_id: UUID) -> None:
        """A draft that was saved, with what this person left unsaved of it."""
        drafts, actor = self._drafts, self._actor

        def work(mine: list[Typed]) -> tuple[Opened, Typed | None]:
            typed = next((one for one in mine if one.draft_id == draft_id), None)
            return drafts.open(actor, draft_id), typed

        self._read(work)

    def take_up(self, typed: Typed) -> None:
        """Goes on with what was left unsaved."""
        if typed.after is not None:
            self.open(typed.draft_id)
        else:
            self._read(lambda _mine: (self._resumed(typed), typed))

    def restore(self, version_id: UUID) -> None:
        """An earlier version as a new draft."""
        drafts, actor = self._drafts, self._actor
        self._read(lambda _mine: (drafts.restored(actor, version_id), None))

    def _resumed(self, typed: Typed) -> Opened:
        """The draft of an unsaved form, beside what is stored now."""
        if typed.based_on is not None:
            opened = self._drafts.of_article(self._actor, typed.article_key)
            article = opened.work.article
        else:
            article = Article(typed.article_key, ArticleKind.FAQ, "")
        work = Work(typed.draft_id, None, typed.based_on, article)
        return self._drafts.begun(self._actor, work)

    def _read(
        self,
        work: Callable[[list[Typed]], tuple[Opened, Typed | None]],
        given: Sheet | None = None,
    ) -> None:
        self.keeper.leave()
        forms, people = self.keeper.forms(self._actor.staff_id), self._parts.people

        def read() -> Shown:
            opened, typed = work(forms())
            return Shown(opened, people.names(), typed)

        self._parts.lanes.read.submit(
            read, lambda shown: self._show(shown, given), self.failed.emit, newest="draft"
        )

    def _show(self, shown: Shown, given: Sheet | None = None) -> None:
        self.now, self._sheet, self._names = shown.opened, None, shown.names
        self._based_on = shown.opened.work.based_on
        if shown.typed is not None and not shown.stale:
            self._sheet, self._based_on = shown.typed.sheet, shown.typed.based_on
        elif given:
            self._sheet = sheet_of(shown.opened.work.article) | given
            self.keeper.soon()
        self.shown.emit(shown)

    def close(self) -> None:
        """Puts the draft away; what was typed is kept."""
        self.keeper.leave()
        self.now = self._sheet = None

    # -- typing --------------------------------------------------------------------------

    @property
    def sheet(self) -> Sheet:
        """What stands in the form."""
        if self._sheet is not None:
            return self._sheet
        return sheet_of(self.now.work.article) if self.now else {}

    @property
    def dirty(self) -> bool:
        """Whether something stands in the form that is not saved."""
        if self.now is None or self._sheet is None:
            return False
        return self._sheet != sheet_of(self.now.work.article) or self._rebased

    @property
    def _rebased(self) -> bool:
        return self.now is not None and self._based_on != self.now.work.based_on

    def type(self, sheet: Sheet) -> None:
        """The form says something else."""
        if self.now is None:
            return
        self._sheet = sheet
        if self.dirty:
            self.keeper.soon()
        else:
            self._forget()

    def take_over(self, article: Article, based_on: UUID) -> None:
        """The joined text upon the version that was published meanwhile; not saved yet."""
        if self.now is not None:
            self._sheet, self._based_on = sheet_of(article), based_on
            self.keeper.now()

    def take_stale(self, typed: Typed) -> None:
        """The unsaved text, upon the step that is the newest now."""
        self._sheet, self._based_on = typed.sheet, typed.based_on
        self.keeper.soon()

    def give_up(self) -> None:
        """Forgets what was not saved; the draft is as it was stored."""
        if self.now is not None:
            self._forget()
            self._sheet, self._based_on = None, self.now.work.based_on
            self.shown.emit(Shown(self.now, self._names))

    def _forget(self) -> None:
        if self.now is not None:
            typed = self._typed({})
            self.keeper.drop(typed.key)

    def _typed_in_hand(self) -> Typed | None:
        return self._typed(self.sheet) if self.dirty else None

    def _typed(self, sheet: Sheet) -> Typed:
        if self.now is None:
            raise RuntimeError("no draft is in hand")
        work, staff = self.now.work, self._actor.staff_id
        return Typed(staff, work.draft_id, work.after, self._based_on, sheet, self._parts.clock())

    def article(self) -> tuple[Article | None, list[Problem]]:
        """The article of the form, and what is wrong with its fields by themselves."""
        return read_sheet(self.sheet)

    def _work(self) -> Work:
        """What is to be stored. UserError: a field must be mended first."""
        article, problems = self.article()
        if self.now is None or article is None:
            raise blocking(problems) or UserError("There is no such draft.")
        return replace(self.now.work, article=article, based_on=self._based_on)

    # -- steps ---------------------------------------------------------------------------

    def save(self) -> None:
        """The text as the next step of the draft."""
        self._store(lambda work: self._drafts.save(self._actor, work))

    def submit(self, why: str) -> None:
        """Hands the text in for review."""
        self._store(lambda work: self._drafts.submit(self._actor, work, why))

    def _store(self, act: Callable[[Work], Opened]) -> None:
        self.keeper.leave()
        try:
            work = self._work()
        except UserError as error:
            self.refused.emit(error)
            return
        sent = self._typed(self.sheet)
        self._write(lambda: act(work), lambda opened: self._saved(opened, sent))

    def _saved(self, opened: Opened, sent: Typed) -> None:
        self.stored.emit()
        if not self._holds(sent.draft_id):
            self.keeper.drop(sent.key)
        elif self.sheet != sent.sheet:  # typed on while it was stored: that is upon the new step
            self.now = opened
            self.keeper.now()
        else:
            self.keeper.drop(sent.key)
            self.open(opened.work.draft_id)

    def _holds(self, draft_id: UUID) -> bool:
        return self.now is not None and self.now.work.draft_id == draft_id

    def send_back(self, reason: str) -> None:
        """Back to who wrote it."""
        seen, drafts, actor = self._step(), self._drafts, self._actor
        self._write(lambda: drafts.send_back(actor, seen, reason), self._reopened)

    def _reopened(self, opened: Opened) -> None:
        self.stored.emit()
        if self._holds(opened.work.draft_id):
            self.open(opened.work.draft_id)

    def drop(self, reason: str) -> None:
        """Gives the draft up."""
        seen, drafts, actor = self._step(), self._drafts, self._actor
        self._forget()
        held = self._held()
        self._write(lambda: drafts.drop(actor, seen, reason), lambda _none: self._end(held))

    def approve(self, on: date | None) -> None:
        """Publishes the draft now or on a day."""
        seen, drafts, actor = self._step(), self._drafts, self._actor
        self._publish(lambda: drafts.approve(actor, seen, on))

    def found_by(self, text: str, set_name: str) -> None:
        """The article should be found by a question: it goes into a question set."""
        sets, actor, key = self._parts.question_sets, self._actor, str(self.sheet.get("key", ""))
        self._write(lambda: sets.add_gold(actor, set_name, text, key), self.question_added.emit)

    def withdraw(self, why: str) -> None:
        """Takes the published article down."""
        seen, editing, actor = self._version(), self._parts.editing, self._actor
        self._publish(lambda: editing.withdraw(actor, seen, why))

    def repeal(self, on: date, successor: str, why: str) -> None:
        """Says from when the published article is repealed, and what is in force instead."""
        seen, editing, actor = self._version(), self._parts.editing, self._actor
        self._publish(lambda: editing.repeal(actor, seen, on, successor, why))

    def _publish(self, work: Callable[[], str]) -> None:
        held = self._held()
        self._write(work, lambda key: self._published(key, held))

    def _published(self, key: str, held: UUID) -> None:
        bring_in_step(self._parts, lambda _n: self.published.emit(key), self.failed.emit)
        self._end(held)

    def _end(self, held: UUID) -> None:
        self.stored.emit()
        if self._holds(held):  # and not another one, opened since
            self.now = self._sheet = None
            self.ended.emit()

    def _held(self) -> UUID:
        if self.now is None:
            raise RuntimeError("no draft is in hand")
        return self.now.work.draft_id

    def _step(self) -> UUID:
        if self.now is None or not self.now.steps:
            raise RuntimeError("no saved draft is in hand")
        return self.now.steps[-1].id

    def _version(self) -> UUID:
        if self.now is None or self.now.newest is None:
            raise RuntimeError("no published article is in hand")
        return self.now.newest.version_id

    def _write(self, work: Callable[[], object], done: Callable[..., object]) -> None:
        self._parts.lanes.write.submit(work, done, self._failed)

    def _failed(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self.refused.emit(error)
        else:
            self.failed.emit(error)
