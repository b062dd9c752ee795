"""What a change of many would do to each article, looked at in short steps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from operator_desk.domain.article import Article
from operator_desk.domain.article_diff import shown
from operator_desk.domain.article_list import Entry
from operator_desk.domain.bulk import BulkChange, BulkField
from operator_desk.domain.errors import UserError
from operator_desk.services.batches import Batches
from operator_desk.ui.kit.words import tr

_LOOKED_AT = 200  # articles of one step
_SHOWN: dict[BulkField, tuple[str, ...]] = {
    BulkField.ADD_KEYWORDS: ("keywords",),
    BulkField.DROP_KEYWORDS: ("keywords",),
    BulkField.REPEAL: ("repealed_on", "successor"),
}


@dataclass(frozen=True, slots=True)
class BulkRow:
    """One article: what stands there, what would; or why it cannot be changed."""

    title: str
    now: str = ""
    then: str = ""
    reason: UserError | None = None


class BulkLook:
    """Steps over the articles; what is refused comes first in `rows`."""

    def __init__(self, batches: Batches, entries: Sequence[Entry], change: BulkChange) -> None:
        self._batches, self._change = batches, change
        self._titles = {entry.key: entry.title for entry in entries}
        self.keys = [entry.key for entry in entries if entry.head is not None]
        self._changed: list[BulkRow] = []
        self._refused = [
            BulkRow(entry.title, reason=UserError("It is not published yet: change its draft."))
            for entry in entries
            if entry.head is None
        ]
        self.unchanged = self.done = 0
        self.of = len(self.keys)

    @property
    def rows(self) -> list[BulkRow]:
        """What was found."""
        return [*self._refused, *self._changed]

    @property
    def changed(self) -> int:
        """How many articles would change."""
        return len(self._changed)

    @property
    def refused(self) -> int:
        """How many cannot be changed."""
        return len(self._refused)

    def ready(self) -> bool:
        """Always: nothing is waited for."""
        return True

    def step(self) -> bool:
        """The next articles. UserError: the change as a whole cannot be made."""
        if not self.done:
            self._batches.check_change(self.keys, self._change)
        part = self.keys[self.done : self.done + _LOOKED_AT]
        look = self._batches.look_change(part, self._change)
        self._changed += [self._row(before, after) for before, after in look.changed]
        self._refused += [
            BulkRow(self._titles[key] or key, reason=why) for key, why in look.refused
        ]
        self.unchanged += look.unchanged
        self.done += len(part)
        return self.done < self.of

    def _row(self, before: Article, after: Article) -> BulkRow:
        title = before.title or before.key
        if self._change.withdraws:
            return BulkRow(title, tr("published"), tr("taken down"))
        names = _SHOWN.get(self._change.field, (self._change.field.value,))
        now, then = (
            " · ".join(filter(None, (shown(one, name).replace("\n", "；") for name in names)))
            for one in (before, after)
        )
        return BulkRow(title, now, then)

    def finish(self) -> None:
        """Nothing was opened."""
