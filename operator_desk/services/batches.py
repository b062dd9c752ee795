"""Many articles at once: imports and bulk changes, each a batch that can be undone as a whole."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from operator_desk.domain.article_checks import circles
from operator_desk.domain.bulk import BulkChange, BulkField
from operator_desk.domain.errors import UserError
from operator_desk.domain.facts import ListImport
from operator_desk.domain.incoming import FileHead
from operator_desk.domain.terms import Role
from operator_desk.domain.views import ArticleHead
from operator_desk.services import batch_rows
from operator_desk.services.batch_rows import ChangeLook
from operator_desk.services.incoming import Incoming, Watch
from operator_desk.services.people import Actor
from operator_desk.services.ports import Clock, Store
from operator_desk.services.storing import Note, Storing

_CHUNK = 500


class BatchKind(StrEnum):
    """What a batch is; the value is the `list_name` of its fact."""

    IMPORT = "articles"
    CHANGE = "articles/change"
    UNDO = "articles/undo"


@dataclass(frozen=True, slots=True)
class Batch:
    """Many articles stored at once. `name`: the file, or what was set.

    `left`: of an undo, how many keys had been changed since. `undone`: by a later undo that
    itself stands. `ended`: False when the program ended in the middle of it.
    """

    id: UUID
    kind: BatchKind
    at: datetime
    actor: UUID
    name: str
    added: int
    changed: int
    unchanged: int
    refused: int
    undone: bool = False
    undoes: UUID | None = None
    ended: bool = True


@dataclass(frozen=True, slots=True)
class UndoLook:
    """What an undo would do: keys that are taken back, keys that were changed since and stay."""

    back: tuple[str, ...]
    left: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Chosen:
    """Which articles: of a kind, category, owner; words that stand in key or title; all hold."""

    kind: str = ""
    category: str = ""
    owner: str = ""
    text: str = ""

    def holds(self, head: ArticleHead) -> bool:
        """Whether an article is one of them."""
        where = f"{head.key}\n{head.title}".lower()
        return (
            (not self.kind or head.kind == self.kind)
            and (not self.category or (head.category or "").startswith(self.category))
            and (not self.owner or self.owner in (head.owner or ""))
            and all(word in where for word in self.text.lower().split())
        )


class Batches:
    """Imports, bulk changes and their undoing; for editors and leads."""

    def __init__(self, store: Store, clock: Clock, new_id: Callable[[], UUID]) -> None:
        self._store, self._clock, self._new_id = store, clock, new_id

    # -- what was done ---------------------------------------------------------------------

    def all(self) -> list[Batch]:
        """Every batch of articles, the newest first."""
        with self._store.read() as tx:
            rows = [row for kind in BatchKind for row in tx.find(ListImport, list_name=kind.value)]
            broken = tx.batches_begun()
        undone = _undone(rows)
        found = [_batch(row, undone) for row in rows]
        found += [
            Batch(key, BatchKind.IMPORT, at, actor, "", 0, many, 0, 0, key in undone, None, False)
            for key, actor, at, many in broken
        ]
        return sorted(found, key=lambda one: (one.at, one.id), reverse=True)

    def named(self, words: str) -> Batch:
        """The batch whose id begins with these letters. UserError: none, or several."""
        found = [one for one in self.all() if str(one.id).startswith(words.strip().lower())]
        if not words.strip() or len(found) != 1:
            raise UserError("{n} imports have an id that begins with {id}.", n=len(found), id=words)
        return found[0]

    # -- imports ---------------------------------------------------------------------------

    def incoming(self, watch: Watch = lambda _planned: None) -> Incoming:
        """A look at files before they are stored; `watch` is told of every row."""
        return Incoming(self._store, watch)

    def begin_import(self, actor: Actor, file: FileHead, refused: int = 0) -> Storing:
        """Begins to store the articles of a file; they are given to `take`."""
        key = self._new_id()
        rows = batch_rows.imported(self._note(actor, key), file)
        report = self._report(actor, key, BatchKind.IMPORT, file.file, file.sha256, refused)
        return Storing(self._store, key, rows, report)

    # -- bulk changes ----------------------------------------------------------------------

    def choose(self, chosen: Chosen) -> list[ArticleHead]:
        """The articles that a bulk change is for, by key."""
        with self._store.read() as tx:
            heads = tx.article_heads(kind=chosen.kind or None)
        return [head for head in heads if not head.withdrawn and chosen.holds(head)]

    def look_change(self, keys: Sequence[str], change: BulkChange) -> ChangeLook:
        """What a change would do to these articles; one short reading for some hundred keys."""
        with self._store.read() as tx:
            return batch_rows.change_look(tx, keys, change)

    def check_change(self, keys: Sequence[str], change: BulkChange) -> None:
        """UserError: nothing is said, or articles would lead back to themselves."""
        change.check()
        if change.field is not BulkField.REPEAL or not change.text:
            return
        with self._store.read() as tx:
            heads = tx.article_heads()
        leads_to = {head.key: head.successor for head in heads if head.successor}
        leads_to |= dict.fromkeys(keys, change.text)
        lost = circles(leads_to, {head.key for head in heads}) & set(keys)
        if lost:
            raise UserError("Its successors lead back to {key} itself.", key=min(lost))

    def begin_change(
        self, actor: Actor, keys: Sequence[str], change: BulkChange, name: str
    ) -> Storing:
        """Begins to set one field of these articles; `name` says it in words.

        UserError: see `check_change`.
        """
        self.check_change(keys, change)
        key = self._new_id()
        rows = batch_rows.changed(self._note(actor, key, name), change)
        report = self._report(actor, key, BatchKind.CHANGE, name, "", 0)
        return Storing(self._store, key, rows, report, tuple(keys))

    # -- undoing ---------------------------------------------------------------------------

    def look_undo(self, batch: UUID) -> UndoLook:
        """What undoing a batch would do."""
        back: list[str] = []
        left: list[str] = []
        with self._store.read() as tx:
            versions = tx.batch_versions(batch)
            keys = list(dict.fromkeys(key for key, _version in versions))
            own = {version for _key, version in versions}
            for start in range(0, len(keys), _CHUNK):
                heads = tx.article_heads(keys[start : start + _CHUNK])
                for head in heads:
                    (back if head.version_id in own else left).append(head.key)
        return UndoLook(tuple(back), tuple(left))

    def begin_undo(self, actor: Actor, batch: UUID, why: str) -> Storing:
        """Begins to give every article of a batch the content it had before.

        An article that the batch added is withdrawn; one that was changed since stays, its key
        is in `left`. UserError: nothing is left to undo.
        """
        look = self.look_undo(batch)
        if not look.back:
            raise UserError("Nothing of this import is left to undo.")
        key = self._new_id()
        rows = batch_rows.taken_back(self._note(actor, key, why), batch)
        report = self._report(actor, key, BatchKind.UNDO, str(batch), "", 0)
        return Storing(self._store, key, rows, report, (*look.back, *look.left))

    # -- what all have in common -------------------------------------------------------------

    def _note(self, actor: Actor, key: UUID, why: str | None = None) -> Note:
        if not actor.may(Role.EDITOR, Role.LEAD):
            raise UserError(
                "{login} may not do this; it needs the role {roles}.",
                login=actor.login,
                roles=", ".join((Role.EDITOR, Role.LEAD, Role.ADMIN)),
            )
        return Note(actor.staff_id, key, why, self._clock, self._new_id)

    def _report(
        self, actor: Actor, key: UUID, kind: BatchKind, name: str, sha256: str, refused: int
    ) -> Callable[[int, int, int], ListImport]:
        return lambda added, changed, unchanged: ListImport(
            id=key,
            at=self._clock(),
            actor=actor.staff_id,
            list_name=kind.value,
            file_name=name,
            sha256=sha256,
            added=added,
            changed=changed,
            unchanged=unchanged,
            refused=refused,
        )


def _undone(rows: Sequence[ListImport]) -> set[UUID]:
    """The batches of which an undo stands."""
    undos = sorted((row for row in rows if row.list_name == BatchKind.UNDO), key=_when)
    gone: set[UUID] = set()
    for row in reversed(undos):  # the last undo stands whatever came before
        if row.id not in gone:
            gone.add(UUID(row.file_name))
    return gone


def _when(row: ListImport) -> tuple[datetime, UUID]:
    return row.at, row.id


def _batch(row: ListImport, undone: set[UUID]) -> Batch:
    kind = BatchKind(row.list_name)
    undoes = UUID(row.file_name) if kind is BatchKind.UNDO else None
    return Batch(
        row.id,
        kind,
        row.at,
        row.actor,
        "" if undoes else row.file_name,
        row.added,
        row.changed,
        row.unchanged,
        row.refused,
        row.id in undone,
        undoes,
    )
