"""Which way Chinese is typed under X: chosen before Qt starts, missed when there is none."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import MutableMapping
from pathlib import Path

from PySide6.QtCore import QLibraryInfo
from PySide6.QtGui import QGuiApplication

_OWN = ("ibus", "compose", "xim", "none")  # what Qt knows without a plug-in of others
_SERVED = ("ibus", "fcitx", "fcitx5")  # engines that answer to Qt's own plug-in for ibus
_PID = re.compile(r"^IBUS_DAEMON_PID=(\d+)$", re.M)


def choose_input_method(environment: MutableMapping[str, str] = os.environ) -> None:
    """Takes ibus where the system names an input method whose plug-in Qt does not have.

    The PySide6 wheel has no fcitx plug-in, and fcitx5 answers to ibus (docs/keys.md). Under X
    without Wayland Qt looks at no other variable than its own, so what other programs are told
    (XMODIFIERS) counts where that is empty.
    """
    wanted = environment.get("QT_IM_MODULE", "")
    if not wanted and not environment.get("WAYLAND_DISPLAY"):
        named = environment.get("XMODIFIERS", "").removeprefix("@im=")
        if named in _SERVED:
            environment["QT_IM_MODULE"] = "ibus"
    elif wanted and wanted not in _OWN and not _has_plugin(wanted):
        environment["QT_IM_MODULE"] = "ibus"


def _has_plugin(name: str) -> bool:
    plugins = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath))
    return bool(list((plugins / "platforminputcontexts").glob(f"*{name}*")))


def no_input_method(
    platform: str | None = None, environment: MutableMapping[str, str] = os.environ
) -> bool:
    """Whether there is nothing that Chinese could be typed with, and nobody chose that."""
    platform = platform if platform is not None else QGuiApplication.platformName()
    if platform != "xcb" or not sys.platform.startswith("linux"):
        return False  # elsewhere it is the system's own business
    wanted = environment.get("QT_IM_MODULE", "")
    return wanted in ("", "xim") or (wanted == "ibus" and not _ibus_runs(environment))


def _ibus_runs(environment: MutableMapping[str, str]) -> bool:
    """Whether an engine answers to ibus: it leaves its address and its process in a file."""
    if environment.get("IBUS_ADDRESS"):
        return True
    home = environment.get("XDG_CONFIG_HOME") or str(Path.home() / ".config")
    for path in (Path(home) / "ibus" / "bus").glob("*"):
        try:
            found = _PID.search(path.read_text(encoding="utf-8", errors="replace"))
            if found is not None and (Path("/proc") / found.group(1)).exists():
                return True
        except OSError:
            continue
    return False
