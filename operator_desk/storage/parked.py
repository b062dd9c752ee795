"""What stood in the registration strips of calls that are still to register: one file a call.

The store holds such a call's record; only what was typed for its tickets has no row yet.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from uuid import UUID

from operator_desk.domain.errors import UserError
from operator_desk.storage.durable import put_file


class FileParked:
    """Keeps strips in a folder (mode 0700, files 0600)."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep(self, call_id: UUID, strips: dict[str, Any]) -> None:
        """Puts the strips of a call on the disk. UserError: disk full, read-only."""
        body = json.dumps(strips, ensure_ascii=False).encode("utf-8", "surrogatepass")
        try:
            put_file(self._path(call_id), body)
        except OSError as error:
            raise UserError(
                "What stands in the registration strip cannot be kept: {reason}.",
                reason=error.strerror or error,
            ) from error

    def find(self, call_id: UUID) -> dict[str, Any]:
        """The strips of a call; empty when nothing was kept or it cannot be read."""
        try:
            raw = self._path(call_id).read_bytes()
            strips = json.loads(raw.decode("utf-8", "surrogatepass"))
        except (OSError, ValueError):
            return {}
        return strips if isinstance(strips, dict) else {}

    def drop(self, call_id: UUID) -> None:
        """Forgets a call that waits no longer. UserError: the folder cannot be written."""
        path = self._path(call_id)
        try:
            path.with_suffix(".new").unlink(missing_ok=True)
            path.unlink(missing_ok=True)
        except OSError as error:
            raise UserError(
                "A finished call cannot be taken out of the journal: {reason}.",
                reason=error.strerror or error,
            ) from error

    def _path(self, call_id: UUID) -> Path:
        return self._folder / f"{call_id}.json"
