"""What editors do with articles besides writing them: list, withdraw, repeal, look back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from operator_desk.domain import article_rules
from operator_desk.domain.article import Article
from operator_desk.domain.article_list import DraftHead, Entry
from operator_desk.domain.article_rows import Change, article_of, next_version
from operator_desk.domain.drafts import chained, writers
from operator_desk.domain.errors import UserError
from operator_desk.domain.facts import ArticleDraft, ArticleVersion
from operator_desk.domain.profile import Profile
from operator_desk.services.draft_steps import head_of, must_edit, version_of
from operator_desk.services.drafts import Drafts
from operator_desk.services.knowledge import first_of
from operator_desk.services.people import Actor
from operator_desk.services.ports import Clock, Reader, Store


@dataclass(frozen=True, slots=True)
class Past:
    """One version in the history of an article: who, when, why, and where it came from.

    `writers` wrote its draft; without one it came with an import or a change of many, `batch`.
    `alone`: it was published by one who had written it, there being no second editor.
    """

    version_id: UUID
    version: int
    at: datetime
    actor: UUID
    why: str
    approved_by: UUID | None
    draft_id: UUID | None
    batch: UUID | None
    withdrawn: bool
    article: Article
    writers: tuple[UUID, ...] = ()

    @property
    def alone(self) -> bool:
        """Whether no second person looked at it."""
        return self.approved_by in self.writers


class Editing:
    """Articles as editors see them; `drafts` are the texts that are being written."""

    def __init__(
        self, store: Store, profile: Profile, clock: Clock, new_id: Callable[[], UUID]
    ) -> None:
        self._store, self._profile = store, profile
        self._clock, self._new_id = clock, new_id
        self.drafts = Drafts(store, profile, clock, new_id)

    # -- looking -------------------------------------------------------------------------

    def entries(self) -> list[Entry]:
        """Every article and every open draft, by key; what was withdrawn too."""
        with self._store.read() as tx:
            heads, steps = tx.article_heads(), tx.open_drafts()
        drafts: dict[str, list[DraftHead]] = {}
        for step in steps:
            drafts.setdefault(step.key, []).append(head_of(step))
        found = [Entry(head, tuple(drafts.pop(head.key, ()))) for head in heads]
        found += [Entry(None, tuple(rows)) for rows in drafts.values()]
        return sorted(found, key=lambda entry: entry.key)

    def history(self, key: str) -> list[Past]:
        """The versions of an article, the newest first."""
        with self._store.read() as tx:
            rows = tx.find(ArticleVersion, key=key)
            found = [self._past(tx, row) for row in rows]
        return sorted(found, key=lambda past: -past.version)

    def _past(self, tx: Reader, row: ArticleVersion) -> Past:
        wrote: set[UUID] = set()
        if row.draft_id is not None:
            steps = chained(tx.find(ArticleDraft, draft_id=row.draft_id))
            base = version_of(tx, steps[0].based_on) if steps else None
            wrote = writers(steps, base.article if base else None)
        return Past(
            row.id,
            row.version,
            row.at,
            row.actor,
            row.why or "",
            row.approved_by,
            row.draft_id,
            row.batch,
            row.withdrawn,
            article_of(row),
            tuple(sorted(wrote)),
        )

    # -- taking away ---------------------------------------------------------------------

    def withdraw(self, actor: Actor, seen: UUID, why: str) -> str:
        """Takes an article out of search and lists; the versions stay. The article's key.

        One person may do it at once: it puts no word into anybody's mouth. UserError: no
        reason, withdrawn already, `seen` is not the newest version.
        """
        with self._store.write() as tx:
            row = self._newest(tx, actor, seen, why)
            fresh = self._next(actor, article_of(row), row, why)
            tx.add(replace(fresh, withdrawn=True))
        return row.key

    def repeal(self, actor: Actor, seen: UUID, on: date, successor: str, why: str) -> str:
        """Says from which day a text is no longer in force and what is instead; the key.

        UserError: as for `withdraw`; the day is before its first, the successor is not there
        or leads back.
        """
        with self._store.write() as tx:
            row = self._newest(tx, actor, seen, why)
            before = article_of(row)
            article = replace(before, repealed_on=on, successor=successor.strip())
            if article == before:
                raise UserError("Nothing was changed, so there is nothing to publish.")
            self._check(tx, article, before)
            tx.add(self._next(actor, article, row, why))
        return row.key

    def _check(self, tx: Reader, article: Article, before: Article) -> None:
        today = self._profile.local_day(self._clock())
        found = article_rules.problems(article, lambda name: first_of(tx, name), today, before)
        asked = [one for one in found if one.field in ("repealed_on", "successor")]
        if (error := article_rules.blocking(asked)) is not None:
            raise error

    def _newest(self, tx: Reader, actor: Actor, seen: UUID, why: str) -> ArticleVersion:
        must_edit(actor)
        if not why.strip():
            raise UserError("Say why the article is changed.")
        row = tx.get(ArticleVersion, seen)
        heads = tx.article_heads([row.key]) if row else []
        if row is None or heads[0].version_id != seen:
            raise UserError("Something newer was published meanwhile. Look at it first.")
        if row.withdrawn:
            raise UserError("The article is withdrawn.")
        return row

    def _next(
        self, actor: Actor, article: Article, row: ArticleVersion, why: str
    ) -> ArticleVersion:
        return next_version(
            article,
            row,
            key=self._new_id(),
            at=self._clock(),
            actor=actor.staff_id,
            change=Change(why.strip()),
        )
