"""The last two runs of the question sets: one small file, local to this desk."""

from __future__ import annotations

import json
import logging
from datetime import date, datetime
from pathlib import Path
from typing import Any

from operator_desk.domain.errors import UserError
from operator_desk.domain.question_sets import Run
from operator_desk.storage.durable import put_file

_KEPT = 2
_log = logging.getLogger(__name__)


class FileRuns:
    """Keeps runs in a file (mode 0600); one that cannot be read is as good as none."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def keep(self, run: Run) -> None:
        """Puts a run in front of the one before. UserError: disk full, read-only."""
        rows = [_row(one) for one in (run, *self.last())[:_KEPT]]
        try:
            put_file(self._path, json.dumps(rows, ensure_ascii=False).encode())
        except OSError as error:
            raise UserError(
                "{path} cannot be written: {reason}.",
                path=self._path,
                reason=error.strerror or error,
            ) from error

    def last(self) -> list[Run]:
        """The runs, the newest first."""
        try:
            return [_run(row) for row in json.loads(self._path.read_bytes())]
        except FileNotFoundError:
            return []
        except (OSError, ValueError, LookupError, TypeError):
            _log.warning("%s cannot be read and is made anew", self._path.name)
            return []


def _row(run: Run) -> dict[str, Any]:
    return {
        "at": run.at.isoformat(),
        "day": run.day.isoformat(),
        "ranks": [[*name, rank] for name, rank in run.ranks.items()],
    }


def _run(row: dict[str, Any]) -> Run:
    ranks = {(name, text): rank for name, text, rank in row["ranks"]}
    return Run(datetime.fromisoformat(row["at"]), date.fromisoformat(row["day"]), ranks)
