"""What is done in many short steps: rows looked at, rows stored, batches taken back.

Each `step` runs in a lane and is short enough that a call beside it feels nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Protocol
from uuid import UUID

from operator_desk.domain.article import Article
from operator_desk.domain.bulk import BulkChange
from operator_desk.domain.errors import UserError
from operator_desk.domain.incoming import FileHead, FileRows
from operator_desk.services.batches import Batches
from operator_desk.services.incoming import Incoming, Look
from operator_desk.services.people import Actor
from operator_desk.services.storing import Storing
from operator_desk.ui.parts import Files

_LOOKED_AT = 200  # rows of one step: some milliseconds of reading


class Steps(Protocol):
    """Work in steps. `ready`: whether the next one would not wait; `step`: whether more follow.

    `done` of `of` says how far it is; `of` is 0 while that is not known.
    """

    @property
    def done(self) -> int: ...
    @property
    def of(self) -> int: ...
    def ready(self) -> bool: ...
    def step(self) -> bool: ...
    def finish(self) -> None: ...


@dataclass(frozen=True, slots=True)
class Opened:
    """A file that could be read: its path, as what it was asked for, what it is."""

    path: Path
    as_format: str
    head: FileHead


class Looking:
    """A look at files: nothing is stored. A file that cannot be read is refused as a whole."""

    def __init__(
        self, files: Files, incoming: Incoming, paths: Sequence[Path], as_format: str
    ) -> None:
        self._files, self._incoming, self._as_format = files, incoming, as_format
        self._paths, self._asked = list(paths), ""
        self.opened: list[Opened] = []
        self.look: Look | None = None
        self.done = 0

    @property
    def of(self) -> int:
        """How many rows there may be, by what the files that were opened say."""
        known = [one.head.about for one in self.opened]
        return sum(known) if known and all(known) and len(self._paths) <= 1 else 0

    @property
    def name(self) -> str:
        """The file that is being read, "" at the end."""
        return self._paths[0].name if self._paths else ""

    def ready(self) -> bool:
        """Whether the child has answered."""
        return not self._asked or self._files.ready()

    def step(self) -> bool:
        """The next file, or the next rows of the file in hand."""
        if self._asked == "rows":
            self._rows()
        elif self._asked == "head":
            self._head()
        elif self._paths:
            self._begin()
        else:
            self.look = self._incoming.end()
            return False
        return True

    def _begin(self) -> None:
        try:
            self._files.begin(self._paths[0], self._as_format)
            self._asked = "head"
        except UserError as error:
            self._refuse(error)

    def _head(self) -> None:
        try:
            head: FileHead = self._files.take()
        except UserError as error:
            self._refuse(error)
            return
        self.opened.append(Opened(self._paths[0], self._as_format, head))
        self._incoming.file(head)
        self._more()

    def _refuse(self, reason: UserError) -> None:
        self._incoming.refuse(self._paths.pop(0).name, None, reason)
        self._files.close()  # the next file gets a child that nothing has happened to
        self._asked = ""

    def _more(self) -> None:
        self._asked = "rows"
        self._files.more(_LOOKED_AT)

    def _rows(self) -> None:
        read: FileRows = self._files.take()
        if read.last:
            self._asked = ""
        else:
            self._more()
        self._incoming.look(read.rows)
        self.done += len(read.rows)
        if read.last:
            self._paths.pop(0)

    def finish(self) -> None:
        """Ends the child, also in the middle of its work."""
        self._files.close()


class Taking:
    """Files stored as they were looked at, each as a batch; what was refused is left out."""

    def __init__(
        self,
        files: Files,
        batches: Batches,
        actor: Actor,
        incoming: Incoming,
        opened: Sequence[Opened],
        look: Look,
    ) -> None:
        self._files, self._batches, self._actor = files, batches, actor
        self._incoming, self._opened = incoming, opened
        self._refused = [
            sum(one.file == file.head.file and one.row is not None for one in look.refused)
            for file in opened
        ]
        self._place, self._asked, self._last = 0, "", False
        self._articles: list[Article] | None = None  # read and not stored yet
        self._storing: Storing | None = None
        self.batches: list[Storing] = []
        self.of = look.wanted + look.unchanged

    @property
    def done(self) -> int:
        """How many rows were stored, or found to be as they are stored."""
        return sum(one.done for one in self.batches)

    def ready(self) -> bool:
        """Whether the child has answered."""
        return not self._asked or self._articles is not None or self._files.ready()

    def step(self) -> bool:
        """The next transaction. A failed one is tried again by the next step."""
        if self._place >= len(self._opened):
            return False
        file = self._opened[self._place]
        if self._storing is not None:
            self._store(self._storing)
        elif not self._asked:
            self._files.begin(file.path, file.as_format)
            self._asked = "head"
        else:
            self._begin(file)
        return True

    def _begin(self, file: Opened) -> None:
        self._asked = ""  # when it fails, the file is opened again
        head: FileHead = self._files.take()
        if head != file.head:
            text = "{file} was changed since it was looked at. Look at it again."
            raise UserError(text, file=head.file)
        refused = self._refused[self._place]
        self._storing = self._batches.begin_import(self._actor, head, refused)
        self.batches.append(self._storing)
        self._more(self._storing)

    def _more(self, storing: Storing) -> None:
        self._asked = "rows"
        self._files.more(storing.size)

    def _store(self, storing: Storing) -> None:
        if self._articles is None and not self._last:
            self._read(storing)
        if self._articles is not None:
            storing.take(self._articles)
            self._articles = None
        if self._last:
            storing.finish(empty=True)
            self._storing, self._last = None, False
            self._place += 1

    def _read(self, storing: Storing) -> None:
        read: FileRows = self._files.take()
        self._articles, self._last = self._incoming.kept(self._place, read.rows), read.last
        if read.last:
            self._asked = ""
        else:
            self._more(storing)  # the child reads on while these are stored

    def finish(self) -> None:
        """Ends the child; what was stored of the file in hand becomes a batch."""
        self._files.close()
        if self._storing is not None:
            self._storing.finish()
            self._storing = None


class Changing:
    """One field set in many articles, as a batch."""

    def __init__(
        self, batches: Batches, actor: Actor, keys: Sequence[str], change: BulkChange, name: str
    ) -> None:
        self._begin = partial(batches.begin_change, actor, keys, change, name)
        self.storing: Storing | None = None
        self.of = len(keys)

    @property
    def done(self) -> int:
        """How many articles are done."""
        return self.storing.done if self.storing else 0

    @property
    def stored(self) -> int:
        """How many articles were changed."""
        return self.storing.stored if self.storing else 0

    def ready(self) -> bool:
        """Always: nothing is waited for."""
        return True

    def step(self) -> bool:
        """The next transaction."""
        if self.storing is None:
            self.storing = self._begin()
            return True
        return self.storing.step()

    def finish(self) -> None:
        """Stores what the batch has come to."""
        if self.storing is not None:
            self.storing.finish()


class TakingBack:
    """Batches taken back, the newest first; `left` are keys that were changed since and stay."""

    def __init__(self, batches: Batches, actor: Actor, ids: Sequence[UUID], why: str) -> None:
        self._batches, self._actor, self._why = batches, actor, why
        self._ids = list(ids)
        self._storing: Storing | None = None
        self.undone: list[Storing] = []

    @property
    def done(self) -> int:
        """How many articles are done."""
        return sum(one.done for one in self.undone)

    @property
    def of(self) -> int:
        """How many articles there are, as far as that is known."""
        return sum(one.of for one in self.undone) if len(self._ids) <= 1 else 0

    @property
    def back(self) -> int:
        """How many articles were taken back."""
        return sum(one.stored for one in self.undone)

    @property
    def left(self) -> list[str]:
        """The keys that stay."""
        return [key for one in self.undone for key in one.left]

    def ready(self) -> bool:
        """Always: nothing is waited for."""
        return True

    def step(self) -> bool:
        """The next transaction."""
        if not self._ids:
            return False
        if self._storing is None:
            self._storing = self._batches.begin_undo(self._actor, self._ids[-1], self._why)
            self.undone.append(self._storing)
        elif not self._storing.step():
            self._storing.finish()
            self._storing = None
            self._ids.pop()
        return bool(self._ids)

    def finish(self) -> None:
        """What was taken back so far is a batch."""
        if self._storing is not None:
            self._storing.finish()
            self._storing = None
