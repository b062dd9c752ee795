"""The way into the window that is open: to raise it, and to hand it a row of the view log.

One line each: `raise`, or `saw` and a JSON object; the answer to the second is `ok` or `no` with
a sentence. Only the account that runs the window may connect.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from operator_desk.domain.errors import UserError
from operator_desk.services.viewing import Looked, Seen

SOCKET = "window.sock"
_CONNECT_MS, _TURN_MS = 300, 20
_ANSWER_S = 5.0


def line(seen: Seen) -> bytes:
    """A row as it goes through the socket."""
    subjects = [str(one) if one else None for one in seen.subjects]
    row = {"actor": str(seen.actor), "what": seen.what.value, "subjects": subjects,
           "purpose": seen.purpose}  # fmt: skip
    return b"saw " + json.dumps(row).encode() + b"\n"


def parsed(words: bytes) -> Seen:
    """The row of a line. ValueError: it is none."""
    row = json.loads(words.removeprefix(b"saw "))
    if not isinstance(row, dict) or row.keys() != {"actor", "what", "subjects", "purpose"}:
        raise ValueError("not a row of the view log")
    subjects, purpose = row["subjects"], row["purpose"]
    if not isinstance(subjects, list) or not isinstance(purpose, str | None):
        raise ValueError("not a row of the view log")
    about = tuple(UUID(one) if one is not None else None for one in subjects)
    return Seen(UUID(row["actor"]), Looked(row["what"]), about, purpose)


Done = Callable[[], None]
Failed = Callable[[Exception], None]
Store = Callable[[Seen, Done, Failed], None]


class WindowSocket(QObject):
    """The window's end. `store` gets a row and says when it is stored, or what went wrong."""

    raised = Signal()

    def __init__(self, folder: Path, store: Store, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path, self._store = str(folder / SOCKET), store
        self._server = QLocalServer(self)
        self._server.newConnection.connect(self._take)

    def listen(self) -> None:
        """Begins; what a killed window has left is taken away."""
        QLocalServer.removeServer(self._path)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.listen(self._path)

    def close(self) -> None:
        """Takes nothing more."""
        self._server.close()

    def _take(self) -> None:
        while (connection := self._server.nextPendingConnection()) is not None:
            connection.setParent(self)
            connection.disconnected.connect(connection.deleteLater)
            connection.readyRead.connect(lambda one=connection: self._read(one))
            self._read(connection)

    def _read(self, connection: QLocalSocket) -> None:
        while connection.canReadLine():
            line = bytes(connection.readLine().data()).strip()
            if line == b"raise":
                self.raised.emit()
            elif line.startswith(b"saw "):
                self._saw(connection, line)

    def _saw(self, connection: QLocalSocket, line: bytes) -> None:
        def answer(words: str) -> None:
            connection.write(" ".join(words.split()).encode() + b"\n")
            connection.flush()

        try:
            seen = parsed(line)
        except (ValueError, KeyError, TypeError) as error:
            answer(f"no {type(error).__name__}")
            return
        self._store(
            seen,
            lambda: answer("ok"),
            lambda error: answer(f"no {error if isinstance(error, UserError) else 'fault'}"),
        )


def raise_running(folder: Path) -> bool:
    """Asks a window that is open on the same desk to come to the front; False without one."""
    socket = _connected(folder)
    if socket is None:
        return False
    socket.write(b"raise\n")
    socket.waitForBytesWritten(_CONNECT_MS)
    socket.disconnectFromServer()
    return True


def hand_over(folder: Path, seen: Seen) -> bool:
    """Lets the window that is open store a row; False without a window.

    UserError: the window could not store it, or did not answer.
    """
    socket = _connected(folder)
    if socket is None:
        return False
    socket.write(line(seen))
    socket.flush()
    end = time.monotonic() + _ANSWER_S
    while not socket.canReadLine():
        # In short turns: Qt holds the interpreter while it waits.
        socket.waitForReadyRead(_TURN_MS)
        if time.monotonic() > end or socket.state() != socket.LocalSocketState.ConnectedState:
            raise UserError("The window that is open did not take the row of the view log.")
    answer = bytes(socket.readLine().data()).decode("utf-8", "replace").strip()
    socket.disconnectFromServer()
    if answer != "ok":
        raise UserError(
            "The window that is open could not store the row of the view log: {reason}",
            reason=answer.removeprefix("no "),
        )
    return True


def _connected(folder: Path) -> QLocalSocket | None:
    socket = QLocalSocket()
    socket.connectToServer(str(folder / SOCKET))
    return socket if socket.waitForConnected(_CONNECT_MS) else None
