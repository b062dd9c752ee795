"""Drives the real program as an operator does: keys into its window, eyes on its screen.

    with Desk(folder) as desk:
        desk.start()
        desk.sign_in("op1", password)
        desk.key("F2")
        desk.type("您好，我要投诉")
        desk.wait_for(lambda: desk.draft() is not None, "the call in the journal")
        desk.shot("call")
        desk.kill()

What happened is read where the program keeps it: the draft journal, the store (read only),
the commands. Nothing in the program knows that it is being driven.
"""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any, TypeVar

from operator_desk.domain.draft import Draft
from operator_desk.domain.state import from_state
from operator_desk.storage.journal import read_file
from operator_desk.ui.kit.look import DARK, LIGHT
from tests.stories.engines import Engine
from tests.stories.screen import TICK, Box, Frame, Screen
from tests.stories.xclose import ask_to_close

ROOT = Path(__file__).resolve().parents[2]
SHOTS = ROOT / "artifacts"
PATIENCE_S = 30.0
_CORNER = (2, 2)
_PAGE, _BAR = {LIGHT["bg"], DARK["bg"]}, {LIGHT["bar"], DARK["bar"]}
_STEADY = 8  # looks in a row, a tick apart, that show the same
T = TypeVar("T")


class Desk:
    """The program on a data folder, with a screen of its own; end it with `close`."""

    def __init__(
        self,
        folder: Path,
        *,
        size: tuple[int, int] = (1366, 768),
        language: str = "zh_CN",
        story: str = "",
    ) -> None:
        self.folder, self._language = folder, language
        self._shots = SHOTS / story if story else SHOTS
        self.screen = Screen(size)
        self._engine: Engine | None = None
        self._process: subprocess.Popen[bytes] | None = None
        self.window = ""

    def __enter__(self) -> Desk:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    # -- the program ---------------------------------------------------------------------

    def type_with(self, engine: type[Engine]) -> None:
        """Puts an input method on the screen; before `start`."""
        self._engine = engine(self.screen)

    def environment(self) -> dict[str, str]:
        """What the program finds in its environment: this screen, no input method, no bus."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith("QT_")}
        own = {
            "QT_QPA_PLATFORM": "xcb",
            "QT_IM_MODULE": "compose",
            "LC_ALL": "C.UTF-8",
            "DBUS_SESSION_BUS_ADDRESS": "disabled:",  # else one is started and stays behind
        }
        more = self._engine.environment if self._engine else {}
        return kept | own | self.screen.environment | more

    def command(self) -> list[str]:
        """The words that start the program."""
        words = [sys.executable, "-m", "operator_desk", "--data-dir", str(self.folder)]
        return [*words, "--lang", self._language]

    def start(self) -> None:
        """Starts the program and waits until its window is there and has the keyboard."""
        if self.running:
            raise RuntimeError("the program runs already")
        # Beside the folder: what a dialog of files shows first is what a story has put there.
        there, search = self.folder.parent, {"PYTHONPATH": str(ROOT)}
        self._process = subprocess.Popen(self.command(), cwd=there, env=self.environment() | search)
        self.window = self.wait_for(self._find_window, "the window")
        width, height = self.screen.size
        self.screen.xdotool(
            "windowmove", self.window, 0, 0, "windowsize", self.window, width, height
        )
        shape = f"WIDTH={width}\nHEIGHT={height}\n"
        self.wait_for(lambda: shape in self._geometry(), "the window over the whole screen")
        self.screen.xdotool("windowfocus", self.window)
        self.wait_for(self.has_focus, "the keyboard at the window")
        self.wait_for(lambda: self.look().pixel(*_CORNER) in _PAGE, "the first page")

    def _find_window(self) -> str:
        pid = self._process.pid if self._process else 0
        return self.screen.xdotool("search", "--onlyvisible", "--pid", pid).strip()

    def has_focus(self) -> bool:
        """Whether keys go to the window."""
        return self.screen.xdotool("getwindowfocus").strip() == self.window

    def _geometry(self) -> str:
        return self.screen.xdotool("getwindowgeometry", "--shell", self.window)

    @property
    def running(self) -> bool:
        """Whether the program runs."""
        return self._process is not None and self._process.poll() is None

    @property
    def pid(self) -> int:
        """The program's process."""
        if self._process is None:
            raise RuntimeError("the program was not started")
        return self._process.pid

    def kill(self) -> None:
        """kill -9; the folder stays as the program left it."""
        if self._process is not None:
            self._process.send_signal(signal.SIGKILL)
            self._process.wait(10)
            self._process = None

    def quit(self) -> int:
        """Closes the window as a person does; the program's exit status."""
        if self._process is None:
            raise RuntimeError("the program was not started")
        ask_to_close(self.screen.environment["DISPLAY"], int(self.window))
        status = self._process.wait(PATIENCE_S)
        self._process = None
        return status

    def close(self) -> None:
        """Ends the program, the input method and the screen."""
        self.kill()
        if self._engine is not None:
            self._engine.close()
        self.screen.close()

    # -- hands ---------------------------------------------------------------------------

    def key(self, *keys: str) -> None:
        """Presses keys one after the other: `F2`, `shift+F6`, `Return`, `1`."""
        self.screen.xdotool("key", *keys)

    def type(self, text: str) -> None:
        """Types a text, Chinese too; a line feed is Enter."""
        self.screen.type(text)

    def sign_in(self, login: str, password: str) -> None:
        """Signs in from a sign-in page that stands, and waits for the call page."""
        last = self._last_login()
        if last != login:
            # With a login of last time the cursor stands on the password, else on the login.
            if last:
                self.key("shift+Tab", "ctrl+a")
            self.type(login + "\n")
        self.type(password + "\n")
        self.wait_for(self.signed_in, "the bar of the signed-in window")

    def signed_in(self) -> bool:
        """Whether the top bar stands, which only a signed-in window has."""
        return self.look().pixel(*_CORNER) in _BAR

    def _last_login(self) -> str:
        path = self.folder / "settings.json"
        kept = json.loads(path.read_text("utf-8")) if path.exists() else {}
        return str(kept.get("last_login", ""))

    def to_dialog(self) -> None:
        """Gives the keyboard to the dialog that the program opens, as a window manager would."""
        self.screen.xdotool("windowfocus", self.wait_for(self._dialog, "the dialog"))
        self.wait_for(lambda: not self.has_focus(), "the keyboard at the dialog")

    def from_dialog(self) -> None:
        """Waits until the dialog is gone; the keyboard goes back to the window."""
        self.wait_for(lambda: not self._dialog(), "the dialog's end")
        self.screen.xdotool("windowfocus", self.window)
        self.wait_for(self.has_focus, "the keyboard at the window")

    def _dialog(self) -> str:
        found = self.screen.xdotool("search", "--onlyvisible", "--pid", self.pid).split()
        return next((one for one in found if one != self.window), "")

    # -- eyes ----------------------------------------------------------------------------

    def wait_for(
        self, condition: Callable[[], T], what: str = "it", seconds: float = PATIENCE_S
    ) -> T:
        """What the condition gives as soon as that is true; AssertionError at the deadline.

        Also when the program ends meanwhile: it must live as long as a story goes on.
        """
        deadline = time.monotonic() + seconds
        while True:
            found = condition()
            if found:
                return found
            if time.monotonic() > deadline:
                self.look().save(self._shots / "failed.png")
                raise AssertionError(f"waited {seconds:.0f} s in vain for {what}")
            self._tick(what)

    def _tick(self, what: str) -> None:
        if self._process is None:
            raise AssertionError(f"the program does not run; waited for {what}")
        try:
            status = self._process.wait(TICK)
        except subprocess.TimeoutExpired:
            return
        raise AssertionError(f"the program ended with {status}; waited for {what}")

    def look(self) -> Frame:
        """What the screen shows now."""
        return self.screen.look()

    def steady(
        self,
        box: Box | None = None,
        *,
        unlike: Frame | None = None,
        seconds: float = PATIENCE_S,
        hold: float = 0.0,
    ) -> Frame:
        """The screen once a part of it (or all) stands still, and differs from `unlike` there.

        With `hold` it has to stand still for so many seconds.
        """
        box = box or (0, 0, *self.screen.size)
        seen: list[bytes] = []
        since = time.monotonic()

        def still() -> Frame | None:
            nonlocal since
            frame = self.look()
            part = frame.part(box)
            if seen and seen[-1] != part:
                seen.clear()
                since = time.monotonic()
            seen.append(part)
            new = unlike is None or unlike.part(box) != part
            held = time.monotonic() - since >= hold
            return frame if new and held and len(seen) >= _STEADY else None

        return self.wait_for(still, "a picture that stands still", seconds)

    def shot(self, name: str, *, unlike: Frame | None = None) -> Path:
        """Writes a picture of the screen into `artifacts/`, once the painting is done.

        With `unlike` it waits for something new on it.
        """
        path = self._shots / f"{name}.png"
        self.steady(unlike=unlike).save(path)
        return path

    def journal_files(self) -> list[Path]:
        """The files of the draft journal, the oldest call first."""
        return sorted((self.folder / "journal").glob("*.jsonl"))

    def drafts(self) -> list[Draft]:
        """The calls in the draft journal, the oldest first, as they are on the disk now."""
        found = []
        for path in self.journal_files():
            try:
                state, _damaged = read_file(path)
            except FileNotFoundError:  # closed between the two looks
                continue
            if state is not None:
                found.append(from_state(Draft, state))
        return found

    def draft(self) -> Draft | None:
        """The call in hand as it is on the disk now; None without one."""
        found = self.drafts()
        return found[-1] if found else None

    def text(self) -> str:
        """The record of the matter in hand as it is on the disk now."""
        draft = self.draft()
        return "\n".join(line.words for line in draft.matter.lines) if draft else ""

    def rows(self, query: str, *values: Any) -> list[tuple[Any, ...]]:
        """Rows of the store, read only."""
        uri = f"file:{self.folder / 'desk.db'}?mode=ro"
        with closing(sqlite3.connect(uri, uri=True, timeout=10)) as store:
            return store.execute(query, values).fetchall()

    def json(self, *words: object) -> list[dict[str, Any]]:
        """The objects that a command prints with `--json`."""
        line = [sys.executable, "-m", "operator_desk", "--data-dir", str(self.folder), "--json"]
        ran = subprocess.run(
            [*line, *map(str, words)],
            cwd=ROOT,
            env=self.environment(),
            capture_output=True,
            text=True,
            check=True,
            timeout=60,
        )
        return [json.loads(row) for row in ran.stdout.splitlines()]
