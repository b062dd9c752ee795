"""Has the search learn from told articles, in a child process beside everything else."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from operator_desk.app import Services, content
from operator_desk.domain.errors import UserError

if TYPE_CHECKING:
    from operator_desk.search.teacher import TeacherProcess

_log = logging.getLogger(__name__)


class Learning:
    """Learns when it is due, at most once at a time; used by one thread."""

    def __init__(self, desk: Services) -> None:
        self._desk = desk
        self._child: TeacherProcess | None = None

    def begin(self) -> bool:
        """Begins to learn when that is due, without waiting; whether a child is at work."""
        if self._child is None and _can(self._desk) and self._desk.language.due():
            self._child = _taught(self._desk)
        return self.look()

    def look(self) -> bool:
        """Whether a child is still at work; what went wrong in one that ended is logged."""
        if self._child is None:
            return False
        if self._child.working:
            return True
        child, self._child = self._child, None
        try:
            child.finish()
        except (UserError, RuntimeError) as error:  # what was learned before answers on
            _log.warning("learning: %s", type(error).__name__)
        return False

    def stop(self) -> None:
        """Ends a child that is at work; the next start begins anew."""
        if self._child is not None:
            self._child.stop()
            self._child = None


def learn_now(desk: Services, *, always: bool = False) -> bool:
    """Learns when that is due, or in any case, and waits for it; whether it did.

    UserError: the table cannot be written.
    """
    if not _can(desk) or not (always or desk.language.due()):
        return False
    _taught(desk).finish()
    return True


def _can(desk: Services) -> bool:
    """Whether there is an index: the words of articles are those of its segmenter."""
    from operator_desk.search import snapshot

    return snapshot.current(desk.folder / content.INDEX) > 0


def _taught(desk: Services) -> TeacherProcess:
    from operator_desk.search.teacher import TeacherProcess

    child = TeacherProcess(desk.folder / content.INDEX)
    try:
        desk.language.teach(child)
    except BaseException:
        child.stop()
        raise
    return child
