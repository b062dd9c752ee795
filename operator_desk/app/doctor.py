"""Looks at everything the desk needs on this machine, and says what to do about it."""

from __future__ import annotations

import os
import platform
import shutil
import sqlite3
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from operator_desk import app, resources
from operator_desk.domain.errors import UserError
from operator_desk.settings import LANGUAGES

OK, WARNING, FAILED = "ok", "warning", "failed"
_DAYS_AHEAD = 45  # as far as limits with an extension reach
_LEAST_FREE = 500 * 1024 * 1024
_VOICES = {"zh_CN": "Chinese voice", "en": "English voice"}
_SAFE_WAL = (3, 51, 3)  # before it, two connections that write and checkpoint can lose pages


@dataclass(frozen=True, slots=True)
class Check:
    """One line: what was looked at, ok, warning or failed, and the detail (a text and values)."""

    name: str
    state: str
    detail: UserError


def checks(folder: Path) -> Iterator[Check]:
    """Every check, one after the other; none changes anything."""
    yield _python()
    fault = _qt_fault()
    if fault:
        yield _check("Qt", FAILED, "A library of the system is missing: {fault}", fault=fault)
    else:
        yield from _qt()
        yield from _input_method()
        yield from _desktop()
        yield from _voice()
    yield _sqlite()
    yield _disk(folder)
    yield from _desk(folder)


def _check(name: str, state: str, text: str, **values: object) -> Check:
    return Check(name, state, UserError(text, **values))


def _python() -> Check:
    version = platform.python_version()
    state = OK if sys.version_info >= (3, 11) else FAILED
    return _check("Python", state, "{version} on {system}", version=version,
                  system=platform.system())  # fmt: skip


def _qt_fault() -> str:
    """Why Qt cannot be loaded; "" when it can."""
    try:
        import PySide6.QtWidgets  # noqa: F401
    except ImportError as error:
        return str(error)
    return ""


def _qt() -> Iterator[Check]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import qVersion
    from PySide6.QtWidgets import QApplication

    yield _check("Qt", OK, "{version}", version=qVersion())
    # Of the window's kind: one process has one application, and a window may want it later.
    kept = QApplication.instance() or QApplication(["doctor"])
    from operator_desk.ui.kit import look

    family = look.family()
    if family:
        yield _check("Fonts", OK, "Chinese is shown in {family}", family=family)
    elif list(resources.path("resources", "fonts").glob("*.otf")):
        yield _check("Fonts", OK, "No Chinese font on this system: the shipped one is used")
    else:
        yield _check("Fonts", FAILED, "No Chinese font; install fonts-noto-cjk")
    del kept


def _input_method() -> Iterator[Check]:
    from PySide6.QtCore import QLibraryInfo

    plugins = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath))
    there = sorted(
        path.stem for path in (plugins / "platforminputcontexts").glob("*") if path.is_file()
    )
    wanted = os.environ.get("QT_IM_MODULE", "")
    engines = [name for name in ("ibus-daemon", "fcitx5") if shutil.which(name)]
    if sys.platform != "linux":
        yield _check("Input method", OK, "The system's own")
    elif not engines:
        text = "No input method found; install ibus-libpinyin or fcitx5-pinyin"
        yield _check("Input method", WARNING, text)
    elif wanted and not any(wanted in name for name in there):
        yield _check(
            "Input method", WARNING,
            "Qt has no plug-in for {wanted}; ibus is used instead (fcitx5 answers to it)",
            wanted=wanted,
        )  # fmt: skip
    else:
        yield _check("Input method", OK, "{engines}", engines=", ".join(engines))


def _desktop() -> Iterator[Check]:
    from operator_desk.ui.actions import desktop_keys

    taken = desktop_keys(os.environ.get("XDG_CURRENT_DESKTOP", ""))
    if taken:
        yield _check(
            "Desktop keys", WARNING,
            "{desktop} takes {keys} for itself; free them in its keyboard settings, or use F1",
            desktop=taken[0], keys=taken[1],
        )  # fmt: skip


