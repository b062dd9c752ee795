"""The versions that a batch adds: of imported articles, of a changed field, of what was before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from operator_desk.domain.article import Article
from operator_desk.domain.article_rows import article_of, next_version
from operator_desk.domain.bulk import BulkChange
from operator_desk.domain.errors import UserError
from operator_desk.domain.facts import ArticleVersion
from operator_desk.domain.incoming import FileHead
from operator_desk.services.incoming import completed
from operator_desk.services.knowledge import newest
from operator_desk.services.ports import Reader
from operator_desk.services.storing import Made, Maker, Note


@dataclass(frozen=True, slots=True)
class ChangeLook:
    """What a bulk change would do: before and after of what it changes, keys it cannot change."""

    changed: tuple[tuple[Article, Article], ...] = ()
    unchanged: int = 0
    refused: tuple[tuple[str, UserError], ...] = ()


def imported(note: Note, file: FileHead) -> Maker:
    """New articles and new versions; the fields that the file lacks stay as they are stored."""

    def make(tx: Reader, articles: Sequence[Article]) -> Made:
        current = newest(tx, [article.key for article in articles])
        rows, added = [], 0
        for one in articles:
            before = current.get(one.key)
            article = completed(one, before, file)
            if before and article_of(before) == article and not before.withdrawn:
                continue
            added += before is None
            current[one.key] = row = _row(note, article, before)  # a key may stand twice
            rows.append(row)
        return Made(tuple(rows), added, len(articles) - len(rows))

    return make


def _row(note: Note, article: Article, before: ArticleVersion | None) -> ArticleVersion:
    key, at = note.stamp()
    return next_version(article, before, key=key, at=at, actor=note.actor, change=note.change)


def change_look(tx: Reader, keys: Sequence[str], change: BulkChange) -> ChangeLook:
    """What a change would do to these articles."""
    changed, refused, unchanged = [], [], 0
    for row in newest(tx, keys).values():
        before = article_of(row)
        try:
            after = change.of(before)
        except UserError as error:
            refused.append((row.key, error))
            continue
        if row.withdrawn or (after == before and not change.withdraws):
            unchanged += 1
        else:
            changed.append((before, after))
    return ChangeLook(tuple(changed), unchanged, tuple(refused))


def changed(note: Note, change: BulkChange) -> Maker:
    """One field set; an article that would not be sound is left."""

    def make(tx: Reader, keys: Sequence[str]) -> Made:
        look = change_look(tx, keys, change)
        current = newest(tx, keys)
        rows = [_row(note, after, current[after.key]) for _before, after in look.changed]
        if change.withdraws:
            rows = [replace(row, withdrawn=True) for row in rows]
        left = tuple(key for key, _reason in look.refused)
        return Made(tuple(rows), 0, look.unchanged, left)

    return make


def taken_back(note: Note, batch: UUID) -> Maker:
    """What was before a batch; what the batch added is withdrawn, what changed since is left."""

    def make(tx: Reader, keys: Sequence[str]) -> Made:
        current = newest(tx, keys)
        standing = [row for row in current.values() if row.batch == batch]
        old = before(tx, standing)
        rows = tuple(_back(note, row, old.get(row.key)) for row in standing)
        kept = {row.key for row in standing}
        return Made(rows, 0, 0, tuple(key for key in keys if key not in kept))

    return make


def before(tx: Reader, rows: Sequence[ArticleVersion]) -> dict[str, ArticleVersion]:
    """The versions that stood before the batches of these rows, by key."""
    batches = {row.key: row.batch for row in rows}
    found: dict[str, ArticleVersion] = {}
    wanted = [row.corrects for row in rows if row.corrects]
    while wanted:
        older, wanted = tx.many(ArticleVersion, wanted), []
        for row in older:
            if row.batch != batches[row.key]:
                found[row.key] = row
            elif row.corrects:
                wanted.append(row.corrects)
    return found


def _back(note: Note, row: ArticleVersion, old: ArticleVersion | None) -> ArticleVersion:
    key, at = note.stamp()
    return replace(
        old or row,
        id=key,
        at=at,
        actor=note.actor,
        version=row.version + 1,
        corrects=row.id,
        withdrawn=old is None or old.withdrawn,
        why=note.why,
        approved_by=None,
        draft_id=None,
        batch=note.batch,
    )
