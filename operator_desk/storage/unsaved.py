"""What was typed into drafts of articles and not saved yet: one small file a draft and person."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from uuid import UUID

from operator_desk.domain.errors import UserError
from operator_desk.storage.durable import put_file


class FileUnsaved:
    """Keeps the state of forms in a folder (mode 0700, files 0600)."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep(self, key: UUID, state: dict[str, Any]) -> None:
        """Puts a form on the disk. UserError: disk full, read-only."""
        body = json.dumps(state, ensure_ascii=False).encode("utf-8", "surrogatepass")
        try:
            put_file(self._path(key), body)
        except OSError as error:
            raise UserError(
                "What stands in the draft cannot be kept: {reason}.",
                reason=error.strerror or error,
            ) from error

    def all(self) -> list[dict[str, Any]]:
        """Every form that was kept; a file that cannot be read is passed over."""
        found = (self._read(path) for path in sorted(self._folder.glob("*.json")))
        return [state for state in found if state is not None]

    def _read(self, path: Path) -> dict[str, Any] | None:
        try:
            state = json.loads(path.read_bytes().decode("utf-8", "surrogatepass"))
        except (OSError, ValueError):
            return None
        return state if isinstance(state, dict) else None

    def drop(self, key: UUID) -> None:
        """Forgets a form that is saved or given up. UserError: the folder cannot be written."""
        try:
            self._path(key).unlink(missing_ok=True)
        except OSError as error:
            raise UserError(
                "What stands in the draft cannot be kept: {reason}.",
                reason=error.strerror or error,
            ) from error

    def _path(self, key: UUID) -> Path:
        return self._folder / f"{key}.json"
