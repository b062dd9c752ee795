"""The index builder as a child process: the window stays quick, and it can be killed any time.

Parent and child speak in pickles over the child's standard input and output: one request, one
reply. The child inherits no open file, so it cannot touch the store.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import IO, Any, cast

from operator_desk.domain.article import Article
from operator_desk.domain.errors import UserError

_NICE = 10
_AHEAD = 1  # requests that the child may still work at while the next one is read from the store
_LOW = getattr(subprocess, "BELOW_NORMAL_PRIORITY_CLASS", 0)  # Windows


class BuilderProcess:
    """Builds the index of `folder` in a child process; lives as long as the `with` block.

    The methods are those of `services.indexing.Builder`. UserError: the disk is full, the
    child was killed, another one builds. Any other fault of the child is raised as
    RuntimeError with its trace. What was not committed is lost, what was there answers on.
    """

    def __init__(self, folder: Path, dictionary: Iterable[str] = ()) -> None:
        self._start = (folder, tuple(dictionary))
        self._waiting = 0
        self.emptied = False

    def __enter__(self) -> BuilderProcess:
        self._process = _spawn()
        self._send("open", *self._start)
        self.emptied = bool(self._receive())
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is not None:
            self._process.kill()
        with suppress(OSError):
            _pipe(self._process.stdin).close()  # the end of its input ends the child
        self._process.wait()
        _pipe(self._process.stdout).close()

    @property
    def pid(self) -> int:
        """The child's process number."""
        return self._process.pid

    def put(self, articles: list[Article]) -> None:
        """Adds articles, or puts them in the place of those with the same key."""
        self._ask("put", articles, ahead=_AHEAD)

    def delete(self, keys: list[str]) -> None:
        """Takes articles away; unknown keys do nothing."""
        self._ask("delete", keys, ahead=_AHEAD)

    def reset(self) -> None:
        """Empties the index; what is shown stays until `commit`."""
        self._ask("reset")

    def commit(self) -> None:
        """Makes what was put and deleted findable."""
        self._ask("commit")

    def _ask(self, name: str, *given: Any, ahead: int = 0) -> None:
        self._send(name, *given)
        while self._waiting > ahead:
            self._receive()

    def _send(self, name: str, *given: Any) -> None:
        self._waiting += 1
        try:
            pickle.dump((name, given), _pipe(self._process.stdin), pickle.HIGHEST_PROTOCOL)
            _pipe(self._process.stdin).flush()
        except OSError:
            self._receive()  # says why the child went, when it could
            raise self._died() from None

    def _receive(self) -> Any:
        try:
            word, given = pickle.load(_pipe(self._process.stdout))
        except (EOFError, OSError, pickle.UnpicklingError):
            raise self._died() from None
        self._waiting -= 1
        if word == "sentence":
            text, values = given
            raise UserError(text, **values)
        if word == "fault":
            raise RuntimeError(f"the index builder failed\n{given}")
        return given

    def _died(self) -> UserError:
        self._process.kill()
        return UserError(
            "The index builder ended before it was done (code {code}). The search answers as "
            "before; the next start goes on.",
            code=self._process.wait(),
        )


def _spawn() -> subprocess.Popen[bytes]:
    """A child with this interpreter's module path and nothing else of this process."""
    paths = os.pathsep.join(filter(None, map(os.path.abspath, filter(None, sys.path))))
    return subprocess.Popen(
        [sys.executable, "-P", "-c", f"from {__name__} import serve; serve()"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=os.environ | {"PYTHONPATH": paths, "PYTHONSAFEPATH": "1"},
        creationflags=_LOW,
    )


def _pipe(end: IO[bytes] | None) -> IO[bytes]:
    return cast(IO[bytes], end)


# -- in the child --------------------------------------------------------------------------


def serve() -> None:
    """Answers the parent until its end of the pipe is closed."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides when Ctrl+C ends it
    if hasattr(os, "nice"):
        os.nice(_NICE)
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # no library prints into them
    worker = _Worker()
    with suppress(EOFError, BrokenPipeError):
        while True:
            name, given = pickle.load(sys.stdin.buffer)
            answer = _answer(worker, name, given)
            pickle.dump(answer, answers, pickle.HIGHEST_PROTOCOL)
            answers.flush()


def _answer(worker: _Worker, name: str, given: tuple[Any, ...]) -> tuple[str, Any]:
    try:
        return "done", getattr(worker, name)(*given)
    except UserError as error:
        return "sentence", (error.text, error.values)
    except (OSError, MemoryError) as error:
        reason = getattr(error, "strerror", None) or type(error).__name__
        return "sentence", ("The search index cannot be written: {reason}.", {"reason": reason})
    except Exception:
        import traceback

        return "fault", traceback.format_exc()


class _Worker:
    """The requests of the parent, given to the index."""

    def open(self, folder: Path, dictionary: tuple[str, ...]) -> bool:
        """Opens or makes the index; whether it has to be filled from the start."""
        from operator_desk.search.index import IndexBuilder

        self._index = IndexBuilder(folder, dictionary)
        return self._index.emptied

    def put(self, articles: list[Article]) -> None:
        """Adds articles."""
        self._index.put(articles)

    def delete(self, keys: list[str]) -> None:
        """Takes articles away."""
        self._index.delete(keys)

    def reset(self) -> None:
        """Empties the index."""
        self._index.reset()

    def commit(self) -> None:
        """Shows what was put and deleted."""
        self._index.commit()
