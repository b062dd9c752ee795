"""What a call back has to say: read once for its call, then its article is opened."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from operator_desk.domain.draft import Draft
from operator_desk.services.recalls import Right
from operator_desk.ui.call.loads import Loads


class CallBackRight(QObject):
    """The words for the call in hand; "" where it is no call back, or nothing right is known."""

    shown = Signal()
    open_wanted = Signal(str)  # the key of the article

    def __init__(self, loads: Loads, held: Callable[[], Draft | None], parent: QObject) -> None:
        super().__init__(parent)
        self._loads, self._held = loads, held
        self.words = ""
        self._opens = False
        self._of: UUID | None = None  # the call that it was read for
        loads.right.connect(self._show)

    def load(self) -> None:
        """Reads it, unless it was read for this call."""
        draft = self._held()
        call_id = draft.call_id if draft else None
        if call_id == self._of:
            return
        self.words, self._of = "", call_id
        if draft is not None and draft.recall is not None:
            self._loads.load_right(draft)

    def _show(self, call_id: UUID, found: Right) -> None:
        draft = self._held()
        if draft is None or draft.call_id != call_id:
            return
        self.words = found.words
        self.shown.emit()
        if found.words:
            self._opens = True
            self.open_wanted.emit(found.key)

    def opened(self) -> bool:
        """Whether the article that was opened just now is the one of the call back."""
        opens, self._opens = self._opens, False
        return opens
