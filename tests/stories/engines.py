"""Real input methods: a session bus and an engine of their own on a virtual screen."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tests.stories.screen import TICK, Screen

_PATIENCE_S = 20.0
# Starts nothing by itself: no accessibility bus, no settings service.
_BUS = """<busconfig>
<type>session</type>
<listen>unix:dir={folder}</listen>
<auth>EXTERNAL</auth>
<policy context="default">
<allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/>
</policy>
</busconfig>
"""


class Engine:
    """What a Chinese desktop starts for typing; `environment` is for the program under test.

    Both engines are spoken to by Qt's ibus plug-in: fcitx5 answers to it too.
    """

    needs: tuple[str, ...] = ("dbus-daemon",)
    files: tuple[str, ...] = ()

    def __init__(self, screen: Screen) -> None:
        self._home = Path(tempfile.mkdtemp(prefix="home-"))
        self._processes: list[subprocess.Popen[bytes]] = []
        home = self._home
        (home / "run").mkdir(mode=0o700)
        self.environment = {
            **screen.environment,
            "HOME": str(home),
            "XDG_CONFIG_HOME": str(home / "config"),
            "XDG_CACHE_HOME": str(home / "cache"),
            "XDG_DATA_HOME": str(home / "data"),
            "XDG_RUNTIME_DIR": str(home / "run"),
            "GSETTINGS_BACKEND": "keyfile",
            "LC_ALL": "C.UTF-8",
            "QT_IM_MODULE": "ibus",
        }
        try:
            self.environment["DBUS_SESSION_BUS_ADDRESS"] = self._bus(home / "run")
            self._begin()
        except BaseException:
            self.close()
            raise

    def _begin(self) -> None:
        """Starts the engine and waits until it takes keys."""
        raise NotImplementedError

    @classmethod
    def missing(cls) -> str:
        """What of it is not on this machine; "" when all is."""
        return missing(*cls.needs) or next((one for one in cls.files if not Path(one).exists()), "")

    def _keep(self, path: str, text: str) -> None:
        where = self._home / "config" / path
        where.parent.mkdir(parents=True, exist_ok=True)
        where.write_text(text, "utf-8")

    def _bus(self, folder: Path) -> str:
        rules = folder / "bus.conf"
        rules.write_text(_BUS.format(folder=folder), "utf-8")
        read, write = os.pipe()
        words = ["dbus-daemon", f"--config-file={rules}", "--nofork", f"--print-address={write}"]
        self._start(*words, pass_fds=[write])
        os.close(write)
        with os.fdopen(read) as told:
            return told.readline().strip()

    def _start(self, *words: str, pass_fds: list[int] | None = None) -> None:
        # A group of its own, so that what it starts (engines) ends with it.
        process = subprocess.Popen(
            words,
            env=os.environ | self.environment,
            pass_fds=pass_fds or [],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        self._processes.append(process)

    def _ask(self, *words: str) -> str:
        ran = subprocess.run(
            words,
            env=os.environ | self.environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=_PATIENCE_S,
        )
        return ran.stdout.strip() if ran.returncode == 0 else ""

    def _until(self, condition: Callable[[], bool], what: str) -> None:
        deadline = time.monotonic() + _PATIENCE_S
        while not condition():
            if time.monotonic() > deadline:
                raise AssertionError(f"waited {_PATIENCE_S:.0f} s in vain for {what}")
            try:
                status = self._processes[-1].wait(TICK)
            except subprocess.TimeoutExpired:
                continue
            raise AssertionError(f"the input method ended with {status}")

    def close(self) -> None:
        """Ends engine and bus."""
        for process in reversed(self._processes):
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGTERM)
                process.wait(10)
        # An engine may write its words while it ends; what it leaves then is of no use.
        shutil.rmtree(self._home, ignore_errors=True)


class Libpinyin(Engine):
    """ibus with libpinyin."""

    needs = ("dbus-daemon", "ibus-daemon")
    files = ("/usr/share/ibus/component/libpinyin.xml",)

    def _begin(self) -> None:
        self._start("ibus-daemon", "--panel=disable")
        self._until(self._chosen, "the engine libpinyin")

    def _chosen(self) -> bool:
        # It says that setting failed while the engine starts; only asking afterwards is sure.
        if self._ask("ibus", "engine") == "libpinyin":
            return True
        self._ask("ibus", "engine", "libpinyin")
        return False


class Fcitx(Engine):
    """fcitx5 with its own pinyin, spoken to as ibus."""

    needs = ("dbus-daemon", "fcitx5", "fcitx5-remote")
    files = ("/usr/share/fcitx5/addon/pinyin.conf",)

    def _begin(self) -> None:
        self._keep("fcitx5/profile", _FCITX_PROFILE)
        self._keep("fcitx5/config", "[Behavior]\nActiveByDefault=True\n")
        self._start("fcitx5", "--disable=classicui,cloudpinyin,notifications,notificationitem")
        self._until(lambda: bool(self._ask("fcitx5-remote")), "fcitx5")


_FCITX_PROFILE = """[Groups/0]
Name=Default
Default Layout=us
DefaultIM=pinyin

[Groups/0/Items/0]
Name=pinyin

[GroupOrder]
0=Default
"""


def missing(*programs: str) -> str:
    """The first program that is not on this machine; "" when all are."""
    return next((name for name in programs if shutil.which(name) is None), "")
