"""What was typed into a draft and not saved yet: on the disk within a second, found again later."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal

from operator_desk.domain.article_form import Sheet
from operator_desk.domain.ids import derived_id
from operator_desk.domain.times import format_instant, parse_instant
from operator_desk.lanes import Lane
from operator_desk.services.ports import Clock, Unsaved

DELAY_MS = 1000


@dataclass(frozen=True, slots=True)
class Typed:
    """A form that was not saved: whose, of which draft, upon which step and version, when."""

    staff_id: UUID
    draft_id: UUID
    after: UUID | None
    based_on: UUID | None
    sheet: Sheet
    at: datetime

    @property
    def key(self) -> UUID:
        """Under which it is kept."""
        return derived_id("unsaved", self.draft_id, self.staff_id)

    @property
    def article_key(self) -> str:
        """The key of the article, as it stands in the form."""
        return str(self.sheet.get("key", ""))

    @property
    def title(self) -> str:
        """The title, or the key where there is none yet."""
        return str(self.sheet.get("title", "")).strip() or self.article_key


def state_of(typed: Typed) -> dict[str, Any]:
    """A form as its file holds it."""
    ids = {name: getattr(typed, name) for name in ("staff_id", "draft_id", "after", "based_on")}
    state: dict[str, Any] = {name: str(value) if value else "" for name, value in ids.items()}
    return state | {"sheet": typed.sheet, "at": format_instant(typed.at)}


def typed_of(state: dict[str, Any]) -> Typed | None:
    """The form of a file; None when it holds something else."""
    try:
        after, based_on = state["after"], state["based_on"]
        return Typed(
            UUID(state["staff_id"]),
            UUID(state["draft_id"]),
            UUID(after) if after else None,
            UUID(based_on) if based_on else None,
            dict(state["sheet"]),
            parse_instant(state["at"]),
        )
    except (KeyError, TypeError, ValueError):
        return None


def all_of(unsaved: Unsaved, staff_id: UUID) -> list[Typed]:
    """The forms of one person, the newest first."""
    found = (typed_of(state) for state in unsaved.all())
    mine = [typed for typed in found if typed is not None and typed.staff_id == staff_id]
    return sorted(mine, key=lambda typed: typed.at, reverse=True)


class FormKeeper(QObject):
    """Keeps the form in hand soon after a key, at once when it is left."""

    failed = Signal(object)
    kept = Signal(object)  # the instant of the last write

    def __init__(
        self, unsaved: Unsaved, lane: Lane, clock: Clock, held: Callable[[], Typed | None]
    ) -> None:
        super().__init__()
        self._unsaved, self._lane, self._clock, self._held = unsaved, lane, clock, held
        self._flying: dict[UUID, tuple[object, Typed | None]] = {}  # on the way to the disk
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DELAY_MS)
        self._timer.timeout.connect(self.now)

    def soon(self) -> None:
        """Something was typed."""
        if not self._timer.isActive():
            self._timer.start()

    def now(self) -> None:
        """The form as it is now."""
        self._timer.stop()
        typed, unsaved = self._held(), self._unsaved
        if typed is not None:
            self._do(typed.key, typed, lambda: unsaved.keep(typed.key, state_of(typed)))

    def _do(self, key: UUID, left: Typed | None, work: Callable[[], None]) -> None:
        clock, mark = self._clock, object()
        self._flying[key] = (mark, left)

        def timed() -> datetime:
            work()
            return clock()

        def done(at: datetime) -> None:
            if self._flying.get(key, (None,))[0] is mark:
                del self._flying[key]
            self.kept.emit(at)

        self._lane.submit(timed, done, self.failed.emit)

    def forms(self, staff_id: UUID) -> Callable[[], list[Typed]]:
        """Reads the forms of one person, for a lane; what is still on its way to the disk counts.

        What could not be written stays in hand here, so it is found as long as the window is open.
        """
        unsaved, flying = self._unsaved, {key: left for key, (_m, left) in self._flying.items()}

        def read() -> list[Typed]:
            found: dict[UUID, Typed | None] = {one.key: one for one in all_of(unsaved, staff_id)}
            kept = [one for one in (found | flying).values() if one is not None]
            return sorted(kept, key=lambda typed: typed.at, reverse=True)

        return read

    def leave(self) -> None:
        """The form goes away: what waits for its second is written at once."""
        if self._timer.isActive():
            self.now()

    def drop(self, key: UUID) -> None:
        """What stood in the form is saved, or given up."""
        self._timer.stop()
        unsaved = self._unsaved
        self._do(key, None, lambda: unsaved.drop(key))
