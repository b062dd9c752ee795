"""What the program and its tests need from the operating system, and how Debian calls it."""

from __future__ import annotations

import ctypes
import glob
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from typing import NamedTuple

_WQY = "/usr/share/fonts/truetype/wqy/wqy-microhei.ttc"
_PINYIN = "/usr/share/ibus/component/libpinyin.xml"
_FCITX = "/usr/share/fcitx5/addon/pinyin.conf"


class Need(NamedTuple):
    """A thing that must be there; `packages` are its names in several releases."""

    thing: str
    present: Callable[[], bool]
    packages: tuple[str, ...]


def _library(soname: str, *packages: str) -> Need:
    def loads() -> bool:
        try:
            ctypes.CDLL(soname)
        except OSError:
            return False
        return True

    return Need(soname, loads, packages)


def _program(name: str, *packages: str) -> Need:
    return Need(name, lambda: shutil.which(name) is not None, packages)


def _file(path: str, *packages: str) -> Need:
    return Need(path, lambda: os.path.exists(path), packages)


def _postgres() -> bool:
    given = os.environ.get("OPERATOR_DESK_TEST_PG")
    return bool(given or shutil.which("initdb") or glob.glob("/usr/lib/postgresql/*/bin/initdb"))


# What Qt's libraries and its xcb plug-in are linked against and a bare Debian lacks.
WINDOW = [
    _library("libEGL.so.1", "libegl1"),
    _library("libGL.so.1", "libgl1"),
    _library("libX11-xcb.so.1", "libx11-xcb1"),
    _library("libxkbcommon.so.0", "libxkbcommon0"),
    _library("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
    _library("libxcb-cursor.so.0", "libxcb-cursor0"),
    _library("libxcb-glx.so.0", "libxcb-glx0"),
    _library("libxcb-icccm.so.4", "libxcb-icccm4"),
    _library("libxcb-image.so.0", "libxcb-image0"),
    _library("libxcb-keysyms.so.1", "libxcb-keysyms1"),
    _library("libxcb-randr.so.0", "libxcb-randr0"),
    _library("libxcb-render.so.0", "libxcb-render0"),
    _library("libxcb-render-util.so.0", "libxcb-render-util0"),
    _library("libxcb-shape.so.0", "libxcb-shape0"),
    _library("libxcb-shm.so.0", "libxcb-shm0"),
    _library("libxcb-sync.so.1", "libxcb-sync1"),
    _library("libxcb-util.so.1", "libxcb-util1"),
    _library("libxcb-xfixes.so.0", "libxcb-xfixes0"),
    _library("libxcb-xinerama.so.0", "libxcb-xinerama0"),
    _library("libxcb-xkb.so.1", "libxcb-xkb1"),
    _library("libbrotlidec.so.1", "libbrotli1"),
    _library("libdbus-1.so.3", "libdbus-1-3"),
    _library("libfontconfig.so.1", "libfontconfig1"),
    _library("libfreetype.so.6", "libfreetype6"),
    _library("libglib-2.0.so.0", "libglib2.0-0t64", "libglib2.0-0"),
    _library("libgthread-2.0.so.0", "libglib2.0-0t64", "libglib2.0-0"),
    _library("libgssapi_krb5.so.2", "libgssapi-krb5-2"),
]
# What the voice is: without it the desk runs, and the operator reads.
VOICE = [
    _library("libespeak-ng.so.1", "espeak-ng"),
    _library("libpulse.so.0", "libpulse0"),
    # The plug-in of QtMultimedia that finds the devices is linked against it.
    _library("libXrandr.so.2", "libxrandr2"),
    _program("aplay", "alsa-utils"),  # brings libasound2 or libasound2t64 with it
]
TESTS = [
    _program("Xvfb", "xvfb"),
    _program("xvfb-run", "xvfb"),
    _program("xauth", "xauth"),
    _program("xdotool", "xdotool"),
    _program("xkbcomp", "x11-xkb-utils"),
    _program("dbus-daemon", "dbus-daemon", "dbus"),
    _program("ibus-daemon", "ibus"),
    _file(_PINYIN, "ibus-libpinyin"),
    _program("fcitx5", "fcitx5"),
    _file(_FCITX, "fcitx5-pinyin"),
    _file(_WQY, "fonts-wqy-microhei"),
    Need("initdb", _postgres, ("postgresql",)),
]
NEEDS: dict[str, list[Need]] = {"run": WINDOW, "test": WINDOW + VOICE + TESTS}
WANTED: dict[str, list[Need]] = {"run": VOICE}


def say(text: str) -> None:
    """A line on standard error, before what the commands print."""
    sys.stderr.write(text + "\n")
    sys.stderr.flush()


def provide(needs: list[Need]) -> None:
    """Installs what is missing, or ends with the one line to run (exit 1)."""
    missing = [need for need in needs if not need.present()]
    if not missing or not sys.platform.startswith("linux"):
        return
    things = ", ".join(need.thing for need in missing)
    if shutil.which("apt-get") is None:
        raise SystemExit(f"Missing on this machine: {things}. Install them, then start again.")
    before = _privilege()
    if before is None:
        names = " ".join(_names(missing))
        raise SystemExit(
            f"Missing on this machine: {things}. Run this line, then start again:\n"
            f"sudo apt-get update && sudo apt-get install -y --no-install-recommends {names}"
        )
    say(f"Installing what is missing on this machine: {things}")
    _apt([*before, "apt-get", "update", "-qq"])
    line = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *_names(missing)]
    _apt(before + line)
    still = ", ".join(need.thing for need in missing if not need.present())
    if still:
        raise SystemExit(f"Still missing after the installation: {still}.")


def offer(needs: list[Need]) -> None:
    """Installs what is missing where nobody has to be asked; else says so and goes on."""
    try:
        provide(needs)
    except SystemExit as ended:
        say(f"{ended}\nThe desk runs without it, but has no voice.")


def _privilege() -> list[str] | None:
    """What goes before a command that needs root; None where that would ask for a password."""
    environment = ["env", "DEBIAN_FRONTEND=noninteractive"]
    if os.geteuid() == 0:
        return environment
    if shutil.which("sudo") is None:
        return None
    asked = subprocess.run(
        ["sudo", "-n", "true"], stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False
    )
    return ["sudo", "-n", *environment] if asked.returncode == 0 else None


def _apt(words: list[str]) -> None:
    if subprocess.run(words, stdin=subprocess.DEVNULL, check=False).returncode:
        raise SystemExit(f"This command failed, see above: {' '.join(words)}")


def _names(missing: list[Need]) -> list[str]:
    """One package a need: the first of its names that this release offers."""
    names = [next(filter(_offered, need.packages), need.packages[-1]) for need in missing]
    return sorted(set(names))


def _offered(package: str) -> bool:
    words = ["apt-cache", "policy", package]
    environment = dict(os.environ, LC_ALL="C")
    told = subprocess.run(words, env=environment, stdout=subprocess.PIPE, check=False).stdout
    return b"Candidate:" in told and b"Candidate: (none)" not in told
