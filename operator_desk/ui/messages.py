"""The one place that decides how a failure is told: a sentence, or a fault with details."""

from __future__ import annotations

import logging
import sys
import traceback
from collections.abc import Callable
from types import TracebackType

from PySide6.QtGui import QGuiApplication

from operator_desk.domain.errors import UserError
from operator_desk.domain.said import Said
from operator_desk.ui.kit.notices import NoticeBar
from operator_desk.ui.kit.words import tr

_log = logging.getLogger("operator_desk")


def sentence(error: UserError | Said) -> str:
    """What a UserError, or a sentence as a value, says in the window's language."""
    values = {
        name: sentence(value) if isinstance(value, UserError | Said) else value
        for name, value in error.values.items()
    }
    return tr(error.text, **values)


class Messages:
    """Tells failures in the notice bar of a window."""

    def __init__(self, bar: NoticeBar) -> None:
        self._bar = bar
        self._told: set[str] = set()
        self._gone = False  # after sign-off the window is not there any more
        bar.destroyed.connect(self._closed)

    def _closed(self) -> None:
        self._gone = True

    def failed(self, error: BaseException, retry: Callable[[], None] | None = None) -> None:
        """A failure of something the person did, or of a lane's work."""
        if isinstance(error, UserError):
            self._bar.show_notice(sentence(error), "warn", tr("Try again"), retry)
            return
        trace = "".join(traceback.format_exception(error))
        _log.error("fault of the program\n%s", _without_values(error))
        kind = f"{type(error).__name__}{_last_place(error.__traceback__)}"
        if kind in self._told or self._gone:
            return
        self._told.add(kind)
        self._bar.show_notice(
            tr("This is a fault of the program; your text is kept. Please report it."),
            "danger",
            tr("Copy details"),
            lambda: QGuiApplication.clipboard().setText(trace),
        )

    def catch_all(self) -> None:
        """Leads errors that nobody caught here instead of losing them on standard error."""

        def hook(
            _kind: type[BaseException], error: BaseException, _trace: TracebackType | None
        ) -> None:
            self.failed(error)

        sys.excepthook = hook


def _last_place(trace: TracebackType | None) -> str:
    frames = traceback.extract_tb(trace)
    return f"{frames[-1].name}:{frames[-1].lineno}" if frames else ""


def _without_values(error: BaseException) -> str:
    """Kind and places of an error; its message may hold a caller's words and stays out of logs."""
    frames = traceback.extract_tb(error.__traceback__)
    places = "\n".join(f"  {frame.filename}:{frame.lineno} {frame.name}" for frame in frames)
    return f"{type(error).__name__}\n{places}"
