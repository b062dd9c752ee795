"""Versions marked wrong and marks taken back: what is asked, and what is done with the answer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from operator_desk.domain.errors import UserError
from operator_desk.domain.recalls import ToldList
from operator_desk.services.people import Actor
from operator_desk.services.recalls import Corrected, MarkedVersion
from operator_desk.ui.kit.words import tr
from operator_desk.ui.knowledge.editor.ask import Ask, Values, Wanted
from operator_desk.ui.parts import Parts


class Marking(QObject):
    """Asks through a strip of its owner; every step goes to the write lane."""

    marked = Signal(object)  # ToldList
    taken_back = Signal(str)  # the key of the article
    refused = Signal(object)  # UserError: what was typed for it stays
    failed = Signal(object)

    def __init__(self, parts: Parts, actor: Actor) -> None:
        super().__init__()
        self._parts, self._actor = parts, actor

    # -- asking --------------------------------------------------------------------------

    def ask(self, key: str, row: MarkedVersion) -> Ask:
        """Which versions are wrong, and why; `row` is where the keys stand."""
        words = tr(
            "Version {n} was told in {calls} calls. Every call in which a wrong version was told "
            "is put on the told-to list, to be called back.",
            n=row.number,
            calls=row.told,
        )
        return self._asked(words, key, row.number, row.number, "")

    def ask_corrected(self, found: Corrected) -> Ask:
        """The same for what was just corrected; the reason of the change stands there."""
        words = tr(
            "{title}: what was told in {calls} calls is marked wrong, and these calls are put on "
            "the told-to list, to be called back.",
            title=found.title,
            calls=found.calls,
        )
        return self._asked(words, found.key, found.first, found.last, found.why)

    def _asked(self, words: str, key: str, first: int, last: int, reason: str) -> Ask:
        wanted = (
            Wanted("reason", tr("What is wrong with it?"), reason),
            Wanted("first", tr("From version"), str(first)),
            Wanted("last", tr("To version"), str(last)),
        )
        return Ask(words, wanted, tr("Mark wrong"), partial(self._mark, key))

    def ask_back(self, key: str, rows: Sequence[MarkedVersion]) -> Ask:
        """Why the mark of these versions, set in one step, is taken back."""
        words = tr(
            "Right after all: version {versions}. The told-to list ends, nobody is called back.",
            versions="、".join(str(row.number) for row in reversed(rows)),
        )
        why = Wanted("why", tr("Why is the mark taken back?"))
        run = partial(self._take_back, key, rows[0].told_list)
        return Ask(words, (why,), tr("Take the mark back"), run)

    # -- doing ---------------------------------------------------------------------------

    def _mark(self, key: str, given: Values) -> None:
        first, last = (_number(given[name]) for name in ("first", "last"))
        if first is None or last is None:
            self.refused.emit(UserError("Write the number of a version, such as 3."))
            return
        recalls, actor = self._parts.recalls, self._actor

        def work() -> ToldList:
            made = recalls.mark(actor, key, given["reason"], first, last)
            return recalls.told_list(actor, made)

        self._write(work, self.marked.emit)

    def _take_back(self, key: str, told_list: UUID | None, given: Values) -> None:
        recalls, actor = self._parts.recalls, self._actor
        if told_list is None:
            return
        self._write(
            lambda: recalls.take_back(actor, told_list, given["why"]),
            lambda _none: self.taken_back.emit(key),
        )

    def _write(self, work: Callable[[], object], done: Callable[..., object]) -> None:
        self._parts.lanes.write.submit(work, done, self._failed)

    def _failed(self, error: Exception) -> None:
        (self.refused if isinstance(error, UserError) else self.failed).emit(error)


def _number(text: str) -> int | None:
    """A version's number as typed, full-width digits too; None for anything else."""
    text = text.strip()
    return int(text) if text.isdecimal() and len(text) < 7 and int(text) > 0 else None


def marked_words(found: ToldList) -> str:
    """What a person is told when versions were marked."""
    calls = len(found.calls) + found.unseen
    return tr("Marked wrong. On the told-to list: {n} calls.", n=calls)
