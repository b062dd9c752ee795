"""Stores that a command shows personal data: in the store, or through the window that is open."""

from __future__ import annotations

import threading
import time
from pathlib import Path
from uuid import UUID

from operator_desk import app
from operator_desk.app import OpenElsewhereError
from operator_desk.domain.errors import UserError
from operator_desk.services.viewing import Looked, Seen

_PATIENCE_S, _PAUSE_S = 3.0, 0.1  # another command holds the store for a moment


def saw(
    folder: Path, actor: UUID, what: Looked, subject: UUID | None, purpose: str | None = None
) -> None:
    """Stores a row of the view log before anything is shown.

    UserError: neither the store nor a window could take it, so nothing may be shown.
    """
    saw_all(folder, Seen(actor, what, (subject,), purpose))


def saw_all(folder: Path, seen: Seen) -> None:
    """`saw` for several tickets at once: a row each, all of them or none."""
    end = time.monotonic() + _PATIENCE_S
    pause = threading.Event()
    while True:
        try:
            with app.open_desk(folder, writing=True) as desk:
                desk.viewing.saw_all(seen.actor, seen.what, seen.subjects, seen.purpose)
            return
        except OpenElsewhereError as error:
            if _through_window(folder, seen):
                return
            if time.monotonic() > end:
                raise _refused(error) from error
            pause.wait(_PAUSE_S)
        except UserError as error:
            raise _refused(error) from error


def _through_window(folder: Path, seen: Seen) -> bool:
    from operator_desk.app.window_socket import hand_over

    try:
        return hand_over(folder, seen)
    except UserError as error:
        raise _refused(error) from error


def _refused(error: UserError) -> UserError:
    return UserError(
        "Personal data is shown only when that can be noted in the view log: {reason}",
        reason=error,
    )
