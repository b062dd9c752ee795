"""A child process that answers requests: one reply each, over its standard input and output.

The child inherits no open file of its parent, so it cannot touch the store; it ends when the
parent's end of the pipe is closed, also by the parent's death.
"""

from __future__ import annotations

import gc
import os
import pickle
import select
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import IO, Any, cast

from operator_desk.domain.errors import UserError

_NICE = 10  # more than the window's lanes, which have more than its own thread
# Collecting garbage while the libraries load is a fifth of the start; `serve` goes on with it.
_START = "import gc; gc.disable(); from {module} import serve_child; serve_child()"
_LOW = getattr(subprocess, "BELOW_NORMAL_PRIORITY_CLASS", 0)  # Windows


def _builder_ended(code: int) -> UserError:
    return UserError(
        "The index builder ended before it was done (code {code}). "
        "The search answers as before; the next start goes on.",
        code=code,
    )


class Child:
    """The parent's end. `module` is where the child calls `serve_child()`, in low priority.

    `ended` makes a sentence of the code that it ended with before it was done.
    UserError: the child says so, cannot write, or has ended. RuntimeError, with the child's
    trace: a fault in it.
    """

    def __init__(self, module: str, ended: Callable[[int], UserError] = _builder_ended) -> None:
        self._why_ended = ended
        paths = os.pathsep.join(os.path.abspath(path) for path in sys.path if path)
        self._process = subprocess.Popen(
            [sys.executable, "-PS", "-c", _START.format(module=module)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=os.environ | {"PYTHONPATH": paths, "PYPINYIN_NO_DICT_COPY": "1"},
            creationflags=_LOW,
        )
        self.waiting = 0  # requests without a reply so far

    @property
    def pid(self) -> int:
        """The child's process number."""
        return self._process.pid

    def send(self, name: str, *given: Any) -> None:
        """Gives the child a request without waiting for the reply."""
        self.waiting += 1
        pipe = _pipe(self._process.stdin)
        try:
            pickle.dump((name, given), pipe, pickle.HIGHEST_PROTOCOL)
            pipe.flush()
        except OSError:
            raise self._ended() from None

    def ready(self) -> bool:
        """Whether `receive` has something to take (on Windows it may still wait)."""
        if sys.platform == "win32":
            return True
        return bool(select.select([_pipe(self._process.stdout)], [], [], 0)[0])

    def receive(self) -> Any:
        """The reply to the oldest request that has none."""
        try:
            word, given = pickle.load(_pipe(self._process.stdout))
        except (EOFError, OSError, pickle.UnpicklingError):
            raise self._ended() from None
        self.waiting -= 1
        if word == "sentence":
            text, values = given
            raise UserError(text, **values)
        if word == "fault":
            raise RuntimeError(f"a child process failed\n{given}")
        return given

    def hang_up(self) -> None:
        """Says that nothing more comes: the child ends by itself when it has answered all."""
        with suppress(OSError):
            _pipe(self._process.stdin).close()

    @property
    def ended(self) -> bool:
        """Whether the child has ended; what it answered can still be received."""
        return self._process.poll() is not None

    def close(self, *, kill: bool = False) -> None:
        """Lets the child end, or ends it."""
        if kill:
            self._process.kill()
        with suppress(OSError):
            _pipe(self._process.stdin).close()
        self._process.wait()
        _pipe(self._process.stdout).close()

    def _ended(self) -> UserError:
        self._process.kill()
        return self._why_ended(self._process.wait())


def _pipe(end: IO[bytes] | None) -> IO[bytes]:
    return cast(IO[bytes], end)


def serve(handler: Callable[[str, tuple[Any, ...]], Any]) -> None:
    """Answers the parent's requests with what `handler` returns; runs in the child."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides what Ctrl+C ends
    if hasattr(os, "nice"):
        os.nice(_NICE)
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # no library prints into them
    with suppress(EOFError, BrokenPipeError):
        while True:
            name, given = pickle.load(sys.stdin.buffer)
            pickle.dump(_answer(handler, name, given), answers, pickle.HIGHEST_PROTOCOL)
            answers.flush()
            gc.enable()  # the libraries are loaded
    os._exit(0)  # nothing is left to tidy, and tearing tables down takes longer than many an edit


def _answer(
    handler: Callable[[str, tuple[Any, ...]], Any], name: str, given: tuple[Any, ...]
) -> tuple[str, Any]:
    try:
        return "done", handler(name, given)
    except UserError as error:
        return _sentence(error)
    except (OSError, MemoryError) as error:
        reason = getattr(error, "strerror", None) or type(error).__name__
        return _sentence(UserError("The search index cannot be written: {reason}.", reason=reason))
    except Exception:
        import traceback

        return "fault", traceback.format_exc()


def _sentence(error: UserError) -> tuple[str, Any]:
    return "sentence", (error.text, error.values)
