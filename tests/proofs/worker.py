"""The desk in a process of its own, to be killed: steps in, one a line, what happened out.

    python -m tests.proofs.worker FOLDER

Lanes, timers, journal and store are those of the window. `wrote`: what the person had put in
after so many steps; `saved`: what is on the disk for sure; `head`: a commit was acknowledged;
`ticket`: the number that the person was told.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QSocketNotifier

from operator_desk import app
from operator_desk.domain.draft import Draft
from operator_desk.domain.state import from_state
from operator_desk.lanes import Lanes
from operator_desk.storage import store as stores
from operator_desk.storage.journal import FileJournal
from operator_desk.storage.store import SqlStore
from tests.proofs.caller import Caller, written


def tell(kind: str, value: Any) -> None:
    """One line to whoever started this process; a short line is written whole or not at all."""
    line = json.dumps([kind, value], ensure_ascii=False)
    os.write(1, line.encode() + b"\n")


class TellingStore:
    """The store; says each head that was acknowledged."""

    def __init__(self, store: SqlStore) -> None:
        self._store = store
        self.desk, self.read = store.desk, store.read

    @contextmanager
    def write(self) -> Iterator[Any]:
        """As the store."""
        with self._store.write() as tx:
            yield tx
            head = tx.head()
        tell("head", [head.n, head.hash])


class TellingJournal(FileJournal):
    """The journal; says what is on the disk."""

    def save(self, call_id: UUID, state: dict[str, Any]) -> None:
        """As the journal."""
        super().save(call_id, state)
        tell("saved", written(from_state(Draft, state)))


class Worker:
    """Takes steps from standard input in the thread of the window."""

    def __init__(self, folder: Path) -> None:
        self._store = stores.open_desk(folder, app.migrations())
        journal = TellingJournal(folder / app.JOURNAL)
        self._lanes = Lanes()
        self._caller = Caller(TellingStore(self._store), folder, journal, self._lanes)
        self._desk = self._caller.desk
        self._desk.ticket_made.connect(lambda ticket: tell("ticket", ticket.number))
        self._desk.failed.connect(lambda error: tell("failed", repr(error)))
        self._rest = b""
        self._input = QSocketNotifier(0, QSocketNotifier.Type.Read)
        self._input.activated.connect(self._read)
        self._steps = 0
        self._desk.changed.connect(self._tell_wrote)  # an answer of the store may change it too
        for state in journal.unfinished():
            self._resume(from_state(Draft, state))
        self._tell_wrote()
        tell("ready", os.getpid())

    def _tell_wrote(self) -> None:
        tell("wrote", [self._steps, written(self._desk.draft) if self._desk.draft else ""])

    def _resume(self, draft: Draft) -> None:
        calls = self._caller.services.calls
        if calls.is_closed(draft):
            self._desk.keeper.drop(draft.call_id)
        elif self._desk.draft is None:
            self._desk.resume(calls.reconciled(draft))

    def _read(self) -> None:
        data = os.read(0, 65536)
        if not data:
            QCoreApplication.quit()
            return
        *lines, self._rest = (self._rest + data).split(b"\n")
        for line in lines:
            self._steps += 1
            self._caller.do(json.loads(line))
            self._tell_wrote()

    def close(self) -> None:
        """Ends as the window does."""
        self._desk.write_now()
        self._lanes.close()
        self._store.close()


def main() -> None:
    """Runs until standard input ends."""
    application = QCoreApplication(sys.argv[:1])
    worker = Worker(Path(sys.argv[1]))
    application.exec()
    worker.close()


if __name__ == "__main__":
    main()