def _voice() -> Iterator[Check]:
    from operator_desk.speech import aloud
    from operator_desk.speech.samples import Unsound

    try:
        found, heard = aloud.voices(LANGUAGES), aloud.has_sound()
    except (Unsound, OSError):
        text = "The voice does not start; readbacks are read by the operator"
        yield _check("Voice", WARNING, text)
        return
    for language in LANGUAGES:
        one, name = found.get(language), _VOICES[language]
        if one is None:
            text = "None speaks it; install espeak-ng, or a voice of the system"
            yield _check(name, WARNING, text)
        else:
            yield _check(name, OK, "{voice}", voice=one["name"])
    if heard:
        yield _check("Sound", OK, "a device takes sound")
    else:
        yield _check("Sound", WARNING, "No device takes sound; readbacks are read by the operator")


def _sqlite() -> Check:
    version = sqlite3.sqlite_version
    if sqlite3.sqlite_version_info < (3, 35):
        return _check("SQLite", FAILED, "{version} is too old; 3.35 is needed", version=version)
    if sqlite3.sqlite_version_info < _SAFE_WAL:
        text = "{version}; one writer at a time, so its fault in WAL before 3.51.3 cannot strike"
        return _check("SQLite", OK, text, version=version)
    return _check("SQLite", OK, "{version}", version=version)


def _disk(folder: Path) -> Check:
    there = next(path for path in (folder, *folder.parents) if path.exists())
    free = shutil.disk_usage(there).free
    state = OK if free >= _LEAST_FREE else WARNING
    return _check("Disk", state, "{free} MB free in {folder}", free=free // 1024**2, folder=there)


def _desk(folder: Path) -> Iterator[Check]:
    if not app.has_desk(folder):
        text = "There is no desk in {folder}; make one with: operator-desk init"
        yield _check("Desk", WARNING, text, folder=folder)
        return
    try:
        with app.open_desk(folder, writing=False) as desk:
            yield _check("Desk", OK, "{desk} in {folder}, profile {profile}", desk=desk.store.desk,
                         folder=folder, profile=desk.profile.name)  # fmt: skip
            yield from _store(folder, desk)
            yield _index(desk)
            yield _working_days(desk)
    except UserError as error:
        yield Check("Desk", FAILED, error)


def _working_days(desk: app.Services) -> Check:
    """Whether the working days are known that a limit of today may need."""
    ahead = (desk.clock() + timedelta(days=_DAYS_AHEAD)).year
    if desk.calendars.calendar().year(ahead) is not None:
        return _check("Working days", OK, "known for {year}", year=ahead)
    text = "{year} is not known: operator-desk calendar import FILE; till then no limit into it"
    return _check("Working days", WARNING, text, year=ahead)


def _store(folder: Path, desk: app.Services) -> Iterator[Check]:
    from operator_desk.storage import triggers
    from operator_desk.storage.store import DATABASE, WITNESS, SqlStore
    from operator_desk.storage.witness import Witness

    if not isinstance(desk.store, SqlStore):
        return
    with desk.store.readers.connect() as connection:
        lost = triggers.missing(connection)
        mode = connection.exec_driver_sql("PRAGMA journal_mode").scalar()
    text = "Missing or changed: {names}; run: operator-desk store verify"
    if lost:
        yield _check("Triggers", FAILED, text, names=", ".join(lost))
    else:
        yield _check("Triggers", OK, "all in place")
    state = OK if mode == "wal" else WARNING
    yield _check("Journal mode", state, "{mode}", mode=mode)
    bits = (folder / DATABASE).stat().st_mode & 0o777
    state = OK if bits == 0o600 or os.name == "nt" else WARNING
    yield _check("File mode", state, "{mode} (0o600 is meant)", mode=oct(bits))
    with desk.store.read() as tx:
        written = tx.head().n
    last = Witness(folder / WITNESS).last()
    behind = written - (last.head.n if last else 0)
    if written and not (folder / WITNESS).exists():
        yield _check("Witness", WARNING, "{path} is missing", path=folder / WITNESS)
    elif behind > 0:
        text = "{path} lacks the last {n} rows: can it be written?"
        yield _check("Witness", WARNING, text, path=folder / WITNESS, n=behind)
    else:
        yield _check("Witness", OK, "{path}", path=folder / WITNESS)


def _index(desk: app.Services) -> Check:
    behind = len(desk.indexing.behind())
    if not behind:
        return _check("Index", OK, "in step with the store")
    text = "{n} articles behind; run: operator-desk knowledge reindex"
    return _check("Index", WARNING, text, n=behind)
