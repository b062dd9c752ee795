"""Drafts of articles: written, handed in, looked at by a second person, published now or later."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from uuid import UUID

from operator_desk.domain import article_rules
from operator_desk.domain.article import Article, ArticleKind
from operator_desk.domain.article_form import Problem
from operator_desk.domain.article_rows import Change, article_of, version_row
from operator_desk.domain.drafts import article_in, chained, text_of, writers
from operator_desk.domain.errors import UserError
from operator_desk.domain.facts import ArticleDraft, ArticleVersion
from operator_desk.domain.ids import derived_id
from operator_desk.domain.knowledge_terms import DraftStep
from operator_desk.domain.profile import Profile
from operator_desk.services.draft_steps import (
    Due,
    Opened,
    Version,
    Work,
    as_seen,
    editors,
    head_of,
    is_same,
    must_be_open,
    must_edit,
    must_wait,
    newest_version,
    steps_of,
    version_of,
    work_of,
)
from operator_desk.services.knowledge import first_of
from operator_desk.services.people import Actor
from operator_desk.services.ports import Clock, Reader, Store, Writer


class Drafts:
    """The drafts of a store."""

    def __init__(
        self, store: Store, profile: Profile, clock: Clock, new_id: Callable[[], UUID]
    ) -> None:
        self._store, self._profile = store, profile
        self._clock, self._new_id = clock, new_id

    # -- beginning and looking -----------------------------------------------------------

    def blank(self, actor: Actor, kind: ArticleKind) -> Opened:
        """A new article, not saved yet, under a key of its own."""
        draft_id = self._new_id()
        key = f"own:{kind.value}-{draft_id.hex[-12:]}"
        return self.begun(actor, Work(draft_id, None, None, Article(key, kind, "")))

    def of_article(self, actor: Actor, key: str) -> Opened:
        """A draft of what is published, not saved yet. UserError: there is no such article."""
        with self._store.read() as tx:
            newest = newest_version(tx, key)
        if newest is None:
            raise UserError("There is no article {key}.", key=key)
        work = Work(self._new_id(), None, newest.version_id, newest.article)
        return self.begun(actor, work)

    def restored(self, actor: Actor, version_id: UUID) -> Opened:
        """An earlier version as a draft upon what is published now. UserError: unknown version."""
        with self._store.read() as tx:
            row = tx.get(ArticleVersion, version_id)
            newest = newest_version(tx, row.key) if row else None
        if row is None or newest is None:
            raise UserError("There is no such version of an article.")
        work = Work(self._new_id(), None, newest.version_id, article_of(row))
        return self.begun(actor, work)

    def begun(self, actor: Actor, work: Work) -> Opened:
        """What was begun and not saved yet, beside what is stored now."""
        must_edit(actor)
        with self._store.read() as tx:
            return self._opened(tx, actor, work, [])

    def open(self, actor: Actor, draft_id: UUID) -> Opened:
        """A saved draft. UserError: there is no such draft."""
        must_edit(actor)
        with self._store.read() as tx:
            steps = steps_of(tx, draft_id)
            return self._opened(tx, actor, work_of(steps[-1]), steps)

    def _opened(self, tx: Reader, actor: Actor, work: Work, steps: list[ArticleDraft]) -> Opened:
        base = version_of(tx, work.based_on)
        wrote = self._writers(tx, steps)
        others = [row for row in tx.open_drafts() if row.key == work.article.key]
        refusal, alone = self._approval(tx, actor, wrote)
        return Opened(
            work,
            tuple(steps),
            base,
            newest_version(tx, work.article.key),
            tuple(head_of(row) for row in others if row.draft_id != work.draft_id),
            frozenset(wrote),
            refusal,
            alone,
        )

    def _writers(self, tx: Reader, steps: Sequence[ArticleDraft]) -> set[UUID]:
        first = version_of(tx, steps[0].based_on) if steps else None
        return writers(steps, first.article if first else None)

    def _approval(
        self, tx: Reader, actor: Actor, wrote: set[UUID]
    ) -> tuple[UserError | None, bool]:
        """Why somebody may not publish what these wrote, and whether nobody else could."""
        if actor.staff_id not in wrote:
            return None, False
        others = [one for one in editors(tx) if one != actor.staff_id]
        if not others:
            return None, True
        return UserError("You wrote in this draft. A second person publishes it."), False

    def problems(self, article: Article, base: Article | None) -> list[Problem]:
        """What is wrong with an article beside the others that are stored."""
        with self._store.read() as tx:
            return self._problems(tx, article, base)

    def _problems(self, tx: Reader, article: Article, base: Article | None) -> list[Problem]:
        today = self._profile.local_day(self._clock())
        return article_rules.problems(article, lambda name: first_of(tx, name), today, base)

    # -- writing -------------------------------------------------------------------------

    def save(self, actor: Actor, work: Work) -> Opened:
        """Stores what was written as the next step; the same as before adds none.

        UserError: somebody else saved meanwhile, the draft is published or dropped, the key is
        taken by another article.
        """
        must_edit(actor)
        with self._store.write() as tx:
            steps = self._at(tx, work)
            last = steps[-1] if steps else None
            if last is None or not is_same(last, work):
                self._check_key(tx, work)
                steps.append(self._step(actor, work, DraftStep.SAVED))
                tx.add(steps[-1])
        return self.open(actor, work.draft_id)

    def submit(self, actor: Actor, work: Work, why: str) -> Opened:
        """Stores what was written and asks for the second pair of eyes.

        UserError: as for `save`; nothing is changed, no reason given, or a field must be mended.
        """
        must_edit(actor)
        with self._store.write() as tx:
            self._at(tx, work)
            self._check_key(tx, work)
            base = version_of(tx, work.based_on)
            if base is not None and not base.withdrawn and base.article == work.article:
                raise UserError("Nothing was changed, so there is nothing to publish.")
            if base is not None and not why.strip():
                raise UserError("Say why the article is changed.")
            self._check_problems(tx, work.article, base)
            tx.add(self._step(actor, work, DraftStep.SUBMITTED, why))
        return self.open(actor, work.draft_id)

    def _check_problems(self, tx: Reader, article: Article, base: Version | None) -> None:
        found = self._problems(tx, article, base.article if base else None)
        if (error := article_rules.blocking(found)) is not None:
            raise error

    def _at(self, tx: Reader, work: Work) -> list[ArticleDraft]:
        """The steps so far; UserError unless the newest is the one that the editor has seen."""
        rows = chained(tx.find(ArticleDraft, draft_id=work.draft_id))
        if (rows[-1].id if rows else None) != work.after:
            raise UserError(
                "This draft was changed by somebody else meanwhile. Your text is kept; open the "
                "draft anew to see what was changed."
            )
        if rows:
            must_be_open(rows[-1])
        return rows

    def _check_key(self, tx: Reader, work: Work) -> None:
        base = version_of(tx, work.based_on)
        key = work.article.key
        if base is not None and base.article.key != key:
            raise UserError("The key of a published article stays as it is.")
        if base is None and tx.article_heads([key]):
            raise UserError("There is an article {key} already.", key=key)

    def _step(
        self,
        actor: Actor,
        work: Work,
        step: DraftStep,
        why: str = "",
        publish_on: date | None = None,
    ) -> ArticleDraft:
        return ArticleDraft(
            id=self._new_id(),
            at=self._clock(),
            actor=actor.staff_id,
            draft_id=work.draft_id,
            corrects=work.after,
            step=step,
            key=work.article.key,
            based_on=work.based_on,
            article=text_of(work.article),
            publish_on=publish_on,
            why=why.strip() or None,
        )

    # -- deciding ------------------------------------------------------------------------

    def send_back(self, actor: Actor, seen: UUID, reason: str) -> Opened:
        """Gives a draft back to who wrote it. `seen` is the step that was looked at.

        UserError: no reason, not in review, changed meanwhile.
        """
        must_edit(actor)
        if not reason.strip():
            raise UserError("Say what has to be mended.")
        with self._store.write() as tx:
            last = as_seen(tx, seen)
            must_wait(last)
            tx.add(self._step(actor, work_of(last), DraftStep.SENT_BACK, reason))
        return self.open(actor, last.draft_id)

    def drop(self, actor: Actor, seen: UUID, reason: str = "") -> None:
        """Gives a draft up; its steps stay. UserError: ended already, changed meanwhile."""
        must_edit(actor)
        with self._store.write() as tx:
            last = as_seen(tx, seen)
            must_be_open(last)
            tx.add(self._step(actor, work_of(last), DraftStep.DROPPED, reason))

    def approve(self, actor: Actor, seen: UUID, on: date | None = None) -> str:
        """Publishes a draft now, or puts it down for a later local day; the article's key.

        UserError: not in review, changed meanwhile, written by the same person while there is
        another editor, a field must be mended, something newer was published.
        """
        must_edit(actor)
        with self._store.write() as tx:
            last = as_seen(tx, seen)
            must_wait(last)
            steps = chained(tx.find(ArticleDraft, draft_id=last.draft_id))
            refusal, _alone = self._approval(tx, actor, self._writers(tx, steps))
            if refusal is not None:
                raise refusal
            self._check_publishing(tx, last)
            if on is not None and on > self._profile.local_day(self._clock()):
                step = self._step(
                    actor, work_of(last), DraftStep.SCHEDULED, last.why or "", publish_on=on
                )
                tx.add(step)
            else:
                self._publish(tx, actor.staff_id, last)
        return last.key

    def _check_publishing(self, tx: Reader, last: ArticleDraft) -> None:
        newest = newest_version(tx, last.key)
        if (newest.version_id if newest else None) != last.based_on:
            raise UserError(
                "{title}: something newer was published meanwhile. Take it over into the draft "
                "first.",
                title=article_in(last).title,
            )
        self._check_problems(tx, article_in(last), newest)

    def _publish(self, tx: Writer, actor: UUID, last: ArticleDraft) -> None:
        """The version and the last step of its draft, in the transaction at hand.

        Their ids follow from the draft: publishing it twice would store the same rows.
        """
        newest, at = newest_version(tx, last.key), self._clock()
        row = version_row(
            article_in(last),
            key=derived_id("published", last.draft_id),
            at=at,
            actor=actor,
            version=newest.version + 1 if newest else 1,
            corrects=last.based_on,
            change=Change(last.why, actor, last.draft_id),
        )
        step = ArticleDraft(
            id=derived_id("published step", last.draft_id),
            at=at,
            actor=actor,
            draft_id=last.draft_id,
            corrects=last.id,
            step=DraftStep.PUBLISHED,
            key=last.key,
            based_on=last.based_on,
            article=last.article,
            publish_on=last.publish_on,
            why=last.why,
        )
        tx.add(row, step)

    def publish_due(self) -> Due:
        """Publishes every draft whose day has come, for whoever put it down for that day."""
        published, refused = [], []
        for waiting in self.due():
            try:
                with self._store.write() as tx:
                    last = as_seen(tx, waiting.id)
                    self._check_publishing(tx, last)
                    self._publish(tx, last.actor, last)
                published.append(last.key)
            except UserError as error:
                refused.append((head_of(waiting), error))
        return Due(tuple(published), tuple(refused))

    def due(self) -> list[ArticleDraft]:
        """The drafts whose day has come."""
        today = self._profile.local_day(self._clock())
        with self._store.read() as tx:
            return [
                row
                for row in tx.open_drafts()
                if row.step is DraftStep.SCHEDULED and row.publish_on and row.publish_on <= today
            ]
